"""The editor's desk: unnamed sources, sentences that rest on them alone, gaps, and the rules of the trade."""

from math import nan
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis import find_attributions, list_sources, read_article, read_articles, split_sentences
from analysis.crosstabs import words_by_kind
from analysis.editing import answer_anonymity, answer_reliance, check_sourcing, list_unnamed, measure_sourcing
from analysis.editing.checks import CHECKS, VERDICTS
from analysis.editing.desk import Voice
from analysis.editing.people import is_one
from analysis.editing.rules import FINDERS
from analysis.editing.unnamed import UNNAMED
from analysis.errors import TableError
from analysis.lexicon import read_lexicon
from analysis.tables import ATTRIBUTIONS, SENTENCES, SOURCES, SOURCING
from analysis.words import count_words

ARTICLES = sorted((Path(__file__).parent.parent / "data" / "articles").glob("*.txt"))
GOLD = Path(__file__).parent / "gold"

Tables = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]

# Six body sentences in three paragraphs, under a headline.
LINES = (
    (0, "Yard to close, officials say"),
    (1, "The yard will close, officials said."),
    (1, "It will be sold, Lee said."),
    (2, "The price is low, an official said."),
    (3, "Ships come and go."),
    (3, "Nobody counts them."),
    (4, "The minister declined to comment."),
)
OFFICIALS = {"source": "officials", "kind": "anonymous", "anonymity": "group", "official": True}
OFFICIAL = {"source": "official", "source_text": "an official", "kind": "anonymous", "anonymity": "person",
            "official": True}  # fmt: skip
CRITICS = {"source": "critics", "kind": "anonymous", "anonymity": "group"}
VOICE = {"source": "ministry spokesman", "kind": "anonymous", "anonymity": "spokesperson", "official": True}
LEE = {"source": "Lee", "kind": "named"}


def tables_of(*statements: dict[str, Any], lines: tuple = LINES, article: str = "a") -> Tables:
    """The three tables of an article; a statement names its ``sentence`` and the words of its ``content``."""
    rows, starts, at = [], {}, 0
    for number, (paragraph, text) in enumerate(lines):
        part = "body" if paragraph else "headline"
        starts[number] = at
        rows.append((article, paragraph, number, part, at, at + len(text), count_words(text), text))
        at += len(text) + 1
    attributions = ATTRIBUTIONS.frame(
        _attribution(article, n, lines, starts, given) for n, given in enumerate(statements, start=1)
    )
    return list_sources(attributions), attributions, SENTENCES.frame(rows)


def _attribution(article: str, number: int, lines: tuple, starts: dict[int, int], given: dict[str, Any]) -> tuple:
    sentence, content = given["sentence"], given["content"]
    start = starts[sentence] + lines[sentence][1].index(content)
    row = dict.fromkeys(ATTRIBUTIONS.columns, "") | {
        "article": article, "attribution": number, "paragraph": lines[sentence][0], "source_text": given["source"],
        "source_start": None, "source_end": None, "cue_start": None, "cue_end": None, "cue_text": "said",
        "content_start": start, "content_end": start + len(content), "content_spans": f"{start}-{start + len(content)}",
        "official": False, "quote": "indirect", "speech": True, "n_words": count_words(content), "confidence": 0.9,
    }  # fmt: skip
    return tuple((row | given)[c] for c in ATTRIBUTIONS.columns)


def said(who: dict[str, Any], sentence: int, content: str, **more: object) -> dict[str, Any]:
    return {**who, "sentence": sentence, "content": content, **more}


WHOLE = (
    said(OFFICIALS, 0, "Yard to close"),
    said(OFFICIALS, 1, "The yard will close"),
    said(LEE, 2, "It will be sold"),
    said(OFFICIAL, 3, "The price is low"),
)


def check(*statements: dict[str, Any], **more: Any) -> pd.DataFrame:
    sources, attributions, sentences = tables_of(*statements, **more)
    return check_sourcing(sources, attributions, sentences).set_index("rule")


