"""What is counted, and who stands first: the figures that answers and pictures share, so that no two disagree."""

import math
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.errors import TableError
from analysis.tables import ATTRIBUTIONS, rows_of
from analysis.wording import as_shown

CLEAR = 1.645
"""How many standard deviations a lead must have to be a lead in nineteen cases of twenty."""


class Extreme(NamedTuple):
    """A measure in which an article stands alone at one end: ``end`` is "highest" or "lowest"."""

    label: str
    unit: str
    digits: int | None
    value: float
    end: str


class _Value(NamedTuple):
    """An article's value of a measure, with its bounds where it has some."""

    article: str
    label: str
    unit: str
    digits: Any
    value: float
    low: float
    high: float

    @property
    def places(self) -> int | None:
        """The decimals that it is printed with; None where the table does not tell."""
        return None if pd.isna(self.digits) else int(self.digits)

    @property
    def shown(self) -> float:
        """The value as it is printed."""
        return as_shown(self.value, self.unit, self.places)

    def is_above(self, other: "_Value") -> bool:
        """Whether it is printed as more than another; intervals that overlap are no more and no less."""
        return self.shown > other.shown and not self.low <= other.high

    def is_below(self, other: "_Value") -> bool:
        """Whether it is printed as less than another."""
        return other.is_above(self)


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
    """Return the variance of the body's words of each source; of what two say together each takes all."""
    doubt: dict[str, float] = {}
    body = ATTRIBUTIONS.check(attributions).query("paragraph > 0")
    for together, n_words, chance in rows_of(body, "source", "n_words", "confidence"):
        variance = math.inf if math.isnan(chance) else n_words**2 * chance * (1 - chance)
        for source in together.split("; "):
            doubt[source] = doubt.get(source, 0.0) + variance
    return doubt


def find_extremes(measures: pd.DataFrame, *, highlight: str) -> list[Extreme]:
    """Return the measures in which an article stands alone at one end of all, as far as its printed figures show.

    ``measures`` has a row an article and measure: label, unit, value (NaN where undefined) and, if it likes, digits and
    the bounds ``low`` and ``high``: an article whose interval overlaps another's is not told apart from it. Raises
    TableError where it has no such article.
    """
    require_article(measures, highlight)
    rows = measures.reindex(columns=["measure", *_Value._fields]).astype({"digits": object})
    of: dict[str, list[_Value]] = {}
    for measure, *cells in rows_of(rows, "measure", *_Value._fields):
        of.setdefault(measure, []).append(_Value(*cells))
    found = (_extreme(known, highlight) for known in of.values())
    return [extreme for extreme in found if extreme]


def require_article(measures: pd.DataFrame, highlight: str) -> None:
    """Raise TableError where there are measures, but none of the article that is to be highlighted."""
    have = measures["article"].unique().tolist()
    if have and highlight not in have:
        names = ", ".join(map(str, have))
        raise TableError(f"there is no article {highlight!r} in the table of measures: highlight one of {names}")


def _extreme(values: list[_Value], highlight: str) -> Extreme | None:
    known = [one for one in values if not math.isnan(one.value)]
    own = next((one for one in known if one.article == highlight), None)
    others = [one for one in known if one.article != highlight]
    if own is None or not others:
        return None
    for end, is_beyond in (("highest", own.is_above), ("lowest", own.is_below)):
        if all(map(is_beyond, others)):
            return Extreme(own.label, own.unit, own.places, own.value, end)
    return None
