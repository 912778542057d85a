"""Readability in words: a grade as a school year, and the sentences that make an article hard."""

import math
from collections import Counter

import numpy as np
import pandas as pd

from analysis.frequencies import plain_form, read_frequencies
from analysis.readability.counts import gather_units
from analysis.readability.formulas import apply_formulas, choose_formulas
from analysis.readability.vocabulary import is_familiar, words_of_closed_classes
from analysis.syllables import count_syllables
from analysis.tables import SENTENCES
from analysis.words import split_words

MEASURES = ("flesch_kincaid_grade", "words_per_sentence", "syllables_per_word")
YEARS = (
    "kindergartner", "first-grader", "second-grader", "third-grader", "fourth-grader", "fifth-grader", "sixth-grader",
    "seventh-grader", "eighth-grader", "high school freshman", "high school sophomore", "high school junior",
    "high school senior", "college freshman", "college sophomore", "college junior", "college senior",
    "graduate student",
)  # fmt: skip
BEYOND = "specialist"  # above what any school year reads with ease
LAST_GRADE = 20
POLYSYLLABLE = 3
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
            "n_words": units.by_name(is_sentence)["n_words"].astype(np.int64),
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


def hardest_words(sentences: pd.DataFrame, n: int = 10) -> pd.DataFrame:
    """Return the ``n`` hardest words of each article's body, the hardest first: unfamiliar, rare, long.

    Words with a capital are left out, since most are names; so are figures, words of closed classes, and words on the
    list of familiar ones. The rarest in the news come first, of equals the longest. Columns: article, word (lower
    case), count, syllables, zipf (log10 of occurrences in a billion words of news), why.
    """
    sentences = SENTENCES.check(sentences)
    body = sentences[sentences["part"].eq("body")]
    rows = []
    for article, texts in body.groupby("article", sort=False)["text"]:
        words = Counter(plain_form(w) for text in texts for w in split_words(text) if _may_be_hard(w))
        found = [(article, w, count, count_syllables(w), read_frequencies().zipf(w)) for w, count in words.items()]
        rows += sorted(found, key=lambda row: (row[4], -row[3], row[1]))[:n]
    frame = pd.DataFrame(rows, columns=["article", "word", "count", "syllables", "zipf"])
    return frame.assign(why=[_why_word(*row[3:]) for row in rows])


def _may_be_hard(word: str) -> bool:
    """Tell whether a word has no capital or figure, carries meaning, and is not on the list of familiar ones."""
    plain = plain_form(word)
    return (
        word.islower()
        and plain.isascii()
        and plain.replace("-", "").replace("'", "").isalpha()
        and not (plain in words_of_closed_classes() or is_familiar(plain))
    )


def _why_word(syllables: int, zipf: float) -> str:
    """Name what makes a word hard beside being on no list of familiar ones."""
    rare = "rare in the news" if zipf <= read_frequencies().zipf("") else ""
    long = f"{syllables} syllables" if syllables >= POLYSYLLABLE else ""
    return ", ".join(filter(None, ("not on the list of familiar words", rare, long)))
