"""How a complement begins: a test or reader for each construction, in one table with the frames that ask for it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal, NamedTuple, get_args

from analysis.sourcing.extraction.clause_starts import CLAUSE_BORDER, SUBJECT, begins_clause
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import clause_end
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import saying_nouns
from analysis.sourcing.grammar.patterns import ANYTHING, Row, Table, after, here
from analysis.sourcing.grammar.quotations import is_title
from analysis.sourcing.grammar.verb_groups import after_adverbs
from analysis.sourcing.grammar.verbs import Verb

Preposition = Literal["about", "against", "at", "by", "for", "in", "of", "on", "over", "with"]
ObjectWith = Literal["np-as", "np-at", "np-from", "np-to"]
Frame = Literal["", "quote", "clause", "ing", "to", "prep-to", "np", "gap"] | Preposition | ObjectWith
"""The kind of a complement: what the column "frames" of `cues.csv` asks for ("prep-to" is the "to" of "pointed to the
costs"), and "gap", where what is said stands before its source and goes on behind the cue.
"""

QUESTION, WITHIN = group("question"), group("within what is said")
OBJECT = c.POSS | c.OBJ | c.NOUNISH | c.PRON | c.PAST | c.ING | c.ADV
PHRASE_BORDER = c.PREP | c.COMMA | c.STOP | c.REL
NEAR, BRIEF = 6, 4
Is = Row[bool]
MARKED = Table(
    False,
    Is(True, "Lee said|:| it was dead.", (here(c.COLON),)),
    Is(True, "Lee said|,| “It is dead.”", (after(c.OPEN),)),
)
"""Where a mark leads to what is said."""
IN_ING = Table(
    False,
    Is(False, "Lee reported |citing| a memo.", (here(words={"citing", "quoting"}),)),
    Is(True, "Lee suggested |waiting|.", (here(c.ING),)),
    Is(True, "Lee denied |being| there.", (here(words={"being", "having"}),)),
)
"""With what an action begins that is an object."""
OBJECTS = Table(
    False,
    Is(False, "Lee rejected |citing| the cost.", (here(words={"citing", "quoting"}),)),
    Is(True, "Lee rejected |it|.", (here(OBJECT, c.TIME),)),
    Is(True, "Lee rejected |the| plan.", (here(c.DET),)),
    Is(True, "Lee rejected |that|.", (here(words={"that"}),)),
)
"""With what an object begins: not with "Tuesday"."""
HEARERS = Table(0, Row(2, "Lee raised |with| him concerns about it.", (here(c.PREP), after(c.OBJ))))
"""How many words before an object say to whom something is said."""
BEHIND_NOUN: dict[str, Frame] = {"that": "clause"}
"""The kind of what follows a noun of saying by the word that leads to it; of others it is an object's."""
PREPOSITIONS: dict[str, Preposition] = {word: word for word in get_args(Preposition)}


class Beginning(NamedTuple):
    """Where a complement begins: its frame, where the cue's own words end, and its first token.

    ``speech`` tells that a noun of speech is the object: "made a claim that".
    """

    frame: Frame
    cue_end: int
    start: int
    speech: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """A complement that is told by how it begins: its frame, the test, and how many words stand before it there.

    ``taken`` tells that these words belong to the cue: "spoke about | the plan"; ``of`` are the classes of which the
    first word has one.
    """

    frame: Frame
    begins: Callable[[Verb, int], bool]
    of: int = ANYTHING
    before: int = 0
    taken: bool = False

    def __call__(self, verb: Verb, at: int, cue_end: int) -> Beginning | None:
        """Return the complement if it begins at ``at``."""
        if not self.begins(verb, at):
            return None
        start = at + self.before
        return Beginning(self.frame, start if self.taken else cue_end, start)


def _behind_mark(verb: Verb, at: int) -> bool:
    """`said: | it was dead`; `said, | “It is dead.”`"""
    return MARKED.decide(verb.tokens, at)


def _quotation(verb: Verb, at: int) -> bool:
    """`said | “it is dead”`; but not `read | “War and Peace at Home”`."""
    return not _titled(verb, at)


def _titled(verb: Verb, at: int) -> bool:
    """Tell whether a title begins at ``at``, and no words of the source."""
    start, end = verb.tokens.quote_of.get(at, (at, at))
    return "clause" not in verb.cue.frames and end - start > BRIEF and is_title(verb.tokens, start, end)


def _quoted(verb: Verb, at: int) -> bool:
    """`praised | “War and Peace”`"""
    return True


def _that_clause(verb: Verb, at: int) -> bool:
    """`said | that it was dead`"""
    return verb.tokens.lower[at] == "that"


def _question(verb: Verb, at: int) -> bool:
    """`asked | whether it was dead`"""
    return verb.tokens.lower[at] in QUESTION.words


def _question_told(verb: Verb, at: int) -> bool:
    """`described | how it died`; a stance takes none as its object."""
    return verb.cue.speech and _question(verb, at)


def _infinitive(verb: Verb, at: int) -> bool:
    """`promised | to leave`"""
    return verb.tokens.is_(at + 1, c.BASE | c.ADV | c.AUX)


def _told_to(verb: Verb, at: int) -> bool:
    """`asked the choir | to yodel`: a word that no list has is most likely what somebody is told to do."""
    return verb.tokens.classes[at + 1] == c.NOUN


def _to(verb: Verb, at: int) -> bool:
    """`pointed to | the costs`"""
    return True


def _in_ing(verb: Verb, at: int) -> bool:
    """`suggested | waiting`; `denied | being there`"""
    return IN_ING.decide(verb.tokens, at)


def _bare_clause(verb: Verb, at: int) -> bool:
    """`said | it was dead`; `said | between 10 and 20 homes were lost`; not `feared the cost though it was low`."""
    border = CLAUSE_BORDER | (c.SUB if "np" in verb.cue.frames else 0)
    return begins_clause(verb.tokens, at + (verb.tokens.lower[at] in WITHIN.words), verb.last, border)


def _gap_before_as(verb: Verb, at: int) -> bool:
    """`the plan that Lee described | as dead`"""
    return verb.tokens.lower[at] == "as"


def _gap_before_verb(verb: Verb, at: int) -> bool:
    """`a plan that Lee said | was dead`"""
    return at == verb.end and verb.tokens.is_(verb.start - 1, c.NOUNISH | c.PRON)


def _object(verb: Verb, at: int) -> bool:
    """`rejected | the plan`; `rejected | that`; but not `rejected | Tuesday`."""
    return OBJECTS.decide(verb.tokens, at)


def _object_with(word: str, verb: Verb, at: int) -> bool:
    """`painted | Lee as a liar`: an object that a certain word follows."""
    return _object(verb, at) and word in verb.tokens.lower[at : clause_end(verb.tokens, at, verb.last)]


def _prepositional(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`spoke about | the plan`; `spoke angrily about | the plan`"""
    at = after_adverbs(verb.tokens, at, verb.last)
    frame = PREPOSITIONS.get(verb.tokens.lower[at])
    if frame is None or frame not in verb.cue.frames:
        return None
    return Beginning(frame, at + 1, at + 1)


def _of_saying(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """`raised with him concerns about | the plan`: what follows a noun of saying that is the verb's object."""
    tokens, nouns = verb.tokens, saying_nouns()
    at += HEARERS.decide(tokens, at)
    for noun in range(at, min(at + NEAR, verb.last - 2)):
        if tokens.is_(noun, PHRASE_BORDER):
            break
        frames, speech = nouns.get(tokens.lower[noun], (frozenset(), False))
        if tokens.lower[noun + 1] in frames:
            return _behind_noun(tokens.lower[noun + 1], noun + 1, speech=speech)
    return None


def _behind_noun(word: str, at: int, *, speech: bool) -> Beginning:
    """Return what follows a noun of saying: "a claim | that", "a call | to", "concerns about | the plan"."""
    start = at + (word not in ("that", "to"))
    return Beginning(BEHIND_NOUN.get(word, "np"), start, start, speech)


Reader = Callable[[Verb, int, int], Beginning | None]
"""Looks at a verb, at the place where its complement may begin and at the end of the cue's own words."""

# What one word or mark tells stands first; an object, which may begin with nearly any word, last.
READERS: dict[Reader, tuple[str, ...]] = {
    Opening("quote", _behind_mark, c.COMMA | c.COLON, 1): ("quote", "clause"),
    Opening("quote", _quotation, c.OPEN): ("quote", "clause"),
    Opening("np", _quoted, c.OPEN): ("np",),
    Opening("clause", _that_clause, c.SUB): ("clause", "that"),
    Opening("clause", _question, c.SUB | c.REL | c.DET): ("clause",),
    Opening("clause", _question_told, c.SUB | c.REL | c.DET): ("np",),
    Opening("to", _infinitive, c.TO): ("to",),
    Opening("to", _told_to, c.TO): ("told",),
    Opening("prep-to", _to, c.TO, 1, taken=True): ("to",),
    _prepositional: get_args(Preposition),
    Opening("ing", _in_ing, c.ING | c.AUX): ("ing",),
    Opening("clause", _bare_clause, SUBJECT | c.PRON | c.PREP): ("clause",),
    Opening("gap", _gap_before_as, c.SUB): ("np-as",),
    Opening("gap", _gap_before_verb, c.AUX | c.VERB | c.PAST): ("postposed",),
    _of_saying: ("noun",),
    Opening("np", _object, OBJECT | c.DET | c.SUB): ("np",),
    **{Opening(frame, partial(_object_with, frame.removeprefix("np-"))): (frame,) for frame in get_args(ObjectWith)},
}
"""The readers of complements, one for each construction, with the frames of which the cue must have one."""


@cache
def readers_for(frames: frozenset[str], classes: int) -> tuple[Reader, ...]:
    """Return the readers for a cue with these frames and a first word of these classes, in the table's order."""
    return tuple(read for read in READERS if _may_read(read, frames, classes))


def _may_read(read: Reader, frames: frozenset[str], classes: int) -> bool:
    """Tell whether a cue with these frames asks for it, and it may begin with a word of these classes."""
    asked = not frames.isdisjoint(READERS[read])
    return asked and (not isinstance(read, Opening) or bool(read.of & classes))
