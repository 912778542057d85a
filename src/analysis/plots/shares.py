"""Kinds of source article by article: whose account the words are, side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from analysis.plots.layout import Paper, open_axes, points_of, row_label
from analysis.plots.legend import kind_entry
from analysis.plots.rows import UNBOUNDED, Bounds, records
from analysis.plots.style import HATCH, MUTED, PALETTE, SMALL, text_width, write
from analysis.tables import SOURCING, WORDS_BY_KIND
from analysis.wording import KIND_NAMES, count_of, listing, opening, percent, percent_within, shorten

ORDER = ("anonymous", "named", "organization", "document", "unattributed")
NOTE = (
    "Hatching repeats the colour for anonymous. A word counts for a source where it lies in what the source is "
    "reported to say or think; grey: told by the writers themselves, or words that name the source. A share too narrow "
    "for its number carries none."
)


@dataclass(frozen=True)
class Row:
    """An article with its words by kind of source."""

    article: str
    name: str
    words: Mapping[str, int]
    anonymous: Bounds = UNBOUNDED

    @property
    def total(self) -> int:
        """Return the words of the body."""
        return sum(self.words.values())

    def is_tied(self, other: "Row") -> bool:
        """Tell whether another with no larger share on anonymous sources may have as large a one."""
        return self.share("anonymous") == other.share("anonymous") or self.anonymous[0] <= other.anonymous[1]

    def share(self, kind: str) -> float:
        """Return the share of a kind, 0 to 1; 0 of an article without words."""
        return self.words[kind] / self.total if self.total else 0.0


def plot_kind_shares(
    shares: pd.DataFrame,
    *,
    measured: pd.DataFrame | None = None,
    highlight: str | None = None,
    labels: Mapping[str, str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw one bar an article, its words shared out by kind of source; most anonymous words first.

    ``shares`` has a row an article and kind, with n_words; ``measured`` is the table `sourcing` of these articles: with
    it shares on anonymous sources have their bounds, and no article is called the one that rests most on them whose
    bounds reach those of the next. Bar lengths are per cent. ``highlight`` sets one article's
    name in bold; ``labels`` maps an article to the name to print. Raises TableError where a column is missing.
    """
    rows = _rows(shares, labels or {}, _bounds(measured))
    legend = [kind_entry(k, sign="hatch") for k in ORDER if any(r.words[k] for r in rows)]
    subtitle = "Share of each article’s words in the account of each kind of source; most anonymous first"
    note, height = NOTE if rows else "", max(0.31 * len(rows), 0.3)
    paper = Paper(_finding(rows), subtitle, note, height, left=2.1, right=0.95, legend=legend, words=_words(rows))
    ax = open_axes(ax, paper)
    ax.set(xlim=(0, 100), ylim=(max(len(rows), 1) - 0.5, -0.5))
    _draw(ax, rows)
    for y, row in enumerate(rows):
        row_label(ax, y, row.name, room=1.75, bold=row.article == highlight)
        write(ax, 100, y, count_of(row.total, "word"), shift=(6, 0), size=SMALL, colour=MUTED)
    return ax


def _words(rows: Sequence[Row]) -> str:
    """Return each article's words by kind of source, with their shares."""
    said = []
    for row in rows:
        kinds = [f"{KIND_NAMES[k]} {n:,} ({percent(n, row.total)})" for k, n in row.words.items() if n]
        said.append(f"{shorten(row.name)}, {count_of(row.total, 'word')}: {', '.join(kinds) or 'nothing'}")
    return f"{'; '.join(said)}." if said else ""


def _bounds(measured: pd.DataFrame | None) -> dict[str, Bounds]:
    """Return the bounds of each article's share on anonymous sources."""
    rows = records(measured, "article measure low high", of=SOURCING) if measured is not None else []
    return {row["article"]: (row["low"], row["high"]) for row in rows if row["measure"] == "share_anonymous"}


def _rows(shares: pd.DataFrame, labels: Mapping[str, str], bounds: Mapping[str, Bounds]) -> list[Row]:
    """Return the articles, the largest anonymous share first, then the largest attributed one."""
    words: dict[str, dict[str, int]] = {}
    for r in records(shares, "article kind n_words", of=WORDS_BY_KIND):
        words.setdefault(r["article"], dict.fromkeys(ORDER, 0))[r["kind"]] += r["n_words"]
    rows = [Row(name, labels.get(name, name), kinds, bounds.get(name, UNBOUNDED)) for name, kinds in words.items()]
    return sorted(rows, key=lambda r: (-r.share("anonymous"), r.share("unattributed"), r.name))


def _finding(rows: Sequence[Row]) -> str:
    """Return the title: where most words rest on anonymous sources, and where none do."""
    if not rows:
        return "No article to compare"
    first, none = rows[0], sum(not r.words["anonymous"] for r in rows)
    if none == len(rows):
        return "No article rests on anonymous sources" if none > 1 else "The article does not rest on anonymous sources"
    share = percent_within(first.share("anonymous"), *first.anonymous)
    if len(rows) == 1:
        return f"{opening(share)} of the words rest on anonymous sources"
    ties = [r for r in rows if r.words["anonymous"] and first.is_tied(r)]
    names = listing(shorten(r.name) for r in ties) if len(ties) < 4 else f"{len(ties)} articles"
    others = f"; {none} of {len(rows)} {'does' if none == 1 else 'do'} not at all" if none else ""
    if any(r.share("anonymous") < first.share("anonymous") for r in ties):
        return f"{names} rest most on anonymous sources, too close to tell which of them{others}"
    verb, its = ("rests", "its") if len(ties) == 1 else ("rest", "their")
    return f"{names} {verb} most on anonymous sources, with {share} of {its} words{others}"


def _draw(ax: Axes, rows: Sequence[Row]) -> None:
    """Draw the stacked bars, kind by kind, with the per cent in each piece that has room."""
    per_cent = points_of(ax)[0] / 100
    lefts = [0.0] * len(rows)
    for kind in ORDER:
        widths = [100 * r.share(kind) for r in rows]
        colour, hatched = PALETTE[kind], kind == "anonymous"
        ax.barh(
            range(len(rows)), widths, 0.66, lefts, color=colour.fill, edgecolor=colour.edge, linewidth=0.7, label=kind,
            hatch=HATCH if hatched else None, hatch_linewidth=0.5, clip_on=False,
        )  # fmt: skip
        for y, (left, width) in enumerate(zip(lefts, widths, strict=True)):
            text = percent(rows[y].words[kind], rows[y].total)
            if width >= 3 and text_width(text, SMALL, hatched) + 3 < width * per_cent:
                ground = (
                    {"boxstyle": "square,pad=0.12", "facecolor": colour.fill, "edgecolor": "none"} if hatched else None
                )
                write(
                    ax,
                    left + width / 2,
                    y,
                    text,
                    ha="center",
                    size=SMALL,
                    colour=colour.text,
                    bbox=ground,
                    bold=hatched,
                    gid="share",
                )
        lefts = [a + b for a, b in zip(lefts, widths, strict=True)]
