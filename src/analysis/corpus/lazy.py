"""A table of a corpus that outgrows memory or a machine: a Dask DataFrame that measures when it is asked."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from analysis.corpus.batches import measure_each
from analysis.corpus.inputs import Failure, Input, fetch_texts, find_inputs, read_input
from analysis.errors import TableError
from analysis.sourcing.correcting.reading import check_corrections
from analysis.tables import TABLES
from analysis.topics import Topics, choose_topics

if TYPE_CHECKING:
    import dask.dataframe as dd


def measure_lazily(
    name: str, paths: Iterable[str | Path], *, topics: Topics | None = None, size: int = 200,
    corrections: pd.DataFrame | None = None,
) -> "dd.DataFrame":  # fmt: skip
    """Return one table (``attributions``, ``topics_by_source``, ...) of all articles behind these paths, uncomputed.

    A partition holds ``size`` whole articles in the order of `find_inputs`; its rows are those that `measure` gives,
    checked against the schema. Texts are read when a partition is computed, by the process that computes it: of a
    corpus file only its own rows, so that no text travels and the files must be where the workers see them. Inputs
    that cannot be read are in the table ``errors``, and so are ``corrections`` that no longer fit.

    Raises TableError where there is no such table, CorrectionsError where a correction has a fault.
    """
    if corrections is not None:
        check_corrections(corrections)
    if topics is not None:
        choose_topics(topics)  # of another kind than it should be it is refused here, not when it is computed
    import dask  # loaded here, since it takes long and only this needs it
    import dask.dataframe as dd

    if name not in TABLES:
        raise TableError(f"there is no table {name!r}: there are {', '.join(TABLES)}")
    items = [replace(item, text=None) if isinstance(item, Input) else item for item in find_inputs(paths)]
    batches = [items[at : at + size] for at in range(0, len(items), size)] or [[]]
    with dask.config.set({"dataframe.convert-string": False}):  # Dask's own string type is not that of the schemas
        lazy: dd.DataFrame = dd.from_map(
            _measure_part, batches, table=name, topics=topics, corrections=corrections, meta=TABLES[name].empty()
        )
    return lazy


def _measure_part(
    items: list[Input | Failure], *, table: str, topics: Topics | None, corrections: pd.DataFrame | None
) -> pd.DataFrame:
    read = [(item, read_input(item)) for item in fetch_texts(items)]
    tables, _ = measure_each(read, topics=topics, corrections=corrections)
    return TABLES[table].check(tables[table])
