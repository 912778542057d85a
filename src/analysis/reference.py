"""Where an article stands among many: a reference of quantiles, and its place among them.

``us-political-news-2016.csv`` is made by ``benchmarks/reference.py`` and holds figures only.
"""

import math
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.errors import TableError, ask_for
from analysis.resources import find_resource
from analysis.tables import MEASURES, PLACES, REFERENCE, rows_of
from analysis.wording import DIRECTIONS, say_place

US_POLITICAL_NEWS = find_resource("data/reference/us-political-news-2016.csv")


def read_reference(path: str | Path = US_POLITICAL_NEWS) -> pd.DataFrame:
    """Return a reference: for each measure its quantiles from 0.05 to 0.95, and of how many articles.

    Columns: measure, label, unit, direction ("higher is harder", "higher is easier" or none), quantile (0 to 1),
    value (in the unit), below and up_to (the shares of articles, 0 to 1, that have less than this value, and no more
    than it), n, provenance. Raises TableError where the file is missing, lacks a column or is not sorted.
    """
    ask_for(path, (str, Path), "a reference's path", "give its name as text", error=TableError)
    path = Path(path)
    if not path.is_file():
        raise TableError(f"there is no reference {path}: make it with benchmarks/reference.py")
    try:
        frame = pd.read_csv(path, dtype=dict(REFERENCE.columns), keep_default_na=False)
    except ValueError as error:
        raise TableError(f"{path.name} has a cell of the wrong type ({error}): make it anew") from error
    for measure, rows in REFERENCE.check(frame).groupby("measure", sort=False):
        if not all(rows[column].is_monotonic_increasing for column in ("quantile", "value", "below", "up_to")):
            raise TableError(f"the quantiles of {measure} in {path.name} do not rise: make it anew")
        if rows["direction"].iloc[0] not in DIRECTIONS:
            raise TableError(f"{path.name} runs {measure} in no known direction: it is one of {list(DIRECTIONS)}")
    return frame


def place_article(values: pd.DataFrame, reference: pd.DataFrame) -> pd.DataFrame:
    """Return where one article's measures stand in the reference, in the order of ``values``.

    ``values`` has a row a measure (columns measure, value). The result has measure, label, unit, value, below and above
    (the shares of the reference, 0 to 1, that have less and that have more; those left over have the same), n (articles
    of the reference) and place in words ("harder than 72% of 840 articles", "less than 74% of 840 articles; 25% have
    none, too"), which follows the measure's direction. On a quantile the shares are exact, between two they follow a
    straight line, and beyond the outermost they say no more than is known there. An undefined value has no place (NaN,
    ""); a measure without a reference has no row. Raises TableError where a measure stands twice, so there are several
    articles, or paragraphs and sentences, too.
    """
    REFERENCE.check(reference)
    MEASURES.ask(values)
    for name in ("measure", "value"):
        if name not in values.columns:
            raise TableError(f"there is no column {name!r} in the table of values: pass the one {MEASURES.made}")
    twice = values["measure"][values["measure"].duplicated()]
    if len(twice):
        raise TableError(f"measure {twice.iloc[0]!r} stands twice: pass one article, the rows of scope 'article'")
    quantiles = dict(iter(reference.groupby("measure", sort=False)))
    found = [(quantiles[m], v) for m, v in rows_of(values, "measure", "value") if m in quantiles]
    return PLACES.frame(_place(rows, float(value)) for rows, value in found)


def _place(rows: pd.DataFrame, value: float) -> tuple[str, str, str, float, float, float, int, str]:
    first, n = rows.iloc[0], int(rows["n"].iloc[0])
    below, above = shares_beside(value, rows)
    said = say_place(below, above, direction=first["direction"], value=value, n=n)
    return first["measure"], first["label"], first["unit"], value, below, above, n, "; ".join(filter(None, said))


def shares_beside(value: float, quantiles: pd.DataFrame) -> tuple[float, float]:
    """Return the shares of a reference, 0 to 1, that have less than a value and that have more; NaN for NaN.

    ``quantiles`` are the rows of one measure (value, below, up_to), in order.
    """
    values, below, up_to = (quantiles[c].to_numpy() for c in ("value", "below", "up_to"))
    first, after = np.searchsorted(values, value, side="left"), np.searchsorted(values, value, side="right")
    if math.isnan(value):
        return math.nan, math.nan
    if first < after:
        return float(below[first]), float(1 - up_to[first])
    if first == 0 or first == len(values):  # beyond the outermost quantile
        share = below[0] if first == 0 else up_to[-1]
    else:
        share = np.interp(value, values[first - 1 : first + 1], (up_to[first - 1], below[first]))
    return float(share), float(1 - share)
