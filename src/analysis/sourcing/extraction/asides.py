"""Subjects that an aside parts from their verb: "Lee, a former aide, said"."""

from typing import NamedTuple

from analysis.sourcing.extraction.scan import next_of, next_word
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.noun_phrases import phrase_start
from analysis.sourcing.grammar.patterns import Place, Row, Table
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, next_finite

OPENING = group("embedding") | group("clause opener")
"""How a clause begins that hangs on another: "when asked", "(asked) if it would pass"."""
CONDITION = frozenset(("condition",))
ASKING, WISHED = frozenset(("asking", "requesting")), frozenset(("not", "anonymity", "that"))
EDGE = c.COMMA | c.DASH | c.CLOSE | c.STOP | c.COLON
WHO = ("who",)
LEADS = {True: c.SUB | c.REL, False: c.REL}
"""What leads to the verb of an aside, by whether that begins with a form in -ing: "speaking as | they left"."""
KNOWN = ("the", "his", "her", "their")
"""How somebody begins who has been named before: a clause behind "the official" adds nothing."""


class Stretch(NamedTuple):
    """The tokens between two commas or dashes."""

    start: int
    end: int


ADVERBIAL: Table[bool] = Table(
    False,
    Row(False, "Lee, |who| left, said no.", (Place(0, c.REL | c.DET | c.NOUN),)),
    Row(False, "Lee, |speaking| on condition of anonymity, said no.", (Place(0, c.ING), Place(2, words=CONDITION))),
    Row(
        False,
        "Lee, |speaking| on the condition that her name be withheld, said no.",
        (Place(0, c.ING), Place(3, words=CONDITION)),
    ),
    Row(False, "Lee, |asking| not to be named, said no.", (Place(0, words=ASKING), Place(1, words=WISHED))),
    Row(False, "Officials, |including| Lee, said no.", (Place(0, words=frozenset(("including",))),)),
    Row(False, "Lee, |once| a farmer, said no.", (Place(0, c.ADV), Place(1, c.DET))),
    Row(True, "Lee, |in| a letter, said no.", (Place(0, c.PREP | c.ING | c.PAST | c.ADV | c.SUB),)),
)
"""Whether an aside that begins with a word says when, where or how, and not who."""


SENTENCE_ENDS: Table[bool] = Table(
    False,
    Row(True, "“It is dead,|”| Lee, a farmer, said.", (Place(0, c.CLOSE), Place(-1, c.COMMA | c.STOP))),
    Row(True, "It is so|:| Lee, a farmer, said no.", (Place(0, c.STOP | c.COLON),)),
)
"""Where that ends which stands before the subject: a full stop, a colon, a quotation with a comma within."""


DESCRIBING: Table[bool] = Table(
    False,
    Row(True, "|The| former aide, Ann Lee, said no.", (Place(0, c.DET), Place(-1, none=c.PREP, absent=True))),
)
"""Whether a phrase may say who the name behind it is."""


def subject_with_aside(tokens: Tokens, comma: int, first: int) -> Stretch | None:
    """Return the subject before an aside that ends at ``comma``; the aside belongs to it where it says who."""
    stretches = _stretches(tokens, comma, first)
    at = _main_stretch(tokens, stretches)
    if at is None:
        return None
    start, end = _subject_of(tokens, stretches[at]) or 0, stretches[at].end
    aside = stretches[at + 1].start
    if _is_idle(tokens, aside, comma, Stretch(start, end)) or ADVERBIAL.decide(tokens, aside):
        return Stretch(start, end)
    return Stretch(start, comma + tokens.quoted[comma])


def _stretches(tokens: Tokens, comma: int, first: int) -> list[Stretch]:
    """Return the stretches between commas (or dashes) to the left of ``comma``, the last one ending there."""
    found: list[Stretch] = []
    end, start = comma, first
    for at in range(comma - 1, first - 1, -1):
        if not tokens.classes[at] & EDGE:
            continue
        if tokens.is_plain(at, c.COMMA | c.DASH):
            found.append(Stretch(at + 1, end))
            end = at
        elif SENTENCE_ENDS.decide(tokens, at):
            start = at + 1
            break
    return [Stretch(start, end), *reversed(found)]


def _main_stretch(tokens: Tokens, stretches: list[Stretch]) -> int | None:
    """Return which stretch is the subject, only asides behind it: the first that may be and is no aside itself."""
    chosen = None
    for at in range(len(stretches) - 2, -1, -1):
        if not _is_aside(tokens, stretches[at + 1]):
            break
        start = _subject_of(tokens, stretches[at])
        if chosen is not None and _is_apart(tokens, start, stretches[chosen]):
            break
        chosen = chosen if start is None else at
    return chosen


def _is_apart(tokens: Tokens, start: int | None, behind: Stretch) -> bool:
    """Tell whether a stretch belongs to no subject before: "but he", and a full name that nothing describes.

    `After the vote, | Ann Lee` is apart; `The former aide, | Ann Lee` is not.
    """
    if tokens.is_(behind.start, c.CONJ | c.SUB):
        return True
    described = start is None or DESCRIBING.decide(tokens, start)
    return not described and _is_full_name(tokens, behind)


def _is_full_name(tokens: Tokens, stretch: Stretch) -> bool:
    several = stretch.end - stretch.start > 1
    return several and tokens.skip(*stretch, c.NAME) == stretch.end


def _subject_of(tokens: Tokens, stretch: Stretch) -> int | None:
    """Return where the subject begins in a stretch that consists of it: "(But) the former aide"."""
    start, end = stretch
    who = next_word(tokens, WHO, start, end)
    if who and phrase_start(tokens, who - 1, start) == start:  # "a broker who sold it"
        return start
    found = phrase_start(tokens, end - 1, start)
    if found is None or _is_date(tokens, found, end - 1):
        return None
    return found if _leads(tokens, start, found) else None


def _leads(tokens: Tokens, start: int, subject: int) -> bool:
    """Tell whether what stands before a subject leads to it: "(but) the aide", "(he left when) the aide"."""
    led = tokens.is_(start, c.CONJ | c.SUB | c.ADV) or tokens.is_(subject - 1, c.SUB | c.CONJ)
    return led or subject == start


def _is_date(tokens: Tokens, start: int, last: int) -> bool:
    return tokens.is_(last, c.TIME) and not tokens.is_(start, c.DET)


def _is_idle(tokens: Tokens, aside: int, comma: int, who: Stretch) -> bool:
    """Tell whether an aside adds nothing to somebody known: an age, or a clause behind "Lee" or "the official"."""
    if tokens.is_(aside, c.NUM):
        return comma - aside == 1
    if not tokens.is_(aside, c.REL):
        return False
    return who.end - who.start == 1 or tokens.lower[who.start] in KNOWN


def _is_aside(tokens: Tokens, stretch: Stretch) -> bool:
    """Tell whether a stretch between commas only describes what stands before it."""
    start, end = stretch
    opening = after_adverbs(tokens, start, end)
    opening += tokens.is_(opening, c.DONE)
    if tokens.lower[opening] in OPENING:
        return True
    verb = next_finite(tokens, opening, end)
    if verb is None:
        return start < end
    lead = next_of(tokens, opening, verb + 1, LEADS[tokens.is_(opening, c.ING)])
    return lead <= verb or "whose" in tokens.lower[opening:verb]
