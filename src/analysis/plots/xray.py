"""An x-ray of the topics: what comes up, how often, and from where on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis.plots.layout import Paper, open_axes, points_of, row_label
from analysis.plots.legend import Entry
from analysis.plots.rows import one_article, records
from analysis.plots.style import BAND, INK, MUTED, NOTE, ROW, RULE, SMALL, text_width, write
from analysis.tables import MENTIONS, SENTENCES, TOPICS
from analysis.wording import count_of, listing, quoted, shorten

TICK = 0.33  # half a tick, in rows
ENDS = (50, 98, 152)  # right ends of the three columns of numbers, points from the picture


@dataclass(frozen=True)
class Ruler:
    """The body laid out word after word: sentences by offset, paragraphs by word; a headline stands before word 0."""

    sentences: Sequence[Mapping[str, Any]]
    before: Sequence[int]  # words before each sentence
    starts: np.ndarray
    n_words: int

    def place(self, start: int, sentence: int) -> float:
        """Return where in the body, in words, something at this offset stands; below 0 for the headline."""
        if sentence <= 0 or not self.sentences:
            return -1.0
        n = max(int(np.searchsorted(self.starts, start, side="right")) - 1, 0)
        here = self.sentences[n]
        within = (start - here["start"]) / max(here["end"] - here["start"], 1)
        return self.before[n] + here["n_words"] * min(within, 1.0)

    def bands(self) -> list[tuple[int, int, int]]:
        """Return each paragraph with its first word and the word after its last."""
        ends: dict[int, tuple[int, int]] = {}
        for sentence, words in zip(self.sentences, self.before, strict=True):
            first = ends.get(sentence["paragraph"], (words, 0))[0]
            ends[sentence["paragraph"]] = (first, words + sentence["n_words"])
        return [(p, a, b) for p, (a, b) in ends.items()]


@dataclass(frozen=True)
class Row:
    """One topic that was found: its name, its numbers, and the places of its mentions in words, first to last."""

    name: str
    n_mentions: int
    rate: float
    n_paragraphs: int
    places: Sequence[float]


def plot_topic_xray(
    topics: pd.DataFrame, mentions: pd.DataFrame, sentences: pd.DataFrame, *, labels: Mapping[str, str] | None = None,
    ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """Draw the mentions of each topic where they stand in one article; places are words of the body.

    Takes the tables of `count_topics`, `find_topics` and `split_sentences`. ``labels`` maps a topic to its name.
    Topics without a mention are named in the note. A mention in the headline stands left of the first paragraph.
    Raises TableError where a column is missing or the tables hold several articles.
    """
    ruler, rows, missing = _read(topics, mentions, sentences, labels or {})
    headline = any(place < 0 for row in rows for place in row.places)
    margin = 0.035 * ruler.n_words if headline else 0.0
    finding, note = _finding(rows, ruler), _note(rows, missing, ruler, headline=headline)
    height = max(0.29 * len(rows), 0.3)
    legend = [Entry("first mention", sign="ring"), Entry("mention", sign="tick")]
    subtitle = "Each mention placed by word, from the article’s first to its last; topics sorted by mentions"
    paper = Paper(
        finding, subtitle, note, height, left=2.45, right=2.29, legend=legend if rows else (), gap=0.42,
        words=_words(rows, missing, ruler),
    )  # fmt: skip
    ax = open_axes(ax, paper)
    ax.set(xlim=(-margin, max(ruler.n_words, 1)), ylim=(max(len(rows), 1) - 0.5, -0.5))
    _draw_bands(ax, ruler, len(rows), headline=headline)
    for y, row in enumerate(rows):
        _draw_row(ax, y, row, -margin / 2, n_paragraphs=len(ruler.bands()))
    return ax


def _words(rows: list[Row], missing: list[str], ruler: Ruler) -> str:
    """Return, for each topic, its numbers and the word at which each mention stands."""
    said = [
        f"{shorten(r.name)} {count_of(r.n_mentions, 'mention')}, {r.rate:.1f} per 1,000 words, "
        f"{r.n_paragraphs:,} of {count_of(len(ruler.bands()), 'paragraph')}, at {_places(r)}"
        for r in rows
    ]
    body = [f"Of {count_of(ruler.n_words, 'word')}: {'; '.join(said)}."] if said else []
    return " ".join([*body, *_not_found(missing)])


def _places(row: Row) -> str:
    """Return where the mentions of a topic stand: the number of the word, or the headline."""
    words = [f"{place + 1:.0f}" for place in row.places if place >= 0]
    headline = ["the headline"] * (len(row.places) - len(words))
    return listing([*headline, *([f"word {', '.join(words)}"] if words else [])])


def _read(
    topics: pd.DataFrame, mentions: pd.DataFrame, sentences: pd.DataFrame, labels: Mapping[str, str]
) -> tuple[Ruler, list[Row], list[str]]:
    """Return the body's ruler, the topics found, most mentions first, and the names of those without a mention."""
    one_article(topics, of=TOPICS)
    one_article(sentences, of=SENTENCES)
    ruler = _ruler(sentences)
    places: dict[str, list[float]] = {}
    for m in records(mentions, "topic sentence start", of=MENTIONS):
        places.setdefault(m["topic"], []).append(ruler.place(m["start"], m["sentence"]))
    counted = records(topics, "topic n_mentions per_1000_words n_paragraphs", of=TOPICS)
    missing = [labels.get(t["topic"], t["topic"]) for t in counted if not places.get(t["topic"])]
    rows = [
        Row(
            labels.get(t["topic"], t["topic"]),
            t["n_mentions"],
            t["per_1000_words"],
            t["n_paragraphs"],
            sorted(places[t["topic"]]),
        )
        for t in counted
        if places.get(t["topic"])
    ]
    return ruler, sorted(rows, key=lambda r: (-r.n_mentions, r.places[0])), missing


