"""Whether a description says that somebody holds a public office now: "Sen.", "former aide", "campaign chairman"."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache, partial
from itertools import takewhile
from typing import Literal, NamedTuple

from analysis.sourcing.entities.heads import NO_NOUN
from analysis.sourcing.entities.name_context import PREPOSITIONS, SEAT
from analysis.sourcing.entities.name_parts import Name
from analysis.sourcing.entities.name_shapes import RUN, is_capital
from analysis.sourcing.entities.names import extend, read_name
from analysis.sourcing.entities.word_kinds import (
    ADJECTIVE,
    OFFICE,
    OPENER,
    PARTICIPLE,
    PARTY,
    PLACE,
    PREPOSITION,
    RANK,
    ROLE,
    TIME,
    TITLE,
    kinds_of,
)
from analysis.sourcing.grammar.vocabulary import (
    bodies,
    documents,
    office_words,
    plain,
    roles,
    small_words,
    titles,
)

WORDS = re.compile(r"[\w.’'&-]+")
PAST = ("ex-", "then-")
LONGEST_TITLE, LONGEST_ROLE = 6, 3
NO_OWNER = ADJECTIVE | PLACE | ROLE | TITLE | PARTY | OFFICE | RANK | TIME | OPENER | PREPOSITION | PARTICIPLE
YEAR = r"(?:1[89]|20)\d\d"
ENDED = re.compile(
    rf"\b(?:(?:from|between)\s(?:\w+\s)?{YEAR}\s(?:to|until|till|and|through)\s|until\b|till\b|{YEAR}\s?[-–]\s?\d\d"
    rf"|(?:in|during)\sthe\s(?:{YEAR}|\d0)s|(?:under|in|for)\sthe\s(?:previous|last|former|old)\s"
    r"(?:government|administration|regime|cabinet|president|mayor|governor|board))",
    re.IGNORECASE,
)
"""How a description says when an office ended: "from 2001 to 2008", "until May", "under the previous government"."""
DEFENCE = re.compile(r"\bfor\sthe\s(?:defen[cs]e|accused|plaintiffs?|family)\b(?!\s\w)", re.IGNORECASE)
NOUN_FOLLOWS = re.compile(r"(?:[’']s?)?\s(?!of\b|for\b|in\b|on\b|at\b|and\b|to\b|from\b|with\b|by\b|who\b|that\b)[\w-]")
GENITIVE = re.compile(r"(\w+)[’']s\b")
OWNER = re.compile(r"\b(?:of|at|for|with)\s(.+)", re.DOTALL)
UNCLEAR = ("group", "think tank", "")
"""Kinds of bodies of which only their other words tell whose they are: "House panel", "campaign committee"."""

State = Literal["public", "private", "past", "candidate", ""]


class Office(NamedTuple):
    """``state``: public, private, past, candidate or empty (nothing said); ``marker``: the words that decided."""

    state: State
    marker: str


NOTHING = Office("", "")
NO_NAME = Name("")


class Phrase:
    """A description taken apart: its words as keys, those before its first preposition, and what each class says.

    A body at its beginning is no part of these (``first``): "Bank of England | governor".
    """

    def __init__(self, text: str, *, titled: bool = False) -> None:
        self.text, self.titled = text, titled
        self.keys = [plain(word).removesuffix("'s") for word in WORDS.findall(text)]  # "the city's" is the city
        self.first = _size_of_body(text)
        behind = self.keys[self.first :]
        self.head = [*behind[:1], *takewhile(lambda key: key not in PREPOSITIONS, behind[1:])]

    @cached_property
    def title(self) -> str:
        """The last public title before a preposition."""
        return _public_title(self.head)

    @cached_property
    def seat(self) -> str:
        """The party and the place that a legislator sits for: "D-Ohio"."""
        seat = SEAT.search(self.text)
        return seat.group().strip(" ()") if seat else ""

    @cached_property
    def noun(self) -> str:
        """The last noun for people before a preposition, the longest first: "attorney general" before "general"."""
        for end in range(len(self.head), 0, -1):
            for at in range(max(0, end - LONGEST_ROLE), end):
                noun = " ".join(self.head[at:end])
                if noun in roles():
                    return noun
        return ""

    @cached_property
    def around(self) -> str:
        """The words around its title, else its noun: "Acme | President", "president | of Acme"; all without one."""
        words = WORDS.findall(self.text)
        own = (self.title if self.title.endswith(self.noun) else self.noun).split()
        for end in range(self.first + len(self.head), self.first, -1):
            start = end - len(own)
            if self.keys[start:end] == own:
                return " ".join([*words[:start], *words[end:]])
        return self.text

    @cached_property
    def bodies(self) -> list[Office]:
        """What the bodies, places and titles that it names say; `NASA | Administrator` reads like one title."""
        return [*_offices_named(self.around, NAMED), *_offices_named(self.text, NAMED)]

    @cached_property
    def words(self) -> dict[str, str]:
        """The first word or pair of words of each class that tells whose an office is, the noun's own left out."""
        found: dict[str, str] = {}
        own = self.noun.split()
        after = 0
        for at, word in enumerate(self.keys):
            pair = " ".join(self.keys[at : at + 2])
            key = pair if pair in office_words() else word
            if at >= after and word not in own and key in office_words():
                found.setdefault(office_words()[key], key)
            if pair in office_words():
                after = at + 2
        return found

    @cached_property
    def evidence(self) -> Office:
        """Whose the office is by what else the description says."""
        return _first(EVIDENCE, self)

    def word_of(self, *classes: str) -> str:
        """Return the first word of the first of these classes of which there is one; empty where there is none."""
        return next(filter(None, map(self.words.get, classes)), "")


