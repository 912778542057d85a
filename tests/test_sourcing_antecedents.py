"""The noun phrases before a relative pronoun, whom it means by them, and the document with which a sentence begins."""

import pytest

from analysis.article import article_from_text
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions
from analysis.sourcing.entities.antecedents import BARE, antecedents, leading_thing
from analysis.sourcing.grammar.document import Document
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.model import Sentence


def read(text):
    return Document([Sentence(1, 1, "body", 0, text)])


@pytest.mark.parametrize(
    ("before", "phrases"),
    [
        ("They met a senior aide", ["a senior aide"]),
        ("They spoke with aides to Lee", ["Lee", "aides"]),
        ("They met one of the aides in Ohio", ["Ohio", "one of the aides", "the aides"]),
        ("They met some analysts and voters", ["some analysts and voters", "voters"]),
        ("They met people involved in the talks", ["the talks", "people"]),
        ("They met a voter from the left", ["the left", "a voter"]),
        ("They read a memorandum of understanding", ["understanding", "a memorandum"]),
        ("They met voters here", ["voters"]),
        ("They met Lee -- a baker from Ohio --", ["Lee"]),
        ("They met Lee (", ["Lee"]),
        ("“No,” said one tired voter,", ["one tired voter"]),
        ("They met 93,522 people", ["93,522 people"]),
        ("They met", [""]),
        ("", [""]),
    ],
)
def test_the_noun_phrases_before_a_relative_pronoun(before, phrases):
    text = f"{before} who said no.".strip()
    assert [phrase.text for phrase in antecedents(read(text), text.index("who"))] == phrases


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("They met an executive at a rival bank who said the plan was late.", "executive at a rival bank"),
        ("They met Ann Lee, a professor at Yale University, who said the plan was late.", "Ann Lee"),
        ("They met Ann Lee of Ohio, the city mayor, who said the plan was late.", "Ann Lee"),
        ("They met Ann Lee and Tim Cho, bakers in Ohio, who said the plan was late.", "bakers in Ohio"),
        ("They met Ann Lee’s old lawyer, who said the plan was late.", "Ann Lee’s old lawyer"),
        ("They told the nominee for mayor, who said the plan was late.", "nominee for mayor"),
        ("They read a statement in June that said the plan was late.", "statement"),
        ("They read a post by Acme Airlines, which said the plan was late.", "Acme Airlines"),
    ],
)
def test_whom_a_relative_pronoun_means(text, source):
    found = find_attributions(split_sentences([article_from_text(text, name="a")]))
    assert source in found["source"].tolist()


@pytest.mark.parametrize("row", BARE.rows, ids=lambda row: row.example)
def test_each_row_tells_by_its_example_how_a_phrase_begins(row):
    before, _, _ = row.example.partition("|")
    tokens = Tokens([Sentence(1, 1, "body", 0, row.example.replace("|", ""))])
    at = tokens.starts.index(len(before))
    assert next(r for r in BARE.rows if r.fits(tokens, at)) is row


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("The audit report was late.", "The audit report"),
        ("“A report,” he said.", ""),
        ("The report, they said, was late.", "The report"),
        ("A first draft of it", "A first draft"),
        ("Report was late.", ""),
        ("The report card was late.", ""),
        ("What the report says is late.", ""),
        ("The average weekly pay, it said, was late.", ""),
        ("The mayor of the report was late.", ""),
        ("The mayor, the report said, was late.", ""),
    ],
)
def test_the_document_that_a_sentence_begins_with(text, document):
    span = leading_thing(read(text), 0)
    assert (text[span.start : span.end] if span else "") == document
