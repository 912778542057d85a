"""Noun phrases without a parser, read to the left from their last word; `phrase_ends` reads to the right."""

from analysis.sourcing import classes as c
from analysis.sourcing.cues import cue_forms
from analysis.sourcing.grammar import group
from analysis.sourcing.tokens import Line, word_classes

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


def chunk_start(line: Line, last: int, first: int) -> int | None:
    """Return the start of the plain noun phrase that ends with token ``last``: "the former aide Lee"; None if none."""
    at = _head(line, last, first)
    if at is None or (line.classes[at] & (c.PRON | c.OBJ | c.DET) and not line.classes[at] & c.NAME):
        return at
    while at > first:
        bits = line.classes[at - 1]
        if bits & (c.DET | c.POSS):
            return _with_quantifier(line, at - 1, first)
        if _stops(line, at, first) or not _joins(line, at, first):
            break
        at -= 1
    return at


def _head(line: Line, last: int, first: int) -> int | None:
    """Return the noun, name or pronoun with which a phrase ends, before brackets and an apostrophe."""
    at = last
    if line.classes[at] & c.BRACKET:
        at = _before_bracket(line, at, first)
    if at > first and line.words[at] in ("’", "'"):
        at -= 1
    if at < first:
        return None
    bits = line.classes[at]
    alone = bits & c.DET and not bits & (c.SUB | c.REL) and line.lower[at] not in ARTICLES
    share = line.words[at] == "%" and at > first and line.is_(at - 1, c.NUM)
    return at if bits & (c.PRON | c.OBJ | c.NOUNISH) or alone or share else None


def _before_bracket(line: Line, at: int, first: int) -> int:
    """Return the token before the bracket that closes at ``at``; below ``first`` where none opens."""
    return next((i - 1 for i in range(at - 1, max(first, at - BRACKETED) - 1, -1) if line.words[i] in "(["), first - 1)


def _with_quantifier(line: Line, at: int, first: int) -> int:
    before = line.lower[at - 1] if at > first else ""
    return at - 1 if before in ("all", "both", "half") or (before == "a" and line.lower[at] == "few") else at


def _stops(line: Line, at: int, first: int) -> bool:
    """Tell whether the word before ``at`` cannot belong to the phrase: "is", "who", the day of "On Tuesday Lee"."""
    bits = line.classes[at - 1]
    if bits & (c.AUX | c.REL):
        return True
    if not line.classes[at] & c.NAME:
        return False
    if word_classes().get(line.lower[at - 1].removesuffix("s"), 0) & c.TIME:  # "for months | Lee"
        return True
    return bool(bits & c.TIME and not bits & c.NOUN) or bool(
        bits & c.NUM and at - 2 >= first and line.classes[at - 2] & c.PREP
    )


def _joins(line: Line, at: int, first: int) -> bool:
    """Tell whether the word before ``at`` belongs to the noun phrase: another noun, an adjective, a mark as in AT&T."""
    bits, before = line.classes[at - 1], at - 2 >= first
    if bits & c.NOUNISH and not (bits & (c.VERB | c.PAST) and not bits & (c.NOUN | c.NAME)):
        return True
    if bits & (c.PAST | c.ING):
        return (
            at - 1 == first
            or line.is_(at - 2, c.DET | c.POSS | c.PREP | BORDER | c.ADV)
            or line.word(at - 2).endswith("'s")
        )
    if bits & c.ADV and not bits & c.TIME:
        return before and line.is_(at - 2, c.DET | c.POSS)
    if bits & c.PREP:
        return before and line.lower[at - 1] in PLACE and line.is_(at - 2, c.DET)
    return before and bool(bits & c.MARK) and line.is_(at - 2, c.NOUNISH) and line.words[at - 1] in MARKS_WITHIN


def phrase_start(line: Line, last: int, first: int, depth: int = 0) -> int | None:
    """Return the start of the noun phrase that ends with ``last``, with what hangs on it; None where there is none.

    "officials in Washington", "a spokesman for the campaign", "people involved in the talks", "Lee and Garcia": a loose
    part is taken in only where the whole then begins at a border of the clause.
    """
    start = chunk_start(line, last, first)
    if start is None or depth > DEEP:
        return start
    start = _quantified(line, _of_what(line, _quantified(line, start, first), first), first)
    if start <= first or line.classes[last] & c.PRON:
        return start
    further = _linked(line, start - 1, first, depth)
    return start if further is None else further


def _quantified(line: Line, start: int, first: int) -> int:
    """Take in "about" before a number, and "three in" before "10"."""
    if start > first and line.lower[start - 1] in APPROXIMATION and line.is_(start, c.NUM):
        return start - 1
    if start > first and (line.lower[start - 1], line.lower[start]) in AT_LEAST:
        return start - 1
    if start - 2 >= first and (line.lower[start - 2], line.lower[start - 1]) in AT_LEAST:
        return start - 2
    if start - 2 >= first and line.lower[start - 1] == "in" and line.is_(start, c.NUM) and line.is_(start - 2, c.NUM):
        further = chunk_start(line, start - 2, first)
        return start if further is None else further
    return start


def _of_what(line: Line, start: int, first: int) -> int:
    """Take in what stands before "of": "a majority of voters", "some of them"."""
    while start > first + 1 and line.lower[start - 1] == "of":
        head = start - 2
        further = head if line.classes[head] & (c.DET | c.NUM | c.PRON) else chunk_start(line, head, first)
        if further is None:
            break
        start = further
    return start


def _linked(line: Line, link: int, first: int, depth: int) -> int | None:
    """Return the start of a longer phrase over the linking word at ``link``; None where there is none."""
    low, bits = line.lower[link], line.classes[link]
    if low in ("even", "also", "other") and line.is_(link - 1, c.CONJ):
        return _linked(line, link - 1, first, depth)
    if low in LOOSE or low in JOINING:
        further = _beyond(line, link, first, depth)
        if further is None and low in LOOSE and line.is_(link - 1, c.PAST | c.ING) and link - 1 > first:
            further = _beyond(line, link - 1, first, depth)
        return further
    if bits & c.ING and not bits & c.NAME:
        return _beyond(line, link, first, depth)
    return _beyond(line, link - 1, first, depth) if bits & c.TIME and line.is_(link - 1, c.PAST) else None


def _beyond(line: Line, link: int, first: int, depth: int) -> int | None:
    """Return the start of the noun phrase before a linking word, if that phrase begins at a border."""
    before = link - 1
    if before > first and line.classes[before] & c.COMMA and line.classes[link] & c.CONJ:
        before -= 1
    if before < first or line.quoted[before] or not line.classes[before] & (c.NOUNISH | c.BRACKET):
        return None
    if line.classes[before] & c.TIME and not line.classes[link] & c.CONJ:
        return None
    start = phrase_start(line, before, first, depth + 1)
    if start is None or start == first or line.classes[start - 1] & (BORDER & ~c.OPEN):
        return start
    cue = cue_forms().get(line.lower[start - 1]) if not line.classes[link] & c.CONJ else None
    return start if cue and "clause" in cue[0].frames and cue[1] & (c.PAST | c.VERB) else None
