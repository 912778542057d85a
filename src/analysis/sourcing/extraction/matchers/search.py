"""The next or the last token of a stretch that is what one looks for; the clause that begins somewhere."""

from collections.abc import Callable, Container, Iterable

from analysis.sourcing.extraction.proposals import Piece
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import clause_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import is_finite


def clause_at(tokens: Tokens, start: int, last: int, frame: str = "") -> list[Piece]:
    """Return the clause that begins at ``start`` as a piece; nothing where the sentence ends there."""
    end = clause_end(tokens, start, last, frame)
    if end <= start:
        return []
    return [(start, end)]


def first_that(fits: Callable[[int], bool], places: Iterable[int]) -> int | None:
    """Return the first of these places that fits; None where none does."""
    return next(filter(fits, places), None)


def next_word(tokens: Tokens, words: Container[str], start: int, end: int) -> int | None:
    """Return the first token that is one of these words; None where there is none."""
    return first_that(lambda at: tokens.lower[at] in words, range(start, end))


def last_word(tokens: Tokens, words: Container[str], start: int, end: int) -> int | None:
    """Return the last token that is one of these words; None where there is none."""
    return first_that(lambda at: tokens.lower[at] in words, reversed(range(start, end)))


def next_finite(tokens: Tokens, start: int, end: int) -> int | None:
    """Return the first finite verb; None where there is none."""
    return first_that(lambda at: is_finite(tokens, at), range(start, end))


def next_comma(tokens: Tokens, start: int, end: int) -> int | None:
    """Return the first comma outside of quotation marks; None where there is none."""
    return first_that(lambda at: tokens.is_(at, c.COMMA) and not tokens.quoted[at], range(start, end))


def next_quoted(tokens: Tokens, start: int, end: int) -> int | None:
    """Return the first token within quotation marks; None where there is none."""
    return first_that(lambda at: bool(tokens.quoted[at]), range(start, end))
