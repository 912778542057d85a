"""Sources ranked by the words attributed to them: who supplies the account."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from analysis.figures import lead_sources, rank_sources
from analysis.plots.layout import Paper, open_axes, row_label
from analysis.plots.legend import kind_entry
from analysis.plots.rows import one_article, records
from analysis.plots.style import HATCH, MARGIN, MUTED, PALETTE, POINTS, SMALL, text_width, write
from analysis.tables import KINDS, SOURCES, WORDS_BY_KIND
from analysis.wording import count_of, listing, opening, percent, plain, quoted, shorten

Source = dict[str, Any]
COLUMNS = "source name kind n_attributions n_words first_sentence"
SHOWN, GAP = 12, 9.0  # bars; points between words and attributions
NOTE = (
    "Hatching repeats the colour for anonymous. An attribution inside another one’s words counts for the outer source; "
    "the words that name the source do not count, nor does the headline. What two say together counts for each, so "
    "the bars may add up to more than all."
)


def plot_ranked_sources(
    sources: pd.DataFrame,
    words_by_kind: pd.DataFrame,
    *,
    attributions: pd.DataFrame | None = None,
    n_shown: int = SHOWN,
    ax: Axes | None = None,
) -> Axes:
    """Draw the sources of one article as bars, most words first; bar lengths are words.

    ``sources`` is the table of `list_sources` (source, name, kind, n_attributions, n_words, first_sentence), of which
    those of the headline alone are left out; a source without a name is called what the article calls it.
    ``words_by_kind`` (kind, n_words) says how many words are attributed in all: what two say together counts for each
    of them there, and once here. ``attributions`` is the article's table: with it the title names no first source
    whose lead is within the error (`figures.lead_sources`). The first ``n_shown`` are drawn, the others summed up in
    the note; what is said by nobody in particular (kind unattributed) is left out. Raises TableError where a column is
    missing or there are several articles.
    """
    ranked, words = _ranked(sources), _words_by_kind(words_by_kind)
    shown, total = ranked[:n_shown], sum(words.values())
    legend = [kind_entry(k, f"{n:,} ({percent(n, total)})", sign="hatch") for k, n in words.items()]
    height = max(0.288 * len(shown), 0.3)
    subtitle = f"Words attributed to each source, {total:,} in all"
    note = " ".join([*_others(ranked, n_shown), NOTE]) if ranked else ""
    right = max([1.75, *(MARGIN + (5 + GAP + sum(_end_widths(s))) / POINTS for s in shown)])
    finding = _too_close(sources, attributions) or _finding(ranked, words)
    paper = Paper(
        finding, subtitle, note, height, left=2.1, right=right, legend=legend,
        words=" ".join([*_bars_said(shown, total), *_others(ranked, n_shown)]),
    )  # fmt: skip
    ax = open_axes(ax, paper)
    ax.set(xlim=(0, max([s["n_words"] for s in shown] + [1])), ylim=(max(len(shown), 1) - 0.5, -0.5))
    _draw(ax, shown)
    return ax


def _bars_said(shown: list[Source], total: int) -> list[str]:
    """Return the sentence that tells every bar: name, kind, words, attributions."""
    bars = [f"{shorten(s['name'])} ({s['kind']}) {', '.join(_ends(s))}" for s in shown]
    return [f"Words attributed, {total:,} in all: {'; '.join(bars)}."] if bars else []


def _ranked(sources: pd.DataFrame) -> list[Source]:
    """Return the sources that the body cites, the largest first."""
    one_article(sources, of=SOURCES)
    records(sources, COLUMNS, of=SOURCES)
    rows = rank_sources(sources).to_dict("records")
    return [s | {"name": plain(s["name"]) or plain(s["source"]) or "a source without a name"} for s in rows]


def _words_by_kind(table: pd.DataFrame) -> dict[str, int]:
    """Return the attributed words of each kind that has some, in the order of the kinds."""
    one_article(table, of=WORDS_BY_KIND)
    words = {r["kind"]: r["n_words"] for r in records(table, "kind n_words", of=WORDS_BY_KIND)}
    return {kind: words[kind] for kind in KINDS if kind != "unattributed" and words.get(kind)}


def _others(ranked: list[Source], n_shown: int) -> list[str]:
    """Return the sentence about the sources that are not drawn, if there are any."""
    left = ranked[n_shown:]
    if not left:
        return []
    most = count_of(left[0]["n_words"], "word")
    return [f"Not drawn: {len(left)} more, with {most}{' or fewer each' if len(left) > 1 else ''}."]


def _too_close(sources: pd.DataFrame, attributions: pd.DataFrame | None) -> str:
    """Return the title where several sources may be the largest; empty where one is, or that is not known."""
    if attributions is None:
        return ""
    leading = lead_sources(sources, attributions).to_dict("records")
    if len(leading) < 2:
        return ""
    if len(leading) > 3:
        return f"No source stands out: the first {len(leading)} are too close to tell apart"
    told = [f"{_called(s | {'name': s['name'] or s['source']})}, {count_of(s['n_words'], 'word')}" for s in leading]
    return f"Too close to tell who supplies most: {'; '.join(told)}"


def _finding(ranked: list[Source], words: Mapping[str, int]) -> str:
    """Return the title: who supplies most, and how the anonymous stand."""
    total = sum(words.values())
    if not ranked:
        return "No source found: nothing in the article’s body is attributed"
    first = [s for s in ranked if s["n_words"] == ranked[0]["n_words"]]
    if not ranked[0]["n_words"]:
        return f"{count_of(len(ranked), 'source')} named, none with words of its own"
    if len(ranked) == 1 and ranked[0]["n_words"] == total:
        told = f"All {count_of(total, 'attributed word')} come" if total != 1 else "The one attributed word comes"
        return f"{told} from one source, {_called(first[0])}"
    if len(first) > 3:
        return f"No source stands out: {len(first)} supply {count_of(first[0]['n_words'], 'word')} each, of {total:,}"
    if len(first) > 1:
        names = opening(listing(_called(s) for s in first))
        return f"{names} supply most, {count_of(first[0]['n_words'], 'word')} each of {total:,}"
    return _finding_of_one(first[0], ranked, words)


def _finding_of_one(first: Source, ranked: list[Source], words: Mapping[str, int]) -> str:
    """Return the title where one source supplies most."""
    total, anonymous = sum(words.values()), words.get("anonymous", 0)
    some = f"{opening(percent(first['n_words'], total))} of all attributed words come from {_called(first)}"
    if first["kind"] == "anonymous":
        named = any(s["kind"] == "named" for s in ranked)
        return f"{some}, {'more than from any named person' if named else 'and no person is named'}"
    return f"{some}, {percent(anonymous, total) if anonymous else 'none'} from anonymous sources"


def _called(source: Source) -> str:
    """Return the name as a title has it; that of an anonymous source is a description, and marked as one."""
    return f"{quoted(source['name'])} (anonymous)" if source["kind"] == "anonymous" else shorten(source["name"])


def _ends(source: Source) -> tuple[str, str]:
    """Return what stands at the end of a bar."""
    return count_of(source["n_words"], "word"), count_of(source["n_attributions"], "attribution")


def _end_widths(source: Source) -> tuple[float, float]:
    """Return the widths of what stands at the end of a bar, in points."""
    words, attributions = _ends(source)
    return text_width(words, SMALL, True), text_width(attributions, SMALL)


def _draw(ax: Axes, shown: list[Source]) -> None:
    """Draw the bars by kind, and words and attributions at their ends."""
    for kind in KINDS:
        bars = [(y, s["n_words"]) for y, s in enumerate(shown) if s["kind"] == kind]
        if bars:
            colour = PALETTE[kind]
            rows, lengths = zip(*bars, strict=True)
            ax.barh(
                rows, lengths, 0.68, color=colour.fill, edgecolor=colour.edge, linewidth=0.8,
                hatch=HATCH if kind == "anonymous" else None, hatch_linewidth=0.7, label=kind, clip_on=False,
            )  # fmt: skip
    for y, source in enumerate(shown):
        row_label(ax, y, source["name"], room=1.8)
        (words, attributions), (width, _) = _ends(source), _end_widths(source)
        write(ax, source["n_words"], y, words, shift=(5, 0), bold=True, size=SMALL)
        write(ax, source["n_words"], y, attributions, shift=(5 + width + GAP, 0), size=SMALL, colour=MUTED)
