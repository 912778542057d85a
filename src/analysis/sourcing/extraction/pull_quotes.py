"""Pull quotes: a quotation that is signed as in a display, behind it or in a paragraph of its own."""

from collections.abc import Sequence

from analysis.sourcing.extraction.candidates import Candidate
from analysis.sourcing.extraction.transcripts import Turns
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import without_stop
from analysis.sourcing.grammar.quotations import is_title
from analysis.sourcing.grammar.tokens import DASHES, Tokens
from analysis.sourcing.grammar.verb_groups import has_finite

LONGEST = 20


def find_signed(paragraphs: Sequence[Tokens]) -> Turns:
    """Return the signed quotations of an article, by the place of their paragraphs.

    `“The plan is dead.” — Maria Toll, farmer`: the source is a name, with what describes it, and ends the paragraph.
    """
    signed: Turns = {}
    for at, tokens in enumerate(paragraphs):
        dash = _last_dash(tokens)
        end = _signature_end(tokens, dash) if dash is not None else None
        if dash is None or end is None:
            continue
        cue, source = (dash, dash + 1), (dash + 1, end)
        if dash and _is_quotation(tokens, dash):
            signed[at] = [Candidate(tokens, "pull_quote", cue, source, [(0, dash)], final=True)]
        elif not dash and at and _is_quotation(paragraphs[at - 1], len(paragraphs[at - 1])):
            quotation = paragraphs[at - 1]
            more = [quotation.span(0, len(quotation))]
            signed |= {at - 1: [], at: [Candidate(tokens, "pull_quote", cue, source, [], more=more)]}
    return signed


def _last_dash(tokens: Tokens) -> int | None:
    """Return the last dash of a paragraph, if it stands near its end and outside of quotation marks."""
    if DASHES.isdisjoint(tokens.words[1 - LONGEST :]):  # as most often
        return None
    for at in range(len(tokens) - 1, max(-1, len(tokens) - LONGEST), -1):
        if tokens.quoted[at]:
            return None
        if tokens.classes[at] & c.DASH:
            return at
    return None


def _signature_end(tokens: Tokens, dash: int) -> int | None:
    """Return the end of the signature behind a dash: a name, alone or before a comma or bracket; None if it is none."""
    start, end = dash + 1, without_stop(tokens, dash + 1, len(tokens))
    stop = next((at for at in range(start, end) if tokens.classes[at] & (c.COMMA | c.BRACKET)), end)
    named = stop > start and all(tokens.classes[at] & c.NAME for at in range(start, stop))
    whole = tokens.sentence_of[start] == tokens.sentence_of[-1] if named else False
    who = next((at for at in range(stop, end) if tokens.classes[at] & c.REL), end)
    return end if whole and not has_finite(tokens, start, who) else None


def _is_quotation(tokens: Tokens, end: int) -> bool:
    """Tell whether a paragraph up to ``end`` is in quotation marks, and no title of a work."""
    closed = tokens.is_(0, c.OPEN) and tokens.is_(end - 1, c.CLOSE) and all(tokens.quoted[:end])
    return closed and not is_title(tokens, 0, end)
