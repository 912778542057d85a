"""Corrections applied: a table of attributions in, a new one out, and what became of each correction."""

from collections import defaultdict
from typing import Any

import pandas as pd

from analysis.errors import CorrectionsError
from analysis.sourcing.correcting.changing import JUDGED, check_kept, confirm, new_row, set_facts
from analysis.sourcing.correcting.placing import Cells, find_free_place, find_row, name_row, words_of
from analysis.sourcing.correcting.reading import Correction, check_corrections
from analysis.sourcing.text import Text
from analysis.spans import Span
from analysis.tables import ATTRIBUTIONS, CORRECTED, SENTENCES, rows_of
from analysis.words import count_words

Told = tuple[Correction, int | None, str]
"""A correction, the paragraph of its statement, and why it changed nothing; empty where it did."""


def apply_corrections(
    attributions: pd.DataFrame, sentences: pd.DataFrame, corrections: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the attributions as people have corrected them, and a table ``corrected``: what became of each correction.

    ``attributions`` and ``sentences`` are of the same articles, ``corrections`` a table of `read_corrections`, of which
    those on other articles count for nothing. Corrected rows have the rule ``corrected`` and the confidence 1. First
    statements are kept, set and dropped, then added; attributions are numbered anew. In ``corrected`` a ``message``
    says why a correction changed nothing: its place or text is not there, several statements stand there, the one that
    does is corrected already, or words to add are another one's.
    Raises TableError on other tables, CorrectionsError where a correction has a fault of its own.
    """
    ATTRIBUTIONS.check(attributions)
    SENTENCES.check(sentences)
    texts = _read_sentences(sentences)
    mine: dict[str, list[Correction]] = defaultdict(list)
    for one in check_corrections(corrections):
        if one.action and one.article in texts:
            mine[one.article].append(one)
    if not mine:
        return attributions, CORRECTED.empty()
    rows: dict[str, list[Cells]] = {article: [] for article in texts}
    for cells in rows_of(attributions, *ATTRIBUTIONS.columns):
        rows.setdefault(cells[0], []).append(dict(zip(ATTRIBUTIONS.columns, cells, strict=True)))
    told: list[Told] = []
    for article, ones in mine.items():
        desk = _Desk(texts[article], rows[article])
        told += desk.correct(ones)
        rows[article] = desk.finish()
    new = ATTRIBUTIONS.frame(tuple(row.values()) for group in rows.values() for row in map(_ordered, group))
    return new, CORRECTED.frame((c.article, c.row, c.action, paragraph, message) for c, paragraph, message in told)


def _ordered(row: Cells) -> Cells:
    return {column: row[column] for column in ATTRIBUTIONS.columns}


def _read_sentences(sentences: pd.DataFrame) -> dict[str, list[tuple[int, int, int, str]]]:
    """Return the sentences of each article: paragraph, number, start and text."""
    found: dict[str, list[tuple[int, int, int, str]]] = {}
    for article, *cells in rows_of(sentences, "article", "paragraph", "sentence", "start", "text"):
        found.setdefault(article, []).append(tuple(cells))
    return found


class _Desk:
    """One article with its statements, on which corrections are made one after the other."""

    def __init__(self, sentences: list[tuple[int, int, int, str]], rows: list[Cells]) -> None:
        self.sentences = sentences
        self.text = Text((start, text) for _, _, start, text in sentences)
        self.found = list(rows)
        self.rows = dict(enumerate(rows))
        self.added: list[Cells] = []
        self.looked_at: dict[int, str] = {}
        self.decided: dict[tuple[str, str], tuple[Any, str]] = {}

    def correct(self, ones: list[Correction]) -> list[Told]:
        """Make corrections and return what became of each, in their order."""
        told: dict[int, Told] = {}
        # What is dropped makes room for what is added, so this comes last.
        for at in sorted(range(len(ones)), key=lambda n: ones[n].action == "add"):
            one = ones[at]
            try:
                told[at] = one, (self._add(one) if one.action == "add" else self._change(one)), ""
            except CorrectionsError as error:
                told[at] = one, None, name_row(one, error)
        return [told[at] for at in range(len(ones))]

    def finish(self) -> list[Cells]:
        """Return the statements in the order of the text, numbered."""
        rows = self._standing()
        for new in sorted(self.added, key=_first):
            at = next((n for n, row in enumerate(rows) if _first(row) > _first(new)), len(rows))
            rows.insert(at, new)
        return [{**row, "attribution": number} for number, row in enumerate(rows, start=1)]

    def _standing(self) -> list[Cells]:
        return [*self.rows.values()]

    def _change(self, one: Correction) -> int:
        """Keep, set or drop a statement; return its paragraph."""
        at = find_row(one, self.found, self.text)
        if at in self.looked_at:
            raise CorrectionsError(f"row {self.looked_at[at]} is on the same statement: delete one of the two")
        row = self.rows[at]  # only what has been looked at is gone
        check_kept(one, self.found[at])
        self.rows[at] = confirm(self._set(one, row) if one.action == "set" else row)
        if one.action == "drop":
            del self.rows[at]
        self.looked_at[at] = one.row
        return int(row["paragraph"])

    def _set(self, one: Correction, row: Cells) -> Cells:
        new = set_facts(one, row, self._standing() + self.added)
        self._decide(one, new)
        return new

    def _decide(self, one: Correction, new: Cells) -> None:
        """Give all statements of a source what is told of it. Raises CorrectionsError where two corrections differ."""
        given = [column for column in ("kind", "official") if getattr(one, column)]
        for column in given:
            value, before = self.decided.get((new["source"], column), (new[column], one.row))
            if value != new[column]:
                raise CorrectionsError(f"row {before} says that the {column} of {new['source']!r} is {value}: mend one")
        self.decided |= {(new["source"], column): (new[column], one.row) for column in given}
        judged = {column: new[column] for column in JUDGED}
        for at, row in self.rows.items():
            if new["source"] and row["source"] == new["source"] and _judgement(row) != _judgement(new):
                self.rows[at] = {**row, **judged}
        self.added = [{**r, **judged} if r["source"] == new["source"] else r for r in self.added]

    def _add(self, one: Correction) -> int:
        """Add a statement; return its paragraph."""
        standing = self._standing() + self.added
        place = find_free_place(one, standing, self.text)
        paragraph, sentence = self._sentence_at(place)
        said = self.text[place]
        row = new_row(one, place, said, standing)
        self._decide(one, row)
        self.added.append(row | {"paragraph": paragraph, "sentence": sentence, "n_words": count_words(said)})
        return paragraph

    def _sentence_at(self, place: Span) -> tuple[int, int]:
        """Return paragraph and number of the sentence in which a place begins."""
        for paragraph, number, start, text in self.sentences:
            if start <= place.start < min(place.end, start + len(text)):
                return paragraph, number
        raise CorrectionsError(f"there are no words at {place.start} to {place.end}: give the place of what is said")


def _judgement(row: Cells) -> tuple[Any, ...]:
    return row["kind"], row["official"]


def _first(row: Cells) -> int:
    """Return where the first word of a statement stands."""
    return min((span.start for span in words_of(row)), default=0)
