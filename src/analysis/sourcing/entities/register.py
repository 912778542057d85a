"""All people and bodies that an article names, with the places where it names them: read once, looked up often."""

from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache

from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.mention import Mention, read_mentions
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
from analysis.sourcing.entities.name_shapes import ACRONYM, RUN
from analysis.sourcing.entities.names import read_name
from analysis.sourcing.grammar.document import Document
from analysis.sourcing.grammar.vocabulary import first_names, plain
from analysis.sourcing.model import Person

ONE_WORD = ("single", "acronym", "place", "body", "title")
SHORTENED = ("company", "outlet", "")
THINGS = ("body", "place", "acronym", "unsure", "document")


class Mentions:
    """The names of one article in order, by place, surname and words.

    People are met in the order of certainty: full names, unsure names that context makes people, surnames after
    titles, surnames alone. What is left is a body, a place or a document.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.people: dict[str, list[Entity]] = {}
        self.bodies: dict[str, Entity] = {}
        self.initials: dict[str, Entity] = {}
        found = read_mentions(document.sentences)
        self._meet_people(found)
        self._meet_others(found)
        self.all = [m for m in found if m.entity is not None]
        self.at = [m.start for m in self.all]
        for entity in {id(m.entity): m.entity for m in self.all if m.entity is not None}.values():
            entity.places.sort()

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin between two offsets."""
        return self.all[bisect_left(self.at, start) : bisect_left(self.at, end)]

    def people_named(self) -> list[Person]:
        """Return where the article names people, and what it calls them, in order."""
        named = ((m.start, m.end, m.entity) for m in self.all)
        return [Person(start, end, entity.label) for start, end, entity in named if entity and entity.is_person]

    def before(self, offset: int, limit: int = 40) -> list[Mention]:
        """Return the last mentions that begin before an offset, the nearest first."""
        end = bisect_left(self.at, offset)
        return self.all[max(0, end - limit) : end][::-1]

    def person(self, name: Name) -> Entity | None:
        """Return the person of the article that these words can mean, if there is one: the most mentioned."""
        known = self.people.get(name.last) or ([] if name.first else self.people.get("=" + name.key, []))
        if not known:
            return None
        if name.first and name.sort != "titled":
            return next((p for p in known if _same_first(p.first, name.first)), None)
        fitting = [p for p in known if not (name.gender and p.gender and p.gender != name.gender)]
        if name.title:
            return max(fitting, key=lambda p: len(p.places), default=None)
        return max(fitting, key=lambda p: (p.named, len(p.places)), default=None)

    def body(self, name: Name) -> Entity:
        """Return the body, place or document of this name, known or new; capitals alone give way to a better form."""
        entity = self.bodies.get(name.key)
        if entity is None:
            sort = name.sort if name.sort in ("place", "document") else "body"
            entity = self.bodies[name.key] = Entity(sort, name.text, kind=name.kind, office=name.office, text=name.text)
        elif len(name.text) > 4 and entity.label.isupper() and not name.text.isupper():
            entity.label = name.text
        return entity

    def expand(self, words: str) -> str:
        """Return words with the article's short names spelled out: "FAA chief" as "Federal Aviation ... chief"."""
        shorts = {run.group() for run in RUN.finditer(words) if ACRONYM.match(run.group())}
        for short in shorts:
            if (body := self.bodies.get(plain(short))) is not None:
                words = words.replace(short, body.label)
        return words

    # ---------------------------------------------------------------- people
    def _meet_people(self, found: list[Mention]) -> None:
        of_sort: dict[str, list[Mention]] = defaultdict(list)
        for mention in found:
            of_sort[mention.name.sort].append(mention)
        for mention in of_sort["person"]:
            self._meet(mention)
        alone = {m.name.key for sort in ("single", "titled", "title") for m in of_sort[sort]}
        for mention in of_sort["unsure"]:
            if self._is_person(mention, alone):
                self._meet(mention)
        # "Mr. Lee" and "Mrs. Lee" before "President Lee", who may be either.
        for mention in sorted(of_sort["titled"], key=lambda m: not m.name.gender):
            self._add(mention, self.person(mention.name) or self._new_person(mention.name))
        self._meet_governments()
        for mention in found:
            if mention.entity is None and mention.name.sort in ONE_WORD and not mention.name.first:
                self._recognise(mention)

    def _is_person(self, mention: Mention, alone: set[str]) -> bool:
        """Whether an unsure name is a person's: known, told by the words around it, or its last word stands alone."""
        name = mention.name
        if any(_same_first(p.first, name.first) for p in self.people.get(name.last, [])):
            return True
        sign = is_human(mention.sentence.text, *mention.inside)
        if sign is not None:
            return sign
        return name.last in alone and len(name.last) > 1 and len(name.text.split()) < 4

    def _meet(self, mention: Mention) -> None:
        name = mention.name
        entity = next((p for p in self.people.get(name.last, []) if _same_first(p.first, name.first)), None)
        if entity is None:
            entity = self._new_person(name)
        elif len(name.text) > len(entity.label):
            entity.label = name.text
        self._add(mention, entity)
        entity.named += 1

    def _new_person(self, name: Name) -> Entity:
        nickname = NICKNAME.search(name.text)
        first = f"{name.first}|{plain(nickname.group(1))}" if nickname else name.first
        entity = Entity("person", name.text, name.gender, first=first, last=name.last)
        self.people.setdefault(name.last, []).append(entity)
        if name.first:
            self.people.setdefault("=" + name.first, []).append(entity)
        return entity

    def _recognise(self, mention: Mention) -> None:
        """A surname, or a first name, alone; a place's or a body's name only where it is a surname without article."""
        entity = self.person(mention.name)
        if entity is None or (mention.name.sort in ("place", "body") and mention.name.key != entity.last):
            return
        text, (start, _) = mention.sentence.text, mention.inside
        if mention.name.sort == "single" or not text.endswith(("the ", "The "), 0, start):
            self._add(mention, entity)

    def _meet_governments(self) -> None:
        """`the Lee administration`: Lee governs, known otherwise or not."""
        for sentence in self.document.sentences:
            for surname, words in governments(sentence.text):
                name = read_name(surname)
                known = self.people.get(name.last) or ([self._new_person(name)] if name.sort == "single" else [])
                for person in known:
                    person.governs = person.governs or words

    # ---------------------------------------------------------------- bodies, places, documents
    def _meet_others(self, found: list[Mention]) -> None:
        for mention in found:
            if mention.entity is None and (mention.name.sort in THINGS or _is_explained(mention)):
                self._learn_initials(mention.name)
                self._add(mention, self.body(mention.name))
                self._learn_short(mention)
        firsts = self._first_words()
        for mention in (m for m in found if m.entity is None and m.name.sort == "single"):
            if (body := self.bodies.get(mention.name.key) or firsts.get(mention.name.key)) is not None:
                self._add(mention, body)

    def _first_words(self) -> dict[str, Entity]:
        """`Acme` for `Acme Airlines`: the first words of companies and of other bodies that no list has."""
        known = (body for body in self.bodies.values() if body.sort == "body" and body.kind in SHORTENED)
        return {plain(body.label.split()[0]): body for body in known if " " in body.label}

    def _learn_initials(self, name: Name) -> None:
        """`NFA` after `National Farm Alliance`: initials of a longer name of the article."""
        if name.sort == "acronym":
            if (known := self.initials.get(name.key)) is not None:
                self.bodies.setdefault(name.key, known)
        elif " " in name.text:
            short = _initials(name.text)
            if len(short) > 2:
                self.initials.setdefault(short, self.body(name))

    def _learn_short(self, mention: Mention) -> None:
        """`the Federal Aviation Administration (FAA)`: the short form means the long one from here on."""
        long = mention.entity is not None and " " in mention.name.text
        short = SHORT.match(mention.sentence.text, mention.inside[1]) if long else None
        if mention.entity is not None and short and ACRONYM.match(short.group(1)):
            self.bodies.setdefault(plain(short.group(1)), mention.entity)

    def _add(self, mention: Mention, entity: Entity) -> None:
        mention.entity = entity
        entity.places.append((mention.start, mention.end))
        entity.gender = entity.gender or mention.name.gender
        text, start = mention.sentence.text, mention.start - mention.sentence.start
        if mention.name.title and not is_hypothetical(text, start):
            title = former(text, start) + mention.name.title
            if title not in entity.titles:
                entity.titles.append(title)


@lru_cache(maxsize=50_000)
def _initials(name: str) -> str:
    """`nfa`: the capitals with which the words of a name begin, as a key."""
    return "".join(word[0] for word in name.split() if word[0].isupper()).lower()


def _is_explained(mention: Mention) -> bool:
    return mention.name.sort == "single" and is_thing(mention.sentence.text, mention.inside[1])


def _same_first(one: str, other: str) -> bool:
    """Tell whether two first names may be one person's: the same, an initial, or a short form that begins alike."""
    if not one or not other or one == other:
        return True
    if "|" in one:
        return any(_same_first(part, other) for part in one.split("|"))
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) == 1 or (len(short) > 2 and short.title() in first_names()))
