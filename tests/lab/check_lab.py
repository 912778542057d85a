"""Run every notebook in a real JupyterLab, as a person would: open it in a browser, Run All Cells, save, look.

    python tests/lab/check_lab.py [NOTEBOOK...] [--shots DIR]

Works on a copy of the notebooks without their outputs, so that old ones cannot pass for new. Wants each cell run, no
error, no fault of the page, and a picture in each notebook. Prints one line a notebook; exit status 0 is good, 1 is
not. Where there is no Chromium, it says so and ends with 0. pytest does not collect this file.
"""

import argparse
import contextlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip
START, OPEN, RUN, SAVE = 60, 60, 300, 20  # seconds to wait at most
CALM = 5  # looks in a row at an idle kernel, after which nothing more will run


@dataclass
class Lab:
    """A JupyterLab server of our own: where it listens, its token, and the folder it serves."""

    port: int
    token: str
    root: Path

    def url(self, path: str) -> str:
        """Return an address with the token."""
        return f"http://127.0.0.1:{self.port}/{path}{'&' if '?' in path else '?'}token={self.token}"

    def ask(self, path: str, method: str = "GET") -> Any:
        """Return the server's answer, None while it has none: it may fail while a kernel starts."""
        request = urllib.request.Request(self.url(path), method=method)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return json.loads(answer.read() or "null")
        except OSError:
            return None

    def session(self, notebook: str) -> dict[str, Any] | None:
        """Return the session of a notebook, None where it has none yet."""
        return next((s for s in self.ask("api/sessions") or () if s["path"] == notebook), None)

    def is_idle(self, notebook: str) -> bool:
        """Tell whether the notebook has a kernel that a page listens to and that waits for work."""
        kernel = (self.session(notebook) or {}).get("kernel") or {}
        return kernel.get("execution_state") == "idle" and kernel.get("connections", 0) > 0


@dataclass
class Verdict:
    """What became of a notebook."""

    name: str
    cells: int = 0
    pictures: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        if self.faults:
            return f"{self.name}: FAILED: {'; '.join(self.faults)}"
        return f"{self.name}: ok, cells run {self.cells}, pictures {self.pictures}, {self.seconds:.0f} s"


class NotReadyError(Exception):
    """Something did not happen in its time."""


def main(arguments: list[str] | None = None) -> int:
    """Check the notebooks named, all of ours if none is; return the exit status."""
    options = parse(arguments)
    browser, missing = find_browser()
    if missing:
        print(f"skipped: {missing}, so the notebooks were not opened in JupyterLab")
        return 0
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="lab-", ignore_cleanup_errors=True) as work:
        verdicts = check_all(options.notebooks, Path(work), browser, options.shots)
    return int(not verdicts or any(v.faults for v in verdicts))


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Run notebooks in a real JupyterLab in headless Chromium.")
    parser.add_argument("notebooks", nargs="*", type=Path, metavar="NOTEBOOK", help="those in notebooks/ if not given")
    parser.add_argument("--shots", type=Path, metavar="DIR", help="a folder for a screenshot of each notebook")
    options = parser.parse_args(arguments)
    options.notebooks = options.notebooks or sorted((ROOT / "notebooks").glob("*.ipynb"))
    absent = [str(n) for n in options.notebooks if not n.is_file()]
    if absent or not options.notebooks:
        parser.error(f"there is no notebook {', '.join(absent)}" if absent else "there are no notebooks in notebooks/")
    return options


def find_browser() -> tuple[str, str]:
    """Return the browser's path, and what is missing."""
    names = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else BROWSERS
    browser = next((path for path in map(shutil.which, names) if path), "")
    if not browser:
        return "", "no Chromium here (install Debian's chromium, or name one in CHROMIUM)"
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return browser, "no playwright here (run this with .venv/bin/python)"
    return browser, ""


def check_all(notebooks: list[Path], work: Path, browser: str, shots: Path | None) -> list[Verdict]:
    """Check one notebook after another in one server and one browser; print each verdict as it comes."""
    from playwright.sync_api import sync_playwright

    root = copy_project(notebooks, work / "project")
    verdicts = []
    with serve(root, work) as lab, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(work / "profile"), executable_path=browser, headless=True, args=list(FLAGS),
            viewport={"width": 1400, "height": 1800},
        )  # fmt: skip
        with contextlib.closing(context):
            for notebook in notebooks:
                verdicts.append(check(lab, context, f"notebooks/{notebook.name}", shots))
                print(verdicts[-1], flush=True)
    return verdicts


def copy_project(notebooks: list[Path], root: Path) -> Path:
    """Lay out a project with cleared notebooks and figures of its own; data and code are the real ones."""
    for name in ("notebooks", "figures"):
        (root / name).mkdir(parents=True)
    for name in ("src", "data"):
        (root / name).symlink_to(ROOT / name, target_is_directory=True)
    for path in notebooks:
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        nbformat.write(notebook, root / "notebooks" / path.name)
    return root


