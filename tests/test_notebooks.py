"""What a notebook must be to stand in the project: executed in order, short, silent, the same on every machine.

nbval runs the notebooks again and compares their outputs, but it takes a notebook without outputs for granted and
never compares pictures: both are asked for here. The pictures in `figures/` are those that the last run has drawn.
"""

import ast
import base64
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import nbformat
import pytest

from analysis.report.execute import read_notebook
from analysis.report.parameters import inject
from one_kernel import execute_together

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LONGEST = 8
MACHINE = re.compile(r"/(?:home|Users|root|tmp|work|private|var/folders)/|[A-Z]:\\\\|site-packages|\.venv|ipykernel_\d")
ADDRESS = re.compile(r"0x[0-9a-fA-F]{6,16}")
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def faults_of(notebook, figures=None):
    """Return every rule that a notebook breaks, with the cell; ``figures`` are the files' digests, by digest."""
    codes = [c for c in notebook.cells if c.cell_type == "code"]
    faults = [f"cell {n}: {fault}" for n, cell in enumerate(codes, 1) for fault in code_faults(cell, n)]
    outputs = [(n, output) for n, cell in enumerate(codes, 1) for output in cell.outputs]
    faults += [f"output of cell {n}: {fault}" for n, output in outputs for fault in output_faults(output, figures)]
    faults += [f"metadata: {fault}" for fault in metadata_faults(notebook)]
    if not any(c.outputs for c in codes):
        faults.append("there are no outputs: run 'make refresh'")
    if sum(is_import_cell(c.source) for c in codes) != 1:
        faults.append("there must be one cell with imports")
    if len([c for c in codes if "parameters" in c.metadata.get("tags", ())]) > 1:
        faults.append("there are two cells of parameters")
    if not notebook.cells or not re.match(r"# .*\?\s*$", notebook.cells[0].source.splitlines()[0]):
        faults.append("it must begin with a question as its title")
    return faults


def code_faults(cell, number):
    source, tree = cell.source, ast.parse(cell.source)
    if cell.execution_count != number:
        yield f"its count is {cell.execution_count}: run 'make refresh'"
    if not source.strip():
        yield "it is empty"
    if len(source.splitlines()) > LONGEST:
        yield f"it has more than {LONGEST} lines"
    if source.rstrip().endswith(";"):
        yield "it ends in ';', which nbval ignores: write '_ ='"
    if any(isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda) for n in ast.walk(tree)):
        yield "a function belongs in src"
    if MACHINE.search(source):
        yield "it names a path of one machine"


def output_faults(output, figures):
    if output.output_type == "error":
        yield f"an error, {output.ename}"
    if output.get("name") == "stderr":
        yield "something on stderr"
    data = output.get("data", {})
    words = output.get("text", "") + "".join(v for k, v in data.items() if k.startswith("text/"))
    if MACHINE.search(words):
        yield "it names a path of one machine"
    if ADDRESS.search(words):
        yield "it shows a memory address"
    if any("widget" in kind for kind in data):
        yield "a widget, which a rendered page cannot show"
    for kind in data:
        if kind.startswith("image/"):
            yield from picture_faults(kind, data, figures)


def picture_faults(kind, data, figures):
    alternative = data.get("text/plain", "").strip()
    if len(alternative) < 20 or alternative.startswith(("<Figure", "Figure(")):
        yield "a picture without its words: use show(fig, alt)"
    if figures is not None and (kind != "image/png" or digest(base64.b64decode(data[kind])) not in figures):
        yield "a picture that is no file in figures: run 'make refresh'"


def metadata_faults(notebook):
    if notebook.metadata != {"kernelspec": KERNEL, "language_info": {"name": "python"}}:
        yield f"{', '.join(notebook.metadata)}: run 'make refresh'"
    for cell in notebook.cells:
        if set(cell.metadata) - {"tags"}:
            yield f"{', '.join(cell.metadata)} in cell {cell.id}"
    if len({c.id for c in notebook.cells}) != len(notebook.cells):
        yield "two cells have one id"


def is_import_cell(source):
    return any(isinstance(n, ast.Import | ast.ImportFrom) for n in ast.walk(ast.parse(source)))


def digest(data):
    return sha256(data).hexdigest()


