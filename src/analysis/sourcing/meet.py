"""From the words of a source, where they stand, to the entity that they mean."""

import re

from analysis.sourcing.capitals import ACRONYM, RUN, is_capital
from analysis.sourcing.cast import Cast
from analysis.sourcing.describe import QUOTES, Description, describe
from analysis.sourcing.entity import Entity
from analysis.sourcing.names import Name, read_name
from analysis.sourcing.references import References
from analysis.sourcing.vocabulary import (
    adjectives,
    bodies,
    documents,
    places,
    plain,
    roles,
    small_rows,
    small_words,
)

PARTS = re.compile(r",\s(?:and\s)?|\sand\s")
ADDED = re.compile(r"^[,—–-]+\s*(?:(?:the|a|an)\s)?")
BELONGS = re.compile(r"(?:of|for|with|at|in|from|to|on|by|familiar|close|near|inside|briefed)\b")
TAIL = re.compile(r",|;|\s(?:and|who|that|which|said)\s")
HUMAN = re.compile(r"(?:ers?|ors?|ists?|ians?|ees?|eers?|ants?|[mM][ae]n|wom[ae]n|person|people|folks|members)$")
LONGEST = 9


class Meeting:
    """Meets the sources of one article, in its order."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.mentions = cast.mentions
        self.references = References(cast)

    def meet(self, start: int, end: int) -> Entity | None:
        """Return the source that the words between two offsets mean."""
        return self._resolve(self.mentions.text(start, end), start, end)

    def _resolve(self, text: str, start: int, end: int) -> Entity | None:
        text = " ".join(text.split())
        bare = text.strip(QUOTES)
        word = plain(bare) if bare == "I" or not bare.isupper() else ""  # "US" is no pronoun
        if word in small_words("author"):
            return self._author(small_rows("author")[word]["number"] == "plural")
        if word in small_words("pronoun"):
            return self.cast.pronoun(word, start) or self._unnamed(describe(text), start)
        if word in small_words("relative"):
            entity, phrase = self.cast.antecedent(start)
            return entity or (self._resolve(phrase, start, start) if phrase and plain(phrase) != word else None)
        description = describe(text)
        return self._compound(description, start, end) or self._one(description, start, end)

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
        if len(parts) < 2 or not all(p.is_name and not p.after for p in parts):
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
        return self.mentions.body(Name("body", name, kind=second.kind, office=second.office))

    def _one(self, description: Description, start: int, end: int) -> Entity | None:
        if description.sort == "title" and len(description.words) == 1:
            here = self.mentions.between(start, end)
            if here and here[0].entity is not None:
                return here[0].entity
        if description.is_name:
            return self._by_name(description, start, end)
        if description.sort == "adjective":
            return self._government(description.words[-1])
        return self._added(description, start, end) or self._by_noun(description, start)

    # ---------------------------------------------------------------- names
    def _by_name(self, description: Description, start: int, end: int) -> Entity | None:
        name = description.name
        if name is None:
            return None
        if (here := self._here(name, start, end)) is not None:
            return self._as_source(here, description)
        definite = description.is_definite_name
        if (person := self.mentions.person(name)) and not definite:
            return person
        if name.sort in ("person", "titled") or (name.sort in ("single", "unsure") and not definite):
            return self._new_person(name, start)
        return self._government(name.text) if name.sort == "place" else self.mentions.body(name)

    def _here(self, name: Name, start: int, end: int) -> Entity | None:
        """Whom the article was read to mean by this name at this place."""
        for mention in self.mentions.between(start, end):
            if mention.entity is None:
                continue
            longer = mention.entity.is_person and name.text.endswith(" " + mention.name.text)
            if longer or mention.name.text == name.text:
                return mention.entity
        return None

    def _as_source(self, entity: Entity, description: Description) -> Entity:
        """A place speaks for its government; an unknown name of two words, without article, is a person's after all."""
        if entity.sort == "place":
            return self._government(entity.label)
        words = entity.label.split()
        unknown = entity.sort == "body" and not entity.kind and len(words) > 1 and len(words[-1]) > 1
        if unknown and not description.is_definite_name and not ACRONYM.match(entity.label):
            entity.sort = "person"
        return entity

    def _government(self, place: str) -> Entity:
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

    def _added(self, description: Description, start: int, end: int) -> Entity | None:
        """`one of the sponsors, Rep. Lee`: the addition names whom the noun describes."""
        if description.head not in roles() or not ADDED.match(description.rest):
            return None
        run = RUN.match(ADDED.sub("", description.rest))
        name = read_name(run.group()) if run else None
        if run is None or name is None:
            return None
        if name.sort not in ("person", "titled") and self.mentions.person(name) is None:
            return None
        return self._by_name(describe(run.group()), start, end)

    # ---------------------------------------------------------------- nouns
    def _by_noun(self, description: Description, start: int) -> Entity:
        head = description.head
        if description.sort == "document":
            return self._unnamed(description, start, "document")
        if head in roles() or description.pair in roles() or description.name is not None:
            return self._role(description, start) or self._unnamed(description, start)
        row = bodies("word").get(description.pair) or bodies("word").get(head)
        if row is not None and head not in documents():
            known = self.references.body(description, start) if description.determiner == "definite" else None
            return known or self._new_body(description, row, start)
        if head in documents() and description.determiner == "definite" and description.core == description.words[-1]:
            known = self.references.document(documents()[head].singular)
            return known or self._unnamed(description, start, "document")
        return self._unnamed(description, start, "unnamed" if _is_human(description) else "document")

    def _role(self, description: Description, start: int) -> Entity | None:
        """`the senator`, `the city's mayor`: somebody met before; an epithet where nobody was so called."""
        if description.determiner != "definite" and not description.owner:
            return None
        known = self.references.described(description, start)
        if known is None and description.first == "the" and not description.rest:
            return self.references.epithet(description, start)
        return known

    def _new_body(self, description: Description, row: dict[str, str], start: int) -> Entity:
        owner = self._owner(description, start)
        label = f"{owner.label.split()[-1]} {description.words[-1]}" if owner else _label(description)
        text = label if owner else description.text
        body = Entity("body", label, kind=row["kind"], office=row["office"], head=description.head, text=text)
        return self.mentions.bodies.setdefault(plain(label), body)

    def _owner(self, description: Description, start: int) -> Entity | None:
        """The person in `her campaign`, `Ann Lee's campaign`, `the Lee campaign`; None where it is nobody's."""
        if description.determiner == "possessive":
            owner = self.cast.pronoun(description.first, start)
            return owner if owner is not None and owner.is_person else None
        words = description.owner or " ".join(description.words[:-1])
        name = read_name(words) if is_capital(words) else None
        personal = name is not None and name.sort in ("person", "titled", "single", "unsure")
        return self.mentions.person(name) if name is not None and personal else None

    def _unnamed(self, description: Description, start: int, sort: str = "unnamed") -> Entity:
        """An unnamed source: known by the same words where it is a group, a document or a voice; else a new one."""
        label, head = _label(description), description.head
        anew = sort == "unnamed" and description.determiner == "indefinite" and head not in small_words("voice")
        entity = self.cast.by_label.get((sort, plain(label)))
        if entity is None or anew:
            noun = roles().get(head) or documents().get(head)
            entity = Entity(sort, label, noun.gender if noun else "", _is_plural(description))
            entity.head, entity.text, entity.core = noun.singular if noun else head, description.text, description.core
            self.cast.add(entity)
        entity.places.append((start, start))
        return entity


def _is_human(description: Description) -> bool:
    """Whether an unknown noun is more likely one for people: "skywriters", "two-thirds", "someone"."""
    if description.text.lower() in ("this", "that", "these", "it"):
        return False
    head = description.head
    counted = description.determiner in ("quantifier", "somebody") or not description.words
    return head not in documents() and (counted or HUMAN.search(head) is not None or head in small_words("somebody"))


def _is_plural(description: Description) -> bool:
    head = description.head
    if noun := roles().get(head) or documents().get(head):
        return noun.plural
    if crowd := small_rows("somebody").get(head):
        return crowd["number"] == "plural"
    return description.determiner == "quantifier" or head.endswith("s")


def _label(description: Description) -> str:
    """A short description: the noun phrase, and what belongs to it ("people familiar with the matter")."""
    after = TAIL.split(description.after)[0] if BELONGS.match(description.after) else ""
    words = [*description.words, *after.split()][: max(LONGEST, len(description.words))]
    while words and (plain(words[-1]) in small_words("preposition") or plain(words[-1]) in ("the", "a")):
        words.pop()
    return " ".join(words).strip(QUOTES) or description.text.lower() or "unnamed"
