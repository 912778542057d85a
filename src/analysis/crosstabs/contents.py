"""Who speaks where: the contents of an article's attributions, laid out so that each place has one speaker.

Where contents overlap, the outermost attribution speaks, the one whose content reaches farthest; between two as long,
the one that comes first. So every word and every mention belongs to one source or to none, and nothing counts twice.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from analysis.spans import parse_spans
from analysis.tables import ATTRIBUTIONS, rows_of


class Speaker(NamedTuple):
    """Who answers for a stretch of text."""

    attribution: int | None
    source: str
    kind: str
    official: bool


NOBODY = Speaker(None, "", "unattributed", False)


class Cover:
    """Who speaks where in one article: stretches that do not overlap, in text order."""

    def __init__(self, stretches: Iterable[tuple[int, int, Speaker]]) -> None:
        stretches = list(stretches)
        self.starts = [s[0] for s in stretches]
        self.ends = [s[1] for s in stretches]
        self.speakers = [s[2] for s in stretches]

    def speakers_along(self, start: int, end: int) -> Iterator[tuple[int, Speaker]]:
        """Yield who speaks from ``start`` until where, then who until where, up to ``end``."""
        for at in range(bisect_right(self.ends, start), bisect_left(self.starts, end)):
            if start < self.starts[at]:
                yield self.starts[at], NOBODY
            start = min(self.ends[at], end)
            yield start, self.speakers[at]
        if start < end:
            yield end, NOBODY

    def speaker_of(self, start: int, end: int) -> Speaker:
        """Return who has most of the characters from ``start`` to ``end``, the first of equals."""
        shared: dict[Speaker, int] = {}
        for at in range(bisect_right(self.ends, start), bisect_left(self.starts, end)):
            speaker = self.speakers[at]
            shared[speaker] = shared.get(speaker, 0) + min(end, self.ends[at]) - max(start, self.starts[at])
        return max(shared, key=shared.__getitem__) if shared else NOBODY


def find_covers(attributions: pd.DataFrame) -> Mapping[str, Cover]:
    """Return the cover of each article; one without attributions has an empty one."""
    ATTRIBUTIONS.check(attributions)
    contents: dict[str, list[tuple[int, int, int, Speaker]]] = defaultdict(list)
    for article, cell, *speaker in rows_of(attributions, "article", "content_spans", *Speaker._fields):
        spans = parse_spans(cell)
        if spans:
            starts, ends = zip(*spans, strict=True)
            reach, who = max(ends) - min(starts), Speaker(*speaker)
            contents[article] += [(start, end, reach, who) for start, end in spans]
    covers = {article: Cover(_outermost(spans)) for article, spans in contents.items()}
    return defaultdict(lambda: Cover(()), covers)


def _outermost(spans: Sequence[tuple[int, int, int, Speaker]]) -> Iterator[tuple[int, int, Speaker]]:
    """Yield stretches that do not overlap: of each place, the span with the farthest reach, the first of equals."""
    order = sorted(range(len(spans)), key=lambda i: spans[i][0])
    borders = sorted({b for s in spans for b in s[:2]})
    active: list[tuple[int, int]] = []
    opened = 0
    for start, end in pairwise(borders):
        while opened < len(order) and spans[order[opened]][0] <= start:
            number = order[opened]
            heappush(active, (-spans[number][2], number))
            opened += 1
        while active and spans[active[0][1]][1] <= start:
            heappop(active)
        if active:
            yield start, end, spans[active[0][1]][3]
