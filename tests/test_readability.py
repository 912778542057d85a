import csv
import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.article import article_from_text
from analysis.errors import AnalysisError, TableError
from analysis.frequencies import read_frequencies
from analysis.readability import (
    FORMULAS,
    answer_ease,
    compare_with_textstat,
    count_units,
    describe_measure,
    explain_ease,
    grade_in_words,
    hardest_sentences,
    hardest_words,
    list_facts,
    list_formulas,
    measure_readability,
    use_own_dictionary,
    vocabulary,
)
from analysis.readability.counts import COUNTED
from analysis.readability.ease import read_ease
from analysis.readability.intervals import cut_tails, expanded_tail, student_quantile
from analysis.readability.vocabulary import count_piece, familiar_words, is_complex, is_familiar, listed_words
from analysis.syllables import NLTK_DATA, count_syllables
from analysis.tables import COUNTS, READABILITY, SENTENCES
from by_hand import sentences

VOCABULARY = Path(__file__).parent / "cases" / "vocabulary.csv"
EASY = [["The cat sat on the mat.", "The dog ran to the park."]]
HARD = [["The committee considered the important recommendation on Monday evening.", "Many senators opposed it."]]
CONTENT = ["committee", "considered", "important", "recommendation", "Monday", "evening", "senators", "opposed"]
TOLERANCE = {"word_frequency": 0.005}  # Zipf values are added up in hundredths


def values(table, scope="article"):
    rows = table[table["scope"] == scope]
    return dict(zip(rows["measure"], rows["value"], strict=True))


def ease_of(**predictors):
    """Ease from its predictors, worked out with the fitted coefficients."""
    model = read_ease()
    return model.constant + sum(
        t.coefficient * p for t, p in zip(model.terms.values(), predictors.values(), strict=True)
    )


def counted(word, *, first=False):
    return dict(zip(COUNTED, map(int, count_piece(word, first=first)), strict=True))


# Counts


def test_counts_worked_by_hand():
    row = count_units(sentences(HARD)).iloc[0]
    expected = {
        "n_sentences": 2, "n_words": 13, "n_letters": 84, "n_characters": 84, "n_syllables": 29, "n_monosyllables": 4,
        "n_polysyllables": 5, "n_complex": 5, "n_long": 7, "n_content": 8, "n_figures": 0, "n_the_of": 2,
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
    assert row["n_unfamiliar"] == 5  # committee, considered, recommendation, senators, opposed
    assert row["n_unlisted"] == row["n_new_words"] == 5  # the same; Monday, a name, is on the list
    assert row["sum_zipf"] == pytest.approx(sum(map(read_frequencies().zipf, CONTENT)), abs=0.005 * len(CONTENT))


def test_counts_have_the_schema_and_add_up():
    table = COUNTS.check(count_units(sentences([*EASY, *HARD], HARD)))
    assert list(table["scope"].value_counts().sort_index()) == [2, 3, 6]
    sums = table.groupby(["article", "scope"])[[c for c in COUNTS.columns if c.startswith("n_")]].sum()
    for article in ("a0", "a1"):
        assert sums.loc[(article, "article")].equals(sums.loc[(article, "paragraph")].rename((article, "article")))
        assert sums.loc[(article, "article")].equals(sums.loc[(article, "sentence")].rename((article, "article")))


def test_rows_may_come_in_any_order():
    table = sentences([*EASY, *HARD], HARD)
    shuffled = table.sample(frac=1, random_state=1)
    pd.testing.assert_frame_equal(
        count_units(shuffled).sort_values(["article", "scope", "paragraph", "sentence"], ignore_index=True),
        count_units(table).sort_values(["article", "scope", "paragraph", "sentence"], ignore_index=True),
    )


def test_no_body_no_rows():
    headline = sentences(HARD).iloc[:1]
    assert len(COUNTS.check(count_units(headline))) == 0
    assert len(READABILITY.check(measure_readability(headline))) == 0
    assert len(READABILITY.check(measure_readability(SENTENCES.empty()))) == 0
    assert len(hardest_sentences(headline)) == 0


def test_other_tables_are_refused():
    with pytest.raises(TableError, match="not a table of sentences"):
        count_units(pd.DataFrame({"text": ["No."]}))


@pytest.mark.parametrize(
    "call",
    [count_units, measure_readability, hardest_sentences, hardest_words, explain_ease, compare_with_textstat],
)
def test_an_article_in_place_of_its_sentences_is_told_from_them(call):
    article = article_from_text("Council meets\n\nThe council met.", name="council")
    with pytest.raises(TableError, match=r"of type Article: pass the one that split_sentences\(article\) makes"):
        call(article)


@pytest.mark.parametrize("call", [answer_ease, list_facts])
def test_sentences_in_place_of_what_was_counted_are_told_from_it(call):
    with pytest.raises(TableError, match="no column 'scope'"):
        call(sentences(EASY))
    with pytest.raises(TableError, match="of type NoneType: pass the one that"):
        call(None)


def test_abbreviations_are_read_out_and_names_too():
    assert counted("Sen.")["n_syllables"] == 3
    assert counted("(Gov.,")["n_syllables"] == 3
    assert counted("sen.")["n_syllables"] == 1


def words_judged(column):
    """Each word of the cases whose familiarity, or whose being complex, is told."""
    with VOCABULARY.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row[column]]
    return [pytest.param(row["word"], row[column] == "yes", id=f"{row['word']}: {row['why']}") for row in rows]


