"""The style of the marked article: colours for light and dark, the marks, and the rules that are counted out."""

from functools import cache
from pathlib import Path

from analysis.annotated.markup import PAIRED

HERE = Path(__file__).parent
LAB_DARK = '[data-jp-theme-light="false"] .said'


@cache
def read_style(name: str) -> str:
    """Return one of the style files beside this module."""
    return (HERE / f"{name}.css").read_text(encoding="utf-8")


def article_style(n_topics: int) -> str:
    """Return the rules of the marked article, for so many topics; colours apart."""
    pairs = "".join(_pair(f".i{n}") for n in range(1, PAIRED + 1))
    return read_style("article") + pairs + "\n" + "".join(_topic(n) for n in range(1, n_topics + 1))


def output_style(n_topics: int) -> str:
    """Return the style of a notebook's output: nothing outside of it is changed, and it follows JupyterLab's theme."""
    return f".said {{ {read_style('light')} }}\n{LAB_DARK} {{ {read_style('dark')} }}\n{article_style(n_topics)}"


def _pair(pair: str) -> str:
    """Return the rules that light up a statement's note and verb while a pointer or the focus rests on either."""
    rows = [f".said .row:has({pair}:{state})" for state in ("hover", "focus-within")]
    note, cue = (", ".join(f"{row} .{what}{pair}" for row in rows) for what in ("note", "cue"))
    return f"{note} {{ background: var(--panel); }}\n{cue} {{ text-decoration: underline dotted 2px; }}\n"


def _topic(n: int) -> str:
    """Return the rules that show one topic alone."""
    chosen = f".said:has(.m-top:checked):has(.pick{n}:checked)"
    return (
        f"{chosen} .tp.t{n} {{ box-shadow: 0 0 0 2px var(--ink); }}\n"
        f"{chosen} .tp:not(.t{n}) {{ box-shadow: none; }}\n"
        f"{chosen} .tp:not(.t{n})::after {{ content: none; }}\n"
    )
