"""Pictures of finished tables: each ``plot_...`` draws and returns Axes, which carry the same in words for `show`.

The title of a picture is its finding, computed from the table; the words (`alternative_text`) begin with it and name
every value that is drawn. No picture repeats the article's sentences: names of sources and topics, and numbers, are all
that it shows.
"""

from analysis.plots.comparison import plot_comparison
from analysis.plots.display import say, show, show_table, to_png
from analysis.plots.layout import alternative_text
from analysis.plots.lengths import Reference, plot_sentence_lengths
from analysis.plots.paragraphs import plot_paragraphs
from analysis.plots.ranking import plot_ranked_sources
from analysis.plots.reference import plot_reference_strip
from analysis.plots.shares import plot_kind_shares
from analysis.plots.strip import plot_article_strip
from analysis.plots.topic_sources import plot_topic_sources
from analysis.plots.xray import plot_topic_xray

__all__ = [
    "Reference",
    "alternative_text",
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
