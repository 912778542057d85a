"""What each source is reported to say, in the words of the article: for reading, not for measuring."""

import pandas as pd

from analysis.spans import Span, parse_spans
from analysis.tables import ATTRIBUTIONS, SENTENCES, STATEMENTS

GAP = " … "


def list_statements(attributions: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the content of each attribution as text, its pieces joined by an ellipsis; empty where it has none.

    Takes the tables `attributions` and `sentences` of the same articles. Raises TableError where one is neither.
    """
    ATTRIBUTIONS.check(attributions)
    texts = _texts(SENTENCES.check(sentences))
    columns = ("article", "attribution", "paragraph", "source", "kind", "content_spans")
    return STATEMENTS.frame(
        (article, number, paragraph, source, kind, GAP.join(_cut(texts[article], s) for s in parse_spans(cell)))
        for article, number, paragraph, source, kind, cell in zip(*(attributions[c] for c in columns), strict=True)
    )


def _texts(sentences: pd.DataFrame) -> dict[str, list[tuple[int, str]]]:
    """Return the sentences of each article with their places."""
    texts: dict[str, list[tuple[int, str]]] = {}
    for article, start, text in zip(sentences["article"], sentences["start"], sentences["text"], strict=True):
        texts.setdefault(article, []).append((start, text))
    return texts


def _cut(texts: list[tuple[int, str]], span: Span) -> str:
    """Return the characters of a span, whose sentences are set apart by a space."""
    pieces = (text[max(span.start - start, 0) : max(span.end - start, 0)] for start, text in texts)
    return " ".join(p for p in pieces if p)
