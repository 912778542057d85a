import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import OutputError, TableError
from analysis.tables import (
    ATTRIBUTIONS,
    MENTIONS,
    SENTENCES,
    TABLES,
    TOPICS,
    files,
    read_table,
    read_tables,
    rows_of,
    write_table,
)  # fmt: skip

ROW = ("a", 1, 1, "body", 0, 4, 1, 'Odd, "text"\nwith — é and NA.')


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_an_empty_table_has_its_schema_and_survives_a_file(table, tmp_path):
    empty = table.check(table.empty())
    assert list(empty.columns) == list(table.columns)
    assert len(empty) == 0
    for ending in ("csv", "parquet"):
        back = read_table(write_table(empty, tmp_path / f"{table.name}.{ending}"))
        pd.testing.assert_frame_equal(table.check(back), empty)


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_odd_text_reads_back(ending, tmp_path):
    frame = SENTENCES.frame([ROW, ("NA", 2, 2, "body", 5, 9, 0, "")])
    pd.testing.assert_frame_equal(read_table(write_table(frame, tmp_path / f"sentences.{ending}")), frame)


def test_missing_offsets_and_undefined_numbers_read_back(tmp_path):
    row = ["a", "taiwan", 0, math.nan, 0, 0, None, False, math.nan, False, 0]
    back = read_table(write_table(TOPICS.frame([row]), tmp_path / "topics.csv"))
    assert back.first_sentence.isna().all()
    assert back.dispersion.isna().all()
    assert TOPICS.check(back).in_headline.tolist() == [False]


def test_a_missing_column_is_named():
    with pytest.raises(TableError, match=r"no column 'text'.*not a table of sentences"):
        SENTENCES.check(SENTENCES.empty().drop(columns="text"))


def test_a_wrong_type_is_named():
    with pytest.raises(TableError, match="'start' of mentions holds float64"):
        MENTIONS.check(MENTIONS.empty().astype({"start": "float64"}))


def test_a_short_row_is_refused():
    with pytest.raises(TableError, match="2 values"):
        MENTIONS.frame([("a", "taiwan")])


def test_rows_come_as_plain_values_in_the_order_asked_for():
    frame = TOPICS.frame([("a", "tea", 0, math.nan, 0, 0, None, False, math.nan, False, 0)])
    ((of_paragraphs, flag, first, topic),) = rows_of(frame, "of_paragraphs", "in_lead", "first_sentence", "topic")
    assert (type(of_paragraphs), type(flag), type(topic)) == (int, bool, str) and first is pd.NA
    assert [len(row) for row in rows_of(frame)] == [len(TOPICS.columns)]
    assert list(rows_of(TOPICS.empty(), "topic")) == []


def test_tables_without_text_repeat_no_words():
    assert "text" not in SENTENCES.without_text(SENTENCES.frame([ROW]))
    assert not {"source_text", "cue_text", "marker"} & set(ATTRIBUTIONS.without_text(ATTRIBUTIONS.empty()).columns)


def test_an_unknown_ending_is_refused(tmp_path):
    with pytest.raises(OutputError, match=r"\.csv or \.parquet"):
        write_table(SENTENCES.empty(), tmp_path / "sentences.xlsx")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(OutputError, match="choose a folder"):
        write_table(SENTENCES.empty(), tmp_path / "nowhere" / "sentences.csv")


def test_a_failed_write_leaves_what_was_there(tmp_path):
    path = write_table(SENTENCES.frame([ROW]), tmp_path / "sentences.csv")
    before = path.read_bytes()
    with pytest.raises(AttributeError):
        write_table(None, path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["sentences.csv"]


@pytest.mark.parametrize(
    ("name", "message"), [("notes.csv", "none of our tables"), ("topics.csv", "there is no table")]
)
def test_what_is_no_table_is_refused(name, message, tmp_path):
    with pytest.raises(TableError, match=message):
        read_table(tmp_path / name)


def test_a_folder_reads_as_its_tables(tmp_path):
    write_table(SENTENCES.frame([ROW]), tmp_path / "sentences.csv")
    (tmp_path / "notes.txt").write_text("nothing")
    assert list(read_tables(tmp_path)) == ["sentences"]
    with pytest.raises(TableError, match="no tables in"):
        read_tables(tmp_path / "empty")


@pytest.mark.parametrize("rows_at_once", [3, 4, 10])
def test_csv_is_what_pandas_writes(tmp_path, monkeypatch, rows_at_once):
    frame = pd.DataFrame(
        {
            "article": pd.Series(["a,b", 'say "no"', "two\nlines", ""], dtype="str"),
            "n": [1, -2, 0, 10**12],
            "offset": pd.Series([1, None, 0, 3], dtype="Int64"),
            "value": [0.1, float("nan"), -0.0, 1e-7],
            "flag": [True, False, True, False],
        }
    )
    monkeypatch.setattr(files, "ROWS_AT_ONCE", rows_at_once)
    path = write_table(frame, tmp_path / "mixed.csv")
    assert path.read_bytes().decode() == frame.to_csv(index=False, lineterminator="\n")


@given(st.lists(st.floats() | st.floats(-1000, 1000) | st.integers(-(10**7), 10**7).map(float), min_size=1))
@settings(deadline=None, max_examples=100)
def test_csv_has_numbers_as_python_writes_them(numbers):
    lines = b"".join(files._to_csv(pd.DataFrame({"value": numbers}))).decode().splitlines()
    assert lines[1:] == ["" if math.isnan(n) else str(n) for n in numbers]
