"""The catalogue says what the files are."""

from pathlib import Path

import pytest

from analysis.article import DATA, article_from_text, read_article, tabulate_articles
from analysis.corpus import catalogue, measure_catalogue, read_beside_catalogue, read_catalogue
from analysis.errors import TableError
from analysis.sentences import split_sentences
from analysis.tables import MENTIONS, SENTENCES, TABLES, read_tables

ROWS = read_catalogue().to_dict("records")
SHIPPED = [r for r in ROWS if r["licence"] == "CC0-1.0"]
NOT_SHIPPED = [r for r in ROWS if r["licence"] != "CC0-1.0"]


def test_every_article_is_catalogued_once():
    ids = [r["id"] for r in ROWS]
    ignored = {r["id"] for r in NOT_SHIPPED}
    assert len(ids) == len(set(ids))
    assert {p.stem for p in (DATA / "articles").glob("*.txt")} - ignored == set(ids) - ignored


@pytest.mark.parametrize("row", SHIPPED, ids=lambda r: r["id"])
def test_the_catalogue_is_right(row):
    article = read_article(DATA / "articles" / f"{row['id']}.txt")
    words = tabulate_articles(article, split_sentences(article))["n_words"].item()
    assert (article.title, article.sha256, words) == (row["title"], row["sha256"], int(row["words"]))
    assert 400 <= words <= 900


@pytest.mark.parametrize("row", [r for r in ROWS if r["nature"] == "fictional"], ids=lambda r: r["id"])
def test_fiction_says_so(row):
    last = (DATA / "articles" / f"{row['id']}.txt").read_text(encoding="utf-8").strip().splitlines()[-1]
    assert "work of fiction" in last
    assert row["note"].startswith("fictional")


@pytest.mark.parametrize("row", NOT_SHIPPED, ids=lambda r: r["id"])
def test_an_article_that_is_not_shipped_has_figures_and_no_words(row):
    tables = read_tables(DATA / "measured" / row["id"])
    assert {"articles", "readability", "attributions", "topics", "topics_by_source"} <= set(tables)
    assert tables["articles"]["n_words"].item() == int(row["words"])
    assert tables["articles"]["sha256"].item() == row["sha256"]
    for name, frame in tables.items():
        assert not TABLES[name].quoting & set(frame.columns)
    assert f"data/articles/{row['id']}.txt" in (DATA.parent / ".gitignore").read_text(encoding="utf-8")


def test_the_catalogue_is_measured_as_one():
    tables = measure_catalogue()
    assert tables["articles"]["article"].tolist() == [r["id"] for r in ROWS]
    assert set(tables["attributions"]["article"]) == {r["id"] for r in ROWS}
    SENTENCES.check(tables["sentences"])


def test_another_article_stands_behind_the_catalogue(tmp_path: Path):
    path = tmp_path / "mine.txt"
    path.write_text("A headline of mine\n\nThe mayor said on Monday that the bridge was safe. Nobody asked.\n")
    tables = measure_catalogue(read_beside_catalogue(path))
    assert tables["articles"]["article"].tolist() == [*(r["id"] for r in ROWS), "mine"]


def test_further_articles_keep_the_order_they_are_given_in():
    names = ["zoo", "ant", "mine", "bee"]
    more = [article_from_text("The mayor said on Monday that the bridge was safe.", name=name) for name in names]
    assert measure_catalogue(*more)["articles"]["article"].tolist() == [*(r["id"] for r in ROWS), *names]


def test_another_text_of_a_catalogued_name_gets_a_name_of_its_own(tmp_path: Path):
    path = tmp_path / f"{SHIPPED[0]['id']}.txt"
    path.write_text("A headline of mine\n\nThe mayor said on Monday that the bridge was safe. Nobody asked.\n")
    assert read_beside_catalogue(path).name == f"{SHIPPED[0]['id']}-2"
    assert read_beside_catalogue(DATA / "articles" / path.name).name == SHIPPED[0]["id"]


@pytest.mark.parametrize("row", NOT_SHIPPED, ids=lambda r: r["id"])
def test_no_cell_of_a_measured_table_is_as_long_as_a_quotation(row):
    longest = {"readability": 12, "mentions": 8}  # words; notes on a formula and the dictionary's terms are our own
    for name, frame in read_tables(DATA / "measured" / row["id"]).items():
        for column in frame.select_dtypes("str"):
            words = frame[column].str.count(r"\b[^\W\d_]+")  # numbers of sentences are no words
            assert words.max() <= longest.get(name, 6) or frame.empty, (name, column)


def test_measured_tables_that_are_out_of_date_say_so(monkeypatch):
    monkeypatch.setattr(catalogue, "read_tables", lambda folder: {"mentions": MENTIONS.empty().drop(columns="term")})
    monkeypatch.setattr(catalogue, "measure", lambda articles: {})
    with pytest.raises(TableError, match=r"is out of date, make it anew with 'make measured'.*'term'"):
        measure_catalogue()
