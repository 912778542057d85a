"""What follows a cue: the clause, the object or the quotation, if it is something that the cue takes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, get_args

from analysis.sourcing.extraction.adjuncts import after_addressee, after_adverbial, after_particle, asked_word
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import clause_end
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import saying_nouns
from analysis.sourcing.grammar.patterns import Place, Row, decide
from analysis.sourcing.grammar.quotations import is_title
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, is_finite
from analysis.sourcing.grammar.verbs import UNREAD, Verb, is_stray

Preposition = Literal["about", "against", "at", "by", "for", "in", "of", "on", "over", "with"]
ObjectWith = Literal["np-as", "np-for", "np-from", "np-of", "np-to"]
Frame = Literal["quote", "clause", "ing", "to", "prep-to", "np", "gap"] | Preposition | ObjectWith
"""The kind of a complement: what the column "frames" of `cues.csv` asks for ("prep-to" is the "to" of "pointed to the
costs"), and "gap", where what is said stands before its source and goes on behind the cue.
"""
Clause = Literal["", "subordinate", "participle"]

QUESTION, OPENER, WITHIN = group("question"), group("clause opener"), group("within what is said")
NO_SUBJECT = c.CONJ | c.SUB | c.REL | c.PREP | c.ING | c.PAST | c.AUX | c.ADV
CLAUSE_BORDER = c.STOP | c.COLON | c.REL | c.DASH
CONTRACTED = frozenset(("it's", "it'll", "that's", "there's", "what's", "who's"))
"""The words in which subject and verb are one."""
FAR, BRIEF = 12, 4
NEAR = 8
PREPOSITIONS: dict[str, Preposition] = {word: word for word in get_args(Preposition)}
OBJECTS_WITH: tuple[ObjectWith, ...] = get_args(ObjectWith)


class Beginning(NamedTuple):
    """Where a complement begins: its frame, where the cue's own words end, and its first token.

    ``speech`` tells that a noun of speech is the object: "made a claim that".
    """

    frame: Frame
    cue_end: int
    start: int
    speech: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """What follows a cue: the kind of complement, where the cue's words end, and the content's tokens.

    ``speech`` tells that a noun of speech is the object: "made a claim that".
    """

    frame: Frame
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
    found = _beginning(verb)
    if found is None:
        return None
    end = clause_end(verb.tokens, found.start, verb.last, found.frame, clause_of(verb))
    return Content(found.frame, found.cue_end, found.start, end, found.speech) if end > found.start else None


def _beginning(verb: Verb) -> Beginning | None:
    """Return the first complement that begins at one of the places where one may; None where none does."""
    begin = cue_end = after_particle(verb)
    if "tell" in verb.cue.frames and verb.form != "passive":
        begin = after_addressee(verb.tokens, begin, verb.last)
    for at in _places(verb, begin):
        if at < verb.last and (found := _complement(verb, at, cue_end)):
            return found
    return None


def _places(verb: Verb, at: int) -> Iterator[int]:
    """Yield where the complement may begin: behind time and place, at once, at a word asked for."""
    passed = after_adverbial(verb, at)
    if passed > at and not _is_relative(verb.tokens, passed):
        yield passed
    if passed > at and _goes_on_behind_comma(verb, passed):
        yield passed + 1
    yield at
    yield asked_word(verb, at)


def _is_relative(tokens: Tokens, at: int) -> bool:
    """Tell whether a clause begins that only tells about the noun before: "said in a letter | which failed"."""
    return tokens.word(at) in ("who", "which", "whose") and tokens.is_(at - 1, c.NOUNISH)


def _goes_on_behind_comma(verb: Verb, at: int) -> bool:
    """Tell whether a clause follows the comma behind time and place: "said in a letter, | the plan was dead"."""
    tokens = verb.tokens
    apart = "clause" in verb.cue.frames and tokens.is_(at, c.COMMA) and not tokens.is_(at + 1, NO_SUBJECT)
    return apart and begins_clause(tokens, at + 1, verb.last)


def clause_of(verb: Verb) -> Clause:
    """Return "subordinate" where the cue's clause hangs on another ("while he said"), "participle", or nothing."""
    tokens = verb.tokens
    if verb.form == "participle":
        return "participle"
    for at in range(verb.start - 1, max(verb.first, verb.start - NEAR) - 1, -1):
        if tokens.classes[at] & (c.COMMA | c.STOP | c.COLON):
            break
        if tokens.lower[at] in OPENER and (at == verb.first or tokens.is_(at - 1, c.COMMA | c.DASH | c.CONJ)):
            return "subordinate"
    return ""


def _complement(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """Return the complement that begins at ``at``; None where this cue takes none such."""
    tokens = verb.tokens
    if is_stray(tokens, at) or tokens.lower[at : at + 3] == ["not", "to", "be"]:  # "showed up", "asked not to be named"
        return None
    for read in _readers(verb.cue.frames):
        if found := read(verb, at, cue_end):
            return found
    return None


def _behind_mark(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`said: | it was dead`; `said, | “It is dead.”`"""
    tokens = verb.tokens
    follows = tokens.is_(at, c.COLON) or (tokens.is_(at, c.COMMA) and tokens.is_(at + 1, c.OPEN))
    return Beginning("quote", cue_end, at + 1) if follows else None


def _quotation(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`said | “it is dead”`; but not `read | “War and Peace at Home”`."""
    quoted = verb.tokens.is_(at, c.OPEN) and not _is_titled(verb, at)
    return Beginning("quote", cue_end, at) if quoted else None


def _is_titled(verb: Verb, at: int) -> bool:
    """Tell whether a title begins at ``at``, and no words of the source: "read “War and Peace”"."""
    start, end = verb.tokens.quote_of.get(at, (at, at))
    return "clause" not in verb.cue.frames and end - start > BRIEF and is_title(verb.tokens, start, end)


def _quoted_object(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`praised | “War and Peace”`"""
    return Beginning("np", cue_end, at) if verb.tokens.is_(at, c.OPEN) else None


def _that_clause(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`said | that it was dead`"""
    return Beginning("clause", cue_end, at) if verb.tokens.word(at) == "that" else None


def _question(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`asked | whether it was dead`; `described | how it died`; a stance takes none as its object."""
    asks = verb.tokens.word(at) in QUESTION and (verb.cue.speech or "clause" in verb.cue.frames)
    return Beginning("clause", cue_end, at) if asks else None


def _infinitive(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`promised | to leave`"""
    leads = verb.tokens.is_(at, c.TO) and verb.tokens.is_(at + 1, c.BASE | c.ADV | c.AUX)
    return Beginning("to", cue_end, at) if leads else None


def _told_to(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`asked the choir | to yodel`: a word that no list has is most likely what somebody is told to do."""
    tokens = verb.tokens
    return Beginning("to", cue_end, at) if tokens.is_(at, c.TO) and tokens.classes[at + 1] == c.NOUN else None


def _to_somebody(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`pointed to | the costs`"""
    return Beginning("prep-to", at + 1, at + 1) if verb.tokens.is_(at, c.TO) else None


def _prepositional(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`spoke about | the plan`; `spoke angrily about | the plan`"""
    at = after_adverbs(verb.tokens, at, verb.last)
    word = verb.tokens.lower[at]
    return Beginning(PREPOSITIONS[word], at + 1, at + 1) if word in PREPOSITIONS and word in verb.cue.frames else None


def _in_ing(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`suggested | waiting`"""
    doing = verb.tokens.is_(at, c.ING) or verb.tokens.word(at) in ("being", "having")
    return Beginning("ing", cue_end, at) if doing else None


def _bare_clause(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`said | it was dead`; `said | between 10 and 20 homes were lost`"""
    within = "postposed" in verb.cue.frames and verb.tokens.lower[at] in WITHIN
    return Beginning("clause", cue_end, at) if begins_clause(verb.tokens, at + within, verb.last) else None


def _gap_before_as(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`the plan that Lee described | as dead`"""
    return Beginning("gap", cue_end, at) if at == verb.end and verb.tokens.lower[at] == "as" else None


def _gap_before_verb(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`a plan that Lee said | was dead`"""
    tokens = verb.tokens
    goes_on = at == verb.end and tokens.is_(at, c.AUX | c.VERB | c.PAST)
    return Beginning("gap", cue_end, at) if goes_on and tokens.is_(verb.start - 1, c.NOUNISH | c.PRON) else None


def _of_saying(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`raised with him concerns about | the plan`: what follows a noun of saying that is the verb's object."""
    tokens = verb.tokens
    if tokens.word(at) in ("with", "to") and tokens.is_(at + 1, c.OBJ):
        at += 2
    for i in range(at, min(at + NEAR - 2, verb.last - 2)):
        if tokens.classes[i] & (c.PREP | c.COMMA | c.STOP | c.COLON | c.REL) or tokens.quoted[i]:
            break
        frames, speech = saying_nouns().get(tokens.lower[i], (frozenset(), False))
        if tokens.lower[i + 1] in frames:
            return _behind_noun(tokens.lower[i + 1], i + 1, speech=speech)
    return None


def _behind_noun(word: str, at: int, *, speech: bool) -> Beginning:
    """Return what follows a noun of saying: "a claim | that", "a call | to", "concerns about | the plan"."""
    start = at if word in ("that", "to") else at + 1
    return Beginning("clause" if word == "that" else "np", start, start, speech)


OBJECTS: tuple[Row[bool], ...] = (
    Row(False, "Lee met |Tuesday| with Garcia.", (Place(0, c.TIME, none=c.DET),)),
    Row(True, "Lee rejected |that| plan.", (Place(0, words=frozenset(("that",))),)),
    Row(False, "Lee agreed |because| it failed.", (Place(0, c.STOP | c.COMMA | c.SUB),)),
    Row(
        True,
        "Lee rejected |the| plan.",
        (Place(0, c.DET | c.POSS | c.OBJ | c.NOUNISH | c.PRON | c.PAST | c.ING | c.ADV),),
    ),
)
"""Whether an object of the cue may begin with a word."""


def _object(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`rejected | the plan`"""
    return Beginning("np", cue_end, at) if decide(OBJECTS, verb.tokens, at, default=False) else None


def _object_with(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`accused | Lee of fraud`: an object that a certain word must follow."""
    words = verb.tokens.lower[at : clause_end(verb.tokens, at, verb.last)]
    frame = next((f for f in OBJECTS_WITH if f in verb.cue.frames and f.removeprefix("np-") in words), None)
    return Beginning(frame, cue_end, at) if frame and _object(verb, at, cue_end) else None


CLAUSES: tuple[Row[Literal["yes", "no", "verb"]], ...] = (
    Row("yes", "Lee said |he| left.", (Place(0, c.PRON),)),
    Row("yes", "Lee said |it's| dead.", (Place(0, words=CONTRACTED),)),
    Row("no", "Lee told |him| so.", (Place(0, c.OBJ, none=c.POSS),)),
    Row(
        "verb",
        "Lee said |the| plan was dead.",
        (Place(0, c.DET | c.POSS | c.NOUNISH | c.ING | c.PAST | c.SUB | c.AUX | c.ADV),),
    ),
)
"""Whether a clause begins with a word, or does so if a finite verb follows."""


def begins_clause(tokens: Tokens, at: int, last: int) -> bool:
    """Tell whether a clause with its own subject and verb begins at ``at``: "the plan was dead"."""
    begins = decide(CLAUSES, tokens, at, default="no")
    return begins == "yes" or (begins == "verb" and _has_verb(tokens, at, last))


def _has_verb(tokens: Tokens, at: int, last: int) -> bool:
    """Tell whether a finite verb follows the word at ``at`` in its clause."""
    for i in range(at + 1, last):
        if is_finite(tokens, i) and not tokens.classes[i] & c.ING:
            return True
        if tokens.is_(i, CLAUSE_BORDER) or (i - at > FAR and tokens.is_(i, c.COMMA)):
            break
    return False


Reader = Callable[[Verb, int, int], Beginning | None]
"""Looks at a verb, at the place where its complement may begin and at the end of the cue's own words."""

# What one word or mark tells stands first; an object, which may begin with nearly any word, last.
READERS: dict[Reader, tuple[str, ...]] = {
    _behind_mark: ("quote", "clause"),
    _quotation: ("quote", "clause"),
    _quoted_object: ("np",),
    _that_clause: ("clause", "that"),
    _question: ("clause", "np"),
    _infinitive: ("to",),
    _told_to: ("told",),
    _to_somebody: ("to",),
    _prepositional: get_args(Preposition),
    _in_ing: ("ing",),
    _bare_clause: ("clause",),
    _gap_before_as: ("np-as",),
    _gap_before_verb: ("postposed",),
    _of_saying: ("noun",),
    _object: ("np",),
    _object_with: OBJECTS_WITH,
}
"""The readers of complements, one for each construction, with the frames of which the cue must have one."""


@cache
def _readers(frames: frozenset[str]) -> tuple[Reader, ...]:
    """Return the readers for a cue with these frames, in the table's order."""
    return tuple(read for read, wanted in READERS.items() if not frames.isdisjoint(wanted))
