"""The file as it was taken apart: which paragraphs are measured, and which are left aside."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from analysis.plots.layout import Paper, open_axes, row_label
from analysis.plots.rows import one_article, records
from analysis.plots.style import GREY, INK, MUTED, SMALL, write
from analysis.tables import PARAGRAPHS
from analysis.wording import count_of

NOTE = (
    "Only the body is measured; the headline is searched for sources and topics, too. Everything else is kept with its "
    "place in the file. Numbers at the left count from the body’s first paragraph."
)
LABELLED = 300  # rows that are drawn at full height, each with its name


def plot_paragraphs(paragraphs: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw a bar a paragraph of one article, as long as its words: body filled, what is left aside in outline.

    Takes the table `paragraphs`. Raises TableError where it holds several articles or lacks a column.
    """
    rows = _rows(paragraphs)
    subtitle = "A bar is a paragraph of the file, first to last; its length is its words"
    paper = Paper(_finding(rows), subtitle, NOTE, _height(len(rows)), left=0.65, right=1.55, words=_words(rows))
    ax = open_axes(ax, paper)
    widest = max((r["n_words"] for r in rows), default=1)
    ax.set(xlim=(0, max(widest, 1)), ylim=(max(len(rows), 1) - 0.5, -0.5))
    body = [r["part"] == "body" for r in rows]
    fills = [GREY if b else "white" for b in body]
    ax.barh(
        range(len(rows)), [r["n_words"] for r in rows], 0.68, color=fills, edgecolor=INK, linewidth=0.7, clip_on=False
    )
    every = -(-len(rows) // LABELLED)  # in a very long file only every so many-th row has room for its name
    for y, (row, measured) in list(enumerate(zip(rows, body, strict=True)))[:: max(every, 1)]:
        row_label(ax, y, f"¶{row['paragraph']}" if measured else "–", room=0.4, colour=MUTED, size=SMALL)
        words = count_of(row["n_words"], "word")
        write(ax, row["n_words"], y, words if measured else f"{row['part']}, {words}", shift=(6, 0), size=SMALL)
    return ax


def _words(rows: Sequence[dict[str, Any]]) -> str:
    """Return each paragraph's part and words, in the file's order."""
    names = [f"¶{r['paragraph']}" if r["part"] == "body" else r["part"] for r in rows]
    said = [f"{name} {r['n_words']}" for name, r in zip(names, rows, strict=True)]
    return f"Words by paragraph: {', '.join(said) or 'none'}."


def _height(n: int) -> float:
    """Return the height of so many rows in inches; the picture stops growing with a very long file."""
    return 0.2 * min(max(n, 2), LABELLED)


def _rows(paragraphs: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the paragraphs in the file's order."""
    one_article(paragraphs, of=PARAGRAPHS)
    return sorted(records(paragraphs, "paragraph part n_words", of=PARAGRAPHS), key=lambda r: r["paragraph"])


def _finding(rows: Sequence[dict[str, Any]]) -> str:
    """Return the title: how much is body, and how much is left aside."""
    body = [r["n_words"] for r in rows if r["part"] == "body"]
    aside = len(rows) - len(body) - sum(r["part"] == "headline" for r in rows)
    rest = f"; {count_of(aside, 'paragraph')} of the file {'is' if aside == 1 else 'are'} left aside" if aside else ""
    return f"The body has {count_of(sum(body), 'word')} in {count_of(len(body), 'paragraph')}{rest}"
