"""All measures of all units, with 90 % intervals for whole articles."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.collector import no_collection
from analysis.readability.counts import Units, gather_units, label_units, tabulate_counts, take_texts
from analysis.readability.formulas import Formula, apply_formulas, choose_formulas
from analysis.readability.intervals import bound
from analysis.readability.notes import write_notes
from analysis.tables import READABILITY


@no_collection()
def measure_readability(sentences: pd.DataFrame, *, measures: Sequence[str] | None = None) -> pd.DataFrame:
    """Return the table READABILITY: a row for each unit (article, paragraph, sentence of the body) and measure.

    ``measures`` are names of `list_formulas`, which tells unit, range, direction and source of each; None is all.
    ``value`` is NaN where it is undefined (no words). ``low`` and ``high`` are a 90 % interval of what the article
    would score if the same writer had written other sentences: the expanded percentile bootstrap of
    `analysis.readability.intervals`, always by the same draw; NaN for other scopes and under 5 sentences. ``note``
    warns, for articles, of texts under 100 words, of texts that are hardly English, and of SMOG under 30 sentences; of
    ease it gives the error of a prediction, which the interval does not hold (`include_error` adds it), and what lies
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
    low, high = bound(units, formulas)
    columns = {
        **label_units(units, times=len(formulas)),
        "measure": take_texts([f.name for f in formulas], np.tile(np.arange(len(formulas)), len(units.scope))),
        "value": apply_formulas(formulas, units.by_name()).ravel(),
        "low": low.ravel(),
        "high": high.ravel(),
        "note": write_notes(units, formulas),
    }
    return pd.DataFrame({name: columns[name] for name in READABILITY.columns}, copy=False)