def figure_files():
    """The pictures that are shipped, by digest."""
    return {digest(p.read_bytes()): p for p in sorted((ROOT / "figures").rglob("*.png"))}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_notebook_keeps_the_rules(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert not faults_of(notebook, figure_files())


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_notebook_is_written_as_refresh_writes_it(path):
    text = path.read_text(encoding="utf-8")
    assert text == nbformat.writes(nbformat.reads(text, as_version=4)) + "\n"


EDITS = {"no edit": None, "an edit": {"terms": ["bus lane*"], "exceptions": ["council backs"]}}


@pytest.fixture(scope="module")
def topics_notebooks(tmp_path_factory):
    """The notebook on topics with a dictionary that is not ours, executed with each of the edits."""
    path = tmp_path_factory.mktemp("topics") / "mine.toml"
    path.write_text('[council]\nterms = ["council*"]\n', encoding="utf-8")
    values = {"ARTICLE": "council-zoning", "TOPICS": str(path), "FIGURES": None}
    notebook = read_notebook(ROOT / "notebooks" / "04_topics.ipynb")
    edited = {name: inject(notebook, {**values, "EDIT": edit}) for name, edit in EDITS.items()}
    execute_together(edited, ROOT / "notebooks")
    return edited


@pytest.mark.parametrize("edit", EDITS)
def test_topics_notebook_takes_any_dictionary(topics_notebooks, edit):
    changes = topics_notebooks[edit].cells[-4].outputs[0]["data"]["text/plain"]
    assert "lost" in changes and ("new" in changes) == bool(EDITS[edit])


def test_all_notebooks_are_there():
    names = ["01_article", "02_readability", "03_sourcing", "04_topics", "05_comparison"]
    assert [p.stem for p in NOTEBOOKS] == names


def test_peoples_own_notebooks_are_no_tests_and_stay_out_of_git(tmp_path):
    for name in ("01_ours.ipynb", "my/01_mine.ipynb", "my/older/trial.ipynb"):
        (tmp_path / "notebooks" / name).parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")]), tmp_path / "notebooks" / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "tests").mkdir()
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60).stdout
    assert [line for line in said.splitlines() if "::" in line] == ["notebooks/01_ours.ipynb::Cell 0"]
    assert "notebooks/my/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


# --- the guards themselves

PIXEL = base64.b64encode(b"\x89PNG").decode()
WORDS = {"text/plain": "Bars: 3 red, 2 blue, 1 green"}
PICTURE = {"output_type": "display_data", "metadata": {}, "data": {"image/png": PIXEL, **WORDS}}


def stream(name, text):
    return {"output_type": "stream", "name": name, "text": text}


def sound():
    """A notebook that keeps every rule."""
    v4 = nbformat.v4
    cells = [
        v4.new_markdown_cell("# How long is it?\n\n**Long.**"),
        v4.new_code_cell("import pandas as pd", execution_count=1),
        v4.new_code_cell("ARTICLE = 'a'", execution_count=2, metadata={"tags": ["parameters"]}),
        v4.new_code_cell("print(3)", execution_count=3, outputs=[nbformat.from_dict(stream("stdout", "3\n"))]),
        v4.new_code_cell("show()", execution_count=4, outputs=[nbformat.from_dict(PICTURE)]),
    ]
    return v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL, "language_info": {"name": "python"}})


FIGURES = {digest(base64.b64decode(PIXEL)): "x.png"}


def test_a_sound_notebook_has_no_faults():
    assert faults_of(sound(), FIGURES) == []


def strip_outputs(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None


def put(cell, **changes):
    """Return a change of one cell."""
    return lambda notebook: notebook.cells[cell].update(changes)


def give(cell, output):
    return lambda notebook: notebook.cells[cell].update(outputs=[nbformat.from_dict(output)])


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (strip_outputs, "there are no outputs"),
        (put(3, execution_count=7), "its count is 7"),
        (put(3, source="\n".join(["x"] * 9)), "more than 8 lines"),
        (put(3, source="ax.plot();"), "ends in ';'"),
        (put(3, source="def f():\n    pass"), "a function belongs in src"),
        (put(3, source="f = lambda: 1"), "a function belongs in src"),
        (put(3, source="import re"), "one cell with imports"),
        (put(1, source="pd"), "one cell with imports"),
        (put(3, source=""), "it is empty"),
        (put(3, source="open('/home/me/x')"), "a path of one machine"),
        (put(3, metadata={"execution": {"iopub.execute_input": "2026"}}), "execution in cell"),
        (put(0, source="# Sourcing"), "a question as its title"),
        (give(3, stream("stderr", "Warning")), "something on stderr"),
        (give(3, stream("stdout", "/tmp/ipykernel_12/3.py")), "a path of one machine"),
        (give(3, stream("stdout", "<object at 0x7fa3c0d2e7d0>")), "a memory address"),
        (give(3, {"output_type": "error", "ename": "KeyError", "evalue": "", "traceback": []}), "an error, KeyError"),
        (give(4, {**PICTURE, "data": {"image/png": PIXEL}}), "without its words"),
        (give(4, {**PICTURE, "data": {"image/png": PIXEL, "text/plain": "<Figure size 640x480 with>"}}), "without its"),
        (give(4, {**PICTURE, "data": {"image/png": "AAAA", **WORDS}}), "no file in figures"),
        (give(4, {**PICTURE, "data": {"application/vnd.jupyter.widget-view+json": {}}}), "a widget"),
        (lambda n: n.metadata.update(widgets={}), "widgets"),
        (lambda n: n.metadata.language_info.update(version="3.11.7"), "language_info"),
    ],
)  # fmt: skip
def test_each_guard_can_fail(spoil, fault):
    notebook = sound()
    spoil(notebook)
    assert any(fault in f for f in faults_of(notebook, FIGURES)), faults_of(notebook, FIGURES)


def test_sanitizer_hides_addresses_and_nothing_else():
    rules = re.findall(r"^regex: *(.*)$", (ROOT / "tests" / "sanitize.cfg").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rules) == 1
    assert re.sub(rules[0], "", "0x7fa3c0d2e7d0 0x12 12.5 2026-11-23 /tmp/x") == " 0x12 12.5 2026-11-23 /tmp/x"
