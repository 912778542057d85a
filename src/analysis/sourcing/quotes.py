"""Quotations of a paragraph: where each begins and ends, whichever marks the newspaper uses."""

from itertools import compress, count

from analysis.sourcing import classes as c
from analysis.sourcing.tokens import Line

OPENING, CLOSING, STRAIGHT = ("“", "„", "«", "``"), ("”", "»"), ('"', "''")
SINGLE = ("'", "‘", "’")
TITLE, PARTICLE = 14, 3
ALL = frozenset((*OPENING, *CLOSING, *STRAIGHT, *SINGLE))


def mark_quotes(line: Line) -> None:
    """Find the quotations of a paragraph and note them in it, with their quotation marks.

    One that is not closed lasts until the next one opens or the paragraph ends, as where the next paragraph goes on
    with it; one that was never opened begins with its sentence. A single mark without a partner is an apostrophe.
    """
    start: int | None = None
    end = 0
    marks = () if ALL.isdisjoint(line.vocabulary) else compress(count(), map(ALL.__contains__, line.words))
    for at in marks:
        word = line.words[at]
        side = _side(line, at, is_open=start is not None)
        if side == c.OPEN and (start is None or (word not in SINGLE and at > start + 1)):
            if start is not None and line.words[start] not in SINGLE:
                line.add_quote(start, at)
            start, line.classes[at] = at, c.OPEN
        elif side == c.CLOSE and (start is None or _belong(line.words[start], word)):
            line.classes[at] = c.CLOSE
            line.add_quote(max(end, line.bounds(at)[0]) if start is None else start, at + 1)
            start, end = None, at + 1
    if start is not None and line.words[start] not in SINGLE:
        line.add_quote(start, len(line))


def is_title(line: Line, start: int, end: int) -> bool:
    """Tell whether a quotation is a title: "War and Peace"."""
    words = [w for w in line.words[start + 1 : end - 1] if w[0].isalpha() and len(w) > PARTICLE]
    return end - start < TITLE and all(w[0].isupper() for w in words)


def _belong(opening: str, closing: str) -> bool:
    """Tell whether two marks belong together: double with double, single with single."""
    return (opening in SINGLE) == (closing in SINGLE)


def _side(line: Line, at: int, *, is_open: bool) -> int:
    """Return OPEN, CLOSE or 0 for a mark, by its shape and, where shapes do not tell, by the spaces around it."""
    word, left, right = line.words[at], _tight_left(line, at), _tight_right(line, at)
    opens, closes = right and not left, left and not right and not line.words[at - 1][0].isdigit()
    if word in OPENING:
        return c.OPEN
    if word in CLOSING:
        return c.OPEN if opens and not is_open else c.CLOSE if is_open or closes else 0
    if word in STRAIGHT:
        if is_open:
            return c.OPEN if opens else c.CLOSE
        return c.CLOSE if closes else 0 if left and not right else c.OPEN
    if is_open:
        return c.CLOSE if left and not right else 0
    return c.OPEN if opens and word != "’" and not line.words[at + 1][0].isdigit() else 0


def _tight_left(line: Line, at: int) -> bool:
    return at > 0 and line.ends[at - 1] == line.starts[at]


def _tight_right(line: Line, at: int) -> bool:
    return at + 1 < len(line) and line.starts[at + 1] == line.ends[at]
