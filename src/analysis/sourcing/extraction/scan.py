"""Where the next mark or verb stands, to the right or to the left of a token."""

from collections.abc import Iterator

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import MAY_BE_FINITE, is_finite


def next_of(tokens: Tokens, at: int, last: int, classes: int) -> int:
    """Return the first token of one of these classes from ``at`` on; ``last`` if there is none before."""
    for i in range(at, last):
        if tokens.classes[i] & classes:
            return i
    return last


def finite_before(tokens: Tokens, before: int, first: int) -> Iterator[int]:
    """Yield the finite verbs to the left of ``before``, the nearest first; of "has been" the last."""
    for at in range(before - 1, first - 1, -1):
        if tokens.classes[at] & MAY_BE_FINITE and is_finite(tokens, at) and not tokens.is_(at + 1, c.AUX):
            yield at
