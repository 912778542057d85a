"""The closed groups of words that tell constructions apart, as `lexicons/grammar.csv` lists them."""

from functools import cache

from analysis.errors import LexiconError
from analysis.lexicon import words_of


@cache
def group(name: str) -> frozenset[str]:
    """Return the words of a group, lower case; raise LexiconError where the list has none."""
    words = words_of("grammar", "word", **{"class": name})
    if not words:
        raise LexiconError(f"grammar.csv has no words of the class {name!r}: add one line for each of them")
    return words
