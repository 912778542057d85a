"""One decision about all candidates of a paragraph: the outermost attribution stands, and no word belongs to two."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise
from operator import attrgetter

from analysis.sourcing.extraction.candidates import Candidate, Piece

CONTENT, SOURCE = attrgetter("content"), attrgetter("source")
BRIEF = 2
"""So few words before what another claims say nothing by themselves: "scolded | him: | “It is dead,” she said"."""

Resolution = tuple[list[Candidate], list[Candidate]]
"""Winners and losers."""


def resolve(candidates: list[Candidate]) -> Resolution:
    """Return the winners, in order of place, and the losers.

    Of two candidates whose cues share a word the earlier in the list wins (the order of the matchers). Of the rest,
    those whose content stands before them go first, then those with the longest content: one whose cue lies inside
    the content of another is part of what that one says, and is dropped. So is a stance that only tells who another
    source is. Words that two winners claim belong to the one whose cue is nearest; who has none left is dropped, too.
    """
    if len(candidates) < 2:
        return candidates, []
    kept, losers = candidates, list[Candidate]()
    for step in (_one_for_each_cue, _outermost, _without_asides, _one_for_each_word):
        kept, dropped = step(kept)
        losers += dropped
    return sorted(kept, key=_place), losers


def _one_for_each_cue(candidates: list[Candidate]) -> Resolution:
    """Keep the first of those that share a word of their cues."""
    kept: list[Candidate] = []
    dropped: list[Candidate] = []
    taken = bytearray(len(candidates[0].tokens))
    for candidate in candidates:
        start, end = candidate.cue or (0, 0)
        if 1 in taken[start:end]:
            dropped.append(candidate)
        else:
            kept.append(candidate)
            take(taken, [(start, end)])
    return kept, dropped


def _outermost(candidates: list[Candidate]) -> Resolution:
    """Keep those that stand in nobody's content; what is surest to be outermost goes first."""
    kept: list[Candidate] = []
    dropped: list[Candidate] = []
    owned = bytearray(len(candidates[0].tokens))
    for candidate in sorted(candidates, key=_rank):
        if owned[candidate.first]:
            dropped.append(candidate)
        else:
            kept.append(candidate)
            take(owned, candidate.content)
    outer, inner = _parted(kept, lambda one: _stands_within_any(one, kept))
    return outer, dropped + inner


def _parted(candidates: list[Candidate], is_lost: Callable[[Candidate], bool]) -> Resolution:
    """Part those that are kept from those that are lost."""
    kept: list[Candidate] = []
    dropped: list[Candidate] = []
    for candidate in candidates:
        (dropped if is_lost(candidate) else kept).append(candidate)
    return kept, dropped


def _stands_within_any(one: Candidate, others: list[Candidate]) -> bool:
    """`Lee said that according to the memo, it was dead`: tell whether one is part of what another says."""
    cue = one.first
    begins = min(one.content, default=(cue, 0))[0]
    return any(begins > other.first for other in others if holds(other.content, cue))


def _without_asides(winners: list[Candidate]) -> Resolution:
    """`Lee, who backs the plan, said`: drop a stance that is only part of what describes another source."""
    sources = list(filter(None, map(SOURCE, winners)))
    return _parted(winners, lambda winner: _is_aside(winner, sources))


def _is_aside(winner: Candidate, sources: list[Piece]) -> bool:
    """Tell whether a stance stands within one of these sources."""
    return not winner.speech and holds(sources, winner.first)


def _one_for_each_word(winners: list[Candidate]) -> Resolution:
    """`“It is dead,” Lee said, adding: “And gone.”`: what two claim belongs to the one whose cue is nearest."""
    if _are_apart(sorted(contents(winners))):
        return winners, []
    cut = [replace(winner, content=_own(winner, winners)) for winner in winners]
    return _parted(cut, lambda winner: not winner.content)


def contents(candidates: Iterable[Candidate]) -> Iterator[Piece]:
    """Return all pieces of content of these."""
    return chain.from_iterable(map(CONTENT, candidates))


def _are_apart(pieces: list[Piece]) -> bool:
    """Tell whether no two of these pieces, in order of place, share a word."""
    return all(end <= start for (_, end), (start, _) in pairwise(pieces))


def _own(winner: Candidate, winners: list[Candidate]) -> list[Piece]:
    """Return what nobody with a nearer cue claims; of a piece that is claimed in part, what stands before that part."""
    own = []
    for start, end in winner.content:
        stop = min((_first_lost(winner, other, (start, end)) for other in winners), default=end)
        if stop == end or stop - start > BRIEF:
            own.append((start, stop))
    return own


def _first_lost(winner: Candidate, other: Candidate, piece: Piece) -> int:
    """Return the first word of a piece that another with a nearer cue claims; the end of the piece where none does."""
    first = piece[1]
    for start, end in other.content:
        shared = max(start, piece[0]), min(end, piece[1])
        if shared[0] < shared[1] and _is_nearer(other, winner, shared):
            first = min(first, shared[0])
    return first


def _is_nearer(one: Candidate, other: Candidate, piece: Piece) -> bool:
    """Tell whether the cue of one is nearer to a piece than the other's; of two as near, the first in the text."""
    return (_distance(one, piece), one.first) < (_distance(other, piece), other.first)


def _distance(candidate: Candidate, piece: Piece) -> int:
    """Return how many words stand between a cue and a piece."""
    start, end = candidate.cue or piece
    return max(start - piece[1], piece[0] - end)


def holds(pieces: Iterable[Piece], at: int) -> bool:
    """Tell whether a token stands in one of these pieces."""
    for start, end in pieces:
        if start <= at < end:
            return True
    return False


def take(taken: bytearray, pieces: Iterable[Piece]) -> None:
    """Note the tokens of these pieces as taken."""
    for start, end in pieces:
        taken[start:end] = b"\1" * (end - start)


def _rank(candidate: Candidate) -> tuple[bool, int]:
    return not candidate.final, -max([end - start for start, end in candidate.content], default=0)


def _place(candidate: Candidate) -> int:
    return min(filter(None, (candidate.source, candidate.cue, *candidate.content)))[0]
