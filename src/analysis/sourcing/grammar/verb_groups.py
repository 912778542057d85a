"""Finite verbs and their groups, told from nouns and participles by the words around them."""

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.tokens import Tokens

PLURAL, PAST_ONLY, WHERE, EACH = group("plural"), group("past only"), group("where"), group("each")
HAVE = group("have")
INSERTED = 5
VERBAL = c.AUX | c.PAST | c.VERB | c.BASE


def is_finite(tokens: Tokens, at: int) -> bool:
    """Tell whether a token is most likely the finite verb of a clause (never within quotation marks)."""
    bits = tokens.classes[at]
    if tokens.quoted[at]:
        return False
    if not bits & VERBAL:
        return bits == c.NOUN and tokens.is_(at - 1, c.PRON) and _follows_subject(tokens, at)
    if bits & c.AUX:
        return True
    if bits & c.NAME and tokens.part != "headline":
        return False
    if bits & c.PAST:
        return _is_past_tense(tokens, at)
    if bits & c.NOUN:
        return tokens.is_(at - 1, c.PRON | c.REL) and not tokens.is_(at - 1, c.DET)
    if bits & c.BASE:
        return tokens.is_(at - 1, c.PRON | c.REL | c.ADV | c.AUX) or (
            tokens.is_(at - 1, c.NOUNISH) and is_plural(tokens.word(at - 1))
        )
    return True


def _follows_subject(tokens: Tokens, at: int) -> bool:
    """Tell whether the pronoun before an unknown word is its subject: "she chairs", "It traces"."""
    if tokens.is_(at - 1, c.DET | c.POSS | c.REL | c.ADV):
        return False
    return not tokens.is_(at - 1, c.OBJ) or tokens.bounds(at)[0] == at - 1


def is_plural(word: str) -> bool:
    """Tell whether a word may be a subject in the plural: "officials", "people", "many"."""
    return word.endswith("s") or word in PLURAL


def _is_past_tense(tokens: Tokens, at: int) -> bool:
    """Tell whether a form in -ed is a finite verb and no participle: "the plan failed", not "a failed plan"."""
    if tokens.is_(at - 1, c.PRON | c.REL | c.ADV):
        return True
    if "-" in tokens.words[at]:
        return False
    if (tokens.is_(at - 1, c.DET | c.POSS | c.PREP) or tokens.word(at - 1).endswith("'s")) and tokens.is_(
        at + 1, c.NOUNISH
    ):
        return False
    preposition = tokens.is_(at + 1, c.PREP) and not tokens.is_(at + 1, c.TO)
    return tokens.lower[at] in PAST_ONLY or not preposition or not tokens.lower[at].endswith("ed")


def has_finite(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether there is a finite verb among tokens ``start`` to ``end``."""
    return any(is_finite(tokens, at) for at in range(start, end))


def verb_start(tokens: Tokens, at: int, first: int) -> int:
    """Return where the group of the verb at ``at`` begins: its auxiliaries and adverbs belong to it."""
    start = at
    while start > first and not tokens.quoted[start - 1] and _helps(tokens, start - 1):
        start -= 1
    return _before_inserted(tokens, start, first) if tokens.classes[at] & c.DONE else start


def _before_inserted(tokens: Tokens, start: int, first: int) -> int:
    """Return the start of a group which a time or place interrupts: "has (in recent weeks) | said"."""
    for at in range(start - 2, max(first, start - INSERTED) - 1, -1):
        if tokens.classes[at] & c.PREP:
            return verb_start(tokens, at - 1, first) if tokens.word(at - 1) in HAVE else start
        if not tokens.classes[at] & (c.DET | c.NOUNISH):
            break
    return start


def _helps(tokens: Tokens, at: int) -> bool:
    """Tell whether a word may belong to a verb's group: "has", "also", the "since" of "has since said".

    The "there" of "officials there said" does not.
    """
    bits = tokens.classes[at]
    if tokens.lower[at] in WHERE and tokens.is_(at - 1, c.NOUNISH):
        return False
    if bits & (c.AUX | c.ADV) and not bits & (c.NAME | c.TIME | c.REL):
        return True
    within = tokens.lower[at] == "since" or tokens.lower[at] in EACH or bool(bits & c.ADV and bits & c.TIME)
    return within and tokens.is_(at - 1, c.AUX)


def after_adverbs(tokens: Tokens, at: int, last: int) -> int:
    """Return the first token from ``at`` on that is no adverb."""
    while at < last and tokens.classes[at] & c.ADV and not tokens.classes[at] & (c.PREP | c.NOUN):
        at += 1
    return at
