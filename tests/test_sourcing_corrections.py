"""What people correct: found in the article, applied as the last step, read from a file, and counted."""

import csv
import doctest
from functools import cache
from math import comb
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.article import article_from_text, find_article, read_article
from analysis.corpus import measure
from analysis.errors import AnalysisError, CorrectionsError, CorrectionsWarning, TableError
from analysis.sentences import split_sentences
from analysis.sourcing import (
    apply_corrections,
    draw_review,
    find_attributions,
    list_sources,
    read_corrections,
    score_review,
)
from analysis.sourcing.correcting import changing, review
from analysis.sourcing.correcting.placing import words_of
from analysis.spans import parse_spans
from analysis.tables import ATTRIBUTIONS, CORRECTIONS, rows_of, write_table

TEXT = """A vote

“The plan is dead,” Ann Ray said. It rained. Two aides said that the roof leaks.

The Transport Ministry admitted that the agency was slow. The wind blew from the west. It rained.

“We lost,” Ray said. The bus is believed to be late.
"""
with (Path(__file__).parent / "cases" / "corrections.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))
EMPTY = dict.fromkeys(CORRECTIONS.columns, "") | {"article": "vote", "start": None, "end": None}


def table(*rows: dict[str, object]) -> pd.DataFrame:
    """A table of corrections: cells that are not given are empty."""
    return CORRECTIONS.frame(tuple((EMPTY | row)[column] for column in CORRECTIONS.columns) for row in rows)


@cache
def vote() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The sentences and the attributions of the text."""
    sentences = split_sentences(article_from_text(TEXT, name="vote"))
    return sentences, find_attributions(sentences)


@pytest.fixture
def sentences():
    return vote()[0]


@pytest.fixture
def found():
    return vote()[1]


@pytest.mark.parametrize("case", CASES, ids=[c["case"] for c in CASES])
def test_what_a_correction_makes_of_a_statement(case, sentences, found):
    given = {k: v for k, v in case.items() if k in CORRECTIONS.columns}
    offsets = {k: int(given[k]) if given[k] else None for k in ("start", "end")}
    corrected, told = apply_corrections(found, sentences, table(given | offsets))
    row = corrected[corrected["attribution"] == int(case["row"])].iloc[0]
    assert len(corrected) == int(case["n"])
    wanted = (case["found_source"], case["found_kind"], case["found_anonymity"], case["found_official"])
    assert (row["source"], row["kind"], row["anonymity"], str(row["official"])) == wanted
    messages = [message for message in told["message"] if message]
    if case["message"] in ("", "-"):
        assert not messages
        assert set(told["paragraph"].notna()) <= {True}
    else:
        assert len(messages) == 1 and case["message"] in messages[0]
        assert messages[0].startswith("row 0 of the corrections, on vote: ")
        pd.testing.assert_frame_equal(corrected, found)
    ATTRIBUTIONS.check(corrected)
    assert list(corrected["attribution"]) == list(range(1, len(corrected) + 1))


def test_a_corrected_row_says_so_and_is_certain(sentences, found):
    corrections = table(
        {"text": "We lost", "action": "keep"},
        {"text": "The wind blew", "action": "add", "source": "Ole", "kind": "named"},
    )
    corrected = find_attributions(sentences, corrections=corrections)
    by_hand = corrected[corrected["rule"] == "corrected"]
    assert list(by_hand["attribution"]) == [4, 5] and set(by_hand["confidence"]) == {1.0}
    rest = corrected[corrected["rule"] != "corrected"]
    assert list(rest["confidence"]) == [found["confidence"][at] for at in (0, 1, 2, 4)]


def test_a_statement_that_was_added(sentences):
    corrected = find_attributions(
        sentences,
        corrections=table({"text": "The wind blew from the west", "action": "add", "source": "Ole", "kind": "named"}),
    )
    row = corrected.iloc[3]
    assert TEXT[row["content_start"] : row["content_end"]] == "The wind blew from the west"
    assert (row["paragraph"], row["sentence"], row["n_words"], row["quote"], row["marker"]) == (
        2, 5, 6, "indirect", "correction",
    )  # fmt: skip
    assert pd.isna(row["source_start"]) and pd.isna(row["cue_start"])


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("it is dead", "indirect"),
        ("“It is dead”", "direct"),
        ("“It is dead.”", "direct"),
        ('"It is dead",', "direct"),
        ("it is “dead”", "mixed"),
        ("“It” is “dead”", "mixed"),
        ("”", "mixed"),
    ],
)
def test_how_an_added_statement_is_quoted(said, quote):
    assert changing._quote(said) == quote


def test_what_is_dropped_makes_room_for_what_is_added(sentences):
    """So a statement gets another extent: it is dropped, and added where it stands."""
    corrections = table(
        {"text": "the agency was slow", "action": "add", "source": "Ole", "kind": "named"},
        {"text": "admitted", "action": "drop"},
    )
    corrected, told = apply_corrections(find_attributions(sentences), sentences, corrections)
    assert not any(told["message"]) and list(told["action"]) == ["add", "drop"]
    assert list(corrected["source"]) == ["Ann Ray", "aides", "Ole", "Ann Ray", ""]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            [{"text": "We lost", "action": "keep"}, {"text": "We lost", "action": "drop"}],
            "row 0 is on the same statement: delete one of the two",
        ),
        (
            [
                {"text": "We lost", "action": "set", "kind": "organization"},
                {"text": "The plan", "action": "set", "kind": "document"},
            ],
            "row 0 says that the kind of 'Ann Ray' is organization: mend one",
        ),
        (
            [{"text": "The wind blew", "action": "add", "source": "Ole", "kind": "named"}] * 2,
            "words at “The wind blew” belong to the statement of “Ole”",
        ),
    ],
)
def test_of_two_corrections_that_contradict_the_second_changes_nothing(rows, message, sentences, found):
    _, told = apply_corrections(found, sentences, table(*rows))
    assert told["message"][0] == "" and message in told["message"][1]


def test_two_corrections_of_one_source_add_up(sentences):
    corrections = table(
        {"text": "We lost", "action": "set", "kind": "organization"},
        {"text": "The plan", "action": "set", "official": "true"},
    )
    rows = find_attributions(sentences, corrections=corrections).query("source == 'Ann Ray'")
    assert set(rows["kind"]) == {"organization"} and set(rows["official"]) == {True}


def test_a_sector_is_the_sources(sentences):
    corrections = table({"text": "We lost", "action": "set", "source": "ann ray", "sector": "advocacy"})
    attributions = find_attributions(sentences, corrections=corrections)
    sectors = dict(rows_of(list_sources(attributions, corrections=corrections), "source", "sector"))
    assert sectors["Ann Ray"] == "advocacy" and sectors["Transport Ministry"] == "government"
    as_found = list_sources(find_attributions(sentences), corrections=corrections)
    assert dict(rows_of(as_found, "source", "sector"))["Ann Ray"] == "citizen"


def test_what_no_longer_fits_is_a_warning(sentences):
    with pytest.warns(CorrectionsWarning, match="row 0 of the corrections, on vote: the text “gone”"):
        find_attributions(sentences, corrections=table({"text": "gone", "action": "drop"}))
    with pytest.warns(CorrectionsWarning, match="no correction is on vote: they are on voet; the column 'article'"):
        find_attributions(sentences, corrections=table({"article": "voet", "text": "We lost", "action": "drop"}))


def test_corrections_on_other_articles_count_for_nothing(sentences, found):
    corrections = table({"text": "We lost", "action": "keep"}, {"article": "x", "text": "We lost", "action": "drop"})
    _, told = apply_corrections(found, sentences, corrections)
    assert list(told["row"]) == ["0"]


# ------------------------------------------------------------------- properties
SAMPLES = ("river-study", "shipyard-leak")


@pytest.fixture(scope="module")
def samples():
    """The sentences and the attributions of two articles."""
    sentences = split_sentences([read_article(find_article(name)) for name in SAMPLES])
    return sentences, find_attributions(sentences)


def test_keeping_everything_changes_nothing_but_rule_and_confidence(samples):
    sentences, found = samples
    everything = draw_review(found, n=10_000, seed=1, sentences=sentences).assign(action="keep")
    corrected, told = apply_corrections(found, sentences, everything)
    assert len(told) == len(found) and not any(told["message"])
    assert set(corrected["rule"]) == {"corrected"} and set(corrected["confidence"]) == {1.0}
    same = [c for c in found.columns if c not in ("rule", "confidence")]
    pd.testing.assert_frame_equal(corrected[same], found[same])


def test_no_corrections_change_nothing(samples):
    sentences, found = samples
    pd.testing.assert_frame_equal(find_attributions(sentences, corrections=CORRECTIONS.empty()), found)


def test_a_dropped_row_is_gone_from_all_tables():
    article = read_article(find_article("shipyard-leak"))
    before = measure(article)
    found = before["attributions"]
    alone = found["source"].value_counts()
    row = found[found["source"].isin(alone[alone == 1].index) & (found["kind"] != "unattributed")].iloc[0]
    drop = table({"article": article.name, "start": row["content_start"], "end": row["content_end"], "action": "drop"})
    after = measure(article, corrections=drop)
    assert row["source"] in set(before["sources"]["source"]) and row["source"] not in set(after["sources"]["source"])
    assert len(after["attributions"]) == len(found) - 1 and after["errors"].empty
    assert row["content_spans"] not in set(after["attributions"]["content_spans"])
    counts = {name: dict(rows_of(t["words_by_kind"], "kind", "n_words")) for name, t in (("b", before), ("a", after))}
    assert counts["b"][row["kind"]] > counts["a"][row["kind"]]
    assert sum(counts["b"].values()) == sum(counts["a"].values())
    share = {name: t["sourcing"].set_index("measure")["value"] for name, t in (("b", before), ("a", after))}
    assert share["b"]["share_attributed"] > share["a"]["share_attributed"]


ROW = st.fixed_dictionaries(
    {
        "start": st.integers(0, 300),
        "length": st.integers(1, 60),
        "action": st.sampled_from(("keep", "drop", "set", "add", "")),
        "source": st.sampled_from(("Ann Ray", "Ole Berg", "aides", "two nurses")),
        "kind": st.sampled_from(("named", "anonymous", "organization", "document")),
        "official": st.sampled_from(("", "true", "false")),
    }
)


@settings(max_examples=150)
@given(st.lists(ROW, max_size=8))
def test_no_word_belongs_to_two_whatever_is_corrected(rows):
    sentences, found = vote()
    given = [{k: v for k, v in row.items() if k != "length"} | {"end": row["start"] + row["length"]} for row in rows]
    corrected, told = apply_corrections(found, sentences, table(*given))
    assert len(told) == sum(row["action"] != "" for row in rows)
    done = told[told["message"] == ""]["action"].value_counts()
    assert len(corrected) == len(found) + done.get("add", 0) - done.get("drop", 0)
    statements = [dict(zip(corrected.columns, cells, strict=True)) for cells in rows_of(corrected)]
    for at, one in enumerate(statements):
        content = parse_spans(one["content_spans"])
        others = [span for other in statements[at + 1 :] for span in words_of(other)]
        assert not any(piece.overlaps(span) for piece in content for span in others)
    starts = [min(span.start for span in words_of(one)) for one in statements]
    assert starts == sorted(starts)
    by_source = corrected[corrected["source"] != ""].groupby("source")[["kind", "official", "anonymity"]].nunique()
    assert (by_source == 1).all(axis=None)
    assert len(list_sources(corrected)) == corrected["source"].nunique()


# ------------------------------------------------------------------- the file
HEAD = "article,start,end,text,action,source,kind,official,sector,note\n"


def save(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "corrections.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_file_is_read_as_people_write_it(tmp_path):
    path = save(tmp_path, "\ufeff" + HEAD + '\nvote,8.0,27,,SET,"Ray, Ann",Named,TRUE,,"so\nit says"\r\n,,,,,,,,,\n')
    read = read_corrections(path)
    assert list(read.index) == [3] and list(read.columns) == list(CORRECTIONS.columns)
    assert read.iloc[0].tolist() == ["vote", 8, 27, "", "set", "Ray, Ann", "named", "true", "", "so\nit says"]
    short = read_corrections(save(tmp_path, "action,text,article\nkeep,We lost,vote\n"))
    assert short.iloc[0].tolist()[3:5] == ["We lost", "keep"] and pd.isna(short["start"][2])
    assert read_corrections(save(tmp_path, HEAD)).empty
    semicolons = read_corrections(save(tmp_path, "Article; Action;text\r\nvote;keep;We lost, Ray said\r\n"))
    assert semicolons["text"].tolist() == ["We lost, Ray said"] and semicolons["action"].tolist() == ["keep"]


def test_an_empty_cell_is_nothing_whoever_made_the_table(sentences, found):
    made = table({"text": "We lost", "action": "keep"})
    made = made.assign(source=pd.Series([None], dtype="str"), note=pd.Series([None], dtype="str"))
    corrected, told = apply_corrections(found, sentences, made)
    assert corrected["rule"][3] == "corrected" and told["message"].tolist() == [""]


def test_a_written_table_is_read_back(tmp_path, samples):
    sentences, found = samples
    drawn = draw_review(found, n=7, seed=3, sentences=sentences)
    again = read_corrections(write_table(drawn, tmp_path / "mine.csv"))
    pd.testing.assert_frame_equal(again.reset_index(drop=True), drawn)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "the file is empty: its first line names the columns article, start"),
        ("article,text\nvote,x\n", "there is no column 'action': the first line names the columns article"),
        ("action,text\nkeep,x\n", "there is no column 'article'"),
        ("article,action,start\nvote,keep,1\n", "no columns for the place: add 'start' and 'end', or 'text'"),
        ("article,action,text,sorce\nvote,keep,x,\n", "the column 'sorce' is unknown: the columns are article"),
        ("article,action,text,text\nvote,keep,x,\n", "the column 'text' is there twice"),
        (HEAD + "vote,,,x,remove,,,,,\n", "row 2 has the action 'remove': allowed are keep, drop, set, add, or"),
        (HEAD + "vote,,,x,set,,person,,,\n", "row 2 has the kind 'person': allowed are named, organization"),
        (HEAD + "vote,,,x,set,,,maybe,,\n", "row 2 has the official 'maybe': allowed are true, false"),
        (HEAD + "vote,,,x,set,A,,,army,\n", "row 2 has the sector 'army': allowed are government"),
        (HEAD + "vote,,,,keep,,,,,\n", "row 2 has no place: fill start and end, or text"),
        (HEAD + "vote,5,,,keep,,,,,\n", "row 2 has one of start and end"),
        (HEAD + "vote,5,5,,keep,,,,,\n", "row 2 runs from 5 to 5"),
        (HEAD + "vote,-1,5,,keep,,,,,\n", "row 2 has the start '-1': it is a whole number"),
        (HEAD + "vote,1e3,5,,keep,,,,,\n", "row 2 has the start '1e3'"),
        (HEAD + ",,,x,keep,,,,,\n", "row 2 names no article"),
        (HEAD + "vote,,,x,set,,,,,\n", "row 2 sets nothing: fill source, kind, official or sector, or write keep"),
        (HEAD + "vote,,,x,set,A,,true,business,\n", "row 2 has an official of business: allowed are government"),
        (HEAD + "vote,,,x,set,,,,business,\n", "row 2 has a sector and no source"),
        (HEAD + "vote,,,x,add,A,,,,\n", "row 2 adds a statement without a kind"),
        (HEAD + "vote,,,x,add,,named,,,\n", "row 2 adds a statement without a source"),
        (HEAD + "vote,,,x,set,A,unattributed,,,\n", "row 2 gives a source to what is unattributed"),
        (HEAD + "vote,,,x,keep\n", "row 2 has 5 cells, the head 10: quote cells with a comma"),
        (HEAD + 'vote,,,"x"y,keep,,,,,\n', "this is no CSV"),
        ("article,action,text\nvote,keep,caf\xe9\n".encode("latin-1"), "this is not UTF-8: save it as CSV in UTF-8"),
    ],
)  # fmt: skip
def test_bad_files_get_one_clear_sentence(text, says, tmp_path):
    with pytest.raises(CorrectionsError) as error:
        read_corrections(save(tmp_path, text))
    assert str(error.value).startswith("corrections.csv: ") and says in str(error.value)
    assert isinstance(error.value, AnalysisError) and "\n" not in str(error.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CorrectionsError, match=r"none\.csv: the file cannot be read \(No such file"):
        read_corrections(tmp_path / "none.csv")


def test_what_is_no_table_of_corrections(sentences):
    with pytest.raises(TableError, match=r"pass the one that read_corrections\(path\) makes"):
        find_attributions(sentences, corrections="corrections.csv")
    with pytest.raises(CorrectionsError, match="row 0 has the action 'mend'"):
        find_attributions(sentences, corrections=table({"text": "x", "action": "mend"}))


# ------------------------------------------------------------------- how often the program was right
def test_a_score_counts_what_was_looked_at(sentences, found):
    corrections = table(
        {"text": "The plan", "action": "keep"},
        {"text": "We lost", "action": "set", "source": "ANN RAY", "kind": "named"},
        {"text": "the roof leaks", "action": "drop"},
        {"text": "admitted", "action": "set", "kind": "document"},
        {"text": "The wind", "action": "add", "source": "Ole", "kind": "named"},
        {"text": "be late", "action": ""},
    )
    scores = score_review(found, corrections, sentences=sentences)
    counts = list(rows_of(scores, "rule", "n", "n_right", "share"))
    assert counts == [("all", 4, 2, 0.5), ("content_source_cue", 2, 2, 1.0), ("source_before", 2, 0, 0.0)]
    assert (scores["low"] <= scores["share"]).all() and (scores["share"] <= scores["high"]).all()


def test_the_interval_is_wilsons():
    """Four right of ten at 90 %, by the formula with z = 1.6449: (p + z²/2n ± z √(pq/n + z²/4n²)) / (1 + z²/n)."""
    assert review.bound_proportion(4, 10) == pytest.approx((0.1942, 0.6484), abs=1e-4)
    assert review.bound_proportion(0, 5)[0] == 0 and review.bound_proportion(5, 5)[1] == 1
    assert doctest.testmod(review).failed == 0 and doctest.testmod(review).attempted


@pytest.mark.parametrize("share", [0.5, 0.8, 0.95])
def test_the_interval_holds_the_true_share_nine_times_in_ten(share):
    """Over all that a sample of 60 may show, each as often as the binomial distribution has it."""
    n = 60
    chance = {k: comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(n + 1)}
    bounds = {k: review.bound_proportion(k, n) for k in chance}
    held = sum(chance[k] for k, (low, high) in bounds.items() if low <= share <= high)
    assert 0.86 <= held <= 0.95


def test_nothing_looked_at_has_no_score(found):
    scores = score_review(found, CORRECTIONS.empty())
    assert list(scores["n"]) == [0] and scores[["share", "low", "high"]].isna().all(axis=None)


def test_what_cannot_be_scored(sentences, found):
    keep = table({"text": "We lost", "action": "keep"})
    with pytest.warns(CorrectionsWarning, match="it is found by its text: pass the table of sentences, too"):
        score_review(found, keep)
    with pytest.warns(CorrectionsWarning, match="no statement stands at 42 to 52"):
        score_review(found, table({"start": 42, "end": 52, "action": "keep"}))
    with pytest.warns(CorrectionsWarning, match="another row is on the same statement"):
        assert score_review(found, pd.concat([keep, keep]), sentences=sentences)["n"][0] == 1
    with pytest.raises(TableError, match="corrected already"):
        score_review(find_attributions(sentences, corrections=keep), keep)


def test_a_sample_is_random_and_the_same_again(samples):
    _, found = samples
    one, again, other = (draw_review(found, n=6, seed=seed) for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(one, again)
    assert not one.equals(other) and len(one) == 6
    assert len(draw_review(found, n=10_000, seed=1)) == len(found)
    assert draw_review(ATTRIBUTIONS.empty(), n=3, seed=1).empty
    with pytest.raises(ValueError, match="n is 0: draw 1 row or more"):
        draw_review(found, n=0, seed=1)


def test_each_row_is_as_likely(found):
    drawn = pd.concat(draw_review(found, n=2, seed=seed) for seed in range(400))["start"].value_counts()
    assert len(drawn) == len(found) and drawn.min() > 0.75 * drawn.max()


def test_verdicts_are_shown_or_hidden(sentences, found):
    shown, hidden = (draw_review(found, n=9, seed=1, sentences=sentences, hide=hide) for hide in (False, True))
    assert list(shown["source"]) == list(found["source"]) and shown["official"][2] == "true"
    assert shown["text"][1] == "that the roof leaks" and set(shown["action"]) == {""}
    assert set(hidden["source"]) | set(hidden["kind"]) | set(hidden["official"]) == {""}
    assert list(hidden["text"]) == list(shown["text"])
    judged = hidden.assign(action="set", source=shown["source"], kind=shown["kind"], official=shown["official"])
    assert score_review(found, judged)["share"][0] == 1
