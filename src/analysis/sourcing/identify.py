"""Who a source is: one entity for all its mentions in an article, with kind, role and the marker that decided."""

from collections.abc import Iterable

from analysis.sourcing.entities.coreference import Meeting
from analysis.sourcing.entities.discourse import Cast
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.register import Mentions
from analysis.sourcing.judgement.anonymity import find_shields
from analysis.sourcing.judgement.facts import facts_of
from analysis.sourcing.judgement.kinds import judge
from analysis.sourcing.model import Found, Verdict

NOBODY = Verdict("", "unattributed", "", False, "no source", "", "")
MOST_ROLES = 3
NEAR = (0, 1, 2, -1)
"""How many sentences a promise of anonymity may stand behind its source (-1: before it), the likeliest first."""


def identify(mentions: Mentions, found: list[Found]) -> list[Verdict]:
    """Return who the source of each attribution of one article is, in the order of ``found``.

    ``mentions`` are the names of the whole article (headline and body). An attribution without a source is
    unattributed, unless it is a quotation that goes on from the one before it. The labels of different sources differ;
    two sources of one attribution are joined with "; ".
    """
    cast = Cast(mentions, (piece for one in found for piece in one.content))
    whom = _meet_all(cast, found)
    _shield(cast)
    labels = _labels(whom)
    met = {id(entity): entity for entity in whom if entity is not None}
    known = {key: _verdict(entity, labels, cast) for key, entity in met.items()}
    return [known[id(entity)] if entity is not None else NOBODY for entity in whom]


def _meet_all(cast: Cast, found: list[Found]) -> list[Entity | None]:
    """Return the source of each attribution, met in the order of the text."""
    meeting = Meeting(cast)
    whom: list[Entity | None] = [None] * len(found)
    before: tuple[Found, Entity] | None = None
    for at in sorted(range(len(found)), key=lambda i: _place(found[i])):
        one = found[at]
        entity = meeting.meet(*(one.named or one.source)) if one.source else _continued(cast, one, before)
        if entity is not None:
            whom[at] = entity
            before = one, entity
            for member in (*entity.members, entity):
                cast.note(_place(one), member)
    return whom


def _place(one: Found) -> int:
    """Where an attribution stands: its source, else its cue, else its content."""
    first = one.source or one.cue or (one.content[0] if one.content else None)
    return first.start if first else 0


def _continued(cast: Cast, one: Found, before: tuple[Found, Entity] | None) -> Entity | None:
    """A quotation without a source, in the paragraph of one that has a source, goes on from it."""
    if before is None or one.quote not in ("direct", "mixed"):
        return None
    sentences = cast.document.sentences
    here, there = (sentences[cast.document.sentence_of(_place(x))] for x in (one, before[0]))
    return before[1] if here.paragraph == there.paragraph else None


def _shield(cast: Cast) -> None:
    """Give a promise of anonymity to the unnamed source of its sentence, of one of the two before, else of the next."""
    unnamed = [number for number, spoke in cast.spoke.items() if any(e.sort == "unnamed" for _, e in spoke)]
    reached = {number + back for number in unnamed for back in NEAR}
    sentences = cast.document.sentences
    for shield in find_shields(sentences, sorted(reached.intersection(range(len(sentences))))):
        near = (cast.spoke.get(shield.sentence - back, []) for back in NEAR)
        entity = next((e for spoke in near for _, e in reversed(spoke) if e.sort == "unnamed"), None)
        if entity is not None:
            entity.shield = entity.shield or shield.marker
            entity.reason = entity.reason or shield.reason


def _labels(whom: Iterable[Entity | None]) -> dict[int, str]:
    """Return a label for each entity; a second one with the same words gets " (2)"."""
    labels: dict[int, str] = {}
    taken: dict[str, int] = {}
    for entity in whom:
        for one in (entity.members or (entity,)) if entity else ():
            if id(one) not in labels:
                key = one.label.lower()
                taken[key] = taken.get(key, 0) + 1
                labels[id(one)] = one.label if taken[key] == 1 else f"{one.label} ({taken[key]})"
    return labels


def _verdict(entity: Entity, labels: dict[int, str], cast: Cast) -> Verdict:
    if entity.members:
        return _together([_verdict(member, labels, cast) for member in entity.members])
    roles = cast.roles_of(entity) if entity.is_person else []
    ruling = judge(facts_of(entity, [cast.mentions.expand(role) for role in roles], _served(entity, cast)))
    reason = (entity.reason or (entity.part_of.reason if entity.part_of else "")) if ruling.anonymity else ""
    role = "; ".join(roles[:MOST_ROLES])
    return Verdict(labels[id(entity)], ruling.kind, ruling.anonymity, ruling.official, ruling.marker, role, reason)


def _served(entity: Entity, cast: Cast) -> str:
    """The public office or body that an unnamed source or a document belongs to; empty where it is none's."""
    owner = entity.serves
    if owner is None or owner.sort not in ("person", "body", "place"):
        return ""
    roles = cast.roles_of(owner) if owner.is_person else []
    return owner.label if judge(facts_of(owner, roles)).official else ""


def _together(parts: list[Verdict]) -> Verdict:
    """Several named sources as one: named where one of them is a person, official where one is."""
    kind = "named" if any(p.kind == "named" for p in parts) else parts[0].kind
    columns = zip(*((p.source, p.marker, p.role) for p in parts), strict=True)
    source, marker, role = ("; ".join(filter(None, column)) for column in columns)
    return Verdict(source, kind, "", any(p.official for p in parts), marker, role, "")
