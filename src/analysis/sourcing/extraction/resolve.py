"""One decision about all candidates of a paragraph: the outermost attribution of a stretch of text stands."""

from analysis.sourcing.extraction.candidates import Candidate


def resolve(candidates: list[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Return the winners, in order of place, and the losers.

    Of two candidates whose cues share a word the earlier in the list wins (the order of the matchers). Of the rest,
    those whose content stands before them go first, then those with the longest content: one whose cue lies inside
    the content of another is part of what that one says, and is dropped. So is a stance that only tells who another
    source is.
    """
    if len(candidates) < 2:
        return candidates, []
    unique, losers = _one_for_each_cue(candidates)
    owned = bytearray(len(candidates[0].tokens))
    winners: list[Candidate] = []
    for candidate in sorted(unique, key=_rank):
        if owned[candidate.first]:
            losers.append(candidate)
        else:
            winners.append(candidate)
            for start, end in candidate.content:
                owned[start:end] = b"\1" * (end - start)
    idle = [winner for winner in winners if _only_tells_who(winner, winners)]
    return sorted((winner for winner in winners if winner not in idle), key=_place), losers + idle


def _only_tells_who(candidate: Candidate, winners: list[Candidate]) -> bool:
    """`Lee, who backs the plan, said`: tell whether a stance is only part of what describes another source."""
    if candidate.speech or candidate.cue is None:
        return False
    return any(w.source[0] <= candidate.first < w.source[1] for w in winners if w.source)


def _one_for_each_cue(candidates: list[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    unique: list[Candidate] = []
    losers: list[Candidate] = []
    taken = bytearray(len(candidates[0].tokens))
    for candidate in candidates:
        start, end = candidate.cue or (0, 0)
        if 1 in taken[start:end]:
            losers.append(candidate)
        else:
            unique.append(candidate)
            taken[start:end] = b"\1" * (end - start)
    return unique, losers


def _rank(candidate: Candidate) -> tuple[bool, int]:
    return not candidate.final, -max((e - s for s, e in candidate.content), default=0)


def _place(candidate: Candidate) -> int:
    return min(piece[0] for piece in (candidate.source, candidate.cue, *candidate.content) if piece)
