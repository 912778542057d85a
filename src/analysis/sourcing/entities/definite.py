"""Whom a description means that names nobody: "the official", "the senator", "the company", "the report"."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from operator import attrgetter
from typing import NamedTuple

from analysis.lexicon import read_lexicon
from analysis.sourcing.entities.ages import told_age
from analysis.sourcing.entities.descriptions import Description, describe
from analysis.sourcing.entities.discourse import REACH, Discourse
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
ALIKE = {
    "justice": "judge", "congresswoman": "representative", "congressman": "representative", "constable": "officer",
    "sergeant": "officer", "inspector": "officer", "detective": "officer", "superintendent": "officer",
}  # fmt: skip
"""Nouns and titles of one meaning."""
NOMINEE = "nominee"
"""All nouns that mean a candidate stand for one another."""
PARTISAN = re.compile(r"\b(?:[RD](?=[-–])|Republican|Democrat)|^[RD]$")
PARENT = re.compile(r"-of-\w+$")
PARTIES = {"R": "republican", "D": "democrat"}
PARTY = {"gop": "republican", "democrat": "democratic"}


@cache
def lines_of_business() -> dict[str, str]:
    """What bodies do by a noun for them or by a word of their names: "airline" for "carrier" and "Airways"."""
    return {row["word"]: row["line"] for row in read_lexicon("lines_of_business", "word")}


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
        head = description.head
        noun = roles().get(head) or Noun(head, False, "", "")
        wanted = {_party(plain(word)) for word in description.words[:-1]} - small_words("loose")
        unnamed = self._last_unnamed(noun, wanted)
        if noun.plural:
            return unnamed
        wanted |= (capitals := _capitals(description.after))
        named = self._last_called(noun.singular, wanted, offset)
        known = self._later(named, unnamed, offset)
        return known or (self._named_later(noun.singular, wanted) if description.owner or capitals else None)

    def _named_later(self, head: str, wanted: set[str]) -> Entity | None:
        """`China's ambassador to Britain`: the one person so called in all these words whom the article names later."""
        called = [person for person in self._called.get(_called_alike(head), []) if wanted <= self._words(person)]
        if len(called) != 1 or not self._words(called[0]).isdisjoint(small_words("past")):
            return None
        return called[0]

    def _later(self, named: Entity | None, unnamed: Entity | None, offset: int) -> Entity | None:
        """Who of two stands nearer before an offset."""
        if named is None:
            return unnamed
        if unnamed is None:
            return named
        is_later = self.discourse.last_place(unnamed) > _place_before(named, offset)
        return unnamed if is_later else named

    def _last_unnamed(self, noun: Noun, wanted: set[str]) -> Entity | None:
        """The last source without a name of this noun whose words have all those ``wanted``."""
        for entity in self.discourse.headed(noun.singular, noun.plural):
            if wanted.issubset(plain(entity.text).split()):
                return entity
        return None

    def _last_called(self, head: str, wanted: set[str], offset: int) -> Entity | None:
        """Return the named person so called who is named last before an offset; nobody where none is."""
        last, last_at = None, -1
        for person in self._fitting(head, wanted):
            at = _place_before(person, offset)
            if at > last_at:
                last, last_at = person, at
        return last

    def _fitting(self, head: str, wanted: set[str]) -> list[Entity]:
        """The named people so called of whom the article says all that is ``wanted``; of one alone what tells apart."""
        people = self._called.get(_called_alike(head), [])
        if len(people) == 1:
            wanted = set(filter(_tells_apart, wanted))
        return [person for person in people if wanted <= self._words(person)]

    def _words(self, person: Entity) -> set[str]:
        """All words that an article says of a person."""
        words = " ".join(self._said_of(person)).split()
        return {_party(plain(word).strip(",")) for word in words}

    def _said_of(self, person: Entity) -> tuple[str, ...]:
        return (*person.titles, *self.discourse.roles_of(person))

    @cached_property
    def _called(self) -> dict[str, list[Entity]]:
        """The named people whom the article somewhere calls so: "senator", "judge"."""
        called: dict[str, list[Entity]] = defaultdict(list)
        for person in self.discourse.names.people:
            nouns = set(map(_called_alike, self._nouns(person)))
            for noun in nouns - small_words("generic"):
                called[noun].append(person)
        return called

    def _nouns(self, person: Entity) -> Iterator[str]:
        """Yield the nouns that may stand for a person: of the titles, of the roles, of the party."""
        for title in person.titles:
            yield from _nouns_of_title(title)
        for role in self.discourse.roles_of(person):
            for part in role.split(" and "):
                yield from roles().keys() & set(map(plain, describe(part).words[-2:]))
        for said in self._said_of(person):
            party = PARTISAN.search(said)
            if party:
                yield PARTIES[party[0][0]]

    def pair(self, description: Description, offset: int) -> tuple[Entity, ...]:
        """`both women`, `the two senators`: the last two named people who are so called, if nobody else was."""
        noun = roles().get(description.head)
        if noun is None or not noun.plural:
            return ()
        called: dict[Entity, None] = {}
        for _, entity in self.discourse.named_before(offset):
            if self._may_be(entity, noun):
                called[entity] = None
        return tuple(reversed(called)) if len(called) == PAIR else ()

    def _may_be(self, entity: Entity, noun: Noun) -> bool:
        """Whether a noun may stand for a named person: by gender, or as the article calls the person."""
        if not entity.is_person:
            return False
        if noun.gender:
            return self.discourse.gender_of(entity) == noun.gender
        return entity in self._called.get(noun.singular, [])

    def epithet(self, description: Description, offset: int) -> Entity | None:
        """`the real estate developer`, `the Republican candidate`: another word for the named person who spoke last."""
        epithet = _epithet(description)
        if epithet is None or not epithet.fits(description):
            return None
        told = told_age(self.discourse, description.words[-1], offset)
        if told.found:
            return told.person
        near = [*self._near(offset, named=epithet.of_named)]
        person = next(filter(attrgetter("is_person"), near), None)
        if person is not None or epithet is not EPITHETS["by-name"]:
            return person
        unknown = filter(attrgetter("may_be_person"), near)
        return next(map(self.discourse.as_person, unknown), None)

    def _near(self, offset: int, *, named: bool) -> Iterator[Entity]:
        """Yield who spoke in the sentences before, the last one first, and who is ``named`` there, the first first."""
        for number in self.discourse.sentences_before(offset, NEAR):
            for _, entity in self.discourse.spoke_before(number, offset):
                yield entity
            if named:
                yield from self.discourse.told(number, offset)

    # ---------------------------------------------------------------- bodies and documents
    def body(self, description: Description, offset: int) -> Entity | None:
        """Return which body "the company" means: the last one called so or known as such, else the last unknown one."""
        bodies_before = self._bodies_before(set(map(plain, description.words[:-1])), offset)
        for is_meant in (_has_line, _is_called):
            for entity in bodies_before:
                if is_meant(entity, description.head):
                    return entity
        if description.head not in small_words("organic"):
            return None
        for entity in bodies_before:
            if not entity.kind:
                return entity
        return None

    def told_body(self, description: Description, offset: int) -> Entity | None:
        """`the authority` after `the island's transport authority`: a body without a name that spoke before."""
        wanted = set(map(plain, description.words))
        for number in self.discourse.sentences_before(offset, REACH):
            for _, entity in self.discourse.spoke_before(number, offset):
                if entity.sort == "body" and entity.head == description.head and wanted <= _label_words(entity):
                    return entity
        return None

    def _bodies_before(self, wanted: set[str], offset: int) -> list[Entity]:
        """The bodies named before an offset whose names have all these words, the nearest first."""
        found: list[Entity] = []
        for _, entity in self.discourse.named_before(offset):
            if entity.sort == "body" and wanted <= _label_words(entity):
                found.append(entity)
        return found

    def document(self, head: str) -> Entity | None:
        """Return which document "the report" means: the last one with this head."""
        for entity in self.discourse.headed(head, False):
            if entity.sort == "document":
                return entity
        return None


class Epithet(NamedTuple):
    """When a noun may be another word for a named person: standing alone, with words behind it, of one who is named."""

    example: str
    alone: bool
    followed: bool
    of_named: bool

    def fits(self, description: Description) -> bool:
        """Tell whether a description may stand for a person: it tells enough, and not too much."""
        if description.after and not self.followed:
            return False
        if len(description.words) > 1:
            return True
        return self.alone or description.head in small_words("epithet")


EPITHETS = {
    "private": Epithet("the real estate developer", alone=False, followed=False, of_named=False),
    "expert": Epithet("the historian", alone=False, followed=False, of_named=False),
    "candidate": Epithet("the candidate for mayor", alone=True, followed=True, of_named=True),
    "by-name": Epithet("the Ghana international", alone=True, followed=False, of_named=True),
    "party": Epithet("the liberal", alone=True, followed=False, of_named=False),
}
"""By what a noun says of an office, or as one of those that take the place of a name; any other is no epithet."""


def _epithet(description: Description) -> Epithet | None:
    """When a noun may be another word for somebody: one human being's, of either gender."""
    noun = roles().get(description.head)
    if noun is None or noun.plural:
        return None
    if description.head in small_words("by-name") or PARENT.search(description.words[-1]):
        return EPITHETS["by-name"]
    return None if noun.gender else EPITHETS.get(noun.office)


