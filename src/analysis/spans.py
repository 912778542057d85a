"""Half-open stretches of text, counted in code points: ``text[start:end]`` is what a span names."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """From ``start`` to ``end``, end exclusive; both are at least 0 and ``end`` is not before ``start``."""

    start: int
    end: int

    def shift(self, by: int) -> "Span":
        """Return the same stretch, ``by`` code points further on."""
        return Span(self.start + by, self.end + by)

    def contains(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span around all of these; ValueError where there is none."""
    spans = list(spans)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def strip(text: str, span: Span, characters: str | None = None) -> Span:
    """Return the span without these characters (white space if None) at both ends; empty if nothing is left."""
    inner = text[span.start : span.end]
    left = len(inner) - len(inner.lstrip(characters))
    kept = len(inner.strip(characters))
    return Span(span.start + left, span.start + left + kept) if kept else Span(span.start, span.start)


def format_spans(spans: Iterable[Span]) -> str:
    """Write spans as one cell of a table: ``12-80;95-140``; empty for none."""
    return ";".join(f"{s.start}-{s.end}" for s in spans)


def parse_spans(cell: str) -> list[Span]:
    """Read what `format_spans` wrote."""
    return [Span(*map(int, piece.split("-"))) for piece in cell.split(";")] if cell else []
