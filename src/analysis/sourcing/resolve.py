"""One decision about all candidates of a paragraph: the outermost attribution of a stretch of text stands."""

from analysis.sourcing.matchers import Candidate


def resolve(candidates: list[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Return the winners, in order of place, and the losers.

    Of two candidates with one cue the earlier in the list (the order of the matchers) wins. A candidate whose cue or
    source lies inside the content of another one is part of what that one says, and is dropped.
    """
    winners: list[Candidate] = []
    losers: list[Candidate] = []
    seen: set[int] = set()
    unique = []
    for c in candidates:
        if c.cue and c.cue[1] - 1 in seen:
            losers.append(c)
            continue
        if c.cue:
            seen.update(range(*c.cue))
        unique.append(c)
    unique.sort(key=lambda c: (c.frame != "postposed", -max((e - s for s, e in c.content), default=0)))
    for c in unique:
        inside = any(_holds(w, c) for w in winners)
        (losers if inside else winners).append(c)
    winners.sort(key=_place)
    return winners, losers


def _holds(outer: Candidate, inner: Candidate) -> bool:
    place = inner.cue or inner.source or inner.content[0]
    return any(s <= place[0] < e for s, e in outer.content)


def _place(c: Candidate) -> int:
    spans = [*c.content, *(s for s in (c.source, c.cue) if s)]
    return min(s for s, _ in spans)
