"""From a file to clean, traceable text: an article's parts, paragraphs and anomalies."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its number (1 is the body's first, a headline stands at 0 or below), part and place."""

    number: int
    part: str
    start: int
    end: int


@dataclass(frozen=True)
class Anomaly:
    """Something wrong with the text as found: the rule that saw it, where, the characters, and a word on it."""

    rule: str
    start: int
    end: int
    text: str
    note: str


@dataclass(frozen=True)
class Article:
    """An article as read: offsets everywhere count code points of ``text``, which is the file's, untouched."""

    name: str
    path: str
    text: str
    title: str
    byline: str
    dateline: str
    paragraphs: tuple[Paragraph, ...]
    anomalies: tuple[Anomaly, ...]
    sha256: str


def read_article(path: str | Path) -> Article:
    """Read one article from a text file (simplest form; to be deepened)."""
    path = Path(path)
    raw = path.read_bytes()
    text = raw.decode("utf-8-sig")
    paragraphs, at, number = [], 0, 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(number, "body" if number else "headline", at, at + len(line)))
            number += 1
        at += len(line) + 1
    title = text[paragraphs[0].start : paragraphs[0].end]
    return Article(path.stem, path.name, text, title, "", "", tuple(paragraphs), (), sha256(raw).hexdigest())


def read_articles(paths: Iterable[str | Path]) -> list[Article]:
    """Read many articles."""
    return [read_article(p) for p in paths]
