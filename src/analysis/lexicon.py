"""Word lists as data: CSV files with a provenance column in ``lexicons``, validated when they are read."""

import csv
import re
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

from analysis.errors import LexiconError

LEXICONS = Path(__file__).parent / "lexicons"

Row = dict[str, str]


@cache
def read_lexicon(name: str, key: str, *others: str) -> tuple[Row, ...]:
    """Return the rows of ``lexicons/<name>.csv`` as mappings from column to text.

    The columns ``key``, ``others`` and ``provenance`` must be there; the cell of ``key`` must not be empty, and no
    two rows may agree in ``key`` and ``others``. Raises LexiconError naming file, line and remedy.
    """
    path = LEXICONS / f"{name}.csv"
    if not path.is_file():
        have = ", ".join(sorted(p.stem for p in LEXICONS.glob("*.csv")))
        raise LexiconError(f"there is no word list {name!r}: there are {have}")
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        names = next(reader, [])
        missing = [c for c in (key, *others, "provenance") if c not in names]
        if missing:
            raise LexiconError(f"{path.name} has no column {missing[0]!r}: add it to the first line")
        rows: dict[tuple[str, ...], Row] = {}
        keys = [names.index(c) for c in (key, *others)]
        for row in filter(None, reader):  # a blank line is no row
            cells = tuple([row[at] for at in keys]) if len(row) == len(names) else ()
            if fault := _fault(cells, rows):
                raise LexiconError(f"{path.name}, line {reader.line_num}: {fault}")
            rows[cells] = dict(zip(names, row, strict=True))
    return tuple(rows.values())


def _fault(cells: tuple[str, ...], seen: Collection[tuple[str, ...]]) -> str:
    """Say what is wrong with a row and how to mend it; nothing where it is sound."""
    if not cells:
        return "too many or too few cells; quote cells that hold a comma"
    if not cells[0].strip():
        return "the first cell is empty; fill it or delete the line"
    if cells in seen:
        return f"{cells[0]!r} is there already; delete one of the two"
    return ""


def rows_of(name: str, column: str, **wanted: str) -> list[Row]:
    """Return the rows of a word list whose cells equal ``wanted``."""
    return list(_grouped(name, column, *wanted).get(tuple(wanted.values()), ()))


@cache
def _grouped(name: str, column: str, *by: str) -> dict[tuple[str, ...], list[Row]]:
    """Return the rows of a word list by their cells in some columns, since the longest list has a hundred classes."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in read_lexicon(name, column, *by):
        groups.setdefault(tuple([row[cell] for cell in by]), []).append(row)
    return groups


def words_of(name: str, column: str, **wanted: str) -> frozenset[str]:
    """Return one column of a word list as a set, of the rows whose cells equal ``wanted``."""
    return frozenset(row[column] for row in rows_of(name, column, **wanted))


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of these, longest first; a space matches any white space.

    Raises LexiconError where there is none, since an empty alternative would match everywhere.
    """
    longest_first = sorted({w for w in words if w.strip()}, key=lambda w: (-len(w), w))
    if not longest_first:
        raise LexiconError("a pattern was made of an empty word list: give it at least one word")
    return "(?:" + "|".join(r"\s+".join(map(re.escape, w.split())) for w in longest_first) + ")"
