"""What is said: the clause, object or quotation after a cue, or all that stands before it."""

from dataclasses import dataclass

from analysis.sourcing.cues import cue_forms
from analysis.sourcing.phrases import chunk_end, is_finite, phrase_end
from analysis.sourcing.tokens import (
    ADV, AUX, BASE, BRACKET, CLOSE, COLON, COMMA, CONJ, DASH, DET, ING, MARK, NAME, NOUN, NOUNISH, NUM, OBJ, OPEN, PAST, POSS,
    PREP, PRON, REL, STOP, SUB, TIME, TO, VERB, Line,
)  # fmt: skip
from analysis.sourcing.verbs import Verb

WH = frozenset(("if", "whether", "how", "why", "what", "when", "where", "who", "which"))
CONTRAST = frozenset(("but", "while", "although", "though", "whereas", "yet"))


@dataclass(slots=True)
class Content:
    """What follows a cue: the kind of complement, where the cue's words end, and the content's tokens."""

    frame: str
    cue_end: int
    start: int
    end: int


def content_after(verb: Verb) -> Content | None:
    """Return what follows the cue, if it is something that this cue may take."""
    line, at, last, frames = verb.line, verb.end, verb.last, verb.cue.frames
    at, cue_end = _particles(verb, at)
    if "tell" in frames and verb.form != "passive":
        at = _addressee(line, at, last)
    if at >= last:
        return None
    frame, start, end = "", at, cue_end
    for begin in dict.fromkeys((_adverbial(line, at, last, frames), at, _linked(verb, at))):
        if begin < last and not frame:
            frame, start, end = _frame(verb, begin, cue_end)
    cue_end = end
    if not frame or start >= last:
        return None
    end = clause_end(line, start, last, frame, _dependent(verb))
    return Content(frame, cue_end, start, end) if end > start else None


def _linked(verb: Verb, at: int) -> int:
    """Return where the word stands that this cue asks for, behind other things: "spoke at length | about"."""
    line = verb.line
    for i in range(at, min(at + 14, verb.last)):
        if line.quoted[i] or is_finite(line, i) or line.classes[i] & STOP:
            break
        if line.lower[i] == "that" and "clause" in verb.cue.frames and not line.is_(i + 1, STOP | COMMA):
            return i
        if line.lower[i] in verb.cue.frames and line.classes[i] & PREP and line.lower[i] not in ("to", "of", "for", "on", "in") and i + 1 < verb.last:
            return i
    return verb.last


def _dependent(verb: Verb) -> str:
    """Return whether the cue's clause hangs on another: "subordinate" ("while he said"), "participle", or nothing."""
    line = verb.line
    if verb.form == "participle":
        return "participle"
    for at in range(verb.start - 1, max(verb.first, verb.start - 8) - 1, -1):
        bits = line.classes[at]
        if bits & (COMMA | STOP | COLON) or line.quoted[at]:
            return ""
        if line.lower[at] in OPENERS and (at == verb.first or line.is_(at - 1, COMMA | DASH | CONJ)):
            return "subordinate"
    return ""


OPENERS = frozenset(("while", "as", "after", "before", "when", "since", "although", "though", "if", "because", "once", "even", "whereas"))


def _particles(verb: Verb, at: int) -> tuple[int, int]:
    """Pass "out" and "back" and the like: "pointed out", "fired back"."""
    line = verb.line
    end = verb.end
    while at < verb.last and line.lower[at] in ("out", "back", "again", "instead", "also", "up", "off") and not line.quoted[at]:
        at += 1
        end = at if line.lower[at - 1] in ("out", "back", "up", "off") else end
    return at, end


def _addressee(line: Line, at: int, last: int) -> int:
    """Pass the person told: "told reporters that", "asked him whether"."""
    if line.is_(at, OBJ | PRON):
        return at + 1
    end = phrase_end(line, at, last)
    if end is None or line.lower[at] in WH:
        return at
    chunk = chunk_end(line, at, last)
    if line.is_(at, NOUNISH | DET | POSS) and chunk is not None:
        return end
    return at


