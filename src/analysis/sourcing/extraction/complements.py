"""What follows a cue: the clause, the object or the quotation, if it is something that the cue takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis.sourcing.extraction.adjuncts import after_addressee, after_adverbial, after_particle, asked_word
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import clause_end
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import saying_nouns
from analysis.sourcing.grammar.quotations import is_title
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, is_finite
from analysis.sourcing.grammar.verbs import UNREAD, Verb, is_stray

QUESTION, OPENER, OBJECTS = group("question"), group("clause opener"), group("object form")
WITHIN = group("within what is said")
NO_SUBJECT = c.CONJ | c.SUB | c.REL | c.PREP | c.ING | c.PAST | c.AUX | c.ADV
FAR, BRIEF = 12, 4
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
    begin = cue_end = after_particle(verb)
    if "tell" in verb.cue.frames and verb.form != "passive":
        begin = after_addressee(verb.tokens, begin, verb.last)
    for at in _places(verb, begin):
        relative = (
            at > begin and verb.tokens.word(at) in ("who", "which", "whose") and verb.tokens.is_(at - 1, c.NOUNISH)
        )
        content = _complement(verb, at, cue_end) if at < verb.last and not relative else None
        if content and content.start < verb.last:
            content.end = clause_end(verb.tokens, content.start, verb.last, content.frame, clause_of(verb))
            return content if content.end > content.start else None
    return None


def _places(verb: Verb, at: int) -> Iterator[int]:
    """Yield where the complement may begin: behind time and place, behind their comma, at once, at a word asked for."""
    passed = after_adverbial(verb, at)
    yield passed
    if _ends_at_comma(verb, at, passed):
        yield passed + 1
    if at != passed:
        yield at
    yield asked_word(verb, at)


def _ends_at_comma(verb: Verb, at: int, end: int) -> bool:
    """Tell whether a clause follows the comma behind time and place: "said in a letter, | the plan was dead"."""
    tokens = verb.tokens
    parted = at < end < verb.last - 1 and tokens.is_(end, c.COMMA) and "clause" in verb.cue.frames
    return parted and not tokens.is_(end + 1, NO_SUBJECT) and _begins_clause(tokens, end + 1, verb.last)


def clause_of(verb: Verb) -> str:
    """Return "subordinate" where the cue's clause hangs on another ("while he said"), "participle", or nothing."""
    tokens = verb.tokens
    if verb.form == "participle":
        return "participle"
    for at in range(verb.start - 1, max(verb.first, verb.start - NEAR) - 1, -1):
        if tokens.classes[at] & (c.COMMA | c.STOP | c.COLON) or tokens.quoted[at]:
            break
        if tokens.lower[at] in OPENER and (at == verb.first or tokens.is_(at - 1, c.COMMA | c.DASH | c.CONJ)):
            return "subordinate"
    return ""


def _complement(verb: Verb, at: int, cue_end: int) -> Content | None:
    """Return the complement that begins at ``at``, without its end; None where this cue takes none such."""
    tokens, frames, low, bits = verb.tokens, verb.cue.frames, verb.tokens.lower[at], verb.tokens.classes[at]
    if is_stray(tokens, at) or (low == "not" and tokens.lower[at + 1 : at + 3] == ["to", "be"]):
        return None
    speaks = "quote" in frames or "clause" in frames
    if bits & c.COLON or (bits & c.COMMA and tokens.is_(at + 1, c.OPEN)):
        return Content("quote", cue_end, at + 1, 0) if speaks and at + 1 < verb.last else None
    if bits & c.OPEN:
        speaks = speaks and not _is_titled(verb, at)
        return Content("quote" if speaks else "np", cue_end, at, 0) if speaks or "np" in frames else None
    if _begins_said(verb, low):
        return Content("clause", cue_end, at, 0)
    if low == "to" and "to" in frames:
        infinitive = tokens.is_(at + 1, c.BASE | c.ADV | c.AUX) or _is_told_to(verb, at + 1)
        return Content("to", cue_end, at, 0) if infinitive else Content("prep-to", at + 1, at + 1, 0)
    if low in frames and bits & c.PREP and low != "to":
        return Content(low, at + 1, at + 1, 0)
    far = after_adverbs(tokens, at, verb.last - 1) if bits & c.ADV else at
    if far > at and tokens.lower[far] in frames and tokens.classes[far] & c.PREP and tokens.lower[far] != "to":
        return Content(tokens.lower[far], far + 1, far + 1, 0)
    return _clause(verb, at, cue_end) or _gap(verb, at, cue_end) or _of_saying(verb, at) or _object(verb, at, cue_end)


def _begins_said(verb: Verb, word: str) -> bool:
    """Tell whether a clause that begins with a word may follow: "said | that", "described | how"."""
    frames = verb.cue.frames
    if word == "that":
        return not frames.isdisjoint(("clause", "that"))
    return word in QUESTION and ("clause" in frames or (verb.cue.speech and "np" in frames))


