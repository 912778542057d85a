"""Sentence lengths along the article: where it is hard to read."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from analysis.plots.layout import Paper, open_axes, points_of
from analysis.plots.rows import grouped, one_article, records
from analysis.plots.style import GREY, INK, MUTED, NOTE, POINTS, SMALL, text_width, write
from analysis.tables import READABILITY, SENTENCES
from analysis.wording import count_of, number

MEASURE = "flesch_kincaid_grade"
FEWEST_WORDS = 8  # a single long word would have the highest grade of all
HEIGHT, LIST_LINE, SPACE = 2.45, 0.19, 0.6  # inches, inches, bars
BAR = 0.82
FEWEST = 12.0  # bars that the picture has room for at least, so that one sentence is no wall
REFERENCE_BAND = "#EDEDED"


class Reference(NamedTuple):
    """Words a sentence in other articles: the quarter points and the median, and whose they are."""

    low: float
    median: float
    high: float
    name: str = "the reference articles"


@dataclass(frozen=True)
class Bar:
    """A sentence: its place on the axis, its length in words, its school grade, its rank among the hardest or 0."""

    x: float
    paragraph: int
    sentence: int
    n_words: int
    grade: float
    rank: int = 0


def plot_sentence_lengths(
    readability: pd.DataFrame, sentences: pd.DataFrame, *, n_hardest: int = 3, reference: Reference | None = None,
    ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """Draw a bar a sentence of one article's body, by paragraph; the ``n_hardest`` are numbered and listed above.

    Bar heights are words. The hardest have the highest Flesch-Kincaid grade among the rows of ``readability`` with
    scope ``sentence``; where there are none, they are the longest. ``reference`` draws the middle half of other
    articles' sentences behind. Raises TableError where a column is missing or the tables hold several articles.
    """
    bars = _bars(readability, sentences, n_hardest)
    hardest = _hardest(bars)
    height = HEIGHT + LIST_LINE * len(hardest) if bars else 0.3
    paper = Paper(
        _finding(bars, reference), _subtitle(bars, readability), _note(bars, reference), height, left=0.42,
        right=0.95 if reference else 0.3, gap=0.12, foot=0.5, words=_words(bars, reference),
    )  # fmt: skip
    ax = open_axes(ax, paper)
    top = max([b.n_words for b in bars] + [reference.high if reference else 0, 1])
    share = (HEIGHT - 0.2) / paper.height if bars else 1.0
    ax.set(xlim=(-0.6, max([b.x + 0.6 for b in bars] + [FEWEST])), ylim=(0, top / share))
    if reference:
        _draw_reference(ax, reference)
    _draw_bars(ax, bars, reference)
    _draw_paragraphs(ax, bars)
    for n, bar in enumerate(hardest):
        at = ("axes fraction", "axes fraction")
        write(ax, 0, 1, str(n + 1), at=at, shift=(8, -POINTS * LIST_LINE * (n + 0.5)), bold=True)
        write(ax, 0, 1, _say(bar), at=at, shift=(24, -POINTS * LIST_LINE * (n + 0.5)))
    return ax


def _words(bars: Sequence[Bar], reference: Reference | None) -> str:
    """Return the hardest sentences, and the length of every sentence by paragraph."""
    said = [f"{n}. {_say(b)}" for n, b in enumerate(_hardest(bars), 1)]
    by_paragraph = grouped(bars, lambda b: b.paragraph)
    lengths = [f"¶{p}: {', '.join(str(b.n_words) for b in some)}" for p, some in by_paragraph.items()]
    parts = [f"Hardest: {'; '.join(said)}."] if said else []
    parts += [f"Words a sentence: {'; '.join(lengths)}."] if lengths else []
    return " ".join([*parts, *_reference_said(reference)])


def _bars(readability: pd.DataFrame, sentences: pd.DataFrame, n_hardest: int) -> list[Bar]:
    """Return the body's sentences with their places and, of the hardest, the ranks."""
    one_article(sentences, of=SENTENCES)
    body = [s for s in records(sentences, "paragraph sentence n_words", of=SENTENCES) if s["sentence"] > 0]
    grades = {
        r["sentence"]: r["value"]
        for r in records(readability, "scope sentence measure value", of=READABILITY)
        if r["scope"] == "sentence" and r["measure"] == MEASURE and not math.isnan(r["value"])
    }
    grade = [grades.get(s["sentence"], math.nan) for s in body]
    order = sorted(range(len(body)), key=lambda n: _hardness(body[n]["n_words"], grade[n], bool(grades)))
    ranks = {n: rank for rank, n in enumerate(order[:n_hardest], 1)}
    bars: list[Bar] = []
    for n, s in enumerate(body):
        x = bars[-1].x + 1 + SPACE * (bars[-1].paragraph != s["paragraph"]) if bars else 0.0
        bars.append(Bar(x, s["paragraph"], s["sentence"], s["n_words"], grade[n], ranks.get(n, 0)))
    return bars


