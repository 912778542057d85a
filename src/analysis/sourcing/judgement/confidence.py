"""How sure a row of `attributions` is: a logistic model over what can be named of a row, fitted on annotated texts.

The chance of a row is 1 / (1 + exp(-(the sum of its properties' coefficients + the intercept))). The coefficients are
data (`lexicons/confidence.csv`); ``benchmarks/confidence.py`` fits them.
"""

from collections.abc import Callable, Iterator
from functools import cache
from math import exp
from typing import NamedTuple

import pandas as pd

from analysis.lexicon import read_lexicon
from analysis.sourcing.grammar.closed_classes import group
from analysis.tables import rows_of

LENGTHS = ((2, "1-2"), (4, "3-4"), (7, "5-7"), (20, "8-20"), (40, "21-40"))
RELATIVE = frozenset(("who", "which", "that", "whom"))
NEVER, FAR = "never", 3
"""What stands for a source that has not spoken before, and how many sentences count as far from where it did."""
INTERCEPT = ("intercept", "")
RARE = "(rare)"
DIGITS = 3


class Evidence(NamedTuple):
    """What is looked at of an attribution: columns of its row, and how many sentences ago its source spoke last."""

    article: str
    sentence: int
    source_text: str
    cue_text: str
    content_spans: str
    source: str
    kind: str
    anonymity: str
    quote: str
    speech: bool
    rule: str
    role: str
    n_words: int
    since: int | None = None


COLUMNS = Evidence._fields[:-1]


def _source(row: Evidence) -> str:
    """Return of what sort the words are that stand for the source."""
    words = row.source_text.split()
    if not words:
        return "none"
    first = words[0].lower()
    if len(words) == 1 and first in RELATIVE:
        return "relative"
    if first in group("pronoun").words:
        return "pronoun" if len(words) == 1 else "pronoun and more"
    if first in ("the", "a", "an"):
        return first.replace("an", "a")
    return "name" if words[0][0].isupper() else "other"


def _length(row: Evidence) -> str:
    """Return how many words are said, in classes."""
    return next((name for most, name in LENGTHS if row.n_words <= most), "more")


def _since(row: Evidence) -> str:
    """Return how many sentences ago the source spoke last; a pronoun far from it is less sure."""
    return NEVER if row.since is None else str(min(row.since, FAR))


PROPERTIES: dict[str, Callable[[Evidence], str]] = {
    "rule": lambda row: row.rule,
    "cue": lambda row: row.cue_text.lower().rpartition(" ")[2],
    "source and when it spoke": lambda row: f"{_source(row)}, {_since(row)}",
    "words said": _length,
    "pieces": lambda row: str(min(row.content_spans.count(";") + 1, 3)),
    "quote": lambda row: row.quote,
    "speech": lambda row: str(row.speech).lower(),
    "kind": lambda row: f"{row.kind} {row.anonymity}".strip(),
    "role": lambda row: "told" if row.role else "",
}
"""What is named of a row: each property has one value."""


def gather_evidence(attributions: pd.DataFrame) -> Iterator[Evidence]:
    """Yield what is looked at of each row of a table `attributions`, in its order; ``confidence`` need not be there."""
    spoke: dict[tuple[str, str], int] = {}
    for row in rows_of(attributions, *COLUMNS):
        seen = Evidence(*row)
        who = seen.article, seen.source
        yield seen._replace(since=seen.sentence - spoke[who]) if who in spoke else seen
        spoke[who] = seen.sentence


def name_properties(row: Evidence) -> tuple[tuple[str, str], ...]:
    """Return the properties of a row: pairs of a property's name and its value."""
    return tuple([(name, value_of(row)) for name, value_of in PROPERTIES.items()])


def estimate_confidence(attributions: pd.DataFrame) -> list[float]:
    """Return for each row of a table `attributions` the chance (0 to 1) that a careful reader would mark the same.

    The same is a statement with the same source and kind, and with most of the same words.
    """
    known = _Coefficients()
    return [
        round(_logistic(sum([known[pair] for pair in name_properties(row)], known[INTERCEPT])), DIGITS)
        for row in gather_evidence(attributions)
    ]


def _logistic(logit: float) -> float:
    return 1 / (1 + exp(-logit))


class _Coefficients(dict[tuple[str, str], float]):
    """The model's coefficients by property and value; a value too rare for one of its own has that of the rare ones."""

    def __init__(self) -> None:
        super().__init__(_read())

    def __missing__(self, pair: tuple[str, str]) -> float:
        found = self[pair] = self.get((pair[0], RARE), 0.0)
        return found


@cache
def _read() -> dict[tuple[str, str], float]:
    rows = read_lexicon("confidence", "property", "value")
    return {(row["property"], row["value"]): float(row["coefficient"]) for row in rows}
