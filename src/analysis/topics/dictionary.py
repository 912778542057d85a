"""The dictionary of topics: a TOML file for people to edit, validated when it is read."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis.errors import TopicsError
from analysis.topics.terms import Term, cut_words, parse_term

DEFAULT = Path(__file__).parents[3] / "data" / "topics.toml"
KEYS = ("label", "note", "terms", "except", "forms")
FORMS = ("exact", "stem")
TOPIC_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Topic:
    """One topic: its id in the tables, its label for readers, what it matches and what it does not."""

    id: str
    label: str
    note: str
    terms: tuple[Term, ...]
    exceptions: tuple[Term, ...]
    forms: str


@dataclass(frozen=True)
class Topics:
    """The topics of one file, in its order."""

    source: str
    topics: tuple[Topic, ...]

    def __iter__(self) -> Iterator[Topic]:
        return iter(self.topics)

    def __len__(self) -> int:
        return len(self.topics)

    def __hash__(self) -> int:
        return hash((self.source, self.ids))  # of all terms it would take a millisecond, each time

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids in the order of the file."""
        return tuple(t.id for t in self.topics)

    @property
    def labels(self) -> dict[str, str]:
        """The label of each id."""
        return {t.id: t.label for t in self.topics}

    def only(self, *ids: str) -> "Topics":
        """Return these topics alone, in the order of the file. Raises TopicsError for an unknown id."""
        for unknown in (i for i in ids if i not in self.ids):
            raise TopicsError(f"there is no topic {unknown!r} in {self.source}: there are {', '.join(self.ids)}")
        return Topics(self.source, tuple(t for t in self.topics if t.id in ids))


def read_topics(path: str | Path | None = None) -> Topics:
    """Read a topics file; without a path, ``data/topics.toml`` of this checkout, whose head explains the notation.

    Topics may overlap ("nuclear weapons" and "North Korea's nuclear weapons" in two topics), but the very same term
    in two topics, or twice in one, is refused: the second would only repeat the counts of the first.

    Raises TopicsError, naming file, topic, term and remedy: no such file, not TOML, an unknown key, no terms, an
    empty or repeated term, or one that can never match, be it by itself or because an exception always drops it.
    """
    path = DEFAULT if path is None else Path(path)
    try:
        return _parse(path.name, path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise TopicsError(f"topics file {path} cannot be read ({error.strerror}): name one that exists") from error
    except UnicodeDecodeError as error:
        raise TopicsError(f"{path.name} is not UTF-8: save it as UTF-8") from error


@lru_cache(maxsize=8)
def _parse(file: str, text: str) -> Topics:
    """Return the topics of this text, validated once, since one reads the same file for article after article."""
    tables = _tables(file, text)
    if not tables:
        raise TopicsError(f"{file} has no topics: begin one with a line such as [housing]")
    topics = Topics(file, tuple(_topic(file, id_, table) for id_, table in tables.items()))
    _refuse_repeated(topics)
    return topics


def _tables(file: str, text: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TopicsError(f'{file} is not TOML ({error}): mend that line; lists are ["a", "b"]') from error


def _topic(file: str, id_: str, table: Any) -> Topic:
    where = f"{file}, topic {id_!r}"
    if not isinstance(table, dict):
        raise TopicsError(f"{file}: {id_!r} stands outside a topic: put it under a line such as [housing]")
    if not TOPIC_ID.fullmatch(id_):
        raise TopicsError(f"{where}: an id has only lower-case letters, digits and hyphens: write it like hong-kong")
    for key in (k for k in table if k not in KEYS):
        raise TopicsError(f"{where}: unknown key {key!r}: the keys are {', '.join(KEYS)}")
    forms = table.get("forms", "exact")
    if forms not in FORMS:
        raise TopicsError(f"{where}: forms is {forms!r}: it is 'exact' or 'stem'")
    terms = tuple(_terms(where, "terms", table, forms))
    if not terms:
        raise TopicsError(f'{where}: it has no terms: give it at least one, as in terms = ["housing"]')
    exceptions = tuple(_terms(where, "except", table, forms))
    _refuse_dropped(where, terms, exceptions)
    return Topic(id_, _text(where, "label", table) or id_, _text(where, "note", table), terms, exceptions, forms)


def _text(where: str, key: str, table: Mapping[str, Any]) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise TopicsError(f"{where}: {key} is {value!r}: write it as text in quotation marks")
    return value.strip()


def _terms(where: str, key: str, table: Mapping[str, Any], forms: str) -> Iterator[Term]:
    """Yield the terms of one list; each must be text with a word in it, match itself, and stand there once."""
    values = table.get(key, [])
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise TopicsError(f'{where}: {key} is no list of texts: write it like {key} = ["bus", "light rail"]')
    seen: dict[tuple[Any, ...], str] = {}
    for value in values:
        term = _term(f"{where}, {key}", value, forms)
        if term.words in seen:
            raise TopicsError(f"{where}, {key}: {value!r} means the same as {seen[term.words]!r}: delete one of them")
        seen[term.words] = value
        yield term


def _term(where: str, value: str, forms: str) -> Term:
    if not value.strip(" =\t\n"):
        raise TopicsError(f"{where}: a term is empty: delete it or write a word")
    if value.startswith("=") and "*" in value:
        raise TopicsError(f"{where}: {value!r} asks for one form only and for a wildcard: keep either = or *")
    term = parse_term(value, forms=forms)
    if any(not w.text.strip("*") for w in term.words):
        raise TopicsError(f"{where}: in {value!r} the * stands alone and would match any word: write it like invad*")
    example = _example(term)
    pieces = cut_words(example)
    if not term.words or term.end_of_match(example, pieces, 0) != len(pieces):
        raise TopicsError(f"{where}: {value!r} can never match: use words with spaces between, no punctuation")
    return term


def _refuse_dropped(where: str, terms: Iterable[Term], exceptions: Iterable[Term]) -> None:
    exceptions = tuple(exceptions)
    for term in terms:
        example = _example(term)
        pieces = cut_words(example)
        for exception in exceptions:
            if any(exception.end_of_match(example, pieces, i) for i in range(len(pieces))):
                raise TopicsError(
                    f"{where}: the term {term.text!r} can never match, since the exception {exception.text!r} always "
                    "drops it: delete one of the two or make the exception longer"
                )


def _example(term: Term) -> str:
    """Return a text that the term should match; a wildcard stands for letters that no exception spells out."""
    return term.text.lstrip("=").replace("*", "zqzq")


def _refuse_repeated(topics: Topics) -> None:
    owner: dict[tuple[Any, ...], str] = {}
    for topic in topics:
        for term in topic.terms:
            other = owner.setdefault(term.words, topic.id)
            if other != topic.id:
                raise TopicsError(
                    f"{topics.source}, topic {topic.id!r}: the term {term.text!r} stands in topic {other!r}, too: keep "
                    "it in one of them, or make it more specific in the other"
                )
