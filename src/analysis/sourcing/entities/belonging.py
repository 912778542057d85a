"""Whose somebody or something is: its owner, whom it serves, who speaks by it."""

import re

from analysis.sourcing.entities.anaphora import Anaphora
from analysis.sourcing.entities.antecedents import leading_thing
from analysis.sourcing.entities.definite import Definites
from analysis.sourcing.entities.descriptions import Description, describe
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.heads import NO_NOUN
from analysis.sourcing.entities.name_shapes import RUN, is_capital
from analysis.sourcing.entities.names import read_name
from analysis.sourcing.entities.source_words import SourceWords
from analysis.sourcing.grammar.determiners import OWNERS
from analysis.sourcing.grammar.vocabulary import bodies, documents, roles, small_words

ADDED = re.compile(r"^[,—–-]+\s*(?:(?:the|a|an)\s)?")
SERVING = re.compile(rf"(?:of|to|for|with|from|by)\b.*?({RUN.pattern})", re.DOTALL)
OF_THEIRS = re.compile(r"(?:of|from)\s(its|their|his|her)\b")
BY = re.compile(rf"(?:by|from)\s(?:the\s)?({RUN.pattern})")
MADE = re.compile(rf",?\s?(?:\w+ed|written|made)\s[^.,;]{{0,30}}?\bby\s(?:the\s)?({RUN.pattern})")
ASIDE = 80
"""How many characters behind a source may say whom it serves."""


class Belonging:
    """Finds to whom a source that has no name belongs."""

    def __init__(self, anaphora: Anaphora, definites: Definites) -> None:
        self.anaphora = anaphora
        self.definites = definites
        self.document = anaphora.document
        self.discourse = anaphora.discourse
        self.names = anaphora.discourse.names

    def person(self, words: SourceWords) -> Entity | None:
        """The person in `her campaign`, `Ann Lee's campaign`, `the Lee campaign`; None where it is nobody's."""
        description = words.description
        if description.determiner == "possessive":
            owner = self.anaphora.pronoun(description.first, words.start)
            return owner if owner and owner.is_person else None
        owned_by = description.owner or " ".join(description.words[:-1])
        if not is_capital(owned_by):
            return None
        return self.names.people.find(read_name(owned_by))

    def owner(self, words: SourceWords) -> Entity | None:
        """Whose an unnamed source or a document is: `its director`, `the agency's survey`, `Lee's lawyers`."""
        description, owner = words.description, words.description.owner
        if description.determiner == "possessive" or owner in OWNERS:
            return self.anaphora.pronoun(owner or description.first, words.start)
        theirs = OF_THEIRS.match(description.after) if description.head in documents() else None
        if theirs:
            return self._subject(words.start) or self.anaphora.pronoun(theirs[1], words.start)
        if not owner:
            return None
        if is_capital(owner):
            return self._called(owner)
        return self.definites.body(describe(f"the {owner}"), words.start)

    def _subject(self, offset: int) -> Entity | None:
        """The body with which a sentence begins: "The board is late, according to minutes of its meeting"."""
        start = self.document.starts[self.document.sentence_of(offset)]
        span = leading_thing(self.document, start)
        if span is None or span.end > offset:
            return None
        described = describe(self.document.text(*span))
        known = self.definites.body(described, offset)
        if known or described.head not in bodies("word"):
            return known
        return self.names.common_body(described.words[-1], bodies("word")[described.head])

    def speaker(self, words: SourceWords) -> Entity | None:
        """Whose words are told: `the ministry's statement`, `a post by Lee`."""
        by = BY.match(words.description.after)
        return self._called(by[1]) if by else self.owner(words)

    def served(self, words: SourceWords) -> Entity | None:
        """Whom an unnamed source works for: `aides to Mr. Lee`, `lawyers, from the Smith Legal Group`."""
        served = SERVING.match(self._said_of(words))
        return self._called(served[1]) if served else None

    def _said_of(self, words: SourceWords) -> str:
        """The words in which a source may say whom it serves: of a document who made it, of a lawyer also an aside."""
        description = words.description
        made = MADE.match(self._with_aside(words)) if description.head in documents() else None
        if made:
            return f"by {made[1]}"
        noun = roles().get(description.head, NO_NOUN)
        if description.after or noun.singular not in small_words("advocate"):
            return description.after
        return ADDED.sub("", self._with_aside(words)).partition(",")[0]

    def _with_aside(self, words: SourceWords) -> str:
        """What follows the noun: in the source's own words, else in its sentence."""
        own: Description = words.description
        return own.after or own.rest or self.document.text(words.end, words.end + ASIDE)

    def _called(self, name: str) -> Entity | None:
        """The person or body of the article that is so called."""
        known = self.names.known(read_name(name))
        return known and self.discourse.latest(known)
