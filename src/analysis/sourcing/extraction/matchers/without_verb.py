"""Attributions without a verb: "according to Lee", "Lee: ...", "reportedly"."""

from collections.abc import Iterator

from analysis.sourcing.extraction.candidates import Candidate, Piece
from analysis.sourcing.extraction.clause_starts import begins_clause
from analysis.sourcing.extraction.inversion import PLANNED, SPEAKING, subject_after
from analysis.sourcing.extraction.objections import objection_to
from analysis.sourcing.extraction.proposals import Proposal
from analysis.sourcing.extraction.scan import next_word
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import clause_at, clause_end, content_before, without_stop
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.patterns import ANYTHING, Row, Table, after, before, here
from analysis.sourcing.grammar.phrase_ends import phrase_end, widened_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, has_finite, is_finite

HEARSAY = group("hearsay")
POLL = frozenset(("poll", "survey"))
COMMA, CLOSING = (",",), (")",)
BORDER = c.COMMA | c.DASH | c.STOP | c.COLON | c.OPEN | c.CLOSE | c.BRACKET
ON = ("on", "about")
TAG = 7
TAGS = {False: TAG, True: 2 * TAG}
"""How many words a source in a headline may have before a colon, by whether it says of what it speaks."""

OPENINGS = Table(
    False,
    Row(True, "|According| to Lee, it is dead.", (here(c.FIRST),)),
    Row(True, "It failed (|according| to Lee it did not).", (before(c.SUB | c.COLON | c.BRACKET),)),
    Row(True, "It failed, but |according| to Lee it lives.", (before(words={"but", "and"}),)),
)
"""Where a clause begins with "according"."""

DASHED = Table(
    False, Row(True, "It is late |—| he left, according to Lee.", (here(c.DASH), after(none=c.CONJ | c.SUB)))
)
"""What parts a clause from another that somebody else says."""


def according_to(tokens: Tokens, at: int) -> Iterator[Candidate]:
    """`The plan is dead, according to a senior official`; `According to Lee, the plan is dead`."""
    end = _source_end(tokens, at)
    if end is None or tokens.lower[at + 1] != "to" or tokens.lower[at + 2] in PLANNED:
        return
    content = _of_according(tokens, at, end)
    if content is None or content[0] >= content[1]:
        return
    pieces = [content, *_rest(tokens, content, end)]
    yield Candidate(tokens, "according_to", (at, at + 2), (at + 2, end), pieces, final=True)


def _source_end(tokens: Tokens, at: int) -> int | None:
    """Return the end of who says it: at the first comma where no clause would follow all that may describe them."""
    _, last = tokens.bounds(at)
    who = subject_after(tokens, at + 2, last)
    if who is None:
        return None
    end = widened_end(tokens, who.end, last)
    content = _of_according(tokens, at, end)
    if content is None or content[0] < at or has_finite(tokens, *content):
        return end
    return next_word(tokens, COMMA, at + 2, end) or end


def _of_according(tokens: Tokens, at: int, end: int) -> Piece | None:
    """Return what somebody says according to whom: what follows, at the beginning of a clause, else what precedes."""
    first, last = tokens.bounds(at)
    if not OPENINGS.decide(tokens, at):
        return content_before(tokens, at, _behind_dash(tokens, first, at))
    if tokens.is_(at - 1, c.BRACKET):
        last = next_word(tokens, CLOSING, end, last) or last
        if last == end:
            return content_before(tokens, at - 1, first)
    start = _after_circumstance(tokens, tokens.skip(end, last, c.COMMA | c.COLON), last)
    return (start, clause_end(tokens, start, last)) if start < last else None


def _after_circumstance(tokens: Tokens, at: int, last: int) -> int:
    """Return what stands behind how they say it: "according to Lee, citing the cost, | it is dead"."""
    comma = next_word(tokens, COMMA, at, last) if tokens.lower[at] in SPEAKING else None
    if comma is None or has_finite(tokens, at, comma) or not begins_clause(tokens, comma + 1, last):
        return at
    return comma + 1


def _behind_dash(tokens: Tokens, first: int, at: int) -> int:
    """Return where the clause begins that the only dash before ``at`` parts from another: "It is late — | he left"."""
    dashes = [i for i in range(first, at - 1) if DASHED.decide(tokens, i) and not tokens.quoted[i]]
    if len(dashes) != 1:
        return first
    dash = dashes[0]
    parted = has_finite(tokens, first, dash) and has_finite(tokens, dash, at)
    return dash + 1 if parted else first


