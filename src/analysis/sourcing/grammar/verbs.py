"""A cue where it stands: is it a verb here, in which form, and with which helpers?"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.agreement import is_counted, is_singled
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import MOSTLY, Cue, Form, first_words
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import is_finite, is_plural, verb_start

BE, HAVE, PLURAL, PHASE, MEANS = group("be"), group("have"), group("plural"), group("phase"), group("means")
ALONE, EACH, HELPING = group("alone"), group("each"), group("helping")
SINGULAR, STRAY = group("singular"), group("stray particle")
FAR = 6
ONE = ("a", "an", "one", "each", "every", "another", "this")
SHORT_BE = ("'s", "'re", "'m")


FORMS = ("finite", "participle", "gerund", "infinitive", "passive")
UNREAD = object()
"""Stands for what has not been looked for yet."""


@dataclass(slots=True)
class Verb:
    """A cue that is a verb here: its token, the start of its group, its form and its sentence's limits.

    Forms: finite ("said", "has said"), participle (", saying"), gerund ("by saying"), infinitive ("to say"),
    passive ("was told").
    """

    tokens: Tokens
    at: int
    cue: Cue
    classes: int
    start: int
    form: str
    first: int
    last: int
    content: object = UNREAD
    end: int = field(init=False)

    def __post_init__(self) -> None:
        """Find the token behind the cue's own words: behind "out" in "laid out"."""
        self.end = self.at + 1 + len(self.cue.rest)


def find_verbs(tokens: Tokens, places: Iterable[int]) -> list[Verb]:
    """Return the cues that are verbs where they stand, as far as they begin at one of these tokens."""
    cues = first_words()
    found = ((at, cues[word]) for at in places if (word := tokens.lower[at]) in cues)
    return [verb for at, forms in found if (verb := _first(tokens, at, forms))]


def _first(tokens: Tokens, at: int, cues: Iterable[Form]) -> Verb | None:
    """Return the first of the cues that may begin at a token which stands there with all its words, as a verb."""
    for cue, classes in cues:
        here = not cue.rest or tuple(tokens.lower[at + 1 : at + 1 + len(cue.rest)]) == cue.rest
        if here and (verb := _read(tokens, at, cue, classes)):
            return verb
    return None


def _read(tokens: Tokens, at: int, cue: Cue, classes: int) -> Verb | None:
    """Return the cue as a verb; None where it is none."""
    first, last = tokens.bounds(at)
    if tokens.words[at][0].isupper() and at > first and tokens.part != "headline" and not tokens.shouted:
        return None
    start = verb_start(tokens, at, first)
    if cue.noun == MOSTLY and not classes & (c.PAST | c.ING) and not _is_complemented(tokens, at + 1):
        return None
    if not cue.rest and is_stray(tokens, at + 1):
        return None
    if "affirmed" in cue.frames and is_denied(tokens, start, at):
        return None
    verb = Verb(tokens, at, cue, classes, start, "", first, last)
    if classes & c.BASE and start > first and tokens.lower[start - 1] == "to":
        verb.start, verb.form = start - 1, "infinitive"
    else:
        verb.form = _form(verb, tokens.classes[start - 1] if start > 0 else 0)
    return verb if verb.form else None


def is_stray(tokens: Tokens, at: int) -> bool:
    """Tell whether a particle makes another verb of the one before: "showed | up", but not "said | up to 40"."""
    return tokens.word(at) in STRAY and not tokens.is_(at + 1, c.TO | c.NUM)


def _is_complemented(tokens: Tokens, at: int) -> bool:
    """Tell whether "that" follows, at once or behind "in its handbook", or an object: "frame them"."""
    if tokens.is_(at, c.OBJ) and not tokens.is_(at, c.POSS | c.PRON):
        return True
    if tokens.is_(at, c.PREP) and tokens.is_(at + 1, c.POSS):
        at = next((i for i in range(at + 2, at + FAR) if not tokens.is_(i, c.NOUNISH)), at)
    return tokens.word(at) == "that"


