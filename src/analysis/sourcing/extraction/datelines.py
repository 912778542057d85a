"""Datelines: place, day and agency at the head of a report, which nobody says and which say nothing."""

import re
from collections.abc import Sequence
from functools import cache

from analysis.lexicon import words_of
from analysis.parts import DATELINE
from analysis.sourcing.extraction.conditions_of_contents import verbs_of_speech
from analysis.sourcing.extraction.transcripts import TALK, head_tag, is_shouted
from analysis.sourcing.grammar.document import Document
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.model import Person

DATED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ /-]+, [A-Z][a-z]{2,8}\.? \d{1,2}:\s+")
"""A place and a day before a colon: "LANTON, June 3: "."""
GOES_ON = re.compile(r"[\"“‘'«(]?[A-ZÀ-Þ\d]")
"""With what a report begins: not "IBM — which said no"."""


def pass_datelines(document: Document, people: Sequence[Person]) -> None:
    """Let the first sentence of a paragraph begin behind its dateline: "LANTON (AP) — | The ferry sank, Lee said".

    Behind a dash or an agency in brackets any place is one, in mixed case only at the head of the body; before a colon
    a place that the list has, or what is the tag of nobody: somebody else speaks in its paragraph.
    """
    bodies = [tokens for tokens in document.paragraphs if tokens.part == "body"]
    for tokens in bodies:
        end = _dash_end(document, tokens, first=tokens is bodies[0])
        if end:
            tokens.begin_at(end)
    if bodies and _is_place(bodies, people):
        tag = head_tag(bodies[0])
        bodies[0].begin_at(tag.colon + 1 if tag else 0)


def _dash_end(document: Document, tokens: Tokens, *, first: bool) -> int:
    """Return the first token behind a dateline with a dash; 0 where there is none."""
    sentence = document.sentences[document.sentence_of(tokens.starts[0])]
    found = DATED.match(sentence.text) or DATELINE.match(sentence.text)
    if found is None or not GOES_ON.match(sentence.text, found.end()):
        return 0
    if not (first or sentence.text.split(maxsplit=1)[0].isupper()):
        return 0
    end = sentence.start + found.end()
    return next((at for at, start in enumerate(tokens.starts) if start >= end), 0)


def _is_place(bodies: Sequence[Tokens], people: Sequence[Person]) -> bool:
    """Tell whether a word in capitals before a colon, at the head of the body, is a place and nobody who speaks."""
    tag = head_tag(bodies[0])
    if tag is None or not is_shouted(tag):
        return False
    if tag.text in _places():
        return True
    if verbs_of_speech().isdisjoint(tag.tokens.lower):
        return False
    names = {word.lower() for person in people for word in person.label.split()}
    alone = not any(map(_is_tagged, bodies[1:]))
    return alone and names.isdisjoint(tag.text.split()) and TALK.isdisjoint(tag.tokens.lower)


def _is_tagged(tokens: Tokens) -> bool:
    tag = head_tag(tokens)
    return tag is not None and is_shouted(tag)


@cache
def _places() -> frozenset[str]:
    """Return the places that the list has, lower case."""
    return frozenset(map(str.lower, words_of("places", "place")))
