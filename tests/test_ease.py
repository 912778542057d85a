import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import AnalysisError, LexiconError
from analysis.readability import answer_ease, count_units, explain_ease, include_error, measure_readability
from analysis.readability.ease import CONSTANT, SIGNS, chance_easier, read_ease
from analysis.readability.formulas import BY_NAME, apply_formulas, compute_predictors
from analysis.tables import READABILITY
from by_hand import sentences

# A count that raises each predictor, and the count it is a share of.
SHARES = {
    "new words per content word": ("n_new_words", "n_content"),
    "rare words per content word": ("n_rare", "n_content"),
    "figures per word": ("n_figures", "n_words"),
    "“the” and “of” per word": ("n_the_of", "n_words"),
    "late words per word": ("n_late_words", "n_words"),
}
COUNTS = st.fixed_dictionaries({part: st.integers(0, 100) for part, _ in SHARES.values()})


def ease(counts):
    columns = {name: np.array([float(n)]) for name, n in {"n_words": 200, "n_content": 110, **counts}.items()}
    return apply_formulas([BY_NAME["ease"]], columns).item()


@given(COUNTS, st.sampled_from(sorted(SHARES)), st.integers(1, 10))
def test_ease_runs_one_way_in_each_predictor(counts, predictor, more):
    part, _ = SHARES[predictor]
    change = ease({**counts, part: counts[part] + more}) - ease(counts)
    assert change * SIGNS[predictor] > 0


def test_every_predictor_is_tried_above():
    assert set(SHARES) == set(SIGNS) == set(read_ease().terms) == set(BY_NAME["ease"].terms)


def test_a_coefficient_is_larger_than_twice_its_error():
    assert all(abs(t.coefficient) > 2 * t.standard_error for t in read_ease().terms.values())


def count(*texts):
    return count_units(sentences([list(texts)])).iloc[0]


def test_late_words_follow_the_twentieth():
    assert count(" ".join(["cat"] * 20) + ".")["n_late_words"] == 0
    assert count(" ".join(["cat"] * 23) + ".", "A cat sat.")["n_late_words"] == 3


@pytest.mark.parametrize(
    ("texts", "new"),
    [
        (["The isotope decays."], 2),
        (["The isotope decays.", "Isotopes and an isotope decay."], 4),  # isotope itself is not new again
        (["“Isotope,” he said.", "The isotope’s name stuck.", "(Isotope!)"], 1),
        (["The dog ran home."], 0),
        (["Ankara is large.", "They saw Ankara."], 1),  # names are new words, too
        (["It cost $5 in 2016."], 0),
        (["The isotope decays.", *["The cat sat on the mat and ran."] * 12, "The isotope is here."], 2),
        (["The isotope decays.", *["The cat sat on the mat and ran."] * 13, "The isotope is here."], 3),
    ],
)
def test_a_word_is_new_until_it_is_met_and_again_when_it_is_forgotten(texts, new):
    assert count(*texts)["n_new_words"] == new


def test_new_words_are_new_in_each_article():
    table = count_units(sentences([["The isotope decays."]], [["The isotope decays."]]))
    assert list(table.loc[table["scope"] == "article", "n_new_words"]) == [2, 2]


def test_rare_words_are_those_that_the_news_lacks():
    assert count("The quokka ate a long-quokka meal with the president.")["n_rare"] == 2


def test_the_note_tells_what_lies_outside_the_fitted_range():
    table = measure_readability(sentences([[" ".join(["with cat"] * 60) + "."]]), measures=["ease", "lix"])
    article = table[table["scope"] == "article"].set_index("measure")["note"]
    assert article["lix"] == ""
    assert f"error of prediction {read_ease().error:.2f}" in article["ease"]
    assert "late words per word above what was fitted" in article["ease"]
    assert "rare words per content word" in article["ease"]
    assert set(table.loc[table["scope"] != "article", "note"]) == {""}


def test_predictors_are_undefined_without_words():
    zero = {name: 0.0 for pair in SHARES.values() for name in pair}
    assert np.isnan(compute_predictors(list(SIGNS), {k: np.array(v) for k, v in zero.items()})).all()


def test_odds_of_being_easier():
    assert chance_easier(-1, -1) == 0.5
    assert chance_easier(0, -1) == pytest.approx(1 / (1 + math.exp(-1)))
    assert chance_easier(-2, 1) + chance_easier(1, -2) == pytest.approx(1)


def said(value, low=math.nan, high=math.nan, note=""):
    return answer_ease(READABILITY.frame([("a", "article", None, None, "ease", value, low, high, note)]))


