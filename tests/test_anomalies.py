import csv
from pathlib import Path

import pytest

from analysis.article import article_from_text

CASES = Path(__file__).parent / "cases" / "anomalies.csv"


def read_cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def anomalies(body: str) -> list[tuple[str, str]]:
    return [(a.rule, a.text) for a in article_from_text(f"Mayor opens bridge\n\n{body}", name="test").anomalies]


@pytest.mark.parametrize("case", read_cases(), ids=lambda c: f"{c['rule'] or 'nothing'}: {c['text'][:40]}")
def test_what_is_found_and_what_is_left_alone(case):
    text = case["text"]
    before, _, rest = text.partition("[[")
    marked, _, after = rest.partition("]]")
    wanted = [(rule, marked) for rule in case["rule"].split("+") if rule]
    assert anomalies(before + marked + after) == wanted


def test_offsets_and_order():
    text = "Mayor opens bridge\n\nMayor opens bridge\n\nThe the end of the the road. in May.\n"
    found = article_from_text(text, name="test").anomalies
    assert [a.rule for a in found] == ["repeated_headline", "repeated_word", "stray_full_stop"]
    assert all(text[a.start : a.end] == a.text and a.note for a in found)
    assert [a.start for a in found] == sorted(a.start for a in found)


def test_a_quotation_that_goes_on_needs_no_closing_mark():
    assert anomalies("“It is late.\n\n“It is very late,” he said.") == []
    assert anomalies("“It is late.\n\nHe said no more.") == [("unbalanced_quote", "“")]


def test_mixed_quotes_are_one_row_at_the_rarer_kind():
    found = article_from_text('A “b” c “d” e "f" g.', name="test").anomalies
    assert [(a.rule, a.start, a.note) for a in found] == [
        ("mixed_quotes", 14, "2 straight and 4 curly double quotation marks")
    ]


def test_odd_characters_are_found_in_every_part():
    text = "Mayor opens\u200b bridge\n\nThe mayor came.\n\n© 2022\ufffd The Paper\n"
    found = article_from_text(text, name="test").anomalies
    assert [(a.rule, a.text) for a in found] == [("control_character", "\u200b"), ("control_character", "\ufffd")]
    assert "U+200B" in found[0].note
