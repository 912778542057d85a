"""Noun phrases without a parser, read to the right from their first word, with what hangs on them."""

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.noun_phrases import MARKS_WITHIN, SHORT_QUOTE
from analysis.sourcing.grammar.patterns import ANYTHING, Row, Table, after, before, here
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import is_finite

Is, Adds = Row[bool], Row[int | None]
WITHIN = Adds(0, "Smith |&| Sons said no.", (here(c.MARK, words=MARKS_WITHIN), after(c.NOUNISH)))
NOUNS = {
    False: Table[int | None](
        None,
        Adds(0, "|Ten| owners said no.", (here(c.NUM), after(c.PAST | c.ING | c.NOUNISH))),
        Adds(1, "A |saw| and a spade lay there.", (here(c.PAST), before(words={"a", "an"}), after(c.CONJ | c.COMMA))),
        Adds(
            1,
            "The |injured| said no.",
            (here(words=group("people by participle")), before(words={"the"}), after(none=c.NOUNISH)),
        ),
        Adds(1, "The |owners| said no.", (here(c.NOUNISH, c.PREP | c.AUX),)),
        Adds(0, "|The| owners said no.", (here(c.DET | c.POSS),)),
        Adds(0, "Then |elected| officials said no.", (here(c.PAST | c.ING | c.ADV, c.PREP | c.SUB),)),
        WITHIN,
    ),
    True: Table[int | None](
        None,
        Adds(1, "The school |board| said no.", (here(c.NOUN, c.PREP | c.AUX),)),
        Adds(1, "Mayor |Lee| said no.", (here(c.NOUNISH, c.PREP | c.AUX | c.TIME),)),
        Adds(0, "The Ohio |acting| mayor said no.", (here(c.ING), after(c.NOUN, c.NAME))),
        WITHIN,
    ),
}
"""How many nouns a word adds to a noun phrase, before and behind its first noun; None where the phrase ends."""
LINKS = Table(
    False,
    Is(False, "Lee |with| friends said no.", (here(words=group("head preposition")), before(none=c.NOUN))),
    Is(False, "The owners |in| May said no.", (after(c.TIME),)),
    Is(True, "The owners |of| a farm said no.", (here(words={"of", "for", "and"}),)),
    Is(False, "The owners |in| their farm said no.", (after(words=group("new phrase")),)),
    Is(True, "The owners |in| Ohio said no.", (here(words=group("phrase link")),)),
)
"""What joins another noun phrase to one."""
OBJECTS = Table(
    0,
    Row(2, "People |involved| in the talks said no.", (here(c.PAST), after(c.PREP))),
    Row(1, "A poll |released| Monday said no.", (here(c.PAST), after(c.TIME | c.ADV))),
    Row(1, "People |attending| the talks said no.", (here(c.ING), after(c.DET | c.NOUNISH))),
    Row(1, "A poll |by| the paper said no.", (here(words={"by", "from", "of"}),)),
)
"""How far behind a word that widens a phrase another noun phrase begins, which is taken in; 0 where none is."""
DATED = Table(
    False,
    Is(True, "A poll |Monday| said no.", (here(c.TIME, c.PREP),)),
    Is(True, "A poll |in| May said no.", (here(c.PREP), after(c.TIME))),
    Is(True, "A poll |on| the plan said no.", (here(words={"on"}), after(words={"the"}))),
)
"""What is taken in alone."""


def phrase_end(tokens: Tokens, start: int, last: int) -> int | None:
    """Return the end of the noun phrase that begins with ``start``, with of-phrases and the like; None if none."""
    end, further = None, chunk_end(tokens, start, last)
    while further is not None:
        end, further = further, _further_end(tokens, further, last)
    return end


def _further_end(tokens: Tokens, end: int, last: int) -> int | None:
    """Return where the phrase ends if a bracket, "of ...", "for ...", "and ..." at ``end`` belongs to it, else None.

    "And" may begin another clause: "the plan failed and the mayor left".
    """
    if end >= last - 1:
        return None
    if tokens.words[end] == "(":
        return _bracket_end(tokens, end, last)
    if not LINKS.decide(tokens, end):
        return None
    further = chunk_end(tokens, end + 1, last)
    if further is None or (tokens.lower[end] == "and" and is_finite(tokens, further)):
        return None
    return further


def _bracket_end(tokens: Tokens, at: int, last: int) -> int | None:
    close = tokens.skip(at + 1, min(at + SHORT_QUOTE, last) - 1, ANYTHING, c.BRACKET)
    return close + 1 if tokens.words[close] == ")" else None


def chunk_end(tokens: Tokens, start: int, last: int) -> int | None:
    """Return the end of the plain noun phrase that begins with ``start``; None where there is none."""
    if tokens.is_(start, c.PRON | c.OBJ, c.DET | c.NAME | c.NUM | c.POSS):
        return start + 1
    at, size, has_noun = start, 1, False
    while at < last and size:
        size, is_noun = _next_part(tokens, at, last, has_noun=has_noun, short=at > start)
        at, has_noun = at + size, has_noun | is_noun
    if at > start and tokens.is_(at - 1, c.DET | c.OBJ):
        return at
    return at if has_noun else None


def head_of(tokens: Tokens, start: int, end: int) -> int:
    """Return the last token of the plain noun phrase that begins with ``start``; of all up to ``end`` if none does."""
    return (chunk_end(tokens, start, end) or end) - 1


def _next_part(tokens: Tokens, at: int, last: int, *, has_noun: bool, short: bool) -> tuple[int, bool]:
    """Return how many tokens at ``at`` belong to the noun phrase before them, and whether they are a noun.

    A quotation is one; where ``short``, it must be short.
    """
    if tokens.classes[at] & c.OPEN:
        size = tokens.quote_of.get(at, (at, at))[1] - at
        fits = not (short and size >= SHORT_QUOTE)
        return size * fits, fits
    nouns = NOUNS[has_noun].decide(tokens, at)
    return (0, False) if nouns is None else (1, nouns > 0)


def widened_end(tokens: Tokens, end: int, last: int) -> int:
    """Return the end of a noun phrase with what follows it: "released Friday", "conducted by ...", "who ..."."""
    further = _wider(tokens, end, last)
    while further > end:
        end, further = further, _wider(tokens, further, last)
    return end


def _wider(tokens: Tokens, end: int, last: int) -> int:
    """Return where a phrase ends with what stands at ``end``, which is ``end`` where nothing there belongs to it."""
    if end >= last - 1:
        return end
    if tokens.lower[end] == "who":
        return tokens.skip(end + 1, last, ANYTHING, c.COMMA | c.STOP | c.DASH | c.COLON | c.OPEN)
    begins = OBJECTS.decide(tokens, end)
    if begins:
        return phrase_end(tokens, end + begins, last) or end + 1
    return end + DATED.decide(tokens, end)
