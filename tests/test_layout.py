import textwrap

import pytest

from analysis.layout import find_paragraphs
from analysis.spans import Span

ONE = (
    "The council voted on Tuesday night to open the corridor to as many as 1,900 new homes and to turn one lane of the "
    "road over to buses, after five hours of debate and sixty-one speakers."
)
TWO = "The mayor said that she would sign the plan. Nobody on the council expects a veto, and the money is there."
THREE = "Work begins in May."


def texts(text: str) -> list[str]:
    return [" ".join(text[a:b].split()) for a, b in find_paragraphs(text)]


def wrapped(text: str, width: int = 66, indent: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=indent)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_blank_lines_part_paragraphs_whatever_the_newline(newline):
    assert texts((newline * 2).join(["Mayor opens bridge", ONE, TWO])) == ["Mayor opens bridge", ONE, TWO]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_one_paragraph_a_line(newline):
    assert texts(newline.join(["Mayor opens bridge", ONE, TWO, THREE])) == ["Mayor opens bridge", ONE, TWO, THREE]


@pytest.mark.parametrize("width", [40, 60, 66, 72, 80])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_wrapped_lines_between_blank_lines(width, newline):
    text = "\n\n".join(["Mayor opens bridge", *(wrapped(p, width) for p in (ONE, TWO, THREE))])
    assert texts(text.replace("\n", newline)) == ["Mayor opens bridge", ONE, TWO, THREE]


@pytest.mark.parametrize("indent", ["  ", "    ", "\t"])
def test_wrapped_lines_with_indents(indent):
    text = "\n".join(wrapped(p, indent=indent) for p in (ONE, TWO, ONE, THREE))
    assert texts(text) == [ONE, TWO, ONE, THREE]


def test_wrapped_lines_with_neither_part_where_a_line_is_short():
    assert texts("\n".join(wrapped(p) for p in (ONE, ONE, TWO))) == [ONE, ONE, TWO]


def test_a_headline_over_wrapped_lines_stays_alone():
    assert texts("Mayor opens bridge\n" + wrapped(ONE) + "\n" + wrapped(TWO)) == ["Mayor opens bridge", ONE, TWO]


def test_bullets_stay_apart():
    text = wrapped(ONE) + "\n\n- one\n- two\n• three\n"
    assert texts(text) == [ONE, "- one", "- two", "• three"]


def test_a_line_that_stands_alone_is_not_joined():
    text = "By Jane Doe, who has been the correspondent of The Paper for years\n" + wrapped(ONE)
    spans = find_paragraphs(text, stands_alone=lambda line: line.startswith("By "))
    assert text[slice(*spans[0])].startswith("By Jane")
    assert len(find_paragraphs(text, stands_alone=lambda line: line == wrapped(ONE).split("\n")[1])) == 4


@pytest.mark.parametrize("blank", ["", " ", "\t", "\u00a0", "\u200b", "\ufeff"])
def test_lines_of_nothing_visible_are_blank(blank):
    assert texts(f"{wrapped(ONE)}\n{blank}\n{wrapped(TWO)}") == [ONE, TWO]
    assert find_paragraphs(blank) == []


def test_offsets_leave_out_outer_white_space():
    assert find_paragraphs("\n  one \n\n\ttwo\n") == [Span(3, 6), Span(10, 13)]
