"""Whom a description means that names nobody: "the official", "the senator", "the company", "the report"."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from analysis.sourcing.entities.descriptions import Description, describe
from analysis.sourcing.entities.discourse import Discourse
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.word_kinds import TELLS_APART, kinds_of
from analysis.sourcing.grammar.vocabulary import (
    Noun,
    bodies,
    plain,
    roles,
    small_words,
    titles,
)

NO_ROW = {"kind": "no kind"}
NEAR = 3
"""In how many sentences an epithet looks for its person, its own with them."""
PAIR = 2
NOMINEE = "nominee"
"""All nouns that mean a candidate stand for one another."""
PARTISAN = re.compile(r"\b(?:[RD](?=[-–])|Republican|Democrat)|^[RD]$")
PARTIES = {"R": "republican", "D": "democrat"}
PARTY = {"gop": "republican", "democrat": "democratic"}


@cache
def _candidates() -> frozenset[str]:
    """The nouns that mean a candidate."""
    return frozenset(noun.singular for noun in roles().values() if noun.office == "candidate")


class Definites:
    """The named people of an article by what it calls them, and the last unnamed ones."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse

    # ---------------------------------------------------------------- people
    def described(self, description: Description, offset: int) -> Entity | None:
        """Return whom "the senator" or "the official" means: the last person so called, named or not."""
        noun = roles().get(description.head)
        head, plural = (noun.singular, noun.plural) if noun else (description.head, False)
        wanted = {_party(plain(w)) for w in description.words[:-1]} - small_words("loose")
        unnamed = next((e for e in self.discourse.headed(head, plural) if wanted <= set(plain(e.text).split())), None)
        if plural:
            return unnamed
        wanted |= {plain(w) for w in description.after.split() if w[0].isupper()}
        at, named = self._last_called(head, wanted, offset)
        return unnamed if unnamed is not None and self.discourse.last_place(unnamed) > at else named

    def _last_called(self, head: str, wanted: set[str], offset: int) -> tuple[int, Entity | None]:
        """Return the last named person so called, and where; of one alone, mere adjectives may be new."""
        people = self._called.get(NOMINEE if head in _candidates() else head, [])
        if len(people) == 1:
            wanted = {w for w in wanted if kinds_of(w) & TELLS_APART}
        fitting = [person for person in people if wanted <= self._words(person)]
        last = max(fitting, key=lambda person: _place_before(person, offset), default=None)
        at = _place_before(last, offset) if last else -1
        return (at, last) if at >= 0 else (-1, None)

    def _words(self, person: Entity) -> set[str]:
        """All words that an article says of a person."""
        return {_party(plain(w).strip(",")) for role in self._said_of(person) for w in role.split()}

    def _said_of(self, person: Entity) -> tuple[str, ...]:
        return (*person.titles, *self.discourse.roles_of(person))

    @cached_property
    def _called(self) -> dict[str, list[Entity]]:
        """The named people whom the article somewhere calls so: "senator", "judge"."""
        called: dict[str, list[Entity]] = defaultdict(list)
        for person in self.discourse.names.people:
            nouns = {NOMINEE if noun in _candidates() else noun for noun in self._nouns(person)}
            for noun in nouns - small_words("generic"):
                called[noun].append(person)
        return called

    def _nouns(self, person: Entity) -> Iterator[str]:
        """Yield the nouns that may stand for a person: of the titles, of the roles, of the party."""
        for title in person.titles:
            words = plain(title).split()
            keys = (" ".join(words[at:]) for at in range(len(words)))
            yield from (titles()[key]["noun"] for key in keys if key in titles())
        for role in self.discourse.roles_of(person):
            yield from roles().keys() & set(map(plain, describe(role).words[-2:]))
        for said in self._said_of(person):
            yield from (PARTIES[party[0]] for party in PARTISAN.findall(said)[:1])

    def pair(self, description: Description, offset: int) -> tuple[Entity, ...]:
        """`both women`, `the two senators`: the last two named people who are so called, if nobody else was."""
        noun = roles().get(description.head)
        if noun is None or not noun.plural:
            return ()
        named = (entity for _, entity in self.discourse.named_before(offset))
        met = dict.fromkeys(e for e in named if e.is_person and self._may_be(e, noun))
        return tuple(reversed(met)) if len(met) == PAIR else ()

    def _may_be(self, person: Entity, noun: Noun) -> bool:
        """Whether a noun may stand for a named person: by gender, or as the article calls the person."""
        if noun.gender:
            return self.discourse.gender_of(person) == noun.gender
        return person in self._called.get(noun.singular, [])

    def epithet(self, description: Description, offset: int) -> Entity | None:
        """`the real estate developer`, `the Republican candidate`: another word for the named person who spoke last."""
        noun = roles().get(description.head)
        epithet = EPITHETS.get(noun.office) if noun and not noun.plural and not noun.gender else None
        if epithet is None or not epithet.fits(description):
            return None
        near = self._near(offset, named=epithet.of_named)
        return next((entity for entity in near if entity.is_person), None)

    def _near(self, offset: int, *, named: bool) -> Iterator[Entity]:
        """Yield who spoke in the sentences before, the last one first, and who is ``named`` there, the first first."""
        for number in self.discourse.sentences_before(offset, NEAR):
            yield from (entity for _, entity in self.discourse.spoke_before(number, offset))
            told = self.discourse.named(number, offset) if named else []
            yield from (entity for mention, entity in told if not self.discourse.is_reported(mention))

    # ---------------------------------------------------------------- bodies and documents
    def body(self, description: Description, offset: int) -> Entity | None:
        """Return which body "the company" means: the last one called so or known as such, else the last unknown one."""
        wanted = {plain(w) for w in description.words[:-1]}
        named = (entity for _, entity in self.discourse.named_before(offset) if entity.sort == "body")
        fitting = [entity for entity in named if wanted <= _label_words(entity)]
        known = [entity for entity in fitting if _is_called(entity, description.head)]
        unknown = [entity for entity in fitting if not entity.kind]
        return next(iter(known + unknown if description.head in small_words("organic") else known), None)

    def document(self, head: str) -> Entity | None:
        """Return which document "the report" means: the last one with this head."""
        return next((e for e in self.discourse.headed(head, False) if e.sort == "document"), None)


class Epithet(NamedTuple):
    """When a noun may be another word for a named person: standing alone, with words behind it, of one who is named."""

    example: str
    alone: bool
    followed: bool
    of_named: bool

    def fits(self, description: Description) -> bool:
        """Tell whether a description may stand for a person: it tells enough, and not too much."""
        telling = len(description.words) > 1 or description.head in small_words("epithet")
        return (telling or self.alone) and (self.followed or not description.after)


EPITHETS = {
    "private": Epithet("the real estate developer", alone=False, followed=False, of_named=False),
    "candidate": Epithet("the candidate for mayor", alone=True, followed=True, of_named=True),
    "party": Epithet("the liberal", alone=True, followed=False, of_named=False),
}
"""By what a noun says of an office; one that says anything else is no epithet."""


def _is_called(entity: Entity, noun: str) -> bool:
    """Whether a body has a noun in its name, or is of the kind of body that the noun means."""
    row = bodies("word").get(noun, NO_ROW)
    return noun in _label_words(entity) or entity.kind == row["kind"]


def _place_before(person: Entity, offset: int) -> int:
    """Where a person is named last before an offset; -1 where the person is not."""
    before = bisect_left(person.places, (offset, 0))
    return person.places[before - 1].start if before else -1


def _label_words(entity: Entity) -> set[str]:
    return set(plain(entity.label).split())


def _party(word: str) -> str:
    return PARTY.get(word, word)