@pytest.mark.parametrize(("word", "expected"), words_judged("complex"))
def test_complex_words_of_gunning(word, expected):
    assert (count_syllables(word) >= 3 and is_complex(word)) == expected


def test_a_piece_between_spaces_may_hold_several_words():
    assert counted("won—barely")["n_words"] == counted("and/or")["n_words"] == 2
    assert counted("“won—barely,”")["n_letters"] == 9
    assert counted("(“Immigration-policy")["n_complex"] == 1, "its capital is that of a beginning"


def test_names_and_figures_are_not_complex_but_polysyllables():
    assert counted("Pennsylvania")["n_complex"] == 0 and counted("Pennsylvania")["n_polysyllables"] == 1
    assert counted("1,250,000")["n_complex"] == 0 and counted("1,250,000")["n_polysyllables"] == 1
    assert counted("Immigration", first=True)["n_complex"] == 1
    assert counted("“Immigration")["n_complex"] == 1


def test_a_name_at_the_beginning_is_known_from_elsewhere():
    alone = count_units(sentences([["Garibaldi spoke."]])).iloc[0]
    twice = count_units(sentences([["Garibaldi spoke.", "They saw Garibaldi there."]])).iloc[0]
    assert alone["n_complex"] == 1
    assert twice["n_complex"] == 0


@pytest.mark.parametrize(("word", "expected"), words_judged("familiar"))
def test_familiar_words_and_their_inflections(word, expected):
    assert is_familiar(word) == expected


def test_the_list_of_familiar_words_is_the_one_of_some_3000():
    assert 2_900 < len(listed_words()) < 3_000
    assert 0 < len(familiar_words() - listed_words()) < 50


