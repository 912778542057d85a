"""What follows a cue: the clause, the object or the quotation, if it is something that the cue takes."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from analysis.sourcing.extraction.adjuncts import after_addressee, after_adverbial, after_particle, asked_word
from analysis.sourcing.extraction.clause_starts import begins_clause
from analysis.sourcing.extraction.openings import Beginning, Frame, readers_for
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import clause_end
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.patterns import ANYTHING, Place, Row, Table, after, before, here
from analysis.sourcing.grammar.verbs import STRAY, UNREAD, Verb

Clause = Literal["", "subordinate", "participle"]

OPENER = group("clause opener") | {"if", "whether"}
NO_SUBJECT = c.CONJ | c.SUB | c.REL | c.PREP | c.ING | c.PAST | c.AUX | c.ADV
NEAR = 8

Is = Row[bool]
OPENINGS = Table(
    False,
    Is(True, "|While| he said no, Lee left.", (here(c.FIRST, words=OPENER),)),
    Is(True, "Asked |whether| he said no, Lee left.", (here(words={"if", "whether"}), before(words={"asked"}))),
    Is(True, "Lee left, |while| he said no.", (here(words=OPENER), before(c.COMMA | c.DASH | c.CONJ))),
)
"""Where a clause begins that hangs on another."""
RELATIVES = Table(
    False,
    Is(True, "Lee said in a letter |which| failed.", (here(words={"who", "which", "whose"}), before(c.NOUNISH))),
    Is(True, "It is late, adding to problems |that| have grown.", (here(words={"that"}), after(words={"have", "has"}))),
)
"""Where a clause begins that only tells about the noun before."""
APART = Table(False, Is(True, "Lee said in a letter|,| the plan was dead.", (here(c.COMMA), after(none=NO_SUBJECT))))
"""Where a comma may part time and place from the clause that is said."""
NO_BEGINNINGS = Table(
    False,
    *STRAY.rows,
    Is(True, "He asked |not| to be named.", (here(words={"not"}), after(words={"to"}), Place(2, words={"be"}))),
)
"""Where nothing begins that is said: what makes another verb of the cue, and a wish not to be named."""


class Content(NamedTuple):
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
    cue_end = after_particle(verb)
    for at in _places(verb, _after_person(verb, cue_end)):
        if at < verb.last and (found := _complement(verb, at, cue_end)):
            return found
    return None


def _after_person(verb: Verb, at: int) -> int:
    """Pass the person told: "told reporters | that"; but not in "was told | that"."""
    if "tell" in verb.cue.frames and verb.form != "passive":
        return after_addressee(verb.tokens, at, verb.last)
    return at


def _places(verb: Verb, at: int) -> Iterator[int]:
    """Yield where the complement may begin: behind time and place, at once, at a word asked for."""
    passed = after_adverbial(verb, at)
    if passed > at:
        yield from _behind_adverbial(verb, passed)
    yield at
    yield asked_word(verb, at)


def _behind_adverbial(verb: Verb, at: int) -> Iterator[int]:
    """Yield where the complement may begin behind time and place that end at ``at``."""
    if not RELATIVES.decide(verb.tokens, at):
        yield at
    if _goes_on_behind_comma(verb, at):
        yield at + 1


def _goes_on_behind_comma(verb: Verb, at: int) -> bool:
    """Tell whether a clause follows the comma behind time and place: "said in a letter, | the plan was dead"."""
    apart = "clause" in verb.cue.frames and APART.decide(verb.tokens, at)
    return apart and begins_clause(verb.tokens, at + 1, verb.last)


def clause_of(verb: Verb) -> Clause:
    """Return "subordinate" where the cue's clause hangs on another ("while he said"), "participle", or nothing."""
    if verb.form == "participle":
        return "participle"
    tokens, near = verb.tokens, max(verb.first, verb.start - NEAR)
    if OPENER.isdisjoint(tokens.lower[near : verb.start]):  # as most often
        return ""
    border = tokens.skip_back(verb.start - 1, near - 1, ANYTHING, c.COMMA | c.STOP | c.COLON)
    hangs = any(OPENINGS.decide(tokens, at) for at in range(border + 1, verb.start))
    return "subordinate" if hangs else ""


def _complement(verb: Verb, at: int, cue_end: int) -> Beginning | None:
    """Return the complement that begins at ``at``; None where this cue takes none such."""
    if NO_BEGINNINGS.decide(verb.tokens, at):
        return None
    for read in readers_for(verb.cue.frames, verb.tokens.classes[at]):
        if found := read(verb, at, cue_end):
            return found
    return None
