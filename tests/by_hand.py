"""Tables made by hand, for several test modules."""

from collections.abc import Sequence

from analysis.sourcing.entities.register import Names
from analysis.sourcing.extraction.extract import extract
from analysis.sourcing.grammar.document import Document
from analysis.sourcing.identify import identify
from analysis.sourcing.model import Found, Sentence, Verdict
from analysis.tables import SENTENCES


def sentences(*articles):
    """A table of sentences: each article a list of paragraphs, each a list of sentences; a headline before each."""
    rows = []
    for i, paragraphs in enumerate(articles):
        rows.append((f"a{i}", 0, 0, "headline", 0, 9, 2, "Dog bites."))
        number, at = 0, 10
        for p, texts in enumerate(paragraphs, 1):
            for text in texts:
                number += 1
                rows.append((f"a{i}", p, number, "body", at, at + len(text), len(text.split()), text))
                at += len(text) + 1
    return SENTENCES.frame(rows)


def sentences_in(text: str, *, part: str = "body") -> list[Sentence]:
    """One paragraph, cut into sentences after a full stop and the like."""
    sentences, start = [], 0
    for number, piece in enumerate(_cut(text), start=1):
        start = text.index(piece, start)
        sentences.append(Sentence(1, number, part, start, piece))
    return sentences


def _cut(text: str) -> list[str]:
    pieces, start = [], 0
    for at, character in enumerate(text):
        ends = character in ".!?" and at + 1 < len(text)
        if ends and text[at + 1 :].lstrip('”"')[:1] == " ":
            end = at + 1 + (text[at + 1] in '”"')
            pieces.append(text[start:end].strip())
            start = end
    return [*pieces, text[start:].strip()]


def extracted(sentences: Sequence[Sentence]) -> list[Found]:
    """The attributions of an article's sentences as spans."""
    document = Document(sentences)
    return extract(document, Names(document).people_named())


def identified(sentences: Sequence[Sentence], found: Sequence[Found]) -> list[Verdict]:
    """Who the sources of these attributions are."""
    return identify(Names(Document(sentences)), list(found))
