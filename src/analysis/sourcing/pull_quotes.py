"""Pull quotes: a quotation that is signed as in a display, behind it or in a paragraph of its own."""

from collections.abc import Sequence

from analysis.sourcing import classes as c
from analysis.sourcing.candidates import Candidate
from analysis.sourcing.clauses import without_stop
from analysis.sourcing.quotes import is_title
from analysis.sourcing.tokens import DASHES, Line
from analysis.sourcing.transcripts import Turns
from analysis.sourcing.verbforms import has_finite

LONGEST = 20


def find_signed(lines: Sequence[Line]) -> Turns:
    """Return the signed quotations of an article, by the place of their paragraphs.

    `“The plan is dead.” — Maria Toll, farmer`: the source is a name, with what describes it, and ends the paragraph.
    """
    signed: Turns = {}
    for at, line in enumerate(lines):
        dash = _last_dash(line)
        end = _signature_end(line, dash) if dash is not None else None
        if dash is None or end is None:
            continue
        cue, source = (dash, dash + 1), (dash + 1, end)
        if dash and _is_quotation(line, dash):
            signed[at] = [Candidate(line, "pull_quote", cue, source, [(0, dash)], final=True)]
        elif not dash and at and _is_quotation(lines[at - 1], len(lines[at - 1])):
            quotation = lines[at - 1]
            more = [quotation.span(0, len(quotation))]
            signed |= {at - 1: [], at: [Candidate(line, "pull_quote", cue, source, [], more=more)]}
    return signed


def _last_dash(line: Line) -> int | None:
    """Return the last dash of a paragraph, if it stands near its end and outside of quotation marks."""
    if DASHES.isdisjoint(line.words[1 - LONGEST :]):  # as most often
        return None
    for at in range(len(line) - 1, max(-1, len(line) - LONGEST), -1):
        if line.quoted[at]:
            return None
        if line.classes[at] & c.DASH:
            return at
    return None


def _signature_end(line: Line, dash: int) -> int | None:
    """Return the end of the signature behind a dash: a name, alone or before a comma or bracket; None if it is none."""
    start, end = dash + 1, without_stop(line, dash + 1, len(line))
    stop = next((at for at in range(start, end) if line.classes[at] & (c.COMMA | c.BRACKET)), end)
    named = stop > start and all(line.classes[at] & c.NAME for at in range(start, stop))
    whole = line.sentence_of[start] == line.sentence_of[-1] if named else False
    who = next((at for at in range(stop, end) if line.classes[at] & c.REL), end)
    return end if whole and not has_finite(line, start, who) else None


def _is_quotation(line: Line, end: int) -> bool:
    """Tell whether a paragraph up to ``end`` is in quotation marks, and no title of a work."""
    closed = line.is_(0, c.OPEN) and line.is_(end - 1, c.CLOSE) and all(line.quoted[:end])
    return closed and not is_title(line, 0, end)
