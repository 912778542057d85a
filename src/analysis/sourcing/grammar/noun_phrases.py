"""Noun phrases without a parser, read to the left from their last word; `phrase_ends` reads to the right."""

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import cue_forms
from analysis.sourcing.grammar.tokens import Tokens, word_classes

BORDER = c.COMMA | c.STOP | c.COLON | c.DASH | c.OPEN | c.CLOSE | c.BRACKET | c.SUB | c.CONJ
LOOSE, APPROXIMATION, PLACE = group("loose preposition"), group("approximation"), group("place within")
MARKS_WITHIN = "’'&$@#%/"
DEEP = 6
SHORT_QUOTE = 8
BRACKETED = 12
ARTICLES = ("the", "a", "an")
JOINING = ("and", "or", "nor", "&")
AT_LEAST = frozenset(
    (("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("less", "than"), ("as", "many"))
)


def chunk_start(tokens: Tokens, last: int, first: int) -> int | None:
    """Return the start of the plain noun phrase that ends with token ``last``: "the former aide Lee"; None if none."""
    at = _head(tokens, last, first)
    if at is None or (tokens.classes[at] & (c.PRON | c.OBJ | c.DET) and not tokens.classes[at] & c.NAME):
        return at
    while at > first:
        bits = tokens.classes[at - 1]
        if bits & (c.DET | c.POSS):
            return _with_quantifier(tokens, at - 1, first)
        if _stops(tokens, at, first) or not _joins(tokens, at, first):
            break
        at -= 1
    return at


def _head(tokens: Tokens, last: int, first: int) -> int | None:
    """Return the noun, name or pronoun with which a phrase ends, before brackets and an apostrophe."""
    at = last
    if tokens.classes[at] & c.BRACKET:
        at = _before_bracket(tokens, at, first)
    if at > first and tokens.words[at] in ("’", "'"):
        at -= 1
    if at < first:
        return None
    bits = tokens.classes[at]
    alone = bits & c.DET and not bits & (c.SUB | c.REL) and tokens.lower[at] not in ARTICLES
    share = tokens.words[at] == "%" and at > first and tokens.is_(at - 1, c.NUM)
    return at if bits & (c.PRON | c.OBJ | c.NOUNISH) or alone or share else None


def _before_bracket(tokens: Tokens, at: int, first: int) -> int:
    """Return the token before the bracket that closes at ``at``; below ``first`` where none opens."""
    return next(
        (i - 1 for i in range(at - 1, max(first, at - BRACKETED) - 1, -1) if tokens.words[i] in "(["), first - 1
    )


def _with_quantifier(tokens: Tokens, at: int, first: int) -> int:
    before = tokens.lower[at - 1] if at > first else ""
    return at - 1 if before in ("all", "both", "half") or (before == "a" and tokens.lower[at] == "few") else at


def _stops(tokens: Tokens, at: int, first: int) -> bool:
    """Tell whether the word before ``at`` cannot belong to the phrase: "is", "who", the day of "On Tuesday Lee"."""
    bits = tokens.classes[at - 1]
    if bits & (c.AUX | c.REL):
        return True
    if not tokens.classes[at] & c.NAME:
        return False
    if word_classes().get(tokens.lower[at - 1].removesuffix("s"), 0) & c.TIME:  # "for months | Lee"
        return True
    return bool(bits & c.TIME and not bits & c.NOUN) or bool(
        bits & c.NUM and at - 2 >= first and tokens.classes[at - 2] & c.PREP
    )


def _joins(tokens: Tokens, at: int, first: int) -> bool:
    """Tell whether the word before ``at`` belongs to the noun phrase: another noun, an adjective, a mark as in AT&T."""
    bits, before = tokens.classes[at - 1], at - 2 >= first
    if bits & c.NOUNISH and not (bits & (c.VERB | c.PAST) and not bits & (c.NOUN | c.NAME)):
        return True
    if bits & (c.PAST | c.ING):
        return (
            at - 1 == first
            or tokens.is_(at - 2, c.DET | c.POSS | c.PREP | BORDER | c.ADV)
            or tokens.word(at - 2).endswith("'s")
        )
    if bits & c.ADV and not bits & c.TIME:
        return before and tokens.is_(at - 2, c.DET | c.POSS)
    if bits & c.PREP:
        return before and tokens.lower[at - 1] in PLACE and tokens.is_(at - 2, c.DET)
    return before and bool(bits & c.MARK) and tokens.is_(at - 2, c.NOUNISH) and tokens.words[at - 1] in MARKS_WITHIN


def phrase_start(tokens: Tokens, last: int, first: int, depth: int = 0) -> int | None:
    """Return the start of the noun phrase that ends with ``last``, with what hangs on it; None where there is none.

    "officials in Washington", "a spokesman for the campaign", "people involved in the talks", "Lee and Garcia": a loose
    part is taken in only where the whole then begins at a border of the clause.
    """
    start = chunk_start(tokens, last, first)
    if start is None or depth > DEEP:
        return start
    start = _quantified(tokens, _of_what(tokens, _quantified(tokens, start, first), first), first)
    if start <= first or tokens.classes[last] & c.PRON:
        return start
    further = _linked(tokens, start - 1, first, depth)
    return start if further is None else further


def _quantified(tokens: Tokens, start: int, first: int) -> int:
    """Take in "about" before a number, and "three in" before "10"."""
    if start > first and tokens.lower[start - 1] in APPROXIMATION and tokens.is_(start, c.NUM):
        return start - 1
    if start > first and (tokens.lower[start - 1], tokens.lower[start]) in AT_LEAST:
        return start - 1
    if start - 2 >= first and (tokens.lower[start - 2], tokens.lower[start - 1]) in AT_LEAST:
        return start - 2
    if (
        start - 2 >= first
        and tokens.lower[start - 1] == "in"
        and tokens.is_(start, c.NUM)
        and tokens.is_(start - 2, c.NUM)
    ):
        further = chunk_start(tokens, start - 2, first)
        return start if further is None else further
    return start


def _of_what(tokens: Tokens, start: int, first: int) -> int:
    """Take in what stands before "of": "a majority of voters", "some of them"."""
    while start > first + 1 and tokens.lower[start - 1] == "of":
        head = start - 2
        further = head if tokens.classes[head] & (c.DET | c.NUM | c.PRON) else chunk_start(tokens, head, first)
        if further is None:
            break
        start = further
    return start


def _linked(tokens: Tokens, link: int, first: int, depth: int) -> int | None:
    """Return the start of a longer phrase over the linking word at ``link``; None where there is none."""
    low, bits = tokens.lower[link], tokens.classes[link]
    if low in ("even", "also", "other") and tokens.is_(link - 1, c.CONJ):
        return _linked(tokens, link - 1, first, depth)
    if low in LOOSE or low in JOINING:
        further = _beyond(tokens, link, first, depth)
        if further is None and low in LOOSE and tokens.is_(link - 1, c.PAST | c.ING) and link - 1 > first:
            further = _beyond(tokens, link - 1, first, depth)
        return further
    if bits & c.ING and not bits & c.NAME:
        return _beyond(tokens, link, first, depth)
    return _beyond(tokens, link - 1, first, depth) if bits & c.TIME and tokens.is_(link - 1, c.PAST) else None


def _beyond(tokens: Tokens, link: int, first: int, depth: int) -> int | None:
    """Return the start of the noun phrase before a linking word, if that phrase begins at a border."""
    before = link - 1
    if before > first and tokens.classes[before] & c.COMMA and tokens.classes[link] & c.CONJ:
        before -= 1
    if before < first or tokens.quoted[before] or not tokens.classes[before] & (c.NOUNISH | c.BRACKET):
        return None
    if tokens.classes[before] & c.TIME and not tokens.classes[link] & c.CONJ:
        return None
    start = phrase_start(tokens, before, first, depth + 1)
    if start is None or start == first or tokens.classes[start - 1] & (BORDER & ~c.OPEN):
        return start
    cue = cue_forms().get(tokens.lower[start - 1]) if not tokens.classes[link] & c.CONJ else None
    return start if cue and "clause" in cue[0].frames and cue[1] & (c.PAST | c.VERB) else None
