"""From the words of a source, where they stand, to the entity that they mean: an ordered table of readers."""

import re
from collections.abc import Callable
from operator import attrgetter

from analysis.sourcing.entities.anaphora import Anaphora
from analysis.sourcing.entities.antecedents import begins_verb, leading_thing
from analysis.sourcing.entities.associations import association
from analysis.sourcing.entities.belonging import ADDED
from analysis.sourcing.entities.descriptions import NO_NAME, QUOTES, Description, describe
from analysis.sourcing.entities.discourse import Discourse
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.heads import NO_NOUN
from analysis.sourcing.entities.introductions import introduces
from analysis.sourcing.entities.mention import Mention
from analysis.sourcing.entities.name_parts import make_name
from analysis.sourcing.entities.name_shapes import RUN, UPPER, is_capital
from analysis.sourcing.entities.named import Named, together
from analysis.sourcing.entities.names import read_name
from analysis.sourcing.entities.source_words import SourceWords
from analysis.sourcing.entities.unnamed import Unnamed
from analysis.sourcing.grammar.vocabulary import documents, first_names, peoples, plain, roles, small_rows, small_words
from analysis.spans import Span

PARTS = re.compile(r",\s(?:and\s)?|\sand\s")
OF_PLACE = re.compile(rf"(?:of|from)\s[{UPPER}][\w.]*(?:\s[{UPPER}][\w.]*)?$|$")
WHO = re.compile(r",?\s(?:who|whom|whose)\b")
TWO = re.compile(r"(?:both|(?:the|these)\stwo)\s", re.IGNORECASE)
COUPLE = re.compile(r"the\s(?:(?:married|young|elderly|retired)\s)?(couple|pair|duo)$", re.IGNORECASE)
LONGEST = 600
AROUND = 100
FIRST_NAME_OF_A_MONTH = re.compile(r"(?:April|May|June|August)$")
AGED = re.compile(r",\s(?:aged\s)?\d\d(?=,|$)")
OPENING = 9
"""A sentence opens with what stands at most this far from its beginning."""


