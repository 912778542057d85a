"""Where in its article a correction belongs: its place, and the statement that stands there."""

import re
from typing import Any

from analysis.errors import CorrectionsError
from analysis.sourcing.correcting.reading import Correction
from analysis.sourcing.text import Text
from analysis.spans import Span, hull, parse_spans
from analysis.wording import quoted

Cells = dict[str, Any]
"""A row of ``attributions``: its cells by column."""


def words_of(row: Cells) -> list[Span]:
    """Return where the words of a statement stand: what is said, the cue and the source."""
    return [*parse_spans(row["content_spans"]), *_span(row, "cue"), *_span(row, "source")]


def extent(row: Cells) -> Span:
    """Return from where to where that runs what is said; of a statement without it, cue and source."""
    return hull(parse_spans(row["content_spans"]) or words_of(row) or [Span(0, 0)])


def _span(row: Cells, name: str) -> list[Span]:
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    return [Span(start, end)] if isinstance(start, int) and isinstance(end, int) else []


def find_places(one: Correction, text: Text | None) -> list[Span]:
    """Return where in the article a correction may belong: its place, else wherever its text stands.

    Raises CorrectionsError where there is no such place, another text stands there, or the text nowhere. Without the
    article's text a place is taken as it is given.
    """
    place = None if one.start is None or one.end is None else Span(one.start, one.end)
    if text is None:
        if place is None:
            raise CorrectionsError("it is found by its text: pass the table of sentences, too")
        return [place]
    if place is None:
        return _find_text(one.text, text)
    if not Span(text.start, text.end).contains(place):
        raise CorrectionsError(f"there is no place {place.start} to {place.end}: the text runs to {text.end}")
    if one.text and one.text.split() != text[place].split():
        remedy = "mend start and end, or empty them to find it by its text"
        raise CorrectionsError(f"another text stands at {place.start} to {place.end} than {quoted(one.text)}: {remedy}")
    return [place]


def _find_text(words: str, text: Text) -> list[Span]:
    """Return where these words stand, whatever white space is between them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = [Span(*match.span()).shift(text.start) for match in re.finditer(pattern, text.text)]
    if not found:
        raise CorrectionsError(f"the text {quoted(words)} is not in headline or body: copy it from the article")
    return found


def find_row(one: Correction, rows: list[Cells], text: Text | None) -> int:
    """Return which of an article's statements a correction is on.

    It is the one whose content is the place, else the only one that has words there. Raises CorrectionsError where
    there is none, or more than one.
    """
    places = find_places(one, text)
    found = [n for n, row in enumerate(rows) if extent(row) in places]
    found = found or [n for n, row in enumerate(rows) if _stands_in(row, places)]
    if not found:
        raise CorrectionsError(f"no statement stands at {_say(one)}: add it, or delete the row")
    if len(found) > 1:
        raise CorrectionsError(f"{len(found)} statements stand at {_say(one)}: give start and end of what one says")
    return found[0]


def _stands_in(row: Cells, places: list[Span]) -> bool:
    """Whether a statement has words in one of these places."""
    return any(words.overlaps(place) for words in words_of(row) for place in places)


def find_free_place(one: Correction, rows: list[Cells], text: Text) -> Span:
    """Return the place of a statement to add, without the white space around it.

    Raises CorrectionsError where the text stands in several places or some of its words belong to another statement.
    """
    places = find_places(one, text)
    if len(places) > 1:
        raise CorrectionsError(f"{quoted(one.text)} stands in {len(places)} places: give start and end of one")
    inside = text[places[0]]
    start = places[0].start + len(inside) - len(inside.lstrip())
    place = Span(start, start + len(inside.strip()))
    owner = next((row for row in rows if _stands_in(row, [place])), None)
    if owner is not None:
        whose = f"the statement of {quoted(owner['source'])}" if owner["source"] else "a statement of nobody's"
        raise CorrectionsError(f"words at {_say(one)} belong to {whose}: set or drop that one, or add less")
    return place


def _say(one: Correction) -> str:
    return f"{one.start} to {one.end}" if one.start is not None else quoted(one.text)


def name_row(one: Correction, fault: CorrectionsError) -> str:
    """Return a fault with the row of the corrections that has it."""
    return f"row {one.row} of the corrections, on {one.article}: {fault}"