def is_denied(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether there is a "not" among these tokens, as the helpers of a verb are."""
    return any(tokens.classes[at] & c.NEG or tokens.lower[at].endswith("n't") for at in range(start, end))


def _form(verb: Verb, before: int) -> str:
    """Return the form of a verb, empty where the word is none here; ``before`` are the classes of the word before."""
    tokens, classes = verb.tokens, verb.classes
    helpers = tokens.lower[verb.start : verb.at]
    be, have = (not BE.isdisjoint(helpers), not HAVE.isdisjoint(helpers)) if helpers else (False, False)
    if classes & c.ING:
        return _ing_form(verb, before, helpers, be=be)
    if classes & c.PAST and (
        (be and (not classes & c.BASE or not have)) or (_is_by_somebody(verb) and not have and _is_act(verb))
    ):
        return "passive"
    if helpers and any(tokens.classes[i] & c.AUX for i in range(verb.start, verb.at)):
        return "finite"
    if classes & c.PAST:
        return "" if _is_attribute(verb) else "finite"
    if classes & c.VERB:
        return "finite" if not verb.cue.noun or _is_third_person(verb, before) else ""
    return "finite" if classes & c.BASE and _is_present_plural(verb, before) else ""


def _ing_form(verb: Verb, before: int, helpers: list[str], *, be: bool) -> str:
    if be or any(h.endswith(SHORT_BE) for h in helpers):
        return "finite"
    if verb.tokens.word(verb.start - 1) in PHASE and verb.start - 1 > verb.first:
        verb.start -= 1
        return "finite"
    if verb.tokens.is_(verb.end, c.AUX) and before & c.NOUNISH:
        return ""
    if verb.start == verb.at and (before & (c.DET | c.POSS) or _is_attributive(verb)):
        return ""
    return "gerund" if before & c.PREP and not before & (c.CONJ | c.COMMA) else "participle"


def _is_attributive(verb: Verb) -> bool:
    """Tell whether a form in -ing is part of a noun phrase: "makes warning lights", "a strong showing in May"."""
    tokens, before, after = verb.tokens, verb.at - 1, verb.at + 1
    if tokens.is_(before - 1, c.DET | c.POSS) and tokens.classes[before] == c.NOUN:
        taken = tokens.word(after) in verb.cue.frames
        return tokens.is_(after, c.STOP | c.PREP | c.AUX | c.PAST | c.VERB) and not taken
    follows = tokens.is_(after, c.NOUN) and not tokens.is_(after, c.DET | c.NAME)
    return follows and tokens.is_(before, c.VERB | c.PAST | c.BASE) and not tokens.is_(before, c.NOUNISH)


def _is_by_somebody(verb: Verb) -> bool:
    """Tell whether "by" and who did it follow, and not by what means: "said by email"."""
    return verb.tokens.word(verb.end) == "by" and verb.tokens.word(verb.end + 1) not in MEANS


def _is_act(verb: Verb) -> bool:
    """Tell whether a verb can be passive without "be": "responded by", "informed by" are not."""
    return "np" in verb.cue.frames


def _is_attribute(verb: Verb) -> bool:
    """Tell whether a form in -ed only describes a noun: "the reported talks", "a recently announced plan"."""
    tokens, start = verb.tokens, verb.start
    while tokens.is_(start - 1, c.TIME | c.ADV) and not tokens.is_(start - 1, c.NOUNISH | c.PREP):
        start -= 1
    before = tokens.classes[start - 1] if start > 0 else 0
    if before & c.NUM and not before & (c.NAME | c.PRON) and tokens.is_(verb.end, c.NOUN):
        return True
    if before & (c.PRON | c.SUB | c.REL | c.NOUNISH) or tokens.word(start - 1) in PLURAL:
        return False
    if tokens.word(start - 1) in EACH and tokens.is_(start - 2, c.PRON | c.NOUNISH):
        return False
    if tokens.word(start - 1) in ALONE and not tokens.is_(verb.end, c.NOUNISH | c.ADV):
        return False
    return bool(before & (c.DET | c.POSS)) or bool(before & c.PREP and start == verb.at)


def _is_third_person(verb: Verb, before: int) -> bool:
    """Tell whether a form that may be a plural noun ("claims") is a verb: by what stands before and after."""
    tokens, at = verb.tokens, verb.at
    if before & (c.PRON | c.REL) or verb.start < at:
        return True
    if before & c.CONJ and tokens.is_(at + 1, c.DET | c.OBJ | c.SUB):
        return any(
            tokens.is_(i, c.VERB) and is_finite(tokens, i) for i in range(verb.first, at)
        )  # "it puts ... and calls"
    if before & (c.DET | c.POSS | c.PREP | c.CONJ | c.TO):
        return False
    if before & (c.NAME | c.COMMA | c.CLOSE):
        return _takes_something(tokens, at)
    follows = tokens.is_(at + 1, c.DET | c.POSS | c.PRON | c.OBJ | c.NAME | c.TO) or tokens.word(at + 1) == "for"
    return bool(before & c.NOUN) and (
        (follows or _is_complemented(tokens, at + 1)) and ("shows" in verb.cue.frames or is_singled(tokens, at - 1))
    )


def _is_present_plural(verb: Verb, before: int) -> bool:
    """Tell whether a bare form is a verb in the plural: "officials say", and not "the report"."""
    if (
        not verb.cue.noun
        and before & (c.NOUNISH | c.COMMA | c.CLOSE)
        and not before & (c.DET | c.POSS | c.PREP | c.AUX)
    ):
        return True
    return _has_plural_subject(verb.tokens, verb.start, before) and (
        not verb.cue.noun or _takes_something(verb.tokens, verb.at)
    )


def _takes_something(tokens: Tokens, at: int) -> bool:
    """Tell whether what follows is what follows a verb: an object, a clause, a quotation, the end of a clause."""
    if tokens.is_(at + 1, c.AUX) and ("'" in tokens.word(at + 1) or tokens.word(at + 1) in ("being", "having")):
        return True
    if tokens.is_(
        at + 1,
        c.ING | c.STOP | c.OPEN | c.DET | c.POSS | c.PRON | c.OBJ | c.SUB | c.REL | c.NAME | c.TO | c.CLOSE | c.COMMA,
    ):
        return True
    return tokens.is_(at + 1, c.NOUN | c.ADV | c.NUM) or (tokens.is_(at + 1, c.PREP) and tokens.word(at + 1) != "of")


def _has_plural_subject(tokens: Tokens, start: int, before: int) -> bool:
    """Tell whether the word before may be a subject in the plural: "they", "officials", "who"."""
    word = tokens.word(start - 1)
    if _is_singular(tokens, start - 1):
        return False
    if before & c.PAST and not before & c.NOUNISH and is_plural(tokens.word(start - 2)):
        return word not in HELPING
    if before & (c.PRON | c.REL) or word in PLURAL:
        return word not in SINGULAR
    if (before & c.NAME and _hangs_on_plural(tokens, start - 1)) or is_counted(tokens, start - 1):
        return True
    if before & (c.DET | c.POSS | c.PREP | c.AUX) and not before & c.NOUN:
        return False
    return (bool(before & c.NOUNISH) and is_plural(word)) or bool(before & (c.COMMA | c.DASH))


def _is_singular(tokens: Tokens, at: int) -> bool:
    """`a public records (request)`: tell whether "a" or the like stands before the nouns that end at ``at``."""
    first, _ = tokens.bounds(at) if at >= 0 else (0, 0)
    while at > first and tokens.classes[at] & c.NOUNISH and not tokens.classes[at] & (c.DET | c.NUM):
        at -= 1
    return tokens.word(at) in ONE


def _hangs_on_plural(tokens: Tokens, at: int) -> bool:
    """Tell whether the name at ``at`` hangs on a plural: "figures from the Health Service | show"."""
    first, _ = tokens.bounds(at)
    while at > first and tokens.classes[at] & (c.NAME | c.DET):
        at -= 1
    return bool(tokens.classes[at] & c.PREP) and at > first and tokens.word(at - 1).endswith("s")


def is_done(verb: Verb) -> bool:
    """Tell whether the form may be a past participle: "known", not "knew"."""
    return bool(verb.classes & c.DONE)
