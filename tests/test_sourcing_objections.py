"""What speaks against a proposal: each row of the table by its own example."""

import pytest

from analysis.sourcing.extraction.extract import find_candidates
from analysis.sourcing.extraction.matchers import VERB_MATCHERS, WORD_MATCHERS
from analysis.sourcing.extraction.objections import OBJECTIONS, without_objection
from analysis.sourcing.grammar.document import Document
from by_hand import sentences_in

ROWS = [(matcher, row) for matcher, rows in OBJECTIONS.items() for row in rows]


def proposed(text: str, part: str) -> set[tuple[str, str]]:
    """The rules that propose something in a text, with their cues."""
    (tokens,) = Document(sentences_in(text, part=part)).paragraphs
    cues = ((c.rule, c.cue) for c in find_candidates(tokens))
    return {(rule, " ".join(tokens.words[slice(*cue)])) for rule, cue in cues if cue}


@pytest.mark.parametrize(("matcher", "row"), ROWS, ids=lambda x: getattr(x, "name", x))
def test_an_example_is_not_proposed_for_this_reason_alone(matcher, row):
    part = "headline" if matcher.startswith("headline") else "body"
    made = proposed(row.example, part)
    with without_objection(matcher, row.name):
        ((rule, _),) = proposed(row.example, part) - made
    assert rule == matcher or (matcher == "source_before" and rule.startswith("source_"))
    assert proposed(row.example, part) == made


def test_names_are_those_of_matchers_and_not_given_twice():
    assert {matcher.__name__ for matcher in (*VERB_MATCHERS, *WORD_MATCHERS)}.issuperset(OBJECTIONS)
    assert len({(matcher, row.name) for matcher, row in ROWS}) == len(ROWS)
