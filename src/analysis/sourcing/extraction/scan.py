"""Where the next mark or verb stands, to the right or to the left of a token."""

from collections.abc import Callable, Container, Iterable, Iterator
from itertools import compress

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


def first_that(fits: Callable[[int], bool], places: Iterable[int]) -> int | None:
    """Return the first of these places that fits; None where none does."""
    return next(filter(fits, places), None)


def next_word(tokens: Tokens, words: Container[str], start: int, end: int) -> int | None:
    """Return the first token that is one of these words; None where there is none."""
    return next(places_of(tokens, words, start, end), None)


def last_word(tokens: Tokens, words: Container[str], start: int, end: int) -> int | None:
    """Return the last token that is one of these words; None where there is none."""
    return max(places_of(tokens, words, start, end), default=None)


def places_of(tokens: Tokens, words: Container[str], start: int, end: int) -> Iterator[int]:
    """Return where one of these words stands among tokens ``start`` to ``end``."""
    return compress(range(start, end), map(words.__contains__, tokens.lower[start:end]))


def next_comma(tokens: Tokens, start: int, end: int) -> int | None:
    """Return the first comma outside of quotation marks; None where there is none."""
    return first_that(lambda at: tokens.is_plain(at, c.COMMA), range(start, end))


def next_quoted(tokens: Tokens, start: int, end: int) -> int | None:
    """Return the first token within quotation marks; None where there is none."""
    return first_that(lambda at: bool(tokens.quoted[at]), range(start, end))
