"""What a run of capitalised words is by its own words, and where the noun phrase of a source's words ends."""

import csv
from pathlib import Path

import pytest

from analysis.sourcing.entities.description_ends import (
    CLOSING,
    ENDS,
    INSIDE,
    MARGIN,
    MAY_CLOSE,
    in_context,
    name_start,
)
from analysis.sourcing.entities.descriptions import describe
from analysis.sourcing.entities.name_parts import Run
from analysis.sourcing.entities.names import DOCUMENT_SHAPE, SHAPES, TWO_NAMES, read_name
from analysis.sourcing.entities.word_kinds import PEOPLE, kinds_of

CASES = Path(__file__).parent / "cases"


def cases(name):
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def split_at_bars(example):
    """The words of an example, and which of them stands between bars."""
    before, word, after = example.split("|")
    words = [*before.split(), word, *after.split()]
    return words, len(before.split())


@pytest.mark.parametrize(
    "name", ["Dr. Xu Brand", "Dr. Ann Brand", "Judge Ann Post", "Mr. Banks", "Dr. Post", "Robert H. Tribe"]
)
def test_a_surname_that_is_also_a_word_for_a_body_is_a_surname(name):
    assert read_name(name).sort in ("person", "titled")


@pytest.mark.parametrize("name", ["General Motors", "General Electric", "Prince Capital", "Lord Brothers", "Post"])
def test_a_title_alone_makes_no_surname_of_a_word_for_a_body(name):
    assert read_name(name).sort == "body"


@pytest.mark.parametrize("shape", (DOCUMENT_SHAPE, *SHAPES), ids=lambda shape: shape.example)
def test_each_shape_reads_its_example(shape):
    assert read_name(shape.example).sort == shape.sort
    assert next(s for s in (DOCUMENT_SHAPE, TWO_NAMES, *SHAPES) if s.fits(Run(shape.example))) is shape


@pytest.mark.parametrize("row", ENDS, ids=lambda row: row.example)
def test_each_row_decides_where_the_phrase_of_its_example_ends(row):
    words, at = split_at_bars(row.example)
    assert next(r for r in ENDS if r.fits(in_context(words), at)) is row


@pytest.mark.parametrize("row", [row for row in ENDS if row.name in CLOSING], ids=lambda row: row.example)
def test_a_row_that_ends_a_phrase_is_about_words_of_which_the_table_is_asked(row):
    asked = [place.at == 0 and not place.any & ~MAY_CLOSE for place in row.places]
    behind_people = [place.at == -1 and not place.any & ~PEOPLE for place in row.places]
    assert any(asked + behind_people)


@pytest.mark.parametrize("row", INSIDE, ids=lambda row: row.example)
def test_each_row_knows_the_small_word_inside_the_name_of_its_example(row):
    words, at = split_at_bars(row.example)
    assert next(r for r in INSIDE if r.fits([kinds_of(w) for w in words] + MARGIN, at)) is row
    assert name_start(words) == 0


@pytest.mark.parametrize("case", cases("names.csv"), ids=lambda case: case["run"])
def test_what_a_run_of_capitalised_words_is(case):
    name = read_name(case["run"])
    assert [name.sort, name.text, name.title] == [case["sort"], case["text"], case["title"]]
    assert [name.kind, name.gender] == [case["kind"], case["gender"]]


@pytest.mark.parametrize("case", cases("descriptions.csv"), ids=lambda case: case["words"])
def test_the_words_of_a_source_taken_apart(case):
    told = describe(case["words"])
    found = [told.determiner, " ".join(told.words), told.head, told.name.text, told.owner, told.after, told.rest]
    assert found == [case[c] for c in ("determiner", "phrase", "head", "name", "owner", "after", "rest")]
    assert told.joined == (case["joined"] == "true")
