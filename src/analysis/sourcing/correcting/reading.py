"""Corrections as people keep them: a CSV file, or a table, and what may stand in its cells."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from analysis.errors import CorrectionsError, ask_for
from analysis.sourcing.judgement.sectors import SECTORS
from analysis.tables import CORRECTIONS, rows_of
from analysis.tables.schemas import KINDS

ACTIONS = ("keep", "drop", "set", "add")
OFFICIAL_SECTORS = ("government", "politics", "expert")
"""The worlds that have officials."""
NEEDED = ("article", "action")
WHOLE = re.compile(r"(\d+)(?:\.0*)?")
"""An offset; spreadsheets may write it with a decimal point."""


class Correction(NamedTuple):
    """A row of the table, under the label that it has there; a cell that says nothing is empty, an offset None."""

    row: str
    article: str
    start: int | None
    end: int | None
    text: str
    action: str
    source: str
    kind: str
    official: str
    sector: str
    note: str


def read_corrections(path: str | Path) -> pd.DataFrame:
    """Read a file of corrections: a table ``corrections``, its rows numbered as a spreadsheet does (the head is 1).

    The file is CSV (commas or semicolons) in UTF-8 with the columns article, start, end, text, action, source, kind,
    official, sector and note, of which article and action must be there. ``start`` and ``end`` (offsets, as in
    ``attributions``) or ``text`` (words of the article) find the statement. ``action`` is

    - keep: the statement is right as it was found;
    - drop: it is none;
    - set: it has another ``source``, ``kind``, ``official`` (true, false) or ``sector``; an empty cell leaves what was
      found. Kind, official and sector are the source's, so all its statements in the article take them;
    - add: a statement that was not found: what is said stands at the place or is the text;
    - empty: nobody has looked at it yet.

    Raises CorrectionsError, naming file, row and remedy, where there is no such file, it is not UTF-8 or no CSV, a
    column is missing or unknown, or a cell holds what it may not.
    """
    ask_for(path, (str, Path), "the path of a file of corrections", "give its name as text", error=CorrectionsError)
    path = Path(path)
    try:
        table = _parse(_decode(path))
        check_corrections(table)
    except CorrectionsError as error:
        raise CorrectionsError(f"{path.name}: {error}") from None
    return table


def check_corrections(corrections: pd.DataFrame) -> list[Correction]:
    """Return the rows of a table of corrections. Raises TableError on another table, CorrectionsError on a bad cell."""
    CORRECTIONS.check(corrections)
    labels = map(str, corrections.index)
    found = [Correction(label, *cells) for label, cells in zip(labels, _cells(corrections), strict=True)]
    for one in found:
        for is_wrong, say in FAULTS:
            if is_wrong(one):
                raise CorrectionsError(f"row {one.row} {say(one)}")
    return found


def sectors_told(corrections: pd.DataFrame) -> dict[tuple[str, str], str]:
    """Return the sectors that corrections set, by article and source, this one in small letters."""
    rows = check_corrections(corrections)
    return {(r.article, r.source.lower()): r.sector for r in rows if r.sector and r.action in ("set", "add")}


def say_unmet(corrections: pd.DataFrame, articles: Iterable[str]) -> list[str]:
    """Say, in a sentence or none, that corrections are there and all of them are on other articles than these."""
    known = list(dict.fromkeys(articles))
    named = list(dict.fromkeys(corrections["article"]))
    if not named or not known or {*named} & {*known}:
        return []
    return [f"no correction is on {_few(known)}: they are on {_few(named)}; the column 'article' holds the file's stem"]


def _few(names: list[str]) -> str:
    """Return the first names of a long list."""
    return ", ".join(names[:3]) + (f" and {len(names) - 3:,} more" if len(names) > 3 else "")


def _cells(corrections: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    for article, start, end, *texts in rows_of(corrections, *CORRECTIONS.columns):
        yield article, _offset(start), _offset(end), *("" if pd.isna(text) else text.strip() for text in texts)


def _offset(cell: Any) -> int | None:
    return None if pd.isna(cell) else int(cell)


def _no_place(one: Correction) -> bool:
    return (one.start, one.end, one.text) == (None, None, "")


def _half_place(one: Correction) -> bool:
    return (one.start is None) != (one.end is None)


def _upside_down(one: Correction) -> bool:
    return one.start is not None and one.end is not None and not 0 <= one.start < one.end


def _contradicts(one: Correction) -> bool:
    return one.official == "true" and one.sector not in ("", *OFFICIAL_SECTORS)


def _is_empty_set(one: Correction) -> bool:
    return one.action == "set" and not any((one.source, one.kind, one.official, one.sector))


def _is_nobody(one: Correction) -> bool:
    return one.kind == "unattributed" and any((one.source, one.official == "true", one.sector))


def _lacks_source(one: Correction) -> bool:
    return one.action == "add" and one.kind != "unattributed" and not one.source


def _lacks_kind(one: Correction) -> bool:
    return one.action == "add" and not one.kind


def _lacks_owner(one: Correction) -> bool:
    return one.action != "" and one.sector != "" and not one.source


def _one_of(column: str, allowed: tuple[str, ...]) -> tuple[Callable[[Correction], bool], Callable[[Correction], str]]:
    """Return the fault of a cell that is neither empty nor one of these."""
    return (
        lambda one: getattr(one, column) not in ("", *allowed),
        lambda one: f"has the {column} {getattr(one, column)!r}: allowed are {', '.join(allowed)}, or an empty cell",
    )


FAULTS: tuple[tuple[Callable[[Correction], bool], Callable[[Correction], str]], ...] = (
    (lambda one: not one.article, lambda _: "names no article: fill the column 'article' with its id"),
    _one_of("action", ACTIONS),
    _one_of("kind", KINDS),
    _one_of("official", ("true", "false")),
    _one_of("sector", SECTORS),
    (_no_place, lambda _: "has no place: fill start and end, or text"),
    (_half_place, lambda _: "has one of start and end: fill both, or neither and text"),
    (_upside_down, lambda one: f"runs from {one.start} to {one.end}: the start is 0 or more, the end above it"),
    (_contradicts, lambda one: f"has an official of {one.sector}: allowed are {', '.join(OFFICIAL_SECTORS)}"),
    (_is_empty_set, lambda _: "sets nothing: fill source, kind, official or sector, or write keep"),
    (_is_nobody, lambda _: "gives a source to what is unattributed: empty source, official and sector"),
    (_lacks_kind, lambda _: f"adds a statement without a kind: fill in {', '.join(KINDS)}"),
    (_lacks_source, lambda _: "adds a statement without a source: name it, or write unattributed as its kind"),
    (_lacks_owner, lambda _: "has a sector and no source: name in 'source' whose it is"),
)  # fmt: skip
"""What may be wrong with a row, and how that is said; the first that fits is told."""


# ------------------------------------------------------------------- the file
def _decode(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CorrectionsError("this is not UTF-8: save it as CSV in UTF-8") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CorrectionsError(f"the file cannot be read ({reason}): name one that exists") from error


def _parse(text: str) -> pd.DataFrame:
    try:
        head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    except ValueError:
        raise CorrectionsError(f"the file is empty: its first line names the columns {_columns()}") from None
    except csv.Error as error:
        raise CorrectionsError(f"this is no CSV ({error}): save it anew as CSV") from error
    head = [name.strip().lower() for name in head]
    _check_head(head)
    filled = {number: cells for number, cells in enumerate(rows, 2) if any(map(str.strip, cells))}
    table = CORRECTIONS.frame(_row(head, number, cells) for number, cells in filled.items())
    return table.set_axis(pd.Index(list(filled), dtype="int64", name="row"))


def _delimiter(text: str) -> str:
    """Return what separates the cells: spreadsheets write semicolons where the comma is the decimal sign."""
    first = text.partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","


def _check_head(head: list[str]) -> None:
    """Raise CorrectionsError where a column is missing, unknown, or there twice."""
    for name in NEEDED:
        if name not in head:
            raise CorrectionsError(f"there is no column {name!r}: the first line names the columns {_columns()}")
    if "text" not in head and not {"start", "end"} <= {*head}:
        raise CorrectionsError("there are no columns for the place: add 'start' and 'end', or 'text'")
    for name in head:
        if name not in CORRECTIONS.columns or head.count(name) > 1:
            what = "there twice" if name in CORRECTIONS.columns else "unknown"
            raise CorrectionsError(f"the column {name!r} is {what}: the columns are {_columns()}")


def _columns() -> str:
    return ", ".join(CORRECTIONS.columns)


def _row(head: list[str], number: int, cells: list[str]) -> tuple[Any, ...]:
    if len(cells) != len(head):
        raise CorrectionsError(f"row {number} has {len(cells)} cells, the head {len(head)}: quote cells with a comma")
    row: dict[str, Any] = dict.fromkeys(CORRECTIONS.columns, "")
    row |= zip(head, map(str.strip, cells), strict=True)
    row |= {name: row[name].lower() for name in ("action", "kind", "official", "sector")}
    row |= {name: _read_offset(name, number, row[name]) for name in ("start", "end")}
    return tuple(row.values())


def _read_offset(name: str, number: int, cell: str) -> int | None:
    if not cell:
        return None
    if not (found := WHOLE.fullmatch(cell)) or len(found[1]) > 15:
        raise CorrectionsError(f"row {number} has the {name} {cell!r}: it is a whole number of characters, or empty")
    return int(found[1])
