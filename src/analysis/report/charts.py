"""Charts as plain figures in per cent of a width: the templates draw them as SVG that grows with the page."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from math import ceil
from typing import NamedTuple

from analysis.annotated.statements import LETTERS
from analysis.crosstabs import spans_by_kind
from analysis.report.facts import KINDS, Facts
from analysis.tables import rows_of

WRITERS = "u"
ROOM = 7.0
"""A piece of a bar is labelled from this width on, in per cent of the bar."""
MOST_NUMBERS = 14
COLOURS = {"a": "#D55E00", "o": "#56B4E9", "d": "#CC79A7", "n": "#0072B2", "u": "#D9D9D9"}


class Piece(NamedTuple):
    """A piece of a bar: kind, where it begins and how wide it is, both in per cent, and what is written on it."""

    letter: str
    at: float
    width: float
    label: str = ""

    @property
    def colour(self) -> str:
        """The fill, so that the chart can be read without the style."""
        return COLOURS[self.letter]

    @property
    def middle(self) -> float:
        """Where the label stands."""
        return self.at + self.width / 2


class Strip(NamedTuple):
    """The article as one line: pieces, and where paragraphs begin, each with its number (empty where it has none)."""

    pieces: list[Piece]
    ticks: list[tuple[float, str]]


def letter_of(kind: str) -> str:
    """Return the letter of a kind as the style has it."""
    return LETTERS.get(kind, WRITERS).lower()


def stack(amounts: Mapping[str, int], labels: Mapping[str, str], *, whole: int | None = None) -> list[Piece]:
    """Return the pieces of a bar, in the order of the kinds; nothing where there is nothing to show."""
    total = whole or sum(amounts.values())
    pieces, at = [], 0.0
    for kind in KINDS:
        width = 100 * amounts.get(kind, 0) / total if total else 0.0
        if width:
            pieces.append(Piece(letter_of(kind), at, width, labels.get(kind, "") if width >= ROOM else ""))
            at += width
    return pieces


def draw_strip(facts: Facts) -> Strip:
    """Return the body as one line, from its first word to its last, by whose account the words are."""
    runs = list(rows_of(spans_by_kind(facts.tables["attributions"], facts.tables["sentences"]),
                        "paragraph", "kind", "n_words"))  # fmt: skip
    total = sum(n for *_, n in runs)
    return Strip(_merge(runs, total), _ticks(runs, total))


def _merge(runs: Iterable[tuple[int, str, int]], total: int) -> list[Piece]:
    pieces, at = [], 0
    for kind, same in groupby(runs, key=lambda run: run[1]):
        n = sum(run[2] for run in same)
        pieces.append(Piece(letter_of(kind), 100 * at / total, 100 * n / total))
        at += n
    return pieces


def _ticks(runs: Iterable[tuple[int, str, int]], total: int) -> list[tuple[float, str]]:
    """Return where each paragraph begins; of many only some are numbered, so that the numbers do not touch."""
    starts, at = [], 0
    for number, same in groupby(runs, key=lambda run: run[0]):
        starts.append((100 * at / total, number))
        at += sum(run[2] for run in same)
    step = max(1, ceil(len(starts) / MOST_NUMBERS))
    ticks, last = [], -10.0
    for place, (x, number) in enumerate(starts):
        shown = place % step == 0 and x - last >= 2
        last = x if shown else last
        ticks.append((x, str(number) if shown else ""))
    return ticks
