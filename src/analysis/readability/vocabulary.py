"""What each word adds to the counts: worked out once for every piece of text between spaces, and kept.

The rules of counting, in the words of the formulas' authors as far as they say:

- letters: alphabetic characters; characters: letters and figures, no punctuation;
- polysyllables: three or more syllables as read aloud, figures and names included (McLaughlin 1969);
- complex words: three or more syllables, but no figures, no proper names, no words of closed classes (``another``), no
  combinations of short easy words (``long-standing``, ``butterfly``), and none that -es, -ed or -ing made so (Gunning
  1952);
- long words: more than six letters (Björnsson 1968);
- unfamiliar words: neither on the list of 3,000 words that children of the fourth grade know, in American or British
  spelling, nor a regular inflection of one on it, nor a name, initials or a figure; of hyphenated words, both parts
  must be familiar (Dale and Chall). With -er and -est only comparatives and superlatives are inflections:
  ``older``, not ``former`` or ``digest``;
- content words: all but figures and the closed classes in ``lexicons/function_words.csv``, so names are among them;
- unlisted words: content words that are not on the list of 3,000, names included: what a reader has to know or learn;
- rare words: content words, names included, that the table of words in the news lacks (`analysis.frequencies`);
- how common a content word is: its Zipf value in that table, added up in hundredths.

A name is known by its capital, so the first word of a sentence or quotation is none, unless `counts` finds it
elsewhere in the article with its capital inside a sentence.
"""

from array import array
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from analysis.errors import LexiconError
from analysis.frequencies import plain_form, read_frequencies
from analysis.lexicon import read_lexicon, words_of
from analysis.syllables import LONGEST_KEPT, count_syllables, dictionary, spoken_forms
from analysis.words import MARKS, WORD

COUNTED = (
    "n_words", "n_letters", "n_characters", "n_syllables", "n_monosyllables", "n_polysyllables", "n_complex", "n_long",
    "n_unfamiliar", "n_content", "n_figures", "n_the_of", "n_rare",
    "n_unlisted", "zipf_hundredths",
)  # fmt: skip
UNLISTED = COUNTED.index("n_unlisted")
OPENERS = frozenset("“‘\"'([«„")
NOUN_LINKS = frozenset(["the", "of"])  # they tie nouns together, as formal prose does
LONG = 6  # letters that a word of LIX may have without being long
LONGEST_PIECE = 1_000  # characters; longer ones are forgotten at once
MOST_KEPT = 200_000  # pieces; a corpus of news has about 100 new ones an article at first, and soon far fewer

INFLECTIONS = {  # ending, and what may have stood in its place
    "'s": ("",), "n't": ("",), "'ll": ("",), "'re": ("",), "'ve": ("",), "'d": ("",), "ies": ("y",), "ied": ("y",),
    "ier": ("y",), "iest": ("y",), "es": ("", "e"), "s": ("",), "ed": ("", "e"), "ing": ("", "e"), "er": ("", "e"),
    "est": ("", "e"), "n": ("",), "ly": ("",), "ily": ("y",), "bly": ("ble",), "tly": ("tle",), "mply": ("mple",),
}  # fmt: skip
# No halves of a compound, though most are words: coverage is not cover and age.
SUFFIXES = frozenset(
    [
        "able",
        "ables",
        "ably",
        "ship",
        "ships",
        "hood",
        "hoods",
        "ation",
        "age",
        "ant",
        "any",
        "ate",
        "ice",
        "son",
        "ton",
    ]
)
SHORTEST_HALF = 3  # letters
LONGEST_ENDING = max(map(len, INFLECTIONS))
DOUBLED = frozenset(2 * letter for letter in "bdfglmnprt")


