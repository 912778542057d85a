"""All measures of all units, with 90 % intervals for whole articles."""

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
import pandas as pd

from analysis.collector import no_collection
from analysis.readability.counts import Units, gather_units, label_units, name_counts, tabulate_counts, take_texts
from analysis.readability.formulas import Formula, apply_formulas, choose_formulas
from analysis.readability.notes import write_notes
from analysis.tables import READABILITY

RESAMPLES = 300
SEED = 1948  # any number will do, as long as it stays
TAIL = 0.05  # on either side of a 90 % interval
FEWEST_SENTENCES = 5  # with fewer, resampling says nothing
AT_ONCE = 32  # articles whose resamples are held in memory together
MOST_KEPT = 200  # sentences of an article up to which its draws are kept for others of that length


@no_collection()
def measure_readability(sentences: pd.DataFrame, *, measures: Sequence[str] | None = None) -> pd.DataFrame:
    """Return the table READABILITY: a row for each unit (article, paragraph, sentence of the body) and measure.

    ``measures`` are names of `list_formulas`, which tells unit, range, direction and source of each; None is all.
    ``value`` is NaN where it is undefined (no words). ``low`` and ``high`` bound 90 % of the values that the article
    would have if its sentences were drawn anew from themselves, always by the same draw; NaN for other scopes and
    under 5 sentences. ``note`` warns, for articles, of texts under 100 words, of texts that are hardly English, and of
    SMOG under 30 sentences; of ease it gives the error of a prediction, which the interval does not hold, and what lies
    outside the range in which ease was fitted. The figures of a paragraph or a sentence rank; they do not measure.

    Raises TableError for a table that is not of sentences, AnalysisError for an unknown measure.
    """
    return _measure(gather_units(sentences), choose_formulas(measures))


@no_collection()
def count_and_measure(sentences: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what `count_units` and `measure_readability` return for all measures; the words are counted once."""
    units = gather_units(sentences)
    return tabulate_counts(units), _measure(units, choose_formulas())


def _measure(units: Units, formulas: Sequence[Formula]) -> pd.DataFrame:
    low, high = _bound(units, formulas)
    columns = {
        **label_units(units, times=len(formulas)),
        "measure": take_texts([f.name for f in formulas], np.tile(np.arange(len(formulas)), len(units.scope))),
        "value": apply_formulas(formulas, units.by_name()).ravel(),
        "low": low.ravel(),
        "high": high.ravel(),
        "note": write_notes(units, formulas),
    }
    return pd.DataFrame({name: columns[name] for name in READABILITY.columns}, copy=False)


def _bound(units: Units, formulas: Sequence[Formula]) -> tuple[np.ndarray, np.ndarray]:
    """Return the lower and upper bounds, by unit and measure."""
    low = np.full((len(units.scope), len(formulas)), np.nan)
    high = low.copy()
    articles, is_sentence = np.flatnonzero(units.scope == 0), units.scope == 2
    borders = np.flatnonzero(np.diff(units.article[is_sentence])) + 1
    per_sentence = np.split(units.counts[is_sentence], borders)
    enough = [i for i, counts in enumerate(per_sentence) if len(counts) >= FEWEST_SENTENCES]
    for start in range(0, len(enough), AT_ONCE):
        some = enough[start : start + AT_ONCE]
        resampled = np.stack([_resample(per_sentence[i]) for i in some], axis=1)
        values = np.moveaxis(apply_formulas(formulas, name_counts(resampled)), -1, 0)
        values.sort(axis=-1)
        low[articles[some]] = values[..., int(TAIL * RESAMPLES)].T
        high[articles[some]] = values[..., -int(TAIL * RESAMPLES) - 1].T
    return low, high


def _resample(counts: np.ndarray) -> np.ndarray:
    """Return the sums of the counts of an article's sentences, by count and resample.

    In ten products, each small enough for one thread: on one large product they spend more time than they save.
    """
    draws = _draws_kept(len(counts)) if len(counts) <= MOST_KEPT else _draws(len(counts))
    sums: np.ndarray = (draws.reshape(10, -1, len(counts)) @ counts).reshape(RESAMPLES, -1).T
    return sums


def _draws(n: int) -> np.ndarray:
    """Return how often each of ``n`` sentences is drawn in each resample: the same for every article of that length."""
    chances = _chances_kept() if n <= MOST_KEPT else _chances(n)
    cells = (n * chances[:n]).astype(np.int64) + n * np.arange(RESAMPLES)
    draws = np.bincount(cells.ravel(), minlength=RESAMPLES * n).reshape(RESAMPLES, n).astype(np.float64)
    draws.flags.writeable = False
    return draws


def _chances(n: int) -> np.ndarray:
    """Return numbers from 0 to under 1, a column a resample; more rows begin with the rows of fewer.

    NumPy promises that this older generator gives the same numbers in every version.
    """
    return np.random.RandomState(SEED).random_sample((n, RESAMPLES))


_draws_kept = lru_cache(maxsize=MOST_KEPT)(_draws)


@cache
def _chances_kept() -> np.ndarray:
    return _chances(MOST_KEPT)
