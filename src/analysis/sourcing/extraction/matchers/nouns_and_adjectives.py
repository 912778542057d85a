"""Nouns of saying ("Lee's claim that ...") and adjectives of mind ("Lee is wary of ...")."""

from collections.abc import Iterator
from functools import cache

from analysis.lexicon import read_lexicon
from analysis.sourcing.extraction.candidates import Candidate, Piece
from analysis.sourcing.extraction.conditions import is_thing
from analysis.sourcing.extraction.proposals import Proposal
from analysis.sourcing.extraction.subjects import subject_before
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import clause_end
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import cue_forms, saying_nouns
from analysis.sourcing.grammar.noun_phrases import chunk_start
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import has_finite, is_finite, is_plural, verb_start

QUESTION, LINKING, BE = group("question"), group("linking"), group("be")
ARTICLE = ("a", "an", "the", "no")
IMPERSONAL = ("it", "this", "that", "there")
DESCRIBING = c.NOUN | c.ADV | c.ING | c.PAST
NEAR = 4


@cache
def states_of_mind() -> dict[str, frozenset[str]]:
    """Return each adjective of mind with the words that may follow."""
    rows = read_lexicon("states_of_mind", "adjective", "frames")
    return {row["adjective"]: frozenset(row["frames"].split()) for row in rows}


def noun_of_saying(tokens: Tokens, at: int) -> Iterator[Candidate]:
    """`Lee's claim that the plan was dead`; `her criticism of the plan`."""
    (frames, speech), (first, last) = saying_nouns()[tokens.lower[at]], tokens.bounds(at)
    follows = tokens.word(at + 1)
    if follows not in frames or at + 2 >= last:
        return
    if follows == "to" and not tokens.is_(at + 2, c.BASE | c.NOUN | c.DET | c.NAME):
        return
    source = _possessor(tokens, at, first) or (_namesake(tokens, at, first) if follows == "that" else None)
    start = _content_start(at, follows)
    end = clause_end(tokens, start, last, "" if follows == "that" else "restrictive")
    if follows == "that" and source and source[0] == first:
        own = next((i for i in range(start, end) if is_finite(tokens, i)), start)
        end = min(end, clause_end(tokens, own, last, "restrictive"))
    if tokens.is_(first, c.PREP) and not has_finite(tokens, first, at):
        end = next((i for i in range(start, end) if tokens.classes[i] & c.COMMA and not tokens.quoted[i]), end)
    if source and end > start and not _is_repeated(tokens, source[0]):
        yield Candidate(tokens, "noun_of_saying", (source[1], start), source, [(start, end)], speech)
    elif not source and end > start and follows in ("that", "about") and _is_nobodys(tokens, at, first):
        yield Candidate(tokens, "noun_of_saying", (at, start), None, [(start, end)], speech=False)


def _is_repeated(tokens: Tokens, at: int) -> bool:
    """`Lee repeated | his claim that it was dead`: tell whether a verb says who speaks."""
    cue = cue_forms().get(tokens.word(at - 1))
    return cue is not None and "noun" in cue[0].frames and is_finite(tokens, at - 1)


def _content_start(at: int, follows: str) -> int:
    """Return where the content begins behind the noun or adjective at ``at``: "that" and "to" are part of it."""
    return at + 1 if follows in ("that", "to", "whether") else at + 2


def _possessor(tokens: Tokens, at: int, first: int) -> Piece | None:
    """Return whose claim it is: `his`, `Lee's`, `officials'`; None where nobody is named."""
    for i in range(at - 1, max(first, at - NEAR) - 1, -1):
        bits = tokens.classes[i]
        if bits & c.POSS and not bits & c.AUX:
            return i, i + 1
        apostrophe = tokens.words[i] in ("’", "'") and i > first and tokens.lower[i - 1].endswith("s")
        if apostrophe or (tokens.lower[i].endswith("'s") and bits & c.NOUNISH):
            last = i - 1 if apostrophe else i
            start = chunk_start(tokens, last, first)
            return None if start is None else (start, last + 1)
        if bits & c.DET or not bits & (c.NOUNISH | c.ADV):
            return None
    return None


def _namesake(tokens: Tokens, at: int, first: int) -> Piece | None:
    """`a Daily Courier report that`: the name between "a" and the noun; None where there is none."""
    start = at
    while start > first and tokens.classes[start - 1] & c.NAME:
        start -= 1
    return (start, at) if first < start < at and tokens.lower[start - 1] in ("a", "an") else None


def state_of_mind(tokens: Tokens, at: int) -> Iterator[Candidate]:
    """`Lee is wary of the plan`; `officials are confident that it works`."""
    (first, last), follows = tokens.bounds(at), _complement(tokens, at)
    start = _linked_start(tokens, at, first)
    if start is None or follows not in states_of_mind()[tokens.lower[at]] or at + 2 >= last:
        return
    if (
        tokens.is_(at + 1, c.PREP) and tokens.is_(at + 2, c.TIME | c.NUM) and not tokens.is_(at + 2, c.DET)
    ):  # "open on Mondays"
        return
    who = subject_before(tokens, start, first)
    begin = _content_start(at, follows)
    end = clause_end(tokens, begin, last)
    if (
        who
        and end > begin
        and tokens.lower[who.start] not in IMPERSONAL
        and not is_thing(Proposal("", tokens, (0, 0), (who.start, who.end), (0, 0)))
    ):
        yield Candidate(tokens, "state_of_mind", (start, begin), (who.start, who.end), [(begin, end)], speech=False)


def _complement(tokens: Tokens, at: int) -> str:
    """Return the word that follows an adjective; "that" where a clause does without it: "sure | he would go"."""
    follows = tokens.word(at + 1)
    if follows in QUESTION:
        return "whether"
    clause = tokens.is_(at + 1, c.PRON) and not tokens.is_(at + 1, c.DET | c.REL)
    return "that" if clause else follows


def _linked_start(tokens: Tokens, at: int, first: int) -> int | None:
    """Return the start of the verb before an adjective: "is", "has become"; None where there is none."""
    start = verb_start(tokens, at, first)
    if tokens.word(start - 1) in LINKING and start - 1 > first:
        return verb_start(tokens, start - 1, first)
    if any(tokens.classes[i] & c.AUX for i in range(start, at)):
        return start
    while at > first and tokens.is_(at - 1, DESCRIBING) and not tokens.is_(at - 1, c.NAME | c.DET | c.PREP):
        at -= 1
    behind = at - 1 if tokens.word(at - 1) in ARTICLE else first  # "is | a vocal | critic of"
    start = verb_start(tokens, behind, first)
    return start if behind > first and tokens.word(behind - 1) in BE else None


def _is_nobodys(tokens: Tokens, at: int, first: int) -> bool:
    """`amid growing concerns that it is dead`: tell whether a plural stands behind a preposition alone."""
    if not is_plural(tokens.lower[at]) or is_finite(tokens, at + 2):  # "stories that shock"
        return False
    while at > first and tokens.is_(at - 1, DESCRIBING) and not tokens.is_(at - 1, c.PREP | c.DET | c.NAME):
        at -= 1
    return at > first and tokens.is_(at - 1, c.PREP)
