"""Whom an article's names mean, read once: people in the order of certainty, then bodies, places and documents."""

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from analysis.lexicon import Row
from analysis.sourcing.entities.entity import Entity, Sort
from analysis.sourcing.entities.institutions import UNSURE, acts_as_body, introduced_as, speaks_of_its_own
from analysis.sourcing.entities.introductions import apposed_to, linked_office
from analysis.sourcing.entities.mention import Mention, Printed, read_printed
from analysis.sourcing.entities.name_context import (
    NICKNAME,
    SHORT,
    former,
    governments,
    is_human,
    is_hypothetical,
    is_thing,
)
from analysis.sourcing.entities.name_parts import Name
from analysis.sourcing.entities.name_shapes import ACRONYM, initials_of
from analysis.sourcing.entities.names import read_name
from analysis.sourcing.entities.people import People
from analysis.sourcing.grammar.vocabulary import first_names, plain, small_words, titles
from analysis.sourcing.model import Sentence
from analysis.spans import Span

ALONE = ("single", "titled", "title")
ONE_WORD = ("single", "acronym", "place", "body", "title")
UNKNOWN = ("single", "unsure")
SHORTENED = ("company", "outlet", "")
THINGS = ("body", "place", "acronym", "unsure", "document")
SORTS: dict[str, Sort] = {"place": "place", "document": "document"}


@dataclass(slots=True, eq=False)
class Draft:
    """What the names of somebody or something add up to, as far as they have been read."""

    sort: Sort
    label: str
    gender: str = ""
    kind: str = ""
    office: str = ""
    first: str = ""
    last: str = ""
    text: str = ""
    named: int = 0
    governs: str = ""
    titles: list[str] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)

    @property
    def n_places(self) -> int:
        """How often it has been named so far."""
        return len(self.places)

    def settle(self) -> Entity:
        """Return the entity that this draft has become."""
        return Entity(
            self.sort, self.label, self.gender, kind=self.kind, office=self.office, first=self.first, last=self.last,
            text=self.text, named=self.named, governs=self.governs, titles=tuple(self.titles),
            places=tuple(sorted(self.places)),
        )  # fmt: skip


def draft_person(name: Name) -> Draft:
    """Return a person of this name; a nickname is another first name."""
    nickname = NICKNAME.search(name.text)
    first = f"{name.first}|{plain(nickname[1])}" if nickname else name.first
    return Draft("person", name.text, name.gender, first=first, last=name.last)


def draft_body(name: Name) -> Draft:
    """Return a body, a place or a document of this name."""
    sort = SORTS.get(name.sort, "body")
    return Draft(sort, name.text, kind=name.kind, office=name.office, text=name.text)


