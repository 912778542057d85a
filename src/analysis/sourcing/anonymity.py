"""Where an article says that a source was promised anonymity, in which words, and why."""

import re
from functools import cache
from typing import NamedTuple

from analysis.lexicon import any_of, read_lexicon
from analysis.sourcing.model import Sentence

HINTS = ("nonym", "named", "dentif", "uthoriz", "ackground", "record", "permitted", "allowed", "attribution", "quoted", " name", "naming")
OWN_REASON = re.compile(r"authoriz|permitted|allowed", re.IGNORECASE)
CLAUSE_END = re.compile(r"[.;!?]?[”\"]|[;—]|,\s(?:(?:he|she|they|the|a|and|but|two|three)\s)?(?:\w+\s){0,4}(?:said|says|told|added|according)\b|[.!?]?$")


class Shield(NamedTuple):
    """A promise of anonymity: where it stands, the words, and the reason (empty where none is given)."""

    start: int
    end: int
    sentence: int
    marker: str
    reason: str


@cache
def _markers(grade: str) -> re.Pattern[str]:
    words = [r["marker"] for r in read_lexicon("anonymity_markers", "marker") if r["grade"] == grade]
    return re.compile(rf"\b{any_of(words)}\b", re.IGNORECASE)


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(r['opener'] for r in read_lexicon('anonymity_reasons', 'opener'))}\b", re.IGNORECASE)


def find_shields(sentences: list[Sentence]) -> list[Shield]:
    """Return every place where the article says that anonymity was asked for or given."""
    found = []
    for number, sentence in enumerate(sentences):
        if any(h in sentence.text for h in HINTS) and (marker := _markers("granted").search(sentence.text)):
            last = list(_markers("granted").finditer(sentence.text))[-1]
            found.append(Shield(sentence.start + marker.start(), sentence.start + last.end(), number, marker.group(), _reason(sentence.text, marker)))
    return found


def shielding(words: str) -> str:
    """Return the words in a description that say how a shielded source knows: "familiar with the matter"; else nothing."""
    marker = _markers("granted").search(words) or _markers("shielded").search(words)
    return marker.group() if marker else ""


def _reason(text: str, marker: re.Match[str]) -> str:
    """The clause that says why: after the marker, else before it, else the marker's own words."""
    after = _openers().search(text, marker.end(), min(len(text), marker.end() + 60))
    if after and not OWN_REASON.search(marker.group()):
        return _clause(text, after.start())
    before = [m for m in _openers().finditer(text, 0, marker.start()) if m.group().lower() in ("because", "since", "as they", "as he", "as she", "citing", "due to", "out of fear", "fearing")]
    if before:
        return _clause(text, before[-1].start(), marker.end() if OWN_REASON.search(marker.group()) else 0)
    if OWN_REASON.search(marker.group()):
        return _clause(text, marker.start(), marker.end())
    return _clause(text, after.start()) if after else ""


def _clause(text: str, start: int, least: int = 0) -> str:
    end = CLAUSE_END.search(text, max(start, least))
    return " ".join(text[start : end.start() if end else len(text)].split()).strip(" ,.")
