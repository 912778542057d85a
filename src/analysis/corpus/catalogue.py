"""The project's own articles: their catalogue, and their tables, measured or, where the text is not shipped, read."""

from dataclasses import replace
from pathlib import Path

import pandas as pd

from analysis.article import DATA, Article, read_article
from analysis.corpus.steps import Tables, measure
from analysis.errors import TableError
from analysis.tables import TABLES, read_tables


def read_catalogue() -> pd.DataFrame:
    """Return ``data/articles.csv``: a row an article, with id, title, date, topic, nature, words, sha256, licence."""
    return pd.read_csv(DATA / "articles.csv", dtype=str, keep_default_na=False)


def read_beside_catalogue(path: str | Path) -> Article:
    """Return the article of a file, under another name where the catalogue has a different text of its name.

    Raises ArticleError where it cannot be read.
    """
    article = read_article(path)
    catalogue = read_catalogue().set_index("id")["sha256"]
    same = catalogue.get(article.name, article.sha256) == article.sha256
    return article if same else replace(article, name=f"{article.name}-2")


def measure_catalogue(*more: Article) -> Tables:
    """Return the tables of all catalogued articles and of ``more``, in that order, an article once.

    An article whose text is not shipped comes from ``data/measured``, without the columns that quote it; in a table
    that is newer than its figures it has no rows. Raises TableError where its tables are out of date.
    """
    known, own = read_catalogue()["id"].tolist(), [article.name for article in more]
    files = {name: DATA / "articles" / f"{name}.txt" for name in known if name not in own}
    shipped = {name: read_article(file) for name, file in files.items() if file.is_file()}
    folders = (DATA / "measured" / name for name in files if name not in shipped)
    parts = [measure([*shipped.values(), *more]), *(_read_measured(folder) for folder in folders if folder.is_dir())]
    order = list(dict.fromkeys([*known, *own]))
    return {name: _stack([part[name] for part in parts if name in part], order) for name in parts[0]}


def _read_measured(folder: Path) -> Tables:
    """Return the tables of an article whose text is not shipped."""
    tables = read_tables(folder)
    try:
        return {table: TABLES[table].check(frame, text=False) for table, frame in tables.items()}
    except TableError as error:
        place = f"data/measured/{folder.name}"
        raise TableError(f"{place} is out of date, make it anew with 'make measured': {error}") from error


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
    return first.sort_values("article", key=lambda names: names.map(order.index), kind="stable", ignore_index=True)