class Vocabulary(dict[str, int]):
    """Pieces of text and the rows of their counts; a piece that begins a sentence is kept apart, after a tab.

    Pieces of one plain word share its row, whatever marks stand around it. ``unlisted`` tells for each row which
    unlisted word it holds, as a number from 1, the same for all rows with that word; 0 for none.
    """

    def __init__(self) -> None:
        super().__init__()
        self._empty()

    def _empty(self) -> None:
        self.counts, self.unlisted, self.holds_long = array("d"), array("q"), False
        self._rows: dict[str | tuple[str, bool], int] = {}
        self._forms: dict[str, int] = {}

    def __missing__(self, piece: str) -> int:
        """Add a piece that is not there yet, and return its row."""
        first = piece[:1] == "\t"
        bare = piece[first:]
        word, opens = _only_word(bare, first=first)
        key = (word, opens) if word else piece
        if key not in self._rows:
            counts = _count_word(word, opens=opens) if word else count_piece(bare, first=first)
            number = self._number(word or bare) if counts[UNLISTED] else 0
            row = len(self.unlisted)
            # Whatever interrupts this, rows and counts stay in step: what was begun is overwritten by the next word.
            self.counts[row * len(COUNTED) :] = array("d", counts)
            self.unlisted.append(number)
            self._rows[key] = row
        self.holds_long = self.holds_long or len(piece) > LONGEST_PIECE
        self[piece] = self._rows[key]
        return self[piece]

    def _number(self, piece: str) -> int:
        form = plain_form(piece if piece.isalpha() else " ".join(WORD.findall(piece)))
        return self._forms.setdefault(form, len(self._forms) + 1)

    def make_room(self) -> None:
        """Forget everything where there is too much to keep."""
        if len(self) > MOST_KEPT or self.holds_long:
            self.clear()
            self._empty()

    def take(self, pieces: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Return the counts of these pieces, one column each, and the numbers of their unlisted words."""
        rows = np.fromiter(map(self.__getitem__, pieces), np.int64, len(pieces))
        counts = np.frombuffer(self.counts, np.float64).reshape(-1, len(COUNTED))[rows]
        return np.ascontiguousarray(counts.T), np.frombuffer(self.unlisted, np.int64)[rows]


def count_piece(piece: str, *, first: bool = False) -> tuple[int, ...]:
    """Return the counts of `COUNTED` for the words of a piece without spaces; ``first``: it begins a sentence."""
    only, opens = _only_word(piece, first=first)
    if only:
        return _count_word(only, opens=opens)
    counts: list[tuple[int, ...]] = []
    for match in WORD.finditer(piece):
        start, end = match.span()
        word, before = _with_stop(match.group(), piece[end : end + 1]), piece[max(start - 1, 0) : start]
        counts.append(_count_word(word, opens=(first and not counts) or before in OPENERS))
    return counts[0] if len(counts) == 1 else tuple(map(sum, zip(*counts, strict=True))) or (0,) * len(COUNTED)


def _only_word(piece: str, *, first: bool) -> tuple[str, bool]:
    """Return the one plain word of a piece, which most have, and whether it opens a sentence or quotation.

    Without such a word `WORD` has to find what is there.
    """
    word = piece.strip(MARKS)
    if not (1 < len(word) <= LONGEST_KEPT and word.isascii() and word.isalpha()):
        return "", False
    if word == piece:
        return word, first
    start = piece.index(word)
    opens = first or (start > 0 and piece[start - 1] in OPENERS)
    return _with_stop(word, piece[start + len(word) :][:1]), opens


def _with_stop(word: str, after: str) -> str:
    """Return an abbreviation with the full stop that follows it, ``Sen.`` and ``R-Fla.``; other words as they are."""
    return f"{word}." if after == "." and f"{word.rpartition('-')[2]}." in spoken_forms("word") else word


def _count_word(word: str, *, opens: bool) -> tuple[int, ...]:
    syllables = count_syllables(word)
    is_plain = word.isalpha()
    letters = len(word) if is_plain else sum(map(str.isalpha, word))
    is_name = word[:1].isupper() and (not opens or word[1:] != word[1:].lower())
    is_figure = any(map(str.isdigit, word))
    plain = word.lower() if is_plain else word.replace("’", "'").lower()
    is_content = letters > 0 and not is_figure and plain not in words_of_closed_classes()
    familiar = is_familiar(plain)
    news = read_frequencies()
    count = news.count(word) if is_content else 0
    return (
        1, letters, letters if is_plain else sum(map(str.isalnum, word)), syllables, syllables == 1, syllables >= 3,
        syllables >= 3 and not is_name and not is_figure and is_complex(plain),
        letters > LONG,
        not is_name and not is_figure and not familiar,
        is_content, is_figure, plain in NOUN_LINKS,
        count == 1,
        is_content and not familiar,
        round(100 * news.zipf_of(count)) if count else 0,
    )  # fmt: skip


def is_complex(word: str) -> bool:
    """Tell whether a lower-case word of three or more syllables is hard by Gunning's rules."""
    if len(word) > LONGEST_KEPT:
        return True
    if word in words_of_closed_classes():
        return False
    parts = word.removesuffix("'s").split("-")
    if len(parts) > 1:
        return any(count_syllables(p) >= 3 and is_complex(p) for p in parts)
    return not _is_inflected_short_word(parts[0]) and not _is_combination(parts[0])


def _is_inflected_short_word(word: str) -> bool:
    """``created`` and ``insisting``: without the ending they have two syllables."""
    if not word.endswith(("es", "ed", "ing")):
        return False
    return any(dictionary().get(base, 3) < 3 for base in _bases(word))


def _is_combination(word: str) -> bool:
    """``bookkeeper``: two easy words that together have the syllables of the whole."""
    known, syllables = familiar_words(), count_syllables(word)
    places = range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1)
    return any(word[:i] in known and _are_easy(word[:i], word[i:], syllables) for i in places)


