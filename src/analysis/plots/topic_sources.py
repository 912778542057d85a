"""Topics by kind of source: which topics rest on people whom the article does not name."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis.plots.layout import Paper, open_axes, row_label
from analysis.plots.legend import kind_entry
from analysis.plots.rows import by_count, one_article, records
from analysis.plots.style import CROSS, INK, MUTED, PALETTE, SMALL, WIDTH, write
from analysis.tables import MENTIONS_BY_SOURCE
from analysis.wording import KIND_NAMES, count_of, listing, quoted, shorten

ORDER = ("anonymous", "organization", "named", "document", "unattributed")
PER_LINE, LINE = 22, 0.19  # squares on a line; inches from line to line
SIDE, LEFT = 0.157, 2.45  # inches
NOTE = (
    "✕ repeats the colour for anonymous. Counts are small: read squares, not percentages. A mention outside what any "
    "source is reported to say is “not attributed”; where one source speaks inside another’s words, the outer counts. "
    "The headline is left out."
)


@dataclass(frozen=True)
class Row:
    """A topic with its mentions by kind, in the order in which the squares stand."""

    name: str
    kinds: Mapping[str, int]

    @property
    def total(self) -> int:
        """Return the number of mentions."""
        return sum(self.kinds.values())

    @property
    def anonymous(self) -> int:
        """Return the number of mentions in the account of an anonymous source."""
        return self.kinds.get("anonymous", 0)


def plot_topic_sources(
    mentions: pd.DataFrame, *, labels: Mapping[str, str] | None = None, ax: Axes | None = None
) -> Axes:
    """Draw one square a mention, coloured by the kind of source in whose account it stands, for one article.

    ``mentions`` has a row a mention, with topic, sentence and kind; those in the headline are left out. ``labels`` maps
    a topic to its name. Topics with most anonymous mentions come first; a topic with many squares goes on below. Raises
    TableError where a column is missing or the table holds several articles.
    """
    rows = _rows(mentions, labels or {})
    found = {k: sum(r.kinds.get(k, 0) for r in rows) for k in ORDER}
    legend = [kind_entry(k, f"{n:,}", sign="cross") for k, n in found.items() if n]
    height = max(sum(_height(r) for r in rows), 0.3)
    subtitle = "One square is one mention, coloured by whose account it stands in"
    paper = Paper(
        _finding(rows), subtitle, NOTE if rows else "", height, left=LEFT, right=WIDTH - LEFT - PER_LINE * LINE,
        legend=legend, words=_words(rows),
    )  # fmt: skip
    ax = open_axes(ax, paper)
    ax.set(xlim=(0, PER_LINE * LINE), ylim=(height, 0))
    top = 0.0
    for row in rows:
        _draw_row(ax, row, top)
        top += _height(row)
    return ax


def _words(rows: list[Row]) -> str:
    """Return, for each topic, the number of mentions of each kind."""
    said = [f"{shorten(r.name)}: {', '.join(f'{n} {KIND_NAMES[k]}' for k, n in r.kinds.items())}" for r in rows]
    return f"Mentions by topic: {'; '.join(said)}." if said else ""


def _rows(mentions: pd.DataFrame, labels: Mapping[str, str]) -> list[Row]:
    """Return the topics, most anonymous mentions first, then the largest share of them."""
    one_article(mentions, of=MENTIONS_BY_SOURCE)
    kinds: dict[str, list[str]] = {}
    for m in records(mentions, "topic sentence kind", of=MENTIONS_BY_SOURCE):
        if m["sentence"] > 0:
            kinds.setdefault(m["topic"], []).append(m["kind"])
    rows = [Row(labels.get(t, t), by_count(sorted(k, key=ORDER.index))) for t, k in kinds.items()]
    return sorted(rows, key=lambda r: (-r.anonymous, r.total if r.anonymous else -r.total))


def _finding(rows: list[Row]) -> str:
    """Return the title: how many mentions rest on anonymous sources, and on how many topics they are spread."""
    total, anonymous = sum(r.total for r in rows), sum(r.anonymous for r in rows)
    touched = [r for r in rows if r.anonymous]
    if not total:
        return "No topic found"
    if not touched:
        return f"None of {count_of(total, 'topic mention')} rests on anonymous sources"
    verb = "rests" if anonymous == 1 else "rest"
    rest = f"{anonymous:,} of {count_of(total, 'topic mention')} {verb} on anonymous sources"
    if len(rows) == 1:
        return f"{rest}: the only topic found is {quoted(rows[0].name)}"
    if len(touched) == 1:
        return f"{rest}{', all' if anonymous > 1 else ': it is'} about {quoted(touched[0].name)}"
    if len(touched) == 2:
        return f"{rest}, all about {listing(quoted(r.name) for r in touched)}"
    return f"{rest}, spread over {'all' if len(touched) == len(rows) else f'{len(touched)} of'} {len(rows)} topics"


def _height(row: Row) -> float:
    """Return the height of a topic in inches: one line of squares, or several."""
    return 0.275 + LINE * ((row.total - 1) // PER_LINE)


def _draw_row(ax: Axes, row: Row, top: float) -> None:
    """Draw the squares of one topic, its name, and what share of them is anonymous, in words."""
    first = top + 0.275 / 2
    kinds = [kind for kind, n in row.kinds.items() for _ in range(n)]
    for n, kind in enumerate(kinds):
        x, y = (n % PER_LINE) * LINE + LINE / 2, first + (n // PER_LINE) * LINE
        _square(ax, kind, x, y)
    row_label(ax, first, row.name, room=2.05)
    last = (len(kinds) - 1) % PER_LINE + 1
    text = f"{row.anonymous} of {row.total} anonymous" if row.anonymous else "none anonymous"
    write(ax, last * LINE, first + ((len(kinds) - 1) // PER_LINE) * LINE, text, shift=(5, 0), size=SMALL,
          colour=INK if row.anonymous else MUTED)  # fmt: skip


def _square(ax: Axes, kind: str, x: float, y: float) -> None:
    """Draw one mention around ``x``, ``y``, with a cross where it is anonymous."""
    colour = PALETTE[kind]
    square = Rectangle(
        (x - SIDE / 2, y - SIDE / 2), SIDE, SIDE, facecolor=colour.fill, edgecolor=colour.edge, linewidth=0.8, gid=kind
    )
    ax.add_patch(square)
    if kind == "anonymous":
        write(ax, x, y, CROSS, ha="center", va="center", size=7.5, colour="black", gid="cross")