def measured(*statements: dict[str, Any], **more: Any) -> pd.DataFrame:
    _, attributions, sentences = tables_of(*statements, **more)
    return measure_sourcing(attributions, sentences).set_index("measure")


# ---- unnamed sources


def test_unnamed_sources_are_listed_with_all_that_an_editor_asks():
    sources, attributions, _ = tables_of(
        *WHOLE, said(OFFICIAL, 4, "Ships", quote="direct", anonymity_reason="for fear")
    )
    table = UNNAMED.check(list_unnamed(sources)).set_index("source")
    assert table.index.tolist() == ["officials", "official"]
    official = table.loc["official"]
    assert (official.reason, official.detail, official.n_quotes, official.n_words) == ("for fear", "bare", 1, 5)
    assert table.loc["officials", "reason"] == ""
    assert official.share == 5 / attributions.loc[attributions["sentence"] > 0, "n_words"].sum()


def test_no_unnamed_source_gives_an_empty_list():
    assert UNNAMED.check(list_unnamed(tables_of(said(LEE, 2, "It"))[0])).empty


@pytest.mark.parametrize(
    ("anonymity", "description", "source", "one"),
    [
        ("person", "people", "people", True),
        ("group", "an official", "official", False),
        ("granted", "a senior defense official", "official", True),
        ("granted", "three senior officials", "senior officials", False),
        ("granted", "one of the aides", "aide", True),
        ("granted", "another official", "official", True),
        ("granted", "a group of lawyers", "lawyers", False),
        ("granted", "people familiar with the matter", "people", False),
        ("granted", "the official", "official", True),
        ("granted", "the officials", "officials", False),
        ("granted", "who", "scientists", False),
        ("granted", "who", "x", True),
        ("granted", "", "", True),
    ],
)
def test_one_person_or_several(anonymity, description, source, one):
    assert is_one(Voice(source, anonymity, False, "", description, "bare")) is one


# ---- measures


def test_words_and_sentences_on_unnamed_people():
    table = measured(*WHOLE)
    value = table["value"]
    assert value["n_words"] == 31
    assert (value["n_attributions"], value["n_sources"]) == (3, 3)
    assert value["share_attributed"] == 12 / 31, "the headline does not count"
    assert (value["share_named"], value["share_anonymous"]) == (4 / 31, 8 / 31)
    assert value["share_organization"] == value["share_document"] == 0
    assert value["share_official"] == value["share_anonymous_official"] == 8 / 31
    assert (value["n_unnamed_only"], table["note"]["n_unnamed_only"]) == (2, "1, 3")


def test_a_share_lies_within_its_interval_and_doubt_widens_it():
    sure, doubtful = (measured(*(one | {"confidence": chance} for one in WHOLE)) for chance in (0.99, 0.6))
    shares = [name for name in sure.index if name.startswith("share_")]
    for table in (sure, doubtful):
        rows = table.loc[shares]
        assert (rows["low"].between(0, rows["value"]) & rows["high"].between(rows["value"], 1)).all()
        assert table.drop(shares)[["low", "high"]].isna().all(axis=None), "counts have no interval"
    width = [table.loc[shares, "high"] - table.loc[shares, "low"] for table in (sure, doubtful)]
    assert (width[0] < width[1]).all()


@pytest.mark.parametrize(
    ("more", "alone"),
    [
        ([said(LEE, 1, "close")], "1"),  # inside the official's own words: the outermost speaks
        ([said(LEE, 1, "said")], ""),
        ([said(VOICE, 3, "The price")], "1"),
        ([said(CRITICS, 3, "The price")], "1, 3"),
        ([said({"source": "", "kind": "unattributed"}, 3, "The price")], "1"),
    ],
)
def test_alone_means_every_attributed_word(more, alone):
    assert measured(said(OFFICIALS, 1, "The yard will close"), *more)["note"]["n_unnamed_only"] == alone


