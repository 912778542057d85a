"""Slips of a caller: whatever is passed in the place of an article, a table or topics, one sentence says what to do."""

import re
from pathlib import Path

import pandas as pd
import pytest

import analysis as an
from analysis import plots
from analysis.answers import answer_article, answer_comparison, answer_readability, answer_sourcing
from analysis.comparison import compare_articles, list_measures
from analysis.editing import answer_reliance
from analysis.errors import AnalysisError, ArticleError, TableError, TopicsError
from analysis.readability import include_error
from analysis.tables import ANOMALIES, ARTICLES, READABILITY, SOURCING
from analysis.topics import check_edit, count_topics, edit_topics, find_terms, find_topics

TEXT = "Plan is dead\n\nThe plan is dead, Ann Lee said. Officials say the road is closed.\n\nCrews cleared the trees."
ARTICLE = an.article_from_text(TEXT, name="a")
TABLES = an.measure(ARTICLE)
SENTENCES, MENTIONS, ATTRIBUTIONS = TABLES["sentences"], TABLES["mentions"], TABLES["attributions"]
REFERENCE = an.read_reference()
STRANGERS = [ARTICLE, Path("a.txt"), "a.txt", ["a.txt"], None, 3]


def slip(call, error=AnalysisError):
    """Return the one sentence that a call ends with."""
    with pytest.raises(error) as caught:
        call()
    said = str(caught.value)
    assert said and "\n" not in said
    return said


PICTURES = {
    "plot_article_strip": lambda t: plots.plot_article_strip(t),
    "plot_paragraphs": lambda t: plots.plot_paragraphs(t),
    "plot_sentence_lengths": lambda t: plots.plot_sentence_lengths(TABLES["readability"], t),
    "plot_sentence_lengths, scores": lambda t: plots.plot_sentence_lengths(t, SENTENCES),
    "plot_ranked_sources": lambda t: plots.plot_ranked_sources(t, TABLES["words_by_kind"]),
    "plot_ranked_sources, words": lambda t: plots.plot_ranked_sources(TABLES["sources"], t),
    "plot_topic_xray": lambda t: plots.plot_topic_xray(t, MENTIONS, SENTENCES),
    "plot_topic_xray, mentions": lambda t: plots.plot_topic_xray(TABLES["topics"], t, SENTENCES),
    "plot_topic_sources": lambda t: plots.plot_topic_sources(t),
    "plot_comparison": lambda t: plots.plot_comparison(t, highlight="a"),
    "plot_kind_shares": lambda t: plots.plot_kind_shares(t),
    "plot_reference_strip": lambda t: plots.plot_reference_strip(t, REFERENCE),
    "plot_reference_strip, reference": lambda t: plots.plot_reference_strip(
        an.place_article(compare_articles(TABLES), REFERENCE), t
    ),
}


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("given", [*STRANGERS, {}], ids=lambda g: type(g).__name__)
def test_a_picture_of_what_is_no_table(name, given):
    said = slip(lambda: PICTURES[name](given), TableError)
    assert f"is wanted, and this is of type {type(given).__name__}: pass the one" in said


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("given", ["anomalies", "counts", "attributions"])
def test_a_picture_of_another_table(name, given):
    said = slip(lambda: PICTURES[name](TABLES[given]), TableError)
    assert re.search(rf"and this is one of {given}: pass the one", said)


@pytest.mark.parametrize(
    ("name", "given", "maker"),
    [
        ("plot_kind_shares", ATTRIBUTIONS, "words_by_kind(attributions, sentences)"),
        ("plot_article_strip", ATTRIBUTIONS, "spans_by_kind(attributions, sentences)"),
        ("plot_paragraphs", SENTENCES, "list_paragraphs(article)"),
        ("plot_paragraphs", SENTENCES.drop(columns="text"), "list_paragraphs(article)"),
    ],
)
def test_a_table_that_happens_to_have_the_columns_is_refused(name, given, maker):
    assert maker in slip(lambda: PICTURES[name](given), TableError)


@pytest.mark.parametrize("given", STRANGERS, ids=lambda g: type(g).__name__)
@pytest.mark.parametrize(
    "call",
    [
        plots.show, plots.alternative_text, plots.to_png, plots.show_table, compare_articles, list_measures,
        include_error, lambda x: answer_comparison(x, highlight="a"), lambda x: an.place_article(x, REFERENCE),
    ],
)  # fmt: skip
def test_what_is_shown_told_or_compared_is_asked_for(call, given):
    assert f"is wanted, and this is of type {type(given).__name__}: " in slip(lambda: call(given))


