"""Tables whose columns of numbers are set flush right, so that figures stand under figures."""

import re

TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
CELL = re.compile(r"<(t[hd])((?: [^>]*)?)>(.*?)</\1>", re.DOTALL)
NUMBER = re.compile(r"\s*(?:[-–+−]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:e[-+]\d+)? ?%?|[-–—]|NaN|&lt;NA&gt;|nan)?\s*")


def align_numbers(html: str) -> str:
    """Return the HTML of `clean_html` with ``class="n"`` on all cells of each column that holds numbers only.

    A dash, NaN or nothing counts as a number if there is a digit in the column. Tables with merged cells stay.
    """
    return TABLE.sub(lambda table: _align(table[0]), html)


def _align(table: str) -> str:
    rows = [CELL.findall(row) for row in ROW.findall(table)]
    if "colspan" in table or "rowspan" in table or len({len(row) for row in rows}) != 1:
        return table
    body = [[cell for _, _, cell in row] for row in rows if any(tag == "td" for tag, _, _ in row)]
    numeric = {n for n, column in enumerate(zip(*body, strict=True)) if _is_numeric(column)}
    return ROW.sub(lambda row: _mark(row[0], numeric), table)


def _is_numeric(cells: tuple[str, ...]) -> bool:
    return all(map(NUMBER.fullmatch, cells)) and any(re.search(r"\d", cell) for cell in cells)


def _mark(row: str, numeric: set[int]) -> str:
    """Mark the cells of these columns; a cell that has a class already keeps it."""
    columns = iter(range(len(row)))

    def mark(cell: re.Match[str]) -> str:
        if next(columns) not in numeric or "class=" in cell[2]:
            return cell[0]
        return f'<{cell[1]} class="n"{cell[2]}>{cell[3]}</{cell[1]}>'

    return CELL.sub(mark, row)
