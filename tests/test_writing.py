"""One way to write a file: whole or not at all, with one error."""

import ast
from pathlib import Path

import pytest

from analysis.errors import OutputError
from analysis.writing import naming, try_to_write, write_whole, written_whole

SRC = Path(__file__).parent.parent / "src" / "analysis"


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "page.html"
    file.write_text("old")
    return file


def test_a_file_is_replaced_and_its_folder_made(path):
    assert write_whole(b"new", path).read_bytes() == b"new"
    deeper = path.parent / "a" / "b" / "c.png"
    assert write_whole(b"new", deeper).read_bytes() == b"new"
    assert [p.name for p in deeper.parent.iterdir()] == ["c.png"]


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt, OSError])
def test_whatever_happens_what_was_there_stays(path, fault):
    with pytest.raises(OutputError if fault is OSError else fault), written_whole(path) as part:
        part.write_text("half")
        raise fault
    assert path.read_text() == "old" and [p.name for p in path.parent.iterdir()] == ["page.html"]


@pytest.mark.parametrize("name", ["page.html/x.csv", "page.html/deeper/x.csv", "x" * 250])
@pytest.mark.parametrize("write", [lambda path: write_whole(b"new", path), try_to_write])
def test_what_cannot_be_written_is_named_with_the_reason(path, write, name):
    with pytest.raises(OutputError, match=r"cannot be written \(.+\): choose a folder you may write to") as error:
        write(path.parent / name)
    assert str(path.parent / name) in str(error.value)


def test_an_error_without_the_systems_words_has_its_own():
    with pytest.raises(OutputError, match=r"out cannot be written \(the disk is full\)"), naming("out"):
        raise OSError("the disk is full")


def test_trying_leaves_nothing_but_the_folder(path):
    assert try_to_write(path) == path and path.read_text() == "old"
    new = try_to_write(path.parent / "a" / "b.html")
    assert new.parent.is_dir() and not list(new.parent.iterdir())


def test_nobody_else_writes_aside():
    others = {p.name: p.read_text("utf-8") for p in SRC.rglob("*.py") if p.name != "writing.py"}
    texts = ((name, n.value) for name, source in others.items() for n in ast.walk(ast.parse(source)) if is_text(n))
    assert not [name for name, text in texts if text.endswith(".part")], "use analysis.writing there"


def is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
