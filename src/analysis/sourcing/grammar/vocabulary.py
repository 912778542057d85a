"""The word lists that tell who a source is, read once and keyed by what one looks them up with."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.lexicon import Row, read_lexicon, rows_of
from analysis.sourcing.grammar.closed_classes import PLAIN, rows_by_class


class Noun(NamedTuple):
    """A noun of a word list: its singular, whether this form is plural, its office and its gender."""

    singular: str
    plural: bool
    office: str
    gender: str


OF_SOURCES = {
    "pronoun": "personal pronoun", "relative": "relative pronoun", "possessive": "owner", "time": "time or place",
    "preposition": "phrase preposition", "particle": "name particle",
}  # fmt: skip
"""Classes that are wider or narrower in what names a source than in what builds a clause: "such as" begins a phrase,
"everybody" is nobody's pronoun."""


@lru_cache(maxsize=100_000)
def plain(words: str) -> str:
    """Return words as the lists are keyed: lower case, straight apostrophes and hyphens, no full stops."""
    return words.lower().translate(PLAIN).replace(".", "")


def _keyed(rows: Iterable[Row], column: str) -> dict[str, Row]:
    """Return rows by what stands in one of their columns, but for those where nothing does."""
    return {plain(row[column]): row for row in rows if row[column]}


@cache
def titles() -> dict[str, Row]:
    """Words that stand before a name: "sen", "secretary of state"."""
    return _keyed(read_lexicon("titles", "title"), "title")


@cache
def title_sizes() -> dict[str, int]:
    """The first words of the titles, with the number of words of the longest title that begins so."""
    sizes: dict[str, int] = {}
    for words in map(str.split, titles()):
        sizes[words[0]] = max(len(words), sizes.get(words[0], 0))
    return sizes


@cache
def roles() -> dict[str, Noun]:
    """Nouns for people, singular and plural: "aide", "aides"."""
    return _nouns("role_nouns")


@cache
def documents() -> dict[str, Noun]:
    """Nouns for what can be read, heard or seen: "report", "polls"."""
    return _nouns("documents")


def _nouns(name: str) -> dict[str, Noun]:
    """A noun that is its own plural is plural: "staff"."""
    known: dict[str, Noun] = {}
    for column, plural in (("noun", False), ("plural", True)):
        for row in read_lexicon(name, "noun"):
            form = plain(row[column])
            known[form] = Noun(plain(row["noun"]), plural, row["office"], row.get("gender", ""))
    return known


@cache
def speakers() -> frozenset[str]:
    """The nouns for what may say or think something: people, bodies, documents."""
    return people_and_bodies().union(documents())


@cache
def people_and_bodies() -> frozenset[str]:
    """The nouns for people and bodies."""
    return frozenset((*roles(), *bodies("word")))


@cache
def bodies(use: str) -> dict[str, Row]:
    """Words for bodies: ``use`` is name ("Pentagon"), word ("agency") or suffix ("Airlines", only at a name's end)."""
    return _keyed(rows_of("bodies", "body", use=use), "body")


@cache
def places() -> dict[str, Row]:
    """Countries, capitals, states and cities by name."""
    return _keyed(read_lexicon("places", "place"), "place")


@cache
def adjectives() -> dict[str, Row]:
    """Countries by adjective: "russian"."""
    return _keyed(rows_of("places", "place", kind="country"), "adjective")


@cache
def peoples() -> dict[str, Row]:
    """Countries and states by the plural of their people: "russians", "ohioans"."""
    return _keyed(read_lexicon("places", "place"), "people")


@cache
def office_words() -> dict[str, str]:
    """Words that tell whose an office is: public, private, legislature, or field (public only of people)."""
    return {plain(r["word"]): r["office"] for r in read_lexicon("office_words", "word")}


@cache
def first_names() -> dict[str, str]:
    """First names and their gender: m, f or empty where both bear it."""
    return {r["name"]: r["gender"] for r in read_lexicon("first_names", "name")}


@cache
def small_rows(kind: str) -> dict[str, Row]:
    """The rows of one class of words for sources by their word, with number and gender where these tell something."""
    return {row["word"]: row for row in rows_by_class().get(OF_SOURCES.get(kind, kind), ())}


@cache
def small_words(kind: str) -> frozenset[str]:
    """The words of one class of words for sources: pronoun, definite, indefinite, preposition, past, opener, ..."""
    return frozenset(small_rows(kind))