# Formulas


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("words_per_sentence", 6),
        ("syllables_per_word", 1),
        ("unfamiliar_words", 0),
        ("flesch_reading_ease", 206.835 - 1.015 * 6 - 84.6),
        ("flesch_kincaid_grade", 0.39 * 6 + 11.8 - 15.59),
        ("gunning_fog", 0.4 * 6),
        ("smog", 3.1291),
        ("automated_readability_index", 4.71 * 35 / 12 + 0.5 * 6 - 21.43),
        ("coleman_liau", 0.0588 * 100 * 35 / 12 - 0.296 * 100 * 2 / 12 - 15.8),
        ("dale_chall_1948", 0.0496 * 6 + 3.6365),
        ("dale_chall_1995", 64 - 0.69 * 6),
        ("lix", 6),
        ("rix", 0),
        ("forcast", 20 - 150 / 10),
        ("linsear_write", 6 / 2 - 1),
        ("word_frequency", np.mean([read_frequencies().zipf(w) for w in ["cat", "sat", "mat", "dog", "ran", "park"]])),
        ("ease", ease_of(new=0, rare=1 / 6, figures=0, the_of=4 / 12, late=0)),  # mat is rare in the news
    ],
)
def test_easy_text_worked_by_hand(measure, value):
    assert values(measure_readability(sentences(EASY)))[measure] == pytest.approx(value, abs=TOLERANCE.get(measure))


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("words_per_sentence", 13 / 2),
        ("syllables_per_word", 29 / 13),
        ("unfamiliar_words", 5 / 13),
        ("flesch_reading_ease", 206.835 - 1.015 * 13 / 2 - 84.6 * 29 / 13),
        ("flesch_kincaid_grade", 0.39 * 13 / 2 + 11.8 * 29 / 13 - 15.59),
        ("gunning_fog", 0.4 * (13 / 2 + 100 * 5 / 13)),
        ("smog", 3.1291 + 1.0430 * math.sqrt(5 * 30 / 2)),
        ("automated_readability_index", 4.71 * 84 / 13 + 0.5 * 13 / 2 - 21.43),
        ("coleman_liau", 0.0588 * 100 * 84 / 13 - 0.296 * 100 * 2 / 13 - 15.8),
        ("dale_chall_1948", 0.1579 * 100 * 5 / 13 + 0.0496 * 13 / 2 + 3.6365),
        ("dale_chall_1995", 64 - 0.95 * 100 * 5 / 13 - 0.69 * 13 / 2),
        ("lix", 13 / 2 + 100 * 7 / 13),
        ("rix", 7 / 2),
        ("forcast", 20 - 150 * 4 / 13 / 10),
        ("linsear_write", (8 + 3 * 5) / 2 / 2 - 1),
        ("word_frequency", np.mean([read_frequencies().zipf(w) for w in CONTENT])),
        ("ease", ease_of(new=5 / 8, rare=0, figures=0, the_of=2 / 13, late=0)),
    ],
)
def test_hard_text_worked_by_hand(measure, value):
    assert values(measure_readability(sentences(HARD)))[measure] == pytest.approx(value, abs=TOLERANCE.get(measure))


def test_every_formula_is_worked_by_hand_above():
    assert list(values(measure_readability(sentences(EASY)))) == [f.name for f in FORMULAS]
    assert len(FORMULAS) == 17


@pytest.mark.parametrize(("words", "grade"), [(20, 20 / 2 - 1), (21, 21 / 2), (44, 44 / 2)])
def test_linsear_write_takes_one_off_up_to_20_points(words, grade):
    table = measure_readability(sentences([[" ".join(["cat"] * words) + "."]]), measures=["linsear_write"])
    assert values(table)["linsear_write"] == pytest.approx(grade)


def test_a_sentence_without_content_words_has_all_other_measures():
    undefined = {m for m, v in values(measure_readability(sentences([["He did."]]))).items() if math.isnan(v)}
    assert undefined == {"word_frequency", "ease"}


def test_paragraphs_and_sentences_are_measured_as_articles_are():
    table = measure_readability(sentences([*EASY, *HARD]))
    second = table[(table["scope"] == "paragraph") & (table["paragraph"] == 2)].set_index("measure")["value"]
    assert second.to_dict() == pytest.approx(values(measure_readability(sentences(HARD))))
    last = table[(table["scope"] == "sentence") & (table["sentence"] == 4)].set_index("measure")["value"]
    assert last["words_per_sentence"] == 4


def test_without_words_everything_is_undefined():
    table = measure_readability(sentences([["— … !"]]))
    assert len(table) == 3 * len(FORMULAS)
    assert table["value"].isna().all()


