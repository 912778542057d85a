"""The conditions of which the rows of `objections` are made: where something stands, and what kind of cue it is."""

from collections.abc import Callable, Set
from operator import attrgetter
from typing import Literal, NamedTuple

from analysis.sourcing.extraction.candidates import Piece
from analysis.sourcing.extraction.proposals import Kind, Proposal
from analysis.sourcing.extraction.quoted import after_quotation, ends_quotation
from analysis.sourcing.grammar.patterns import ANYTHING, NO_WORDS, Place, Row, Table

Condition = Callable[[Proposal], bool]
Spot = Literal["sentence", "source", "source end", "cue", "cue end", "content", "content end"]

SPOTS: dict[Spot, tuple[Callable[[Proposal], Piece], int]] = {
    "sentence": (attrgetter("sentence"), 0),
    "source": (attrgetter("source"), 0),
    "source end": (attrgetter("source"), 1),
    "cue": (attrgetter("cue"), 0),
    "cue end": (attrgetter("cue"), 1),
    "content": (attrgetter("content"), 0),
    "content end": (attrgetter("content"), 1),
}
"""Where one may look: at the first token of the sentence or of a piece, or at the one behind a piece ("end")."""


def at(
    spot: Spot, distance: int = 0, *, of: int = ANYTHING, none: int = 0,
    words: Set[str] = NO_WORDS, but: Set[str] = NO_WORDS,
) -> Condition:  # fmt: skip
    """Return what must stand ``distance`` tokens from a spot: a word of the classes ``of``, and of ``none`` of those.

    It is one of ``words``, where they are given, and none of those in ``but``. Where no classes are asked for, the
    place may lie beyond the ends of the paragraph.
    """
    piece_of, side = SPOTS[spot]
    refused = [Row(False, "", (Place(distance, words=but, absent=True),))] if but is not NO_WORDS else []
    table = Table(False, *refused, Row(True, "", (Place(distance, of, none, words, absent=of == ANYTHING),)))

    def stands(proposal: Proposal) -> bool:
        return table.decide(proposal.tokens, piece_of(proposal)[side])

    return stands


class OfKind(NamedTuple):
    """A condition that looks at nothing but the proposal's kind: its cue, and how source and complement stand to it."""

    fits: Callable[[Kind], bool]


def cue_with(*frames: str) -> OfKind:
    """Return the condition that the cue has all these frames."""
    return OfKind(lambda kind: kind.frames.issuperset(frames))


def cue_without(*frames: str) -> OfKind:
    """Return the condition that the cue has none of these frames."""
    return OfKind(lambda kind: kind.frames.isdisjoint(frames))


is_stance = OfKind(lambda kind: not kind.speech)
"""The condition that the cue is no speech but a stance or a state of mind."""
something_follows = OfKind(lambda kind: bool(kind.frame))
"""The condition that something that the cue takes follows it."""


def is_bare(proposal: Proposal) -> bool:
    """Tell whether the cue is one word: "called", not "has called"."""
    return proposal.cue[1] - proposal.cue[0] == 1


def form_is(form: str) -> OfKind:
    """Return the condition that the verb has this form: "finite", "passive", ..."""
    return OfKind(lambda kind: kind.form == form)


def source_is(*how: str) -> OfKind:
    """Return the condition that the source stands in one of these ways to the cue."""
    return OfKind(lambda kind: kind.how in how)


def follows(*frames: str) -> OfKind:
    """Return the condition that one of these kinds of complement follows the cue."""
    return OfKind(lambda kind: kind.frame in frames)


def not_follows(*frames: str) -> OfKind:
    """Return the condition that none of these kinds of complement follows the cue."""
    return OfKind(lambda kind: kind.frame not in frames)


def is_right_behind_no_quotation(proposal: Proposal) -> bool:
    """Tell whether no quotation ends before the cue, be it a title or a term."""
    return not after_quotation(proposal.tokens, proposal.cue[0] - 1)


def is_behind_no_quotation(proposal: Proposal) -> bool:
    """Tell whether no quotation ends before the cue that is what somebody says."""
    return not ends_quotation(proposal.tokens, proposal.cue[0] - 1)
