"""What follows a cue, and what stands between."""

import csv
from pathlib import Path
from typing import get_args

import pytest

from analysis.sourcing.extraction.adjuncts import ADVERBIALS, HEARERS, PERSONS
from analysis.sourcing.extraction.complements import Content, clause_of, content_after
from analysis.sourcing.extraction.openings import READERS, ObjectWith, Opening, Preposition
from analysis.sourcing.grammar.cues import cue_forms
from analysis.sourcing.grammar.verbs import Verb, find_verbs
from rows_by_hand import decided_row, tokens_of

TABLE = Path(__file__).with_name("cases") / "complements.csv"
CASES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


def verb_in(text: str, cue: str) -> Verb | None:
    tokens = tokens_of(text)
    return next((v for v in find_verbs(tokens, range(len(tokens))) if tokens.words[v.at] == cue), None)


def marked(verb: Verb | None, content: Content | None, text: str) -> str:
    """The text with bars around the content."""
    if verb is None or content is None:
        return text
    start, end = verb.tokens.span(content.start, content.end)
    return f"{text[:start]}|{text[start:end]}|{text[end:]}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_what_follows_a_cue(case):
    text = case["text"].replace("|", "")
    verb = verb_in(text, case["cue"])
    content = content_after(verb) if verb else None
    assert (marked(verb, content, text), content.frame if content else "") == (case["text"], case["frame"])


def test_every_frame_has_a_case():
    told = {reader.frame for reader in READERS if isinstance(reader, Opening)}
    assert told <= {case["frame"] for case in CASES}


def test_every_frame_of_a_cue_that_is_read_is_in_the_list_of_cues():
    listed = set().union(*(cue.frames for cue, _ in cue_forms().values()))
    assert set(get_args(Preposition)) | set(get_args(ObjectWith)) <= listed


def test_a_cue_that_takes_an_object_with_a_word_takes_it():
    for cue, _ in cue_forms().values():
        objects = {frame for frame in cue.frames if frame.startswith("np-")}
        assert "np" in cue.frames or objects <= set(get_args(ObjectWith)), cue.lemma


@pytest.mark.parametrize("row", [*ADVERBIALS.rows, *PERSONS.rows, *HEARERS.rows], ids=lambda row: row.example)
def test_each_row_decides_its_own_example(row):
    table = next(table for table in (ADVERBIALS, PERSONS, HEARERS) if row in table.rows)
    assert decided_row(table, row.example) is row


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("While Lee said it was dead, Garcia left.", "subordinate"),
        ("Garcia left, while Lee said it was dead.", "subordinate"),
        ("Garcia left while Lee said it was dead.", ""),
        ("While Garcia left, Lee said it was dead.", ""),
        ("Garcia left, saying it was dead.", "participle"),
        ("Lee said it was dead.", ""),
    ],
)
def test_the_clause_of_a_cue(text, clause):
    verb = verb_in(text, "saying" if "saying" in text else "said")
    assert clause_of(verb) == clause


@pytest.mark.parametrize(("text", "speech"), [("Lee made a claim that it was dead.", True), ("Lee said it.", False)])
def test_a_noun_of_speech_as_object_tells_that_it_is_speech(text, speech):
    content = content_after(verb_in(text, "made" if "made" in text else "said"))
    assert content.speech == speech