def _size_of_body(text: str) -> int:
    """`Bank of England | governor`: of how many words the body's name with "of" is that a description begins with."""
    run = RUN.match(text)
    if run is None:
        return 0
    end = extend(text, run.end())
    signs = end > run.end(), NOUN_FOLLOWS.match(text, end), read_name(text[:end]).sort == "body"
    return len(WORDS.findall(text[:end])) if all(signs) else 0


Reader = Callable[[Phrase], Office | None]
NameReader = Callable[[Name], Office | None]


@lru_cache(maxsize=50_000)
def office_of(phrase: str, titled: bool = False) -> Office:
    """Return what a description says of an office; ``titled`` where it stands before a name ("President Lee")."""
    return _first(READERS, Phrase(phrase, titled=titled))


def _first(readers: Iterable[tuple[str, Reader]], phrase: Phrase) -> Office:
    """Return what the first says that has something to say."""
    for _, read in readers:
        office = read(phrase)
        if office is not None:
            return office
    return NOTHING


def _office(state: State, marker: str) -> Office | None:
    """Return the office if there is a word that tells of it."""
    return Office(state, marker) if marker else None


# ------------------------------------------------------------------- what the description says of itself
def _seat(phrase: Phrase) -> Office | None:
    return _office("public", phrase.seat)


def _shadow(phrase: Phrase) -> Office | None:
    return Office("public", "shadow") if "shadow" in phrase.head[:-1] else None


def _not_now(phrase: Phrase) -> Office | None:
    for word in phrase.head:
        state = _time_of(word)
        if state:
            return Office(state, word)
    return None


def _time_of(word: str) -> State:
    """Return past or candidate for a word that says that an office is held no more, or not yet."""
    if word in small_words("past") or word.startswith(PAST):
        return "past"
    if word in small_words("candidate") or word.endswith("-elect"):
        return "candidate"
    return ""


def _title_before_name(phrase: Phrase) -> Office | None:
    """`Judge`, but not `NBA Commissioner`: a title of an office, unless a private body stands before it."""
    if not phrase.titled or any(map(is_firm, names_in(phrase.around))):
        return None
    return _office("public", _public_title(phrase.keys))


def is_firm(name: Name) -> bool:
    """`NBA`, but not `GOP`: whose party somebody is of does not tell whose an office is."""
    return name.office == "private" and name.kind != "party"


