"""Who a source is: one entity for all its mentions in an article, with kind, role and the marker that decided."""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from analysis.sourcing.entities.coreference import Coreference
from analysis.sourcing.entities.discourse import Discourse
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.pseudonyms import Pseudonyms
from analysis.sourcing.entities.register import Names
from analysis.sourcing.grammar.vocabulary import small_words
from analysis.sourcing.judgement.anonymity import Shield, find_shields, reason_beside, shielding
from analysis.sourcing.judgement.facts import facts_of
from analysis.sourcing.judgement.kinds import judge
from analysis.sourcing.model import Found, Verdict

NOBODY = Verdict("", "unattributed", "", False, "no source", "", "")
MOST_ROLES = 3
OF_ADVOCATES = ("body", "place")
OWNERS = ("person", *OF_ADVOCATES)
"""The sorts of those whose office is also that of a lawyer, or of anybody else, who serves them."""
NEAR = (0, 1, 2, -1)
"""How many sentences a promise of anonymity may stand behind its source (-1: before it), the likeliest first."""


def identify(names: Names, found: list[Found]) -> list[Verdict]:
    """Return who the source of each attribution of one article is, in the order of ``found``.

    ``names`` are those of the whole article (headline and body). An attribution without a source is unattributed,
    unless it is a quotation that goes on from the one before it. The labels of different sources differ; two sources
    of one attribution are joined with "; ".
    """
    discourse = Discourse(names, (piece for one in found for piece in one.content))
    sources = Sources(discourse, _entities(discourse, found))
    return sources.verdicts()


def _entities(discourse: Discourse, found: list[Found]) -> list[Entity | None]:
    """Return the source of each attribution, found in the order of the text."""
    coreference = Coreference(discourse)
    entities: list[Entity | None] = [None] * len(found)
    last: tuple[Found, Entity] | None = None
    for at in sorted(range(len(found)), key=lambda i: _place(found[i])):
        one = found[at]
        words = one.named or one.source
        entity = coreference.entity_of(*words) if words else _continued(discourse, one, last)
        if entity is not None:
            coreference.meet(entity)
            entities[at], last = entity, (one, entity)
            for member in (*entity.members, entity):
                discourse.note(_place(one), member)
    return entities


def _place(one: Found) -> int:
    """Where an attribution stands: its source, else its cue, else its content."""
    for span in (one.source, one.cue, *one.content):
        if span:
            return span.start
    return 0


def _continued(discourse: Discourse, one: Found, last: tuple[Found, Entity] | None) -> Entity | None:
    """A quotation without a source, in the paragraph of one that has a source, goes on from it."""
    if last is None or one.quote == "indirect":
        return None
    before, entity = last
    here = discourse.document.paragraph_of(_place(one))
    there = discourse.document.paragraph_of(_place(before))
    return entity if here == there else None


