"""From a file to clean, traceable text: an article's parts, paragraphs and anomalies."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.anomalies import Anomaly, find_anomalies
from analysis.article_rows import new_name, rows_in
from analysis.article_view import article_to_html, describe
from analysis.collector import no_collection
from analysis.errors import ArticleError, ask_for
from analysis.files import decode, read_bytes
from analysis.html import extract_text
from analysis.parts import Paragraph, Parts, find_parts
from analysis.resources import find_resource
from analysis.tables import ANOMALIES, ARTICLES, PARAGRAPHS, SENTENCES
from analysis.words import count_words_of_each

__all__ = [
    "Anomaly",
    "Article",
    "Paragraph",
    "article_from_text",
    "find_article",
    "list_anomalies",
    "list_paragraphs",
    "read_article",
    "read_articles",
    "tabulate_articles",
]

LONGEST = 1_000_000  # characters of a paragraph: no article has one, a file of data may
DATA = find_resource("data/articles.csv").parent
PAGES = (".html", ".htm")
LIKE = 0.8  # how like a name must be to be meant, 0 to 1 (difflib)


@dataclass(frozen=True)
class Article:
    """An article as read: offsets everywhere count code points of ``text``, which is the file's, untouched.

    ``name`` is the file's stem or a corpus's id, ``path`` the file's name without its folder (empty for a text from
    memory). ``title``, ``byline`` and ``dateline`` are as found, empty where there is none. ``sha256`` is of the
    file's bytes. ``anomalies`` are looked for when first asked for.
    """

    name: str
    path: str
    text: str
    title: str
    byline: str
    dateline: str
    parts: Parts
    sha256: str

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return all paragraphs, of every part, in the order of the text."""
        return self.parts.paragraphs

    @cached_property
    def anomalies(self) -> tuple[Anomaly, ...]:
        """Return what is wrong with the text as found, in the order of the text."""
        return find_anomalies(self.text, self.parts)

    def __repr__(self) -> str:
        return describe(self)

    def _repr_html_(self) -> str:
        """Return what JupyterLab shows of an article: its parts and what is damaged."""
        return article_to_html(self)


def read_article(path: str | Path) -> Article:
    """Read one article from a text file, or from a page of HTML (``.html``, ``.htm``), whose text is extracted.

    Files are UTF-8, with or without a byte-order mark, which is not counted; newlines stay as they are. Raises
    ArticleError, in one sentence with the remedy, where the file is missing, a folder, empty, blank, binary, in
    another encoding, or has no body.
    """
    ask_for(path, (str, Path), "a file's path", "give its name as text", error=ArticleError)
    path = Path(path)
    raw = read_bytes(path)
    text = decode(raw, path)
    if path.suffix.lower() in PAGES:
        text = extract_text(text)
        if not text:
            raise ArticleError(f"no article was found in the page {path}: copy its text into a .txt file and read that")
    return _article(text, name=path.stem, path=path.name, raw=raw)


@no_collection()
def read_articles(articles: Iterable[str | Path] | pd.DataFrame) -> list[Article]:
    """Read many articles, in the order given: files by their paths, or the rows of a table.

    Files of one name are numbered as they come: ``story``, ``story-2``, ``story-3``.
    The table has the columns ``article`` (an id, each once) and ``text``; others are left alone. Raises ArticleError at
    the first that cannot be read.
    """
    if isinstance(articles, pd.DataFrame):
        return [article_from_text(text, name=name) for name, text in rows_in(articles)]
    many = () if isinstance(articles, str) else Iterable
    ask_for(articles, many, "a list of paths or a table", "put one path in a list", error=ArticleError)
    names: dict[str, int] = {}
    return [replace(a, name=new_name(a.name, names)) for a in map(read_article, articles)]


def article_from_text(text: str, *, name: str) -> Article:
    """Return the article of a text that is in memory already, such as a row of a corpus; ``path`` is empty.

    Raises ArticleError where the text is none or blank, has no body, or cannot be written as UTF-8 (a lone surrogate).
    """
    if not isinstance(text, str):
        raise ArticleError(
            f"{name} is of type {type(text).__name__}: give the article's text, or read a file with read_article"
        )
    if not text.strip():
        raise ArticleError(f"{name} is blank: give the article's text")
    try:
        raw = text.encode()
    except UnicodeEncodeError as error:
        raise ArticleError(f"{name} has half a character at {error.start}: mend the file that it came from") from error
    return _article(text, name=name, path="", raw=raw)


def _article(text: str, *, name: str, path: str, raw: bytes) -> Article:
    """Put an article together; raise ArticleError where it has no body, or a paragraph longer than any article's."""
    parts = find_parts(text)
    longest = max((p.end - p.start for p in parts.paragraphs), default=0)
    if longest > LONGEST:
        remedy = "put each paragraph on a line of its own"
        raise ArticleError(f"{path or name} has a line of {longest:,} characters: {remedy}")
    if not any(p.part == "body" for p in parts.paragraphs):
        has = "only a headline" if parts.title.end else "no running text"
        raise ArticleError(f"{path or name} has {has} and no body: give the whole article, headline first")
    places = (parts.title, parts.byline, parts.dateline)
    title, byline, dateline = (" ".join(text[s.start : s.end].split()) for s in places)
    return Article(name, path, text, title, byline, dateline, parts, sha256(raw).hexdigest())


