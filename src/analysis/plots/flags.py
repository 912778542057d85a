"""Where labels stand under a line of dots, so that none covers another and no leader runs through one.

A label is a flag at the foot of its dot's leader, flying to the right or to the left. Flags that fly right step down
from right to left, those that fly left from left to right: a leader then always passes beside the flags above it.
"""

from collections.abc import Sequence
from typing import NamedTuple

GAP = 8.0  # points between two flags on one level
CLEAR = 4.0  # points between the far end of a flag and a leader


class Flag(NamedTuple):
    """A label's left and right end in points, its level (0 the highest), and where its leader runs."""

    left: float
    right: float
    level: int
    leader: float

    def hits(self, other: "Flag") -> bool:
        """Tell whether this label covers another, or one's leader runs through the other's label."""
        if self.level == other.level:
            return self.left < other.right + GAP and other.left < self.right + GAP
        above, below = sorted((self, other), key=lambda f: f.level)
        if above.left < above.leader:
            return above.left - CLEAR < below.leader < above.right
        return above.left < below.leader < above.right + CLEAR


def place_flags(xs: Sequence[float], widths: Sequence[float], *, low: float, high: float) -> list[Flag]:
    """Return a flag for each dot (``xs`` from left to right, label ``widths``; points), between ``low`` and ``high``.

    Tried are all ways to let the first dots fly right and the others left; the best is then improved flag by flag.
    Best is what has the fewest collisions, then the least overhang, then the fewest levels.
    """

    def cost(right: Sequence[bool]) -> tuple:
        flags = _raise(xs, widths, right)
        return _collisions(flags), round(_overhang(flags, low, high)), _depth(flags)

    best = min(([i < n for i in range(len(xs))] for n in range(len(xs), -1, -1)), key=cost)
    for i in range(len(xs)):
        turned = [r != (i == j) for j, r in enumerate(best)]
        best = min(best, turned, key=cost)
    return _raise(xs, widths, best)


def _raise(xs: Sequence[float], widths: Sequence[float], right: Sequence[bool]) -> list[Flag]:
    """Return the flags, each on the highest level that is free, where those marked fly right."""
    placed: dict[int, Flag] = {}
    leftward, rightward = ([i for i in range(len(xs)) if right[i] is side] for side in (False, True))
    for i in [*leftward, *reversed(rightward)]:
        left = xs[i] if right[i] else xs[i] - widths[i]
        levels = [Flag(left, left + widths[i], level, xs[i]) for level in range(len(xs))]
        placed[i] = next((f for f in levels if not any(f.hits(p) for p in placed.values())), levels[0])
    return [placed[i] for i in range(len(xs))]


def _collisions(flags: Sequence[Flag]) -> int:
    return sum(a.hits(b) for i, a in enumerate(flags) for b in flags[:i])


def _overhang(flags: Sequence[Flag], low: float, high: float) -> float:
    return sum(max(low - f.left, 0) + max(f.right - high, 0) for f in flags)


def _depth(flags: Sequence[Flag]) -> tuple[int, int]:
    return max((f.level for f in flags), default=0), sum(f.level for f in flags)
