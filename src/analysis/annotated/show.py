"""The marked article in a notebook: with its colours where a page keeps them, in signs where it does not."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.annotated.marking import LONG, Marking, mark, number_topics
from analysis.annotated.plain import write_plain_html, write_plain_text
from analysis.annotated.rows import lay_rows
from analysis.annotated.statements import name_sources, read_statements
from analysis.annotated.style import output_style
from analysis.annotated.templating import environment
from analysis.article import Article
from analysis.errors import ArticleError, ask_for
from analysis.sentences import split_sentences
from analysis.sourcing import list_sources
from analysis.tables import ATTRIBUTIONS, MENTIONS


def show_article(
    article: Article, attributions: pd.DataFrame | None = None, mentions: pd.DataFrame | None = None, *,
    labels: Mapping[str, str] | None = None, plain: bool = False,
) -> None:  # fmt: skip
    """Display an article with its sources marked: who says what, how sure that is and, opened, why.

    ``attributions`` is a table of `find_attributions`, ``mentions`` one of `find_topics`; of tables of many articles
    the rows of this one are taken. Without both the article shows its parts and its damaged places. ``labels`` name the
    topics (``topics.labels``). ``plain`` marks by brackets and letters instead of colours, which pages that strip style
    (GitHub) keep. The output's plain text has these signs, too.
    Raises ArticleError where ``article`` is none, TableError where a table is not what it should be.
    """
    ask_for(article, Article, "an article", "make one with read_article(path)", error=ArticleError)
    if attributions is None and mentions is None:
        _emit({"text/html": article._repr_html_(), "text/plain": repr(article)})
        return
    said = ATTRIBUTIONS.empty() if attributions is None else ATTRIBUTIONS.check(attributions)
    met = MENTIONS.empty() if mentions is None else MENTIONS.check(mentions)
    topics = number_topics(_rows_of(met, article))
    marking = _mark(article, _rows_of(said, article), _rows_of(met, article), topics)
    text = write_plain_text(marking)
    html = write_plain_html(marking) if plain else write_output(marking, _label(topics, labels or {}))
    _emit({"text/html": html, "text/plain": text})


def write_output(marking: Marking, topics: list[tuple[int, str]]) -> str:
    """Return the marked article as HTML that brings its style along and leaves the page around it as it is."""
    template = environment().get_template("output.html")
    return template.render(
        rows=lay_rows(marking, linked=False), topics=topics, style=output_style(len(topics)), long=LONG,
        group=f"topic-{marking.article.sha256[:12]}",
    )  # fmt: skip


def _mark(article: Article, said: pd.DataFrame, met: pd.DataFrame, topics: Mapping[str, int]) -> Marking:
    statements = read_statements(said, names=name_sources(list_sources(said)))
    return mark(article, statements, sentences=split_sentences(article), mentions=met, topics=topics)


def _rows_of(table: pd.DataFrame, article: Article) -> pd.DataFrame:
    return table[table["article"] == article.name]


def _label(topics: Mapping[str, int], labels: Mapping[str, str]) -> list[tuple[int, str]]:
    return [(number, labels.get(topic, topic)) for topic, number in topics.items()]


def _emit(data: dict[str, Any]) -> None:
    """Hand one output to the notebook; imported here, since nothing else needs one."""
    from IPython.display import display

    display(data, raw=True)
