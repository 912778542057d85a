"""Sources that have no name: people, groups and documents by their description, bodies by a common noun."""

import re
from collections.abc import Callable
from dataclasses import replace

from analysis.lexicon import Row
from analysis.sourcing.entities.anaphora import Anaphora
from analysis.sourcing.entities.belonging import Belonging
from analysis.sourcing.entities.definite import Definites
from analysis.sourcing.entities.descriptions import QUOTES, Description, describe
from analysis.sourcing.entities.entity import Entity, Sort
from analysis.sourcing.entities.heads import NO_NOUN
from analysis.sourcing.entities.source_words import SourceWords
from analysis.sourcing.grammar.vocabulary import Noun, bodies, documents, plain, roles, small_rows, small_words

BELONGS = re.compile(r"(?:of|for|with|at|in|from|to|on|by|familiar|close|near|inside|briefed)\b")
TAIL = re.compile(r",|;|\s(?:and|who|that|which|said)\s")
HUMAN = re.compile(r"(?:ers?|ors?|ists?|ians?|ees?|eers?|ants?|[mM][ae]n|wom[ae]n|person|people|folks|members)$")
NOBODY = ("this", "that", "these", "it")
LONGEST = 9
NUMBERS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
RATIO = re.compile(
    rf"(?:(?:about|almost|nearly|around|roughly|more\sthan|at\sleast|just|only|some)\s)*{NUMBERS}\s(?:in|out\sof)\s"
    rf"(?:every\s|the\s)?(?:{NUMBERS}|twenty|hundred|thousand)\b", re.IGNORECASE,
)  # fmt: skip
SIZE = re.compile(r"\d+-page|full|final|lengthy")
"""What tells a document from no other one: "the 90-page report"."""
PEOPLE = "people"
COUPLE = re.compile(r"\b(?:couple|pair|duo|trio)$")
ANOTHER = "another"


