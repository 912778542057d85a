"""The label: four answers in a number, a few words and a caveat each."""

from typing import NamedTuple

from analysis.annotated.terms import words_for
from analysis.crosstabs.mentions import topics_on_unnamed
from analysis.report.charts import Piece, letter_of, stack
from analysis.report.facts import FEW, KINDS, Facts, share_of
from analysis.report.places import grade_place
from analysis.tables import rows_of
from analysis.wording import count_of, listing, percent, within

NO_RANGE = "No range is known."


class Tile(NamedTuple):
    """One answer: the section that it leads to, its question, number, words and caveat."""

    section: str
    question: str
    number: str
    words: str
    caveat: str


class Label(NamedTuple):
    """The four answers, the bar of the first, and its legend (letter, share, kind)."""

    account: Tile
    bar: list[Piece]
    legend: list[tuple[str, str, str]]
    others: list[Tile]


def write_label(facts: Facts) -> Label:
    """Return the label of an article."""
    shares = {kind: share_of(n, facts.n_words) for kind, n in facts.words.items()}
    legend = [(letter_of(kind), shares[kind], words_for("kind many", kind)) for kind in KINDS]
    bar = stack(facts.words, shares if facts.n_words >= FEW else {})
    return Label(_account(facts), bar, legend, [_officials(facts), _topics(facts), _ease(facts)])


def _account(facts: Facts) -> Tile:
    question = "Whose account is it?"
    if not facts.n_attributed:
        return Tile("article", question, "Nobody", "is cited: all words are the writers’ own account.", "")
    unnamed = facts.words["anonymous"]
    told = f"{share_of(unnamed, facts.n_words)} come from people who are not named" if unnamed else "nobody is unnamed"
    ranges = [_range(facts, "share_attributed"), _range(facts, "share_anonymous")]
    caveat = f"Allowing for misreadings: {ranges[0]}; unnamed {ranges[1]}." if all(ranges) else NO_RANGE
    return Tile("article", question, share_of(facts.n_attributed, facts.n_words),
                f"of the words are somebody’s account; {told}.", caveat)  # fmt: skip


def _officials(facts: Facts) -> Tile:
    question = "Do officials give their names?"
    unnamed, named, offices = (facts.official_words[kind] for kind in ("anonymous", "named", "organization"))
    if not unnamed + named:
        beside = f"; offices speak {count_of(offices, 'word')}" if offices else ""
        return Tile("sources", question, "None", f"is cited as a person{beside}.", "")
    span = _range(facts, "share_anonymous_official")
    caveat = [f"Unnamed officials: {span} of all words."] * bool(span) + [f"Offices speak another {offices}."] * bool(
        offices
    )
    return Tile("sources", question, f"{unnamed} : {named}",
                "words of unnamed officials against words of named ones.", " ".join(caveat))  # fmt: skip


def _topics(facts: Facts) -> Tile:
    question = "What rests on unnamed people alone?"
    met = facts.tables["topics_by_source"]["topic"].nunique()
    if not met:
        return Tile("topics", question, "No topic", f"of the {len(facts.topics)} looked for comes up.", "")
    noun = "topic" if met == 1 else "topics"
    alone = list(rows_of(topics_on_unnamed(facts.tables["topics_by_source"]), "topic", "n_anonymous"))
    if not alone:
        return Tile("topics", question, f"None of {met}", f"{noun}: on each somebody else is cited, or nobody.", "")
    names = [within(facts.topics.labels.get(topic, topic)) for topic, _ in alone]
    shown = names if len(names) <= 4 else [*names[:3], f"{len(names) - 3} more"]
    mentions = sum(n for _, n in alone)
    caveat = f"In {count_of(mentions, 'mention')}: read them." if mentions < FEW else ""
    return Tile("topics", question, f"{len(alone)} of {met}", f"{noun}: {listing(shown)}.", caveat)


def _ease(facts: Facts) -> Tile:
    question = "How hard is it to read?"
    value, low, high, note = facts.readings["flesch_kincaid_grade"]
    if note or value != value:
        return Tile("ease", question, "No grade", f"can be told: {note or 'it has no words'}.", "")
    span = f"{round(low)} to {round(high)}; a" if low == low else "A"
    place = grade_place(facts)
    words = f"of US school: {place}." if place else "of US school."
    return Tile("ease", question, f"Grade {round(value)}", words, f"{span} formula, not a reader.")


def _range(facts: Facts, measure: str) -> str:
    """Return the bounds of a share, ``24 to 43%``; empty where it has none."""
    _, low, high = facts.shares[measure]
    if low != low or high != high:
        return ""
    return f"{percent(low, 1).removesuffix('%')} to {percent(high, 1)}"
