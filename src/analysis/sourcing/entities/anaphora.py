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
        entity = next((e for e in self._candidates(offset) if self._may_be(e, row["gender"])), None)
        if entity is not None:
            self.discourse.learn_gender(entity, row["gender"])
        return entity

    def group(self, word: str, offset: int) -> Entity | None:
        """Return the unnamed people whom "they" means; None where it means others."""
        entity = self.pronoun(word, offset)
        return entity if entity is not None and entity.is_unnamed_group else None

    def _may_be(self, entity: Entity, gender: str) -> bool:
        if gender == "n":
            return entity.may_be_it
        if not gender:
            return entity.may_be_they
        return entity.may_be_one_person and self.discourse.gender_of(entity) in ("", gender)

    def _candidates(self, offset: int) -> Iterator[Entity]:
        """Yield who stands before, sentence by sentence: who spoke there, then who is named there, the first first."""
        for number in self.discourse.sentences_before(offset, REACH):
            yield from self._subject(number, offset)
            yield from (entity for _, entity in self.discourse.spoke_before(number, offset))
            for mention, entity in self.discourse.named(number, offset):
                if entity.sort != "place" and not self.discourse.is_reported(mention):
                    yield entity

    def _subject(self, number: int, offset: int) -> Iterator[Entity]:
        """The person with whom a sentence begins that an unnamed source closes: "Lee raised it, the aide said"."""
        _, last = next(self.discourse.spoke_before(number, offset), (0, None))
        if last is None or last.sort != "unnamed":
            return
        first = [(m.start, entity) for m, entity in self.discourse.named(number, offset)[:1]]
        first += islice(self.discourse.spoke(number), 1)
        start = self.document.starts[number]
        yield from (entity for at, entity in first if entity.is_person and at <= start + 1)

    # ---------------------------------------------------------------- who, which, that
    def antecedent(self, offset: int, word: str) -> tuple[Entity | None, str]:
        """Return whom a relative pronoun means, or else the noun phrase before it."""
        first = max(self.document.starts[self.document.sentence_of(offset)], offset - LOOKS_BACK)
        before = ASIDE.sub("", self.document.text(first, offset)).rstrip(' ,—–-(“"')
        named = self.discourse.named_before(offset, first)
        touching = any(m.end >= first + len(before) - TOUCHING for m, _ in named[:1])
        who = word in WHO
        document = "" if who else last_document(before)
        if document and (word == "that" or not touching):
            return None, document  # a name takes no "that": "an email from Acme that said"
        phrase = last_phrase(before)
        apposed = before.removesuffix(phrase).rstrip().endswith(",")
        return _meant([entity for _, entity in named], describe(phrase), touching, who, apposed), phrase


def _meant(named: list[Entity], phrase: Description, touching: bool, who: bool, apposed: bool) -> Entity | None:
    """Whom the names before a relative pronoun give it: the nearest one, or the person whom a phrase describes.

    `Sen. Lee of Texas, who`: a place or a body is no "who". `Ann Lee, the mayor, who`: the mayor is ``apposed``.
    """
    nearest = next(iter(named), None)
    person = next((entity for entity in named if entity.is_person), None)
    if phrase.head not in roles():
        return person or nearest if touching and who else nearest
    if touching and person is nearest:
        return person
    return person if apposed and _is_the(phrase) else None


def _is_the(phrase: Description) -> bool:
    """`the mayor`, `mayor of Ohio City`: one, and not just anyone."""
    return not roles()[phrase.head].plural and phrase.determiner != "indefinite"
