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
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType

from analysis.article import Article
from analysis.frequencies import COLUMNS, OTHERS, TABLE, Frequencies, plain_form
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
    corpus = Corpus(read_readable(sorted(folder.glob("*.txt"))))
    if not corpus.by_article:
        print(f"there is no article (*.txt) in {folder}: name a folder that holds some", file=sys.stderr)
        return 2
    print(write_frequencies(corpus))
    return 0


class Corpus:
    """How often each word stands in the bodies of some articles (``counts``), in how many, and in each of them."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.by_article = {article.name: count_article(article) for article in articles}
        self.counts: Counter[str] = Counter()
        self.articles: Counter[str] = Counter()
        for words in self.by_article.values():
            self.counts.update(words)
            self.articles.update(words.keys())

    def frequencies(self, *, without: str | None = None) -> Frequencies:
        """Return the table of the words that are listed; as it would be if one article were not of the corpus."""
        own = self.by_article[without] if without is not None else Counter()
        listed = {
            word: count - own[word]
            for word, count in self.counts.items()
            if self.articles[word] - (word in own) >= FEWEST_ARTICLES and word in dictionary()
        }
        return Frequencies(MappingProxyType(listed), self.counts.total() - own.total())


def count_article(article: Article) -> Counter[str]:
    """Return how often each word stands in the body of an article."""
    sentences = split_sentences(article)
    body = sentences.loc[sentences["part"].eq("body"), "text"]
    return Counter(plain_form(word) for text in body for word in split_words(text))


def write_frequencies(corpus: Corpus) -> str:
    """Write the table that travels with the package, the most frequent word first; return what it holds in words."""
    found = corpus.frequencies()
    listed = sum(found.counts.values())
    rows = [(OTHERS, found.total - listed), *sorted(found.counts.items(), key=lambda row: (-row[1], row[0]))]
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text("".join(f"{a},{b}\n" for a, b in [tuple(COLUMNS), *rows]), encoding="utf-8")
    return (
        f"{len(corpus.by_article)} articles, {found.total:,} words; {len(found.counts):,} listed, "
        f"which are {listed / found.total:.1%} of all"
    )


if __name__ == "__main__":
    sys.exit(main())
