"""On whose word: topics and words joined with the attributions in whose content they stand.

Joined by offsets. Where contents overlap, the outermost attribution speaks, the one whose content reaches farthest;
between two as long, the one that comes first. So every word and every mention belongs to one source or to none,
and nothing counts twice.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import groupby, pairwise
from math import nan
from typing import NamedTuple

import pandas as pd

from analysis.spans import parse_spans
from analysis.tables import (
    ATTRIBUTIONS,
    COUNT,
    FLAG,
    KINDS,
    MENTIONS,
    NUMBER,
    OFFSET,
    SENTENCES,
    TEXT,
    TOPICS_BY_SOURCE,
    Table,
)
from analysis.words import find_words

MENTIONS_BY_SOURCE = Table(
    "mentions_by_source",
    dict(MENTIONS.columns) | {"attribution": OFFSET, "source": TEXT, "kind": TEXT, "official": FLAG},
)
SPANS_BY_KIND = Table(
    "spans_by_kind",
    {"article": TEXT, "paragraph": COUNT, "sentence": COUNT, "start": COUNT, "end": COUNT, "n_words": COUNT,
     "kind": TEXT, "source": TEXT, "official": FLAG},
)  # fmt: skip
WORDS_BY_KIND = Table(
    "words_by_kind", {"article": TEXT, "kind": TEXT, "n_sentences": COUNT, "n_words": COUNT, "share": NUMBER}
)
MENTIONS_BY_KIND = Table(
    "mentions_by_kind",
    {"article": TEXT, "topic": TEXT, "kind": TEXT, "n_mentions": COUNT, "n_official": COUNT, "n_sources": COUNT},
)


class Speaker(NamedTuple):
    """Who answers for a stretch of text."""

    attribution: int | None
    source: str
    kind: str
    official: bool


NOBODY = Speaker(None, "", "unattributed", False)


def mentions_by_source(mentions: pd.DataFrame, attributions: pd.DataFrame) -> pd.DataFrame:
    """Return one row a mention, headline included, with the attribution in whose content it stands.

    A mention stands in the content that shares most characters with it, the first of equals; in none where it
    touches none: then ``attribution`` is missing, ``source`` empty, ``kind`` unattributed and ``official`` false.
    A mention in the words that name a source ("Taiwan's president said") stands in no content.
    Raises TableError where an argument is not the table it should be.
    """
    MENTIONS.check(mentions)
    covers = _covers(attributions)
    rows = []
    for row in _rows(mentions, MENTIONS.columns):
        article, start, end = row[0], row[5], row[6]
        speaker = covers[article].speaker_of(start, end) if article in covers else NOBODY
        rows.append((*row, pd.NA if speaker.attribution is None else speaker.attribution, *speaker[1:]))
    return MENTIONS_BY_SOURCE.frame(rows)


def topics_by_source(mentions: pd.DataFrame, attributions: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return each topic met in an article's body by kind of source, all five kinds listed, in the order of KINDS.

    ``share`` is the share of the topic's body mentions that stand in content of that kind (0 to 1; the five add up
    to 1). ``n_sentences`` counts the body sentences with such a mention; one sentence may count under two kinds.
    ``n_words`` are those words of these sentences that rest on the same source as the mention: how much is said
    about the topic on such word; none counts twice. Topics without a mention are not listed: `count_topics` does.
    Raises TableError where an argument is not the table it should be.
    """
    placed = mentions_by_source(mentions, attributions)
    SENTENCES.check(sentences)
    met = set(_rows(placed, ("article", "sentence")))
    about = sentences.loc[[place in met for place in _rows(sentences, ("article", "sentence"))]]
    n_words: Counter[tuple] = Counter()
    for article, _, sentence, _, _, words, kind, source, _ in _span_rows(attributions, about):
        n_words[article, sentence, kind, source] += words
    n_mentions: Counter[tuple] = Counter()
    places: dict[tuple, set[tuple]] = defaultdict(set)
    columns = ("article", "topic", "sentence", "source", "kind")
    for article, topic, sentence, source, kind in _rows(placed[placed["sentence"] > 0], columns):
        n_mentions[article, topic, kind] += 1
        n_mentions[article, topic] += 1
        places[article, topic, kind].add((article, sentence, kind, source))
    return TOPICS_BY_SOURCE.frame(
        (*topic, kind, len({p[1] for p in here}), sum(n_words[p] for p in here), n / n_mentions[topic])
        for topic in [k for k in n_mentions if len(k) == 2]
        for kind in KINDS
        for n, here in [(n_mentions[*topic, kind], places.get((*topic, kind), set()))]
    )


def mentions_by_kind(placed: pd.DataFrame) -> pd.DataFrame:
    """Return the body mentions of `mentions_by_source` counted: article x topic x kind, all five kinds listed.

    ``n_official`` of the ``n_mentions`` stand in the content of official sources; ``n_sources`` are the sources.
    A topic rests on anonymous sources alone where all its mentions are under that kind ("3 of 3").
    """
    MENTIONS_BY_SOURCE.check(placed)
    n_mentions: Counter[tuple] = Counter()
    n_official: Counter[tuple] = Counter()
    sources: dict[tuple, set[str]] = defaultdict(set)
    topics: dict[tuple, None] = {}
    columns = ("article", "topic", "kind", "official", "source")
    for article, topic, kind, official, source in _rows(placed[placed["sentence"] > 0], columns):
        key = (article, topic, kind)
        topics[article, topic] = None
        n_mentions[key] += 1
        n_official[key] += official
        sources[key] |= {source} - {""}
    keys = [(*topic, kind) for topic in topics for kind in KINDS]
    return MENTIONS_BY_KIND.frame((*k, n_mentions[k], n_official[k], len(sources.get(k, ()))) for k in keys)


