"""Lines and paragraphs: where they are in a text, whatever its newlines and however its lines are broken.

Three ways of setting out a text are told apart: paragraphs between blank lines, one paragraph a line, and lines that
were broken by hand or by a mail program at a fixed width.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.spans import Span

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\xad"
TERMINAL = re.compile(r"[.!?:…][\"”’'»)\]*]*$")
BULLET = re.compile(r"\A(?:[•▪●‣◦*]\s|[-–—]\s|\d{1,2}[.)]\s)")
# A break that runs through a sentence comes after most lines of wrapped prose and after almost none of other texts.
RUNNING_SHARE = 0.3
# Nobody wraps lines wider than this.
WIDEST = 150
# Where next to no line of running prose would have had room for the next word, the lines were broken by a program.
EXACT_SHARE = 0.97
# Where they were not, a line this much shorter than the text is wide was not broken for want of room.
SHORT_AFTER_STOP, SHORT = 0.85, 0.6


class Line(NamedTuple):
    """A line without its newline and outer white space; ``indent`` is the columns before it, ``gap`` a blank line."""

    start: int
    end: int
    indent: int
    gap: bool
    text: str


def find_lines(text: str) -> list[Line]:
    """Return the lines that are not blank; every newline that Unicode knows ends a line."""
    lines, at, gap = [], 0, False
    for raw in text.splitlines(keepends=True):
        inner = raw.strip()
        if inner[:1] in INVISIBLE or inner[-1:] in INVISIBLE:
            inner = inner.strip(INVISIBLE).strip()
        if inner:
            inset = raw.index(inner)
            indent = len(raw[:inset].expandtabs(4)) if inset else 0
            lines.append(Line(at + inset, at + inset + len(inner), indent, gap, inner))
        gap = not inner
        at += len(raw)
    return lines


class Wrap(NamedTuple):
    """How a text's lines were broken: the lengths from which a line, with the next word, had no room for it.

    ``base`` is the least indent: lines further in begin paragraphs. ``exact`` tells that a program broke the lines,
    so that these lengths are certain.
    """

    after_stop: float
    running: float
    base: int
    exact: bool


def find_paragraphs(text: str, *, stands_alone: Callable[[str], bool] = lambda line: False) -> list[Span]:
    """Return the paragraphs of a text in order.

    A line that ``stands_alone`` is joined to another only where it fills the width at which the text was wrapped.
    """
    lines = find_lines(text)
    if not any(line.text[0].islower() and not line.gap for line in lines[1:]):
        return [Span(line.start, line.end) for line in lines]  # no line goes on with the one above
    alone = [stands_alone(line.text) for line in lines]
    wrap = _find_wrap(lines, alone)
    paragraphs: list[Span] = []
    for i, line in enumerate(lines):
        if i and wrap and _runs_on(lines[i - 1], line, wrap, alone=(alone[i - 1], alone[i])):
            paragraphs[-1] = Span(paragraphs[-1].start, line.end)
        else:
            paragraphs.append(Span(line.start, line.end))
    return paragraphs


def _find_wrap(lines: Sequence[Line], alone: Sequence[bool]) -> Wrap | None:
    """Return how a text's lines were broken; None where one line is one paragraph."""
    singly = zip(pairwise(lines), pairwise(alone), strict=True)
    pairs = [(above, line) for (above, line), either in singly if not (line.gap or any(either))]
    running = [(above, line) for above, line in pairs if line.text[0].islower() and not _is_stopped(above)]
    if not running or len(running) < RUNNING_SHARE * len(pairs):
        return None
    if sum(len(above.text) > WIDEST for above, _ in pairs) > len(pairs) / 2:
        return None
    base = min(line.indent for line in lines)
    lengths = sorted(above.indent + len(above.text) for above, _ in running)
    widest, usual = lengths[-1], lengths[(len(lengths) * 9) // 10]
    if sum(_needed(*pair) > widest for pair in running) >= EXACT_SHARE * len(running):
        return Wrap(widest + 1, widest + 1, base, exact=True)
    return Wrap(usual * SHORT_AFTER_STOP, usual * SHORT, base, exact=False)


def _runs_on(above: Line, line: Line, wrap: Wrap, *, alone: tuple[bool, bool]) -> bool:
    """Tell whether a line of a wrapped text goes on with the paragraph of the line above."""
    stopped = _is_stopped(above)
    full = _needed(above, line) >= (wrap.after_stop if stopped or any(alone) else wrap.running)
    if line.gap or not full:
        return False
    if line.indent > wrap.base + 1 and (stopped or above.indent <= wrap.base + 1):
        return False
    if stopped and BULLET.match(line.text):
        return False
    certain = wrap.exact and above.indent + len(above.text) < wrap.running
    return certain or not alone[1] or line.text[0].islower()


def _is_stopped(line: Line) -> bool:
    """Tell whether a line ends as sentences do."""
    return TERMINAL.search(line.text[-8:]) is not None


def _needed(above: Line, line: Line) -> int:
    """Return the width that a line would have needed to take in the first word of the next."""
    return above.indent + len(above.text) + 1 + len(line.text.split(maxsplit=1)[0])
