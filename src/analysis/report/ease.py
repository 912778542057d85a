"""Reading ease: a bar for each sentence, the hardest ones, and the measures with their ranges."""

from itertools import groupby
from statistics import median
from typing import NamedTuple

from analysis.annotated.terms import words_for
from analysis.report.facts import Facts, read_reference_once
from analysis.report.first import hardest
from analysis.report.links import open_words
from analysis.wording import count_of, number

HEIGHT, HEAD = 110.0, 18.0
"""The height of the highest bar and the room above it, in pixels."""
MOST = 120
"""Of more sentences than these a bar stands for a paragraph."""
HARDEST = 3


class Bar(NamedTuple):
    """A bar: x and width in per cent, y and height in pixels, and its label where it has one."""

    x: float
    width: float
    y: float
    height: float
    label: str


class Chart(NamedTuple):
    """The bars, the usual length as y, the paragraphs under them (from, to, number), and what it shows in words."""

    bars: list[Bar]
    usual_at: float
    usual: str
    paragraphs: list[tuple[float, float, str]]
    said: str
    unit: str


class Hard(NamedTuple):
    """A hard sentence: number, paragraph, words, school grade, first words."""

    number: int
    place: str
    n_words: int
    grade: int
    words: str


class Reading(NamedTuple):
    """A reading measure with its range in words."""

    name: str
    value: str
    range: str


def draw_lengths(facts: Facts) -> Chart:
    """Return the lengths of the body's sentences, or of its paragraphs on average where there are many sentences."""
    body = [(n, p, words) for n, (p, words, _, _) in facts.sentences.items() if p > 0 and words]
    marked = {h.number for h in list_hardest(facts)}
    by_paragraph = len(body) > MOST
    if by_paragraph:
        groups = [(p, [w for _, _, w in same]) for p, same in groupby(body, key=lambda row: row[1])]
        items = [(p, sum(w) / len(w), "") for p, w in groups]
    else:
        items = [(p, w, str(w) if n in marked else "") for n, p, w in body]
    reference = read_reference_once()
    lengths = reference[reference["measure"] == "words_per_sentence"]
    usual = float(lengths.loc[lengths["quantile"].sub(0.5).abs().idxmin(), "value"])
    top = max([w for _, w, _ in items] + [usual], default=1.0)
    step = 100 / max(len(items), 1)
    bars = [
        Bar(i * step + 0.1 * step, 0.8 * step, HEAD + HEIGHT * (1 - w / top), HEIGHT * w / top, label)
        for i, (_, w, label) in enumerate(items)
    ]
    unit = (
        "paragraph, its height the words of its sentences on average"
        if by_paragraph
        else "sentence, its height the words"
    )
    said = f"A bar a {unit}; {count_of(len(items), 'bar')}. {_say_hardest(facts)}"
    return Chart(bars, HEAD + HEIGHT * (1 - usual / top), number(usual, 1), _under(items, step), said, unit)


def _under(items: list[tuple[int, float, str]], step: float) -> list[tuple[float, float, str]]:
    """Return where each paragraph's bars stand; a number that has no room is left out."""
    found, at, last = [], 0, -10.0
    for p, same in groupby(items, key=lambda item: item[0]):
        n = len(list(same))
        left, right = at * step, (at + n) * step
        middle = (left + right) / 2
        shown = middle - last >= 5
        last = middle if shown else last
        found.append((left + 0.1 * step, right - 0.1 * step, str(p) if shown else ""))
        at += n
    return found


def list_hardest(facts: Facts) -> list[Hard]:
    """Return the hardest sentences of the body by school grade."""
    return [
        Hard(n, facts.place(n), facts.sentences[n][1], round(grade), open_words(facts, n, 10))
        for n, grade in hardest(facts)[:HARDEST]
    ]


def _say_hardest(facts: Facts) -> str:
    return "".join(f"{h.place}: {count_of(h.n_words, 'word')}. " for h in list_hardest(facts)).strip()


def say_ease(facts: Facts) -> str:
    """Return the heading: how long half of the sentences are, and the longest."""
    lengths = [words for p, words, _, _ in facts.sentences.values() if p > 0 and words]
    if not lengths:
        return "There is no sentence to measure"
    if len(lengths) == 1:
        return f"One sentence of {count_of(lengths[0], 'word')}"
    half = int(median(lengths))
    return f"Half of the sentences have {count_of(half, 'word')} or fewer; the longest has {max(lengths)}"


def list_readings(facts: Facts) -> list[Reading]:
    """Return the article's reading measures; what is undefined is left out."""
    found = []
    for measure, (value, low, high, note) in facts.readings.items():
        if value == value:
            span = f"{number(low)} to {number(high)}" if low == low else "–"
            found.append(Reading(words_for("measure", measure), number(value), f"{span}; {note}" if note else span))
    return found


def list_lengths(facts: Facts) -> list[tuple[int, int, int, str]]:
    """Return number, paragraph, words and school grade of each sentence of the body."""
    grades = dict(hardest(facts))
    rows = [(n, p, words) for n, (p, words, _, _) in facts.sentences.items() if p > 0]
    return [(n, p, words, number(grades[n], 0) if n in grades else "–") for n, p, words in rows]
