"""How figures and names are written: in one way, wherever they stand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.wording import count_of, cut_percent, digits_for, in_unit, number, percent, within


@pytest.mark.parametrize(
    ("n", "noun", "text"),
    [
        (0, "word", "no words"),
        (1, "word", "1 word"),
        (1200, "word", "1,200 words"),
        (2, "story", "2 stories"),
        (1, "story", "1 story"),
        (2, "school day", "2 school days"),
    ],
)
def test_numbers_with_their_nouns(n, noun, text):
    assert count_of(n, noun) == text


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (0, 0, "undefined"),
        (0, 9, "0%"),
        (1, 1000, "under 1%"),
        (1, 200, "under 1%"),
        (1, 199, "1%"),
        (1, 8, "12%"),
        (199, 200, "over 99%"),
        (999, 1000, "over 99%"),
        (197, 199, "99%"),
        (9, 9, "100%"),
        (0.25, 1, "25%"),
    ],
)
def test_shares_in_whole_per_cent(part, whole, text):
    assert percent(part, whole) == text


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_nothing_and_all_are_said_of_nothing_and_all_alone(part, whole):
    part = min(part, whole)
    assert (percent(part, whole) == "0%") == (part == 0)
    assert (percent(part, whole) == "100%") == (part == whole)


@pytest.mark.parametrize(("share", "cut"), [(0.948, 94), (0.95, 95), (0.29, 29), (1.0, 100), (0.0, 0), (0.999, 99)])
def test_a_share_that_others_are_counted_in_is_cut(share, cut):
    assert cut_percent(share) == cut


@pytest.mark.parametrize(
    ("value", "unit", "digits", "text"),
    [
        (0.3, "% of words", 0, "under 1"),
        (0.0, "% of words", 0, "0"),
        (99.8, "% of words", 0, "over 99"),
        (12.4, "% of words", 0, "12"),
        (12.44, "% of words", 1, "12.4"),
        (0.3, "words", 0, "0"),
        (math.nan, "% of words", 0, "undefined"),
    ],
)
def test_figures_before_their_unit(value, unit, digits, text):
    assert in_unit(value, unit, digits) == text


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (number(1234.5), "1,234"), (number(-0.5), "−0.50"), (number(math.nan), "undefined"), (number(19, 1), "19.0"),
        (number(-0.04, 1), "0.0"), (number(-3, 1), "−3.0"), (number(0.0), "0"), (digits_for([1, 2]), 0),
        (digits_for([1.5, 20]), 1), (digits_for([1.5, 200]), 0), (within("Sentence length"), "sentence length"),
        (within("SMOG"), "SMOG"), (within("Flesch-Kincaid"), "Flesch-Kincaid"),
    ],
)  # fmt: skip
def test_numbers_and_names_in_words(said, wanted):
    assert said == wanted
