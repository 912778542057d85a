"""Which form a cue has where it stands, if it is a verb there at all: one ordered table; the first rule decides."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.agreement import is_singled, may_be_plural
from analysis.sourcing.grammar.closed_classes import Holding, Words, group
from analysis.sourcing.grammar.cues import Cue
from analysis.sourcing.grammar.patterns import ANYTHING, Place, Row, Table, after, before, here
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import MAY_BE_PLURAL, is_finite

UNREAD = object()
"""Stands for what has not been looked for yet."""


@dataclass(slots=True)
class Verb:
    """A cue that is a verb here: its token, the start of its group, its form, its sentence's limits and its own end.

    Forms: finite ("said", "has said"), participle (", saying"), gerund ("by saying"), infinitive ("to say"),
    passive ("was told"). The end is that of the cue's own words: behind "out" in "laid out".
    """

    tokens: Tokens
    at: int
    cue: Cue
    classes: int
    start: int
    form: str
    first: int
    last: int
    end: int
    content: object = UNREAD

    @property
    def helpers(self) -> list[str]:
        """The auxiliaries and adverbs before it, lower case."""
        return self.tokens.lower[self.start : self.at]


Test = Callable[[Verb], bool]
Is = Row[bool]
BE, HAVE = group("be"), group("have")
IS_OR_SHORT = Words("be", endings=("'s", "'re", "'m"))
OBJECT = c.DET | c.POSS | c.PRON | c.OBJ | c.NAME | c.TO
MAIN = c.VERB | c.PAST | c.BASE
FAR = 6

TAKES = Table(
    False,
    Is(True, "Lee |claims| it's right.", (after(c.AUX, words=Holding("'")),)),
    Is(True, "Lee |regrets| having gone.", (after(c.AUX, words={"being", "having"}),)),
    Is(False, "Lee |claims| of it.", (after(words={"of"}),)),
    Is(False, "The Eagles |pass| rusher Lee.", (here(c.BASE), before(c.NAME), after(c.NOUN, c.DET), Place(2, c.NAME))),
    Is(True, "Lee |claims| victory.", (after(OBJECT | c.ING | c.STOP | c.OPEN | c.SUB | c.REL | c.CLOSE | c.COMMA),)),
    Is(True, "Lee |claims| victory.", (after(c.NOUN | c.ADV | c.NUM | c.PREP),)),
)
"""What follows a verb: an object, a clause, a quotation, the end of a clause."""
GERUNDS = Table(False, Is(True, "Lee began |by| saying no.", (here(c.PREP, c.CONJ | c.COMMA),)))
NOUNS_IN_ING = Table(
    False,
    Is(
        True, "The team |showing| in May was bad.",
        (before(c.NOUN, ~c.NOUN), Place(-2, c.DET | c.POSS), after(c.STOP | c.PREP | c.AUX | c.PAST | c.VERB)),
    ),
    Is(True, "They play |defending| champions.", (after(words={"champion", "champions", "titleholders"}),)),
    Is(True, "It makes |warning| lights.", (before(MAIN, c.NOUNISH), after(c.NOUN, c.DET | c.NAME))),
)  # fmt: skip
"""Forms in -ing that are part of a noun phrase."""
NO_NOUN = c.DET | c.PREP | c.ADV
DETERMINED = Table(
    False,
    Is(True, "The |warning| came late.", (before(c.DET | c.POSS),)),
    Is(True, "Its first public |offering| came late.", (here(words={"offering"}), before(words={"public", "rights"}))),
)
"""Forms in -ing that are nouns."""
DESCRIBED = Table(
    False,
    Is(True, "The last big |known| plans came.", (here(words=group("done only")), after(c.NOUN, NO_NOUN))),
)
"""Participles that are no past tense and describe a noun."""
PHASES = Table(False, Is(True, "Yesterday Lee |kept| saying no.", (here(none=c.FIRST, words=group("phase")),)))
"""What begins or ends an action: with it, a form in -ing is finite."""
AGENTS = Table(
    False,
    Is(False, "It was said |by| email.", (here(words={"by"}), after(words=group("means")))),
    Is(True, "It was backed |by| Lee.", (here(words={"by"}),)),
)
"""What says who did it."""
ATTRIBUTES = Table(
    0,
    Row(c.NOUN, "Then |two| announced plans came.", (here(c.NUM, c.NAME | c.PRON),)),
    Row(c.NOUN, "Then the |latest| announced plans came.", (here(words=group("attribute")),)),
    Row(0, "|They| announced plans.", (here(c.PRON | c.SUB | c.REL | c.NOUNISH),)),
    Row(c.NOUNISH, "The |most| detailed plans came.", (here(words={"most"}), before(c.DET | c.POSS | c.FIRST))),
    Row(0, "|Some| announced plans.", (here(words=group("plural")),)),
    Row(0, "They |each| announced plans.", (here(words=group("each")), before(c.PRON | c.NOUNISH))),
    Row(c.NOUNISH | c.ADV, "|Neither| announced it.", (here(words=group("alone")),)),
    Row(ANYTHING, "|The| announced plans came.", (here(c.DET | c.POSS | c.PREP),)),
)
"""What stands before a form in -ed that only describes a noun, and what must then follow; 0 where it is a verb."""
HELD = Table(
    False,
    Is(
        True, "A man |accused| of robbing a bank said no.",
        (here(words=group("held for")), before(c.NOUNISH), after(words={"of", "for", "with"}), Place(2, c.ING)),
    ),
)  # fmt: skip
"""Participles that tell what somebody is said to have done."""
BARE = Table(
    False,
    Is(True, "The |owners| agree.", (here(c.NOUNISH | c.COMMA | c.CLOSE, c.DET | c.POSS | c.PREP | c.AUX),)),
)
"""What stands before a bare form that is no noun, and so a verb."""

FIRST_OF_TWO = Table(
    False,
    Is(True, "The owners |have| a plan and say no.", (here(words={"have", "are", "were", "do"}),)),
    Is(True, "The owners have |been| there and say no.", (here(c.AUX | c.DONE | c.ING), before(words={"have", "are"}))),
    Is(True, "The owners |run| a farm and say no.", (here(c.BASE), before(c.NOUN, words=MAY_BE_PLURAL))),
    Is(True, "The owners |left| and say no.", (here(c.PAST, c.NOUN), before(c.NOUNISH | c.PRON, words=MAY_BE_PLURAL))),
)
"""The verb in the plural before another."""


def _always(_: Verb) -> bool:
    return True


def _has_to(verb: Verb) -> bool:
    return verb.tokens.lower[verb.start - 1] == "to"


def _has_be_or_short(verb: Verb) -> bool:
    return not IS_OR_SHORT.isdisjoint(verb.helpers)


def _has_phase(verb: Verb) -> bool:
    return PHASES.decide(verb.tokens, verb.start - 1)


def _is_subject(verb: Verb) -> bool:
    return verb.tokens.is_(verb.start - 1, c.NOUNISH) and verb.tokens.is_(verb.end, c.AUX)


def _is_determined(verb: Verb) -> bool:
    return DETERMINED.decide(verb.tokens, verb.at)


def _is_noun_in_ing(verb: Verb) -> bool:
    complemented = verb.tokens.lower[verb.at + 1] in verb.cue.frames
    return not complemented and NOUNS_IN_ING.decide(verb.tokens, verb.at)


def _is_gerund(verb: Verb) -> bool:
    return GERUNDS.decide(verb.tokens, verb.start - 1)


def _has_be(verb: Verb) -> bool:
    return not BE.words.isdisjoint(verb.helpers)


def _is_done_by_somebody(verb: Verb) -> bool:
    """`backed by the mayor`, and neither "said by email" nor "responded by leaving"."""
    by_somebody = "np" in verb.cue.frames and AGENTS.decide(verb.tokens, verb.end)
    return by_somebody and HAVE.words.isdisjoint(verb.helpers)


def _has_auxiliary(verb: Verb) -> bool:
    return verb.tokens.skip(verb.start, verb.at, ANYTHING, c.AUX) < verb.at


def _is_attribute(verb: Verb) -> bool:
    last = verb.tokens.skip_back(verb.start - 1, -1, c.TIME | c.ADV, c.NOUNISH | c.PREP)
    follows = ATTRIBUTES.decide(verb.tokens, last)
    return follows == ANYTHING or verb.tokens.is_(verb.end, follows)


def _is_known_noun(verb: Verb) -> bool:
    return DESCRIBED.decide(verb.tokens, verb.at)


def _is_held_for(verb: Verb) -> bool:
    return HELD.decide(verb.tokens, verb.at)


def _is_never_noun(verb: Verb) -> bool:
    return not verb.cue.noun


def _is_third_person(verb: Verb) -> bool:
    return THIRD_PERSONS.decide(verb.tokens, verb.at)(verb)


def _is_bare_verb(verb: Verb) -> bool:
    return not verb.cue.noun and BARE.decide(verb.tokens, verb.start - 1)


def _is_verb(tokens: Tokens, at: int) -> bool:
    return tokens.is_(at, MAIN | c.AUX | c.STOP, c.TIME | c.NOUNISH) or is_finite(tokens, at)


def _is_second_bare(verb: Verb) -> bool:
    """`Workers have left and say no`: tell whether a verb in the plural stands before "and"."""
    joined = not verb.cue.noun and verb.tokens.is_(verb.start - 1, c.CONJ)
    return joined and FIRST_OF_TWO.decide(verb.tokens, _verb_before(verb.tokens, verb.start - 1, verb.first))


def _verb_before(tokens: Tokens, end: int, first: int) -> int:
    """Return the last token before ``end`` that is a verb or ends a sentence; the first one where none is."""
    at = end - 1
    while at > first and not _is_verb(tokens, at):
        at -= 1
    return at


def _has_plural_subject(verb: Verb) -> bool:
    takes = not verb.cue.noun or TAKES.decide(verb.tokens, verb.at)
    return takes and may_be_plural(verb.tokens, verb.start - 1)


def _never(_: Verb) -> bool:
    return False


def _is_second_verb(verb: Verb) -> bool:
    """`It puts him off and calls him`: tell whether a verb in the third person stands before."""
    places = range(verb.first, verb.at)
    return any(is_finite(verb.tokens, at) for at in places if verb.tokens.is_(at, c.VERB))


def _takes_something(verb: Verb) -> bool:
    return TAKES.decide(verb.tokens, verb.at)


def _has_single_subject(verb: Verb) -> bool:
    return "shows" in verb.cue.frames or is_singled(verb.tokens, verb.at - 1)


def _is_complemented_with_subject(verb: Verb) -> bool:
    return is_complemented(verb.tokens, verb.at + 1) and _has_single_subject(verb)


Asks = Row[Test]
THIRD_PERSONS = Table[Test](
    _never,
    Asks(_always, "He |claims| it.", (before(c.PRON | c.REL | c.ADV | c.AUX),)),
    Asks(_is_second_verb, "It puts him off and |calls| him.", (before(c.CONJ), after(c.DET | c.OBJ | c.SUB))),
    Asks(_never, "Their |claims| failed.", (before(c.DET | c.POSS | c.PREP | c.CONJ | c.TO),)),
    Asks(_never, "Lee likes TV |shows| from Alder.", (before(words={"tv", "radio", "television", "talk"}),)),
    Asks(_takes_something, "Lee |claims| it.", (before(c.NAME | c.COMMA | c.CLOSE),)),
    Asks(_has_single_subject, "The camp |claims| it.", (before(c.NOUN), after(OBJECT))),
    Asks(_has_single_subject, "The camp |calls| for it.", (before(c.NOUN), after(words={"for"}))),
    Asks(_is_complemented_with_subject, "The camp |claims| that it is so.", (before(c.NOUN),)),
)
"""What must be so that a form that may be a plural noun ("claims") is a verb, by what stands before and after."""


class Rule(NamedTuple):
    """A row of the table: form, example, classes of the word, a test, and how many words before it takes in.

    ``helped`` tells that the test asks for a helper before the word.
    """

    form: str
    example: str
    classes: int
    test: Test
    takes_in: int = 0
    helped: bool = False

    def concerns(self, classes: int, *, helped: bool) -> bool:
        """Tell whether it is a rule for a word of these classes, with helpers before it or without."""
        if self.helped and not helped:
            return False
        return bool(self.classes & classes)


RULES = (
    Rule("infinitive", "Lee came to |say| no.", c.BASE, _has_to, 1),
    Rule("finite", "Lee is |saying| no.", c.ING, _has_be_or_short, helped=True),
    Rule("finite", "Yesterday Lee kept |saying| no.", c.ING, _has_phase, 1),
    Rule("", "The poll |showing| was bad.", c.ING, _is_subject),
    Rule("", "The |warning| came late.", c.ING, _is_determined),
    Rule("", "It makes |warning| lights.", c.ING, _is_noun_in_ing),
    Rule("gerund", "Lee began by |saying| no.", c.ING, _is_gerund),
    Rule("participle", "Lee left, |saying| no.", c.ING, _always),
    Rule("passive", "Lee has been |told| to go.", c.PAST & ~c.BASE, _has_be, helped=True),
    Rule("passive", "It is a plan |backed| by the mayor.", c.PAST, _is_done_by_somebody),
    Rule("finite", "Lee has |said| no.", ANYTHING, _has_auxiliary, helped=True),
    Rule("", "The |announced| plans came late.", c.PAST, _is_attribute),
    Rule("", "The last big |known| plans came late.", c.PAST, _is_known_noun),
    Rule("", "A man |accused| of robbing a bank said no.", c.PAST, _is_held_for),
    Rule("finite", "Lee |said| no.", c.PAST, _always),
    Rule("finite", "Lee |says| no.", c.VERB, _is_never_noun),
    Rule("finite", "Lee |claims| that it is so.", c.VERB, _is_third_person),
    Rule("", "The |claims| are new.", c.VERB, _always),
    Rule("finite", "The owners |agree| with it.", c.BASE, _is_bare_verb),
    Rule("finite", "The owners have left and |say| no.", c.BASE, _is_second_bare),
    Rule("finite", "The owners |claim| that it is so.", c.BASE, _has_plural_subject),
)


@cache
def _rules(classes: int, helped: bool) -> tuple[Rule, ...]:
    """The rules for a word of these classes, with helpers before it or without, in the table's order."""
    return tuple(rule for rule in RULES if rule.concerns(classes, helped=helped))


def read_form(verb: Verb) -> None:
    """Note the form of a verb, which stays empty where the word is none here."""
    for rule in _rules(verb.classes, verb.start < verb.at):
        if rule.test(verb):
            verb.form = rule.form
            verb.start -= rule.takes_in
            return


def is_complemented(tokens: Tokens, at: int) -> bool:
    """Tell whether "that" follows, at once or behind "in its handbook", or an object: "frame them"."""
    if tokens.is_(at, c.OBJ, c.POSS | c.PRON):
        return True
    within = tokens.is_(at, c.PREP) and tokens.is_(at + 1, c.POSS)
    return tokens.lower[tokens.skip(at + 2, at + FAR, c.NOUNISH) if within else at] == "that"
