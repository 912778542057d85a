"""Figures and letters that number a list inside a paragraph: ``1. Taxes will rise. 2. Schools will open.``

A figure before a full stop is more often a result or an answer (``The final score: 1.``), so it is taken for a label
only where a list is there: at the beginning of the paragraph, or where another label follows in order.
"""

import re
from typing import NamedTuple

# 1. and (b) and iv.) by themselves, or behind a colon or semicolon
LABEL = re.compile(r"[(\[]?(\d{1,3}(?:\.\d{1,2})?|[^\W\d_]|[ivxIVX]{2,5})[.)\]]{1,2}")
LABEL_BEHIND = re.compile(r"([:;])\s[(\[]?(\d{1,2})[.)\]]{1,2}$")
LONGEST_LABEL = 9
NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ROMAN = {numeral: value for value, numeral in enumerate(NUMERALS, start=1)}
QUESTION_AND_ANSWER = {"Q": 1, "A": 2}


class Label(NamedTuple):
    """What may number a piece of text or, where it is cut off from that or stands behind a colon, the next piece."""

    piece: int
    places: frozenset[tuple[str, int]]  # kind of list and place in it: an i is the first numeral and the ninth letter
    behind: str  # a colon, as only the first of a list is, a semicolon or a question mark, as an answer is
    joins: bool  # to the next piece: it ends this one


def find_labels(text: str, pieces: list[tuple[int, int]]) -> set[int]:
    """Return which pieces of a paragraph only number what follows: their places among ``pieces``, from 0."""
    found = [label for at in range(len(pieces)) if (label := _label(text, pieces, at))]
    labels: list[Label] = []
    following: Label | None
    for label, following in zip(found, [*found, None][1:], strict=True):
        goes_on = labels and label.behind != ":" and _in_order(labels[-1], label)
        if goes_on or _begins_list(label, following):
            labels.append(label)
    return {label.piece for label in labels if label.joins}


def _label(text: str, pieces: list[tuple[int, int]], at: int) -> Label | None:
    start, end = pieces[at]
    asked = "?" if at > 0 and text[pieces[at - 1][1] - 1] == "?" else ""
    before = LABEL.match(text, start, end)
    if before and (before.end() == end or text[before.end()].isspace()):
        return Label(at, _places(before[1]), asked, joins=before.end() == end)
    behind = LABEL_BEHIND.search(text, max(start, end - LONGEST_LABEL), end)
    return Label(at, _places(behind[2]), behind[1], joins=True) if behind else None


def _places(label: str) -> frozenset[tuple[str, int]]:
    whole, _, decimals = label.partition(".")
    if decimals:
        return frozenset([(whole, int(decimals))])
    if whole.isdigit():
        return frozenset([("figure", int(whole))])
    places = {("letter", ord(whole.lower()[0]))} if len(whole) == 1 else set()
    for kind, known, form in (("roman", ROMAN, whole.lower()), ("question", QUESTION_AND_ANSWER, whole)):
        places |= {(kind, known[form])} if form in known else set()
    return frozenset(places)


def _begins_list(label: Label, following: Label | None) -> bool:
    """Tell whether a list begins with a label: the paragraph does, or the next label goes on from it.

    ``How many died? 1. How many were hurt? 2.`` is in order, too, but both are answers.
    """
    if label.piece == 0 and not label.behind:
        return True
    if following is None or following.behind == ":" or label.behind == following.behind == "?":
        return False
    return _in_order(label, following)


def _in_order(one: Label, other: Label) -> bool:
    """Tell whether one label follows another, upwards or downwards."""
    return any(
        kind == other_kind and abs(place - other_place) == 1
        for kind, place in one.places
        for other_kind, other_place in other.places
    )
