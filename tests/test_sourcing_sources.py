"""The table of sources: counts and shares, joint sources, and how closely an unnamed source is described."""

import csv
import doctest
from math import isnan
from pathlib import Path

import pandas as pd
import pytest

from analysis.article import article_from_text
from analysis.errors import TableError
from analysis.lexicon import read_lexicon
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions, list_sources, list_statements
from analysis.sourcing.identify import together
from analysis.sourcing.judgement import detail as module
from analysis.sourcing.judgement.detail import DEGREES, RULES, closeness, closest
from analysis.sourcing.model import Verdict
from analysis.tables import ATTRIBUTIONS, SENTENCES, SOURCES

CASES = Path(__file__).parent / "cases" / "closeness.csv"
DEFAULTS = dict.fromkeys(ATTRIBUTIONS.columns, "") | {
    "article": "a", "attribution": 1, "paragraph": 1, "sentence": 1, "official": False, "quote": "indirect",
    "speech": True, "n_words": 10, "confidence": 0.9,
} | {c: None for c in ATTRIBUTIONS.columns if c.endswith(("_start", "_end"))}  # fmt: skip


def attributions(*rows: dict) -> pd.DataFrame:
    return ATTRIBUTIONS.frame([(DEFAULTS | row)[c] for c in ATTRIBUTIONS.columns] for row in rows)


def row_of(source: str, text: str = "", *, kind: str = "anonymous", **more: object) -> dict:
    return {"source": source, "source_text": text or source, "kind": kind, **more}


def sources_of(*rows: dict) -> pd.DataFrame:
    return list_sources(attributions(*rows)).set_index("source")


with CASES.open(encoding="utf-8", newline="") as file:
    CLOSENESS = [pytest.param(row["description"], row["detail"], id=row["description"] or "nothing")
                 for row in csv.DictReader(file)]  # fmt: skip


@pytest.mark.parametrize(("description", "detail"), CLOSENESS)
def test_closeness(description, detail):
    assert closeness(description) == detail


def test_every_degree_is_in_the_cases_and_in_the_rules():
    assert {case.values[1] for case in CLOSENESS} == set(DEGREES) == {degree for degree, _ in RULES}
    assert [degree for degree, _ in RULES] == list(reversed(DEGREES)), "the closest is tried first"


def test_the_examples_of_the_docstrings_hold():
    assert doctest.testmod(module).failed == 0
    assert doctest.testmod(module).attempted > 3


def test_every_aspect_of_the_word_list_is_known():
    aspects = {row["aspect"] for row in read_lexicon("closeness_words", "words", "aspect")}
    assert aspects == {
        "general", "stance", "rank", "at", "where", "number", "knows", "part", "empty", "aside", "public",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("descriptions", "best"),
    [
        (["officials", "a senior defense official", "the official"], "a senior defense official"),
        (["the official", "an official"], "an official"),
        (["a lawyer", "one of the lawyers"], "a lawyer"),
        (["a lawyer", "another lawyer"], "another lawyer"),
        ([], ""),
    ],
)
def test_the_closest_description_wins(descriptions, best):
    assert closest(descriptions) == best


def test_a_very_long_description_is_no_trouble():
    long = "a senior official who was " + "also directly " * 20_000
    assert closeness(long) == "placed"


def test_an_unnamed_source_has_the_detail_of_its_closest_description():
    table = sources_of(
        row_of("official", "an official"),
        row_of("official", "a senior defense official who helped arrange the call"),
        row_of("official", "the official", quote="direct"),
    )
    official = table.loc["official"]
    assert (official.detail, official.description) == (
        "involved",
        "a senior defense official who helped arrange the call",
    )
    assert (official.n_attributions, official.n_quotes, official.n_words, official["name"]) == (3, 1, 30, "")


def test_the_entity_counts_where_the_text_has_a_pronoun():
    source = sources_of(row_of("U.S. officials", "they")).loc["U.S. officials"]
    assert (source.detail, source.description) == ("placed", "U.S. officials")


