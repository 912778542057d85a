"""A run of capitalised words taken apart, and the name that it makes."""

from itertools import filterfalse
from typing import Literal, NamedTuple

from analysis.lexicon import Row
from analysis.sourcing.entities.name_shapes import ONLY_PARTICLE, TOKEN
from analysis.sourcing.entities.word_kinds import BEHIND_PLACE, FIRST_NAME, OPENER, kinds_of
from analysis.sourcing.grammar.vocabulary import first_names, places, plain, small_words

NameSort = Literal[
    "person", "titled", "unsure", "single", "acronym", "body", "place", "people", "document", "title", "adjective", ""
]


class Name(NamedTuple):
    """A name by its own words.

    ``sort``: person, titled (a surname after a title), unsure (two words or more), single (one word), acronym, body,
    place, people, document, title (without a name), adjective, or empty where nothing is left. ``title`` is what
    stands before a person's name; ``skip`` counts the characters before the name that are no part of it. ``key`` is the
    name as lists are keyed, ``last`` and ``first`` a person's names, keyed likewise.
    """

    sort: NameSort
    text: str = ""
    title: str = ""
    skip: int = 0
    kind: str = ""
    office: str = ""
    gender: str = ""
    key: str = ""
    last: str = ""
    first: str = ""


def make_name(
    sort: NameSort, text: str, title: str = "", skip: int = 0, *, kind: str = "", office: str = "", gender: str = ""
) -> Name:
    """Return a name with its keys: the surname is the last word that is no "Jr.", the first name that of several."""
    words = [*map(plain, text.replace(",", "").split())]
    first = "" if _begins_surname(text) else _given_name(words)
    return Name(sort, text, title, skip, kind, office, gender, plain(text), _surname(words), first)


def _surname(words: list[str]) -> str:
    """The last word that is no "Jr."; empty where there is none."""
    return next(filterfalse(small_words("name suffix").__contains__, reversed(words)), "")


def _given_name(words: list[str]) -> str:
    """The first of several words."""
    return words[0] if len(words) > 1 else ""


def _begins_surname(text: str) -> bool:
    """`Van Lee`, but not `Al Lee`: whether a surname begins with the first word, which is no first name."""
    first = text.split(" ")[0]
    return ONLY_PARTICLE.match(plain(first)) is not None and first not in first_names()


class Run:
    """A run of capitalised words: its text, its words, these as keys and with their kinds, and what was cut off."""

    def __init__(self, run: str) -> None:
        tokens = [*TOKEN.finditer(run)]
        words = [token[0] for token in tokens]
        kinds = [*map(kinds_of, words)]
        first = _first_word(words, kinds)
        self.words = words[first:]
        self.keys = [*map(plain, self.words)]
        self.kinds = kinds[first:]
        self.size = len(self.words)
        self.skip = tokens[first].start() if self.words else len(run)
        self.text = run[self.skip :].strip()
        if self.size > 1 and " ".join(self.keys[:-1]) in places():
            self.kinds[-1] |= BEHIND_PLACE

    def name(self, sort: NameSort, row: Row | None = None) -> Name:
        """Return the whole run as a name of this sort, with kind and office of a row for bodies."""
        if row is None:
            return make_name(sort, self.text, self.text if sort == "title" else "", self.skip)
        return make_name(sort, self.text, "", self.skip, kind=row["kind"], office=row.get("office", ""))

    def person(self, first: int, title: str = "", gender: str = "") -> Name:
        """Return the person whose name begins with the word at ``first``."""
        rest = self.words[first:]
        return make_name("person" if len(rest) > 1 else "titled", " ".join(rest), title, self.skip, gender=gender)


def _first_word(words: list[str], kinds: list[int]) -> int:
    """Return where the name begins: after "Although", but not after the first name "Will"."""
    followed = [*kinds[1:], OPENER]
    for at, word in enumerate(words):
        if not kinds[at] & OPENER or word.isupper():
            return at
        if kinds[at] & FIRST_NAME and not followed[at] & OPENER:
            return at
    return len(words)
