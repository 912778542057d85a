"""What stands before the noun of a source: articles, possessives, numbers, and parts of a group ("two of the")."""

import re
from functools import cache

from analysis.lexicon import any_of
from analysis.sourcing.grammar.vocabulary import plain, small_words

NUMBER = re.compile(r"\d[\d,.]*$")
ONE_OF = re.compile(r"(?:.*\s)?(?:one|each|none)\sof\s", re.IGNORECASE)
OWNERS = small_words("possessive")


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
    return re.compile(rf"(?:{any_of(small_words('about'))}\s)+", re.IGNORECASE)


def cut_determiner(main: str) -> tuple[str, str, list[str]]:
    """Cut off articles, numbers and partitives: the first word, its class, and the words that are left.

    The class is definite, indefinite, quantifier, possessive or somebody; empty where nothing of the kind is there.
    """
    first, kind = main.split(" ")[0].lower() if main else "", ""
    part = partitive().match(main) if " of " in main.lower() else None
    if part:
        if ONE_OF.match(part.group()):
            rest = main[part.end() :].split()
            return "one", "indefinite", rest[1:] if plain(rest[0]) in small_words("definite") else rest
        kind, main = "quantifier", main[part.end() :]
    if about := _about().match(main):
        kind, main = "quantifier", main[about.end() :]
    words = main.split()
    counts = len(words) > 1 and _class_of(plain(words[0]), "", 2)  # "both sides"
    if words and not counts and plain(words[0]) in small_words("somebody"):
        return first, "somebody", [words[0].lower()]
    while words and (found := _class_of(plain(words[0]), kind, len(words))):
        kind, words = found, words[1:]
    return first, kind, words


def _class_of(word: str, kind: str, size: int) -> str:
    """Return the class of a determiner behind those of class ``kind``; empty where it is none."""
    if word in OWNERS:
        return "possessive"
    if word in small_words("indefinite") and (kind != "quantifier" or size > 1):
        return "indefinite"
    if word in small_words("definite"):
        return kind or "definite"
    if word in small_words("quantifier") or NUMBER.match(word):
        return kind if kind == "definite" else "quantifier"
    return ""
