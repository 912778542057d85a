import csv
import importlib
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.article import article_from_text
from analysis.comparison import list_measures
from analysis.corpus import measure_catalogue
from analysis.errors import TableError
from analysis.readability import FORMULAS, measure_readability
from analysis.reference import REFERENCE, place_article, read_reference, shares_beside
from analysis.sentences import split_sentences

CASES = list(csv.DictReader((Path(__file__).parent / "cases" / "places.csv").read_text(encoding="utf-8").splitlines()))
TENTHS = [0.1, 0.5, 0.9]


def reference(*measures):
    """Each measure a name, its direction and three quantiles."""
    return REFERENCE.frame(
        (name, name.title(), "points", direction, q, float(v), q, q, 840, "made up")
        for name, direction, values in measures
        for q, v in zip(TENTHS, values, strict=True)
    )


HARD, EASY, PLAIN = (reference(("m", d, (10, 20, 30))) for d in ("higher is harder", "higher is easier", ""))


def place(value, of):
    return place_article(pd.DataFrame({"measure": ["m"], "value": [value]}), of).iloc[0]


@pytest.mark.parametrize(
    ("of", "value", "below", "words"),
    [
        (HARD, 25, 0.7, "harder than 70% of 840 articles"),
        (HARD, 15, 0.3, "easier than 70% of 840 articles"),
        (HARD, 20, 0.5, "harder than 50% of 840 articles"),
        (EASY, 25, 0.7, "easier than 70% of 840 articles"),
        (EASY, 15, 0.3, "harder than 70% of 840 articles"),
        (PLAIN, 25, 0.7, "more than 70% of 840 articles"),
        (PLAIN, 15, 0.3, "less than 70% of 840 articles"),
        (HARD, 31, 0.9, "harder than 90% of 840 articles"),
        (EASY, 9, 0.1, "harder than 90% of 840 articles"),
    ],
)
def test_an_article_has_its_place_in_the_measures_direction(of, value, below, words):
    found = place(value, of)
    assert found["below"] == pytest.approx(below)
    assert found["place"] == words


def test_the_undefined_has_no_place():
    found = place(math.nan, HARD)
    assert math.isnan(found["below"]) and found["place"] == ""


def test_measures_keep_their_order_and_those_without_a_reference_have_no_row():
    of = reference(("a", "", (1, 2, 3)), ("b", "", (1, 2, 3)))
    values = pd.DataFrame({"measure": ["b", "c", "a"], "value": [1.0, 2.0, 3.0]})
    assert list(place_article(values, of)["measure"]) == ["b", "a"]
    assert len(place_article(values.iloc[:0], of)) == 0


def test_several_articles_at_a_time_are_refused():
    with pytest.raises(TableError, match="'m' stands twice"):
        place_article(pd.DataFrame({"measure": ["m", "m"], "value": [1.0, 2.0]}), HARD)


STEPS = np.arange(5, 100, 5) / 100


def quantiles_of(values, direction="", at=STEPS):
    """The reference of these values, as `benchmarks/reference.py` makes it."""
    known = np.array(values, dtype="float64")
    points = pd.Series(known).quantile(at)
    rows = [(q, v, (known < v).mean(), (known <= v).mean()) for q, v in points.items()]
    return REFERENCE.frame(("m", "M", "points", direction, *row, len(known), "made up") for row in rows)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['value']} among {c['values']} {c['direction']}")
def test_the_place_says_what_is_true_where_many_have_the_same(case):
    """All quantiles are known, so that the shares are exact on every value there is."""
    values = [float(v) for v in case["values"].split()]
    every = np.arange(len(values)) / max(len(values) - 1, 1)
    found = place(float(case["value"]), quantiles_of(values, case["direction"], every))
    assert found["place"] == case["place"]
    wanted = [float(case["below"]), float(case["above"])]
    assert found[["below", "above"]].tolist() == pytest.approx(wanted, nan_ok=True)


VALUES = st.lists(st.sampled_from([0.0, 0.0, 1 / 3, 2.5, 7.0, 7.1, 20.0]), min_size=1, max_size=40)


