"""What stands before the noun of a source: articles, possessives, numbers, and parts of a group ("two of the")."""

import re
from functools import cache

from analysis.lexicon import any_of
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.vocabulary import plain, small_words

NUMBER = re.compile(r"\d[\d,.]*$")
ONE_OF = re.compile(r"(?:.*\s)?(?:one|each|none)\sof\s", re.IGNORECASE)
OWNERS = group("owner")
WHERE = frozenset(("across", "among", "around", "at", "from", "in", "inside", "near", "on", "outside", "within"))


@cache
def partitive() -> re.Pattern[str]:
    """`a small number of`, `at least two of the`, `73 percent of`."""
    size = r"(?:small|large|growing|big|wide|vast|overwhelming|significant|good|great)\s"
    part = any_of(small_words("part"))
    return re.compile(
        rf"(?:{any_of(small_words('about'))}\s)*(?:(?:an?|the|his|her|their|its)\s)?(?:{size})?"
        rf"(?:{part}|[\w.-]+\s(?:percent|per\scent)|[\d.]+%)\sof\s",
        re.IGNORECASE,
    )


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(small_words('about'))}\s)*", re.IGNORECASE)


@cache
def _kinds() -> dict[str, str]:
    """Return the kind of each determiner: possessive, indefinite, definite or quantifier."""
    kinds = ("quantifier", "definite", "indefinite", "possessive")
    return {word: kind for kind in kinds for word in small_words(kind)}


BEHIND = {
    ("definite", "quantifier"): "definite",  # "the two"
    ("quantifier", "definite"): "quantifier",  # "all the"
}
"""What two determiners are together, where the first decides; else the second does."""


def cut_determiner(main: str) -> tuple[str, str, list[str]]:
    """Cut off articles, numbers and partitives: the first word, its class, and the words that are left.

    The class is definite, indefinite, quantifier, possessive or somebody; empty where nothing of the kind is there.
    """
    first = main.split(" ")[0].lower()
    part = _start_of(main, partitive()) if " of " in main.lower() else ""
    if ONE_OF.match(part):
        return "one", "indefinite", _without_definite(main[len(part) :].split())
    size = part + _start_of(main[len(part) :], _about())
    words = main[len(size) :].split()
    if _is_somebody(words):
        return first, "somebody", [words[0].lower()]
    return first, *_cut_words(words, "quantifier" if size else "")


def _start_of(text: str, pattern: re.Pattern[str]) -> str:
    """Return what a text begins with that the pattern matches; empty where nothing is."""
    match = pattern.match(text)
    return match.group() if match else ""


def _without_definite(words: list[str]) -> list[str]:
    return words[plain(words[0]) in small_words("definite") and not _is_placed(words) :]


def _is_somebody(words: list[str]) -> bool:
    """Tell whether a word stands for people itself: "others", and not the "both" of "both sides"."""
    counts = len(words) > 1 and _kind_of(words, "")
    return bool(words) and not counts and plain(words[0]) in small_words("somebody")


def _is_placed(words: list[str]) -> bool:
    """`many in the village`: tell whether a word for people stands before where they are, and so before no noun."""
    return len(words) > 1 and plain(words[1]) in WHERE and plain(words[0]) in small_words("somebody")


def _cut_words(words: list[str], kind: str) -> tuple[str, list[str]]:
    """Cut off the determiners behind those of a kind: the kind of all, and the words that are left."""
    while words and (found := _kind_of(words, kind)):
        kind, words = found, words[1:]
    return kind, words


def _kind_of(words: list[str], kind: str) -> str:
    """Return the kind of the determiner that stands first, behind those of a kind; empty where it is none."""
    if _is_placed(words):
        return ""
    word = plain(words[0])
    found = "quantifier" if NUMBER.match(word) else _kinds().get(word, "")
    if (kind, found) == ("quantifier", "indefinite") and len(words) == 1:
        return ""
    return BEHIND.get((kind, found), found)
