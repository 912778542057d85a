"""Every table of some articles: the one way through, from text to `topics_by_source`."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis.article import Article, each_article, list_anomalies, list_paragraphs, tabulate_articles
from analysis.crosstabs import topics_by_source, words_by_kind
from analysis.editing import measure_sourcing
from analysis.errors import CorrectionsError
from analysis.readability import count_and_measure
from analysis.sentences import split_sentences
from analysis.sourcing import apply_corrections, find_attributions, list_sources
from analysis.tables import CORRECTED, ERRORS, TABLES, rows_of
from analysis.topics import Topics, choose_topics, count_topics, find_topics

Tables = dict[str, pd.DataFrame]


def measure(
    articles: Article | Iterable[Article], *, topics: Topics | None = None, corrections: pd.DataFrame | None = None
) -> Tables:
    """Return all tables of these articles, by name, in the order in which the schemas stand in `tables.TABLES`.

    In every table the rows of an article stand together, in the order of the articles, so that many articles give
    the same rows as each alone. ``topics`` is what `read_topics` returned; None takes the project's own.
    ``corrections`` are what people say is right (`read_corrections`); those that no longer fit are the rows of
    ``errors``, which has others only where files are read (`measure_files`). Names of articles must differ. Raises
    TopicsError where the project's topics cannot be read, CorrectionsError where a correction has a fault of its own.
    """
    return measure_and_tell(articles, topics=topics, corrections=corrections)[0]


def measure_and_tell(
    articles: Article | Iterable[Article], *, topics: Topics | None = None, corrections: pd.DataFrame | None = None
) -> tuple[Tables, pd.DataFrame]:
    """Return all tables as `measure` does, and what became of each correction on these articles (`CORRECTED`)."""
    articles = list(each_article(articles))
    given = {} if corrections is None else {"corrections": corrections}
    tables = take_steps(articles, choose_topics(topics), **given)
    told = tables.pop(CORRECTED.name, CORRECTED.empty())
    tables["errors"] = list_misfits(told)
    order = {article.name: number for number, article in enumerate(articles)}
    return {name: _by_article(tables[name], order) if name != "errors" else tables[name] for name in TABLES}, told


def list_misfits(told: pd.DataFrame) -> pd.DataFrame:
    """Return the corrections that no longer fit, as a table ``errors``."""
    misfits = rows_of(told[told["message"] != ""], "row", "message")
    return ERRORS.frame((f"corrections, row {row}", CorrectionsError.__name__, message) for row, message in misfits)


def take_steps(articles: list[Article], topics: Topics, *, corrections: pd.DataFrame | None = None) -> Tables:
    """Return the table of each step, by the name of its schema: a new table is one more line here.

    With ``corrections`` there is one more, ``corrected``: what became of them.
    """
    sentences = split_sentences(articles)
    attributions, told = find_attributions(sentences), {}
    if corrections is not None:
        attributions, told[CORRECTED.name] = apply_corrections(attributions, sentences, corrections)
    mentions = find_topics(sentences, topics=topics)
    counts, readability = count_and_measure(sentences)
    return told | {
        "articles": tabulate_articles(articles, sentences),
        "paragraphs": list_paragraphs(articles),
        "sentences": sentences,
        "anomalies": list_anomalies(articles),
        "counts": counts,
        "readability": readability,
        "attributions": attributions,
        "sources": list_sources(attributions, corrections=corrections),
        "sourcing": measure_sourcing(attributions, sentences),
        "words_by_kind": words_by_kind(attributions, sentences),
        "mentions": mentions,
        "topics": count_topics(mentions, sentences, topics=topics),
        "topics_by_source": topics_by_source(mentions, attributions, sentences),
        "errors": ERRORS.empty(),
    }


def _by_article(frame: pd.DataFrame, order: dict[str, int]) -> pd.DataFrame:
    """Return the table with the rows of each article together, otherwise in their order."""
    if frame.empty:
        return frame
    codes, names = pd.factorize(frame["article"])
    numbers = np.array([order[name] for name in names], dtype=np.int64)[codes]
    if (np.diff(numbers) >= 0).all():
        return frame
    return frame.iloc[numbers.argsort(kind="stable")].reset_index(drop=True)
