"""Intervals of the shares of an article: how far the rows' doubt may carry a share, and what is usually missed.

A share is off where a row that counts for it is wrong, and where a row of another kind, or none, should count for it.
With n the body's words and w a row's, rows of confidence c add (w/n)^2 c (1 - c) to the variance where they count, and
a part of (w/n)^2 (1 - c) where they do not; what is missed adds the same to all. An interval reaches from ``BELOW`` to
``ABOVE`` such standard deviations around the share. ``benchmarks/shares.py`` measures on annotated articles
how many deviations hold nine true shares of ten: what stands here is a little more, since news differs. What is turned
and what is missed were chosen for the narrowest intervals on these articles.
"""

from collections.abc import Iterable
from math import isnan, nan, sqrt
from typing import NamedTuple

from analysis.editing.desk import Statement

TURNED = 0.1
"""What part of the doubtful rows of other kinds is of a given kind."""
MISSED = 0.01
"""The standard deviation of a share by what is not found at all."""
BELOW, ABOVE = 2.3, 2.0


class Interval(NamedTuple):
    """Bounds between which a share lies nine times in ten, each 0 to 1."""

    low: float
    high: float


def bound_share(share: float, counted: Iterable[Statement], others: Iterable[Statement], n_words: int) -> Interval:
    """Return the 90 % interval of a share of ``n_words`` (above 0) words that these statements add up to.

    Undefined where the confidence of a statement is not known.
    """
    variance = MISSED**2
    variance += sum((s.n_words / n_words) ** 2 * s.confidence * (1 - s.confidence) for s in counted)
    variance += TURNED * sum((s.n_words / n_words) ** 2 * (1 - s.confidence) for s in others)
    if isnan(variance):
        return Interval(nan, nan)
    deviation = sqrt(variance)
    return Interval(max(0.0, share - BELOW * deviation), min(1.0, share + ABOVE * deviation))
