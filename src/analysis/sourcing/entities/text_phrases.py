"""Noun phrases in running text, without a parser: the one that a sentence begins with, the one that it ends with."""

import re
from itertools import islice

from analysis.sourcing.entities.descriptions import QUOTES
from analysis.sourcing.entities.word_kinds import (
    DETERMINER,
    DOCUMENT,
    OPENER,
    PART,
    PREPOSITION,
    ROLE,
    Has,
    Row,
    first_row,
    kinds_of,
)
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.tokens import WORDS_READ
from analysis.sourcing.grammar.vocabulary import plain

LONGEST = 8
CHUNK = re.compile(r"[^,;:()“”\"—]+$")
WORD = re.compile(r"\S+")
REACH = 200
GOES_ON = c.AUX | c.VERB | c.PAST | c.PREP | c.REL | c.SUB | c.CONJ
BREAK = PREPOSITION | OPENER
NOTHING = [0]

# Whether a word belongs to the phrase behind it; the first row that fits decides, and most words do.
BELONGS = (
    Row("begins", "met |the| aide", (Has(0, DETERMINER),)),
    Row("belongs", "aides |to| Lee", (Has(0, BREAK), Has(-1, ROLE))),
    Row("does not", "spoke |with| aides", (Has(0, BREAK),)),
)


def leading_document(sentence: str) -> int:
    """Return where the document ends with which a sentence begins ("The audit report | was late"); 0 without one."""
    words = [*islice(WORD.finditer(sentence), LONGEST + 1)]
    bare = [word[0].rstrip(QUOTES) for word in words]
    kinds = [kinds_of(word) for word in bare]
    if not kinds or not kinds[0] & DETERMINER:
        return 0
    for at in range(1, len(words)):
        closed = bare[at] != words[at][0]
        following = bare[at + 1 : at + 2]
        if kinds[at] & DOCUMENT and (closed or all(map(_is_behind_phrase, following))):
            return words[at].start() + len(bare[at])
        if closed or kinds[at] & (DETERMINER | PREPOSITION):
            break
    return 0


def _is_behind_phrase(word: str) -> bool:
    """Whether a noun phrase is complete before this word: a verb, an auxiliary or a preposition."""
    classes = WORDS_READ[plain(word)][1]
    return bool(classes & GOES_ON) and not classes & c.NOUN


def last_phrase(before: str) -> str:
    """Return the noun phrase that a text ends with: back to a determiner, preposition, verb or comma."""
    words = _last_words(before)
    return " ".join(words[_phrase_start(words) :])


def last_document(before: str) -> str:
    """Return the document that a text ends with, behind which only prepositions follow: "a statement in June"."""
    words = _last_words(before)
    kinds = [*map(kinds_of, words), PREPOSITION]
    ends = (at for at in range(len(words), max(0, len(words) - LONGEST), -1) if kinds[at] & BREAK)
    end = next((at for at in ends if kinds[at - 1] & DOCUMENT and not kinds[at - 1] & PART), 0)
    return " ".join(words[_phrase_start(words[:end]) : end])


def _last_words(before: str) -> list[str]:
    """The words since the last mark."""
    chunk = CHUNK.search(before[-REACH:])
    return chunk[0].split() if chunk else []


def _phrase_start(words: list[str]) -> int:
    """Return where the noun phrase begins with which these words end."""
    kinds = [*map(kinds_of, words), *NOTHING]
    start = max(0, len(words) - 1)
    for at in range(start - 1, max(-1, start - LONGEST), -1):
        verdict = first_row(BELONGS, kinds, at)
        start = at if verdict != "does not" else start
        if verdict in ("begins", "does not"):
            break
    part = start > 1 and words[start - 1] == "of" and kinds[start - 2] & PART
    return start - 2 if part else start  # "one of its scientists"
