"""Pictures, answers and tables in a notebook: each in one output that a test compares and a blind reader can read."""

import html
import io
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.errors import OutputError, TableError, ask_for
from analysis.plots.layout import alternative_text
from analysis.plots.style import DPI, FAMILY
from analysis.wording import number, percent
from analysis.writing import write_whole

MISSING = "–"
NOTHING = "(no rows)"
SHOWN_WIDTH = 768  # pixels of a page: the 8 inches of a notebook's column
# What a user's matplotlibrc must not change, so that the same table gives the same bytes.
FIXED: dict[Any, Any] = {
    "savefig.bbox": None,
    "text.parse_math": False,
    "text.usetex": False,
    "font.family": [FAMILY],
    "path.sketch": None,
}


def show(
    picture: Axes | Figure, *, alt: str | None = None, folder: str | Path | None = None, name: str = "picture"
) -> None:
    """Display a picture with its alternative text as one output of the cell, and close it.

    The output holds the PNG and, as plain text, what the picture says in words, which each ``plot_...`` gives to the
    axes that it returns: nbval compares it, pages carry it as the image's alternative text. ``alt`` says it for a
    picture of your own. ``folder`` keeps the same bytes as ``name``.png there and is made where it is missing; None
    keeps nothing. Raises OutputError where the file cannot be written, or where a picture has no words.
    """
    words = alternative_text(picture)
    alt = words if alt is None else alt
    if not alt.strip():
        raise OutputError("this picture has no words for whoever cannot see it: say in alt='...' what it shows")
    figure = picture.get_figure(root=True) if isinstance(picture, Axes) else picture
    data = to_png(figure)  # type: ignore[arg-type]
    _close(figure)
    if folder is not None:
        write_whole(data, Path(folder) / f"{name}.png")
    _emit({"image/png": data, "text/plain": alt}, {"image/png": {"alt": alt, "width": SHOWN_WIDTH}})


def to_png(figure: Figure) -> bytes:
    """Return the figure as PNG at the house's 160 dots an inch; the same figure always gives the same bytes."""
    ask_for(figure, Figure, "a figure", "pass ax.figure of what a plot_... function returned", error=OutputError)
    file = io.BytesIO()
    with mpl.rc_context(FIXED):
        figure.savefig(file, format="png", dpi=DPI, facecolor="white", metadata={"Software": None})
    return file.getvalue()


def say(text: str) -> None:
    """Display a bold sentence, such as the answer to a notebook's question; whatever it holds is shown as it is."""
    ask_for(text, str, "a sentence", "pass the text that an answer_... function returned", error=OutputError)
    safe = html.escape(text, quote=True)
    _emit({"text/html": f'<p class="mathjax_ignore"><strong>{safe}</strong></p>', "text/plain": text}, {})


def show_table(
    frame: pd.DataFrame, *, columns: Sequence[str] | Mapping[str, str] | None = None, digits: int = 1,
    caption: str = "", shares: Sequence[str] = (),
) -> None:  # fmt: skip
    """Display a table whole, without its index: every cell escaped, nothing cut off, nothing read as mathematics.

    ``columns`` chooses and orders the columns; a mapping renames them, too. Numbers with a fraction have ``digits``
    decimals; what is undefined or missing is a dash. ``shares`` names columns of shares, 0 to 1, to be told in whole
    per cent as answers tell them ("under 1%"); they go by the names that they are shown with. Raises TableError naming
    a column that is not there.
    """
    shown = _choose(frame, columns)
    formats = {name: partial(_cell, digits=digits, share=True) for name in shares}
    with pd.option_context("display.max_colwidth", None, "display.precision", digits):
        plain = shown.to_string(
            index=False, na_rep=MISSING, float_format=lambda value: number(value, digits), formatters=formats
        )
    plain = plain if len(shown) else NOTHING
    _emit(
        {"text/html": _html(shown, digits, caption, shares), "text/plain": f"{caption}\n{plain}" if caption else plain},
        {},
    )


def _html(frame: pd.DataFrame, digits: int, caption: str, shares: Sequence[str]) -> str:
    """Return the table as HTML: text to the left and figures to the right, which pages that drop styles keep, too."""
    sides = ["right" if pd.api.types.is_numeric_dtype(t) and str(t) != "bool" else "left" for t in frame.dtypes]
    head = _row("th", map(str, frame.columns), sides)
    rows = frame.itertuples(index=False, name=None) if len(frame) else [(NOTHING, *[""] * (frame.shape[1] - 1))]
    is_share = [name in shares for name in frame.columns]
    body = "\n".join(
        _row("td", (_cell(v, digits=digits, share=s) for v, s in zip(row, is_share, strict=True)), sides)
        for row in rows
    )
    # A caption inside the table is what screen readers announce with it.
    said = f"<caption>{html.escape(caption, quote=True)}</caption>\n" if caption else ""
    parts = f"{said}<thead>\n{head}\n</thead>\n<tbody>\n{body}\n</tbody>"
    return f'<table class="dataframe mathjax_ignore">\n{parts}\n</table>'


def _row(tag: str, cells: Iterable[str], sides: Sequence[str]) -> str:
    """Return a row of escaped cells."""
    pairs = ((html.escape(cell, quote=True), side) for cell, side in zip(cells, sides, strict=True))
    inner = "".join(f'<{tag} align="{side}" style="text-align: {side}">{cell}</{tag}>' for cell, side in pairs)
    return f"<tr>{inner}</tr>"


def _cell(value: Any, *, digits: int, share: bool) -> str:
    """Return a value as it is printed."""
    if pd.isna(value):
        return MISSING
    if share and not isinstance(value, str):
        return percent(value, 1)
    return number(value, digits) if isinstance(value, float) else str(value)


def _choose(frame: pd.DataFrame, columns: Sequence[str] | Mapping[str, str] | None) -> pd.DataFrame:
    """Return these columns under the names they are to be shown with."""
    ask_for(frame, pd.DataFrame, "a table", "pass a DataFrame; a sentence is for say(text)", error=TableError)
    if not frame.shape[1] and not columns:
        return pd.DataFrame(columns=[""])  # so that there is a cell to say in that there is nothing
    names = dict(columns) if isinstance(columns, Mapping) else {c: c for c in columns or frame.columns}
    missing = [c for c in names if c not in frame.columns]
    if missing:
        raise TableError(
            f"there is no column {missing[0]!r} to show: the table has {', '.join(map(str, frame.columns))}"
        )
    return frame[list(names)].rename(columns=names)


def _close(figure: Any) -> None:
    """Give the figure back to pyplot if it came from there; others go with their last reference."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        pyplot.close(figure)


def _emit(data: dict[str, Any], metadata: dict[str, Any]) -> None:
    """Hand one output to the notebook; imported here, since drawing needs no notebook."""
    from IPython.display import display

    display(data, raw=True, metadata=metadata)
