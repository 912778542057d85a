"""A folder of results that appears whole or not at all: write aside, then swap, and swap back if that fails."""

import csv
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq
from pyarrow import ArrowInvalid

from analysis.corpus.rows import COLUMNS as CORPUS_COLUMNS
from analysis.errors import OutputError
from analysis.tables import ENDINGS, TABLES
from analysis.writing import naming

AT_ONCE = 1 << 20  # bytes copied together


@dataclass(frozen=True)
class Stage:
    """Where results grow: ``scratch`` for part files, ``new`` for what will stand in the folder."""

    scratch: Path
    new: Path
    old: Path


@contextmanager
def staged(folder: Path) -> Iterator[Stage]:
    """Give a hidden folder inside ``folder`` to work in; at the end, what is in ``new`` replaces what was there.

    Any exception leaves the folder as it was; one that was made here is removed. Raises OutputError where the folder
    cannot be written.
    """
    with naming(folder), _made(folder):
        _refuse_foreign(folder)
        with tempfile.TemporaryDirectory(prefix=".part-", dir=folder, ignore_cleanup_errors=True) as base:
            stage = Stage(*(Path(base, name) for name in ("scratch", "new", "old")))
            for place in (stage.scratch, stage.new, stage.old):
                place.mkdir()
            yield stage
            _swap(stage, folder)


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make the folder; one that was made here and is empty in the end, since all failed, is removed."""
    was_there = folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    finally:
        if not was_there and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _refuse_foreign(folder: Path) -> None:
    """Raise OutputError where a file that is none of our tables has the name of one: it would be replaced."""
    for table in TABLES.values():
        for ending in ENDINGS:
            file = folder / f"{table.name}{ending}"
            if file.exists() and not _is_ours(file, list(table.columns)):
                raise OutputError(
                    f"{file} is not a table of ours and would be replaced: choose another folder for --out"
                )


def _is_ours(file: Path, columns: list[str]) -> bool:
    """Tell whether the file's header names our columns and nothing else, and more of them than a corpus has."""
    try:
        if file.suffix == ".parquet":
            header = pq.read_schema(file).names
        else:
            with file.open(encoding="utf-8", newline="") as lines:
                header = next(csv.reader(lines), [])
    except (UnicodeDecodeError, csv.Error, ArrowInvalid):
        return False
    return header[:1] == columns[:1] and set(header) <= set(columns) and not set(header) <= set(CORPUS_COLUMNS)


def join_parts(stage: Stage, format: str) -> None:
    """Join the part files of each table, in order, and move the extracted texts beside them."""
    parts = sorted((stage.scratch / "parts").iterdir())
    join = _join_csv if format == "csv" else _join_parquet
    for name in TABLES:
        join([part / f"{name}.{format}" for part in parts], stage.new / f"{name}.{format}")
    if (stage.scratch / "texts").exists():
        (stage.scratch / "texts").replace(stage.new / "texts")


def _join_csv(parts: list[Path], whole: Path) -> None:
    """Copy the bytes, keeping the first header only; no header holds a line break."""
    with whole.open("wb") as out:
        for number, part in enumerate(parts):
            with part.open("rb") as file:
                header = file.readline()
                if number == 0:
                    out.write(header)
                shutil.copyfileobj(file, out, AT_ONCE)


def _join_parquet(parts: list[Path], whole: Path) -> None:
    with pq.ParquetWriter(whole, pq.read_schema(parts[0])) as out:
        for part in parts:
            out.write_table(pq.read_table(part))


def _swap(stage: Stage, folder: Path) -> None:
    """Put old tables aside and new files in place; on any failure put everything back."""
    new = sorted(p.relative_to(stage.new) for p in stage.new.rglob("*") if p.is_file())
    stale = {Path(f"{name}{ending}") for name in TABLES for ending in ENDINGS}
    moved: list[tuple[Path, Path]] = []
    try:
        for file in sorted(stale.union(new)):
            if (folder / file).exists():
                _move(folder / file, stage.old / file, moved)
        for file in new:
            _move(stage.new / file, folder / file, moved)
    except BaseException:  # Ctrl-C as well
        for source, target in reversed(moved):
            target.replace(source)
        raise


def _move(source: Path, target: Path, moved: list[tuple[Path, Path]]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
    moved.append((source, target))