def _are_easy(left: str, right: str, syllables: int) -> bool:
    """Tell whether two halves, the left one familiar, are familiar short words that have so many syllables together."""
    if right in SUFFIXES or not (right in familiar_words() or (len(right) > 5 and _is_derived(right))):
        return False
    counts = count_syllables(left), count_syllables(right)
    return sum(counts) == syllables and max(counts) < 3


def is_familiar(word: str) -> bool:
    """Tell whether a lower-case word is on the list of familiar words, or a regular inflection or pair of such."""
    return len(word) <= LONGEST_KEPT and _is_familiar(word)


@lru_cache(maxsize=1 << 16)
def _is_familiar(word: str) -> bool:
    if word in familiar_words() or (_is_derived(word) and not _only_looks_derived(word)):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(is_familiar(p) for p in parts if p)


def _is_derived(word: str) -> bool:
    """Tell whether a word looks like a familiar one with an ending."""
    return not familiar_words().isdisjoint(_bases(word))


def _only_looks_derived(word: str) -> bool:
    """Tell whether a word has the ending of an inflection but is none, by its relatives and its syllables.

    ``older`` goes with oldest, but ``former`` with no formest and ``digest`` with no diger; ``rugged`` has a syllable
    more than hugged.
    """
    if word.endswith("er"):
        return f"{word[:-1]}st" not in dictionary()
    if word.endswith("est") and not word.endswith("iest"):
        return f"{word[:-2]}r" not in dictionary()
    return (
        word[-4:-2] in DOUBLED - {"dd", "tt"}
        and word.endswith("ed")
        and dictionary().get(word[:-3], 9) < dictionary().get(word, 0)
    )


def _bases(word: str) -> Iterator[str]:
    """Yield what a word may be an inflection of: ``stopped`` stopp, stop, stoppe."""
    for length in range(1, min(LONGEST_ENDING, len(word) - 2) + 1):
        for instead in INFLECTIONS.get(word[-length:], ()):
            base = word[:-length] + instead
            yield base
            if not instead and base[-2:] in DOUBLED:
                yield base[:-1]


@cache
def familiar_words() -> frozenset[str]:
    """Return the words that four in five fourth-graders know, with their singulars and their British spellings."""
    listed = listed_words()
    singulars = {f"{word[:-3]}y" for word in listed if word.endswith("ies")} & dictionary().keys()
    spellings = {
        row["british"]
        for row in read_lexicon("british_spellings", "british", "american")
        if not listed.isdisjoint([row["american"], *_bases(row["american"])])
    }
    return listed | singulars | spellings


@cache
def listed_words() -> frozenset[str]:
    """Return the words that Dale and Chall found known to four in five fourth-graders, as textstat carries them.

    The list's licence is unclear, so it does not travel with this package: it is read from the installed textstat,
    without importing that. Raises LexiconError where textstat has none.
    """
    spec = find_spec("textstat")
    folders = list(spec.submodule_search_locations or []) if spec else []
    path = Path(folders[0] if folders else "") / "resources" / "en" / "easy_words.txt"
    if not path.is_file():
        raise LexiconError("the installed textstat has no list of familiar words: install textstat 0.7.13")
    return frozenset(path.read_text(encoding="utf-8").lower().replace("’", "'").split())


@cache
def words_of_closed_classes() -> frozenset[str]:
    """Return articles, pronouns, prepositions, conjunctions, auxiliaries and the like, in lower case."""
    return words_of("function_words", "word")