def words_by_kind(attributions: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return how many body words rest on each kind of source: article x kind, all five kinds listed.

    ``n_words`` are the body words in content of that kind, ``share`` their share of all body words (0 to 1, the five
    add up to 1; NaN without words), ``n_sentences`` the sentences with such words.
    """
    n_words: Counter[str | tuple[str, str]] = Counter()
    n_sentences: dict[tuple, set[int]] = defaultdict(set)
    for article, _, sentence, _, _, words, kind, _, _ in _span_rows(attributions, sentences):
        n_words[article, kind] += words
        n_words[article] += words
        n_sentences[article, kind].add(sentence)
    return WORDS_BY_KIND.frame(
        (article, kind, len(n_sentences.get((article, kind), ())), words, words / total if total else nan)
        for article in dict.fromkeys(sentences["article"].tolist())
        for kind in KINDS
        for words, total in [(n_words[article, kind], n_words[article])]
    )


def spans_by_kind(attributions: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the body's words as runs: in each sentence, neighbouring words that rest on the same source.

    ``start`` and ``end`` reach from the run's first word to its last; ``n_words`` add up to the words of the body.
    Words in nobody's content are unattributed, their ``source`` empty. A word belongs where it begins.
    Raises TableError where an argument is not the table it should be.
    """
    return SPANS_BY_KIND.frame(_span_rows(attributions, sentences))


def _span_rows(attributions: pd.DataFrame, sentences: pd.DataFrame) -> Iterator[tuple]:
    """Yield the rows of SPANS_BY_KIND."""
    SENTENCES.check(sentences)
    covers = _covers(attributions)
    nothing = _Cover(())
    body = sentences[sentences["part"] == "body"]
    for article, paragraph, sentence, start, text in _rows(body, ("article", "paragraph", "sentence", "start", "text")):
        words = [(start + a, start + b) for a, b in find_words(text)]
        for first, last, n, speaker in _runs(words, covers.get(article, nothing)):
            yield article, paragraph, sentence, first, last, n, speaker.kind, speaker.source, speaker.official


def _runs(words: Sequence[tuple[int, int]], cover: "_Cover") -> Iterator[tuple[int, int, int, Speaker]]:
    """Yield start, end, number of words and speaker of each run of words with the same source, kind and office."""
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


class _Cover:
    """Who speaks where in one article: stretches that do not overlap, in text order."""

    def __init__(self, stretches: Iterable[tuple[int, int, Speaker]]) -> None:
        stretches = list(stretches)
        self.starts = [s[0] for s in stretches]
        self.ends = [s[1] for s in stretches]
        self.speakers = [s[2] for s in stretches]

    def speakers_along(self, start: int, end: int) -> Iterator[tuple[int, Speaker]]:
        """Yield who speaks from ``start`` until where, then who until where, up to ``end``."""
        for at in range(bisect_right(self.ends, start), bisect_left(self.starts, end)):
            if start < self.starts[at]:
                yield self.starts[at], NOBODY
            start = min(self.ends[at], end)
            yield start, self.speakers[at]
        if start < end:
            yield end, NOBODY

    def speaker_of(self, start: int, end: int) -> Speaker:
        """Return who has most of the characters from ``start`` to ``end``, the first of equals."""
        shared: dict[Speaker, int] = {}
        for at in range(bisect_right(self.ends, start), bisect_left(self.starts, end)):
            speaker = self.speakers[at]
            shared[speaker] = shared.get(speaker, 0) + min(end, self.ends[at]) - max(start, self.starts[at])
        return max(shared, key=shared.__getitem__) if shared else NOBODY


def _covers(attributions: pd.DataFrame) -> dict[str, _Cover]:
    """Return the cover of each article."""
    ATTRIBUTIONS.check(attributions)
    contents: dict[str, list[tuple[int, int, int, Speaker]]] = defaultdict(list)
    for article, cell, *speaker in _rows(attributions, ("article", "content_spans", *Speaker._fields)):
        spans = parse_spans(cell)
        if spans:
            reach = max(s.end for s in spans) - min(s.start for s in spans)
            contents[article] += [(s.start, s.end, reach, Speaker(*speaker)) for s in spans]
    return {article: _Cover(_outermost(spans)) for article, spans in contents.items()}


def _outermost(spans: Sequence[tuple[int, int, int, Speaker]]) -> Iterator[tuple[int, int, Speaker]]:
    """Yield stretches that do not overlap: of each place, the span with the farthest reach, the first of equals."""
    order = sorted(range(len(spans)), key=lambda i: spans[i][0])
    borders = sorted({b for s in spans for b in s[:2]})
    active: list[tuple[int, int]] = []
    opened = 0
    for start, end in pairwise(borders):
        while opened < len(order) and spans[order[opened]][0] <= start:
            number = order[opened]
            heappush(active, (-spans[number][2], number))
            opened += 1
        while active and spans[active[0][1]][1] <= start:
            heappop(active)
        if active:
            yield start, end, spans[active[0][1]][3]


def _rows(frame: pd.DataFrame, columns: Iterable[str]) -> Iterator[tuple]:
    return zip(*(frame[c].tolist() for c in columns), strict=True)
