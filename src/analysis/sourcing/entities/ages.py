"""Whom an age means: "the 56-year-old" is whose age the article told, or else the named person told of last."""

import re
from typing import NamedTuple

from analysis.sourcing.entities.discourse import Discourse
from analysis.sourcing.entities.entity import Entity

AGE = re.compile(r"(\d{1,3})-year-old$")
REACH = 40
"""In how many sentences before it an age is looked for."""


class Told(NamedTuple):
    """Whether an article told an age before, and of which named person; nobody where it was one without a name."""

    found: bool
    person: Entity | None = None


def told_age(discourse: Discourse, words: str, offset: int) -> Told:
    """Return of whom the age in "56-year-old" was told before an offset: "Ann Lee, 56,", "56-year-old Ann Lee"."""
    age = AGE.search(words)
    if age is None:
        return Told(False)
    told = re.compile(rf"[,(]\s?(?:aged\s)?{age[1]}(?=[,.;)]|\swho\b)|\b{age[1]}-year-old\b")
    found = Told(False)
    for number in discourse.sentences_before(offset, REACH):
        sentence = discourse.document.sentences[number]
        for place in told.finditer(sentence.text, 0, max(0, offset - sentence.start)):
            found = Told(True, _beside(discourse, sentence.start + place.start(), sentence.start + place.end()))
            if found.person:
                return found
    return found


def _beside(discourse: Discourse, start: int, end: int) -> Entity | None:
    """The person whose name ends before an age, or begins behind it."""
    for mention in discourse.names.between(start - 40, end + 2):
        touches = mention.end == start, mention.start >= end
        if mention.entity.is_person and any(touches):
            return discourse.latest(mention.entity)
    return None
