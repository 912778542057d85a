"""How often each topic comes up, how widely, and where first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import nan
from typing import Any

import pandas as pd

from analysis.errors import TableError
from analysis.tables import DISPERSION, HITS, MENTIONS, SENTENCES, TERMS, TOPICS, rows_of
from analysis.topics.dictionary import Topics, choose_topics, read_topics


def count_terms(hits: pd.DataFrame) -> pd.DataFrame:
    """Return how often each term was hit in headline and body: a row an article, topic and term, most hits first.

    ``forms`` lists the forms met with their counts, white space made one and capitals left out: what a wildcard or a
    stem took in. Takes the table of `find_terms`; hits kept although an exception dropped them are not counted.
    Raises TableError for another table.
    """
    HITS.check(hits)
    counted = hits[hits["dropped_by"] == ""]
    forms: dict[tuple[str, str, str], Counter[str]] = {}
    for *term, form in rows_of(counted, "article", "topic", "term", "form"):
        forms.setdefault(tuple(term), Counter())[" ".join(form.lower().split())] += 1
    order = list(dict.fromkeys((article, topic) for article, topic, _ in forms))
    rows = sorted(forms.items(), key=lambda f: (order.index(f[0][:2]), -f[1].total()))
    return TERMS.frame((*term, n.total(), "; ".join(f"{f} {k}" for f, k in n.most_common())) for term, n in rows)


def count_topics(mentions: pd.DataFrame, sentences: pd.DataFrame, *, topics: Topics | None = None) -> pd.DataFrame:
    """Return one row for each article and topic, topics without a mention included, as a table of TOPICS.

    Counts are of the body; ``in_headline`` tells of the headline and ``in_lead`` of the body's first paragraph. The
    range is ``n_paragraphs`` with a mention ``of_paragraphs`` in all. ``per_1000_words`` is mentions per 1,000 body
    words, NaN without words; ``first_sentence`` the number of the first body sentence with a mention, missing without
    one. ``dispersion`` is NaN: in a single article it would only repeat the count (see `measure_dispersion` for many).

    The topics listed are ``topics``; without them, those that `find_topics` looked for, which its table remembers;
    of a table read from a file, those of the default dictionary and any others met.
    Raises TableError where ``mentions`` are of an article that ``sentences`` lack.
    """
    MENTIONS.check(mentions)
    SENTENCES.check(sentences)
    words = _body_words(sentences)
    for stranger in set(mentions["article"]) - set(words):
        raise TableError(f"there are mentions but no sentences of {stranger!r}: pass the sentences they were found in")
    places: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for article, topic, paragraph, sentence in rows_of(mentions, "article", "topic", "paragraph", "sentence"):
        places[article, topic].append((paragraph, sentence))
    paragraphs = sentences[sentences["part"] == "body"].groupby("article")["paragraph"]
    of_paragraphs, lead = paragraphs.nunique().to_dict(), paragraphs.min().to_dict()
    ids = _topic_ids(mentions, topics)
    rows = []
    for article, n_words in words.items():
        nowhere = _count((), n_words, None)
        for topic in ids:
            here = places.get((article, topic))
            counts = _count(here, n_words, lead.get(article)) if here else nowhere
            rows.append((article, topic, *counts, of_paragraphs.get(article, 0)))
    return TOPICS.frame(rows)


def _count(places: Sequence[tuple[int, int]], n_words: int, lead: int | None) -> tuple[Any, ...]:
    """Return the figures of a topic that an article has in these paragraphs and sentences; headlines are below 1."""
    body = [(paragraph, sentence) for paragraph, sentence in places if sentence > 0]
    paragraphs, sentences = {p for p, _ in body}, {s for _, s in body}
    rate = 1000 * len(body) / n_words if n_words else nan
    first, in_headline = min(sentences, default=pd.NA), len(body) < len(places)
    return len(body), rate, len(sentences), len(paragraphs), first, in_headline, nan, lead in paragraphs


def measure_dispersion(
    mentions: pd.DataFrame, sentences: pd.DataFrame, *, topics: Topics | None = None
) -> pd.DataFrame:
    """Return how evenly each topic's mentions spread over the articles of a corpus, by Gries' DP.

    ``dp`` is half the sum of the differences between each article's share of the mentions and of the body words:
    0 is as even as the articles' lengths, towards 1 is all in a short one. ``dp_norm`` divides it by the largest
    value these articles allow, so that 1 can be reached. Both NaN for a topic without mentions and for a corpus of
    fewer than two articles with words.
    Sources: Gries 2008, Dispersions and adjusted frequencies in corpora; Lijffijt and Gries 2012 (normalized).
    """
    MENTIONS.check(mentions)
    SENTENCES.check(sentences)
    words = {a: n for a, n in _body_words(sentences).items() if n}
    body = mentions[(mentions["sentence"] > 0) & mentions["article"].isin(list(words))]
    counts = body.groupby(["topic", "article"]).size()
    by_topic = {t: c.droplevel("topic").to_dict() for t, c in counts.groupby(level="topic")}
    rows = []
    for topic in _topic_ids(mentions, topics):
        of_topic = by_topic.get(topic, {})
        dp, norm = gries_dp([of_topic.get(a, 0) for a in words], list(words.values()))
        rows.append((topic, sum(of_topic.values()), len(of_topic), dp, norm))
    return DISPERSION.frame(rows)


def gries_dp(counts: Iterable[float], sizes: Iterable[float]) -> tuple[float, float]:
    """Return Gries' DP and its normalized form for the counts in parts of these sizes; NaN where undefined."""
    counts, sizes = list(counts), list(sizes)
    if not sum(counts) or len(sizes) < 2:
        return nan, nan
    n, total = sum(counts), sum(sizes)
    dp = sum(abs(c / n - s / total) for c, s in zip(counts, sizes, strict=True)) / 2
    return dp, dp / (1 - min(sizes) / total)


def _body_words(sentences: pd.DataFrame) -> dict[str, int]:
    """Return the number of body words of each article, in the order of the table."""
    n_words = sentences["n_words"].where(sentences["part"] == "body", 0)
    totals: dict[str, int] = n_words.groupby(sentences["article"], sort=False).sum().to_dict()
    return totals


def _topic_ids(mentions: pd.DataFrame, topics: Topics | None) -> list[str]:
    if topics is not None:
        return list(choose_topics(topics).ids)
    known = mentions.attrs.get("topics") or read_topics().ids
    return list(dict.fromkeys([*known, *mentions["topic"].unique()]))
