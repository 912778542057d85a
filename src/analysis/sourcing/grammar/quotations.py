"""Quotations of a paragraph: where each begins and ends, whichever marks the newspaper uses."""

from collections.abc import Container
from functools import cache
from itertools import compress, count
from typing import NamedTuple

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.patterns import Row, Table, after
from analysis.sourcing.grammar.tokens import Tokens

OPENING, CLOSING, STRAIGHT = ("“", "„", "«", "``"), ("”", "»"), ('"', "''")
APOSTROPHE, UPRIGHT, SINGLE = "’", ("'", "‘"), ("'", "‘", "’")
TITLE, PARTICLE = 14, 3
SAID, THIRD = frozenset(("said", "says")), group("third person")
LONGEST = 6
SPEAKERS = Table(
    False,
    Row(True, "“It is dead, |said| the mayor.", (after(words=group("article")),)),
    Row(True, "“It is dead, |said| Lee.", (after(c.NAME, c.TIME),)),
)


class Mark(NamedTuple):
    """What a quotation mark does: its side, an example, whether a quotation is open before it, the spaces around it.

    ``is_open`` is None where that does not matter.
    """

    side: int
    example: str
    is_open: bool | None
    spaces: Container[str]


SPACES = {(False, False): "both", (False, True): "before", (True, False): "behind", (True, True): "none"}
"""By whether a word stands close before and close behind the mark."""
BEFORE, BEHIND = ("before", "before figure"), ("behind", "behind figure")
ANY = (*BEFORE, *BEHIND, "both", "none")
LEFT_ROWS = (Mark(c.OPEN, "He said |“no.", None, ANY),)
RIGHT_ROWS = (
    Mark(c.CLOSE, "“It is over.|” He left.", True, ANY),
    Mark(c.OPEN, "He said |”no.", False, BEFORE),
    Mark(c.CLOSE, "It is over|” he said.", False, ("behind",)),
)
STRAIGHT_ROWS = (
    Mark(c.OPEN, 'It "is |"over.', True, BEFORE),
    Mark(c.CLOSE, 'It "is over,|" he said.', True, ANY),
    Mark(c.CLOSE, 'It is over,|" he said.', False, ("behind",)),
    Mark(0, 'It is 6|" tall.', False, BEHIND),
    Mark(c.OPEN, 'He said |"no.', False, ANY),
)
APOSTROPHE_ROWS = (Mark(c.CLOSE, "It ‘is over,|’ he said.", True, BEHIND),)
UPRIGHT_ROWS = (*APOSTROPHE_ROWS, Mark(c.OPEN, "He said |'no.", False, ("before",)))
SIDES = {
    **dict.fromkeys(OPENING, LEFT_ROWS), **dict.fromkeys(CLOSING, RIGHT_ROWS),
    **dict.fromkeys(STRAIGHT, STRAIGHT_ROWS), **dict.fromkeys(UPRIGHT, UPRIGHT_ROWS), APOSTROPHE: APOSTROPHE_ROWS,
}  # fmt: skip
"""What each mark may do: the first row that fits decides; it is an apostrophe or an inch where none does."""


def mark_quotes(tokens: Tokens) -> None:
    """Find the quotations of a paragraph and note them in it, with their quotation marks.

    One that is not closed lasts until its speaker is named behind a comma, else until the next one opens or the
    paragraph ends, as where the next paragraph goes on with it; one that was never opened begins with its sentence. A
    single mark without a partner is an apostrophe.
    """
    start: int | None = None
    end = 0
    for at in compress(count(), map(SIDES.__contains__, tokens.words)):
        side = _side(SIDES[tokens.words[at]], start is not None, _spaces(tokens, at))
        if side == c.OPEN and _may_open(tokens, start, at):
            _leave_open(tokens, start, at)
            start = at
        elif side == c.CLOSE and _may_close(tokens, start, at):
            tokens.add_quote(max(end, tokens.bounds(at)[0]) if start is None else start, at + 1)
            start, end = None, at + 1
        else:
            continue
        tokens.classes[at] = side | tokens.classes[at] & c.FIRST
    _leave_open(tokens, start, len(tokens))


def _may_open(tokens: Tokens, start: int | None, at: int) -> bool:
    """Tell whether a mark may open a quotation, also within the one at ``start`` that was never closed."""
    return start is None or (tokens.words[at] not in SINGLE and at > start + 1)


def _may_close(tokens: Tokens, start: int | None, at: int) -> bool:
    """Tell whether two marks belong together: double with double, single with single."""
    return start is None or (tokens.words[start] in SINGLE) == (tokens.words[at] in SINGLE)


def _leave_open(tokens: Tokens, start: int | None, end: int) -> None:
    """Note a quotation that is never closed, at most up to ``end``; a single mark is an apostrophe."""
    if start is not None and tokens.words[start] not in SINGLE:
        tokens.add_quote(start, _end_of_unclosed(tokens, start, end))


def _end_of_unclosed(tokens: Tokens, start: int, end: int) -> int:
    """Return where a quotation without a closing mark ends: behind the comma before its speaker, else at ``end``."""
    for at in range(start + 2, end - 2):
        if tokens.is_(at, c.COMMA) and _names_speaker(tokens, start, at + 1):
            return at + 1
    return end


def _names_speaker(tokens: Tokens, start: int, at: int) -> bool:
    """Tell whether a speaker stands at ``at``: `“It is dead, | said the mayor.` `“It is dead, | Ann Lee said Friday.`

    The second form counts only at the end of the sentence that the quotation at ``start`` begins: later in it somebody
    may tell what others said.
    """
    if tokens.lower[at] in SAID:
        return SPEAKERS.decide(tokens, at)
    first, last = tokens.bounds(at)
    cue = at + 1 if tokens.lower[at] in THIRD else tokens.skip(at, at + LONGEST, c.NAME | c.DET | c.NOUN)
    ends = tokens.skip(cue + 1, last, c.TIME | c.STOP) == last
    return start >= first and tokens.lower[cue] in SAID and ends


def is_title(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a quotation is a title: "War and Peace"."""
    if end - start >= TITLE:
        return False
    words = (word for word in tokens.words[start + 1 : end - 1] if len(word) > PARTICLE)
    return not any(word[0].islower() for word in words)


@cache
def _side(rows: tuple[Mark, ...], is_open: bool, spaces: str) -> int:
    """Return OPEN, CLOSE or 0 for a mark, by its shape and, where shapes do not tell, by the spaces around it."""
    return next((mark.side for mark in rows if mark.is_open in (is_open, None) and spaces in mark.spaces), 0)


def _spaces(tokens: Tokens, at: int) -> str:
    """Return which sides of a mark have a space: "before", "behind", "both" or "none"; a figure takes it for its own.

    "before figure": "in the '90s"; "behind figure": "6' tall".
    """
    words, starts = tokens.words, tokens.starts
    left = tokens.end(at - 1) == starts[at]
    right = at + 1 < len(words) and starts[at + 1] == tokens.end(at)
    spaces = SPACES[left, right]
    figure = {"before": at + 1, "behind": at - 1}.get(spaces)
    return spaces + " figure" if figure is not None and words[figure][0].isdigit() else spaces
