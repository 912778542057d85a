"""Who does it: the noun phrase that is a verb's subject, before it, around a comma, or shared with another verb."""

from dataclasses import dataclass

from analysis.sourcing.phrases import chunk_start, is_finite, phrase_end, phrase_start, verb_start
from analysis.sourcing.tokens import (
    ADV, AUX, BRACKET, CLOSE, COLON, COMMA, CONJ, DASH, DET, ING, NAME, NOUN, NOUNISH, NUM, OPEN, PAST, POSS, PREP, PRON, REL,
    STOP, SUB, TIME, Line,
)  # fmt: skip


@dataclass(slots=True)
class Subject:
    """A source as found: its tokens, and how it stands to its verb (before, aside, relative, shared, after)."""

    start: int
    end: int
    how: str


def subject_before(line: Line, verb: int, first: int, depth: int = 0) -> Subject | None:
    """Return the subject of the verb group that begins at token ``verb``."""
    at = verb - 1
    while at >= first and line.classes[at] & TIME and not line.classes[at] & PREP and at > first:
        at -= 1
    if at < first or depth > 4:
        return None
    if at > first and line.classes[at] & PREP and at < verb - 1:
        at -= 1
    bits = line.classes[at]
    if at < verb - 1 and bits & PAST and not bits & (NOUN | NAME) and line.is_(at - 1, NOUNISH):
        start = phrase_start(line, at - 1, first)
        return None if start is None else Subject(start, verb, "before")
    if bits & REL and line.lower[at] != "whom":
        if line.lower[at] == "that" and not line.is_(at - 1, NOUNISH | COMMA):
            return None
        return Subject(at, at + 1, "relative")
    if bits & (COMMA | DASH):
        if line.is_(at - 1, CONJ | 0):
            return None
        return _aside(line, at, first) or shared(line, verb, first, depth)
    if bits & CONJ or line.lower[at] == "then":
        return shared(line, at, first, depth)
    start = phrase_start(line, at, first)
    if start is None:
        return None
    return Subject(_with_relative(line, start, first), at + 1, "before")


def _with_relative(line: Line, start: int, first: int) -> int:
    """Return the start of the noun before a relative clause that ends with the noun phrase: "those who want it | said"."""
    if start <= first or line.classes[start - 1] & (COMMA | STOP | COLON | OPEN | CLOSE | DASH | CONJ | SUB | REL):
        return start
    for at in range(start - 1, first, -1):
        if line.classes[at] & (COMMA | STOP | COLON | OPEN | CLOSE | DASH) or line.quoted[at]:
            break
        if line.lower[at] in ("who", "that", "which") and line.is_(at - 1, NOUNISH | PRON | DET):
            further = phrase_start(line, at - 1, first)
            return start if further is None else further
    return start


def shared(line: Line, before: int, first: int, depth: int = 0) -> Subject | None:
    """Return the subject of the nearest finite verb to the left: "X criticized the plan and said ..."."""
    fallback = None
    for at in range(before - 1, first - 1, -1):
        if is_finite(line, at) and not line.is_(at + 1, AUX):
            found = subject_before(line, verb_start(line, at, first), first, depth + 1)
            if found is None:
                continue
            found = Subject(found.start, found.end, "shared")
            if not _subordinate(line, found, first):
                return found
            fallback = fallback or found
    return fallback


def _subordinate(line: Line, who: Subject, first: int) -> bool:
    """Tell whether a subject is that of a clause within a clause: "he said (that) | she", "a man | who"."""
    if line.is_(who.start, REL):
        return True
    if who.start <= first:
        return False
    before = who.start - 1
    return line.is_(before, SUB | REL) and before > first or is_finite(line, before) and not line.is_(before, COMMA)


