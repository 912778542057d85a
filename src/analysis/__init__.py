"""News articles in notebooks: how hard they are to read, who they are based on, and what they cover."""

from importlib import import_module
from typing import TYPE_CHECKING

from analysis.answers import (
    answer_article,
    answer_attributions,
    answer_comparison,
    answer_officials,
    answer_readability,
    answer_sourcing,
    answer_topics,
)
from analysis.article import (
    Article,
    article_from_text,
    find_article,
    list_anomalies,
    list_paragraphs,
    read_article,
    read_articles,
    tabulate_articles,
)
from analysis.comparison import compare_articles, list_measures, tell_apart
from analysis.corpus import (
    measure,
    measure_catalogue,
    measure_files,
    measure_lazily,
    read_beside_catalogue,
    read_catalogue,
)
from analysis.crosstabs import (
    mentions_by_source,
    mentions_by_speaker,
    spans_by_kind,
    topics_by_source,
    topics_on_unnamed,
    words_by_kind,
)
from analysis.editing import answer_anonymity, answer_reliance, check_sourcing, list_unnamed, measure_sourcing
from analysis.errors import AnalysisError
from analysis.readability import (
    answer_ease,
    compare_with_textstat,
    count_units,
    describe_measure,
    explain_ease,
    grade_in_words,
    hardest_sentences,
    hardest_words,
    list_facts,
    list_formulas,
    measure_readability,
)
from analysis.reference import place_article, read_reference
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions, list_sources, list_statements
from analysis.tables import TABLES, read_table, read_tables, write_table
from analysis.topics import (
    compare_mentions,
    count_terms,
    count_together,
    count_topics,
    edit_topics,
    find_terms,
    find_topics,
    list_uncovered,
    measure_dispersion,
    read_topics,
    show_in_context,
)

if TYPE_CHECKING:
    from analysis.plots import (
        plot_article_strip,
        plot_comparison,
        plot_kind_shares,
        plot_paragraphs,
        plot_ranked_sources,
        plot_reference_strip,
        plot_sentence_lengths,
        plot_topic_sources,
        plot_topic_xray,
        say,
        show,
        show_table,
    )
else:

    def __getattr__(name: str) -> object:
        """Load the pictures when the first is asked for: matplotlib takes as long as all the rest."""
        if name not in __all__ and name != "plots":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        plots = import_module("analysis.plots")
        return plots if name == "plots" else getattr(plots, name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__, "plots"})


__all__ = [
    "TABLES",
    "AnalysisError",
    "Article",
    "answer_anonymity",
    "answer_article",
    "answer_attributions",
    "answer_comparison",
    "answer_ease",
    "answer_officials",
    "answer_readability",
    "answer_reliance",
    "answer_sourcing",
    "answer_topics",
    "article_from_text",
    "check_sourcing",
    "compare_articles",
    "compare_mentions",
    "compare_with_textstat",
    "count_terms",
    "count_together",
    "count_topics",
    "count_units",
    "describe_measure",
    "edit_topics",
    "explain_ease",
    "find_article",
    "find_attributions",
    "find_terms",
    "find_topics",
    "grade_in_words",
    "hardest_sentences",
    "hardest_words",
    "list_anomalies",
    "list_facts",
    "list_formulas",
    "list_measures",
    "list_paragraphs",
    "list_sources",
    "list_statements",
    "list_uncovered",
    "list_unnamed",
    "measure",
    "measure_catalogue",
    "measure_dispersion",
    "measure_files",
    "measure_lazily",
    "measure_readability",
    "measure_sourcing",
    "mentions_by_source",
    "mentions_by_speaker",
    "place_article",
    "plot_article_strip",
    "plot_comparison",
    "plot_kind_shares",
    "plot_paragraphs",
    "plot_ranked_sources",
    "plot_reference_strip",
    "plot_sentence_lengths",
    "plot_topic_sources",
    "plot_topic_xray",
    "read_article",
    "read_articles",
    "read_beside_catalogue",
    "read_catalogue",
    "read_reference",
    "read_table",
    "read_tables",
    "read_topics",
    "say",
    "show",
    "show_in_context",
    "show_table",
    "spans_by_kind",
    "split_sentences",
    "tabulate_articles",
    "tell_apart",
    "topics_by_source",
    "topics_on_unnamed",
    "words_by_kind",
    "write_table",
]
