"""The paper around a picture: finding, subtitle, a line of swatches with words, and the note at the foot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from analysis.errors import OutputError, ask_for
from analysis.plots import style
from analysis.plots.legend import Entry, arrange, print_legend
from analysis.plots.style import LEADING, MARGIN, POINTS, balance, clip, wrap, write

Line = tuple[float, str, str]  # depth in points, role, text


@dataclass(frozen=True)
class Paper:
    """What stands around the picture; lengths are inches, ``height`` that of the picture alone."""

    title: str
    subtitle: str
    note: str
    height: float
    left: float
    right: float
    legend: Sequence[Entry] = ()
    gap: float = 0.22  # between the words above and the picture
    foot: float = 0.26  # between the picture and the note
    wide: float = style.WIDTH  # margins included
    words: str = ""  # what is drawn, every value, for whoever does not see it; the title is put before it

    @property
    def width(self) -> float:
        """Return the width that lettering may take, in points."""
        return (self.wide - 2 * MARGIN) * POINTS


def open_axes(ax: Axes | None, paper: Paper) -> Axes:
    """Return empty axes with the paper around them: on a new figure of the right size, or those given.

    Axes that are given keep their place: leave room for the words above, below and beside them.
    """
    if ax is None:
        note = wrap(paper.note, paper.width, style.NOTE)
        above = MARGIN + _depth(paper) / POINTS + paper.gap
        below = paper.foot + len(note) * style.NOTE * LEADING / POINTS + MARGIN
        height = above + paper.height + below
        figure = Figure(figsize=(style.WIDTH, height), dpi=style.DPI, facecolor="white")
        FigureCanvasAgg(figure)
        inner = style.WIDTH - paper.left - paper.right
        ax = figure.add_axes((paper.left / style.WIDTH, below / height, inner / style.WIDTH, paper.height / height))
    else:
        paper = replace(paper, wide=points_of(ax)[0] / POINTS + paper.left + paper.right)
    ax.set_axis_off()
    ax.set_label(f"{paper.title}. {paper.words}".strip())  # the axes carry their alternative text as their label
    _print(ax, paper)
    return ax


def alternative_text(picture: Axes | Figure) -> str:
    """Return what a picture says in words: that of the axes, or of all axes of a figure; empty where there is none."""
    ask_for(picture, (Axes, Figure), "a picture", "pass what a plot_... function returned", error=OutputError)
    every = [picture] if isinstance(picture, Axes) else picture.axes
    return " ".join(filter(None, (str(ax.get_label()) for ax in every)))


def row_label(
    ax: Axes, y: float, text: str, *, room: float, bold: bool = False, colour: str = style.INK, size: float = style.ROW
) -> None:
    """Set the name of a row in the left margin, right-aligned, on two lines where ``room`` (inches) asks for it."""
    lines = balance(text, room * POINTS, size, bold=bold, lines=2)
    size = size if len(lines) == 1 else size - 0.5  # two lines must stand in the height of a row
    write(
        ax, 0, y, "\n".join(lines), at=("axes fraction", "data"), shift=(-8, 0), ha="right", bold=bold, colour=colour,
        size=size, va="center_baseline" if len(lines) == 1 else "center", multialignment="right",
    )  # fmt: skip


def measure_label(ax: Axes, y: float, label: str, unit: str, *, room: float) -> None:
    """Set the name of a measure in the left margin, on two lines where needed, and under it, small, its unit."""
    lines, at = balance(label, room * POINTS, style.ROW, lines=2), ("axes fraction", "data")
    for n, line in enumerate(lines):
        write(ax, 0, y, line, at=at, shift=(-16, 5 + 10.5 * (len(lines) - 1 - n)), ha="right")
    unit = clip(unit, room * POINTS, style.NOTE)
    write(ax, 0, y, unit, at=at, shift=(-16, -6.5), ha="right", size=style.NOTE, colour=style.MUTED)


def points_of(ax: Axes) -> tuple[float, float]:
    """Return width and height of the axes in points."""
    box = ax.get_window_extent()
    dpi = ax.get_figure(root=True).dpi  # type: ignore[union-attr]
    return box.width * POINTS / dpi, box.height * POINTS / dpi


def _head(paper: Paper) -> list[Line]:
    """Return title and subtitle line by line, each with its depth under the upper margin; last, the depth of all."""
    depth, lines = 0.0, []
    for text in balance(paper.title, paper.width, style.TITLE, bold=True, lines=4):
        lines.append((depth, "title", text))
        depth += style.TITLE * LEADING
    depth += 2
    for text in wrap(paper.subtitle, paper.width, style.SUBTITLE):
        lines.append((depth, "subtitle", text))
        depth += style.SUBTITLE * LEADING
    return [*lines, (depth, "end", "")]


def _depth(paper: Paper) -> float:
    """Return the depth of all that stands above the picture, in points."""
    return _head(paper)[-1][0] + len(arrange(paper.legend, paper.width)) * (6 + style.LEGEND * LEADING)


def _print(ax: Axes, paper: Paper) -> None:
    """Set the lines above the picture and the note below it."""
    x, top = (MARGIN - paper.left) * POINTS, paper.gap * POINTS + _depth(paper)
    sizes = {"title": style.TITLE, "subtitle": style.SUBTITLE}
    *lines, (end, _, _) = _head(paper)
    for depth, role, text in lines:
        _set(ax, 1, (x, top - depth - sizes[role]), text, role, sizes[role])
    for n, row in enumerate(arrange(paper.legend, paper.width)):
        print_legend(ax, row, x, top - end - 6 - n * (6 + style.LEGEND * LEADING))
    for n, text in enumerate(wrap(paper.note, paper.width, style.NOTE)):
        _set(ax, 0, (x, -paper.foot * POINTS - style.NOTE * (1 + n * LEADING)), text, "note", style.NOTE)


def _set(ax: Axes, edge: int, place: tuple[float, float], text: str, role: str, size: float) -> None:
    """Set a line so many points from the left end of the picture's lower (0) or upper (1) edge."""
    title = role == "title"
    colour = style.INK if title else style.MUTED
    write(
        ax,
        0,
        edge,
        text,
        at="axes fraction",
        shift=place,
        size=size,
        colour=colour,
        bold=title,
        va="baseline",
        gid=role,
    )
