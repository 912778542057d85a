"""The plain word for every technical name that a reader meets, from one table: ``data/wording.csv``."""

import csv
from functools import cache

from analysis.errors import LexiconError
from analysis.resources import find_resource

WORDING = find_resource("data/wording.csv")


@cache
def read_terms() -> dict[tuple[str, str], str]:
    """Return the words of each term, by where it is met (kind, rule, verdict ...) and its technical name."""
    with WORDING.open(encoding="utf-8", newline="") as file:
        return {(row["where"], row["term"]): row["words"] for row in csv.DictReader(file)}


def words_for(where: str, term: str) -> str:
    """Return the words for a term. Raises LexiconError, with the remedy, where the table has none."""
    found = read_terms().get((where, term))
    if found is None:
        raise LexiconError(f"there are no words for the {where} {term!r}: add a row to {WORDING.name}")
    return found


def say_paragraph(number: int) -> str:
    """Return what a paragraph is called: ``¶4``; ``headline`` for what stands above the body."""
    return f"¶{number}" if number > 0 else words_for("part", "headline")


def say_official(kind: str, official: bool) -> str:
    """Return whether a source holds or speaks for a public office, in words that fit its kind; empty for a document."""
    truth = "true" if official else "false"
    if kind == "document":
        return words_for("official", "true of a document") if official else ""
    return words_for("official", f"{truth} of an organization" if kind == "organization" else truth)
