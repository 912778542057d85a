"""The statements of one article as a reader is shown them: with a code for each source, and how sure each is."""

import math
from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from analysis.spans import Span, parse_spans
from analysis.tables import ATTRIBUTIONS, rows_of

LETTERS = {"anonymous": "A", "organization": "O", "document": "D", "named": "N"}
"""The kinds that are marked, in the order of bars and squares; what nobody vouches for has no mark."""
SURE, LIKELY = 0.8, 0.6
"""From this confidence on a statement is called sure, and likely; below it is unsure."""
APART = "; "


class Statement(NamedTuple):
    """A row of ``attributions`` that has a source: where its words stand, who says them, how they were found.

    ``pieces``, ``who`` and ``cue`` are offsets into the article's text; ``codes``, ``sources`` (ids) and ``names``
    have an entry for each of those who speak together. ``confidence`` is 0 to 1, NaN where it is not known.
    """

    number: int
    paragraph: int
    sentence: int
    kind: str
    codes: tuple[str, ...]
    sources: tuple[str, ...]
    names: tuple[str, ...]
    pieces: tuple[Span, ...]
    who: Span | None
    cue: Span | None
    cue_text: str
    source_text: str
    anonymity: str
    official: bool
    quote: str
    speech: bool
    rule: str
    marker: str
    n_words: int
    confidence: float

    @property
    def sureness(self) -> str:
        """How sure the reading is: sure, likely, unsure, or unknown."""
        if math.isnan(self.confidence):
            return "unknown"
        return "sure" if self.confidence >= SURE else "likely" if self.confidence >= LIKELY else "unsure"

    @property
    def is_doubtful(self) -> bool:
        """Whether a reader is asked to look for himself: a dashed line and a question mark."""
        return self.sureness in ("likely", "unsure")

    @property
    def signs(self) -> tuple[str, ...]:
        """The codes as they stand in the text: ``A1``, or ``A1?`` where the reading is doubtful."""
        return tuple(code + "?" * self.is_doubtful for code in self.codes)

    @property
    def letter(self) -> str:
        """The letter of the kind, small, as the style has it."""
        return LETTERS[self.kind].lower()


def read_statements(attributions: pd.DataFrame, *, names: dict[str, str] | None = None) -> list[Statement]:
    """Return the statements of one article in the order of the text; rows without a source are left out.

    ``names`` are what sources are called to a reader (`name_sources`); one without a name keeps its own.
    Raises TableError where ``attributions`` is no such table.
    """
    columns = (
        "attribution", "paragraph", "sentence", "kind", "source", "content_spans", "source_start", "source_end",
        "cue_start", "cue_end", "cue_text", "source_text", "anonymity", "official", "quote", "speech", "rule", "marker",
        "n_words", "confidence",
    )  # fmt: skip
    ordered = ATTRIBUTIONS.check(attributions).sort_values(["content_start", "attribution"], kind="stable")
    names = names or {}
    codes = Codes()
    found = []
    for number, paragraph, sentence, kind, source, spans, *rest in rows_of(ordered, *columns):
        if kind in LETTERS:
            members = tuple(source.split(APART))
            called = tuple(names.get(m) or call(m) for m in members)
            coded = tuple(codes.of(kind, m) for m in members)
            who, cue, pieces = _span(*rest[:2]), _span(*rest[2:4]), tuple(parse_spans(spans))
            found.append(
                Statement(number, paragraph, sentence, kind, coded, members, called, pieces, who, cue, *rest[4:])
            )
    return found


class Codes:
    """Codes of sources, a letter for the kind and a number by first appearance."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], str] = {}
        self.last: dict[str, int] = {}

    def of(self, kind: str, source: str) -> str:
        """Return the code of a source, a new one where it has none yet."""
        if (kind, source) not in self.known:
            self.last[kind] = self.last.get(kind, 0) + 1
            self.known[kind, source] = f"{LETTERS[kind]}{self.last[kind]}"
        return self.known[kind, source]


def name_sources(sources: pd.DataFrame) -> dict[str, str]:
    """Return what each source of a table ``sources`` is called to a reader, by its id."""
    return {source: call(name or source) for source, name in rows_of(sources, "source", "name")}


def call(source: str) -> str:
    """Return a source's id as it stands at the beginning of a line: ``Senior defense official``."""
    return source[:1].upper() + source[1:]


def in_paragraph(statements: Iterable[Statement], number: int) -> list[Statement]:
    """Return the statements that are told of beside this paragraph: those that begin there."""
    return [s for s in statements if s.paragraph == number]


def _span(start: Any, end: Any) -> Span | None:
    return None if start is None or pd.isna(start) or pd.isna(end) else Span(int(start), int(end))
