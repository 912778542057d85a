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
LEAST_OFTEN = 2  # what stands there once is no gap in a dictionary
LEAST_RATIO = 1.5  # log2: nearly three times as common as in the news
LEAST_LIKELY = 10.83  # log-likelihood at p = 0.001, one degree of freedom


def list_uncovered(sentences: pd.DataFrame, mentions: pd.DataFrame, *, most: int = 10) -> pd.DataFrame:
    """Return the names and the other words that stand out outside all mentions, up to ``most`` of each.

    A check list for the dictionary's author, no finding: what is listed is more common here than in US political news
    of 2016, whatever the reason. ``what`` is name (words with a capital, not only at the beginning of a sentence; most
    frequent first) or word (no function word, four letters or more; highest log-likelihood first). Both stand there
    twice or more; ``n`` counts the body. ``log_likelihood`` (0 upwards, Dunning 1993) tells how sure one may be that a
    word is more common than in the reference, ``log_ratio`` (log2, Hardie 2014) how many times as common; both are NaN
    for names. ``suggestion`` is the term as it would stand in a list of the file. Raises TableError for other tables.
    """
    SENTENCES.check(sentences)
    MENTIONS.check(mentions)
    body = sentences[sentences["part"] == "body"]
    function_words = words_of("function_words", "word")
    no_names = function_words | {t.lower() for t in words_of("titles", "title", office="courtesy")} | DATES
    names: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for text, free in _free_words(body, _covered(mentions)):
        names.update(_names(text, free, no_names))
        words.update(w for a, b in free if (w := plain_form(text[a:b])).isalpha() and text[a].islower() and len(w) > 3)
    parts_of_names = {part for name in names for part in name.lower().split()}
    others = {w: n for w, n in words.items() if w not in function_words | parts_of_names}
    by_count = sorted(((w, n) for w, n in names.items() if n >= LEAST_OFTEN), key=lambda c: (-c[1], c[0]))
    rows = [("name", name, n, nan, nan) for name, n in by_count[:most]]
    rows += [("word", *key) for key in _key_words(others, int(body["n_words"].sum()), read_frequencies())[:most]]
    return UNCOVERED.frame((*row, f'"{row[1]}",') for row in rows)


def _key_words(counts: Mapping[str, int], size: int, news: Frequencies) -> list[tuple[str, int, float, float]]:
    """Return word, count, log-likelihood and log ratio of the words that are key, the surest first."""
    rows = [(w, n, *keyness(n, size, news.counts.get(w, 0), news.total)) for w, n in counts.items() if n >= LEAST_OFTEN]
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


def _free_words(
    body: pd.DataFrame, covered: Mapping[str, tuple[list[int], list[int]]]
) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield each sentence with the places of those of its words that no mention covers."""
    for article, at, text in rows_of(body, "article", "start", "text"):
        starts, ends = covered.get(article, ([], []))
        before = ((bisect_right(starts, at + a) - 1, a, b) for a, b in find_words(text))
        yield text, [(a, b) for i, a, b in before if i < 0 or ends[i] <= at + a]


def _names(text: str, words: Iterable[tuple[int, int]], no_names: frozenset[str]) -> Iterator[str]:
    """Yield runs of words with a capital and only white space between; none of ``no_names`` is part of one.

    The first word of a sentence has a capital always: it counts where another follows it at once.
    """
    runs: list[list[tuple[int, int]]] = []
    for start, end in words:
        word = text[start:end]
        if not word[0].isupper() or word.lower() in no_names:
            continue
        end -= 2 * word.endswith(("'s", "’s"))
        if runs and text[runs[-1][-1][1] : start].isspace():
            runs[-1].append((start, end))
        else:
            runs.append([(start, end)])
    for run in runs:
        if len(run) > 1 or any(c.isalnum() for c in text[: run[0][0]]):
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
