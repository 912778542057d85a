"""The conditions of which the rows of `objections` are made: where something stands, and what kind of cue it is."""

from collections.abc import Callable, Set
from typing import Literal, NamedTuple

from analysis.sourcing.extraction.proposals import Proposal
from analysis.sourcing.extraction.quoted import after_quotation, ends_quotation
from analysis.sourcing.grammar.patterns import ANYTHING, NO_WORDS, Place

Condition = Callable[[Proposal], bool]
Spot = Literal["sentence", "source", "source end", "cue", "cue end", "content", "content end"]

SPOTS: dict[Spot, Callable[[Proposal], int]] = {
    "sentence": lambda proposal: proposal.tokens.bounds(proposal.cue[0])[0],
    "source": lambda proposal: proposal.source[0],
    "source end": lambda proposal: proposal.source[1],
    "cue": lambda proposal: proposal.cue[0],
    "cue end": lambda proposal: proposal.cue[1],
    "content": lambda proposal: proposal.content[0],
    "content end": lambda proposal: proposal.content[1],
}
"""Where one may look: at the first token of the sentence or of a piece, or at the one behind a piece ("end")."""


def at(
    spot: Spot, distance: int = 0, *, of: int = ANYTHING, none: int = 0,
    words: Set[str] = NO_WORDS, but: Set[str] = NO_WORDS,
) -> Condition:  # fmt: skip
    """Return what must stand ``distance`` tokens from a spot: a word of the classes ``of``, and of ``none`` of those.

    It is one of ``words``, where they are given, and none of those in ``but``. Where no classes are asked for, the
    place may lie beyond the ends of the paragraph (see `Place`).
    """
    place = Place(distance, of, none, words, absent=of == ANYTHING)

    def stands(proposal: Proposal) -> bool:
        token = SPOTS[spot](proposal)
        return place.fits(proposal.tokens, token) and proposal.tokens.lower[token + distance] not in but

    return stands


class OfCue(NamedTuple):
    """A condition that looks at nothing but the cue's frames and whether it is speech."""

    fits: Callable[[frozenset[str], bool], bool]


def cue_with(*frames: str) -> OfCue:
    """Return the condition that the cue has all these frames."""
    return OfCue(lambda has, _: has.issuperset(frames))


def cue_without(*frames: str) -> OfCue:
    """Return the condition that the cue has none of these frames."""
    return OfCue(lambda has, _: has.isdisjoint(frames))


is_stance = OfCue(lambda _, speech: not speech)
"""The condition that the cue is no speech but a stance or a state of mind."""


def is_bare(proposal: Proposal) -> bool:
    """Tell whether the cue is one word: "called", not "has called"."""
    return proposal.cue[1] - proposal.cue[0] == 1


def form_is(form: str) -> Condition:
    """Return the condition that the verb has this form: "finite", "passive", ..."""
    return lambda proposal: proposal.form == form


def source_is(*how: str) -> Condition:
    """Return the condition that the source stands in one of these ways to the cue."""
    return lambda proposal: proposal.how in how


def follows(*frames: str) -> Condition:
    """Return the condition that one of these kinds of complement follows the cue."""
    return lambda proposal: proposal.frame in frames


def not_follows(*frames: str) -> Condition:
    """Return the condition that none of these kinds of complement follows the cue."""
    return lambda proposal: proposal.frame not in frames


def something_follows(proposal: Proposal) -> bool:
    """Tell whether something that the cue takes follows it."""
    return bool(proposal.frame)


def is_right_behind_no_quotation(proposal: Proposal) -> bool:
    """Tell whether no quotation ends before the cue, be it a title or a term."""
    return not after_quotation(proposal.tokens, proposal.cue[0] - 1)


def is_behind_no_quotation(proposal: Proposal) -> bool:
    """Tell whether no quotation ends before the cue that is what somebody says."""
    return not ends_quotation(proposal.tokens, proposal.cue[0] - 1)
