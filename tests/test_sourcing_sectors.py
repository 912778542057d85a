"""The world from which a source speaks, and the pronoun that the article itself uses of it."""

import csv
import doctest
from pathlib import Path

import pandas as pd
import pytest

from analysis.article import find_article, read_article
from analysis.lexicon import read_lexicon
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions, list_sources
from analysis.sourcing.judgement import sectors as module
from analysis.sourcing.judgement.sectors import RULES, SECTORS, Description, sector_of
from test_gold import ARTICLES, FLOORS, matched, read_gold
from test_sourcing_sources import row_of, sources_of

with (Path(__file__).parent / "cases" / "sectors.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}, {case['words']}")
def test_sector_of_a_description(case):
    assert sector_of(case["kind"], case["official"] == "true", case["words"]) == case["sector"]


def test_the_cases_have_every_sector():
    assert {case["sector"] for case in CASES} == {*SECTORS, ""}


def test_the_examples_of_the_docstrings_hold():
    assert doctest.testmod(module).failed == 0
    assert doctest.testmod(module).attempted > 1


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_each_rule_reads_its_example_and_no_earlier_one_does(rule):
    words = Description(rule.example.replace("Ann Lee", "").strip())
    fitting = [r for r in RULES if set(r.kinds) & set(rule.kinds) and r.official == rule.official and r.sector(words)]
    assert fitting[0] is rule


@pytest.mark.parametrize(
    ("name", "key"),
    [("role_nouns", "noun"), ("documents", "noun"), ("bodies", "body"), ("office_words", "word")],
)
def test_the_sectors_of_the_word_lists_are_known(name, key):
    others = ("use",) if name == "bodies" else ()
    told = {row["sector"] for row in read_lexicon(name, key, *others)}
    assert told <= {*SECTORS, ""}
    assert len(told) > 4


@pytest.mark.parametrize("words", [case["words"] for case in CASES])
@pytest.mark.parametrize("kind", ["named", "anonymous", "organization", "document"])
def test_officials_are_of_government_politics_or_science(kind, words):
    assert sector_of(kind, True, words) in ("government", "politics", "expert")
    assert sector_of(kind, False, words) in SECTORS


@pytest.mark.parametrize(
    ("texts", "pronoun"),
    [
        (["Ann Lee", "she"], "she"),
        (["Ann Lee"], ""),
        (["Mr. Lee", "Lee"], "Mr."),
        (["Ms. Lee", "She"], "she"),
        (["Mx. Lee", "they"], "they"),
        (["Mrs. Lee"], "Mrs."),
        (["Mr Lee said"], "Mr."),
        (["Dr. Lee", "who"], ""),
        (["his"], "he"),
        (["Her husband"], ""),
    ],
)
def test_the_pronoun_is_the_articles_own(texts, pronoun):
    table = sources_of(*(row_of("Lee", text, kind="named") for text in texts))
    assert table.loc["Lee", "pronoun"] == pronoun


@pytest.mark.parametrize(
    ("kind", "anonymity", "pronoun"),
    [("anonymous", "group", ""), ("anonymous", "person", "they"), ("organization", "", ""), ("document", "", "")],
)
def test_only_one_human_being_has_a_pronoun(kind, anonymity, pronoun):
    table = sources_of(row_of("aide", "they", kind=kind, anonymity=anonymity))
    assert table.loc["aide", "pronoun"] == pronoun


def test_a_pair_has_no_pronoun():
    table = sources_of(row_of("Lee; Garcia", "they", kind="named"))
    assert table["pronoun"].tolist() == ["", ""]


@pytest.fixture(scope="module")
def labelled():
    """Pairs of (the source of a predicted row, gold row) over the six articles, gold that nobody says left out."""
    attributions, gold = {}, {}
    for name in ARTICLES:
        attributions[name] = find_attributions(split_sentences(read_article(find_article(name))))
        gold[name] = [g for g in read_gold(name, "attributions") if g["tier"] != "doubtful" and g["sector"]]
    sources = list_sources(pd.concat(attributions.values())).set_index(["article", "source"])
    pairs = matched({name: (attributions[name].to_dict("records"), gold[name]) for name in ARTICLES})
    return [
        (sources.loc[r["article"], r["source"]], g) for r, g in pairs if (r["article"], r["source"]) in sources.index
    ]


@pytest.mark.parametrize("column", ["sector", "pronoun"])
def test_sectors_and_pronouns_of_found_sources(labelled, column):
    right = [source[column] == gold[column] for source, gold in labelled]
    assert sum(right) / len(right) >= FLOORS[column]
