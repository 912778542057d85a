"""Noun phrases without a parser, read to the right from their first word, with what hangs on them."""

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.noun_phrases import MARKS_WITHIN, SHORT_QUOTE
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import is_finite

LINK, HEAD_LINK, NEW_PHRASE = group("phrase link"), group("head preposition"), group("new phrase")


def phrase_end(tokens: Tokens, start: int, last: int) -> int | None:
    """Return the end of the noun phrase that begins with ``start``, with of-phrases and the like; None if none."""
    end = chunk_end(tokens, start, last)
    while end is not None and end < last - 1:
        further = _bracket_end(tokens, end, last) if tokens.words[end] == "(" else _further_end(tokens, end, last)
        if further is None:
            break
        end = further
    return end


def _bracket_end(tokens: Tokens, at: int, last: int) -> int | None:
    return next((i + 1 for i in range(at, min(at + SHORT_QUOTE, last)) if tokens.words[i] == ")"), None)


def _further_end(tokens: Tokens, end: int, last: int) -> int | None:
    """Return where the phrase ends if "of ...", "for ...", "and ..." at ``end`` belongs to it, else None."""
    low, after = tokens.lower[end], tokens.lower[end + 1]
    if (
        low not in LINK
        or (low in HEAD_LINK and not tokens.classes[end - 1] & c.NOUN)
        or tokens.classes[end + 1] & c.TIME
    ):
        return None
    if after in NEW_PHRASE and low not in ("of", "for", "and"):
        return None
    further = chunk_end(tokens, end + 1, last)
    if further is None or (low == "and" and further < last and is_finite(tokens, further)):
        return None
    return further


def chunk_end(tokens: Tokens, start: int, last: int) -> int | None:
    """Return the end of the plain noun phrase that begins with ``start``; None where there is none."""
    at, nouns = start, 0
    if (
        at < last
        and tokens.classes[at] & (c.PRON | c.OBJ)
        and not tokens.classes[at] & (c.DET | c.NAME | c.NUM | c.POSS)
    ):
        return at + 1
    while at < last:
        quote = tokens.quote_of.get(at)
        if tokens.classes[at] & c.OPEN and quote:
            if quote[1] > last or (at > start and quote[1] - at >= SHORT_QUOTE):
                break
            at, nouns = quote[1], nouns + 1
        elif _is_noun(tokens, at, nouns):
            nouns += not tokens.classes[at] & c.NUM or not tokens.is_(at + 1, c.PAST | c.ING | c.NOUNISH)
            at += 1
        elif _goes_before_noun(tokens, at, nouns):
            at += 1
        else:
            break
    return at if nouns or (at > start and tokens.classes[at - 1] & (c.DET | c.OBJ)) else None


def _is_noun(tokens: Tokens, at: int, nouns: int) -> bool:
    bits = tokens.classes[at]
    return (
        bool(bits & c.NOUNISH) and not (bits & c.TIME and nouns and not bits & c.NOUN) and not bits & (c.PREP | c.AUX)
    )


def _goes_before_noun(tokens: Tokens, at: int, nouns: int) -> bool:
    """Tell whether a word that is no noun stands within a noun phrase: an article, a participle, a mark."""
    bits = tokens.classes[at]
    if bits & c.MARK:
        return tokens.words[at] in MARKS_WITHIN and tokens.is_(at + 1, c.NOUNISH)
    if nouns:
        return bool(bits & c.ING) and tokens.is_(at + 1, c.NOUN) and not tokens.is_(at + 1, c.NAME)
    return bool(bits & (c.DET | c.POSS)) or (bool(bits & (c.PAST | c.ING | c.ADV)) and not bits & (c.PREP | c.SUB))


def widened_end(tokens: Tokens, end: int, last: int) -> int:
    """Return the end of a noun phrase with what follows it: "released Friday", "conducted by ...", "who ..."."""
    while end < last - 1:
        if tokens.lower[end] == "who":
            clause = (
                i for i in range(end + 1, last) if tokens.classes[i] & (c.COMMA | c.STOP | c.DASH | c.COLON | c.OPEN)
            )
            return next(clause, last)
        further = _wider(tokens, end, last)
        if further == end:
            break
        end = further
    return end


def _wider(tokens: Tokens, end: int, last: int) -> int:
    bits, low = tokens.classes[end], tokens.lower[end]
    participle = (bits & c.PAST and tokens.is_(end + 1, c.PREP | c.TIME | c.ADV)) or (
        bits & c.ING and tokens.is_(end + 1, c.DET | c.NOUNISH)
    )
    if participle or low in ("by", "from", "of"):
        object_ = end + 1 + (participle and tokens.is_(end + 1, c.PREP))  # "involved in the talks"
        return phrase_end(tokens, object_, last) or end + 1
    dated = (bits & c.TIME and not bits & c.PREP) or (
        tokens.is_(end + 1, c.TIME) and (low in ("this", "last") or bits & c.PREP)
    )
    return end + 1 if dated or (low == "on" and tokens.word(end + 1) == "the") else end
