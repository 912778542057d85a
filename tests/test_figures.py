"""One figure, wherever it stands: tables, answers, pictures and comparisons count the same words, and none twice."""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import plots
from analysis.answers import answer_officials, answer_sourcing
from analysis.article import article_from_text, read_articles, tabulate_articles
from analysis.comparison import list_measures
from analysis.crosstabs import spans_by_kind, words_by_kind
from analysis.editing import measure_sourcing
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions, list_sources
from analysis.tables import KINDS
from analysis.wording import KIND_NAMES, opening, percent
from analysis.words import count_words

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases"
SAMPLES = sorted((ROOT / "data" / "articles").glob("*.txt"))
AT_ONCE = 12  # cases that make an article


def texts_of(name):
    with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(dict.fromkeys(row["text"] for row in csv.DictReader(file)))


TEXTS = [text for name in ("attributions", "kinds") for text in texts_of(name)]


def article_of(texts, name="a"):
    return article_from_text("Bridge closed\n\n" + "\n\n".join(texts) + "\n", name=name)


def figures_of(articles):
    """All tables that the figures about words are taken from, by name."""
    sentences = split_sentences(articles)
    attributions = find_attributions(sentences)
    return {
        "articles": tabulate_articles(articles, sentences),
        "sentences": sentences,
        "attributions": attributions,
        "sources": list_sources(attributions),
        "sourcing": measure_sourcing(attributions, sentences),
        "words_by_kind": words_by_kind(attributions, sentences),
    }


def assert_sound(tables):
    """Shares lie in 0 to 1 and add up to 1, words to those of the body, counted anew; nothing is below nothing."""
    words = tables["words_by_kind"]
    assert words["share"].between(0, 1).all()
    assert words.groupby("article")["share"].sum().tolist() == pytest.approx([1] * words["article"].nunique())
    assert (words["n_words"] >= words["n_official"]).all() and (words["n_official"] >= 0).all()
    assert (words["n_sentences"] > 0).eq(words["n_words"] > 0).all()
    body = tables["sentences"].query("part == 'body'")
    counted = body.groupby("article")["text"].apply(lambda texts: sum(map(count_words, texts)))
    assert words.groupby("article")["n_words"].sum().to_dict() == counted.to_dict()
    measures = list_measures(tables)
    bounds = tables["sourcing"].query("measure.str.startswith('share_')").dropna()
    assert (bounds["low"].between(0, bounds["value"]) & bounds["high"].between(bounds["value"], 1)).all()
    shares = measures[measures["unit"].str.startswith("%")]["value"].dropna()
    assert shares.between(0, 100 + 1e-9).all()


def assert_same_everywhere(tables):
    """The words of one article, as the answers say them, the pictures and the comparison."""
    words, sources = tables["words_by_kind"], tables["sources"]
    counts = words.set_index("kind")["n_words"]
    total, attributed = int(counts.sum()), int(counts.drop("unattributed").sum())
    share, anonymous = percent(attributed, total), percent(counts["anonymous"], total)

    said = answer_sourcing(sources, tables["sourcing"], tables["attributions"])
    assert figures(said, r"^(.*) \(.*\) of its words .* and (.*) \(.*\) rest on", [opening(share), anonymous])
    one = "one" if attributed == 1 else f"{attributed:,}"
    assert figures(answer_officials(words), r"the ([\d,]+|one) attributed", [one])
    ranking = plots.alternative_text(plots.plot_ranked_sources(sources, words))
    assert figures(ranking, r"Words attributed, ([\d,]+) in all", [f"{attributed:,}"])
    runs = spans_by_kind(tables["attributions"], tables["sentences"])
    strip = plots.alternative_text(plots.plot_article_strip(runs))
    shares = plots.alternative_text(plots.plot_kind_shares(words))
    for kind, n in counts[counts > 0].items():
        assert re.search(rf"Words: .*{KIND_NAMES[kind]} {n:,}\b", strip), kind
        assert f"{KIND_NAMES[kind]} {n:,} ({percent(n, total)})" in shares
    value = list_measures(tables).set_index("measure")["value"]
    assert value[["attributed_words", "anonymous_words"]].tolist() == pytest.approx(
        [100 * attributed / total, 100 * counts["anonymous"] / total]
    )
    measured = tables["sourcing"].set_index("measure")["value"]
    assert measured[["n_words", "share_attributed", "share_anonymous"]].tolist() == pytest.approx(
        [total, attributed / total, counts["anonymous"] / total], nan_ok=True
    )


def figures(text, pattern, wanted):
    """Whether a text gives these figures; one without sources, or with no words of theirs, gives none."""
    found = re.search(pattern, text)
    return list(found.groups()) == wanted if found else wanted[0] in ("0%", "0")


def of_article(tables, name):
    return {table: frame[frame["article"] == name] for table, frame in tables.items()}


@pytest.fixture(scope="module")
def cases():
    """Every case as an article of its own, and articles of a dozen of them."""
    groups = [TEXTS[i : i + AT_ONCE] for i in range(0, len(TEXTS), AT_ONCE)]
    return figures_of([article_of(texts, f"a{n}") for n, texts in enumerate([*([t] for t in TEXTS), *groups])])


@pytest.fixture(scope="module")
def samples():
    return figures_of(read_articles(SAMPLES))


def test_the_figures_of_all_cases_are_sound(cases):
    assert_sound(cases)


def test_the_figures_of_the_sample_articles_are_sound(samples):
    assert_sound(samples)


@pytest.mark.parametrize("name", [path.stem for path in SAMPLES])
def test_one_figure_stands_everywhere_in_a_sample_article(samples, name):
    assert_same_everywhere(of_article(samples, name))


@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=AT_ONCE))
@settings(max_examples=12)
def test_one_figure_stands_everywhere_in_an_article_of_cases(texts):
    tables = figures_of(article_of(texts))
    assert_sound(tables)
    assert_same_everywhere(tables)


def test_contents_that_overlap_count_once(samples):
    """All rows twice, the second time for other people: no figure moves, since each word is counted in its place."""
    attributions = samples["attributions"]
    again = pd.concat([attributions, attributions.assign(source="aides", kind="anonymous", official=True)])
    pd.testing.assert_frame_equal(words_by_kind(again, samples["sentences"]), samples["words_by_kind"])


def test_all_kinds_stand_in_every_article(samples):
    assert samples["words_by_kind"]["kind"].tolist() == len(SAMPLES) * list(KINDS)
