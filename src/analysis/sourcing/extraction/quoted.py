"""Whether a quotation stands right before a source or a cue."""

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.patterns import Row, Table, before, here
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import has_finite

SHORT = 5
NOWHERE = (0, 0)
BEHIND = Table(
    False,
    Row(True, "He says it is “dead|”| now.", (here(c.CLOSE),)),
    Row(True, "“It is dead”|,| Lee said.", (before(c.CLOSE),)),
)
"""Where a quotation ends, with its mark or with the comma behind it."""


def after_quotation(tokens: Tokens, at: int) -> bool:
    """Tell whether a quotation ends with the mark at ``at`` or the one before: `“dead” |`, `“dead”, |`."""
    return BEHIND.decide(tokens, at)


def ends_quotation(tokens: Tokens, at: int) -> bool:
    """Tell whether that quotation is longer than a title or a term, and what is said there: not `Asked about “it,”`."""
    first, _ = tokens.bounds(at)
    start, end = tokens.quote_of.get(at - 1, NOWHERE)
    if end - start <= SHORT and not tokens.is_(end - 2, c.COMMA | c.STOP):
        return False
    if start <= first + 1 or tokens.is_(start - 1, c.COMMA):
        return True
    return has_finite(tokens, first, start)
