"""The notebooks run on one article, and what they say on one page."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from tqdm import tqdm

from analysis.report.build import link_between, prepare, read_one
from analysis.report.execute import execute, find_notebooks, read_notebook
from analysis.report.page import render_page
from analysis.report.parameters import check_parameters, inject
from analysis.resources import find_resource
from analysis.topics import find_topics_file, read_topics
from analysis.writing import naming, write_whole

NOTEBOOKS = find_resource("notebooks")


def write_notebooks(
    path: str | Path, *, out: str | Path | None = None, folder: str | Path = "reports",
    figures: str | Path | None = None, parameters: Mapping[str, object] | None = None,
    notebooks: str | Path | None = None, report: str | Path | None = None, progress: bool = False,
) -> Path:  # fmt: skip
    """Run the notebooks on an article and write one HTML page; return where it is.

    ``path`` is a text or HTML file or the id of an article of the catalogue. ``out`` is ``<article>-notebooks.html`` in
    ``folder`` unless told otherwise; ``figures`` is a folder that the notebooks save their pictures in, None for none.
    ``parameters`` set further names of the notebooks' parameters cells; ``notebooks`` is another folder of them;
    ``report`` is the one-page report on the article, to link to. The page appears whole or not at all.

    Raises ArticleError on an article that cannot be read, ParameterError on a name that no notebook has, TopicsError
    on a topics file with a mistake, OutputError
    where the page or the pictures cannot be written, NotebookError where a notebook fails.
    """
    where = Path(notebooks or NOTEBOOKS)
    source, article = read_one(path)
    sources = {p.stem: read_notebook(p) for p in find_notebooks(where)}
    check_parameters(sources.values(), parameters or {})
    given = dict(parameters or {})
    topics = _topics(given)
    target = prepare(Path(out) if out else Path(folder) / f"{article.name}-notebooks.html", source)
    values = {**given, "ARTICLE": str(source.resolve()), "FIGURES": _folder(figures), "TOPICS": topics}
    ready = {name: inject(notebook, values) for name, notebook in sources.items()}
    _run(ready, where, progress=progress)
    back = link_between(target, report) if report else ""
    return write_whole(render_page(ready, title=article.title or article.name, report=back).encode(), target)


def _run(notebooks: Mapping[str, NotebookNode], folder: Path, *, progress: bool) -> None:
    cells = sum(c.cell_type == "code" and bool(c.source.strip()) for n in notebooks.values() for c in n.cells)
    with tqdm(total=cells, unit=" cells", disable=None if progress else True, leave=False) as bar:
        for name, notebook in notebooks.items():
            bar.set_description(name)
            execute(notebook, name=name, folder=folder, on_cell=bar.update)


def _topics(given: Mapping[str, object]) -> str:
    """Return the topics file to use, seen from the caller's folder: the notebooks run in one of their own.

    Raises TopicsError where it has a mistake, before the notebooks run.
    """
    path: Any = given.get("TOPICS")
    read_topics(path)
    return str(Path(path or find_topics_file()).resolve())


def _folder(figures: str | Path | None) -> Path | None:
    """Return the folder for pictures, made if need be, so that a mistake shows before the notebooks run."""
    if figures is None:
        return None
    folder = Path(figures).resolve()
    with naming(figures):
        folder.mkdir(parents=True, exist_ok=True)
    return folder
