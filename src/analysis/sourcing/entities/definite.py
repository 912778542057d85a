"""Whom a description means that names nobody: "the official", "the senator", "the company", "the report"."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property

from analysis.sourcing.entities.descriptions import Description, describe
from analysis.sourcing.entities.discourse import Discourse
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.grammar.vocabulary import (
    Noun,
    adjectives,
    bodies,
    office_words,
    places,
    plain,
    roles,
    small_words,
    titles,
)

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
        if len(people) == 1 or head in PARTIES.values():
            wanted = {w for w in wanted if _tells_apart(w)}
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
        if noun is None or noun.plural or noun.gender or noun.office not in ("private", "candidate", "party"):
            return None
        candidate = noun.office == "candidate"
        famous = description.head in small_words("epithet")
        bare = noun.office == "private" and len(description.words) < 2 and not famous
        if bare or (description.after and not candidate):
            return None
        sentences = self.discourse.sentences_before(offset, NEAR)
        return next((p for n in sentences if (p := self._last_person(n, offset, candidate))), None)

    def _last_person(self, number: int, offset: int, candidate: bool) -> Entity | None:
        """The named person who spoke last in a sentence; for a candidate, else the first named in it."""
        spoke = [entity for _, entity in self.discourse.spoke_before(number, offset)]
        named = self.discourse.named(number, offset) if candidate else []
        told = [entity for mention, entity in named if not self.discourse.is_reported(mention)]
        return next((entity for entity in (*spoke, *told) if entity.is_person), None)

    # ---------------------------------------------------------------- bodies and documents
    def body(self, description: Description, offset: int) -> Entity | None:
        """Return which body "the company" means: the last one called so or known as such, else the last unknown one."""
        noun = description.head
        row = bodies("word").get(noun)
        wanted = {plain(w) for w in description.words[:-1]}
        unknown = None
        for _, entity in self.discourse.named_before(offset):
            label = set(plain(entity.label).split())
            if entity.sort != "body" or not wanted <= label:
                continue
            if noun in label or (row and entity.kind == row["kind"]):
                return entity
            if noun in small_words("organic") and not (row and entity.kind):
                unknown = unknown or entity
        return unknown

    def document(self, head: str) -> Entity | None:
        """Return which document "the report" means: the last one with this head."""
        return next((e for e in self.discourse.headed(head, False) if e.sort == "document"), None)


def _place_before(person: Entity, offset: int) -> int:
    """Where a person is named last before an offset; -1 where the person is not."""
    before = bisect_left(person.places, (offset, 0))
    return person.places[before - 1].start if before else -1


def _party(word: str) -> str:
    return PARTY.get(word, word)


def _tells_apart(word: str) -> bool:
    """Whether a word tells one holder of an office from another: a country, a place, a body, a party."""
    return word in adjectives() or word in places() or word in office_words() or word in bodies("name")