@pytest.mark.parametrize(
    ("statements", "gap"),
    [
        (WHOLE, ("4 to 6", 3, 12)),
        ((), ("1 to 6", 6, 31)),
        ((said(LEE, 4, "Ships"),), ("1 to 3", 3, 19)),
        ((said({"source": "", "kind": "unattributed"}, 4, "Ships"),), ("1 to 6", 6, 31)),
        ((said(LEE, 3, "low"), said(LEE, 6, "minister")), ("1 to 2", 2, 12)),
        ((said(LEE, 1, "The"), said(LEE, 2, "It"), *WHOLE[2:], said(LEE, 5, "them")), ("6", 1, 5)),
    ],
)
def test_the_longest_stretch_without_a_source(statements, gap):
    table = measured(*statements)
    rows = table.loc[["gap_sentences", "gap_words"]]
    assert (*dict.fromkeys(rows["note"]), *rows["value"]) == gap


def test_a_sentence_with_a_cue_is_with_a_source_though_the_content_stands_elsewhere():
    lines = ((1, "Go, now."), (1, "So he said, twice."), (1, "They went."))
    tables = tables_of(said(LEE, 0, "Go"), lines=((1, "x"), *lines)[1:])
    cue_elsewhere = tables[1].assign(sentence=1)
    measured_anew = measure_sourcing(cue_elsewhere, tables[2]).set_index("measure")
    assert measured_anew["note"]["gap_words"] == "2"


def test_no_gap_is_missing():
    table = measured(said(LEE, 0, "Go"), lines=((1, "Go, he said."),))
    assert table.loc[["gap_sentences", "gap_words"], ["value", "note"]].to_numpy().tolist() == [[0, ""], [0, ""]]


def test_an_article_without_words_has_no_shares():
    shares = measured(lines=((1, "..."),)).filter(like="share_", axis="index")
    assert shares[["value", "low", "high"]].isna().all(axis=None)
    assert set(shares["note"]) == {"no words"}


def test_the_shares_are_those_of_words_by_kind():
    sentences = split_sentences(read_articles(ARTICLES))
    attributions = find_attributions(sentences)
    table = measure_sourcing(attributions, sentences).pivot(index="article", columns="measure", values="value")
    shares = words_by_kind(attributions, sentences).pivot(index="article", columns="kind", values="share")
    assert len(table) == len(ARTICLES)
    assert (table["share_anonymous"] - shares["anonymous"]).abs().max() < 1e-12
    assert (table["share_attributed"] + shares["unattributed"] - 1).abs().max() < 1e-12


# ---- the rules


def test_each_rule_of_the_word_list_has_its_function():
    assert {row["id"] for row in read_lexicon("sourcing_rules", "id", "rule")} == set(FINDERS)


def test_a_row_a_rule_with_text_and_origin():
    table = CHECKS.check(check(*WHOLE).reset_index())
    assert table["rule"].tolist() == list(FINDERS)
    assert set(table["verdict"]) <= set(VERDICTS)
    assert (table["text"].str.endswith(".") & table["origin"].str.contains(r", \d{4}")).all()