def _adverbial(line: Line, at: int, last: int, frames: frozenset[str]) -> int:
    """Pass time and place between a cue and its clause: "said Tuesday in an interview that"."""
    if "clause" not in frames and "quote" not in frames:
        return at
    start = at
    while at < last:
        bits = line.classes[at]
        if bits & TIME and not bits & (PREP | SUB) or bits & ADV and not bits & (SUB | NAME) and line.lower[at] not in ("not", "then"):
            at += 1
        elif bits & PREP and not bits & SUB and not line.lower[at] in frames and line.lower[at] not in ("to",) or line.lower[at] == "to" and not line.is_(at + 1, BASE):
            end = phrase_end(line, at + 1, last)
            if end is None or at > start and line.classes[at - 1] & TIME and False:
                break
            at = end
        elif bits & COMMA and at > start and (line.is_(at + 1, TIME) or line.lower[at + 1 : at + 2] == ["that"]):
            at += 1
        else:
            break
    return at


def _frame(verb: Verb, at: int, cue_end: int) -> tuple[str, int, int]:
    """Return the kind of complement that begins at ``at``, its first token, and the end of the cue; empty if none fits."""
    line, frames, low, bits = verb.line, verb.cue.frames, verb.line.lower[at], verb.line.classes[at]
    if bits & (COLON | COMMA) and at + 1 < verb.last and (bits & COLON or line.classes[at + 1] & OPEN) and ("quote" in frames or "clause" in frames):
        return "quote", at + 1, cue_end
    if bits & OPEN:
        for frame in ("quote", "clause", "np"):
            if frame in frames:
                return ("quote" if frame != "np" else "np"), at, cue_end
        return "", at, cue_end
    if low == "that" and "clause" in frames:
        return "clause", at, cue_end
    if low in WH and "clause" in frames:
        return "clause", at, cue_end
    if low == "to" and line.is_(at + 1, BASE | ADV | AUX) and ("to" in frames):
        return "to", at, cue_end
    if low in frames and bits & PREP and low != "to":
        return low, at + 1, at + 1
    if low == "to" and "to" in frames and not line.is_(at + 1, BASE):
        return "prep-to", at + 1, at + 1
    if bits & ING and ("ing" in frames or "clause" in frames and verb.cue.lemma in ("suggest", "recall", "report", "recommend", "propose", "deny")):
        return "ing", at, cue_end
    if "clause" in frames and at > verb.at and _bare_clause(line, at, verb.last):
        return "clause", at, cue_end
    if low == "as" and "np-as" in frames and at == verb.end and line.is_(verb.at - 1, NOUNISH | PRON | AUX | ADV):
        return "gap", at, cue_end
    if bits & (AUX | VERB | PAST) and "postposed" in frames and at == verb.end and line.is_(verb.start - 1, NOUNISH | PRON):
        return "gap", at, cue_end
    if bits & (DET | POSS | OBJ | NOUNISH | PRON | PAST | ING | ADV) and not bits & (STOP | COMMA | SUB & ~REL):
        return _object(verb, at, cue_end)
    return "", at, cue_end


def _bare_clause(line: Line, at: int, last: int) -> bool:
    """Tell whether a clause with its own subject and verb begins here: "the plan was dead"."""
    if not line.classes[at] & (DET | POSS | PRON | NOUNISH | OBJ | ING | PAST | OPEN | SUB | PREP | AUX | ADV) or line.classes[at] & OBJ and not line.classes[at] & PRON:
        return False
    if line.classes[at] & PRON and line.lower[at] not in ("him", "her", "them", "me", "us"):
        return True
    if line.classes[at] & AUX and "'" in line.lower[at] or line.lower[at] == "there" and line.is_(at + 1, AUX):
        return True
    for i in range(at + 1, last):
        bits = line.classes[i]
        if is_finite(line, i) and not bits & ING:
            return True
        if bits & (STOP | COLON | REL) or bits & COMMA and i - at > 12:
            return False
    return False


def _object(verb: Verb, at: int, cue_end: int) -> tuple[str, int, int]:
    """Return the frame of an object, if this cue takes one here (with the word it asks for: "accused Lee of")."""
    line, frames = verb.line, verb.cue.frames
    if "np" in frames:
        return "np", at, cue_end
    end = clause_end(line, at, verb.last)
    for frame in frames:
        if frame.startswith("np-"):
            word = frame[3:]
            if word in line.lower[at:end]:
                return frame, at, cue_end
    return "", at, cue_end


