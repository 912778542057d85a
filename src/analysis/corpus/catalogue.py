"""The project's own articles: their catalogue, and their tables, measured or, where the text is not shipped, read."""

from pathlib import Path

import pandas as pd

from analysis.article import DATA, read_article
from analysis.corpus.steps import Tables, measure
from analysis.errors import TableError
from analysis.tables import TABLES, read_tables


def read_catalogue() -> pd.DataFrame:
    """Return ``data/articles.csv``: a row an article, with id, title, date, topic, nature, words, sha256, licence."""
    return pd.read_csv(DATA / "articles.csv", dtype=str, keep_default_na=False)


def measure_catalogue(*more: str | Path) -> Tables:
    """Return the tables of all catalogued articles and of ``more`` files, in that order, an article once.

    An article whose text is not shipped comes from ``data/measured``, without the columns that quote it. Raises
    ArticleError where one of ``more`` cannot be read, TableError where measured tables are out of date.
    """
    known = {name: DATA / "articles" / f"{name}.txt" for name in read_catalogue()["id"]}
    extra = [read_article(path) for path in more]
    names = {article.name for article in extra}
    shipped = [read_article(path) for name, path in known.items() if path.is_file() and name not in names]
    absent = [name for name, path in known.items() if not path.is_file() and name not in names]
    measured = measure([*shipped, *extra])
    kept = [_read_measured(name) for name in absent if (DATA / "measured" / name).is_dir()]
    return {name: _stack([frame, *(k[name] for k in kept)], [*known, *names]) for name, frame in measured.items()}


def _read_measured(name: str) -> Tables:
    """Return the tables of an article whose text is not shipped."""
    tables = read_tables(DATA / "measured" / name)
    try:
        return {table: TABLES[table].check(frame, text=False) for table, frame in tables.items()}
    except TableError as error:
        raise TableError(f"data/measured/{name} is out of date, make it anew with 'make measured': {error}") from error


def _stack(frames: list[pd.DataFrame], order: list[str]) -> pd.DataFrame:
    """Return the rows of all frames in the order of their articles; a column that some lack is empty there."""
    first, *others = frames
    for other in others:
        other = other.reindex(columns=first.columns)
        texts = other.columns[[str(t) == "str" for t in first.dtypes]]
        other[texts] = other[texts].astype("str").fillna("")
        first = pd.concat([first, other.astype(first.dtypes)], ignore_index=True)
    if "article" not in first:
        return first
    rank = {name: n for n, name in enumerate(dict.fromkeys(order))}
    return first.sort_values("article", key=lambda a: a.map(rank), kind="stable", ignore_index=True)
