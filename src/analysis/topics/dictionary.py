"""The dictionary of topics: a TOML file for people to edit, validated when it is read."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis.errors import TopicsError, ask_for
from analysis.resources import find_resource
from analysis.topics.cutting import cut_words
from analysis.topics.terms import Term, parse_term

OWN = Path("topics.toml")  # looked for in the current folder
SHIPPED = find_resource("data/topics.toml")
KEYS = ("label", "note", "terms", "ambiguous", "except", "forms")
FORMS = ("exact", "stem")
TOPIC_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Topic:
    """One topic: its id in the tables, its label for readers, what it matches, also in company only, and what not."""

    id: str
    label: str
    note: str
    terms: tuple[Term, ...]
    exceptions: tuple[Term, ...]
    forms: str
    ambiguous: tuple[Term, ...] = ()


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
    """Read a topics file; without a path, the one that `find_topics_file` returns. Its head explains the notation.

    Topics may overlap ("nuclear weapons" and "North Korea's nuclear weapons" in two topics), but the very same term
    in two topics, or twice in one, is refused, and so is a topic all of whose terms another one matches, too: it would
    only repeat that one's counts. An ambiguous word may serve several topics, since their company decides.

    Raises TopicsError, naming file, topic, term and remedy: no such file, not TOML, an unknown key, no terms, an
    empty or repeated term, or one that can never match, be it by itself or because an exception always drops it.
    """
    path = find_topics_file() if path is None else path
    ask_for(path, (str, Path), "a topics file's path", "give its name as text", error=TopicsError)
    path = Path(path)
    try:
        return _parse(path.name, path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise TopicsError(f"topics file {path} cannot be read ({error.strerror}): name one that exists") from error
    except UnicodeDecodeError as error:
        raise TopicsError(f"{path.name} is not UTF-8: save it as UTF-8") from error


def choose_topics(topics: Topics | None) -> Topics:
    """Return the topics that were given, the project's own for None; raise TopicsError for anything else."""
    if topics is None:
        return read_topics()
    ask_for(topics, Topics, "a dictionary of topics", "make one with read_topics(path)", error=TopicsError)
    return topics


def find_topics_file() -> Path:
    """Return ``topics.toml`` of the current folder where there is one, else the file that the package carries.

    In a notebook the current folder is the notebook's own. No other folder is searched.
    """
    return OWN if OWN.is_file() else SHIPPED


@lru_cache(maxsize=8)
def _parse(file: str, text: str) -> Topics:
    """Return the topics of this text, validated once, since one reads the same file for article after article."""
    tables = _tables(file, text)
    if not tables:
        raise TopicsError(f"{file} has no topics: begin one with a line such as [housing]")
    return check_topics(Topics(file, tuple(make_topic(file, id_, table) for id_, table in tables.items())))


def check_topics(topics: Topics) -> Topics:
    """Return the topics; raise TopicsError where one repeats a term of another, or all that another matches."""
    _refuse_repeated(topics)
    _refuse_shadowed(topics)
    return topics


def _tables(file: str, text: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TopicsError(
            f"{file} is not TOML ({error}): look there and in the lines before for a missing comma, bracket or "
            "straight quotation mark, or a name given twice"
        ) from error


def make_topic(file: str, id_: str, table: Any) -> Topic:
    """Return the topic that a table of the file describes; raise TopicsError at the first mistake in it."""
    where = f"{file}, topic {id_!r}"
    if not isinstance(table, dict):
        raise TopicsError(f"{file}: {id_!r} is no topic: a topic is a line such as [housing] with its keys under it")
    if not TOPIC_ID.fullmatch(id_):
        raise TopicsError(f"{where}: an id has only lower-case letters, digits and hyphens: write it like hong-kong")
    for key in (k for k in table if k not in KEYS):
        raise TopicsError(f"{where}: unknown key {key!r}: the keys are {', '.join(KEYS)}")
    forms = table.get("forms", "exact")
    if forms not in FORMS:
        raise TopicsError(f"{where}: forms is {forms!r}: it is 'exact' or 'stem'")
    terms, ambiguous, exceptions = (tuple(_terms(where, k, table, forms)) for k in ("terms", "ambiguous", "except"))
    if not terms:
        raise TopicsError(f'{where}: it has no terms: give it at least one, as in terms = ["housing"]')
    _refuse_both(where, terms, ambiguous)
    _refuse_dropped(where, (*terms, *ambiguous), exceptions)
    label, note = (_text(where, key, table) for key in ("label", "note"))
    return Topic(id_, label or id_, note, terms, exceptions, forms, ambiguous)


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
        raise TopicsError(
            f"{where}: {value!r} can never match: use words with spaces between, without commas, slashes or other marks"
        )
    return term


def _refuse_both(where: str, terms: Iterable[Term], ambiguous: Iterable[Term]) -> None:
    certain = {t.words: t for t in terms}
    for term in (t for t in ambiguous if t.words in certain):
        raise TopicsError(
            f"{where}, ambiguous: {term.text!r} stands in terms, too, as {certain[term.words].text!r}: keep one of them"
        )


def _refuse_dropped(where: str, terms: Iterable[Term], exceptions: Iterable[Term]) -> None:
    exceptions = tuple(exceptions)
    for term in terms:
        example = _example(term)
        pieces = cut_words(example)
        for exception in exceptions:
            starts = range(len(pieces) - len(exception.words) + 1)
            if any(exception.end_of_match(example, pieces, i) for i in starts):
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


def _refuse_shadowed(topics: Topics) -> None:
    for topic in topics:
        others = [t for t in topics if t is not topic]
        for term in topic.terms:
            others = [t for t in others if _is_matched(term, t)]
        if others:
            raise TopicsError(
                f"{topics.source}, topic {topic.id!r}: topic {others[0].id!r} matches all its terms, too, such as "
                f"{topic.terms[0].text!r}: give it terms of its own, or delete it"
            )


def _is_matched(term: Term, topic: Topic) -> bool:
    """Tell whether a term of the topic matches all that this term matches, as a wildcard may."""
    example = _example(term)
    begins = ("*", example[0].lower())  # a wildcard, a stem and a word without capitals keep the first letter
    alike = [t for t in topic.terms if len(t.words) == len(term.words) and t.words[0].text[0].lower() in begins]
    return bool(alike) and any(t.end_of_match(example, cut_words(example), 0) for t in alike)
