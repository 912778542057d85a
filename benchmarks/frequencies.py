"""Count the words of a folder of news articles for the table of word frequencies that travels with the package.

    python benchmarks/frequencies.py FOLDER

FOLDER holds articles as ``*.txt``; their bodies are counted. Listed are only words of the pronouncing dictionary, which
travels with the package anyway, and only those of two articles or more; all others are one row, ``*``. So the table
holds figures on words of a dictionary, and nothing of any article's text. Run when the corpus or `analysis.words`
changes; the result is committed.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from analysis.frequencies import COLUMNS, OTHERS, TABLE, plain_form
from analysis.sentences import split_sentences
from analysis.syllables import dictionary
from analysis.words import split_words
from articles import read_readable

FEWEST_ARTICLES = 2


def main() -> int:
    """Count, write the table, say what it holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    counts, articles, n = count_folder(folder)
    if not n:
        print(f"there is no article (*.txt) in {folder}: name a folder that holds some", file=sys.stderr)
        return 2
    listed = {w: c for w, c in counts.items() if articles[w] >= FEWEST_ARTICLES and w in dictionary()}
    write_counts(listed, counts.total() - sum(listed.values()))
    share = sum(listed.values()) / counts.total()
    print(f"{n} articles, {counts.total():,} words; {len(listed):,} listed, which are {share:.1%} of all")
    return 0


def count_folder(folder: Path) -> tuple[Counter[str], Counter[str], int]:
    """Return how often each word occurs, in how many articles, and how many articles there are."""
    counts: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    n = 0
    for article in read_readable(sorted(folder.glob("*.txt"))):
        sentences = split_sentences(article)
        body = sentences.loc[sentences["part"].eq("body"), "text"]
        words = [plain_form(w) for text in body for w in split_words(text)]
        counts.update(words)
        articles.update(set(words))
        n += 1
    return counts, articles, n


def write_counts(listed: dict[str, int], others: int) -> None:
    """Write the table, the most frequent word first."""
    TABLE.parent.mkdir(exist_ok=True)
    rows = [(OTHERS, others), *sorted(listed.items(), key=lambda row: (-row[1], row[0]))]
    TABLE.write_text("".join(f"{a},{b}\n" for a, b in [tuple(COLUMNS), *rows]), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
