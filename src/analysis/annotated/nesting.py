"""From offsets to nesting: layers of spans over a text become a tree in which each mark lies within the outer ones."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from analysis.spans import Span

Marked = tuple[Span, Any]


class Node(NamedTuple):
    """A mark over a stretch of text: the layer's name, whose mark it is, and what is in it, marks and plain spans."""

    layer: str
    key: Any
    span: Span
    inside: list["Node | Span"]


class Layer:
    """Marks of one sort that do not overlap, in the order of the text."""

    def __init__(self, name: str, marked: Iterable[Marked]) -> None:
        self.name = name
        self.marked = lay_apart(marked)
        self._ends = [span.end for span, _ in self.marked]

    def within(self, stretch: Span) -> Iterator[Marked]:
        """Yield the marks that share characters with a stretch, cut at its borders."""
        for at in range(bisect_right(self._ends, stretch.start), len(self.marked)):
            span, key = self.marked[at]
            if span.start >= stretch.end:
                return
            yield Span(max(span.start, stretch.start), min(span.end, stretch.end)), key


def lay_apart(marked: Iterable[Marked]) -> list[Marked]:
    """Return marks that do not overlap, in the order of the text: over the same characters the earlier given wins.

    Empty marks are left out, and so are those that end before they begin.
    """
    taken: list[Marked] = []
    for span, key in marked:
        if taken and span.start < taken[-1][0].end:
            taken += [(free, key) for free in _free(span, taken)]
            taken.sort(key=lambda mark: mark[0])
        elif span.start < span.end:
            taken.append((span, key))
    return taken


def _free(span: Span, taken: Sequence[Marked]) -> Iterator[Span]:
    """Yield the parts of a span that no mark has taken."""
    at = span.start
    for other, _ in taken:
        if other.end > at and other.start < span.end:
            if at < other.start:
                yield Span(at, other.start)
            at = max(at, other.end)
    if at < span.end:
        yield Span(at, span.end)


def nest(stretch: Span, layers: Sequence[Layer]) -> list[Node | Span]:
    """Return a stretch of text as a tree, the first layer outermost; the spans that are no marks add up to it."""
    if stretch.start >= stretch.end:
        return []
    if not layers:
        return [stretch]
    found: list[Node | Span] = []
    at = stretch.start
    for span, key in layers[0].within(stretch):
        found += nest(Span(at, span.start), layers[1:])
        found.append(Node(layers[0].name, key, span, nest(span, layers[1:])))
        at = span.end
    return found + nest(Span(at, stretch.end), layers[1:])
