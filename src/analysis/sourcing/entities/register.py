"""All people and bodies that an article names, with the places where it names them: read once, looked up often."""

import re
from bisect import bisect_left

from analysis.lexicon import Row
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.gathering import Draft, Gathering, draft_body, draft_person
from analysis.sourcing.entities.mention import Mention
from analysis.sourcing.entities.name_parts import Name
from analysis.sourcing.entities.name_shapes import ACRONYM
from analysis.sourcing.entities.people import People
from analysis.sourcing.grammar.document import Document
from analysis.sourcing.grammar.vocabulary import plain
from analysis.sourcing.model import Person
from analysis.spans import Span

CAPITALS = re.compile(r"\b[A-Z][\w.&]+")
MOST = 40
"""How many names are looked at from one place, so that the work grows with the length of the text."""


class Names:
    """The names of one article in order, by place, surname and words.

    What they add up to is settled when they have been read; later come only those whose name was not read as one.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        gathered = Gathering(document.sentences)
        settled: dict[Draft, Entity] = {d: d.settle() for d in (*gathered.people, *gathered.bodies.values())}
        self.people: People[Entity] = gathered.people.settled(settled)
        self.bodies = {key: settled[draft] for key, draft in gathered.bodies.items()}
        self._short = {key: settled[draft] for key, draft in (gathered.initials | gathered.bodies).items()}
        self.all = gathered.mentions(settled)
        self._starts = [m.start for m in self.all]

    def between(self, start: int, end: int, limit: int = MOST) -> list[Mention]:
        """Return the first mentions that begin between two offsets."""
        first, behind = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.all[first : min(behind, first + limit)]

    def before(self, offset: int) -> list[Mention]:
        """Return the last mentions that begin before an offset, the nearest first."""
        behind = bisect_left(self._starts, offset)
        return self.all[max(0, behind - MOST) : behind][::-1]

    def people_named(self) -> list[Person]:
        """Return where the article names people, and what it calls them, in order."""
        return [Person(m.start, m.end, m.entity.label) for m in self.all if m.entity.is_person]

    def known(self, name: Name) -> Entity | None:
        """Return the person, or else the body, of the article that these words can mean."""
        return self.people.find(name) or self.bodies.get(name.key)

    def person(self, name: Name, start: int) -> Entity:
        """Return the person of this name, known or new."""
        return self.people.find(name) or self.people.add(name, self._new_person(name, start))

    def _new_person(self, name: Name, start: int) -> Entity:
        draft = draft_person(name)
        draft.titles += [name.title] if name.title else []
        draft.places.append(Span(start, start + len(name.text)))
        return draft.settle()

    def body(self, name: Name) -> Entity:
        """Return the body, place or document of this name, known or new."""
        return self.bodies.setdefault(name.key, draft_body(name).settle())

    def common_body(self, label: str, row: Row, text: str = "") -> Entity:
        """Return the body of this common noun, known or new: "the board"."""
        head = plain(label.rpartition(" ")[2])
        body = Entity("body", label, kind=row["kind"], office=row["office"], head=head, text=text or label)
        return self.bodies.setdefault(plain(label), body)

    def expand(self, words: str) -> str:
        """Return words with the article's short names spelled out: "FAA chief" as "Federal Aviation ... chief"."""
        return CAPITALS.sub(self._spelled_out, words)

    def _spelled_out(self, word: re.Match[str]) -> str:
        body = self._short.get(plain(word[0])) if ACRONYM.match(word[0]) else None
        return body.label if body else word[0]
