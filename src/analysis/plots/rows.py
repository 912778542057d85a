"""The checks that every picture makes of its table, and its rows in groups."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from analysis.errors import TableError


def records(table: pd.DataFrame, columns: str, *, of: str) -> list[dict[str, Any]]:
    """Return the rows as mappings of these columns; raise TableError naming the first column that is missing."""
    for name in columns.split():
        if name not in table.columns:
            wanted = columns.replace(" ", ", ")
            raise TableError(f"the table of {of} has no column {name!r}: pass one with the columns {wanted}")
    return table[columns.split()].to_dict("records")


def one_article(table: pd.DataFrame, *, of: str) -> None:
    """Raise TableError where a picture of one article is given the table of several."""
    articles = list(dict.fromkeys(table["article"])) if "article" in table.columns else []
    if len(articles) > 1:
        raise TableError(
            f"this picture shows one article, and the table of {of} holds {len(articles)}: "
            f"choose one, for example table[table['article'] == {articles[0]!r}]"
        )


def grouped(rows: Iterable[Any], key: Callable[[Any], Any]) -> dict[Any, list[Any]]:
    """Return the rows by key, keys in order of first occurrence."""
    groups: dict[Any, list[Any]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def by_count(keys: Iterable[str]) -> dict[str, int]:
    """Return how often each key occurs, in order of first occurrence."""
    return dict(Counter(keys))