def _ruler(sentences: pd.DataFrame) -> Ruler:
    """Return the ruler of the body."""
    body = [s for s in records(sentences, "paragraph sentence start end n_words", of=SENTENCES) if s["sentence"] > 0]
    ends = list(accumulate((s["n_words"] for s in body), initial=0))
    return Ruler(body, ends[:-1], np.array([s["start"] for s in body]), ends[-1])


def _finding(rows: list[Row], ruler: Ruler) -> str:
    """Return the title: what comes up most, and how many topics wait for the article's second half."""
    if not rows:
        return "No topic found"
    total = sum(r.n_mentions for r in rows)
    if not total:
        return f"No topic found in the body; {count_of(len(rows), 'topic')} in the headline"
    if len(rows) == 1:
        return f"{quoted(rows[0].name)} is the only topic found, with {count_of(total, 'mention')}"
    late = sum(r.places[0] >= ruler.n_words / 2 for r in rows)
    wait = (
        f"{late} of {len(rows)} topics {'waits' if late == 1 else 'wait'} for the second half"
        if late
        else f"all {len(rows)} topics come up in the first half"
    )
    return f"{_most(rows, total)}; {wait}"


def _most(rows: list[Row], total: int) -> str:
    """Return which topics come up most."""
    first = [r for r in rows if r.n_mentions == rows[0].n_mentions]
    each = f"come up most, {count_of(first[0].n_mentions, 'mention')} each of {total:,}"
    if len(first) > 3:
        return f"No topic stands out: {len(first)} {each}"
    if len(first) > 1:
        return f"{listing(quoted(r.name) for r in first)} {each}"
    return f"{quoted(first[0].name)} comes up most, {first[0].n_mentions:,} of {total:,} mentions"


def _not_found(missing: list[str]) -> list[str]:
    """Return the sentence about topics without a mention: their names, or only their number where they are many."""
    if not missing:
        return []
    names = f": {listing(shorten(m) for m in missing)}" if len(missing) <= 6 else ""
    return [f"{count_of(len(missing), 'topic')} looked for and not found{names}."]


def _note(rows: list[Row], missing: list[str], ruler: Ruler, *, headline: bool) -> str:
    """Return what must be known to read the picture."""
    said = _not_found(missing)
    if headline:
        counted = sum(r.n_mentions for r in rows) == sum(len(r.places) for r in rows)
        said.append(f"Mentions in the headline stand left of ¶1{'' if counted else ' and are not counted'}.")
    if rows and ruler.n_words:
        said.append(
            f"A mention may serve two topics. {count_of(ruler.n_words, 'word')} in the body: one mention is "
            f"{1000 / ruler.n_words:.2g} per 1,000 words, so small rates are small counts. "
            "Grey bands: every other paragraph."
        )
    return " ".join(said)


def _draw_bands(ax: Axes, ruler: Ruler, n_rows: int, *, headline: bool) -> None:
    """Draw every other paragraph as a band, with as many of their numbers as have room."""
    per_word, right = points_of(ax)[0] / (ax.get_xlim()[1] - ax.get_xlim()[0]), 0.0
    for n, (paragraph, first, end) in enumerate(ruler.bands() if n_rows else []):
        if n % 2 == 0:
            ax.add_patch(
                Rectangle(
                    (first, -1.1), end - first, n_rows + 0.6, facecolor=BAND, linewidth=0, clip_on=False, gid="band"
                )
            )
        middle, half = (first + end) / 2 * per_word, text_width(str(paragraph), NOTE) / 2
        if middle - half > right + 2:
            write(ax, (first + end) / 2, -0.8, str(paragraph), ha="center", size=NOTE, colour=MUTED)
            right = middle + half
    if n_rows:
        write(ax, 0, -0.8, "head  ¶" if headline else "¶", shift=(-5, 0), ha="right", size=NOTE, colour=MUTED)
        for name, end in zip(("mentions", "per 1,000", "paragraphs"), ENDS, strict=True):
            write(ax, 1, -0.8, name, at=("axes fraction", "data"), shift=(end, 0), ha="right", size=NOTE, colour=MUTED)


def _draw_row(ax: Axes, y: int, row: Row, headline: float, *, n_paragraphs: int) -> None:
    """Draw one topic: its line, a tick a mention, the ring, its name and its numbers."""
    places = [headline if p < 0 else p for p in row.places]
    ax.hlines(y, *ax.get_xlim(), color=RULE, linewidth=0.8, zorder=1)
    ax.vlines(places, y - TICK, y + TICK, color=INK, linewidth=1.5, label=row.name, zorder=2)
    ax.plot(places[:1], [y], "o", markersize=6, markerfacecolor="white", markeredgecolor=INK, markeredgewidth=1.7,
            label=f"first: {row.name}", clip_on=False, zorder=3)  # fmt: skip
    row_label(ax, y, row.name, room=2.05)
    for text, end, bold in zip(
        (f"{row.n_mentions:,}", f"{row.rate:.1f}", f"{row.n_paragraphs:,} of {n_paragraphs:,}"),
        ENDS,
        (True, False, False),
        strict=True,
    ):
        write(
            ax,
            1,
            y,
            text,
            at=("axes fraction", "data"),
            shift=(end, 0),
            ha="right",
            size=ROW if bold else SMALL,
            bold=bold,
        )
