"""Where texts hold a term, and all matches of terms: an index of their rarest words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from analysis.frequencies import read_frequencies
from analysis.topics.cutting import CutTexts, Memory, Piece
from analysis.topics.dictionary import Topics
from analysis.topics.terms import Term, Word, stem

AT_ONCE = 10_000  # texts whose pieces are laid out in memory together


class Entry(NamedTuple):
    """A term of a topic: the topic's number, the key of its list in the file, the term, its rarest word's number."""

    topic: int
    key: str
    term: Term
    rarest: int

    def may_stand(self, before: str, after: str) -> bool:
        """Tell whether a word beside the rarest one is the one that stands beside it in the term."""
        words, at = self.term.words, self.rarest
        if at + 1 < len(words):
            return words[at + 1].matches(after)
        return not at or words[at - 1].matches(before)


class Hit(NamedTuple):
    """A term found in a sentence, from piece ``first`` to before piece ``after``, and what may have dropped it."""

    first: int
    after: int
    term: Term
    ambiguous: bool = False
    dropped_by: str = ""

    @property
    def is_certain(self) -> bool:
        """Tell whether it shows by itself that its topic comes up."""
        return not (self.ambiguous or self.dropped_by)


Match = tuple[Entry, int, int]  # the term, the number of its first piece and of the piece after it


class Index:
    """Terms of all topics by their rarest word, and what is known of word forms seen before."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.by_key: dict[tuple[str, str], list[Entry]] = {}
        for entry in entries:
            self.by_key.setdefault(_key(_rarest(entry)), []).append(entry)
        # A stem keeps all letters of its word but for its own last one, which may be new: "happy" becomes "happi".
        self.stem_heads = tuple({text[:-1] for kind, text in self.by_key if kind == "stem"})
        prefixes, suffixes = ([text for kind, text in self.by_key if kind == k] for k in ("prefix", "suffix"))
        self.prefixes, self.suffixes = sorted(set(map(len, prefixes))), sorted(set(map(len, suffixes)))
        self.prefix_heads = {text[: self.prefixes[0]] for text in prefixes}
        self.held_by = Memory(self._held_by)

    def find(self, texts: Sequence[str]) -> Iterator[tuple[int, list[Piece], list[Match]]]:
        """Yield each text that holds a term: its number, its pieces, and all matches from left to right."""
        for start in range(0, len(texts), AT_ONCE):
            for number, pieces, matches in self._find(texts[start : start + AT_ONCE]):
                yield start + number, pieces, matches

    def _find(self, texts: Sequence[str]) -> Iterator[tuple[int, list[Piece], list[Match]]]:
        cut = CutTexts(texts)
        for number, places in groupby(self._places(cut), key=itemgetter(0)):
            pieces = cut.pieces(number)
            matches = [
                (entry, first, after)
                for _, at, entry in places
                for first in [at - entry.rarest]
                if (after := entry.term.end_of_match(texts[number], pieces, first)) is not None
            ]
            if matches:
                yield number, pieces, sorted(matches, key=itemgetter(1))

    def _places(self, cut: CutTexts) -> Iterator[tuple[int, int, Entry]]:
        """Yield where a term may stand, by its rarest word and one beside it: text, piece of the rarest, the term."""
        words = [piece.word for piece in cut.kinds]
        entries = [self.held_by[word] for word in words]
        holds = np.fromiter(map(bool, entries), bool, len(entries))
        places = np.flatnonzero(holds[cut.kind])
        texts = np.searchsorted(cut.firsts, places, side="right") - 1
        columns = (texts, places - cut.firsts[texts], *(np.roll(cut.kind, by)[places] for by in (1, 0, -1)))
        for text, at, before, kind, after in zip(*(c.tolist() for c in columns), strict=True):
            for entry in entries[kind]:
                if entry.may_stand(words[before], words[after]):
                    yield text, at, entry

    def _held_by(self, word: str) -> tuple[Entry, ...]:
        """Return all terms whose rarest word is this one."""
        found = [e for key in self._keys(word.lower()) for e in self.by_key.get(key, ())]
        return tuple(e for e in found if _rarest(e).matches(word))

    def _keys(self, lower: str) -> Iterator[tuple[str, str]]:
        yield "word", lower
        if lower.startswith(self.stem_heads) or lower[1:2] == "y":  # "dying" becomes "die"
            yield "stem", stem(lower)
        if self.prefixes and lower[: self.prefixes[0]] in self.prefix_heads:
            yield from (("prefix", lower[:n]) for n in self.prefixes if n <= len(lower))
        yield from (("suffix", lower[len(lower) - n :]) for n in self.suffixes if n <= len(lower))


@lru_cache(maxsize=8)
def index_topics(topics: Topics) -> Index:
    """Return the index of what topics match and of their exceptions."""
    count = read_frequencies().count
    return Index(
        Entry(number, key, term, min(range(len(term.words)), key=lambda n: count(term.words[n].text)))
        for number, topic in enumerate(topics)
        for key, terms in (("terms", topic.terms), ("ambiguous", topic.ambiguous), ("except", topic.exceptions))
        for term in terms
    )


def _rarest(entry: Entry) -> Word:
    return entry.term.words[entry.rarest]


def _key(word: Word) -> tuple[str, str]:
    """Return where a word stands in the index: a wildcard by what it begins with, or else ends with."""
    text = word.text.lower()
    if word.shape == "stem":
        return "stem", text
    if word.shape == "exact":
        return "word", text
    first, last = text.split("*")[0], text.split("*")[-1]
    return ("prefix", first) if first else ("suffix", last)
