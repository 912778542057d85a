"""Names as printed: where they stand, and whether their own words make them a person, a body, a place or a people."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from analysis.lexicon import any_of, read_lexicon
from analysis.sourcing.vocabulary import (
    adjectives, bodies, documents, first_names, office_words, peoples, places, plain, roles, small_words, titles,
)  # fmt: skip

UPPER = "A-ZÀ-ÖØ-ÞĀČĆĐĒĞĪİŁŃŌŐŚŠŞŪŰŹŽŻ"
ABBREVIATION = any_of(
    [r["title"] for r in read_lexicon("titles", "title") if r["title"].endswith(".") and " " not in r["title"]]
    + ["Jr.", "Sr.", "St.", "Inc.", "Corp.", "Co.", "Ltd.", "No.", "Lt.", "Gov.-elect"]
)
WORD = rf"(?:{ABBREVIATION}|(?:[{UPPER}]\.)+(?![{UPPER}a-z])|(?:[{UPPER}]\.)+(?=[{UPPER}])|\d*[{UPPER}](?:\w|[-’'](?=\w)(?![sS]\b)|&(?=[{UPPER}])|\.(?=(?:org|com|net|gov)\b))*)"
PARTICLE = r"(?:de|del|della|di|da|dos|van|von|der|den|la|le|du|bin|ibn|al|el|ben|ter)"
OWNERS = "|".join(rf"(?<={w})" for w in ("People", "Women", "Children", "Men", "Voter", "Workers", "Teachers", "Nurses", "Veterans", "Farmers"))
JOIN = rf"(?:\s{{1,2}}|(?:{OWNERS})[’'](?:s\s|\s)|\s(?:{PARTICLE}\s){{1,2}}|\s[“\"'‘(][{UPPER}][\w.]*[”\"'’)]\s|\s&\s)"
RUN = re.compile(rf"(?<![\w’'.]){WORD}(?:{JOIN}{WORD})*")
LINK = re.compile(rf"\s(?:of|for|on|against|in|and|to)\s(?:the\s)?(?={WORD})")
TOKEN = re.compile(r"[“\"'‘(]?[^\s“”\"‘()]+[”\"'’)]?")
INITIAL = re.compile(rf"(?:[{UPPER}]\.?){{1,3}}$")
ACRONYM = re.compile(r"(?:[A-Z]{2,7}|(?:[A-Z]\.){2,7}|[A-Z]+&[A-Z]+)s?$")
CAMEL = re.compile(r"[A-Z]?[a-z]+[A-Z]\w*$")
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
LINKED = frozenset(("of", "for", "on", "against"))


@dataclass(frozen=True, slots=True)
class Name:
    """A name by its own words. ``sort``: person, titled (surname after a title), unsure (two words or more), single,
    body, place, people, title (without a name), adjective, or empty where nothing is left. ``skip`` counts the
    characters before it that are no part of it; ``title`` is what stands before a person's name."""

    sort: str
    text: str = ""
    title: str = ""
    skip: int = 0
    kind: str = ""
    office: str = ""
    gender: str = ""

    last: str = field(init=False, default="")
    first: str = field(init=False, default="")

    def __post_init__(self) -> None:
        """Find the surname (the last word that is no "Jr.") and, of two words or more, the first; both as lists are keyed."""
        words = [plain(w) for w in self.text.replace(",", "").split()]
        object.__setattr__(self, "first", words[0] if len(words) > 1 else "")
        object.__setattr__(self, "last", next((w for w in reversed(words) if w not in SUFFIXES), ""))


def extend(text: str, end: int) -> int:
    """Return where a body's name ends that goes on after "of", "for" or "on": "Department of Justice"."""
    while link := LINK.match(text, end):
        run = RUN.match(text, link.end())
        if run is None:
            break
        following = read_name(run.group())
        if link.group().strip().split()[0] in ("and", "in", "to") and following.sort in ("person", "titled", "place", "single"):
            break
        end = run.end()
    return end


@lru_cache(maxsize=100_000)
def read_name(run: str) -> Name:
    """Return what a run of capitalised words is by its own words, after openers ("Although") are cut off."""
    words, skip = _without_openers(run)
    if not words:
        return Name("")
    text = run[skip:].strip()
    for read in (_known, _by_title, _by_last_word, _by_first_name):
        name = read(text, words, skip)
        if name is not None:
            return name
    return _unsure(text, words, skip)


def _without_openers(run: str) -> tuple[list[str], int]:
    words = [(m.group(), m.start()) for m in TOKEN.finditer(run)]
    openers, firsts = small_words("opener"), first_names()
    at = 0
    while at < len(words) and plain(words[at][0]) in openers and not words[at][0].isupper():
        if at + 1 < len(words) and words[at][0] in firsts and plain(words[at + 1][0]) not in openers:
            break
        at += 1
    return [w for w, _ in words[at:]], words[at][1] if at < len(words) else len(run)


def _known(text: str, words: list[str], skip: int) -> Name | None:
    """`Pentagon`, `Russia`, `Californians`, `Democrats`: the whole is in a list."""
    key = plain(text)
    if row := bodies("name").get(key):
        return Name("body", text, "", skip, row["kind"], row["office"])
    if row := places().get(key):
        return Name("place", text, "", skip, row["kind"])
    if key in peoples() and not (key in adjectives() and len(words) == 1 and not key.endswith("s")):
        return Name("people", text, "", skip)
    if key in adjectives():
        return Name("adjective", text, "", skip)
    if len(words) == 1 and key in roles() and (roles()[key].plural or key not in titles()) and text not in first_names():
        return Name("people" if roles()[key].plural else "title", text, "", skip)
    return None


