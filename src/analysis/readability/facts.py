"""The plain facts behind every score, in words and figures that a writer can change."""

import pandas as pd

from analysis.errors import AnalysisError
from analysis.tables import COUNTS

OF_WORDS = {
    "words of one syllable": "n_monosyllables",
    "words of three syllables or more": "n_polysyllables",
    "words of more than six letters": "n_long",
    "words outside the list of familiar ones": "n_unfamiliar",
    "figures": "n_figures",
}
RARE = "{:.0f}% of the content words"


def list_facts(counts: pd.DataFrame) -> pd.DataFrame:
    """Return what was counted in one article's body: columns what, count and rate; a rate of nothing is undefined.

    Takes the table of `count_units`. Raises AnalysisError where it holds no article or several.
    """
    whole = COUNTS.check(counts).query("scope == 'article'")
    if len(whole) != 1:
        raise AnalysisError(f"the facts are those of one article, and this table holds {len(whole)}: choose one")
    of = whole.iloc[0]
    words, sentences = int(of["n_words"]), int(of["n_sentences"])
    facts = [
        ("sentences", sentences, _rate(words, sentences, "{:.1f} words a sentence")),
        ("words", words, _rate(int(of["n_letters"]), words, "{:.1f} letters a word")),
        ("syllables", int(of["n_syllables"]), _rate(int(of["n_syllables"]), words, "{:.2f} syllables a word")),
        *((what, int(of[n]), _rate(100 * int(of[n]), words, "{:.0f}% of the words")) for what, n in OF_WORDS.items()),
        ("content words", content := int(of["n_content"]), _frequency(of["sum_zipf"], content)),
        ("content words that are rare in the news", int(of["n_rare"]), _rate(100 * int(of["n_rare"]), content, RARE)),
    ]
    return pd.DataFrame(facts, columns=["what", "count", "rate"])


def _frequency(sum_zipf: float, words: int) -> str:
    """Say how often a typical content word stands in a million words of news."""
    return (
        f"a typical one stands {10 ** (sum_zipf / words - 3):,.0f} times in a million words" if words else "undefined"
    )


def _rate(part: int, whole: int, text: str) -> str:
    return text.format(part / whole) if whole else "undefined"
