"""Words of running text: what one is, where they are, and how many.

A word is a run of letters and digits together with what holds it together in print:

- hyphens and apostrophes of either form inside it (``long-term``, ``don’t``, ``US-China``, ``COVID-19``);
- full stops of an initialism or an address (``U.S.``, ``a.m.``, ``example.com``), not the one that ends a sentence;
- what makes figures one figure: ``1,250,000``, ``3.5``, ``10:30``, and a currency, percent or degree sign at its edge
  (``$5``, ``US$5``, ``46%``);
- the sign of a name or tag (``@name``, ``#tag``), ``&`` without spaces (``AT&T``), a whole web or e-mail address.

Dashes (``won—barely``, ``2014–2016``), slashes (``and/or``) and ellipses separate; punctuation alone is no word.
No word holds white space, so the words of a text are the words of its pieces between spaces.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

LETTER = r"[\w\u0300-\u036f\u00ad\u200d\u2060]"  # with combining accents, soft hyphens and invisible joiners
JOINER = r"""(?:
    ['’&@‐‑-]                   # don’t, AT&T, name@example.com, long-term
  | \+(?=[\w.-]{1,64}@)         # name+tag@example.com
  | \.(?=[a-z0-9])              # example.com, 3.5, a.m
  | \.(?=[A-Z](?!\w))           # U.S
  | (?<=\.\w)\.(?:[-‐‑]|['’](?=s\b))  # U.S.-China, U.S.’s
  | (?<=\d)[,:](?=\d)           # 1,250,000 and 10:30
)"""
WORD = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"“”]*[\w/]
  | (?:[A-Z]{{0,3}}[$€£¥]|[@\#])? [^\W_]{LETTER}* (?:{JOINER}{LETTER}+)* (?:(?<=\.\w)\.|(?<=\d)[%‰°¢])?
    """,
    re.VERBOSE,
)

MARKS = "“”‘’\"'()[].,;:!?…-–—"  # what may stand around a word without being part of it
LONGEST_KEPT = 64  # longer pieces do not come again
MOST_KEPT = 1 << 17


class _Counts(dict[str, int]):
    """How many words a piece of text between spaces has, worked out once for each."""

    def __missing__(self, piece: str) -> int:
        count = 1 if piece.strip(MARKS).isalpha() else len(WORD.findall(piece))
        if len(piece) <= LONGEST_KEPT:
            self[piece] = count
        return count


_counts = _Counts()


def find_words(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each word, in code points, end exclusive, from left to right."""
    return [m.span() for m in WORD.finditer(text)]


def split_words(text: str) -> list[str]:
    """Return the words themselves, from left to right: ``text[start:end]`` of `find_words`."""
    return WORD.findall(text)


def count_words(text: str) -> int:
    """Return the number of words, 0 for none."""
    _make_room()
    return sum(map(_counts.__getitem__, text.split()))


def _make_room() -> None:
    if len(_counts) > MOST_KEPT:
        _counts.clear()


class Pieces(NamedTuple):
    """The pieces between white space of many texts: each different one once, then their numbers as they stand.

    ``starts`` is where each text's pieces begin in ``numbers``; a blank text has one, which is empty.
    """

    kinds: np.ndarray
    numbers: np.ndarray
    starts: np.ndarray


def number_pieces(texts: Sequence[str] | pa.Array) -> Pieces:
    """Return the pieces of these texts. Arrow splits at white space, as Python does, in a third of the time."""
    array = pa.array(texts, pa.large_string())
    array = array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
    split = pc.utf8_split_whitespace(pc.utf8_trim_whitespace(array))
    numbered = split.flatten().dictionary_encode()
    kinds = numbered.dictionary.to_numpy(zero_copy_only=False)
    return Pieces(kinds, numbered.indices.to_numpy().astype(np.int64), split.offsets.to_numpy()[:-1])


def count_words_of_each(texts: Sequence[str] | pa.Array) -> np.ndarray:
    """Return the number of words of each text: as `count_words`, for many at once."""
    pieces = number_pieces(texts)
    _make_room()
    by_kind = np.fromiter(map(_counts.__getitem__, pieces.kinds), np.int64, len(pieces.kinds))
    of_each: np.ndarray = by_kind[pieces.numbers]
    return np.add.reduceat(of_each, pieces.starts) if len(of_each) else of_each
