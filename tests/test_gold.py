"""The six articles against their hand-made gold. A floor is what was reached; it may rise and must not fall."""

import csv
from pathlib import Path

import pytest

from analysis.article import find_article, read_article
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions
from analysis.spans import Span, hull, parse_spans
from analysis.topics import find_topics, read_topics

GOLD = Path(__file__).parent / "gold"
ARTICLES = sorted(p.parent.name for p in GOLD.glob("*/attributions.csv"))
ROWS = csv.DictReader((GOLD / "floors.csv").read_text(encoding="utf-8").splitlines())
FLOORS = {r["measure"]: float(r["floor"]) for r in ROWS}


def read_gold(article, table):
    with (GOLD / article / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def f1(right, predicted, gold):
    return 2 * right / (predicted + gold)


def pair(predicted, gold):
    """Pair spans that overlap, each at most once, in order of place: (i, j) of predicted and gold."""
    pairs, free = [], list(range(len(gold)))
    for i, span in enumerate(predicted):
        j = next((j for j in free if span and gold[j] and span.overlaps(gold[j])), None)
        if j is not None:
            free.remove(j)
            pairs.append((i, j))
    return pairs


def span_of(row, part):
    start, end = row[f"{part}_start"], row[f"{part}_end"]
    return Span(int(start), int(end)) if str(start) not in ("", "<NA>", "nan", "None") else None


def whole(row):
    """Where an attribution stands: the hull of its cue, source and content."""
    parts = [span_of(row, "cue"), span_of(row, "source"), *parse_spans(row["content_spans"])]
    return hull([p for p in parts if p])


@pytest.fixture(scope="module")
def attributions():
    """Pairs of (predicted rows, gold rows) by article; doubtful gold counts neither way."""
    found = {}
    for name in ARTICLES:
        rows = find_attributions(split_sentences(read_article(find_article(name)))).to_dict("records")
        gold = read_gold(name, "attributions")
        doubtful = [span_of(g, "cue") or whole(g) for g in gold if g["tier"] == "doubtful"]
        kept = [r for r in rows if not any((span_of(r, "cue") or whole(r)).overlaps(d) for d in doubtful)]
        found[name] = kept, [g for g in gold if g["tier"] != "doubtful"]
    return found


def matched(attributions):
    """Predicted and gold rows whose cues overlap (their whole extent, where one has no cue)."""
    for rows, gold in attributions.values():
        pairs = pair([span_of(r, "cue") or whole(r) for r in rows], [span_of(g, "cue") or whole(g) for g in gold])
        yield from ((rows[i], gold[j]) for i, j in pairs)


def totals(attributions):
    return sum(len(r) for r, _ in attributions.values()), sum(len(g) for _, g in attributions.values())


def test_attributions_are_found(attributions):
    right = sum(1 for _ in matched(attributions))
    assert f1(right, *totals(attributions)) >= FLOORS["attribution_f1"]


def test_sources_are_found(attributions):
    both = [(span_of(r, "source"), span_of(g, "source")) for r, g in matched(attributions)]
    right = sum((a is None and b is None) or bool(a and b and a.overlaps(b)) for a, b in both)
    assert f1(right, *totals(attributions)) >= FLOORS["source_f1"]


@pytest.mark.parametrize("verdict", ["kind", "official", "speech", "anonymity"])
def test_verdicts_on_found_sources(attributions, verdict):
    both = [(str(r[verdict]).lower(), g[verdict].lower()) for r, g in matched(attributions)]
    assert sum(a == b for a, b in both) / len(both) >= FLOORS[verdict]


def test_topics_are_found():
    right = predicted = total = found = 0
    topics = read_topics()
    for name in ARTICLES:
        mentions = find_topics(split_sentences(read_article(find_article(name))), topics=topics)
        gold = read_gold(name, "topics")
        for topic in {g["topic"] for g in gold} | set(mentions["topic"]):
            rows = mentions[mentions["topic"] == topic]
            ours = [Span(a, b) for a, b in zip(rows["start"], rows["end"], strict=True)]
            core = [
                Span(int(g["start"]), int(g["end"])) for g in gold if g["topic"] == topic and g["strength"] == "core"
            ]
            every = [Span(int(g["start"]), int(g["end"])) for g in gold if g["topic"] == topic]
            found += len(pair(core, ours))
            right += len(pair(ours, every))
            predicted, total = predicted + len(ours), total + len(core)
    assert found / total >= FLOORS["topic_recall"]
    assert right / predicted >= FLOORS["topic_precision"]
