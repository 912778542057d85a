"""Word lists as data: CSV files with a provenance column in ``lexicons``, validated when they are read."""

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from analysis.errors import LexiconError

LEXICONS = Path(__file__).parent / "lexicons"

Row = dict[str, str]


@cache
def read_lexicon(name: str, *columns: str) -> tuple[Row, ...]:
    """Return the rows of ``lexicons/<name>.csv`` as mappings from column to text.

    ``columns`` must be there, and ``provenance`` always; they are the key of a row: their combination must not be
    repeated, nor the first of them be empty. Raises LexiconError naming file, line and remedy.
    """
    path = LEXICONS / f"{name}.csv"
    if not path.is_file():
        have = ", ".join(sorted(p.stem for p in LEXICONS.glob("*.csv")))
        raise LexiconError(f"there is no word list {name!r}: there are {have}")
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        missing = [c for c in (*columns, "provenance") if c not in (reader.fieldnames or ())]
        if missing:
            raise LexiconError(f"{path.name} has no column {missing[0]!r}: add it to the first line")
        rows: list[Row] = []
        seen: set[tuple[str, ...]] = set()
        for row in reader:
            if None in row or None in row.values():
                raise LexiconError(f"{path.name}, line {reader.line_num}: too many or too few cells; quote cells with commas")
            key = tuple(row[c] for c in columns)
            if not key or not key[0].strip():
                raise LexiconError(f"{path.name}, line {reader.line_num}: the first cell is empty; fill it or delete the line")
            if key in seen:
                raise LexiconError(f"{path.name}, line {reader.line_num}: {key[0]!r} is there already; delete one of the two")
            seen.add(key)
            rows.append(row)
    return tuple(rows)


def words_of(name: str, column: str, **wanted: str) -> frozenset[str]:
    """Return one column of a word list as a set, of the rows whose cells equal ``wanted``."""
    return frozenset(r[column] for r in read_lexicon(name, column, *wanted) if all(r[k] == v for k, v in wanted.items()))


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of these, longest first; a space matches any white space.

    Raises LexiconError where there is none, since an empty alternative would match everywhere.
    """
    escaped = [r"\s+".join(map(re.escape, w.split())) for w in sorted(set(words), key=lambda w: (-len(w), w)) if w.strip()]
    if not escaped:
        raise LexiconError("a pattern was made of an empty word list: give it at least one word")
    return f"(?:{'|'.join(escaped)})"
