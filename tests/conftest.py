"""What several test modules share."""

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every machine: a change that breaks a property breaks it for everybody.
settings.register_profile("same-everywhere", derandomize=True, deadline=None, database=None)
settings.load_profile("same-everywhere")


def _seconds(run: Callable[[str], object], text: str, *, enough: float = 0.0) -> float:
    """Processor time without the collector's, the least of two runs, which other work disturbs least.

    One run that takes less than ``enough`` says already that the least does.
    """
    runs: list[float] = []
    gc.disable()
    try:
        while len(runs) < 2 and not any(seconds < enough for seconds in runs):
            begun = time.process_time()
            run(text)
            runs.append(time.process_time() - begun)
    finally:
        gc.enable()
    return min(runs)


def pytest_collection_finish():
    """The modules and some thousand cases stay to the end: the collector need not go through them again and again."""
    gc.freeze()


@pytest.fixture(scope="session")
def fresh(tmp_path_factory):
    """What a process of its own says, by step of `fresh_process`: one for all who ask, in an empty home."""
    home = str(tmp_path_factory.mktemp("home"))
    clean = {k: v for k, v in os.environ.items() if k != "NLTK_DATA"} | {"HOME": home}
    command = [sys.executable, Path(__file__).parent / "fresh_process.py"]
    done = subprocess.run(command, env=clean, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def assert_linear():
    """Assert that eight times the text takes far less than 64 times as long, which quadratic work would."""

    def check(run: Callable[[str], object], unit: str, *, head: str = "") -> None:
        n = 500
        while (once := _seconds(run, head + n * unit, enough=0.01)) < 0.01 and n < 64_000:
            n *= 2
        most = 32 * max(once, 0.005)
        assert _seconds(run, head + 8 * n * unit, enough=most) < most

    return check
