"""One article against many: what is unusual about it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis.plots.layout import Paper, measure_label, open_axes
from analysis.plots.rows import grouped, one_article, records
from analysis.plots.style import INK, MUTED, NOTE, SMALL, write
from analysis.tables import PLACES, REFERENCE
from analysis.wording import (
    DIRECTIONS,
    count_of,
    digits_for,
    in_unit,
    listing,
    opening,
    plain,
    say_place,
    with_unit,
    within,
)

UNUSUAL = 0.95  # the share of the reference on one side of the article
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
    """A measure: the article's value and place, and the reference's quantiles, both in the measure's unit.

    ``direction`` is one of `wording.DIRECTIONS`; what is harder is drawn to the right. ``below`` and ``above`` are the
    shares of the reference (0 to 1) that have less than the article and more.
    """

    label: str
    unit: str
    direction: str
    value: float
    below: float
    above: float
    shares: Sequence[float]
    values: Sequence[float]

    @property
    def places(self) -> tuple[str, str]:
        """Return the article's place in words, and what is to be said of those that have the same value."""
        place, tie = say_place(self.below, self.above, direction=self.direction, value=self.value)
        return place or "undefined", tie

    def said(self, value: float) -> str:
        """Return a value with the decimals of this row."""
        return in_unit(value, self.unit, self.digits)

    @property
    def digits(self) -> int:
        """Return how many decimals tell the values of this row apart."""
        return digits_for([self.value, *self.values])

    @property
    def with_unit(self) -> str:
        """Return the article's value with its unit."""
        return with_unit(self.value, self.unit, self.digits)

    @property
    def unusual(self) -> bool:
        """Tell whether 95 of 100 references stand on one side of the article."""
        return self.below >= UNUSUAL or self.above >= UNUSUAL

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
        """Return what the article is called if it stands above or below 95 of 100 references, else nothing."""
        more, less = DIRECTIONS[self.direction]
        return more if self.below >= UNUSUAL else less if self.above >= UNUSUAL else ""


def plot_reference_strip(
    places: pd.DataFrame, reference: pd.DataFrame, *, name: str = "the reference articles", ax: Axes | None = None
) -> Axes:
    """Draw one article's measures among a reference: a stroke a quantile, box the middle half, diamond the article.

    ``places`` is the table of `place_article` (measure, value, label, unit, below, above), ``reference`` that of
    `read_reference` (measure, quantile from 0 to 1, value). Where it has a ``direction``, the article is harder or
    easier than others by that measure, and harder is to the right. A measure without quantiles is left out. Raises
    TableError where a column is missing or there are several articles.
    """
    rows = _profiles(places, reference)
    strokes = max((len(r.values) for r in rows), default=0)
    subtitle = (
        f"{strokes} strokes: equal shares of {name}; box: middle half; bar and number: median; diamond: this article"
    )
    note = (
        f"Every row has its own scale{RIGHTWARDS if any(r.direction for r in rows) else ''}; a diamond beyond the "
        "outermost strokes stands at the end. Filled diamond: 95% of the reference on one side of it."
    )
    note = note if rows else ""
    height = max(ROW_HEIGHT * len(rows), 0.3)
    paper = Paper(_finding(rows, name), subtitle, note, height, LEFT, RIGHT, gap=0.36, words=_words(rows))
    ax = open_axes(ax, paper)
    ax.set(xlim=(0, 1), ylim=(max(len(rows), 1) - 0.5, -0.5))
    for y, row in enumerate(rows):
        _draw_row(ax, row, y)
    for text, shift in (("article", 20), ("of references", 62)) if rows else ():
        write(ax, 1, -0.5, text, at=("axes fraction", "data"), shift=(shift, 8), size=NOTE, colour=MUTED)
    return ax


def _words(rows: Sequence[Profile]) -> str:
    """Return, for each measure, the article's value, its place and the reference's middle half."""
    said = [
        f"{r.label} {r.with_unit}, {', '.join(filter(None, r.places))}, "
        f"reference median {r.said(r.at(0.5))}, middle half {r.said(r.at(0.25))} to {r.said(r.at(0.75))}, "
        f"from {r.said(r.values[0])} to {r.said(r.values[-1])}"
        for r in rows
    ]
    return f"{'; '.join(said)}." if said else ""


def _profiles(places: pd.DataFrame, reference: pd.DataFrame) -> list[Profile]:
    """Return the measures that have quantiles, in the table's order."""
    one_article(places, of=PLACES)
    quantiles = grouped(records(reference, "measure quantile value", of=REFERENCE), lambda q: q["measure"])
    known = reference if "direction" in reference else reference.assign(direction="")
    directions = dict(zip(known["measure"], known["direction"], strict=True))
    found = []
    for m in records(places, "measure value label unit below above", of=PLACES):
        if m["measure"] in quantiles:
            points = sorted((q["quantile"], q["value"]) for q in quantiles[m["measure"]])
            shares, values = zip(*points, strict=True)
            label, unit, direction = plain(m["label"]), plain(m["unit"]), directions[m["measure"]]
            found.append(Profile(label, unit, direction, m["value"], m["below"], m["above"], shares, values))
    return found


def _finding(rows: Sequence[Profile], name: str) -> str:
    """Return the title: the measures in which the article is unusual."""
    placed = [r for r in rows if not math.isnan(r.value)]
    if not placed:
        return f"Nothing to compare with {name}"
    found = grouped((r for r in placed if r.beyond()), Profile.beyond)
    if not found:
        return f"Nothing unusual: all {count_of(len(placed), 'measure')} lie among the middle 90% of {name}"
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
    colour = INK if row.unusual else MUTED
    place, tie = row.places
    write(ax, 1, y, place, at=at, shift=(62, 5 if tie else 0), size=SMALL, bold=row.unusual, colour=colour)
    write(ax, 1, y, tie, at=at, shift=(62, -6), size=NOTE, colour=MUTED)
    if not math.isnan(row.value):
        fill = INK if row.unusual else "white"
        (diamond,) = ax.plot(
            [row.place(row.value)], [y], "D", markersize=6.5, label=f"article: {row.label}", clip_on=False, zorder=5
        )
        diamond.set(markerfacecolor=fill, markeredgecolor=INK, markeredgewidth=1.4)