def test_only_the_measures_asked_for():
    assert list(values(measure_readability(sentences(EASY), measures=["lix", "smog"]))) == ["lix", "smog"]
    with pytest.raises(AnalysisError, match=r"no measure 'fog'.*gunning_fog"):
        measure_readability(sentences(EASY), measures=["fog"])


def test_formulas_are_dated():
    dated = {f.name: f.year for f in FORMULAS if f.year}
    assert dated == {
        "flesch_reading_ease": 1948, "flesch_kincaid_grade": 1975, "gunning_fog": 1952, "smog": 1969,
        "automated_readability_index": 1967, "coleman_liau": 1975, "dale_chall_1948": 1948, "dale_chall_1995": 1995,
        "lix": 1968, "rix": 1983, "forcast": 1973, "linsear_write": 1966,
    }  # fmt: skip


def test_formulas_are_described():
    assert "0.39 × words per sentence + 11.8 × syllables per word − 15.59" in describe_measure("flesch_kincaid_grade")
    assert describe_measure("flesch_reading_ease").startswith("Flesch reading ease (1948), in points")
    assert list(list_formulas()["measure"]) == [f.name for f in FORMULAS]
    with pytest.raises(AnalysisError):
        describe_measure("readability")


# Uncertainty


def long_article(times):
    return [[*EASY[0], *HARD[0]] for _ in range(times)]


def test_intervals_hold_the_value_and_shrink_with_length():
    short, long = (values_and_bounds(long_article(n)) for n in (5, 50))
    for measure in ("flesch_kincaid_grade", "gunning_fog", "lix"):
        assert short.loc[measure, "low"] < short.loc[measure, "value"] < short.loc[measure, "high"]
        width = short["high"] - short["low"], long["high"] - long["low"]
        assert width[1][measure] < width[0][measure] / 2


def values_and_bounds(article):
    table = measure_readability(sentences(article))
    return table[table["scope"] == "article"].set_index("measure")


def test_equal_sentences_leave_no_uncertainty():
    bounds = values_and_bounds([["The cat sat on the mat."] * 40])
    assert np.allclose(bounds["low"], bounds["value"]) and np.allclose(bounds["high"], bounds["value"])


def test_intervals_are_the_same_in_any_company():
    article = long_article(4)
    alone = values_and_bounds(article)
    together = measure_readability(sentences(long_article(9), article))
    among = together[(together["scope"] == "article") & (together["article"] == "a1")].set_index("measure")
    assert among[["value", "low", "high"]].equals(alone[["value", "low", "high"]])


def test_values_are_the_same_to_the_last_digit_in_any_company():
    table = sentences(*([*EASY, *HARD][n % 2 :] for n in range(500)))
    together = measure_readability(table).groupby("article", sort=False)["value"]
    for name, alone in list(table.groupby("article", sort=False))[::71]:
        assert list(measure_readability(alone)["value"]) == list(together.get_group(name))


def test_intervals_cover_about_nine_in_ten():
    """Bodies drawn from one large body: its own figure should lie in 90 % of their intervals, also of short ones."""
    rng = np.random.default_rng(7)
    pool = [" ".join(["cat"] * int(n)) + "." for n in rng.integers(5, 45, 400)]
    truth = np.mean([len(text.split()) for text in pool])
    for n in (8, 30):
        samples = [[[pool[i] for i in rng.integers(0, 400, n)]] for _ in range(300)]
        table = measure_readability(sentences(*samples), measures=["words_per_sentence"])
        table = table[table["scope"] == "article"]
        assert 0.87 < ((table["low"] <= truth) & (truth <= table["high"])).mean() < 0.94


@pytest.mark.parametrize(("freedom", "t"), [(4, 2.1318), (7, 1.8946), (14, 1.7613), (24, 1.7109), (59, 1.6711)])
def test_students_t_is_that_of_the_tables(freedom, t):
    assert student_quantile(freedom) == pytest.approx(t, abs=0.002)


