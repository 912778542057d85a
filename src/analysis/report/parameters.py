"""What a notebook can be told: the names of its cell tagged ``parameters``, and a cell that sets some of them."""

import ast
from collections.abc import Iterable, Mapping
from pathlib import Path

from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_code_cell

from analysis.errors import ParameterError

TAG = "parameters"
GIVEN = ("ARTICLE", "FIGURES")  # set from PATH and --figures


def list_parameters(notebook: NotebookNode) -> list[str]:
    """Return the names that the notebook's parameters cell sets, in order; none where it has no such cell."""
    names: list[str] = []
    for cell in notebook.cells:
        if _is_parameters(cell):
            for node in ast.parse(cell.source).body:
                targets = [*getattr(node, "targets", ()), getattr(node, "target", None)]
                names += [t.id for t in targets if isinstance(t, ast.Name)]
    return names


def check_parameters(notebooks: Iterable[NotebookNode], given: Iterable[str]) -> None:
    """Raise ParameterError on the first given name that no notebook has or that is set in another way."""
    known = dict.fromkeys(name for notebook in notebooks for name in list_parameters(notebook))
    free = [name for name in known if name not in GIVEN]
    for name in given:
        if name in GIVEN:
            raise ParameterError(f"{name} is not set with -p: the article is PATH, the folder of pictures --figures")
        if name not in free:
            have = ", ".join(free) or "none beside the article (PATH) and the folder for pictures (--figures)"
            raise ParameterError(f"there is no parameter {name!r}: the notebooks have {have}")


def inject(notebook: NotebookNode, values: Mapping[str, object]) -> NotebookNode:
    """Return a copy with a cell after the parameters cell that sets those values which the notebook knows."""
    known = list_parameters(notebook)
    lines = [f"{name} = {_literal(value)}" for name, value in values.items() if name in known]
    cells = []
    for cell in notebook.cells:
        cells.append(cell)
        if _is_parameters(cell) and lines:
            cells.append(new_code_cell("\n".join(lines), metadata={"tags": ["injected-parameters"]}))
    injected: NotebookNode = from_dict({**notebook, "cells": cells})
    return injected


def parse_value(text: str) -> object:
    """Return what a command line's ``value`` stands for: a Python literal where it is one, else the text itself."""
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return text


def _is_parameters(cell: NotebookNode) -> bool:
    return cell.cell_type == "code" and TAG in cell.metadata.get("tags", ())


def _literal(value: object) -> str:
    """Write a value as code; only `repr` stands between a file's name and the interpreter."""
    return f"__import__('pathlib').Path({str(value)!r})" if isinstance(value, Path) else repr(value)
