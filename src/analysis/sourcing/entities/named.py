"""Sources that have a name: which person, body, place or family of the article it means."""

import re
from collections.abc import Iterable
from functools import cached_property

from analysis.sourcing.entities.discourse import Discourse
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.mention import Mention
from analysis.sourcing.entities.name_parts import Name
from analysis.sourcing.entities.source_words import SourceWords
from analysis.sourcing.grammar.vocabulary import adjectives, places, plain, roles

SMALL = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w’'-])")
SURE = ("person", "titled")
POSSIBLE = (*SURE, "single", "unsure")
"""The sorts of names that are a person's, and those that are one where no article stands before them."""


class Named:
    """Finds, or adds, whom a name means at its place in an article."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.names = discourse.names
        self.document = discourse.document

    @cached_property
    def _common_words(self) -> set[str]:
        """The words that the article writes small: "Nitrate" at a sentence's beginning is no name then."""
        return {word for sentence in self.document.sentences for word in SMALL.findall(sentence.text)}

    def find(self, words: SourceWords) -> Entity | None:
        """Return whom the name of a description means; nobody where the article also writes the word small."""
        name, definite = words.description.name, words.description.is_definite_name
        if not name.sort:
            return None
        family = self._family(name) if definite else None
        if family is not None:
            return family
        here = self._here(name, words)
        if here is not None:
            return self._as_source(here, definite)
        return None if self._is_common(name) else self._add(name, words)

    def _is_common(self, name: Name) -> bool:
        """`Nitrate`: whether a single word is one that the article writes small elsewhere."""
        return name.sort == "single" and name.text.lower() in self._common_words

    def _here(self, name: Name, words: SourceWords) -> Entity | None:
        """Whom the article was read to mean by this name, or by the end of it, at this place."""
        for mention in self.names.between(words.start, words.end):
            if _is_named_by(mention, name.text):
                return self.discourse.latest(mention.entity)
        return None

    def _family(self, name: Name) -> Entity | None:
        """`the Lees`: all of this surname whom the article names."""
        if not name.last.endswith("s"):
            return None
        known = self.names.people.family(name.last.removesuffix("s"))
        if not known:
            return None
        return together(known) if len(known) > 1 else known[0]

    def _as_source(self, entity: Entity, definite: bool) -> Entity:
        """A place speaks for its government; an unknown name of two words, without article, is a person's after all."""
        if entity.sort == "place":
            return self.government(entity.label)
        if definite or not entity.may_be_person:
            return entity
        return self.discourse.as_person(entity)

    def _add(self, name: Name, words: SourceWords) -> Entity:
        """A name that was not read as one: a person's, unless it is a body's or a place's, or has an article."""
        sorts = SURE if words.description.is_definite_name else POSSIBLE
        if name.sort in sorts:
            return self.names.person(name, words.start)
        return self.government(name.text) if name.sort == "place" else self.names.body(name)

    def government(self, place: str) -> Entity:
        """`Beijing`, `China`, `Chinese`: one government, called as it is called first."""
        key, bodies = plain(place), self.names.bodies
        row = places().get(key) or adjectives().get(key)
        if row is None or row["kind"] not in ("country", "capital"):
            return bodies.setdefault(key, Entity("place", place))
        label = place if key in places() else row["place"]
        return bodies.setdefault("=" + row["government"], Entity("place", label))

    def surname(self, words: SourceWords) -> Entity | None:
        """`Hunter said`: a noun for people without an article is a surname, known or not.

        In a headline and as the tag of a transcript ("Moderator:") it is one that is known.
        """
        if here := self.names.between(words.start, words.end):
            return self.discourse.latest(here[0].entity)
        description = words.description
        if description.head not in roles() or description.determiner or description.after:
            return None
        if self._is_tag(words):
            return None
        return self.names.person(description.name._replace(title=""), words.start)

    def _is_tag(self, words: SourceWords) -> bool:
        """Whether words stand in a headline or before a colon, where articles are left out."""
        sentence = self.document.sentences[self.document.sentence_of(words.start)]
        return sentence.part == "headline" or sentence.text.startswith(":", words.end - sentence.start)


def _is_named_by(mention: Mention, name: str) -> bool:
    """Whether a mention is of this name: the same, or a person's surname at its end."""
    if mention.name.text == name or mention.name.text.startswith(f"{name} and "):
        return True
    return mention.entity.is_person and name.endswith(" " + mention.name.text)


def together(members: Iterable[Entity]) -> Entity:
    """Return several sources as one."""
    return Entity("compound", "", plural=True, members=tuple(members))
