"""Noun phrases, verb groups and clause ends, read off a line's classes without a parser."""

from analysis.sourcing.cues import cue_forms
from analysis.sourcing.tokens import (
    ADV, AUX, BASE, BRACKET, CLOSE, COLON, COMMA, CONJ, DASH, DET, ING, MARK, NAME, NOUN, NOUNISH, NUM, OBJ, OPEN, PAST,
    POSS, PREP, PRON, REL, STOP, SUB, TIME, TO, VERB, Line,
)  # fmt: skip

BORDER = COMMA | STOP | COLON | DASH | OPEN | CLOSE | BRACKET | SUB | CONJ
BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am", "get", "got", "isn't", "aren't", "wasn't", "weren't"))
HAVE = frozenset(("has", "have", "had", "having", "hasn't", "haven't", "hadn't", "i've", "we've", "they've", "you've"))
PLURALS = frozenset(("people", "police", "women", "men", "others", "many", "some", "few", "several", "most", "both", "percent", "public"))
PURE = frozenset(("was", "were", "had", "did", "said", "went", "came", "took", "began", "became", "knew", "saw", "gave", "wrote", "spoke", "grew", "fell", "rose", "threw", "chose", "drew"))
LOOSE = frozenset(("for", "in", "at", "from", "with", "on", "to", "by", "near", "behind", "against", "about", "under", "outside", "between", "among", "including"))


def is_finite(line: Line, at: int) -> bool:
    """Tell whether a token is most likely the finite verb of a clause."""
    bits = line.classes[at]
    if line.quoted[at]:
        return False
    if bits & AUX:
        return True
    if bits & NAME and not bits & AUX and line.part != "headline":
        return False
    if bits & PAST:
        return _is_past_tense(line, at)
    if bits & VERB and not bits & NOUN:
        return True
    if bits & BASE and not bits & NOUN:
        return line.is_(at - 1, PRON | REL | ADV | AUX) or line.is_(at - 1, NOUNISH) and (line.lower[at - 1][-1] == "s" or line.lower[at - 1] in PLURALS)
    if bits & (VERB | BASE) and not bits & CONJ:
        return line.is_(at - 1, PRON | REL) and not line.is_(at - 1, DET)
    return False


def _is_past_tense(line: Line, at: int) -> bool:
    """Tell whether a form in -ed is a finite verb here and no participle: "the plan failed", not "a failed plan"."""
    if line.is_(at - 1, PRON | REL | ADV):
        return True
    if line.is_(at - 1, DET | POSS | PREP) and line.is_(at + 1, NOUNISH):
        return False
    return line.lower[at] in PURE or not line.is_(at + 1, PREP) or not line.lower[at].endswith("ed")


def verb_start(line: Line, at: int, first: int) -> int:
    """Return where the group of a verb begins: its auxiliaries and adverbs are in."""
    start = at
    while start > first and not line.quoted[start - 1] and (_helps(line, start - 1) or line.lower[start - 1] == "since" and line.is_(start - 2, AUX)):
        start -= 1
    return start


def _helps(line: Line, at: int) -> bool:
    """Tell whether a word may belong to a verb's group."""
    return bool(line.classes[at] & (AUX | ADV)) and not line.classes[at] & (NAME | TIME | REL)


def chunk_start(line: Line, last: int, first: int) -> int | None:
    """Return the start of the plain noun phrase that ends with token ``last``: "the Democratic nominee Hillary Clinton"."""
    at = last
    classes = line.classes
    if classes[at] & BRACKET:
        at = _before_bracket(line, at, first)
        if at < first:
            return None
    if classes[at] & (PRON | OBJ) and not classes[at] & NAME:
        return at
    if classes[at] & MARK and at > first and line.words[at] in "’'":
        at -= 1
    if not (classes[at] & NOUNISH or (classes[at] & DET and not classes[at] & (SUB | REL))):
        return None
    if classes[at] & DET:
        return at
    while at > first:
        bits = classes[at - 1]
        if bits & (DET | POSS):
            at -= 1
            while at > first and line.lower[at - 1] in ("all", "both", "half"):
                at -= 1
            break
        if bits & AUX or bits & REL:
            break
        if bits & TIME and not bits & NOUN and classes[at] & NAME:
            break
        if bits & NUM and classes[at] & NAME and at - 2 >= first and classes[at - 2] & PREP:
            break
        if bits & NOUNISH and not (bits & (VERB | PAST) and not bits & (NOUN | NAME)):
            at -= 1
        elif bits & (PAST | ING) and _modifies(line, at - 1, first):
            at -= 1
        elif bits & ADV and not bits & TIME and at - 2 >= first and classes[at - 2] & (DET | POSS):
            at -= 1
        elif bits & PREP and line.lower[at - 1] in ("inside", "outside", "following", "past", "near") and at - 2 >= first and classes[at - 2] & DET:
            at -= 1
        elif bits & MARK and at - 2 >= first and classes[at - 2] & NOUNISH and line.words[at - 1] in "’'&$@#%/":
            at -= 1
        elif bits & BRACKET and line.words[at - 1] == ")" and classes[at] & NAME and _before_bracket(line, at - 1, first) >= first and False:
            at = _before_bracket(line, at - 1, first) + 1
        else:
            break
    return at