@pytest.mark.parametrize(
    ("rule", "statements", "verdict", "sentences"),
    [
        ("reason", [said(OFFICIAL, 3, "The price")], "broken", "3"),
        ("reason", [said(OFFICIAL, 3, "The price", anonymity_reason="for fear")], "kept", "3"),
        ("reason", [said(OFFICIAL, 3, "The price", anonymity="granted", official=False)], "broken", "3"),
        ("reason", [said(OFFICIAL, 3, "The price", official=False)], "look", "3"),
        ("reason", [said(OFFICIAL, 3, "The price", source_text="one of them, an official")], "look", "3"),
        ("reason", [said(OFFICIAL, 3, "The price", source_text="a prosecutor")], "look", "3"),
        ("reason", [said(CRITICS, 3, "The price")], "not applicable", ""),
        ("reason", [said(VOICE, 3, "The price")], "not applicable", ""),
        ("reason", [said(OFFICIALS, 0, "Yard")], "not applicable", ""),
        ("reason", [said(OFFICIAL, 3, "The price"), said(LEE, 1, "The yard")], "broken", "3"),
        ("description", [said(OFFICIAL, 3, "The price")], "broken", "3"),
        ("description", [said(OFFICIAL, 3, "The price", source_text="a defense official")], "kept", "3"),
        ("description", [said(OFFICIAL, 3, "The price", source_text="the official")], "look", "3"),
        ("description", [said(CRITICS, 3, "The price")], "look", "3"),
        ("description", [said(VOICE, 3, "The price")], "not applicable", ""),
        ("second-source", [said(OFFICIALS, 3, "The price"), said(LEE, 1, "The yard")], "kept", "3"),
        ("second-source", [said(OFFICIAL, 3, "The price"), said(LEE, 1, "The yard")], "look", "3"),
        ("second-source", [said(OFFICIAL, 1, "The yard"), said(LEE, 2, "It will")], "kept", "1"),
        ("second-source", [said(OFFICIAL, 1, "The yard"), said(OFFICIAL, 2, "It will")], "broken", "1, 2"),
        ("second-source", [said(LEE, 2, "It will")], "not applicable", ""),
        ("opinion", [said(OFFICIAL, 3, "The price", speech=False, cue_text="fears")], "look", "3"),
        ("opinion", [said(OFFICIAL, 3, "The price")], "kept", "3"),
        ("opinion", [said(CRITICS, 3, "The price", speech=False)], "not applicable", ""),
        ("opinion", [said(LEE, 3, "The price", speech=False)], "not applicable", ""),
        ("quotation", [said(OFFICIAL, 3, "The price", quote="direct")], "look", "3"),
        ("quotation", [said(OFFICIAL, 3, "The price", quote="mixed")], "look", "3"),
        ("quotation", [said(OFFICIAL, 3, "The price")], "kept", "3"),
        ("quotation", [said(VOICE, 3, "The price", quote="direct")], "not applicable", ""),
        ("opening", [said(OFFICIALS, 0, "Yard")], "look", "0"),
        ("opening", [said(OFFICIALS, 1, "The yard")], "look", "1"),
        ("opening", [said(OFFICIALS, 0, "Yard"), said(LEE, 0, "close")], "kept", "0"),
        ("opening", [said(OFFICIALS, 0, "Yard"), said(LEE, 1, "The yard")], "look", "0"),
        ("opening", [said(LEE, 1, "The yard")], "kept", "1"),
        ("opening", [said(VOICE, 1, "The yard")], "kept", "1"),
        ("opening", [said(OFFICIAL, 3, "The price")], "not applicable", ""),
        ("reply", [said(OFFICIAL, 3, "The price")], "kept", "6"),
        ("reply", [], "kept", "6"),
    ],
)  # fmt: skip
def test_verdicts(rule, statements, verdict, sentences):
    row = check(*statements).loc[rule]
    assert (row.verdict, row.sentences) == (verdict, sentences)
    assert bool(row.note) == (verdict != "not applicable")


@pytest.mark.parametrize(
    ("statements", "verdict"),
    [
        ([said(OFFICIAL, 3, "The price")], "look"),
        ([said(CRITICS, 3, "The price")], "not applicable"),
        ([said(LEE, 3, "The price")], "not applicable"),
        ([said(OFFICIAL, 3, "The price"), said(LEE, 1, "The yard", cue_text="flatly denied")], "kept"),
    ],
)
def test_a_reply_is_missed_only_where_unnamed_people_speak(statements, verdict):
    assert check(*statements, lines=LINES[:-1]).loc["reply", "verdict"] == verdict


@pytest.mark.parametrize(
    ("source", "words", "anonymity", "official", "verdict"),
    [
        ("customer", "one customer", "person", False, "look"),
        ("fan (2)", "one fan", "person", False, "look"),
        ("resident", "one resident", "granted", False, "broken"),
        ("insider", "one insider", "person", False, "broken"),
        ("official", "one official", "person", True, "broken"),
        ("one", "one, who did not want to be named", "granted", False, "look"),
        ("person", "one person", "granted", False, "broken"),
    ],
)
def test_a_bare_word_will_do_for_somebody_asked_in_the_street_and_for_one_of_those_before(
    source, words, anonymity, official, verdict
):
    who = {"source": source, "source_text": words, "kind": "anonymous", "anonymity": anonymity, "official": official}
    assert check(said(who, 3, "The price")).loc["description", "verdict"] == verdict


