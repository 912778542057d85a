"""Pictures of finished tables: each ``plot_...`` draws and returns Axes, each ``describe_...`` says the same in words.

The title of a picture is its finding, computed from the table; the description names every value that is drawn. No
picture repeats the article's sentences: names of sources and topics, and numbers, are all that it shows.
"""

from analysis.plots.comparison import describe_comparison, plot_comparison
from analysis.plots.display import say, show, show_table, to_png
from analysis.plots.lengths import Reference, describe_sentence_lengths, plot_sentence_lengths
from analysis.plots.paragraphs import describe_paragraphs, plot_paragraphs
from analysis.plots.ranking import describe_ranked_sources, plot_ranked_sources
from analysis.plots.reference import describe_reference_strip, plot_reference_strip
from analysis.plots.shares import describe_kind_shares, plot_kind_shares
from analysis.plots.strip import describe_article_strip, plot_article_strip
from analysis.plots.topic_sources import describe_topic_sources, plot_topic_sources
from analysis.plots.xray import describe_topic_xray, plot_topic_xray

__all__ = [
    "Reference",
    "describe_article_strip",
    "describe_comparison",
    "describe_kind_shares",
    "describe_paragraphs",
    "describe_ranked_sources",
    "describe_reference_strip",
    "describe_sentence_lengths",
    "describe_topic_sources",
    "describe_topic_xray",
    "plot_article_strip",
    "plot_comparison",
    "plot_kind_shares",
    "plot_paragraphs",
    "plot_ranked_sources",
    "plot_reference_strip",
    "plot_sentence_lengths",
    "plot_topic_sources",
    "plot_topic_xray",
    "say",
    "show",
    "show_table",
    "to_png",
]
