"""Where topics come up: hits of their terms, and the mentions which neighbouring hits make together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

import pandas as pd

from analysis.collector import no_collection
from analysis.tables import AUDITED_MENTIONS, HITS, MENTIONS, SENTENCES, rows_of
from analysis.topics.cutting import Piece
from analysis.topics.dictionary import Topics, choose_topics
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
    topics = choose_topics(topics)
    rows: list[tuple[Any, ...]] = []
    for sentence in _search(sentences, topics):
        mentions = ((topic, group) for topic, hits in sentence.by_topic() for group in sentence.group(hits))
        found = [
            (*sentence.place(hits), topic, hits)
            for topic, group in mentions
            for hits in _make_mentions(group, keep_dropped)
        ]
        rows += (
            (sentence.article, topics.topics[topic].id, _name_terms(hits), sentence.paragraph, sentence.number,
             start, end, hits[0].dropped_by)
            for start, end, topic, hits in sorted(found, key=itemgetter(0, 1))
        )  # fmt: skip
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
    topics = choose_topics(topics)
    rows: list[tuple[Any, ...]] = []
    for sentence in _search(sentences, topics):
        found = [
            (*sentence.place([hit]), topic, hit)
            for topic, hits in sentence.by_topic()
            for hit in hits
            if keep_dropped or not hit.dropped_by
        ]
        rows += (
            (sentence.article, topics.topics[topic].id, hit.term.text, sentence.cut(start, end), sentence.paragraph,
             sentence.number, start, end, hit.dropped_by)
            for start, end, topic, hit in sorted(found, key=itemgetter(0, 1))
        )  # fmt: skip
    return HITS.frame(rows)


class _Sentence(NamedTuple):
    """A sentence that holds a term: its place and text, its words, and its hits by the number of the topic."""

    article: str
    paragraph: int
    number: int
    start: int
    text: str
    pieces: Sequence[Piece]
    hits: Mapping[int, list[Hit]]

    def by_topic(self) -> list[tuple[int, list[Hit]]]:
        """Return the hits of each topic, the topics in the order of their file."""
        return sorted(self.hits.items())

    def place(self, hits: Sequence[Hit]) -> tuple[int, int]:
        """Return where in the article these hits stand, from the first to the last."""
        first, last = self.pieces[hits[0].first], self.pieces[hits[-1].after - 1]
        return self.start + first.start, self.start + last.end

    def cut(self, start: int, end: int) -> str:
        """Return the text between two places in the article."""
        return self.text[start - self.start : end - self.start]

    def group(self, hits: Sequence[Hit]) -> list[list[Hit]]:
        """Return the hits of one topic, those together which make one mention."""
        groups: list[list[Hit]] = []
        for hit in hits:
            if groups and self._near(groups[-1][-1], hit):
                groups[-1].append(hit)
            else:
                groups.append([hit])
        return groups

    def _near(self, one: Hit, other: Hit) -> bool:
        """Tell whether at most two words and no punctuation stand between two hits.

        A full stop is none: inside a sentence it ends an abbreviation or is a slip.
        """
        if other.first - one.after > MOST_WORDS_BETWEEN:
            return False
        gaps = range(one.after, other.first + 1)
        return not any(PUNCTUATION.search(self.text, self.pieces[i - 1].full_end, self.pieces[i].start) for i in gaps)


def _search(sentences: pd.DataFrame, topics: Topics) -> Iterator[_Sentence]:
    """Yield each sentence that holds a term, with the hits that count and those that are dropped."""
    SENTENCES.check(sentences)
    n_words: Counter[str] = Counter()
    for article, n in rows_of(sentences, "article", "n_words"):
        n_words[article] += n  # a group-by would take longer than the search of one article
    for article, found in groupby(_find_all(sentences, topics), key=attrgetter("article")):
        yield from _drop_alone(list(found), n_words[article])


def _drop_alone(found: Sequence[_Sentence], n_words: int) -> Iterator[_Sentence]:
    """Yield the sentences of an article, the ambiguous hits marked as dropped where they stand alone.

    They count in a paragraph that has an unambiguous term, and in the whole article where those come up often: a word
    keeps one sense throughout a text and beside the same neighbours (Gale, Church and Yarowsky 1992; Yarowsky 1993).
    """
    company = Counter((n, s.paragraph) for s in found for n, hits in s.hits.items() for hit in hits if hit.is_certain)
    in_article: Counter[int] = Counter()
    for (n, _), often in company.items():
        in_article[n] += often
    about = {n for n, often in in_article.items() if 1000 * often >= OFTEN * n_words}
    for s in found:
        alone = [n for n in s.hits if n not in about and (n, s.paragraph) not in company]
        yield s._replace(hits={**s.hits, **{n: _drop_ambiguous(s.hits[n]) for n in alone}}) if alone else s


def _drop_ambiguous(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits of a topic that is nowhere near, the ambiguous ones marked as dropped."""
    return [hit._replace(dropped_by=hit.dropped_by or ALONE) if hit.ambiguous else hit for hit in hits]


def _find_all(sentences: pd.DataFrame, topics: Topics) -> Iterator[_Sentence]:
    """Yield each sentence that holds a term, with its words and its hits by the number of the topic."""
    columns = [sentences[c].tolist() for c in ("article", "paragraph", "sentence", "start", "text")]
    for number, pieces, matches in index_topics(topics).find(columns[-1]):
        hits: dict[int, list[Hit]] = {}
        excepted: dict[int, list[Hit]] = {}
        for entry, first, after in matches:
            found = Hit(first, after, entry.term, entry.key == "ambiguous")
            (excepted if entry.key == "except" else hits).setdefault(entry.topic, []).append(found)
        if hits:
            marked = {n: _mark_dropped(_longest(h), excepted.get(n, ())) for n, h in hits.items()}
            article, paragraph, sentence, start, text = (values[number] for values in columns)
            yield _Sentence(article, paragraph, sentence, start, text, pieces, marked)


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
    return sorted(kept, key=attrgetter("first"))


def _mark_dropped(hits: list[Hit], exceptions: Iterable[Hit]) -> list[Hit]:
    """Return the hits of a topic, those which share a word with a match of one of its exceptions marked."""
    reasons = {place: e.term.text for e in exceptions for place in range(e.first, e.after)}
    if not reasons:
        return hits
    dropped = (next(filter(None, map(reasons.get, range(h.first, h.after))), "") for h in hits)
    return [h._replace(dropped_by=reason) for h, reason in zip(hits, dropped, strict=True)]


def _make_mentions(group: Sequence[Hit], keep_dropped: bool) -> Iterator[list[Hit]]:
    """Yield the hits of a group that make its mention, if any is kept, and each dropped one by itself if wanted."""
    if kept := [hit for hit in group if not hit.dropped_by]:
        yield kept
    if keep_dropped:
        yield from ([hit] for hit in group if hit.dropped_by)


def _name_terms(hits: Iterable[Hit]) -> str:
    return " + ".join(dict.fromkeys(hit.term.text for hit in hits))
