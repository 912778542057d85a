"""All people and bodies that an article names, with the places where it names them: read once, looked up often."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from analysis.sourcing.model import Sentence
from analysis.sourcing.names import ACRONYM, RUN, Name, extend, read_name
from analysis.sourcing.vocabulary import bodies, first_names, plain, roles

CAPITALISED = 0.6
AGE = re.compile(r",\s\d{1,3},")
PERSONAL = re.compile(r",?\s(?:who|whose|himself|herself|and\shis|and\sher)\b|,\s(?:an?|the|his|her|its|their)\s[^,]{0,60}?(\w+)\b|\s\([DRI]\b|,\s[DRI]-")
SHORT = re.compile(r"\s?\(([A-Z][A-Za-z&.]{1,8})\)")
TIME = re.compile(r"\b(?:then-|ex-|(?:former|then|late|onetime|retired)\s)$", re.IGNORECASE)
THING = re.compile(r",\s(?:an?|the)\s((?:[\w’'-]+\s){0,4}?[\w’'-]+)(?=\s(?:that|which|based|in|of|for|with)\b|,)")
GOVERNS = re.compile(r"\b([A-Z]\w+)(?:[’']s?)?\sadministration")
NICKNAME = re.compile(r"[“\"'‘(](\w[\w.]*)[”\"'’)]")
BEFORE = re.compile(r"([a-z][\w-]*)\s$")


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that may be a source. ``sort``: person, body, place, document, unnamed, author."""

    sort: str
    label: str
    gender: str = ""
    plural: bool = False
    kind: str = ""
    office: str = ""
    first: str = ""
    last: str = ""
    head: str = ""
    text: str = ""
    core: str = ""
    named: int = 0
    governs: str = ""
    shield: str = ""
    reason: str = ""
    met: bool = False
    titles: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    members: tuple["Entity", ...] = ()


@dataclass(slots=True)
class Mention:
    """A name where it stands, what it is by its own words, and whom it means."""

    start: int
    end: int
    sentence: int
    name: Name
    entity: Entity | None = None


