"""What follows a cue: the clause, the object or the quotation, if it is something that the cue takes."""

from dataclasses import dataclass

from analysis.sourcing import classes as c
from analysis.sourcing.clauses import clause_end
from analysis.sourcing.cues import saying_nouns
from analysis.sourcing.grammar import group
from analysis.sourcing.phrases import chunk_end, phrase_end
from analysis.sourcing.quotes import is_title
from analysis.sourcing.tokens import Line
from analysis.sourcing.verbforms import is_finite
from analysis.sourcing.verbs import UNREAD, Verb

QUESTION, OPENER, PARTICLE, OBJECTS = group("question"), group("clause opener"), group("particle"), group("object form")
MEANS = group("means")
FAR, BRIEF = 14, 4
NEAR = 8


@dataclass(slots=True)
class Content:
    """What follows a cue: the kind of complement, where the cue's words end, and the content's tokens.

    ``speech`` tells that a noun of speech is the object: "made a claim that".
    """

    frame: str
    cue_end: int
    start: int
    end: int
    speech: bool = False


def content_after(verb: Verb) -> Content | None:
    """Return what follows the cue, if it is something that this cue may take; found out once for each verb."""
    if verb.content is UNREAD:
        verb.content = _content_after(verb)
    return verb.content if isinstance(verb.content, Content) else None


def _content_after(verb: Verb) -> Content | None:
    begin = cue_end = _after_particle(verb)
    if "tell" in verb.cue.frames and verb.form != "passive":
        begin = after_addressee(verb.line, begin, verb.last)
    for look in (_after_adverbial, _here, _asked_word):
        at = look(verb, begin)
        relative = at > begin and verb.line.word(at) in ("who", "which", "whose") and verb.line.is_(at - 1, c.NOUNISH)
        content = _complement(verb, at, cue_end) if at < verb.last and not relative else None
        if content and content.start < verb.last:
            content.end = clause_end(verb.line, content.start, verb.last, content.frame, clause_of(verb))
            return content if content.end > content.start else None
    return None


def _here(verb: Verb, at: int) -> int:
    return at


def clause_of(verb: Verb) -> str:
    """Return "subordinate" where the cue's clause hangs on another ("while he said"), "participle", or nothing."""
    line = verb.line
    if verb.form == "participle":
        return "participle"
    for at in range(verb.start - 1, max(verb.first, verb.start - NEAR) - 1, -1):
        if line.classes[at] & (c.COMMA | c.STOP | c.COLON) or line.quoted[at]:
            break
        if line.lower[at] in OPENER and (at == verb.first or line.is_(at - 1, c.COMMA | c.DASH | c.CONJ)):
            return "subordinate"
    return ""


def _after_particle(verb: Verb) -> int:
    """Return the end of the cue with its particle: "pointed out", "fired back"."""
    end = verb.end
    while end < verb.last and verb.line.lower[end] in PARTICLE and not verb.line.quoted[end]:
        end += 1
    return end


def after_addressee(line: Line, at: int, last: int) -> int:
    """Pass the person told: "told reporters | that", "asked him | whether"."""
    if line.is_(at, c.OBJ | c.PRON) and not (line.is_(at, c.POSS) and line.is_(at + 1, c.NOUNISH)):
        return at + 1
    if line.word(at) in QUESTION or not line.is_(at, c.NOUNISH | c.DET | c.POSS) or chunk_end(line, at, last) is None:
        return at
    return phrase_end(line, at, last) or at


