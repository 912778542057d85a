"""How an article shows itself in a notebook: paragraph by paragraph with its parts, and what is damaged in it."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Protocol

from analysis.anomalies import Anomaly
from analysis.parts import Paragraph
from analysis.wording import count_of, opening

LONGEST_NAME = 60


class Shown(Protocol):
    """What is needed of an article to show it."""

    @property
    def name(self) -> str:
        """The article's name in tables."""

    @property
    def text(self) -> str:
        """The file's text."""

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs, in order."""

    @property
    def anomalies(self) -> Sequence[Anomaly]:
        """The damaged places, in order."""


def describe(article: Shown) -> str:
    """Return an article on one line: its name and how long it is, never its text."""
    body = sum(p.part == "body" for p in article.paragraphs)
    name = article.name if len(article.name) <= LONGEST_NAME else f"{article.name[:LONGEST_NAME]}…"
    return f"<Article {name!r}: {count_of(body, 'paragraph')}, {count_of(len(article.text), 'character')}>"


def article_to_html(article: Shown) -> str:
    """Return an article as HTML: a row for each paragraph, damaged places marked and listed; all of it escaped."""
    rows = "".join(_row(article, p) for p in article.paragraphs)
    return f'<table class="mathjax_ignore">\n<tbody>{rows}</tbody>\n</table>\n{_damage(article.anomalies)}'


def _row(article: Shown, p: Paragraph) -> str:
    what = f"¶{p.number}" if p.part == "body" else p.part
    words = "".join(_pieces(article, p))
    return f'<tr><th align="left" valign="top">{what}</th><td align="left" dir="auto">{words}</td></tr>\n'


def _pieces(article: Shown, p: Paragraph) -> Iterator[str]:
    """Yield the paragraph's text, its damaged places marked; of places that overlap the first."""
    at = p.start
    for a in article.anomalies:
        if at <= a.start and a.end <= p.end:
            yield escape(article.text[at : a.start], quote=False)
            yield f'<mark title="{escape(_name(a))}">{escape(article.text[a.start : a.end], quote=False)}</mark>'
            at = a.end
    yield escape(article.text[at : p.end], quote=False)


def _damage(anomalies: Sequence[Anomaly]) -> str:
    if not anomalies:
        return "<p>No damage to the text found.</p>"
    items = "".join(f"<li>{escape(f'{_name(a)}: {a.note}', quote=False)}</li>" for a in anomalies)
    told = f"<p>{count_of(len(anomalies), 'damaged place')}, reported and not mended:</p>"
    return f'{told}\n<ul class="mathjax_ignore">{items}</ul>'


def _name(a: Anomaly) -> str:
    return opening(a.rule.replace("_", " "))
