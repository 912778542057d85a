"""Whether a description says that somebody holds a public office now: "Sen.", "former aide", "campaign chairman"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from analysis.sourcing.entities.name_context import PREPOSITIONS, SEAT
from analysis.sourcing.entities.name_shapes import RUN
from analysis.sourcing.entities.names import extend, read_name
from analysis.sourcing.grammar.vocabulary import documents, office_words, plain, roles, small_words, titles

WORDS = re.compile(r"[\w.’'&-]+")
LONGEST = 6
UNCLEAR = ("group", "think tank", "")


class Office(NamedTuple):
    """``state``: public, private, past, candidate or empty (nothing said); ``marker``: the words that decided."""

    state: str
    marker: str


NOTHING = Office("", "")


@lru_cache(maxsize=50_000)
def office_of(phrase: str, titled: bool = False) -> Office:
    """Return what a description says of an office; ``titled`` where it stands before a name ("President Lee")."""
    if seat := SEAT.search(phrase):
        return Office("public", seat.group().strip(" ()"))
    words = _keys(phrase)
    if not words:
        return NOTHING
    end = next((i for i, w in enumerate(words) if w in PREPOSITIONS and i), len(words))
    for word in words[: max(end, 1)]:
        if word in small_words("past") or word.startswith(("ex-", "then-")):
            return Office("past", word)
        if word in small_words("candidate") or word.endswith("-elect"):
            return Office("candidate", word)
    return _holder(phrase, words, end, titled)


def maker_office(phrase: str, head: str) -> Office:
    """Return whether the words of a document or a body name a public maker: "the police report", "House committee".

    A place or a field alone makes nothing public: "a New Hampshire poll", "the health study".
    """
    noun = documents().get(head)
    if noun is not None and noun.office == "public":
        return Office("public", noun.singular)
    makers = list(_bodies(phrase, places=False))
    words = _keys(phrase)
    named = {w for maker in makers for w in plain(maker.marker).split()}  # "Labor Department" is no union's
    known = [Office(office_words()[w], w) for w in words if w in office_words() and w not in (head, *named)]
    ordered = [o for o in (*makers, *known) if o.state == "private"] + makers
    ordered += [Office("public", o.marker) for o in known if o.state in ("public", "legislature")]
    return ordered[0] if ordered else NOTHING


def _keys(phrase: str) -> list[str]:
    """The words of a phrase as lists are keyed, without an owner's ending: "the city's" is "the city"."""
    return [plain(w).removesuffix("'s") for w in WORDS.findall(phrase)]


def public_word(name: str) -> str:
    """`House Judiciary Committee`, `state board`: return the word that makes a group one of a public body."""
    return next((w for w in plain(name).split() if office_words().get(w) in ("public", "legislature")), "")


def _holder(phrase: str, words: list[str], end: int, titled: bool) -> Office:
    """Judge by the head before the first preposition, and by what the description says of whose office it is."""
    if titled and (title := _public_title(words)):
        return Office("public", title)
    title, noun = _public_title(words[:end]), _last_role(words[:end])
    evidence = _evidence(phrase, words, noun)
    if not noun and words[0] in small_words("somebody"):
        return evidence
    if not noun:
        return Office("public", title) if title and evidence.state != "private" else NOTHING
    office = roles()[noun].office
    if office in ("private", "candidate"):
        return Office(office, noun)
    if office == "public" or (office == "either" and evidence.state != "private"):
        return Office("public", noun)
    if office == "party":
        seat = next((w for w in words if office_words().get(w) in ("legislature", "panel")), "")
        return Office("public", seat) if seat else Office("private", noun)
    return evidence


def _last_role(words: list[str]) -> str:
    """Return the last noun for people, the longest first: "attorney general" before "general"; empty without one."""
    for end in range(len(words), 0, -1):
        for at in range(max(0, end - 3), end):
            if (noun := " ".join(words[at:end])) in roles():
                return noun
    return ""


def _public_title(words: list[str]) -> str:
    """Return the last title of a public office, the longest at each word ("chief executive" is none); else nothing."""
    at, found = 0, ""
    while at < len(words):
        keys = (" ".join(words[at:end]) for end in range(min(len(words), at + LONGEST), at, -1))
        key = next((k for k in keys if k in titles()), "")
        if key and titles()[key]["office"] == "public":
            found = key
        at += max(1, len(key.split()))
    return found


def _evidence(phrase: str, words: list[str], noun: str) -> Office:
    """Return the body, place or adjective of a description that says whose office it is; what is private wins."""
    bodies = list(_bodies(phrase))
    if private := next((b for b in bodies if b.state == "private"), None):
        return private
    found = _office_words(words, noun)
    for state, office in (("legislature", "public"), ("private", "private")):
        if state in found:
            return Office(office, found[state])
    if bodies:
        return bodies[0]
    if marker := found.get("public") or found.get("panel") or found.get("field"):
        return Office("public", marker)
    other = next((n for n in _nouns(words) if n != noun and roles()[n].office == "public"), "")
    return Office("public", other) if other else NOTHING


def _nouns(words: list[str]) -> Iterator[str]:
    """Yield the nouns for people of one or two words: "minister", "prime minister"."""
    for at, word in enumerate(words):
        yield from (key for key in (" ".join(words[at : at + 2]), word) if key in roles())


def _office_words(words: list[str], noun: str) -> dict[str, str]:
    """Return the first word or pair of words of each class that says whose office it is; the head itself left out."""
    found: dict[str, str] = {}
    pairs = [" ".join(words[at : at + 2]) for at in range(len(words))]
    for at, word in enumerate(words):
        key = pairs[at] if pairs[at] in office_words() else word
        inside = at and pairs[at - 1] in office_words()
        if key in office_words() and word not in noun.split() and not inside:
            found.setdefault(office_words()[key], key)
    return found


def _bodies(phrase: str, places: bool = True) -> Iterator[Office]:
    """Yield the bodies that a phrase names, public or private; with ``places``, also countries, cities and titles."""
    at = 0
    while run := RUN.search(phrase, at):
        at, name = run.end(), read_name(run.group())
        if name.sort in ("body", "title"):
            at = extend(phrase, at)
            name = read_name(phrase[run.start() : at])
        if name.sort == "body" and name.office:
            public = public_word(name.text) if name.kind in UNCLEAR else ""
            yield Office("public" if public else name.office, name.text)
        elif places and name.sort in ("place", "adjective"):
            yield Office("public", name.text)
        elif name.title and (title := _public_title([plain(w) for w in name.title.split()])):
            yield Office("public", title)