def clause_end(line: Line, start: int, last: int, frame: str = "", dependent: str = "") -> int:
    """Return where the content that begins at ``start`` ends, at most at the sentence's end."""
    at = start
    if line.classes[start] & OPEN:
        close = next((e for s, e in line.quotes if s == start), None)
        if close is not None:
            if close >= last or line.classes[close] & (STOP | COMMA) or line.classes[close - 2] & (STOP | COMMA):
                return min(close, last) if close < last else close
            at = close
    while at < last:
        if not line.quoted[at] and at > start and _ends(line, at, last, frame, dependent):
            return at
        at += 1
    end = last
    while end > start and line.classes[end - 1] & STOP and not line.quoted[end - 1]:
        end -= 1
    return end


def _ends(line: Line, at: int, last: int, frame: str, dependent: str) -> bool:
    """Tell whether a content ends before token ``at``: a contrast, another verb of the same subject, another speaker."""
    bits = line.classes[at]
    if line.words[at] == ";":
        return True
    if frame == "relative" and at > 0 and is_finite(line, at) and line.is_(at - 1, NOUNISH) and bits & (VERB | AUX) and not line.is_(at - 1, PRON | REL):
        return True
    if not bits & (COMMA | DASH | CONJ) or at + 1 >= last:
        return False
    low, after = line.lower[at + 1], line.classes[at + 1]
    if bits & (COMMA | DASH):
        if low in CONTRAST or low == "according" or _adds(line, at + 1):
            return True
        if dependent == "subordinate" and bits & COMMA and after & (PRON | DET | POSS | NOUNISH) and _clause_follows(line, at + 1, last):
            return True
        if bits & COMMA and not after & CONJ:
            return frame == "relative"
        return bool(after & CONJ) and _coordinated(line, at + 2, last, frame, dependent)
    return _coordinated(line, at + 1, last, frame, dependent)


def _clause_follows(line: Line, at: int, last: int) -> bool:
    """Tell whether a subject and its verb stand at ``at``."""
    end = phrase_end(line, at, last)
    return end is not None and (end < last and (is_finite(line, end) or line.is_(end, ADV) and is_finite(line, min(end + 1, last - 1))) or line.is_(end, COMMA))


def _adds(line: Line, at: int) -> bool:
    """Tell whether ", saying" or the like begins at ``at``."""
    while at < len(line) and line.classes[at] & ADV and not line.classes[at] & (PREP | NOUN):
        at += 1
    if at >= len(line) or line.quoted[at] or not line.classes[at] & ING or line.lower[at] not in cue_forms():
        return False
    cue = cue_forms()[line.lower[at]][0]
    return cue.speech and ("clause" in cue.frames or line.lower[at] in _ADDING)


def _coordinated(line: Line, at: int, last: int, frame: str, dependent: str) -> bool:
    """Tell whether a second verb of the same subject begins at ``at``: "criticized the plan and | said"."""
    while at < last and line.classes[at] & ADV and not line.classes[at] & (PREP | NOUN):
        at += 1
    if at >= last or line.quoted[at] or line.lower[at] not in cue_forms():
        return False
    cue, bits = cue_forms()[line.lower[at]]
    if dependent == "participle" and bits & ING:
        return cue.speech
    if not bits & (PAST | VERB) or cue.noun and bits & VERB:
        return False
    return frame != "clause" or cue.speech


_ADDING = frozenset(("citing", "calling", "accusing", "describing", "referring"))


def content_before(line: Line, end: int, first: int) -> tuple[int, int] | None:
    """Return what stands before a source that follows it: "The plan is dead, | Lee said"."""
    while end > first and line.classes[end - 1] & (COMMA | DASH):
        end -= 1
    if end <= 0:
        return None
    if end <= first:
        first = next((line.bounds(s)[0] for s, e in line.quotes if s < end <= e), end)
    start = first
    if line.classes[end - 1] & CLOSE or line.quoted[end - 1]:
        quote = next(((s, e) for s, e in line.quotes if s < end <= e), None)
        if quote:
            start = min(quote[0], first) if quote[0] < first else first
            if quote[0] < first and not line.quoted[first]:
                start = quote[0]
    if start >= first:
        start = first
        while start < end - 1 and line.lower[start] in ("but", "and", "still", "however") or line.classes[start] & COMMA:
            start += 1
    return (start, end) if end > start else None
