import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison import list_measures
from analysis.corpus import measure_catalogue
from analysis.errors import TableError
from analysis.readability import FORMULAS
from analysis.reference import REFERENCE, place_article, read_reference, share_below

TENTHS = [0.1, 0.5, 0.9]


def reference(*measures):
    """Each measure a name, its direction and three quantiles."""
    return REFERENCE.frame(
        (name, name.title(), "points", direction, q, float(v), 840, "made up")
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
        (HARD, 31, 0.9, "harder than over 90% of 840 articles"),
        (EASY, 9, 0.1, "harder than over 90% of 840 articles"),
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


def test_a_value_on_several_quantiles_takes_the_middle():
    shares = np.array([0.1, 0.2, 0.3, 0.4])
    assert share_below(0, shares, np.array([0, 0, 0, 5])) == pytest.approx(0.2)


@given(st.floats(-5, 50), st.floats(0, 10))
def test_more_is_never_placed_lower(value, more):
    shares, values = np.array(TENTHS), np.array([10.0, 20.0, 30.0])
    assert share_below(value, shares, values) <= share_below(value + more, shares, values)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda t: t.rename(columns={"n": "articles"}), "no column 'n'"),
        (lambda t: t.assign(value=t["value"].astype(str).replace("10.0", "ten")), "wrong type"),
        (lambda t: t.iloc[::-1], "do not rise"),
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
    direction = table.drop_duplicates("measure").set_index("measure")["direction"]
    assert {f.name: direction[f.name] for f in FORMULAS} == {f.name: f.direction for f in FORMULAS}
