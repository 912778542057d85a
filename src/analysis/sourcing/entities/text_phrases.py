"""Noun phrases in running text, without a parser: the one that a sentence begins with, the one that it ends with."""

import re

from analysis.sourcing.entities.descriptions import QUOTES
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.determiners import OWNERS
from analysis.sourcing.grammar.tokens import WORDS_READ
from analysis.sourcing.grammar.vocabulary import documents, plain, roles, small_words

LONGEST = 8
CHUNK = re.compile(r"[^,;:()“”\"—]+$")
WORD = re.compile(r"\S+")
GOES_ON = c.AUX | c.VERB | c.PAST | c.PREP | c.REL | c.SUB | c.CONJ


def leading_document(sentence: str) -> int:
    """Return where the document ends with which a sentence begins ("The audit report | was late"); 0 without one."""
    words = list(WORD.finditer(sentence))[: LONGEST + 1]
    keys = [plain(w.group()) for w in words]
    if not keys or not _determines(keys[0]):
        return 0
    for at in range(1, len(keys)):
        key = keys[at].strip(QUOTES)
        if key in documents() and (key != keys[at] or at + 1 == len(keys) or _is_complete(keys[at + 1])):
            return words[at].start() + len(words[at].group().rstrip(QUOTES))
        if key != keys[at] or _determines(key) or key in small_words("preposition"):
            break
    return 0


def last_phrase(before: str) -> str:
    """Return the noun phrase that a text ends with: back to a determiner, preposition, verb or comma."""
    chunk = CHUNK.search(before[-200:])
    words = chunk.group().split() if chunk else []
    at = len(words)
    while at > 0 and len(words) - at < LONGEST:
        key = plain(words[at - 1])
        if at < len(words) and _determines(key):
            at -= 1
            break
        if at < len(words) and _breaks(key) and not (at > 1 and plain(words[at - 2]) in roles()):
            break
        at -= 1
    if at > 1 and words[at - 1] == "of" and plain(words[at - 2]) in small_words("part"):
        at -= 2  # "one of its scientists"
    return " ".join(words[at:])


def last_document(before: str) -> str:
    """Return the document that a text ends with, behind which only prepositions follow: "a statement in June"."""
    chunk = CHUNK.search(before[-200:])
    words = chunk.group().split() if chunk else []
    for at in range(len(words), max(0, len(words) - LONGEST), -1):
        key = plain(words[at - 1])
        if key in documents() and key not in small_words("part") and (at == len(words) or _breaks(plain(words[at]))):
            return last_phrase(" ".join(words[:at]))
    return ""


def _is_complete(key: str) -> bool:
    """Whether a noun phrase is complete before this word: a verb, an auxiliary or a preposition."""
    classes = WORDS_READ[key][1]
    return bool(classes & GOES_ON) and not classes & c.NOUN


def _determines(key: str) -> bool:
    return key in OWNERS or any(key in small_words(kind) for kind in ("definite", "indefinite", "quantifier"))


def _breaks(key: str) -> bool:
    return key in small_words("preposition") or key in small_words("opener")
