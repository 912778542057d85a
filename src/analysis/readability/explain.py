"""Ease in words: what a value means, and what each predictor adds to it."""

import math

import numpy as np
import pandas as pd

from analysis.errors import AnalysisError
from analysis.readability.counts import gather_units
from analysis.readability.ease import chance_easier, read_ease
from analysis.readability.formulas import compute_predictors
from analysis.readability.notes import ERROR
from analysis.tables import EASE_PARTS, READABILITY


def answer_ease(readability: pd.DataFrame) -> str:
    """Say one article's ease with its 90 % interval, what it means beside the average excerpt, and how far it errs.

    Takes the table of `measure_readability`. Raises AnalysisError where it holds no ease, or several articles'.
    """
    table = READABILITY.check(readability)
    rows = table[(table["scope"] == "article") & (table["measure"] == "ease")]
    if len(rows) != 1:
        raise AnalysisError(f"ease is said of one article, and this table holds that of {len(rows)}: choose one")
    value, low, high, note = rows[["value", "low", "high", "note"]].iloc[0]
    if math.isnan(value):
        return "Ease is undefined: the article has no content words."
    model = read_ease()
    interval = "" if math.isnan(low) else f" (90% interval {low:.1f} to {high:.1f})"
    times = round(100 * chance_easier(value, model.mean))
    said = (
        f"Ease {value:.1f}{interval}: teachers would find it easier than an average school text in {times} of 100 "
        f"comparisons. On texts of authors that it has not seen, the score errs by {model.error:.1f}."
        f"{_caveat(note)}"
    )
    return said.replace("-", "−")


def _caveat(note: str) -> str:
    """Return what the note of the score warns of, its error apart."""
    warnings = [part for part in note.split("; ") if part and not part.startswith(ERROR)]
    return f" Read it with care: {'; '.join(warnings)}." if warnings else ""


def explain_ease(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return what makes one article easy or hard: a row for each predictor of ease.

    Columns: predictor, value, coefficient, standard_error, part (coefficient times value: what it takes off or adds, in
    log odds), low and high (the range in which it was fitted), note (above or below that range). The parts and the
    constant add up to the article's ease. Raises AnalysisError where there is no article or several.
    """
    units = gather_units(sentences)
    if len(units.names) != 1:
        raise AnalysisError(f"ease is explained for one article, not {len(units.names)}: pass the sentences of one")
    terms = read_ease().terms
    values = compute_predictors(list(terms), units.by_name(np.flatnonzero(units.scope == 0)))[0]
    return EASE_PARTS.frame(
        (name, value, t.coefficient, t.standard_error, t.coefficient * value + 0.0, t.low, t.high, t.side(value))
        for (name, t), value in zip(terms.items(), values, strict=True)
    )