def test_a_note_names_the_source_its_sentences_and_what_is_missing():
    table = check(*WHOLE, said(OFFICIAL, 4, "Ships"), said(CRITICS, 5, "Nobody"))
    assert table.loc["reason", "note"] == "no reason given: officials (1), official (3, 4)"
    assert (
        table.loc["description", "note"]
        == "a bare word: officials (1), official (3, 4); a bare word for a group: critics (5)"
    )


def test_of_several_verdicts_the_gravest_stands_and_what_is_kept_is_left_out():
    table = check(
        said(OFFICIALS, 1, "The yard", anonymity_reason="for fear"),
        said(OFFICIAL, 2, "It", source="aide", source_text="an aide", official=False),
        said(OFFICIAL, 3, "The price"),
    )
    assert table.loc["reason", ["verdict", "sentences"]].tolist() == ["broken", "2, 3"]
    assert table.loc["reason", "note"] == "no reason given: official (3); neither name nor reason: aide (2)"


def test_many_articles_at_once_give_what_each_gives_alone():
    sentences = split_sentences(read_articles(ARTICLES))
    attributions = find_attributions(sentences)
    sources = list_sources(attributions)
    together = check_sourcing(sources, attributions, sentences)
    alone = [
        check_sourcing(*(t[t["article"] == name] for t in (sources, attributions, sentences)))
        for name in dict.fromkeys(sentences["article"])
    ]
    assert len(alone) == len(ARTICLES)
    pd.testing.assert_frame_equal(together, pd.concat(alone, ignore_index=True))


def test_nothing_gives_empty_tables():
    empty = SOURCES.empty(), ATTRIBUTIONS.empty(), SENTENCES.empty()
    assert CHECKS.check(check_sourcing(*empty)).empty
    assert SOURCING.check(measure_sourcing(ATTRIBUTIONS.empty(), SENTENCES.empty())).empty


@pytest.mark.parametrize("place", [0, 1, 2])
def test_tables_in_the_wrong_order_are_refused(place):
    tables = list(tables_of(*WHOLE))
    tables[place] = CHECKS.empty()
    with pytest.raises(TableError, match="is not a table of"):
        check_sourcing(*tables)


# ---- the answer


@pytest.mark.parametrize(
    ("statements", "start"),
    [
        ([], "No source is anonymous."),
        ([said(LEE, 1, "The yard")], "No source is anonymous."),
        ([said(OFFICIALS, 0, "Yard")], "No source is anonymous."),
        ([said(VOICE, 1, "The yard")], "No source is anonymous but 1 unnamed voice of named bodies. "),
        ([said(OFFICIAL, 1, "The yard")], "The one anonymous source comes without a reason and with no description. "),
        (WHOLE, "2 of 2 anonymous sources come without a reason, 2 with no description but a bare word. "),
        (
            [said(OFFICIAL, 1, "The yard", anonymity_reason="for fear", source_text="a defense official")],
            "The one anonymous source comes with a reason and with some description. ",
        ),
        (
            [*WHOLE, said(VOICE, 4, "Ships"), said(CRITICS, 5, "Nobody")],
            "2 of 2 anonymous sources come without a reason, 2 with no description but a bare word, not counting "
            "1 unnamed voice of named bodies and 1 unnamed group without office. ",
        ),
    ],
)
def test_the_answer_in_words(statements, start):
    sources, attributions, sentences = tables_of(*statements)
    answer = answer_anonymity(check_sourcing(sources, attributions, sentences), sources)
    assert answer.startswith(start)
    assert answer.endswith(".")


ALONE = ((0, "Yard to close"), (1, "The yard will close, a senior official said."))


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ({"confidence": 0.8}, "broken"),
        ({"confidence": 0.79}, "look"),
        ({"source_start": 35, "source_end": 52}, "broken"),  # "a senior official"
        ({"source_start": 37, "source_end": 52}, "look"),  # "senior official", cut
        ({"source_start": 35, "source_end": 43}, "look"),  # "a senior", cut
    ],
)
def test_no_rule_is_broken_by_a_statement_that_is_not_sure(more, verdict):
    table = check(said(OFFICIAL, 1, "The yard will close", **more), lines=ALONE)
    assert table["verdict"]["reason"] == table["verdict"]["second-source"] == verdict
    assert ("by a statement that is not sure" in table["note"]["reason"]) == (verdict == "look")


