"""Articles as the rows of a table, and the names that tell many articles apart."""

from collections.abc import Iterator
from numbers import Number

import pandas as pd

from analysis.errors import ArticleError, ask_for


def rows_in(table: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Yield id and text of each row; raise ArticleError where a column, an id or a text is lacking."""
    lacking = [name for name in ("article", "text") if name not in table.columns]
    if lacking:
        raise ArticleError(f"this table has no column {lacking[0]!r}: name its columns article (an id) and text")
    seen = set()
    for number, (name, text) in enumerate(zip(table["article"], table["text"], strict=True), 1):
        id_ = _id(name, number)
        if isinstance(text, bytes):
            raise ArticleError(f"row {number}, article {id_}, has bytes and no text: decode the column 'text' first")
        if not isinstance(text, str):
            raise ArticleError(f"row {number}, article {id_}, has no text: fill the column 'text' or drop the row")
        if id_ in seen:
            raise ArticleError(f"row {number} has the article id {id_!r} again: give each article an id of its own")
        seen.add(id_)
        yield id_, text


def _id(cell: object, number: int) -> str:
    """Return the id of a row without the space around it; raise ArticleError where it is neither text nor number."""
    if cell is None or (pd.api.types.is_scalar(cell) and pd.isna(cell)) or (isinstance(cell, str) and not cell.strip()):
        raise ArticleError(f"row {number} has no article id: fill the column 'article'")
    what = f"row {number}: an article id of text or a number"
    ask_for(cell, (str, Number), what, "convert the column 'article'", error=ArticleError)
    return str(cell).strip()


def new_name(name: str, names: dict[str, int]) -> str:
    """Return the name, numbered where it is taken, and remember it."""
    new = name
    while new in names:
        names[name] += 1
        new = f"{name}-{names[name]}"
    names[new] = 1
    return new
