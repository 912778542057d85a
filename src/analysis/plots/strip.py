"""The article as a strip: how much of it is somebody's account, and whose."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from analysis.plots.layout import Paper, open_axes, points_of
from analysis.plots.legend import kind_entry
from analysis.plots.rows import UNBOUNDED, Bounds, bounds_of, grouped, one_article, records
from analysis.plots.style import INK, MUTED, PALETTE, SMALL, text_width, write
from analysis.tables import KINDS, SPANS_BY_KIND
from analysis.wording import KIND_NAMES, count_of, listing, opening, percent, percent_within, plain, quoted

Run = dict[str, Any]
COLUMNS = "paragraph sentence n_words kind source"
BLOCK, FOOT, GAP = 0.68, 0.11, 1.5  # shares of a row; points

NOTHING = "Nothing in the article’s body is attributed: all is told by the writers themselves"
NOTE = (
    "A word counts where it lies in what the source is reported to say or think; naming the source does not count. "
    "Black foot: repeats the colour for anonymous. Number at the row’s end: words in the paragraph. Grey: told by the "
    "writers themselves, or words that name the source. A block too narrow for the name carries none."
)


def plot_article_strip(
    runs: pd.DataFrame,
    *,
    measured: pd.DataFrame | None = None,
    labels: Mapping[str, str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the body of one article: a row is a paragraph, a block a run of words, its colour the kind of source.

    ``runs`` has a row a run of words, in reading order: paragraph, sentence, n_words, kind, source. ``measured`` is
    the article's table `sourcing`: with it the shares of the title get their bounds. ``labels`` maps a source to the
    name to print. Block lengths are words. Raises TableError where a column is missing or a table holds several
    articles.
    """
    rows = _runs(runs)
    words = _words_by_kind(rows)
    paragraphs = grouped(rows, lambda r: r["paragraph"])
    row = min(max(6.2 / max(len(paragraphs), 1), 0.2), 0.272)
    legend = [kind_entry(k, percent(n, sum(words.values())), sign="foot") for k, n in words.items() if n]
    subtitle = "The article as read: a row is a paragraph, a block’s width its words " + (
        f"({sum(words.values()):,} in all), an upright line a new sentence"
    )
    height = min(max(row * len(paragraphs), 0.3), 80)
    said = _words(rows, words, labels or {})
    note, finding = NOTE if rows else "", _finding(words, bounds_of(measured))
    ax = open_axes(ax, Paper(finding, subtitle, note, height, left=0.5, right=0.6, legend=legend, words=said))
    longest = max((sum(r["n_words"] for r in some) for some in paragraphs.values()), default=1)
    ax.set(xlim=(0, longest), ylim=(max(len(paragraphs), 1) - 0.5, -0.5))
    _draw(ax, rows, list(paragraphs), points_of(ax)[0] / longest, labels or {})
    return ax


def _words(rows: list[Run], words: Mapping[str, int], labels: Mapping[str, str]) -> str:
    """Return, paragraph by paragraph, how many words are whose account."""
    lines = []
    for p, blocks in grouped(rows, lambda r: r["paragraph"]).items():
        lines.append(f"¶{p}: " + ", ".join(_say(r, labels) for r in blocks))
    kinds = listing(f"{KIND_NAMES[k]} {n:,}" for k, n in words.items() if n)
    return f"Words: {kinds or 'none'}. In reading order: {'; '.join(lines) or 'nothing'}."


def _runs(runs: pd.DataFrame) -> list[Run]:
    """Return the body's runs that have words."""
    one_article(runs, of=SPANS_BY_KIND)
    return [r for r in records(runs, COLUMNS, of=SPANS_BY_KIND) if r["n_words"] > 0 and r["paragraph"] > 0]


def _words_by_kind(rows: list[Run]) -> dict[str, int]:
    """Return the words of each kind, in the order of the kinds."""
    return {k: sum(r["n_words"] for r in rows if r["kind"] == k) for k in KINDS}


def _finding(words: Mapping[str, int], bounds: Mapping[str, Bounds]) -> str:
    """Return the title: the share of attributed words and, of all words, those on anonymous sources."""
    total = sum(words.values())
    account = total - words["unattributed"]
    if not account:
        return NOTHING if total else "No words to show"
    shares = {"share_attributed": account / total, "share_anonymous": words["anonymous"] / total}
    told = {name: percent_within(share, *bounds.get(name, UNBOUNDED)) for name, share in shares.items()}
    share = "All the words" if account == total else f"{opening(told['share_attributed'])} of the words"
    rest = f"{told['share_anonymous']} rest" if words["anonymous"] else "none rest"
    return f"{share} are somebody’s account; {rest} on anonymous sources"


