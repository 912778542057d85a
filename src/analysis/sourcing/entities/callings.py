"""Whether words are a description of one human being: "a former mayor of Ohio City", but not "mayors", "regrets"."""

import re
from collections.abc import Sequence
from itertools import takewhile

from analysis.sourcing.entities.descriptions import describe
from analysis.sourcing.entities.heads import NO_NOUN, head_of
from analysis.sourcing.entities.name_context import PREPOSITIONS
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.tokens import WORDS_READ
from analysis.sourcing.grammar.vocabulary import plain, roles, small_words, titles

MOST_NOUNS = 3
NO_BEGINNING = c.VERB | c.PREP | c.CONJ | c.NEG
MORE = ("ing", "ed", "based", "born")
ARTICLE = re.compile(r"^(?:as\s)?(?:(?:an?|the|one|his|her|our|another)\s)?", re.IGNORECASE)
ONE_OF = re.compile(r"one\sof\s(?:the|its|his|her|their)?\s?(?:(\S+)[’']s?\s)?", re.IGNORECASE)


def human(words: str, closed: bool = False) -> str:
    """Return a description without its article if it is one of one human being, else nothing."""
    words = " ".join(words.split())
    described = describe(words)
    if not described.words or described.sort in ("person", "titled"):
        return ""
    if _begins_otherwise(words):
        return ""
    words = _without_time(words, described.after, closed)
    nouns = _nouns(described.words) if words else []
    return _single(words, nouns, alone=not described.after) if nouns else ""


def _nouns(words: Sequence[str]) -> list[str]:
    """`Director (of Rights Policy)`, `Department of Health director`: the words up to a role; none without one."""
    keys = [*map(head_of, words)]
    before = keys[: len([*takewhile(_is_no_preposition, words)])]
    return next(filter(_is_calling, (before, keys)), [])


def _without_time(words: str, after: str, closed: bool) -> str:
    """`mayor (last year)`: words without a time at their end; nothing where what follows the noun belongs elsewhere."""
    following = plain(after.partition(" ")[0])
    if not after or _belongs(following, closed):
        return words
    return words.removesuffix(after).rstrip() if following in small_words("time") else ""


def _is_no_preposition(word: str) -> bool:
    return word not in PREPOSITIONS


def _is_calling(nouns: list[str]) -> bool:
    """Whether the last word, two or three are a role or a title: "lawyer", "attorney general"."""
    for size in (1, 2, 3):
        key = " ".join(nouns[-size:])
        if key in roles() or key in titles():
            return True
    return False


def _single(words: str, nouns: list[str], *, alone: bool) -> str:
    """`one of the city's lawyers`: one of them; several people are none."""
    noun = roles().get(nouns[-1])
    one_of = ONE_OF.match(words)
    if one_of is None:
        return "" if _is_several(nouns[-1]) else ARTICLE.sub("", words)
    if noun is None or not alone:
        return ""
    if len(nouns) > MOST_NOUNS:
        return ""
    return " ".join(filter(None, (one_of[1], noun.singular)))


def _is_several(key: str) -> bool:
    """`lawyers`, but not `staff`: whether a noun means more than one human being."""
    noun = roles().get(key, NO_NOUN)
    return noun.plural and noun.singular != key


def _begins_otherwise(words: str) -> bool:
    """`Lee, 52, regrets`, `Lee, like her brother`: whether a verb, a preposition or a conjunction comes first."""
    classes = WORDS_READ[words.split()[0]][1]
    return bool(classes & NO_BEGINNING) and not classes & (c.NOUN | c.NAME | c.DET)


def _belongs(word: str, closed: bool) -> bool:
    """Whether a word after a noun goes on with its description: "of", and where that need not close, "specializing"."""
    if word in small_words("preposition"):
        return True
    if closed:
        return False
    return word in ("and", "&") or word.endswith(MORE)


def is_role(key: str) -> bool:
    """Whether a word is a title or a noun for one human being."""
    if key in titles():
        return True
    return key in roles() and not roles()[key].plural