def find_article(name: str | Path) -> Path:
    """Return the file of an article: ``name`` itself where there is such a file, else the one of that id in ``data``.

    Raises ArticleError, with the names most like it and the ids of the catalogue, where there is neither.
    """
    ask_for(name, (str, Path), "a file's path or an id", "give it as text", error=ArticleError)
    path = Path(name)
    shipped = DATA / "articles" / f"{name}.txt"
    found = next((p for p in (path, shipped) if _is_file(p)), None)
    if found:
        return found
    catalogue = _catalogue()
    if str(name) in catalogue:
        note = catalogue[str(name)] or f"put your copy at data/articles/{name}.txt"
        raise ArticleError(f"{name}: {note}")
    ids = ", ".join(catalogue) or "none"
    meant = _names_like(path, catalogue)
    ask = f"did you mean {' or '.join(meant)}? The ids are {ids}" if meant else f"the ids are {ids}"
    raise ArticleError(f"there is no file {name} and no article of that id: {ask}; or give a file's path")


def _names_like(path: Path, ids: Iterable[str]) -> list[str]:
    """Return the ids, and the articles beside a file that is not there, whose names are most like its own."""
    try:
        beside = [p for p in path.parent.iterdir() if p.suffix.lower() in (".txt", *PAGES)]
    except (OSError, ValueError):
        beside = []
    named = {p.name.lower(): str(p) for p in sorted(beside)} | {f"{id_}{path.suffix}".lower(): id_ for id_ in ids}
    return [named[like] for like in get_close_matches(path.name.lower(), named, n=2, cutoff=LIKE)]


def _is_file(path: Path) -> bool:
    """Tell whether there is such a file; a name that no file can have is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _catalogue() -> dict[str, str]:
    """Return the ids of ``data/articles.csv`` with their notes; nothing where the data folder is not here."""
    path = DATA / "articles.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row.get("note") or "" for row in csv.DictReader(file)}


def tabulate_articles(articles: Article | Iterable[Article], sentences: pd.DataFrame) -> pd.DataFrame:
    """Return one row an article: the table ARTICLES.

    Words, sentences and paragraphs are the body's; ``n_characters`` counts the whole text, in code points.
    ``sentences`` is what `split_sentences` made of the same articles; an article without sentences there has 0.
    """
    sentences = SENTENCES.check(sentences, text=False)
    body = sentences[sentences["part"] == "body"]
    counts = body.groupby("article", sort=False)["n_words"].agg(["sum", "size"])
    words, sizes = counts["sum"].to_dict(), counts["size"].to_dict()
    return ARTICLES.frame(
        (
            a.name, a.path, a.title, a.byline, a.dateline, len(a.text), words.get(a.name, 0), sizes.get(a.name, 0),
            sum(p.part == "body" for p in a.paragraphs), len(a.anomalies), a.sha256,
        )
        for a in each_article(articles)
    )  # fmt: skip


def list_paragraphs(articles: Article | Iterable[Article]) -> pd.DataFrame:
    """Return one row a paragraph, of all parts, in the order of the text: the table PARAGRAPHS."""
    articles = list(each_article(articles))
    paragraphs = PARAGRAPHS.frame((a.name, p.number, p.part, p.start, p.end, 0) for a in articles for p in a.paragraphs)
    paragraphs["n_words"] = count_words_of_each([a.text[p.start : p.end] for a in articles for p in a.paragraphs])
    return paragraphs


def list_anomalies(articles: Article | Iterable[Article]) -> pd.DataFrame:
    """Return one row a place where something is wrong with the text as found: the table ANOMALIES."""
    rows = ((a.name, x.rule, x.start, x.end, x.text, x.note) for a in each_article(articles) for x in a.anomalies)
    return ANOMALIES.frame(rows)


def each_article(articles: Article | Iterable[Article]) -> Iterator[Article]:
    """Yield one article or many; raise ArticleError, with the remedy, where something else is among them.

    So it does where two have one name, since the tables could not tell them apart.
    """
    if isinstance(articles, Article):
        articles = [articles]
    many = isinstance(articles, Iterable) and not isinstance(articles, str | pd.DataFrame)
    names = set()
    for article in map(_article_or_refuse, articles if many else [articles]):
        if article.name in names:
            remedy = "give each its own, for example with dataclasses.replace(article, name=...)"
            raise ArticleError(f"two articles have the name {article.name!r}, and no table could tell them: {remedy}")
        names.add(article.name)
        yield article


def _article_or_refuse(article: Any) -> Article:
    made = "read_articles(table)" if isinstance(article, pd.DataFrame) else "read_article(path)"
    remedy = f"make one with {made}, or with article_from_text(text, name=...)"
    ask_for(article, Article, "an article", remedy, error=ArticleError)
    found: Article = article
    return found
