"""The rows of corpus files: JSONL, CSV or Parquet with the columns ``article`` and ``text``, read one after another."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.errors import ArticleError

COLUMNS = ("article", "text")
REMEDY = "write one object a line, with the keys article and text"


class Row(NamedTuple):
    """A row: where it stands, in words and for `read_rows` to begin at, and its two cells.

    An empty name, or no text, is the caller's to refuse; ``fault`` says why a row that cannot be read has neither.
    """

    place: str
    at: int
    article: str
    text: str | None
    fault: str = ""


def read_rows(path: Path, at: int = 0) -> Iterator[Row]:
    """Yield the rows of a corpus file, from the first on or from the row that stands ``at`` there.

    A line of JSONL that is not JSON costs no other. Raises ArticleError, at the row, where the file is not what its
    ending says or lacks a column: what comes after cannot be read.
    """
    yield from READERS[path.suffix.lower()](path, at)


def _read_jsonl(path: Path, at: int) -> Iterator[Row]:
    lines = _Lines(path, at)
    here = at
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _parse(line, f"line {number}", here)
        here = lines.at


def _read_csv(path: Path, at: int) -> Iterator[Row]:
    csv.field_size_limit(sys.maxsize)  # the standard limit is 131,072 characters, less than a long text
    lines, line = _Lines(path), 1
    try:
        names = next(csv.reader(lines, strict=True), [])
        _require(names, path)
        lines.seek(at or lines.at)
        here = lines.at
        reader = csv.DictReader(lines, names, strict=True)
        for record in reader:
            line = reader.line_num + 1
            yield _row(f"line {line}", here, record)
            here = lines.at
    except csv.Error as error:
        raise ArticleError(f"{path} is not CSV after line {line} ({error}): save it with quoted cells") from error


def _read_parquet(path: Path, at: int) -> Iterator[Row]:
    try:
        file = pq.ParquetFile(path)
    except pa.ArrowInvalid as error:
        raise ArticleError(f"{path} is not a Parquet file: write it anew, or pass JSONL or CSV") from error
    with file:
        _require(file.schema_arrow.names, path)
        first = 0
        for group in range(file.num_row_groups):
            end = first + file.metadata.row_group(group).num_rows
            if end > at:
                yield from (row for row in _read_group(file, group, first) if row.at >= at)
            first = end


def _read_group(file: pq.ParquetFile, group: int, number: int) -> Iterator[Row]:
    for batch in file.iter_batches(batch_size=200, row_groups=[group], columns=list(COLUMNS)):
        for record in batch.to_pylist():
            yield _row(f"row {number + 1}", number, record)
            number += 1


READERS: dict[str, Callable[[Path, int], Iterator[Row]]] = {
    ".jsonl": _read_jsonl, ".csv": _read_csv, ".parquet": _read_parquet,
}  # fmt: skip


class _Lines:
    """The lines of a UTF-8 file, their ends untouched; ``at`` is the byte at which the next one begins.

    Raises ArticleError where the file is in another encoding.
    """

    def __init__(self, path: Path, at: int = 0) -> None:
        self.path, self.at = path, at
        self.lines = self._read()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        return next(self.lines)

    def seek(self, at: int) -> None:
        """Go on with the line that begins there."""
        self.at, self.lines = at, self._read()

    def _read(self) -> Iterator[str]:
        with self.path.open("rb") as file:
            file.seek(self.at)
            for line in file:
                encoding = "utf-8" if self.at else "utf-8-sig"
                self.at += len(line)
                try:
                    yield line.decode(encoding)
                except UnicodeDecodeError as error:
                    raise ArticleError(f"{self.path} is not UTF-8: save it as UTF-8 and try again") from error


def _row(place: str, at: int, record: dict[str, Any]) -> Row:
    article, text = record.get("article"), record.get("text")
    return Row(place, at, "" if article is None else str(article).strip(), text if isinstance(text, str) else None)


def _parse(line: str, place: str, at: int) -> Row:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return Row(place, at, "", None, f"is not JSON: {REMEDY}")
    if not isinstance(record, dict):
        return Row(place, at, "", None, f"is not a JSON object: {REMEDY}")
    return _row(place, at, record)


def _require(columns: Iterable[str], path: Path) -> None:
    missing = [c for c in COLUMNS if c not in columns]
    if missing:
        raise ArticleError(f"{path} has no column {missing[0]!r}: a corpus file has the columns article and text")
