"""The grammar of sourcing: each row of its tables by its own example, and tables of cases."""

import csv
import importlib
import pkgutil
from pathlib import Path

import pytest

from analysis.errors import LexiconError
from analysis.sourcing import extraction, grammar
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import adds, around, clause_end, content_before
from analysis.sourcing.grammar.closed_classes import Words, group
from analysis.sourcing.grammar.content_conditions import Content
from analysis.sourcing.grammar.content_ends import ENDS
from analysis.sourcing.grammar.determiners import cut_determiner
from analysis.sourcing.grammar.noun_phrases import phrase_start
from analysis.sourcing.grammar.patterns import Place, Row, Table, after, before, here
from analysis.sourcing.grammar.phrase_ends import phrase_end, widened_end
from analysis.sourcing.grammar.quotations import SIDES, mark_quotes
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_forms import RULES
from analysis.sourcing.grammar.verb_groups import is_finite, verb_start
from analysis.sourcing.grammar.verbs import NO_VERBS, find_verbs
from analysis.sourcing.model import Sentence

BAR = "|"
FRAMES = {"said": "clause", "Lee": "clause", "seems": "seems", "blamed": "np", "who": "restrictive"}
"""What kind of complement follows, by the second word of an example."""
CLAUSES = {"As": "subordinate", "Citing": "participle"}
"""What kind of clause the cue stands in, by the first word of an example."""
CASES = Path(__file__).parent / "cases"


def read(marked: str, *, part: str = "body") -> tuple[Tokens, list[int]]:
    """Return an example as tokens, and the token that begins at or behind each of its bars."""
    pieces = marked.split(BAR)
    text = "".join(pieces)
    tokens = Tokens([Sentence(1, 1, part, 0, text)])
    mark_quotes(tokens)
    bars = [sum(map(len, pieces[:n])) for n in range(1, len(pieces))]
    return tokens, [next((at for at, start in enumerate(tokens.starts) if start >= bar), len(tokens)) for bar in bars]


def tables() -> dict[str, Table]:
    """Return all tables of the grammar and of what extracts by it, by module and name."""
    found = {}
    for package in (grammar, extraction):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                members = value.items() if isinstance(value, dict) else [("", value)]
                found |= {f"{module.name}.{name}{key}": table for key, table in members if isinstance(table, Table)}
    return {name: table for table, name in {table: name for name, table in found.items()}.items()}


ROWS = {f"{name}: {row.example}": (table, row) for name, table in tables().items() for row in table.rows}
PLAIN = {name: pair for name, pair in ROWS.items() if pair[0] is not ENDS}


@pytest.mark.parametrize(("table", "row"), PLAIN.values(), ids=PLAIN)
def test_each_row_decides_its_own_example(table, row):
    tokens, (at, _) = read(row.example)
    assert next(r for r in table.rows if r.fits(tokens, at)) is row
    assert table.decide(tokens, at) == row.verdict


@pytest.mark.parametrize("row", ENDS.rows, ids=lambda row: row.example)
def test_each_rule_for_ends_decides_its_own_example(row):
    tokens, (start, at, _) = read(row.example)
    clause = CLAUSES.get(row.example.split(" ")[0], "")
    frame = (row.verdict.frames or (FRAMES[row.example.split(" ")[1]],))[0]
    content = Content(tokens, start, len(tokens) - 1, frame, clause)
    fitting = (r for r in ENDS.rows if r.fits(tokens, at) and r.verdict.concerns(content.frame))
    assert next(r for r in fitting if r.verdict.test(content, at)) is row


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_each_rule_for_forms_decides_its_own_example(rule):
    tokens, (at, _) = read(rule.example)
    found = find_verbs(tokens, [at])
    assert [verb.form for verb in found] == [rule.form] * bool(rule.form)


@pytest.mark.parametrize("example", [row.example for row in NO_VERBS])
def test_what_speaks_against_a_verb_does_so_in_its_example(example):
    tokens, (at, _) = read(example)
    assert find_verbs(tokens, [at]) == []


@pytest.mark.parametrize(
    "mark", dict.fromkeys(mark for rows in SIDES.values() for mark in rows), ids=lambda mark: mark.example
)
def test_each_mark_takes_its_side_in_its_example(mark):
    tokens, (at,) = read(mark.example)
    assert tokens.classes[at] & (c.OPEN | c.CLOSE) == mark.side


def test_the_first_row_that_fits_decides():
    rows = (Row(1, "a |plan|", (here(c.NOUN), before(words={"a"}))), Row(2, "no |plan|", (here(c.NOUN),)))
    table = Table(0, *rows)
    for text, verdict in (("a |plan| failed", 1), ("no |plan| failed", 2), ("|quickly| a plan", 0)):
        tokens, (at, _) = read(text)
        assert table.decide(tokens, at) == verdict
        assert list(table.verdicts(tokens, at)) == [1, 2][verdict - 1 :] * bool(verdict)


def test_beyond_the_ends_of_a_paragraph_stands_no_word():
    tokens, (at, _) = read("|plan|")
    assert not before().fits(tokens, at)
    assert not after().fits(tokens, at)
    assert Place(-1, none=c.DET, absent=True).fits(tokens, at)


