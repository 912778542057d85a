"""Fit the ease score to teachers' judgements, and write its coefficients with their errors.

    python benchmarks/fit_ease.py CLEAR.csv

CLEAR.csv has the columns text, ease, category (Lit, Info) and author_group. Non-negative least squares on signed
predictors, so that each runs the way `ease.SIGNS` says. Errors and correlations are of excerpts whose author was not
in the fit (ten folds by author_group, five times over); transfer is from all literature to all informational texts
and back. Standard errors are of 200 resamples of authors.
"""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.article import article_from_text
from analysis.readability import count_units
from analysis.readability.ease import COEFFICIENTS, CONSTANT, FIT, FITTED, SIGNS
from analysis.readability.formulas import compute_predictors
from analysis.sentences import split_sentences

FOLDS, TIMES, RESAMPLES = 10, 5, 200
RANGE = (0.01, 0.99)


@dataclass(frozen=True)
class Excerpts:
    """Predictors (a row an excerpt), what teachers judged, whether it is literature, and whose it is (a number)."""

    x: np.ndarray
    ease: np.ndarray
    literature: np.ndarray
    author: np.ndarray


def main() -> int:
    """Fit, write both tables, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clear", type=Path)
    excerpts = read_excerpts(parser.parse_args().clear)
    coefficients, figures = tabulate_terms(excerpts), judge(excerpts)
    coefficients.to_csv(FITTED / COEFFICIENTS, index=False, float_format="%.4g", lineterminator="\n")
    figures.to_csv(FITTED / FIT, index=False, float_format="%.4g", lineterminator="\n")
    print(coefficients.to_string(index=False), figures.to_string(index=False), sep="\n\n")
    return 0


def count_excerpts(path: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the table and the counts of its excerpts, in the same order; each is given a headline, to be a body."""
    table = pd.read_csv(path)
    articles = [article_from_text(f"Excerpt\n\n{text}", name=str(i)) for i, text in enumerate(table["text"])]
    counts = count_units(split_sentences(articles))
    return table, counts[counts["scope"] == "article"].reset_index(drop=True)


def read_excerpts(path: Path) -> Excerpts:
    """Read and count the excerpts."""
    table, counts = count_excerpts(path)
    author = pd.factorize(table["author_group"].fillna(pd.Series(table.index.astype(str))))[0]
    x = compute_predictors(list(SIGNS), {c: counts[c].to_numpy(dtype=float) for c in counts.columns[4:]})
    return Excerpts(x, table["ease"].to_numpy(), (table["category"] == "Lit").to_numpy(), author)


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return constant and coefficients of the least squares fit in which each coefficient has its sign or is zero."""
    mean, spread = x.mean(axis=0), x.std(axis=0)
    z = (x - mean) / spread * np.array(list(SIGNS.values()))
    products, targets = z.T @ z, z.T @ (y - y.mean())
    w, before = np.zeros(x.shape[1]), None
    while before is None or np.abs(w - before).max() > 1e-12:
        before = w.copy()
        for j in range(len(w)):  # one coefficient after the other at its best, never below zero
            w[j] = max(0.0, w[j] + (targets[j] - products[j] @ w) / products[j, j])
    coefficients = w * np.array(list(SIGNS.values())) / spread
    return np.concatenate([[y.mean() - mean @ coefficients], coefficients])


def predict(model: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Return the ease that a model expects."""
    return model[0] + x @ model[1:]


def cross_validate(excerpts: Excerpts, seed: int) -> np.ndarray:
    """Return predictions for every excerpt, from a fit without its author."""
    fold = (np.random.RandomState(seed).permutation(excerpts.author.max() + 1) % FOLDS)[excerpts.author]
    predicted = np.empty(len(excerpts.ease))
    for k in range(FOLDS):
        predicted[fold == k] = predict(fit(excerpts.x[fold != k], excerpts.ease[fold != k]), excerpts.x[fold == k])
    return predicted


def judge(excerpts: Excerpts) -> pd.DataFrame:
    """Return how many excerpts and authors there were, and how well the score agrees with people."""
    runs = [cross_validate(excerpts, seed) for seed in range(TIMES)]
    lit, y = excerpts.literature, excerpts.ease
    figures = {
        "excerpts": len(y),
        "authors": excerpts.author.max() + 1,
        "mean": y.mean(),
        "correlation": np.mean([correlate(p, y) for p in runs]),
        "error": np.mean([np.sqrt(np.mean((p - y) ** 2)) for p in runs]),
        "correlation, literature": np.mean([correlate(p[lit], y[lit]) for p in runs]),
        "correlation, informational": np.mean([correlate(p[~lit], y[~lit]) for p in runs]),
        "transfer, literature to informational": transfer(excerpts, lit),
        "transfer, informational to literature": transfer(excerpts, ~lit),
    }
    return pd.DataFrame(figures.items(), columns=["figure", "value"])


def transfer(excerpts: Excerpts, learned: np.ndarray) -> float:
    """Return the correlation with people on the other excerpts of a fit to these."""
    model = fit(excerpts.x[learned], excerpts.ease[learned])
    return correlate(predict(model, excerpts.x[~learned]), excerpts.ease[~learned])


def correlate(a: np.ndarray, b: np.ndarray) -> float:
    """Return Pearson's correlation."""
    return float(np.corrcoef(a, b)[0, 1])


def tabulate_terms(excerpts: Excerpts) -> pd.DataFrame:
    """Return each term's coefficient, its standard error and the range of the predictor."""
    rng, by_author = np.random.RandomState(0), pd.Series(range(len(excerpts.ease))).groupby(excerpts.author).indices
    models = []
    for _ in range(RESAMPLES):
        drawn = np.concatenate([by_author[a] for a in rng.randint(0, len(by_author), len(by_author))])
        models.append(fit(excerpts.x[drawn], excerpts.ease[drawn]))
    low, high = (np.concatenate([[np.nan], np.quantile(excerpts.x, q, axis=0)]) for q in RANGE)
    model, errors = fit(excerpts.x, excerpts.ease), np.std(models, axis=0, ddof=1)
    columns = {"term": [CONSTANT, *SIGNS], "coefficient": model, "standard_error": errors, "low": low, "high": high}
    return pd.DataFrame(columns)


if __name__ == "__main__":
    sys.exit(main())
