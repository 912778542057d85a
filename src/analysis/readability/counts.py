"""The one table of counts behind all formulas: for every article, paragraph and sentence of the body."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
import pandas as pd

from analysis.readability.vocabulary import COUNTED, Vocabulary
from analysis.tables import COUNTS, SENTENCES
from analysis.words import number_pieces

SCOPES = ("article", "paragraph", "sentence")
COLUMNS = ("n_sentences", *COUNTED, "n_new_words", "n_late_words")
SHORT_SENTENCE = 20  # words; those that follow in the same sentence come late
MEMORY = 100  # words before a word in which it is not new if it stood there

_kept = Vocabulary()
_lock = Lock()  # the vocabulary grows while it is used


@dataclass(frozen=True)
class Units:
    """What is counted: names of articles, and for each unit its scope, article, paragraph and sentence (0: none)."""

    names: list[str]
    scope: np.ndarray
    article: np.ndarray
    paragraph: np.ndarray
    sentence: np.ndarray
    counts: np.ndarray  # one row a unit, of float64; columns COLUMNS

    def by_name(self, where: np.ndarray | slice = slice(None)) -> Mapping[str, np.ndarray]:
        """Return the counts as columns by name."""
        return name_counts(self.counts[where].T)


def name_counts(columns: Iterable[np.ndarray]) -> Mapping[str, np.ndarray]:
    """Return columns of counts by their names, those of `COLUMNS`, and ``sum_zipf``."""
    named = dict(zip(COLUMNS, columns, strict=True))
    return named | {"sum_zipf": named["zipf_hundredths"] / 100}


def count_units(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the table COUNTS: words, letters, syllables and so on of the body, by article, paragraph and sentence.

    All are numbers of things; what counts as one is said in `analysis.words`, `analysis.syllables` and
    `analysis.readability.vocabulary`. ``n_letters`` are letters, ``n_characters`` letters and figures. ``n_new_words``
    are content words that are not on the list of familiar ones, names included, and did not stand in the 100 words
    before; ``n_late_words`` those after the twentieth of their sentence; ``sum_zipf`` adds up the Zipf values of the
    content words. Headlines are not counted; an article without a body has no rows. Raises TableError for a table
    that is not of sentences.
    """
    return tabulate_counts(gather_units(sentences))


def tabulate_counts(units: Units) -> pd.DataFrame:
    """Return what was counted as the table COUNTS."""
    columns = {**label_units(units), **units.by_name()}
    return pd.DataFrame({name: columns[name].astype(dtype) for name, dtype in COUNTS.columns.items()})


def label_units(units: Units, *, times: int = 1) -> dict[str, pd.api.extensions.ExtensionArray]:
    """Return the first columns of a table of units: article, scope, paragraph and sentence, each so many ``times``."""
    article, scope, paragraph, sentence = (
        a.repeat(times) for a in (units.article, units.scope, units.paragraph, units.sentence)
    )
    return {
        "article": take_texts(units.names, article),
        "scope": take_texts(SCOPES, scope),
        "paragraph": pd.arrays.IntegerArray(paragraph, paragraph == 0),
        "sentence": pd.arrays.IntegerArray(sentence, sentence == 0),
    }


def take_texts(texts: Sequence[str], rows: np.ndarray) -> pd.api.extensions.ExtensionArray:
    """Return a text column that holds ``texts[row]`` for each of the rows."""
    return pd.array(texts, dtype="str").take(rows)


def gather_units(sentences: pd.DataFrame) -> Units:
    """Count every sentence of the bodies and add up: each article, then its paragraphs, then its sentences."""
    article, names, paragraph, sentence, texts = _read_body(SENTENCES.check(sentences))
    counts = _count_sentences(texts, article)
    first_a = np.flatnonzero(np.diff(article, prepend=-1))
    first_p = np.flatnonzero(np.diff(article, prepend=-1) | np.diff(paragraph, prepend=-1))
    none = np.zeros_like
    scope = np.repeat([0, 1, 2], [len(first_a), len(first_p), len(article)])
    columns = (
        scope,
        np.concatenate([article[first_a], article[first_p], article]),
        np.concatenate([none(first_a), paragraph[first_p], paragraph]),
        np.concatenate([none(first_a), none(first_p), sentence]),
        np.concatenate([_add_up(counts, first_a), _add_up(counts, first_p), counts]),
    )
    together = np.argsort(columns[1] * len(SCOPES) + scope, kind="stable")
    return Units(names, *(column[together] for column in columns))


def _read_body(sentences: pd.DataFrame) -> tuple[np.ndarray, list[str], np.ndarray, np.ndarray, Sequence[str]]:
    """Return the bodies' articles (as numbers, and their names), paragraphs, sentences and texts, in reading order."""
    body = np.flatnonzero(sentences["part"].eq("body"))
    article, names = pd.factorize(sentences["article"].array[body])
    paragraph, sentence = sentences["paragraph"].to_numpy()[body], sentences["sentence"].to_numpy()[body]
    order = np.lexsort((sentence, paragraph, article))
    texts = sentences["text"].array[body[order]]
    return article[order], list(names), paragraph[order], sentence[order], texts


def _add_up(counts: np.ndarray, starts: np.ndarray) -> np.ndarray:
    return np.add.reduceat(counts, starts, axis=0) if len(starts) else counts[:0]


def _count_sentences(texts: Sequence[str], article: np.ndarray) -> np.ndarray:
    """Return one row of counts for each sentence, in the order of `COLUMNS`; ``n_sentences`` is 0 without words."""
    kinds, pieces, firsts = number_pieces(texts)
    articles = np.repeat(article, np.diff(firsts, append=len(pieces)))
    apart = firsts[_stand_apart(pieces, firsts, articles, len(kinds))]
    openings, pieces[apart] = np.unique(pieces[apart], return_inverse=True)
    pieces[apart] += len(kinds)
    with _lock:
        _kept.make_room()
        by_kind, unlisted = _kept.take([*kinds, *(f"\t{piece}" for piece in kinds[openings])])
    counts = np.empty((len(firsts), len(COLUMNS)))
    for i, of_kind in enumerate(by_kind, start=1):
        counts[:, i] = _add_up(of_kind[pieces], firsts)
    counts[:, 0] = counts[:, 1] > 0
    counts[:, -2] = _add_up(_are_new(unlisted[pieces], articles, by_kind[0, pieces]), firsts)
    counts[:, -1] = np.maximum(counts[:, 1] - SHORT_SENTENCE, 0)
    return counts


def _are_new(unlisted: np.ndarray, article: np.ndarray, n_words: np.ndarray) -> np.ndarray:
    """Tell of each piece whether it holds an unlisted word that did not stand in the words shortly before it."""
    found = np.flatnonzero(unlisted)
    word = article[found] * (unlisted.max(initial=0) + 1) + unlisted[found]
    order = np.argsort(word, kind="stable")
    again = (np.diff(word[order]) == 0) & (np.diff(np.cumsum(n_words)[found][order]) <= MEMORY)
    new = np.zeros(len(unlisted))
    new[found[order]] = np.concatenate([[True], ~again])[: len(found)]
    return new


def _stand_apart(pieces: np.ndarray, firsts: np.ndarray, article: np.ndarray, n_kinds: int) -> np.ndarray:
    """Tell of each sentence's first piece whether its article has it nowhere inside a sentence, where it is a name."""
    inside = np.isin(pieces, pieces[firsts])
    inside[firsts] = False
    key = article * n_kinds + pieces
    return np.isin(key[firsts], key[inside], invert=True)
