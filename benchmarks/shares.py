"""Intervals of an article's shares: how often those that we call 90 % hold the share that people marked, and how wide.

    python benchmarks/shares.py FOLDER [FOLDER ...] --scorer eval_modern.py

Each FOLDER holds ``text/*.txt`` and ``gold/*.jsonl``; the scorer is the one of the corpora, whose shares of body words
by kind of source are the truth. Printed are, by kind, how many intervals hold it, their mean width and the mean and the
worst error of the share; then how many deviations the true shares lie below and above ours nine times in ten, folder by
folder and in all: what `editing.intervals` has as ``BELOW`` and ``ABOVE``.
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
from sourcing import load

KINDS = ("named", "anonymous", "organization", "document")
TAIL = 0.05


def main() -> int:
    """Read the folders, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--scorer", type=Path, required=True, help="the corpora's eval_modern.py")
    arguments = parser.parse_args()
    scorer = load(arguments.scorer)
    rows = pd.concat([read_shares(scorer, folder) for folder in arguments.folders], ignore_index=True)
    held = rows["true"].between(rows["low"] - 1e-9, rows["high"] + 1e-9)
    told = rows.assign(held=held, width=rows["high"] - rows["low"], error=(rows["true"] - rows["value"]).abs())
    found = told.groupby("kind").agg(
        n=("held", "size"), held=("held", "mean"), width=("width", "mean"), error=("error", "mean"),
        worst=("error", "max"),
    )  # fmt: skip
    print(found.loc[list(KINDS)].round(3))
    for folder, part in [*rows.groupby("folder"), ("all", rows)]:
        low, high = deviations(part)
        print(f"{folder}: {low:.2f} below, {high:.2f} above")
    return 0


def read_shares(scorer: ModuleType, folder: Path) -> pd.DataFrame:
    """Return the shares of each article and kind with their bounds, and the true ones."""
    gold = scorer.read_gold(folder)
    sentences = split_sentences(list(read_readable(sorted((folder / "text").glob("*.txt")))))
    measured = measure_sourcing(find_attributions(sentences), sentences)
    rows = measured[measured["article"].isin(gold) & measured["measure"].isin([f"share_{kind}" for kind in KINDS])]
    kinds = rows["measure"].str.removeprefix("share_")
    truth = {name: scorer.shares(*marked) for name, marked in gold.items()}
    true = [truth[article][kind] for article, kind in zip(rows["article"], kinds, strict=True)]
    return rows.assign(kind=kinds, true=true, folder=folder.name)


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
