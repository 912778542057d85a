"""Looking closer at a dictionary's work: in context, together, and before and after an edit."""

from collections import Counter
from itertools import combinations
from typing import Any

import pandas as pd

from analysis.errors import TableError, TopicsError
from analysis.tables import CHANGED_MENTIONS, CONTEXTS, MENTIONS, SENTENCES, TOGETHER, rows_of

UNITS = ("sentence", "paragraph")
PLACE = ("article", "topic", "start", "end")


def show_in_context(
    mentions: pd.DataFrame, sentences: pd.DataFrame, *, topic: str | None = None, width: int = 40
) -> pd.DataFrame:
    """Return each mention with up to ``width`` characters of its sentence on both sides, white space made one.

    ``topic`` keeps that topic's alone. Takes hits (`find_terms`) as well. Raises TopicsError where no mention is of
    the topic, TableError where ``sentences`` lack one with a mention.
    """
    MENTIONS.check(mentions)
    SENTENCES.check(sentences)
    if topic is not None and topic not in set(mentions["topic"]):
        met = ", ".join(mentions["topic"].unique()) or "none"
        raise TopicsError(f"topic {topic!r} has no mention here: those that have are {met}")
    texts = {(a, n): (s, t) for a, n, s, t in rows_of(sentences, "article", "sentence", "start", "text")}
    chosen = mentions if topic is None else mentions[mentions["topic"] == topic]
    rows = []
    for article, of, _, paragraph, sentence, start, end in rows_of(chosen, *MENTIONS.columns):
        if (article, sentence) not in texts:
            raise TableError(f"sentence {sentence} of {article!r} has a mention and is not here: pass it, too")
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
    topics: dict[tuple[str, int], dict[str, None]] = {}
    for article, number, topic in rows_of(body, "article", unit, "topic"):
        topics.setdefault((article, number), {})[topic] = None
    alone = Counter(t for met in topics.values() for t in met)
    pairs = Counter(pair for met in topics.values() for pair in combinations(sorted(met), 2))
    most_first = sorted(pairs.items(), key=lambda p: (-p[1], p[0]))
    return TOGETHER.frame((a, b, alone[a], alone[b], n) for (a, b), n in most_first)


def compare_mentions(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return what an edit of the dictionary changed: the mentions of one table that the other has not at that place.

    A table of CHANGED_MENTIONS: the columns of MENTIONS and ``change``: new or lost. A mention that grew is both.
    """
    old, new = (_by_place(MENTIONS.check(mentions)) for mentions in (before, after))
    lost = [(*row, "lost") for place, row in old.items() if place not in new]
    gained = [(*row, "new") for place, row in new.items() if place not in old]
    changes = CHANGED_MENTIONS.frame([*lost, *gained])
    return changes.sort_values(["article", "start", "end", "change"], kind="stable", ignore_index=True)


def _by_place(mentions: pd.DataFrame) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    """Return the rows of MENTIONS by the article and topic they are of and where they begin and end."""
    return dict(zip(rows_of(mentions, *PLACE), rows_of(mentions, *MENTIONS.columns), strict=True))