def _after_adverbial(verb: Verb, at: int) -> int:
    """Pass time and place between a cue and its clause: "said Tuesday in an interview | that"."""
    line, last = verb.line, verb.last
    if verb.cue.frames.isdisjoint(("clause", "quote")):
        return _after_hearers(verb, at)
    start = at
    while at < last:
        bits, low = line.classes[at], line.lower[at]
        if bits & c.TIME and bits & c.DET and not line.is_(at + 1, c.TIME):
            break
        if (bits & c.TIME and not bits & (c.PREP | c.SUB)) or (
            bits & c.ADV and not bits & (c.SUB | c.NAME) and low not in ("not", "then")
        ):
            at += 1
        elif (
            bits & c.PREP
            and not bits & c.SUB
            and low not in verb.cue.frames
            and not (low == "to" and line.is_(at + 1, c.BASE))
        ):
            end = phrase_end(line, at + 1, last)
            if end is None:
                break
            at = end
        elif bits & c.COMMA and at > start and (line.is_(at + 1, c.TIME) or line.word(at + 1) == "that"):
            at += 1
        else:
            break
    return at


def _after_hearers(verb: Verb, at: int) -> int:
    """Pass to whom, how and when a thing is said before its object: "outlined to colleagues on Friday | the plan"."""
    line, first = verb.line, at
    if not verb.cue.speech or "np" not in verb.cue.frames:
        return at
    if line.word(at) == "by" and line.word(at + 1) in MEANS:
        return at + 2
    while line.word(at) in ("to", "on") and (line.word(at) == "to") == (at == first):
        end = phrase_end(line, at + 1, verb.last)
        if end is None or line.word(at) in verb.cue.frames or (at > first and not line.is_(at + 1, c.TIME)):
            break
        at = end
    return at


def _asked_word(verb: Verb, at: int) -> int:
    """Return where the word stands that the cue asks for, behind other things: "spoke at length | about"."""
    line, frames = verb.line, verb.cue.frames
    for i in range(at, min(at + FAR, verb.last - 1)):
        low = line.lower[i]
        if line.quoted[i] or line.classes[i] & (c.STOP | c.DASH) or is_finite(line, i):
            break
        if low == "that" and "clause" in frames and not line.is_(i + 1, c.STOP | c.COMMA):
            return i
        if low in frames and line.classes[i] & c.PREP and low not in ("to", "of", "for", "on", "in"):
            return i
    return verb.last


def _complement(verb: Verb, at: int, cue_end: int) -> Content | None:
    """Return the complement that begins at ``at``, without its end; None where this cue takes none such."""
    line, frames, low, bits = verb.line, verb.cue.frames, verb.line.lower[at], verb.line.classes[at]
    if line.lower[at : at + 3] == ["not", "to", "be"]:
        return None
    speaks = "quote" in frames or "clause" in frames
    if bits & c.COLON or (bits & c.COMMA and line.is_(at + 1, c.OPEN)):
        return Content("quote", cue_end, at + 1, 0) if speaks and at + 1 < verb.last else None
    if bits & c.OPEN:
        speaks = speaks and not _is_titled(verb, at)
        return Content("quote" if speaks else "np", cue_end, at, 0) if speaks or "np" in frames else None
    if ("clause" in frames and low in QUESTION) or (low == "that" and not frames.isdisjoint(("clause", "that"))):
        return Content("clause", cue_end, at, 0)
    if low == "to" and "to" in frames:
        infinitive = line.is_(at + 1, c.BASE | c.ADV | c.AUX)
        return Content("to", cue_end, at, 0) if infinitive else Content("prep-to", at + 1, at + 1, 0)
    if low in frames and bits & c.PREP and low != "to":
        return Content(low, at + 1, at + 1, 0)
    return _clause(verb, at, cue_end) or _gap(verb, at, cue_end) or _of_saying(verb, at) or _object(verb, at, cue_end)


def _is_titled(verb: Verb, at: int) -> bool:
    """Tell whether a title begins at ``at``, and no words of the source: "read “War and Peace”"."""
    quote = verb.line.quote_of.get(at)
    return (
        "clause" not in verb.cue.frames and quote is not None and is_title(verb.line, *quote) and quote[1] - at > BRIEF
    )


