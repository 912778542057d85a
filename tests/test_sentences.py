import csv
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.article import Article, article_from_text
from analysis.errors import ArticleError
from analysis.sentences import find_sentences, split_sentences
from analysis.spans import Span
from analysis.tables import SENTENCES

CASES = Path(__file__).parent / "cases"
WORDS = ["U.S.", "Gen.", "a.m.", "“", "”", '"', "...", "…", "? ", "! ", ". ", ".", " ", "\n", "\r\n", "\u2028", "\n\n"]
WORDS += ["The", "the", "war", "No.", "2", "J.", "(", ")", "’", "—", "Tuesday, January 21, 2014", "said", "é"]
WORDS += ["他。", "\ufeff"]
NEWSLIKE = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)


def read_cases(name: str) -> list[dict[str, str]]:
    with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def article(text: str) -> Article:
    return article_from_text(text, name="test")


@pytest.mark.parametrize("case", read_cases("sentences"), ids=lambda c: c["construction"])
def test_boundaries_stand_where_the_case_marks_them(case):
    wanted = [piece.strip() for piece in case["text"].split("¦")]
    text = case["text"].replace("¦", "")
    assert [text[a:b] for a, b in find_sentences(text)] == wanted


@pytest.mark.xfail(strict=True, reason="only a parser could tell U.S. Senate from 'in the U.S. Senators left'")
def test_final_us_before_a_noun():
    assert len(find_sentences("He left the U.S. Senators stayed.")) == 2


@pytest.mark.xfail(strict=True, reason="a small letter never begins a sentence; anomalies report it")
def test_sentence_that_begins_small():
    assert len(find_sentences("It was late. nobody came.")) == 2


def test_table_has_numbers_parts_and_offsets():
    text = "Mayor resigns\n\nBy Jane Lee\n\nThe mayor resigned. He gave no reason.\n\nThe council meets today.\n"
    table = split_sentences(article(text))
    SENTENCES.check(table)
    assert table["sentence"].tolist() == [0, 1, 2, 3]
    assert table["paragraph"].tolist() == [-1, 1, 1, 2]
    assert table["part"].tolist() == ["headline", "body", "body", "body"]
    assert table["n_words"].tolist() == [2, 3, 4, 4]
    assert [text[s:e] for s, e in zip(table["start"], table["end"], strict=True)] == table["text"].tolist()


def test_headline_of_two_sentences_counts_down_from_zero():
    table = split_sentences(article("Mayor resigns. Council stunned\n\nThe mayor resigned on Monday.\n"))
    assert table["sentence"].tolist() == [-1, 0, 1]


def test_many_articles_make_one_table():
    one, two = article("A\n\nIt rained."), article_from_text("B\n\nIt snowed. It froze.", name="two")
    table = split_sentences([one, two])
    assert table.groupby("article", sort=False).size().to_dict() == {"test": 2, "two": 3}
    assert split_sentences(iter([])).columns.tolist() == list(SENTENCES.columns)


def test_credits_and_boilerplate_have_no_sentences():
    text = "Mayor resigns\n\nThe mayor resigned.\n\nJane Lee contributed to this report.\n\nLeave a Reply\n"
    assert split_sentences(article(text))["text"].tolist() == ["Mayor resigns", "The mayor resigned."]


def test_a_stretch_is_split_as_if_it_stood_alone():
    text = "It rained. It snowed.\n\nIt froze. It thawed."
    spans = find_sentences(text, Span(23, len(text)))
    assert [text[a:b] for a, b in spans] == ["It froze.", "It thawed."]


@settings(deadline=None, max_examples=200)
@given(st.one_of(NEWSLIKE, st.text(max_size=80)))
@example("U.S.")
@example(". ” ”")
def test_spans_are_ordered_trimmed_and_leave_nothing_out(text):
    at = 0
    for start, end in find_sentences(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@settings(deadline=None, max_examples=150)
@given(st.one_of(NEWSLIKE, st.text(max_size=80)))
def test_every_character_of_headline_and_body_is_in_a_sentence(text):
    try:
        read = article(text)
    except ArticleError:
        return
    table = split_sentences(read)
    spoken = "".join(text[p.start : p.end] for p in read.paragraphs if p.part in ("headline", "body"))
    assert "".join("".join(table["text"]).split()) == "".join(spoken.split())
    assert [text[s:e] for s, e in zip(table["start"], table["end"], strict=True)] == table["text"].tolist()
    assert table["start"].is_monotonic_increasing


@pytest.mark.parametrize("unit", [
    ".", "“", "A. ", "U.S. ", ". ", '."', "?! ", "a", "A", " ", "\n", ".” ” ", "…", "No. ", "— A ", "a.B",
    "!”Jo Jo Jo ", ". . ", "... ",
])  # fmt: skip
def test_time_grows_with_the_text_not_with_its_square(unit, assert_linear):
    assert_linear(find_sentences, unit)
