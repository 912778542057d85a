"""The names of an article as they stand in its sentences, each by its own words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.name_parts import Name
from analysis.sourcing.entities.name_shapes import RUN
from analysis.sourcing.entities.names import extend, read_name
from analysis.sourcing.model import Sentence

CAPITALISED = 0.6
EXTENDED = ("title", "body")


@dataclass(slots=True)
class Mention:
    """A name where it stands (``at`` counts in its sentence), what it is by its own words, and whom it means."""

    start: int
    end: int
    sentence: Sentence
    name: Name
    entity: Entity | None = None

    @property
    def inside(self) -> tuple[int, int]:
        """Its place in its sentence."""
        return self.start - self.sentence.start, self.end - self.sentence.start


def read_mentions(sentences: list[Sentence]) -> list[Mention]:
    """Return the names of these sentences in order, but for headlines with capitals everywhere."""
    found: list[Mention] = []
    for sentence in sentences:
        if sentence.part != "headline" or not _is_title_case(sentence.text):
            found += _read(sentence)
    return found


def _read(sentence: Sentence) -> Iterator[Mention]:
    """Yield the names of a sentence; one of a body or an office goes on after "of"."""
    text, offset, at = sentence.text, sentence.start, 0
    for run in RUN.finditer(text):
        start, end = run.span()
        if start < at:
            continue
        at, name = end, read_name(run[0])
        if name.sort in EXTENDED and (end := extend(text, at)) > at:
            longer = read_name(text[start:end])
            if longer.sort not in ("unsure", ""):
                at, name = end, longer
        if name.sort not in ("", "adjective"):
            yield Mention(offset + start + name.skip, offset + at, sentence, name)


def _is_title_case(headline: str) -> bool:
    """Whether a headline has capitals everywhere, so that they tell nothing."""
    words = [w for w in re.findall(r"\w+", headline) if w[0].isalpha() and len(w) > 3]
    return len(words) > 3 and sum(w[0].isupper() for w in words) > CAPITALISED * len(words)
