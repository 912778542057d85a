"""Whom "he", "she", "it", "they", "who", "which" and "that" mean."""

import re
from collections.abc import Iterator
from itertools import islice

from analysis.sourcing.entities.descriptions import Description, describe
from analysis.sourcing.entities.discourse import REACH, Discourse
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.text_phrases import last_document, last_phrase
from analysis.sourcing.grammar.vocabulary import roles, small_rows

ASIDE = re.compile(r"\s(?:--|—|–)\s[^—–]{3,120}?(?:--|—|–)\s*$")
LOOKS_BACK = 600
"""How many characters before it a relative pronoun looks at."""
TOUCHING = 3
WHO = ("who", "whom")


class Anaphora:
    """Finds whom a pronoun means at its place in an article."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.document = discourse.document

    # ---------------------------------------------------------------- he, she, it, they
    def pronoun(self, word: str, offset: int) -> Entity | None:
        """Return the nearest fitting person, group or body before a pronoun, sources and subjects first.

        The discourse learns the gender of whom it meant.
        """
        row = small_rows("pronoun").get(word)
        if row is None:
            return None
        for entity in self._candidates(offset):
            if self._may_be(entity, row["gender"]):
                self.discourse.learn_gender(entity, row["gender"])
                return entity
        return None

    def group(self, word: str, offset: int) -> Entity | None:
        """Return the unnamed people whom "they" means; None where it means others."""
        entity = self.pronoun(word, offset)
        if entity is None:
            return None
        return entity if entity.is_unnamed_group else None

    def _may_be(self, entity: Entity, gender: str) -> bool:
        if gender == "n":
            return entity.may_be_it
        if not gender:
            return entity.may_be_they
        return entity.may_be_one_person and self.discourse.gender_of(entity) in ("", gender)

    def _candidates(self, offset: int) -> Iterator[Entity]:
        """Yield who stands before, sentence by sentence: who spoke there, then who is named there, the first first."""
        for number in self.discourse.sentences_before(offset, REACH):
            spoke = self.discourse.spoke_before(number, offset)
            if spoke and spoke[0][1].sort == "unnamed":
                yield from self._subject(number, offset)
            for _, entity in spoke:
                yield entity
            for entity in self.discourse.told(number, offset):
                if entity.sort != "place":
                    yield entity

    def _subject(self, number: int, offset: int) -> Iterator[Entity]:
        """The person with whom a sentence begins that an unnamed source closes: "Lee raised it, the aide said"."""

        first = [(mention.start, entity) for mention, entity in self.discourse.named(number, offset)[:1]]
        first += islice(self.discourse.spoke(number), 1)
        start = self.document.starts[number]
        for at, entity in first:
            if entity.is_person and at <= start + 1:
                yield entity

    # ---------------------------------------------------------------- who, which, that
    def antecedent(self, offset: int, word: str) -> tuple[Entity | None, str]:
        """Return whom a relative pronoun means, or else the noun phrase before it."""
        first = max(self.document.starts[self.document.sentence_of(offset)], offset - LOOKS_BACK)
        before = ASIDE.sub("", self.document.text(first, offset)).rstrip(' ,—–-(“"')
        named = self.discourse.named_before(offset, first)
        touching = bool(named) and named[0][0].end >= first + len(before) - TOUCHING
        may_be_document = word == "that" or not touching  # a name takes no "that": "an email from Acme that said"
        document = last_document(before) if may_be_document and word not in WHO else ""
        if document:
            return None, document
        phrase = last_phrase(before)
        entities = [entity for _, entity in named]
        if describe(phrase).head in roles():
            apposed = before.removesuffix(phrase).rstrip().endswith(",")
            return _described(entities, describe(phrase), touching, apposed), phrase
        return _nearest(entities, person=touching and word in WHO), phrase


def _nearest(named: list[Entity], *, person: bool) -> Entity | None:
    """The name before a relative pronoun; that of a person before "who": "Sen. Lee of Texas, who"."""
    if not named:
        return None
    if person:
        return _nearest_person(named) or named[0]
    return named[0]


def _nearest_person(named: list[Entity]) -> Entity | None:
    for entity in named:
        if entity.is_person:
            return entity
    return None


def _described(named: list[Entity], phrase: Description, touching: bool, apposed: bool) -> Entity | None:
    """Whom a noun for people means before "who": it is part of a name, or ``apposed`` to one: "Lee, the mayor, who"."""
    person = _nearest_person(named)
    if touching and person is _nearest(named, person=False):
        return person
    if not apposed:
        return None
    return person if _is_the(phrase) else None


def _is_the(phrase: Description) -> bool:
    """`the mayor`, `mayor of Ohio City`: one, and not just anyone."""
    return not roles()[phrase.head].plural and phrase.determiner != "indefinite"