def test_the_answer_names_the_rules():
    sources, attributions, sentences = tables_of(*WHOLE)
    answer = answer_anonymity(check_sourcing(sources, attributions, sentences), sources)
    assert "broken: reason, description; " in answer
    assert "for an editor to judge: second-source, opening; kept: opinion, quotation, reply." in answer
    assert "No rule was checked." in answer_anonymity(CHECKS.empty(), sources)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ((2, "3, 7", "4 to 6", 3, 41), "2 sentences rest on unnamed people alone: 3, 7. The longest stretch without a "
         "source is sentences 4 to 6, 41 words."),
        ((1, "3", "4", 1, 1), "1 sentence rests on unnamed people alone: 3. The longest stretch without a source is "
         "sentence 4, 1 word."),
        ((0, "", "", 0, 0), "No sentence rests on unnamed people alone. Every sentence has a source."),
    ],
)  # fmt: skip
def test_what_rests_on_unnamed_people_in_a_sentence(found, said):
    n, alone, gap, n_gap, words = found
    rows = (("n_unnamed_only", n, alone), ("gap_sentences", n_gap, gap), ("gap_words", words, gap))
    table = SOURCING.frame(("a", measure, float(value), nan, nan, note) for measure, value, note in rows)
    assert answer_reliance(table) == said


# ---- a whole article, all the way; what must be true by its gold


@pytest.fixture(scope="module")
def shipyard() -> Tables:
    sentences = split_sentences(read_article(next(p for p in ARTICLES if p.stem == "shipyard-leak")))
    attributions = find_attributions(sentences)
    return list_sources(attributions), attributions, sentences


def test_the_shipyard_rests_on_unnamed_people(shipyard):
    _, attributions, sentences = shipyard
    table = measure_sourcing(attributions, sentences).set_index("measure")
    alone = [int(number) for number in table["note"]["n_unnamed_only"].split(", ")]
    assert {1, 2, 4, 9, 11, 23, 25, 26} <= set(alone), "the officials, the aides, the crane operator, the Treasury"
    assert not {7, 13, 14, 16, 17, 28, 29} & set(alone), "draft, spokesperson, statement, mayor, admiral"
    assert 0.2 < table["value"]["share_anonymous"] < table["value"]["share_attributed"] < 0.7


def test_the_shipyard_gives_three_officials_a_reason_and_the_treasury_none(shipyard):
    table = list_unnamed(shipyard[0])
    reasons = table.loc[table["reason"] != "", "reason"]
    assert reasons.str.contains("not authorized to discuss the cabinet’s deliberations").all()
    reason = check_sourcing(*shipyard).set_index("rule").loc["reason"]
    assert reason.verdict == "broken"
    assert {"25", "26"} <= set(reason.sentences.split(", "))
    assert not {"1", "2"} & set(reason.sentences.split(", "))


@pytest.mark.parametrize(
    ("rule", "verdict", "places"),
    [
        ("opening", "look", {"0", "1"}),
        ("quotation", "look", {"4", "23"}),
        ("reply", "kept", {"12", "13"}),
    ],
)
def test_the_shipyard_by_the_rules(shipyard, rule, verdict, places):
    row = check_sourcing(*shipyard).set_index("rule").loc[rule]
    assert row.verdict == verdict
    assert places <= set(row.sentences.split(", "))


def test_the_shipyard_describes_its_officials_by_rank(shipyard):
    detail = shipyard[0].set_index("description")["detail"]
    assert detail[[d for d in detail.index if d.startswith("three senior officials")]].tolist() == ["ranked"]
    assert detail["one of them, a senior defense official"] == "ranked"
    assert detail["People familiar with the matter"] == "involved"
