"""Nouns of saying ("Lee's claim that ...") and adjectives of mind ("Lee is wary of ...")."""

from collections.abc import Iterator
from functools import cache

from analysis.lexicon import read_lexicon
from analysis.sourcing.contents import clause_end
from analysis.sourcing.matchers import Candidate
from analysis.sourcing.phrases import chunk_start, phrase_end, phrase_start, verb_start
from analysis.sourcing.subjects import subject_before
from analysis.sourcing.tokens import ADV, AUX, BASE, COMMA, DET, NAME, NOUN, NOUNISH, POSS, STOP, SUB, Line

Kind = tuple[frozenset[str], bool]


@cache
def saying_nouns() -> dict[str, Kind]:
    """Return each noun of saying, singular and plural, with the words that may follow and whether it is speech."""
    nouns: dict[str, Kind] = {}
    for row in read_lexicon("nouns_of_saying", "noun"):
        noun = row["noun"]
        kind = frozenset(row["frames"].split()), row["kind"] == "speech"
        plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"
        nouns[noun] = nouns[plural] = kind
    return nouns


@cache
def states_of_mind() -> dict[str, frozenset[str]]:
    """Return each adjective of mind with the words that may follow."""
    return {row["adjective"]: frozenset(row["frames"].split()) for row in read_lexicon("states_of_mind", "adjective")}


def noun_of_saying(line: Line) -> Iterator[Candidate]:
    """`Lee's claim that the plan was dead`, `her criticism of the plan`, `the opposition of Lee to the plan`."""
    nouns = saying_nouns()
    for at, word in enumerate(line.lower):
        if word not in nouns or line.quoted[at] or at + 2 >= len(line):
            continue
        first, last = line.bounds(at)
        frames, speech = nouns[word]
        low = line.lower[at + 1]
        if low not in frames or at + 2 >= last or low == "to" and not line.is_(at + 2, BASE | NOUN | DET | NAME):
            continue
        source = _possessor(line, at, first)
        if source is None:
            continue
        start = at + 1 if low in ("that", "to") else at + 2
        cue_end = at + 1 if low in ("that", "to") else at + 2
        end = clause_end(line, start, last)
        if end > start:
            yield Candidate(line, "noun_of_saying", (source[1], cue_end), source, [(start, end)], speech, word, low)


def _possessor(line: Line, at: int, first: int) -> tuple[int, int] | None:
    """Return whose claim it is: `his`, `Lee's`; None where nobody is named."""
    for i in range(at - 1, max(first, at - 4) - 1, -1):
        bits = line.classes[i]
        if bits & POSS and not bits & AUX:
            return i, i + 1
        if line.lower[i].endswith("'s") and bits & NOUNISH or line.words[i] in ("’", "'") and i > first and line.lower[i - 1].endswith("s"):
            last = i - 1 if line.words[i] in ("’", "'") else i
            start = chunk_start(line, last, first)
            return (start, i + 1 if last == i else i) if start is not None else None
        if not bits & (NOUNISH | ADV) or bits & DET:
            return None
    return None


def state_of_mind(line: Line) -> Iterator[Candidate]:
    """`Lee is wary of the plan`, `officials are confident that it works`."""
    words = states_of_mind()
    for at, word in enumerate(line.lower):
        if word not in words or line.quoted[at] or at < 2 or at + 2 >= len(line):
            continue
        first, last = line.bounds(at)
        start = verb_start(line, at, first)
        if start == at or not any(line.classes[i] & AUX for i in range(start, at)):
            continue
        low = line.lower[at + 1]
        frames = words[word]
        if low not in frames and not (low == "to" and "to_np" in frames):
            continue
        who = subject_before(line, start, first)
        if who is None or at + 2 >= last or line.lower[who.start] in ("it", "this", "that", "there"):
            continue
        begin = at + 1 if low in ("that", "to") else at + 2
        end = clause_end(line, begin, last)
        if end > begin:
            yield Candidate(line, "state_of_mind", (start, begin), (who.start, who.end), [(begin, end)], False, word, low)
