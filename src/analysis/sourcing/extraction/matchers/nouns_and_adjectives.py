"""Nouns of saying ("Lee's claim that ...") and adjectives of mind ("Lee is wary of ...")."""

from collections.abc import Iterator
from functools import cache

from analysis.lexicon import read_lexicon
from analysis.sourcing.extraction.candidates import Candidate, Piece
from analysis.sourcing.extraction.objections import objection_to
from analysis.sourcing.extraction.proposals import Proposal
from analysis.sourcing.extraction.scan import next_comma, next_of
from analysis.sourcing.extraction.subjects import subject_before
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import clause_end
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import saying_nouns
from analysis.sourcing.grammar.noun_phrases import chunk_start
from analysis.sourcing.grammar.patterns import Row, Table, before, here
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import is_finite, is_plural, next_finite, verb_start

QUESTION, LINKING, BE = group("question"), group("linking"), group("be")
OPENING = group("embedding") | group("clause opener")
A = ("a", "an")
PART_OF_CONTENT = ("that", "to", "whether")
OF_NOBODY = ("that", "about")
FRAMES = {"that": ""}
"""How the content of a noun of saying ends, by the word that leads to it, where it is not restrictive."""
OWNING = ("'s", "'")
DESCRIBING = c.NOUN | c.ADV | c.ING | c.PAST
NEAR = 4

PREDICATES = Table(
    False,
    Row(True, "Lee is |a| vocal critic of it.", (here(words={"a", "an", "the", "no"}), before(words=BE))),
)
"""Where what somebody is begins with an article."""


@cache
def states_of_mind() -> dict[str, frozenset[str]]:
    """Return each adjective of mind with the words that may follow."""
    rows = read_lexicon("states_of_mind", "adjective", "frames")
    return {row["adjective"]: frozenset(row["frames"].split()) for row in rows}


def noun_of_saying(tokens: Tokens, at: int) -> Iterator[Candidate]:
    """`Lee's claim that the plan was dead`; `her criticism of the plan`; `a Daily Courier report that`."""
    frames, speech = saying_nouns()[tokens.lower[at]]
    if tokens.lower[at + 1] not in frames:
        return
    source = _whose(tokens, at)
    if source is None:
        return
    content = _content(tokens, at, source)
    if objection_to(Proposal("noun_of_saying", tokens, (at, at + 1), source, content)):
        return
    yield Candidate(tokens, "noun_of_saying", (source[1], content[0]), source, [content], speech)


def noun_of_nobody(tokens: Tokens, at: int) -> Iterator[Candidate]:
    """`amid growing concerns that it is dead`; `reports that shops had closed`: whose they are is not said."""
    frames, _ = saying_nouns()[tokens.lower[at]]
    if tokens.lower[at + 1] in frames.intersection(OF_NOBODY) and _is_nobodys(tokens, at):
        start, end = _content(tokens, at, None)
        if start < end:
            yield Candidate(tokens, "noun_of_saying", (at, start), None, [(start, end)], speech=False)


def _is_nobodys(tokens: Tokens, at: int) -> bool:
    """`amid growing concerns that it is dead`: tell whether a plural stands behind a preposition alone."""
    before = _described_start(tokens, at) - 1
    if not is_plural(tokens.lower[at]) or not tokens.is_(before, c.PREP):
        return False
    if is_finite(tokens, at + 2):  # "stories that shock"
        return False
    return _whose(tokens, at) is None


def _described_start(tokens: Tokens, at: int) -> int:
    """Return the first of the words that describe the noun or adjective at ``at``: "growing | concerns"."""
    return tokens.skip_back(at - 1, -1, DESCRIBING, c.PREP | c.DET | c.NAME) + 1


def _content_start(at: int, follows: str) -> int:
    """Return where the content begins behind the noun or adjective at ``at``: "that" and "to" are part of it."""
    return at + 2 - (follows in PART_OF_CONTENT)


