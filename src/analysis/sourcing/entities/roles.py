"""What an article calls a person: the title before the name, the words around it, "X, who is ..."."""

import re
from collections.abc import Iterator
from itertools import dropwhile

from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.register import Names
from analysis.sourcing.entities.role_phrases import additions, name_at, phrase_before_comma, predicate, words_before
from analysis.sourcing.entities.word_kinds import ADJECTIVE, PLACE, kinds_of
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.vocabulary import plain, titles
from analysis.spans import Span

PARTIES = ("republican", "democrat", "democratic", "gop")
NO_TITLE = {"office": "", "gender": ""}
ITS = re.compile(r"(?:[Ii]ts|[Tt]heir)\s")


def find_roles(person: Entity, names: Names) -> list[str]:
    """Return the descriptions of a person in the article's order, each as printed, courtesy titles left out."""
    found: list[str] = []
    told: list[set[str]] = []
    for role in filter(None, _roles(person, names)):
        words = set(plain(role).split())
        if not any(map(words.issubset, told)):
            found.append(role)
            told.append(words)
    return found


def _roles(person: Entity, names: Names) -> Iterator[str]:
    for title in person.titles:
        if plain(title) != person.last:
            yield _as_title(title)
    for span in person.places:
        yield from _roles_at(span, names, alone=len(person.places) == 1)


def _roles_at(span: Span, names: Names, *, alone: bool) -> Iterator[str]:
    """Yield what stands before and behind a name; before a surname only where it is all that the article gives."""
    named = name_at(span, names)
    if alone or named.is_full:
        yield words_before(named)
    if named.tokens.is_(named.start - 1, c.COMMA):
        yield _owned(phrase_before_comma(named), names, span.start)
    if named.tokens.end(named.end - 1) <= span.end:  # not "Lee's"
        yield _owned(", ".join(filter(None, additions(named))), names, span.start)
        yield predicate(named)


def _owned(role: str, names: Names, offset: int) -> str:
    """`its director`: the role with the body that "its" means, the last one named before: "director, Water Agency"."""
    its = ITS.match(role)
    if its is None:
        return role
    body = _last_body(names, offset)
    return f"{role[its.end() :]}, {body.label}" if body else role[its.end() :]


def _last_body(names: Names, offset: int) -> Entity | None:
    """The last body of a known kind that an article names before an offset."""
    for mention in names.before(offset):
        if mention.entity.sort == "body" and mention.entity.kind:
            return mention.entity
    return None


def _as_title(title: str) -> str:
    """A title before a name; a courtesy, a party's or a people's adjective is none."""
    words = [*dropwhile(_is_courtesy, title.split())]
    if all(map(_is_adjective, words)):
        return ""
    return " ".join([*words[:-1], _one(words[-1])])


def _is_adjective(word: str) -> bool:
    """`Russian`, `Ohio`, `Republican`: whether a word before a name tells of no office."""
    return bool(kinds_of(word) & (ADJECTIVE | PLACE)) or plain(word) in PARTIES


def _is_courtesy(word: str) -> bool:
    """`Mr.`, `Mrs.`: a title that tells nothing but a gender."""
    row = titles().get(plain(word), NO_TITLE)
    return row["office"] == "courtesy" and row["gender"] != ""


def _one(word: str) -> str:
    """`Senators`: the title of one of them."""
    single = word.removesuffix("s")
    return single if plain(single) in titles() else word