def _is_told_to(verb: Verb, at: int) -> bool:
    """`asked the choir to | sing`: tell whether a word that no list has is most likely what somebody is told to do."""
    tokens = verb.tokens
    return "told" in verb.cue.frames and tokens.classes[at] == c.NOUN and not tokens.lower[at].endswith("s")


def _is_titled(verb: Verb, at: int) -> bool:
    """Tell whether a title begins at ``at``, and no words of the source: "read “War and Peace”"."""
    quote = verb.tokens.quote_of.get(at)
    return (
        "clause" not in verb.cue.frames
        and quote is not None
        and is_title(verb.tokens, *quote)
        and quote[1] - at > BRIEF
    )


def _gap(verb: Verb, at: int, cue_end: int) -> Content | None:
    """Return what follows where the content's beginning stands before: "a plan that Lee said | was dead"."""
    tokens, frames = verb.tokens, verb.cue.frames
    if at != verb.end:
        return None
    viewed = (
        tokens.lower[at] == "as" and "np-as" in frames and tokens.is_(verb.at - 1, c.NOUNISH | c.PRON | c.AUX | c.ADV)
    )
    said = (
        tokens.classes[at] & (c.AUX | c.VERB | c.PAST)
        and "postposed" in frames
        and tokens.is_(verb.start - 1, c.NOUNISH | c.PRON)
    )
    return Content("gap", cue_end, at, 0) if viewed or said else None


def _clause(verb: Verb, at: int, cue_end: int) -> Content | None:
    """Return a clause with no word before it ("said it was dead"), or one in -ing ("suggested waiting")."""
    tokens, frames = verb.tokens, verb.cue.frames
    if "ing" in frames and (tokens.classes[at] & c.ING or tokens.lower[at] in ("being", "having")):
        return Content("ing", cue_end, at, 0)
    inner = tokens.lower[at] in WITHIN and "postposed" in frames  # "said | between 10 and 20 homes were lost"
    if "clause" in frames and _begins_clause(tokens, at + inner, verb.last):
        return Content("clause", cue_end, at, 0)
    return None


def _of_saying(verb: Verb, at: int) -> Content | None:
    """Return what follows a noun of saying that is the verb's object: "raised with him concerns about | it"."""
    tokens, nouns = verb.tokens, saying_nouns()
    if "noun" not in verb.cue.frames:
        return None
    if tokens.word(at) in ("with", "to") and tokens.is_(at + 1, c.OBJ):
        at += 2
    for i in range(at, min(at + NEAR - 2, verb.last - 2)):
        if tokens.classes[i] & (c.PREP | c.COMMA | c.STOP | c.REL) or tokens.quoted[i]:
            break
        follows = tokens.lower[i + 1]
        frames, speech = nouns.get(tokens.lower[i], (frozenset(), False))
        if follows in frames:
            start = i + 1 if follows in ("that", "to") else i + 2
            return Content("clause" if follows == "that" else "np", start, start, 0, speech)
    return None


def _object(verb: Verb, at: int, cue_end: int) -> Content | None:
    bits = verb.tokens.classes[at]
    if bits & c.TIME and not bits & c.DET:
        return None
    if verb.tokens.lower[at] == "that":
        bits = c.DET
    if not bits & (c.DET | c.POSS | c.OBJ | c.NOUNISH | c.PRON | c.PAST | c.ING | c.ADV) or bits & (
        c.STOP | c.COMMA | c.SUB & ~c.REL
    ):
        return None
    frame = _object_frame(verb, at)
    return Content(frame, cue_end, at, 0) if frame else None


def _begins_clause(tokens: Tokens, at: int, last: int) -> bool:
    """Tell whether a clause with its own subject and verb begins at ``at``: "the plan was dead"."""
    bits, low = tokens.classes[at], tokens.lower[at]
    if (
        (bits & c.PRON and low not in OBJECTS)
        or (bits & c.AUX and "'" in low)
        or (low == "there" and tokens.is_(at + 1, c.AUX))
    ):
        return True
    if (bits & c.OBJ and not bits & c.POSS) or not bits & (
        c.DET | c.POSS | c.NOUNISH | c.ING | c.PAST | c.SUB | c.AUX | c.ADV
    ):
        return False
    for i in range(at + 1, last):
        if is_finite(tokens, i) and not tokens.classes[i] & c.ING:
            return True
        if tokens.classes[i] & (c.STOP | c.COLON | c.REL | c.DASH) or (tokens.classes[i] & c.COMMA and i - at > FAR):
            break
    return False


def _object_frame(verb: Verb, at: int) -> str:
    """Return "np" or "np-of" and the like if this cue takes an object here (with "of" in it: "accused Lee of")."""
    frames = verb.cue.frames
    if "np" in frames:
        return "np"
    wanted = _objects(frames)
    words = verb.tokens.lower[at : clause_end(verb.tokens, at, verb.last)] if wanted else []
    return next((f for f in wanted if f[3:] in words), "")


@cache
def _objects(frames: frozenset[str]) -> tuple[str, ...]:
    """Return the frames of an object with a certain word in it: "np-of"."""
    return tuple(sorted(frame for frame in frames if frame.startswith("np-")))
