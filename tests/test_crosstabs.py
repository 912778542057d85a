"""Crosstabs: on whose word mentions and words stand, and that nothing is lost or counted twice."""

from collections import Counter
from math import isnan

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.crosstabs import (
    mentions_by_source,
    mentions_by_speaker,
    spans_by_kind,
    topics_by_source,
    topics_on_unnamed,
    words_by_kind,
)
from analysis.crosstabs.contents import find_covers
from analysis.errors import TableError
from analysis.tables import ATTRIBUTIONS, KINDS, MENTIONS, SENTENCES, TOPICS_BY_SOURCE
from analysis.words import count_words, find_words


def sentences_of(*texts, article="a", headline=False):
    rows, at = [], 0
    for n, text in enumerate(texts, 0 if headline else 1):
        part = "body" if n else "headline"
        rows.append((article, n, n, part, at, at + len(text), count_words(text), text))
        at += len(text) + 1
    return SENTENCES.frame(rows)


def attributions_of(*rows, article="a"):
    """Each row: content_spans, source, kind, official."""
    columns = ("content_spans", "source", "kind", "official")
    blank = dict.fromkeys(ATTRIBUTIONS.columns, "") | {"article": article, "speech": True}
    blank |= {c: pd.NA for c, t in ATTRIBUTIONS.columns.items() if t == "Int64"}
    blank |= {c: 0 for c, t in ATTRIBUTIONS.columns.items() if t in ("int64", "float64")}
    return ATTRIBUTIONS.frame(
        (blank | {"attribution": n} | dict(zip(columns, row, strict=True))).values() for n, row in enumerate(rows, 1)
    )


def mentions_of(sentences, *found, article="a"):
    """Each word of ``found`` is a topic and stands where the article has that word first."""
    whole = "\n".join(sentences["text"])
    rows = []
    for text in found:
        start = whole.index(text)
        sentence = sentences[(sentences["start"] <= start) & (start < sentences["end"])].iloc[0]
        rows.append((article, text, text, sentence["paragraph"], sentence["sentence"], start, start + len(text)))
    return MENTIONS.frame(rows)


#      0         1         2         3         4         5         6
#      0123456789012345678901234567890123456789012345678901234567890123
TEXT = ("Tea is scarce and milk sour, an official said.", "Rice is dear.")
SENTENCES_ = sentences_of(*TEXT)


@pytest.mark.parametrize(
    ("spans", "word", "kind"),
    [
        ("0-27", "Tea", "anonymous"),
        ("0-27", "official", "unattributed"),
        ("0-27", "Rice", "unattributed"),
        ("0-13;47-60", "Rice", "anonymous"),
        ("0-13;47-60", "milk", "unattributed"),
        ("0-20", "milk", "anonymous"),  # touched is enough
        ("0-18", "milk", "unattributed"),  # ends where the mention begins
        ("22-27", "milk", "unattributed"),  # begins where the mention ends
        ("", "Tea", "unattributed"),
    ],
)
def test_a_mention_stands_in_the_content_that_covers_it(spans, word, kind):
    attributions = attributions_of((spans, "an official", "anonymous", True))
    placed = mentions_by_source(mentions_of(SENTENCES_, word), attributions)
    assert list(placed["kind"]) == [kind]
    assert list(placed["official"]) == [kind == "anonymous"]
    assert list(placed["source"]) == ["an official" if kind == "anonymous" else ""]
    assert list(placed["attribution"].isna()) == [kind == "unattributed"]


@pytest.mark.parametrize(
    ("rows", "source"),
    [
        ([("0-10", "Lee", "named", False), ("0-30", "Smith", "named", False)], "Smith"),  # the outermost speaks
        ([("0-30", "Lee", "named", False), ("0-30", "Smith", "named", False)], "Lee"),  # the first of equals
        ([("0-1", "Lee", "named", False), ("1-3", "Smith", "named", False)], "Smith"),  # the most of the mention
        ([("0-2", "Lee", "named", False), ("2-3", "Smith", "named", False)], "Lee"),  # the same, the other way round
        ([("0-1;40-60", "Lee", "named", False), ("0-9", "Smith", "named", False)], "Smith"),  # most, although shorter
    ],
)
def test_one_source_speaks_where_contents_overlap(rows, source):
    assert list(mentions_by_source(mentions_of(SENTENCES_, "Tea"), attributions_of(*rows))["source"]) == [source]


