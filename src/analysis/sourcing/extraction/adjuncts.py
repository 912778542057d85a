"""What stands between a cue and its content: a particle, the person told, when and where it was said."""

from functools import cache
from typing import Literal

from analysis.sourcing.extraction.scan import next_of, next_word
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import Holding, group
from analysis.sourcing.grammar.patterns import Place, Row, Table
from analysis.sourcing.grammar.phrase_ends import chunk_end, phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import has_finite
from analysis.sourcing.grammar.verbs import Verb

QUESTION, PARTICLE, MEANS = group("question"), group("particle"), group("means")
LATE = frozenset(("about", "against", "at", "by", "over", "with"))
"""The prepositions that are known for a cue's own also where other things stand between."""
TO = frozenset(("to",))
FAR = 14

Between = Literal["stop", "word", "phrase"]
"""What ends at a word behind a cue, or is passed there: the word alone, or the phrase that it begins."""

ADVERBIALS: Table[Between] = Table(
    "stop",
    Row("stop", "Lee said |this| would fail.", (Place(0, c.DET), Place(1, none=c.TIME, absent=True))),
    Row("stop", "Lee said |there| may be more.", (Place(0, words=frozenset(("there",))), Place(1, c.AUX))),
    Row("word", "Lee said |Tuesday| that it was dead.", (Place(0, c.TIME),)),
    Row("stop", "Lee said |not| all would fail.", (Place(0, words=frozenset(("not", "then"))),)),
    Row("word", "Lee said |quietly| that it was dead.", (Place(0, c.ADV),)),
    Row("stop", "Lee said |to| leave it.", (Place(0, c.TO), Place(1, c.BASE))),
    Row("phrase", "Lee said |in| a letter that it was dead.", (Place(0, c.PREP, none=c.SUB),)),
)
"""What stands between a cue and its clause: time, place and manner are passed."""

HEARERS: Table[Literal["means", "somebody", "nobody"]] = Table(
    "nobody",
    Row("means", "Lee called out |by| name the mayor.", (Place(0, words=frozenset(("by",))), Place(1, words=MEANS))),
    Row("somebody", "Lee outlined |to| colleagues the plan.", (Place(0, c.TO),)),
)
"""What may stand between a cue and its object."""

DATES: Table[int] = Table(
    0,
    Row(2, "Lee outlined to colleagues |on| Friday the plan.", (Place(0, words=frozenset(("on",))), Place(1, c.TIME))),
)
"""How many words behind the person told say when."""

PERSONS: Table[Literal["pronoun", "phrase", "nobody"]] = Table(
    "nobody",
    Row("phrase", "Lee told |her| aides that it was dead.", (Place(0, c.POSS), Place(1, c.NOUNISH))),
    Row("pronoun", "Lee told |him| that it was dead.", (Place(0, c.OBJ | c.PRON),)),
    Row("nobody", "Lee asked |what| people thought.", (Place(0, words=QUESTION),)),
    Row("phrase", "Lee told |the| board that it was dead.", (Place(0, c.NOUNISH | c.DET | c.POSS),)),
)
"""Whether the person told begins with a word, and is a pronoun alone or a phrase."""

RELATIVE: Table[bool] = Table(
    False,
    Row(True, "They found a plan like that|.|", (Place(0, c.STOP | c.COMMA),)),
    Row(False, "Lee said in May that |there's| a plan.", (Place(0, words=Holding("'")),)),
    Row(True, "They found a plan that |is| dead.", (Place(0, c.AUX | c.VERB, none=c.NOUN),)),
    Row(True, "They found a plan that |failed| in May.", (Place(0, c.PAST), Place(1, none=c.NOUNISH))),
)
"""What stands behind a "that" which tells about the noun before, and leads to nothing that is said."""


def after_particle(verb: Verb) -> int:
    """Return the end of the cue with its particle: "pointed out", "fired back"."""
    end = verb.end
    while verb.tokens.lower[end] in PARTICLE.words:
        end += 1
    return end


def after_addressee(tokens: Tokens, at: int, last: int) -> int:
    """Pass the person told: "told reporters | that", "asked him | whether"."""
    told = PERSONS.decide(tokens, at)
    if told == "pronoun":
        return at + 1
    if told == "phrase":
        return _after_phrase(tokens, at, last)
    return at


def _after_phrase(tokens: Tokens, at: int, last: int) -> int:
    """Pass "the board of the school"; what the board is told "to" do does not belong to it."""
    end = chunk_end(tokens, at, last) or at
    behind = phrase_end(tokens, at, last) or end
    return next_word(tokens, TO, end, behind) or behind


def after_adverbial(verb: Verb, at: int) -> int:
    """Pass time and place between a cue and its clause: "said Tuesday in an interview | that"."""
    if verb.cue.frames.isdisjoint(("clause", "quote")):
        return _after_hearers(verb, at)
    while further := _after_one(verb, at):
        at = further
    return at


def _after_one(verb: Verb, at: int) -> int | None:
    """Return the end of the one adverb, time or phrase at ``at``; None where there is none that is passed."""
    between = ADVERBIALS.decide(verb.tokens, at)
    if between == "word":
        return at + 1
    if between == "phrase" and verb.tokens.lower[at] not in verb.cue.frames:
        return phrase_end(verb.tokens, at + 1, verb.last)
    return None


def _after_hearers(verb: Verb, at: int) -> int:
    """Pass to whom, how and when a thing is said before its object: "outlined to colleagues on Friday | the plan"."""
    to = HEARERS.decide(verb.tokens, at)
    if to == "means":
        return at + 2
    hearer = None
    if to == "somebody" and verb.cue.speech and "to" not in verb.cue.frames:
        hearer = phrase_end(verb.tokens, at + 1, verb.last)
    if hearer is None:
        return at
    return hearer + DATES.decide(verb.tokens, hearer)


def asked_word(verb: Verb, at: int) -> int:
    """Return where the word stands that the cue asks for, behind other things: "spoke at length | about"."""
    tokens, wanted = verb.tokens, _asked_words(verb.cue.frames)
    end = next_of(tokens, at, min(at + FAR, verb.last - 1), c.STOP | c.DASH | c.OPEN)
    found = next_word(tokens, wanted, at, end)
    if found is None or RELATIVE.decide(tokens, found + 1) or has_finite(tokens, at, found + 1):
        return verb.last
    return found


@cache
def _asked_words(frames: frozenset[str]) -> frozenset[str]:
    """Return the words with which the content of a cue with these frames may begin."""
    return (frames & LATE) | ({"that"} if "clause" in frames else frozenset())
