"""What is said twice about one article, in answers, pictures and tables, is said alike."""

import math

import pandas as pd
import pytest

from analysis import article_from_text, find_attributions, list_sources, measure_readability, split_sentences
from analysis.answers import answer_attributions, answer_comparison, answer_sourcing, answer_topics
from analysis.comparison import compare_articles
from analysis.corpus import measure
from analysis.crosstabs import topics_by_source, words_by_kind
from analysis.editing import answer_anonymity, check_sourcing, measure_sourcing
from analysis.figures import attributed, find_extremes
from analysis.plots import (
    alternative_text,
    plot_comparison,
    plot_ranked_sources,
    plot_sentence_lengths,
    plot_topic_xray,
    show_table,
)
from analysis.readability import compare_with_textstat
from analysis.tables import MEASURES
from analysis.topics import count_topics, find_topics, read_topics

HEADLINE_ONLY = "Officials say plan is dead\n\nThe road was closed for hours.\n\nCrews cleared the trees by noon."
NOBODY = "Plan is dead\n\n“The plan is dead. The road is closed for hours.”\n\n“We left.”"
ONE = "Plan is dead\n\nThe plan is dead, Ann Lee said.\n\nCrews cleared the trees by noon."

# text, attributions that count, what the answers and the picture say
CASES = [
    (HEADLINE_ONLY, 0, "Nobody: ", "No statement of the body", "No source found", "No source is anonymous."),
    (NOBODY, 0, "Nobody: ", "No statement of the body", "No source found", "No source is anonymous."),
    (ONE, 1, "Ann Lee (named person", "Of 1 attribution 1 reports", "Ann Lee", "No source is anonymous."),
]


@pytest.mark.parametrize(("text", "n", "whose", "said", "picture", "unnamed"), CASES)
def test_sources_and_attributions_are_counted_once(text, n, whose, said, picture, unnamed):
    sentences = split_sentences(article_from_text(text, name="a"))
    attributions = find_attributions(sentences)
    sources, words = list_sources(attributions), words_by_kind(attributions, sentences)
    assert len(attributions), "the case tests nothing unless something is found"
    assert len(attributed(attributions)) == n
    assert whose in answer_sourcing(sources, measure_sourcing(attributions, sentences), attributions)
    assert said in answer_attributions(attributions)
    assert picture in alternative_text(plot_ranked_sources(sources, words))
    assert answer_anonymity(check_sourcing(sources, attributions, sentences), sources) == unnamed
    measures = compare_articles(measure(article_from_text(text, name="a"))).set_index("measure")["value"]
    assert round(measures["attributions"] * measures["n_words"] / 1000) == n


def compared(unit, digits, *values, bounds=(math.nan, math.nan)):
    rows = [(name, "m", "Length", unit, digits, v, *bounds) for name, v in zip("abcd", values, strict=False)]
    return MEASURES.frame(rows)


@pytest.mark.parametrize(("bounds", "n"), [((math.nan, math.nan), 1), ((4, 6), 0)])
def test_whose_interval_overlaps_anothers_is_not_the_first(bounds, n):
    table = compared("words", 0, 6, 4, 5, bounds=bounds)
    assert len(find_extremes(table, highlight="a")) == n
    apart = table.assign(low=table["value"] - 0.4, high=table["value"] + 0.4)
    assert [e.end for e in find_extremes(apart, highlight="a")] == ["highest"]


@pytest.mark.parametrize(
    ("unit", "digits", "values", "end", "said"),
    [
        ("% of words", 0, (0.07, 0.0), "highest", "under 1% of words"),
        ("% of words", 0, (99.8, 100.0), "lowest", "over 99% of words"),
        ("% of words", 0, (0.07, 0.4), "", ""),
        ("syllables a word", 2, (1.17, 1.17, 1.30, 1.17), "", ""),
        ("syllables a word", 2, (1.171, 1.169, 1.30), "", ""),
        ("words", 0, (1, 5, 9), "lowest", "(1 word)"),
        ("words", 0, (2, 5, 9), "lowest", "(2 words)"),
        ("school grade", 1, (-2.2, 5, 9), "lowest", "(−2.2 school grade)"),
        ("words", 0, (math.nan, 5, 9), "", ""),
        ("words", 0, (3,), "", ""),
        ("words", 0, (5, 3, 9), "", ""),
    ],
)
def test_first_and_last_are_the_same_in_answer_and_picture(unit, digits, values, end, said):
    table = compared(unit, digits, *values)
    answer, picture = answer_comparison(table, highlight="a"), plot_comparison(table, highlight="a")
    title = alternative_text(picture).partition(".")[0]
    assert [e.end for e in find_extremes(table, highlight="a")] == [end] * bool(end)
    for word in ("highest", "lowest"):
        assert (f"{word} in length" in answer) == (f"{word} of {len(values)} in length" in title) == (word == end)
    assert said in answer


def test_a_topic_of_the_headline_alone_is_told_in_the_answer_and_in_the_picture():
    sentences = split_sentences(article_from_text("Taxes rise\n\nThe road was shut.", name="a"))
    topics = read_topics()
    mentions = find_topics(sentences, topics=topics)
    counted = count_topics(mentions, sentences, topics=topics)
    attributions = find_attributions(sentences)
    answer = answer_topics(counted, topics_by_source(mentions, attributions, sentences), labels=topics.labels)
    assert answer.endswith("comes up in the body; 1 topic in the headline.")
    assert "No topic found in the body; 1 topic in the headline" in alternative_text(
        plot_topic_xray(counted, mentions, sentences, labels=topics.labels)
    )


@pytest.mark.parametrize(
    ("share", "said"), [(0.001, "under 1%"), (0.999, "over 99%"), (0.0, "0%"), (1.0, "100%"), (math.nan, "–")]
)
def test_a_table_tells_shares_as_answers_do(share, said, monkeypatch):
    outputs = []
    monkeypatch.setattr("analysis.plots.display._emit", lambda data, metadata: outputs.append(data))
    show_table(pd.DataFrame({"who": ["a"], "share": [share]}), shares=["share"])
    (output,) = outputs
    assert f">{said}</td>" in output["text/html"]
    assert output["text/plain"].endswith(said)


@pytest.mark.parametrize(("value", "said"), [(-0.001, "0.0"), (-2.2, "−2.2"), (1234.5, "1,234.5")])
def test_a_table_has_the_signs_of_the_prose(value, said, monkeypatch):
    outputs = []
    monkeypatch.setattr("analysis.plots.display._emit", lambda data, metadata: outputs.append(data))
    show_table(pd.DataFrame({"value": [value]}))
    assert f">{said}</td>" in outputs[0]["text/html"]
    assert outputs[0]["text/plain"].split()[-1] == said


@pytest.mark.parametrize(("grade", "said"), [(-0.3, "grade 0"), (-2.4, "grade −2"), (7.6, "grade 8")])
def test_grades_have_the_signs_of_the_prose(grade, said):
    sentences = split_sentences(article_from_text("One\n\nThe cat sat on the mat by the door.", name="a"))
    scores = measure_readability(sentences)
    scores.loc[scores["measure"] == "flesch_kincaid_grade", "value"] = grade
    words = alternative_text(plot_sentence_lengths(scores, sentences))
    assert f"9 words, {said}." in words


def test_no_hyphen_stands_for_a_minus_in_the_reasons_of_the_peers():
    sentences = split_sentences(article_from_text("One\n\nThe U.S. cat sat. Mr. Lee ate 3.5 apples.", name="a"))
    reasons = compare_with_textstat(sentences)["reason"].str.cat()
    assert "(−" in reasons and "(-" not in reasons