class Mentions:
    """The names of one article in order, by place, surname and words."""

    def __init__(self, sentences: list[Sentence]) -> None:
        self.sentences = sorted(sentences, key=lambda s: s.start)
        self.starts = [s.start for s in self.sentences]
        self.all: list[Mention] = []
        self.people: dict[str, list[Entity]] = {}
        self.bodies: dict[str, Entity] = {}
        self.initials: dict[str, Entity] = {}
        self._read()
        self._meet_people()
        self._meet_others()
        self._meet_governments()
        self.all = [m for m in self.all if m.entity is not None]
        self.at = [m.start for m in self.all]

    def sentence_of(self, offset: int) -> int:
        """Return the index of the sentence at an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def text(self, start: int, end: int) -> str:
        """Return the article's words between two offsets of one sentence."""
        sentence = self.sentences[self.sentence_of(start)]
        return sentence.text[start - sentence.start : end - sentence.start]

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin between two offsets."""
        return self.all[bisect_left(self.at, start) : bisect_left(self.at, end)]

    def before(self, offset: int, limit: int = 40) -> list[Mention]:
        """Return the last mentions that begin before an offset, the nearest first."""
        end = bisect_left(self.at, offset)
        return self.all[max(0, end - limit) : end][::-1]

    def person(self, name: Name) -> Entity | None:
        """Return the person of the article that these words can mean, if there is one."""
        known = self.people.get(name.last, [])
        if not known and len(name.text.split()) == 1:
            known = self.people.get("=" + plain(name.text), [])
        if name.first and name.sort != "titled":
            same = [p for p in known if _same_first(p.first, name.first)]
            return same[0] if same else None
        fitting = [p for p in known if not (name.gender and p.gender and p.gender != name.gender)]
        return max(fitting, key=lambda p: (p.named, len(p.places)) if not name.title else (len(p.places), p.named), default=None)

    # ---------------------------------------------------------------- reading
    def _read(self) -> None:
        for number, sentence in enumerate(self.sentences):
            if sentence.part == "headline" and _is_title_case(sentence.text):
                continue
            at = 0
            while run := RUN.search(sentence.text, at):
                at = run.end()
                name = read_name(run.group())
                if name.sort in ("title", "body"):
                    end = extend(sentence.text, at)
                    if end > at and (longer := read_name(sentence.text[run.start() : end])).sort not in ("unsure", ""):
                        name, at = longer, end
                if name.sort not in ("", "adjective"):
                    start = sentence.start + run.start() + name.skip
                    self.all.append(Mention(start, sentence.start + at, number, name))

    def _meet_people(self) -> None:
        """Full names first, then unsure ones that context makes people, then surnames alone."""
        for mention in self.all:
            if mention.name.sort == "person":
                self._meet(mention)
        alone = {plain(m.name.text) for m in self.all if m.name.sort in ("single", "titled")}
        for mention in self.all:
            if mention.name.sort == "unsure" and self._is_person(mention, alone):
                self._meet(mention)
        for gendered in (True, False):
            for mention in self.all:
                if mention.name.sort == "titled" and bool(mention.name.gender) == gendered:
                    self._meet_titled(mention)
        for mention in self.all:
            if mention.entity is None and mention.name.sort in ("single", "acronym", "place", "body", "title") and " " not in mention.name.text:
                self._recognise(mention)

    def _meet_governments(self) -> None:
        """`the Lee administration`: Lee governs."""
        for sentence in self.sentences:
            if " administration" in sentence.text:
                for governs in GOVERNS.finditer(sentence.text):
                    for person in self.people.get(plain(governs.group(1)), []):
                        person.governs = person.governs or governs.group()

    def _is_person(self, mention: Mention, alone: set[str]) -> bool:
        name = mention.name
        if self.people.get(name.last) and any(_same_first(p.first, name.first) for p in self.people[name.last]):
            return True
        sentence = self.sentences[mention.sentence]
        start, end = mention.start - sentence.start, mention.end - sentence.start
        before, after = sentence.text[max(0, start - 30) : start], sentence.text[end : end + 80]
        if before.lower().endswith(("the ", "the “", 'the "')):
            return False
        word = BEFORE.search(before)
        if word and (role := roles().get(word.group(1))) and not role.plural:
            return True
        if AGE.match(after):
            return True
        sign = PERSONAL.match(after)
        if sign and (sign.group(1) is None or sign.group(1) in roles()):
            return True
        return name.last in alone and 1 < len(name.last) and len(name.text.split()) < 4

    def _meet(self, mention: Mention) -> None:
        name = mention.name
        entity = next((p for p in self.people.get(name.last, []) if _same_first(p.first, name.first)), None)
        if entity is None:
            nickname = NICKNAME.search(name.text)
            first = f"{name.first}|{plain(nickname.group(1))}" if nickname else name.first
            entity = Entity("person", name.text, name.gender, first=first, last=name.last)
            self.people.setdefault(name.last, []).append(entity)
            self.people.setdefault("=" + name.first, []).append(entity)
        elif len(name.text) > len(entity.label):
            entity.label = name.text
        self._add(mention, entity)
        entity.named += 1

    def _meet_titled(self, mention: Mention) -> None:
        name = mention.name
        entity = self.person(name)
        if entity is None:
            entity = Entity("person", name.text, name.gender, last=name.last)
            self.people.setdefault(name.last, []).append(entity)
        self._add(mention, entity)

    def _recognise(self, mention: Mention) -> None:
        entity = self.person(mention.name)
        if entity is None or (mention.name.sort in ("place", "body") and mention.name.first == ""
                              and plain(mention.name.text) != entity.last):
            return
        sentence = self.sentences[mention.sentence]
        if sentence.text[: mention.start - sentence.start].endswith(("the ", "The ")) and mention.name.sort != "single":
            return
        self._add(mention, entity)

    def _meet_others(self) -> None:
        for mention in self.all:
            if mention.entity is None and (mention.name.sort in ("body", "place", "acronym", "unsure", "document") or self._is_thing(mention)):
                self._learn_initials(mention.name)
                self._add(mention, self.body(mention.name))
                self._learn_short(mention)

    def _is_thing(self, mention: Mention) -> bool:
        """`Acme, a nonprofit that`: an unknown word that the article explains as a body."""
        sentence = self.sentences[mention.sentence]
        if mention.name.sort != "single":
            return False
        thing = THING.match(sentence.text, mention.end - sentence.start)
        return thing is not None and plain(thing.group(1).split()[-1]) in bodies("word")

    def body(self, name: Name) -> Entity:
        """Return the body or place of this name, known or new."""
        key = plain(name.text)
        entity = self.bodies.get(key)
        if entity is None:
            sort = name.sort if name.sort in ("place", "document") else "body"
            entity = self.bodies[key] = Entity(sort, name.text, kind=name.kind, office=name.office)
        elif len(name.text) > 4 and entity.label.isupper() and not name.text.isupper():
            entity.label = name.text
        return entity

    def _learn_initials(self, name: Name) -> None:
        """`PPC` after `Poor People's Campaign`: initials of a longer name of the article."""
        if name.sort == "acronym":
            known = self.initials.get(plain(name.text))
            if known is not None:
                self.bodies.setdefault(plain(name.text), known)
        elif " " in name.text:
            short = "".join(w[0] for w in name.text.split() if w[0].isupper()).lower()
            if len(short) > 2:
                self.initials.setdefault(short, self.body(name))

    def _learn_short(self, mention: Mention) -> None:
        """`the Federal Aviation Administration (FAA)`: the short form means the long one from here on."""
        sentence = self.sentences[mention.sentence]
        short = SHORT.match(sentence.text, mention.end - sentence.start)
        if short and ACRONYM.match(short.group(1)) and mention.entity is not None and " " in mention.name.text:
            self.bodies.setdefault(plain(short.group(1)), mention.entity)

    def _add(self, mention: Mention, entity: Entity) -> None:
        mention.entity = entity
        name = mention.name
        entity.gender = entity.gender or name.gender
        if name.title and not self._is_hypothetical(mention):
            title = self._time(mention) + name.title
            if title not in entity.titles:
                entity.titles.append(title)
        entity.places.append((mention.start, mention.end))

    def _time(self, mention: Mention) -> str:
        """`then-`, `former `: the word before a title that says it is held no more."""
        sentence = self.sentences[mention.sentence]
        time = TIME.search(sentence.text, max(0, mention.start - sentence.start - 10), mention.start - sentence.start)
        return time.group() if time else ""

    def _is_hypothetical(self, mention: Mention) -> bool:
        """`a President Smith would`: no title that anybody holds."""
        sentence = self.sentences[mention.sentence]
        return bool(re.search(r"\b[Aa]n?\s$", sentence.text[: mention.start - sentence.start]))


def _same_first(one: str, other: str) -> bool:
    """Tell whether two first names may be one person's: the same, an initial, or a short form that begins alike."""
    if not one or not other or one == other:
        return True
    if "|" in one:
        return any(_same_first(part, other) for part in one.split("|"))
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and long.startswith(short) or (len(short) > 2 and long.startswith(short) and short.title() in first_names())


def _is_title_case(text: str) -> bool:
    words = [w for w in text.split() if w[0].isalpha() and len(w) > 3]
    return len(words) > 3 and sum(w[0].isupper() for w in words) > CAPITALISED * len(words)
