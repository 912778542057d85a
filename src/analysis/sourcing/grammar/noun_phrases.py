"""Noun phrases without a parser, read to the left from their last word; `phrase_ends` reads to the right."""

from collections.abc import Iterator
from functools import cache

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import Words, group
from analysis.sourcing.grammar.cues import NO_CUE, cue_forms
from analysis.sourcing.grammar.patterns import Place, Row, Table, after, before, here
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import GENITIVE

BORDER = c.COMMA | c.STOP | c.COLON | c.DASH | c.OPEN | c.CLOSE | c.BRACKET | c.SUB | c.CONJ
ABOUT, HARDLY, NOBODY = group("approximation"), group("hardly"), group("nobody")
ANYONE, EVERYONE = frozenset(("a", "any", "anybody", "anyone")), frozenset(("all", "every", "everybody", "everyone"))
OLD = Words(endings=("-old",))
LOOSE = group("loose preposition")
MARKS_WITHIN = frozenset("’'&$@#%/")
DATED = {True: 0, False: c.TIME}
"""A time may be joined by "and", but nothing hangs on it."""
DEEP = 6
SHORT_QUOTE = 8
BRACKETED = 12

Is = Row[bool]
HEADS = Table(
    False,
    Is(True, "Lee told |them| no.", (here(c.PRON | c.OBJ | c.NOUNISH),)),
    Is(True, "The |injured| said no.", (here(words=group("people by participle")), before(words={"the"}))),
    Is(False, "Lee saw |the| old.", (here(words=group("article")),)),
    Is(True, "|Many| said no.", (here(c.DET, c.SUB | c.REL),)),
)
"""With what a noun phrase may end."""
QUANTIFIED = Table(
    False,
    Is(True, "Nearly all |the| owners said no.", (before(words={"all", "both", "half"}),)),
    Is(True, "No |other| owner said no.", (before(words={"no"}), here(words={"other"}))),
    Is(True, "Only a |few| owners said no.", (before(words={"a"}), here(words={"few"}))),
)
"""A determiner before which stands another."""
WITHIN = Table(
    False,
    Is(False, "|The| board said no.", (here(c.DET | c.POSS),)),
    Is(False, "The town's mayor |is| Lee.", (here(c.AUX | c.REL),)),
    Is(False, "On |Tuesday| Lee said no.", (here(c.TIME), after(c.NAME))),
    Is(False, "For |months| Lee said no.", (here(words=group("plural time")), after(c.NAME))),
    Is(False, "In |2019| Lee said no.", (here(c.NUM), before(c.PREP), after(c.NAME))),
    Is(True, "The |school| board said no.", (here(c.NOUNISH),)),
    Is(False, "“No,” |said| one owner.", (here(c.PAST), before(c.CLOSE), after(c.NUM))),
    Is(True, "|Someone| close to Lee said no.", (here(words=group("somebody")), after(words={"close", "familiar"}))),
    Is(True, "|elected| officials said no.", (here(c.PAST | c.ING), here(c.FIRST))),
    Is(True, "The |elected| mayor said no.", (here(c.PAST | c.ING), before(c.DET | c.POSS | c.PREP | BORDER | c.ADV))),
    Is(False, "A 31-year-old |admitted| guilt.", (here(c.PAST | c.ING), before(words=OLD))),
    Is(True, "Two |elected| mayors said no.", (here(c.PAST | c.ING), before(c.NUM), after(c.NOUN))),
    Is(True, "The town's |elected| mayor said no.", (here(c.PAST | c.ING), before(words=GENITIVE))),
    Is(True, "Aides with |direct| knowledge said no.", (here(c.BASE), before(c.PREP, c.TO | c.SUB), after(c.NOUN))),
    Is(True, "The |newly| elected mayor said no.", (here(c.ADV, c.TIME | c.PAST | c.ING), before(c.DET | c.POSS))),
    Is(True, "An |outside| adviser said no.", (here(words=group("place within")), before(c.DET))),
    Is(True, "The Smith |&| Sons manager said no.", (here(c.MARK, words=MARKS_WITHIN), before(c.NOUNISH))),
)
"""What may stand within a noun phrase, before its last noun and behind its determiner."""
SIZES = Table(
    0,
    Row(1, "About |40| owners said no.", (here(c.NUM), before(words=ABOUT))),
    Row(1, "At |least| one owner said no.", (here(words={"least", "most"}), before(words={"at"}))),
    Row(2, "At least |40| owners said no.", (before(words={"least", "most"}), Place(-2, words={"at"}))),
    Row(2, "More than |40| owners said no.", (before(words={"than"}), Place(-2, words={"more", "fewer", "less"}))),
    Row(1, "As |many| as 40 owners said no.", (here(words={"many"}), before(words={"as"}))),
    Row(1, "A |few| in Ohio said no.", (here(words={"few"}), before(words={"a"}))),
    Row(1, "No |one| said no.", (here(words={"one"}), before(words={"no"}))),
    Row(1, "Nearly |everyone| said no.", (here(words=EVERYONE | {"no", "nobody", "none"}), before(words=ABOUT))),
    Row(1, "Not |a| single owner said no.", (here(words={"a"}), before(words={"not"}), after(words={"single"}))),
    Row(0, "It was not |one| owner.", (before(words=HARDLY), Place(-2, c.AUX))),
    Row(1, "Not |one| owner said no.", (here(words=EVERYONE | {"one", "many"}), before(words={"not"}))),
    Row(1, "Hardly |any| owner said no.", (here(words=ANYONE), before(words=HARDLY, none=c.NEG))),
)
"""How many words before a number say about how many."""
SHARES = Table(False, Is(True, "Three in |10| owners said no.", (here(c.NUM), before(words={"in"}), Place(-2, c.NUM))))
LINKED = Table(
    False,
    Is(True, "|Officials| in Ohio said no.", (here(c.NOUNISH | c.BRACKET),)),
    Is(True, "|Those| in favor said no.", (here(words=group("plural")),)),
    Is(True, "|Everyone| in the room said no.", (here(c.PRON, words=group("somebody")),)),
    Is(True, "|None| in the room said no.", (here(c.PRON, words=NOBODY),)),
)
"""What something may hang on, or be joined to."""
SCALES = Table(False, Is(True, "Garcia and |even| Lee said no.", (here(words=group("scale")), before(c.CONJ))))
"""Words between a conjunction and the noun that it joins."""
JOINTS = Table(1, Row(2, "Garcia, Toll, |and| Lee said no.", (here(c.CONJ), before(c.COMMA))))
"""How far before a linking word the phrase ends that it links."""
LINKS = Table[tuple[int, ...]](
    (),
    Row((0, 1), "People involved |in| talks said no.", (here(words=LOOSE), before(c.PAST | c.ING, c.FIRST))),
    Row((0,), "Officials |in| Ohio said no.", (here(words=LOOSE),)),
    Row((0,), "Garcia |and| Lee said no.", (here(words=group("joining")),)),
    Row((0,), "People |living| there said no.", (here(c.ING, c.NAME),)),
    Row((1,), "A poll released |Monday| said no.", (here(c.TIME), before(c.PAST))),
)
"""What links a phrase to one before it, and how many words before it that one may end (first choice first)."""
JOINED = Table(False, Is(True, "Lee and |voters| met.", (here(none=c.DET | c.POSS), before(words=group("joining")))))
"""A bare noun that shares its determiner with the one before."""
PARTS = Table(0, Row(2, "Some of |them| said no.", (before(words={"of"}), Place(-2, c.DET | c.NUM | c.PRON))))
"""How many words before a noun say that some are meant of several."""
HANGS = Table(
    False, Is(True, "Some people |involved| in talks said no.", (here(c.PAST | c.ING, c.NOUN), before(c.NOUN)))
)
"""A word between a noun and the preposition that hangs another noun on it."""
NOT_NOUNS = Table[int | None](
    None,
    Row(1, "The |left| said no.", (here(c.PAST | c.ING | c.BASE), before(c.DET | c.POSS))),
    Row(0, "The memorandum of |understanding| said no.", (here(c.ING), before(words={"of"}))),
)
"""What stands for a noun by the word before it, and how many determiners that are."""