def _role(phrase: Phrase) -> Office | None:
    return BY_ROLE.get(roles()[phrase.noun].office, _by_evidence)(phrase) if phrase.noun else None


def _somebody(phrase: Phrase) -> Office | None:
    return None if small_words("somebody").isdisjoint(phrase.keys[:1]) else phrase.evidence


def _title_alone(phrase: Phrase) -> Office | None:
    return _office("public", phrase.title) if phrase.evidence.state != "private" else None


def name_of(words: str) -> Name:
    """Return the name that words are; that of nothing where they begin with a small letter."""
    return read_name(words) if is_capital(words) else NO_NAME


def _body_alone(phrase: Phrase) -> Office | None:
    """`Kent Police`: whose an office is of which an article says no more."""
    name = name_of(phrase.text)
    return _of_body(name) if name.sort == "body" and name.office else None


def _ended(phrase: Phrase) -> Office | None:
    end = ENDED.search(phrase.text)
    return Office("past", end.group().strip()) if end else None


def _for_a_party(phrase: Phrase) -> Office | None:
    side = DEFENCE.search(phrase.text)
    return Office("private", side.group()) if side else None


def _by_owner(phrase: Phrase) -> Office | None:
    """`president of Acme`, but not `President`, `president of Mexico`: an office that a firm and a state may have."""
    evidence = OWNED.get(roles()[phrase.noun].office) if phrase.noun else None
    if evidence is None:
        return None
    told = _first(evidence, Phrase(phrase.around))
    if told.state and not _is_partisan(told):
        return told
    return _office("private", owner_of(phrase.around))


def owner_of(words: str) -> str:
    """`Acme`, `of a small firm`: the words that name whose an office is; not those of `French`, `New`, `embattled`."""
    after = OWNER.search(words)
    return after[1] if after else " ".join(filter(_is_owner, words.split()))


def _is_owner(word: str) -> bool:
    return is_capital(word) and not kinds_of(word) & NO_OWNER


def _is_partisan(office: Office) -> bool:
    """`a Republican commissioner`: whose party somebody is of does not tell whose an office is."""
    return office_words().get(office.marker) == "party"


READERS: tuple[tuple[str, Reader], ...] = (
    # example, what reads it
    ("D-Ohio", _seat),
    ("former aide", _not_now),
    ("minister until May", _ended),
    ("a lawyer for the defense", _for_a_party),
    ("Labour's shadow minister", _shadow),
    ("Acme President | Ann Lee", _by_owner),
    ("President | Ann Lee", _title_before_name),
    ("policy director at the White House", _role),
    ("someone at the ministry", _somebody),
    ("secretary of state", _title_alone),
    ("Ann Lee of the | Kent Police", _body_alone),
)


# ------------------------------------------------------------------- by the noun for people
def _listed(state: State, phrase: Phrase) -> Office:
    return Office(state, phrase.noun)


def _unless_private(phrase: Phrase) -> Office:
    if phrase.evidence.state == "private" and not _is_partisan(phrase.evidence):
        return phrase.evidence
    return Office("public", phrase.noun)


def _unless_public(phrase: Phrase) -> Office:
    """`chief executive`, but not that of a council or of a hospital of the state."""
    office = _first(OF_A_FIRM, phrase)
    return office if office.state == "public" else Office("private", phrase.noun)


def _of_expert(phrase: Phrase) -> Office:
    """`a NASA scientist`, `the state epidemiologist`, but not `a military analyst`: no field is a body."""
    return _first(OF_AN_EXPERT, phrase)


def _of_party(phrase: Phrase) -> Office:
    """`a Senate Republican` holds an office, `a Republican` does not."""
    word = _first_of(phrase.keys, "legislature", "panel")
    return Office("public", word) if word else Office("private", phrase.noun)


def _of_team(phrase: Phrase) -> Office:
    """`the captain`, `both captains`: no office unless other words say whose."""
    return _first(OF_A_TEAM, phrase)


def _by_evidence(phrase: Phrase) -> Office:
    return phrase.evidence