class Coreference:
    """Finds whom the sources of one article mean, in its order."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.document = discourse.document
        self.names = discourse.names
        self.anaphora = Anaphora(discourse)
        self.named = Named(discourse)
        self.unnamed = Unnamed(self.anaphora)
        self._found: dict[int, Entity | None] = {}

    def entity_of(self, start: int, end: int) -> Entity | None:
        """Return the source that the words between two offsets mean; the same place always means the same."""
        if start not in self._found:
            self._found[start] = self._read(self.document.text(start, min(end, start + LONGEST)), start, end)
        entity = self._found[start]
        return entity and self.discourse.latest(entity)

    def meet(self, entity: Entity) -> None:
        """Learn what it tells of others that somebody speaks: a person may be whom the headline announced."""
        if entity.is_person:
            self.unnamed.name_announced(entity)

    def _read(self, text: str, start: int, end: int) -> Entity | None:
        words = SourceWords(describe(text), start, end)
        word = self._small_word(text, start)
        for kind, read in SMALL_WORDS:
            if word in small_words(kind):
                return read(self, word, words)
        for reader in READERS:
            entity = reader(self, words)
            if entity is not None:
                return entity
        return self.unnamed.find(words)

    def _small_word(self, text: str, start: int) -> str:
        """The words of a source as a pronoun is looked up; nothing for "US" and "WHO" among small letters."""
        bare = " ".join(text.split()).strip(QUOTES)
        if bare == "I" or not bare.isupper():
            return plain(bare)
        return plain(bare) if self._is_shouted(start) else ""

    def _is_shouted(self, offset: int) -> bool:
        """Tell whether the words around are printed in capitals, so that "SHE" is a pronoun."""
        start = self.document.starts[self.document.sentence_of(offset)]
        return self.document.text(max(start, offset - AROUND), offset + AROUND).isupper()

    # ---------------------------------------------------------------- I, he, who
    def _author(self, word: str, _: SourceWords) -> Entity:
        """`I` and `we` outside of quotation marks: who wrote the article, or the newsroom."""
        plural = small_rows("author")[word]["number"] == "plural"
        label = "the newsroom" if plural else "the author"
        author = Entity("body" if plural else "person", label, plural=plural, text=label)
        return self.names.bodies.setdefault("=" + label, author)

    def _pronoun(self, word: str, words: SourceWords) -> Entity | None:
        """Whom "she" means; "it" is rather the subject before it than the nearest body."""
        if small_rows("pronoun")[word]["gender"] == "n":
            return self._subject_before(words.start) or self.anaphora.pronoun(word, words.start)
        known = self.anaphora.pronoun(word, words.start)
        return known or self.unnamed.add(words)

    def _subject_before(self, offset: int) -> Entity | None:
        """`The report was late. It`: the thing with which this sentence or the one before begins, if nobody says it."""
        here = self.document.sentence_of(offset)
        for number in (here, here - 1)[self._opens(offset) :]:
            sentence = self.document.sentences[number]
            if number < 0 or sentence.paragraph != self.document.sentences[here].paragraph:
                return None
            if thing := self._leading(sentence.start, offset):
                return thing
        return None

    def _leading(self, start: int, offset: int) -> Entity | None:
        """The document, body or government that is the subject of the sentence at a start, outside of what is told."""
        if self.discourse.is_reported(start):
            return None
        span = leading_thing(self.document, start) or self._named_subject(start)
        if span is None or span.end > offset or self._is_passed(span.end, offset):
            return None
        return self.entity_of(*span)

    def _named_subject(self, start: int) -> Span | None:
        """`Beijing has`: the place or body with whose name a sentence begins, before its verb."""
        for mention in self.names.between(start, start + OPENING):
            entity = self.discourse.latest(mention.entity)
            if _is_subject(entity, mention) and begins_verb(self.document, mention.end):
                return Span(mention.start, mention.end)
        return None

    def _is_passed(self, start: int, offset: int) -> bool:
        """Whether another body is the subject of a clause between a subject and its pronoun in one sentence."""
        here = self.document.sentence_of(offset)
        if any(at > start for at, _ in self.discourse.spoke_before(here, offset)):
            return True
        between = self.names.between(max(start, self.document.starts[here]), offset)
        return any(begins_verb(self.document, m.end) for m in filter(attrgetter("entity.may_be_it"), between))

    def _opens(self, offset: int) -> bool:
        """Whether a sentence begins with the word at an offset, behind quotation marks at most."""
        start = self.document.starts[self.document.sentence_of(offset)]
        if offset - start >= OPENING:
            return False
        return not self.document.text(start, offset).strip(QUOTES)

    def _relative(self, word: str, words: SourceWords) -> Entity | None:
        """Whom "who" means: a name before it, or the noun phrase before it."""
        entity, phrase = self.anaphora.antecedent(words.start, word)
        if entity is None:
            return self._by_phrase(phrase, words.start)
        return self.named.government(entity.label) if entity.sort == "place" else entity

    def _by_phrase(self, phrase: str, offset: int) -> Entity | None:
        """Whom the noun phrase before "who" means; an empty one, or another such pronoun, means nobody."""
        key = plain(phrase.strip(QUOTES))
        if not key or key in small_words("relative"):
            return None
        return self._speaking(phrase, offset) or self._read(phrase, offset, offset)

    def _speaking(self, phrase: str, offset: int) -> Entity | None:
        """Who was met in this sentence by the phrase before "who", so that it is no second one."""
        for at, entity in self.discourse.spoke_before(self.document.sentence_of(offset), offset):
            if self.document.text(at, at + len(phrase)) == phrase:
                return entity
        return None

    # ---------------------------------------------------------------- readers
    def _compound(self, words: SourceWords) -> Entity | None:
        """`Lee and President Ann Smith`: two or more, each of them named."""
        description = words.description
        if " and " not in description.text:
            return None
        if description.sort in ("body", "unsure") and not description.joined:
            return None
        parts = [*map(describe, PARTS.split(WHO.split(description.text)[0]))]
        if len(parts) == 1 or not all(map(_is_member, parts)):
            return None
        return self._one_body(words, parts) or self._together(words, parts)

    def _together(self, words: SourceWords, parts: list[Description]) -> Entity:
        """Several sources as one, each of whom a part of the words names."""
        members = [self._by_name(words._replace(description=part)) for part in parts]
        return together(members)

    def _one_body(self, words: SourceWords, parts: list[Description]) -> Entity | None:
        """`Food and Drug Administration`: a word that is nobody's name and a body are one body."""
        first, second = parts[0].name, parts[1].name
        if len(parts) > 2 or second.sort != "body" or first.sort not in ("single", "unsure"):
            return None
        if self.names.people.find(first):
            return None
        name = words.description.text.removeprefix("the ").removeprefix("The ")
        return self.names.body(make_name("body", name, kind=second.kind, office=second.office))

    def _mixed(self, words: SourceWords) -> Entity | None:
        """`Businesses and residents`, whose capital is no name's."""
        return self.unnamed.mixed(words) if words.description.joined else None

    def _title_alone(self, words: SourceWords) -> Entity | None:
        """`Hunter said`: a surname that is also a title or a noun for people."""
        description = words.description
        if description.sort != "title" or len(description.words) > 1:
            return None
        return None if description.text.isupper() else self.named.surname(words)

    def _told(self, words: SourceWords) -> Entity | None:
        """`one of them, a senior diplomat`: the addition, who is one of the group."""
        description, start = words.description, words.start
        if not _is_one_of_them(description) or not ADDED.match(description.rest):
            return None
        group = self.anaphora.group(description.head, start)
        one = self._read(description.rest.lstrip(",—–- "), start, words.end)
        return one and self._joined(one, group)

    def _joined(self, one: Entity, group: Entity | None) -> Entity:
        """`one of them`, where "they" are a group: one of whom no name is told is one of the group."""
        if group is None or group is one:
            return one
        return self.discourse.join(one, group) if one.sort == "unnamed" else one

    def _like_a_month(self, words: SourceWords) -> Entity | None:
        """`June, 79`: an age behind the name of a month makes it a first name, here and further on."""
        description = words.description
        if not FIRST_NAME_OF_A_MONTH.match(" ".join(description.words)):
            return None
        name = make_name("single", description.words[0])
        return self.names.person(name, words.start) if AGED.match(description.rest) else self.names.people.find(name)

    def _association(self, words: SourceWords) -> Entity | None:
        """`Friends of the Library`: a body that those give its name who belong to it."""
        name = association(words.description.text)
        if name is None or self.names.people.find(words.description.name):
            return None
        return self.names.body(name)

    def _introduced(self, words: SourceWords) -> Entity | None:
        """`another diplomat, former envoy to Cyprus Xu Lee`, `a baker called Xu Lee`: who is so introduced."""
        for mention in self.names.between(words.start, words.end):
            before = self.document.text(words.start, mention.start)
            after = self.document.text(mention.end, max(mention.end, words.end))
            if mention.entity.is_person or (not before and mention.entity.may_be_person):
                known = introduces(before, after, titled=mention.name.title != "")
                return self.discourse.latest(mention.entity) if known else None
        return None

    def _national(self, words: SourceWords) -> Entity | None:
        """`the German`, `the Scot`: one human being by the country, where one is named near by."""
        description = words.description
        if not _is_compatriot(description) or self.unnamed.definites.is_introduced(description.head, words.start):
            return None
        return self.unnamed.definites.person_near(description, words.start)

    def _name(self, words: SourceWords) -> Entity | None:
        """`Sen. Ann Lee`, `the Pentagon`: whom a name means."""
        return self._by_name(words) if words.description.is_name else None

    def _by_name(self, words: SourceWords) -> Entity:
        """Whom a name means; a common word with the capital of a sentence's beginning is a noun."""
        entity = self.named.find(words)
        if entity is not None:
            return entity
        return self.unnamed.find(words._replace(description=words.description._replace(name=NO_NAME)))

    def _party(self, words: SourceWords) -> Entity | None:
        """`the Conservatives`: a party by its people, with a capital behind an article."""
        description = words.description
        name = " ".join(description.words)
        if description.first != "the" or not is_capital(name) or plain(name) not in small_words("party by its people"):
            return None
        return self.names.body(make_name("body", name, kind="party", office="private"))

    def _adjective(self, words: SourceWords) -> Entity | None:
        """`the Chinese`: the government of a country."""
        description = words.description
        return self.named.government(description.words[-1]) if description.sort == "adjective" else None

    def _pair(self, words: SourceWords) -> Entity | None:
        """`both women`, `the couple`: the two named people who are so called."""
        description, definites = words.description, self.unnamed.definites
        couple = COUPLE.match(description.text)
        if couple:
            pair = definites.couple(couple[1], words.start)
        else:
            pair = definites.pair(description, words.start) if TWO.match(description.text) else ()
        return together(pair) if pair else None

    def _apposition(self, words: SourceWords) -> Entity | None:
        """`one of the sponsors, Rep. Lee`, `a first-year, Lee`: the addition names whom the noun describes."""
        addition = ADDED.match(words.description.rest)
        if addition is None:
            return None
        run = RUN.match(words.description.rest, addition.end())
        if run is None or not self._is_named_by(words.description, run[0]):
            return None
        return self._by_name(words._replace(description=describe(run[0])))

    def _is_named_by(self, description: Description, run: str) -> bool:
        """Whether a name is that of a person whom a description describes, by the noun or as one that is known."""
        name = read_name(run)
        if description.head in roles() and name.sort in ("person", "titled", "unsure"):
            return True
        if name.text in first_names() and _is_kin(description):
            return True
        if description.head in documents():
            return False
        return self.names.people.find(name) is not None


