"""Words by kind of source: how much of the body rests on whom."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from math import nan
from typing import Any

import pandas as pd

from analysis.crosstabs.contents import Cover, Speaker, find_covers
from analysis.tables import KINDS, SENTENCES, SPANS_BY_KIND, WORDS_BY_KIND, rows_of
from analysis.words import find_words


def words_by_kind(attributions: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return how many body words rest on each kind of source: article x kind, all five kinds listed.

    ``n_words`` are the body words in content of that kind, ``n_official`` those of them in the content of officials,
    ``share`` their share of all body words (0 to 1, the five add up to 1; NaN without words), ``n_sentences`` the
    sentences with such words. A word is counted where it stands, so none counts twice: all that is said about an
    article's words (answers, pictures, comparisons) is taken from here.
    Raises TableError where an argument is not the table it should be.
    """
    n_words: Counter[tuple[str, ...]] = Counter()
    n_official: Counter[tuple[str, str]] = Counter()
    n_sentences: dict[tuple[str, str], set[int]] = defaultdict(set)
    for article, sentence, speaker, words in words_by_speaker(find_covers(attributions), sentences):
        key = article, speaker.kind
        n_words[key] += words
        n_words[key[:1]] += words
        n_official[key] += words * speaker.official
        n_sentences[key].add(sentence)
    return WORDS_BY_KIND.frame(
        (*key, len(n_sentences.get(key, ())), n_words[key], n_official[key], n_words[key] / total if total else nan)
        for article in dict.fromkeys(sentences["article"].tolist())
        for total in [n_words[article,]]
        for key in [(article, kind) for kind in KINDS]
    )


def spans_by_kind(attributions: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the body's words as runs: in each sentence, neighbouring words that rest on the same source.

    ``start`` and ``end`` reach from the run's first word to its last; ``n_words`` add up to the words of the body.
    Words in nobody's content are unattributed, their ``source`` empty. A word belongs where it begins.
    Raises TableError where an argument is not the table it should be.
    """
    covers = find_covers(attributions)
    return SPANS_BY_KIND.frame(
        (article, paragraph, sentence, first, last, n, speaker.kind, speaker.source, speaker.official)
        for article, paragraph, sentence, start, text in _body(sentences, ("paragraph", "sentence", "start", "text"))
        for first, last, n, speaker in _runs(start, text, covers[article])
    )


def words_by_speaker(covers: Mapping[str, Cover], sentences: pd.DataFrame) -> Iterator[tuple[str, int, Speaker, int]]:
    """Yield article, sentence, speaker and number of words of each run; a sentence with one speaker is one."""
    columns = ("sentence", "start", "end", "n_words", "text")
    for article, sentence, start, end, n_words, text in _body(sentences, columns):
        (_, speaker), *others = covers[article].speakers_along(start, end)
        runs = _runs(start, text, covers[article]) if others else [(start, end, n_words, speaker)]
        yield from ((article, sentence, who, n) for _, _, n, who in runs)


def _body(sentences: pd.DataFrame, columns: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """Yield article and these columns of the body's sentences with words."""
    SENTENCES.check(sentences)
    return rows_of(sentences[(sentences["part"] == "body") & (sentences["n_words"] > 0)], "article", *columns)


def _runs(start: int, text: str, cover: Cover) -> Iterator[tuple[int, int, int, Speaker]]:
    """Yield start, end, number of words and speaker of each run of words with the same source, kind and office."""
    words = [(start + a, start + b) for a, b in find_words(text)]
    shares: list[tuple[int, int, Speaker]] = []
    first = 0
    for until, speaker in cover.speakers_along(words[0][0], words[-1][1]) if words else ():
        after = bisect_left(words, (until,), first)
        if after > first:
            shares.append((first, after, speaker))
            first = after
    for _, same in groupby(shares, key=lambda share: share[2][1:]):
        run = list(same)
        first, after = run[0][0], run[-1][1]
        yield words[first][0], words[after - 1][1], after - first, run[0][2]
