"""How closely an article describes a source that it does not name: an ordered table over what the words tell."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from analysis.lexicon import any_of, words_of
from analysis.sourcing.entities.descriptions import Description, describe
from analysis.sourcing.entities.name_shapes import is_capital
from analysis.sourcing.grammar.vocabulary import adjectives, bodies, office_words, places, plain, roles

DEGREES = ("bare", "placed", "ranked", "involved")
PIECE = re.compile(r",\s|\s[-–—]{1,2}\s|[;()]")
CLAUSE = re.compile(r"(?:who|whom|whose|which|that)\b", re.IGNORECASE)
BACKWARD = re.compile(r"(?:one\sof\s)?(?:the|them|they|these|those|he|she|it|who|which|that)\b", re.IGNORECASE)
AUXILIARIES = r"(?:(?:has|have|had|was|were|is|are|been|also|both|all|directly|personally|recently|once)\s)"


class Told(NamedTuple):
    """What a description tells of a source: five times yes or no.

    ``knows``: how it can know; ``where``: its body, country, field, employer or town; ``rank``: seniority or that it
    is out of office; ``calling``: a trade or office, not just "official" or "person"; ``number``: how many they are.
    """

    knows: bool
    where: bool
    rank: bool
    calling: bool
    number: bool


# The closest stands first. A number alone says nothing of who they are, so "two people" stays bare.
RULES: tuple[tuple[str, Callable[[Told], bool]], ...] = (
    ("involved", lambda told: told.knows),
    ("ranked", lambda told: told.where + told.rank + told.calling > 1 or (told.number and (told.where or told.rank))),
    ("placed", lambda told: told.where or told.rank or told.calling),
    ("bare", lambda told: True),
)


@lru_cache(maxsize=50_000)
def closeness(description: str) -> str:
    """Return how closely these words describe an unnamed source, from far to near one of ``DEGREES``.

    - bare: a general word and at most a number or a stance;
    - placed: one thing more: body, country, field, employer, town, rank or calling;
    - ranked: two such things, or one of them (a calling aside) and how many people;
    - involved: how the source knows.

    It judges the words, not whether they are true or help anybody. An empty description is bare.

    >>> [closeness(words) for words in ("officials", "sources", "two people", "critics of the plan")]
    ['bare', 'bare', 'bare', 'bare']
    >>> [closeness(words) for words in ("U.S. officials", "a defense official", "an aide to the mayor", "a lawyer")]
    ['placed', 'placed', 'placed', 'placed']
    >>> [closeness(words) for words in ("a senior defense official", "two lawyers at the ministry")]
    ['ranked', 'ranked']
    >>> [closeness(words) for words in ("people familiar with the matter", "an aide who helped arrange the call")]
    ['involved', 'involved']
    """
    told = _told(description)
    return next(degree for degree, fits in RULES if fits(told))


def closest(descriptions: list[str]) -> str:
    """Return the description that tells most; of equals one that does not point back, then the longest; empty of none.

    >>> closest(["an official", "the official", "they"])
    'an official'
    """
    return max(descriptions, key=_telling, default="")


def tells_several(description: str) -> bool:
    """Tell whether a description is one of several people by its noun: "officials", not "one of the officials".

    >>> [tells_several(words) for words in ("two senior officials", "one of the officials", "an official")]
    [True, False, False]
    """
    piece = describe(description)
    return piece.first != "one" and piece.head in roles() and roles()[piece.head].plural


def _telling(words: str) -> tuple[int, bool, int]:
    return DEGREES.index(closeness(words)), not BACKWARD.match(words), len(words)


def _told(description: str) -> Told:
    text = " ".join(description.split())
    text = _any("aside").split(text, maxsplit=1)[0]
    pieces = _pieces(text)
    return Told(
        knows=bool(_any("knows").search(text) or _took_part().search(text)),
        where=bool(_any("where").search(text)) or any(map(_is_placed, pieces)),
        rank=any(map(_is_ranked, pieces)),
        calling=any(map(_is_calling, pieces)),
        number=any(map(_is_counted, pieces)),
    )


def _pieces(text: str) -> list[Description]:
    """The noun phrases of a description, without its relative clauses."""
    pieces = []
    for piece in PIECE.split(text):
        if not CLAUSE.match(piece):
            pieces.append(describe(piece))
    return pieces


def _is_ranked(piece: Description) -> bool:
    return not _words("rank").isdisjoint(_keys(piece)[:-1])


def _keys(piece: Description) -> list[str]:
    """The words of the noun phrase as lists are keyed; the last is its head."""
    return [plain(word) for word in piece.words]


def _before(piece: Description) -> list[str]:
    """The words before its noun, which may be of two words: "press | secretary"."""
    return _keys(piece)[: -2 if piece.pair in roles() else -1]


def _is_placed(piece: Description) -> bool:
    """Tell whether anything says where a source belongs."""
    return any(places_it(piece) for _, places_it in PLACED)


def _is_owned(piece: Description) -> bool:
    return bool(piece.owner) or (piece.determiner == "possessive" and bool(piece.words))


def _is_specified(piece: Description) -> bool:
    """Before a general word ("official") nearly any word places a source."""
    return _is_general(piece) and not _words("rank").union(_words("empty")).issuperset(_before(piece))


def _is_named(piece: Description) -> bool:
    """A name stands in it, and not only the capital of its first word."""
    if _is_general(piece):
        return False
    names = {*filter(is_capital, piece.words)} - {piece.text.split(" ")[0]}
    return not all(map(roles().__contains__, map(plain, names)))


def _is_of_known(piece: Description) -> bool:
    """A word before its noun is one for a body, a field, a country or a town."""
    if _is_general(piece):
        return False
    before = _before(piece)
    return any(map(_is_known, {*before, *_pairs(before)} - _words("rank")))


def _is_general(piece: Description) -> bool:
    return _singular(piece.head) in _words("general")


def _is_linked(piece: Description) -> bool:
    """Whether a preposition goes on from the noun: not from one that says only for or against what they are."""
    if _singular(piece.head) in _words("stance"):
        return False
    return not _words("at").isdisjoint(map(plain, _after(piece)[:-1]))


def _after(piece: Description) -> list[str]:
    """What follows the noun; in "some in the cabinet" the number. The "of" of "two of them" tells nothing."""
    if piece.after:
        return piece.after.split()
    return [word for word in _main(piece)[1:] if word != "of"]


PLACED: tuple[tuple[str, Callable[[Description], bool]], ...] = (
    # example, what tells it
    ("their guests", _is_owned),
    ("aides to the mayor", _is_linked),
    ("a campaign official", _is_specified),
    ("a Brooklyn lawyer", _is_named),
    ("a county lawyer", _is_of_known),
)


def _main(piece: Description) -> list[str]:
    """The words up to the first comma or relative pronoun."""
    return piece.text.removesuffix(piece.rest).split()


def _pairs(keys: list[str]) -> Iterator[str]:
    """Yield each two neighbours: "law enforcement", "white house"."""
    return (f"{one} {other}" for one, other in pairwise(keys))


def _is_known(key: str) -> bool:
    """Whether a word is one for a body, a field, a country or a town."""
    return any(key in known for known in (office_words(), bodies("word"), bodies("name"), adjectives(), places()))


def _is_calling(piece: Description) -> bool:
    """`a lawyer`, `police officers`, but not `officials`, `people` or `critics`."""
    key = piece.pair if piece.pair in roles() else piece.head
    return key in roles() and _singular(key) not in _words("general") | _words("stance")


def _is_counted(piece: Description) -> bool:
    """Whether a number stands before the noun: "two dozen workers", "one of three aides"."""
    before = takewhile(lambda word: word not in piece.words, _main(piece))
    return any(plain(word) in _words("number") or word.isdigit() for word in before)


def _singular(head: str) -> str:
    return roles()[head].singular if head in roles() else head


@cache
def _words(aspect: str) -> frozenset[str]:
    return words_of("closeness_words", "words", aspect=aspect)


@cache
def _any(aspect: str) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(_words(aspect))}\b", re.IGNORECASE)


@cache
def _took_part() -> re.Pattern[str]:
    """`who helped`, `who has directly worked on`: a relative clause with a verb of taking part or of seeing."""
    return re.compile(rf"\bwho\s{AUXILIARIES}{{0,4}}{any_of(_words('part'))}\b", re.IGNORECASE)
