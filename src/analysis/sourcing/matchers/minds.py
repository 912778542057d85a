"""Nouns of saying ("Lee's claim that ...") and adjectives of mind ("Lee is wary of ...")."""

from collections.abc import Iterator
from functools import cache

from analysis.lexicon import read_lexicon
from analysis.sourcing import classes as c
from analysis.sourcing.candidates import Candidate, Piece
from analysis.sourcing.clauses import clause_end
from analysis.sourcing.cues import cue_forms, saying_nouns
from analysis.sourcing.grammar import group
from analysis.sourcing.lookalikes import is_thing
from analysis.sourcing.phrases import chunk_start
from analysis.sourcing.subjects import subject_before
from analysis.sourcing.tokens import Line
from analysis.sourcing.verbforms import has_finite, is_finite, is_plural, verb_start

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


def noun_of_saying(line: Line, at: int) -> Iterator[Candidate]:
    """`Lee's claim that the plan was dead`; `her criticism of the plan`."""
    (frames, speech), (first, last) = saying_nouns()[line.lower[at]], line.bounds(at)
    follows = line.word(at + 1)
    if follows not in frames or at + 2 >= last:
        return
    if follows == "to" and not line.is_(at + 2, c.BASE | c.NOUN | c.DET | c.NAME):
        return
    source = _possessor(line, at, first) or (_namesake(line, at, first) if follows == "that" else None)
    start = _content_start(at, follows)
    end = clause_end(line, start, last, "" if follows == "that" else "restrictive")
    if follows == "that" and source and source[0] == first:
        own = next((i for i in range(start, end) if is_finite(line, i)), start)
        end = min(end, clause_end(line, own, last, "restrictive"))
    if line.is_(first, c.PREP) and not has_finite(line, first, at):
        end = next((i for i in range(start, end) if line.classes[i] & c.COMMA and not line.quoted[i]), end)
    if source and end > start and not _is_repeated(line, source[0]):
        yield Candidate(line, "noun_of_saying", (source[1], start), source, [(start, end)], speech)
    elif not source and end > start and follows in ("that", "about") and _is_nobodys(line, at, first):
        yield Candidate(line, "noun_of_saying", (at, start), None, [(start, end)], speech=False)


def _is_repeated(line: Line, at: int) -> bool:
    """`Lee repeated | his claim that it was dead`: tell whether a verb says who speaks."""
    cue = cue_forms().get(line.word(at - 1))
    return cue is not None and "noun" in cue[0].frames and is_finite(line, at - 1)


def _content_start(at: int, follows: str) -> int:
    """Return where the content begins behind the noun or adjective at ``at``: "that" and "to" are part of it."""
    return at + 1 if follows in ("that", "to", "whether") else at + 2


def _possessor(line: Line, at: int, first: int) -> Piece | None:
    """Return whose claim it is: `his`, `Lee's`, `officials'`; None where nobody is named."""
    for i in range(at - 1, max(first, at - NEAR) - 1, -1):
        bits = line.classes[i]
        if bits & c.POSS and not bits & c.AUX:
            return i, i + 1
        apostrophe = line.words[i] in ("’", "'") and i > first and line.lower[i - 1].endswith("s")
        if apostrophe or (line.lower[i].endswith("'s") and bits & c.NOUNISH):
            last = i - 1 if apostrophe else i
            start = chunk_start(line, last, first)
            return None if start is None else (start, last + 1)
        if bits & c.DET or not bits & (c.NOUNISH | c.ADV):
            return None
    return None


def _namesake(line: Line, at: int, first: int) -> Piece | None:
    """`a Daily Courier report that`: the name between "a" and the noun; None where there is none."""
    start = at
    while start > first and line.classes[start - 1] & c.NAME:
        start -= 1
    return (start, at) if first < start < at and line.lower[start - 1] in ("a", "an") else None


def state_of_mind(line: Line, at: int) -> Iterator[Candidate]:
    """`Lee is wary of the plan`; `officials are confident that it works`."""
    (first, last), follows = line.bounds(at), _complement(line, at)
    start = _linked_start(line, at, first)
    if start is None or follows not in states_of_mind()[line.lower[at]] or at + 2 >= last:
        return
    if (
        line.is_(at + 1, c.PREP) and line.is_(at + 2, c.TIME | c.NUM) and not line.is_(at + 2, c.DET)
    ):  # "open on Mondays"
        return
    who = subject_before(line, start, first)
    begin = _content_start(at, follows)
    end = clause_end(line, begin, last)
    if who and end > begin and line.lower[who.start] not in IMPERSONAL and not is_thing(line, who):
        yield Candidate(line, "state_of_mind", (start, begin), (who.start, who.end), [(begin, end)], speech=False)


def _complement(line: Line, at: int) -> str:
    """Return the word that follows an adjective; "that" where a clause does without it: "sure | he would go"."""
    follows = line.word(at + 1)
    if follows in QUESTION:
        return "whether"
    clause = line.is_(at + 1, c.PRON) and not line.is_(at + 1, c.DET | c.REL)
    return "that" if clause else follows


def _linked_start(line: Line, at: int, first: int) -> int | None:
    """Return the start of the verb before an adjective: "is", "has become"; None where there is none."""
    start = verb_start(line, at, first)
    if line.word(start - 1) in LINKING and start - 1 > first:
        return verb_start(line, start - 1, first)
    if any(line.classes[i] & c.AUX for i in range(start, at)):
        return start
    while at > first and line.is_(at - 1, DESCRIBING) and not line.is_(at - 1, c.NAME | c.DET | c.PREP):
        at -= 1
    behind = at - 1 if line.word(at - 1) in ARTICLE else first  # "is | a vocal | critic of"
    start = verb_start(line, behind, first)
    return start if behind > first and line.word(behind - 1) in BE else None


def _is_nobodys(line: Line, at: int, first: int) -> bool:
    """`amid growing concerns that it is dead`: tell whether a plural stands behind a preposition alone."""
    if not is_plural(line.lower[at]) or is_finite(line, at + 2):  # "stories that shock"
        return False
    while at > first and line.is_(at - 1, DESCRIBING) and not line.is_(at - 1, c.PREP | c.DET | c.NAME):
        at -= 1
    return at > first and line.is_(at - 1, c.PREP)
