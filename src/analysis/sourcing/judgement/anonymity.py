"""Where an article says that a source was promised anonymity, in which words, and why."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from analysis.lexicon import any_of, read_lexicon, rows_of, words_of
from analysis.sourcing.model import Sentence

HINTS = (
    "nonym", "name", "naming", "dentif", "dentit", "uthoriz", "uthoris", "ackground", "the record", "permi", "allowed",
    "attribution", "quoted", "cleared", "supposed to", "entitled to", "empowered to", "free to", "onfidential",
    "forbidden", "barred", "prohibited",
)  # fmt: skip
OWN_REASON = re.compile(
    r"authori[sz]|permi|allowed|cleared|supposed|free\sto|entitled|empowered|forbidden|barred|prohib", re.IGNORECASE
)
INTRODUCED = re.compile(
    r"(?:[“\"]?(?:but|and|yet|still|one|two|three)\s)?(?!(?:the|this|that|these|those|both|all|each|neither|none|he|she|they"
    r"|it|his|her|their|like|\w+ing|asked)\b)[^;:”\"]{2,80}?,?\s(?:who|whose|speaking|requesting|asking|insisting|demanding)\b",
    re.IGNORECASE,
)
"""`An engineer who asked not to be named`, not `The official, who ...`: the words before a promise say whose it is."""
SAID = r",\s(?:(?:he|she|they|the|a|and|but|two|three)\s)?(?:\w+\s){0,4}(?:said|says|told|added|according)\b"
TOLD = re.compile(r",\s(?:said|says|told|according)\b")
CLAUSE_END = re.compile(rf"[.;!?]?[”\"]|[;—]|{SAID}|[.!?]?$")
NEAR = 60


class Shield(NamedTuple):
    """A promise of anonymity: the index of its sentence, the words, where they stand in it, the reason or none.

    ``introduced``: the sentence itself says to whom, so that it is nobody's who spoke before.
    """

    sentence: int
    marker: str
    at: int
    introduced: bool
    reason: str


@cache
def _markers() -> re.Pattern[str]:
    """The formulas by which anonymity is granted: in `not be {named}` any word of the grade "named" may stand."""
    rows = rows_of("anonymity_markers", "marker", grade="granted")
    formulas = [[*map(_slot, row["marker"].split())] for row in rows]
    opens = "|".join(dict.fromkeys(slots[0] for slots in formulas))  # a first look: most words open no formula
    whole = "|".join(map(r"\s+".join, formulas))
    return re.compile(rf"\b(?=(?:{opens})\b)(?<!could\s)(?:{whole})\b", re.IGNORECASE)


def _slot(word: str) -> str:
    """`{named}`: any of the words that may stand in this place of a formula; another word stands for itself."""
    if not word.startswith("{"):
        return re.escape(word)
    return any_of(words_of("anonymity_markers", "marker", grade=word.strip("{}")))


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
            introduced = INTRODUCED.match(text, 0, marker.start()) is not None
            found.append(Shield(number, marker.group(), marker.start(), introduced, _reason(text, marker)))
    return found


def _granted(text: str) -> re.Match[str] | None:
    """The words by which a sentence grants anonymity; looked for only where a part of any such word stands."""
    if not any(map(text.__contains__, HINTS)):
        return None
    return _markers().search(text)


def shielding(words: str) -> str:
    """Return the words of a description that keep a name back: "who asked not to be named"; else nothing."""
    marker = _granted(words)
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


def reason_beside(told: re.Match[str]) -> str:
    """Return why a name was changed where that stands right behind the words that tell so: "to protect him"."""
    opened = _beside().match(told.string, told.end())
    return _clause(told.string, opened.start("reason"), opened.end()) if opened else ""


@cache
def _beside() -> re.Pattern[str]:
    """An opener behind a comma, or a few words on: `a pseudonym used |for his safety|`."""
    return re.compile(rf"(?:,\s|\s?(?:\w+\s){{0,4}}?)(?P<reason>{_openers('after').pattern})", re.IGNORECASE)


def _clause(text: str, start: int, least: int) -> str:
    """Return the words from ``start`` to the end of the clause, which is not before ``least``."""
    end = CLAUSE_END.search(text, least)
    words = text[start : end.start() if end else len(text)]
    if "(" not in words:
        words = words.partition(")")[0]  # the bracket that the reason stands in
    return " ".join(words.split()).strip(" ,.")
