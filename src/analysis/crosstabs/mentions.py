"""On whose word: topic mentions joined by offsets with the attributions in whose content they stand."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.crosstabs.contents import Cover, find_covers
from analysis.crosstabs.kinds import words_by_speaker
from analysis.tables import (
    KINDS,
    MENTIONS,
    MENTIONS_BY_SOURCE,
    MENTIONS_BY_SPEAKER,
    SENTENCES,
    TOPICS_BY_SOURCE,
    TOPICS_ON_UNNAMED,
    rows_of,
)


def mentions_by_source(mentions: pd.DataFrame, attributions: pd.DataFrame) -> pd.DataFrame:
    """Return one row a mention, headline included, with the attribution in whose content it stands.

    A mention stands in the content that shares most characters with it, the first of equals; in none where it
    touches none: then ``attribution`` is missing, ``source`` empty, ``kind`` unattributed and ``official`` false.
    A mention in the words that name a source ("Taiwan's president said") stands in no content.
    Raises TableError where an argument is not the table it should be.
    """
    return _place(mentions, find_covers(attributions))


def _place(mentions: pd.DataFrame, covers: Mapping[str, Cover]) -> pd.DataFrame:
    rows = []
    for row in rows_of(MENTIONS.check(mentions), *MENTIONS.columns):
        article, start, end = row[0], row[5], row[6]
        speaker = covers[article].speaker_of(start, end)
        rows.append((*row, pd.NA if speaker.attribution is None else speaker.attribution, *speaker[1:]))
    return MENTIONS_BY_SOURCE.frame(rows)


def topics_by_source(mentions: pd.DataFrame, attributions: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return each topic met in an article's body by kind of source, all five kinds listed, in the order of KINDS.

    ``n_mentions`` are the topic's body mentions in content of that kind, ``share`` their share of all its body mentions
    (0 to 1; the five add up to 1), ``n_official`` those of them in the content of officials. ``n_sentences`` counts the
    body sentences with such a mention; one sentence may count under two kinds. ``n_words`` are those words of these
    sentences that rest on the same source as the mention: how much is said about the topic on such word; none counts
    twice. Topics without a mention are not listed: `count_topics` does.
    Raises TableError where an argument is not the table it should be.
    """
    SENTENCES.check(sentences)
    covers = find_covers(attributions)
    placed = _place(mentions, covers)
    met = set(rows_of(placed, "article", "sentence"))
    about = sentences.loc[[place in met for place in rows_of(sentences, "article", "sentence")]]
    n_words: Counter[tuple[Any, ...]] = Counter()
    for article, sentence, speaker, words in words_by_speaker(covers, about):
        n_words[article, sentence, speaker.kind, speaker.source] += words
    n_mentions: Counter[tuple[Any, ...]] = Counter()
    n_official: Counter[tuple[Any, ...]] = Counter()
    places: dict[tuple[Any, ...], set[tuple[Any, ...]]] = defaultdict(set)
    columns = ("article", "topic", "sentence", "source", "kind", "official")
    for article, topic, sentence, source, kind, official in rows_of(placed[placed["sentence"] > 0], *columns):
        n_mentions[article, topic, kind] += 1
        n_mentions[article, topic] += 1
        n_official[article, topic, kind] += official
        places[article, topic, kind].add((article, sentence, kind, source))
    keys = [(*topic, kind) for topic in n_mentions if len(topic) == 2 for kind in KINDS]
    return TOPICS_BY_SOURCE.frame(
        (*key, len({p[1] for p in here}), sum(n_words[p] for p in here), n / n_mentions[key[:2]], n, n_official[key])
        for key in keys
        for n, here in [(n_mentions[key], places.get(key, set()))]
    )


def mentions_by_speaker(placed: pd.DataFrame) -> pd.DataFrame:
    """Return the body mentions of `mentions_by_source` counted by topic and source, most mentions of a topic first.

    Mentions in no source's content stand under an empty ``source``. The mentions of a topic add up to those of
    `count_topics`; ``n_sentences`` are the sentences with them.
    """
    MENTIONS_BY_SOURCE.check(placed)
    sentences: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    columns = ("article", "topic", "source", "kind", "official", "sentence")
    for *key, sentence in rows_of(placed[placed["sentence"] > 0], *columns):
        sentences[tuple(key)].append(sentence)
    order = list(dict.fromkeys(key[:2] for key in sentences))
    rows = sorted(sentences.items(), key=lambda r: (order.index(r[0][:2]), -len(r[1])))
    return MENTIONS_BY_SPEAKER.frame((*key, len(found), len(set(found))) for key, found in rows)


def topics_on_unnamed(by_source: pd.DataFrame) -> pd.DataFrame:
    """Return the topics of `topics_by_source` that rest on unnamed people alone: nobody else is cited on them.

    ``n_anonymous`` are their mentions in the content of anonymous sources, ``n_official`` those of them by officials,
    ``n_unattributed`` the mentions in nobody's content, on the reporter's own word. Most anonymous mentions first.
    """
    kinds: dict[tuple[str, str], dict[str, tuple[int, int]]] = defaultdict(dict)
    columns = ("article", "topic", "kind", "n_mentions", "n_official")
    for article, topic, kind, n, official in rows_of(TOPICS_BY_SOURCE.check(by_source), *columns):
        if n:
            kinds[article, topic][kind] = n, official
    nobody = {"unattributed": (0, 0)}
    alone = [(key, nobody | of) for key, of in kinds.items() if of.keys() - nobody.keys() == {"anonymous"}]
    rows = [(*key, *of["anonymous"], of["unattributed"][0]) for key, of in alone]
    return TOPICS_ON_UNNAMED.frame(sorted(rows, key=lambda r: -r[2]))