def test_the_tails_are_those_of_hesterberg():
    assert expanded_tail(5) == pytest.approx(0.0086, abs=0.0002)
    assert expanded_tail(20) == pytest.approx(0.038, abs=0.0005)
    assert expanded_tail(10_000) == pytest.approx(0.05, abs=0.0001)


def test_quantiles_between_two_draws_are_interpolated():
    drawn = np.array([np.arange(1.0, 20.0)])
    assert [float(bound[0]) for bound in cut_tails(drawn, 0.1)] == [2, 18]
    assert [float(bound[0]) for bound in cut_tails(drawn, 0.125)] == [2.5, 17.5]
    drawn[0, -1] = np.nan
    assert np.isnan(cut_tails(drawn, 0.05)).all()


def test_no_interval_where_it_would_mean_nothing():
    table = measure_readability(sentences(long_article(3)))
    assert table.loc[table["scope"] != "article", ["low", "high"]].isna().all(axis=None)
    assert values_and_bounds(EASY)[["low", "high"]].isna().all(axis=None)


def test_notes_warn_of_short_texts():
    short, middle, long = (values_and_bounds(long_article(n))["note"] for n in (1, 7, 10))
    assert short["lix"] == "fewer than 100 words"
    assert short["smog"] == "fewer than 100 words; fewer than 30 sentences, for which SMOG was made"
    assert (middle["lix"], middle["smog"]) == ("", "fewer than 30 sentences, for which SMOG was made")
    assert set(long.drop("ease")) == {""}
    assert short["ease"].startswith(f"fewer than 100 words; error of prediction {read_ease().error:.2f}")


# In words


@pytest.mark.parametrize(
    ("text", "is_english"),
    [
        ("The council met late. It said that the bridge would be closed, and nobody was there to ask why.", True),
        ("THE COUNCIL SAID THAT THE BRIDGE WOULD BE CLOSED. NOBODY WAS THERE TO ASK WHY.", True),
        ("Der Rat tagte spät. Die Brücke bleibt zu, hieß es, und niemand war da, um nach dem Grund zu fragen.", False),
        ("El consejo se reunió tarde. El puente estará cerrado y nadie estaba allí para preguntar por qué.", False),
        ("Le conseil s'est réuni tard. Le pont sera fermé et personne n'était là pour demander pourquoi.", False),
        ("De raad kwam laat bijeen. De brug blijft dicht en niemand was er om te vragen waarom.", False),
        ("Il consiglio si è riunito tardi. Il ponte resterà chiuso e nessuno era lì per chiedere il perché.", False),
        ("Rada zebrała się późno. Most będzie zamknięty i nikogo nie było, żeby zapytać dlaczego.", False),
        ("Springfield 3, Shelbyville 1. North Haverbrook 2, Ogdenville 2. Capital City 4, Cypress Creek 0.", True),
        ("Garcia 6-4, 6-3. Lee 7-5, 2-6, 7-6. Smith bt Jones 6-1, 6-0. Brown bt Green 6-4, 6-4.", True),
        ("1. Lee, 3:57.90. 2. Garcia, 3:58.12. 3. Smith, 4:01.00. 4. Jones, 4:02.55.", True),
    ],
)
def test_a_text_that_is_hardly_english_is_told(text, is_english):
    notes = values_and_bounds([[text] * 12])["note"]
    assert ("hardly English" in notes["lix"]) == (not is_english)
    assert ("hardly English" in notes["smog"]) == (not is_english)


@pytest.mark.parametrize(
    ("grade", "words"),
    [
        (-1.4, "kindergartner"), (1.0, "first-grader"), (8.7, "eighth-grader"), (12.99, "high school senior"),
        (13, "college freshman"), (16.2, "college senior"), (17, "graduate student"), (20, "specialist"),
        (math.nan, ""),
    ],
)  # fmt: skip
def test_grades_in_words(grade, words):
    assert grade_in_words(grade) == words


