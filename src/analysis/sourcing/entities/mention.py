"""The names of an article as they stand in its sentences, each by its own words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.introductions import held_by
from analysis.sourcing.entities.name_parts import Name, make_name
from analysis.sourcing.entities.name_shapes import JOINED, RUN, initials_of
from analysis.sourcing.entities.names import extend, read_name
from analysis.sourcing.entities.word_kinds import PLURAL, kinds_of
from analysis.sourcing.model import Sentence

CAPITALISED = 0.6
LEAST_WORDS = 4
"""What share of a headline's long words have capitals where all may have them, and of how many words that tells."""
UNION = {"kind": "union", "office": "private"}
GROUP = {"kind": "group", "office": "private"}
"""What a body is whose name goes on behind "and": one of people, "Glass and Metal Workers", or any other one."""
EXTENDED = ("title", "body")
NO_NAMES = ("", "adjective")
UNCLEAR = ("", "unsure")
HELD = ("unsure", "person")
LONG_WORD = re.compile(r"\b[^\W\d_]\w{3,}")


class Printed(NamedTuple):
    """A name where it is printed, what it is by its own words, and the sentence in which it stands."""

    start: int
    end: int
    name: Name
    sentence: Sentence

    @property
    def inside(self) -> tuple[int, int]:
        """Its place in its sentence."""
        return self.start - self.sentence.start, self.end - self.sentence.start


class Mention(NamedTuple):
    """A name where it stands, and whom or what the article means by it."""

    start: int
    end: int
    name: Name
    entity: Entity


def read_printed(sentences: list[Sentence]) -> list[Printed]:
    """Return the names of these sentences in order, but for headlines with capitals everywhere."""
    found: list[Printed] = []
    for sentence in sentences:
        if sentence.part != "headline" or not _is_title_case(sentence.text):
            found += _read(sentence)
    return found


def _read(sentence: Sentence) -> Iterator[Printed]:
    """Yield the names of a sentence; one of a body or an office goes on after "of"."""
    text, offset, at = sentence.text, sentence.start, 0
    for run in RUN.finditer(text):
        start, end = run.span()
        if start < at:
            continue
        name, at = read_name(run[0]), end
        if text.startswith(" and ", end) and (joined := _joined(text, start, end, name.skip)):
            name, at = joined
        elif name.sort in EXTENDED:
            name, at = _longer(text, start, end) or (name, end)
        elif name.sort in HELD:
            name = held_by(text[:start], run[0]) or name
        if name.sort not in NO_NAMES:
            yield Printed(offset + start + name.skip, offset + at, name, sentence)


def _longer(text: str, start: int, end: int) -> tuple[Name, int] | None:
    """`Department (of Justice)`: the name of a run with what "of" adds to it, and where it ends; None without that."""
    further = extend(text, end)
    if further == end:
        return None
    longer = read_name(text[start:further])
    return None if longer.sort in UNCLEAR else (longer, further)


def _joined(text: str, start: int, end: int, skip: int) -> tuple[Name, int] | None:
    """`Glass (and Metal Workers) (GMW)`: a body's name of two runs, as its short form tells, and where it ends."""
    more = JOINED.match(text, end)
    if more is None:
        return None
    name = text[start + skip : more.end("run")]
    if initials_of(name) != more["short"].lower():
        return None
    row = UNION if kinds_of(name.rpartition(" ")[2]) & PLURAL else GROUP
    return make_name("body", name, "", skip, **row), more.end("run")


def _is_title_case(headline: str) -> bool:
    """Whether a headline has capitals everywhere, so that they tell nothing."""
    words = LONG_WORD.findall(headline)
    if len(words) < LEAST_WORDS:
        return False
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) > CAPITALISED * len(words)
