"""Intervals of an article's shares: how often those that we call 90 % hold the share that people marked, and how wide.

    python benchmarks/shares.py SPLIT MODERN --scorer eval_modern.py

SPLIT and MODERN are folders as ``benchmarks/confidence.py`` takes them; the scorer is the one of the corpora, whose
shares of body words by kind of source are the truth. The confidences of an article's rows are told by a model that has
not seen its outlet. Printed are, by kind, how many intervals hold the truth, their mean width, and the mean and the
worst error of the share; then how many deviations the true shares lie below and above ours, but for a twentieth at
each end: `editing.intervals` has a little more as ``BELOW`` and ``ABOVE``.
"""

import argparse
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pandas as pd

from analysis.editing.intervals import ABOVE, BELOW
from analysis.editing.measure import measure_sourcing
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions
from articles import read_readable
from confidence import WEIGHT, Rows, by_outlet, read_rows, read_split
from sourcing import load

KINDS = ("named", "anonymous", "organization", "document")
TAIL = 0.05


def main() -> int:
    """Read both corpora, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", type=Path)
    parser.add_argument("modern", type=Path)
    parser.add_argument("--scorer", type=Path, required=True, help="the corpora's eval_modern.py")
    arguments = parser.parse_args()
    scorer = load(arguments.scorer)
    older = read_rows(scorer, arguments.split / "text", read_split(scorer, arguments.split), 1.0)
    rows = read_shares(scorer, arguments.modern, older)
    held = rows["true"].between(rows["low"] - 1e-9, rows["high"] + 1e-9)
    told = rows.assign(held=held, width=rows["high"] - rows["low"], error=(rows["true"] - rows["value"]).abs())
    found = told.groupby("kind").agg(
        n=("held", "size"), held=("held", "mean"), width=("width", "mean"), error=("error", "mean"),
        worst=("error", "max"),
    )  # fmt: skip
    print(found.loc[list(KINDS)].round(3))
    low, high = deviations(rows)
    print(f"{low:.2f} deviations below, {high:.2f} above")
    return 0


def read_shares(scorer: ModuleType, folder: Path, older: Rows) -> pd.DataFrame:
    """Return the shares of each article and kind with their bounds, and the true ones."""
    gold = scorer.read_gold(folder)
    chances = by_outlet(older, read_rows(scorer, folder / "text", gold, WEIGHT))
    sentences = split_sentences(list(read_readable(sorted((folder / "text").glob("*.txt")))))
    attributions = find_attributions(sentences)
    attributions = attributions[attributions["article"].isin(gold)].assign(confidence=chances)
    measured = measure_sourcing(attributions, sentences)
    rows = measured[measured["article"].isin(gold) & measured["measure"].isin([f"share_{kind}" for kind in KINDS])]
    kinds = rows["measure"].str.removeprefix("share_")
    truth = {name: scorer.shares(*marked) for name, marked in gold.items()}
    true = [truth[article][kind] for article, kind in zip(rows["article"], kinds, strict=True)]
    return rows.assign(kind=kinds, true=true)


def deviations(rows: pd.DataFrame) -> tuple[float, float]:
    """Return how many deviations below and above ours the true share lies at most, but for a twentieth at each end.

    The deviation is what the interval tells of it: its upper part, or its lower part where the upper one is cut.
    """
    deviation = np.where(
        rows["high"] < 1, (rows["high"] - rows["value"]) / ABOVE, (rows["value"] - rows["low"]) / BELOW
    )
    told = (rows["true"] - rows["value"]) / deviation
    return -float(told.quantile(TAIL)), float(told.quantile(1 - TAIL))


if __name__ == "__main__":
    sys.exit(main())