def test_topics_by_source_by_hand():
    mentions = pd.concat(
        [mentions_of(SENTENCES_, w).assign(topic="food") for w in ("Tea", "milk", "Rice")], ignore_index=True
    )
    attributions = attributions_of(("0-13", "officials", "anonymous", True), ("18-27", "Lee", "named", False))
    table = topics_by_source(mentions, attributions, SENTENCES_)
    TOPICS_BY_SOURCE.check(table)
    assert tuple(table["kind"]) == KINDS
    assert list(table["n_sentences"]) == [1, 0, 0, 1, 1]
    assert list(table["n_words"]) == [2, 0, 0, 3, 3]  # milk sour; Tea is scarce; Rice is dear
    assert list(table["share"]) == pytest.approx([1 / 3, 0, 0, 1 / 3, 1 / 3])
    assert list(table["n_mentions"]) == [1, 0, 0, 1, 1]
    assert list(table["n_official"]) == [0, 0, 0, 1, 0]


def test_sentences_of_a_topic_are_counted_once_each():
    mentions = pd.concat([mentions_of(SENTENCES_, w).assign(topic="food") for w in ("Tea", "milk", "Rice")])
    table = topics_by_source(mentions, attributions_of(("0-60", "Lee", "named", False)), SENTENCES_)
    assert list(table["n_sentences"]) == [2, 0, 0, 0, 0]
    assert list(table["n_words"]) == [len(WORDS), 0, 0, 0, 0]


def test_words_of_a_split_quotation_count_once_for_two_mentions():
    mentions = pd.concat([mentions_of(SENTENCES_, w).assign(topic="food") for w in ("Tea", "milk")], ignore_index=True)
    table = topics_by_source(mentions, attributions_of(("0-13;18-27", "Lee", "named", False)), SENTENCES_)
    assert list(table["n_words"]) == [5, 0, 0, 0, 0]
    assert list(table["share"]) == [1, 0, 0, 0, 0]


def test_headlines_are_placed_but_not_counted():
    sentences = sentences_of("Tea is dear", "Rice is dear", headline=True)
    mentions = mentions_of(sentences, "Tea", "Rice")
    attributions = attributions_of(("0-24", "Lee", "named", False))
    placed = mentions_by_source(mentions, attributions)
    assert list(placed["kind"]) == ["named", "named"]
    assert set(topics_by_source(mentions, attributions, sentences)["topic"]) == {"Rice"}
    assert set(mentions_by_speaker(placed)["topic"]) == {"Rice"}
    assert words_by_kind(attributions, sentences)["n_words"].sum() == 3


def test_mentions_by_speaker_by_hand():
    mentions = pd.concat(
        [mentions_of(SENTENCES_, w).assign(topic="food") for w in ("Tea", "scarce", "milk", "Rice")], ignore_index=True
    )
    attributions = attributions_of(("0-13", "officials", "anonymous", True), ("18-27", "Lee", "named", False))
    table = mentions_by_speaker(mentions_by_source(mentions, attributions))
    assert table.drop(columns=["article", "topic"]).values.tolist() == [
        ["officials", "anonymous", True, 2, 1],
        ["Lee", "named", False, 1, 1],
        ["", "unattributed", False, 1, 1],
    ]


def test_topics_on_unnamed_people_alone():
    words = {"mostly": ("Tea", "Rice"), "all": ("scarce",), "both": ("Tea", "milk"), "none": ("dear",)}
    mentions = pd.concat([mentions_of(SENTENCES_, *w).assign(topic=t) for t, w in words.items()])
    attributions = attributions_of(("0-13", "officials", "anonymous", True), ("18-27", "Lee", "named", False))
    table = topics_on_unnamed(topics_by_source(mentions, attributions, SENTENCES_))
    assert table.values.tolist() == [["a", "mostly", 1, 1, 1], ["a", "all", 1, 1, 0]]
    assert topics_on_unnamed(TOPICS_BY_SOURCE.empty()).empty


