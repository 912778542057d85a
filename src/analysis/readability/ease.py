"""Ease: a score fitted to what teachers found easy, from a handful of predictors that run one way each.

CLEAR (Crossley, Heintz, Choi, Batchelor, Karimi and Malatinszky 2023, Behavior Research Methods 55) holds excerpts of
some 175 words from literature and informational texts for grades 3 to 12. Teachers compared them in pairs and said
which is easier to understand; a Bradley-Terry model turned that into a value each. It is school reading, not news, so
the score carries over as far as news is hard for the same reasons; where an article lies outside what was fitted, its
row says so.

The model adds up: a constant and coefficients times `formulas.PREDICTORS`, each coefficient held to the sign that
common sense gives it. ``fitted/*.csv`` are written by ``benchmarks/fit_ease.py`` and by nothing else.
"""

import csv
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.errors import LexiconError

FITTED = Path(__file__).parent / "fitted"
COEFFICIENTS, FIT = "ease_coefficients.csv", "ease_fit.csv"
CONSTANT = "constant"

# Each predictor of ease, and whether more of it makes a text easier (1) or harder (-1). The share of rare words stands
# in for the mean Zipf value, with which news about politics would look easy, since its words were counted in such news;
# words per sentence and syllables per word add nothing to these.
SIGNS = {
    "new words per content word": -1,
    "rare words per content word": -1,
    "figures per word": -1,
    "“the” and “of” per word": -1,
    "late words per word": -1,
}


@dataclass(frozen=True)
class Term:
    """A predictor's coefficient with its standard error, and the range in which 98 of 100 excerpts lie."""

    coefficient: float
    standard_error: float
    low: float
    high: float

    def side(self, value: float) -> str:
        """Return on which side of that range a value lies: ``above``, ``below`` or, inside and for NaN, nothing."""
        return "above" if value > self.high else "below" if value < self.low else ""


@dataclass(frozen=True)
class Ease:
    """The fitted model: ``error`` is the root mean square error on excerpts of authors that it has not seen."""

    constant: float
    terms: dict[str, Term]
    error: float
    mean: float


@cache
def read_ease(folder: Path = FITTED) -> Ease:
    """Return the fitted model; LexiconError names a mistake in its files."""
    rows = {r["term"]: r for r in _read(folder / COEFFICIENTS, "term coefficient standard_error low high")}
    figures = {r["figure"]: _number(r["value"], FIT) for r in _read(folder / FIT, "figure value")}
    lacking = [t for t in (CONSTANT, *SIGNS) if t not in rows] + [f for f in ("error", "mean") if f not in figures]
    if lacking:
        raise LexiconError(f"the fitted ease lacks {lacking[0]!r}: run benchmarks/fit_ease.py")
    terms = {
        t: Term(*(_number(rows[t][c], t) for c in ("coefficient", "standard_error", "low", "high"))) for t in SIGNS
    }
    wrong = [t for t, term in terms.items() if term.coefficient * SIGNS[t] < 0]
    if wrong:
        raise LexiconError(f"{COEFFICIENTS} has the wrong sign for {wrong[0]!r}: run benchmarks/fit_ease.py")
    return Ease(_number(rows[CONSTANT]["coefficient"], CONSTANT), terms, figures["error"], figures["mean"])


def chance_easier(ease: float, than: float) -> float:
    """Return how likely a teacher finds a text of this ease easier than another, 0 to 1, by Bradley and Terry."""
    return 1 / (1 + math.exp(than - ease))


def _read(path: Path, columns: str) -> Iterator[dict[str, str]]:
    if not path.is_file():
        raise LexiconError(f"there is no {path.name}: make it with benchmarks/fit_ease.py")
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if reader.fieldnames != columns.split():
            raise LexiconError(f"{path.name} does not begin with {columns.replace(' ', ',')}: make that its first line")
        yield from reader


def _number(text: str | None, what: str) -> float:
    try:
        return float(text or "")
    except ValueError:
        raise LexiconError(f"{text!r} of {what} is no number: run benchmarks/fit_ease.py") from None
