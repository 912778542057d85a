"""Where each article stands among the others, measure by measure."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from analysis.figures import Extreme, find_extremes, require_article
from analysis.plots.flags import Flag, place_flags
from analysis.plots.layout import Paper, measure_label, open_axes, points_of
from analysis.plots.rows import records, take
from analysis.plots.style import GREY, INK, MUTED, NOTE, POINTS, RULE, SMALL, clip, text_width, write
from analysis.tables import MEASURES
from analysis.wording import as_shown, count_of, digits_for, in_unit, listing, plain, shorten, within

COLUMNS = "article measure value label unit"
LEFT, RIGHT = 1.95, 1.15  # inches
ABOVE, FIRST, LEVEL, BELOW = 0.16, 0.16, 0.132, 0.19  # inches over a row's line, to the names, from name to name, below
FLAG, LONGEST = 3.5, 190.0  # points from a leader to its label, and for the names in it
NAMED = 12  # dots in a row, all named; of more, only the outermost and the highlighted one
NOTE_TEXT = (
    "Every row has its own scale, from its lowest value to its highest. Equal values share one dot and one label."
)


@dataclass(frozen=True)
class Dot:
    """Articles with one value: the value, their names, and whether the highlighted one is among them."""

    value: float
    articles: tuple[str, ...]
    highlighted: bool


@dataclass(frozen=True)
class Measure:
    """One row: what is measured, in which unit, its dots from low to high, and who has no value."""

    label: str
    unit: str
    dots: tuple[Dot, ...]
    undefined: tuple[str, ...]
    digits: int | None = None  # decimals of the values; as many as tell them apart if not given

    @property
    def highlighted(self) -> Dot | None:
        """Return the dot of the highlighted article; None where it has no value."""
        return next((d for d in self.dots if d.highlighted), None)

    @property
    def n_articles(self) -> int:
        """Return how many articles have a value."""
        return sum(len(d.articles) for d in self.dots)

    def said(self, value: float) -> str:
        """Return a value with the decimals of this row."""
        digits = digits_for([d.value for d in self.dots]) if self.digits is None else self.digits
        return in_unit(value, self.unit, digits)

    @property
    def rank(self) -> int:
        """Return how many articles stand above the highlighted one, and one."""
        return 1 + sum(len(d.articles) for d in self.dots if self.highlighted and d.value > self.highlighted.value)

    def place(self, value: float) -> float:
        """Return where a value stands between the lowest (0) and the highest (1); the middle where all are equal."""
        low, high = self.dots[0].value, self.dots[-1].value
        return (value - low) / (high - low) if high > low else 0.5


def plot_comparison(
    measures: pd.DataFrame, *, highlight: str, labels: Mapping[str, str] | None = None, ax: Axes | None = None
) -> Axes:
    """Draw a row a measure and a dot an article; the highlighted article is filled, every dot is named with its value.

    ``measures`` has a row an article and measure: value, label (the measure in words), unit and, if it likes, digits to
    round to. Dots are placed from the lowest value (0) to the highest (1) of their row. ``labels`` maps an article to
    the name to print. An article without a value (NaN) has no dot in that row. Raises TableError where a column is
    missing, or the highlighted article.
    """
    rows = _measures(measures, highlight, labels or {})
    name = _name(highlight, labels or {})
    width = (8.0 - LEFT - RIGHT) * POINTS if ax is None else points_of(ax)[0]
    flags = [_flags(row, width) for row in rows]
    tops, height = [], 0.0
    for some in flags:
        tops.append(height + ABOVE)
        height += ABOVE + FIRST + BELOW + LEVEL * max((f.level for f in some), default=0)
    subtitle = f"A dot is an article; filled: {shorten(name)}, with its value and its place counted from the highest"
    crowded = any(len(row.dots) > NAMED for row in rows)
    note = f"{NOTE_TEXT} Of many articles only the outermost and {shorten(name)} are named." if crowded else NOTE_TEXT
    finding = _finding(rows, find_extremes(measures, highlight=highlight), name)
    paper = Paper(finding, subtitle, note, max(height, 0.3), LEFT, RIGHT, foot=0.2, words=_words(rows))
    ax = open_axes(ax, paper)
    ax.set(xlim=(0, 1), ylim=(max(height, 0.3), 0))
    for row, some, y in zip(rows, flags, tops, strict=True):
        _draw_row(ax, row, some, y)
    return ax


def _words(rows: Sequence[Measure]) -> str:
    """Return every measure with the values of all articles."""
    said = []
    for row in rows:
        values = [f"{listing(d.articles)} {row.said(d.value)}" for d in row.dots]
        values += [f"{name} undefined" for name in row.undefined]
        said.append(f"{row.label} ({row.unit}): {', '.join(values)}")
    return f"{'; '.join(said)}." if said else ""


def _name(article: str, labels: Mapping[str, str]) -> str:
    return shorten(labels.get(article, article), 28)


def _measures(measures: pd.DataFrame, highlight: str, labels: Mapping[str, str]) -> list[Measure]:
    """Return the rows of the picture in the table's order of measures."""
    take(measures, MEASURES)
    rows = records(measures, f"{COLUMNS} digits" if "digits" in measures.columns else COLUMNS, of=MEASURES)
    require_article(measures, highlight)
    found = []
    for measure in dict.fromkeys(r["measure"] for r in rows):
        mine = [
            r | {"value": as_shown(r["value"], r["unit"], r.get("digits"))} for r in rows if r["measure"] == measure
        ]
        values = sorted({r["value"] for r in mine if not math.isnan(r["value"])})
        dots = [_dot(v, [r["article"] for r in mine if r["value"] == v], highlight, labels) for v in values]
        undefined = tuple(_name(r["article"], labels) for r in mine if math.isnan(r["value"]))
        found.append(
            Measure(plain(mine[0]["label"]), plain(mine[0]["unit"]), tuple(dots), undefined, mine[0].get("digits"))
        )
    return found


