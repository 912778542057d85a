"""The schemas of all tables, declared once: what the functions return and what the files hold.

Every table begins with ``article``. Offsets are code points into the article's text, end exclusive. Counting begins
with the body: paragraph 1 and sentence 1 are the body's first; a headline stands at 0 and below. A text cell that
says nothing is empty (never missing), an undefined number is NaN, an offset that does not exist is missing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from analysis.errors import OutputError, TableError

KINDS = ("named", "organization", "document", "anonymous", "unattributed")
# In which direction a measure runs, and what an article is called that has more of it, or less, than others.
DIRECTIONS = {
    "higher is harder": ("harder", "easier"),
    "higher is easier": ("easier", "harder"),
    "": ("more", "less"),
}
PARTS = ("headline", "byline", "body", "credit", "boilerplate")

# What makes a table from what a caller is likely to hold instead of it.
MAKERS = {
    "articles": "tabulate_articles(articles, sentences)",
    "sentences": "split_sentences(article)",
    "counts": "count_units(sentences)",
    "readability": "measure_readability(sentences)",
    "attributions": "find_attributions(sentences)",
    "sources": "list_sources(attributions)",
    "mentions": "find_topics(sentences, topics=topics)",
    "topics": "count_topics(mentions, sentences)",
}
TO_QUOTE = r'[",\r\n]'
NOTHING, COMMA, NEWLINE, QUOTE = (pa.scalar(text, pa.large_string()) for text in ("", ",", "\n", '"'))
ROWS_AT_ONCE = 20_000  # lines of CSV held in memory together
TEXT, COUNT, OFFSET, NUMBER, FLAG = "str", "int64", "Int64", "float64", "bool"


@dataclass(frozen=True)
class Table:
    """A table's name, its columns with their types, and those which repeat the article's own words."""

    name: str
    columns: Mapping[str, str]
    quoting: frozenset[str] = frozenset()

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
        if not isinstance(frame, pd.DataFrame):
            which = f"that {MAKERS[self.name]} makes" if self.name in MAKERS else f"with {', '.join(self.columns)}"
            kind = type(frame).__name__
            raise TableError(f"a table of {self.name} is wanted, and this is of type {kind}: pass the one {which}")
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
        return frame

    def without_text(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return a copy without the columns that repeat the article's own words."""
        return frame.drop(columns=[c for c in frame.columns if c in self.quoting])


def _table(name: str, columns: str, *, quoting: str = "") -> Table:
    """Declare a table: ``columns`` are ``name`` or ``name:type`` words, type text unless told otherwise."""
    types = {"text": TEXT, "count": COUNT, "offset": OFFSET, "number": NUMBER, "flag": FLAG}
    pairs = (c.partition(":") for c in ["article", *columns.split()])
    return Table(name, {c: types[t or "text"] for c, _, t in pairs}, frozenset(quoting.split()))


ARTICLES = _table(
    "articles",
    "path title byline dateline n_characters:count n_words:count n_sentences:count n_paragraphs:count "
    "n_anomalies:count sha256",
    quoting="path title byline dateline",
)
PARAGRAPHS = _table("paragraphs", "paragraph:count part start:count end:count n_words:count")
SENTENCES = _table(
    "sentences", "paragraph:count sentence:count part start:count end:count n_words:count text", quoting="text"
)
ANOMALIES = _table("anomalies", "rule start:count end:count text note", quoting="text note")
COUNTS = _table(
    "counts",
    "scope paragraph:offset sentence:offset n_sentences:count n_words:count n_letters:count n_characters:count "
    "n_syllables:count n_monosyllables:count n_polysyllables:count n_complex:count n_long:count n_unfamiliar:count "
    "n_content:count n_figures:count n_the_of:count n_rare:count n_unlisted:count "
    "n_new_words:count n_late_words:count sum_zipf:number",
)
READABILITY = _table(
    "readability", "scope paragraph:offset sentence:offset measure value:number low:number high:number note"
)
ATTRIBUTIONS = _table(
    "attributions",
    "attribution:count paragraph:count sentence:count source_start:offset source_end:offset source_text "
    "cue_start:offset cue_end:offset cue_text content_start:offset content_end:offset content_spans "
    "source kind anonymity official:flag quote speech:flag rule marker role anonymity_reason n_words:count",
    quoting="source_text cue_text marker role anonymity_reason",
)
SOURCES = _table(
    "sources",
    "source name kind anonymity official:flag role n_attributions:count n_words:count first_sentence:count "
    "anonymity_reason description detail n_quotes:count share:number",
    quoting="role anonymity_reason description",
)
MENTIONS = _table("mentions", "topic term paragraph:count sentence:count start:count end:count")
TOPICS = _table(
    "topics",
    "topic n_mentions:count per_1000_words:number n_sentences:count n_paragraphs:count first_sentence:offset "
    "in_headline:flag dispersion:number in_lead:flag of_paragraphs:count",
)
TOPICS_BY_SOURCE = _table(
    "topics_by_source",
    "topic kind n_sentences:count n_words:count share:number n_mentions:count n_official:count",
)
ERRORS = Table("errors", {"path": TEXT, "error": TEXT, "message": TEXT})

TABLES = {
    t.name: t
    for t in (
        ARTICLES, PARAGRAPHS, SENTENCES, ANOMALIES, COUNTS, READABILITY, ATTRIBUTIONS, SOURCES, MENTIONS, TOPICS,
        TOPICS_BY_SOURCE, ERRORS,
    )
}  # fmt: skip


