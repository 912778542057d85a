"""Where the words of a source end and the writer's own go on."""

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.content_conditions import Content
from analysis.sourcing.grammar.content_ends import BORDER, CONTRAST, RELATIVE, ends
from analysis.sourcing.grammar.content_verbs import adds
from analysis.sourcing.grammar.patterns import ANYTHING, Place, Row, Table, before, here
from analysis.sourcing.grammar.tokens import Tokens

__all__ = ["CONTRAST", "adds", "around", "clause_end", "content_before", "end_at_comma", "without_stop"]

CLOSED = Table(
    False,
    Row(True, "Lee said, “It is dead”|.|", (here(c.STOP | c.COMMA),)),
    Row(True, "“It is dead,” |Lee| said.", (Place(-2, c.STOP | c.COMMA),)),
)
"""What stands behind a quotation that is all that is said."""
CLOSED_BEHIND_COMMA = Table(
    False,
    Row(True, "Asked if it was “dead,|”| Lee said no.", (here(c.CLOSE), before(c.COMMA))),
)
"""Where a quotation ends with the comma that parts it from what follows."""
BORDERS = dict.fromkeys(RELATIVE, ANYTHING)
"""Where contents of some kinds may end, which others do at a `BORDER`."""
STRESSES = frozenset(("especially", "even", "just", "only", "simply", "largely", "mainly", "partly"))
LED: Table[int] = Table(
    0,
    Row(
        2,
        "Lee feared the cost, even |though| it was low.",
        (here(c.SUB), before(words=STRESSES), Place(-2, c.COMMA)),
    ),
    Row(1, "Lee feared the cost even |though| it was low.", (here(c.SUB), before(words=STRESSES))),
    Row(1, "Lee feared the cost, |although| it was low.", (here(c.SUB), before(c.COMMA))),
)
"""How many marks and words that lead to a clause behind what is said stand before its conjunction."""
LEAD_INS = Table(
    False,
    Row(True, "|But| it failed, Lee said.", (here(words=group("lead-in")),)),
    Row(True, "But|,| still, it failed, Lee said.", (here(c.COMMA),)),
)
"""What leads in to what is said, and is not said."""


def clause_end(tokens: Tokens, start: int, last: int, frame: str = "", clause: str = "") -> int:
    """Return where the content that begins at ``start`` ends, at most at ``last``; see `Content`."""
    content = Content(tokens, start, last, frame, clause)
    _, begin = tokens.quote_of.get(start, (start, start + 1))
    if tokens.quoted[start] and _is_whole(tokens, begin, last):
        return begin
    borders, classes, quoted = (BORDERS.get(frame, BORDER), c.CLOSE), tokens.classes, tokens.quoted
    for at in range(begin, last):
        if classes[at] & borders[quoted[at]] and _may_end(tokens, at) and ends(content, at):
            return at + 1 if quoted[at] else at - LED.decide(tokens, at)
    return _quotation_end(tokens, start, last)


def clause_at(tokens: Tokens, start: int, last: int, frame: str = "") -> list[tuple[int, int]]:
    """Return the clause that begins at ``start`` as a piece; nothing where the sentence ends there."""
    end = clause_end(tokens, start, last, frame)
    if end <= start:
        return []
    return [(start, end)]


def _is_whole(tokens: Tokens, close: int, last: int) -> bool:
    """Tell whether a quotation that closes before ``close`` is all that is said."""
    return close >= last or CLOSED.decide(tokens, close)


def _quotation_end(tokens: Tokens, start: int, last: int) -> int:
    """Return where a content ends that nothing ends before: with its sentence, or with a quotation that it opens."""
    first, end = tokens.quote_of.get(last - 1, (start, last))
    if start < first:
        return end
    return without_stop(tokens, start, last)


def end_at_comma(tokens: Tokens, at: int) -> int | None:
    """Return what ends at the comma at ``at``, or behind the mark at ``at`` with one within: `“dead,” | noting`."""
    return at + tokens.quoted[at] if tokens.is_(at, c.COMMA | c.CLOSE) and _may_end(tokens, at) else None


def _may_end(tokens: Tokens, at: int) -> bool:
    """Tell whether something may end at a token: within a quotation only at the mark behind its last comma."""
    return not tokens.quoted[at] or CLOSED_BEHIND_COMMA.decide(tokens, at)


def without_stop(tokens: Tokens, start: int, end: int) -> int:
    """Return the end of a stretch without the full stop of its sentence."""
    while end > start and tokens.is_plain(end - 1, c.STOP):
        end -= 1
    return end


def content_before(tokens: Tokens, end: int, first: int) -> tuple[int, int] | None:
    """Return what stands before a source that follows it: "The plan is dead, | Lee said"; None if nothing does.

    A quotation is taken in whole, from whichever sentence it began in.
    """
    end = tokens.skip_back(end - 1, first - 1, c.COMMA | c.DASH) + 1
    quote = tokens.quote_of.get(end - 1)
    if quote:
        return _quotation_before(tokens, quote[0], end, first)
    return _without_lead_in(tokens, first, end)


def _quotation_before(tokens: Tokens, opening: int, end: int, first: int) -> tuple[int, int] | None:
    """Return a quotation alone where a colon or its own sentence parts it from the rest, else with what leads to it."""
    start = first if end > first else tokens.bounds(opening)[0]
    if opening < start or tokens.is_(opening - 1, c.COLON):
        return opening, end
    return _without_lead_in(tokens, start, end)


def _without_lead_in(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """Return a stretch without "But" or "And, still" at its beginning; None where it is empty."""
    while start < end - 1 and LEAD_INS.decide(tokens, start):
        start += 1
    return (start, end) if end > start else None


def around(tokens: Tokens, start: int, end: int, first: int, last: int) -> list[tuple[int, int]]:
    """Return what stands before and after what is inserted there: "The plan, | as Lee put it, | is dead".

    Only what stands after it where a conjunction joins it to another clause: "It failed, and | as Lee put it, | ...".
    """
    behind = _content_behind(tokens, end, last)
    if start == first or tokens.is_(start - 1, c.CONJ | c.SUB | c.STOP | c.COLON):
        return behind
    said = content_before(tokens, start, first)
    if said is None:
        return behind
    return [said, *behind] if tokens.is_(start - 1, c.COMMA) else [said]


def _content_behind(tokens: Tokens, end: int, last: int) -> list[tuple[int, int]]:
    """Return the content that goes on behind the marks at ``end``, if there is one."""
    start = tokens.skip(end, last, c.COMMA | c.COLON)
    if start >= last - 1:
        return []
    return [(start, clause_end(tokens, start, last))]