def test_ease_is_said_beside_the_average_excerpt():
    model = read_ease()
    assert "easier than an average school text in 50 of 100 comparisons" in said(model.mean)
    assert "easier than an average school text in 27 of 100" in said(model.mean - 1)
    assert "easier than an average school text in 95 of 100" in said(model.mean + 3)
    assert said(-1.0).startswith("Ease −1.0: ") and said(0).endswith(f"errs by {model.error:.1f}.")
    assert said(math.nan).startswith("Ease is undefined")
    assert said(0, note="error of prediction 0.7").endswith(f"errs by {model.error:.1f}.")
    assert said(0, note="fewer than 100 words; error of prediction 0.7").endswith("with care: fewer than 100 words.")
    with pytest.raises(AnalysisError, match="holds that of 0"):
        answer_ease(READABILITY.empty())


def test_the_interval_of_ease_holds_the_error_of_the_score():
    far = 1.645 * read_ease().error
    wide = f"(90% interval {-1 - math.hypot(far, 0.3):.1f} to {-1 + math.hypot(far, 0.5):.1f}, that error included)"
    assert wide.replace("-", "−") in said(-1.0, -1.3, -0.5)
    assert "interval" not in said(-1.0)


def test_only_the_interval_of_ease_is_widened():
    rows = [
        ("a", "article", None, None, m, -1.0, -1.3, -0.5, "error of prediction 0.7; short") for m in ("ease", "lix")
    ]
    table = READABILITY.frame(rows)
    wide = READABILITY.check(include_error(table))
    assert wide["low"].iloc[0] == pytest.approx(-1 - math.hypot(1.645 * read_ease().error, 0.3), abs=0.001)
    assert wide["note"].iloc[0] == f"the interval holds the error of prediction {read_ease().error:.2f}; short"
    pd.testing.assert_frame_equal(wide.iloc[1:], table.iloc[1:])
    assert table["low"].eq(-1.3).all()


def test_the_parts_of_ease_add_up():
    table = sentences([["The isotope decays in 5 years.", " ".join(["cat"] * 30) + "."]])
    parts = explain_ease(table)
    value = measure_readability(table, measures=["ease"])["value"].iloc[0]
    assert read_ease().constant + parts["part"].sum() == pytest.approx(value)
    assert parts.set_index("predictor")["value"]["late words per word"] == pytest.approx(10 / 36)
    assert set(parts["note"]) <= {"above", "below", ""}


def test_ease_is_explained_for_the_whole_article():
    table = sentences([["It cost 5."], ["The cat sat on the mat."]])
    assert explain_ease(table).set_index("predictor")["value"]["figures per word"] == pytest.approx(1 / 9)


def test_ease_is_explained_for_one_article():
    with pytest.raises(AnalysisError, match="not 2"):
        explain_ease(sentences([["A cat."]], [["A dog."]]))


@pytest.fixture
def folder(tmp_path):
    terms = "".join(f"{t},{0.5 * s},0.1,0,1\n" for t, s in SIGNS.items())
    (tmp_path / "ease_coefficients.csv").write_text(
        f"term,coefficient,standard_error,low,high\n{CONSTANT},1,0.1,,\n{terms}", encoding="utf-8"
    )
    (tmp_path / "ease_fit.csv").write_text("figure,value\nmean,-1\nerror,0.7\n", encoding="utf-8")
    return tmp_path


def test_a_fitted_model_is_read(folder):
    model = read_ease(folder)
    assert (model.constant, model.error, model.mean) == (1, 0.7, -1)
    assert {t: term.coefficient for t, term in model.terms.items()} == {t: 0.5 * s for t, s in SIGNS.items()}


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("ease_coefficients.csv", "term,", "feature,", "does not begin with term,coefficient"),
        ("ease_coefficients.csv", "figures per word", "figures", "lacks 'figures per word'"),
        ("ease_coefficients.csv", "late words per word,-", "late words per word,", "wrong sign for 'late words"),
        ("ease_coefficients.csv", "late words per word,-0.5", "late words per word,much", "'much' of late words"),
        ("ease_fit.csv", "error,0.7\n", "", "lacks 'error'"),
        ("ease_fit.csv", "0.7", "", "'' of"),
    ],
)
def test_a_mistake_in_the_fitted_model_is_named(folder, name, old, new, message):
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        read_ease(folder)


def test_a_missing_model_is_named(tmp_path):
    with pytest.raises(LexiconError, match=r"no ease_coefficients\.csv: make it with"):
        read_ease(tmp_path)
