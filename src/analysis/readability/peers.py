"""What textstat prints for the same body, and why it differs; textstat is loaded only here, which takes seconds."""

import atexit
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pandas as pd

from analysis.errors import AnalysisError
from analysis.readability.counts import gather_units
from analysis.readability.formulas import apply_formulas, choose_formulas
from analysis.syllables import NLTK_DATA

FUNCTIONS = {
    "words_per_sentence": "words_per_sentence",
    "syllables_per_word": "avg_syllables_per_word",
    "flesch_reading_ease": "flesch_reading_ease",
    "flesch_kincaid_grade": "flesch_kincaid_grade",
    "gunning_fog": "gunning_fog",
    "smog": "smog_index",
    "automated_readability_index": "automated_readability_index",
    "coleman_liau": "coleman_liau_index",
    "dale_chall_1948": "dale_chall_readability_score",
    "lix": "lix",
    "rix": "rix",
    "linsear_write": "linsear_write_formula",
}
# What is changed, one after the other, from our count to textstat's; the rest is its word list or its formula.
STEPS = (
    ("sentences", "n_sentences", "sentence_count"),
    ("words", "n_words", "lexicon_count"),
    ("syllables", "n_syllables", "syllable_count"),
    ("words of 3 or more syllables", "n_polysyllables", "polysyllabcount"),
    ("letters", "n_letters", "letter_count"),
    ("characters", "n_characters", "char_count"),
    ("long words", "n_long", "long_word_count"),
)
REST = {
    "gunning_fog": "which words are complex",
    "coleman_liau": "its coefficient 0.058, published as 0.0588",
    "dale_chall_1948": "which words are unfamiliar",
    "linsear_write": "its first 100 words stand for the text",
}
DICTIONARY = "corpora/cmudict"
LEAST = 0.05  # a smaller effect is not told


@cache
def use_own_dictionary() -> Any:
    """Return the module textstat, made to find the pronouncing dictionary in this package instead of downloading it."""
    import nltk.data

    nltk.data.path.insert(0, str(NLTK_DATA))
    try:
        nltk.data.find(DICTIONARY)
    except LookupError:
        nltk.data.path[0] = _private_copy()
    return import_module("textstat")


def _private_copy() -> str:
    """Return a copy of the dictionary's folder that only we can write, for as long as this process lives.

    NLTK refuses data that others could change, and a checkout is often open to the owner's group.
    """
    folder = TemporaryDirectory(prefix="nltk_data-")
    atexit.register(folder.cleanup)
    target = Path(folder.name) / DICTIONARY
    for path in (target.parent, target):
        path.mkdir(mode=0o700)
    for file in (NLTK_DATA / DICTIONARY).iterdir():
        (target / file.name).write_bytes(file.read_bytes())
        (target / file.name).chmod(0o600)
    return folder.name


def compare_with_textstat(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return measure, ours, textstat, difference (textstat minus ours) and reason, for the body of one article.

    The reason names the counts that differ, with both figures and what each adds to the difference, when textstat's
    count takes the place of ours one after the other. Raises AnalysisError for no body or several articles.
    """
    units = gather_units(sentences)
    if len(units.names) != 1:
        raise AnalysisError(f"textstat is compared on one article, not {len(units.names)}: pass the sentences of one")
    textstat, text = use_own_dictionary(), body_text(sentences)
    ours = {name: float(column[0]) for name, column in units.by_name().items()}
    theirs = {name: float(getattr(textstat, function)(text)) for _, name, function in STEPS}
    printed = np.array([float(getattr(textstat, function)(text)) for function in FUNCTIONS.values()])
    path = _walk(ours, theirs)
    return pd.DataFrame(
        {
            "measure": pd.Series(list(FUNCTIONS), dtype="str"),
            "ours": path[0],
            "textstat": printed,
            "difference": printed - path[0],
            "reason": pd.Series(
                [_reason(m, path[:, i], printed[i], ours, theirs) for i, m in enumerate(FUNCTIONS)], dtype="str"
            ),
        }
    )


def body_text(sentences: pd.DataFrame) -> str:
    """Return the body as other tools are given it: sentences by spaces, paragraphs by blank lines."""
    body = sentences.loc[sentences["part"].eq("body")]
    return "\n\n".join(" ".join(p["text"]) for _, p in body.groupby("paragraph", sort=True))


def _walk(ours: dict[str, float], theirs: dict[str, float]) -> np.ndarray:
    """Return all measures from our counts, then with one count after the other replaced by textstat's."""
    counts, rows = dict(ours), []
    for name in ("", *(name for _, name, _ in STEPS)):
        counts |= {name: theirs[name]} if name else {}
        rows.append(apply_formulas(choose_formulas(list(FUNCTIONS)), {k: np.array(v) for k, v in counts.items()}))
    return np.array(rows)


def _reason(measure: str, path: np.ndarray, printed: float, ours: dict[str, float], theirs: dict[str, float]) -> str:
    say: Callable[[str, str], str] = lambda label, name: f"{theirs[name]:,.0f} {label} against {ours[name]:,.0f}"  # noqa: E731
    effects = [(say(label, name), step) for (label, name, _), step in zip(STEPS, np.diff(path), strict=True)]
    effects.append((REST.get(measure, "the rest"), printed - path[-1]))
    told = sorted((e for e in effects if abs(e[1]) >= LEAST), key=lambda e: -abs(e[1]))
    signed = ((what, f"{effect:+.2f}".replace("-", "−")) for what, effect in told)
    return "; ".join(f"{what} ({effect})" for what, effect in signed)
