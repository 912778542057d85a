"""The readability formulas, each once: coefficients, unit, range, direction, year and source.

Every formula is a constant plus coefficients times predictors, and each predictor is a ratio of counts; so one table
of coefficients computes all measures of all units at once, and the formula that a reader sees is the one computed.

Left out on purpose: Spache (1953), which was made for the first three grades of school and needs its own list of
words; and averages of several formulas, which agree with readers less than the best of their members.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.errors import AnalysisError
from analysis.readability.ease import read_ease

Array = np.ndarray
AT_ONCE = 1_000  # units; on larger products the matrix library's threads spend more time than they save

# A predictor of a formula: its name in words, and how it is computed from counts. A ratio to nothing is undefined.
PREDICTORS = {
    "words per sentence": lambda n: n["n_words"] / n["n_sentences"],
    "syllables per word": lambda n: n["n_syllables"] / n["n_words"],
    "characters per word": lambda n: n["n_characters"] / n["n_words"],
    "letters per 100 words": lambda n: 100 * n["n_letters"] / n["n_words"],
    "sentences per 100 words": lambda n: 100 * n["n_sentences"] / n["n_words"],
    "complex words per 100 words": lambda n: 100 * n["n_complex"] / n["n_words"],
    "long words per 100 words": lambda n: 100 * n["n_long"] / n["n_words"],
    "long words per sentence": lambda n: n["n_long"] / n["n_sentences"],
    "monosyllables per 150 words": lambda n: 150 * n["n_monosyllables"] / n["n_words"],
    "unfamiliar words per word": lambda n: n["n_unfamiliar"] / n["n_words"],
    "unfamiliar words per 100 words": lambda n: 100 * n["n_unfamiliar"] / n["n_words"],
    "√(polysyllables per 30 sentences)": lambda n: np.sqrt(30 * n["n_polysyllables"] / n["n_sentences"]),
    "points per sentence": lambda n: (n["n_words"] + 2 * n["n_polysyllables"]) / n["n_sentences"],
    "1 if these are at most 20": lambda n: n["n_words"] + 2 * n["n_polysyllables"] <= 20 * n["n_sentences"],
    "Zipf value of content words": lambda n: n["sum_zipf"] / n["n_content"],
    "rare words per content word": lambda n: n["n_rare"] / n["n_content"],
    "new words per content word": lambda n: n["n_new_words"] / n["n_content"],
    "figures per word": lambda n: n["n_figures"] / n["n_words"],
    "“the” and “of” per word": lambda n: n["n_the_of"] / n["n_words"],
    "late words per word": lambda n: n["n_late_words"] / n["n_words"],
}

GRADE = "US school grade"
HARDER, EASIER = "higher is harder", "higher is easier"


@dataclass(frozen=True)
class Formula:
    """A measure: what it is called, its unit, the usual range in adult prose, its direction, and where it is from."""

    name: str
    label: str
    unit: str
    usual_range: str
    direction: str
    constant: float
    terms: Mapping[str, float]
    year: int | None
    source: str

    @property
    def text(self) -> str:
        """Return the formula as it is computed: ``0.39 × words per sentence + 11.8 × syllables per word − 15.59``."""
        parts = [f"{_sign(c)} {'' if abs(c) == 1 else f'{abs(c):g} × '}{p}" for p, c in self.terms.items()]
        constant = [f"{_sign(self.constant)} {abs(self.constant):.10g}"] if self.constant else []
        parts = constant + parts if parts[0].startswith("−") else parts + constant
        return " ".join(parts).removeprefix("+ ")


def _sign(number: float) -> str:
    return "−" if number < 0 else "+"


FORMULAS = (
    Formula(
        "words_per_sentence", "Words per sentence", "words", "10 to 30", HARDER,
        0, {"words per sentence": 1}, None, "count",
    ),
    Formula(
        "syllables_per_word", "Syllables per word", "syllables", "1.3 to 1.9", HARDER,
        0, {"syllables per word": 1}, None, "count",
    ),
    Formula(
        "unfamiliar_words", "Unfamiliar words", "share of words", "0 to 0.4", HARDER,
        0, {"unfamiliar words per word": 1}, None, "count; list of Dale and Chall as textstat carries it",
    ),
    Formula(
        "word_frequency", "Word frequency", "Zipf", "4.5 to 5.5", EASIER,
        0, {"Zipf value of content words": 1}, None, "count; words of 840 articles on US politics, 2016",
    ),
    Formula(
        "flesch_reading_ease", "Flesch reading ease", "points", "0 to 100", EASIER,
        206.835, {"words per sentence": -1.015, "syllables per word": -84.6},
        1948, "R. Flesch, A new readability yardstick, Journal of Applied Psychology 32",
    ),
    Formula(
        "flesch_kincaid_grade", "Flesch-Kincaid grade", GRADE, "5 to 18", HARDER,
        -15.59, {"words per sentence": 0.39, "syllables per word": 11.8},
        1975, "J. P. Kincaid and others, Derivation of new readability formulas for Navy enlisted personnel",
    ),
    Formula(
        "gunning_fog", "Gunning fog", GRADE, "6 to 20", HARDER,
        0, {"words per sentence": 0.4, "complex words per 100 words": 0.4},
        1952, "R. Gunning, The Technique of Clear Writing",
    ),
    Formula(
        "smog", "SMOG", GRADE, "7 to 18", HARDER,
        3.1291, {"√(polysyllables per 30 sentences)": 1.0430},
        1969, "G. H. McLaughlin, SMOG grading: a new readability formula, Journal of Reading 12",
    ),
    Formula(
        "automated_readability_index", "Automated readability index", GRADE, "5 to 18", HARDER,
        -21.43, {"characters per word": 4.71, "words per sentence": 0.5},
        1967, "R. J. Senter and E. A. Smith, Automated Readability Index, AMRL-TR-66-220",
    ),
    Formula(
        "coleman_liau", "Coleman-Liau", GRADE, "6 to 16", HARDER,
        -15.8, {"letters per 100 words": 0.0588, "sentences per 100 words": -0.296},
        1975, "M. Coleman and T. L. Liau, A computer readability formula, Journal of Applied Psychology 60",
    ),
    Formula(
        "dale_chall_1948", "Dale-Chall 1948", "raw score", "4 to 12", HARDER,
        3.6365, {"unfamiliar words per 100 words": 0.1579, "words per sentence": 0.0496},
        1948, "E. Dale and J. S. Chall, A formula for predicting readability, Educational Research Bulletin 27",
    ),
    Formula(
        "dale_chall_1995", "New Dale-Chall", "cloze score", "0 to 60", EASIER,
        64, {"unfamiliar words per 100 words": -0.95, "words per sentence": -0.69},
        1995, "J. S. Chall and E. Dale, Readability Revisited: The New Dale-Chall Readability Formula",
    ),
    Formula(
        "lix", "LIX", "points", "25 to 70", HARDER,
        0, {"words per sentence": 1, "long words per 100 words": 1},
        1968, "C. H. Björnsson, Läsbarhet",
    ),
    Formula(
        "rix", "RIX", "long words per sentence", "1 to 10", HARDER,
        0, {"long words per sentence": 1},
        1983, "J. Anderson, Lix and Rix: variations on a little-known readability index, Journal of Reading 26",
    ),
    Formula(
        "forcast", "FORCAST", GRADE, "7 to 13", HARDER,
        20, {"monosyllables per 150 words": -0.1},
        1973, "J. S. Caylor and others, Methodologies for determining reading requirements, HumRRO TR 73-5",
    ),
    Formula(
        "linsear_write", "Linsear Write", GRADE, "5 to 20", HARDER,
        0, {"points per sentence": 0.5, "1 if these are at most 20": -1},
        1966, "after J. O'Hayre, Gobbledygook Has Gotta Go; points: 1 a word, 3 if it has three syllables or more",
    ),
    Formula(
        "ease", "Ease", "log odds", "-2.5 to 0.5", EASIER,
        read_ease().constant, {name: term.coefficient for name, term in read_ease().terms.items()},
        None, "fitted to teachers' judgements of school reading, the CLEAR corpus (Crossley and others 2023)",
    ),
)  # fmt: skip

BY_NAME = {f.name: f for f in FORMULAS}


def choose_formulas(measures: Sequence[str] | None = None) -> tuple[Formula, ...]:
    """Return the formulas of these names, all of them for None; AnalysisError names the first that there is not."""
    if measures is None:
        return FORMULAS
    if isinstance(measures, str) or not measures:
        raise AnalysisError(f"measures is {measures!r}: give a list of names, of {', '.join(BY_NAME)}; or None for all")
    unknown = [m for m in measures if m not in BY_NAME]
    if unknown:
        raise AnalysisError(f"there is no measure {unknown[0]!r}: choose from {', '.join(BY_NAME)}")
    return tuple(BY_NAME[m] for m in measures)


def apply_formulas(formulas: Sequence[Formula], counts: Mapping[str, Array]) -> Array:
    """Return the values, the measures along the last axis after the axes of the counts; NaN without words."""
    shape = counts["n_words"].shape
    wanted = list(dict.fromkeys(p for f in formulas for p in f.terms))
    coefficients = np.array([[f.terms.get(p, 0.0) for p in wanted] for f in formulas])
    predictors = _predict(wanted, counts).reshape(len(wanted), -1)
    undefined = ~np.isfinite(predictors)
    predictors[undefined] = 0
    values = np.empty((len(formulas), predictors.shape[1]))
    blocks = 1 + predictors.shape[1] // AT_ONCE
    for some, out in zip(*(np.array_split(a, blocks, axis=1) for a in (predictors, values)), strict=True):
        np.matmul(coefficients, some, out=out)
    values += np.array([[f.constant] for f in formulas])
    some = np.flatnonzero(undefined.any(axis=0))  # what is undefined spoils only the formulas that use it
    values[:, some] += np.where((coefficients != 0).astype(float) @ undefined[:, some] > 0, np.nan, 0)
    return np.moveaxis(values.reshape(len(formulas), *shape), 0, -1)


def compute_predictors(names: Sequence[str], counts: Mapping[str, Array]) -> Array:
    """Return predictors along the last axis; NaN without words, or without what they are a ratio to."""
    return np.moveaxis(_predict(names, counts), 0, -1)


def _predict(names: Sequence[str], counts: Mapping[str, Array]) -> Array:
    """Return predictors along the first axis."""
    predictors = np.empty((len(names), *counts["n_words"].shape))
    with np.errstate(divide="ignore", invalid="ignore"):
        for i, name in enumerate(names):
            predictors[i] = PREDICTORS[name](counts)
    return predictors


def describe_measure(name: str) -> str:
    """Return a sentence or two on a measure: unit, direction, formula and source. AnalysisError for an unknown name."""
    formula = choose_formulas([name])[0]
    year = f" ({formula.year})" if formula.year else ""
    return (
        f"{formula.label}{year}, in {formula.unit}, usually {formula.usual_range}; {formula.direction}: "
        f"{formula.text}. Source: {formula.source}."
    )


def list_formulas(measures: Sequence[str] | None = None) -> pd.DataFrame:
    """Return a table of the formulas: measure, label, unit, usual range, direction, formula, year and source."""
    columns = ["measure", "label", "unit", "usual_range", "direction", "formula", "year", "source"]
    rows = [
        (f.name, f.label, f.unit, f.usual_range, f.direction, f.text, f"{f.year or ''}", f.source)
        for f in choose_formulas(measures)
    ]
    return pd.DataFrame(rows, columns=columns)
