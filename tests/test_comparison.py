import math

import pytest

from analysis.answers import answer_comparison
from analysis.comparison import compare_articles, list_measures, tell_apart
from analysis.errors import TableError
from analysis.plots import alternative_text, plot_comparison
from analysis.readability.ease import read_ease
from analysis.tables import ARTICLES, ATTRIBUTIONS, KINDS, READABILITY, WORDS_BY_KIND


def attribution(article, kind, n_words, paragraph=1):
    row = dict.fromkeys(ATTRIBUTIONS.columns, "") | {
        "article": article, "attribution": 1, "paragraph": paragraph, "sentence": paragraph, "kind": kind,
        "official": False, "speech": True, "n_words": n_words, "confidence": 0.9,
        **{c: None for c in ATTRIBUTIONS.columns if c.endswith(("_start", "_end"))},
    }  # fmt: skip
    return [row[c] for c in ATTRIBUTIONS.columns]


@pytest.fixture
def tables():
    return {
        "articles": ARTICLES.frame(
            [(a, "", "", "", "", 0, n, 1, 1, 0, "") for a, n in [("one", 200), ("two", 100), ("none", 0)]]
        ),
        "readability": READABILITY.frame(
            [
                (a, "article", None, None, "words_per_sentence", v, math.nan, math.nan, "")
                for a, v in [("one", 20.0), ("two", 25.0)]
            ]
        ),
        "attributions": ATTRIBUTIONS.frame(
            [
                attribution("one", "anonymous", 30),
                attribution("one", "named", 50),
                attribution("one", "named", 8, paragraph=0),
                attribution("two", "unattributed", 10),
            ]
        ),
        "words_by_kind": WORDS_BY_KIND.frame(
            (article, kind, 1, n, 0, math.nan)
            for article, counts in [("one", (50, 0, 0, 30, 120)), ("two", (0, 0, 0, 0, 100)), ("none", (0,) * 5)]
            for kind, n in zip(KINDS, counts, strict=True)
        ),
    }


def value(measures, article, measure):
    return measures.set_index(["article", "measure"])["value"][article, measure]


def test_shares_count_the_body_and_leave_out_what_nobody_says(tables):
    measures = compare_articles(tables)
    assert value(measures, "one", "attributed_words") == 40
    assert value(measures, "one", "anonymous_words") == 15
    assert value(measures, "one", "attributions") == 10
    assert value(measures, "two", "attributed_words") == 0


def test_a_share_of_no_words_is_undefined(tables):
    assert math.isnan(value(compare_articles(tables), "none", "attributed_words"))


def test_tables_without_text_will_do(tables):
    tables = {**tables, "attributions": ATTRIBUTIONS.without_text(tables["attributions"])}
    assert value(compare_articles(tables), "one", "anonymous_words") == 15


def test_a_missing_column_of_figures_is_named(tables):
    with pytest.raises(TableError, match="no column 'n_words'"):
        compare_articles({**tables, "articles": tables["articles"].drop(columns="n_words")})


def test_the_answer_names_what_is_extreme(tables):
    answer = answer_comparison(compare_articles(tables), highlight="one")
    assert "lowest in sentence length (20.0 words a sentence)" in answer
    assert "highest in words on anonymous sources (15% of words)" in answer


def test_what_is_there_is_never_called_nothing(tables):
    tables["words_by_kind"]["n_words"] = [1, 0, 0, 1, 998, 50, 0, 0, 0, 50, 0, 0, 0, 0, 0]
    shown = compare_articles(tables)
    assert value(shown, "one", "anonymous_words") == pytest.approx(0.1)
    words = alternative_text(plot_comparison(shown, highlight="one"))
    assert "Words on anonymous sources (% of words): two 0, one under 1, none undefined" in words
    assert "lowest in attributed words (under 1% of words)" in answer_comparison(shown, highlight="one")


def test_shares_by_kind_are_of_the_attributed_words(tables):
    measures = list_measures(tables)
    assert value(measures, "one", "anonymous_of_attributed") == pytest.approx(100 * 30 / 80)
    assert value(measures, "one", "named_of_attributed") == pytest.approx(100 * 50 / 80)
    assert math.isnan(value(measures, "two", "named_of_attributed"))
    assert set(compare_articles(tables)["measure"]) < set(measures["measure"])
    unread = list_measures({name: table for name, table in tables.items() if name != "readability"})
    assert set(measures["measure"]) - set(unread["measure"]) == set(tables["readability"]["measure"])


def scores(*rows, measure="lix"):
    return READABILITY.frame((a, "article", None, None, measure, v, low, high, "") for a, v, low, high in rows)


def test_articles_whose_intervals_overlap_are_not_told_apart():
    table = scores(
        ("a", 40, 35, 45), ("b", 60, 55, 65), ("c", 46, 44, 50), ("d", 20, 15, 34), ("e", 41, math.nan, math.nan)
    )
    found = tell_apart(table, measure="lix", highlight="a").set_index("article")
    assert list(found.index) == ["b", "c", "e", "a", "d"]
    assert found["beside"].to_dict() == {"b": "higher", "c": "not told apart", "e": "", "a": "", "d": "lower"}
    with pytest.raises(TableError, match="no 'lix' of 'f'"):
        tell_apart(table, measure="lix", highlight="f")


def test_ease_is_told_apart_only_beyond_the_error_of_its_fit():
    table = scores(
        ("a", -1.4, -1.5, -1.3), ("b", -0.8, -0.9, -0.7), ("c", 1.2, 1.1, 1.3), ("d", -4, -4.1, -3.9), measure="ease"
    )
    found = tell_apart(table, measure="ease", highlight="a").set_index("article")
    assert found["beside"].to_dict() == {"c": "higher", "b": "not told apart", "a": "", "d": "lower"}
    assert found["note"].unique().tolist() == [f"the interval holds the error of prediction {read_ease().error:.2f}"]
    assert found.loc["b", "high"] - found.loc["b", "value"] == pytest.approx(1.645 * read_ease().error, abs=0.01)


def test_what_the_table_warns_of_is_told_beside():
    table = scores(("a", 40, 35, 45)).assign(note="fewer than 100 words")
    assert tell_apart(table, measure="lix", highlight="a")["note"].tolist() == ["fewer than 100 words"]
