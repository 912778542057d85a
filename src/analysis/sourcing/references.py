"""Whom a word means that names nobody: "he", "they", "who", "the official", "the senator", "the company"."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from analysis.sourcing.describe import Description, describe
from analysis.sourcing.mentions import Entity, Mention, Mentions
from analysis.sourcing.roles import find_roles
from analysis.sourcing.vocabulary import bodies, plain, roles, small_word, small_words, titles

REACH = 8
NEAR = 2
CHUNK = re.compile(r"[^,;:()“”\"—]+$")
EMPTY = frozenset(("same", "first", "other", "new", "young", "old", "presidential"))
PARTISAN = re.compile(r"\b(?:[RD](?=[-–])|Republican|Democrat)|^[RD]$")
PARTY = {"gop": "republican", "democrat": "democratic"}
CANDIDATES = frozenset(r.singular for r in roles().values() if r.office == "candidate")
ORGANIC = frozenset(("company", "group", "agency", "organization", "firm", "outlet", "nonprofit", "department", "union"))


class Cast:
    """Everybody met so far in an article, in the order of meeting, and the places where they spoke."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self.spoke: dict[int, list[tuple[int, Entity]]] = {}
        self.unnamed: list[Entity] = []
        self.reported: list[tuple[int, int]] = []
        self._by_role: dict[str, list[Entity]] | None = None

    def hear(self, pieces: Iterable[tuple[int, int]]) -> None:
        """Remember which stretches are somebody's words, overlapping ones as one."""
        for start, end in sorted(pieces):
            if self.reported and start <= self.reported[-1][1]:
                self.reported[-1] = (self.reported[-1][0], max(end, self.reported[-1][1]))
            else:
                self.reported.append((start, end))

    def note(self, offset: int, entity: Entity) -> None:
        """Remember that this source spoke there."""
        self.spoke.setdefault(self.mentions.sentence_of(offset), []).append((offset, entity))

    # ---------------------------------------------------------------- pronouns
    def pronoun(self, word: str, offset: int) -> Entity | None:
        """Return the nearest fitting person, group or body before a pronoun, sources and subjects first."""
        row = small_word(word, "pronoun")
        if row is None:
            return None
        fits = {"m": _is_he, "f": _is_she, "n": _is_it}.get(row["gender"], _is_they)
        for entity in self._candidates(offset):
            if fits(entity):
                if row["gender"] in ("m", "f") and not entity.gender:
                    entity.gender = row["gender"]
                return entity
        return None

    def _candidates(self, offset: int) -> Iterator[Entity]:
        """Whoever stands before, sentence by sentence: who spoke there, then who is named there, the first first."""
        here = self.mentions.sentence_of(offset)
        for number in range(here, max(-1, here - REACH), -1):
            start = self.mentions.starts[number]
            end = offset if number == here else start + len(self.mentions.sentences[number].text)
            spoke = [e for at, e in self.spoke.get(number, []) if at < offset]
            named = [m.entity for m in self.mentions.between(start, end) if m.entity and not self._is_reported(m)]
            if spoke and spoke[-1].sort == "unnamed" and (subject := self._subject(start, end)):
                yield subject
            yield from reversed(spoke)
            yield from named

    def _subject(self, start: int, end: int) -> Entity | None:
        """The person with whose name a sentence begins that an unnamed source closes: "Lee raised it, the aide said"."""
        first = self.mentions.between(start, min(end, start + NEAR))
        return first[0].entity if first and first[0].entity and first[0].entity.sort == "person" else None

    def _is_reported(self, mention: Mention) -> bool:
        """Tell whether a name stands inside somebody's words."""
        at = bisect_right(self.reported, (mention.start, sys.maxsize)) - 1
        return at >= 0 and mention.start < self.reported[at][1]

    # ---------------------------------------------------------------- who, which, that
    def antecedent(self, offset: int) -> tuple[Entity | None, str]:
        """Return whom a relative pronoun means, or the noun phrase before it."""
        number = self.mentions.sentence_of(offset)
        sentence = self.mentions.sentences[number]
        before = sentence.text[: offset - sentence.start].rstrip(" ,—–-(“\"")
        phrase = _last_phrase(before)
        described = describe(phrase) if phrase else None
        nearest = self.mentions.between(sentence.start, offset)
        last = nearest[-1] if nearest else None
        touching = last is not None and last.end - sentence.start >= len(before) - 3
        if touching and last and last.entity and (last.entity.sort == "person" or not described or described.head not in roles()):
            return last.entity, phrase
        if described and described.head in roles() and not roles()[described.head].plural and described.determiner != "indefinite":
            person = next((m.entity for m in reversed(nearest) if m.entity and m.entity.sort == "person"), None)
            if person is not None and before.endswith(phrase) and before[: -len(phrase)].rstrip().endswith(","):
                return person, phrase
        if described and described.head in roles():
            return None, phrase
        return (last.entity if last else None), phrase

    # ---------------------------------------------------------------- the official, the senator, the company
    def described(self, description: Description, offset: int) -> Entity | None:
        """Return whom "the senator" or "the official" means: the last person so called, named or not."""
        head = roles()[description.head].singular if description.head in roles() else description.head
        plural = description.head in roles() and roles()[description.head].plural
        wanted = {PARTY.get(plain(w), plain(w)) for w in description.words[:-1]} - EMPTY
        unnamed = [e for e in self.unnamed if e.head == head and e.plural == plural and wanted <= set(plain(e.text).split())]
        best: tuple[int, Entity] | None = None
        if unnamed:
            best = (max(p[0] for e in unnamed[-1:] for p in e.places), unnamed[-1])
        if not plural:
            for person in self.by_role("nominee" if head in CANDIDATES else head):
                at = max((p[0] for p in person.places if p[0] < offset), default=-1)
                if at >= 0 and self._is_called(person, (set() if head in ("republican", "democrat") else wanted) | ({plain(w) for w in description.after.split()} & {"dnc", "rnc"})) and (best is None or at > best[0]):
                    best = (at, person)
        return best[1] if best else None

    def _is_called(self, person: Entity, wanted: set[str]) -> bool:
        called = {PARTY.get(plain(w).strip(","), plain(w).strip(",")) for r in (*person.titles, *person.roles) for w in r.split()}
        return wanted <= called

    def by_role(self, head: str) -> list[Entity]:
        """Return the named people whom the article somewhere calls so: "senator", "judge"."""
        if self._by_role is None:
            self._by_role = {}
            for person in self.people():
                for noun in self._nouns(person):
                    self._by_role.setdefault(noun, []).append(person)
        return self._by_role.get(head, [])

    def people(self) -> list[Entity]:
        """Return all named people of the article."""
        return list({id(e): e for name, es in self.mentions.people.items() if name[:1] != "=" for e in es}.values())

    def roles_of(self, person: Entity) -> list[str]:
        """Return a person's descriptions, gathered once."""
        if not person.met:
            person.roles = find_roles(person, self.mentions)
            person.met = True
        return person.roles

    def _nouns(self, person: Entity) -> set[str]:
        nouns = set()
        for title in person.titles:
            key = plain(title)
            words = key.split()
            for at in range(len(words)):
                if row := titles().get(" ".join(words[at:])):
                    nouns.add(row["noun"])
        for role in self.roles_of(person):
            described = describe(role)
            words = [plain(w) for w in described.words]
            nouns.update(w for w in words[-2:] if w in roles())
        for words_ in (*person.titles, *person.roles):
            if party := PARTISAN.search(words_):
                nouns.add("republican" if party.group()[0].upper() == "R" else "democrat")
        return nouns | {"nominee"} if nouns & CANDIDATES else nouns

    def body(self, description: Description, offset: int) -> Entity | None:
        """Return which body "the company" or "the committee" means: the last one that is such a thing or is called so."""
        noun = description.head
        row = bodies("word").get(noun)
        for mention in self.mentions.before(offset):
            entity = mention.entity
            if entity is None or entity.sort != "body":
                continue
            if noun in plain(entity.label).split() or (row and entity.kind and entity.kind == row["kind"]) or (not entity.kind and noun in ORGANIC):
                return entity
        return None

    def document(self, head: str) -> Entity | None:
        """Return which document "the report" means: the last one with this head."""
        return next((e for e in reversed(self.unnamed) if e.sort == "document" and e.head == head), None)


def _is_he(entity: Entity) -> bool:
    return entity.sort in ("person", "unnamed") and not entity.plural and entity.gender != "f"


def _is_she(entity: Entity) -> bool:
    return entity.sort in ("person", "unnamed") and not entity.plural and entity.gender != "m"


def _is_it(entity: Entity) -> bool:
    return entity.sort in ("body", "document", "place")


def _is_they(entity: Entity) -> bool:
    return entity.plural or entity.sort in ("body", "compound")


def _last_phrase(before: str) -> str:
    """The noun phrase that a text ends with, without a parser: back to a determiner, preposition, verb or comma."""
    chunk = CHUNK.search(before)
    if not chunk:
        return ""
    words = chunk.group().split()
    at = len(words)
    while at > 0 and len(words) - at < REACH:
        key = plain(words[at - 1])
        if at < len(words) and (key in small_words("definite") or key in small_words("indefinite") or key in small_words("quantifier")):
            at -= 1
            break
        if at < len(words) and (key in small_words("preposition") or key in small_words("opener")) and not (at > 1 and plain(words[at - 2]) in roles()):
            break
        at -= 1
    return " ".join(words[at:])