def _dot(value: float, articles: Sequence[str], highlight: str, labels: Mapping[str, str]) -> Dot:
    first = sorted(articles, key=lambda a: a != highlight)
    return Dot(value, tuple(_name(a, labels) for a in first), highlight in articles)


def _finding(rows: Sequence[Measure], extremes: Sequence[Extreme], name: str) -> str:
    """Return the title: where the highlighted article alone is highest and lowest of all."""
    placed = [r for r in rows if r.highlighted and r.n_articles > 1 and len(r.dots) > 1]
    if not placed:
        return f"{name}: nothing to compare it with"
    high, low = ([plain(e.label) for e in extremes if e.end == end] for end in ("highest", "lowest"))
    many = placed[0].n_articles
    said = [f"highest of {many} in {_some(high, placed)}"] * bool(high)
    said += [f"lowest {'' if high else f'of {many} '}in {_some(low, placed)}"] * bool(low)
    return (
        f"{name}: {'; '.join(said)}"
        if said
        else f"{name} is neither first nor last in any of {count_of(len(placed), 'measure')}"
    )


def _some(names: Sequence[str], placed: Sequence[Measure]) -> str:
    """Return names in a running sentence; only their number where they are many."""
    return listing(map(within, names)) if len(names) <= 4 else f"{len(names)} of {len(placed)} measures"


def _text(dot: Dot, row: Measure) -> str:
    """Return what stands under a dot: the names as far as there is room, and the value."""
    shown = listing(dot.articles)
    if text_width(shown, NOTE) > LONGEST and len(dot.articles) > 1:
        shown = f"{dot.articles[0]} and {len(dot.articles) - 1} more"
    return f"{clip(shown, LONGEST, NOTE)} {row.said(dot.value)}"


def _named(row: Measure) -> list[Dot]:
    """Return the dots that carry a label."""
    outer = (row.dots[0], row.dots[-1]) if row.dots else ()
    return [d for d in row.dots if len(row.dots) <= NAMED or d in outer or d.highlighted]


def _flags(row: Measure, width: float) -> list[Flag]:
    """Return where the labels of a row stand."""
    dots = _named(row)
    widths = [text_width(_text(d, row), NOTE, d.highlighted) + FLAG for d in dots]
    return place_flags([row.place(d.value) * width for d in dots], widths, low=-8, high=width + 14)


def _draw_row(ax: Axes, row: Measure, flags: Sequence[Flag], y: float) -> None:
    """Draw one measure: its line, the dots, their labels; at the right the highlighted article's value and place."""
    at = ("axes fraction", "data")
    measure_label(ax, y, row.label, row.unit, room=LEFT - 0.42)
    ax.hlines(y, 0, 1, color=RULE, linewidth=0.9, zorder=1)
    others = [d for d in row.dots if not d.highlighted]
    ax.plot([row.place(d.value) for d in others], [y] * len(others), "o", markersize=6.5, markerfacecolor="white",
            markeredgecolor=MUTED, markeredgewidth=1.2, label=row.label, clip_on=False, zorder=3)  # fmt: skip
    for dot, flag in zip(_named(row), flags, strict=True):
        _draw_label(ax, _text(dot, row), flag, y, bold=dot.highlighted)
    mine = row.highlighted
    if mine is None:
        write(ax, 1, y, "undefined", at=at, shift=(20, 0), size=SMALL, colour=MUTED)
        return
    ax.plot(
        [row.place(mine.value)],
        [y],
        "o",
        markersize=8.5,
        color=INK,
        label=f"highlighted: {row.label}",
        clip_on=False,
        zorder=4,
    )
    write(ax, 1, y, row.said(mine.value), at=at, shift=(20, 5), bold=True, size=10)
    write(ax, 1, y, f"place {row.rank} of {row.n_articles}", at=at, shift=(20, -7), size=NOTE, colour=MUTED)


def _draw_label(ax: Axes, text: str, flag: Flag, y: float, *, bold: bool) -> None:
    """Name a dot at the foot of its leader, to the right of it or to the left."""
    x, low = flag.leader / points_of(ax)[0], y + FIRST + LEVEL * flag.level
    ax.vlines(x, y, low + 0.045, color=GREY, linewidth=0.7, clip_on=False, zorder=0)
    right = flag.left >= flag.leader
    write(ax, x, low, text, shift=(FLAG if right else -FLAG, 0), ha="left" if right else "right", size=NOTE, bold=bold,
          colour=INK if bold else MUTED, gid="dot")  # fmt: skip
