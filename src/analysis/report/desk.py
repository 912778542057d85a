"""The published rules on unnamed sources: verdict, rule, who says so, and what was found, with links to the places."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.annotated.terms import words_for
from analysis.report.facts import Facts
from analysis.report.links import Link, to_paragraphs
from analysis.tables import rows_of
from analysis.wording import count_of, opening, plain

SIGNS = {"broken": "✕", "look": "?", "kept": "✓", "not applicable": "–"}
"""The verdicts in the order in which they are shown, and the sign of each."""
PLACES = re.compile(r" ?\((-?\d+(?:, -?\d+)*)\)")
CITED = re.compile(r"“[^”]*”")


SHOWN = 12
"""So many pieces of a note, texts and links in turn, are shown; the rest is folded."""


class Rule(NamedTuple):
    """A rule: its verdict, sign and class, its words and origin, and its note as texts and links in turn.

    ``more`` is what of the note is folded.
    """

    verdict: str
    sign: str
    style: str
    text: str
    origin: str
    note: list[str | list[Link]]
    more: list[str | list[Link]]


def list_rules(facts: Facts) -> list[Rule]:
    """Return the rules, the gravest verdict first."""
    rows = list(rows_of(facts.checks, "verdict", "text", "origin", "note", "sentences"))
    order = list(SIGNS)
    return [_rule(facts, *row) for row in sorted(rows, key=lambda row: order.index(row[0]))]


def say_rules(rules: list[Rule]) -> str:
    """Return the heading: how many rules are broken, how many an editor must judge."""
    n = {sign: sum(rule.sign == sign for rule in rules) for sign in SIGNS.values()}
    broken, look, none = n["✕"], n["?"], n["–"]
    if none == len(rules):
        return "No rule for unnamed sources has a case here"
    found = [f"{broken or 'none'} {'is' if broken < 2 else 'are'} broken"]
    found += [f"{look} {'needs' if look == 1 else 'need'} an editor’s eye"] * bool(look)
    return f"Of {count_of(len(rules), 'rule')} for unnamed sources {', '.join(found)}"


def _rule(facts: Facts, verdict: str, text: str, origin: str, note: str, sentences: str) -> Rule:
    pieces = list(_note(facts, opening(note))) or ["Nothing falls under it."]
    published = "; ".join(part.split(",")[0].strip() for part in origin.split(";"))
    called, style = words_for("verdict", verdict), verdict.split()[0]
    return Rule(called, SIGNS[verdict], style, text, published, pieces[:SHOWN], pieces[SHOWN:])


def _without_words(facts: Facts, note: str) -> str:
    """Return a note without the article's own words: what it cites, and the reasons that it gives for anonymity."""
    for reason in filter(None, facts.tables["sources"]["anonymity_reason"]):
        note = note.replace(reason, "reason given").replace(opening(reason), "Reason given")
    return CITED.sub("…", note)


def _note(facts: Facts, note: str) -> Iterator[str | list[Link]]:
    """Yield the note's texts, and in the place of its sentence numbers links to their paragraphs."""
    note = plain(note if facts.quotes else _without_words(facts, note))
    at = 0
    for hit in PLACES.finditer(note):
        yield note[at : hit.start()] + " "
        yield to_paragraphs(facts, map(int, hit[1].split(", ")))
        at = hit.end()
    if note[at:]:
        yield note[at:]
