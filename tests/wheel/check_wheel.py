"""Use a built wheel as a stranger would: in an environment of its own, from a folder that knows nothing of us.

    python tests/wheel/check_wheel.py dist/*.whl [--download]

The environment has the wheel and what it asks for, and no more. Packages are lent by the environment that runs this
(as links, so without a network), or fetched by pip with --download. Wants from the wheel what the checkout gives: the
same answers and tables, to the byte, and the same page but for the pixels of its pictures. Prints a line a check; exit
status 0 is good, 1 is not. pytest does not collect this file.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from importlib.metadata import Distribution, distribution
from pathlib import Path
from zipfile import ZipFile

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
USE = Path(__file__).with_name("use_package.py")
COMMAND = "who-says-so"
PIXELS = re.compile(rb"base64,[A-Za-z0-9+/=]+")
# Of the developers' group, what no package that a user needs brings along.
TOOLS = ("pytest", "nbval", "hypothesis", "playwright", "ruff", "mypy", "pre_commit", "pdoc", "hatchling")
STORY = """Ferry stays in port

The ferry will stay in port until Friday, the harbour office said on Monday.

"We found a crack in the hull," said Ann Archer, who runs the line. Two officials, who asked not to be named because \
the inspection is not over, said that the crack was known for a year.
"""
TOPICS = '[ferry]\nlabel = "The ferry"\nterms = ["ferry", "hull"]\n'


@dataclass(frozen=True)
class Place:
    """A Python to run, and the folder to run it in."""

    python: Path
    folder: Path

    def run(self, *words: str | Path) -> str:
        """Return what a command prints. Raises Fault where it fails or says anything on stderr."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "JUPYTER", "VIRTUAL_ENV"))}
        done = subprocess.run(
            list(map(str, words)), cwd=self.folder, env={**kept, "HOME": str(self.folder.parent)},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode or done.stderr:
            raise Fault(f"{' '.join(map(str, words))}: status {done.returncode}: {done.stderr.strip()[-500:]}")
        return done.stdout

    @property
    def command(self) -> Path:
        """Return the console command."""
        return self.python.with_name(COMMAND)


class Fault(Exception):  # noqa: N818
    """Something that the wheel does not do as it should."""


def main() -> int:
    """Check the wheel that is named; return the exit status."""
    parser = argparse.ArgumentParser(description="Use a built wheel in an environment of its own.")
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--download", action="store_true", help="let pip fetch the packages instead of lending ours")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="wheel-") as work:
        python = install(options.wheel.resolve(), Path(work, "venv"), download=options.download)
        here, there = (Place(p, Path(work, name)) for p, name in ((Path(sys.executable), "here"), (python, "there")))
        for place in (here, there):
            place.folder.mkdir()
            (place.folder / "ferry.txt").write_text(STORY, encoding="utf-8")
        faults = [judge(check, options.wheel) for check in (carries_what_it_should, asks_for_no_tools)]
        faults += [judge(check, here, there) for check in USES]
    return int(any(faults))


def judge(check: Callable[..., str], *given: object) -> bool:
    """Run a check, print what came of it, and return whether it failed."""
    name = check.__name__.replace("_", " ")
    try:
        print(f"{name}: ok, {check(*given)}", flush=True)
    except Fault as fault:
        print(f"{name}: FAILED: {fault}", flush=True)
        return True
    return False


# --- an environment with what the wheel asks for


def install(wheel: Path, folder: Path, *, download: bool) -> Path:
    """Make an environment with the wheel and what it needs; return its Python."""
    venv.create(folder, symlinks=os.name != "nt")
    python = next(p for p in (folder / "bin" / "python", folder / "Scripts" / "python.exe") if p.exists())
    if not download:
        site = subprocess.check_output(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
        )
        for package in needed(requirements_of(wheel)):
            lend(package, Path(site.strip()))
    offline = () if download else ("--no-index", "--no-deps")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python, "install", "--quiet")
    subprocess.run([*pip, *offline, wheel], check=True)
    return python


def requirements_of(wheel: Path) -> list[Requirement]:
    """Return what the wheel says it needs."""
    with ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        return [Requirement(r) for r in message_from_bytes(archive.read(name)).get_all("Requires-Dist", [])]


def needed(requirements: Iterable[Requirement]) -> Iterator[Distribution]:
    """Yield the packages that meet these requirements here, and what they need themselves, each once."""
    waiting, seen = [(r.name, extra) for r in requirements for extra in ("", *r.extras)], set()
    while waiting:
        name, extra = asked = waiting.pop()
        if asked in seen:
            continue
        seen.add(asked)
        package = distribution(name)
        if not extra:
            yield package
        for requirement in map(Requirement, package.requires or ()):
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                waiting += [(requirement.name, e) for e in ("", *requirement.extras)]


def lend(package: Distribution, site: Path) -> None:
    """Link what a package has in our site-packages into another one."""
    for top in {file.parts[0] for file in package.files or ()} - {"..", "__pycache__"}:
        if not (site / top).exists():
            (site / top).symlink_to(package.locate_file(top))


# --- the wheel itself


def carries_what_it_should(wheel: Path) -> str:
    """Compare the notebooks, samples and data in the wheel with those of the checkout: each there, none besides."""
    tracked = subprocess.check_output(["git", "ls-files", "-z", *CARRIED], cwd=ROOT, text=True).split("\0")
    wanted = {inside(name): (ROOT / name).read_bytes() for name in filter(None, tracked) if name != "data/README.md"}
    with ZipFile(wheel) as archive:
        carried = {n: archive.read(n) for n in archive.namelist() if ".dist-info/" not in n}
    if carried != wanted:
        wrong = sorted({n for n in carried.keys() | wanted.keys() if carried.get(n) != wanted.get(n)})
        raise Fault(f"not as committed: {', '.join(wrong[:9])}")
    return f"{len(carried)} files as they are committed"