def _before_bracket(line: Line, at: int, first: int) -> int:
    """Return the token before the bracket that closes at ``at``: "(R-Pa.)"; below ``first`` where it does not open."""
    for open_ in range(at - 1, max(first, at - 12) - 1, -1):
        if line.words[open_] in "([":
            return open_ - 1
    return first - 1


def _modifies(line: Line, at: int, first: int) -> bool:
    """Tell whether a participle stands before a noun like an adjective: "elected officials", "a leaked memo"."""
    return at == first or line.is_(at - 1, DET | POSS | PREP | BORDER | ADV) or (line.is_(at - 1, NAME) and False)


def phrase_start(line: Line, last: int, first: int, depth: int = 0) -> int | None:
    """Return the start of the noun phrase that ends with ``last``, with what hangs on it.

    "officials in Washington", "a spokesman for the campaign", "people involved in the talks", "Clinton and Trump":
    a loose part is taken in only where the whole then begins at a border of the clause.
    """
    start = chunk_start(line, last, first)
    if start is None or depth > 6:
        return start
    if start > first and line.lower[start - 1] in ("about", "around", "over", "nearly", "almost") and line.is_(start, NUM):
        start -= 1
    if start > first + 1 and line.lower[start - 1] == "in" and line.is_(start, NUM) and line.is_(start - 2, NUM) and line.words[start][0].isdigit() | 1:
        start = chunk_start(line, start - 2, first) or start - 2
    while start > first + 1 and line.lower[start - 1] == "of":
        head = start - 2
        further = head if line.classes[head] & (DET | NUM | PRON) else chunk_start(line, head, first)
        if further is None:
            break
        start = further
    if start <= first or (line.classes[last] & PRON and line.classes[start] & PRON):
        return start
    link = start - 1
    bits = line.classes[link]
    further = None
    if line.lower[link] in LOOSE or (bits & CONJ and line.lower[link] in ("and", "or", "&")) or line.lower[link] == "&":
        further = _beyond(line, link, first, depth)
        if further is None and bits & (PAST | ING) == 0 and line.lower[link] in LOOSE and link - 1 > first and line.classes[link - 1] & (PAST | ING):
            further = _beyond(line, link - 1, first, depth)
    elif bits & ING and not bits & NAME:
        further = _beyond(line, link, first, depth)
    elif bits & TIME and line.is_(link - 1, PAST):
        further = _beyond(line, link - 1, first, depth)
    return start if further is None else further


def _beyond(line: Line, link: int, first: int, depth: int) -> int | None:
    """Return the start of the noun phrase before a linking word, if that phrase begins at a border."""
    before = link - 1
    if before < first:
        return None
    if line.classes[before] & COMMA and line.classes[link] & CONJ and before > first:
        before -= 1
    if not line.classes[before] & (NOUNISH | BRACKET) or line.quoted[before] or (line.classes[before] & TIME and line.classes[link] & CONJ == 0):
        return None
    start = phrase_start(line, before, first, depth + 1)
    if start is None:
        return None
    if start == first or line.classes[start - 1] & (BORDER & ~OPEN):
        return start
    cue = cue_forms().get(line.lower[start - 1])
    return start if cue and "clause" in cue[0].frames and cue[1] & (PAST | VERB) else None


def phrase_end(line: Line, start: int, last: int) -> int | None:
    """Return the end of the noun phrase that begins with token ``start``, with of-phrases and the like; None if none."""
    end = chunk_end(line, start, last)
    if end is None:
        return None
    while end < last - 1:
        low, bits = line.lower[end], line.classes[end]
        if low in ("of", "for", "and", "from", "at", "in", "with", "to", "on", "&", "or"):
            if low in ("to", "on", "in", "at", "with", "from") and not line.classes[end - 1] & NOUN:
                break
            if line.classes[end + 1] & TIME or line.lower[end + 1] in ("a", "an", "his", "her", "their", "response") and low not in ("of", "for", "and"):
                break
            further = chunk_end(line, end + 1, last)
            if further is None or (low == "and" and further < last and is_finite(line, further)):
                break
            end = further
        elif bits & BRACKET and line.words[end] == "(":
            close = next((i for i in range(end, min(end + 8, last)) if line.words[i] == ")"), None)
            if close is None:
                break
            end = close + 1
        else:
            break
    return end


def chunk_end(line: Line, start: int, last: int) -> int | None:
    """Return the end of the plain noun phrase that begins with ``start``; None where there is none."""
    at, nouns = start, 0
    classes = line.classes
    if at < last and classes[at] & (PRON | OBJ) and not classes[at] & (DET | NAME | NUM | POSS):
        return at + 1
    while at < last:
        bits = classes[at]
        if bits & NOUNISH and not (bits & TIME and nouns and not bits & NOUN) and not (bits & (PREP | AUX)):
            nouns += not bits & NUM or not line.is_(at + 1, PAST | ING | NOUNISH)
        elif nouns and bits & ING and at + 1 < last and classes[at + 1] & NOUN and not classes[at + 1] & NAME:
            pass
        elif bits & (DET | POSS) and not nouns:
            pass
        elif bits & (PAST | ING | ADV) and not nouns and not bits & (PREP | SUB):
            pass
        elif bits & MARK and line.words[at] in "’'&$@#%/" and (line.is_(at + 1, NOUNISH)):
            pass
        else:
            break
        at += 1
    return at if nouns or (at > start and classes[at - 1] & DET) else None
