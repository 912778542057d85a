"""The engines that find topics, timed one after another by topics.py."""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from time import process_time

import pandas as pd

from analysis.tables import SENTENCES
from analysis.topics.dictionary import Topic, Topics
from analysis.topics.matching import find_terms, find_topics
from analysis.topics.terms import parse_term
from analysis.words import split_words

N_TOPICS, N_TERMS = 25, 20


def print_speed(texts: list[str], runs: int) -> None:
    """Print one line an engine: articles a second, time in parts of ours, hits."""
    terms = _terms(texts)
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters, {N_TOPICS} topics of {N_TERMS} terms")
    print(f"{'engine':36}{'articles/s':>12}{'time':>8}{'hits':>10}")
    ours = 0.0
    for name, run in _engines(terms, texts):
        seconds, hits = min((_timed(run) for _ in range(runs)), key=lambda r: r[0])
        ours = ours or seconds
        print(f"{name:36}{len(texts) / seconds:12,.0f}{seconds / ours:8.2f}{hits:10,}")


def _terms(texts: list[str]) -> list[list[str]]:
    """Return 25 lists of 20 terms: 15 words and 5 pairs each, of middling frequency, none in two lists."""
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for text in texts:
        found = [w.lower() for w in split_words(text)]
        words.update(w for w in found if w.isalpha() and len(w) > 4)
        pairs.update(f"{a} {b}" for a, b in pairwise(found) if a.isalpha() and b.isalpha() and min(len(a), len(b)) > 3)
    singles = iter([w for w, _ in words.most_common(2000)][500:])
    doubles = iter([p for p, _ in pairs.most_common(1000)][100:])
    return [[*islice(singles, N_TERMS * 3 // 4), *islice(doubles, N_TERMS // 4)] for _ in range(N_TOPICS)]


def _engines(terms: list[list[str]], texts: list[str]) -> Iterator[tuple[str, Callable[[], int]]]:
    topics = Topics(
        "benchmark",
        tuple(
            Topic(f"topic-{n}", "", "", tuple(map(parse_term, of_topic)), (), "exact")
            for n, of_topic in enumerate(terms)
        ),
    )
    sentences = _sentences(texts)
    yield "find_terms (hits)", lambda: len(find_terms(sentences, topics=topics))
    yield "find_topics (mentions)", lambda: len(find_topics(sentences, topics=topics))
    yield "find_topics, default dictionary", lambda: len(find_topics(sentences))
    flat = [t for of_topic in terms for t in of_topic]
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(flat, key=len, reverse=True)))})\b", re.IGNORECASE)
    yield "one regular expression", lambda: sum(1 for t in texts for _ in pattern.finditer(t))
    yield from _peers(flat, texts)


def _peers(terms: list[str], texts: list[str]) -> Iterator[tuple[str, Callable[[], int]]]:
    """Yield those of the common engines that are installed here."""
    try:
        from flashtext import KeywordProcessor
    except ImportError:
        print("(flashtext is not installed)", file=sys.stderr)
    else:
        keywords = KeywordProcessor()
        keywords.add_keywords_from_list(terms)
        yield "flashtext", lambda: sum(len(keywords.extract_keywords(t, span_info=True)) for t in texts)
    try:
        import spacy
        from spacy.matcher import PhraseMatcher
    except ImportError:
        print("(spaCy is not installed)", file=sys.stderr)
    else:
        nlp = spacy.blank("en")
        matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        matcher.add("terms", [nlp.make_doc(t) for t in terms])
        yield "spaCy make_doc + PhraseMatcher", lambda: sum(len(matcher(nlp.make_doc(t))) for t in texts)


def _sentences(texts: list[str]) -> pd.DataFrame:
    """Return one row a line, which is near enough to a sentence for a measure of speed."""
    rows: list[tuple] = []
    for number, text in enumerate(texts):
        at = 0
        for n, line in enumerate(text.split("\n"), 1):
            pieces = re.split(r"(?<=[.!?])(?= )", line)
            for piece in pieces:
                if piece.strip():
                    place = (n, len(rows) + 1, "body", at, at + len(piece))
                    rows.append((str(number), *place, piece.count(" ") + 1, piece))
                at += len(piece)
            at += 1
    return SENTENCES.frame(rows)


def _timed(run: Callable[[], int]) -> tuple[float, int]:
    begin = process_time()
    hits = run()
    return process_time() - begin, hits
