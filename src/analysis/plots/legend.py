"""The line under the title that stands in place of a legend's box: swatch, word and number, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.transforms import Affine2D, ScaledTranslation, Transform

from analysis.plots.style import CROSS, HATCH, INK, LEGEND, PALETTE, POINTS, text_width, write
from analysis.wording import KIND_NAMES, SHORT_KIND_NAMES

SWATCH, AFTER_SWATCH = 8.5, 5.0  # points
BETWEEN = (16.0, 12.0, 9.0)  # points between entries: the widest that keeps them on one line


@dataclass(frozen=True)
class Entry:
    """A word of the line under the title: a kind of source with its swatch, or what a mark means."""

    text: str
    kind: str = ""  # a kind of source; empty for a mark
    sign: str = ""  # how the picture marks anonymous a second time (hatch, foot, cross), or the mark (ring, tick)
    short: str = ""  # the text where the line is too short for all


def kind_entry(kind: str, number: str = "", *, sign: str) -> Entry:
    """Return the entry of a kind of source with what stands behind its name."""
    return Entry(f"{KIND_NAMES[kind]} {number}".strip(), kind, sign, f"{SHORT_KIND_NAMES[kind]} {number}".strip())


Row = list[tuple[float, Entry]]


def arrange(entries: Sequence[Entry], room: float) -> list[Row]:
    """Return the entries with their places on one line of ``room`` points, or on more where one is too short."""
    entries, between = _fit(entries, room)
    rows: list[Row] = []
    x = room + 1
    for entry in entries:
        width = _width(entry)
        if x + width > room + 0.01:
            rows.append([])
            x = 0.0
        rows[-1].append((x, entry))
        x += width + between
    return rows


def _fit(entries: Sequence[Entry], room: float) -> tuple[Sequence[Entry], float]:
    """Return the entries, shortened if need be, and the space between them, so that they fill one line if they can."""
    for some in (entries, [replace(entry, text=entry.short or entry.text) for entry in entries]):
        for between in BETWEEN:
            if sum(map(_width, some)) + between * (len(some) - 1) <= room:
                return some, between
    return entries, BETWEEN[0]


def _width(entry: Entry) -> float:
    """Return the width of an entry in points."""
    return SWATCH + AFTER_SWATCH + text_width(entry.text, LEGEND)


def print_legend(ax: Axes, row: Row, x: float, y: float) -> None:
    """Set one line of entries, ``x`` and ``y`` points from the upper left corner of the axes."""
    for place, entry in row:
        if entry.kind:
            _swatch(ax, entry, x + place, y - SWATCH - 0.5)
        else:
            _mark(ax, entry.sign, x + place + SWATCH / 2, y - SWATCH / 2 - 0.8)
        _letter(ax, x + place + SWATCH + AFTER_SWATCH, y - LEGEND + 0.8, entry.text, size=LEGEND)


def _letter(ax: Axes, x: float, y: float, text: str, *, size: float, ha: str = "left", va: str = "baseline") -> None:
    """Set a word so many points from the upper left corner of the axes."""
    write(ax, 0, 1, text, at="axes fraction", shift=(x, y), size=size, ha=ha, va=va, gid="legend")


def _swatch(ax: Axes, entry: Entry, x: float, y: float) -> None:
    """Draw the small square of a kind, with the second sign of anonymous."""
    colour, sign = PALETTE[entry.kind], entry.sign if entry.kind == "anonymous" else ""
    square = Rectangle((x, y), SWATCH, SWATCH, facecolor=colour.fill, edgecolor=colour.edge, linewidth=0.8)
    pieces = [square]
    if sign == "hatch":
        square.set(hatch=HATCH, hatch_linewidth=0.7)
    if sign == "foot":
        pieces.append(Rectangle((x, y), SWATCH, 1.8, facecolor="black", linewidth=0))
    for piece in pieces:
        piece.set(transform=_from_corner(ax), clip_on=False, gid="legend")
        ax.add_artist(piece)
    if sign == "cross":
        _letter(ax, x + SWATCH / 2, y + SWATCH / 2, CROSS, size=6, ha="center", va="center")


def _mark(ax: Axes, sign: str, x: float, y: float) -> None:
    """Draw the ring or the tick that the words beside it explain."""
    marker, size, thick = {"ring": ("o", 6.0, 1.7), "tick": ("|", 9.0, 1.5)}[sign]
    line = Line2D([x], [y], marker=marker, markersize=size, markeredgewidth=thick, markerfacecolor="white")
    line.set(markeredgecolor=INK, clip_on=False, gid="legend")
    line.set_transform(_from_corner(ax))
    ax.add_artist(line)


def _from_corner(ax: Axes) -> Transform:
    """Return coordinates in points from the upper left corner of the axes, upwards."""
    figure = ax.get_figure(root=True)
    inches = figure.dpi_scale_trans  # type: ignore[union-attr]
    corner = ScaledTranslation(0, 1, ax.transAxes)  # type: ignore[arg-type]
    return Affine2D().scale(1 / POINTS) + inches + corner
