"""What stands before a name and makes it somebody's: "ambassador to Britain Xu Lee", "a baker, Xu Lee"."""

import re

from analysis.sourcing.entities.callings import human
from analysis.sourcing.entities.descriptions import describe
from analysis.sourcing.entities.heads import one_human
from analysis.sourcing.entities.name_parts import Name, make_name
from analysis.sourcing.entities.names import read_name
from analysis.sourcing.grammar.vocabulary import Noun, bodies, first_names, small_words

CLAUSE = re.compile(r"(?:^|.*[,;:(“”\"—–]\s?)(?P<words>[^,;:(“”\"—–]+)\s$", re.DOTALL)
LINKED = re.compile(r".*\s(?:of|to|for|at|in)\s(?P<owner>.+)$")
SHOWN = re.compile(r"(?P<words>.*\S)(?:,?\s(?:called|named)|,|\s-|\s?[—–])$")
GIVEN = re.compile(
    r"(?P<words>[^,;:.“”]*[^\s,;:.“”]),?\swho\s(?:(?:only|just)\s)?(?:gave\s(?:(?:only|just)\s)?(?:his|her|their)\s"
    r"(?:(?:first|middle|given|last|family)\s)?name(?:\sonly)?(?:\sas|,)|identified\s(?:him|her|them)sel(?:f|ves)\s"
    r"(?:(?:only|just)\s)?as)$"
)
"""Somebody who gave a name: `a nurse who gave only her first name, |Olena|`."""
WHO = " who "
CLOSES = re.compile(r"\s?(?:$|[,;:(—–]|-\s|\s?(?:who|of|from|in|at|for|with)\b)")
RELATIVE = re.compile(r"\b(?:who|whose|whom|which|that)\b")
ADDED = re.compile(
    r"(?P<new>\b(?:[Aa]n?|[Aa]nother|[Oo]ne)\s(?:[\w-]+\s){0,3})?(?<![\w-])(?P<noun>[\w-]+)"
    r"(?:,?\s(?:called|named)|,|\s-|\s?[—–])\s?$"
)
BEHIND_ADDED = re.compile(r",|\.|\s(?:said|says|\()")
CLOSE = 90
"""How many characters before a name may introduce it."""
SHORTEST, LONGEST = 2, 4
"""How many words a name may have that stands behind that of a place or a body."""
OWNERS = ("place", "body")
NO_ROW = {"office": ""}


def linked_office(before: str) -> str:
    """Return the office that ends before a name with what it is of: "ambassador to Britain"; empty where none does."""
    clause = CLAUSE.match(before[-CLOSE:])
    if clause is None:
        return ""
    linked = LINKED.match(clause["words"])
    return human(clause["words"]) if linked and _is_owner(linked["owner"]) else ""


def _is_owner(words: str) -> bool:
    """`Britain`, `the regional election commission`: whether words name a place or a body, or a public body by noun."""
    owner = describe(words)
    if owner.after or owner.rest:
        return False
    return owner.sort in OWNERS or bodies("word").get(owner.head, NO_ROW)["office"] == "public"


def held_by(before: str, run: str) -> Name | None:
    """Return the person in `to |Britain Xu Lee|`: who stands behind the place or body of an office; None without."""
    words = run.split()
    for size in range(len(words) - SHORTEST, 0, -1):
        owner, rest = " ".join(words[:size]), " ".join(words[size:])
        if read_name(owner).sort in OWNERS and _is_full_name(rest) and linked_office(f"{before}{owner} "):
            return make_name("person", rest, skip=run.index(rest), gender=first_names().get(words[size], ""))
    return None


def _is_full_name(words: str) -> bool:
    name = read_name(words)
    return words.count(" ") < LONGEST and name.sort in ("person", "unsure", "single") and not name.title


def introduces(before: str, after: str, titled: bool = False) -> bool:
    """Tell whether the words of a source before a person's name, which has a title or not, are those for this person.

    ``after`` is what follows the name: "a Lee volunteer" and "Lee's doctor" are not Lee.
    """
    words = before.rstrip()
    if given := _given(words):
        return human(given["words"]) != ""
    if RELATIVE.search(words) or not CLOSES.match(after):
        return False
    if shown := SHOWN.match(words):
        return human(shown["words"]) != ""
    if not titled and linked_office(before):
        return True
    return _ends_with_role(words.rpartition(", ")[2])


def _ends_with_role(words: str) -> bool:
    """`former judge`, `editor and chief reporter`: but not `an aide to the judge`, nor `an aide and the judge`."""
    told = describe(words)
    if not human(words) or one_human(words.split()[-1]) is None:
        return False
    return not told.after or (told.joined and not told.determiner)


def apposed_to(text: str, start: int, end: int) -> Noun | None:
    """`another rider, |Sofia|, said`: the noun for somebody to which a single name is added that is no body's.

    That of one of a family ("her brother, Ivo,") or of somebody new is no body's; with others a first name must follow.
    """
    if noun := _giver(text[max(0, start - CLOSE) : start].rstrip()):
        return noun
    shown = ADDED.search(text[max(0, start - CLOSE) : start])
    if shown is None or BEHIND_ADDED.match(text, end) is None:
        return None
    noun = one_human(shown["noun"])
    if noun is None or shown["noun"] in small_words("maker"):
        return None
    signs = noun.gender, shown["new"], text[start:end] in first_names()
    return noun if any(signs) else None


def _given(words: str) -> re.Match[str] | None:
    """Somebody who gave a name, at the end of these words: a slow search, seldom needed."""
    return GIVEN.search(words) if WHO in words else None


def _giver(before: str) -> Noun | None:
    """The noun in `a nurse who gave only her first name, |Olena|`."""
    given = _given(before)
    return one_human(describe(given["words"]).head) if given and human(given["words"]) else None
