"""How far readability scores agree with people, and how far a grade is off because sentences are counted wrong."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

import textdescriptives_peer
from analysis.article import article_from_text
from analysis.readability import FORMULAS, count_units, measure_readability, use_own_dictionary
from analysis.readability.formulas import EASIER, apply_formulas, choose_formulas
from analysis.readability.peers import FUNCTIONS, body_text
from analysis.sentences import split_sentences
from analysis.words import count_words
from fit_ease import correlate, count_excerpts, judge, read_excerpts

PER_GROUP = 10  # texts of a sentence or two that make one article
FEWEST = 5  # sentences that an article must have
HEADLINE, SPACE = "Article\n\n", "\n\n"  # so that all of the text is body


class Gold(NamedTuple):
    """A text, and where each of its sentences ends, as people cut it."""

    text: str
    ends: list[int]


def print_clear(path: Path) -> None:
    """Print the correlation of every measure with teachers' judgement of ease; + agrees with them."""
    table, counts = count_excerpts(path)
    values = apply_formulas(FORMULAS, {c: counts[c].to_numpy(dtype=float) for c in counts.columns[4:]})
    ours = {f.name: column for f, column in zip(FORMULAS, values.T, strict=True) if f.name != "ease"}
    textstat, texts = use_own_dictionary(), table["text"].tolist()
    theirs = {name: [getattr(textstat, function)(t) for t in texts] for name, function in FUNCTIONS.items()}
    peers = {"ours": ours, "textstat": theirs}
    if textdescriptives_peer.is_installed():
        rows = list(textdescriptives_peer.measure(texts))
        peers["textdescriptives"] = {name: [r[name] for r in rows] for name in rows[0]}
    print(f"\n{'ease of ' + str(len(table)) + ' excerpts (CLEAR), r':<36}" + "".join(f"{p:>18}" for p in peers))
    for name in ours:
        print(f"{name:<36}" + "".join(f"{_agreement(name, p, table['ease']):>18}" for p in peers.values()))
    for figure, value in judge(read_excerpts(path)).itertuples(index=False):
        print(f"{'ease: ' + figure:<54}{value:>.3f}" if value % 1 else f"{'ease: ' + figure:<54}{value:.0f}")


def _agreement(name: str, values: Mapping[str, object], ease: pd.Series) -> str:
    if name not in values:
        return "-"
    found, (formula,) = np.asarray(values[name], dtype=float), choose_formulas([name])
    known = np.isfinite(found)
    return f"{correlate(found[known], ease[known].to_numpy()) * (1 if formula.direction == EASIER else -1):.3f}"


def print_kincaid(folder: Path) -> None:
    """Print how far Flesch-Kincaid is from its value on the true sentences, in grades."""
    for path in sorted(folder.glob("*.jsonl")):
        errors = np.array([e for article in read_gold(path) if (e := compare_grades(article))]).reshape(-1, 2)
        print(
            f"\n{'Flesch-Kincaid, ' + path.stem:<36}{'mean error':>12}{'mean':>8}{'worst':>8}{len(errors):>6} articles"
        )
        for name, column in zip(("ours", "textstat"), errors.T, strict=True):
            size = np.abs(column)
            print(f"{name:<36}{size.mean():>12.2f}{column.mean():>+8.2f}{size.max(initial=0):>8.2f}")


def read_gold(path: Path) -> list[list[Gold]]:
    """Return articles as one or more texts with their sentences; short texts are put together to articles."""
    with path.open(encoding="utf-8") as file:
        texts = [Gold(row["text"], row["sentence_ends"]) for row in map(json.loads, file)]
    several = 1 if np.median([len(t.ends) for t in texts]) >= FEWEST else PER_GROUP
    return [texts[i : i + several] for i in range(0, len(texts), several)]


def compare_grades(texts: list[Gold]) -> tuple[float, float] | None:
    """Return our error and textstat's in grades on one article; None where it has too few sentences."""
    article = "".join(f"{HEADLINE if not i else SPACE}{t.text}" for i, t in enumerate(texts))
    sentences = split_sentences(article_from_text(article, name="article"))
    n = _count_true(texts, sentences)
    if n < FEWEST:
        return None
    counts = count_units(sentences).iloc[0]
    fixed = {c: np.array([float(counts[c])]) for c in counts.index[4:]} | {"n_sentences": np.array([float(n)])}
    right = apply_formulas(choose_formulas(["flesch_kincaid_grade"]), fixed).item()
    ours = measure_readability(sentences, measures=["flesch_kincaid_grade"])["value"].iloc[0]
    return ours - right, use_own_dictionary().flesch_kincaid_grade(body_text(sentences)) - right


def _count_true(texts: list[Gold], sentences: pd.DataFrame) -> int:
    """Return how many true sentences lie mostly in what the reader takes for the body and have a word there."""
    body = sentences[sentences["part"] == "body"]
    inside = np.zeros(len(HEADLINE) + sum(len(t.text) + len(SPACE) for t in texts), bool)
    for start, end in zip(body["start"], body["end"], strict=True):
        inside[start:end] = True
    n, at = 0, len(HEADLINE)
    for text in texts:
        for a, b in zip([0, *text.ends], text.ends, strict=False):
            letters = [at + a + i for i, c in enumerate(text.text[a:b]) if not c.isspace()]
            n += bool(letters) and inside[letters].mean() > 0.5 and count_words(text.text[a:b]) > 0
        at += len(text.text) + len(SPACE)
    return n
