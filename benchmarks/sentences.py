"""Sentence boundaries: precision, recall, F1 and speed of our splitter beside textstat's and NLTK's Punkt.

    python benchmarks/sentences.py FOLDER

FOLDER holds ``*.jsonl`` files whose lines have ``text`` and ``sentence_ends`` (offsets of the ends of all sentences).
Every splitter works inside one paragraph at a time. A boundary is where a sentence ends within a paragraph, counted
by the letters and digits before it, so that nobody gains or loses by the side on which a quotation mark falls.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from analysis.abbreviations import abbreviations, sentence_starters
from analysis.sentences import find_sentences

Split = Callable[[str], Iterable[int]]

# textstat 0.7 ends a sentence at every mark, that of "U.S." and "3.5" included, and then drops pieces of few words.
PIECES = re.compile(r"\b[^.!?]+[.!?]*")
FEW_WORDS = 2
MIN_BYTES = 400_000


class Text(NamedTuple):
    """One text: its paragraphs, and the ends of the sentences inside each."""

    paragraphs: list[str]
    ends: list[list[int]]


class Score(NamedTuple):
    """Boundaries right, proposed and wanted."""

    right: int
    proposed: int
    wanted: int

    def line(self) -> str:
        """Return precision, recall and F1 for a table; nan where there was nothing to find."""
        p = self.right / self.proposed if self.proposed else float("nan")
        r = self.right / self.wanted if self.wanted else float("nan")
        f = 2 * self.right / (self.proposed + self.wanted) if self.proposed + self.wanted else float("nan")
        return f"{p:9.3f} {r:6.3f} {f:6.3f}"


def read_texts(path: Path) -> list[Text]:
    """Read one file of texts and cut them into paragraphs, which newlines separate."""
    texts = []
    with path.open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            places = [m.span() for m in re.finditer(r"[^\n]+", row["text"])]
            ends = [[e - a for e in row["sentence_ends"] if a < e <= b] for a, b in places]
            texts.append(Text([row["text"][a:b] for a, b in places], ends))
    return texts


def weigh(paragraph: str, ends: Iterable[int]) -> set[int]:
    """Return boundaries as the letters and digits before them, without the paragraph's own beginning and end."""
    before, n = [0], 0
    for character in paragraph:
        n += character.isalnum()
        before.append(n)
    return {before[min(e, len(paragraph))] for e in ends} - {0, n}


def score(split: Split, texts: Iterable[Text]) -> Score:
    """Compare a splitter with the sentences wanted."""
    right = proposed = wanted = 0
    for text in texts:
        for paragraph, ends in zip(text.paragraphs, text.ends, strict=True):
            ours, gold = weigh(paragraph, split(paragraph)), weigh(paragraph, ends)
            right, proposed, wanted = right + len(ours & gold), proposed + len(ours), wanted + len(gold)
    return Score(right, proposed, wanted)


def speed(split: Split, texts: Iterable[Text]) -> float:
    """Return megabytes a second, over the texts repeated until there is enough to measure."""
    paragraphs = [p for t in texts for p in t.paragraphs]
    size = sum(len(p.encode()) for p in paragraphs)
    rounds = max(1, -(-MIN_BYTES // max(size, 1)))
    begun = time.perf_counter()
    for _ in range(rounds):
        for paragraph in paragraphs:
            split(paragraph)
    return rounds * size / 1e6 / (time.perf_counter() - begun)


def split_ours(paragraph: str) -> list[int]:
    """Return the sentence ends of our splitter."""
    return [end for _, end in find_sentences(paragraph)]


def split_textstat(paragraph: str) -> list[int]:
    """Return the ends of the pieces that textstat counts as sentences."""
    return [m.end() for m in PIECES.finditer(paragraph) if _count_as_textstat(m.group()) > FEW_WORDS]


def _count_as_textstat(piece: str) -> int:
    """Return how many words textstat counts: what stands between spaces and is not all punctuation."""
    return sum(any(map(str.isalnum, word)) for word in piece.split())


def make_punkt() -> Split:
    """Return NLTK's Punkt with our abbreviations and sentence starters."""
    parameters = PunktParameters()
    parameters.abbrev_types = {a.rstrip(".").lower() for a in abbreviations()}
    parameters.sent_starters = {w.lower() for w in sentence_starters()}
    tokenizer = PunktSentenceTokenizer(parameters)
    return lambda paragraph: [end for _, end in tokenizer.span_tokenize(paragraph)]


def main() -> int:
    """Print one table for each file of the folder; 2 where there is none."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path, nargs="?", default=Path("corpora/sentences"))
    folder = parser.parse_args().folder
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        remedy = "give a folder of .jsonl files whose lines have text and sentence_ends"
        print(f"there are no texts in {folder}: {remedy}", file=sys.stderr)
        return 2
    splitters = {"ours": split_ours, "textstat": split_textstat, "Punkt, our lists": make_punkt()}
    for path in files:
        texts = read_texts(path)
        print(f"{path.stem}: {len(texts)} texts\n{'':22}precision recall     F1    MB/s")
        for name, split in splitters.items():
            print(f"{name:22}{score(split, texts).line()} {speed(split, texts):7.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
