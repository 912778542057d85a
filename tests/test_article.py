from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import article as article_module
from analysis.article import (
    article_from_text,
    find_article,
    list_anomalies,
    list_paragraphs,
    read_article,
    read_articles,
    tabulate_articles,
)
from analysis.errors import ArticleError
from analysis.layout import INVISIBLE
from analysis.sentences import split_sentences
from analysis.tables import ANOMALIES, ARTICLES, PARAGRAPHS

TEXT = """Mayor opens bridge

By Jane Doe

EDDISFORD, March 18 — The mayor opened the bridge on Tuesday. “It’s a bridge,” she said.

It cost $3.5 million. Nobody fell off the the bridge.

Jane Doe contributed to this report.
"""
PAGE = """<html><head><title>Mayor opens bridge | The Paper</title>
<meta property="og:title" content="Mayor opens bridge"></head><body><nav>Home News Sport</nav><article>
<h1>Mayor opens bridge</h1><p>The mayor opened the bridge on Tuesday &amp; said that it would stay open.</p>
<p>“It is a long bridge,” the mayor said. It cost $3.5 million, and nobody fell off.</p></article>
<script>alert("no")</script></body></html>"""


def write(folder: Path, content: bytes | str, name: str = "bridge.txt") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_an_article_has_its_parts(tmp_path):
    read = read_article(write(tmp_path, TEXT))
    assert (read.name, read.path, read.text) == ("bridge", "bridge.txt", TEXT)
    assert (read.title, read.byline, read.dateline) == ("Mayor opens bridge", "By Jane Doe", "EDDISFORD, March 18")
    assert [(p.number, p.part) for p in read.paragraphs] == [
        (-1, "headline"), (0, "byline"), (1, "body"), (2, "body"), (3, "credit"),
    ]  # fmt: skip
    assert [a.rule for a in read.anomalies] == ["repeated_word"]
    assert read.sha256 == sha256(TEXT.encode()).hexdigest()


def test_a_byte_order_mark_is_not_counted(tmp_path):
    plain, marked = read_article(write(tmp_path, TEXT)), read_article(write(tmp_path, "\ufeff" + TEXT, "marked.txt"))
    assert (marked.text, marked.paragraphs) == (plain.text, plain.paragraphs)
    assert marked.sha256 != plain.sha256


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_newlines_are_untouched(tmp_path, newline):
    text = TEXT.replace("\n", newline)
    read = read_article(write(tmp_path, text))
    assert read.text == text
    assert [text[p.start : p.end] for p in read.paragraphs] == [line for line in TEXT.split("\n") if line]


def test_paths_may_be_text_and_many(tmp_path):
    paths = [str(write(tmp_path, TEXT, f"{name}.txt")) for name in ("one", "two")]
    assert [a.name for a in read_articles(paths)] == ["one", "two"]