def chunk_start(tokens: Tokens, last: int, first: int) -> int | None:
    """Return the start of the plain noun phrase that ends with token ``last``: "the former aide Lee"; None if none."""
    at = _head(tokens, last, first)
    if at is None or tokens.is_(at, c.PRON | c.OBJ | c.DET, c.NAME):
        return at
    while WITHIN.decide(tokens, at - 1):
        at -= 1
    if tokens.classes[at - 1] & (c.DET | c.POSS):
        return at - 1 - QUANTIFIED.decide(tokens, at - 1)
    return at


def _head(tokens: Tokens, last: int, first: int) -> int | None:
    """Return the noun, name or pronoun with which a phrase ends, before brackets and an apostrophe."""
    at = _before_bracket(tokens, last, first) if tokens.classes[last] & c.BRACKET else last
    at -= tokens.lower[at] in ("’", "'")
    return at if at >= first and HEADS.decide(tokens, at) else None


def _before_bracket(tokens: Tokens, at: int, first: int) -> int:
    """Return the token before the bracket that closes at ``at``; below ``first`` where none opens."""
    places = range(at - 1, max(first, at - BRACKETED) - 1, -1)
    return next((opening - 1 for opening in places if tokens.words[opening] in "(["), first - 1)


def phrase_start(tokens: Tokens, last: int, first: int, depth: int = 0) -> int | None:
    """Return the start of the noun phrase that ends with ``last``, with what hangs on it; None where there is none.

    "officials in Washington", "a spokesman for the campaign", "people involved in the talks", "Lee and Garcia": a loose
    part is taken in only where the whole then begins at a border of the clause.
    """
    start = chunk_start(tokens, last, first)
    if start is None or depth > DEEP:
        return start
    start = _quantified(tokens, start, first)
    start = _quantified(tokens, _of_what(tokens, start, first), first)
    if start <= first or tokens.classes[last] & c.PRON:
        return start
    further = _linked(tokens, start - 1, first, depth)
    return start if further is None else further


