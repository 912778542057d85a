"""A cue where it stands: is it a verb here, in which form, and with which helpers?"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.sourcing import classes as c
from analysis.sourcing.agreement import is_counted, is_singled
from analysis.sourcing.cues import MOSTLY, Cue, Form, first_words
from analysis.sourcing.grammar import group
from analysis.sourcing.tokens import Line
from analysis.sourcing.verbforms import is_finite, is_plural, verb_start

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

    line: Line
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


def find_verbs(line: Line, places: Iterable[int]) -> list[Verb]:
    """Return the cues that are verbs where they stand, as far as they begin at one of these tokens."""
    cues = first_words()
    found = ((at, cues[word]) for at in places if (word := line.lower[at]) in cues)
    return [verb for at, forms in found if (verb := _first(line, at, forms))]


def _first(line: Line, at: int, cues: Iterable[Form]) -> Verb | None:
    """Return the first of the cues that may begin at a token which stands there with all its words, as a verb."""
    for cue, classes in cues:
        here = not cue.rest or tuple(line.lower[at + 1 : at + 1 + len(cue.rest)]) == cue.rest
        if here and (verb := _read(line, at, cue, classes)):
            return verb
    return None


def _read(line: Line, at: int, cue: Cue, classes: int) -> Verb | None:
    """Return the cue as a verb; None where it is none."""
    first, last = line.bounds(at)
    if line.words[at][0].isupper() and at > first and line.part != "headline" and not line.shouted:
        return None
    start = verb_start(line, at, first)
    if cue.noun == MOSTLY and not classes & (c.PAST | c.ING) and not _is_complemented(line, at + 1):
        return None
    if not cue.rest and is_stray(line, at + 1):
        return None
    if "affirmed" in cue.frames and is_denied(line, start, at):
        return None
    verb = Verb(line, at, cue, classes, start, "", first, last)
    if classes & c.BASE and start > first and line.lower[start - 1] == "to":
        verb.start, verb.form = start - 1, "infinitive"
    else:
        verb.form = _form(verb, line.classes[start - 1] if start > 0 else 0)
    return verb if verb.form else None


def is_stray(line: Line, at: int) -> bool:
    """Tell whether a particle makes another verb of the one before: "showed | up", but not "said | up to 40"."""
    return line.word(at) in STRAY and not line.is_(at + 1, c.TO | c.NUM)


def _is_complemented(line: Line, at: int) -> bool:
    """Tell whether "that" follows, at once or behind "in its handbook", or an object: "frame them"."""
    if line.is_(at, c.OBJ) and not line.is_(at, c.POSS | c.PRON):
        return True
    if line.is_(at, c.PREP) and line.is_(at + 1, c.POSS):
        at = next((i for i in range(at + 2, at + FAR) if not line.is_(i, c.NOUNISH)), at)
    return line.word(at) == "that"


def is_denied(line: Line, start: int, end: int) -> bool:
    """Tell whether there is a "not" among these tokens, as the helpers of a verb are."""
    return any(line.classes[at] & c.NEG or line.lower[at].endswith("n't") for at in range(start, end))


def _form(verb: Verb, before: int) -> str:
    """Return the form of a verb, empty where the word is none here; ``before`` are the classes of the word before."""
    line, classes = verb.line, verb.classes
    helpers = line.lower[verb.start : verb.at]
    be, have = (not BE.isdisjoint(helpers), not HAVE.isdisjoint(helpers)) if helpers else (False, False)
    if classes & c.ING:
        return _ing_form(verb, before, helpers, be=be)
    if classes & c.PAST and (
        (be and (not classes & c.BASE or not have)) or (_is_by_somebody(verb) and not have and _is_act(verb))
    ):
        return "passive"
    if helpers and any(line.classes[i] & c.AUX for i in range(verb.start, verb.at)):
        return "finite"
    if classes & c.PAST:
        return "" if _is_attribute(verb) else "finite"
    if classes & c.VERB:
        return "finite" if not verb.cue.noun or _is_third_person(verb, before) else ""
    return "finite" if classes & c.BASE and _is_present_plural(verb, before) else ""


def _ing_form(verb: Verb, before: int, helpers: list[str], *, be: bool) -> str:
    if be or any(h.endswith(SHORT_BE) for h in helpers):
        return "finite"
    if verb.line.word(verb.start - 1) in PHASE and verb.start - 1 > verb.first:
        verb.start -= 1
        return "finite"
    if verb.line.is_(verb.end, c.AUX) and before & c.NOUNISH:
        return ""
    if verb.start == verb.at and (before & (c.DET | c.POSS) or _is_attributive(verb)):
        return ""
    return "gerund" if before & c.PREP and not before & (c.CONJ | c.COMMA) else "participle"


def _is_attributive(verb: Verb) -> bool:
    """Tell whether a form in -ing is part of a noun phrase: "makes warning lights", "a strong showing in May"."""
    line, before, after = verb.line, verb.at - 1, verb.at + 1
    if line.is_(before - 1, c.DET | c.POSS) and line.classes[before] == c.NOUN:
        taken = line.word(after) in verb.cue.frames
        return line.is_(after, c.STOP | c.PREP | c.AUX | c.PAST | c.VERB) and not taken
    follows = line.is_(after, c.NOUN) and not line.is_(after, c.DET | c.NAME)
    return follows and line.is_(before, c.VERB | c.PAST | c.BASE) and not line.is_(before, c.NOUNISH)


def _is_by_somebody(verb: Verb) -> bool:
    """Tell whether "by" and who did it follow, and not by what means: "said by email"."""
    return verb.line.word(verb.end) == "by" and verb.line.word(verb.end + 1) not in MEANS


def _is_act(verb: Verb) -> bool:
    """Tell whether a verb can be passive without "be": "responded by", "informed by" are not."""
    return "np" in verb.cue.frames


def _is_attribute(verb: Verb) -> bool:
    """Tell whether a form in -ed only describes a noun: "the reported talks", "a recently announced plan"."""
    line, start = verb.line, verb.start
    while line.is_(start - 1, c.TIME | c.ADV) and not line.is_(start - 1, c.NOUNISH | c.PREP):
        start -= 1
    before = line.classes[start - 1] if start > 0 else 0
    if before & c.NUM and not before & (c.NAME | c.PRON) and line.is_(verb.end, c.NOUN):
        return True
    if before & (c.PRON | c.SUB | c.REL | c.NOUNISH) or line.word(start - 1) in PLURAL:
        return False
    if line.word(start - 1) in EACH and line.is_(start - 2, c.PRON | c.NOUNISH):
        return False
    if line.word(start - 1) in ALONE and not line.is_(verb.end, c.NOUNISH | c.ADV):
        return False
    return bool(before & (c.DET | c.POSS)) or bool(before & c.PREP and start == verb.at)


def _is_third_person(verb: Verb, before: int) -> bool:
    """Tell whether a form that may be a plural noun ("claims") is a verb: by what stands before and after."""
    line, at = verb.line, verb.at
    if before & (c.PRON | c.REL) or verb.start < at:
        return True
    if before & c.CONJ and line.is_(at + 1, c.DET | c.OBJ | c.SUB):
        return any(line.is_(i, c.VERB) and is_finite(line, i) for i in range(verb.first, at))  # "it puts ... and calls"
    if before & (c.DET | c.POSS | c.PREP | c.CONJ | c.TO):
        return False
    if before & (c.NAME | c.COMMA | c.CLOSE):
        return _takes_something(line, at)
    follows = line.is_(at + 1, c.DET | c.POSS | c.PRON | c.OBJ | c.NAME | c.TO) or line.word(at + 1) == "for"
    return bool(before & c.NOUN) and (
        (follows or _is_complemented(line, at + 1)) and ("shows" in verb.cue.frames or is_singled(line, at - 1))
    )


def _is_present_plural(verb: Verb, before: int) -> bool:
    """Tell whether a bare form is a verb in the plural: "officials say", and not "the report"."""
    if (
        not verb.cue.noun
        and before & (c.NOUNISH | c.COMMA | c.CLOSE)
        and not before & (c.DET | c.POSS | c.PREP | c.AUX)
    ):
        return True
    return _has_plural_subject(verb.line, verb.start, before) and (
        not verb.cue.noun or _takes_something(verb.line, verb.at)
    )


def _takes_something(line: Line, at: int) -> bool:
    """Tell whether what follows is what follows a verb: an object, a clause, a quotation, the end of a clause."""
    if line.is_(at + 1, c.AUX) and ("'" in line.word(at + 1) or line.word(at + 1) in ("being", "having")):
        return True
    if line.is_(
        at + 1,
        c.ING | c.STOP | c.OPEN | c.DET | c.POSS | c.PRON | c.OBJ | c.SUB | c.REL | c.NAME | c.TO | c.CLOSE | c.COMMA,
    ):
        return True
    return line.is_(at + 1, c.NOUN | c.ADV | c.NUM) or (line.is_(at + 1, c.PREP) and line.word(at + 1) != "of")


def _has_plural_subject(line: Line, start: int, before: int) -> bool:
    """Tell whether the word before may be a subject in the plural: "they", "officials", "who"."""
    word = line.word(start - 1)
    if _is_singular(line, start - 1):
        return False
    if before & c.PAST and not before & c.NOUNISH and is_plural(line.word(start - 2)):
        return word not in HELPING
    if before & (c.PRON | c.REL) or word in PLURAL:
        return word not in SINGULAR
    if (before & c.NAME and _hangs_on_plural(line, start - 1)) or is_counted(line, start - 1):
        return True
    if before & (c.DET | c.POSS | c.PREP | c.AUX) and not before & c.NOUN:
        return False
    return (bool(before & c.NOUNISH) and is_plural(word)) or bool(before & (c.COMMA | c.DASH))


def _is_singular(line: Line, at: int) -> bool:
    """`a public records (request)`: tell whether "a" or the like stands before the nouns that end at ``at``."""
    first, _ = line.bounds(at) if at >= 0 else (0, 0)
    while at > first and line.classes[at] & c.NOUNISH and not line.classes[at] & (c.DET | c.NUM):
        at -= 1
    return line.word(at) in ONE


def _hangs_on_plural(line: Line, at: int) -> bool:
    """Tell whether the name at ``at`` hangs on a plural: "figures from the Health Service | show"."""
    first, _ = line.bounds(at)
    while at > first and line.classes[at] & (c.NAME | c.DET):
        at -= 1
    return bool(line.classes[at] & c.PREP) and at > first and line.word(at - 1).endswith("s")


def is_done(verb: Verb) -> bool:
    """Tell whether the form may be a past participle: "known", not "knew"."""
    return bool(verb.classes & c.DONE)
