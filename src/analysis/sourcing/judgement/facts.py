"""What is known of a source when its kind is judged: what sort it is, whose office it has, what shields it."""

import re
from operator import attrgetter

from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.name_shapes import RUN
from analysis.sourcing.entities.names import read_name
from analysis.sourcing.grammar.vocabulary import bodies, office_words, plain, roles, small_words
from analysis.sourcing.judgement.kinds import Facts
from analysis.sourcing.judgement.offices import UNCLEAR, Office, is_firm, maker_office, name_of, office_of, public_word

BODY = r"(?:county|city|state|government|company)\b"
OF_OFFICIALS = ("party", "government", "legislature")
"""Kinds of bodies whose officials are not their voices: "House officials"."""
NAMES_OF_BODIES = ("body", "acronym", "single", "unsure")
PAIR = 2
OPPOSITE = re.compile(
    r"\s(?:suing|protesting|demonstrating|marching|rallying|campaigning|picketing|fighting|opposing|opposed\sto"
    r"|challenging|outside|opposite|against)\s"
)
"""Behind which words stands a body that somebody is not of: "teachers protesting outside the county council"."""
CLIENT = re.compile(rf"(?:the\s)?{BODY}|.*\bfor\sthe\s{BODY}", re.IGNORECASE)


def facts_of(entity: Entity, called: list[str], serves: str = "", shield: str = "") -> Facts:
    """Return what is known of a source.

    ``called`` are a person's roles, ``serves`` whose office it has, ``shield`` the words that promise it anonymity.
    """
    offices = OFFICES.get(entity.sort, _of_description)(entity, called)
    if serves and not any(map(attrgetter("state"), offices)):
        offices.append(Office("public", serves))
    return Facts(_sort(entity), entity.text or entity.label, offices, shield)


def _sort(entity: Entity) -> str:
    """The sort of a source as the table of kinds has it."""
    if entity.sort != "unnamed":
        return entity.sort
    if _speaks_for_another(entity):
        return "spokesperson"
    return "people" if entity.plural else "someone"


# ------------------------------------------------------------------- who speaks for another
def _speaks_for_another(entity: Entity) -> bool:
    """Tell whether a source is the voice of a client or of a body that is named."""
    if _is_voice(entity):
        return True
    if entity.head in small_words("advocate"):
        return _has_client(entity)
    if entity.head in small_words("agent"):
        return entity.plural and _names_body(entity.label)
    return False


def _is_voice(entity: Entity) -> bool:
    """`a spokesman`, `the club's press officer`: whether the head, or the pair that it ends, is a voice."""
    words = plain(entity.core or entity.label).partition(f" {entity.head}")[0].split()
    pair = " ".join([*words[-1:], entity.head])
    return not small_words("voice").isdisjoint((entity.head, pair))


def _has_client(entity: Entity) -> bool:
    """`lawyers for the county`, `Acme's lawyers`."""
    if entity.serves is not None and entity.serves.sort == "body":
        return True
    return CLIENT.match(entity.text) is not None


def _names_body(label: str) -> bool:
    """`Acme Airlines officials`: tell whether the first name in a description is that of a body with officials."""
    run = RUN.search(label)
    if run is None:
        return False
    name = read_name(run.group())
    if name.kind in OF_OFFICIALS or _is_common(plain(name.text)):
        return False
    return name.sort in NAMES_OF_BODIES


def _is_common(key: str) -> bool:
    """`Company officials`, `Former officials`: a common word with the capital of a sentence's beginning."""
    lists = (office_words(), bodies("word"), roles(), small_words("past"))
    return any(key in words for words in lists)


# ------------------------------------------------------------------- offices by sort
def _of_person(entity: Entity, called: list[str]) -> list[Office]:
    """What a person's titles and roles say; "the Lee administration" where they say nothing against it.

    An article that gives a first name with an administration speaks of a former one more often than of today's.
    """
    owned = _owned(called)
    offices = [office_of(owned.get(title, title), True) for title in entity.titles]
    offices += [office_of(owned.get(role, role)) for role in called]
    if entity.first or not entity.governs:
        return offices
    if {"past", "candidate"}.isdisjoint(map(attrgetter("state"), offices)):
        offices.append(Office("public", entity.governs))
    return offices


def _is_private_body(role: str) -> bool:
    """`Rotary Club`: whether of a person no more is told than the name of a body, which is no party."""
    name = name_of(role)
    return name.sort == "body" and name.text == role and is_firm(name)


def _owned(called: list[str]) -> dict[str, str]:
    """`President | Lou Katz | of the Rotary Club`: a title that a club gives as well as a state, with its body."""
    if len(called) < PAIR or plain(called[0]) not in small_words("title in a club") or not _is_private_body(called[1]):
        return {}
    return {called[0]: f"{called[0]} of {called[1]}"}


def _of_document(entity: Entity, called: list[str]) -> list[Office]:
    return [maker_office(entity.text, entity.head)]


def _of_description(entity: Entity, called: list[str]) -> list[Office]:
    return [office_of(OPPOSITE.split(entity.core or entity.label)[0])]


def _of_place(entity: Entity, called: list[str]) -> list[Office]:
    """A place's is public, unless other words say whose it is: "campaign office"."""
    if entity.head:
        maker = maker_office(entity.text, entity.head)
        if maker.state == "private":
            return [maker]
    return [Office("public", entity.text or entity.label)]


def _of_body(entity: Entity, called: list[str]) -> list[Office]:
    """What a list says of a body; of kinds that may be anybody's, what its other words say: "House panel"."""
    if entity.office == "public":
        return _of_place(entity, called)
    if entity.kind in UNCLEAR and (public := public_word(entity.label)):
        return [Office("public", public)]
    return [Office("private", entity.text or entity.label)]


OFFICES = {"person": _of_person, "document": _of_document, "body": _of_body, "place": _of_place}