def _rest(tokens: Tokens, content: Piece, end: int) -> list[Piece]:
    """Return the rest of a clause that the source interrupts: `The plan, according to Lee, | was dead.`"""
    _, last = tokens.bounds(end - 1)
    at = end + 1
    if content[0] > end or not tokens.is_(end, c.COMMA | c.DASH):
        return []
    if not _goes_on(tokens, content, at, last):
        return []
    return clause_at(tokens, at, last)


def _goes_on(tokens: Tokens, content: Piece, at: int, last: int) -> bool:
    """Tell whether a clause goes on at ``at``: it has had no verb yet, or its verb stands there."""
    if is_finite(tokens, after_adverbs(tokens, at, last)):
        return True
    return not has_finite(tokens, *content) and not tokens.is_(at, c.CONJ | c.SUB)


def under_law(tokens: Tokens, at: int) -> Iterator[Candidate]:
    """`Under the bill, owners would pay`: what a law or bill says, where the sentence names nobody else."""
    first, last = tokens.bounds(at)
    end = phrase_end(tokens, at + 1, last)
    if end and at == first:
        yield from _fronted("under_law", tokens, first, end)


def in_poll(tokens: Tokens, at: int) -> Iterator[Candidate]:
    """`In a poll released Monday, half of the voters wanted it`: what a poll says, whomever it asked."""
    first, last = tokens.bounds(at)
    if tokens.lower[first] != "in":
        return
    end = phrase_end(tokens, first + 1, last)
    if end and _is_head(tokens, at, first + 1):
        yield from _fronted("in_poll", tokens, first, widened_end(tokens, end, last))


def _is_head(tokens: Tokens, at: int, start: int) -> bool:
    """Tell whether a phrase is about the noun at ``at``: "a recent poll of voters", not "the poll position"."""
    return not tokens.is_(at + 1, c.NOUNISH) and tokens.skip(start, at, c.DET | c.NOUNISH | c.ADV) == at


def _fronted(matcher: str, tokens: Tokens, first: int, end: int) -> Iterator[Candidate]:
    """Yield what the phrase behind the first word of a sentence says, if a comma ends that phrase."""
    _, last = tokens.bounds(first)
    cue, source = (first, first + 1), (first + 1, end)
    pieces = clause_at(tokens, end + 1, last)
    if not pieces or not tokens.is_(end, c.COMMA):
        return
    if objection_to(Proposal(matcher, tokens, cue, source, (end + 1, last))):
        return
    yield Candidate(tokens, matcher, cue, source, pieces)


def reportedly(tokens: Tokens, at: int) -> Iterator[Candidate]:
    """`Lee has reportedly dropped the plan`."""
    first, last = tokens.bounds(at)
    start, behind = tokens.skip_back(at - 1, first - 1, ANYTHING, BORDER) + 1, at + 1
    before, after = (start, at), (behind, max(behind, clause_end(tokens, behind, last)))
    pieces = [(start, end) for start, end in (before, after) if end > start]
    if pieces:
        yield Candidate(tokens, "reportedly", (at, behind), None, pieces)


def headline_colon(tokens: Tokens, colon: int) -> Iterator[Candidate]:
    """`Lee: The plan is dead`; `Poll: Lee leads`; `Lee on the plan: It is dead`: a headline that names its source."""
    if tokens.part != "headline":
        return
    topic = next_word(tokens, ON, 1, min(colon, TAG))
    if colon != head_colon(tokens, size=TAGS[topic is not None]):
        return
    cue, source = (colon, colon + 1), (0, topic or colon)
    piece = colon + 1, without_stop(tokens, colon + 1, len(tokens))
    if not objection_to(Proposal("headline_colon", tokens, cue, source, piece)):
        yield Candidate(tokens, "headline_colon", cue, source, [piece])


def headline_dash(tokens: Tokens, dash: int) -> Iterator[Candidate]:
    """`The plan is dead - police`; `The plan is dead – official source`: a headline that ends with its source."""
    if tokens.part != "headline" or not dash:
        return
    source = dash + 1, without_stop(tokens, dash, len(tokens))
    if not objection_to(Proposal("headline_dash", tokens, (dash, dash + 1), source, (0, dash))):
        yield Candidate(tokens, "headline_dash", (dash, dash + 1), source, [(0, dash)], final=True)


def head_colon(tokens: Tokens, within: str = "", size: int = TAG) -> int | None:
    """Return the colon behind the first words of a paragraph, if no marks but those ``within`` stand before it."""
    if ":" not in tokens.words[1 : min(size, len(tokens.words) - 1)]:
        return None
    colon = tokens.words.index(":", 1)
    if any(tokens.quoted[1 : colon + 1]):
        return None
    marks = [tokens.words[at] for at in range(1, colon) if tokens.is_(at, c.PUNCTUATION)]
    return colon if set(within).issuperset(marks) else None
