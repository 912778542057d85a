"""Whether a description says that somebody holds a public office now: "Sen.", "former aide", "campaign chairman"."""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.sourcing.names import RUN, extend, read_name
from analysis.sourcing.vocabulary import documents, office_words, plain, roles, small_words, titles

WORDS = re.compile(r"[\w.’'&-]+")
SEAT = re.compile(r"\(?\b[DRI](?:em|ep)?\.?[-–](?:[A-Z][\w.]+\s?)+\)?|\([DRI]\)")
PREPOSITIONS = frozenset(("of", "for", "to", "at", "with", "in", "from", "on", "under", "by"))


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
    words = [plain(w) for w in WORDS.findall(phrase)]
    end = next((i for i, w in enumerate(words) if w in PREPOSITIONS and i), len(words))
    for word in words[: max(end, 1)]:
        if word in small_words("past") or word.startswith(("ex-", "then-")):
            return Office("past", word)
        if word in small_words("candidate") or word.endswith("-elect"):
            return Office("candidate", word)
    return _holder(phrase, words, end, titled)


def _holder(phrase: str, words: list[str], end: int, titled: bool) -> Office:
    title = _public_title(words[:end])
    if titled and title:
        return Office("public", title)
    role, noun = next(((roles()[w], w) for w in _last_nouns(words[:end]) if w in roles()), (None, ""))
    evidence = _evidence(phrase, words, noun)
    if role is None:
        return Office("public", title) if title and evidence.state != "private" else NOTHING
    if role.office == "private":
        return Office("private", noun)
    if role.office == "candidate":
        return Office("candidate", noun)
    if role.office == "public" or (role.office == "either" and evidence.state != "private"):
        return Office("public", noun)
    if role.office == "party":
        seat = next((w for w in words if office_words().get(w) == "legislature"), "")
        return Office("public", seat) if seat else Office("private", noun)
    return evidence


def _last_nouns(words: list[str]) -> list[str]:
    """Candidates for the head, the longest and last first: "attorney general", "general"."""
    return [" ".join(words[at:end]) for end in range(len(words), 0, -1) for at in range(max(0, end - 3), end)]


def _public_title(words: list[str]) -> str:
    known = titles()
    for size in range(min(6, len(words)), 0, -1):
        for at in range(len(words) - size, -1, -1):
            key = " ".join(words[at : at + size])
            if key in known and known[key]["office"] == "public":
                return key
    return ""


def _evidence(phrase: str, words: list[str], noun: str) -> Office:
    """The body, place or adjective of a description that says whose office it is; private words next to nothing win."""
    bodies = list(_bodies(phrase))
    for office, marker in bodies:
        if office == "private":
            return Office("private", marker)
    known = office_words()
    own = set(noun.split())
    found = {}
    for at, word in enumerate(words):
        for key in (" ".join(words[at : at + 2]), word):
            if key in known and word not in own:
                found.setdefault(known[key], key)
    if "legislature" in found:
        return Office("public", found["legislature"])
    if "private" in found:
        return Office("private", found["private"])
    if bodies:
        return Office("public", bodies[0][1])
    if "public" in found:
        return Office("public", found["public"])
    public = next((w for w in words if w in roles() and roles()[w].office == "public" and w != noun), "")
    return Office("public", public) if public else NOTHING


def _bodies(phrase: str):
    at = 0
    while run := RUN.search(phrase, at):
        name = read_name(run.group())
        at = run.end()
        if name.sort in ("body", "title"):
            at = extend(phrase, at)
            name = read_name(phrase[run.start() : at])
        if name.sort == "body" and name.office:
            yield name.office, name.text
        elif name.sort in ("place", "adjective"):
            yield "public", name.text
        elif name.sort in ("person", "titled") and name.title and (title := _public_title([plain(w) for w in name.title.split()])):
            yield "public", title


def document_office(phrase: str, head: str) -> Office:
    """Return whether the words of a document or a body name a public maker: "the police report", "House committee"."""
    words = [plain(w) for w in WORDS.findall(phrase)]
    noun = documents().get(head)
    if noun is not None and noun.office == "public":
        return Office("public", noun.singular)
    return _evidence(phrase, words, head)
