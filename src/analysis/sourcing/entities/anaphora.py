"""Whom "he", "she", "it", "they", "who", "which" and "that" mean."""

from collections.abc import Iterator
from itertools import filterfalse, islice
from operator import attrgetter, itemgetter

from analysis.sourcing.entities.antecedents import Phrase, antecedents, first_document, first_people
from analysis.sourcing.entities.discourse import REACH, Discourse
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.mention import Mention
from analysis.sourcing.grammar.vocabulary import small_rows

OF_DOCUMENTS = {True: ("that",), False: ("that", "which", "whose")}
"""What may mean a document, behind a name or not, which takes no "that": "an email from Acme that said"."""
NEAR = 3
"""In how many sentences a pronoun looks for an unknown name that is a subject, its own with them."""
OF_ONE = ("m", "f")
"""The genders of pronouns that mean one human being."""
WHO = ("who", "whom")
PHRASES = dict.fromkeys(WHO)
"""How many of the phrases before it a relative pronoun may mean where these tell of people: who all, any other one."""


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
        return self._unknown(offset) if row["gender"] in OF_ONE else None

    def _unknown(self, offset: int) -> Entity | None:
        """`Xu Lee joined the club. He`: an unknown name of two words is a person's where nobody else can be meant."""
        for number in self.discourse.sentences_before(offset, NEAR):
            for mention, entity in self.discourse.named(number, offset)[:1]:
                if entity.may_be_person and mention.start == self.document.starts[number]:
                    return self.discourse.as_person(entity)
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
            yield from map(itemgetter(1), spoke)
            yield from filterfalse(_is_place, self.discourse.told(number, offset))

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
        named = self.discourse.named_before(offset, self.document.starts[self.document.sentence_of(offset)])
        phrases = antecedents(self.document, offset)
        touching = phrases[0].is_touched_by(*named[:1])
        document = first_document(phrases) if word in OF_DOCUMENTS[touching] else None
        if document is not None:
            return None, document.text
        people = first_people(phrases[: PHRASES.get(word, 1)])
        if people is None or (touching and named[0][1].is_person):
            return _nearest(named, person=touching and word in WHO), phrases[0].text
        return _described(named, people), people.whole


def _is_place(entity: Entity) -> bool:
    return entity.sort == "place"


def _nearest(named: list[tuple[Mention, Entity]], *, person: bool) -> Entity | None:
    """The name before a relative pronoun; that of a person before "who": "Sen. Lee of Texas, who"."""
    entities = [entity for _, entity in named]
    first = next(iter(entities), None)
    return next(filter(attrgetter("is_person"), entities), first) if person else first


def _described(named: list[tuple[Mention, Entity]], people: Phrase) -> Entity | None:
    """Whom a noun for people means before "who": it is part of a name, or apposed to one: "Lee, the mayor, who"."""
    for mention, entity in named:
        if entity.is_person and people.belongs_to(mention):
            return entity
    return None
