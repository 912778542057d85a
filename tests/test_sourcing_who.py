"""Who the sources of short articles are, from the words to the verdict: a table of cases."""

import csv
from pathlib import Path

import pytest

from by_hand import extracted, identified, sentences_in

with (Path(__file__).parent / "cases" / "who.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['condition']}: {case['source']}")
def test_who_the_last_source_of_these_words_is(case):
    sentences = sentences_in(case["text"])
    found = extracted(sentences)
    verdicts = zip(found, identified(sentences, found), strict=True)
    of_words = [v for f, v in verdicts if f.source and case["text"][f.source.start : f.source.end] == case["source"]]
    assert of_words, [case["text"][f.source.start : f.source.end] for f in found if f.source]
    assert (of_words[-1].kind, of_words[-1].anonymity, of_words[-1].source) == (
        case["kind"], case["anonymity"], case["entity"],
    )  # fmt: skip
    if case["official"]:
        assert of_words[-1].official == (case["official"] == "true")


def test_each_condition_has_an_example_on_both_sides_or_several():
    conditions = [case["condition"] for case in CASES]
    assert all(conditions.count(condition) > 1 for condition in conditions)
