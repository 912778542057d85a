"""Who does it: subjects before, around and behind their verb."""

import csv
from pathlib import Path

import pytest

from analysis.sourcing.extraction.asides import ADVERBIAL, DESCRIBING
from analysis.sourcing.extraction.inversion import subject_after, subject_of_participle
from analysis.sourcing.extraction.relatives import NO_END, OPENERS, PRONOUNS
from analysis.sourcing.extraction.subjects import EMBEDDED, PASTS, RELATIVES, Subject, subject_before
from analysis.sourcing.grammar.verb_groups import verb_start
from rows_by_hand import decided_row, tokens_of

PATH = Path(__file__).with_name("cases") / "subjects.csv"
CASES = list(csv.DictReader(PATH.read_text(encoding="utf-8").splitlines()))
TABLES = (RELATIVES, PRONOUNS, OPENERS, NO_END, PASTS, EMBEDDED, ADVERBIAL, DESCRIBING)


def found(text: str, verb: str, reader: str) -> tuple[str, str]:
    """The text with bars around the subject, and how it stands to its verb."""
    tokens = tokens_of(text)
    at, last = tokens.words.index(verb), len(tokens)
    start = verb_start(tokens, at, 0)
    who: Subject | None = {
        "before": lambda: subject_before(tokens, start, 0),
        "participle": lambda: subject_of_participle(tokens, start, 0, last),
        "after": lambda: subject_after(tokens, at + 1, last),
    }[reader]()
    if who is None:
        return text, ""
    first, end = tokens.span(who.start, who.end)
    return f"{text[:first]}|{text[first:end]}|{text[end:]}", who.how


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_subject_of_a_verb(case):
    text = case["text"].replace("|", "")
    assert found(text, case["verb"], case["reader"]) == (case["text"], case["how"])


@pytest.mark.parametrize(
    ("table", "row"), [(table, row) for table in TABLES for row in table.rows], ids=lambda v: getattr(v, "example", "")
)
def test_each_row_decides_its_own_example(table, row):
    assert decided_row(table, row.example) is row
