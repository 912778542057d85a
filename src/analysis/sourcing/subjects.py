"""Who does it: the noun phrase that is a verb's subject, before it, around commas, or shared with another verb."""

from dataclasses import dataclass

from analysis.sourcing import classes as c
from analysis.sourcing.agreement import is_counted
from analysis.sourcing.cues import cue_forms
from analysis.sourcing.grammar import group
from analysis.sourcing.phrases import SHORT_QUOTE, phrase_start
from analysis.sourcing.tokens import Line
from analysis.sourcing.verbforms import after_adverbs, is_finite, verb_start

EMBEDDING, CLAUSE_OPENER, EACH, WHERE = group("embedding"), group("clause opener"), group("each"), group("where")
EDGE = c.COMMA | c.STOP | c.COLON | c.OPEN | c.CLOSE | c.DASH
DEEP = 5


@dataclass(slots=True)
class Subject:
    """A source as found: its tokens, and how it stands to its verb (before, aside, relative, shared, after, by)."""

    start: int
    end: int
    how: str


def subject_before(line: Line, verb: int, first: int, depth: int = 0) -> Subject | None:
    """Return the subject of the verb group that begins at token ``verb``; None where none is found."""
    if verb not in line.subjects:
        line.subjects[verb] = _subject_before(line, verb, first, depth)
    found = line.subjects[verb]
    return found if isinstance(found, Subject) else None


def _subject_before(line: Line, verb: int, first: int, depth: int) -> Subject | None:
    at = _before_time(line, verb, first)
    if at > first and line.lower[at] in EACH and line.is_(at - 1, c.NOUNISH | c.PRON):
        at -= 1
    if at < first or depth > DEEP:
        return None
    bits = line.classes[at]
    if bits & c.REL and line.lower[at] != "whom":
        anchored = line.lower[at] != "that" or line.is_(at - 1, c.NOUNISH | c.COMMA)
        return Subject(at, at + 1, "relative") if anchored else None
    if bits & (c.COMMA | c.DASH):
        if line.is_(at - 1, c.CONJ):
            return None
        return _subject_with_aside(line, at, first) or subject_shared(line, verb, first, depth)
    if bits & c.CLOSE:
        return _subject_with_aside(line, at, first) if _ends_aside(line, at, first) else None
    if bits & c.CONJ or line.lower[at] == "then":
        return subject_shared(line, at, first, depth)
    if line.lower[at].endswith("'s") and bits & c.NOUNISH:
        return None
    placed = line.lower[at] in WHERE and line.is_(at - 1, c.NOUNISH)
    asked = bits & c.PAST and is_counted(line, at)
    dated = at < verb - 1 and bits & c.PAST and not bits & c.NOUNISH and line.is_(at - 1, c.NOUNISH)
    start = phrase_start(line, at - 1 if dated or placed or asked else at, first)
    if start is None:
        return None
    return Subject(_with_relative(line, start, first), verb if dated else at + 1, "before")


def _before_time(line: Line, verb: int, first: int) -> int:
    """Return the last token before a verb but for a time between: "Lee | on Tuesday said"."""
    at = verb - 1
    while at > first and line.classes[at] & c.TIME and not line.classes[at] & c.PREP:
        at -= 1
    return at - 1 if first < at < verb - 1 and line.classes[at] & c.PREP else at


def _with_relative(line: Line, start: int, first: int) -> int:
    """Return the start of the noun before a relative clause that ends here: "those who want the plan | said"."""
    if start <= first or line.classes[start - 1] & (EDGE | c.CONJ | c.SUB | c.REL):
        return start
    verbs = 0
    for at in range(start - 1, first, -1):
        verbs += is_finite(line, at) and not is_finite(line, at + 1)
        if line.classes[at] & EDGE or line.quoted[at] or verbs > 1:
            break
        if line.lower[at] in ("who", "that", "which") and line.is_(at - 1, c.NOUNISH | c.PRON | c.DET):
            further = phrase_start(line, at - 1, first)
            return start if further is None else further
    return start


def subject_shared(line: Line, before: int, first: int, depth: int = 0) -> Subject | None:
    """Return the subject of the nearest finite verb to the left: "Lee rejected the plan and said".

    That of a clause within a clause ("Lee said that Garcia agreed, adding") is passed over if there is another one;
    behind a comma that of a clause with "after" and the like, too ("Lee left when Garcia came, adding").
    """
    fallback = None
    apart = line.is_(before - 1, c.COMMA)
    for at in range(before - 1, first - 1, -1):
        if not is_finite(line, at) or line.is_(at + 1, c.AUX):
            continue
        found = subject_before(line, verb_start(line, at, first), first, depth + 1)
        if found:
            found = Subject(found.start, found.end, "shared")
            if _goes_on(line, found.start, before):
                return found
            if not _is_embedded(line, found, first) and not (apart and _hangs(line, found.start, first)):
                return found
            fallback = fallback or found
    return fallback or _subject_of_unclear(line, before, first, depth)


def _subject_of_unclear(line: Line, before: int, first: int, depth: int) -> Subject | None:
    """Return the subject of a form in -ed that may be a participle, where no other verb is there: "Lee waved to"."""
    for at in range(first + 1, before - 1):
        if _may_lack_object(line, at) and not line.is_(at - 1, c.AUX | c.DET | c.POSS | c.COMMA):
            found = subject_before(line, verb_start(line, at, first), first, depth + 1)
            return Subject(found.start, found.end, "shared") if found else None
    return None


def _may_lack_object(line: Line, at: int) -> bool:
    """Tell whether a form in -ed may be in the past without an object: "waved to", but not "released in May"."""
    cue = cue_forms().get(line.lower[at])
    return bool(line.classes[at] & c.PAST) and not line.quoted[at] and (cue is None or "np" not in cue[0].frames)


