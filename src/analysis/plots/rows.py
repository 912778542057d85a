"""The checks that every picture makes of its table, and its rows in groups."""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from analysis.errors import TableError
from analysis.tables import SOURCING, Table, name_of

Bounds = tuple[float, float]
UNBOUNDED: Bounds = (math.nan, math.nan)


def take(table: pd.DataFrame, of: Table) -> pd.DataFrame:
    """Return the table; raise TableError where it is none, or another than the picture draws.

    A table of a user's own may have columns more or less; one of ours that has the columns by chance is refused.
    """
    given = name_of(of.ask(table))
    if given not in ("", of.name):
        raise TableError(f"a table of {of.name} is wanted, and this is one of {given}: pass the one {of.made}")
    return table


def records(table: pd.DataFrame, columns: str, *, of: Table) -> list[dict[str, Any]]:
    """Return the rows as mappings of these columns; raise TableError naming the first column that is missing."""
    take(table, of)
    for name in columns.split():
        if name not in table.columns:
            wanted = columns.replace(" ", ", ")
            raise TableError(f"the table of {of.name} has no column {name!r}: pass one with the columns {wanted}")
    return table[columns.split()].to_dict("records")


def one_article(table: pd.DataFrame, *, of: Table) -> None:
    """Raise TableError where a picture of one article is given the table of several."""
    have = take(table, of)
    articles = list(dict.fromkeys(have["article"])) if "article" in have.columns else []
    if len(articles) > 1:
        raise TableError(
            f"this picture shows one article, and the table of {of.name} holds {len(articles)}: "
            f"choose one, for example table[table['article'] == {articles[0]!r}]"
        )


def bounds_of(measured: pd.DataFrame | None) -> dict[str, Bounds]:
    """Return the bounds of each measure of one article's table `sourcing`; none where there is no table."""
    if measured is None:
        return {}
    one_article(measured, of=SOURCING)
    rows = records(measured, "measure low high", of=SOURCING)
    return {row["measure"]: (row["low"], row["high"]) for row in rows}


def grouped(rows: Iterable[Any], key: Callable[[Any], Any]) -> dict[Any, list[Any]]:
    """Return the rows by key, keys in order of first occurrence."""
    groups: dict[Any, list[Any]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def by_count(keys: Iterable[str]) -> dict[str, int]:
    """Return how often each key occurs, in order of first occurrence."""
    return dict(Counter(keys))
