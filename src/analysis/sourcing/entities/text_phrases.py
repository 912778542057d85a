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
    all_fit,
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
ENDS_PHRASE = DETERMINER | PREPOSITION
ENDS_DOCUMENT = (Has(0, BREAK), Has(-1, DOCUMENT, none=PART))
"""What stands where the words of a document end, before a preposition or at the end of the text."""

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
    kinds = [*map(kinds_of, bare), *NOTHING]
    if not kinds[0] & DETERMINER:
        return 0
    for at in range(1, len(words)):
        closed = bare[at] != words[at][0]
        complete = closed or _is_complete(bare[at + 1 :])
        if complete and kinds[at] & DOCUMENT:
            return words[at].start() + len(bare[at])
        if closed or kinds[at] & ENDS_PHRASE:
            break
    return 0


def _is_complete(behind: list[str]) -> bool:
    """Whether a noun phrase is complete before these words."""
    return not behind or _is_behind_phrase(behind[0])


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
    for end in range(len(words), max(0, len(words) - LONGEST), -1):
        if all_fit(ENDS_DOCUMENT, kinds, end):
            return " ".join(words[_phrase_start(words[:end]) : end])
    return ""


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
        if verdict == "does not":
            break
        start = at
        if verdict == "begins":
            break
    if start > 1 and words[start - 1] == "of" and kinds[start - 2] & PART:
        return start - 2  # "one of its scientists"
    return start
