"""Quotations of a paragraph: where each begins and ends, which tokens it holds, whether it goes on."""

from analysis.sourcing.tokens import CLOSE, OPEN, Line

OPENING, CLOSING, STRAIGHT = ("“", "„", "«", "``"), ("”", "»"), ('"', "''")
SINGLE = ("'", "‘", "’")
ALL = frozenset((*OPENING, *CLOSING, *STRAIGHT, *SINGLE))


def mark_quotes(line: Line) -> bool:
    """Find the quotations of a paragraph and mark their tokens; return whether the last one is left open.

    A quotation is (first token, end) with its quotation marks. One that is not closed lasts until the paragraph ends.
    """
    start: int | None = None
    for at, word in enumerate(line.words):
        if word not in ALL:
            continue
        side = _side(line, at, open_=start is not None)
        if side == OPEN and start is None:
            start = at
            line.classes[at] = OPEN
        elif side == CLOSE and start is not None:
            if _matches(line.words[start], word):
                line.classes[at] = CLOSE
                line.quotes.append((start, at + 1))
                start = None
    if start is not None and line.words[start] not in SINGLE:
        line.quotes.append((start, len(line)))
    for first, end in line.quotes:
        line.quoted[first:end] = b"\1" * (end - first)
    return start is not None and line.words[start] not in SINGLE


def _matches(opening: str, closing: str) -> bool:
    """Tell whether these two marks belong together: double with double, single with single."""
    return (opening in SINGLE) == (closing in SINGLE)


def _side(line: Line, at: int, *, open_: bool) -> int:
    """Return OPEN, CLOSE or 0 for a mark, by its shape and, where both shapes are one, by the spaces around it."""
    word = line.words[at]
    if word in OPENING:
        return OPEN
    if word in CLOSING:
        return CLOSE if open_ else OPEN if _tight_right(line, at) and not _tight_left(line, at) else 0
    if word in STRAIGHT:
        return CLOSE if open_ else OPEN
    left, right = _tight_left(line, at), _tight_right(line, at)
    if not open_:
        return OPEN if right and not left and word != "’" and not line.words[at + 1][0].isdigit() else 0
    return CLOSE if left and not right else 0


def _tight_left(line: Line, at: int) -> bool:
    return at > 0 and line.ends[at - 1] == line.starts[at]


def _tight_right(line: Line, at: int) -> bool:
    return at + 1 < len(line) and line.starts[at + 1] == line.ends[at]
