"""Speed of a report: processor time of whole processes, beside measuring the same article.

    python benchmarks/report.py [ARTICLE] [--rounds N]

Runs ``measure`` and ``report`` in turn, so that both meet the same load, and prints the seconds of each and their ratio
(the least of the rounds, which is what the work itself takes). Exit status 1 where a report takes more than 4 times as
long.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

MOST = 4.0


def main() -> int:
    """Run both commands and compare."""
    parser = argparse.ArgumentParser(description="Processor time of a report beside that of measuring its article.")
    parser.add_argument("article", nargs="?", default="austin-wei-call")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "measure": ["measure", options.article, "--out", str(Path(folder) / "tables")],
            "report": ["report", options.article, "--out", str(Path(folder) / "page.html")],
        }
        rounds = [{name: seconds_of(command) for name, command in commands.items()} for _ in range(options.rounds)]
    least = {name: min(one[name] for one in rounds) for name in commands}
    ratio = least["report"] / least["measure"]
    print(f"measure {least['measure']:.2f} s, report {least['report']:.2f} s of processor time: {ratio:.2f} times")
    return int(ratio > MOST)


def seconds_of(command: list[str]) -> float:
    """Return the seconds of processor time, user's and system's, that a command of ours takes."""
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "analysis", *command], check=True, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
