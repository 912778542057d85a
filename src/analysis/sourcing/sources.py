"""The table of sources: each once, with all that the article rests on it."""

from collections import defaultdict
from typing import Any

import pandas as pd

from analysis.tables import ATTRIBUTIONS, SOURCES

JOINT = "; "
UNNAMED = frozenset(("anonymous", "unattributed"))
COLUMNS = ("article", "sentence", "source", "kind", "anonymity", "official", "role", "anonymity_reason", "n_words")

Cells = dict[str, Any]


def list_sources(attributions: pd.DataFrame) -> pd.DataFrame:
    """Return the sources of these attributions: a table ``sources``, one row a source, by article and first place.

    ``n_attributions`` and ``n_words`` (words of content) count all that is attributed to it; a joint source ("Lee;
    Garcia") counts once for each of its members. ``name`` is empty where the article names nobody. Its kind is that of
    its first attribution alone, if there is one. Raises TableError where ``attributions`` is no such table.
    """
    ATTRIBUTIONS.check(attributions)
    grouped: dict[tuple[str, str], list[Cells]] = defaultdict(list)
    for cells in zip(*(attributions[c].tolist() for c in COLUMNS), strict=True):
        row = dict(zip(COLUMNS, cells, strict=True))
        for source in row["source"].split(JOINT):
            grouped[row["article"], source].append(row)
    return SOURCES.frame(_row(article, source, rows) for (article, source), rows in grouped.items())


def _row(article: str, source: str, rows: list[Cells]) -> tuple[Any, ...]:
    model = next((r for r in rows if r["source"] == source), rows[0])
    return (
        article, source, "" if model["kind"] in UNNAMED else source, model["kind"], model["anonymity"],
        model["official"], _first(rows, "role"), len(rows), sum(r["n_words"] for r in rows), rows[0]["sentence"],
        _first(rows, "anonymity_reason"),
    )  # fmt: skip


def _first(rows: list[Cells], column: str) -> str:
    """Return the first cell of a column that says something; empty where none does."""
    return next((str(r[column]) for r in rows if r[column]), "")
