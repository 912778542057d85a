"""Tables laid out for reading: figures stand under figures, long texts have room, long headers may break."""

import re

TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
CELL = re.compile(r"<(t[hd])((?: [^>]*)?)>(.*?)</\1>", re.DOTALL)
NUMBER = re.compile(
    r"\s*(?:(?:under |over )?[-–+−]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:e[-+]\d+)? ?%?|[-–—]|NaN|&lt;NA&gt;|nan)?\s*"
)
LONG = 60  # characters, from which on a cell's text needs room


def lay_out_tables(html: str) -> str:
    """Return the HTML of `clean_html` with classes on the cells of its tables, and headers that may break.

    ``n`` marks the columns that hold numbers only (a dash, NaN or nothing counts as one if there is a digit in the
    column), ``w`` those with a long text. Tables with merged cells stay as they are.
    """
    return TABLE.sub(lambda table: _lay_out(table[0]), html)


def _lay_out(table: str) -> str:
    rows = [CELL.findall(row) for row in ROW.findall(table)]
    if "colspan" in table or "rowspan" in table or len({len(row) for row in rows}) != 1:
        return table
    body = [[cell for _, _, cell in row] for row in rows if any(tag == "td" for tag, _, _ in row)]
    classes = [_class_of(column) for column in zip(*body, strict=True)] or [""] * len(rows[0])
    return ROW.sub(lambda row: _mark(row[0], classes), table)


def _class_of(cells: tuple[str, ...]) -> str:
    if all(map(NUMBER.fullmatch, cells)) and any(re.search(r"\d", cell) for cell in cells):
        return "n"
    return "w" if max(map(len, cells)) > LONG else ""


def _mark(row: str, classes: list[str]) -> str:
    """Write the classes into the cells of a row; a cell that has one already keeps it."""
    columns = iter(classes)

    def mark(cell: re.Match[str]) -> str:
        tag, attributes, inner = cell.groups()
        name = next(columns)
        if name and "class=" not in attributes:
            attributes = f' class="{name}"{attributes}'
        if tag == "th" and "<" not in inner:
            inner = inner.replace("_", "_<wbr>")
        return f"<{tag}{attributes}>{inner}</{tag}>"

    return CELL.sub(mark, row)