@pytest.mark.parametrize(("content", "named"), [
    (b"", "is empty"),
    (b"\xef\xbb\xbf", "is blank"),
    (b" \n\t\r\n", "is blank"),
    ("Mayor opens bridge\n", "only a headline"),
    ("Mayor opens bridge\n\nBy Jane Doe\n\nLeave a Reply\n", "only a headline"),
    ("___\n\nLeave a Reply\n", "no running text"),
    ("Café owner wins prize. She cried.".encode("cp1252"), "probably WINDOWS-1252"),
    ("“It rained,” he said.".encode("cp1252"), "iconv -f WINDOWS-1252 -t UTF-8 "),
    ("“It rained,” she said. “It froze.”".encode() + b"\xff", "broken characters in it (1, the first in line 1)"),
    ("Mayor opens bridge".encode("utf-16"), "probably UTF-16LE"),
    ("Mayor opens bridge".encode("utf-16-be"), "probably UTF-16BE"),
    (b"\xff\xfe\x00\x00" + "Mayor".encode("utf-32-le"), "probably UTF-32LE"),
    ("Мэр открыл мост и сказал, что он будет служить городу долго. ".encode("cp1251") * 5, "probably"),
    (b"%PDF-1.7 text", "a PDF document"),
    (b"PK\x03\x04 text", "a Word"),
    (b"\x89PNG\r\n", "a picture"),
    (bytes(range(256)) * 20, "binary"),
    (b"a\0b\0\0c" * 50, "binary"),
    (b"\x01\x02\x03\x04 text", "binary"),
])  # fmt: skip
def test_bad_files_are_refused_in_one_sentence_with_a_remedy(tmp_path, content, named):
    path = write(tmp_path, content)
    with pytest.raises(ArticleError) as caught:
        read_article(path)
    message = str(caught.value)
    assert named in message
    assert "bridge.txt" in message and ": " in message and "\n" not in message


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("pentagon-cal.txt", "did you mean pentagon-call? The ids are"),
        ("River-Studdy", "did you mean river-study? The ids are"),
        ("articles/brigde.txt", "did you mean articles/bridge.txt? The ids are"),
        ("articles/bridge.htm", "did you mean articles/bridge.html or articles/bridge.txt? The ids are"),
        ("weather", "of that id: the ids are"),
        ("missing/bridge.txt", "of that id: the ids are"),
        ("notes.csv", "of that id: the ids are"),
    ],
)
def test_a_name_that_is_nearly_right(name, meant, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for file in ("articles/bridge.txt", "articles/bridge.html", "notes.cvs"):
        Path(file).parent.mkdir(exist_ok=True)
        Path(file).write_text("x")
    with pytest.raises(ArticleError, match="there is no file") as caught:
        find_article(name)
    assert meant in str(caught.value) and str(caught.value).endswith("or give a file's path")


def test_missing_files_and_folders_are_refused(tmp_path):
    with pytest.raises(ArticleError, match="there is no file"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(ArticleError, match="is a folder"):
        read_article(tmp_path)
    with pytest.raises(ArticleError, match="cannot be read"):
        read_article(tmp_path / ("long" * 100))
    with pytest.raises(ArticleError, match="cannot be read"):
        read_article("a\0b")


@pytest.mark.parametrize("name", ["bridge.html", "bridge.HTM"])
def test_a_page_gives_its_text_and_title(tmp_path, name):
    read = read_article(write(tmp_path, PAGE, name))
    assert read.title == "Mayor opens bridge"
    assert read.text.count("Mayor opens bridge") == 1
    assert "Home News" not in read.text and "alert" not in read.text and "Tuesday & said" in read.text
    assert [p.part for p in read.paragraphs] == ["headline", "body", "body"]
    assert split_sentences(read)["text"].tolist()[-1] == "It cost $3.5 million, and nobody fell off."


def test_a_page_without_an_article_is_refused(tmp_path):
    with pytest.raises(ArticleError, match="no article was found"):
        read_article(write(tmp_path, "<html><body></body></html>", "bridge.html"))


def test_a_text_from_memory_has_no_path():
    read = article_from_text(TEXT, name="row-1")
    assert (read.name, read.path, read.title) == ("row-1", "", "Mayor opens bridge")
    with pytest.raises(ArticleError, match="row-2 is blank"):
        article_from_text(" \n", name="row-2")
    with pytest.raises(ArticleError, match="row-3 has half a character at 3"):
        article_from_text("It \ud800 rained.", name="row-3")


def test_a_table_of_texts_is_read_by_its_two_columns():
    table = pd.DataFrame({"outlet": ["A", "B"], "text": [TEXT, TEXT], "article": ["one", 2]})
    assert [(a.name, a.path, a.title) for a in read_articles(table)] == [
        ("one", "", "Mayor opens bridge"),
        ("2", "", "Mayor opens bridge"),
    ]
    assert read_articles(table.iloc[:0]) == []


NAN = float("nan")


@pytest.mark.parametrize(
    ("columns", "named"),
    [
        ({"id": ["a"], "text": [TEXT]}, "no column 'article'"),
        ({"article": ["a"], "body": [TEXT]}, "no column 'text'"),
        ({"article": ["a", "b"], "text": [TEXT, None]}, "row 2, article b, has no text"),
        ({"article": ["a"], "text": [NAN]}, "row 1, article a, has no text"),
        ({"article": ["a", None], "text": [TEXT, TEXT]}, "row 2 has no article id"),
        ({"article": [" "], "text": [TEXT]}, "row 1 has no article id"),
        ({"article": ["a", "a"], "text": [TEXT, TEXT]}, "row 2 has the article id 'a' again"),
        ({"article": ["a"], "text": [" "]}, "a is blank"),
    ],
)
def test_a_table_that_lacks_something_is_refused(columns, named):
    with pytest.raises(ArticleError, match=named):
        read_articles(pd.DataFrame(columns))


ARTICLE = article_from_text(TEXT, name="bridge")
TABLE = pd.DataFrame({"article": ["a"], "text": [TEXT]})


@pytest.mark.parametrize(
    ("call", "given", "named"),
    [
        (split_sentences, TABLE, r"of type DataFrame: make one with read_articles\(table\)"),
        (split_sentences, "a.txt", r"of type str: make one with read_article\(path\)"),
        (split_sentences, Path("a.txt"), r"of type PosixPath: make one with read_article"),
        (split_sentences, ["It rained.", "It snowed."], r"of type str: .* or with article_from_text"),
        (split_sentences, [ARTICLE, "a.txt"], "of type str"),
        (split_sentences, None, "of type NoneType"),
        (list_paragraphs, "a.txt", "of type str"),
        (list_anomalies, 3, "of type int"),
        (read_article, ARTICLE, "a file's path is wanted, and this is of type Article"),
        (read_articles, "a.txt", "of type str: put one path in a list"),
        (read_articles, Path("a.txt"), "of type PosixPath: put one path in a list"),
        (read_articles, [ARTICLE], "a file's path is wanted"),
        (lambda text: article_from_text(text, name="x"), b"It rained.", "x is of type bytes: give the article's text"),
    ],
)
def test_what_is_no_article_is_refused_with_the_remedy(call, given, named):
    with pytest.raises(ArticleError, match=named):
        call(given)


def test_tables_of_articles_paragraphs_and_anomalies():
    articles = [article_from_text(TEXT, name="one"), article_from_text("It rained. It froze.", name="two")]
    table = tabulate_articles(articles, split_sentences(articles))
    ARTICLES.check(table)
    assert table["article"].tolist() == ["one", "two"]
    assert table["n_characters"].tolist() == [len(TEXT), 20]
    assert table["n_sentences"].tolist() == [4, 2]
    assert table["n_paragraphs"].tolist() == [2, 1]
    assert table["n_words"].tolist() == [25, 4]
    assert table["n_anomalies"].tolist() == [1, 0]
    assert table["title"].tolist() == ["Mayor opens bridge", ""]
    paragraphs = PARAGRAPHS.check(list_paragraphs(articles))
    assert paragraphs["paragraph"].tolist() == [-1, 0, 1, 2, 3, 1]
    assert paragraphs["n_words"].tolist()[:2] == [3, 3]
    anomalies = ANOMALIES.check(list_anomalies(articles[0]))
    assert anomalies["text"].tolist() == ["the the"]
    assert len(list_anomalies([])) == len(list_paragraphs([])) == 0


def test_an_article_is_found_by_path_or_id(tmp_path, monkeypatch):
    monkeypatch.setattr(article_module, "DATA", tmp_path)
    (tmp_path / "articles").mkdir()
    shipped = write(tmp_path / "articles", TEXT)
    own = write(tmp_path, TEXT, "own.txt")
    rows = "id,title,note\nbridge,Mayor opens bridge,\nabsent,Gone,put your copy at data/articles/absent.txt\n"
    write(tmp_path, rows, "articles.csv")
    assert find_article("bridge") == shipped
    assert find_article(str(own)) == own
    with pytest.raises(ArticleError, match=r"absent: put your copy at data/articles/absent\.txt"):
        find_article("absent")
    with pytest.raises(ArticleError, match="the ids are bridge, absent"):
        find_article("nothing")
    with pytest.raises(ArticleError, match="the ids are bridge, absent"):
        find_article(tmp_path)
    with pytest.raises(ArticleError, match="the ids are bridge, absent"):
        find_article("long" * 100)


def test_without_a_data_folder_only_paths_are_found(tmp_path, monkeypatch):
    monkeypatch.setattr(article_module, "DATA", tmp_path / "none")
    with pytest.raises(ArticleError, match="the ids are none"):
        find_article("bridge")


PIECES = st.sampled_from([
    "Mayor opens bridge", "By Jane Doe", "WASHINGTON (AP) – It rained.", "It rained. It froze.", "Leave a Reply",
    "“", '"', "\n", "\n\n", "\r\n", "\u2028", " ", "\t", "the the ", "road. in ", "\ufeff", "\u200b", "\x00", "- ",
    "| ", "; ", "© 2022",
])  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60)))
def test_paragraphs_are_numbered_ordered_and_leave_nothing_out(text):
    try:
        read = article_from_text(text, name="test")
    except ArticleError:
        return
    numbers = [p.number for p in read.paragraphs]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert next(p.number for p in read.paragraphs if p.part == "body") == 1
    at = 0
    for p in read.paragraphs:
        assert at <= p.start < p.end
        assert not "".join(text[at : p.start].split()).strip(INVISIBLE)
        at = p.end
    assert all(text[a.start : a.end] == a.text for a in read.anomalies)


@pytest.mark.parametrize("unit", [
    "a", "a ", ".", "“", "A. ", "A", "A-", "\n", "a\n", "a.\n\n", "By A\n", "the the ", " ", "((", "a: ", "| ", "A,",
    "[AP",
])  # fmt: skip
def test_time_grows_with_the_text_not_with_its_square(unit, assert_linear):
    def read(text):
        with suppress(ArticleError):
            article_from_text(text, name="test")

    assert_linear(read, unit, head="It rained. ")


def test_a_line_longer_than_any_article_is_refused(tmp_path):
    path = tmp_path / "data.txt"
    path.write_text("A headline\n\n" + "word " * 250_000)
    with pytest.raises(
        ArticleError, match=r"data\.txt has a line of 1,249,999 characters: put each paragraph on a line"
    ):
        read_article(path)