def _gap(verb: Verb, at: int, cue_end: int) -> Content | None:
    """Return what follows where the content's beginning stands before: "a plan that Lee said | was dead"."""
    line, frames = verb.line, verb.cue.frames
    if at != verb.end:
        return None
    viewed = line.lower[at] == "as" and "np-as" in frames and line.is_(verb.at - 1, c.NOUNISH | c.PRON | c.AUX | c.ADV)
    said = (
        line.classes[at] & (c.AUX | c.VERB | c.PAST)
        and "postposed" in frames
        and line.is_(verb.start - 1, c.NOUNISH | c.PRON)
    )
    return Content("gap", cue_end, at, 0) if viewed or said else None


def _clause(verb: Verb, at: int, cue_end: int) -> Content | None:
    """Return a clause with no word before it ("said it was dead"), or one in -ing ("suggested waiting")."""
    line, frames = verb.line, verb.cue.frames
    if "ing" in frames and (line.classes[at] & c.ING or line.lower[at] in ("being", "having")):
        return Content("ing", cue_end, at, 0)
    if "clause" in frames and _begins_clause(line, at, verb.last):
        return Content("clause", cue_end, at, 0)
    return None


def _of_saying(verb: Verb, at: int) -> Content | None:
    """Return what follows a noun of saying that is the verb's object: "raised with him concerns about | it"."""
    line, nouns = verb.line, saying_nouns()
    if "noun" not in verb.cue.frames:
        return None
    if line.word(at) in ("with", "to") and line.is_(at + 1, c.OBJ):
        at += 2
    for i in range(at, min(at + NEAR - 2, verb.last - 2)):
        if line.classes[i] & (c.PREP | c.COMMA | c.STOP | c.REL) or line.quoted[i]:
            break
        follows = line.lower[i + 1]
        frames, speech = nouns.get(line.lower[i], (frozenset(), False))
        if follows in frames:
            start = i + 1 if follows in ("that", "to") else i + 2
            return Content("clause" if follows == "that" else "np", start, start, 0, speech)
    return None


def _object(verb: Verb, at: int, cue_end: int) -> Content | None:
    bits = verb.line.classes[at]
    if bits & c.TIME and not bits & c.DET:
        return None
    if verb.line.lower[at] == "that":
        bits = c.DET
    if not bits & (c.DET | c.POSS | c.OBJ | c.NOUNISH | c.PRON | c.PAST | c.ING | c.ADV) or bits & (
        c.STOP | c.COMMA | c.SUB & ~c.REL
    ):
        return None
    frame = _object_frame(verb, at)
    return Content(frame, cue_end, at, 0) if frame else None


def _begins_clause(line: Line, at: int, last: int) -> bool:
    """Tell whether a clause with its own subject and verb begins at ``at``: "the plan was dead"."""
    bits, low = line.classes[at], line.lower[at]
    if (
        (bits & c.PRON and low not in OBJECTS)
        or (bits & c.AUX and "'" in low)
        or (low == "there" and line.is_(at + 1, c.AUX))
    ):
        return True
    if (bits & c.OBJ and not bits & c.POSS) or not bits & (
        c.DET | c.POSS | c.NOUNISH | c.ING | c.PAST | c.SUB | c.PREP | c.AUX | c.ADV
    ):
        return False
    for i in range(at + 1, last):
        if is_finite(line, i) and not line.classes[i] & c.ING:
            return True
        if line.classes[i] & (c.STOP | c.COLON | c.REL | c.DASH) or (line.classes[i] & c.COMMA and i - at > FAR - 2):
            break
    return False


def _object_frame(verb: Verb, at: int) -> str:
    """Return "np" or "np-of" and the like if this cue takes an object here (with "of" in it: "accused Lee of")."""
    frames = verb.cue.frames
    if "np" in frames:
        return "np"
    wanted = sorted(f for f in frames if f.startswith("np-"))
    words = verb.line.lower[at : clause_end(verb.line, at, verb.last)] if wanted else []
    return next((f for f in wanted if f[3:] in words), "")
