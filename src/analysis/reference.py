"""Where an article stands among many: a reference of quantiles, and its place among them.

``us-political-news-2016.csv`` is made by ``benchmarks/reference.py`` and holds figures only.
"""

import math
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.errors import TableError
from analysis.resources import find_resource
from analysis.tables import COUNT, DIRECTIONS, NUMBER, TEXT, Table, cut_per_cent

US_POLITICAL_NEWS = find_resource("data/reference/us-political-news-2016.csv")
REFERENCE = Table(
    "reference",
    {"measure": TEXT, "label": TEXT, "unit": TEXT, "direction": TEXT, "quantile": NUMBER, "value": NUMBER, "n": COUNT,
     "provenance": TEXT},
)  # fmt: skip
PLACES = Table(
    "places",
    {"measure": TEXT, "label": TEXT, "unit": TEXT, "value": NUMBER, "below": NUMBER, "n": COUNT, "place": TEXT},
)


def read_reference(path: str | Path = US_POLITICAL_NEWS) -> pd.DataFrame:
    """Return a reference: for each measure its quantiles from 0.05 to 0.95, and of how many articles.

    Columns: measure, label, unit, direction ("higher is harder", "higher is easier" or none), quantile (0 to 1),
    value (in the unit), n, provenance. Raises TableError where the file is missing, lacks a column or is not sorted.
    """
    path = Path(path)
    if not path.is_file():
        raise TableError(f"there is no reference {path}: make it with benchmarks/reference.py")
    try:
        frame = pd.read_csv(path, dtype=dict(REFERENCE.columns), keep_default_na=False)
    except ValueError as error:
        raise TableError(f"{path.name} has a cell of the wrong type ({error}): make it anew") from error
    for measure, rows in REFERENCE.check(frame).groupby("measure", sort=False):
        if not (rows["quantile"].is_monotonic_increasing and rows["value"].is_monotonic_increasing):
            raise TableError(f"the quantiles of {measure} in {path.name} do not rise: make it anew")
        if rows["direction"].iloc[0] not in DIRECTIONS:
            raise TableError(f"{path.name} runs {measure} in no known direction: it is one of {list(DIRECTIONS)}")
    return frame


def place_article(values: pd.DataFrame, reference: pd.DataFrame) -> pd.DataFrame:
    """Return where one article's measures stand in the reference, in the order of ``values``.

    ``values`` has a row a measure (columns measure, value). The result has measure, label, unit, value, below (the
    share of the reference that has less, 0 to 1, between quantiles by straight lines; cut at the outermost quantiles),
    n (articles of the reference) and place in words ("harder than 72% of 840 articles"), which follows the measure's
    direction. An undefined value has no place (NaN, ""); a measure without a reference has no row. Raises TableError
    where a measure stands twice, so there are several articles, or paragraphs and sentences, too.
    """
    REFERENCE.check(reference)
    twice = values["measure"][values["measure"].duplicated()]
    if len(twice):
        raise TableError(f"measure {twice.iloc[0]!r} stands twice: pass one article, the rows of scope 'article'")
    quantiles = dict(iter(reference.groupby("measure", sort=False)))
    found = [(quantiles[m], v) for m, v in zip(values["measure"], values["value"], strict=True) if m in quantiles]
    return PLACES.frame(_place(rows, float(value)) for rows, value in found)


def _place(rows: pd.DataFrame, value: float) -> tuple[str, str, str, float, float, int, str]:
    first, n = rows.iloc[0], int(rows["n"].iloc[0])
    below = share_below(value, rows["quantile"].to_numpy(), rows["value"].to_numpy())
    said = _say(below, rows["quantile"].iloc[0], rows["quantile"].iloc[-1], first["direction"], n)
    return first["measure"], first["label"], first["unit"], value, below, n, said


def share_below(value: float, shares: np.ndarray, values: np.ndarray) -> float:
    """Return the share of a reference below a value, 0 to 1, cut at the outermost quantiles; NaN for NaN.

    On several quantiles with the same value it is the middle one's.
    """
    if math.isnan(value):
        return math.nan
    same = shares[values == value]
    return float((same[0] + same[-1]) / 2 if len(same) else np.interp(value, values, shares))


def _say(below: float, least: float, most: float, direction: str, n: int) -> str:
    """Return the place in words, from the side on which the article stands alone."""
    if math.isnan(below):
        return ""
    above_most, below_most = DIRECTIONS[direction]
    word, share, end = (above_most, below, most) if below >= 0.5 else (below_most, 1 - below, 1 - least)
    return f"{word} than {'over ' if share >= end else ''}{cut_per_cent(share)}% of {n:,} articles"
