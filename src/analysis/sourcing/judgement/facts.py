"""What is known of a source when its kind is judged: what sort it is, whose office it has, what shields it."""

import re

from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.name_shapes import RUN
from analysis.sourcing.entities.names import read_name
from analysis.sourcing.grammar.vocabulary import bodies, office_words, plain, roles, small_words
from analysis.sourcing.judgement.kinds import Facts
from analysis.sourcing.judgement.offices import UNCLEAR, Office, maker_office, office_of, public_word

BODY = r"(?:county|city|state|government|company)\b"
CLIENT = re.compile(rf"(?:the\s)?{BODY}|.*\bfor\sthe\s{BODY}", re.IGNORECASE)


def facts_of(entity: Entity, called: list[str], serves: str = "", shield: str = "") -> Facts:
    """Return what is known of a source.

    ``called`` are a person's roles, ``serves`` whose office it has, ``shield`` the words that promise it anonymity.
    """
    offices = _offices(entity, called)
    if serves and not any(office.state for office in offices):
        offices.append(Office("public", serves))
    return Facts(_sort(entity), entity.text or entity.label, offices, shield)


def _sort(entity: Entity) -> str:
    """The sort of a source as the table of kinds has it."""
    if entity.sort != "unnamed":
        return entity.sort
    if entity.head in small_words("voice") or _speaks_for_another(entity):
        return "spokesperson"
    return "people" if entity.plural else "someone"


def _speaks_for_another(entity: Entity) -> bool:
    """`Acme Airlines officials`, `her lawyers`: unnamed officials of a body that is named, lawyers of a client."""
    if entity.head in small_words("advocate"):
        return (entity.serves is not None and entity.serves.sort == "body") or CLIENT.match(entity.text) is not None
    run = RUN.search(entity.label) if entity.plural and entity.head in small_words("agent") else None
    name = read_name(run.group()) if run else None
    if name is None or name.kind in ("party", "government", "legislature") or _is_common(name.text):
        return False
    return name.sort in ("body", "acronym", "single", "unsure")


def _is_common(word: str) -> bool:
    """`Company officials`, `Former officials`: a common word with the capital of a sentence's beginning."""
    key = plain(word)
    return key in office_words() or key in bodies("word") or key in roles() or key in small_words("past")


def _offices(entity: Entity, called: list[str]) -> list[Office]:
    if entity.sort == "person":
        return _held(entity, called)
    if entity.sort == "document":
        return [maker_office(entity.text, entity.head)]
    if entity.sort in ("body", "place"):
        return [_body_office(entity)]
    return [office_of(entity.core or entity.label)]


def _held(entity: Entity, called: list[str]) -> list[Office]:
    """What a person's titles and roles say; "the Lee administration" where they say nothing against it.

    An article that gives a first name with an administration speaks of a former one more often than of today's.
    """
    offices = [office_of(title, True) for title in entity.titles] + [office_of(role) for role in called]
    if entity.governs and not entity.first and not any(o.state in ("past", "candidate") for o in offices):
        offices.append(Office("public", entity.governs))
    return offices


def _body_office(entity: Entity) -> Office:
    """A place's and a public body's is public, unless other words say whose it is: "campaign office", "House panel"."""
    words = entity.text or entity.label
    if entity.sort == "place" or entity.office == "public":
        maker = maker_office(entity.text, entity.head) if entity.head else Office("", "")
        return maker if maker.state == "private" else Office("public", words)
    public = public_word(entity.label) if entity.kind in UNCLEAR else ""
    return Office("public", public) if public else Office("private", words)