class Unnamed:
    """Finds, or adds, whom a noun means at its place in an article."""

    def __init__(self, anaphora: Anaphora) -> None:
        self.discourse = anaphora.discourse
        self.anaphora = anaphora
        self.document = anaphora.document
        self.definites = Definites(self.discourse)
        self.belonging = Belonging(anaphora, self.definites)

    def find(self, words: SourceWords) -> Entity:
        """Return whom the noun of a description means: somebody met before, or a new source."""
        for read in READERS:
            entity = read(self, words)
            if entity is not None:
                return entity
        return self._new_by_shape(words)

    # ---------------------------------------------------------------- readers
    def _another(self, words: SourceWords) -> Entity | None:
        """`Another said`: one of the unnamed people told of last."""
        if words.description.text.lower() != ANOTHER:
            return None
        group = self.anaphora.group("they", words.start)
        return self._one_of(group, words.start) if group else None

    def _part(self, words: SourceWords) -> Entity | None:
        """`one of the aides`, `two of them`: some of those whom the article told of before, as far as it did."""
        if not words.description.is_part:
            return None
        group = self._group(words)
        if group is None or words.description.first != "one":
            return group
        return self._one_of(group, words.start)

    def _group(self, words: SourceWords) -> Entity | None:
        head = words.description.head
        if head in small_words("pronoun"):
            return self.anaphora.group(head, words.start)
        if head not in roles():
            return None
        known = self.definites.described(words.description, words.start)
        return known if known and known.is_unnamed_group else None

    def _ratio(self, words: SourceWords) -> Entity | None:
        """`One in five`, `four out of ten voters`: so many of all people, or of those whom the noun means."""
        ratio = RATIO.match(words.description.text)
        if ratio is None:
            return None
        head = words.description.head if words.description.head in roles() else PEOPLE
        told = words.description._replace(
            determiner="quantifier", first="", head=head, words=(words.description.text,), after="",
        )  # fmt: skip
        return self.add(words._replace(description=told))

    def _speaker(self, words: SourceWords) -> Entity | None:
        """`a tweet by Lee`: whose words are told."""
        return self.belonging.speaker(words) if words.description.head in small_words("utterance") else None

    def _named_document(self, words: SourceWords) -> Entity | None:
        """`the Clean Air Act`: a document that has a name."""
        return self.add(words, "document") if words.description.sort == "document" else None

    def mixed(self, words: SourceWords) -> Entity | None:
        """`Businesses and residents`: several bodies and people together are people."""
        description = words.description
        others = _joined_people(description) if _is_several_bodies(description.head) else None
        if others is None:
            return None
        together = (*description.words, "and", *others.words)
        return self.add(words._replace(description=others._replace(text=description.text, words=together)))

    def _people(self, words: SourceWords) -> Entity | None:
        """`the senator`, `aides`: people by a noun for them; a team is one, unless it is somebody's ("her team")."""
        description = words.description
        if not description.sort and description.head not in roles():
            return None
        if self._is_camp(words) or _is_institution(description):
            return None
        return self._known_person(words) or self.add(words)

    def _is_camp(self, words: SourceWords) -> bool:
        """`her team`, `Lee's team`: somebody's campaign; `the team`: people."""
        row = bodies("word").get(words.description.head)
        return row is not None and self.belonging.person(words) is not None

    def _known_person(self, words: SourceWords) -> Entity | None:
        """`the senator`, `the city's mayor`: somebody met before; an epithet where nobody was so called."""
        description, start = words.description, words.start
        is_definite = description.determiner == "definite"
        known = self.definites.described(description, start) if is_definite or description.owner else None
        if known or (is_definite, description.first, description.rest) != (True, "the", ""):
            return known
        return self.definites.epithet(description, start)

    def _body(self, words: SourceWords) -> Entity | None:
        """`the company`, `her campaign`, `Ohio City council`: a body by a common noun."""
        description = words.description
        row = bodies("word").get(description.pair) or bodies("word").get(description.head)
        if row is None or description.head in documents():
            return None
        known = None
        if description.determiner == "definite":
            known = self.definites.body(description, words.start) or self.definites.told_body(description, words.start)
        return known or self._new_body(words, row)

    def _known_document(self, words: SourceWords) -> Entity | None:
        """`the report`: one that the article told of before."""
        description = words.description
        noun = documents().get(description.head)
        if noun is None or description.determiner != "definite":
            return None
        bare = not description.after and all(map(SIZE.fullmatch, description.words[:-1]))
        return self.definites.document(noun.singular) if bare else None

    # ---------------------------------------------------------------- new sources
    def _new_by_shape(self, words: SourceWords) -> Entity:
        """People or a document by the ending of an unknown noun."""
        return self.add(words, "unnamed" if _is_human(words.description) else "document")

    def _new_body(self, words: SourceWords, row: dict[str, str]) -> Entity:
        description, owner = words.description, self.belonging.person(words)
        label, text = label_of(description), description.text
        if owner is not None:
            label = text = f"{owner.label.split()[-1]} {description.words[-1]}"
        return self.discourse.names.common_body(label, row, text)

    def _one_of(self, group: Entity, start: int) -> Entity:
        """`one of the aides`: a new source that is what the group is: "aide to Mr. Lee"."""
        label = " ".join(map(_singular, group.label.split()))
        one = Entity("unnamed", label, head=group.head, text=label, core=label, serves=group.serves)
        self.discourse.join(self.discourse.add(one), group)
        return self.discourse.stand(one, start)

    def add(self, words: SourceWords, sort: Sort = "unnamed") -> Entity:
        """An unnamed source: known by the same words where it is a group, a document or a voice; else a new one."""
        owner, label = self.belonging.owner(words), label_of(words.description)
        entity = self._known(words, sort, label, owner) or self._new(words, sort, label, owner)
        return self.discourse.stand(entity, words.start)

    def _known(self, words: SourceWords, sort: Sort, label: str, owner: Entity | None) -> Entity | None:
        """`aides` after `aides`, `her lawyers` after `Lee's lawyers`: what is called alike, or is the same person's."""
        if sort == "unnamed" and _is_new(words.description):
            return None
        return self.discourse.labelled(sort, label) or self._theirs(words.description, owner)

    def _theirs(self, description: Description, owner: Entity | None) -> Entity | None:
        """`her lawyers` after `Lee's lawyers`: the same, if whose they are is the same."""
        noun = roles().get(description.head)
        if owner is None or noun is None:
            return None
        headed = self.discourse.headed(noun.singular, noun.plural)
        return next((entity for entity in headed if entity.owner is owner), None)

    def _new(self, words: SourceWords, sort: Sort, label: str, owner: Entity | None) -> Entity:
        description, head = words.description, words.description.head
        noun = roles().get(head) or documents().get(head, Noun(head, False, "", ""))
        entity = Entity(
            sort, label, noun.gender, _is_plural(description),
            head=noun.singular, text=description.text, core=description.core,
            owner=owner, serves=self.belonging.served(words) or owner,
        )  # fmt: skip
        if announced := self._announced(entity, words):
            entity = self.discourse.replace(announced, replace(entity, sort=announced.sort))
            self.discourse.forget(announced)
        return self.discourse.add(entity)

    def _announced(self, entity: Entity, words: SourceWords) -> Entity | None:
        """`Officials say` in a headline: the first of the body who are called so, "three senior officials"."""
        known = next(self.discourse.headed(entity.head, entity.plural), None)
        if known is None or known.sort != entity.sort:
            return None
        if not self._in_headline(self.discourse.last_place(known)):
            return None
        same = set(map(plain, words.description.words)).issuperset(plain(known.core).split())
        return known if same else None

    def name_announced(self, person: Entity) -> None:
        """`Mayor says` in a headline: the first who speaks in the text, is named and so called."""
        for _, known in self.discourse.spoke(0):
            if self._is_announced(known) and self.definites.is_called(person, known):
                self.discourse.replace(known, person)

    def _is_announced(self, known: Entity) -> bool:
        """Whether a source is somebody unnamed whom the headline alone has told of so far."""
        if known.sort != "unnamed" or known.plural:
            return False
        return self._in_headline(self.discourse.last_place(known))

    def _in_headline(self, offset: int) -> bool:
        return self.document.sentences[self.document.sentence_of(offset)].part == "headline"


