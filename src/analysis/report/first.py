"""The sentences that an editor reads first: at most four, one for each reason to look."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from analysis.annotated.statements import Statement
from analysis.crosstabs import mentions_by_source, topics_on_unnamed
from analysis.report.facts import Facts
from analysis.report.links import open_words
from analysis.tables import rows_of
from analysis.wording import count_of, listing, within


class First(NamedTuple):
    """A sentence to read first: its number, paragraph, first words, and why."""

    sentence: int
    place: str
    words: str
    why: str


def read_first(facts: Facts) -> list[First]:
    """Return the sentences to read first: unnamed and alone, sole source of a topic, opinion or doubt, the hardest."""
    chosen: dict[int, str] = {}
    for find in (_alone, _only_on_topic, _opinion_or_doubt, _hardest):
        for sentence, why in find(facts):
            if sentence not in chosen:
                chosen[sentence] = why
                break
    return [First(n, facts.place(n), open_words(facts, n), why) for n, why in chosen.items()]


def _alone(facts: Facts) -> Iterator[tuple[int, str]]:
    """Yield what unnamed people say in paragraphs where nobody else is heard, most words first."""
    heard: dict[int, set[str]] = defaultdict(set)
    for s in facts.cited:
        heard[s.paragraph] |= set(s.codes)
    alone = [s for s in _unnamed(facts) if heard[s.paragraph] == set(s.codes)]
    for s in sorted(alone, key=lambda s: -s.n_words):
        beside = "; nobody else is heard in the paragraph" if len(s.codes) == 1 else ""
        yield s.sentence, f"{count_of(s.n_words, 'word')} on {_one(s)}{beside}."


def _only_on_topic(facts: Facts) -> Iterator[tuple[int, str]]:
    """Yield sentences whose unnamed source is the only one on some topic, most topics first."""
    labels = facts.topics.labels
    alone = set(topics_on_unnamed(facts.tables["topics_by_source"])["topic"])
    placed = mentions_by_source(facts.tables["mentions"], facts.tables["attributions"])
    topics: dict[int, dict[str, None]] = defaultdict(dict)
    for topic, kind, sentence in rows_of(placed, "topic", "kind", "sentence"):
        if topic in alone and kind == "anonymous" and sentence > 0:
            topics[sentence][topic] = None
    for sentence, found in sorted(topics.items(), key=lambda item: -len(item[1])):
        names = [within(labels.get(topic, topic)) for topic in found]
        yield sentence, f"Only unnamed people are cited on {listing(names)}."
    yield from _alone(facts)


def _opinion_or_doubt(facts: Facts) -> Iterator[tuple[int, str]]:
    """Yield what unnamed people think or wish, else the least sure statements."""
    for s in sorted(_unnamed(facts), key=lambda s: -s.n_words):
        if not s.speech:
            yield s.sentence, "What unnamed people think or wish, and not what they report."
    for s in sorted((s for s in facts.cited if s.is_doubtful), key=lambda s: s.confidence):
        yield s.sentence, "The least sure reading: is it said, and by whom?"


def _hardest(facts: Facts) -> Iterator[tuple[int, str]]:
    """Yield the hardest sentences of an article that is long enough for a school grade."""
    if facts.readings["flesch_kincaid_grade"][3]:
        return
    for number, grade in hardest(facts):
        n = facts.sentences[number][1]
        yield number, f"The hardest sentence: {count_of(n, 'word')}, school grade {round(grade)}."


def hardest(facts: Facts) -> list[tuple[int, float]]:
    """Return the body's sentences with their school grade, the hardest first."""
    table = facts.tables["readability"]
    rows = table[(table["scope"] == "sentence") & (table["measure"] == "flesch_kincaid_grade")]
    graded = [(int(n), value) for n, value in rows_of(rows, "sentence", "value") if value == value and n > 0]
    return sorted(graded, key=lambda pair: -pair[1])


def _unnamed(facts: Facts) -> list[Statement]:
    return [s for s in facts.cited if s.kind == "anonymous"]


def _one(s: Statement) -> str:
    """Return how many speak, and whether they are officials: ``one unnamed official``."""
    who = "official" if s.official else "source"
    return f"unnamed {who}s" if s.anonymity == "group" else f"one unnamed {who}"
