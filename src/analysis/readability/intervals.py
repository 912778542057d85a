"""How far a score would move if the article had other sentences of its kind: 90 % intervals by the bootstrap.

The sentences of an article are drawn anew from themselves, as many as there are, again and again. Between the plain
percentiles of such draws the truth lies too seldom, since few sentences vary less than all that the writer might have
written; so the percentiles lie further out, where Student's t would put them: the expanded percentile interval of
T. C. Hesterberg (What teachers should know about the bootstrap, The American Statistician 69, 2015). In
``benchmarks/intervals.py`` such intervals hold the truth in 87 to 93 of 100 draws, for 8 to 60 sentences.
"""

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from statistics import NormalDist

import numpy as np

from analysis.readability.counts import Units, name_counts
from analysis.readability.formulas import Formula, apply_formulas

RESAMPLES = 300
SEED = 1948  # any number will do, as long as it stays
TAIL = 0.05  # on either side of a 90 % interval
FEWEST_SENTENCES = 5  # with fewer, resampling says nothing
AT_ONCE = 32  # articles whose resamples are held in memory together
MOST_KEPT = 200  # sentences of an article up to which its draws are kept for others of that length
NORMAL = NormalDist()
Z = NORMAL.inv_cdf(1 - TAIL)


def bound(units: Units, formulas: Sequence[Formula]) -> tuple[np.ndarray, np.ndarray]:
    """Return the lower and upper bounds, by unit and measure; NaN for all but articles of enough sentences."""
    low = np.full((len(units.scope), len(formulas)), np.nan)
    high = low.copy()
    articles, is_sentence = np.flatnonzero(units.scope == 0), units.scope == 2
    borders = np.flatnonzero(np.diff(units.article[is_sentence])) + 1
    per_sentence = np.split(units.counts[is_sentence], borders)
    enough = [i for i, counts in enumerate(per_sentence) if len(counts) >= FEWEST_SENTENCES]
    for start in range(0, len(enough), AT_ONCE):
        some = enough[start : start + AT_ONCE]
        resampled = np.stack([_resample(per_sentence[i]) for i in some], axis=1)
        values = np.moveaxis(apply_formulas(formulas, name_counts(resampled)), -1, 1)
        values.sort(axis=-1)
        for i, drawn in zip(some, values, strict=True):
            low[articles[i]], high[articles[i]] = cut_tails(drawn, expanded_tail(len(per_sentence[i])))
    return low, high


def cut_tails(drawn: np.ndarray, tail: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the quantiles ``tail`` and 1 - ``tail`` of sorted draws, measures by rows; NaN where a draw is undefined.

    Between two draws they are interpolated, as Hyndman and Fan's (1996) sixth definition says.
    """
    at, part = divmod(tail * (drawn.shape[1] + 1) - 1, 1)
    first = int(at)
    low = drawn[:, first] + part * (drawn[:, first + 1] - drawn[:, first])
    high = drawn[:, -first - 1] - part * (drawn[:, -first - 1] - drawn[:, -first - 2])
    return np.where(np.isnan(high), np.nan, low), high


@cache
def expanded_tail(n: int) -> float:
    """Return which share of the draws lies outside on either side for ``n`` sentences: .021 for 8, .044 for 40."""
    return NORMAL.cdf(-math.sqrt(n / (n - 1)) * student_quantile(n - 1))


def student_quantile(freedom: int) -> float:
    """Return the 95th percentile of Student's t, right to .002 from 4 degrees of freedom.

    Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.7.5.
    """
    terms = (
        (Z**3 + Z) / 4,
        (5 * Z**5 + 16 * Z**3 + 3 * Z) / 96,
        (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / 384,
    )
    return Z + sum(term / freedom**power for power, term in enumerate(terms, 1))


def widen(value: np.ndarray, low: np.ndarray, high: np.ndarray, *, error: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the bounds of a 90 % interval that holds an error of prediction (a root mean square), too."""
    return value - np.hypot(value - low, Z * error), value + np.hypot(high - value, Z * error)


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
