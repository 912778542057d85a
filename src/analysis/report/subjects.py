"""Topics by whose word they rest on: a square for each mention."""

from collections import defaultdict
from typing import NamedTuple

from analysis.crosstabs import topics_on_unnamed
from analysis.report.charts import letter_of
from analysis.report.facts import KINDS, Facts
from analysis.report.links import Link, to_paragraphs
from analysis.tables import rows_of
from analysis.wording import count_of

SHOWN = 20
"""Of more topics than these, those on which nobody is cited are folded."""
MANY, BUNDLE = 60, 5
"""From so many mentions of a topic on, one square stands for so many mentions, in the whole list."""


class Subject(NamedTuple):
    """A topic: number, label, mentions by kind, squares (letters), what it rests on, and its paragraphs."""

    number: int
    topic: str
    label: str
    counts: dict[str, int]
    squares: list[str]
    rests_on: str
    is_alone: bool
    links: list[Link]

    @property
    def n_mentions(self) -> int:
        """The mentions in the text, headline left out."""
        return sum(self.counts.values())

    @property
    def is_cited(self) -> bool:
        """Whether anybody is cited on it."""
        return self.n_mentions > self.counts["unattributed"]

    @property
    def mentions(self) -> str:
        """The mentions with their noun."""
        return count_of(self.n_mentions, "mention")


def list_subjects(facts: Facts) -> list[Subject]:
    """Return the topics that come up: those on unnamed people alone first, then by their unnamed mentions, then all."""
    table = facts.tables["topics_by_source"]
    counts: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(KINDS, 0))
    for topic, kind, n in rows_of(table, "topic", "kind", "n_mentions"):
        counts[topic][kind] = n
    alone = set(topics_on_unnamed(table)["topic"])
    places: dict[str, list[int]] = defaultdict(list)
    for topic, sentence in rows_of(facts.tables["mentions"], "topic", "sentence"):
        places[topic].append(sentence)
    order = sorted(counts, key=lambda t: (t not in alone, -counts[t]["anonymous"], -sum(counts[t].values())))
    bundle = BUNDLE if any(sum(c.values()) >= MANY for c in counts.values()) else 1
    return [
        Subject(number, t, facts.topics.labels.get(t, t), counts[t], _squares(counts[t], bundle), _rests_on(counts[t]),
                t in alone, to_paragraphs(facts, places[t]))
        for number, t in enumerate(order, 1)
    ]  # fmt: skip


def square_size(subjects: list[Subject]) -> int:
    """Return how many mentions a square stands for."""
    return BUNDLE if any(s.n_mentions >= MANY for s in subjects) else 1


def say_subjects(facts: Facts, subjects: list[Subject]) -> str:
    """Return the heading: how many topics rest on unnamed people alone."""
    n = len(subjects)
    if not n:
        return f"None of the {count_of(len(facts.topics), 'topic')} looked for comes up"
    alone = sum(s.is_alone for s in subjects)
    if alone == n == 1:
        return "The one topic that comes up rests on unnamed people alone"
    if not alone:
        return f"{count_of(n, 'topic')} {'comes' if n == 1 else 'come'} up, none on unnamed people alone"
    return f"{alone} of {count_of(n, 'topic')} {'rests' if alone == 1 else 'rest'} on unnamed people alone"


def _squares(counts: dict[str, int], bundle: int) -> list[str]:
    return [letter_of(kind) for kind in KINDS for _ in range(-(-counts[kind] // bundle))]


def _rests_on(counts: dict[str, int]) -> str:
    total, unnamed, writers = sum(counts.values()), counts["anonymous"], counts["unattributed"]
    if total == writers:
        return "nobody cited"
    if not unnamed:
        return "none unnamed"
    if unnamed + writers == total:
        return "unnamed alone" + (f", {writers} by the writers" if writers else "")
    return f"{unnamed} of {total} unnamed"