def _say(run: Run, labels: Mapping[str, str]) -> str:
    """Return one block in words."""
    if run["kind"] == "unattributed":
        return f"{run['n_words']} not attributed"
    return f"{count_of(run['n_words'], 'word')} of {quoted(labels.get(run['source'], run['source']))} ({run['kind']})"


def _draw(ax: Axes, rows: list[Run], paragraphs: list[int], points: float, labels: Mapping[str, str]) -> None:
    """Draw the blocks, the upright lines at new sentences, the names, and the numbers in both margins."""
    gap = min(GAP / points, 0.4)  # words; below half of one, so that a block's length still tells its words
    lefts, ends, sentences = [], dict.fromkeys(paragraphs, 0), dict.fromkeys(paragraphs, None)
    borders: list[tuple[float, float]] = []
    heights = {p: n for n, p in enumerate(paragraphs)}
    for run in rows:
        p, y = run["paragraph"], heights[run["paragraph"]]
        if sentences[p] not in (None, run["sentence"]):
            borders.append((ends[p], y))
        lefts.append(ends[p])
        sentences[p], ends[p] = run["sentence"], ends[p] + run["n_words"]
        name = labels.get(run["source"], run["source"]) if run["kind"] != "unattributed" else ""
        if name.strip():
            _name(ax, plain(name), run, ends[p] - run["n_words"] / 2, y, points * run["n_words"] - 8)
    for kind in KINDS:
        _blocks(ax, kind, [(x, heights[r["paragraph"]], r["n_words"] - gap)
                           for x, r in zip(lefts, rows, strict=True) if r["kind"] == kind], gap)  # fmt: skip
    ax.vlines([x for x, _ in borders], [y - 0.47 for _, y in borders], [y + 0.47 for _, y in borders],
              color=INK, linewidth=1.1, label="sentences", zorder=3)  # fmt: skip
    for p, y in heights.items():
        write(ax, 0, y, f"¶{p}", at=("axes fraction", "data"), shift=(-7, 0), ha="right", size=SMALL, colour=MUTED)
        write(ax, ends[p], y, f"{ends[p]:,}", shift=(6, 0), size=SMALL, colour=MUTED)


def _blocks(ax: Axes, kind: str, blocks: list[tuple[float, float, float]], gap: float) -> None:
    """Draw the blocks of one kind (left end, row, words less the gap), anonymous ones with their foot."""
    if not blocks:
        return
    lefts, heights, widths = ([b[i] for b in blocks] for i in range(3))
    lefts = [x + gap / 2 for x in lefts]
    colour = PALETTE[kind]
    ax.barh(
        heights,
        widths,
        BLOCK,
        lefts,
        color=colour.fill,
        edgecolor=colour.edge,
        linewidth=0.7,
        label=kind,
        clip_on=False,
    )
    if kind == "anonymous":
        low = [y + BLOCK / 2 - FOOT / 2 for y in heights]
        ax.barh(low, widths, FOOT, lefts, color="black", linewidth=0, label="foot", clip_on=False)


def _name(ax: Axes, name: str, run: Run, x: float, y: float, room: float) -> None:
    """Set the source's name into its block: whole, or a shorter form, or not at all."""
    for form in _forms(name, run["kind"]):
        if text_width(form, SMALL) <= room:
            foot = (0, 0.8) if run["kind"] == "anonymous" else (0, 0)
            write(
                ax,
                x,
                y,
                form,
                ha="center",
                size=SMALL,
                colour=PALETTE[run["kind"]].text,
                shift=foot,
                gid="name",
                zorder=4,
            )
            return


def _forms(name: str, kind: str) -> Iterator[str]:
    """Yield a name and its shorter forms: a surname, an office without its first words, the first words and dots.

    Descriptions of more than four words mostly end in a phrase ("people close to the talks"), so these keep their
    beginning. A form of an unnamed source must not look like a name: it begins with a small letter.
    """
    words = name.split()
    yield name
    if kind == "named" and len(words) < 4:
        yield words[-1]
    if kind == "organization" and len(words) > 1 and words[0] in ("the", "The"):
        yield " ".join(words[1:])
    if kind == "anonymous" and len(words) <= 4:
        ends = (" ".join(words[n:]) for n in range(1, len(words)))
        yield from (e for e in ends if e[0].islower() and len(e.split()[0]) > 3)
    if kind == "organization" and words[-1].startswith("(") and words[-1].endswith(")"):
        yield words[-1][1:-1]
    for n in range(len(words) - 1, 0, -1):
        beginning = " ".join(words[:n])
        if (kind != "named" or len(words) > 3) and len(beginning) > 6:
            yield f"{beginning} …"
