"""One article against many: what is unusual about it."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis.plots.layout import Paper, measure_label, open_axes
from analysis.plots.style import INK, MUTED, NOTE, SMALL, write
from analysis.plots.wording import (
    digits_for,
    grouped,
    listing,
    number,
    one_article,
    opening,
    plain,
    plural,
    records,
    within,
)
from analysis.tables import DIRECTIONS, cut_per_cent

HIGH, LOW = 0.95, 0.05
ROW_HEIGHT, STROKES, BOX = 0.5, 0.16, 0.21  # inches; halves of strokes and box in rows
LEFT, RIGHT = 1.9, 2.1
EASIER = "higher is easier"
SAID = {  # the finding, by what the article is called
    "harder": "harder than {most} by {labels}",
    "easier": "easier than {most} by {labels}",
    "more": "{labels} higher than in {most}",
    "less": "{labels} lower than in {most}",
}
RIGHTWARDS = "; where a measure is one of difficulty, harder is to the right"


@dataclass(frozen=True)
class Profile:
    """A measure: the article's value among the reference's quantiles, both in the measure's unit.

    ``direction`` is one of `tables.DIRECTIONS`; what is harder is drawn to the right.
    """

    label: str
    unit: str
    direction: str
    value: float
    shares: Sequence[float]
    values: Sequence[float]

    @property
    def below(self) -> float:
        """Return the share of the reference below the article, 0 to 1, cut at the outermost quantiles; or NaN."""
        if math.isnan(self.value):
            return math.nan
        first, last = bisect_left(self.values, self.value), bisect_right(self.values, self.value)
        if first < last:  # on one of the quantiles, or on several with the same value
            return (self.shares[first] + self.shares[last - 1]) / 2
        return float(np.interp(self.value, self.values, self.shares))

    def said(self, value: float) -> str:
        """Return a value with the decimals of this row."""
        return number(value, digits_for([self.value, *self.values]))

    @property
    def unusual(self) -> bool:
        """Tell whether the article stands above 95 or below 5 of 100 references."""
        return self.below >= HIGH or self.below <= LOW

    def at(self, share: float) -> float:
        """Return the quantile at this share."""
        return float(np.interp(share, self.shares, self.values))

    def place(self, value: float) -> float:
        """Return where a value stands between the outermost quantiles, cut at both: 1 at the harder or higher end."""
        low, high = self.values[0], self.values[-1]
        if self.direction == EASIER:
            low, high = high, low
        return min(max((value - low) / (high - low), 0.0), 1.0) if high != low else 0.5

    def beyond(self) -> str:
        """Return what the article is called if it stands above 95 or below 5 of 100 references, else nothing."""
        more, less = DIRECTIONS[self.direction]
        return more if self.below >= HIGH else less if self.below <= LOW else ""


def plot_reference_strip(
    measures: pd.DataFrame, quantiles: pd.DataFrame, *, name: str = "the reference articles", ax: Axes | None = None
) -> Axes:
    """Draw one article's measures among a reference: a stroke a quantile, box the middle half, diamond the article.

    ``measures`` has a row a measure of one article (measure, value, label, unit); ``quantiles`` the reference's
    (measure, quantile from 0 to 1, value), best a hundred of each. Where they have a ``direction``, the article is
    harder or easier than others by that measure, and harder is to the right. A measure without quantiles is left out.
    Raises TableError where a column is missing or there are several articles.
    """
    rows = _profiles(measures, quantiles)
    strokes = max((len(r.values) for r in rows), default=0)
    subtitle = (
        f"{strokes} strokes: equal shares of {name}; box: middle half; bar and number: median; diamond: this article"
    )
    note = (
        f"Every row has its own scale{RIGHTWARDS if any(r.direction for r in rows) else ''}; a diamond beyond the "
        "outermost strokes stands at the end. Filled diamond: above 95% or below 5% of the reference."
    )
    note = note if rows else ""
    height = max(ROW_HEIGHT * len(rows), 0.3)
    ax = open_axes(ax, Paper(_finding(rows, name), subtitle, note, height, LEFT, RIGHT, gap=0.36))
    ax.set(xlim=(0, 1), ylim=(max(len(rows), 1) - 0.5, -0.5))
    for y, row in enumerate(rows):
        _draw_row(ax, row, y)
    for text, shift in (("article", 20), ("of references", 62)) if rows else ():
        write(ax, 1, -0.5, text, at=("axes fraction", "data"), shift=(shift, 8), size=NOTE, colour=MUTED)
    return ax


def describe_reference_strip(
    measures: pd.DataFrame, quantiles: pd.DataFrame, *, name: str = "the reference articles"
) -> str:
    """Return the finding and, for each measure, the article's value, its place and the reference's middle half."""
    rows = _profiles(measures, quantiles)
    said = [
        f"{r.label} {r.said(r.value)} {r.unit}, {_place(r)}, reference median {r.said(r.at(0.5))}, "
        f"middle half {r.said(r.at(0.25))} to {r.said(r.at(0.75))}, "
        f"from {r.said(r.values[0])} to {r.said(r.values[-1])}"
        for r in rows
    ]
    return f"{_finding(rows, name)}." + (f" {'; '.join(said)}." if said else "")


def _profiles(measures: pd.DataFrame, quantiles: pd.DataFrame) -> list[Profile]:
    """Return the measures that have quantiles, in the table's order."""
    one_article(measures, of="measures")
    points: dict[str, list[tuple[float, float]]] = {}
    for q in records(quantiles, "measure quantile value", of="quantiles"):
        points.setdefault(q["measure"], []).append((q["quantile"], q["value"]))
    known = quantiles if "direction" in quantiles else quantiles.assign(direction="")
    directions = dict(zip(known["measure"], known["direction"], strict=True))
    found = []
    for m in records(measures, "measure value label unit", of="measures"):
        if m["measure"] in points:
            shares, values = zip(*sorted(points[m["measure"]]), strict=True)
            direction = directions.get(m["measure"], "")
            found.append(Profile(plain(m["label"]), plain(m["unit"]), direction, m["value"], shares, values))
    return found


