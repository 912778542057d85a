"""Readability: speed beside textstat, and syllables of words that the dictionary is made to forget.

    python benchmarks/readability.py FOLDER [--articles N]

FOLDER holds news articles as ``*.txt``. Speed: articles a second of `split_sentences` with `measure_readability` (all
measures of all articles, paragraphs and sentences, with intervals), cold (no word seen before) and warm, and of
textstat's ten functions on the same bodies, in the same process. Syllables: every listed word of the articles is taken
out of the dictionary, counted anew, and compared with what the dictionary says, weighed by how often it occurs.
"""

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pyphen

from analysis import syllables
from analysis.article import Article
from analysis.readability import measure_readability, use_own_dictionary
from analysis.readability.peers import body_text
from analysis.sentences import split_sentences
from analysis.words import split_words
from articles import read_readable

TEN = (
    "flesch_reading_ease", "flesch_kincaid_grade", "gunning_fog", "smog_index", "automated_readability_index",
    "coleman_liau_index", "dale_chall_readability_score", "linsear_write_formula", "lix", "rix",
)  # fmt: skip
WORD = re.compile(r"[a-z']+")


def main() -> int:
    """Read the folder, print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=200, help="how many to measure at most (default: 200)")
    arguments = parser.parse_args()
    articles = list(read_readable(sorted(arguments.folder.glob("*.txt"))[: arguments.articles]))
    if not articles:
        print(f"there is no article (*.txt) in {arguments.folder}: name a folder that holds some", file=sys.stderr)
        return 2
    print_speed(articles)
    print_syllables(articles)
    return 0


def print_speed(articles: list[Article]) -> None:
    """Print articles a second, ours and textstat's, and how many times faster ours are."""
    use_own_dictionary().syllable_count("dictionaries are loaded before the clock starts")
    syllables.dictionary()
    runs = {f"ours, {state}": timed(lambda: measure_all(articles)) for state in ("cold", "warm", "warm again")}
    sentences = split_sentences(articles)
    bodies = [body_text(rows) for _, rows in sentences.groupby("article", sort=False)]
    runs["textstat, ten functions"] = timed(lambda: run_textstat(bodies))
    base = runs["textstat, ten functions"]
    print(f"{'speed, ' + str(len(articles)) + ' articles':<28}{'articles/s':>12}{'times textstat':>16}")
    for name, seconds in runs.items():
        print(f"{name:<28}{len(articles) / seconds:>12.1f}{base / seconds:>16.1f}")


def measure_all(articles: list[Article]) -> None:
    """Run our profile."""
    measure_readability(split_sentences(articles))


def run_textstat(bodies: list[str]) -> None:
    """Run textstat's ten functions on every body."""
    textstat = use_own_dictionary()
    for body in bodies:
        for name in TEN:
            getattr(textstat, name)(body)


def timed(run: Callable[[], None]) -> float:
    """Return the seconds that it takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def print_syllables(articles: list[Article]) -> None:
    """Print how often hidden words are counted right, and how far the total is off."""
    said = Counter(w.lower().replace("’", "'") for a in articles for w in split_words(a.text))
    listed = {w: n for w, n in said.items() if w in syllables.dictionary() and WORD.fullmatch(w)}
    hyphens = pyphen.Pyphen(lang="en_US")
    print(f"\n{'syllables, ' + str(len(listed)) + ' hidden words':<28}{'exact':>12}{'by type':>10}{'total':>9}")
    for name, count in {
        "ours, all of it": count_hidden,
        "ours, spelling alone": syllables.count_by_rule,
        "pyphen (textstat)": lambda w: len(hyphens.positions(w)) + 1,
    }.items():
        print(f"{name:<28}{score(listed, count)}")


def count_hidden(word: str) -> int:
    """Count a word as if the dictionary had never listed it."""
    known = syllables.dictionary().pop(word)
    try:
        return syllables._count(word)
    finally:
        syllables.dictionary()[word] = known


def score(listed: dict[str, int], count: Callable[[str], int]) -> str:
    """Return the share of tokens and of words that are exact, and the excess of the total."""
    truth = {w: syllables.dictionary()[w] for w in listed}
    counts = {w: count(w) for w in listed}
    right = sum(n for w, n in listed.items() if counts[w] == truth[w]) / sum(listed.values())
    types = sum(counts[w] == truth[w] for w in listed) / len(listed)
    bias = sum(n * counts[w] for w, n in listed.items()) / sum(n * truth[w] for w, n in listed.items()) - 1
    return f"{right:>12.3f}{types:>10.3f}{bias:>+9.1%}"


if __name__ == "__main__":
    sys.exit(main())
