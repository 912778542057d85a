"""Attributions without a verb: "according to Lee", "Lee: ...", "reportedly"."""

from collections.abc import Iterator

from analysis.sourcing.extraction.candidates import Candidate, Piece
from analysis.sourcing.extraction.inversion import subject_after
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import clause_end, content_before, without_stop
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import cue_forms
from analysis.sourcing.grammar.phrase_ends import phrase_end, widened_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, has_finite, is_finite

LABEL, HEARSAY, LAW = group("headline label"), group("hearsay"), group("law")
POLL = frozenset(("poll", "survey"))
TAG = 7
ACRONYM = 8


def according_to(tokens: Tokens, at: int) -> Iterator[Candidate]:
    """`The plan is dead, according to a senior official`; `According to Lee, the plan is dead`."""
    if tokens.word(at + 1) != "to":
        return
    first, last = tokens.bounds(at)
    who = subject_after(tokens, at + 2, last)
    end = widened_end(tokens, who.end, last) if who else at
    content = _of_according(tokens, at, end, first, last) if who else None
    if content and content[0] > at and not has_finite(tokens, *content):
        end = next((i for i in range(at + 2, end) if tokens.classes[i] & c.COMMA), end)
        content = _of_according(tokens, at, end, first, last)
    if content and content[1] > content[0]:
        pieces = [content, *_rest(tokens, content, end, last)]
        yield Candidate(tokens, "according_to", (at, at + 2), (at + 2, end), pieces, final=True)


def _of_according(tokens: Tokens, at: int, end: int, first: int, last: int) -> Piece | None:
    """Return what somebody says according to whom: what follows, at the beginning of a clause, else what precedes."""
    if (
        at > first
        and not tokens.is_(at - 1, c.SUB | c.COLON | c.BRACKET)
        and tokens.lower[at - 1] not in ("but", "and")
    ):
        return content_before(tokens, at, first)
    if tokens.is_(at - 1, c.BRACKET):
        last = next((i for i in range(end, last) if tokens.words[i] == ")"), last)
        if last == end:
            return content_before(tokens, at - 1, first)
    while end < last and tokens.classes[end] & (c.COMMA | c.COLON):
        end += 1
    return (end, clause_end(tokens, end, last)) if end < last else None


def _rest(tokens: Tokens, content: Piece, end: int, last: int) -> list[Piece]:
    """Return the rest of a clause that the source interrupts: `The plan, according to Lee, | was dead.`"""
    verb = after_adverbs(tokens, end + 1, last)
    if content[0] >= end or not tokens.is_(end, c.COMMA | c.DASH) or verb >= last:
        return []
    said = has_finite(tokens, *content) or tokens.quoted[content[1] - 1] or tokens.is_(end + 1, c.CONJ | c.SUB | c.REL)
    if said and not is_finite(tokens, verb):
        return []
    return [(end + 1, clause_end(tokens, end + 1, last))]


def under_law(tokens: Tokens, at: int) -> Iterator[Candidate]:
    """`Under the bill, owners would pay`: what a law or bill says, where the sentence names nobody else."""
    first, last = tokens.bounds(at)
    end = phrase_end(tokens, at + 1, last) if at == first else None
    if end is None or end >= last - 1 or not tokens.is_(end, c.COMMA) or not _is_law(tokens, at + 1, end):
        return
    stop = clause_end(tokens, end + 1, last)
    if not any(_is_said(tokens, i) for i in range(end + 1, last)):
        yield Candidate(tokens, "under_law", (at, at + 1), (at + 1, end), [(end + 1, stop)])


def in_poll(tokens: Tokens, at: int) -> Iterator[Candidate]:
    """`In a poll released Monday, half of the voters wanted it`: what a poll says, whomever it asked."""
    first, last = tokens.bounds(at)
    end = (
        phrase_end(tokens, first + 1, last)
        if tokens.lower[first] == "in" and not tokens.is_(at + 1, c.NOUNISH)
        else None
    )
    if end is None or at >= end or not all(tokens.is_(i, c.DET | c.NOUNISH | c.ADV) for i in range(first + 1, at)):
        return
    end = widened_end(tokens, end, last)
    if end < last - 1 and tokens.is_(end, c.COMMA):
        content = (end + 1, clause_end(tokens, end + 1, last))
        yield Candidate(tokens, "in_poll", (first, first + 1), (first + 1, end), [content])


def _is_said(tokens: Tokens, at: int) -> bool:
    """Tell whether somebody else speaks at ``at``: "Under the bill, Lee | said"."""
    cue = cue_forms().get(tokens.lower[at])
    return cue is not None and cue[0].speech and is_finite(tokens, at)


def _is_law(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a phrase is that of a law: "the Clean Water Act", "SB 10"."""
    numbered = end - start > 1 and tokens.is_(end - 1, c.NUM) and tokens.words[start].isupper()
    return tokens.lower[end - 1] in LAW or numbered


def reportedly(tokens: Tokens, at: int) -> Iterator[Candidate]:
    """`Lee has reportedly dropped the plan`."""
    border = c.COMMA | c.DASH | c.STOP | c.COLON | c.OPEN | c.CLOSE | c.BRACKET
    first, last = tokens.bounds(at)
    start = at
    while start > first and not tokens.classes[start - 1] & border:
        start -= 1
    end = clause_end(tokens, at + 1, last) if at + 1 < last else at + 1
    pieces = [(s, e) for s, e in ((start, at), (at + 1, end)) if e > s]
    if pieces:
        yield Candidate(tokens, "reportedly", (at, at + 1), None, pieces)


def headline_colon(tokens: Tokens, colon: int) -> Iterator[Candidate]:
    """`Lee: The plan is dead`; `Poll: Lee leads`: a headline that names its source."""
    if tokens.part != "headline" or colon != head_colon(tokens):
        return
    if not tokens.is_(colon - 1, c.NOUNISH) or tokens.lower[0] in LABEL:
        return
    if not all(w.isupper() and len(w) <= ACRONYM for w in tokens.words[:colon]):
        piece = (colon + 1, without_stop(tokens, colon + 1, len(tokens)))
        yield Candidate(tokens, "headline_colon", (colon, colon + 1), (0, colon), [piece])


def head_colon(tokens: Tokens, within: str = "") -> int | None:
    """Return the colon behind the first words of a paragraph, if no marks but those ``within`` stand before it."""
    for at in range(1, min(TAG, len(tokens) - 1)) if ":" in tokens.words[1:TAG] else ():
        if tokens.classes[at] & c.COLON and not tokens.quoted[at]:
            return at
        if (tokens.classes[at] & c.PUNCTUATION and tokens.words[at] not in within) or tokens.quoted[at]:
            break
    return None
