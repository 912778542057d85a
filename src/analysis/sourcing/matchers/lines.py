"""Attributions without a verb: "according to Lee", "Lee: ...", "reportedly"."""

from collections.abc import Iterator

from analysis.sourcing import classes as c
from analysis.sourcing.candidates import Candidate, Piece
from analysis.sourcing.clauses import clause_end, content_before, without_stop
from analysis.sourcing.cues import cue_forms
from analysis.sourcing.grammar import group
from analysis.sourcing.inverted import subject_after
from analysis.sourcing.phrase_ends import phrase_end, widened_end
from analysis.sourcing.tokens import Line
from analysis.sourcing.verbforms import after_adverbs, has_finite, is_finite

LABEL, HEARSAY, LAW = group("headline label"), group("hearsay"), group("law")
POLL = frozenset(("poll", "survey"))
TAG = 7
ACRONYM = 8


def according_to(line: Line, at: int) -> Iterator[Candidate]:
    """`The plan is dead, according to a senior official`; `According to Lee, the plan is dead`."""
    if line.word(at + 1) != "to":
        return
    first, last = line.bounds(at)
    who = subject_after(line, at + 2, last)
    end = widened_end(line, who.end, last) if who else at
    content = _of_according(line, at, end, first, last) if who else None
    if content and content[0] > at and not has_finite(line, *content):
        end = next((i for i in range(at + 2, end) if line.classes[i] & c.COMMA), end)
        content = _of_according(line, at, end, first, last)
    if content and content[1] > content[0]:
        pieces = [content, *_rest(line, content, end, last)]
        yield Candidate(line, "according_to", (at, at + 2), (at + 2, end), pieces, final=True)


def _of_according(line: Line, at: int, end: int, first: int, last: int) -> Piece | None:
    """Return what somebody says according to whom: what follows, at the beginning of a clause, else what precedes."""
    if at > first and not line.is_(at - 1, c.SUB | c.COLON | c.BRACKET) and line.lower[at - 1] not in ("but", "and"):
        return content_before(line, at, first)
    if line.is_(at - 1, c.BRACKET):
        last = next((i for i in range(end, last) if line.words[i] == ")"), last)
        if last == end:
            return content_before(line, at - 1, first)
    while end < last and line.classes[end] & (c.COMMA | c.COLON):
        end += 1
    return (end, clause_end(line, end, last)) if end < last else None


def _rest(line: Line, content: Piece, end: int, last: int) -> list[Piece]:
    """Return the rest of a clause that the source interrupts: `The plan, according to Lee, | was dead.`"""
    verb = after_adverbs(line, end + 1, last)
    if content[0] >= end or not line.is_(end, c.COMMA | c.DASH) or verb >= last:
        return []
    said = has_finite(line, *content) or line.quoted[content[1] - 1] or line.is_(end + 1, c.CONJ | c.SUB | c.REL)
    if said and not is_finite(line, verb):
        return []
    return [(end + 1, clause_end(line, end + 1, last))]


def under_law(line: Line, at: int) -> Iterator[Candidate]:
    """`Under the bill, owners would pay`: what a law or bill says, where the sentence names nobody else."""
    first, last = line.bounds(at)
    end = phrase_end(line, at + 1, last) if at == first else None
    if end is None or end >= last - 1 or not line.is_(end, c.COMMA) or not _is_law(line, at + 1, end):
        return
    stop = clause_end(line, end + 1, last)
    if not any(_is_said(line, i) for i in range(end + 1, last)):
        yield Candidate(line, "under_law", (at, at + 1), (at + 1, end), [(end + 1, stop)])


def in_poll(line: Line, at: int) -> Iterator[Candidate]:
    """`In a poll released Monday, half of the voters wanted it`: what a poll says, whomever it asked."""
    first, last = line.bounds(at)
    end = phrase_end(line, first + 1, last) if line.lower[first] == "in" and not line.is_(at + 1, c.NOUNISH) else None
    if end is None or at >= end or not all(line.is_(i, c.DET | c.NOUNISH | c.ADV) for i in range(first + 1, at)):
        return
    end = widened_end(line, end, last)
    if end < last - 1 and line.is_(end, c.COMMA):
        content = (end + 1, clause_end(line, end + 1, last))
        yield Candidate(line, "in_poll", (first, first + 1), (first + 1, end), [content])


def _is_said(line: Line, at: int) -> bool:
    """Tell whether somebody else speaks at ``at``: "Under the bill, Lee | said"."""
    cue = cue_forms().get(line.lower[at])
    return cue is not None and cue[0].speech and is_finite(line, at)


def _is_law(line: Line, start: int, end: int) -> bool:
    """Tell whether a phrase is that of a law: "the Clean Water Act", "SB 10"."""
    numbered = end - start > 1 and line.is_(end - 1, c.NUM) and line.words[start].isupper()
    return line.lower[end - 1] in LAW or numbered


def reportedly(line: Line, at: int) -> Iterator[Candidate]:
    """`Lee has reportedly dropped the plan`."""
    border = c.COMMA | c.DASH | c.STOP | c.COLON | c.OPEN | c.CLOSE | c.BRACKET
    first, last = line.bounds(at)
    start = at
    while start > first and not line.classes[start - 1] & border:
        start -= 1
    end = clause_end(line, at + 1, last) if at + 1 < last else at + 1
    pieces = [(s, e) for s, e in ((start, at), (at + 1, end)) if e > s]
    if pieces:
        yield Candidate(line, "reportedly", (at, at + 1), None, pieces)


def headline_colon(line: Line, colon: int) -> Iterator[Candidate]:
    """`Lee: The plan is dead`; `Poll: Lee leads`: a headline that names its source."""
    if line.part != "headline" or colon != head_colon(line):
        return
    if not line.is_(colon - 1, c.NOUNISH) or line.lower[0] in LABEL:
        return
    if not all(w.isupper() and len(w) <= ACRONYM for w in line.words[:colon]):
        piece = (colon + 1, without_stop(line, colon + 1, len(line)))
        yield Candidate(line, "headline_colon", (colon, colon + 1), (0, colon), [piece])


def head_colon(line: Line, within: str = "") -> int | None:
    """Return the colon behind the first words of a paragraph, if no marks but those ``within`` stand before it."""
    for at in range(1, min(TAG, len(line) - 1)) if ":" in line.words[1:TAG] else ():
        if line.classes[at] & c.COLON and not line.quoted[at]:
            return at
        if (line.classes[at] & c.PUNCTUATION and line.words[at] not in within) or line.quoted[at]:
            break
    return None
