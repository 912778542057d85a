"""Whom a description means that names nobody: "the official", "the senator", "the company", "the report"."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import filterfalse, takewhile
from operator import attrgetter, itemgetter
from typing import NamedTuple

from analysis.lexicon import read_lexicon
from analysis.sourcing.entities.ages import told_age
from analysis.sourcing.entities.descriptions import Description, describe
from analysis.sourcing.entities.discourse import REACH, Discourse
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.heads import NO_NOUN
from analysis.sourcing.entities.name_context import PREPOSITIONS
from analysis.sourcing.entities.word_kinds import ADJECTIVE, PLACE, TELLS_APART, kinds_of
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
EXPERT = "expert"
LEARNED = ("professor", "doctor")
"""Nouns that experts bear as titles."""
ALIKE = {
    "justice": "judge", "congresswoman": "representative", "congressman": "representative", "constable": "officer",
    "sergeant": "officer", "inspector": "officer", "detective": "officer", "superintendent": "officer",
    "exec": "executive", "pm": "prime minister",
}  # fmt: skip
"""Nouns and titles of one meaning."""
ALSO = {
    "president": ("leader",),
    "prime minister": ("leader", "premier"),
    "premier": ("leader",),
    "king": ("monarch",),
    "queen": ("monarch",),
    "chief executive": ("boss", "chief", "ceo"),
    "ceo": ("boss", "chief", "chief executive"),
    "manager": ("boss", "coach"),
    "head coach": ("boss", "manager"),
    "coach": ("boss", "manager"),
    "boss": ("manager",),
    "captain": ("skipper",),
    "skipper": ("captain",),
    "author": ("writer",),
    "novelist": ("writer", "author"),
    "lawmaker": ("mp", "backbencher"),
    "mp": ("backbencher", "lawmaker"),
    "home secretary": ("minister",),
    "foreign secretary": ("minister",),
    "health secretary": ("minister",),
    "education secretary": ("minister",),
    "chancellor": ("minister",),
}
"""By which wider nouns an article goes on to call who bears a narrower one."""
STANDS_FOR = {
    "report": ("audit", "study", "analysis", "review", "inquiry", "assessment", "paper", "survey"),
    "paper": ("study", "analysis", "report"),
    "study": ("paper", "analysis", "report"),
    "survey": ("poll",),
    "poll": ("survey",),
    "document": ("memo", "memorandum", "letter", "draft", "contract", "report", "filing"),
}
"""For which documents a noun stands that itself was not told of: an audit is also "the report"."""
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
        noun = roles().get(head, Noun(head, False, "", ""))
        wanted = {_party(plain(word)) for word in description.words[:-1]} - small_words("loose")
        unnamed = self._last_unnamed(noun, wanted)
        if noun.plural:
            return unnamed
        wanted |= (capitals := _capitals(description.after))
        named = self._last_called(noun.singular, wanted, offset)
        known = self._later(named, unnamed, offset)
        return known or (self._named_later(noun.singular, wanted) if description.owner or capitals else None)

    def is_called(self, person: Entity, unnamed: Entity) -> bool:
        """Whether the article says all of a person that it says of a source without a name: "former mayor"."""
        called = set(map(_called_alike, self._nouns(person)))
        if _called_alike(unnamed.head) not in called - small_words("generic"):
            return False
        return self._words(person).issuperset(plain(unnamed.core).split()[:-1])

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
        noun = _called_alike(head)
        people = self._called.get(noun) or self._called_wider.get(noun, [])
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

    @cached_property
    def _called_wider(self) -> dict[str, list[Entity]]:
        """The named people for whom a wider noun may stand than those by which the article calls them."""
        wider: dict[str, list[Entity]] = defaultdict(list)
        for noun, people in self._called.items():
            for other in ALSO.get(noun, ()):
                wider[other] += people
        return wider

    def _nouns(self, person: Entity) -> Iterator[str]:
        """Yield the nouns that may stand for a person: of the titles, of the roles, of the party."""
        for title in person.titles:
            yield from _nouns_of_title(title)
        for role in self.discourse.roles_of(person):
            for part in role.split(" and "):
                yield from roles().keys() & _last_words(describe(part))
        for said in self._said_of(person):
            party = PARTISAN.search(said)
            if party:
                yield PARTIES[party[0][0]]

    def pair(self, description: Description, offset: int) -> tuple[Entity, ...]:
        """`both women`, `the two senators`: the last two named people who are so called, if nobody else was."""
        noun = roles().get(description.head, NO_NOUN)
        if not noun.plural:
            return ()
        called: dict[Entity, None] = {}
        for _, entity in self.discourse.named_before(offset):
            if self._may_be(entity, noun):
                called[entity] = None
        return tuple(reversed(called)) if len(called) == PAIR else ()

    def couple(self, noun: str, offset: int) -> tuple[Entity, ...]:
        """`the couple`, `the duo`: the people named near by, if they are two."""
        if self.is_introduced(noun, offset):
            return ()
        near = set(filter(_is_somebody, self._near(offset, named=True)))
        people = tuple(sorted(near, key=attrgetter("places")))
        return people if len(people) == PAIR and all(map(attrgetter("is_person"), people)) else ()

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
        if epithet is None or not epithet.fits(description) or self.is_introduced(description.head, offset):
            return None
        told = told_age(self.discourse, description.words[-1], offset)
        if told.found:
            return told.person
        if epithet is EPITHETS["by-name"] or _is_national(description):
            return self.person_near(description, offset)
        named = epithet.of_named or description.head in small_words("epithet")
        return next(self._fitting_near(description, offset, named=named), None)

    def person_near(self, description: Description, offset: int) -> Entity | None:
        """Who may be meant where one human being must be named: who spoke last, who is named near by, known or not."""
        known = next(self._fitting_near(description, offset, named=True), None)
        unknown = filter(attrgetter("may_be_person"), self._near(offset, named=True))
        return known or next(map(self.discourse.as_person, unknown), None)

    def _fitting_near(self, description: Description, offset: int, *, named: bool) -> Iterator[Entity]:
        """The people near by, of the gender that a noun has; for a noun for experts alone those who are some."""
        noun = roles().get(description.head, NO_NOUN)
        wanted = ("", noun.gender or "m", noun.gender or "f")
        people = filter(attrgetter("is_person"), self._near(offset, named=named))
        fitting = (person for person in people if self.discourse.gender_of(person) in wanted)
        alone = (noun.office, len(description.words)) == (EXPERT, 1)
        return filter(self._is_expert, fitting) if alone else fitting

    def _is_expert(self, person: Entity) -> bool:
        """Whether an article calls a person by a noun for experts: "Prof. Lee", so that "the physicist" may be he."""
        return any(map(_is_expert_noun, self._nouns(person)))

    def is_introduced(self, head: str, offset: int) -> bool:
        """`A Swede came`: whether an article told of somebody new by this noun before."""
        new = re.compile(rf"\b(?:an?|another|one)\s(?:[\w-]+\s){{0,3}}{re.escape(head)}\b", re.IGNORECASE)
        document = self.discourse.document
        here = document.sentence_of(offset)
        if new.search(document.text(document.starts[here], offset)):
            return True
        return any(new.search(sentence.text) for sentence in document.sentences[:here])

    def _near(self, offset: int, *, named: bool) -> Iterator[Entity]:
        """Yield who spoke in the sentences before, the last one first, and who is ``named`` there, the first first."""
        for number in self.discourse.sentences_before(offset, NEAR):
            yield from map(itemgetter(1), self.discourse.spoke_before(number, offset))
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
        return next(filterfalse(attrgetter("kind"), bodies_before), None)

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
        """Return which document "the report" means: the last one with this head, else one for which it stands."""
        return self._last_document((head,)) or self._last_document(STANDS_FOR.get(head, ()))

    def _last_document(self, heads: Iterable[str]) -> Entity | None:
        """The document with one of these heads that was told of last."""
        headed = (entity for head in heads for entity in self.discourse.headed(head, False))
        return max(filter(_is_document, headed), key=self.discourse.last_place, default=None)


def _is_expert_noun(noun: str) -> bool:
    return noun in LEARNED or roles().get(noun, NO_NOUN).office == EXPERT


def _is_somebody(entity: Entity) -> bool:
    return entity.is_person or entity.may_be_person


def _is_document(entity: Entity) -> bool:
    return entity.sort == "document"


class Epithet(NamedTuple):
    """When a noun may be another word for a named person: alone, with words behind it, of one named, by a country."""

    example: str
    alone: bool
    followed: bool
    of_named: bool
    national: bool = False

    def fits(self, description: Description) -> bool:
        """Tell whether a description may stand for a person: it tells enough, and not too much."""
        if description.after and not self.followed:
            return False
        if self.national:
            return _is_national(description)
        if len(description.words) > 1:
            return True
        return self.alone or description.head in small_words("epithet")


EPITHETS = {
    "private": Epithet("the real estate developer", alone=False, followed=False, of_named=False),
    "expert": Epithet("the historian", alone=True, followed=False, of_named=False),
    "candidate": Epithet("the candidate for mayor", alone=True, followed=True, of_named=True),
    "by-name": Epithet("the Ghana international", alone=True, followed=False, of_named=True),
    "team": Epithet("the former England captain", alone=False, followed=False, of_named=True, national=True),
    "party": Epithet("the liberal", alone=True, followed=False, of_named=False),
}
"""By what a noun says of an office, or as one of those that take the place of a name; any other is no epithet."""


def _is_national(description: Description) -> bool:
    """`the Dutch rider`: whether the country of somebody is told, by which one who is named is told from others."""
    return any(kinds_of(word) & (ADJECTIVE | PLACE) for word in description.words[:-1])


def _last_words(description: Description) -> set[str]:
    """`Labour`, `MP` of `Labour MP for Bath`: the last words as keys, and those before the first preposition."""
    words = [*map(plain, description.words)]
    before = [*takewhile(_is_no_preposition, words)]
    return {*before[-2:], *words[-2:], " ".join(before[-2:])}


def _is_no_preposition(word: str) -> bool:
    return word not in PREPOSITIONS


def _epithet(description: Description) -> Epithet | None:
    """When a noun may be another word for somebody: one human being's, of either gender."""
    noun = roles().get(description.head)
    if noun is None or noun.plural:
        return None
    if description.head in small_words("by-name") or PARENT.search(description.words[-1]):
        return EPITHETS["by-name"]
    if noun.gender and description.head not in small_words("epithet"):
        return None
    return EPITHETS.get(noun.office)


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
        title = " ".join(words[at:])
        if title in titles():
            yield from (titles()[title]["noun"], title)


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
