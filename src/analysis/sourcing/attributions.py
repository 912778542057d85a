"""The table of attributions: who says what, where, by which rule, and who the source is."""

import warnings
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pandas as pd

from analysis.collector import no_collection
from analysis.errors import CorrectionsWarning
from analysis.sourcing.correcting.applying import apply_corrections
from analysis.sourcing.correcting.reading import say_unmet
from analysis.sourcing.entities.register import Names
from analysis.sourcing.extraction.extract import extract
from analysis.sourcing.grammar.document import Document
from analysis.sourcing.identify import identify
from analysis.sourcing.judgement.confidence import estimate_confidence
from analysis.sourcing.model import Found, Sentence, Verdict
from analysis.sourcing.text import Text
from analysis.spans import Span, format_spans, hull
from analysis.tables import ATTRIBUTIONS, SENTENCES, rows_of
from analysis.words import count_words_of_each

Row = tuple[Any, ...]


def find_attributions(sentences: pd.DataFrame, *, corrections: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return who says what in these sentences: a table ``attributions``, one row an attribution, in order of place.

    ``sentences`` is a table of `split_sentences`, of one article or of many. Attributions are numbered from 1 in each
    article; an attribution inside another one's content is not given. ``rule`` names the construction, ``marker`` what
    decided the kind of source; ``speech`` is false for a state of mind or a stance. Where the text gives no source,
    its offsets are missing and its kind is ``unattributed``. ``n_words`` counts the words of the content.
    ``confidence`` is the chance (0 to 1) that a careful reader would mark the same statement with the same source and
    kind (`estimate_confidence`).

    ``corrections`` are what people say is right (`read_corrections`); they are applied last (`apply_corrections`), and
    rows that somebody has looked at have the rule ``corrected`` and the confidence 1. One that no longer fits its
    article is a CorrectionsWarning, and so is it where all are on other articles.
    Raises TableError where ``sentences`` is no such table, CorrectionsError where a correction has a fault of its own.
    """
    if corrections is None:
        return _find(sentences)
    corrected, told = apply_corrections(_find(sentences), sentences, corrections)
    for message in (*filter(None, told["message"]), *say_unmet(corrections, sentences["article"])):
        warnings.warn(message, CorrectionsWarning, stacklevel=2)
    return corrected


@no_collection()
def _find(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the attributions as the rules find them."""
    SENTENCES.check(sentences)
    rows: list[Row] = []
    contents: list[str] = []
    for article, group in groupby(_read(sentences), key=lambda pair: pair[0]):
        for row, content in _rows(article, [sentence for _, sentence in group]):
            rows.append(row)
            contents.append(content)
    attributions = ATTRIBUTIONS.frame(rows)
    attributions["n_words"] = count_words_of_each(contents)
    attributions["confidence"] = estimate_confidence(attributions)
    return attributions


def _read(table: pd.DataFrame) -> Iterator[tuple[str, Sentence]]:
    """Yield the article and the sentence of each row."""
    columns = ("article", "paragraph", "sentence", "part", "start", "text")
    for article, *cells in rows_of(table, *columns):
        yield article, Sentence(*cells)


def _rows(article: str, sentences: list[Sentence]) -> Iterator[tuple[Row, str]]:
    """Yield the rows of an article, words not counted and chance not told yet, each with the words of its content."""
    document = Document(sentences)
    names = Names(document)
    found = extract(document, names.people_named())
    verdicts = identify(names, found)
    paragraph = {s.number: s.paragraph for s in sentences}
    text = Text((s.start, s.text) for s in sentences)
    for number, (f, v) in enumerate(zip(found, verdicts, strict=True), start=1):
        row = (article, number, paragraph[f.sentence], f.sentence, *_cells(text, f, v), 0, 0.0)
        yield row, " ".join([text[piece] for piece in f.content])


def _cells(text: Text, f: Found, v: Verdict) -> Row:
    """Return the cells of a row behind its numbers and before its number of words, in the order of the columns."""
    content = hull(f.content) if f.content else None
    return (
        *_place(text, f.source), *_place(text, f.cue), *(content or (None, None)), format_spans(f.content),
        v.source, v.kind, v.anonymity, v.official, f.quote, f.speech, f.rule, v.marker, v.role, v.anonymity_reason,
    )  # fmt: skip


def _place(text: Text, span: Span | None) -> Row:
    return (None, None, "") if span is None else (*span, text[span])
