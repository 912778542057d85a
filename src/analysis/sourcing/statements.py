"""What each source is reported to say, in the words of the article: for reading, not for measuring."""

import pandas as pd

from analysis.errors import TableError
from analysis.spans import Span, parse_spans
from analysis.tables import ATTRIBUTIONS, SENTENCES, STATEMENTS, rows_of

GAP = " … "


def list_statements(attributions: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the content of each attribution as text, its pieces joined by an ellipsis; empty where it has none.

    Takes the tables `attributions` and `sentences` of the same articles. Raises TableError where one is neither, or
    where an article has attributions and no sentences.
    """
    ATTRIBUTIONS.check(attributions)
    texts = _texts(SENTENCES.check(sentences))
    missing = [article for article in attributions["article"].unique() if article not in texts]
    if missing:
        raise TableError(f"there are attributions of {missing[0]!r} and no sentences: pass those of the same articles")
    columns = ("article", "attribution", "paragraph", "source", "kind", "content_spans")
    return STATEMENTS.frame(
        (article, number, paragraph, source, kind, _said(texts[article], cell))
        for article, number, paragraph, source, kind, cell in rows_of(attributions, *columns)
    )


def _texts(sentences: pd.DataFrame) -> dict[str, list[tuple[int, str]]]:
    """Return the sentences of each article with their places."""
    texts: dict[str, list[tuple[int, str]]] = {}
    for article, start, text in rows_of(sentences, "article", "start", "text"):
        texts.setdefault(article, []).append((start, text))
    return texts


def _said(texts: list[tuple[int, str]], cell: str) -> str:
    """Return the pieces of a content as one text."""
    return GAP.join(_cut(texts, span) for span in parse_spans(cell))


def _cut(texts: list[tuple[int, str]], span: Span) -> str:
    """Return the characters of a span, whose sentences are set apart by a space."""
    pieces = []
    for start, text in texts:
        piece = text[max(span.start - start, 0) : max(span.end - start, 0)]
        if piece:
            pieces.append(piece)
    return " ".join(pieces)
