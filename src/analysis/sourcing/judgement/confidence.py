"""How sure a row of `attributions` is: a logistic model over what can be named of a row, fitted on annotated texts.

The chance of a row is 1 / (1 + exp(-(the sum of its properties' coefficients + the intercept))). The coefficients are
data (`lexicons/confidence.csv`); ``benchmarks/confidence.py`` fits them.
"""

from collections.abc import Callable, Iterator
from functools import cache
from math import exp
from typing import Any, NamedTuple

import pandas as pd

from analysis.lexicon import read_lexicon
from analysis.sourcing.grammar.closed_classes import group
from analysis.tables import rows_of

LENGTHS = ((2, "1-2"), (4, "3-4"), (7, "5-7"), (20, "8-20"), (40, "21-40"))
RELATIVE = frozenset(("who", "which", "that", "whom"))
COLUMNS = (
    "article", "paragraph", "sentence", "source_start", "source_text", "cue_start", "cue_text", "content_start",
    "content_spans", "source", "kind", "anonymity", "quote", "speech", "rule", "role", "n_words",
)  # fmt: skip
NEVER, FAR = "never", 3
"""What stands for a source that has not spoken before, and how many sentences count as far from where it did."""
INTERCEPT = ("intercept", "")
DIGITS = 3


class Evidence(NamedTuple):
    """What is looked at of an attribution: columns of its row, and how many sentences ago its source spoke last."""

    article: str
    paragraph: int
    sentence: int
    source_start: Any
    source_text: str
    cue_start: Any
    cue_text: str
    content_start: Any
    content_spans: str
    source: str
    kind: str
    anonymity: str
    quote: str
    speech: bool
    rule: str
    role: str
    n_words: int
    since: int | None


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


def _order(row: Evidence) -> str:
    """Return which of source and content stands first."""
    if pd.isna(row.source_start) or pd.isna(row.content_start):
        return "alone"
    return "content first" if row.content_start < row.source_start else "source first"


def _since(row: Evidence) -> str:
    """Return how many sentences ago the source spoke last; a pronoun far from it is less sure."""
    return NEVER if row.since is None else str(min(row.since, FAR))


PROPERTIES: dict[str, Callable[[Evidence], str]] = {
    "rule": lambda row: row.rule,
    "cue": lambda row: row.cue_text.lower().rpartition(" ")[2],
    "words of the cue": lambda row: str(min(len(row.cue_text.split()), 4)),
    "source": _source,
    "words of the source": lambda row: str(min(len(row.source_text.split()), 8)),
    "words said": _length,
    "order": _order,
    "pieces": lambda row: str(min(row.content_spans.count(";") + 1, 3)),
    "quote": lambda row: row.quote,
    "speech": lambda row: str(row.speech).lower(),
    "kind": lambda row: f"{row.kind} {row.anonymity}".strip(),
    "role": lambda row: "told" if row.role else "",
    "part": lambda row: "headline" if row.paragraph <= 0 else "body",
    "spoke": _since,
    "source and spoke": lambda row: f"{_source(row)}, {_since(row)}",
}
"""What is named of a row: each property has one value."""


def gather_evidence(attributions: pd.DataFrame) -> Iterator[Evidence]:
    """Yield what is looked at of each row of a table `attributions`, in its order; ``confidence`` need not be there."""
    spoke: dict[tuple[str, str], int] = {}
    for row in rows_of(attributions, *COLUMNS):
        seen = Evidence._make((*row, None))
        who = seen.article, seen.source
        yield seen._replace(since=seen.sentence - spoke[who]) if who in spoke else seen
        spoke[who] = seen.sentence


def name_properties(row: Evidence) -> tuple[tuple[str, str], ...]:
    """Return the properties of a row: pairs of a property's name and its value."""
    return tuple([(name, value_of(row)) for name, value_of in PROPERTIES.items()])


def estimate_confidence(attributions: pd.DataFrame) -> list[float]:
    """Return for each row of a table `attributions` the chance (0 to 1) that a careful reader would mark the same.

    The same is a statement with the same source and kind, and with most of the same words. A value that the model has
    not met counts as an average one.
    """
    known = _coefficients()
    intercept = known[INTERCEPT]
    return [
        round(_logistic(intercept + sum([known.get(pair, 0.0) for pair in name_properties(row)])), DIGITS)
        for row in gather_evidence(attributions)
    ]


def _logistic(logit: float) -> float:
    return 1 / (1 + exp(-logit))


@cache
def _coefficients() -> dict[tuple[str, str], float]:
    """Return the model's coefficients by property and value."""
    rows = read_lexicon("confidence", "property", "value")
    return {(row["property"], row["value"]): float(row["coefficient"]) for row in rows}