@contextlib.contextmanager
def serve(root: Path, work: Path) -> Iterator[Lab]:
    """Start JupyterLab on a free port with settings of its own, and end it and its kernels whatever happens."""
    lab = Lab(free_port(), secrets.token_hex(16), root)
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={lab.port}",
        "--ServerApp.port_retries=0", f"--IdentityProvider.token={lab.token}", f"--ServerApp.root_dir={root}",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--KernelManager.transport_encryption=auto",
    ]  # fmt: skip
    log = work / "server.log"
    with log.open("w") as out:
        server = subprocess.Popen(
            command, env=environment(work), stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        wait(lambda: lab.ask("api") or server.poll() is not None, START, "JupyterLab did not start")
        if server.poll() is not None:
            raise NotReadyError(f"JupyterLab ended at once:\n{log.read_text()[-2000:]}")
        yield lab
    finally:
        stop(server)


def environment(work: Path) -> dict[str, str]:
    """Return an environment in which Jupyter neither finds nor leaves anything of the user's."""
    settings = work / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    # Without this a question about news covers the page.
    (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false", "checkForUpdates": false}')
    own = {
        "JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTERLAB_WORKSPACES_DIR": "workspaces", "IPYTHONDIR": "ipython",
    }  # fmt: skip
    kept = {k: v for k, v in os.environ.items() if k not in ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH")}
    return {**kept, **{name: str(work / folder) for name, folder in own.items()}, "NO_PROXY": "127.0.0.1,localhost"}


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the server, which ends its kernels; by force if it will not."""
    server.terminate()
    try:
        server.wait(15)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def check(lab: Lab, context: Any, notebook: str, shots: Path | None) -> Verdict:
    """Open a notebook, run it and judge what was saved."""
    verdict, began = Verdict(Path(notebook).stem), time.monotonic()
    page = context.new_page()
    page.on("pageerror", lambda error: verdict.faults.append(f"fault of the page: {error}"))
    try:
        run(lab, page, notebook)
    except Exception as error:  # a time-out of the browser's or of ours: a line, and the next notebook has its turn
        verdict.faults.append(str(error).splitlines()[0])
    if shots:
        page.screenshot(path=shots / f"{verdict.name}.png")
    judge(verdict, nbformat.read(lab.root / notebook, as_version=4))
    verdict.seconds = time.monotonic() - began
    page.close()
    session = lab.session(notebook)
    if session:
        lab.ask(f"api/sessions/{session['id']}", "DELETE")
    return verdict


def run(lab: Lab, page: Any, notebook: str) -> None:
    """Do what a person does: open, wait for the kernel, Run > Run All Cells, wait, save."""
    page.goto(lab.url(f"lab/tree/{notebook}?reset"))
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=1000 * OPEN)
    # The page shows an idle kernel before there is one; the server knows.
    wait(lambda: lab.is_idle(notebook), START, "the kernel did not start")
    page.click("#jp-MainMenu >> text=Run")
    page.click("li[data-command='runmenu:run-all']")
    wait(lambda: finished(lab, page, notebook), RUN, "the cells did not finish")


def finished(lab: Lab, page: Any, notebook: str) -> bool:
    """Wait until the kernel has been idle for a while, save, and tell whether all has run, or all up to an error."""
    for _ in range(CALM):
        if not lab.is_idle(notebook):
            return False
        page.wait_for_timeout(300)
    path = lab.root / notebook
    before = path.stat().st_mtime_ns
    page.keyboard.press("Control+s")
    with contextlib.suppress(NotReadyError):  # nothing new to save, or too early: look at what is there
        wait(lambda: path.stat().st_mtime_ns != before, 3, "not saved")
    cells = code_cells(nbformat.read(path, as_version=4))
    return all(c.execution_count for c in cells) or any(errors_of(c) for c in cells)


def judge(verdict: Verdict, notebook: nbformat.NotebookNode) -> None:
    """Note cells, pictures and faults of a notebook as it was saved."""
    cells = code_cells(notebook)
    verdict.cells = len(cells)
    verdict.pictures = sum("image/png" in o.get("data", ()) for c in cells for o in c.outputs)
    verdict.faults += [f"cell {n}: {error}" for n, cell in enumerate(cells, 1) for error in errors_of(cell)]
    if [c.execution_count for c in cells] != list(range(1, len(cells) + 1)):
        left = sum(not c.execution_count for c in cells)
        verdict.faults.append(f"{left} of {len(cells)} cells were not run" if left else "cells were run out of order")
    if not verdict.pictures:
        verdict.faults.append("there is no picture")


def code_cells(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    """Return the cells that can be run."""
    return [c for c in notebook.cells if c.cell_type == "code" and c.source.strip()]


def errors_of(cell: nbformat.NotebookNode) -> list[str]:
    """Return the errors in a cell's outputs."""
    return [f"{o.ename}: {o.evalue}" for o in cell.outputs if o.output_type == "error"]


def wait(ready: Callable[[], Any], seconds: float, otherwise: str) -> None:
    """Wait until something is so. Raises NotReadyError, with what to say, where it never is."""
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            raise NotReadyError(f"{otherwise} within {seconds:g} seconds")
        time.sleep(0.2)


if __name__ == "__main__":
    sys.exit(main())
