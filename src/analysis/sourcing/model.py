"""What the steps of sourcing hand to one another."""

from typing import NamedTuple

from analysis.spans import Span


class Sentence(NamedTuple):
    """A sentence as the extractor sees it: its row's numbers, its place in the article, and its text."""

    paragraph: int
    number: int
    part: str
    start: int
    text: str

    @property
    def span(self) -> Span:
        """Its place in the article."""
        return Span(self.start, self.start + len(self.text))


class Person(NamedTuple):
    """Where an article names somebody, and what it calls this person."""

    start: int
    end: int
    label: str


class Found(NamedTuple):
    """An attribution as found: who (None where nobody is named), the words of saying, and what is said.

    Spans are offsets into the article. ``content`` has several pieces where the source interrupts it.
    ``rule`` is the name of the matcher; ``speech`` is false for a state of mind or a stance. ``named`` is where the
    article names a source whose own words do not tell who it is, as the "A" of an interview.
    """

    rule: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    quote: str
    speech: bool
    sentence: int
    named: Span | None = None


class Verdict(NamedTuple):
    """Who a source is: the entity, its kind and the marker that decided it."""

    source: str
    kind: str
    anonymity: str
    official: bool
    marker: str
    role: str
    anonymity_reason: str