class Sources:
    """The sources of an article, all of them found: what to call each, and what to judge of it."""

    def __init__(self, discourse: Discourse, found: Iterable[Entity | None]) -> None:
        self.discourse = discourse
        self.found = [entity and discourse.latest(entity) for entity in found]
        self.labels = dict(self._labels())
        self.pseudonyms = Pseudonyms(discourse.names)
        self.promises: defaultdict[Entity, list[Shield]] = defaultdict(list)
        self._learn_promises()

    def verdicts(self) -> list[Verdict]:
        """Return the verdict on each source found; nobody's is unattributed."""
        known: dict[Entity | None, Verdict] = {None: NOBODY}
        for entity in filter(None, self.found):
            if entity not in known:
                known[entity] = self._verdict(entity)
        return [known[entity] for entity in self.found]

    def _members(self, entity: Entity) -> list[Entity]:
        """Those whom a source is made of; itself as a rule."""
        members = entity.members or (entity,)
        return [*map(self.discourse.latest, members)]

    def _labels(self) -> Iterator[tuple[Entity, str]]:
        """Yield a label for each entity; a second one with the same words gets " (2)"."""
        taken: Counter[str] = Counter()
        for one in self._everybody():
            key = one.label.lower()
            taken[key] += 1
            yield one, one.label if taken[key] == 1 else f"{one.label} ({taken[key]})"

    def _everybody(self) -> dict[Entity, None]:
        """All sources once, in the order of the text; of several together each."""
        everybody: dict[Entity, None] = {}
        for entity in self.found:
            if entity is not None:
                everybody |= dict.fromkeys(self._members(entity))
        return everybody

    def _learn_promises(self) -> None:
        """Give a promise of anonymity to an unnamed source of its sentence, of the two before, else of the next."""
        sentences = self.discourse.document.sentences
        numbers = {number + back for number in self.discourse.spoken() for back in NEAR}
        for promise in find_shields(sentences, sorted(numbers & {*range(len(sentences))})):
            to = self._promised(promise)
            if to is not None:
                self.promises[to].append(promise)

    def _promised(self, promise: Shield) -> Entity | None:
        """Return to whom a promise was made: who stands last before it in its sentence, else behind, else near by."""
        at = self.discourse.document.sentences[promise.sentence].start + promise.at
        before = self._last_unnamed(promise.sentence, at)
        if promise.introduced:
            return before
        near = (self._last_unnamed(promise.sentence - back, sys.maxsize) for back in NEAR)
        return before or next(filter(None, near), None)

    def _last_unnamed(self, number: int, until: int) -> Entity | None:
        """The unnamed source that spoke last in a sentence before an offset."""
        spoke = self.discourse.spoke_before(number, until)
        return next((entity for _, entity in spoke if entity.sort == "unnamed"), None)

    def _verdict(self, entity: Entity) -> Verdict:
        if entity.members:
            return together([*map(self._verdict, self._members(entity))])
        told = self.pseudonyms.told(entity) if entity.is_person else []
        if told:
            return self._hidden(entity, told)
        roles = self._roles(entity)
        called = [self.discourse.names.expand(role) for role in roles]
        ruling = judge(facts_of(entity, called, self._served(entity), self._shield(entity)))
        role = "; ".join(roles[:MOST_ROLES])
        reason = self._reason(entity)
        return Verdict(self.labels[entity], ruling.kind, ruling.anonymity, ruling.official, ruling.marker, role, reason)

    def _hidden(self, entity: Entity, told: list[re.Match[str]]) -> Verdict:
        """Somebody under a false name is as unnamed as who has none: "Dora (not her real name)"."""
        marker, reason = told[0].group().strip(), next(filter(None, map(reason_beside, told)), "")
        described = next(iter(self._roles(entity)), "")
        unnamed = replace(entity, sort="unnamed", text=entity.label, core=described)
        ruling = judge(facts_of(unnamed, [], shield=marker))
        return Verdict(self.labels[entity], ruling.kind, ruling.anonymity, ruling.official, ruling.marker, "", reason)

    def _roles(self, entity: Entity) -> list[str]:
        return self.discourse.roles_of(entity) if entity.is_person else []

    def _served(self, entity: Entity) -> str:
        """The public office or body that an unnamed source or a document belongs to; empty where it is none's.

        Who holds an office has a lawyer as anybody has: that of a person is no official.
        """
        if entity.serves is None:
            return ""
        owner = self.discourse.latest(entity.serves)
        if owner.sort not in (OF_ADVOCATES if entity.head in small_words("advocate") else OWNERS):
            return ""
        ruling = judge(facts_of(owner, self._roles(owner)))
        return owner.label if ruling.official else ""

    def _with_group(self, entity: Entity) -> list[Entity]:
        """A source, and the group that it is one of: what was promised to all was promised to each."""
        group = self.discourse.group_of(entity)
        return [entity, group] if group else [entity]

    def _shield(self, entity: Entity) -> str:
        """The words that promise anonymity to a source: elsewhere in the article, or in its description."""
        return next(filter(None, map(self._own_shield, self._with_group(entity))), "")

    def _own_shield(self, entity: Entity) -> str:
        if self.promises[entity]:
            return self.promises[entity][0].marker
        return shielding(entity.text)

    def _reason(self, entity: Entity) -> str:
        for one in self._with_group(entity):
            for promise in self.promises[one]:
                if promise.reason:
                    return promise.reason
        return ""


def together(parts: list[Verdict]) -> Verdict:
    """Several named sources as one: named where one of them is a person, official where one is."""
    kinds = [part.kind for part in parts]
    kind = "named" if "named" in kinds else kinds[0]
    official = any(part.official for part in parts)
    role = "; ".join(filter(None, (part.role.partition("; ")[0] for part in parts)))  # one of each, in their order
    return Verdict(_joined(parts, "source"), kind, "", official, _joined(parts, "marker"), role, "")


def _joined(parts: list[Verdict], column: str) -> str:
    """What the verdicts have in a column, but for empty cells."""
    cells = [getattr(part, column) for part in parts]
    return "; ".join(filter(None, cells))