BY_ROLE: dict[str, Callable[[Phrase], Office]] = {
    # what the list of nouns says of their office; of others only what else is said tells
    "public": partial(_listed, "public"),
    "private": partial(_listed, "private"),
    "candidate": partial(_listed, "candidate"),
    "either": _unless_private,
    "owned": _unless_private,
    "firm": _unless_public,
    "team": _of_team,
    "expert": _of_expert,
    "party": _of_party,
}


# ------------------------------------------------------------------- by whose office it is
def _private_body(phrase: Phrase) -> Office | None:
    for body in phrase.bodies:
        if body.state == "private":
            return body
    return None


def _legislature(phrase: Phrase) -> Office | None:
    return _office("public", phrase.word_of("legislature"))


def _private_word(phrase: Phrase) -> Office | None:
    return _office("private", phrase.word_of("private", "party"))


def _jurisdiction(phrase: Phrase) -> Office | None:
    return _office("public", phrase.word_of("jurisdiction"))


def _any_body(phrase: Phrase) -> Office | None:
    return next(iter(phrase.bodies), None)


def _named_body(phrase: Phrase) -> Office | None:
    """The first body by name, whatever place stands beside it."""
    bodies_named = (name for name in names_in(phrase.text) if name.sort == "body")
    return next(map(_of_body, bodies_named), None)


def _public_word(phrase: Phrase) -> Office | None:
    return _office("public", phrase.word_of("jurisdiction", "public", "panel", "field"))


def _public_noun(phrase: Phrase) -> Office | None:
    """`the minister's aide`: another noun for people than the one that heads the description."""
    for at, word in enumerate(phrase.keys):
        for key in (" ".join(phrase.keys[at : at + 2]), word):
            if key != phrase.noun and _is_public(key):
                return Office("public", key)
    return None


def _is_public(noun: str) -> bool:
    """`minister`: whether a noun for people is one for holders of a public office."""
    return roles().get(noun, NO_NOUN).office == "public"


def _common_body(phrase: Phrase) -> Office | None:
    """`of the agency`, `at the bank`: the first common noun for a body after a preposition."""
    for key in phrase.keys[len(phrase.head) :]:
        if key in bodies("word"):
            return Office("public" if bodies("word")[key]["office"] == "public" else "private", key)
    return None


def _club(phrase: Phrase) -> Office | None:
    """`City captain`, but not `the city's fire captain`: the last word of a club's name, with its capital."""
    club = phrase.text.partition(" ")[0]
    return _office("private", club if is_capital(club) and plain(club) in small_words("club by its last word") else "")


def _any_name(phrase: Phrase) -> Office | None:
    return _office("private", " ".join(name.text for name in names_in(phrase.text)))


EVIDENCE: tuple[tuple[str, Reader], ...] = (
    # example, what reads it; what is private wins
    ("a policy adviser at Acme Airlines", _private_body),
    ("a Senate staffer", _legislature),
    ("a campaign director", _private_word),
    ("a policy director at the White House", _any_body),
    ("a county director", _public_word),
    ("the minister's director", _public_noun),
    ("a director of the agency", _common_body),
)
OF_AN_EXPERT: tuple[tuple[str, Reader], ...] = (
    # example, what reads it
    ("a military analyst at Acme Airlines", _private_body),
    ("the state epidemiologist", _jurisdiction),
    ("a NASA scientist", _any_body),
)
OF_A_FIRM: tuple[tuple[str, Reader], ...] = (
    # example, what reads it; a place is where a firm is
    ("chief executive of Leeds City Council", _named_body),
    ("chief executive of the council", _common_body),
)
OF_A_TEAM: tuple[tuple[str, Reader], ...] = (
    # example, what reads it; a club has one by its last word, and so has a country: "the England captain"
    ("City captain", _club),
    ("a police captain", _public_word),
    ("the team captain", _private_word),
    ("the England captain", _any_name),
)
OWNED = {"owned": EVIDENCE, "chair": EVIDENCE, "team": OF_A_TEAM}
"""What tells whose an office is that a firm, a team and a state may have, by what the list of nouns says of it."""


