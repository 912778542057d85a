"""The marked article paragraph by paragraph, as the templates lay it out: number, text, notes."""

from typing import NamedTuple

from markupsafe import Markup

from analysis.annotated.marking import Marking
from analysis.annotated.markup import Writer
from analysis.annotated.notes import Note, make_note
from analysis.annotated.statements import in_paragraph
from analysis.annotated.terms import say_paragraph, words_for
from analysis.spans import Span


class Row(NamedTuple):
    """A paragraph: its number and part, its text as HTML, and its notes, each with the class of its marks."""

    number: int
    part: str
    called: str
    html: Markup
    notes: list[tuple[Note, str]]


def lay_rows(marking: Marking, *, linked: bool = True) -> list[Row]:
    """Return all paragraphs of an article, of every part, in the order of the text."""
    writer = Writer(marking, linked=linked)
    rows = []
    for paragraph in marking.article.paragraphs:
        beside = in_paragraph(marking.statements, paragraph.number)
        html = writer.write(Span(paragraph.start, paragraph.end), beside)
        notes = [(make_note(s, marking), writer.pair(s)) for s in beside]
        rows.append(Row(paragraph.number, paragraph.part, _called(paragraph.number, paragraph.part), html, notes))
    return rows


def _called(number: int, part: str) -> str:
    return say_paragraph(number) if part in ("headline", "body") else words_for("part", part)
