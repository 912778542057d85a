"""The next or the last token of a stretch that is what one looks for; None where none is."""

from collections.abc import Container

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import is_finite


def next_word(tokens: Tokens, words: Container[str], start: int, end: int) -> int | None:
    """Return the first token that is one of these words."""
    return next((at for at in range(start, end) if tokens.lower[at] in words), None)


def last_word(tokens: Tokens, words: Container[str], start: int, end: int) -> int | None:
    """Return the last token that is one of these words."""
    return next((at for at in range(end - 1, start - 1, -1) if tokens.lower[at] in words), None)


def next_finite(tokens: Tokens, start: int, end: int) -> int | None:
    """Return the first finite verb."""
    return next((at for at in range(start, end) if is_finite(tokens, at)), None)


def next_comma(tokens: Tokens, start: int, end: int) -> int | None:
    """Return the first comma outside of quotation marks."""
    return next((at for at in range(start, end) if tokens.is_(at, c.COMMA) and not tokens.quoted[at]), None)


def next_quoted(tokens: Tokens, start: int, end: int) -> int | None:
    """Return the first token within quotation marks."""
    return next((at for at in range(start, end) if tokens.quoted[at]), None)