@pytest.mark.parametrize(
    ("source", "words", "anonymity", "pronoun"),
    [
        ("officials", "They", "granted", ""),
        ("officials (2)", "they", "granted", ""),
        ("official", "they", "granted", "they"),
        ("aide", "she", "granted", "she"),
        ("aides", "they", "group", ""),
    ],
)
def test_only_one_human_being_has_a_pronoun(source, words, anonymity, pronoun):
    table = list_sources(attributions(row_of(source, words, anonymity=anonymity)))
    assert table["pronoun"].tolist() == [pronoun]


@pytest.mark.parametrize("kind", ["named", "organization", "document", "unattributed"])
def test_only_unnamed_sources_have_a_detail(kind):
    table = list_sources(attributions(row_of("Ann Lee", "Senator Ann Lee", kind=kind), row_of("Ann Lee", kind=kind)))
    assert table["detail"].tolist() == [""]
    assert table["description"].tolist() == ["Senator Ann Lee"]


def test_shares_are_of_the_attributed_words_of_the_article():
    table = list_sources(
        attributions(
            row_of("Lee", kind="named", n_words=30),
            row_of("officials", n_words=10),
            row_of("", kind="unattributed", n_words=60),
            row_of("Garcia", kind="named", n_words=5, article="b"),
        )
    )
    assert table["share"].tolist()[:2] == [0.75, 0.25]
    assert isnan(table["share"].iloc[2]), "what nobody says has no share of what is said"
    assert table["share"].iloc[3] == 1.0


def test_a_share_of_nothing_is_undefined():
    assert isnan(list_sources(attributions(row_of("officials", n_words=0)))["share"].iloc[0])


def test_a_joint_source_counts_for_each_member():
    table = sources_of(row_of("Lee", kind="named"), row_of("Lee; Garcia", "Lee and Garcia", kind="named", n_words=6))
    assert table["n_words"].to_dict() == {"Lee": 16, "Garcia": 6}
    assert table.loc["Garcia", "description"] == "Lee and Garcia"


def test_a_source_with_several_descriptions_keeps_them_all():
    table = sources_of(row_of("Lee", kind="named", role="mayor; former judge"))
    assert table.loc["Lee", "role"] == "mayor; former judge"


@pytest.mark.parametrize(("role", "roles"), [("mayor; judge", ["mayor", "judge"]), ("mayor", ["", ""])])
def test_roles_of_a_joint_source_are_each_members_where_they_can_be_told_apart(role, roles):
    assert sources_of(row_of("Lee; Garcia", kind="named", role=role))["role"].tolist() == roles


def test_no_attributions_give_an_empty_table():
    assert SOURCES.check(list_sources(ATTRIBUTIONS.empty())).empty


def test_another_table_is_refused():
    with pytest.raises(TableError, match="attributions"):
        list_sources(SOURCES.empty())


def test_a_joint_source_gives_each_member_its_own_role_and_only_the_body_counts():
    attributions = find_attributions(
        split_sentences(
            article_from_text(
                "Mayor says no\n\nMayor Ann Lee and Judge Tom Garcia said the bridge over the river was safe. "
                "The bridge was built in 1931 by the county and has been painted twice since then.\n",
                name="a",
            )
        )
    )
    sources = list_sources(attributions).set_index("source")
    assert sources.loc["Ann Lee", "role"] == "Mayor"
    assert sources.loc["Tom Garcia", "role"] == "Judge"
    assert sources["n_words"].max() == attributions.loc[attributions["sentence"] > 0, "n_words"].max()


def test_the_second_description_of_one_is_not_the_others():
    mayor = Verdict("Ann Lee", "named", "", True, "mayor", "mayor; former judge", "")
    other = Verdict("Tom Garcia", "named", "", False, "Tom Garcia", "", "")
    joint = together([mayor, other])
    assert (joint.source, joint.role) == ("Ann Lee; Tom Garcia", "mayor")
    table = sources_of(row_of(joint.source, kind="named", role=joint.role))
    assert table["role"].tolist() == ["", ""], "nothing tells whose it is"


def test_statements_without_their_sentences_are_refused():
    with pytest.raises(TableError, match=r"attributions of 'a' and no sentences: pass those of the same articles"):
        list_statements(attributions(row_of("Lee", kind="named")), SENTENCES.empty())