def cut_per_cent(share: float) -> int:
    """Return a share, 0 to 1, in whole per cent, cut and not rounded: who is above 94.8 of 100 is not above 95."""
    return int(100 * share + 1e-9)


def write_table(frame: pd.DataFrame, path: str | Path) -> Path:
    """Write a table as CSV or Parquet, by the ending of ``path``; the file appears whole or not at all.

    Raises OutputError where the ending is another one or the file cannot be written.
    """
    path = Path(path)
    part = path.with_name(f".{path.name}.part")
    try:
        if path.suffix == ".csv":
            with part.open("wb") as file:
                file.writelines(_to_csv(frame))
        elif path.suffix == ".parquet":
            frame.to_parquet(part, index=False)
        else:
            raise OutputError(f"{path} ends in {path.suffix!r}: name a file that ends in .csv or .parquet")
        part.replace(path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written ({error.strerror}): choose a folder you may write to") from error
    finally:
        part.unlink(missing_ok=True)
    return path


def _to_csv(frame: pd.DataFrame) -> Iterator[pa.Buffer | bytes]:
    """Yield the table as CSV, as pandas writes it, in a fraction of the time: by column, and put together by Arrow."""
    yield ",".join(_quote(pa.array(map(str, frame.columns), pa.large_string())).to_pylist()).encode() + b"\n"
    for start in range(0, len(frame), ROWS_AT_ONCE):
        rows = frame.iloc[start : start + ROWS_AT_ONCE]
        lines = pc.binary_join_element_wise(*(_csv_cells(rows[name]) for name in rows.columns), COMMA)
        yield pc.binary_join(pa.ListArray.from_arrays([0, len(lines)], lines), NEWLINE)[0].as_buffer()
        yield b"\n"


def _csv_cells(column: pd.Series) -> pa.Array:
    """Return the cells of a column as CSV shows them, each different one made once; a missing one is empty."""
    values = pa.array(column.array, from_pandas=True)
    values = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    numbered = values.dictionary_encode()
    write = _write_numbers if pa.types.is_float64(numbered.dictionary.type) else _write_values
    return pc.fill_null(write(numbered.dictionary).take(numbered.indices), NOTHING)


def _write_numbers(numbers: pa.Array) -> pa.Array:
    """Return numbers as Python writes them; Arrow leaves out the ".0" of whole ones, and has other exponents."""
    is_whole = pc.equal(pc.floor(numbers), numbers)
    cells = numbers.cast(pa.large_string())
    cells = pc.if_else(is_whole, pc.binary_join_element_wise(cells, pa.scalar(".0", pa.large_string()), NOTHING), cells)
    size = pc.abs(numbers)
    is_odd = pc.or_(pc.less(size, 0.001), pc.greater(size, 1e6))
    odd = map(str, numbers.filter(is_odd).to_pylist())
    return pc.replace_with_mask(cells, is_odd, pa.array(odd, pa.large_string()))


def _write_values(values: pa.Array) -> pa.Array:
    """Return texts, whole numbers and other things as Python writes them; what CSV could misread in quotation marks."""
    if pa.types.is_integer(values.type) or pa.types.is_string(values.type) or pa.types.is_large_string(values.type):
        return _quote(values.cast(pa.large_string()))
    return _quote(pa.array((None if value is None else str(value) for value in values.to_pylist()), pa.large_string()))


def _quote(texts: pa.Array) -> pa.Array:
    """Return texts as cells: in quotation marks where they hold one, a comma or the end of a line."""
    doubled = pc.replace_substring(texts, '"', '""')
    return pc.if_else(
        pc.match_substring_regex(texts, TO_QUOTE), pc.binary_join_element_wise(QUOTE, doubled, QUOTE, NOTHING), texts
    )


def read_table(path: str | Path) -> pd.DataFrame:
    """Read a table that `write_table` wrote; its name (``sentences.csv``) tells its schema.

    Columns that were left out (``--no-text``) stay out. Raises TableError where the name is no table's or the file
    is not there.
    """
    path = Path(path)
    table = TABLES.get(path.stem)
    if table is None:
        raise TableError(f"{path.name} is none of our tables: they are {', '.join(TABLES)} (.csv or .parquet)")
    if not path.is_file():
        raise TableError(f"there is no table {path}: make it with 'python -m analysis measure PATH --out DIR'")
    if path.suffix == ".parquet":
        return pd.read_parquet(path)
    texts = [c for c, t in table.columns.items() if t == TEXT]
    return pd.read_csv(
        path, dtype=dict(table.columns), encoding="utf-8", keep_default_na=False,
        na_values={c: [""] for c in table.columns if c not in texts}, lineterminator="\n",
    )  # fmt: skip


def read_tables(folder: str | Path) -> dict[str, pd.DataFrame]:
    """Read all tables of a folder; the keys are their names. Raises TableError where there is none."""
    folder = Path(folder)
    paths = (p for p in sorted(folder.glob("*")) if p.stem in TABLES and p.suffix in (".csv", ".parquet"))
    found = {p.stem: read_table(p) for p in paths}
    if not found:
        raise TableError(f"there are no tables in {folder}: make them with 'python -m analysis measure PATH --out DIR'")
    return found