@given(VALUES, st.data())
def test_on_a_quantile_the_shares_are_exact_and_beyond_the_outermost_a_bound(values, data):
    table = quantiles_of(values)
    value = data.draw(st.sampled_from([*values, -1.0, 21.0]))
    below, above = shares_beside(value, table)
    truth = sum(v < value for v in values) / len(values), sum(v > value for v in values) / len(values)
    if value in set(table["value"]):
        assert (below, above) == pytest.approx(truth)
    elif value > table["value"].max():
        assert below <= truth[0] + 1e-9
    elif value < table["value"].min():
        assert above <= truth[1] + 1e-9
    assert 0 <= below <= 1 and 0 <= above <= 1 and below + above <= 1 + 1e-9


@given(VALUES, st.floats(-5, 50), st.floats(0, 10))
def test_more_is_never_placed_lower(values, value, more):
    table = quantiles_of(values)
    (below, above), (higher_below, higher_above) = shares_beside(value, table), shares_beside(value + more, table)
    assert below <= higher_below + 1e-9 and higher_above <= above + 1e-9


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda t: t.rename(columns={"n": "articles"}), "no column 'n'"),
        (lambda t: t.assign(value=t["value"].astype(str).replace("10.0", "ten")), "wrong type"),
        (lambda t: t.iloc[::-1], "do not rise"),
        (lambda t: t.assign(up_to=[0.5, 0.4, 0.9]), "do not rise"),
        (lambda t: t.assign(direction="up"), "no known direction"),
    ],
)
def test_a_mistake_in_a_reference_is_named(tmp_path, change, message):
    path = tmp_path / "reference.csv"
    change(HARD).to_csv(path, index=False)
    with pytest.raises(TableError, match=message):
        read_reference(path)


def test_a_missing_reference_is_named(tmp_path):
    with pytest.raises(TableError, match="no reference"):
        read_reference(tmp_path / "none.csv")


def test_the_reference_that_travels_has_every_measure():
    table = read_reference()
    measures = list_measures(measure_catalogue())
    assert set(table["measure"]) == set(measures["measure"]) >= {f.name for f in FORMULAS}
    assert list(table["quantile"].unique()) == [q / 100 for q in range(5, 100, 5)]
    assert (table.groupby("measure")["n"].nunique() == 1).all() and table["n"].max() == 840
    assert not table.isna().any(axis=None) and table["label"].all() and table["provenance"].all()
    assert (table["below"] <= table["up_to"]).all() and (table["below"] <= table["quantile"] + 1 / table["n"]).all()
    direction = table.drop_duplicates("measure").set_index("measure")["direction"]
    assert {f.name: direction[f.name] for f in FORMULAS} == {f.name: f.direction for f in FORMULAS}


@pytest.fixture
def benchmark(monkeypatch):
    """Import one of the benchmarks, which are scripts."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent.parent / "benchmarks"))
    return importlib.import_module


HARBOURS = ("The harbour is old.", "The harbour and a mill.", "The mill is old.")


def test_words_are_counted_without_the_article_that_is_measured(benchmark):
    articles = [article_from_text(f"Title\n\n{text}\n", name=str(n)) for n, text in enumerate(HARBOURS)]
    corpus = benchmark("frequencies").Corpus(articles)
    assert dict(corpus.frequencies().counts) == {"the": 3, "harbour": 2, "is": 2, "old": 2, "mill": 2}
    assert corpus.frequencies().total == 13
    others = corpus.frequencies(without="0")
    assert dict(others.counts) == {"the": 2, "mill": 2}  # of the two that are left only these words stand in both
    assert others.total == 9


def test_readability_is_measured_with_the_words_of_the_others(benchmark):
    articles = [article_from_text(f"Title\n\n{text}\n", name=str(n)) for n, text in enumerate(HARBOURS)]
    corpus, sentences = benchmark("frequencies").Corpus(articles), split_sentences(articles[0])
    usual = measure_readability(sentences)
    with benchmark("reference").leaving_out("0", corpus):
        alone = measure_readability(sentences)
    pd.testing.assert_frame_equal(usual, measure_readability(sentences))  # nothing of it stays
    zipf = alone[(alone["scope"] == "article") & (alone["measure"] == "word_frequency")]["value"].item()
    assert zipf == pytest.approx(math.log10(1 / 9) + 9, abs=0.01)  # harbour and old are rare among the others
