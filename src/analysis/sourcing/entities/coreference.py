"""From the words of a source, where they stand, to the entity that they mean."""

import re

from analysis.sourcing.entities.descriptions import QUOTES, Description, describe
from analysis.sourcing.entities.discourse import Cast
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.name_parts import make_name
from analysis.sourcing.entities.name_shapes import RUN, UPPER
from analysis.sourcing.entities.named import Named
from analysis.sourcing.entities.names import read_name
from analysis.sourcing.entities.text_phrases import leading_document
from analysis.sourcing.entities.unnamed import ADDED, Unnamed
from analysis.sourcing.grammar.vocabulary import documents, first_names, plain, roles, small_rows, small_words

PARTS = re.compile(r",\s(?:and\s)?|\sand\s")
OF_PLACE = re.compile(rf"(?:of|from)\s[{UPPER}][\w.]*(?:\s[{UPPER}][\w.]*)?$")
TWO = re.compile(r"(?:both|(?:the|these)\stwo)\s", re.IGNORECASE)
LONGEST = 600


class Meeting:
    """Meets the sources of one article, in its order."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.mentions = cast.mentions
        self.document = cast.mentions.document
        self.named = Named(cast.mentions)
        self.unnamed = Unnamed(cast)
        self.met: dict[int, Entity | None] = {}

    def meet(self, start: int, end: int) -> Entity | None:
        """Return the source that the words between two offsets mean; the same place always means the same."""
        if start not in self.met:
            self.met[start] = self._resolve(self.document.text(start, min(end, start + LONGEST)), start, end)
        return self.met[start]

    def _resolve(self, text: str, start: int, end: int) -> Entity | None:
        text = " ".join(text.split())
        bare = text.strip(QUOTES)
        word = plain(bare) if bare == "I" or not bare.isupper() or self._is_shouted(start) else ""  # "US" is no pronoun
        if word in small_words("author"):
            return self._author(small_rows("author")[word]["number"] == "plural")
        if word in small_words("pronoun"):
            known = self._meant(word, start)
            return known if known or _is_thing(word) else self.unnamed.add(describe(text), start, end)
        if word in small_words("relative"):
            entity, phrase = self.cast.antecedent(start, word)
            if entity is not None and entity.sort == "place":
                return self.named.government(entity.label)
            if entity is not None or not phrase or plain(phrase.strip(QUOTES)) in small_words("relative"):
                return entity
            return self._speaking(phrase, start) or self._resolve(phrase, start, start)
        description = describe(text)
        return self._compound(description, start, end) or self._one(description, start, end)

    def _is_shouted(self, offset: int) -> bool:
        """Tell whether the sentence is printed in capitals, so that "SHE" is a pronoun."""
        return self.document.sentences[self.document.sentence_of(offset)].text.isupper()

    def _meant(self, word: str, start: int) -> Entity | None:
        """Whom a pronoun means; "it" is rather the document that is the subject before it than the nearest body."""
        subject = self._document_before(start) if _is_thing(word) else None
        return (self.meet(*subject) if subject else None) or self.cast.pronoun(word, start)

    def _document_before(self, offset: int) -> tuple[int, int] | None:
        """`The report was late. It`: the place of a document with which this sentence or the one before begins."""
        here = self.document.sentence_of(offset)
        opens = not self.document.sentences[here].text[: offset - self.document.starts[here]].strip(QUOTES)
        sentence = self.document.sentences[max(0, here - opens)]
        end = leading_document(sentence.text)
        before = sentence.start + end <= offset and sentence.paragraph == self.document.sentences[here].paragraph
        return (sentence.start, sentence.start + end) if end and before else None

    def _speaking(self, phrase: str, offset: int) -> Entity | None:
        """Who was met in this sentence by the phrase before "who", so that it is no second one."""
        spoke = self.cast.spoke.get(self.document.sentence_of(offset), [])
        return next((e for at, e in spoke if self.document.text(at, at + len(phrase)) == phrase), None)

    def _author(self, plural: bool) -> Entity:
        """`I` and `we` outside of quotation marks: who wrote the article, or the newsroom."""
        label = "the newsroom" if plural else "the author"
        author = Entity("body" if plural else "person", label, plural=plural, text=label)
        return self.mentions.bodies.setdefault("=" + label, author)

    def _compound(self, description: Description, start: int, end: int) -> Entity | None:
        """`Lee and President Ann Smith`: two or more, each of them named."""
        if " and " not in description.text or (description.sort in ("body", "unsure") and not description.joined):
            return None
        parts = [describe(part) for part in PARTS.split(description.text) if part]
        if len(parts) < 2 or not all(p.is_name and (not p.after or OF_PLACE.match(p.after)) for p in parts):
            return None
        if whole := self._one_body(description, parts):
            return whole
        members = tuple(e for p in parts if (e := self._by_name(p, start, end)) is not None)
        return Entity("compound", "", plural=True, members=members) if len(members) > 1 else None

    def _one_body(self, description: Description, parts: list[Description]) -> Entity | None:
        """`Food and Drug Administration`: a word that is nobody's name and a body are one body."""
        first, second = parts[0].name, parts[1].name
        if first is None or second is None or len(parts) > 2 or second.sort != "body":
            return None
        if first.sort not in ("single", "unsure") or self.mentions.person(first):
            return None
        name = description.text.removeprefix("the ").removeprefix("The ")
        return self.mentions.body(make_name("body", name, kind=second.kind, office=second.office))

    def _one(self, description: Description, start: int, end: int) -> Entity | None:
        alone = description.sort == "title" and len(description.words) == 1 and not description.text.isupper()
        if alone and (person := self.named.surname(description, start, end)):
            return person
        if description.first == "one" and description.head in small_words("pronoun") and ADDED.match(description.rest):
            return self._told(description, start, end)
        if description.is_name:
            return self._by_name(description, start, end)
        if description.sort == "adjective":
            return self.named.government(description.words[-1])
        if TWO.match(description.text) and (pair := self.unnamed.references.pair(description, start)):
            return Entity("compound", "", plural=True, members=pair)
        return self._added(description, start, end) or self.unnamed.find(description, start, end)

    def _told(self, description: Description, start: int, end: int) -> Entity | None:
        """`one of them, a senior diplomat`: the addition, who is one of the group."""
        group = self.cast.pronoun(description.head, start)
        one = self._resolve(description.rest.lstrip(",—–- "), start, end)
        if one is not None and group is not None and one.sort == group.sort == "unnamed" and one is not group:
            one.part_of = group
        return one

    def _by_name(self, description: Description, start: int, end: int) -> Entity:
        """Whom a name means; a common word with the capital of a sentence's beginning is a noun."""
        named = self.named.find(description, start, end)
        return named or self.unnamed.find(description._replace(name=None), start, end)

    def _added(self, description: Description, start: int, end: int) -> Entity | None:
        """`one of the sponsors, Rep. Lee`, `a first-year, Lee`: the addition names whom the noun describes."""
        if not ADDED.match(description.rest):
            return None
        run = RUN.match(ADDED.sub("", description.rest))
        name = read_name(run.group()) if run else None
        if run is None or name is None:
            return None
        named = name.sort in ("person", "titled", "unsure") and description.head in roles()
        named = named or (_is_kin(description) and name.text in first_names())
        if not named and (self.mentions.person(name) is None or description.head in documents()):
            return None
        return self._by_name(describe(run.group()), start, end)


def _is_kin(description: Description) -> bool:
    """`Lee's wife`, `his brother`: somebody's, by a noun of one gender, and so one of a family."""
    noun = roles().get(description.head)
    whose = description.owner or description.determiner == "possessive"
    return noun is not None and bool(noun.gender) and not noun.plural and bool(whose)


def _is_thing(word: str) -> bool:
    """Whether a pronoun is "it" or "its", which is nobody."""
    return small_rows("pronoun")[word]["gender"] == "n"
