"""Sourcing: speed, and how well attributions agree with annotators, on a corpus folder in the PolNeAR layout.

    python benchmarks/sourcing.py FOLDER [--scorer eval_sourcing.py] [--attributions OUT.csv]

FOLDER holds ``text/*.txt`` and ``attributions/*.ann``, as PolNeAR's splits do (Newell, Margolin and Ruths 2018).
Printed are articles a second of `find_attributions` on one core, beside those of NLTK's word tokenizer alone, the
first step of any parser, on the same sentences in the same process (its ratio holds on a busy machine, too): the first
run, in which most words and names are new, after the lists were loaded by a sample article, and a second one. And, with
the corpus's scorer, its table (sentences, source spans, content words, whole attributions) and, for each rule, how many
rows it gave and how many of their cues (where there is none: contents) overlap an annotated one: a weak rule shows.
"""

import argparse
import importlib.util
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import pandas as pd
from nltk.tokenize import NLTKWordTokenizer

from analysis.article import Article, find_article, read_article
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions
from analysis.spans import parse_spans
from articles import read_readable

T = TypeVar("T")
SAMPLE = "austin-wei-call"


def main() -> int:
    """Read the folder, find the attributions, print what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--scorer", type=Path, help="the corpus's eval_sourcing.py; without it only the speed is measured"
    )
    parser.add_argument("--attributions", type=Path, help="where to write the attributions found, as CSV")
    arguments = parser.parse_args()
    articles = list(read_readable(sorted((arguments.folder / "text").glob("*.txt"))))
    if not articles:
        print(f"there is no article in {arguments.folder / 'text'}: name a folder with text/*.txt", file=sys.stderr)
        return 2
    attributions = measure(articles)
    if arguments.attributions:
        attributions.to_csv(arguments.attributions, index=False)
    if arguments.scorer:
        print_scores(load(arguments.scorer), arguments.folder, attributions)
    return 0


def measure(articles: list[Article]) -> pd.DataFrame:
    """Print articles a second, ours and those of NLTK's tokenizer, and return the attributions."""
    sentences = split_sentences(articles)
    find_attributions(split_sentences(read_article(find_article(SAMPLE))))  # loads all lists and patterns
    attributions, ours = timed(lambda: find_attributions(sentences))
    _, again = timed(lambda: find_attributions(sentences))
    _, theirs = timed(lambda: NLTKWordTokenizer().tokenize_sents(sentences["text"].tolist()))
    speeds = f"{len(articles) / ours:.0f} articles/s, again {len(articles) / again:.0f}"
    print(f"{len(articles)} articles, {len(attributions)} attributions, {speeds}")
    print(f"NLTK's tokenizer alone: {len(articles) / theirs:.0f} articles/s; ours takes {ours / theirs:.1f} times it\n")
    return attributions


def timed(run: Callable[[], T]) -> tuple[T, float]:
    """Return what a run returns and its processor time in seconds."""
    start = time.process_time()
    result = run()
    return result, time.process_time() - start


def load(path: Path) -> ModuleType:
    """Return the scorer as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} is no Python file: name the corpus's eval_sourcing.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def print_scores(scorer: ModuleType, folder: Path, attributions: pd.DataFrame) -> None:
    """Print the scorer's table and the share of right rows by rule."""
    gold = scorer.load_gold(folder.parent, folder.name)
    rows = scorer.load_pred(attributions, {name: text for name, (text, _) in gold.items()})
    result = scorer.score(gold, rows, 0)
    labels = folder.parent / f"source-labels-{folder.name}.jsonl"
    if labels.exists():
        result["labels"] = scorer.score_labels([labels], labels, rows)
    print(scorer.table(result))
    print("\nby rule: rows, share right\n", by_rule(gold, attributions).to_string(), sep="")


def by_rule(gold: dict[str, Any], attributions: pd.DataFrame) -> pd.DataFrame:
    """Return, for each rule, its rows and the share of them that share a word of their cue with an annotated one."""
    columns = ("article", "rule", "cue_start", "cue_end", "content_spans")
    rows = [
        (rule, is_right(gold[article][1], start, end, spans))
        for article, rule, start, end, spans in zip(*(attributions[c].tolist() for c in columns), strict=True)
        if article in gold
    ]
    frame = pd.DataFrame(rows, columns=["rule", "right"])
    return frame.groupby("rule")["right"].agg(["size", "mean"]).round(2).sort_values("size", ascending=False)


def is_right(annotated: list[dict[str, Any]], start: Any, end: Any, spans: str) -> bool:
    """Tell whether the cue (without one: the content) overlaps an annotated one."""
    role = "content" if pd.isna(start) else "cue"
    pieces = parse_spans(spans) if pd.isna(start) else [(start, end)]
    return any(s < b and a < e for s, e in pieces for one in annotated for a, b in one[role])


if __name__ == "__main__":
    sys.exit(main())
