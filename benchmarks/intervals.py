"""Intervals of readability: how often those that we call 90 % hold the truth, for texts of 8 to 60 sentences.

    python benchmarks/intervals.py FOLDER [--times N]

FOLDER holds news articles as ``*.txt``. Of each article of 70 sentences or more, its own figures are the truth; from
its sentences, blind to paragraphs and each with the counts that it has in its article, texts of a few sentences are
drawn with replacement, N of each length. Printed is, by measure and length, in which share of them the interval holds
the truth, where there is one, and the mean width; ``!`` marks what lies outside .87 to .93.
"""

import argparse
import sys
from pathlib import Path

import numpy as np

from analysis.readability import FORMULAS
from analysis.readability.counts import Units, gather_units, name_counts
from analysis.readability.formulas import apply_formulas
from analysis.readability.intervals import bound
from analysis.sentences import split_sentences
from articles import read_readable

LENGTHS = (8, 15, 25, 40, 60)
FEWEST = 70  # sentences that an article must have to stand for all that its writer might have written
WANTED = (0.87, 0.93)


def main() -> int:
    """Read the folder, draw, print one table; 2 where no article is long enough."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=60, help="texts drawn of each article and length (default: 60)")
    arguments = parser.parse_args()
    pools = read_pools(arguments.folder)
    if not pools:
        print(f"no article of {FEWEST} sentences in {arguments.folder}: name a folder that has some", file=sys.stderr)
        return 2
    rng = np.random.default_rng(2015)
    found = [simulate(pools, n, times=arguments.times, rng=rng) for n in LENGTHS]
    print(f"{len(pools)} articles, {arguments.times} texts each")
    print(f"{'held (mean width), sentences':<30}" + "".join(f"{n:>16}" for n in LENGTHS))
    for i, formula in enumerate(FORMULAS):
        print(f"{formula.name:<30}" + "".join(_cell(held[i], width[i]) for held, width in found))
    print(f"{'all':<30}" + "".join(f"{held.mean():>8.3f}        " for held, _ in found))
    return 0


def read_pools(folder: Path) -> list[np.ndarray]:
    """Return the counts of each long article's sentences, a row a sentence."""
    units = gather_units(split_sentences(read_readable(sorted(folder.glob("*.txt")))))
    is_sentence = units.scope == 2
    borders = np.flatnonzero(np.diff(units.article[is_sentence])) + 1
    return [counts for counts in np.split(units.counts[is_sentence], borders) if len(counts) >= FEWEST]


def simulate(pools: list[np.ndarray], n: int, *, times: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return by measure how often the intervals of texts of ``n`` sentences hold the truth, and their mean width."""
    drawn = [pool[rng.integers(0, len(pool), n)] for pool in pools for _ in range(times)]
    truth = np.repeat([apply_formulas(FORMULAS, name_counts(pool.sum(axis=0))) for pool in pools], times, axis=0)
    units = as_articles(drawn)
    low, high = (bounds[units.scope == 0] for bounds in bound(units, FORMULAS))
    holds = np.where(np.isnan(low), np.nan, (low <= truth) & (truth <= high))
    return np.nanmean(holds, axis=0), np.nanmean(high - low, axis=0)


def as_articles(texts: list[np.ndarray]) -> Units:
    """Return texts, given as the counts of their sentences, as articles of one paragraph."""
    article = np.repeat(np.arange(len(texts)), [1 + len(text) for text in texts])
    scope = np.concatenate([[0, *[2] * len(text)] for text in texts])
    counts = np.concatenate([np.vstack([text.sum(axis=0), text]) for text in texts])
    names = [f"text {i}" for i in range(len(texts))]
    return Units(names, scope, article, np.minimum(scope, 1), np.arange(len(scope)), counts)


def _cell(held: float, width: float) -> str:
    mark = " " if WANTED[0] <= held <= WANTED[1] else "!"
    return f"{held:>8.3f}{mark}{f'({width:.2f})':>7}"


if __name__ == "__main__":
    sys.exit(main())
