"""The noun phrases before a relative pronoun, each hung on the next: "aides to the mayor of Ohio City, who said"."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.sourcing.entities.descriptions import Description, describe
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.mention import Mention
from analysis.sourcing.entities.word_kinds import DETERMINER, kinds_of
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.document import Document
from analysis.sourcing.grammar.noun_phrases import phrases_before
from analysis.sourcing.grammar.patterns import ANYTHING, Row, Table, before, here
from analysis.sourcing.grammar.phrase_ends import chunk_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import GENITIVE
from analysis.sourcing.grammar.vocabulary import bodies, documents, roles, small_words
from analysis.spans import Span

ASIDE = 25
"""How many tokens an aside between dashes may have."""
TOUCHING = 3
"""How many characters may stand between a name and what belongs to it."""
FAR = 100
REACHES = {"indefinite": TOUCHING}
"""How many characters a phrase may stand behind the name to which it is apposed: "Lee of Ohio City, the mayor"."""
SET_OFF = c.COMMA | c.DASH | c.OPEN | c.ADV
BARE = Table(
    True,
    Row(False, "He met Lee, |mayor| of Ohio City.", (before(c.COMMA),)),
    Row(False, "He met |the| mayor.", (here(c.DET | c.POSS | c.NUM),)),
    Row(False, "He met |Lee's| aide.", (here(words=GENITIVE),)),
)
"""Whether a noun for one human being may tell of an office alone, by what the phrase begins with."""
COMPLETE = c.PUNCTUATION | c.AUX | c.VERB | c.PAST | c.PREP | c.REL | c.SUB | c.CONJ
"""What stands behind a complete noun phrase."""


class Phrase(NamedTuple):
    """A noun phrase: its words, these with what hangs on them, its offsets, and what stands before its noun.

    ``apposed``: a comma stands before it; ``bare``: neither that nor a determiner.
    """

    text: str
    whole: str
    start: int
    end: int
    apposed: bool = False
    bare: bool = True

    @property
    def described(self) -> Description:
        """Its words taken apart."""
        return describe(self.text)

    @property
    def is_plural(self) -> bool:
        """Whether its noun is one for several people."""
        return roles()[self.described.head].plural

    def is_people(self) -> bool:
        """`the mayor`, `aides`: whether its noun is one for people."""
        return self.described.head in roles()

    def is_office(self) -> bool:
        """`mayor` in `a run for mayor`: whether it tells of no one human being."""
        return self.bare and not self.is_plural

    def is_document(self) -> bool:
        """`a statement`: whether it tells of a document, not of a part of something."""
        head = self.described.head
        return head in documents() and head not in small_words("part")

    def is_touched_by(self, *named: tuple[Mention, Entity]) -> bool:
        """Whether it ends with one of these names."""
        return any(mention.end + TOUCHING >= self.end for mention, _ in named)

    def belongs_to(self, mention: Mention) -> bool:
        """`Mayor Lee`, `Lee, a mayor`: whether it ends with a name, or is one human being's and apposed to it."""
        if self.start <= mention.start:
            return mention.start < self.end <= mention.end + TOUCHING
        reach = REACHES.get(self.described.determiner, FAR)
        return self.apposed and not self.is_plural and self.start <= mention.end + reach


def first_document(phrases: Iterable[Phrase]) -> Phrase | None:
    """The first phrase that tells of a document; None without one."""
    return next(filter(Phrase.is_document, phrases), None)


def first_people(phrases: Iterable[Phrase]) -> Phrase | None:
    """The first phrase that tells of people, at worst of an office; None without one."""
    return min(filter(Phrase.is_people, phrases), key=Phrase.is_office, default=None)


def antecedents(document: Document, offset: int) -> list[Phrase]:
    """Return the noun phrases on which a relative pronoun at an offset may hang, the nearest first; at least one."""
    return [*_phrases_before(document, offset)] or [Phrase("", "", offset, offset)]


def _phrases_before(document: Document, offset: int) -> Iterator[Phrase]:
    tokens, at = document.token_at(offset)
    first = tokens.bounds(at)[0]
    last = _last_before(tokens, at - 1, first)
    for start, own, end in phrases_before(tokens, last, first):
        text, whole = (document.text(*tokens.span(own, behind + 1)) for behind in (end, last))
        apposed, bare = tokens.is_(start - 1, c.COMMA), BARE.decide(tokens, start)
        yield Phrase(text, whole, tokens.starts[start], tokens.end(end), apposed, bare)


def _last_before(tokens: Tokens, at: int, first: int) -> int:
    """Return the last token before a comma, an adverb, a bracket or an aside between dashes that ends at ``at``."""
    if tokens.is_(at, c.DASH):
        opening = tokens.skip_back(at - 1, max(first, at - ASIDE), ANYTHING, c.DASH)
        at = opening if tokens.is_(opening, c.DASH) else at
    at = tokens.skip_back(at, first, SET_OFF)
    return at - (tokens.words[at] == "(")


def leading_thing(document: Document, offset: int) -> Span | None:
    """Return the place of the document or body with which a sentence begins: "The audit report | was late".

    Conjunctions and adverbs may stand before it; None where it begins with anything else.
    """
    tokens, at = document.token_at(offset)
    last = tokens.bounds(at)[1]
    first = tokens.skip(at, last, c.CONJ | c.ADV)
    end = chunk_end(tokens, first, last)
    if end is None or not kinds_of(tokens.words[first]) & DETERMINER or not tokens.is_(end, COMPLETE):
        return None
    noun = tokens.words[end - 1]  # as printed: "the Department" may be one of Justice
    return tokens.span(first, end) if noun.lower() in documents() or noun in bodies("word") else None


def begins_verb(document: Document, offset: int) -> bool:
    """Tell whether the words from an offset on begin with a verb, behind an adverb at most."""
    tokens, at = document.token_at(offset)
    at = tokens.skip(at, tokens.bounds(at)[1], c.ADV)
    return tokens.is_(at, c.AUX | c.VERB | c.PAST)
