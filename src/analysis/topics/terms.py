"""What a term of a topics file matches: its words, case, wildcards and stems, against the words of a text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple
from unicodedata import normalize

from analysis.words import split_words

HYPHENS = re.compile(r"[-‐‑]")
INVISIBLE = re.compile("[\u00ad\u200d\u2060]")
ABBREVIATED = r"(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.|(?<=\b[A-Z][a-z]{3})\."  # St. Louis, Gov. Pine
BETWEEN_WORDS = re.compile(rf"(?:{ABBREVIATED}|['’])?(?:\s+|[-‐‑–]\s*)")
LONGEST_WORD = 64
MOST_KEPT = 1 << 18  # word forms remembered before a memory is emptied

_make = tuple.__new__  # half the time of Piece(...), in the one place where it counts


class Piece(NamedTuple):
    """A word of a text, or a part of a hyphenated one: ``end`` is without a possessive 's, ``full_end`` with it."""

    start: int
    end: int
    full_end: int
    word: str


@dataclass(frozen=True)
class Word:
    """One word of a term; ``shape`` is exact, wildcard or stem, and ``cased`` tells whether capitals count."""

    text: str
    shape: str
    cased: bool

    def matches(self, word: str) -> bool:
        """Tell whether this word of a text (as `cut_words` gives it) is meant."""
        if not self.cased:
            word = word.lower()
        if self.shape == "wildcard":
            return _fits(word, self.text.split("*"))
        return (stem(word) if self.shape == "stem" else word) == self.text


@dataclass(frozen=True)
class Term:
    """A term as written in the file, and its words in the form in which they are compared."""

    text: str
    words: tuple[Word, ...]

    def end_of_match(self, text: str, pieces: Sequence[Piece], first: int) -> int | None:
        """Return the number of the piece after the match that begins at piece ``first``, or None."""
        after = first + len(self.words)
        if after > len(pieces):
            return None
        for word, piece in zip(self.words, pieces[first:after], strict=True):
            if not word.matches(piece.word):
                return None
        inner = zip(pieces[first : after - 1], pieces[first + 1 : after], strict=True)
        return after if all(BETWEEN_WORDS.fullmatch(text, a.full_end, b.start) for a, b in inner) else None


def parse_term(text: str, *, forms: str = "exact") -> Term:
    """Return the term that ``text`` describes, its words in the notation of ``data/topics.toml``.

    ``forms="stem"`` compares stems, but for words with a capital, a wildcard or a figure, and terms that begin
    with "=". A term without a word has no words; `read_topics` refuses it.
    """
    exact = forms == "exact" or text.startswith("=")
    words = (plain(w) for w in re.split(r"[\s\-‐‑–]+", text.lstrip("=")))
    return Term(text, tuple(_word(w, exact=exact) for w in words if w))


def _word(word: str, *, exact: bool) -> Word:
    cased = word != word.lower()
    if "*" in word:
        return Word(word, "wildcard", cased)
    if exact or cased or not word.isalpha():
        return Word(word, "exact", cased)
    return Word(stem(word), "stem", cased)


class Memory(dict):
    """What was worked out for a word form or a pair of them, kept while there is room."""

    def __init__(self, work_out: Callable[[Any], Any]) -> None:
        super().__init__()
        self.work_out = work_out

    def __missing__(self, key: str | tuple[str, str]) -> Any:
        value = self.work_out(key)
        if max(map(len, (key,) if isinstance(key, str) else key)) <= LONGEST_WORD:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[key] = value
        return value


def cut_words(text: str, words: Sequence[str] | None = None) -> list[Piece]:
    """Return the words of a text, hyphenated ones in their parts, from left to right.

    ``words`` are those of `split_words` where they are known: no word stands in what separates two of them, so that
    each is the next place where its letters stand.
    """
    words = split_words(text) if words is None else words
    places, to = [], 0
    for whole in words:
        places.append(at := text.index(whole, to))
        to = at + len(whole)
    return [
        _make(Piece, (at + start, at + end, at + full_end, word))
        for whole, at in zip(words, places, strict=True)
        for start, end, full_end, word in CUT_WORD[whole]
    ]


def _cut_word(word: str) -> tuple[Piece, ...]:
    """Return the parts of one word between its hyphens; an address or an endless word is one part, without letters."""
    if len(word) > LONGEST_WORD or "/" in word:
        return (Piece(0, len(word), len(word), ""),)
    cuts = [m.start() for m in HYPHENS.finditer(word)]
    parts = zip([0, *(c + 1 for c in cuts)], [*cuts, len(word)], strict=True)
    return tuple(_piece(word, start, end) for start, end in parts if end > start)


CUT_WORD = Memory(_cut_word)


def _piece(word: str, start: int, full_end: int) -> Piece:
    start += word.startswith("#", start)
    end = full_end - 2 * word.endswith(("'s", "’s"), start, full_end)
    return Piece(start, end, full_end, plain(word[start:end]))


def plain(word: str) -> str:
    """Return a word as it is compared: one form of apostrophe, composed accents, no final stop or possessive 's."""
    word = INVISIBLE.sub("", normalize("NFC", word)).replace("’", "'")
    return word.removesuffix("'s").rstrip(".'")


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """Return the Snowball stem (Porter 2001, English) of a lower-case word."""
    return _stemmer()(word)


@cache
def _stemmer() -> Callable[[str], str]:
    from nltk.stem.snowball import SnowballStemmer  # loaded here, since it takes long and few topics files want it

    return SnowballStemmer("english").stem


def _fits(word: str, parts: Sequence[str]) -> bool:
    """Tell whether a word consists of these parts with anything between them; never looks at a letter twice."""
    first, *middle, last = parts
    at, to = len(first), len(word) - len(last)
    if at > to or not word.startswith(first) or not word.endswith(last):
        return False
    for part in middle:
        at = word.find(part, at, to)
        if at < 0:
            return False
        at += len(part)
    return True
