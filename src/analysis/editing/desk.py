"""An article's sourcing as an editor has it before them: statements, runs of words by source, unnamed voices."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

import pandas as pd

from analysis.crosstabs import spans_by_kind
from analysis.lexicon import words_of
from analysis.tables import SENTENCES, rows_of

SPOKESPERSON = "spokesperson"
SURE = 0.8
"""How sure a statement must be, that a verdict may rest on it."""
BEFORE, BEHIND = re.compile(r"([\w’'-]+)\s*$"), re.compile(r"\s*([\w-]+)")
"""The word that stands right before a place, or right behind it, where no mark comes between."""
BORDERS = (
    "adverb",
    "negation",
    "time",
    "conjunction",
    "subordinator",
    "preposition",
    "auxiliary",
    "relative",
    "postposed",
)


class Line(NamedTuple):
    """A sentence of the article; the body's count from 1."""

    paragraph: int
    sentence: int
    part: str
    start: int
    n_words: int
    text: str


class Statement(NamedTuple):
    """An attribution: where its cue stands, who speaks, how; offsets are missing where the text gives no source."""

    sentence: int
    source: str
    kind: str
    anonymity: str
    official: bool
    quote: str
    speech: bool
    n_words: int
    cue_text: str
    source_start: int | None
    source_end: int | None
    confidence: float

    @property
    def is_unnamed(self) -> bool:
        """Whether people speak whom the article neither names nor lets speak for a named body."""
        return self.kind == "anonymous" and self.anonymity != SPOKESPERSON


class Run(NamedTuple):
    """Neighbouring words of a sentence that rest on the same source."""

    paragraph: int
    sentence: int
    kind: str
    source: str
    n_words: int


class Voice(NamedTuple):
    """An unnamed source as the table of sources has it."""

    source: str
    anonymity: str
    official: bool
    anonymity_reason: str
    description: str
    detail: str

    @property
    def is_crowd(self) -> bool:
        """`critics`, `farmers`, `his lawyers`: a group without office, of whom nothing says that it is shielded."""
        return self.anonymity == "group" and not self.official


@dataclass
class Desk:
    """All of one article; ``voices`` are its unnamed sources, voices of named bodies left out."""

    article: str
    lines: list[Line] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    voices: list[Voice] = field(default_factory=list)

    @cached_property
    def body(self) -> list[Line]:
        """The sentences of the body."""
        return [line for line in self.lines if line.part == "body"]

    @cached_property
    def speaking(self) -> dict[int, list[Run]]:
        """The attributed runs of each body sentence that has some."""
        found: dict[int, list[Run]] = defaultdict(list)
        for run in self.runs:
            if run.kind != "unattributed":
                found[run.sentence].append(run)
        return found

    @cached_property
    def voices_of_bodies(self) -> frozenset[str]:
        """Unnamed sources who speak for a named body."""
        return frozenset(s.source for s in self.statements if s.kind == "anonymous" and not s.is_unnamed)

    def is_unnamed(self, run: Run) -> bool:
        """Whether a run rests on unnamed people who do not speak for a named body."""
        return run.kind == "anonymous" and run.source not in self.voices_of_bodies

    @cached_property
    def crowds(self) -> frozenset[str]:
        """Unnamed groups without office that nothing says are shielded."""
        return frozenset(voice.source for voice in self.voices if voice.is_crowd)

    @cached_property
    def unnamed_only(self) -> list[int]:
        """Body sentences all of whose attributed words rest on unnamed people."""
        return [number for number, runs in self.speaking.items() if all(map(self.is_unnamed, runs))]

    def statements_of(self, source: str) -> list[Statement]:
        """The statements of this source, or of one of these, alone or jointly."""
        members = set(source.split("; "))
        return [statement for statement in self.statements if not members.isdisjoint(statement.source.split("; "))]

    def places(self, source: str) -> list[int]:
        """The body sentences where this source speaks, alone or jointly."""
        return sorted({s.sentence for s in self.statements_of(source) if s.sentence > 0})

    def is_sure(self, source: str) -> bool:
        """Whether all that is known of a source is sure: each of its statements, and that its words are read whole."""
        return all(s.confidence >= SURE and self._is_whole(s) for s in self.statements_of(source))

    def _is_whole(self, statement: Statement) -> bool:
        """Whether the words that name a source stand between two marks, its cue, or small words that are none of it."""
        line, first, last = self._by_number.get(statement.sentence), statement.source_start, statement.source_end
        if first is None or last is None or pd.isna(first):
            return True
        if line is None:
            return False
        start, end = first - line.start, last - line.start
        cue = statement.cue_text.lower().split()
        beside = BEFORE.search(line.text[: max(0, start)].lower()), BEHIND.match(line.text[max(0, end) :].lower())
        return all(word is None or word[1] in cue or word[1] in _borders() for word in beside)

    @cached_property
    def _by_number(self) -> dict[int, Line]:
        return {line.sentence: line for line in self.lines}


def lay_out(
    attributions: pd.DataFrame, sentences: pd.DataFrame, *, sources: pd.DataFrame | None = None
) -> Iterator[Desk]:
    """Yield a desk for each article of ``sentences``, in their order."""
    SENTENCES.check(sentences)
    desks: dict[str, Desk] = {}
    for article, *cells in rows_of(sentences, "article", *Line._fields):
        desks.setdefault(article, Desk(article)).lines.append(Line(*cells))
    for article, *cells in rows_of(spans_by_kind(attributions, sentences), "article", *Run._fields):
        desks[article].runs.append(Run(*cells))
    for article, *cells in rows_of(attributions, "article", *Statement._fields):
        if article in desks:
            desks[article].statements.append(Statement(*cells))
    for article, kind, *cells in rows_of(sources, "article", "kind", *Voice._fields) if sources is not None else ():
        if article in desks and kind == "anonymous" and (voice := Voice(*cells)).anonymity != SPOKESPERSON:
            desks[article].voices.append(voice)
    yield from desks.values()


@cache
def _borders() -> frozenset[str]:
    """Return the words behind which a new phrase begins."""
    return frozenset().union(*(words_of("closed_classes", "word", **{"class": name}) for name in BORDERS))


def in_order(sentences: Iterable[int]) -> str:
    """Write sentence numbers as one cell: ``1, 2, 25``; empty for none."""
    return ", ".join(map(str, sorted(set(sentences))))