def _hardness(n_words: int, grade: float, graded: bool) -> tuple[bool, bool, float, int]:
    """Return what sorts the hardest first: by grade, very short sentences last; by length where there are no grades."""
    return math.isnan(grade), n_words < FEWEST_WORDS, -grade if graded else 0.0, -n_words


def _hardest(bars: Sequence[Bar]) -> list[Bar]:
    """Return the hardest, in order of rank."""
    return sorted((b for b in bars if b.rank), key=lambda b: b.rank)


def _finding(bars: Sequence[Bar], reference: Reference | None) -> str:
    """Return the title: the lengths against the reference, or the middle and the longest."""
    lengths = [b.n_words for b in bars]
    if not lengths:
        return "No sentence to show"
    if len(lengths) == 1:
        return f"The article is one sentence of {count_of(lengths[0], 'word')}"
    if reference:
        longer = sum(n > reference.median for n in lengths)
        return f"{longer} of {len(lengths)} sentences are longer than the median in {reference.name}"
    if min(lengths) == max(lengths):
        return f"All {len(lengths)} sentences have {count_of(lengths[0], 'word')}"
    middle = math.ceil(median(lengths))
    return f"Half of the {len(lengths)} sentences have {middle:,} words or more; the longest has {max(lengths):,}"


def _subtitle(bars: Sequence[Bar], readability: pd.DataFrame) -> str:
    """Return what is drawn, with the grade of the whole article where it is known."""
    ranked = len(_hardest(bars))
    if not ranked:
        return "Words a sentence, first to last"
    whole = readability[(readability["scope"] == "article") & (readability["measure"] == MEASURE)]["value"].dropna()
    grade = f" (whole article: {number(whole.iloc[0], 1)})" if len(whole) else ""
    by = f"by Flesch–Kincaid grade{grade}" if not math.isnan(_hardest(bars)[0].grade) else "by their length"
    return f"Words a sentence, first to last; numbered: the {'hardest' if ranked == 1 else f'{ranked} hardest'} {by}"


def _say(bar: Bar) -> str:
    """Return where a sentence stands, its length and its grade."""
    grade = "" if math.isnan(bar.grade) else f", grade {number(bar.grade, 0)}"
    return f"¶{bar.paragraph}, sentence {bar.sentence}: {count_of(bar.n_words, 'word')}{grade}"


def _reference_said(reference: Reference | None) -> list[str]:
    """Return the sentence about the band behind."""
    if reference is None:
        return []
    low, middle, high = map(number, reference[:3])
    return [f"Grey band: the middle half ({low}–{high} words) of the sentences in {reference.name}, median {middle}."]


