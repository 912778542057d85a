"""Links within the page, and the article's words as they are cited beside them."""

from collections.abc import Iterable
from typing import NamedTuple

from analysis.annotated.terms import say_paragraph
from analysis.report.facts import Facts
from analysis.wording import plain

QUOTES = '“”"'
CITED = 6
"""So many words of a sentence stand in a link to it."""


class Link(NamedTuple):
    """Where a link leads on the page, and its words."""

    target: str
    words: str


def to_paragraphs(facts: Facts, sentences: Iterable[int]) -> list[Link]:
    """Return a link for each paragraph of these sentences, to the first of them that stands there."""
    first: dict[int, int] = {}
    for number in sentences:
        if number in facts.sentences:
            first.setdefault(facts.sentences[number][0], number)
    return [Link(f"s{number}", say_paragraph(paragraph)) for paragraph, number in first.items()]


def open_words(facts: Facts, sentence: int, n: int = CITED) -> str:
    """Return the first words of a sentence in quotation marks, its dateline left out; empty if not to be repeated."""
    _, _, text, start = facts.sentences[sentence]
    dateline = facts.article.parts.dateline
    lead = ""
    if dateline.start < dateline.end and dateline.start == start:
        lead, text = "… ", text[dateline.end - start :].lstrip(" -–—―:)")
    words = plain(text).split()
    shown = " ".join(words[:n]).strip(QUOTES)
    return facts.cite(f"“{lead}{shown}{' …' if len(words) > n else ''}”")