def _by_title(text: str, words: list[str], skip: int) -> Name | None:
    """`Manhattan Supreme Court Justice Frank Nervo`: what stands after the last title is the name."""
    known, keys = titles(), [plain(w) for w in words]
    best = 0
    for at in range(len(words)):
        for size in range(min(7, len(words) - at), 0, -1):
            if " ".join(keys[at : at + size]) in known:
                best = max(best, at + size)
                break
    if not best or (best == 1 and words[0] in first_names() and len(words) > 1):
        return None
    rest = words[best:]
    if not rest:
        if len(words) > 1 and (words[0] in first_names() or INITIAL.match(words[0])) and keys[-1] in known and plain(text) not in known:
            return None
        return Name("title", text, text, skip) if plain(text) in known or _last_title(keys) else None
    if rest[0] in LINKED or rest[0] in ("and", "the", "at"):
        return Name("title", text, text, skip)
    if _is_body_word(rest[-1]) or len(rest) > 5 or plain(" ".join(rest)) in places():
        return None
    title = " ".join(words[:best])
    gender = _title_gender(keys[:best]) or first_names().get(rest[0], "")
    return Name("person" if len(rest) > 1 else "titled", " ".join(rest), title, skip, gender=gender)


def _last_title(keys: list[str]) -> bool:
    return any(" ".join(keys[at:]) in titles() for at in range(len(keys)))


def _title_gender(keys: list[str]) -> str:
    for key in keys:
        if (row := titles().get(key)) and row["gender"]:
            return row["gender"]
    return ""


def _is_body_word(word: str) -> bool:
    key = plain(word)
    return key in bodies("word") or key in bodies("suffix") or key in bodies("name")


def _by_last_word(text: str, words: list[str], skip: int) -> Name | None:
    """`Tax Foundation`, `United Airlines`, `Department of Justice`, `Boris Group Inc.`: a word for a body ends or heads it."""
    if len(words) == 1:
        row = bodies("word").get(plain(text)) or bodies("suffix").get(plain(text))
        if row and row["use"] == "suffix" and row["kind"] != "outlet":
            return None
        return Name("body", text, "", skip, row["kind"], row["office"]) if row else None
    if plain(words[-1]) in documents() and not _is_body_word(words[-1]) and words[0] not in first_names() and plain(words[0]) not in titles():
        return Name("document", text, "", skip)
    row = _headed(words) or bodies("name").get(plain(words[-1])) or bodies("word").get(plain(words[-1])) or bodies("suffix").get(plain(words[-1]))
    if row is None:
        return None
    if row["use"] == "suffix" and len(words) == 2 and words[0] in first_names() and plain(words[0]) not in places():
        return None
    kind, office = row["kind"], row["office"]
    if kind in ("group", "legislature", "agency") and any(plain(w) in ("republican", "democratic", "gop", "party") for w in words) and kind == "group":
        kind, office = "party", "private"
    return Name("body", text, "", skip, kind, office)


def _headed(words: list[str]) -> dict[str, str] | None:
    for at, word in enumerate(words):
        if word in LINKED and at:
            return bodies("word").get(plain(words[at - 1])) or bodies("suffix").get(plain(words[at - 1]))
    return None


def _by_first_name(text: str, words: list[str], skip: int) -> Name | None:
    """`Republican Donald Trump`, `J. Edgar Smith`, `Kevin “Coach” Christie`: a first name, or initials, begins a name."""
    firsts = first_names()
    for at in range(len(words) - 1):
        word = words[at]
        if (word in firsts or INITIAL.match(word)) and (not at or all(_is_descriptor(w) for w in words[:at]) or words[0].endswith("ing")):
            rest = words[at:]
            if len(rest) > 5 or (INITIAL.match(word) and word not in firsts and not _looks_initialled(rest)):
                return None
            title = "" if words[0].endswith("ing") else " ".join(words[:at])
            return Name("person", " ".join(rest), title, skip, gender=firsts.get(word, ""))
    if len(words) > 2 and re.match(rf"[{UPPER}]\.$", words[1]) and not words[0].isupper():
        return Name("person", text, "", skip)
    if len(words) > 1 and plain(words[-1]) in SUFFIXES:
        return Name("person", text, "", skip)
    return None


def _looks_initialled(words: list[str]) -> bool:
    return "." in words[0] and not ACRONYM.match(words[1]) and plain(words[0]) not in places()


def _is_descriptor(word: str) -> bool:
    key = plain(word)
    return key in adjectives() or key in places() or key in roles() or key in bodies("name") or key in ("democratic", "gop", "then")


def _unsure(text: str, words: list[str], skip: int) -> Name:
    noun = roles().get(plain(words[-1]))
    if noun and len(words) > 1 and (noun.plural or plain(words[0]) in office_words() or plain(" ".join(words[:-1])) in places() or plain(words[0]) in adjectives()):
        return Name("people" if noun.plural else "title", text, "", skip)
    if len(words) > 1:
        at = 0
        while at < len(words) - 1 and (plain(words[at]) in adjectives() or plain(words[at]) in ("democratic", "republican", "democrat")):
            at += 1
        return Name("unsure", " ".join(words[at:]), " ".join(words[:at]), skip)
    if (ACRONYM.match(text) and len(text) > 1) or CAMEL.match(text):
        return Name("acronym", text, "", skip)
    return Name("single", text, "", skip)