@pytest.mark.parametrize("topics", ["topics.toml", Path("topics.toml"), ["war"], 3], ids=lambda g: type(g).__name__)
@pytest.mark.parametrize(
    "call",
    [
        lambda t: find_topics(SENTENCES, topics=t), lambda t: find_terms(SENTENCES, topics=t),
        lambda t: count_topics(MENTIONS, SENTENCES, topics=t), lambda t: an.measure(ARTICLE, topics=t),
        lambda t: an.measure_files(["a.txt"], "out", topics=t),
        lambda t: an.measure_lazily("topics", ["a.txt"], topics=t), lambda t: edit_topics(t, "war"),
    ],
)  # fmt: skip
def test_a_path_is_no_dictionary_of_topics(call, topics):
    assert "make one with read_topics(path)" in slip(lambda: call(topics))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: an.find_article(ARTICLE), "of type Article"), (lambda: an.find_article(None), "of type NoneType"),
        (lambda: an.find_article(["a"]), "of type list"), (lambda: an.measure("a.txt"), "make one with read_article"),
        (lambda: an.measure(None), "of type NoneType"), (lambda: an.measure(pd.DataFrame()), "read_articles(table)"),
        (lambda: an.measure_files(None, "out"), "put one path in a list"),
        (lambda: an.measure_files("a.txt", "out"), "put one path in a list"),
        (lambda: an.measure_files(["a.txt"], None), "a folder's path is wanted"),
        (lambda: an.read_topics(["war"]), "of type list"), (lambda: an.read_reference(None), "of type NoneType"),
        (lambda: plots.say(3), "of type int"), (lambda: compare_articles({}), "no table 'articles' among none"),
        (lambda: an.place_article(SENTENCES, REFERENCE), "no column 'measure'"),
        (lambda: answer_article(ARTICLES.empty(), ANOMALIES.empty()), "table of articles has 0 rows"),
        (lambda: answer_reliance(SOURCING.empty()), "table of sourcing has 0 articles"),
        (lambda: an.list_sources(ATTRIBUTIONS.assign(confidence=1.5)), "holds 1.5 in row 0: it must lie between"),
        (
            lambda: answer_sourcing(TABLES["sources"].assign(article="b"), TABLES["sourcing"], ATTRIBUTIONS),
            "article 'a' is told of, and this table of sources has rows of 'b'",
        ),
        (lambda: answer_readability(READABILITY.empty()), "has 0 rows of flesch_kincaid_grade"),
        (lambda: answer_comparison(compare_articles(TABLES), highlight="b"), "no article 'b'"),
        (lambda: an.measure([ARTICLE, ARTICLE]), "two articles have the name 'a'"),
        (lambda: an.split_sentences([ARTICLE, ARTICLE]), "two articles have the name 'a'"),
    ],
)  # fmt: skip
def test_one_sentence_says_what_was_given_and_what_to_do(call, said):
    assert said in slip(call)


@pytest.mark.parametrize(
    ("ids", "text", "said"),
    [
        ([b"a"], TEXT, "is of type bytes"), ([["a"]], TEXT, "is of type list"), ([None], TEXT, "no article id"),
        ([" "], TEXT, "no article id"), (["a", "a "], TEXT, "has the article id 'a' again"),
        (["a"], TEXT.encode(), "has bytes and no text: decode"), (["a"], None, "has no text"),
    ],
)  # fmt: skip
def test_rows_that_are_no_articles(ids, text, said):
    table = pd.DataFrame({"article": pd.Series(ids, dtype=object), "text": pd.Series([text] * len(ids), dtype=object)})
    assert said in slip(lambda: an.read_articles(table), ArticleError)


def test_ids_may_be_numbers():
    assert [a.name for a in an.read_articles(pd.DataFrame({"article": [1, 2], "text": [TEXT, TEXT]}))] == ["1", "2"]


def test_files_of_one_name_are_numbered_and_measured_each_for_itself(tmp_path):
    paths = []
    for folder, text in (("one", TEXT), ("two", f"{TEXT} It rained.")):
        (tmp_path / folder).mkdir()
        paths.append(tmp_path / folder / "x.txt")
        paths[-1].write_text(text, encoding="utf-8")
    table = an.measure(an.read_articles(paths))["articles"].set_index("article")
    assert table["n_words"].to_dict() == {"x": 17, "x-2": 19}


def test_a_table_without_columns_is_shown_as_empty(monkeypatch):
    outputs = []
    monkeypatch.setattr("analysis.plots.display._emit", lambda data, metadata: outputs.append(data))
    plots.show_table(pd.DataFrame())
    assert outputs[0]["text/plain"] == "(no rows)" and "(no rows)</td>" in outputs[0]["text/html"]


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (5, "an edit is wanted, and this is of type int: write it like"), (["terms"], "of type list"),
        ({"term": ["x"]}, "an edit has no 'term'"), ({"terms": "envoy"}, "a list of terms is wanted"),
        ({"without": 3}, "a list of without is wanted, and this is of type int"),
    ],
)  # fmt: skip
def test_an_edit_that_is_none(edit, said):
    topics = an.read_topics()
    assert said in slip(lambda: edit_topics(topics, topics.ids[0], **check_edit(edit)), TopicsError)