SMALL_WORDS: tuple[tuple[str, Callable[[Coreference, str, SourceWords], Entity | None]], ...] = (
    ("author", Coreference._author),
    ("pronoun", Coreference._pronoun),
    ("relative", Coreference._relative),
)
"""Who finds whom the small words mean that are a source by themselves, by their class; what these say is final."""

READERS: tuple[Callable[[Coreference, SourceWords], Entity | None], ...] = (
    Coreference._compound,
    Coreference._mixed,
    Coreference._title_alone,
    Coreference._told,
    Coreference._like_a_month,
    Coreference._association,
    Coreference._introduced,
    Coreference._national,
    Coreference._name,
    Coreference._party,
    Coreference._adjective,
    Coreference._pair,
    Coreference._apposition,
)
"""Each says whom the words mean where they are of its kind; who has no name is looked for last."""


def _is_subject(entity: Entity, mention: Mention) -> bool:
    """Whether "it" may mean what a name at a sentence's beginning means: a body, a country, or one by its capital."""
    if entity.sort == "place":
        return mention.name.kind in ("country", "capital")
    return entity.may_be_it and not entity.may_be_person


def _is_compatriot(description: Description) -> bool:
    """`the German`, but not `the Chinese`: whether one human being is called by a country."""
    return description.first == "the" and len(description.words) == 1 and f"{description.head}s" in peoples()


def _is_member(part: Description) -> bool:
    """Whether a part of a compound is a name, with its place at most."""
    return part.is_name and OF_PLACE.match(part.after) is not None


def _is_one_of_them(description: Description) -> bool:
    """`one of them`: somebody out of a group that a pronoun means."""
    return description.first == "one" and description.head in small_words("pronoun")


def _is_kin(description: Description) -> bool:
    """`Lee's wife`, `his brother`: somebody's, by a noun of one gender, and so one of a family."""
    noun = roles().get(description.head, NO_NOUN)
    if noun.plural or not noun.gender:
        return False
    return description.determiner == "possessive" or description.owner != ""
