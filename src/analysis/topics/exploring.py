"""Looking closer at a dictionary's work: in context, together, before and after an edit, and what it leaves out."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby

import pandas as pd

from analysis.errors import TopicsError
from analysis.lexicon import words_of
from analysis.tables import COUNT, MENTIONS, SENTENCES, TEXT, Table
from analysis.words import find_words

UNITS = ("sentence", "paragraph")
KEY = ["article", "topic", "start", "end"]

CONTEXTS = Table(
    "contexts",
    {"article": TEXT, "topic": TEXT, "paragraph": COUNT, "sentence": COUNT, "left": TEXT, "text": TEXT, "right": TEXT},
    quoting=frozenset({"left", "text", "right"}),
)
TOGETHER = Table("together", {"topic": TEXT, "other": TEXT, "n_topic": COUNT, "n_other": COUNT, "n_together": COUNT})
UNCOVERED = Table(
    "uncovered",
    {"what": TEXT, "text": TEXT, "n": COUNT, "suggestion": TEXT},
    quoting=frozenset({"text", "suggestion"}),
)


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


def list_uncovered(sentences: pd.DataFrame, mentions: pd.DataFrame, *, most: int = 15) -> pd.DataFrame:
    """Return the names and the other words that come up most outside all mentions, up to ``most`` of each.

    A check list for the dictionary's author, no finding. ``what`` is name (words with a capital, not only at the
    beginning of a sentence) or word (no function word, four letters or more); ``n`` counts the body;
    ``suggestion`` is the term as it would stand in the file.
    """
    SENTENCES.check(sentences)
    MENTIONS.check(mentions)
    covered = _covered(mentions)
    function_words = words_of("function_words", "word")
    names: Counter[str] = Counter()
    words: Counter[str] = Counter()
    body = sentences[sentences["part"] == "body"]
    for article, at, text in _rows(body, ("article", "start", "text")):
        starts, ends = covered.get(article, ([], []))
        free = [
            (n, text[a:b]) for n, (a, b) in enumerate(find_words(text))
            if (i := bisect_right(starts, at + a) - 1) < 0 or ends[i] <= at + a
        ]  # fmt: skip
        names.update(_names(free, function_words))
        words.update(w for _, w in free if w.isalpha() and w.islower() and len(w) > 3)
    for word in function_words | {n.lower() for n in names}:
        words.pop(word, None)
    return UNCOVERED.frame(
        (what, text, n, f'"{text}",')
        for what, counts in (("name", names), ("word", words))
        for text, n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:most]
    )


def _names(words: Sequence[tuple[int, str]], function_words: frozenset[str]) -> Iterator[str]:
    """Yield runs of neighbouring words with a capital, given with their numbers in the sentence.

    The first word of a sentence has one always: it counts where another follows it and it is no function word.
    """
    capitals = [(n, w.removesuffix("'s").removesuffix("’s")) for n, w in words if w[:1].isupper()]
    if capitals and capitals[0][0] == 0:
        alone = [n for n, _ in capitals[1:2]] != [1]
        del capitals[: alone or capitals[0][1].lower() in function_words]
    for _, run in groupby(enumerate(capitals), key=lambda c: c[1][0] - c[0]):
        yield " ".join(w for _, (_, w) in run)


def _covered(mentions: pd.DataFrame) -> dict[str, tuple[list[int], list[int]]]:
    """Return the stretches of each article that mentions cover, merged: their starts and their ends."""
    covered: dict[str, tuple[list[int], list[int]]] = {}
    for article, start, end in sorted(_rows(mentions, ("article", "start", "end"))):
        starts, ends = covered.setdefault(article, ([], []))
        if ends and start <= ends[-1]:
            ends[-1] = max(end, ends[-1])
        else:
            starts.append(start)
            ends.append(end)
    return covered


def _keys(mentions: pd.DataFrame) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(mentions[KEY])


def _rows(frame: pd.DataFrame, columns: Iterable[str]) -> Iterator[tuple]:
    return zip(*(frame[c].tolist() for c in columns), strict=True)
