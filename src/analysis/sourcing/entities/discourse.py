"""Everybody met so far in an article: who spoke where, and whom "he", "they" and "who" mean."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from analysis.sourcing.entities.descriptions import describe
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.mention import Mention
from analysis.sourcing.entities.register import Mentions
from analysis.sourcing.entities.roles import find_roles
from analysis.sourcing.entities.text_phrases import last_document, last_phrase
from analysis.sourcing.grammar.vocabulary import plain, roles, small_rows

REACH = 8
MEMORY = 20
ASIDE = re.compile(r"\s(?:--|—|–)\s[^—–]{3,120}?(?:--|—|–)\s*$")


class Cast:
    """The sources of an article in the order of meeting, by their words, by their head, and by where they spoke."""

    def __init__(self, mentions: Mentions, reported: Iterable[tuple[int, int]]) -> None:
        self.mentions = mentions
        self.document = mentions.document
        self.spoke: dict[int, list[tuple[int, Entity]]] = {}
        self.by_label: dict[tuple[str, str], Entity] = {}
        self.by_head: dict[tuple[str, bool], list[Entity]] = {}
        self.reported = _merge(reported)

    def note(self, offset: int, entity: Entity) -> None:
        """Remember that this source spoke there."""
        self.spoke.setdefault(self.document.sentence_of(offset), []).append((offset, entity))

    def add(self, entity: Entity) -> None:
        """Remember an unnamed source or document by its words and by its head."""
        self.by_label[entity.sort, plain(entity.label)] = entity
        self.by_head.setdefault((entity.head, entity.plural), []).append(entity)

    def forget(self, entity: Entity) -> None:
        """Drop an unnamed source that is to be added anew under other words."""
        key = entity.sort, plain(entity.label)
        if self.by_label.get(key) is entity:
            del self.by_label[key]
        self.by_head[entity.head, entity.plural].remove(entity)

    def headed(self, head: str, plural: bool) -> Iterator[Entity]:
        """Yield the last unnamed sources and documents with this head, the latest first."""
        yield from reversed(self.by_head.get((head, plural), [])[-MEMORY:])

    def roles_of(self, person: Entity) -> list[str]:
        """Return a person's descriptions, gathered once."""
        if person.roles is None:
            person.roles = find_roles(person, self.mentions)
        return person.roles

    # ---------------------------------------------------------------- he, she, it, they
    def pronoun(self, word: str, offset: int) -> Entity | None:
        """Return the nearest fitting person, group or body before a pronoun, sources and subjects first."""
        row = small_rows("pronoun").get(word)
        if row is None:
            return None
        fits = {"m": "may_be_he", "f": "may_be_she", "n": "may_be_it"}.get(row["gender"], "may_be_they")
        entity = next((e for e in self._candidates(offset) if getattr(e, fits)), None)
        if entity is not None and row["gender"] in ("m", "f"):
            entity.gender = entity.gender or row["gender"]
        return entity

    def _candidates(self, offset: int) -> Iterator[Entity]:
        """Yield who stands before, sentence by sentence: who spoke there, then who is named there, the first first."""
        here = self.document.sentence_of(offset)
        for number in range(here, max(-1, here - REACH), -1):
            spoke = [e for at, e in self.spoke.get(number, []) if at < offset]
            named = self.named(number, offset)
            if spoke and spoke[-1].sort == "unnamed" and (subject := self._subject(number, offset)):
                yield subject
            yield from reversed(spoke)
            yield from (m.entity for m in named if m.entity and m.entity.sort != "place" and not self.is_reported(m))

    def named(self, number: int, offset: int) -> list[Mention]:
        """Return the mentions of a sentence, as far as they stand before an offset."""
        start = self.document.starts[number]
        return self.mentions.between(start, min(offset, start + len(self.document.sentences[number].text)))

    def _subject(self, number: int, offset: int) -> Entity | None:
        """The person whose name begins a sentence that an unnamed source closes: "Lee raised it, the aide said"."""
        met = [(m.start, m.entity) for m in self.named(number, offset)[:1]] + self.spoke[number][:1]
        return next((e for at, e in met if e and e.is_person and at <= self.document.starts[number] + 1), None)

    def is_reported(self, mention: Mention) -> bool:
        """Tell whether a name stands inside somebody's words."""
        at = bisect_right(self.reported, (mention.start, sys.maxsize)) - 1
        return at >= 0 and mention.start < self.reported[at][1]

    # ---------------------------------------------------------------- who, which, that
    def antecedent(self, offset: int, word: str) -> tuple[Entity | None, str]:
        """Return whom a relative pronoun means, or else the noun phrase before it."""
        human = word in ("who", "whom")
        sentence = self.document.sentences[self.document.sentence_of(offset)]
        before = ASIDE.sub("", sentence.text[: offset - sentence.start]).rstrip(' ,—–-(“"')
        phrase = last_phrase(before)
        named = self.mentions.between(sentence.start, offset)
        last = named[-1] if named else None
        described = describe(phrase)
        noun = roles().get(described.head)
        document = "" if human or noun else last_document(before)
        if document and word == "that" and not sentence.text[: offset - sentence.start].rstrip().endswith(","):
            return None, document  # a name takes no "that": "an email from Acme that said"
        touching = last is not None and last.end - sentence.start >= len(before) - 3
        if last is not None and last.entity and touching and (last.entity.is_person or noun is None):
            return _behind_place(last.entity, named) if human else last.entity, phrase
        if document:
            return None, document
        if noun is None:
            return (last.entity if last else None), phrase
        if not noun.plural and described.determiner != "indefinite" and _is_apposed(before, phrase):
            return next((m.entity for m in reversed(named) if m.entity and m.entity.is_person), None), phrase
        return None, phrase


def _behind_place(entity: Entity, named: list[Mention]) -> Entity:
    """`Sen. Lee of Texas, who`: the person before a place or a body, which is no "who"."""
    person = next((m.entity for m in reversed(named) if m.entity and m.entity.is_person), None)
    return entity if entity.is_person or person is None else person


def _merge(pieces: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches in order, overlapping ones as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _is_apposed(before: str, phrase: str) -> bool:
    """`Ann Lee, the mayor, who`: whether a comma stands before the phrase."""
    return before.endswith(phrase) and before[: len(before) - len(phrase)].rstrip().endswith(",")
