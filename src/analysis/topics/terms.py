"""What a term of a topics file matches: its words, case, wildcards and stems, against the words of a text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from analysis.topics.cutting import Piece, plain

ABBREVIATED = r"(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.|(?<=\b[A-Z][a-z]{3})\."  # St. Louis, Gov. Pine
BETWEEN_WORDS = re.compile(rf"(?:{ABBREVIATED}|['’])?(?:\s+|[-‐‑–]\s*)")


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
        """Return the number of the piece after the match that begins at piece ``first``, or None: there is none."""
        after = first + len(self.words)
        if first < 0 or after > len(pieces):
            return None
        for word, piece in zip(self.words, pieces[first:after], strict=True):
            if not word.matches(piece.word):
                return None
        inner = zip(pieces[first : after - 1], pieces[first + 1 : after], strict=True)
        return after if all(BETWEEN_WORDS.fullmatch(text, a.full_end, b.start) for a, b in inner) else None


def parse_term(text: str, *, forms: str = "exact") -> Term:
    """Return the term that ``text`` describes, its words in the notation of ``topics.toml``.

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


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """Return the Snowball stem (Porter 2001, English) of a lower-case word."""
    return _stemmer()(word)


@cache
def _stemmer() -> Callable[[str], str]:
    from nltk.stem.snowball import SnowballStemmer  # loaded here, since it takes long and few topics files want it

    stem_of: Callable[[str], str] = SnowballStemmer("english").stem
    return stem_of


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
