"""Whether an unnamed source is one person or several, by the words that the article uses for it."""

from functools import cache

from analysis.editing.desk import Voice
from analysis.lexicon import read_lexicon, words_of


def is_one(voice: Voice) -> bool:
    """Tell whether a source is a single person; one whose words do not tell counts as one.

    `a senior official`, `one of the aides`; but not `officials`, `three people`, `a group of lawyers`.
    """
    if voice.anonymity in ("person", "group"):
        return voice.anonymity == "person"
    return next((one for one in map(_tells_one, (voice.description, voice.source)) if one is not None), True)


def _tells_one(description: str) -> bool | None:
    """Return whether these words are for one person; None where they do not tell."""
    words = description.lower().replace(",", " ").split()
    if not words:
        return None
    if words[0] in _small("indefinite"):
        return words[0] == "one" or words[1:2] == [] or words[1] not in _small("part")
    return next((word not in _nouns("plural") for word in words if word in _nouns("plural") | _nouns("noun")), None)


@cache
def _small(kind: str) -> frozenset[str]:
    return words_of("closed_classes", "word", **{"class": kind})


@cache
def _nouns(column: str) -> frozenset[str]:
    """The last words of nouns for people: ``noun`` the singular ones, ``plural`` the others."""
    return frozenset(row[column].lower().split()[-1] for row in read_lexicon("role_nouns", "noun") if row[column])
