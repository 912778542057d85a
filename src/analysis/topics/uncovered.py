"""What a dictionary leaves out: names and words outside all mentions, a check list for its author and no finding."""

from bisect import bisect_right
from calendar import day_name, month_name
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import inf, log, log2, nan

import pandas as pd

from analysis.frequencies import Frequencies, plain_form, read_frequencies
from analysis.lexicon import words_of
from analysis.tables import MENTIONS, SENTENCES, UNCOVERED, rows_of
from analysis.words import find_words

DATES = frozenset(d.lower() for d in (*day_name, *month_name))
POSSESSIVE = ("'s", "’s")
LEAST_OFTEN = 2  # what stands there once is no gap in a dictionary
LEAST_LETTERS = 4
LEAST_RATIO = 1.5  # log2: nearly three times as common as in the news
LEAST_LIKELY = 10.83  # log-likelihood at p = 0.001, one degree of freedom

Free = tuple[str, list[tuple[int, int]]]  # a sentence and the places of those of its words that no mention covers


def list_uncovered(mentions: pd.DataFrame, sentences: pd.DataFrame, *, most: int = 10) -> pd.DataFrame:
    """Return the names and the other words that stand out outside all mentions, up to ``most`` of each.

    A check list for the dictionary's author, no finding: what is listed is more common here than in US political news
    of 2016, whatever the reason. ``what`` is name (words with a capital, not only at the beginning of a sentence; most
    frequent first) or word (no function word, four letters or more; highest log-likelihood first). Both stand there
    twice or more; ``n`` counts the body. ``log_likelihood`` (0 upwards, Dunning 1993) tells how sure one may be that a
    word is more common than in the reference, ``log_ratio`` (log2, Hardie 2014) how many times as common; both are NaN
    for names. ``suggestion`` is the term as it would stand in a list of the file. Raises TableError for other tables.
    """
    MENTIONS.check(mentions)
    SENTENCES.check(sentences)
    body = sentences[sentences["part"] == "body"]
    free = list(_free_words(body, _covered(mentions)))
    names, words = _count_names(free), _count_words(free)
    parts_of_names = {part for name in names for part in name.lower().split()}
    others = {w: n for w, n in words.items() if w not in parts_of_names}
    rows = [("name", name, n, nan, nan) for name, n in _most_often(names)[:most]]
    rows += [("word", *key) for key in _key_words(others, int(body["n_words"].sum()), read_frequencies())[:most]]
    return UNCOVERED.frame((*row, f'"{row[1]}",') for row in rows)


def _most_often(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return what stands there often enough, with its count, the most frequent first."""
    return sorted(((w, n) for w, n in counts.items() if n >= LEAST_OFTEN), key=lambda c: (-c[1], c[0]))


def _key_words(counts: Mapping[str, int], size: int, news: Frequencies) -> list[tuple[str, int, float, float]]:
    """Return word, count, log-likelihood and log ratio of the words that are key, the surest first."""
    rows = [(w, n, *keyness(n, size, news.counts.get(w, 0), news.total)) for w, n in _most_often(counts)]
    key = [r for r in rows if r[2] >= LEAST_LIKELY and r[3] >= LEAST_RATIO]
    return sorted(key, key=lambda r: (-r[2], r[0]))


def keyness(n: int, size: int, n_reference: int, reference: int) -> tuple[float, float]:
    """Return log-likelihood and log ratio of a word's count in a text of this size against that in a reference.

    Sources: Dunning 1993, Accurate methods for the statistics of surprise and coincidence, in the form of Rayson and
    Garside 2000; Hardie 2014 for the ratio, a count of 0 in the reference taken as one half. Undefined (NaN) where a
    size is 0; the ratio of a word that the text lacks is minus infinity.
    """
    if not size or not reference:
        return nan, nan
    expected = [(n + n_reference) * part / (size + reference) for part in (size, reference)]
    pairs = zip((n, n_reference), expected, strict=True)
    likelihood = 2 * sum(observed * log(observed / e) for observed, e in pairs if observed)
    return likelihood, log2((n / size) / ((n_reference or 0.5) / reference)) if n else -inf


def _free_words(body: pd.DataFrame, covered: Mapping[str, tuple[list[int], list[int]]]) -> Iterator[Free]:
    """Yield each sentence with the places of those of its words that begin in no mention."""
    for article, at, text in rows_of(body, "article", "start", "text"):
        starts, ends = covered.get(article, ([], []))
        # As many mentions have begun before a free word as have ended: they do not overlap.
        yield (
            text,
            [
                (start, end)
                for start, end in find_words(text)
                if bisect_right(starts, at + start) == bisect_right(ends, at + start)
            ],
        )


def _count_names(free: Iterable[Free]) -> Counter[str]:
    """Return how often each name stands among these words."""
    courtesies = {title.lower() for title in words_of("titles", "title", office="courtesy")}
    no_names = words_of("function_words", "word") | courtesies | DATES
    return Counter(name for text, places in free for name in _names(text, places, no_names))


def _count_words(free: Iterable[Free]) -> Counter[str]:
    """Return how often each word with a small letter, four letters or more and a meaning stands among these words."""
    function_words = words_of("function_words", "word")
    written = (text[start:end] for text, places in free for start, end in places if text[start].islower())
    words = Counter(word for word in map(plain_form, written) if len(word) >= LEAST_LETTERS and word.isalpha())
    return Counter({word: n for word, n in words.items() if word not in function_words})


def _names(text: str, words: Iterable[tuple[int, int]], no_names: frozenset[str]) -> Iterator[str]:
    """Yield runs of words with a capital and only white space between; none of ``no_names`` is part of one.

    The first word of a sentence has a capital always: it counts where another follows it at once.
    """
    runs: list[list[tuple[int, int]]] = []
    for start, end in words:
        word = text[start:end]
        if not word[0].isupper() or word.lower() in no_names:
            continue
        if not runs or not text[runs[-1][-1][1] : start].isspace():
            runs.append([])
        runs[-1].append((start, end - 2 * word.endswith(POSSESSIVE)))
    for run in runs:
        if len(run) > 1 or any(map(str.isalnum, text[: run[0][0]])):
            yield " ".join(text[a:b] for a, b in run)


def _covered(mentions: pd.DataFrame) -> dict[str, tuple[list[int], list[int]]]:
    """Return the stretches of each article that mentions cover, merged: their starts and their ends."""
    covered: dict[str, tuple[list[int], list[int]]] = {}
    for article, start, end in sorted(rows_of(mentions, "article", "start", "end")):
        starts, ends = covered.setdefault(article, ([], []))
        if ends and start <= ends[-1]:
            ends[-1] = max(end, ends[-1])
        else:
            starts.append(start)
            ends.append(end)
    return covered
