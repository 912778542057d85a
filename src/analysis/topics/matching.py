"""Where topics come up: hits of their terms, and the mentions which neighbouring hits make together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from analysis.collector import no_collection
from analysis.tables import AUDITED_MENTIONS, HITS, MENTIONS, SENTENCES, rows_of
from analysis.topics.cutting import Piece
from analysis.topics.dictionary import Topic, Topics, read_topics
from analysis.topics.index import Hit, index_topics

MOST_WORDS_BETWEEN = 2
ALONE = "ambiguous, alone"
OFTEN = 3  # unambiguous terms in 1,000 words, from which on an article is about a topic
PUNCTUATION = re.compile(r"[,;:!?()\[\]{}\"“”„«»‘—…/|•]|\.\.|--|\s[-–]|–\s")


@no_collection()
def find_topics(sentences: pd.DataFrame, *, topics: Topics | None = None, keep_dropped: bool = False) -> pd.DataFrame:
    """Return the mentions of all topics in headline and body, as a table of MENTIONS, in the order of the text.

    A mention is one hit of a topic (see `find_terms`), or several with at most two words and no punctuation between
    them: "Russia's war in Ukraine" comes up once. ``start`` and ``end`` hold its hits from the first to the last;
    ``term`` names their terms as the file writes them, in the order of the text, each once, joined by " + ".
    A dropped hit still joins its neighbours, so that a new exception can only take mentions away.

    ``topics`` are those of `read_topics`, the default dictionary if left out. ``keep_dropped`` adds a row for each
    dropped hit and the column ``dropped_by``, which names the exception or tells that an ambiguous word stood alone
    (empty where the mention counts).
    Raises TableError where ``sentences`` is not a table of sentences.
    """
    topics = read_topics() if topics is None else topics
    rows: list[tuple] = []
    for row, pieces, hits in _search(sentences, topics):
        found = [m for topic, of_topic in hits for m in _mentions(topic, row, pieces, of_topic, keep_dropped)]
        rows += sorted(found, key=lambda m: m[5:7])
    table = AUDITED_MENTIONS.frame(rows) if keep_dropped else MENTIONS.frame(r[:-1] for r in rows)
    table.attrs["topics"] = list(topics.ids)  # lets count_topics list those that never come up
    return table


def find_terms(sentences: pd.DataFrame, *, topics: Topics | None = None, keep_dropped: bool = False) -> pd.DataFrame:
    """Return the hits of all terms in headline and body: article, topic, term, form (as found), place, dropped_by.

    Inside a topic the longest match comes first (in words, then in letters; ambiguous ones after all others) and hits
    do not overlap; hits of two topics may. Dropped is a hit that shares a word with a match of one of the topic's
    exceptions, and one of an ambiguous term that stands alone; ``keep_dropped`` keeps both, with the reason in
    ``dropped_by``. An ambiguous term has company in a paragraph with an unambiguous hit of its topic, and everywhere
    in an article with at least three of them in 1,000 words. No hit crosses the border of a sentence.
    Raises TableError where ``sentences`` is not a table of sentences.
    """
    topics = read_topics() if topics is None else topics
    rows: list[tuple] = []
    for row, pieces, hits in _search(sentences, topics):
        found = [
            (row.article, topic.id, hit.term.text, row.text[start:end], row.paragraph, row.sentence,
             row.start + start, row.start + end, hit.dropped_by)
            for topic, of_topic in hits for hit in of_topic if keep_dropped or not hit.dropped_by
            for start, end in [(pieces[hit.first].start, pieces[hit.after - 1].end)]
        ]  # fmt: skip
        rows += sorted(found, key=lambda h: h[6:8])
    return HITS.frame(rows)


_Found = tuple["_Row", list[Piece], dict[int, list[Hit]]]  # hits by the number of the topic


class _Row(NamedTuple):
    article: str
    paragraph: int
    sentence: int
    start: int
    text: str


def _search(
    sentences: pd.DataFrame, topics: Topics
) -> Iterator[tuple[_Row, list[Piece], list[tuple[Topic, list[Hit]]]]]:
    """Yield each sentence that holds a term, with its words and its hits by topic, in the order of the file."""
    SENTENCES.check(sentences)
    n_words: Counter[str] = Counter()
    for article, n in rows_of(sentences, "article", "n_words"):
        n_words[article] += n  # a group-by would take longer than the search of one article
    for article, found in groupby(_find_all(sentences, topics), key=lambda f: f[0].article):
        for row, pieces, hits in _drop_alone(list(found), n_words[article]):
            yield row, pieces, [(topics.topics[n], of_topic) for n, of_topic in sorted(hits.items())]


def _drop_alone(found: list[_Found], n_words: int) -> Iterator[_Found]:
    """Yield the sentences of an article with their hits, the ambiguous ones marked as dropped where they stand alone.

    They count in a paragraph that has an unambiguous term, and in the whole article where those come up often: a word
    keeps one sense throughout a text and beside the same neighbours (Gale, Church and Yarowsky 1992; Yarowsky 1993).
    """
    doubtful = {n for _, _, hits in found for n, of_topic in hits.items() if any(h.ambiguous for h in of_topic)}
    if not doubtful:
        yield from found
        return
    certain = Counter(
        (n, row.paragraph)
        for row, _, hits in found
        for n in doubtful & hits.keys()
        for hit in hits[n]
        if not hit.ambiguous and not hit.dropped_by
    )
    everywhere = {n: sum(k for (m, _), k in certain.items() if m == n) for n in doubtful}
    alone = {n for n in doubtful if 1000 * everywhere[n] < max(OFTEN * n_words, 1)}
    for row, pieces, hits in found:
        for n in alone & hits.keys():
            if (n, row.paragraph) not in certain:
                hits[n] = [h._replace(dropped_by=ALONE) if h.ambiguous and not h.dropped_by else h for h in hits[n]]
        yield row, pieces, hits


def _find_all(sentences: pd.DataFrame, topics: Topics) -> Iterator[_Found]:
    """Yield each sentence that holds a term, with its words and its hits by the number of the topic."""
    columns = {c: sentences[c].tolist() for c in _Row._fields}
    for number, pieces, matches in index_topics(topics).find(columns["text"]):
        hits: dict[int, list[Hit]] = {}
        excepted: dict[int, list[Hit]] = {}
        for entry, first, after in matches:
            found = Hit(first, after, entry.term, entry.key == "ambiguous")
            (excepted if entry.key == "except" else hits).setdefault(entry.topic, []).append(found)
        if hits:
            row = _Row(*(values[number] for values in columns.values()))
            yield row, pieces, {n: _mark_dropped(_longest(h), excepted.get(n, ())) for n, h in hits.items()}


def _longest(hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits that stay when none overlaps another, in text order: unambiguous ones first, then the longest.

    So an ambiguous phrase that stands alone never takes a term away with it.
    """
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda h: (h.ambiguous, h.first - h.after, -len(h.term.text), h.first)):
        words = range(hit.first, hit.after)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(hit)
    return sorted(kept, key=lambda h: h.first)