def _goes_on(line: Line, start: int, before: int) -> bool:
    """Tell whether a relative clause goes on at ``before``: "the owners, who left the room but | issued a letter"."""
    joined = line.is_(start, c.REL) and line.is_(start - 1, c.COMMA) and line.is_(before, c.CONJ)
    return joined and not any(line.classes[at] & EDGE for at in range(start, before))


def _hangs(line: Line, start: int, first: int) -> bool:
    """Tell whether a subject is that of a clause that follows the main one: "Lee left when | Garcia came"."""
    return start - 1 > first and line.lower[start - 1] in CLAUSE_OPENER


def _is_embedded(line: Line, who: Subject, first: int) -> bool:
    """Tell whether a subject is that of a clause within a clause: "he said (that) | she", "a man | who"."""
    if line.is_(who.start, c.REL):
        return True
    before = who.start - 1
    return before >= first and (line.lower[before] in EMBEDDING or line.is_(before, c.REL) or is_finite(line, before))


def _ends_aside(line: Line, close: int, first: int) -> bool:
    """Tell whether a quotation closes with the comma that ends an aside: "Lee, who called it “dead,” said"."""
    start, end = line.quote_of.get(close, (first, close))
    return line.is_(close - 1, c.COMMA) and start > first and end - start <= SHORT_QUOTE


def _subject_with_aside(line: Line, comma: int, first: int) -> Subject | None:
    """Return the subject before an aside: "Lee, a former aide, said"; the aside belongs to it where it says who."""
    segments = _segments(line, comma, first)
    chosen = None
    for index in range(len(segments) - 2, -1, -1):
        if not _is_aside(line, *segments[index + 1]) or (chosen and line.is_(segments[chosen[1]][0], c.CONJ | c.SUB)):
            break
        start = _segment_subject(line, *segments[index])
        if start is not None and chosen and _is_full_name(line, *segments[chosen[1]]) and not _is_role(line, start):
            break
        if start is not None:
            chosen = start, index
            if not _is_aside(line, *segments[index]):
                break
    if chosen is None:
        return None
    start, index = chosen
    end, aside = segments[index][1], segments[index + 1][0]
    tells_who = not _is_idle(line, aside, comma, start, end) and not _is_adverbial(line, aside)
    stop = comma + line.quoted[comma]
    return Subject(start, stop if tells_who else end, "aside")


def _is_role(line: Line, start: int) -> bool:
    """Tell whether a phrase may say who the name behind it is: "the former aide, Lee", not "after the vote, Lee"."""
    return line.is_(start, c.DET) and not line.is_(start - 1, c.PREP)


def _is_full_name(line: Line, start: int, end: int) -> bool:
    """Tell whether a stretch is a name of several words: what stands before it is somebody else."""
    return end - start > 1 and all(line.is_(at, c.NAME) for at in range(start, end))


def _segment_subject(line: Line, start: int, end: int) -> int | None:
    """Return where the subject begins in a stretch that consists of it: "(But) the former aide"."""
    found = phrase_start(line, end - 1, start) if end > start else None
    if found is None or line.is_(found, c.PREP) or (line.classes[end - 1] & c.TIME and not line.classes[found] & c.DET):
        return None
    opens = found == start or line.is_(start, c.CONJ | c.SUB | c.ADV) or line.is_(found - 1, c.SUB | c.CONJ)
    return found if opens else None


def _is_idle(line: Line, aside: int, comma: int, start: int, end: int) -> bool:
    """Tell whether an aside adds nothing to somebody known: an age, or a clause behind "Lee" or "the official"."""
    if comma - aside == 1 and line.is_(aside, c.NUM):
        return True
    return line.is_(aside, c.REL) and (end - start == 1 or line.lower[start] in ("the", "his", "her", "their"))


def _is_adverbial(line: Line, aside: int) -> bool:
    """Tell whether an aside says when, where or how, and not who."""
    if line.is_(aside, c.REL | c.DET | c.NOUN) or line.lower[aside] == "including":
        return False
    return line.is_(aside, c.PREP | c.ING | c.PAST | c.ADV | c.SUB) and not (
        line.is_(aside, c.ADV) and line.is_(aside + 1, c.DET)
    )


def _segments(line: Line, comma: int, first: int) -> list[tuple[int, int]]:
    """Return the stretches between commas (or dashes) to the left of ``comma``, the last one ending there."""
    found: list[tuple[int, int]] = []
    end, start = comma, first
    for at in range(comma - 1, first - 1, -1):
        bits = line.classes[at]
        if bits & (c.COMMA | c.DASH) and not line.quoted[at]:
            found.append((at + 1, end))
            end = at
        elif bits & (c.STOP | c.COLON) or (bits & c.CLOSE and line.is_(at - 1, c.COMMA | c.STOP)):
            start = at + 1
            break
    found.append((start, end))
    return found[::-1]


def _is_clause(line: Line, start: int, end: int) -> bool:
    """Tell whether a stretch is a clause that hangs on another: "when asked", "(asked) if it would pass"."""
    return start < end - 1 and line.lower[start] in (EMBEDDING | CLAUSE_OPENER) and not line.is_(end - 1, c.CONJ)


def _is_aside(line: Line, start: int, end: int) -> bool:
    """Tell whether a stretch between commas only describes what stands before it."""
    if start < end and line.lower[start] == "where":
        return True
    opening = after_adverbs(line, start, end)
    participle = opening < end and bool(line.classes[opening] & c.DONE)
    if _is_clause(line, opening + participle, end):
        return True
    for at in range(opening + participle, end):
        if line.classes[at] & c.REL or line.lower[at] == "whose":
            return True
        if is_finite(line, at):
            return False
    return start < end
