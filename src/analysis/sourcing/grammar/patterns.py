"""Decisions about a word by its neighbours, as data: rows of a table, of which the first that fits decides."""

from collections.abc import Container, Iterable, Iterator, Set
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from analysis.sourcing.grammar.closed_classes import Words
from analysis.sourcing.grammar.tokens import Tokens

Verdict = TypeVar("Verdict")
ANYTHING = ~0
NO_WORDS: frozenset[str] = frozenset()


Plain = tuple[int, int, int, Container[str], bool]
"""A `Place` as a plain tuple, which takes a third of the time to unpack."""


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
        """Tell whether the neighbour of token ``at`` that this place means is as asked for; `Table` asks it faster."""
        listed = self.words is NO_WORDS or tokens.lower[at + self.at] in self.words
        return listed and self.may_be(tokens.classes[at + self.at])

    def may_be(self, classes: int) -> bool:
        """Tell whether a word of these classes may stand here, as far as the classes tell."""
        return not classes & self.none and (self.absent or bool(classes & self.any))

    def read(self) -> "Plain":
        """Return this place with its words read from their lexicon."""
        words = self.words.words if isinstance(self.words, Words) and not self.words.endings else self.words
        return self.at, self.any, self.none, words, self.absent


def here(any: int = ANYTHING, none: int = 0, words: Container[str] = NO_WORDS) -> Place:
    """Return what the word itself must be."""
    return Place(0, any, none, words)


def before(any: int = ANYTHING, none: int = 0, words: Container[str] = NO_WORDS) -> Place:
    """Return what must stand before the word."""
    return Place(-1, any, none, words)


def after(any: int = ANYTHING, none: int = 0, words: Container[str] = NO_WORDS) -> Place:
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

    def may_fit(self, classes: int) -> bool:
        """Tell whether a word of these classes may fit, as far as the classes tell."""
        return all(place.may_be(classes) for place in self.places if place.at == 0)

    def left(self) -> tuple[Plain, ...]:
        """Return what is still to be looked at where the classes of the word itself are known to fit."""
        return tuple(place.read() for place in self.places if place.at or place.words is not NO_WORDS)


Checks = tuple[tuple[Verdict, tuple[Plain, ...]], ...]
"""Verdicts of rows, each with what is still to be looked at."""
ByWord = tuple[Set[str], Checks[Verdict], Checks[Verdict]]
"""The words that rows ask for where the word itself stands; the rows for one of these, and those for any other word."""


def _listed(places: Iterable[Plain]) -> Set[str]:
    """Return the words of which one must stand where the word itself stands; none where they are no plain list."""
    for at, _, _, words, _ in places:
        if at == 0 and isinstance(words, frozenset | set):
            return words
    return NO_WORDS


class _Fitting(dict[int, ByWord[Verdict]]):
    """For the classes of a word the rows that it may fit, worked out once: their verdicts, and what else each asks."""

    def __init__(self, rows: Iterable[Row[Verdict]]) -> None:
        super().__init__()
        self.rows = tuple(rows)

    def __missing__(self, classes: int) -> ByWord[Verdict]:
        rows = tuple((r.verdict, left) for r, left in zip(self.rows, self._left, strict=True) if r.may_fit(classes))
        listed = [_listed(left) for _, left in rows]
        others = tuple(row for row, words in zip(rows, listed, strict=True) if not words)
        known = self[classes] = NO_WORDS.union(*listed), rows, others
        return known

    @cached_property
    def _left(self) -> list[tuple[Plain, ...]]:
        """What each row asks for but the classes of the word itself."""
        return [row.left() for row in self.rows]


class Table(Generic[Verdict]):
    """Rows of which the first that fits decides, else ``default``.

    What the classes of the word itself rule out is found out once for each combination of classes, so that only the
    neighbours are looked at; the lists of words are read then, too.
    """

    def __init__(self, default: Verdict, *rows: Row[Verdict]) -> None:
        self.default = default
        self.rows = rows
        self._fitting = _Fitting(rows)

    def decide(self, tokens: Tokens, at: int) -> Verdict:
        """Return the verdict on token ``at``; nothing is asked more often, so the places are looked at in one loop."""
        classes, lower = tokens.classes, tokens.lower
        listed, for_listed, for_others = self._fitting[classes[at]]
        for verdict, places in for_listed if lower[at] in listed else for_others:
            for place, any_, none, words, absent in places:
                found = classes[at + place]
                if found & none or not (found & any_ or absent):
                    break
                if words is not NO_WORDS and lower[at + place] not in words:
                    break
            else:
                return verdict
        return self.default

    def verdicts(self, tokens: Tokens, at: int) -> Iterator[Verdict]:
        """Yield the verdicts of all rows that fit token ``at``, in their order; see `decide` for the one loop."""
        classes, lower = tokens.classes, tokens.lower
        listed, for_listed, for_others = self._fitting[classes[at]]
        for verdict, places in for_listed if lower[at] in listed else for_others:
            for place, any_, none, words, absent in places:
                found = classes[at + place]
                if found & none or not (found & any_ or absent):
                    break
                if words is not NO_WORDS and lower[at + place] not in words:
                    break
            else:
                yield verdict
