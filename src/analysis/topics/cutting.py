"""The words of texts, hyphenated ones in their parts: what stands between spaces is cut once, wherever it comes."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar
from unicodedata import normalize

import numpy as np

from analysis.words import MARKS, find_words, number_pieces

HYPHENS = re.compile(r"[-‐‑]")
INVISIBLE = re.compile("[\u00ad\u200d\u2060]")
LONGEST_WORD = 64
MOST_KEPT = 1 << 18  # word forms remembered before a memory is emptied

V = TypeVar("V")
_make = tuple.__new__  # faster than Piece(...), in the one place where it counts


class Piece(NamedTuple):
    """A word of a text, or a part of a hyphenated one: ``end`` is without a possessive 's, ``full_end`` with it."""

    start: int
    end: int
    full_end: int
    word: str


class Memory(dict[str, V]):
    """What was worked out for a word form, kept while there is room."""

    def __init__(self, work_out: Callable[[str], V]) -> None:
        super().__init__()
        self.work_out = work_out

    def __missing__(self, key: str) -> V:
        value = self.work_out(key)
        if len(key) <= LONGEST_WORD:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[key] = value
        return value


def cut_words(text: str) -> list[Piece]:
    """Return the words of a text, hyphenated ones in their parts, from left to right."""
    chunks = text.split()
    return [
        Piece(at + start, at + end, at + full_end, word)
        for chunk, at in zip(chunks, _find_each(chunks, text), strict=True)
        for start, end, full_end, word in CUT[chunk]
    ]


class CutTexts:
    """The pieces of many texts as `cut_words` gives them, numbered through, text after text.

    A chunk is what stands between spaces. ``kinds`` are the pieces of all different chunks, their places counted from
    the chunk's beginning; of each piece of the texts, ``kind`` is its number among them and ``at`` the place of its
    chunk. ``firsts`` are the numbers of the texts' first pieces, and at the end how many pieces there are.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        chunks, numbers, starts = number_pieces(texts)
        cut = [CUT[chunk] for chunk in chunks]
        self.kinds = list(chain.from_iterable(cut))
        sizes = np.fromiter(map(len, cut), np.int64, len(cut))
        n = sizes[numbers]
        firsts = np.append(0, np.cumsum(n))
        self.kind = np.arange(firsts[-1]) + np.repeat((np.cumsum(sizes) - sizes)[numbers] - firsts[:-1], n)
        self.at = np.repeat(_find_all(chunks, numbers, starts, texts), n)
        self.firsts = firsts[np.append(starts, len(numbers))]

    def pieces(self, text: int) -> list[Piece]:
        """Return the pieces of one text, from left to right."""
        here = slice(*self.firsts[text : text + 2])
        kinds = map(self.kinds.__getitem__, self.kind[here].tolist())
        return [
            _make(Piece, (at + start, at + end, at + full_end, word))
            for at, (start, end, full_end, word) in zip(self.at[here].tolist(), kinds, strict=True)
        ]


def _find_all(chunks: np.ndarray, numbers: np.ndarray, starts: np.ndarray, texts: Sequence[str]) -> np.ndarray:
    """Return where each chunk begins in its text: after one space, or, in a text with others, where it is found."""
    lengths = np.fromiter(map(len, chunks), np.int64, len(chunks))[numbers]
    ends = np.cumsum(lengths + 1) - 1
    borders = np.append(starts, len(numbers))
    places: np.ndarray = ends - lengths
    places -= np.repeat(places[starts], np.diff(borders))
    lasts = borders[1:] - 1
    spaced = places[lasts] + lengths[lasts] != np.fromiter(map(len, texts), np.int64, len(texts))
    for number in np.flatnonzero(spaced).tolist():
        here = slice(*borders[number : number + 2])
        places[here] = _find_each(chunks[numbers[here]], texts[number])
    return places


def _find_each(chunks: Iterable[str], text: str) -> list[int]:
    """Return where each chunk begins: the next place where its letters stand, since only spaces are between."""
    places, to = [], 0
    for chunk in chunks:
        places.append(at := text.index(chunk, to))
        to = at + len(chunk)
    return places


def _cut(chunk: str) -> tuple[Piece, ...]:
    """Return the words of what stands between two spaces, hyphenated ones in their parts."""
    word = chunk.strip(MARKS)
    if 1 < len(word) <= LONGEST_WORD and word.isascii() and word.isalpha():  # as most: the rules would say the same
        start = chunk.index(word)
        return (Piece(start, start + len(word), start + len(word), word),)
    return tuple(piece for start, end in find_words(chunk) for piece in _cut_word(chunk[start:end], start))


CUT = Memory(_cut)


def _cut_word(word: str, at: int) -> tuple[Piece, ...]:
    """Return the parts of one word between its hyphens; an address or an endless word is one part, without letters."""
    if len(word) > LONGEST_WORD or "/" in word:
        return (Piece(at, at + len(word), at + len(word), ""),)
    cuts = [m.start() for m in HYPHENS.finditer(word)]
    parts = zip([0, *(c + 1 for c in cuts)], [*cuts, len(word)], strict=True)
    return tuple(_piece(word, start, end, at) for start, end in parts if end > start)


def _piece(word: str, start: int, full_end: int, at: int) -> Piece:
    start += word.startswith("#", start)
    end = full_end - 2 * word.endswith(("'s", "’s"), start, full_end)
    return Piece(at + start, at + end, at + full_end, plain(word[start:end]))


def plain(word: str) -> str:
    """Return a word as it is compared: one form of apostrophe, composed accents, no final stop or possessive 's."""
    if not word.isascii():
        word = INVISIBLE.sub("", normalize("NFC", word)).replace("’", "'")
    return word.removesuffix("'s").rstrip(".'")
