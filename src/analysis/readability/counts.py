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
    counts: np.ndarray  # one row a unit, of float64: n_sentences, then COUNTED

    def by_name(self, where: np.ndarray | slice = slice(None)) -> Mapping[str, np.ndarray]:
        """Return the counts as columns by name."""
        return name_counts(self.counts[where].T)


def name_counts(columns: Iterable[np.ndarray]) -> Mapping[str, np.ndarray]:
    """Return columns of counts by their names: n_sentences, then `COUNTED`."""
    return dict(zip(("n_sentences", *COUNTED), columns, strict=True))


def count_units(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the table COUNTS: words, letters, syllables and so on of the body, by article, paragraph and sentence.

    All are numbers of things; what counts as one is said in `analysis.words`, `analysis.syllables` and
    `analysis.readability.vocabulary`. ``n_letters`` are letters, ``n_characters`` letters and figures. ``sum_zipf`` is
    undefined (NaN), since no table of word frequencies is free to travel with the package yet. Headlines are not
    counted; an article without a body has no rows. Raises TableError for a table that is not of sentences.
    """
    units = gather_units(sentences)
    columns = {**label_units(units), **units.by_name(), "sum_zipf": np.full(len(units.scope), np.nan)}
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
    """Return one row of counts for each sentence: 1 (0 if it has no word), then those of `COUNTED`."""
    kinds, pieces, firsts = number_pieces(texts)
    lengths = np.diff(firsts, append=len(pieces))
    apart = firsts[_stand_apart(pieces, firsts, np.repeat(article, lengths), len(kinds))]
    openings, pieces[apart] = np.unique(pieces[apart], return_inverse=True)
    pieces[apart] += len(kinds)
    with _lock:
        _kept.make_room()
        by_kind = _kept.take([*kinds, *(f"\t{piece}" for piece in kinds[openings])])
    counts = _add_up(by_kind[pieces], firsts)
    return np.column_stack([counts[:, 0] > 0, counts])


def _stand_apart(pieces: np.ndarray, firsts: np.ndarray, article: np.ndarray, n_kinds: int) -> np.ndarray:
    """Tell of each sentence's first piece whether its article has it nowhere inside a sentence, where it is a name."""
    inside = np.isin(pieces, pieces[firsts])
    inside[firsts] = False
    key = article * n_kinds + pieces
    return np.isin(key[firsts], key[inside], invert=True)