def test_hardest_sentences_of_each_article():
    table = hardest_sentences(sentences([*EASY, *HARD], EASY), n=2)
    assert list(table["article"]) == ["a0", "a0", "a1", "a1"]
    assert list(table["sentence"])[:2] == [3, 4]
    assert table.loc[0, "why"] == "a long sentence of long words" and table.loc[1, "why"] == "long words"
    assert table.loc[0, "text"] == HARD[0][0]
    assert table["flesch_kincaid_grade"].iloc[0] > table["flesch_kincaid_grade"].iloc[1]


def test_a_sentence_is_hard_beside_its_whole_article():
    """The second is shorter than the first paragraph's mean, and longer than the article's."""
    of = [["cat"] * n for n in (30, 12, 2, 2, 2)]
    first, *others = (f"{' '.join(words)}." for words in of)
    table = hardest_sentences(sentences([[first], others]), n=2)
    assert list(table["n_words"]) == [30, 12]
    assert list(table["why"]) == ["a long sentence", "a long sentence"]


def test_a_single_long_word_is_not_the_hardest_sentence():
    assert list(hardest_sentences(sentences([["Unconstitutional.", *HARD[0]]]))["sentence"]) == [2, 1, 3]


def test_hardest_words_are_rare_unfamiliar_and_long():
    text = ["Quokkas, quokkas and marsupials met the recommendation of 3 committees in Pennsylvania.", "Cats ran home."]
    table = hardest_words(sentences([text]))
    assert list(table["word"]) == ["marsupials", "quokkas", "committees", "recommendation"]
    assert list(table["count"]) == [1, 1, 1, 1]  # the first Quokkas has a capital
    assert table["why"].iloc[0] == "not on the list of familiar words, rare in the news, 4 syllables"
    assert table["why"].iloc[3] == "not on the list of familiar words, 5 syllables"
    assert list(hardest_words(sentences([text], [["Plutonium met plutonium."]]), n=1)["article"]) == ["a0", "a1"]
    assert len(hardest_words(sentences(EASY))) == 0 and "why" in hardest_words(sentences(EASY))


# Beside textstat


PLAIN = [
    "The city council voted on Tuesday to close three old bridges across the river.",
    "Engineers found large cracks in all of them during a winter inspection.",
    "Drivers will have to take a longer way to work for several months.",
    "Nobody on the council could say how much the repair would cost.",
]


def test_as_textstat_where_nothing_can_be_miscounted():
    textstat, text = use_own_dictionary(), " ".join(PLAIN)
    ours = values(measure_readability(sentences([PLAIN])))
    for measure, function in {
        "words_per_sentence": textstat.words_per_sentence, "syllables_per_word": textstat.avg_syllables_per_word,
        "flesch_reading_ease": textstat.flesch_reading_ease, "flesch_kincaid_grade": textstat.flesch_kincaid_grade,
        "smog": textstat.smog_index, "lix": textstat.lix, "rix": textstat.rix,
        "linsear_write": textstat.linsear_write_formula,
    }.items():  # fmt: skip
        assert ours[measure] == pytest.approx(function(text)), measure


def test_where_textstat_departs_from_the_publications():
    textstat, text = use_own_dictionary(), " ".join(PLAIN)
    ours, n = values(measure_readability(sentences([PLAIN]))), count_units(sentences([PLAIN])).iloc[0]
    per_100 = 100 * n["n_letters"] / n["n_words"]
    assert ours["coleman_liau"] - textstat.coleman_liau_index(text) == pytest.approx((0.0588 - 0.058) * per_100)
    full_stops = 4.71 * 4 / n["n_words"]  # textstat counts punctuation as characters
    assert textstat.automated_readability_index(text) - ours["automated_readability_index"] == pytest.approx(full_stops)


