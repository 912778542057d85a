"""Topics: how well mentions agree with hand-made gold, and how fast they are found beside other engines.

    python benchmarks/topics.py [FOLDER] [--gold DIR --text FILE] [--topics FILE] [--verbose]

Quality is measured on the six articles of tests/gold and, with ``--gold``, on an article elsewhere: DIR holds a
topics.csv with a row a term (topic_id 1 to 15, strength, mention_id, mention_start, mention_end), FILE is its text.
A mention is found, or right, where it overlaps one of its topic; "paired" is the same with each used once. Recall asks
for core mentions only; one that overlaps a marginal mention is not wrong, one of a topic that the gold has not is.

Speed needs FOLDER, plain-text articles (*.txt, also in folders below). Every engine gets the same 25 topics of 20
terms, drawn from the folder's own words (three quarters) and pairs of words of middling frequency, and is timed on one
core, best of the runs, from sentence texts to hits with offsets; building the dictionary and reading are not timed.
"""

import argparse
import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from analysis.article import find_article, read_article
from analysis.sentences import split_sentences
from analysis.topics.dictionary import Topics, read_topics
from analysis.topics.matching import find_topics
from topic_engines import print_speed

OUR_GOLD = Path(__file__).parents[1] / "tests" / "gold"
# What the numbers of the other gold mean, in its order.
TOPIC_OF_NUMBER = """
    ukraine-war support-for-russia china-russia taiwan nuclear-weapons north-korea south-china-sea human-rights
    covid-19 military-communication us-china-rivalry cyber-space afghanistan-iran diplomacy chinese-command
""".split()  # noqa: SIM905 - one name a line would be half a page


class Mention(NamedTuple):
    """A mention in an article: its place, its topic, its words, and whether a strict count would keep it."""

    start: int
    end: int
    topic: str
    text: str
    core: bool = True

    def overlaps(self, other: "Mention") -> bool:
        """Tell whether both are of one topic and share a character."""
        return self.topic == other.topic and self.start < other.end and other.start < self.end


class Score(NamedTuple):
    """Core mentions found of how many, mentions right of how many, and both again with each mention used once."""

    found: int = 0
    core: int = 0
    right: int = 0
    ours: int = 0
    found_once: int = 0
    right_once: int = 0

    def __add__(self, other: tuple) -> "Score":
        """Return the sum, column by column."""
        return Score(*map(sum, zip(self, other, strict=True)))

    def __str__(self) -> str:
        """Return the line of the table."""
        shares = (
            (self.found, self.core), (self.right, self.ours), (self.found_once, self.core), (self.right_once, self.ours)
        )  # fmt: skip
        cells = [f"{n / of:.3f}" if of else "-" for n, of in shares]
        return f"{cells[0]:>8}{cells[1]:>11}{cells[2]:>15}{cells[3]:>11}{self.core:>7}{self.ours:>6}"


def main() -> int:
    """Measure what is asked for, print it and return the exit status."""
    options = _options()
    paths = sorted(options.folder.rglob("*.txt"))[: options.articles] if options.folder else []
    if options.folder and not paths:
        print(f"there is no *.txt in {options.folder}: name a folder of plain-text articles, such as data/articles")
        return 2
    if bool(options.gold) != bool(options.text):
        print("a gold needs its text and the other way about: give both, --gold DIR --text FILE")
        return 2
    _print_quality(read_topics(options.topics), options)
    if paths:
        print_speed([p.read_text(encoding="utf-8-sig") for p in paths], options.runs)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="plain-text articles for the measure of speed")
    parser.add_argument("--gold", type=Path, help="a folder with the topics.csv of an article elsewhere")
    parser.add_argument("--text", type=Path, help="that article")
    parser.add_argument("--topics", type=Path, help="another topics file")
    parser.add_argument("--verbose", action="store_true", help="list what was missed and what is extra")
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--runs", type=int, default=3)
    return parser.parse_args()


