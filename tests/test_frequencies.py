import csv
import math

import pytest

from analysis.errors import LexiconError
from analysis.frequencies import TABLE, plain_form, read_counts, read_frequencies
from analysis.syllables import dictionary


@pytest.fixture
def table(tmp_path):
    def write(text):
        path = tmp_path / "counts.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_zipf_is_log_occurrences_in_a_billion(table):
    frequencies = read_counts(table("word,count\nthe,900\nharbour,99\n*,1\n"))
    assert frequencies.total == 1000
    assert frequencies.zipf("The") == pytest.approx(math.log10(0.9e9))
    assert frequencies.zipf("harbour’s") == pytest.approx(math.log10(0.099e9))


def test_a_missing_word_is_as_rare_as_one_occurrence(table):
    frequencies = read_counts(table("word,count\nthe,999\n*,1\n"))
    assert frequencies.zipf("quokka") == pytest.approx(6)
    assert frequencies.zipf("") == pytest.approx(6)


def test_a_hyphenated_word_is_as_common_as_its_rarest_part(table):
    frequencies = read_counts(table("word,count\nlong,100\nterm,10\nx-ray,50\n*,840\n"))
    assert frequencies.zipf("long-term") == frequencies.zipf("term")
    assert frequencies.zipf("x-ray") > frequencies.zipf("term")
    assert frequencies.zipf("long-quokka") == frequencies.zipf("quokka")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "does not begin with word,count"),
        ("word,zipf\nthe,7\n*,1\n", "does not begin with word,count"),
        ("word,count\nthe,9\n", r"has no row '\*'"),
        ("word,count\nthe\n*,1\n", "line 2: a row is a word, a comma and a count"),
        ("word,count\n,3\n*,1\n", "line 2: a row is a word, a comma and a count"),
        ("word,count\nthe,9\nof,often\n*,1\n", "line 3: 'often' is no count"),
        ("word,count\nthe,0\n*,1\n", "line 2: '0' is no count"),
        ("word,count\nthe,9\nthe,8\n*,1\n", "line 3: 'the' is there already"),
    ],
)
def test_a_mistake_is_named_with_its_line(table, text, message):
    with pytest.raises(LexiconError, match=message):
        read_counts(table(text))


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(LexiconError, match=r"no table none\.csv: make it with"):
        read_counts(tmp_path / "none.csv")


def test_the_table_that_travels_lists_words_of_the_dictionary_only():
    frequencies = read_frequencies()
    assert frequencies.counts.keys() <= dictionary().keys()
    assert all(word == plain_form(word) for word in frequencies.counts)
    assert min(frequencies.counts.values()) >= 2
    assert frequencies.zipf("the") > frequencies.zipf("police") > frequencies.zipf("dog") > frequencies.zipf("quokka")


def test_the_table_is_sorted_so_that_changes_can_be_read():
    rows = list(csv.reader(TABLE.read_text(encoding="utf-8").splitlines()))[2:]
    assert rows == sorted(rows, key=lambda row: (-int(row[1]), row[0]))