def test_differences_from_textstat_have_their_reasons():
    text = ["Sales in the U.S. grew by 3.5 percent in the year.", "They had never been so high before."]
    table = compare_with_textstat(sentences([text])).set_index("measure")
    assert (table["difference"] == table["textstat"] - table["ours"]).all()
    assert "4 sentences against 2" in table.loc["flesch_kincaid_grade", "reason"]
    assert "0.058" in compare_with_textstat(sentences([PLAIN])).set_index("measure").loc["coleman_liau", "reason"]
    assert compare_with_textstat(sentences([PLAIN])).set_index("measure").loc["lix", "reason"] == ""


def test_one_article_at_a_time_beside_textstat():
    with pytest.raises(AnalysisError, match="not 2"):
        compare_with_textstat(sentences(EASY, HARD))
    with pytest.raises(AnalysisError, match="not 0"):
        compare_with_textstat(SENTENCES.empty())


def test_textstat_asks_nothing_of_the_network(fresh):
    assert fresh["read_out_offline"] == 9


OPEN_TO_OTHERS = """
import sys
from pathlib import Path
from analysis.readability import peers
from fresh_process import read_out_offline
peers.NLTK_DATA = Path(sys.argv[1])
print(read_out_offline())
"""


def test_textstat_works_in_a_checkout_that_a_group_may_write(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(NLTK_DATA, data)
    for path in (data, *data.rglob("*")):
        path.chmod(0o777)
    clean = {k: v for k, v in os.environ.items() if k != "NLTK_DATA"} | {"HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-c", OPEN_TO_OTHERS, str(data)]
    done = subprocess.run(command, env=clean, cwd=Path(__file__).parent, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "9"
    assert not list(tmp_path.glob("nltk_data-*")), "the private copy stays behind"


CONTENT_OF_FACTS = ("cat", "sat", "unfortunately", "ran")


def test_the_plain_facts_of_a_short_text():
    facts = list_facts(count_units(sentences([["The cat sat.", "Unfortunately it ran."]]))).set_index("what")
    assert facts["count"].to_dict() == {
        "sentences": 2,
        "words": 6,
        "syllables": 10,
        "words of one syllable": 5,
        "words of three syllables or more": 1,
        "words of more than six letters": 1,
        "words outside the list of familiar ones": 1,
        "figures": 0,
        "content words": 4,
        "content words that are rare in the news": sum(read_frequencies().count(w) == 1 for w in CONTENT_OF_FACTS),
    }
    assert facts["rate"]["sentences"] == "3.0 words a sentence"
    assert facts["rate"]["words of one syllable"] == "83% of the words"
    zipf = np.mean([read_frequencies().zipf(w) for w in CONTENT_OF_FACTS])
    assert facts["rate"]["content words"] == f"a typical one stands {10 ** (zipf - 3):.0f} times in a million words"
    assert list_facts(count_units(sentences([["He did."]])))["rate"].iloc[-1] == "undefined"


def test_the_facts_of_no_article_are_refused():
    with pytest.raises(AnalysisError, match="holds 0"):
        list_facts(count_units(SENTENCES.empty()))


def test_an_interrupted_count_leaves_all_later_ones_right(monkeypatch):
    memory, wanted = vocabulary.Vocabulary(), vocabulary.Vocabulary().take(["the", "harbour", "opened"])
    memory.take(["the"])
    with monkeypatch.context() as patched:
        patched.setattr(vocabulary, "_count_word", lambda word, *, opens: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            memory.take(["harbour"])
    for found, right in zip(memory.take(["the", "harbour", "opened"]), wanted, strict=True):
        assert np.array_equal(found, right)


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u3000", "\u2028", "\t"])
def test_every_space_parts_words_alike(space):
    text = "The isotope decays. Nobody in Springfield saw the isotope, the Council said."
    plain, other = (count_units(sentences([[t]])) for t in (text, text.replace("the isotope", f"the{space}isotope")))
    pd.testing.assert_frame_equal(plain, other)


@pytest.mark.parametrize("measures", [[], "ease"])
def test_measures_are_a_list_of_names(measures):
    with pytest.raises(AnalysisError, match="give a list of names"):
        measure_readability(sentences(EASY), measures=measures)
