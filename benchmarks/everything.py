"""Everything: how fast the command writes all tables, beside what others take for one step of it.

    python benchmarks/everything.py FOLDER [--articles N] [--runs N]

FOLDER holds news articles as ``*.txt``. The command is run as people type it, in a process of its own, so that its
start and the end count, too; the best of the runs stands. Articles a second of processor time, all processes together,
and by the clock; the same of NLTK's word tokenizer, given true sentences, and of textstat's ten functions, in this
process and with nothing to load.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter

from nltk.tokenize import NLTKWordTokenizer

from analysis.readability import use_own_dictionary
from analysis.readability.peers import body_text
from analysis.sentences import split_sentences
from analysis.tables import read_table
from articles import read_readable
from readability import run_textstat


def main() -> int:
    """Read the folder, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000, help="how many to measure at most (default: 1000)")
    parser.add_argument("--runs", type=int, default=3, help="how often ours is run (default: 3)")
    options = parser.parse_args()
    paths = sorted(options.folder.glob("*.txt"))[: options.articles]
    sentences = split_sentences(read_readable(paths))
    if sentences.empty:
        print(f"there is no article (*.txt) in {options.folder}: name a folder that holds some", file=sys.stderr)
        return 2
    texts, bodies = sentences["text"].tolist(), [body_text(rows) for _, rows in sentences.groupby("article")]
    use_own_dictionary().syllable_count("loads its dictionary")
    print(f"{f'articles a second, of {len(bodies)}':<38}{'processor':>10}{'clock':>8}")
    for jobs in (1, 2):
        best = min(timed(partial(run_command, paths, jobs, len(bodies)), RUSAGE_CHILDREN) for _ in range(options.runs))
        print_row(f"everything (all tables), --jobs {jobs}", best, len(bodies))
    tokenizer = NLTKWordTokenizer()
    print_row("NLTK's word tokenizer alone", timed(lambda: list(map(tokenizer.tokenize, texts))), len(bodies))
    print_row("textstat's ten functions alone", timed(lambda: run_textstat(bodies)), len(bodies))
    return 0


def run_command(paths: list[Path], jobs: int, n: int) -> None:
    """Write all tables of these articles into a folder that is thrown away; stop where there are not ``n`` of them."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "analysis", "measure", *paths, "--out", folder, "--jobs", str(jobs)]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)  # 1: some are broken
        table = Path(folder) / "articles.csv"
        found = len(read_table(table)) if table.is_file() else 0
        if found != n:
            sys.exit(f"the command measured {found} articles of {n}: run it by hand to see why")


def timed(run: Callable[[], object], whose: int = RUSAGE_SELF) -> tuple[float, float]:
    """Return the seconds that it takes of this process's processor time, or of its children's, and by the clock."""
    before, start = getrusage(whose), perf_counter()
    run()
    after, end = getrusage(whose), perf_counter()
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, end - start


def print_row(name: str, seconds: tuple[float, float], n: int) -> None:
    """Print a line of the table."""
    print(f"{name:<38}" + f"{n / seconds[0]:>10.0f}{n / seconds[1]:>8.0f}")


if __name__ == "__main__":
    sys.exit(main())