class Gathering:
    """Gathers whom the names of an article mean.

    People are met in the order of certainty: full names, unsure names that context makes people, surnames after
    titles, surnames alone. What is left is a body, a place or a document.
    """

    def __init__(self, sentences: list[Sentence]) -> None:
        self.people: People[Draft] = People()
        self.bodies: dict[str, Draft] = {}
        self.initials: dict[str, Draft] = {}
        self._printed = read_printed(sentences)
        self._by_sort: defaultdict[str, list[Printed]] = defaultdict(list)
        for printed in self._printed:
            self._by_sort[printed.name.sort].append(printed)
        self._meant: dict[int, Draft] = {}
        self._institutions: dict[int, Row | None] = {}
        self._meet_full_names()
        self._meet_titled()
        self._meet_governments(sentences)
        self._meet_apposed()
        self._meet_surnames()
        self._meet_bodies()
        self._meet_short_bodies()

    def mentions(self, settled: dict[Draft, Entity]) -> list[Mention]:
        """Return the names that mean somebody or something, in order."""
        found: list[Mention] = []
        for start, end, name, _ in self._printed:
            if start in self._meant:
                found.append(Mention(start, end, name, settled[self._meant[start]]))
        return found

    def _unmet(self, sorts: Container[str]) -> list[Printed]:
        """The names of these sorts that mean nobody so far."""
        found: list[Printed] = []
        for printed in self._printed:
            if printed.start not in self._meant and printed.name.sort in sorts:
                found.append(printed)
        return found

    # ---------------------------------------------------------------- people
    def _meet_full_names(self) -> None:
        for printed in self._by_sort["person"]:
            self._meet(printed)
        alone: set[str] = set()
        for sort in ALONE:
            alone.update(printed.name.key for printed in self._by_sort[sort])
        for printed in self._by_sort["unsure"]:
            if self._is_person(printed, alone):
                self._meet(printed)

    def _is_person(self, printed: Printed, alone: set[str]) -> bool:
        """Whether an unsure name is a person's: known, told by the words around it, or its last word stands alone."""
        name = printed.name
        if self.people.full(name):
            return True
        told = is_human(printed.sentence.text, *printed.inside)
        if told is not None:
            return told
        if self._institution(printed):
            return False
        if linked_office(printed.sentence.text[: printed.inside[0]]):
            return True
        return name.last in alone and len(name.last) > 1 and name.text.count(" ") < 3

    def _meet(self, printed: Printed) -> None:
        name = printed.name
        person = self.people.full(name) or self.people.add(name, draft_person(name))
        if len(name.text) > len(person.label):
            person.label = name.text
        person.named += 1
        self._add(printed, person)

    def _meet_titled(self) -> None:
        """`Mr. Lee` and `Mrs. Lee` before `President Lee`, who may be either."""
        for printed in sorted(self._by_sort["titled"], key=_is_without_gender):
            name = printed.name
            self._add(printed, self.people.find(name) or self.people.add(name, draft_person(name)))

    def _meet_governments(self, sentences: Iterable[Sentence]) -> None:
        """`the Lee administration`: Lee governs, known otherwise or not."""
        for sentence in sentences:
            for surname, words in governments(sentence.text):
                for person in self._governing(read_name(surname)):
                    person.governs = words

    def _governing(self, name: Name) -> list[Draft]:
        """Who may have an administration: all of this surname, or somebody new."""
        if name.sort == "single" and not self.people.family(name.last):
            self.people.add(name, draft_person(name))
        return self.people.family(name.last)

    def _meet_apposed(self) -> None:
        """`another passenger, Sofia, said`: somebody of one name."""
        for printed in self._unmet(("single", "place")):
            if _is_no_first_name(printed.name):
                continue
            noun = apposed_to(printed.sentence.text, *printed.inside)
            if noun is not None and self.people.find(printed.name) is None:
                self.people.add(printed.name, draft_person(printed.name._replace(gender=noun.gender)))

    def _meet_surnames(self) -> None:
        """A surname, or a first name, alone; a place's or a body's name only where it is a surname without article."""
        for printed in self._unmet(ONE_WORD):
            person = self.people.find(printed.name)
            if person is not None and _is_alone(printed, person):
                self._add(printed, person)

    # ---------------------------------------------------------------- bodies, places, documents
    def _meet_bodies(self) -> None:
        for printed in self._unmet((*THINGS, "single")):
            if _is_thing(printed) or self._institution(printed):
                body = self._body(printed.name)
                if not body.kind and (row := self._institution(printed)):
                    body.kind, body.office = row["kind"], row["office"]
                self._add(printed, body)
                self._learn_short(printed, body)

    def _institution(self, printed: Printed) -> Row | None:
        """What kind of body the words around an unknown name make it; None where they make it none."""
        if printed.start not in self._institutions:
            self._institutions[printed.start] = _told_institution(printed)
        return self._institutions[printed.start]

    def _body(self, name: Name) -> Draft:
        """The body of this name, known or new; capitals alone give way to a better form."""
        body = self.bodies.get(name.key)
        if body is None:
            return self._new_body(name)
        if len(name.text) > 4 and body.label.isupper() and not name.text.isupper():
            body.label = name.text
        return body

    def _new_body(self, name: Name) -> Draft:
        """`NFA` after `National Farm Alliance`: the longer name of these initials, or that ends so; else a new body."""
        known = self.initials.get(name.key) if name.text.isupper() else self._longer(name)
        if known and name.office:  # a list knows the short form better
            known.kind, known.office = name.kind, name.office
        body = self.bodies[name.key] = known or draft_body(name)
        initials = initials_of(name.text)
        if len(initials) > 2:
            self.initials.setdefault(initials, body)
        return body

    def _longer(self, name: Name) -> Draft | None:
        """`Chronicle` after `Mill Bay Chronicle`: the outlet whose name ends so; None where none was named."""
        if name.kind != "outlet" or " " in name.text:
            return None
        return next((body for key, body in self.bodies.items() if key.endswith(f" {name.key}")), None)

    def _learn_short(self, printed: Printed, body: Draft) -> None:
        """`the Federal Aviation Administration (FAA)`: the short form means the long one from here on."""
        if " " not in printed.name.text:
            return
        short = SHORT.match(printed.sentence.text, printed.inside[1])
        if short and ACRONYM.match(short[1]):
            self.bodies.setdefault(plain(short[1]), body)

    def _meet_short_bodies(self) -> None:
        """`Acme` for `Acme Airlines`: the first words of companies and of other bodies that no list has."""
        shortened = filter(_may_be_shortened, self.bodies.values())
        known = {plain(body.label.split()[0]): body for body in shortened} | self.bodies
        for printed in self._unmet(("single",)):
            body = known.get(printed.name.key)
            if body is not None:
                self._add(printed, body)

    # ---------------------------------------------------------------- both
    def _add(self, printed: Printed, draft: Draft) -> None:
        start, end, name, _ = printed
        self._meant[start] = draft
        draft.places.append(Span(start, end))
        draft.gender = draft.gender or name.gender
        if name.title:
            _learn_title(draft, printed)
        elif name.text[-1].isupper():
            draft.titles += {_letters(name)} - {"", *draft.titles}


