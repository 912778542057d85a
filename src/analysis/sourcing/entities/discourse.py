"""What an article has told so far: who spoke where, who is known better by now, and who may be meant next."""

import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import itemgetter

from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.mention import Mention
from analysis.sourcing.entities.register import Names
from analysis.sourcing.entities.roles import find_roles
from analysis.sourcing.grammar.vocabulary import plain

REACH = 8
"""How many sentences a pronoun looks back, its own with them."""
MEMORY = 20
"""How many unnamed sources of one head are remembered, and as many speakers and names of one sentence."""


class Discourse:
    """The sources of an article in the order of the text, by their words, by their head, and by where they spoke.

    Entities never change. What is learned of one on the way is kept here: its gender by the pronoun that meant it
    (`gender_of`), where it stood last (`last_place`), of which group it is one (`group_of`), and that it turned out to
    be another (`replace`): an unknown name to be a person's, "officials" of a headline to be the "senior officials" of
    the text. This last alone counts for what was found before, too; everybody asks by `latest`.
    """

    def __init__(self, names: Names, reported: Iterable[tuple[int, int]]) -> None:
        self.names = names
        self.document = names.document
        self._spoke: defaultdict[int, list[tuple[int, Entity]]] = defaultdict(list)
        self._by_label: dict[tuple[str, str], Entity] = {}
        self._by_head: defaultdict[tuple[str, bool], list[Entity]] = defaultdict(list)
        self._genders: dict[Entity, str] = {}
        self._last_places: dict[Entity, int] = {}
        self._groups: dict[Entity, Entity] = {}
        self._better: dict[Entity, Entity] = {}
        self._roles: dict[Entity, list[str]] = {}
        self._reported = sorted(reported)

    # ---------------------------------------------------------------- learning
    def note(self, offset: int, entity: Entity) -> None:
        """Remember that this source spoke there."""
        self._spoke[self.document.sentence_of(offset)].append((offset, entity))

    def add(self, entity: Entity) -> Entity:
        """Remember an unnamed source or document by its words and by its head."""
        self._by_label[entity.sort, plain(entity.label)] = entity
        self._by_head[entity.head, entity.plural].append(entity)
        return entity

    def stand(self, entity: Entity, offset: int) -> Entity:
        """Remember that an unnamed source stands there."""
        self._last_places[entity] = offset
        return entity

    def learn_gender(self, entity: Entity, gender: str) -> None:
        """Remember the gender of the pronoun that meant this source, unless another is known."""
        self._genders[entity] = self.gender_of(entity) or gender

    def join(self, one: Entity, group: Entity) -> Entity:
        """Remember that an unnamed source is one of a group: "one of the aides"."""
        self._groups[one] = group
        return one

    def replace(self, old: Entity, new: Entity) -> Entity:
        """Remember that what was taken for one source is another one."""
        self._better[old] = new
        return new

    def as_person(self, entity: Entity) -> Entity:
        """Remember that an unknown name is a person's after all."""
        return self.replace(entity, replace(entity, sort="person"))

    def forget(self, entity: Entity) -> None:
        """Drop an unnamed source that is to be added anew under other words."""
        self._by_head[entity.head, entity.plural].remove(entity)
        self._by_label.pop((entity.sort, plain(entity.label)))

    # ---------------------------------------------------------------- asking
    def latest(self, entity: Entity) -> Entity:
        """Return what an entity has turned out to be; most stay what they are."""
        return self._better.get(entity, entity)

    def gender_of(self, entity: Entity) -> str:
        """Return the gender of a source as far as it is known: m, f, n or empty."""
        return self._genders.get(entity, entity.gender)

    def group_of(self, entity: Entity) -> Entity | None:
        """Return the unnamed people of whom an unnamed source is one; None of most."""
        return self._groups.get(entity)

    def last_place(self, entity: Entity) -> int:
        """Return where an unnamed source stood last."""
        return self._last_places[entity]

    def roles_of(self, person: Entity) -> list[str]:
        """Return a person's descriptions, gathered once."""
        if person not in self._roles:
            self._roles[person] = find_roles(person, self.names)
        return self._roles[person]

    def labelled(self, sort: str, label: str) -> Entity | None:
        """Return the last unnamed source or document of these words."""
        return self._by_label.get((sort, plain(label)))

    def headed(self, head: str, plural: bool) -> Iterator[Entity]:
        """Yield the last unnamed sources and documents with this head, the latest first."""
        yield from reversed(self._by_head[head, plural][-MEMORY:])

    def spoken(self) -> list[int]:
        """Return the numbers of the sentences in which somebody spoke."""
        return [*self._spoke]

    def spoke(self, number: int) -> Iterator[tuple[int, Entity]]:
        """Yield where somebody spoke in a sentence, and who, in the order of the text."""
        for at, entity in self._spoke.get(number, ()):
            yield at, self.latest(entity)

    def spoke_before(self, number: int, offset: int) -> list[tuple[int, Entity]]:
        """Return where somebody spoke in a sentence before an offset, and who, the last one first."""
        known = self._spoke.get(number, [])
        behind = bisect_left(known, offset, key=itemgetter(0))
        last = known[max(0, behind - MEMORY) : behind]
        return [(at, self.latest(entity)) for at, entity in reversed(last)]

    def sentences_before(self, offset: int, reach: int) -> range:
        """Return the numbers of as many sentences, from the one at an offset backwards."""
        here = self.document.sentence_of(offset)
        return range(here, max(-1, here - reach), -1)

    def named(self, number: int, offset: int) -> list[tuple[Mention, Entity]]:
        """Return the first names of a sentence as far as they stand before an offset, and whom they mean."""
        span = self.document.sentences[number].span
        mentions = self.names.between(span.start, min(offset, span.end), limit=MEMORY)
        return [(m, self.latest(m.entity)) for m in mentions]

    def told(self, number: int, offset: int) -> Iterator[Entity]:
        """Yield who is named in a sentence before an offset outside of anybody's words, the first first."""
        for mention, entity in self.named(number, offset):
            if not self.is_reported(mention.start):
                yield entity

    def named_before(self, offset: int, first: int = 0) -> list[tuple[Mention, Entity]]:
        """Return the last names from ``first`` to an offset, and whom they mean, the nearest first."""
        return [(m, self.latest(m.entity)) for m in self.names.before(offset) if m.start >= first]

    def is_reported(self, offset: int) -> bool:
        """Tell whether what stands at an offset is inside somebody's words."""
        at = bisect_right(self._reported, (offset, sys.maxsize)) - 1
        return at >= 0 and offset < self._reported[at][1]
