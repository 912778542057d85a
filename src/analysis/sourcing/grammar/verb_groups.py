"""Finite verbs and their groups, told from nouns and participles by the words around them."""

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import Holding, Words, group
from analysis.sourcing.grammar.patterns import Place, Row, Table, after, before, here
from analysis.sourcing.grammar.tokens import Tokens

BE, HAVE, EACH = group("be"), group("have"), group("each")
MAY_BE_PLURAL = Words("plural", endings=("s",))
GENITIVE = Words(endings=("'s",))
IN_ED = Words(endings=("ed",))
INSERTED = 5
VERBAL = c.AUX | c.PAST | c.VERB | c.BASE
MAY_BE_FINITE = VERBAL | c.NOUN
"""The classes of which a finite verb has one: this is asked first where many words are asked."""

Is = Row[bool]
FINITE = Table(
    False,
    Is(False, "In |May| it fell.", (here(c.TIME, words={"may"}),)),
    Is(True, "He |will| go.", (here(c.AUX),)),
    Is(True, "Yesterday she |chairs| it.", (here(c.NOUN, ~c.NOUN), before(c.PRON, c.ADV | c.NUM))),
    Is(False, "The |mayor| left.", (here(none=VERBAL),)),
    Is(False, "They were late but not |allowed| in.", (here(c.PAST), before(c.NEG), Place(-2, none=c.AUX))),
    Is(True, "They |failed| in May.", (here(c.PAST), before(c.PRON | c.REL | c.ADV))),
    Is(False, "Lee is a |self-described| expert.", (here(c.PAST, words=Holding("-")),)),
    Is(False, "Lee has a |saw| and a spade.", (here(c.PAST), before(words={"a", "an"}))),
    Is(False, "The |failed| plan is dead.", (here(c.PAST), before(c.DET | c.POSS | c.PREP), after(c.NOUNISH))),
    Is(False, "Lee's |failed| plan is dead.", (here(c.PAST), before(words=GENITIVE), after(c.NOUNISH))),
    Is(True, "The plan |fell| in May.", (here(c.PAST, words=group("past only")),)),
    Is(False, "The plan |released| in May is dead.", (here(c.PAST, words=IN_ED), after(c.PREP, c.TO))),
    Is(True, "The plan |failed| again.", (here(c.PAST),)),
    Is(True, "They |plan| it.", (here(c.NOUN), before(c.PRON | c.REL, c.DET | c.NUM))),
    Is(True, "The owners |plan| a farm.", (here(c.BASE), after(c.DET | c.POSS), before(c.NOUN, words=MAY_BE_PLURAL))),
    Is(True, "The order |notes| that it is so.", (here(c.VERB), before(c.NOUN), after(words={"that"}))),
    Is(False, "The |plan| is dead.", (here(c.NOUN),)),
    Is(True, "He may |agree|.", (here(c.BASE), before(c.PRON | c.REL | c.ADV | c.AUX))),
    Is(True, "The owners |agree|.", (here(c.BASE), before(c.NOUNISH, words=MAY_BE_PLURAL))),
    Is(False, "To |agree| is hard.", (here(c.BASE),)),
    Is(True, "The owner |agrees|.", (here(c.VERB),)),
)


def is_finite(tokens: Tokens, at: int) -> bool:
    """Tell whether a token is most likely the finite verb of a clause (never within quotation marks)."""
    known = tokens.finite.get(at)
    if known is None:
        plain = not tokens.quoted[at] and not tokens.classes[at] & tokens.capital
        known = tokens.finite[at] = plain and FINITE.decide(tokens, at)
    return known


def is_plural(word: str) -> bool:
    """Tell whether a word may be a subject in the plural: "officials", "people", "many"."""
    return word in MAY_BE_PLURAL


def next_finite(tokens: Tokens, start: int, end: int) -> int | None:
    """Return the first finite verb among tokens ``start`` to ``end``; None where there is none."""
    for at in range(start, end):
        if tokens.classes[at] & MAY_BE_FINITE and is_finite(tokens, at):
            return at
    return None


def has_finite(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether there is a finite verb among tokens ``start`` to ``end``."""
    return next_finite(tokens, start, end) is not None


def verb_start(tokens: Tokens, at: int, first: int) -> int:
    """Return where the group of the verb at ``at`` begins: its auxiliaries and adverbs belong to it."""
    start = at
    while start > first and HELPS.decide(tokens, start - 1):
        start -= 1
    if tokens.classes[at] & c.DONE:
        return _before_inserted(tokens, start, first)
    return start


def _before_inserted(tokens: Tokens, start: int, first: int) -> int:
    """Return the start of a group which a time or place interrupts: "has (in recent weeks) | said"."""
    floor = max(first, start - INSERTED)
    if HAVE.words.isdisjoint(tokens.lower[max(0, floor - 1) : start]):  # as most often
        return start
    at = tokens.skip_back(start - 2, floor, c.DET | c.NOUNISH, c.PREP)
    if tokens.is_(at, c.PREP) and tokens.lower[at - 1] in HAVE.words:
        return verb_start(tokens, at - 1, first)
    return start


HELPS = Table(
    False,
    Is(False, "Officials |there| said no.", (here(words=group("where")), before(c.NOUNISH))),
    Is(False, "Those who were |there| said no.", (here(words=group("where")), before(words=BE))),
    Is(True, "He |never| said no.", (here(c.AUX | c.ADV, c.NAME | c.TIME | c.REL),)),
    Is(True, "He has |since| said no.", (here(words={"since"}), before(c.AUX))),
    Is(True, "He has not |yet| said no.", (here(words={"yet"}), before(c.AUX | c.NEG))),
    Is(True, "He has |so| far not said no.", (here(words={"so"}), before(c.AUX), after(words={"far"}))),
    Is(
        True,
        "He |neither| confirmed nor denied it.",
        (here(words={"neither"}), before(c.NOUNISH | c.PRON), after(c.PAST | c.VERB)),
    ),
    Is(True, "They would |neither| confirm nor deny it.", (here(words={"neither"}), before(c.AUX))),
    Is(True, "They have |all| said no.", (here(words=EACH), before(c.AUX))),
    Is(True, "He had |earlier| said no.", (here(c.ADV), here(c.TIME), before(c.AUX))),
)


def after_adverbs(tokens: Tokens, at: int, last: int) -> int:
    """Return the first token from ``at`` on that is no adverb."""
    return tokens.skip(at, last, c.ADV, c.PREP | c.NOUN)
