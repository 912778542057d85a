import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.words import count_words, count_words_of_each, find_words, split_words

CASES = Path(__file__).parent / "cases" / "words.csv"


def cases():
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [pytest.param(r["text"], r["words"].split("|") if r["words"] else [], id=r["why"]) for r in rows]


@pytest.mark.parametrize(("text", "words"), cases())
def test_what_a_word_is(text, words):
    assert split_words(text) == words
    assert [text[a:b] for a, b in find_words(text)] == words
    assert count_words(text) == len(words)


def test_accents_soft_hyphens_and_joiners_stay_inside_a_word():
    assert count_words("cafe\u0301s co\u00adoperate wo\u2060rd") == 3


@settings(database=None, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB1.,:'’-–—/$%@#& \n\u00a0()“”é+"), max_size=60))
def test_the_three_functions_agree(text):
    spans = find_words(text)
    words = split_words(text)
    assert [text[a:b] for a, b in spans] == words
    assert count_words(text) == len(words)
    assert all(a < b for a, b in spans)
    assert all(before <= after for (_, before), (after, _) in pairwise(spans))
    assert not any(c.isspace() for w in words for c in w)
    assert all(any(c.isalnum() for c in w) for w in words)


@pytest.mark.parametrize("unit", ["a.", "a's", "1,", "a@", "www.", "http://.", "A$", "U.S.", "a+", "+a"])
def test_time_is_linear(unit, assert_linear):
    assert_linear(find_words, unit)


@given(st.lists(st.text()))
def test_many_texts_are_counted_as_each_alone(texts):
    assert list(count_words_of_each(texts)) == [count_words(text) for text in texts]
