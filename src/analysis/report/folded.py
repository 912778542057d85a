"""The tables that are folded under each section: heads and rows of plain words and figures."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.annotated.notes import cite_marker
from analysis.annotated.statements import LETTERS, Statement
from analysis.annotated.terms import say_official, say_paragraph, words_for
from analysis.report.ease import list_lengths, list_readings
from analysis.report.facts import KINDS, Facts
from analysis.report.people import Source
from analysis.report.places import Place
from analysis.report.subjects import Subject
from analysis.tables import rows_of
from analysis.wording import plain

NUMBERS = frozenset(
    {"attribution", "paragraph", "sentence", "n_words", "confidence", "n_attributions", "n_quotes", "n_mentions",
     "value", "range", "grade", "quarter_below", "middle", "quarter_above"}
)  # fmt: skip


class Folded(NamedTuple):
    """A table: its title, its head (words, whether the column holds numbers), and its rows."""

    title: str
    head: list[tuple[str, bool]]
    rows: Sequence[tuple[object, ...]]


def _head(*columns: str) -> list[tuple[str, bool]]:
    return [(words_for("column", c), c in NUMBERS) for c in columns]


def fold_statements(facts: Facts) -> Folded:
    """Return the statements; words of the article stay out where they must not be repeated."""
    quoting = ("source_text", "cue_text", "marker")
    columns = (
        "attribution", "paragraph", "sentence", "source_text", "code", "cue_text", "kind", "official", "speech",
        "quote", "n_words", "confidence", "rule", "marker",
    )  # fmt: skip
    shown = [c for c in columns if facts.quotes or c not in quoting]
    rows = [_statement(s) for s in facts.statements]
    title = f"All {len(rows)} statements as a table" if len(rows) > 1 else "The statement as a table"
    return Folded(title, _head(*shown), [tuple(row[c] for c in shown) for row in rows])


def _statement(s: Statement) -> dict[str, str | int]:
    return {
        "attribution": s.number, "paragraph": say_paragraph(s.paragraph),
        "sentence": s.sentence if s.paragraph > 0 else "",
        "source_text": plain(s.source_text), "code": " ".join(s.codes), "cue_text": plain(s.cue_text),
        "kind": words_for("kind", s.kind), "official": say_official(s.kind, s.official),
        "speech": words_for("speech", "true" if s.speech else "false"), "quote": words_for("quote", s.quote),
        "n_words": s.n_words, "confidence": words_for("confidence", s.sureness), "rule": words_for("rule", s.rule),
        "marker": cite_marker(s),
    }  # fmt: skip


def fold_sources(facts: Facts, people: list[Source]) -> Folded:
    """Return the sources."""
    columns = ("source", "kind", "official", "n_attributions", "n_words", "n_quotes")
    known = {
        facts.codes[kind, source]: (words_for("kind", kind), say_official(kind, official), *rest)
        for source, kind, official, *rest in rows_of(facts.tables["sources"], *columns)
        if (kind, source) in facts.codes
    }
    rows = [(p.code, p.name, *known[p.code]) for p in people if p.code in known]
    return Folded("", _head("code", "name", "kind", "official", "n_attributions", "n_words", "n_quotes"), rows)


def fold_topics(subjects: list[Subject]) -> Folded:
    """Return the topics with their mentions by kind."""
    head = _head("topic", "n_mentions") + [(words_for("kind short", kind), True) for kind in KINDS] + _head("paragraph")
    rows = [
        (s.label, s.n_mentions, *(s.counts[k] for k in KINDS), ", ".join(link.words for link in s.links))
        for s in subjects
    ]
    return Folded("", [*head[:-1], (head[-1][0], False)], rows)


def fold_lengths(facts: Facts) -> Folded:
    """Return the sentences with their words and grades."""
    return Folded("", _head("sentence", "paragraph", "n_words", "grade"), list(list_lengths(facts)))


def fold_readings(facts: Facts) -> Folded:
    """Return the reading measures."""
    return Folded("", _head("measure", "value", "range"), list(list_readings(facts)))


def fold_places(places: list[Place]) -> Folded:
    """Return the comparison with the reference's quartiles."""
    head = _head("measure", "value", "quarter_below", "middle", "quarter_above", "place")
    rows = [(f"{p.name}, {p.unit}" if p.unit else p.name, p.value, *p.quartiles, p.said) for p in places]
    return Folded("", head, rows)


def legend_of_kinds() -> list[tuple[str, str, str]]:
    """Return the kinds for a legend without figures: letter, nothing, name."""
    return [(LETTERS.get(k, "u").lower(), "", words_for("kind short", k)) for k in KINDS]
