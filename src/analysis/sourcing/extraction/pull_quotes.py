"""Pull quotes: a quotation that is signed as in a display, behind it or in a paragraph of its own."""

from collections.abc import Sequence

from analysis.sourcing.extraction.candidates import Candidate, Piece
from analysis.sourcing.extraction.scan import next_of
from analysis.sourcing.extraction.transcripts import Turns
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import without_stop
from analysis.sourcing.grammar.patterns import ANYTHING
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
        if dash is None or not _is_signature(tokens, dash):
            continue
        if dash > 0:
            signed |= _signed_behind(tokens, at, dash)
        elif at > 0:
            signed |= _signed_below(paragraphs[at - 1], tokens, at)
    return signed


def _signed_behind(tokens: Tokens, at: int, dash: int) -> Turns:
    """`“The plan is dead.” | — Maria Toll`: a quotation and its signature in one paragraph."""
    return {at: [_signed(tokens, dash, [(0, dash)])]} if _is_quotation(tokens, dash) else {}


def _signed_below(quotation: Tokens, tokens: Tokens, at: int) -> Turns:
    """`“The plan is dead.”`, and below it `— Maria Toll`: a signature in a paragraph of its own."""
    if not _is_quotation(quotation, len(quotation)):
        return {}
    signed = _signed(tokens, 0, [])
    signed.more.append(quotation.span(0, len(quotation)))
    return {at - 1: [], at: [signed]}


def _signed(tokens: Tokens, dash: int, content: list[Piece]) -> Candidate:
    source = dash + 1, without_stop(tokens, dash + 1, len(tokens))
    return Candidate(tokens, "pull_quote", (dash, dash + 1), source, content, final=bool(content))


def _last_dash(tokens: Tokens) -> int | None:
    """Return the last dash of a paragraph, if it stands near its end and outside of quotation marks."""
    if DASHES.isdisjoint(tokens.words[1 - LONGEST :]):  # as most often
        return None
    last = len(tokens)
    dash = tokens.skip_back(last - 1, max(0, last - LONGEST), ANYTHING, c.DASH)
    return None if any(tokens.quoted[dash:last]) else dash


def _is_signature(tokens: Tokens, dash: int) -> bool:
    """Tell whether a name stands behind a dash, alone or before a comma or bracket, and no clause ("Toll did not")."""
    start, end = dash + 1, without_stop(tokens, dash + 1, len(tokens))
    name_end = next_of(tokens, start, end, c.COMMA | c.BRACKET)
    named = start < name_end == tokens.skip(start, name_end, c.NAME)
    clause = has_finite(tokens, start, next_of(tokens, name_end, end, c.REL))
    return named and not clause and tokens.sentence_of[start] == tokens.sentence_of[-1]


def _is_quotation(tokens: Tokens, end: int) -> bool:
    """Tell whether a paragraph up to ``end`` is in quotation marks, and no title of a work."""
    return tokens.quote_of.get(0) == (0, end) and not is_title(tokens, 0, end)
