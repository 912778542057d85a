"""Several notebooks in one kernel: to start it, and to import all again, takes longer than most of what they do."""

from collections.abc import Mapping
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_notebook

from analysis.report.execute import execute


def execute_together(notebooks: Mapping[str, NotebookNode], folder: Path) -> None:
    """Run the notebooks one after another; each of them has its outputs afterwards."""
    cells = [cell for notebook in notebooks.values() for cell in notebook.cells]
    for number, cell in enumerate(cells):
        cell.id = str(number)  # two notebooks may have the same
    execute(new_notebook(cells=cells), name=", ".join(notebooks), folder=folder)
