"""Readability in words: a grade as a school year, and the sentences that make an article hard."""

import math

import numpy as np
import pandas as pd

from analysis.readability.counts import gather_units
from analysis.readability.formulas import apply_formulas, choose_formulas

MEASURES = ("flesch_kincaid_grade", "words_per_sentence", "syllables_per_word")
YEARS = (
    "kindergartner", "first-grader", "second-grader", "third-grader", "fourth-grader", "fifth-grader", "sixth-grader",
    "seventh-grader", "eighth-grader", "high school freshman", "high school sophomore", "high school junior",
    "high school senior", "college freshman", "college sophomore", "college junior", "college senior",
    "graduate student",
)  # fmt: skip
BEYOND = "specialist"  # above what any school year reads with ease
LAST_GRADE = 20
FEWEST_WORDS = 8  # a single long word would have the highest grade of all


def grade_in_words(grade: float) -> str:
    """Return who reads a US school grade with ease: 8.7 'eighth-grader', 16.2 'college senior'; '' for NaN.

    Grade 8.7 is the eighth grade's seventh month, so part grades are cut off. Below 1 'kindergartner', from 17
    'graduate student', from 20 'specialist'.
    """
    if math.isnan(grade):
        return ""
    return BEYOND if grade >= LAST_GRADE else YEARS[min(max(math.floor(grade), 0), len(YEARS) - 1)]


def hardest_sentences(sentences: pd.DataFrame, n: int = 3) -> pd.DataFrame:
    """Return the ``n`` sentences of each article's body with the highest Flesch-Kincaid grade, the hardest first.

    Sentences under 8 words come only after all others, since the grade means nothing there.
    Columns: article, paragraph, sentence, n_words, flesch_kincaid_grade (US school grade; for one sentence it ranks,
    it does not measure), syllables_per_word, why (a long sentence, long words or both, against the
    article's mean), text.
    """
    units = gather_units(sentences)
    values = apply_formulas(choose_formulas(MEASURES), units.by_name())
    is_sentence = units.scope == 2
    article = units.article[is_sentence]
    of_article = values[units.scope == 0][article]
    names = [units.names[a] for a in article]
    texts = dict(zip(zip(sentences["article"], sentences["sentence"], strict=True), sentences["text"], strict=True))
    found = [texts[key] for key in zip(names, units.sentence[is_sentence], strict=True)]
    frame = pd.DataFrame(
        {
            "article": pd.Series(names, dtype="str"),
            "paragraph": units.paragraph[is_sentence],
            "sentence": units.sentence[is_sentence],
            "n_words": units.by_name(is_sentence)["n_words"],
            "flesch_kincaid_grade": values[is_sentence][:, 0],
            "syllables_per_word": values[is_sentence][:, 2],
            "why": pd.Series(_why(values[is_sentence], of_article), dtype="str"),
            "text": pd.Series(found, dtype="str"),
        }
    )
    ranked = np.lexsort((frame["sentence"], -frame["flesch_kincaid_grade"], frame["n_words"] < FEWEST_WORDS, article))
    return frame.iloc[ranked].groupby("article", sort=False).head(n).reset_index(drop=True)


def _why(values: np.ndarray, means: np.ndarray) -> list[str]:
    """Name what is above the article's mean: the sentence's length, the length of its words, or both."""
    longer, heavier = (values[:, i] > means[:, i] for i in (1, 2))
    return list(
        np.select(
            [longer & heavier, longer, heavier], ["a long sentence of long words", "a long sentence", "long words"], ""
        )
    )
