"""Write the reference that articles are compared with: quantiles of every measure over many articles, figures only.

    python benchmarks/reference.py FOLDER

FOLDER holds articles as ``*.txt``. All measures of readability and sourcing come through the package's public tables,
so the reference is run anew whenever a rule changes; the table of word frequencies is counted anew before, so that the
two always belong together. How common an article's words are is measured without the article itself, as of any article
that is placed among these: in a table that counts its own words, too, no word of its would be new. A measure that is
undefined for an article (a share of attributed words where there are none) leaves that article out, and ``n`` says how
many are left.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pandas as pd

from analysis.article import Article
from analysis.comparison import list_measures
from analysis.corpus import measure
from analysis.readability import FORMULAS, measure_readability
from analysis.readability.vocabulary import Vocabulary
from analysis.reference import REFERENCE, US_POLITICAL_NEWS
from articles import read_readable
from frequencies import Corpus, write_frequencies

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
    corpus = Corpus(articles)
    print(write_frequencies(corpus))
    reference = tabulate_quantiles(measure_all(articles, corpus))
    US_POLITICAL_NEWS.parent.mkdir(exist_ok=True)
    reference.to_csv(US_POLITICAL_NEWS, index=False, lineterminator="\n")
    print(f"{len(articles)} articles, {reference['measure'].nunique()} measures: {US_POLITICAL_NEWS}")
    return 0


def measure_all(articles: list[Article], corpus: Corpus) -> pd.DataFrame:
    """Return every measure of every article, some articles at a time."""
    parts = (articles[i : i + AT_ONCE] for i in range(0, len(articles), AT_ONCE))
    return pd.concat([list_measures(measure_part(part, corpus)) for part in parts], ignore_index=True)


def measure_part(articles: list[Article], corpus: Corpus) -> dict[str, pd.DataFrame]:
    """Return the tables of some articles, the readability of each by a table of frequencies without its own words."""
    tables = measure(articles)
    scores = []
    for name, sentences in tables["sentences"].groupby("article", sort=False):
        with leaving_out(str(name), corpus):
            scores.append(measure_readability(sentences))
    return {**tables, "readability": pd.concat(scores, ignore_index=True)}


@contextmanager
def leaving_out(name: str, corpus: Corpus) -> Iterator[None]:
    """Take the frequencies of words from the other articles; what readability has kept of words is put aside."""
    frequencies = corpus.frequencies(without=name)
    with (
        patch("analysis.readability.vocabulary.read_frequencies", lambda: frequencies),
        patch("analysis.readability.counts._kept", Vocabulary()),
    ):
        yield


def tabulate_quantiles(measures: pd.DataFrame) -> pd.DataFrame:
    """Return the quantiles of each measure, each with the shares of articles below it and up to it."""
    direction = {f.name: f.direction for f in FORMULAS}
    names = {f.name: (f.label, f.unit) for f in FORMULAS}
    rows = []
    for (name, label, unit), found in measures.groupby(["measure", "label", "unit"], sort=False):
        known = found["value"].dropna()
        label, unit = (label, unit) if label else names[name]
        of = name, label, unit, direction.get(name, "")
        for q in QUANTILES:
            value = float(known.quantile(q))
            beside = float((known < value).mean()), float((known <= value).mean())
            rows.append((*of, q, value, *beside, len(known), PROVENANCE))
    return REFERENCE.frame(rows)


if __name__ == "__main__":
    sys.exit(main())
