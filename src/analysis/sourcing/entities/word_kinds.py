"""What a word may be in a name or in a description, as bits: a word may be of several kinds ("post": BODY_WORD, ROLE).

The word lists decide; of what is no list's a word's shape tells: a capital, an initial.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from operator import methodcaller
from typing import NamedTuple

from analysis.sourcing.entities.name_shapes import INITIAL, is_capital
from analysis.sourcing.grammar.vocabulary import (
    adjectives,
    bodies,
    documents,
    first_names,
    office_words,
    places,
    plain,
    roles,
    small_words,
    titles,
)

TITLE, ROLE, PLURAL, PEOPLE, DOCUMENT, BODY_WORD, BODY_SUFFIX, BODY_NAME, PLACE, ADJECTIVE = (1 << n for n in range(10))
PARTY, OFFICE, NAME_SUFFIX, RANK, POSSESSIVE, PREPOSITION, POSTPOSED, TIME, OPENER, AND, OR = (
    1 << n for n in range(10, 21)
)
FIRST_NAME, INITIALS, CAPITAL, LINK, PARTICLE, AMPERSAND, ARTICLE, SMALL, GENITIVE, PARTICIPLE, WORD = (
    1 << n for n in range(21, 32)
)
DETERMINER, PART, STRONG = (1 << n for n in range(32, 35))
BEHIND_PLACE, BEHIND_BODY, BEHIND_LINK, BEHIND_TITLE = (1 << n for n in range(35, 39))
"""What stands before a word, which no word tells by itself: those who know it add it."""

HEAD = ROLE | DOCUMENT | BODY_WORD
"""What a noun phrase may end with."""
BODY = BODY_WORD | BODY_SUFFIX | BODY_NAME
MAKES_BODY = BODY_WORD | BODY_SUFFIX
DESCRIPTOR = ADJECTIVE | PLACE | ROLE | BODY_NAME | PARTY
"""What may stand before a full name without being part of it."""
BEFORE_NOUN = OFFICE | RANK
"""What may stand before a common noun that has a capital: "New Poll"."""
JOINS = AND | OR | AMPERSAND
TELLS_APART = ADJECTIVE | PLACE | OFFICE | BODY_NAME
"""What tells one holder of an office from another: a country, a place, a body, a party."""


ANYTHING = ~0


class Has(NamedTuple):
    """What the word ``at`` a distance must be: of one of the kinds ``any``, and of ``none`` of those."""

    at: int
    any: int = ANYTHING
    none: int = 0


def all_fit(places: Iterable[Has], kinds: Sequence[int], at: int) -> bool:
    """Tell whether all words around word ``at`` are as asked for."""
    for distance, wanted, unwanted in places:  # a plain loop: this is asked of every word of every source
        found = kinds[at + distance]
        if not found & wanted or found & unwanted:
            return False
    return True


class Row(NamedTuple):
    """A row of a table: a name, an example with the word between bars, and what must stand where."""

    name: str
    example: str
    places: tuple[Has, ...]

    def fits(self, kinds: Sequence[int], at: int) -> bool:
        """Tell whether all words around word ``at`` are as asked for."""
        return all_fit(self.places, kinds, at)


def first_row(rows: Iterable[Row], kinds: Sequence[int], at: int) -> str:
    """Return the name of the first row that fits word ``at``; empty where none does."""
    for row in rows:
        if all_fit(row.places, kinds, at):
            return row.name
    return ""


@cache
def _listed() -> dict[str, int]:
    """The kinds of the words of all lists, as lists are keyed."""
    kinds: dict[str, int] = defaultdict(int)
    lists: tuple[tuple[int, Iterable[str]], ...] = (
        (TITLE, titles()),
        (ROLE, roles()),
        (PEOPLE, (key for key, noun in roles().items() if noun.plural and noun.singular != key)),
        (PLURAL, (key for key, noun in roles().items() if noun.plural)),
        (DOCUMENT, documents()),
        (BODY_WORD, bodies("word")),
        (BODY_SUFFIX, bodies("suffix")),
        (BODY_NAME, bodies("name")),
        (PLACE, places()),
        (ADJECTIVE, adjectives()),
        (PARTY, small_words("party")),
        (OFFICE, office_words()),
        (NAME_SUFFIX, small_words("name suffix")),
        (RANK, small_words("adjective")),
        *((DETERMINER, small_words(kind)) for kind in ("possessive", "definite", "indefinite", "quantifier")),
        (PART, small_words("part")),
        (STRONG, small_words("strong participle")),
        (POSSESSIVE, small_words("possessive")),
        (PREPOSITION, small_words("preposition")),
        (POSTPOSED, small_words("postposed")),
        (TIME, small_words("time")),
        (OPENER, small_words("opener")),
        (PARTICLE, small_words("particle")),
        (AND, ("and",)),
        (OR, ("or",)),
        (AMPERSAND, ("&",)),
    )
    for kind, words in lists:
        for word in words:
            kinds[word] |= kind
    return dict(kinds)


@cache
def _printed() -> dict[str, int]:
    """The kinds of words for which it matters how they are printed: "Will", but not "will"."""
    kinds = dict.fromkeys(first_names(), FIRST_NAME)
    return {**kinds, **dict.fromkeys(small_words("name link"), LINK), "the": ARTICLE}


Shape = tuple[int, Callable[[str], object]]
OF_AN_OWNER: Shape = (GENITIVE, methodcaller("endswith", ("’s", "'s", "s’", "s'")))
SHAPES_OF_CAPITALS: tuple[Shape, ...] = ((INITIALS, INITIAL.match), OF_AN_OWNER)
SHAPES_OF_OTHERS: tuple[Shape, ...] = (
    (SMALL, str.islower),
    (PARTICIPLE, re.compile(r"\w+(?:ing|ed)$").match),
    OF_AN_OWNER,
)


@lru_cache(maxsize=100_000)
def kinds_of(word: str) -> int:
    """Return the kinds of a word as it is printed."""
    kinds = WORD | _listed().get(plain(word), 0) | _printed().get(word, 0)
    shapes = SHAPES_OF_OTHERS
    if is_capital(word):
        kinds, shapes = kinds | CAPITAL, SHAPES_OF_CAPITALS
    for kind, fits in shapes:
        if fits(word):
            kinds |= kind
    return kinds
