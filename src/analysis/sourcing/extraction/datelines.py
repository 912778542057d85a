"""Datelines: place, day and agency at the head of a report, which nobody says and which say nothing."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from operator import attrgetter

from analysis.lexicon import words_of
from analysis.parts import DATELINE
from analysis.sourcing.extraction.conditions_of_contents import verbs_of_speech
from analysis.sourcing.extraction.transcripts import TALK, Tag, head_tag, is_shouted
from analysis.sourcing.grammar.document import Document
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.model import Person

LABEL = attrgetter("label")
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
    for tokens in bodies[1:]:
        if tokens.words[0].isupper():
            tokens.begin_at(_dash_end(document, tokens))
    for head in bodies[:1]:
        head.begin_at(_dash_end(document, head) or _colon_end(head, bodies[1:], people))


def _dash_end(document: Document, tokens: Tokens) -> int:
    """Return the first token behind a dateline with a dash or a day; 0 where there is none."""
    sentence = document.sentences[document.sentence_of(tokens.starts[0])]
    found = DATED.match(sentence.text) or DATELINE.match(sentence.text)
    if found is None or not GOES_ON.match(sentence.text, found.end()):
        return 0
    return bisect_left(tokens.starts, sentence.start + found.end())


def _colon_end(tokens: Tokens, others: Iterable[Tokens], people: Sequence[Person]) -> int:
    """Return the first token behind a dateline with a colon; 0 where there is none."""
    tag = _shouted_tag(tokens)
    return tag.colon + 1 if tag and _is_place(tag, others, people) else 0


def _shouted_tag(tokens: Tokens) -> Tag | None:
    """Return what may be a tag at the head of a paragraph, if it is in capitals."""
    tag = head_tag(tokens)
    return tag if tag and is_shouted(tag) else None


def _is_place(tag: Tag, others: Iterable[Tokens], people: Sequence[Person]) -> bool:
    """Tell whether what stands in capitals before a colon, at the head of the body, is a place and nobody who speaks.

    Where the list does not have it, it is one if somebody else speaks in its paragraph, if it is nobody's name and if
    no other paragraph has such a tag.
    """
    return tag.text in _places() or (_is_of_nobody(tag, people) and not any(map(_shouted_tag, others)))


def _is_of_nobody(tag: Tag, people: Iterable[Person]) -> bool:
    """Tell whether somebody else than the one with this tag speaks in its paragraph, and nobody is named so."""
    words, name = set(tag.tokens.lower), set(tag.text.split())
    told = not words.isdisjoint(verbs_of_speech()) and words.isdisjoint(TALK)
    return told and name.isdisjoint(" ".join(map(LABEL, people)).lower().split())


@cache
def _places() -> frozenset[str]:
    """Return the places that the list has, lower case."""
    return frozenset(map(str.lower, words_of("places", "place")))
