"""Kind, anonymity and official of a source by its words alone, and the marker that decided."""

import csv
from pathlib import Path

import pytest

from analysis.sourcing.judgement.kinds import RULES, Facts, judge
from analysis.sourcing.judgement.offices import Office, maker_office, office_of
from analysis.sourcing.model import Found, Sentence
from analysis.spans import Span
from analysis.tables import KINDS
from by_hand import identified

with (Path(__file__).parent / "cases" / "kinds.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["source"])
def test_kind_of_one_source(case):
    start = case["text"].index(case["source"])
    source = Span(start, start + len(case["source"]))
    found = Found("said", source, None, (), "indirect", True, 1)
    (verdict,) = identified([Sentence(1, 1, "body", 0, case["text"])], [found])
    assert (verdict.kind, verdict.anonymity) == (case["kind"], case["anonymity"])
    assert verdict.official == (case["official"] == "true")
    assert verdict.marker
    if case["marker"]:
        assert verdict.marker == case["marker"]


def test_the_table_of_rules_has_examples_and_allowed_verdicts():
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.example
        assert rule.kind in KINDS
        assert bool(rule.anonymity) == (rule.kind == "anonymous")


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_no_rule_is_hidden_by_an_earlier_one(rule):
    offices = [Office(rule.office, "words of office")] if rule.office else []
    facts = Facts(rule.sort, "words of the source", offices, "words of shield" if rule.shielded else "")
    assert judge(facts).rule == rule.name


def test_the_marker_names_shield_and_office():
    ruling = judge(Facts("someone", "an official", [Office("public", "official")], "not to be named"))
    assert ruling.marker == "not to be named; official"


def test_an_office_that_another_description_calls_former_does_not_count():
    facts = Facts("person", "Ann Lee", [Office("public", "mayor"), Office("past", "former mayor")])
    assert (judge(facts).official, judge(facts).rule) == (False, "named former official")


def test_what_fits_no_rule_is_unattributed():
    assert judge(Facts("nobody")) == ("unattributed", "", False, "", "nobody")


@pytest.mark.parametrize(
    ("phrase", "titled", "state"),
    [
        ("Sen.", True, "public"),
        ("President", True, "public"),
        ("president of a small company", False, "private"),
        ("president of the teachers union", False, "private"),
        ("former aide to the governor", False, "past"),
        ("ex-senator", False, "past"),
        ("Democratic nominee for governor", False, "candidate"),
        ("Republican attorney general of Ohio", False, "public"),
        ("D-Ohio", False, "public"),
        ("chairwoman of the Democratic National Committee", False, "private"),
        ("chairman of the Senate Judiciary Committee", False, "public"),
        ("policy director at the White House", False, "public"),
        ("policy director", False, ""),
        ("union official", False, "private"),
        ("official", False, "public"),
        ("tree", False, ""),
    ],
)
def test_office_of_a_description(phrase, titled, state):
    assert office_of(phrase, titled).state == state


@pytest.mark.parametrize(
    ("phrase", "head", "state"),
    [("a police report", "report", "public"), ("an Ohio poll", "poll", ""), ("the ruling", "ruling", "public"),
     ("a campaign ad", "ad", "private"), ("a letter from the White House", "letter", "public")],
)  # fmt: skip
def test_office_of_a_documents_maker(phrase, head, state):
    assert maker_office(phrase, head).state == state
