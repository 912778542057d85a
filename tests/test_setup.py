"""What a stranger needs: one list of dependencies, a lock of all of it with hashes, and files that agree about us."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, GROUPS = SETTINGS["project"], SETTINGS["dependency-groups"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
REQUIREMENTS = [Requirement(r) for r in PROJECT["dependencies"]]
TOOLS = [Requirement(r) for group in GROUPS.values() for r in group if isinstance(r, str)]
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


def test_conda_takes_everything_else_from_the_project_and_brings_what_runs_notebooks_as_tests(conda):
    (needed,) = [d["pip"] for d in conda["dependencies"] if isinstance(d, dict)]
    assert needed == ["-e .", *(str(t) for t in GROUPS["test"] if t.startswith(("pytest", "nbval")))]


def test_conda_python_is_one_that_the_project_takes(conda):
    python = next(d for d in conda["dependencies"] if isinstance(d, str) and d.startswith("python"))
    version = re.fullmatch(r"python\s*=\s*=?\s*(\d+\.\d+(?:\.\d+)?)(?:\.\*)?", python)
    assert version, f"{python!r} names no version: write python=3.11"
    assert version[1] in SpecifierSet(PROJECT["requires-python"])


def test_the_developers_group_has_all_the_others():
    assert {group["include-group"] for group in GROUPS["dev"]} == set(GROUPS) - {"dev"}


def test_what_developers_need_no_user_must_have():
    assert not {r.name for r in REQUIREMENTS} & {r.name for r in TOOLS}


def test_what_builds_the_package_is_locked():
    assert SETTINGS["build-system"]["requires"] == GROUPS["build"]


def imported(folder):
    """The packages that the modules of a folder import, anywhere in them, but for the standard library and our own."""
    nodes = [n for p in (ROOT / folder).rglob("*.py") for n in ast.walk(ast.parse(p.read_text(encoding="utf-8")))]
    names = {n.module for n in nodes if isinstance(n, ast.ImportFrom) and not n.level}
    names |= {alias.name for n in nodes if isinstance(n, ast.Import) for alias in n.names}
    ours = {"analysis", *(p.stem for p in (ROOT / folder).rglob("*.py"))}
    return {name.split(".")[0] for name in names} - sys.stdlib_module_names - ours


@pytest.fixture(scope="module")
def packages():
    """The packages that are installed, by the modules they have: all their files are gone through for that."""
    return packages_distributions()


@pytest.mark.parametrize(("folder", "asked"), [("src", REQUIREMENTS), ("tests", REQUIREMENTS + TOOLS)])
def test_what_is_imported_is_asked_for(packages, folder, asked):
    names = {normal(r.name) for r in asked}
    assert [m for m in sorted(imported(folder)) if not {*map(normal, packages.get(m, ()))} & names] == []


@pytest.mark.parametrize("requirement", REQUIREMENTS + TOOLS, ids=lambda r: r.name)
def test_lock_pins_what_the_project_wants(requirement):
    version, _ = entries()[normal(requirement.name)]
    assert version in requirement.specifier, f"{requirement} against {version}: run 'make lock'"


def test_lock_has_hashes_for_all_and_no_index():
    without = [name for name, (_, lines) in entries().items() if "--hash=sha256:" not in lines]
    assert len(entries()) > len(REQUIREMENTS + TOOLS) and not without
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links|--trusted-host|file:", LOCK)


def test_lock_has_no_package_twice_for_one_machine():
    names = [normal(m["name"]) for m in PIN.finditer(LOCK)]
    twice = {n for n in names if names.count(n) > 1}
    lines = [LOCK[m.start() :].splitlines()[0] for m in PIN.finditer(LOCK) if normal(m["name"]) in twice]
    assert all(";" in line for line in lines), "each must say for which machines it is"


def test_no_extras_that_a_user_must_know_of():
    assert "optional-dependencies" not in PROJECT


def read_yaml(path):
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def test_the_citation_is_of_this_version():
    citation = read_yaml("CITATION.cff")
    assert (str(citation["version"]), citation["license"]) == (PROJECT["version"], PROJECT["license"])
    assert citation["authors"] == PROJECT["authors"] and citation["keywords"] == PROJECT["keywords"]
    assert f"## {PROJECT['version']}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_it_is_tested_on_the_oldest_python_that_it_takes():
    versions = read_yaml(".github/workflows/test.yml")["jobs"]["test"]["strategy"]["matrix"]["python"]
    assert versions == ["3.11", "3.12", "3.13", "3.14"]
    assert all(version in SpecifierSet(PROJECT["requires-python"]) for version in versions)
    assert "3.10" not in SpecifierSet(PROJECT["requires-python"])


def test_the_commands_without_make_are_those_that_are_tried():
    shown = re.search(r"Without make:\n\n```\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    steps = read_yaml(".github/workflows/test.yml")["jobs"]["without-make"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == shown[1].splitlines()


@pytest.mark.parametrize("job", ["build", "publish"])
def test_only_the_job_that_publishes_may_sign(job):
    release = read_yaml(".github/workflows/release.yml")
    assert release["permissions"] == {"contents": "read"}
    assert ("id-token" in release["jobs"][job].get("permissions", {})) == (job == "publish")


def test_ruff_before_a_commit_is_that_of_the_lock():
    (repo,) = read_yaml(".pre-commit-config.yaml")["repos"]
    assert repo["repo"] == "local"
    assert [hook["entry"].split()[:2] for hook in repo["hooks"]] == [
        [".venv/bin/ruff", "check"],
        [".venv/bin/ruff", "format"],
    ]


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
@pytest.mark.parametrize("name", ["cost $5.txt", "$(shell echo run) $$.txt", "a 'b' `c` \"d\".txt"])
def test_make_takes_a_file_name_as_it_is(name):
    command = ["make", "--silent", "--eval", 'said: ; @printf %s "$$ARTICLE"', "said", f"ARTICLE={name}"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout == name