def test_spans_by_kind_by_hand():
    attributions = attributions_of(("0-13;47-60", "officials", "anonymous", True), ("18-27", "Lee", "named", False))
    table = spans_by_kind(attributions, SENTENCES_)
    runs = list(zip(table["start"], table["end"], table["n_words"], table["kind"], table["official"], strict=True))
    assert runs == [
        (0, 13, 3, "anonymous", True),
        (14, 17, 1, "unattributed", False),
        (18, 27, 2, "named", False),
        (29, 45, 3, "unattributed", False),
        (47, 59, 3, "anonymous", True),
    ]
    assert list(table["sentence"]) == [1, 1, 1, 1, 2]


@pytest.mark.parametrize(
    ("rows", "runs"),
    [
        ([("0-3", "Lee", "named", False)], ["Tea:Lee", "is scarce and milk sour, an official said:"]),
        ([("32-45", "Lee", "named", False)], ["Tea is scarce and milk sour, an:", "official said:Lee"]),
        ([("0-45", "Lee", "named", False)], ["Tea is scarce and milk sour, an official said:Lee"]),
        # Two people side by side stay apart, also where they are of one kind.
        (
            [("0-6", "Lee", "named", False), ("7-13", "Ray", "named", False)],
            ["Tea is:Lee", "scarce:Ray", "and milk sour, an official said:"],
        ),
        # One source in two statements side by side is one run, but not where it speaks in another office.
        (
            [("0-6", "Lee", "named", False), ("7-13", "Lee", "named", False)],
            ["Tea is scarce:Lee", "and milk sour, an official said:"],
        ),
        (
            [("0-6", "Lee", "named", False), ("7-13", "Lee", "named", True)],
            ["Tea is:Lee", "scarce:Lee", "and milk sour, an official said:"],
        ),
        # A word belongs where it begins.
        ([("1-6", "Lee", "named", False)], ["Tea:", "is:Lee", "scarce and milk sour, an official said:"]),
        ([("0-1", "Lee", "named", False)], ["Tea:Lee", "is scarce and milk sour, an official said:"]),
        ([("0-5", "Lee", "named", False)], ["Tea is:Lee", "scarce and milk sour, an official said:"]),
        # Within another's content the outer speaks, before it and behind it.
        (
            [("4-13", "Ray", "named", False), ("0-27", "Lee", "named", False)],
            ["Tea is scarce and milk sour:Lee", "an official said:"],
        ),
        # Reach counts from the first word to the last, whatever lies between.
        (
            [("4-13", "Ray", "named", False), ("0-6;23-27", "Lee", "named", False)],
            ["Tea is:Lee", "scarce:Ray", "and milk:", "sour:Lee", "an official said:"],
        ),
    ],
)
def test_runs_of_words_by_hand(rows, runs):
    table = spans_by_kind(attributions_of(*rows), sentences_of(TEXT[0]))
    whose = zip(table["start"], table["end"], table["source"], strict=True)
    assert [f"{TEXT[0][start:end]}:{source}" for start, end, source in whose] == runs


def test_one_speaker_along_a_whole_stretch_is_told_once():
    cover = find_covers(attributions_of(("5-20", "Lee", "named", False)))["a"]
    along = {span: [(until, who.source) for until, who in cover.speakers_along(*span)] for span in ((5, 20), (0, 30))}
    assert along == {(5, 20): [(20, "Lee")], (0, 30): [(5, ""), (20, "Lee"), (30, "")]}
    assert [(until, who.source) for until, who in cover.speakers_along(20, 30)] == [(30, "")]
    assert [(until, who.source) for until, who in cover.speakers_along(0, 5)] == [(5, "")]
    assert [(until, who.source) for until, who in cover.speakers_along(7, 9)] == [(9, "Lee")]


def test_words_by_kind_by_hand():
    table = words_by_kind(attributions_of(("0-13;47-60", "officials", "anonymous", True)), SENTENCES_)
    assert tuple(table["kind"]) == KINDS
    assert list(table["n_words"]) == [0, 0, 0, 6, 6]
    assert list(table["share"]) == [0, 0, 0, 0.5, 0.5]
    assert list(table["n_sentences"]) == [0, 0, 0, 2, 1]
    assert list(table["n_official"]) == [0, 0, 0, 6, 0]


