import csv
from pathlib import Path

import pytest

from analysis.lexicon import read_lexicon
from analysis.part_rules import part_by_rule
from analysis.parts import find_parts
from analysis.tables import PARTS

CASES = Path(__file__).parent / "cases" / "article_parts.csv"
LEAD = "The council voted on Tuesday night to open the corridor to new homes, and to turn one lane over to buses."


def read_cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def parts_of(text: str) -> list[str]:
    return [p.part for p in find_parts(text).paragraphs]


@pytest.mark.parametrize("case", read_cases(), ids=lambda c: f"{c['part'] or 'body'}: {c['text'][:40]}")
def test_named_rules(case):
    assert part_by_rule(case["text"]) == case["part"]


def test_the_rules_are_named_and_know_the_parts():
    rows = read_lexicon("article_parts", "text", "rule", "part", "match", "max_words")
    assert {row["part"] for row in rows} <= set(PARTS)
    assert {row["match"] for row in rows} <= {"is", "begins", "contains", "pattern"}
    assert all(row["rule"].isidentifier() for row in rows)


def test_a_long_paragraph_is_body_whatever_it_begins_with():
    assert part_by_rule("Share this: " + "word " * 400) == ""


@pytest.mark.parametrize(("first", "title"), [
    ("Mayor opens bridge", "Mayor opens bridge"),
    ("Mayor opens bridge.", "Mayor opens bridge."),
    ("Will the bridge open?", "Will the bridge open?"),
    ("Headline: Mayor opens bridge", "Mayor opens bridge"),
    ("Mayor opens bridge; ", "Mayor opens bridge"),
    ("EXCLUSIVE – Mayor opens bridge.", "EXCLUSIVE – Mayor opens bridge."),
    (LEAD, ""),
    ("“It is a bridge,” the mayor said.", ""),
    ("WASHINGTON (AP) – The mayor has opened a bridge.", ""),
])  # fmt: skip
def test_the_title_is_a_headline_and_never_a_lead(first, title):
    text = f"{first}\n\n{LEAD}\n\n{LEAD} It was the third vote in a year, and the last before the election.\n"
    parts = find_parts(text)
    assert text[slice(*parts.title)] == title
    assert [p.part for p in parts.paragraphs] == ["headline" if title else "body", "body", "body"]


def test_a_repeated_headline_is_boilerplate_wherever_it_stands():
    text = f"Mayor opens bridge\nMayor opens bridge\n\nMayor Opens Bridge.\n\n{LEAD}\n\nMayor opens bridge\n"
    parts = find_parts(text)
    assert parts_of(text) == ["headline", "boilerplate", "boilerplate", "body", "boilerplate"]
    assert len(parts.repeats) == 3
    assert [p.number for p in parts.paragraphs] == [-2, -1, 0, 1, 2]


def test_a_headline_repeated_without_its_label_and_outlet():
    text = f"Title: Mayor opens bridge - The Paper\nSubtitle: Buses come first\n\nMayor opens bridge\n\n{LEAD}\n"
    assert parts_of(text) == ["headline", "headline", "boilerplate", "body"]


def test_lines_under_the_headline_are_headline_too():
    assert parts_of(f"Mayor opens bridge\n\nBuses come first\n\n{LEAD}\n") == ["headline", "headline", "body"]
    assert parts_of(f"Mayor opens bridge; \n\nBuses come first.\n\n{LEAD}\n") == ["headline", "headline", "body"]
    assert parts_of(f"Mayor opens bridge\n\nFive things to know:\n\n{LEAD}\n") == ["headline", "body", "body"]


def test_a_bare_name_beside_a_date_is_a_byline():
    text = f"Mayor opens bridge\n\nJane Q. Doe\n\nApril 20, 2022\n\n{LEAD}\n"
    assert parts_of(text) == ["headline", "byline", "boilerplate", "body"]
    assert parts_of(f"Mayor opens bridge\n\nBuses Come First\n\n{LEAD}\n") == ["headline", "headline", "body"]


def test_the_last_paragraph_is_never_a_line_under_the_headline():
    assert parts_of("Mayor opens bridge\n\nThe bridge is open") == ["headline", "body"]


@pytest.mark.parametrize(("head", "dateline"), [
    ("WASHINGTON (AP) – ", "WASHINGTON (AP)"),
    ("WASHINGTON — ", "WASHINGTON"),
    ("WASHINGTON—", "WASHINGTON"),
    ("NEW YORK -- ", "NEW YORK"),
    ("GREEN BAY, Wis. - ", "GREEN BAY, Wis."),
    ("BOSTON, Mass., Jan. 1 (UPI) — ", "BOSTON, Mass., Jan. 1 (UPI)"),
    ("ST. PAUL, Minn. (AP) — ", "ST. PAUL, Minn. (AP)"),
    ("WASHINGTON, April 20, 2022 — ", "WASHINGTON, April 20, 2022"),
    ("Washington (AFP) – ", "Washington (AFP)"),
    ("London, Oct. 3 — ", "London, Oct. 3"),
    ("BEIJING/WASHINGTON (Reuters) - ", "BEIJING/WASHINGTON (Reuters)"),
    ("SÃO PAULO — ", "SÃO PAULO"),
    ("(UPI) – ", "(UPI)"),
    ("COVID-19 cases rose, and ", ""),
    ("SMITH: Thank you. ", ""),
    ("EXCLUSIVE — ", ""),
    ("Rep. Jane Lee (R-Ariz.) — ", ""),
    ("The mayor – who is new – said ", ""),
])  # fmt: skip
def test_dateline(head, dateline):
    text = f"Mayor opens bridge\n\n{head}{LEAD}\n"
    parts = find_parts(text)
    assert text[slice(*parts.dateline)] == dateline
    assert [p.part for p in parts.paragraphs] == ["headline", "body"]


def test_numbers_begin_with_the_body_and_go_on_after_it():
    text = f"Mayor opens bridge\n\nBy Jane Doe\n\n{LEAD}\n\nAdvertisement\n\n{LEAD}\n\nLeave a Reply\n"
    assert [(p.number, p.part) for p in find_parts(text).paragraphs] == [
        (-1, "headline"), (0, "byline"), (1, "body"), (2, "boilerplate"), (3, "body"), (4, "boilerplate"),
    ]  # fmt: skip


@pytest.mark.parametrize("row", [r for r in read_lexicon("article_parts", "text") if r["match"] != "pattern"], ids=str)
def test_every_rule_of_words_is_found_whatever_their_case(row):
    text = f"Words {row['text']} there" if row["match"] == "contains" else row["text"]
    assert [part_by_rule(t) for t in (text, text.upper(), text.title())] == [row["part"]] * 3
