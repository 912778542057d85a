"""Sources that have a name: which person, body, place or family of the article it means."""

import re
from functools import cached_property

from analysis.sourcing.entities.descriptions import Description
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.name_parts import Name
from analysis.sourcing.entities.name_shapes import ACRONYM
from analysis.sourcing.entities.register import Mentions
from analysis.sourcing.grammar.vocabulary import adjectives, places, plain, roles

SMALL = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w’'-])")


class Named:
    """Finds, or adds, whom a name means at its place in an article."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self.document = mentions.document

    @cached_property
    def common_words(self) -> set[str]:
        """The words that the article writes small: "Nitrate" at a sentence's beginning is no name then."""
        return {word for sentence in self.document.sentences for word in SMALL.findall(sentence.text)}

    def find(self, description: Description, start: int, end: int) -> Entity | None:
        """Return whom the name of a description means; nobody where the article also writes the word small."""
        name = description.name
        if name is None:
            return None
        definite = description.is_definite_name
        if definite and (family := self._family(name)) is not None:
            return family
        if (here := self._here(name, start, end)) is not None:
            return self._as_source(here, description)
        if (person := self.mentions.person(name)) and not definite:
            return person
        if name.sort == "single" and name.text.lower() in self.common_words:
            return None
        if name.sort in ("person", "titled") or (name.sort in ("single", "unsure") and not definite):
            return self._new_person(name, start)
        return self.government(name.text) if name.sort == "place" else self.mentions.body(name)

    def _here(self, name: Name, start: int, end: int) -> Entity | None:
        """Whom the article was read to mean by this name at this place."""
        for mention in self.mentions.between(start, end):
            if mention.entity is None:
                continue
            longer = mention.entity.is_person and name.text.endswith(" " + mention.name.text)
            if longer or mention.name.text == name.text:
                return mention.entity
        return None

    def _family(self, name: Name) -> Entity | None:
        """`the Lees`: all of this surname whom the article names."""
        known = self.mentions.people.get(name.last.removesuffix("s"), []) if name.last.endswith("s") else []
        if len(known) < 2 or name.first:
            return known[0] if known and not name.first else None
        return Entity("compound", "", plural=True, members=tuple(known))

    def _as_source(self, entity: Entity, description: Description) -> Entity:
        """A place speaks for its government; an unknown name of two words, without article, is a person's after all."""
        if entity.sort == "place":
            return self.government(entity.label)
        words = entity.label.split()
        unknown = entity.sort == "body" and not entity.kind and len(words) > 1 and len(words[-1]) > 1
        if unknown and not description.is_definite_name and not ACRONYM.match(entity.label):
            entity.sort = "person"
        return entity

    def government(self, place: str) -> Entity:
        """`Beijing`, `China`, `Chinese`: one government, called as it is called first."""
        row = places().get(plain(place)) or adjectives().get(plain(place))
        if row is None or row["kind"] not in ("country", "capital"):
            return self.mentions.bodies.setdefault(plain(place), Entity("place", place))
        label = place if plain(place) in places() else row["place"]
        return self.mentions.bodies.setdefault("=" + row["government"], Entity("place", label))

    def _new_person(self, name: Name, start: int) -> Entity:
        entity = Entity("person", name.text, name.gender, first=name.first, last=name.last)
        if name.title:
            entity.titles.append(name.title)
        entity.places.append((start, start + len(name.text)))
        self.mentions.people.setdefault(name.last, []).append(entity)
        return entity

    def surname(self, description: Description, start: int, end: int) -> Entity | None:
        """`Hunter said`: a noun for people without an article is a surname, known or not.

        In a headline and as the tag of a transcript ("Moderator:") it is one that is known.
        """
        here = self.mentions.between(start, end)
        if here and here[0].entity is not None:
            return here[0].entity
        name, noun = description.name, roles().get(description.head)
        sentence = self.document.sentences[self.document.sentence_of(start)]
        bare = sentence.part == "headline" or sentence.text.startswith(":", end - sentence.start)
        if name is None or noun is None or noun.gender or description.determiner or bare or description.after:
            return None
        return self.mentions.person(name) or self._new_person(name._replace(title=""), start)