def _tells_apart(word: str) -> bool:
    """`Ohio`, `federal`: whether a word tells one holder of an office from another, as a mere adjective does not."""
    return bool(kinds_of(word) & TELLS_APART)


def _called_alike(noun: str) -> str:
    """`candidate`, `nominee`; `judge`, `justice`: the noun that stands for all of the same meaning."""
    return NOMINEE if noun in _candidates() else ALIKE.get(noun, noun)


def _nouns_of_title(title: str) -> Iterator[str]:
    """`Lieutenant Governor`: yield the nouns of a title and of those at its end."""
    words = plain(title).split()
    for at in range(len(words)):
        row = titles().get(" ".join(words[at:]))
        if row is not None:
            yield row["noun"]


def _capitals(words: str) -> set[str]:
    """`Oakland` in `mayor of Oakland`: the words with a capital, as keys."""
    return {plain(word) for word in words.split() if word[0].isupper()}


def _has_line(entity: Entity, noun: str) -> bool:
    """`the brokerage` for `Kestrel Securities`: whether a body's name tells that it does what a noun means."""
    words = _label_words(entity)
    return len(words) > 1 and lines_of_business().get(noun) in _lines(words)


def _is_called(entity: Entity, noun: str) -> bool:
    """Whether a body has a noun in its name, or is of the kind that the noun means and not of another line."""
    words = _label_words(entity)
    if noun in words:
        return True
    row = bodies("word").get(noun, NO_ROW)
    return entity.kind == row["kind"] and not (noun in lines_of_business() and _lines(words))


def _lines(words: set[str]) -> set[str]:
    """What the words of a name tell of what a body does: "airline", "brokerage"."""
    return {line for word, line in lines_of_business().items() if word in words}


def _place_before(person: Entity, offset: int) -> int:
    """Where a person is named last before an offset; -1 where the person is not."""
    before = bisect_left(person.places, (offset, 0))
    return person.places[before - 1].start if before else -1


def _label_words(entity: Entity) -> set[str]:
    return set(plain(entity.label).split())


def _party(word: str) -> str:
    return PARTY.get(word, word)
