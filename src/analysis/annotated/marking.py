"""What is marked in one article: its sentences, statements, topics and damaged places, as layers over its text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from analysis.annotated.nesting import Layer, Node, nest
from analysis.annotated.statements import Statement
from analysis.article import Article
from analysis.spans import Span
from analysis.tables import MENTIONS, SENTENCES, rows_of

LONG = 30
"""A sentence of more words than these is shown as long, where a reader asks for long sentences."""


class SentenceMark(NamedTuple):
    """A sentence of headline or body, by its number."""

    number: int
    n_words: int


class TopicMark(NamedTuple):
    """A mention of a topic: the topic's number on the page, and where it begins, so that no two are the same."""

    number: int
    start: int


@dataclass(frozen=True)
class Marking:
    """An article's text with its marks: layers from the outermost to the innermost, and the statements.

    ``last`` is where the last piece of each statement ends that is marked.
    """

    article: Article
    statements: Sequence[Statement]
    layers: Sequence[Layer]
    last: Mapping[int, int]

    def tree(self, stretch: Span) -> list[Node | Span]:
        """Return a stretch of the text as a tree of marks."""
        return nest(stretch, self.layers)


def mark(
    article: Article, statements: Sequence[Statement], *, sentences: pd.DataFrame | None = None,
    mentions: pd.DataFrame | None = None, topics: Mapping[str, int] | None = None,
) -> Marking:  # fmt: skip
    """Return an article marked with these statements, sentences (a table ``sentences``) and mentions of topics.

    ``topics`` numbers the topics of ``mentions``; those without a number are not marked. Over the same words the
    earlier statement wins; who speaks and the verb are marked for every statement. Raises TableError where a table is
    not what it should be.
    """
    said = Layer("statement", ((piece, s.number) for s in statements for piece in s.pieces))
    layers = [
        Layer("sentence", _sentences(sentences)),
        said,
        Layer("who", ((s.who, s.number) for s in statements if s.who)),
        Layer("cue", ((s.cue, s.number) for s in statements if s.cue)),
        Layer("topic", _topics(mentions, topics or {})),
        Layer("damage", ((Span(a.start, a.end), a) for a in article.anomalies)),
    ]
    shown = (marked for p in article.paragraphs for marked in said.within(Span(p.start, p.end)))
    return Marking(article, statements, layers, {number: span.end for span, number in shown})


def _sentences(table: pd.DataFrame | None) -> Iterable[tuple[Span, SentenceMark]]:
    if table is None:
        return
    columns = ("start", "end", "sentence", "n_words")
    for start, end, number, n_words in rows_of(SENTENCES.check(table, text=False), *columns):
        yield Span(start, end), SentenceMark(number, n_words)


def _topics(table: pd.DataFrame | None, numbers: Mapping[str, int]) -> Iterable[tuple[Span, TopicMark]]:
    if table is None:
        return
    for start, end, topic in rows_of(MENTIONS.check(table), "start", "end", "topic"):
        if topic in numbers:
            yield Span(start, end), TopicMark(numbers[topic], start)


def number_topics(mentions: pd.DataFrame) -> dict[str, int]:
    """Return a number from 1 for each topic of a table ``mentions``, by first mention."""
    return {topic: number for number, topic in enumerate(mentions["topic"].unique(), 1)}