def _content(tokens: Tokens, at: int, source: Piece | None) -> Piece:
    """Return what a noun of saying says; it ends with the noun's own phrase where that opens the sentence."""
    (first, last), follows = tokens.bounds(at), tokens.lower[at + 1]
    start = _content_start(at, follows)
    end = clause_end(tokens, start, last, FRAMES.get(follows, "restrictive"))
    if source and source[0] == first:
        own = next_finite(tokens, start, end) or start
        end = min(end, clause_end(tokens, own, last, "restrictive"))
    if tokens.is_(first, c.PREP):
        end = next_comma(tokens, start, end) or end
    return start, end


def _whose(tokens: Tokens, at: int) -> Piece | None:
    """Return whose the noun at ``at`` is: "Lee's claim", "a Daily Courier report that"; None where nobody is named."""
    first, _ = tokens.bounds(at)
    owner = _possessor(tokens, at, first)
    if owner is None and tokens.lower[at + 1] == "that":
        return _namesake(tokens, at)
    return owner


def _possessor(tokens: Tokens, at: int, first: int) -> Piece | None:
    """Return who has it: `his`, `Lee's`, `officials'`; None where nobody is named."""
    for i in range(at - 1, max(first, at - NEAR) - 1, -1):
        if tokens.is_(i, c.POSS):
            return i, i + 1
        if tokens.lower[i].endswith(OWNING):
            return _owner(tokens, i, first)
        if not tokens.is_(i, c.NOUNISH | c.ADV):
            return None
    return None


def _owner(tokens: Tokens, mark: int, first: int) -> Piece | None:
    """Return the noun phrase that ends with "'s", or before an apostrophe: "the officials'"."""
    last = mark - (tokens.lower[mark] == "'")
    start = chunk_start(tokens, last, first)
    return None if start is None else (start, last + 1)


def _namesake(tokens: Tokens, at: int) -> Piece | None:
    """`a Daily Courier report that`: the name between "a" and the noun; None where there is none."""
    start = tokens.skip_back(at - 1, -1, c.NAME) + 1
    return (start, at) if start < at and tokens.lower[start - 1] in A else None


def state_of_mind(tokens: Tokens, at: int) -> Iterator[Candidate]:
    """`Lee is wary of the plan`; `officials are confident that it works`."""
    first, last = tokens.bounds(at)
    follows = _complement(tokens, at)
    if follows not in states_of_mind()[tokens.lower[at]]:
        return
    start = _linked_start(tokens, at, first)
    if start is None:
        return
    who = subject_before(tokens, start, first)
    if who is None:
        return
    source = who.start, who.end
    begin = _content_start(at, follows)
    clause = "subordinate" if tokens.lower[who.start - 1] in OPENING else ""
    content = begin, clause_end(tokens, begin, last, clause=clause)
    if objection_to(Proposal("state_of_mind", tokens, (start, at + 1), source, content)):
        return
    yield Candidate(tokens, "state_of_mind", (start, begin), source, [content], speech=False)


def _complement(tokens: Tokens, at: int) -> str:
    """Return the word that follows an adjective; "that" where a clause does without it: "sure | he would go"."""
    follows = tokens.lower[at + 1]
    if follows in QUESTION.words:
        return "whether"
    return "that" if tokens.is_(at + 1, c.PRON) else follows


def _linked_start(tokens: Tokens, at: int, first: int) -> int | None:
    """Return the start of the verb before an adjective: "is", "has become"; None where there is none."""
    start = verb_start(tokens, at, first)
    if tokens.lower[start - 1] in LINKING:
        return verb_start(tokens, start - 1, first)
    if next_of(tokens, start, at, c.AUX) < at:
        return start
    article = _described_start(tokens, at) - 1
    if not PREDICATES.decide(tokens, article):
        return None
    return verb_start(tokens, article, first)  # "is | a vocal | critic of"
