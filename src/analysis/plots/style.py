"""The house style: palette, sizes, and lettering that is measured before it is set.

The five colours mean kinds of source and nothing else; whatever is not a kind is ink or grey. Anonymous carries a
second sign in every picture, so that none rests on colour alone. Nothing here touches matplotlib's global settings.
"""

from functools import cache, lru_cache
from typing import Any, NamedTuple

from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties
from matplotlib.text import Annotation

from analysis.wording import plain

FAMILY = "DejaVu Sans"  # comes with matplotlib, so it is the same everywhere
WIDTH = 8.0  # inches: one notebook column
DPI = 160
POINTS = 72.0  # in an inch
MARGIN = 0.16  # inches of paper around everything

INK, MUTED, GREY, RULE, BAND = "#222222", "#595959", "#A9B4BC", "#CFCFCF", "#F2F2F2"

TITLE, SUBTITLE, LEGEND, ROW, SMALL, NOTE = 12.5, 9.0, 9.0, 8.5, 8.0, 7.5
LEADING = 1.32  # line height in font sizes

HATCH = "////"
CROSS = "✕"


class Colour(NamedTuple):
    """How a kind of source is filled, edged and written on."""

    fill: str
    edge: str
    text: str


PALETTE = {
    "named": Colour("#0072B2", "#0072B2", "white"),
    "organization": Colour("#56B4E9", "#2A7AAD", "black"),
    "document": Colour("#CC79A7", "#A2487C", "black"),
    "anonymous": Colour("#D55E00", "#A84A00", "black"),
    "unattributed": Colour("#D9D9D9", "#8C8C8C", "black"),
}


@cache
def _glyphs() -> frozenset[int]:
    """Return the code points that the house font can draw."""
    return frozenset(font_manager.get_font(font_manager.findfont(FAMILY)).get_charmap())


@cache
def _renderer() -> RendererAgg:
    """Return the renderer that measures; its 720 dots an inch keep hinting out of the measure."""
    return RendererAgg(1, 1, 720)


@cache
def _font(size: float, bold: bool) -> FontProperties:
    return FontProperties(family=FAMILY, size=size, weight="bold" if bold else "normal")


def printable(text: str) -> str:
    """Return the text on one line, without control characters, a box for each character that the font lacks."""
    return "".join(c if ord(c) in _glyphs() else "□" for c in plain(text))


@lru_cache(maxsize=8192)
def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of one line in points."""
    width, _, _ = _renderer().get_text_width_height_descent(printable(text) or " ", _font(size, bold), False)
    return width / 10 if text else 0.0


def clip(text: str, width: float, size: float, bold: bool = False) -> str:
    """Return the text, cut with an ellipsis where it is wider than ``width`` points."""
    if text_width(text, size, bold) <= width:
        return text
    low, high = 0, min(len(text), 400)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text_width(f"{text[:middle]}…", size, bold) <= width else (low, middle - 1)
    return f"{text[:low].rstrip()}…"


def wrap(text: str, width: float, size: float, *, bold: bool = False, lines: int = 0) -> list[str]:
    """Break the text at spaces into lines of at most ``width`` points; what is past ``lines`` (if given) is cut off."""
    words, line = printable(text).split(), ""
    done: list[str] = []
    for n, word in enumerate(words):
        longer = f"{line} {word}".strip()
        if text_width(longer, size, bold) <= width:
            line = longer
        elif lines and len(done) == lines - 1:
            line = clip(" ".join([line, *words[n:]]).strip(), width, size, bold)
            break
        else:
            done += [line] if line else []
            line = clip(word, width, size, bold)
    return [*done, line] if line or not done else done


def balance(text: str, width: float, size: float, *, bold: bool = False, lines: int = 0) -> list[str]:
    """Break the text into as few lines as `wrap` would, of about equal length."""
    best = wrap(text, width, size, bold=bold, lines=lines)
    for tenths in range(9, 4, -1):
        tried = wrap(text, width * tenths / 10, size, bold=bold)
        if len(tried) > len(best) or any(line.endswith("…") for line in tried):
            break
        best = tried
    return best


def write(
    ax: Axes, x: float, y: float, text: str, *, size: float = ROW, colour: str = INK, bold: bool = False,
    ha: str = "left", va: str = "center_baseline", at: Any = "data", shift: tuple[float, float] = (0, 0), **more: Any,
) -> Annotation:  # fmt: skip
    """Set a line at ``x``, ``y`` of the coordinates ``at``, moved by ``shift`` points; never read as mathematics."""
    return ax.annotate(
        "\n".join(printable(line) for line in text.split("\n")), (x, y), xycoords=at, xytext=shift,
        textcoords="offset points", color=colour, ha=ha, va=va, fontproperties=_font(size, bold), parse_math=False,
        annotation_clip=False, linespacing=1.0, **more,
    )  # fmt: skip
