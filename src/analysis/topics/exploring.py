"""Looking closer at a dictionary's work: in context, together, and before and after an edit."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

import pandas as pd

from analysis.errors import TopicsError
from analysis.tables import COUNT, MENTIONS, SENTENCES, TEXT, Table

UNITS = ("sentence", "paragraph")
KEY = ["article", "topic", "start", "end"]

CONTEXTS = Table(
    "contexts",
    {"article": TEXT, "topic": TEXT, "paragraph": COUNT, "sentence": COUNT, "left": TEXT, "text": TEXT, "right": TEXT},
    quoting=frozenset({"left", "text", "right"}),
)
TOGETHER = Table("together", {"topic": TEXT, "other": TEXT, "n_topic": COUNT, "n_other": COUNT, "n_together": COUNT})


def show_in_context(
    mentions: pd.DataFrame, sentences: pd.DataFrame, *, topic: str | None = None, width: int = 40
) -> pd.DataFrame:
    """Return each mention with up to ``width`` characters of its sentence on both sides, white space made one.

    ``topic`` keeps that topic's alone. Takes hits (`find_terms`) as well. Raises TopicsError where no mention is of
    the topic.
    """
    SENTENCES.check(sentences)
    if topic is not None and topic not in set(mentions["topic"]):
        met = ", ".join(mentions["topic"].unique()) or "none"
        raise TopicsError(f"topic {topic!r} has no mention here: those that have are {met}")
    texts = {(a, n): (s, t) for a, n, s, t in _rows(sentences, ("article", "sentence", "start", "text"))}
    chosen = mentions if topic is None else mentions[mentions["topic"] == topic]
    rows = []
    for article, of, paragraph, sentence, start, end in _rows(
        chosen, ("article", "topic", "paragraph", "sentence", "start", "end")
    ):
        at, text = texts[article, sentence]
        start, end = start - at, end - at
        around = text[max(0, start - width) : start], text[start:end], text[end : end + width]
        rows.append((article, of, paragraph, sentence, *(" ".join(t.split()) for t in around)))
    return CONTEXTS.frame(rows)


def count_together(mentions: pd.DataFrame, *, unit: str = "paragraph") -> pd.DataFrame:
    """Return for each pair of topics in how many body sentences or paragraphs (``unit``) both come up.

    ``n_topic`` and ``n_other`` are the units with each of the two. Pairs that never meet are left out; the most
    frequent come first. Raises TopicsError for another unit.
    """
    MENTIONS.check(mentions)
    if unit not in UNITS:
        raise TopicsError(f"unit is {unit!r}: it is 'sentence' or 'paragraph'")
    body = mentions[mentions["sentence"] > 0]
    topics: dict[tuple, dict[str, None]] = {}
    for article, number, topic in _rows(body, ("article", unit, "topic")):
        topics.setdefault((article, number), {})[topic] = None
    alone = Counter(t for met in topics.values() for t in met)
    pairs = Counter(pair for met in topics.values() for pair in combinations(sorted(met), 2))
    most_first = sorted(pairs.items(), key=lambda p: (-p[1], p[0]))
    return TOGETHER.frame((a, b, alone[a], alone[b], n) for (a, b), n in most_first)


def compare_mentions(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return what an edit of the dictionary changed: the mentions of one table that the other has not at that place.

    The columns are those of MENTIONS and ``change``: new or lost. A mention that grew is both.
    """
    MENTIONS.check(before)
    MENTIONS.check(after)
    columns = list(MENTIONS.columns)
    changes = [
        one[columns].assign(change=pd.Series(word, index=one.index, dtype=TEXT))[~_keys(one).isin(_keys(other))]
        for one, other, word in ((before, after, "lost"), (after, before, "new"))
    ]
    return pd.concat(changes).sort_values(["article", "start", "end", "change"], kind="stable", ignore_index=True)


def _keys(mentions: pd.DataFrame) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(mentions[KEY])


def _rows(frame: pd.DataFrame, columns: Iterable[str]) -> Iterator[tuple]:
    return zip(*(frame[c].tolist() for c in columns), strict=True)
