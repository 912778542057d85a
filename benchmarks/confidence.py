"""How sure a row is: fit `lexicons/confidence.csv` on texts read by people, and measure it on outlets left out.

    python benchmarks/confidence.py SPLIT MODERN --scorer eval_modern.py [--write]

SPLIT is a folder in the PolNeAR layout (``text/*.txt``, ``attributions/*.ann``), MODERN one with ``text/*.txt`` and
``gold/*.jsonl``; the scorer is the one of the corpora, and says which rows are right: linked to a marked statement, of
the same kind where kinds are marked. Printed are, for models that have not seen an outlet of MODERN, AUC (the chance
that a right row is surer than a wrong one), Brier score and, by tenths of confidence, how many rows are right; then the
same for the model of MODERN left out whole. ``--write`` fits on all and writes the coefficients.

Logistic regression with a ridge penalty, by Newton's method (Hastie, Tibshirani and Friedman, The Elements of
Statistical Learning, 2009, section 4.4.1). A row of MODERN weighs as much as ``WEIGHT`` of SPLIT: it is what is
measured today.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.lexicon import LEXICONS
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions
from analysis.sourcing.judgement.confidence import INTERCEPT, RARE, gather_evidence, name_properties
from articles import read_readable
from sourcing import load

WEIGHT = 5.0
PENALTY = 3.0
FEWEST = 40  # rows that must have a value for a coefficient of its own; rarer ones share one
LINKED = 0.5  # what share of all words of two contents both must have
ROUNDS = 30
PROVENANCE = "benchmarks/confidence.py; fitted on PolNeAR (Newell and others 2018) and news of 2019 to 2026"
Pair = tuple[str, str]


class Rows(NamedTuple):
    """Rows of attributions: the properties of each, whether it is right, its article, and what it weighs."""

    properties: list[tuple[Pair, ...]]
    right: np.ndarray
    articles: list[str]
    weight: np.ndarray


class Model(NamedTuple):
    """Coefficients, one a pair, the intercept last."""

    pairs: list[Pair]
    coefficients: np.ndarray


def main() -> int:
    """Read both corpora, print how sure the models are and how right, and write the coefficients if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", type=Path)
    parser.add_argument("modern", type=Path)
    parser.add_argument("--scorer", type=Path, required=True, help="the corpora's eval_modern.py")
    parser.add_argument("--write", action="store_true", help="write the coefficients fitted on all rows")
    arguments = parser.parse_args()
    scorer = load(arguments.scorer)
    older = read_rows(scorer, arguments.split / "text", read_split(scorer, arguments.split), 1.0)
    modern = read_rows(scorer, arguments.modern / "text", scorer.read_gold(arguments.modern), WEIGHT)
    print(f"{len(older.right)} rows of {arguments.split.name}, {len(modern.right)} of {arguments.modern.name}")
    print_fit("outlets left out", by_outlet(older, modern), modern.right)
    print_fit("left out whole", chances(fit(older), modern.properties), modern.right)
    if arguments.write:
        write(fit(join([older, modern])))
    return 0


def read_split(scorer: ModuleType, folder: Path) -> dict[str, tuple[str, list[dict[str, Any]]]]:
    """Return text and gold by article; PolNeAR marks no kinds."""
    return dict(scorer.E.load_gold(folder.parent, folder.name))


def read_rows(scorer: ModuleType, texts: Path, gold: dict[str, Any], weight: float) -> Rows:
    """Return the rows that we find in a folder of articles, and which of them are right."""
    articles = list(read_readable(sorted(texts.glob("*.txt"))))
    attributions = find_attributions(split_sentences(articles))
    attributions = attributions[attributions["article"].isin(gold)].reset_index(drop=True)
    found = scorer.E.load_pred(attributions, {name: text for name, (text, _) in gold.items()})
    right: list[bool] = []
    for name in attributions["article"].unique():
        right += are_right(scorer, *gold[name], found[name])
    properties = [name_properties(row) for row in gather_evidence(attributions)]
    return Rows(properties, np.array(right, float), attributions["article"].tolist(), np.full(len(right), weight))