READERS: tuple[Callable[[Unnamed, SourceWords], Entity | None], ...] = (
    Unnamed._another,
    Unnamed._ratio,
    Unnamed._part,
    Unnamed._speaker,
    Unnamed._named_document,
    Unnamed._people,
    Unnamed._body,
    Unnamed._known_document,
)


def _is_several_bodies(head: str) -> bool:
    return head in bodies("word") and head.endswith("s") and head not in roles()


def _joined_people(description: Description) -> Description | None:
    """`residents` behind `businesses and`: several people whom "and" joins to a noun phrase; None without them."""
    others = describe(description.after.removeprefix("and "))
    return others if roles().get(others.head, NO_NOUN).plural else None


def _is_institution(description: Description) -> bool:
    """`the coast guard`, `the energy regulator`, but not `a former regulator`: a body by a noun for people."""
    if " " in description.pair and description.pair in bodies("word"):
        return True
    if description.head not in small_words("institution"):
        return False
    known = description.determiner in ("definite", "possessive") or description.owner
    return bool(known) and small_words("past").isdisjoint(map(plain, description.words))


def _is_human(description: Description) -> bool:
    """Whether an unknown noun is more likely one for people: "skywriters", "two-thirds", "someone"."""
    head = description.head
    if description.text.lower() in NOBODY or head in documents():
        return False
    if description.determiner in ("quantifier", "somebody"):
        return True
    if not description.words or head in small_words("somebody"):
        return True
    return HUMAN.search(head) is not None


def _is_new(description: Description) -> bool:
    """`an aide`: whether the words tell of somebody who was not told of before; "a voice" may be the same."""
    return description.determiner == "indefinite" and description.head not in small_words("voice")


def _is_plural(description: Description) -> bool:
    head = description.head
    if COUPLE.search(description.text):
        return True
    if description.first == "one" and head in roles():
        return False
    noun = roles().get(head) or documents().get(head)
    if noun:
        return noun.plural
    word = _pronoun_row(head)
    if word:
        return word["number"] == "plural"
    return description.determiner == "quantifier" or head.endswith("s")


def _pronoun_row(head: str) -> Row | None:
    """`everybody`, `they`: what the list says of a word for people that is no noun."""
    return small_rows("somebody").get(head) or small_rows("pronoun").get(head)


def label_of(description: Description) -> str:
    """A short description: the noun phrase, and what belongs to it ("people familiar with the matter")."""
    if description.first == "one" and description.head in roles():
        return " ".join((*description.words[:-1], roles()[description.head].singular))
    words = [*description.words]
    if BELONGS.match(description.after):
        more = TAIL.split(description.after)[0].split()
        words += more[: max(0, LONGEST - len(words))]
    while words and _is_left_open(words[-1]):
        words.pop()
    label = " ".join(words).strip(QUOTES)
    return label or description.text.lower()


def _is_left_open(word: str) -> bool:
    """Whether no description ends with this word: a preposition, an article."""
    return plain(word) in small_words("preposition") or plain(word) in ("the", "a")


def _singular(word: str) -> str:
    noun = roles().get(plain(word))
    return noun.singular if noun and noun.plural else word
