import csv
import re
from pathlib import Path

import nltk
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.lexicon import read_lexicon
from analysis.syllables import (
    DICTIONARY,
    NLTK_DATA,
    count_by_rule,
    count_syllables,
    dictionary,
    say_figure,
    spoken_forms,
)

CASES = Path(__file__).parent / "cases" / "syllables.csv"


def cases():
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [pytest.param(r["word"], int(r["syllables"]), id=f"{r['word']}: {r['why']}") for r in rows]


@pytest.mark.parametrize(("word", "syllables"), cases())
def test_syllables_as_people_say_them(word, syllables):
    assert count_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        pytest.param("PLA", 3, marks=pytest.mark.xfail(strict=True, reason="the dictionary lists a word 'pla'")),
        pytest.param("911", 3, marks=pytest.mark.xfail(strict=True, reason="known only as a number")),
        pytest.param("$5.50", 6, marks=pytest.mark.xfail(strict=True, reason="read as five point five zero dollars")),
    ],
)
def test_known_gaps(word, syllables):
    assert count_syllables(word) == syllables


@pytest.mark.parametrize(
    ("figure", "ending", "amount", "words"),
    [
        ("0", "", False, "zero"),
        ("17", "", False, "seventeen"),
        ("100", "", False, "one hundred"),
        ("342", "", False, "three hundred forty two"),
        ("1,000,001", "", False, "one million one"),
        ("2016", "", False, "twenty sixteen"),
        ("2016", "", True, "two thousand sixteen"),
        ("2009", "", False, "two thousand nine"),
        ("1066", "", False, "one thousand sixty six"),
        ("1.05", "", False, "one point zero five"),
        ("3", "bn", False, "three billion"),
        ("21", "st", False, "twenty first"),
        ("20", "th", False, "twentieth"),
        ("112", "th", False, "one hundred twelfth"),
        ("01", "", False, "zero one"),
        ("7" * 16, "", False, " ".join(["seven"] * 16)),
    ],
)
def test_figures_in_words(figure, ending, amount, words):
    assert " ".join(say_figure(figure, ending=ending, amount=amount)) == words


def test_every_rule_has_an_example_that_it_changes():
    for row in read_lexicon("syllable_rules", "pattern", "change", "example"):
        assert re.search(row["pattern"], row["example"]), row
        assert count_by_rule(row["example"]) == count_syllables(row["example"]), row


def test_everything_spoken_is_in_the_dictionary_or_a_letter():
    for where in ("word", "sign", "after figures"):
        for spoken in spoken_forms(where).values():
            assert all(w.lower() in dictionary() for w in spoken.split()), spoken


def test_dictionary_is_what_nltk_reads(monkeypatch):
    monkeypatch.setattr(nltk.data, "path", [str(NLTK_DATA)])
    reader = nltk.corpus.CMUDictCorpusReader(nltk.data.find("corpora/cmudict"), ["cmudict"])
    first: dict[str, int] = {}
    for word, phonemes in reader.entries():
        first.setdefault(word, sum(p[-1].isdigit() for p in phonemes))
    assert len(first) == 126_052
    assert dictionary() == first


def test_dictionary_carries_its_licence():
    text = (DICTIONARY.parent / "LICENSE").read_text()
    assert "Carnegie Mellon University" in text and "Redistribution" in text


def test_rules_alone_are_right_for_most_listed_words():
    """A floor over all listed words, most of them surnames, each counted once; benchmarks weigh them by news."""
    words = [w for w in dictionary() if re.fullmatch("[a-z]+", w)]
    right = sum(count_by_rule(w) == dictionary()[w] for w in words)
    assert right / len(words) > 0.92


@settings(database=None, deadline=None)
@given(st.text(alphabet=st.sampled_from("aeBsT01.,:'’-$%@#&é½"), max_size=30))
@example(":00")
def test_whatever_has_a_letter_or_figure_has_a_syllable(word):
    assert (count_syllables(word) > 0) >= any(c.isalnum() for c in word)


@pytest.mark.parametrize("unit", ["a's", "n't", "1,000", "aB", "U.S.", "a-", "www.", "9"])
def test_endless_words_are_counted(unit):
    assert count_syllables(unit * 20_000) > 0
