"""Whether the words around an unknown name make it a body's: "train drivers' union Lerna", "Arsenal have denied"."""

import re
from functools import cache

from analysis.lexicon import Row, any_of
from analysis.sourcing.grammar.vocabulary import bodies

STARTS = re.compile(r"(?:^|[.;:“\"—]\s?|\b(?:but|while|that|because|when|if|as|said)\s)$")
PLURAL = re.compile(
    r"\s(?:also\s|now\s|still\s)?(?:have(?!\sto\s)|are|were|deny|insist|say|confirm|believe|hope|want|plan)\s[a-z]"
)
VERBS = any_of((
    "announced", "reported", "reports", "posted", "posts", "raised", "lowered", "cut", "expects", "reiterated",
    "launched", "opened", "closed", "increased", "doubled", "suspended", "unveiled", "updated", "expanded", "appointed",
))  # fmt: skip
ITS = re.compile(rf"\s(?:also\s)?(?:has\s|had\s|will\s)?{VERBS}\s(?:that\s|on\s|in\s)?its\s")
SAID_ITS = re.compile(r"\s(?:has\s|had\s)?(?:said|says|insists?|insisted|warned|warns|adds|added)\s(?:that\s)?its\s")
PRIVATE = {"outlet": "private"}
UNSURE = {"kind": "group", "office": "private"}
OPENS = 40
"""How many characters before a name may say that a body's name comes."""


def introduced_as(text: str, start: int) -> Row | None:
    """`union |Lerna|`: the word for a private body directly before a name; None without one."""
    words = text[max(0, start - OPENS) : start].lower().split(" ")[:-1]
    return _private().get(" ".join(words[-2:])) or _private().get(" ".join(words[-1:]))


@cache
def _private() -> dict[str, Row]:
    """The words for bodies that are no public office; names of people do not stand behind them."""
    return {key: row for key, row in bodies("word").items() if "private" in (row["office"], PRIVATE.get(row["kind"]))}


def acts_as_body(text: str, start: int, end: int) -> bool:
    """Tell whether an unknown name does what bodies do: "Arsenal have denied", "Acme raised its forecast"."""
    if ITS.match(text, end):
        return True
    return PLURAL.match(text, end) is not None and STARTS.search(text[:start]) is not None


def speaks_of_its_own(text: str, end: int) -> bool:
    """`Lerna said its members`: as people hardly do who have but one name."""
    return SAID_ITS.match(text, end) is not None
