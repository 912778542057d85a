"""Where the article stands among the articles of the reference."""

import re
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.annotated.terms import read_terms, words_for
from analysis.report.facts import Facts, read_reference_once
from analysis.tables import rows_of
from analysis.wording import in_unit

SHOWN = [term for where, term in read_terms() if where == "place"]
EDGE = 8.0
"""How much of a chart's width is left free at each side, in per cent."""
UNUSUAL = 0.9
ALL = re.compile(r" of [\d,]+ articles?")
DIGITS = {"flesch_kincaid_grade": 1, "words_per_sentence": 1}


class Place(NamedTuple):
    """One measure: its name, value and unit, its place in words, and a chart's x of quartiles, median and article."""

    name: str
    value: str
    unit: str
    said: str
    short: str
    is_unusual: bool
    quarter: float
    middle: float
    three_quarters: float
    at: float
    quartiles: tuple[str, str, str]


def list_places(facts: Facts) -> list[Place]:
    """Return the place of each measure that is shown; none of an article that its readings are too doubtful for."""
    if facts.readings["flesch_kincaid_grade"][3]:
        return []
    reference = read_reference_once()
    found = {row[0]: row for row in rows_of(facts.placed, "measure", "value", "below", "above", "place")}
    known = [found[m] for m in SHOWN if m in found and found[m][4]]
    return [_place(row, reference[reference["measure"] == row[0]]) for row in known]


def grade_place(facts: Facts) -> str:
    """Return the place of the school grade in words: ``easier than 87% of 840 articles``."""
    return next((str(p) for m, p in rows_of(facts.placed, "measure", "place") if m == "flesch_kincaid_grade"), "")


def say_places(facts: Facts, places: list[Place]) -> str:
    """Return the heading: where the article goes farthest from the others."""
    unusual = [p for p in places if p.is_unusual]
    if not places:
        return f"No comparison: {facts.readings['flesch_kincaid_grade'][3] or 'no words'}"
    if not unusual:
        return "In nothing is it unusual"
    first = unusual[0]
    return f"{first.name}: {first.said}"


def reference_size() -> int:
    """Return how many articles the reference has."""
    return int(read_reference_once()["n"].max())


def reference_provenance() -> str:
    """Return what articles they are."""
    return str(read_reference_once()["provenance"].iloc[0])


def _place(row: tuple[Any, ...], quantiles: pd.DataFrame) -> Place:
    measure, value, below, above, said = row
    values = quantiles["value"].to_numpy()
    marks = np.interp([0.25, 0.5, 0.75], quantiles["quantile"].to_numpy(), values)
    left, right = min(values[0], value), max(values[-1], value)
    x = [EDGE + (100 - 2 * EDGE) * (m - left) / (right - left) if right > left else 50.0 for m in (*marks, value)]
    unit, digits = words_for("place unit", measure), DIGITS.get(measure, 0)
    shown = [in_unit(v, unit, digits) + "%" * (unit == "%") for v in (value, *marks)]
    quarter, middle, three_quarters, at = map(float, x)
    is_unusual = max(below, above) >= UNUSUAL
    return Place(
        words_for("place", measure), shown[0], "" if unit == "%" else unit, said, ALL.sub("", said), is_unusual,
        quarter, middle, three_quarters, at, (shown[1], shown[2], shown[3]),
    )  # fmt: skip