CARRIED = ("src/analysis", "data", "notebooks")


def inside(name: str) -> str:
    """Return where a file of the checkout is in the wheel."""
    return name.removeprefix("src/") if name.startswith("src/") else f"analysis/{name}"


def asks_for_no_tools(wheel: Path) -> str:
    """Look for the developers' tools among what the wheel needs, and for all else that `pyproject.toml` names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {r.name for r in requirements_of(wheel)}
    if asked != {Requirement(r).name for r in project["dependencies"]}:
        raise Fault(f"it asks for {', '.join(sorted(asked))}")
    return f"{len(asked)} requirements"


# --- using it: each check takes the checkout's Python and the stranger's


def has_no_tools(_: Place, there: Place) -> str:
    """Import each tool in vain."""
    found = there.run(there.python, "-c", f"from importlib.util import find_spec; print(*filter(find_spec, {TOOLS}))")
    if found.strip():
        raise Fault(f"it has {found.strip()}")
    return f"none of {len(TOOLS)}"


def answers_the_same(here: Place, there: Place) -> str:
    """Read topics, reference, catalogue and samples in both places."""
    one, other = here.run(here.python, USE), there.run(there.python, "-I", USE)
    if one != other:
        raise Fault(f"the checkout says {one[:200]}, the wheel {other[:200]}")
    return f"{len(one):,} characters"


def measures_the_same(here: Place, there: Place) -> str:
    """Write the tables of a file and of a sample in both places, by module and by command."""
    arguments = ("measure", "ferry.txt", "council-zoning", "--out", "tables")
    said = here.run(here.python, "-m", "analysis", *arguments), there.run(there.command, *arguments)
    one, other = (read_all(place.folder / "tables") for place in (here, there))
    if one != other or said[0] != said[1]:
        raise Fault(f"other tables: {', '.join(sorted(n for n in one if one[n] != other.get(n)))}: {said}")
    return f"{len(one)} tables"


def reports_the_same(here: Place, there: Place) -> str:
    """Write the page about a file and run the notebooks on it in both places."""
    arguments = ("report", "ferry.txt", "--notebooks", "reports")
    here.run(here.python, "-m", "analysis", *arguments)
    there.run(there.command, *arguments)
    if len({(place.folder / "reports" / "ferry.html").read_bytes() for place in (here, there)}) > 1:
        raise Fault("another page")
    one, other = ((place.folder / "reports" / "ferry-notebooks.html").read_bytes() for place in (here, there))
    # The words beside a picture hold its figures; its pixels may change with a release of matplotlib.
    pages = {PIXELS.sub(b"", page) for page in (one, other)}
    pictures = [len(PIXELS.findall(page)) for page in (one, other)]
    if len(pages) > 1 or pictures[0] != pictures[1] or not pictures[0]:
        raise Fault(f"another page: {len(one):,} and {len(other):,} bytes, pictures {pictures}")
    return f"a page of {len(other):,} bytes, {pictures[1]} pictures"


def takes_the_topics_of_the_folder(_: Place, there: Place) -> str:
    """Let a file named topics.toml stand in the folder."""
    own = there.folder / "topics.toml"
    own.write_text(TOPICS, encoding="utf-8")
    there.run(there.command, "measure", "ferry.txt", "--out", "own")
    own.unlink()
    topics = (there.folder / "own" / "topics.csv").read_text(encoding="utf-8").splitlines()
    if [line.split(",")[1] for line in topics] != ["topic", "ferry"]:
        raise Fault(f"other topics: {topics}")
    return "one topic"


def gives_its_notebooks(_: Place, there: Place) -> str:
    """Copy the notebooks as the command does."""
    there.run(there.command, "notebooks", "notebooks")
    copied = read_all(there.folder / "notebooks")
    wanted = {p.name: p.read_bytes() for p in (ROOT / "notebooks").glob("*.ipynb")}
    if {n: c for n, c in copied.items() if n.endswith(".ipynb")} != wanted or "topics.toml" not in copied:
        raise Fault(f"it gives {', '.join(copied)}")
    return f"{len(copied)} files"


def helps_under_both_names(_: Place, there: Place) -> str:
    """Ask for help by command and by module."""
    by_command = there.run(there.command, "--help")
    by_module = there.run(there.python, "-m", "analysis", "--help")
    if by_command.split() != by_module.replace("python -m analysis", COMMAND).split():
        raise Fault(f"{by_command} {by_module}")
    return by_command.splitlines()[0]


def writes_nothing_into_the_package(_: Place, there: Place) -> str:
    """Let pip compare what it installed with what is there now."""
    program = (
        "from importlib.metadata import distribution as d\n"
        "from pathlib import Path\n"
        "files = {f.locate().resolve(): f.size for f in d('news-article-analysis').files}\n"
        "import analysis\n"
        "there = [p for p in Path(analysis.__file__).resolve().parent.rglob('*') if p.is_file()]\n"
        "print(*(p for p in there if p.suffix != '.pyc' and files.get(p, -1) != p.stat().st_size))"
    )
    changed = there.run(there.python, "-c", program).strip()
    if changed:
        raise Fault(f"changed: {changed}")
    return "all as installed"


USES = (
    has_no_tools, answers_the_same, measures_the_same, reports_the_same, takes_the_topics_of_the_folder,
    gives_its_notebooks, helps_under_both_names, writes_nothing_into_the_package,
)  # fmt: skip


def read_all(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


if __name__ == "__main__":
    sys.exit(main())
