"""Decisions about a word by its neighbours, as data: rows of a table, of which the first that fits decides."""

from collections.abc import Container, Iterable
from typing import Generic, NamedTuple, TypeVar

from analysis.sourcing.grammar.tokens import Tokens

Verdict = TypeVar("Verdict")
ANYTHING = ~0
NO_WORDS: frozenset[str] = frozenset()


class Place(NamedTuple):
    """What must stand ``at`` a distance from a word (0: the word itself; -1: the one before).

    It is of one of the classes ``any`` and of ``none`` of those, and one of ``words`` where these are given. Beyond the
    ends of a paragraph stands a word of no class: ``absent`` asks for a place that is free of the classes ``none`` and
    need not be there.
    """

    at: int
    any: int = ANYTHING
    none: int = 0
    words: Container[str] = NO_WORDS
    absent: bool = False

    def fits(self, tokens: Tokens, at: int) -> bool:
        """Tell whether the neighbour of token ``at`` that this place means is as asked for."""
        classes = tokens.classes[at + self.at]
        if classes & self.none or not (classes & self.any or self.absent):
            return False
        return self.words is NO_WORDS or tokens.lower[at + self.at] in self.words


def here(any: int = ANYTHING, none: int = 0, words: Container[str] = NO_WORDS) -> Place:  # noqa: A002
    """Return what the word itself must be."""
    return Place(0, any, none, words)


def before(any: int = ANYTHING, none: int = 0, words: Container[str] = NO_WORDS) -> Place:  # noqa: A002
    """Return what must stand before the word."""
    return Place(-1, any, none, words)


def after(any: int = ANYTHING, none: int = 0, words: Container[str] = NO_WORDS) -> Place:  # noqa: A002
    """Return what must stand behind the word."""
    return Place(1, any, none, words)


class Row(NamedTuple, Generic[Verdict]):
    """A row of a table: what it decides, an example with the word between bars, and what must stand where."""

    verdict: Verdict
    example: str
    places: tuple[Place, ...]

    def fits(self, tokens: Tokens, at: int) -> bool:
        """Tell whether all places are as asked for around token ``at``."""
        return all(place.fits(tokens, at) for place in self.places)


def first_row(rows: Iterable[Row[Verdict]], tokens: Tokens, at: int) -> Row[Verdict] | None:
    """Return the first row that fits token ``at``; None where none does."""
    return next((row for row in rows if row.fits(tokens, at)), None)


def decide(rows: Iterable[Row[Verdict]], tokens: Tokens, at: int, *, default: Verdict) -> Verdict:
    """Return what the first row decides that fits token ``at``, else ``default``."""
    row = first_row(rows, tokens, at)
    return default if row is None else row.verdict
