"""Who a source is: one entity for all its mentions in an article, with its kind, its role and the marker that decided."""

import re

from analysis.sourcing.anonymity import find_shields, shielding
from analysis.sourcing.describe import Description, describe
from analysis.sourcing.kinds import Facts, Ruling, judge
from analysis.sourcing.mentions import Entity, Mentions
from analysis.sourcing.model import Found, Sentence, Verdict
from analysis.sourcing.names import ACRONYM, RUN, Name, read_name
from analysis.sourcing.offices import Office, document_office, office_of
from analysis.sourcing.references import Cast
from analysis.sourcing.vocabulary import adjectives, bodies, documents, places, plain, roles, small_word, small_words

NOBODY = Verdict("", "unattributed", "", False, "no source", "", "")
PARTS = re.compile(r",\s(?:and\s)?|\sand\s")
APPOSED = re.compile(r"^[,—–-]+\s*(?:(?:the|a|an)\s)?")
GOES_ON = re.compile(r"(?:of|for|with|at|in|from|to|on|by|familiar|close|near|inside|briefed)\b")
TAIL = re.compile(r",|;|\s(?:and|who|that|which|said)\s")
HUMAN = re.compile(r"(?:er|or|ist|ian|ee|eer|ant|man|woman|person)$")
HUMANS = re.compile(r"(?:ers|ors|ists|ians|ees|eers|ants|men|women|people|folks|members)$")
VOICES = frozenset(("spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "spokeswomen", "press secretary", "press officer", "public information officer", "representative"))
CLIENT = re.compile(r"^(?:his|her|its|their)\s|[’']s?\s(?:\w+\s)?(?:lawyer|attorney)|\b(?:for|representing)\s|^the\s(?:county|city|state)\b", re.IGNORECASE)
LENGTH = 9


def identify(sentences: list[Sentence], found: list[Found]) -> list[Verdict]:
    """Return who the source of each attribution of one article is, in the order of ``found``.

    ``sentences`` are all of the article's (headline and body). An attribution without a source is unattributed,
    unless it is a quotation that goes on from the one before it. Labels are unique within the article.
    """
    if not sentences:
        return [NOBODY] * len(found)
    return Identifier(sentences, found).verdicts()


class Identifier:
    """The sources of one article, met in the order in which the article has them."""

    def __init__(self, sentences: list[Sentence], found: list[Found]) -> None:
        self.mentions = Mentions(sentences)
        self.cast = Cast(self.mentions)
        self.found = found
        self.whom: list[Entity | None] = [None] * len(found)
        self.cast.hear(c for f in found for c in f.content)
        last: tuple[int, Entity] | None = None
        for at in sorted(range(len(found)), key=lambda i: _position(found[i])):
            one = found[at]
            entity = self._meet(one) if one.source else self._continued(one, last)
            self.whom[at] = entity
            if entity is not None:
                self.cast.note(one.source.start if one.source else _position(one), entity)
                last = (at, entity)
        self._shield(sentences)

    # ---------------------------------------------------------------- meeting
    def _meet(self, one: Found) -> Entity | None:
        assert one.source is not None
        start, end = one.source
        return self.resolve(self.mentions.text(start, end), start, end)

    def _continued(self, one: Found, last: tuple[int, Entity] | None) -> Entity | None:
        """A quotation without a source, in the paragraph of one that has a source, goes on from it."""
        if last is None or one.quote not in ("direct", "mixed"):
            return None
        here = self.mentions.sentences[self.mentions.sentence_of(_position(one))]
        there = self.mentions.sentences[self.mentions.sentence_of(_position(self.found[last[0]]))]
        return last[1] if here.paragraph == there.paragraph else None

    def resolve(self, text: str, start: int, end: int) -> Entity | None:
        """Return the entity that these words mean at this place."""
        text = " ".join(text.split())
        bare = text.strip(" ,;:“”\"'‘’")
        word = plain(bare.strip(".")) if bare == "I" or not bare.isupper() else ""
        if small_word(word, "author"):
            return self._author(word)
        if small_word(word, "pronoun"):
            return self.cast.pronoun(word, start) or self._unnamed(describe(text), start)
        if small_word(word, "relative"):
            entity, phrase = self.cast.antecedent(start)
            return entity or (self.resolve(phrase, start, start) if phrase and plain(phrase) != word else None)
        description = describe(text)
        return self._compound(description, start, end) or self._one(description, start, end)

    def _author(self, word: str) -> Entity:
        sort, label = ("body", "the newsroom") if small_words("author") and word in ("we", "us", "our", "ours", "ourselves") else ("person", "the author")
        return self.mentions.bodies.setdefault("=" + label, Entity(sort, label, plural=sort == "body"))

    def _compound(self, description: Description, start: int, end: int) -> Entity | None:
        """`Xi and Russian President Vladimir Putin`: two or more, each of them named."""
        if " and " not in description.text:
            return None
        parts = PARTS.split(description.text)
        described = [describe(p) for p in parts if p]
        if len(described) < 2 or not all(_is_name(d) for d in described):
            return None
        if description.name and description.name.sort in ("body", "unsure") and not description.joined:
            return None
        members = tuple(e for d in described if (e := self._by_name(d, start, end)) is not None)
        if len(members) < 2:
            return None
        return Entity("compound", "; ".join(m.label for m in members), plural=True, members=members)

    def _one(self, description: Description, start: int, end: int) -> Entity | None:
        if description.name is not None and description.name.sort == "title" and len(description.words) == 1:
            here = self.mentions.between(start, end)
            if here and here[0].entity is not None:
                return here[0].entity
        if description.name is not None and description.name.sort not in ("title", "people", "adjective", "document"):
            return self._by_name(description, start, end)
        if description.name is not None and description.name.sort == "document":
            return self._unnamed(description, start, "document")
        if description.name is not None and description.name.sort == "adjective":
            return self._government(description.name.text)
        if apposed := self._apposed(description, start, end):
            return apposed
        return self._by_noun(description, start)

    def _by_name(self, description: Description, start: int, end: int) -> Entity | None:
        name = description.name
        assert name is not None
        for mention in self.mentions.between(start, end):
            if mention.entity is not None and (mention.name.text == name.text or (mention.entity.sort == "person" and name.text.endswith(" " + mention.name.text))):
                if mention.entity.sort == "place":
                    return self._government(mention.entity.label)
                if mention.entity.sort == "body" and self._is_person_after_all(description, mention.entity):
                    mention.entity.sort = "person"
                return mention.entity
        definite = _is_definite(description)
        if (person := self.mentions.person(name)) and not definite:
            return person
        if name.sort in ("person", "titled") or (name.sort in ("single", "unsure") and not definite):
            return self._new_person(name, start)
        return self._government(name.text) if name.sort == "place" else self.mentions.body(name)

    def _government(self, place: str) -> Entity:
        """`Beijing`, `China`, `Chinese`: one government, called as it is called first."""
        row = places().get(plain(place)) or adjectives().get(plain(place))
        if row is None or row["kind"] not in ("country", "capital"):
            return self.mentions.bodies.setdefault(plain(place), Entity("place", place))
        label = place if plain(place) in places() else row["place"]
        return self.mentions.bodies.setdefault("=" + row["government"], Entity("place", label))

    def _is_person_after_all(self, description: Description, entity: Entity) -> bool:
        """An unknown name of two words or more, without article, that speaks: a person sooner than a body."""
        return not entity.kind and len(entity.label.split()[-1]) > 1 and not _is_definite(description) and not ACRONYM.match(entity.label) and " " in entity.label

    def _new_person(self, name: Name, start: int) -> Entity:
        entity = Entity("person", name.text, name.gender, first=name.first, last=name.last)
        if name.title:
            entity.titles.append(name.title)
        entity.places.append((start, start + len(name.text)))
        self.mentions.people.setdefault(name.last, []).append(entity)
        return entity

    def _apposed(self, description: Description, start: int, end: int) -> Entity | None:
        """`one of the sponsors, Rep. Lee`: the addition names whom the noun describes."""
        if description.head not in roles() or not description.rest:
            return None
        addition = APPOSED.sub("", description.rest) if APPOSED.match(description.rest) else ""
        run = RUN.match(addition)
        name = read_name(run.group()) if run else None
        if name is None or (name.sort not in ("person", "titled") and self.mentions.person(name) is None):
            return None
        return self._by_name(describe(run.group()), start, end) if run else None

    # ---------------------------------------------------------------- nouns
    def _by_noun(self, description: Description, start: int) -> Entity:
        head = description.head
        pair = plain(" ".join(description.words[-2:]))
        refers = description.determiner == "definite" or bool(description.owner)
        if head in roles() or description.name is not None or pair in roles():
            known = self.cast.described(description, start) if refers else None
            return known or self._unnamed(description, start)
        for row in (bodies("word").get(pair), bodies("word").get(head)):
            if row and head not in documents():
                known = self.cast.body(description, start) if description.determiner == "definite" else None
                return known or self._new_body(description, row)
        if head in documents():
            noun = documents()[head].singular
            known = self.cast.document(noun) if description.determiner == "definite" and len(description.words) == 1 and not description.after else None
            return known or self._unnamed(description, start, "document")
        if not description.words or description.determiner == "quantifier" or HUMANS.search(head) or HUMAN.search(head) or small_word(head, "somebody"):
            return self._unnamed(description, start)
        return self._unnamed(description, start, "document")

    def _new_body(self, description: Description, row: dict[str, str]) -> Entity:
        label = _label(description)
        key = plain(label)
        if key not in self.mentions.bodies:
            self.mentions.bodies[key] = Entity("body", label, kind=row["kind"], office=row["office"], head=description.head, text=description.text)
        return self.mentions.bodies[key]

    def _unnamed(self, description: Description, start: int, sort: str = "unnamed") -> Entity:
        """An unnamed source: known by the same words where it is a group, a document or a voice; else a new one."""
        label = _label(description)
        noun = roles().get(description.head) or documents().get(description.head)
        crowd = small_word(description.head, "somebody")
        plural = noun.plural if noun else crowd["number"] == "plural" if crowd else description.determiner == "quantifier" or description.head.endswith("s")
        head = noun.singular if noun else description.head
        anew = description.determiner == "indefinite" and sort == "unnamed" and description.head not in VOICES
        same = next((e for e in reversed(self.cast.unnamed) if e.sort == sort and plain(e.label) == plain(label)), None)
        if same is not None and not anew:
            same.places.append((start, start))
            return same
        entity = Entity(sort, label, noun.gender if noun else "", plural, head=head, text=description.text, core=description.core)
        entity.places.append((start, start))
        self.cast.unnamed.append(entity)
        return entity

    # ---------------------------------------------------------------- anonymity
    def _shield(self, sentences: list[Sentence]) -> None:
        """Give every promise of anonymity to the source in whose sentence it stands, else to the last unnamed one."""
        for shield in find_shields(self.mentions.sentences):
            entity = self._shielded(shield.sentence, shield.start)
            if entity is not None:
                entity.shield = entity.shield or shield.marker
                entity.reason = entity.reason or shield.reason

    def _shielded(self, number: int, offset: int) -> Entity | None:
        for near in (number, number - 1, number - 2):
            spoke = [e for _, e in self.cast.spoke.get(near, []) if e.sort == "unnamed"]
            if spoke:
                return spoke[-1]
        return None

    # ---------------------------------------------------------------- verdicts
    def verdicts(self) -> list[Verdict]:
        """Return the verdicts, each entity judged once."""
        labels: dict[int, str] = {}
        taken: dict[str, int] = {}
        known: dict[int, Verdict] = {}
        for entity in self.whom:
            for one in (entity.members if entity and entity.members else (entity,)):
                if one is not None and id(one) not in labels:
                    key = one.label.lower()
                    taken[key] = taken.get(key, 0) + 1
                    labels[id(one)] = one.label if taken[key] == 1 else f"{one.label} ({taken[key]})"
        for entity in self.whom:
            if entity is not None and id(entity) not in known:
                known[id(entity)] = self._verdict(entity, labels)
        return [known[id(e)] if e is not None else NOBODY for e in self.whom]

    def _verdict(self, entity: Entity, labels: dict[int, str]) -> Verdict:
        if entity.members:
            parts = [self._verdict(m, labels) for m in entity.members]
            kind = "named" if any(p.kind == "named" for p in parts) else parts[0].kind
            return Verdict("; ".join(p.source for p in parts), kind, "", any(p.official for p in parts), "; ".join(p.marker for p in parts), "; ".join(p.role for p in parts if p.role), "")
        ruling = self._ruling(entity)
        role = "; ".join(self.cast.roles_of(entity)[:3]) if entity.sort == "person" else ""
        reason = entity.reason if ruling.anonymity else ""
        return Verdict(labels[id(entity)], ruling.kind, ruling.anonymity, ruling.official, ruling.marker, role, reason)

    def _ruling(self, entity: Entity) -> Ruling:
        return judge(Facts(_sort(entity), entity.text or entity.label, self._offices(entity), entity.shield or shielding(entity.text)))

    def _offices(self, entity: Entity) -> list[Office]:
        if entity.sort == "person":
            return self._held(entity)
        if entity.sort == "document":
            return [document_office(entity.text, entity.head)]
        if entity.sort in ("body", "place"):
            return [_body_office(entity)]
        return [office_of(entity.core or entity.label)]

    def _held(self, entity: Entity) -> list[Office]:
        """What a person's titles and roles say; "the Lee administration" where they say nothing against it."""
        offices = [office_of(t, True) for t in entity.titles] + [office_of(r) for r in self.cast.roles_of(entity)]
        if entity.governs and not any(o.state in ("past", "candidate") for o in offices):
            offices.append(Office("public", entity.governs))
        return offices


def _position(one: Found) -> int:
    return (one.source or one.cue or (one.content[0] if one.content else (0, 0)))[0]


def _is_definite(description: Description) -> bool:
    """`the Guardian`, but not `the writer Ann Lee` nor `the paper's Ann Lee`: the article belongs to the name."""
    return description.determiner == "definite" and not description.before and not description.owner


def _is_name(description: Description) -> bool:
    return description.name is not None and description.name.sort not in ("title", "people", "adjective", "document") and not description.after


def _label(description: Description) -> str:
    """A short description: the noun phrase, and what belongs to it ("people familiar with the matter")."""
    after = TAIL.split(description.after)[0] if GOES_ON.match(description.after) else ""
    words = [*description.words, *after.split()][: max(LENGTH, len(description.words))]
    while words and plain(words[-1]) in small_words("preposition") | {"the", "a"}:
        words.pop()
    return " ".join(words).strip("“”\"',") or description.text.lower() or "unnamed"


def _sort(entity: Entity) -> str:
    """The sort of a source as the table of kinds counts it."""
    if entity.sort != "unnamed":
        return {"author": "person"}.get(entity.sort, entity.sort)
    if entity.head in VOICES or _speaks_for_body(entity):
        return "spokesperson"
    return "people" if entity.plural else "someone"


def _speaks_for_body(entity: Entity) -> bool:
    """`Acme Airlines officials`: unnamed officials or lawyers of a body that is named."""
    if entity.head in ("lawyer", "attorney"):
        return bool(CLIENT.search(entity.text))
    if entity.head not in ("official", "authority") or not entity.plural:
        return False
    run = RUN.search(entity.label)
    name = read_name(run.group()) if run else None
    return name is not None and name.sort in ("body", "acronym", "single", "unsure") and name.kind not in ("party", "government", "legislature")


def _body_office(entity: Entity) -> Office:
    if entity.sort == "place" or entity.office == "public":
        private = document_office(entity.text, entity.head) if entity.head else Office("", "")
        return private if private.state == "private" else Office("public", entity.text or entity.label)
    if entity.kind in ("group", "think tank", "") and (found := document_office(entity.label, entity.head)).state == "public":
        return found
    return Office("private", entity.label)