def maker_office(phrase: str, head: str) -> Office:
    """Return whether the words of a document or a body name a public maker: "the police report", "House committee".

    A place or a field alone makes nothing public: "a New Hampshire poll", "the health study".
    """
    noun = documents().get(head)
    if noun is not None and noun.office == "public":
        return Office("public", noun.singular)
    makers = list(_offices_named(phrase, MAKERS))
    known = makers + _offices_of_words(phrase, {head, *_words_of(makers)}) + _offices_of_owners(phrase)
    return max(known, key=_is_private, default=NOTHING)


def _is_private(office: Office) -> bool:
    return office.state == "private"


def _words_of(offices: list[Office]) -> list[str]:
    """The words that name makers, so that they are not read again: the "Labor Department" is no union's."""
    return plain(" ".join(office.marker for office in offices)).split()


def _offices_of_words(phrase: str, said: set[str]) -> list[Office]:
    """What the words of a phrase tell of its maker, but for those that are said already."""
    found = []
    for key in Phrase(phrase).keys:
        state = WORD_STATES.get(office_words().get(key, ""))
        if state and key not in said:
            found.append(Office(state, key))
    return found


def _offices_of_owners(phrase: str) -> list[Office]:
    """`the coroner's report`: the holders of an office whose a document is."""
    owners = map(plain, GENITIVE.findall(phrase))
    return [Office("public", owner) for owner in filter(_is_public, owners)]


WORD_STATES: dict[str, State] = {
    "private": "private", "party": "private", "public": "public", "jurisdiction": "public", "legislature": "public",
}  # fmt: skip


# ------------------------------------------------------------------- names in a description
def _offices_named(phrase: str, readers: Mapping[str, NameReader]) -> Iterator[Office]:
    """Yield what the names in a phrase say, each read by its sort; a title before a name says something, too."""
    for name in names_in(phrase):
        if (office := readers.get(name.sort, _of_titled)(name)) is not None:
            yield office


def names_in(phrase: str) -> Iterator[Name]:
    """Yield the names in a phrase; one of a body or an office goes on after "of"."""
    at = 0
    while run := RUN.search(phrase, at):
        at, name = run.end(), read_name(run.group())
        if name.sort in ("body", "title"):
            at = extend(phrase, at)
            name = read_name(phrase[run.start() : at])
        yield name


def _of_body(name: Name) -> Office | None:
    if not name.office:
        return _of_titled(name)
    if name.office == "public" or (name.kind in UNCLEAR and public_word(name.text)):
        return Office("public", name.text)
    return Office("private", name.text)


def _of_place(name: Name) -> Office:
    return Office("public", name.text)


def _of_titled(name: Name) -> Office | None:
    return _office("public", _public_title([plain(word) for word in name.title.split()]))


MAKERS: dict[str, NameReader] = {"body": _of_body}
NAMED: dict[str, NameReader] = {"body": _of_body, "place": _of_place, "adjective": _of_place}


def public_word(name: str) -> str:
    """`House Judiciary Committee`, `state board`: return the word that makes a group one of a public body."""
    return _first_of(plain(name).split(), "public", "jurisdiction", "legislature")


def _first_of(words: list[str], *classes: str) -> str:
    """Return the first word of one of these classes; empty where there is none."""
    return next((word for word in words if office_words().get(word) in classes), "")


def _public_title(words: list[str]) -> str:
    """Return the last title of a public office, the longest at each word ("chief executive" is none); else nothing."""
    at, found = 0, ""
    while at < len(words):
        key = _title_at(words, at)
        found = key if key and titles()[key]["office"] == "public" else found
        at += max(1, len(key.split()))
    return found


def _title_at(words: list[str], at: int) -> str:
    """Return the longest title that begins at a word; empty where none does."""
    for end in range(min(len(words), at + LONGEST_TITLE), at, -1):
        title = " ".join(words[at:end])
        if title in titles():
            return title
    return ""
