"""Finite verbs and their groups, told from nouns and participles by the words around them."""

from analysis.sourcing import classes as c
from analysis.sourcing.grammar import group
from analysis.sourcing.tokens import Line

PLURAL, PAST_ONLY, WHERE = group("plural"), group("past only"), group("where")
HAVE = group("have")
INSERTED = 5


def is_finite(line: Line, at: int) -> bool:
    """Tell whether a token is most likely the finite verb of a clause (never within quotation marks)."""
    bits = line.classes[at]
    if line.quoted[at]:
        return False
    if bits & c.AUX:
        return True
    if bits & c.NAME and line.part != "headline":
        return False
    if bits & c.PAST:
        return _is_past_tense(line, at)
    if bits & (c.VERB | c.BASE) and bits & c.NOUN:
        return line.is_(at - 1, c.PRON | c.REL) and not line.is_(at - 1, c.DET)
    if bits & c.BASE:
        return line.is_(at - 1, c.PRON | c.REL | c.ADV | c.AUX) or (
            line.is_(at - 1, c.NOUNISH) and is_plural(line.word(at - 1))
        )
    return bool(bits & c.VERB) or (bits == c.NOUN and _follows_subject(line, at))


def _follows_subject(line: Line, at: int) -> bool:
    """Tell whether an unknown word stands behind a pronoun that is a subject: "she chairs", "It traces"."""
    if not line.is_(at - 1, c.PRON) or line.is_(at - 1, c.DET | c.POSS | c.REL | c.ADV):
        return False
    return not line.is_(at - 1, c.OBJ) or line.bounds(at)[0] == at - 1


def is_plural(word: str) -> bool:
    """Tell whether a word may be a subject in the plural: "officials", "people", "many"."""
    return word.endswith("s") or word in PLURAL


def _is_past_tense(line: Line, at: int) -> bool:
    """Tell whether a form in -ed is a finite verb and no participle: "the plan failed", not "a failed plan"."""
    if line.is_(at - 1, c.PRON | c.REL | c.ADV):
        return True
    if (line.is_(at - 1, c.DET | c.POSS | c.PREP) or line.word(at - 1).endswith("'s")) and line.is_(at + 1, c.NOUNISH):
        return False
    preposition = line.is_(at + 1, c.PREP) and not line.is_(at + 1, c.TO)
    return line.lower[at] in PAST_ONLY or not preposition or not line.lower[at].endswith("ed")


def has_finite(line: Line, start: int, end: int) -> bool:
    """Tell whether there is a finite verb among tokens ``start`` to ``end``."""
    return any(is_finite(line, at) for at in range(start, end))


def verb_start(line: Line, at: int, first: int) -> int:
    """Return where the group of the verb at ``at`` begins: its auxiliaries and adverbs belong to it."""
    start = at
    while start > first and not line.quoted[start - 1] and _helps(line, start - 1):
        start -= 1
    return _before_inserted(line, start, first) if line.is_(at, c.DONE) else start


def _before_inserted(line: Line, start: int, first: int) -> int:
    """Return the start of a group which a time or place interrupts: "has (in recent weeks) | said"."""
    for at in range(start - 2, max(first, start - INSERTED) - 1, -1):
        if line.is_(at, c.PREP):
            return verb_start(line, at - 1, first) if line.word(at - 1) in HAVE else start
        if not line.is_(at, c.DET | c.NOUNISH):
            break
    return start


def _helps(line: Line, at: int) -> bool:
    """Tell whether a word may belong to a verb's group: "has", "also", the "since" of "has since said".

    The "there" of "officials there said" does not.
    """
    bits = line.classes[at]
    if line.lower[at] in WHERE and line.is_(at - 1, c.NOUNISH):
        return False
    if bits & (c.AUX | c.ADV) and not bits & (c.NAME | c.TIME | c.REL):
        return True
    within = line.lower[at] in ("since", "both") or bool(bits & c.ADV and bits & c.TIME)
    return within and line.is_(at - 1, c.AUX)


def after_adverbs(line: Line, at: int, last: int) -> int:
    """Return the first token from ``at`` on that is no adverb."""
    while at < last and line.classes[at] & c.ADV and not line.classes[at] & (c.PREP | c.NOUN):
        at += 1
    return at
