"""The note beside a paragraph: who says it, in which office, with which verb, how sure that is, and why."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.annotated.marking import Marking
from analysis.annotated.statements import Statement
from analysis.annotated.terms import say_official, say_paragraph, words_for
from analysis.spans import Span
from analysis.wording import count_of, listing, plain


class Note(NamedTuple):
    """One statement's note, in words; ``goes_on`` names the paragraphs into which the statement runs."""

    statement: Statement
    facts: str
    sureness: str
    why: str
    goes_on: str


def make_note(statement: Statement, marking: Marking) -> Note:
    """Return the note of a statement."""
    return Note(
        statement, say_facts(statement), say_sureness(statement), say_why(statement), _goes_on(statement, marking)
    )


def say_facts(s: Statement) -> str:
    """Return kind, office and verb: ``not named · official · “told”``."""
    verb = [f"“{plain(s.cue_text)}”"] if s.cue_text else []
    thought = [] if s.speech else [words_for("speech", "false")]
    facts = [words_for("kind short", s.kind), say_official(s.kind, s.official), *verb, *thought]
    return " · ".join(filter(None, facts))


def say_sureness(s: Statement) -> str:
    """Return how sure the reading is; empty where the table does not tell."""
    return "" if s.sureness == "unknown" else words_for("confidence", s.sureness)


def say_why(s: Statement) -> str:
    """Return how the statement was found and what decided its kind, and its words."""
    decided = f" Decided by: {cite_marker(s)}." if s.marker else ""
    return f"Found as: {words_for('rule', s.rule)}.{decided} {count_of(s.n_words, 'word')}."


def cite_marker(s: Statement) -> str:
    """Return the words that decided the kind of source, each in quotation marks."""
    return ", ".join(f"“{word}”" for word in plain(s.marker).split("; ") if word)


def tell(s: Statement) -> str:
    """Return the whole note on one line, for a pointer that rests on a code."""
    who = f"{', '.join(s.codes)}: {plain(listing(s.names))}"
    sure = say_sureness(s)
    return f"{who}. {say_facts(s).replace(' · ', ', ')}{f', {sure}' if sure else ''}. {say_why(s)}"


def _goes_on(s: Statement, marking: Marking) -> str:
    """Return ``goes on in ¶5`` where pieces of the statement stand in later paragraphs; else nothing."""
    later = [
        p.number for p in marking.article.paragraphs if p.number > s.paragraph and _touches(s.pieces, p.start, p.end)
    ]
    return f"goes on in {listing(map(say_paragraph, later))}" if later else ""


def _touches(pieces: Sequence[Span], start: int, end: int) -> bool:
    return any(piece.start < end and start < piece.end for piece in pieces)
