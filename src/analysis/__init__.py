"""News articles in notebooks: how hard they are to read, who they are based on, and what they cover.

Here stands what every analysis begins with; more of each subject is in its room: ``an.plots``, ``an.topics``,
``an.readability``, ``an.sourcing``, ``an.crosstabs``, ``an.editing``, ``an.comparison``, ``an.answers``, ``an.tables``.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from analysis import answers, comparison, crosstabs, editing, readability, sourcing, tables, topics
from analysis.article import Article, article_from_text, find_article, read_article, read_articles
from analysis.corpus import measure, measure_files, measure_lazily, read_catalogue
from analysis.crosstabs import topics_by_source
from analysis.editing import check_sourcing, measure_sourcing
from analysis.errors import AnalysisError
from analysis.readability import measure_readability
from analysis.reference import place_article, read_reference
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions, list_sources
from analysis.tables import TABLES
from analysis.topics import count_topics, find_topics, read_topics

if TYPE_CHECKING:
    from analysis import plots
    from analysis.annotated import show_article
    from analysis.plots import say, show, show_table
else:

    def __getattr__(name: str) -> object:
        """Load what shows things when it is asked for: matplotlib takes as long as all the rest."""
        if name not in __all__:
            rooms = ", ".join(n for n in __all__ if isinstance(globals().get(n), ModuleType))
            raise AttributeError(f"there is no {__name__}.{name}: look for it in {rooms} or plots")
        if name == "show_article":
            return import_module("analysis.annotated").show_article
        plots = import_module("analysis.plots")
        return plots if name == "plots" else getattr(plots, name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})


__all__ = [
    "TABLES",
    "AnalysisError",
    "Article",
    "answers",
    "article_from_text",
    "check_sourcing",
    "comparison",
    "count_topics",
    "crosstabs",
    "editing",
    "find_article",
    "find_attributions",
    "find_topics",
    "list_sources",
    "measure",
    "measure_files",
    "measure_lazily",
    "measure_readability",
    "measure_sourcing",
    "place_article",
    "plots",
    "read_article",
    "read_articles",
    "read_catalogue",
    "read_reference",
    "read_topics",
    "readability",
    "say",
    "show",
    "show_article",
    "show_table",
    "sourcing",
    "split_sentences",
    "tables",
    "topics",
    "topics_by_source",
]