def test_an_article_without_words_has_no_shares():
    table = words_by_kind(ATTRIBUTIONS.empty(), sentences_of("..."))
    assert not table["n_sentences"].any()
    assert list(table["n_words"]) == [0] * 5
    assert all(map(isnan, table["share"]))


def test_articles_are_kept_apart():
    sentences = pd.concat([sentences_of(*TEXT, article=a) for a in "ab"], ignore_index=True)
    mentions = pd.concat([mentions_of(SENTENCES_, "Tea", article=a) for a in "ab"], ignore_index=True)
    attributions = attributions_of(("0-27", "Lee", "named", False), article="b")
    table = topics_by_source(mentions, attributions, sentences)
    shares = table[table["share"] == 1]
    assert list(zip(shares["article"], shares["kind"], strict=True)) == [("a", "unattributed"), ("b", "named")]


def test_empty_tables_give_empty_tables():
    empty = (MENTIONS.empty(), ATTRIBUTIONS.empty())
    assert topics_by_source(*empty, SENTENCES.empty()).empty
    assert mentions_by_speaker(mentions_by_source(*empty)).empty
    assert spans_by_kind(ATTRIBUTIONS.empty(), SENTENCES.empty()).empty


def test_tables_in_the_wrong_order_are_refused():
    with pytest.raises(TableError):
        topics_by_source(ATTRIBUTIONS.empty(), MENTIONS.empty(), SENTENCES.empty())


# properties

SPAN = st.tuples(st.integers(0, 59), st.integers(1, 30)).map(lambda s: f"{s[0]}-{s[0] + s[1]}")
CONTENT = st.lists(SPAN, max_size=3).map(";".join)
ROW = st.tuples(CONTENT, st.sampled_from(["Lee", "aides", "Beijing"]), st.sampled_from(KINDS[:4]), st.booleans())
WORDS = find_words("\n".join(TEXT))


@given(st.lists(ROW, max_size=6), st.lists(st.sampled_from(WORDS), max_size=8), st.data())
@settings(deadline=None, max_examples=50)
def test_totals_equal_the_mentions_and_the_words(rows, places, data):
    topics = [data.draw(st.sampled_from(["food", "drink"])) for _ in places]
    mentions = MENTIONS.frame(("a", t, "x", 1, 1 + (s >= 47), s, e) for t, (s, e) in zip(topics, places, strict=True))
    attributions = attributions_of(*rows)
    placed = mentions_by_source(mentions, attributions)
    pd.testing.assert_frame_equal(placed[list(MENTIONS.columns)], mentions)
    assert mentions_by_speaker(placed)["n_mentions"].sum() == len(mentions)
    table = topics_by_source(mentions, attributions, SENTENCES_)
    assert table["n_mentions"].sum() == len(mentions)
    totals = table.groupby("topic")[["share", "n_words"]].sum()
    assert list(totals["share"]) == pytest.approx([1] * len(totals))
    assert (totals["n_words"] <= len(WORDS)).all()
    counted = Counter(topics)
    back = {t: sum(table[table["topic"] == t]["share"] * n) for t, n in counted.items()}
    assert back == pytest.approx(dict(counted))
    runs = spans_by_kind(attributions, SENTENCES_)
    assert runs["n_words"].sum() == len(WORDS) == words_by_kind(attributions, SENTENCES_)["n_words"].sum()
    assert all(end <= start for end, start in zip(runs["end"], runs["start"][1:], strict=False))


@given(st.lists(ROW, min_size=1, max_size=6), st.integers(0, 59))
@settings(deadline=None, max_examples=50)
def test_each_character_rests_on_the_attribution_that_reaches_farthest(rows, place):
    attributions = attributions_of(*rows)
    spans = [[tuple(map(int, s.split("-"))) for s in row[0].split(";") if s] for row in rows]
    reach = [max(e for _, e in s) - min(b for b, _ in s) if s else 0 for s in spans]
    around = [n for n, s in enumerate(spans) if any(b <= place < e for b, e in s)]
    expected = min(around, key=lambda n: (-reach[n], n)) + 1 if around else None
    placed = mentions_by_source(MENTIONS.frame([("a", "t", "t", 1, 1, place, place + 1)]), attributions)
    assert placed["attribution"].tolist() == [expected if expected else pd.NA]
