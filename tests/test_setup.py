"""One list of dependencies: conda's file points at it, the lock pins all of it with hashes and names no index."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
REQUIREMENTS = [Requirement(r) for r in PROJECT["dependencies"]]
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)", re.MULTILINE)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def entries() -> dict[str, tuple[str, str]]:
    """Each pinned package's version and the lines of its entry."""
    starts = [*PIN.finditer(LOCK)]
    ends = [*(m.start() for m in starts[1:]), len(LOCK)]
    return {normal(m["name"]): (m["version"], LOCK[m.start() : end]) for m, end in zip(starts, ends, strict=True)}


@pytest.fixture(scope="module")
def conda():
    return yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


def test_conda_installs_python_and_pip_only(conda):
    names = [re.split(r"[=<>! ]", d)[0] for d in conda["dependencies"] if isinstance(d, str)]
    assert sorted(names) == ["pip", "python"]
    assert conda["channels"] == ["conda-forge"]


def test_conda_takes_everything_else_from_the_project(conda):
    assert [d["pip"] for d in conda["dependencies"] if isinstance(d, dict)] == [["-e ."]]


def test_conda_python_is_one_that_the_project_takes(conda):
    python = next(d for d in conda["dependencies"] if isinstance(d, str) and d.startswith("python"))
    version = re.fullmatch(r"python\s*=\s*=?\s*(\d+\.\d+(?:\.\d+)?)(?:\.\*)?", python)
    assert version, f"{python!r} names no version: write python=3.11"
    assert version[1] in SpecifierSet(PROJECT["requires-python"])


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda r: r.name)
def test_lock_pins_what_the_project_wants(requirement):
    version, _ = entries()[normal(requirement.name)]
    assert version in requirement.specifier, f"{requirement} against {version}: run 'make lock'"


def test_lock_has_hashes_for_all_and_no_index():
    without = [name for name, (_, lines) in entries().items() if "--hash=sha256:" not in lines]
    assert len(entries()) > len(REQUIREMENTS) and not without
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links|--trusted-host|file:", LOCK)


def test_lock_has_no_package_twice_for_one_machine():
    names = [normal(m["name"]) for m in PIN.finditer(LOCK)]
    twice = {n for n in names if names.count(n) > 1}
    lines = [LOCK[m.start() :].splitlines()[0] for m in PIN.finditer(LOCK) if normal(m["name"]) in twice]
    assert all(";" in line for line in lines), "each must say for which machines it is"


def test_no_extras_that_a_user_must_know_of():
    assert "optional-dependencies" not in PROJECT


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
@pytest.mark.parametrize("name", ["cost $5.txt", "$(shell echo run) $$.txt", "a 'b' `c` \"d\".txt"])
def test_make_takes_a_file_name_as_it_is(name):
    command = ["make", "--silent", "--eval", 'said: ; @printf %s "$$ARTICLE"', "said", f"ARTICLE={name}"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout == name
