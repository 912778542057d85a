"""How common a word is in the news: how often each word of a reference corpus stood there.

The table is ``lexicons/frequencies/news_2016.csv``; what was counted, how, and under what terms it travels is told
beside it. It is data for several measures, which do not import each other.
"""

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from analysis.errors import LexiconError
from analysis.lexicon import LEXICONS

TABLE = LEXICONS / "frequencies" / "news_2016.csv"
COLUMNS = ["word", "count"]
OTHERS = "*"  # the row of all words that have none of their own


@dataclass(frozen=True)
class Frequencies:
    """How often each listed word stands in a corpus (``counts``), and how many words that corpus has (``total``)."""

    counts: Mapping[str, int]
    total: int

    def count(self, word: str) -> int:
        """Return how often a word stands there, at least 1: a word that is not listed is as rare as one can tell.

        A hyphenated word that is not listed is as common as its rarest part.
        """
        plain = plain_form(word)
        count = self.counts.get(plain, 1)
        return count if count > 1 or "-" not in plain else min(self.counts.get(part, 1) for part in plain.split("-"))

    def zipf(self, word: str) -> float:
        """Return log10 of a word's occurrences in a billion words: 7.7 ``the``, 5.4 ``police``, 4.3 ``dog``.

        The scale is van Heuven and others' (2014, Quarterly Journal of Experimental Psychology 67). The least is 3.2,
        for words that are not listed.
        """
        return self.zipf_of(self.count(word))

    def zipf_of(self, count: int) -> float:
        """Return the Zipf value of a word that stands so often, at least once, in the corpus."""
        return math.log10(count / self.total) + 9


def plain_form(word: str) -> str:
    """Return a word as it stands in the table: lower case, straight apostrophe, no possessive 's."""
    return word.lower().replace("’", "'").removesuffix("'s")


@cache
def read_frequencies() -> Frequencies:
    """Return the counts of some 13,000 words in 840 news articles of 2016; LexiconError names a mistake in the file."""
    return read_counts(TABLE)


def read_counts(path: Path) -> Frequencies:
    """Return the counts of a CSV file with the columns word and count and a row ``*`` for all words not listed.

    Raises LexiconError naming file, line and remedy.
    """
    if not path.is_file():
        raise LexiconError(f"there is no table {path.name}: make it with benchmarks/frequencies.py")
    counts: dict[str, int] = {}
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        if next(reader, None) != COLUMNS:
            raise LexiconError(f"{path.name} does not begin with {','.join(COLUMNS)}: make that its first line")
        for row in reader:
            fault = _fault(row, counts)
            if fault:
                raise LexiconError(f"{path.name}, line {reader.line_num}: {fault}")
            counts[row[0]] = int(row[1])
    if OTHERS not in counts:
        raise LexiconError(f"{path.name} has no row {OTHERS!r} for the words that are not listed: add it")
    total = sum(counts.values())
    del counts[OTHERS]
    return Frequencies(MappingProxyType(counts), total)


def _fault(row: list[str], seen: Mapping[str, int]) -> str:
    """Say what is wrong with a row and how to mend it; nothing where it is sound."""
    if len(row) != len(COLUMNS) or not row[0]:
        return "a row is a word, a comma and a count; mend or delete it"
    if not (row[1].isascii() and row[1].isdigit() and int(row[1])):
        return f"{row[1]!r} is no count; write a whole number from 1"
    return f"{row[0]!r} is there already; delete one of the two" if row[0] in seen else ""
