"""All tables: their schemas, declared once and on one page, and the files they are written to and read from."""

from analysis.tables.files import ENDINGS, read_table, read_tables, write_table
from analysis.tables.schemas import *  # noqa: F403 - every schema, by its name
from analysis.tables.schemas import TABLES
from analysis.tables.table import Table, rows_of

__all__ = ["ENDINGS", "TABLES", "Table", "read_table", "read_tables", "rows_of", "write_table"]
