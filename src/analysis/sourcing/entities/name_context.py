"""What the words next to a name say of it: a person or a thing, an office held no more, a short form, a nickname."""

import re
from collections.abc import Iterator

from analysis.sourcing.entities.heads import one_human
from analysis.sourcing.grammar.vocabulary import bodies, plain, roles

SEAT = re.compile(r"\(?\b[DRI](?:em|ep)?\.?[-–](?:[A-Z][\w.]+\s?)+\)?|\([DRI]\)")
PREPOSITIONS = frozenset(("of", "for", "to", "at", "with", "in", "from", "on", "under", "by"))
AGE = re.compile(r",\s\d{1,3},")
PERSONAL = re.compile(
    r",?\s(?:who|whose|himself|herself|and\shis|and\sher)\b|\s\([DRI]\b|,\s[DRI]-"
    r"|,\s(?:an?|the|his|her|its|their)\s(?P<words>[^,.;:()]{2,60})"
)
END = re.compile(r"\s(?:of|for|at|in|with|from|to|on|by|who|that|which|and)\s")
THING_ENDS = r"(?=\s(?:that|which|based|in|of|for|with)\b|[,.;”\"]|$)"
THING = re.compile(rf",\s(?:an?|the)\s((?:[\w’'-]+\s){{0,4}}?[\w’'-]+){THING_ENDS}")
BEFORE = re.compile(r"((?:[a-z]|\d+-)[\w-]*),?\s(?:(?:called|named)\s)?$")
FORMER = re.compile(r"\b(?:then-|ex-|(?:former|then|late|onetime|retired)\s)$", re.IGNORECASE)
HYPOTHETICAL = re.compile(r"\b[Aa]n?\s$")
GOVERNS = re.compile(r"\b([A-Z]\w+)(?:[’']s?)?\sadministration")
SHORT = re.compile(r"\s?\(([A-Z][A-Za-z&.]{1,8})\)")
NICKNAME = re.compile(r"[“\"'‘(](\w[\w.]*)[”\"'’)]")


def is_human(text: str, start: int, end: int) -> bool | None:
    """Tell whether the words around a name make it a person's; None where they say nothing.

    `spokeswoman Xu Lee`, `Xu Lee, 46,`, `Xu Lee, a farmer`, `Xu Lee, who`: yes; `the Xu Lee`: no.
    """
    before, after = text[max(0, start - 30) : start], text[end : end + 80]
    if before.lower().endswith(("the ", "the “", 'the "')):
        return False
    if _is_introduced(before) or _is_explained(after):
        return True
    return True if AGE.match(after) else None


def _is_introduced(before: str) -> bool:
    """`spokeswoman Xu Lee`, `a baker, Xu Lee`: whether a noun for one human being stands before a name."""
    word = BEFORE.search(before)
    return word is not None and one_human(word[1]) is not None


def _is_explained(after: str) -> bool:
    """`Xu Lee, a farmer`, `Xu Lee, who`: whether the words behind a name are those for a human being."""
    sign = PERSONAL.match(after)
    if sign is None:
        return False
    return sign["words"] is None or _head(sign["words"]) in roles()


def _head(words: str) -> str:
    """The word before the first preposition or relative pronoun, as a key: "an outreach (worker) with the group"."""
    before = END.split(words, maxsplit=1)[0].split()
    return plain(before[-1]) if before else ""


def is_thing(text: str, end: int) -> bool:
    """`Acme, a nonprofit that`: tell whether the words after a name explain it as a body."""
    thing = THING.match(text, end)
    return thing is not None and plain(thing.group(1).split()[-1]) in bodies("word")


def former(text: str, start: int) -> str:
    """`then-`, `former `: return the word before a title that says it is held no more; empty without one."""
    found = FORMER.search(text, max(0, start - 10), start)
    return found.group() if found else ""


def is_hypothetical(text: str, start: int) -> bool:
    """`a President Lee would`: tell whether a title is one that nobody holds."""
    return HYPOTHETICAL.search(text, max(0, start - 4), start) is not None


def governments(text: str) -> Iterator[tuple[str, str]]:
    """`the Lee administration`: yield surname and words."""
    if " administration" in text:
        for found in GOVERNS.finditer(text):
            yield found.group(1), found.group()