def _mark_dropped(hits: list[Hit], exceptions: Iterable[Hit]) -> list[Hit]:
    """Return the hits of a topic, those which share a word with a match of one of its exceptions marked."""
    reasons = {place: e.term.text for e in exceptions for place in range(e.first, e.after)}
    if not reasons:
        return hits
    dropped = (next((reasons[i] for i in range(h.first, h.after) if i in reasons), "") for h in hits)
    return [h._replace(dropped_by=reason) for h, reason in zip(hits, dropped, strict=True)]


def _mentions(
    topic: Topic, row: _Row, pieces: Sequence[Piece], hits: Sequence[Hit], keep_dropped: bool
) -> Iterator[tuple]:
    for group in _groups(row.text, pieces, hits):
        kept = [h for h in group if not h.dropped_by]
        dropped = [h for h in group if h.dropped_by] if keep_dropped else []
        for members in [kept, *([h] for h in dropped)]:
            if members:
                term = " + ".join(dict.fromkeys(h.term.text for h in members))
                start, end = pieces[members[0].first].start, pieces[members[-1].after - 1].end
                yield (row.article, topic.id, term, row.paragraph, row.sentence, row.start + start,
                       row.start + end, members[0].dropped_by)  # fmt: skip


def _groups(text: str, pieces: Sequence[Piece], hits: Sequence[Hit]) -> list[list[Hit]]:
    """Return the hits of one topic in a sentence, those together which make one mention."""
    groups: list[list[Hit]] = []
    for hit in hits:
        if groups and _near(text, pieces, groups[-1][-1], hit):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return groups


def _near(text: str, pieces: Sequence[Piece], one: Hit, other: Hit) -> bool:
    """Tell whether at most two words and no punctuation stand between two hits.

    A full stop is none: inside a sentence it ends an abbreviation or is a slip.
    """
    if other.first - one.after > MOST_WORDS_BETWEEN:
        return False
    gaps = range(one.after, other.first + 1)
    return not any(PUNCTUATION.search(text, pieces[i - 1].full_end, pieces[i].start) for i in gaps)
