"""What a reader has to be told beside a figure: that the text is short, or unlike those that a formula was made for."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.readability.counts import Units, take_texts
from analysis.readability.ease import Ease, read_ease
from analysis.readability.formulas import Formula, compute_predictors

SHORT_TEXT = 100  # words
SMOG_SENTENCES = 30
SHORT = f"fewer than {SHORT_TEXT} words"
# English prose has 25 to 70 small words of closed classes in a hundred words, other languages up to 10 that look so. A
# list of scores or names has none either, but next to no words that a child would not know, where other languages have
# a third and more.
ENGLISH_SHARE, FOREIGN_SHARE, ENOUGH_WORDS = 0.15, 0.3, 50
FOREIGN = "so few words like “the” and “of” that it is hardly English, for which all measures were made"
ERROR = "error of prediction"
FEW = f"fewer than {SMOG_SENTENCES} sentences, for which SMOG was made"


def write_notes(units: Units, formulas: Sequence[Formula]) -> pd.api.extensions.ExtensionArray:
    """Return the note of each unit and measure, measure by measure within a unit; empty for all but articles."""
    notes = np.zeros((len(units.scope), len(formulas)), np.int64)
    texts = {"": 0}
    articles = np.flatnonzero(units.scope == 0)
    counts = units.by_name(articles)
    short = np.where(counts["n_words"] < SHORT_TEXT, SHORT, "").tolist()
    few = np.where(counts["n_sentences"] < SMOG_SENTENCES, FEW, "").tolist()
    small = counts["n_words"] - counts["n_content"] - counts["n_figures"]
    is_foreign = (
        (counts["n_words"] >= ENOUGH_WORDS)
        & (small < ENGLISH_SHARE * counts["n_words"])
        & (counts["n_unfamiliar"] > FOREIGN_SHARE * counts["n_words"])
    )
    general = [_join(both) for both in zip(short, np.where(is_foreign, FOREIGN, "").tolist(), strict=True)]
    said = {"": general}
    for formula in formulas:
        own = {"smog": lambda: few, "ease": lambda: _judge_ease(units, articles)}.get(formula.name)
        if own is not None:
            said[formula.name] = [_join(both) for both in zip(general, own(), strict=True)]
    numbers = {name: [texts.setdefault(text, len(texts)) for text in each] for name, each in said.items()}
    for column, formula in enumerate(formulas):
        notes[articles, column] = numbers.get(formula.name, numbers[""])
    return take_texts(list(texts), notes.ravel())


def _join(notes: Sequence[str]) -> str:
    return "; ".join(filter(None, notes))


def _judge_ease(units: Units, articles: np.ndarray) -> list[str]:
    """Say how far ease errs, and which predictors lie outside the range of the texts that it was fitted to."""
    model = read_ease()
    rows = compute_predictors(list(model.terms), units.by_name(articles))
    error = f"{ERROR} {model.error:.2f}"
    return ["; ".join([error, *_outside(model, row)]) for row in rows]


def _outside(model: Ease, row: np.ndarray) -> list[str]:
    sides = ((name, term.side(value)) for (name, term), value in zip(model.terms.items(), row, strict=True))
    return [f"{name} {side} what was fitted" for name, side in sides if side]
