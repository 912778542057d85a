"""Readability: speed, syllables, agreement with people and with true sentences, ours beside textstat's.

    python benchmarks/readability.py FOLDER [--articles N] [--clear CLEAR.csv] [--sentences FOLDER]

FOLDER holds news articles as ``*.txt``. Speed: articles a second of processor time of `read_articles`,
`split_sentences` and `measure_readability` (all measures of all articles, paragraphs and sentences, with intervals),
and of textstat's ten functions on the same bodies, in the same process: cold, with what each has to load and learn
first, and warm (of ours the best of three runs; textstat keeps what it worked out for a text, so each body is given
once); of textdescriptives where it is installed. Syllables: every
listed word of the articles is taken out of the dictionary, counted anew, and compared with what the dictionary says,
weighed by how often it occurs. With ``--clear`` (columns text, ease, category, author_group), correlations with
teachers' judgements; with ``--sentences`` (``*.jsonl`` with text and sentence_ends), the error of Flesch-Kincaid.
"""

import argparse
import gc
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pyphen

import textdescriptives_peer
from agreement import print_clear, print_kincaid
from analysis import syllables
from analysis.article import Article, read_articles
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
    parser.add_argument("--clear", type=Path, help="excerpts with teachers' judgements")
    parser.add_argument("--sentences", type=Path, help="texts with true sentences")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.glob("*.txt"))[: arguments.articles]
    articles = {path: article for path in paths for article in read_readable([path])}
    if not articles:
        print(f"there is no article (*.txt) in {arguments.folder}: name a folder that holds some", file=sys.stderr)
        return 2
    print_speed(list(articles))
    print_syllables(list(articles.values()))
    if arguments.sentences:
        print_kincaid(arguments.sentences)
    if arguments.clear:
        print_clear(arguments.clear)
    return 0


def print_speed(paths: list[Path]) -> None:
    """Print articles a second, ours and the others', and how many times as fast as textstat each is, cold and warm."""
    cold = {"ours": timed(lambda: measure_all(paths))}
    warm = {"ours": min(timed(lambda: measure_all(paths)) for _ in range(3))}
    sentences = split_sentences(read_articles(paths))
    bodies = [body_text(rows) for _, rows in sentences.groupby("article", sort=False)]
    loading = timed(lambda: use_own_dictionary().syllable_count("loads its dictionary"))
    gc.freeze()  # or each collection would walk through that dictionary, at the cost of whoever runs then
    warm["textstat, ten functions"] = timed(lambda: run_textstat(bodies))
    cold["textstat, ten functions"] = loading + warm["textstat, ten functions"]
    if textdescriptives_peer.is_installed():
        loading = timed(textdescriptives_peer.load)
        warm["textdescriptives, eight measures"] = timed(lambda: list(textdescriptives_peer.measure(bodies)))
        cold["textdescriptives, eight measures"] = loading + warm["textdescriptives, eight measures"]
    print(f"{f'articles a second, of {len(paths)}':<34}{'cold':>8}{'warm':>8}{'times textstat, cold':>22}{'warm':>6}")
    base_cold, base_warm = (seconds["textstat, ten functions"] for seconds in (cold, warm))
    for name in cold:
        speeds = f"{len(paths) / cold[name]:>8.0f}{len(paths) / warm[name]:>8.0f}"
        print(f"{name:<34}{speeds}{base_cold / cold[name]:>22.1f}{base_warm / warm[name]:>6.1f}")


def measure_all(paths: list[Path]) -> None:
    """Run our profile."""
    measure_readability(split_sentences(read_articles(paths)))


def run_textstat(bodies: list[str]) -> None:
    """Run textstat's ten functions on every body."""
    textstat = use_own_dictionary()
    for body in bodies:
        for name in TEN:
            getattr(textstat, name)(body)


def timed(run: Callable[[], object]) -> float:
    """Return the processor seconds that it takes, whatever else the machine does."""
    start = time.process_time()
    run()
    return time.process_time() - start


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
