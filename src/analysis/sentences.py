"""Sentences of an article: one row each, with offsets into its text."""

import re
from collections.abc import Iterable

import pandas as pd

from analysis.article import Article
from analysis.tables import SENTENCES
from analysis.words import count_words

BOUNDARY = re.compile(r"(?<![A-Z]\.[A-Z])(?<!Mr)(?<!Gen)(?<!Sen)(?<!Gov)[.!?][\"”’')\]]*\s+(?=[\"“‘'(]*[A-Z0-9])")


def split_sentences(articles: Article | Iterable[Article]) -> pd.DataFrame:
    """Return the sentences of headline and body (simplest form; to be deepened)."""
    rows = []
    for article in [articles] if isinstance(articles, Article) else articles:
        number = 0
        for paragraph in article.paragraphs:
            if paragraph.part not in ("headline", "body"):
                continue
            number = max(number, 0) if paragraph.part == "body" else number - 1
            text = article.text[paragraph.start : paragraph.end]
            cuts = [0, *(m.end() for m in BOUNDARY.finditer(text)), len(text)]
            for a, b in zip(cuts, cuts[1:], strict=False):
                sentence = text[a:b].rstrip()
                number += paragraph.part == "body"
                start = paragraph.start + a
                rows.append(
                    (article.name, paragraph.number, number, paragraph.part, start, start + len(sentence), count_words(sentence), sentence)
                )
    return SENTENCES.frame(rows)