def _note(bars: Sequence[Bar], reference: Reference | None) -> str:
    """Return what must be known to read the picture."""
    said = _reference_said(reference)
    if bars:
        said.append("Sentences are counted through the article.")
    if any(b.rank and not math.isnan(b.grade) for b in bars):
        said.append("A grade for one sentence is rough; it ranks, it does not measure.")
    return " ".join(said)


def _draw_reference(ax: Axes, reference: Reference) -> None:
    """Draw the middle half as a band and the median as a broken line, named at its end."""
    left, right = ax.get_xlim()
    ax.fill_between([left, right], reference.low, reference.high, color=REFERENCE_BAND, linewidth=0, zorder=0)
    ax.hlines(
        reference.median, left, right, color=MUTED, linewidth=0.9, linestyle=(0, (4, 3)), label="median", zorder=1
    )
    name = f"reference\nmedian {number(reference.median)}"
    write(ax, right, reference.median, name, shift=(4, 0), size=SMALL, colour=MUTED, va="center")


def _per_bar(ax: Axes) -> float:
    """Return the points from one bar to the next."""
    return points_of(ax)[0] / (ax.get_xlim()[1] - ax.get_xlim()[0])


def _draw_bars(ax: Axes, bars: Sequence[Bar], reference: Reference | None) -> None:
    """Draw the bars, the hardest in ink, and what is written on them."""
    for label, colour, some in (("sentences", GREY, [b for b in bars if not b.rank]), ("hardest", INK, _hardest(bars))):
        if some:
            heights = [b.n_words for b in some]
            ax.bar([b.x for b in some], heights, BAR, color=colour, linewidth=0, label=label, zorder=2)
    size = SMALL if _per_bar(ax) > 14 else NOTE - 0.5
    if _per_bar(ax) > text_width("88", size) + 1:
        _letter_bars(ax, bars, size, reference)
        return
    for bar in _hardest(bars):  # the bars are too thin for anything but the ranks, above them
        write(ax, bar.x, bar.n_words, str(bar.rank), shift=(0, 6), ha="center", size=NOTE, bold=True, zorder=4)


def _letter_bars(ax: Axes, bars: Sequence[Bar], size: float, reference: Reference | None) -> None:
    """Set each bar's length above it, and the ranks of the hardest into theirs."""
    high = ax.get_ylim()[1]
    for bar in bars:
        # A length that would stand on the broken line stands on the band's grey instead.
        crossed = reference is not None and 0 <= reference.median - bar.n_words < 0.06 * high
        ground = {"boxstyle": "square,pad=0.1", "facecolor": REFERENCE_BAND, "edgecolor": "none"} if crossed else None
        look: dict[str, Any] = {
            "colour": INK if bar.rank else MUTED,
            "bold": bool(bar.rank),
            "zorder": 1.5 if crossed else 3,
        }
        write(ax, bar.x, bar.n_words, str(bar.n_words), shift=(0, 6.5), ha="center", size=size, bbox=ground, **look)
        if bar.rank:
            write(ax, bar.x, 0, str(bar.rank), shift=(0, 8), ha="center", bold=True, colour="white", zorder=4)


def _draw_paragraphs(ax: Axes, bars: Sequence[Bar]) -> None:
    """Draw a line under each paragraph, with as many of their numbers as have room."""
    foot, right = -0.028 * ax.get_ylim()[1], -99.0
    for paragraph, some in grouped(bars, lambda b: b.paragraph).items():
        ax.hlines(foot, some[0].x - BAR / 2, some[-1].x + BAR / 2, color=MUTED, linewidth=1.2, clip_on=False)
        x = (some[0].x + some[-1].x) / 2
        middle, half = x * _per_bar(ax), text_width(str(paragraph), SMALL) / 2
        if middle - half > right + 3:
            write(ax, x, foot, str(paragraph), shift=(0, -9), ha="center", size=SMALL, colour=MUTED)
            right = middle + half
    if bars:
        write(ax, -0.5, foot, "¶", shift=(-6, -9), ha="right", size=SMALL, colour=MUTED)
