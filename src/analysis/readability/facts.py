"""The plain facts behind every score, in words and figures that a writer can change."""

import pandas as pd

from analysis.errors import AnalysisError
from analysis.tables import COUNTS

SHARES = {
    "words of one syllable": "n_monosyllables",
    "words of three syllables or more": "n_polysyllables",
    "words of more than six letters": "n_long",
    "words outside the list of familiar ones": "n_unfamiliar",
}


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
        *((what, int(of[n]), _rate(100 * int(of[n]), words, "{:.0f}% of the words")) for what, n in SHARES.items()),
    ]
    return pd.DataFrame(facts, columns=["what", "count", "rate"])


def _rate(part: int, whole: int, text: str) -> str:
    return text.format(part / whole) if whole else "undefined"