def _place(row: Profile) -> str:
    """Return the article's place in words, from the side on which it stands alone."""
    if math.isnan(row.below):
        return "undefined"
    more, less = DIRECTIONS[row.direction]
    word, share = (more, row.below) if row.below >= 0.5 else (less, 1 - row.below)
    if share == 1 and not row.values[0] <= row.value <= row.values[-1]:
        return f"{word} than all"
    return f"{word} than {min(cut_per_cent(share), 99)}%"


def _finding(rows: Sequence[Profile], name: str) -> str:
    """Return the title: the measures in which the article is unusual."""
    placed = [r for r in rows if not math.isnan(r.below)]
    if not placed:
        return f"Nothing to compare with {name}"
    found = grouped((r for r in placed if r.beyond()), Profile.beyond)
    if not found:
        return f"Nothing unusual: all {plural(len(placed), 'measure')} lie among the middle 90% of {name}"
    shares = chain([f"95% of {name}"], repeat("95%"))  # what they are a share of is said once
    said = [
        wording.format(labels=listing(within(r.label) for r in found[word]), most=next(shares))
        for word, wording in SAID.items()
        if word in found
    ]
    return opening("; ".join(said))


def _draw_row(ax: Axes, row: Profile, y: int) -> None:
    """Draw one measure: strokes, box, median, diamond, names and numbers."""
    at = ("axes fraction", "data")
    measure_label(ax, y, row.label, row.unit, room=LEFT - 0.42)
    ax.vlines(
        [row.place(v) for v in row.values],
        y - STROKES,
        y + STROKES,
        color="#B5B5B5",
        linewidth=0.6,
        label=row.label,
        clip_on=False,
        zorder=1,
    )
    low, middle, high = (row.place(row.at(share)) for share in (0.25, 0.5, 0.75))
    ax.add_patch(
        Rectangle(
            (low, y - BOX), high - low, 2 * BOX, fill=False, edgecolor=MUTED, linewidth=1.1, zorder=2, gid="middle half"
        )
    )
    ax.vlines(middle, y - BOX, y + BOX, color=INK, linewidth=1.7, label=f"median: {row.label}", zorder=3)
    write(ax, middle, y - BOX, row.said(row.at(0.5)), shift=(0, 3), ha="center", va="bottom", size=NOTE, colour=MUTED)
    write(ax, 1, y, row.said(row.value), at=at, shift=(20, 0), size=9.5, bold=True)
    write(
        ax, 1, y, _place(row), at=at, shift=(62, 0), size=SMALL, bold=row.unusual, colour=INK if row.unusual else MUTED
    )
    if not math.isnan(row.value):
        place, fill = row.place(row.value), INK if row.unusual else "white"
        (diamond,) = ax.plot([place], [y], "D", markersize=6.5, label=f"article: {row.label}", clip_on=False, zorder=5)
        diamond.set(markerfacecolor=fill, markeredgecolor=INK, markeredgewidth=1.4)
