"""What is counted, and who stands first: the figures that answers and pictures share, so that no two disagree."""

import math
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.errors import TableError
from analysis.tables import ATTRIBUTIONS, rows_of
from analysis.wording import as_shown

UNDEFINED = float("nan")
CLEAR = 1.645
"""How many standard deviations a lead must have to be a lead in nineteen cases of twenty."""


class Extreme(NamedTuple):
    """A measure in which an article stands alone at one end: ``end`` is "highest" or "lowest"."""

    label: str
    unit: str
    digits: int | None
    value: float
    end: str


def attributed(attributions: pd.DataFrame) -> pd.DataFrame:
    """Return the statements of each article's body that are attributed to somebody: what counts as an attribution.

    Headlines are left out, since measures use the body, and so are statements of nobody in particular ("it is
    believed"). Takes the table of `find_attributions`, with its text or without.
    """
    rows = ATTRIBUTIONS.check(attributions, text=False)
    return rows[(rows["paragraph"] > 0) & (rows["kind"] != "unattributed")]


def rank_sources(sources: pd.DataFrame) -> pd.DataFrame:
    """Return the sources that the body cites, most words first, then most attributions, then as the table has them.

    Left out are sources of the headline alone, and what is said by nobody in particular. Needs the columns kind,
    first_sentence, n_attributions and n_words of `list_sources`.
    """
    cited = (sources["first_sentence"] > 0) | (sources["n_words"] > 0) | (sources["n_attributions"] > 1)
    found = sources[cited & (sources["kind"] != "unattributed")]
    return found.sort_values(["n_words", "n_attributions"], ascending=False, kind="stable")


def lead_sources(sources: pd.DataFrame, attributions: pd.DataFrame) -> pd.DataFrame:
    """Return the first of `rank_sources`, and those after it whose words are too close to its own to tell who leads.

    A source's words are as sure as its statements: with w words and confidence c each adds w^2 c (1 - c) to the
    variance, and a lead counts that is larger than ``CLEAR`` standard deviations of the difference.
    """
    ranked = rank_sources(sources)
    if ranked.empty:
        return ranked
    doubt = ranked["source"].map(_doubt(attributions)).fillna(0.0)
    lead = ranked["n_words"].iloc[0] - ranked["n_words"]
    clear = lead > CLEAR * np.sqrt(doubt + doubt.iloc[0])
    return ranked[~clear | (np.arange(len(ranked)) == 0)]


def _doubt(attributions: pd.DataFrame) -> dict[str, float]:
    """Return the variance of the words of each source; of what two say together each takes all."""
    doubt: dict[str, float] = {}
    for together, n_words, chance in rows_of(ATTRIBUTIONS.check(attributions), "source", "n_words", "confidence"):
        for source in together.split("; "):
            doubt[source] = doubt.get(source, 0.0) + n_words**2 * chance * (1 - chance)
    return doubt


def find_extremes(measures: pd.DataFrame, *, highlight: str) -> list[Extreme]:
    """Return the measures in which an article stands alone at one end of all, as far as its printed figures show.

    ``measures`` has a row an article and measure: label, unit, value (NaN where undefined) and, if it likes, digits.
    Raises TableError where it has no such article.
    """
    require_article(measures, highlight)
    rows = measures if "digits" in measures.columns else measures.assign(digits=None)
    of: dict[str, list[tuple[str, str, str, int | None, float]]] = {}
    for measure, *row in rows_of(rows, "measure", "article", "label", "unit", "digits", "value"):
        of.setdefault(measure, []).append((row[0], row[1], row[2], row[3], row[4]))
    found = (_extreme(known, highlight) for known in of.values())
    return [extreme for extreme in found if extreme]


def require_article(measures: pd.DataFrame, highlight: str) -> None:
    """Raise TableError where there are measures, but none of the article that is to be highlighted."""
    have = measures["article"].unique().tolist()
    if have and highlight not in have:
        names = ", ".join(map(str, have))
        raise TableError(f"there is no article {highlight!r} in the table of measures: highlight one of {names}")


def _extreme(rows: list[tuple[str, str, str, int | None, float]], highlight: str) -> Extreme | None:
    shown = [(article, as_shown(v, unit, digits)) for article, _, unit, digits, v in rows if not math.isnan(v)]
    own = next((v for article, v in shown if article == highlight), UNDEFINED)
    others = [v for article, v in shown if article != highlight]
    if math.isnan(own) or not others or min(others) <= own <= max(others):
        return None
    _, label, unit, digits, value = next(row for row in rows if row[0] == highlight)
    return Extreme(label, unit, digits, value, "highest" if own > max(others) else "lowest")
