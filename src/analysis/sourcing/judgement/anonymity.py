"""Where an article says that a source was promised anonymity, in which words, and why."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from analysis.lexicon import any_of, read_lexicon
from analysis.sourcing.model import Sentence

HINTS = (
    "nonym", "named", "dentif", "uthoriz", "ackground", "record", "permitted", "allowed", "attribution", "quoted",
    " name", "naming",
)  # fmt: skip
OWN_REASON = re.compile(r"authoriz|permitted|allowed", re.IGNORECASE)
SAID = r",\s(?:(?:he|she|they|the|a|and|but|two|three)\s)?(?:\w+\s){0,4}(?:said|says|told|added|according)\b"
TOLD = re.compile(r",\s(?:said|says|told|according)\b")
CLAUSE_END = re.compile(rf"[.;!?]?[”\"]|[;—]|{SAID}|[.!?]?$")
NEAR = 60


class Shield(NamedTuple):
    """A promise of anonymity: the index of its sentence, the words, and the reason (empty where none is given)."""

    sentence: int
    marker: str
    reason: str


@cache
def _markers(grade: str) -> re.Pattern[str]:
    words = [r["marker"] for r in read_lexicon("anonymity_markers", "marker") if r["grade"] == grade]
    return re.compile(rf"\b{any_of(words)}\b", re.IGNORECASE)


@cache
def _openers(place: str) -> re.Pattern[str]:
    """What opens a reason: after the marker nearly anything may, before it only what says why."""
    rows = read_lexicon("anonymity_reasons", "opener")
    return re.compile(rf"\b{any_of(r['opener'] for r in rows if place in r['place'])}\b", re.IGNORECASE)


def find_shields(sentences: list[Sentence], numbers: Iterable[int]) -> list[Shield]:
    """Return where the sentences of these indices say that anonymity was asked for or given, in this order."""
    found = []
    for number in numbers:
        text = sentences[number].text
        marker = _granted(text)
        if marker is not None:
            found.append(Shield(number, marker.group(), _reason(text, marker)))
    return found


def _granted(text: str) -> re.Match[str] | None:
    """The words by which a sentence grants anonymity; looked for only where a part of any such word stands."""
    if not any(map(text.__contains__, HINTS)):
        return None
    return _markers("granted").search(text)


def shielding(words: str) -> str:
    """Return the words of a description that say how a shielded source knows: "familiar with"; else nothing."""
    marker = _markers("granted").search(words) or _markers("shielded").search(words)
    return marker.group() if marker else ""


def _reason(text: str, marker: re.Match[str]) -> str:
    """The clause that says why: the marker's own where that is a reason, else after it, else before it."""
    before = _reason_before(text, marker)
    if OWN_REASON.search(marker.group()):
        return _clause(text, before.start() if before else marker.start(), marker.end())
    after = _openers("after").search(text, marker.end(), marker.end() + NEAR)
    if after:
        return _clause(text, after.start(), after.end())
    if before:
        return text[before.start() : marker.start()].partition(",")[0].strip()
    return ""


def _reason_before(text: str, marker: re.Match[str]) -> re.Match[str] | None:
    """What opens a reason last before a marker, and not one that the source tells."""
    last = None
    for opener in _openers("before").finditer(text, 0, marker.start()):
        if not _is_told(text, opener, marker):
            last = opener
    return last


def _is_told(text: str, opener: re.Match[str], marker: re.Match[str]) -> bool:
    """Tell whether what is opened is said by the source: "because it failed, said an official who spoke ..."."""
    return TOLD.search(text, opener.end(), marker.start()) is not None


def _clause(text: str, start: int, least: int) -> str:
    """Return the words from ``start`` to the end of the clause, which is not before ``least``."""
    end = CLAUSE_END.search(text, least)
    return " ".join(text[start : end.start() if end else len(text)].split()).strip(" ,.")
