"""Ease in words: what a value means, and what each predictor adds to it."""

import math

import numpy as np
import pandas as pd

from analysis.errors import AnalysisError
from analysis.readability.counts import gather_units
from analysis.readability.ease import chance_easier, read_ease
from analysis.readability.formulas import compute_predictors
from analysis.readability.intervals import widen
from analysis.readability.notes import ERROR
from analysis.tables import EASE_PARTS, READABILITY


def include_error(readability: pd.DataFrame) -> pd.DataFrame:
    """Return rows of READABILITY, the intervals of ease so wide that they hold the error of its fit; the notes say so.

    The two errors are independent, so their squares add up. The other measures are counted, not predicted: theirs stay.
    """
    rows, error = READABILITY.check(readability).copy(), read_ease().error
    is_ease = rows["measure"] == "ease"
    ease = rows[is_ease]
    low, high = widen(*(ease[column].to_numpy() for column in ("value", "low", "high")), error=error)
    notes = ["; ".join([f"the interval holds the {ERROR} {error:.2f}", *_warnings(note)]) for note in ease["note"]]
    rows.loc[is_ease, ["low", "high", "note"]] = pd.DataFrame({"low": low, "high": high, "note": notes}, ease.index)
    return rows


def answer_ease(readability: pd.DataFrame) -> str:
    """Say one article's ease, what it means beside the average excerpt, and how far it errs.

    The 90 % interval holds both errors: of the sentences, and of the score. Takes the table of `measure_readability`.
    Raises AnalysisError where that holds no ease, or several articles'.
    """
    table = READABILITY.check(readability)
    rows = table[(table["scope"] == "article") & (table["measure"] == "ease")]
    if len(rows) != 1:
        raise AnalysisError(f"ease is said of one article, and this table holds that of {len(rows)}: choose one")
    value, low, high = include_error(rows)[["value", "low", "high"]].iloc[0]
    note = rows["note"].iloc[0]
    if math.isnan(value):
        return "Ease is undefined: the article has no content words."
    model = read_ease()
    interval = "" if math.isnan(low) else f" (90% interval {low:.1f} to {high:.1f}, that error included)"
    times = round(100 * chance_easier(value, model.mean))
    said = (
        f"Ease {value:.1f}: teachers would find it easier than an average school text in {times} of 100 comparisons. "
        f"On texts of authors that it has not seen, the score errs by {model.error:.1f}{interval}.{_caveat(note)}"
    )
    return said.replace("-", "−")


def _caveat(note: str) -> str:
    """Return what the note of the score warns of, its error apart."""
    warnings = _warnings(note)
    return f" Read it with care: {'; '.join(warnings)}." if warnings else ""


def _warnings(note: str) -> list[str]:
    return [part for part in note.split("; ") if part and not part.startswith(ERROR)]


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
