"""Whom a description means that names nobody: "the official", "the senator", "the company", "the report"."""

import re
from bisect import bisect_left
from functools import cache

from analysis.sourcing.entities.descriptions import Description, describe
from analysis.sourcing.entities.discourse import Cast
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

NEAR = 2
PAIR = 2
PARTISAN = re.compile(r"\b(?:[RD](?=[-–])|Republican|Democrat)|^[RD]$")
PARTISANS = frozenset(("republican", "democrat"))
PARTY = {"gop": "republican", "democrat": "democratic"}


@cache
def _candidates() -> frozenset[str]:
    """Nouns that mean a candidate: they stand for one another."""
    return frozenset(noun.singular for noun in roles().values() if noun.office == "candidate")


class References:
    """The named people of an article by what it calls them, and the last unnamed ones."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._by_role: dict[str, list[Entity]] | None = None

    def described(self, description: Description, offset: int) -> Entity | None:
        """Return whom "the senator" or "the official" means: the last person so called, named or not."""
        noun = roles().get(description.head)
        head, plural = (noun.singular, noun.plural) if noun else (description.head, False)
        wanted = {_party(plain(w)) for w in description.words[:-1]} - small_words("loose")
        unnamed = next((e for e in self.cast.headed(head, plural) if wanted <= set(plain(e.text).split())), None)
        if plural:
            return unnamed
        wanted |= {plain(w) for w in description.after.split() if w[0].isupper()}
        at, named = self._last_called(head, wanted, offset)
        return unnamed if unnamed is not None and unnamed.places[-1][0] > at else named

    def _last_called(self, head: str, wanted: set[str], offset: int) -> tuple[int, Entity | None]:
        """Return the last named person so called, and where; of one alone, mere adjectives may be new."""
        people = self._called("nominee" if head in _candidates() else head)
        if len(people) == 1 or head in PARTISANS:
            wanted = {w for w in wanted if _tells_apart(w)}
        best: tuple[int, Entity | None] = (-1, None)
        for person in people:
            before = bisect_left(person.places, (offset, 0))
            if before and person.places[before - 1][0] > best[0] and wanted <= self._words(person):
                best = (person.places[before - 1][0], person)
        return best

    def _words(self, person: Entity) -> set[str]:
        roles_of = (*person.titles, *self.cast.roles_of(person))
        return {_party(plain(w).strip(",")) for role in roles_of for w in role.split()}

    def _called(self, head: str) -> list[Entity]:
        """Return the named people whom the article somewhere calls so: "senator", "judge"."""
        if self._by_role is None:
            self._by_role = {}
            people = {id(p): p for name, known in self.cast.mentions.people.items() if name[:1] != "=" for p in known}
            for person in people.values():
                for noun in self._nouns(person):
                    self._by_role.setdefault(noun, []).append(person)
        return self._by_role.get(head, [])

    def _nouns(self, person: Entity) -> set[str]:
        nouns: set[str] = set()
        for title in person.titles:
            words = plain(title).split()
            keys = (" ".join(words[at:]) for at in range(len(words)))
            nouns.update(titles()[key]["noun"] for key in keys if key in titles())
        for role in self.cast.roles_of(person):
            nouns.update(w for w in map(plain, describe(role).words[-2:]) if w in roles())
        for words_ in (*person.titles, *self.cast.roles_of(person)):
            if party := PARTISAN.search(words_):
                nouns.add("republican" if party.group()[0] == "R" else "democrat")
        nouns -= small_words("generic")
        return nouns | {"nominee"} if nouns & _candidates() else nouns

    def pair(self, description: Description, offset: int) -> tuple[Entity, ...]:
        """`both women`, `the two senators`: the last two named people who are so called, if nobody else was."""
        noun = roles().get(description.head)
        if noun is None or not noun.plural or len(description.words) > 1 or description.after:
            return ()
        met: dict[int, Entity] = {}
        for mention in self.cast.mentions.before(offset):
            person = mention.entity
            if person is not None and person.is_person and self._may_be(person, noun):
                met[id(person)] = person
        return tuple(reversed(met.values())) if len(met) == PAIR else ()

    def _may_be(self, person: Entity, noun: Noun) -> bool:
        """Whether a noun may stand for a named person: by gender, or as the article calls the person."""
        return person.gender == noun.gender if noun.gender else person in self._called(noun.singular)

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
        here = self.cast.document.sentence_of(offset)
        for number in range(here, max(-1, here - NEAR - 1), -1):
            if person := self._last_person(number, offset, candidate):
                return person
        return None

    def _last_person(self, number: int, offset: int, candidate: bool) -> Entity | None:
        """The named person who spoke last in a sentence; for a candidate, else the first named in it."""
        spoke = reversed(self.cast.spoke.get(number, []))
        if person := next((e for at, e in spoke if e.is_person and at < offset), None):
            return person
        named = self.cast.named(number, offset) if candidate else []
        return next((m.entity for m in named if m.entity and m.entity.is_person and not self.cast.is_reported(m)), None)

    def body(self, description: Description, offset: int) -> Entity | None:
        """Return which body "the company" means: the last one called so or known as such, else the last unknown one."""
        noun = description.head
        row = bodies("word").get(noun)
        wanted = {plain(w) for w in description.words[:-1]}
        unknown = None
        for mention in self.cast.mentions.before(offset):
            entity = mention.entity
            if entity is None or entity.sort != "body" or not wanted <= (label := set(plain(entity.label).split())):
                continue
            if noun in label or (row and entity.kind == row["kind"]):
                return entity
            if noun in small_words("organic") and not (row and entity.kind):
                unknown = unknown or entity
        return unknown

    def document(self, head: str) -> Entity | None:
        """Return which document "the report" means: the last one with this head."""
        return next((e for e in self.cast.headed(head, False) if e.sort == "document"), None)


def _party(word: str) -> str:
    return PARTY.get(word, word)


def _tells_apart(word: str) -> bool:
    """Whether a word tells one holder of an office from another: a country, a place, a body, a party."""
    return word in adjectives() or word in places() or word in office_words() or word in bodies("name")
