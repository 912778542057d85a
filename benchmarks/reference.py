"""Write the reference that articles are compared with: quantiles of every measure over many articles, figures only.

    python benchmarks/reference.py FOLDER

FOLDER holds articles as ``*.txt``. All measures of readability and sourcing come through the package's public tables,
so the reference is run anew whenever a rule changes. A measure that is undefined for an article (a share of attributed
words where there are none) leaves that article out, and ``n`` says how many are left.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.article import Article
from analysis.comparison import list_measures
from analysis.corpus import measure
from analysis.readability import FORMULAS
from analysis.reference import REFERENCE, US_POLITICAL_NEWS
from articles import read_readable

PROVENANCE = "PolNeAR training articles (Newell, Margolin and Ruths 2018): US political news of 2016, seven outlets"
QUANTILES = np.arange(5, 100, 5) / 100
AT_ONCE = 100


def main() -> int:
    """Measure the folder, write the reference, say how many articles it holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    articles = list(read_readable(sorted(folder.glob("*.txt"))))
    if not articles:
        print(f"there is no article (*.txt) in {folder}: name a folder that holds some", file=sys.stderr)
        return 2
    reference = tabulate_quantiles(measure_all(articles))
    US_POLITICAL_NEWS.parent.mkdir(exist_ok=True)
    reference.to_csv(US_POLITICAL_NEWS, index=False, float_format="%.6g", lineterminator="\n")
    print(f"{len(articles)} articles, {reference['measure'].nunique()} measures: {US_POLITICAL_NEWS}")
    return 0


def measure_all(articles: list[Article]) -> pd.DataFrame:
    """Return every measure of every article, some articles at a time."""
    parts = (articles[i : i + AT_ONCE] for i in range(0, len(articles), AT_ONCE))
    return pd.concat([list_measures(measure(part)) for part in parts], ignore_index=True)


def tabulate_quantiles(measures: pd.DataFrame) -> pd.DataFrame:
    """Return the quantiles of each measure."""
    direction = {f.name: f.direction for f in FORMULAS}
    names = {f.name: (f.label, f.unit) for f in FORMULAS}
    rows = []
    for (name, label, unit), found in measures.groupby(["measure", "label", "unit"], sort=False):
        known = found["value"].dropna()
        label, unit = (label, unit) if label else names[name]
        of = name, label, unit, direction.get(name, "")
        rows += [(*of, q, known.quantile(q), len(known), PROVENANCE) for q in QUANTILES]
    return REFERENCE.frame(rows)


if __name__ == "__main__":
    sys.exit(main())