def _aside(line: Line, comma: int, first: int) -> Subject | None:
    """Return the subject before an aside: "Lee, a former aide, said"; the aside belongs to it where it says who."""
    segments = _segments(line, comma, first)
    if len(segments) < 2:
        return None
    chosen = None
    for index in range(len(segments) - 2, -1, -1):
        a, b = segments[index]
        if chosen and line.is_(segments[chosen[1]][0], CONJ | SUB):
            break
        start = phrase_start(line, b - 1, a) if b > a else None
        aside = segments[index + 1 :]
        if not all(_is_aside(line, x, y) for x, y in aside):
            break
        if start is not None and (start == a or line.is_(a, CONJ | SUB | ADV) or line.classes[start - 1] & (SUB | CONJ)) and not line.is_(start, PREP):
            if line.classes[b - 1] & TIME and not line.classes[start] & DET:
                continue
            if index == 0 or not _is_aside(line, a, b):
                chosen = (start, index)
                break
            chosen = (start, index)
    if chosen is None:
        return None
    start, index = chosen
    head_end = segments[index][1]
    x, _ = segments[index + 1]
    if line.is_(x, PREP | ING | PAST | ADV | SUB) and not line.is_(x, REL | DET | NOUN) and line.lower[x] != "including" and not (line.is_(x, ADV) and line.is_(x + 1, DET)):
        return Subject(start, head_end, "aside")
    return Subject(start, comma, "aside")


def _segments(line: Line, comma: int, first: int) -> list[tuple[int, int]]:
    """Return the stretches between commas (or dashes) to the left of ``comma``, the last one ending there."""
    out: list[tuple[int, int]] = []
    end = comma
    for at in range(comma - 1, first - 1, -1):
        bits = line.classes[at]
        if bits & (COMMA | DASH) and not line.quoted[at]:
            out.append((at + 1, end))
            end = at
        elif bits & (STOP | COLON) or bits & CLOSE and line.is_(at - 1, COMMA | STOP):
            out.append((at + 1, end))
            return out[::-1]
    out.append((first, end))
    return out[::-1]


def _is_aside(line: Line, start: int, end: int) -> bool:
    """Tell whether a stretch between commas only describes what stands before it."""
    if start >= end:
        return False
    if line.classes[start] & (REL) or line.lower[start] in ("whose", "where"):
        return True
    return not any(is_finite(line, i) for i in range(start, end)) or line.is_(start, DET | POSS) and any(
        line.classes[i] & REL for i in range(start, end)
    )


def subject_after(line: Line, at: int, last: int) -> Subject | None:
    """Return the subject behind its verb: "said Lee, a former aide", "according to officials"."""
    end = phrase_end(line, at, last)
    if end is None:
        return None
    while end < last - 1 and line.classes[end] & COMMA and line.is_(end + 1, DET | REL | POSS | NOUN | NUM | NAME) and not line.quoted[end]:
        relative = line.classes[end + 1] & REL
        stop = next((i for i in range(end + 1, last) if line.classes[i] & (COMMA | STOP | DASH | OPEN | COLON)), last)
        if not relative and any(line.classes[i] & AUX and not line.quoted[i] and not _in_relative(line, i, end) for i in range(end + 1, stop)):
            break
        if line.is_(stop - 1, TIME) and stop - end < 4:
            break
        end = stop
    return Subject(at, end, "after")


def _in_relative(line: Line, at: int, start: int) -> bool:
    return any(line.classes[i] & REL for i in range(start, at))


def subject_of_participle(line: Line, at: int, first: int, last: int) -> Subject | None:
    """Return who says, of ", saying ..." and "Citing ..., X": the subject of the verb before, else of the one after."""
    if line.is_(at - 1, NOUNISH) and not line.is_(at - 1, TIME) and not line.quoted[at - 1]:
        found = subject_before(line, at, first)
        if found:
            return found
    found = shared(line, at, first)
    if found:
        return found
    comma = next((i for i in range(at + 1, last) if line.classes[i] & COMMA and not line.quoted[i]), None)
    if comma is None or comma + 1 >= last:
        return None
    end = phrase_end(line, comma + 1, last)
    return Subject(comma + 1, end, "shared") if end and not line.is_(comma + 1, CONJ) else None