def _quantified(tokens: Tokens, start: int, first: int) -> int:
    """Take in "about" before a number, and "three in" before "10"."""
    if tokens.lower[start - 1] not in _leads_to_number():  # as most often
        return start
    further = start - SIZES.decide(tokens, start)
    if further >= first:
        start = further
    share = chunk_start(tokens, start - 2, first) if SHARES.decide(tokens, start) else None
    return start if share is None else share


@cache
def _leads_to_number() -> frozenset[str]:
    """Return the words of which one stands right before in each row of `SIZES` and `SHARES`."""
    return ABOUT | HARDLY | {"a", "as", "at", "in", "least", "most", "no", "than"}


def _of_what(tokens: Tokens, start: int, first: int) -> int:
    """Take in what stands before "of": "a majority of voters", "some of them"."""
    while tokens.lower[start - 1] == "of":
        head = start - 2
        further = head if tokens.classes[head] & (c.DET | c.NUM | c.PRON) else chunk_start(tokens, head, first)
        if further is None:
            break
        start = further
    return start


def _linked(tokens: Tokens, link: int, first: int, depth: int) -> int | None:
    """Return the start of a longer phrase over the linking word at ``link``; None where there is none."""
    link -= SCALES.decide(tokens, link)
    for back in LINKS.decide(tokens, link):
        start = _beyond(tokens, link - back, first, depth)
        if start is not None:
            return start
    return None


def _beyond(tokens: Tokens, link: int, first: int, depth: int) -> int | None:
    """Return the start of the noun phrase before a linking word, if that phrase begins at a border."""
    joined = tokens.is_(link, c.CONJ)
    last = link - JOINTS.decide(tokens, link)
    if not _may_be_linked(tokens, last, DATED[joined]):
        return None
    start = phrase_start(tokens, last, first, depth + 1)
    if start is None or start == first:
        return start
    if tokens.is_(start - 1, BORDER & ~c.OPEN):
        return start
    if not joined and _opens_clause(tokens.lower[start - 1]):
        return start
    return None


def _may_be_linked(tokens: Tokens, last: int, none: int) -> bool:
    """Tell whether something may hang on the noun, or be joined to it, with which a phrase ends."""
    return LINKED.decide(tokens, last) and not tokens.is_(last, none) and not tokens.quoted[last]


def _opens_clause(word: str) -> bool:
    """Tell whether a word is a finite verb behind which a clause may begin without "that": "he said | people in"."""
    cue, classes = cue_forms().get(word, NO_CUE)
    return "clause" in cue.frames and bool(classes & (c.PAST | c.VERB))


def phrases_before(tokens: Tokens, last: int, first: int) -> Iterator[tuple[int, int, int]]:
    """Yield the plain noun phrases that hang on one another up to ``last``, the nearest first: start, its own, last.

    Of "They met some of the aides and voters in Ohio": "Ohio", "some of the aides and voters", and of this "voters".
    """
    while (own := _any_start(tokens, last, first)) is not None:
        start = _joined_start(tokens, own, first)
        yield start, start, last
        if start < own:
            yield start, own, last
        if start <= first or not tokens.is_(start - 1, c.PREP):
            return
        last = start - 2 - HANGS.decide(tokens, start - 2)


def _any_start(tokens: Tokens, last: int, first: int) -> int | None:
    """Return where the plain noun phrase begins that ends with ``last``, also where that is no noun: "the left"."""
    if last < first:
        return None
    start = chunk_start(tokens, last, first)
    if start is not None:
        return start
    size = NOT_NOUNS.decide(tokens, last)
    return None if size is None else max(first, last - size)


def _joined_start(tokens: Tokens, start: int, first: int) -> int:
    """Take in one of several, and what a bare noun is joined to: "|some| of them", "some |analysts and| voters"."""
    further = start - PARTS.decide(tokens, start)
    if further > first and JOINED.decide(tokens, further):
        before = chunk_start(tokens, further - 2, first)
        return further if before is None else _joined_start(tokens, before, first)
    return max(first, further)
