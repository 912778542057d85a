"""Run notebooks anew, in place (``python -m analysis.report.refresh notebooks``): same results, same bytes."""

import sys
from collections.abc import Iterable
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from tqdm import tqdm

from analysis.errors import AnalysisError
from analysis.report.execute import KERNEL, NotebookError, execute, read_notebook
from analysis.writing import write_whole


def refresh(path: Path) -> bool:
    """Run a notebook in its folder and write it; return whether its bytes changed.

    Nothing is kept that differs from run to run: no times, versions or widgets. Raises NotebookError, and leaves the
    file as it was, where a cell raises.
    """
    before = path.read_bytes() if path.is_file() else b""
    notebook = strip(execute(read_notebook(path), name=path.stem, folder=path.resolve().parent))
    after: bytes = (nbformat.writes(notebook) + "\n").encode()
    if after != before:
        write_whole(after, path)
    return after != before


def strip(notebook: NotebookNode) -> NotebookNode:
    """Return the notebook with the metadata that says something about it and none about the run."""
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": {"name": "python"}})
    for cell in notebook.cells:
        tags = cell.metadata.get("tags")
        cell.metadata = nbformat.from_dict({"tags": tags} if tags else {})
    return notebook


def find(paths: Iterable[str]) -> list[Path]:
    """Return the notebooks named, and those of the folders named, in order. Raises NotebookError on none."""
    found: list[Path] = []
    for path in map(Path, paths):
        inside = sorted(path.glob("*.ipynb")) if path.is_dir() else [path]
        if not inside:
            raise NotebookError(f"there are no notebooks in {path}: name another folder or a notebook")
        found += inside
    return found


def main(arguments: list[str]) -> int:
    """Refresh all notebooks named; 0 if all ran, 1 if one failed (the others are refreshed), 2 on wrong usage."""
    if not arguments or arguments[0].startswith("-"):
        print("usage: python -m analysis.report.refresh NOTEBOOK_OR_FOLDER...", file=sys.stderr)
        return 2
    try:
        notebooks = find(arguments)
    except AnalysisError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return max(_refresh_and_say(path) for path in tqdm(notebooks, unit=" notebooks", disable=None, leave=False))


def _refresh_and_say(path: Path) -> int:
    try:
        changed = refresh(path)
    except AnalysisError as error:
        tqdm.write(f"error: {error}; {path} is as it was", file=sys.stderr)
        return 1
    tqdm.write(f"{path}: {'changed' if changed else 'the same'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
