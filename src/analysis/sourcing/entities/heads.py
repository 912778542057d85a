"""The noun that a word is looked up as: "captain" for "vice-captain", "year-old" for "56-year-old"."""

from functools import lru_cache

from analysis.sourcing.grammar.vocabulary import Noun, plain, roles, speakers

BEHIND_NOUN = ("elect", "designate", "in-law", "general", "at-large")
OF = "of-"
NO_NOUN = Noun("", False, "", "")
"""What the list of nouns for people says of a word that it does not have."""


@lru_cache(maxsize=50_000)
def head_of(word: str) -> str:
    """Return a word as lists are keyed; of one with hyphens that no list has, the part that is a noun for people."""
    key = plain(word)
    if "-" not in key or key in speakers():
        return key
    return next(filter(roles().__contains__, _parts(key)), key)


def _parts(key: str) -> list[str]:
    """`56-(year-old)`, `vice-(captain)`, `(father)-of-two`, `(president)-elect`: what may be the noun."""
    first, _, behind = key.partition("-")
    parts = [behind, key.rpartition("-")[2]]
    return [*parts, first] if behind in BEHIND_NOUN or behind.startswith(OF) else parts


def one_human(word: str) -> Noun | None:
    """Return the noun for one human being that a word is; None where it is none."""
    noun = roles().get(head_of(word))
    return noun if noun and not noun.plural else None