def are_right(scorer: ModuleType, text: str, gold: list[dict[str, Any]], rows: list[dict[str, Any]]) -> list[bool]:
    """Tell of each row whether it is linked to a marked statement, and of its kind where that is marked."""
    words = scorer.E.Words(text)
    right = set()
    for row, marked in scorer.pairs(text, gold, rows):
        ours, theirs = words.of(row["content"]), words.of(marked["content"])
        linked = len(ours & theirs) >= LINKED * len(ours | theirs)
        if linked and marked.get("kind", row["kind"]) == row["kind"]:
            right.add(id(row))
    return [id(row) in right for row in rows]


def join(parts: Sequence[Rows]) -> Rows:
    """Return the rows of all parts."""
    return Rows(
        [one for part in parts for one in part.properties], np.concatenate([part.right for part in parts]),
        [one for part in parts for one in part.articles], np.concatenate([part.weight for part in parts]),
    )  # fmt: skip


def by_outlet(older: Rows, modern: Rows) -> np.ndarray:
    """Return the chance of each modern row by a model that has not seen its outlet."""
    outlets = np.array(["-".join(article.split("-")[:2]) for article in modern.articles])
    told = np.zeros(len(outlets))
    for outlet in sorted(set(outlets)):
        left_out = outlets == outlet
        model = fit(join([older, take(modern, ~left_out)]))
        told[left_out] = chances(model, take(modern, left_out).properties)
    return told


def take(rows: Rows, which: np.ndarray) -> Rows:
    """Return some of the rows."""
    at = np.flatnonzero(which)
    return Rows([rows.properties[i] for i in at], rows.right[at], [rows.articles[i] for i in at], rows.weight[at])


def fit(rows: Rows) -> Model:
    """Return the model that makes the rows likeliest, less the penalty; the intercept has none."""
    counts = Counter(pair for row in rows.properties for pair in row)
    pairs = sorted({pair if n >= FEWEST else (pair[0], RARE) for pair, n in counts.items()})
    x, w = matrix(pairs, rows.properties), np.zeros(len(pairs) + 1)
    ridge = np.diag([*[PENALTY] * len(pairs), 1e-6])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (rows.weight * (p - rows.right)) + ridge @ w
        curvature = (x.T * (rows.weight * p * (1 - p))) @ x + ridge
        w -= np.linalg.solve(curvature, gradient)
    return Model(pairs, w)


def matrix(pairs: Sequence[Pair], rows: Sequence[Iterable[Pair]]) -> np.ndarray:
    """Return which row has which pair, as 0 and 1, and 1 for the intercept."""
    column = {pair: at for at, pair in enumerate(pairs)}
    x = np.zeros((len(rows), len(pairs) + 1))
    x[:, -1] = 1
    for at, row in enumerate(rows):
        places = (column.get(pair, column.get((pair[0], RARE))) for pair in row)
        x[at, [place for place in places if place is not None]] = 1
    return x


def chances(model: Model, rows: Sequence[Iterable[Pair]]) -> np.ndarray:
    """Return the chance of each row."""
    return np.asarray(1 / (1 + np.exp(-matrix(model.pairs, rows) @ model.coefficients)))


def print_fit(name: str, told: np.ndarray, right: np.ndarray) -> None:
    """Print AUC and Brier score, and how right the rows are by tenths of confidence."""
    ranks = pd.Series(told).rank().to_numpy()
    n_right = right.sum()
    auc = (ranks[right == 1].sum() - n_right * (n_right + 1) / 2) / (n_right * (len(right) - n_right))
    brier, base = ((told - right) ** 2).mean(), right.var()
    print(f"{name}: AUC {auc:.3f}, Brier {brier:.3f} (always the mean: {base:.3f})")
    tenths = pd.DataFrame({"tenth": np.minimum(told * 10, 9).astype(int), "told": told, "right": right})
    print(tenths.groupby("tenth").agg(rows=("right", "size"), told=("told", "mean"), right=("right", "mean")).round(2))


def write(model: Model) -> None:
    """Write the coefficients, the intercept first."""
    with (LEXICONS / "confidence.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("property", "value", "coefficient", "provenance"))
        writer.writerow((*INTERCEPT, f"{model.coefficients[-1]:.3f}", PROVENANCE))
        for pair, coefficient in zip(model.pairs, model.coefficients, strict=False):
            writer.writerow((*pair, f"{coefficient:.3f}", PROVENANCE))


if __name__ == "__main__":
    sys.exit(main())