def _print_quality(topics: Topics, options: argparse.Namespace) -> None:
    """Print recall and precision of each article, of the six together, and by topic."""
    print(f"{'':32}{'recall':>8}{'precision':>11}{'paired recall':>15}{'precision':>11}{'core':>7}{'ours':>6}")
    six: dict[str, Score] = {}
    for path in sorted(OUR_GOLD.glob("*/topics.csv")):
        name = path.parent.name
        scores = _score(_our_gold(path), _find(find_article(name), topics), verbose=options.verbose)
        print(f"{name:32}{_total(scores.values())}")
        for topic, score in scores.items():
            six[topic] = six.get(topic, Score()) + score
    print(f"{'the six':32}{_total(six.values())}")
    _print_topics(six)
    if options.gold:
        gold = _other_gold(options.gold / "topics.csv")
        scores = _score(gold, _find(options.text, topics, headline=False), verbose=options.verbose)
        theirs = {t: s for t, s in scores.items() if t in TOPIC_OF_NUMBER}
        print(f"{options.text.stem:32}{_total(scores.values())}")
        print(f"{'  within the topics of its gold':32}{_total(theirs.values())}")
        _print_topics(theirs)


def _total(scores: Iterable[Score]) -> Score:
    return sum(scores, Score())


def _print_topics(scores: dict[str, Score]) -> None:
    for topic, score in sorted(scores.items()):
        print(f"  {topic:30}{score}")


def _find(path: Path, topics: Topics, *, headline: bool = True) -> list[Mention]:
    """Return our mentions in an article, in its body alone where its gold leaves the headline out."""
    article = read_article(path)
    rows = find_topics(split_sentences(article), topics=topics)
    places = zip(rows["start"], rows["end"], rows["topic"], rows["sentence"], strict=True)
    return [Mention(a, b, topic, article.text[a:b]) for a, b, topic, n in places if headline or n > 0]


def _our_gold(path: Path) -> list[Mention]:
    return [
        Mention(int(r["start"]), int(r["end"]), r["topic"], r["text"], r["strength"] == "core") for r in _read(path)
    ]


def _other_gold(path: Path) -> list[Mention]:
    """Return the mentions of a gold that has a row a term; a mention is core where one of its terms is."""
    mentions: dict[str, Mention] = {}
    for r in _read(path):
        topic, core = TOPIC_OF_NUMBER[int(r["topic_id"]) - 1], r["strength"] == "core"
        core = core or (r["mention_id"] in mentions and mentions[r["mention_id"]].core)
        place = int(r["mention_start"]), int(r["mention_end"])
        mentions[r["mention_id"]] = Mention(*place, topic, r["mention_text"], core)
    return list(mentions.values())


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _score(gold: Sequence[Mention], ours: Sequence[Mention], *, verbose: bool) -> dict[str, Score]:
    """Return the score of each topic that either side has."""
    scores = {}
    for topic in sorted({m.topic for m in (*gold, *ours)}):
        every, found = ([m for m in side if m.topic == topic] for side in (gold, ours))
        core = [m for m in every if m.core]
        missed = [m for m in core if not any(map(m.overlaps, found))]
        extra = [m for m in found if not any(map(m.overlaps, every))]
        once = _pairs(core, found), _pairs(found, every)
        scores[topic] = Score(len(core) - len(missed), len(core), len(found) - len(extra), len(found), *once)
        if verbose:
            for what, mentions in (("missed", missed), ("extra", extra)):
                print(*(f"    {what} {m.topic} at {m.start}: {' '.join(m.text.split())}" for m in mentions), sep="\n")
    return scores


def _pairs(ones: Sequence[Mention], others: Sequence[Mention]) -> int:
    """Return how many of the one side overlap one of the other, each used once, in the order of the text."""
    free = list(others)
    for one in ones:
        partner = next((o for o in free if one.overlaps(o)), None)
        if partner:
            free.remove(partner)
    return len(others) - len(free)


if __name__ == "__main__":
    raise SystemExit(main())
