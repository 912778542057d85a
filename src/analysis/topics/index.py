"""Where a text may hold a term, and all matches of terms: an index of first words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.topics.dictionary import Topics
from analysis.topics.terms import CUT_WORD, Memory, Piece, Term, Word, stem

Entry = tuple[int, bool, Term]  # a topic's number, whether the term is ambiguous, the term


class Hit(NamedTuple):
    """A term found in a sentence, from piece ``first`` to before piece ``after``, and what may have dropped it."""

    first: int
    after: int
    term: Term
    ambiguous: bool = False
    dropped_by: str = ""


class Index:
    """Terms of all topics by their first word, and what is known of word forms seen before."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.by_key: dict[tuple[str, str], list[Entry]] = {}
        for entry in entries:
            self.by_key.setdefault(_key(entry[2].words[0]), []).append(entry)
        self.stem_heads = {text[:2] for kind, text in self.by_key if kind == "stem"}
        self.prefixes = {len(text) for kind, text in self.by_key if kind == "prefix"}
        self.suffixes = {len(text) for kind, text in self.by_key if kind == "suffix"}
        self.begun_by = Memory(self._begun_by)
        self.begun_by_pair = Memory(self._begun_by_pair)
        self.opens = Memory(lambda word: any(self.begun_by[p.word] for p in CUT_WORD[word]))
        self.goes_on = Memory(self._goes_on)

    def may_match(self, words: Sequence[str]) -> bool:
        """Tell whether one of these words begins a term and the next can go on with it; decided once a pair of forms.

        Most sentences end here, so that their words are never taken apart.
        """
        opening = [n for n, opens in enumerate(map(self.opens.__getitem__, words), 1) if opens]
        return any(self.goes_on[words[n - 1], words[n] if n < len(words) else ""] for n in opening)

    def find(self, text: str, pieces: Sequence[Piece]) -> Iterator[tuple[int, Hit]]:
        """Yield all matches, each with the number of its topic."""
        words = [p.word for p in pieces]
        opening = [n for n, begun in enumerate(map(self.begun_by.__getitem__, words)) if begun]
        words.append("")
        for first in opening:
            for number, ambiguous, term in self.begun_by_pair[words[first], words[first + 1]]:
                after = first + 1 if len(term.words) == 1 else term.end_of_match(text, pieces, first)
                if after is not None:
                    yield number, Hit(first, after, term, ambiguous)

    def _begun_by(self, word: str) -> tuple[Entry, ...]:
        """Return all terms whose first word is this one."""
        found = [e for key in self._keys(word) for e in self.by_key.get(key, ())]
        return tuple(e for e in found if e[2].words[0].matches(word))

    def _begun_by_pair(self, pair: tuple[str, str]) -> tuple[Entry, ...]:
        """Return those terms begun by the first of two words that end there or go on with the second."""
        first, second = pair
        return tuple(e for e in self.begun_by[first] if len(e[2].words) == 1 or e[2].words[1].matches(second))

    def _goes_on(self, pair: tuple[str, str]) -> bool:
        """Tell whether a term may begin with the first of two words, where it is one word or the second fits, too."""
        pieces = CUT_WORD[pair[0]]
        following = next((p.word for p in CUT_WORD[pair[1]]), "") if pair[1] else ""
        return len(pieces) > 1 or bool(self._begun_by_pair((pieces[0].word, following)))

    def _keys(self, word: str) -> Iterator[tuple[str, str]]:
        lower = word.lower()
        yield "word", lower
        # A stem keeps the first two letters of its word; "dying", which becomes "die", only the first.
        if lower[:2] in self.stem_heads or lower[1:2] == "y":
            yield "stem", stem(lower)
        for n in range(len(lower) + 1):
            if n in self.prefixes:
                yield "prefix", lower[:n]
            if len(lower) - n in self.suffixes:
                yield "suffix", lower[n:]


@lru_cache(maxsize=8)
def index_topics(topics: Topics) -> tuple[Index, Index]:
    """Return the index of what topics match and that of their exceptions."""
    every = tuple(enumerate(topics))
    terms = [(n, False, term) for n, t in every for term in t.terms]
    ambiguous = [(n, True, term) for n, t in every for term in t.ambiguous]
    return Index(terms + ambiguous), Index((n, False, term) for n, t in every for term in t.exceptions)


def _key(word: Word) -> tuple[str, str]:
    """Return where a first word stands in the index: a wildcard by what it begins with, or else ends with."""
    text = word.text.lower()
    if word.shape == "stem":
        return "stem", text
    if word.shape == "exact":
        return "word", text
    first, last = text.split("*")[0], text.split("*")[-1]
    return ("prefix", first) if first else ("suffix", last)
