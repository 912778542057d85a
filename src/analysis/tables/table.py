"""What a table is: its name, its columns and their types, and how rows go in and come out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.errors import TableError, ask_for

# What makes a table from what a caller is likely to hold instead of it.
MAKERS = {
    "articles": "tabulate_articles(articles, sentences)",
    "paragraphs": "list_paragraphs(article)",
    "anomalies": "list_anomalies(article)",
    "sentences": "split_sentences(article)",
    "counts": "count_units(sentences)",
    "readability": "measure_readability(sentences)",
    "attributions": "find_attributions(sentences)",
    "sources": "list_sources(attributions)",
    "corrections": "read_corrections(path)",
    "mentions": "find_topics(sentences, topics=topics)",
    "topics": "count_topics(mentions, sentences)",
    "topics_by_source": "topics_by_source(mentions, attributions, sentences)",
    "words_by_kind": "words_by_kind(attributions, sentences)",
    "spans_by_kind": "spans_by_kind(attributions, sentences)",
    "mentions_by_source": "mentions_by_source(mentions, attributions)",
    "checks": "check_sourcing(sources, attributions, sentences)",
    "sourcing": "measure_sourcing(attributions, sentences)",
    "measures": "compare_articles(tables)",
    "places": "place_article(measures, reference)",
    "reference": "read_reference()",
}


@dataclass(frozen=True)
class Table:
    """A table's name, its columns with their types, and those which repeat the article's own words.

    ``chances`` are columns of which each cell lies between 0 and 1, as far as it is known.
    """

    name: str
    columns: Mapping[str, str]
    quoting: frozenset[str] = frozenset()
    chances: frozenset[str] = frozenset()

    def empty(self) -> pd.DataFrame:
        """Return the table without rows."""
        return self.frame([])

    def frame(self, rows: Iterable[Sequence[Any]]) -> pd.DataFrame:
        """Return the table with these rows, each in the order of the columns."""
        by_column = list(zip(*rows, strict=True)) or [()] * len(self.columns)
        if len(by_column) != len(self.columns):
            names = ", ".join(self.columns)
            raise TableError(f"a row of {self.name} has {len(by_column)} values; its columns are {names}")
        return pd.DataFrame(
            {
                name: pd.Series(list(values), dtype=dtype)
                for (name, dtype), values in zip(self.columns.items(), by_column, strict=True)
            }
        )

    def check(self, frame: pd.DataFrame, *, text: bool = True) -> pd.DataFrame:
        """Return the frame if it has all columns in their types; raise TableError naming the first that it has not.

        What is no table at all, such as an article, is told from one. With ``text=False`` the columns that quote the
        article may be missing.
        """
        self.ask(frame)
        for name, dtype in self.columns.items():
            if name not in frame.columns:
                if name in self.quoting and not text:
                    continue
                raise TableError(
                    f"this table has no column {name!r}, so it is not a table of {self.name}: "
                    f"pass one with the columns {', '.join(self.columns)}"
                )
            if str(frame[name].dtype) != dtype:
                raise TableError(
                    f"column {name!r} of {self.name} holds {frame[name].dtype}, not {dtype}: "
                    f"read the file with read_table, or convert the column with astype({dtype!r})"
                )
        self._check_chances(frame)
        return frame

    def _check_chances(self, frame: pd.DataFrame) -> None:
        for name in self.chances:
            odd = frame.loc[frame[name].notna() & ~frame[name].between(0, 1), name]
            if len(odd):
                raise TableError(
                    f"column {name!r} of {self.name} holds {odd.iloc[0]} in row {odd.index[0]}: "
                    f"it must lie between 0 and 1, so measure the article anew"
                )

    def one(self, frame: pd.DataFrame) -> Any:
        """Return the only row of a table of one article; raise TableError where it has none, or several."""
        if len(self.check(frame)) != 1:
            raise TableError(f"one article is told of, and this table of {self.name} has {len(frame)} rows: choose one")
        return frame.iloc[0]

    def of_one(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return a table of one article; raise TableError where it is of none, or of several."""
        names = self.check(frame)["article"].unique()
        if len(names) != 1:
            raise TableError(
                f"one article is told of, and this table of {self.name} has {len(names)} articles: choose one"
            )
        return frame

    def ask_same(self, frame: pd.DataFrame, article: str) -> None:
        """Raise TableError where a table has rows of another article than this one."""
        others = [name for name in self.check(frame)["article"].unique() if name != article]
        if others:
            raise TableError(f"article {article!r} is told of, and this table of {self.name} has rows of {others[0]!r}")

    def ask(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return what is a table of any kind; raise TableError, with the remedy, where it is none."""
        ask_for(frame, pd.DataFrame, f"a table of {self.name}", f"pass the one {self.made}", error=TableError)
        return frame

    @property
    def made(self) -> str:
        """Return how such a table is made, or what it has."""
        return f"that {MAKERS[self.name]} makes" if self.name in MAKERS else f"with {', '.join(self.columns)}"

    def without_text(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return a copy without the columns that repeat the article's own words."""
        return frame.drop(columns=[c for c in frame.columns if c in self.quoting])


def rows_of(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows as tuples of plain Python values, with these columns in this order; without any named, with all.

    Many times as fast as pandas' own ways of going through rows.
    """
    return zip(*(frame[column].tolist() for column in columns or frame.columns), strict=True)