def _is_no_first_name(name: Name) -> bool:
    """`Oslo`, but not `Sofia`: whether a place's name is none that people bear."""
    return name.sort == "place" and name.text not in first_names()


def _is_without_gender(printed: Printed) -> bool:
    return not printed.name.gender


def _is_thing(printed: Printed) -> bool:
    """Whether a name that is nobody's is a body's, a place's or a document's: a single word where it is explained."""
    if printed.name.sort != "single":
        return True
    text, (_, end) = printed.sentence.text, printed.inside
    return is_thing(text, end) or speaks_of_its_own(text, end)


def _told_institution(printed: Printed) -> Row | None:
    name = printed.name
    if name.sort not in UNKNOWN or name.text in first_names():
        return None
    text, (start, end) = printed.sentence.text, printed.inside
    if len(name.text) > 1 and acts_as_body(text, start, end):
        return introduced_as(text, start) or UNSURE
    return introduced_as(text, start)


def _may_be_shortened(body: Draft) -> bool:
    """`Acme Airlines`: a company or a body that no list has, of two words or more."""
    return body.sort == "body" and body.kind in SHORTENED and " " in body.label


def _learn_title(draft: Draft, printed: Printed) -> None:
    """`then-Mayor`: the title before a name as it counts; but not one that nobody holds ("a President Lee")."""
    text, (start, _) = printed.sentence.text, printed.inside
    if is_hypothetical(text, start):
        return
    title = former(text, start) + printed.name.title
    if title not in draft.titles:
        draft.titles.append(title)


def _letters(name: Name) -> str:
    """`Ann Lee MP`: the letters of an office behind a name; empty without them."""
    last = name.text.rpartition(" ")[2]
    return last if plain(last) in titles() and plain(last) in small_words("name suffix") else ""


def _is_alone(printed: Printed, person: Draft) -> bool:
    """Whether a single word is a person's name here: `Lee`, `Ann`; `Paris` of Ann Paris, but not `the Paris`."""
    name, (start, _) = printed.name, printed.inside
    if name.sort == "single":
        return True
    if name.sort in ("place", "body") and name.key != person.last:
        return False
    return not printed.sentence.text.endswith(("the ", "The "), 0, start)