def test_a_class_is_read_when_it_is_first_needed():
    nothing = group("no such class")
    with pytest.raises(LexiconError, match="no words of the class 'no such class'"):
        assert "word" in nothing


def test_a_class_is_a_set():
    be = group("be")
    assert "was" in be and "has" not in be and len(be) == len(set(be))
    assert be | {"?"} == {*be, "?"}
    assert "towns" in Words("plural", endings=("s",)) and "people" in Words("plural", endings=("s",))
    assert "people" not in Words(endings=("s",))


STEPS = {
    "finite": lambda tokens, at, last: is_finite(tokens, at),
    "verb group begins": lambda tokens, at, last: verb_start(tokens, at, 0),
    "phrase begins": lambda tokens, at, last: phrase_start(tokens, at, tokens.bounds(at)[0]),
    "phrase ends": lambda tokens, at, last: phrase_end(tokens, at, last),
    "widened phrase ends": lambda tokens, at, last: widened_end(tokens, phrase_end(tokens, at, last), last),
    "form": lambda tokens, at, last: " ".join(verb.form for verb in find_verbs(tokens, [at])),
    "adds": lambda tokens, at, last: adds(tokens, at),
    "content ends": lambda tokens, at, last: clause_end(tokens, at, last),
    "content ends (np)": lambda tokens, at, last: clause_end(tokens, at, last, "np"),
    "content ends (clause)": lambda tokens, at, last: clause_end(tokens, at, last, "clause"),
    "content ends (relative)": lambda tokens, at, last: clause_end(tokens, at, last, "relative"),
    "content ends (restrictive)": lambda tokens, at, last: clause_end(tokens, at, last, "restrictive"),
    "content ends (participle)": lambda tokens, at, last: clause_end(tokens, at, last, "clause", "participle"),
    "content ends (subordinate)": lambda tokens, at, last: clause_end(tokens, at, last, "clause", "subordinate"),
    "content before": lambda tokens, at, last: words(tokens, content_before(tokens, at, tokens.bounds(at)[0])),
}
"""What is asked of the grammar, by the name that a case gives it: of the word at the first bar."""


def words(tokens: Tokens, span: tuple[int, int] | None) -> str:
    return " ".join(tokens.words[slice(*span)]) if span else ""


with (CASES / "grammar.csv").open(encoding="utf-8", newline="") as file:
    GRAMMAR = list(csv.DictReader(file))


@pytest.mark.parametrize("case", GRAMMAR, ids=lambda case: f"{case['asked']}: {case['text']}")
def test_grammar(case):
    tokens, (at, *_) = read(case["text"])
    last = tokens.bounds(at)[1]
    found = STEPS[case["asked"]](tokens, at, last)
    wanted = case["answer"]
    if isinstance(found, str | bool):
        assert str(found).lower() == wanted.lower()
    elif case["asked"].endswith("begins"):
        assert words(tokens, None if found is None else (found, at + 1)) == wanted
    else:
        assert words(tokens, None if found is None else (at, found)) == wanted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The plan, |as Lee put it,| is dead.", ["The plan", "is dead"]),
        ("It failed, and |as Lee put it,| it is dead.", ["it is dead"]),
        ("It failed: |as Lee put it,| it is dead.", ["it is dead"]),
        ("|As Lee put it,| it is dead.", ["it is dead"]),
        ("The plan is dead, |as Lee put it|.", ["The plan is dead"]),
        ("The plan |as Lee put it| is dead.", ["The plan"]),
    ],
)
def test_what_stands_around_an_insertion(text, found):
    tokens, (start, end) = read(text)
    pieces = around(tokens, start, end, 0, len(tokens))
    assert [words(tokens, piece) for piece in pieces] == found


@pytest.mark.parametrize(
    ("text", "first", "kind", "left"),
    [
        ("the mayor", "the", "definite", "mayor"),
        ("The two owners", "the", "definite", "owners"),
        ("two owners", "two", "quantifier", "owners"),
        ("47 owners", "47", "quantifier", "owners"),
        ("about 40 owners", "about", "quantifier", "owners"),
        ("all the owners", "all", "quantifier", "owners"),
        ("a small number of owners", "a", "quantifier", "owners"),
        ("73 percent of the owners", "73", "quantifier", "owners"),
        ("one of the owners", "one", "indefinite", "owners"),
        ("one of his aides", "one", "indefinite", "his aides"),
        ("an aide", "an", "indefinite", "aide"),
        ("his aide", "his", "possessive", "aide"),
        ("others", "others", "somebody", "others"),
        ("someone", "someone", "somebody", "someone"),
        ("others there", "others", "quantifier", "there"),
        ("both sides", "both", "definite", "sides"),
        ("some of them", "some", "quantifier", "them"),
        ("Ann Lee", "ann", "", "Ann Lee"),
        ("", "", "", ""),
    ],
)
def test_determiners_are_cut_off(text, first, kind, left):
    assert cut_determiner(text) == (first, kind, left.split())
