"""Run a notebook in a kernel of this Python and return it with its outputs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from analysis.errors import AnalysisError

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
TIMEOUT = 600


class NotebookError(AnalysisError):
    """A notebook that cannot be found, read or run to its end."""


class _Client(NotebookClient):
    """A client whose kernel runs in this Python, whatever kernels the user has installed under its name."""

    def create_kernel_manager(self) -> AsyncKernelManager:
        # ipykernel warns about its TCP connection on stderr unless it may encrypt it.
        self.km = AsyncKernelManager(
            kernel_name="python3", kernel_spec_manager=KernelSpecManager(kernel_dirs=[]), transport_encryption="auto"
        )
        return self.km


def find_notebooks(folder: Path) -> list[Path]:
    """Return the numbered notebooks of a folder (``01_article.ipynb``), in order. Raises NotebookError on none."""
    found = sorted(folder.glob("[0-9][0-9]_*.ipynb"))
    if not found:
        raise NotebookError(f"there are no notebooks in {folder}: name another, or install the package anew")
    return found


def read_notebook(path: Path) -> NotebookNode:
    """Return a notebook. Raises NotebookError where the file is none."""
    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)
    except FileNotFoundError:
        raise NotebookError(f"there is no notebook {path}: name a notebook or a folder of them") from None
    except Exception as error:  # nbformat raises its own, JSON's and Unicode's errors
        raise NotebookError(f"{path} is not a notebook ({type(error).__name__}): restore it with git") from error
    return notebook


def execute(
    notebook: NotebookNode, *, name: str, folder: Path, on_cell: Callable[[], Any] | None = None, timeout: int = TIMEOUT
) -> NotebookNode:
    """Run all cells in order with ``folder`` as the working directory; the notebook is changed and returned.

    ``on_cell`` is called after each code cell. Raises NotebookError, naming notebook and cell, where a cell raises or
    takes more than ``timeout`` seconds; the cells before it keep their new outputs.
    """
    done = 0

    def count(**_: Any) -> None:
        nonlocal done
        done += 1
        if on_cell:
            on_cell()

    client = _Client(
        notebook, timeout=timeout, record_timing=False, coalesce_streams=True, on_cell_executed=count,
        resources={"metadata": {"path": str(folder)}},
    )  # fmt: skip
    try:
        return client.execute()
    except CellExecutionError as error:
        raise NotebookError(f"{name} stops at its code cell {done}: {error.ename}: {error.evalue}") from error
    except CellTimeoutError as error:
        reason = f"took more than {timeout} seconds for its code cell {done + 1}: try a shorter article"
        raise NotebookError(f"{name} {reason}") from error
    except DeadKernelError as error:
        reason = f"ended at its code cell {done + 1}: its process was killed, perhaps for lack of memory"
        raise NotebookError(f"{name} {reason}") from error
