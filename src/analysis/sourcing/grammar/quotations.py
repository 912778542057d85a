"""Quotations of a paragraph: where each begins and ends, whichever marks the newspaper uses."""

from itertools import compress, count

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.tokens import Tokens

OPENING, CLOSING, STRAIGHT = ("“", "„", "«", "``"), ("”", "»"), ('"', "''")
SINGLE = ("'", "‘", "’")
TITLE, PARTICLE = 14, 3
SAID, THIRD = frozenset(("said", "says")), frozenset(("he", "she", "they"))
ARTICLES = frozenset(("the", "a", "an"))
LONGEST = 6
ALL = frozenset((*OPENING, *CLOSING, *STRAIGHT, *SINGLE))


def mark_quotes(tokens: Tokens) -> None:
    """Find the quotations of a paragraph and note them in it, with their quotation marks.

    One that is not closed lasts until its speaker is named behind a comma, else until the next one opens or the
    paragraph ends, as where the next paragraph goes on with it; one that was never opened begins with its sentence. A
    single mark without a partner is an apostrophe.
    """
    start: int | None = None
    end = 0
    for at in compress(count(), map(ALL.__contains__, tokens.words)):
        word = tokens.words[at]
        side = _side(tokens, at, is_open=start is not None)
        if side == c.OPEN and (start is None or (word not in SINGLE and at > start + 1)):
            if start is not None and tokens.words[start] not in SINGLE:
                tokens.add_quote(start, _end_of_unclosed(tokens, start, at))
            start, tokens.classes[at] = at, c.OPEN | tokens.classes[at] & c.FIRST
        elif side == c.CLOSE and (start is None or _belong(tokens.words[start], word)):
            tokens.classes[at] = c.CLOSE | tokens.classes[at] & c.FIRST
            tokens.add_quote(max(end, tokens.bounds(at)[0]) if start is None else start, at + 1)
            start, end = None, at + 1
    if start is not None and tokens.words[start] not in SINGLE:
        tokens.add_quote(start, _end_of_unclosed(tokens, start, len(tokens)))


def _end_of_unclosed(tokens: Tokens, start: int, end: int) -> int:
    """Return where a quotation without a closing mark ends: behind the comma before its speaker, else at ``end``."""
    commas = (at for at in range(start + 2, end - 2) if tokens.classes[at] & c.COMMA)
    return next((at + 1 for at in commas if _names_speaker(tokens, start, at + 1)), end)


def _names_speaker(tokens: Tokens, start: int, at: int) -> bool:
    """`“It is dead, | said the mayor.` `“It is dead, | Ann Lee said Friday.`: tell whether a speaker stands at ``at``.

    The second form counts only at the end of the sentence that the quotation at ``start`` begins: later in it somebody
    may tell what others said.
    """
    if tokens.lower[at] in SAID:
        return tokens.word(at + 1) in ARTICLES or (tokens.is_(at + 1, c.NAME) and not tokens.is_(at + 1, c.TIME))
    first, last = tokens.bounds(at)
    cue = next((i for i in range(at + 1, min(at + LONGEST, last)) if tokens.lower[i] in SAID), at)
    who = cue == at + 1 and tokens.lower[at] in THIRD
    who = who or (cue > at and all(tokens.classes[i] & (c.NAME | c.DET | c.NOUN) for i in range(at, cue)))
    return who and start >= first and all(tokens.classes[i] & (c.TIME | c.STOP) for i in range(cue + 1, last))


def is_title(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a quotation is a title: "War and Peace"."""
    words = [w for w in tokens.words[start + 1 : end - 1] if w[0].isalpha() and len(w) > PARTICLE]
    return end - start < TITLE and all(w[0].isupper() for w in words)


def _belong(opening: str, closing: str) -> bool:
    """Tell whether two marks belong together: double with double, single with single."""
    return (opening in SINGLE) == (closing in SINGLE)


def _side(tokens: Tokens, at: int, *, is_open: bool) -> int:
    """Return OPEN, CLOSE or 0 for a mark, by its shape and, where shapes do not tell, by the spaces around it."""
    word, left, right = tokens.words[at], _tight_left(tokens, at), _tight_right(tokens, at)
    opens, closes = right and not left, left and not right and not tokens.words[at - 1][0].isdigit()
    if word in OPENING:
        return c.OPEN
    if word in CLOSING:
        return c.OPEN if opens and not is_open else c.CLOSE if is_open or closes else 0
    if word in STRAIGHT:
        if is_open:
            return c.OPEN if opens else c.CLOSE
        return c.CLOSE if closes else 0 if left and not right else c.OPEN
    if is_open:
        return c.CLOSE if left and not right else 0
    return c.OPEN if opens and word != "’" and not tokens.words[at + 1][0].isdigit() else 0


def _tight_left(tokens: Tokens, at: int) -> bool:
    return at > 0 and tokens.end(at - 1) == tokens.starts[at]


def _tight_right(tokens: Tokens, at: int) -> bool:
    return at + 1 < len(tokens) and tokens.starts[at + 1] == tokens.end(at)
