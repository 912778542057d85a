"""Associations that are named after those who belong to them: "Friends of Elm Park", "Nurses for Change"."""

import re

from analysis.sourcing.entities.heads import NO_NOUN
from analysis.sourcing.entities.name_parts import Name, make_name
from analysis.sourcing.entities.name_shapes import RUN, UPPER
from analysis.sourcing.entities.names import read_name
from analysis.sourcing.grammar.vocabulary import bodies, plain, roles, small_words

NAMED = re.compile(
    rf"(?P<the>[Tt]he\s)?(?P<whole>(?P<noun>[{UPPER}][\w-]+)\s(?P<link>of|[Ff]or|[Aa]gainst|[Ww]ithout)\s"
    rf"(?P<article>the\s)?(?P<object>{RUN.pattern}))"
)
PEOPLE = ("person", "titled", "people")


def association(text: str) -> Name | None:
    """Return the name of the association with which a source's words begin; None where they name none.

    At the beginning of a sentence "Friends of Lee" are people, as are "Lawyers for Acme" and "Residents of Elm Park".
    """
    found = NAMED.match(text)
    if found is None or not _is_of_people(found):
        return None
    if not (found["the"] or _is_printed(found) or _is_by_object(found)):
        return None
    return make_name("body", found["whole"], kind="group", office="private")


def _is_of_people(found: re.Match[str]) -> bool:
    """`Friends of |Elm Park|`: whether a plural for people stands before what is nobody's name."""
    noun = roles().get(plain(found["noun"]), NO_NOUN)
    return noun.plural and read_name(found["object"]).sort not in PEOPLE


def _is_printed(found: re.Match[str]) -> bool:
    """`Mothers Against Speeding`, `Reporters Without Borders`: a capital where no sentence begins, or a list."""
    return found["link"][0].isupper() or plain(found["whole"]) in bodies("name")


def _is_by_object(found: re.Match[str]) -> bool:
    """`Friends of the Library`, `Nurses for Change`: a thing that has friends, a cause that people are for."""
    words = plain(found["object"]).split()
    if found["link"] == "of":
        thing = found["article"] or words[-1] in small_words("befriended")
        return plain(found["noun"]) == "friends" and bool(thing)
    return found["link"] == "for" and not small_words("cause").isdisjoint(words)
