"""The words of a source taken apart: determiner, description, head, the name that it ends with, what comes after."""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.sourcing.entities.name_parts import Name
from analysis.sourcing.entities.name_shapes import ONLY_PARTICLE, is_capital
from analysis.sourcing.entities.names import read_name
from analysis.sourcing.grammar.determiners import OWNERS, cut_determiner, partitive
from analysis.sourcing.grammar.vocabulary import (
    adjectives,
    bodies,
    documents,
    office_words,
    plain,
    roles,
    small_words,
    titles,
)

EDGE = re.compile(r",|\s[-–—]{1,3}\s?|[—;:]|\s\(|\s(?:who|whom|whose|which|that)\b")
NO_EDGE = re.compile(r",\s(?:Jr|Sr|Inc|LLC|Ltd|II|III)\b")
POSSESSIVE = re.compile(r"(?:[’']s|s[’'])$")
BARE = re.compile(r"[’']s?$")
PARTICIPLE = re.compile(r"\w+(?:ing|ed)$")
LINKED = small_words("name link")
NO_NAME = Name("")
QUOTES = " ,.;:“”\"'‘’-–—"


class Description(NamedTuple):
    """A source's words.

    ``determiner``: definite, indefinite, quantifier, possessive, somebody or empty; ``first`` the first word;
    ``words`` the noun phrase without its determiner; ``head`` its last word, as lists are keyed; ``name`` the name
    that it ends with, ``before`` what stands before that name, ``owner`` a possessor's words; ``after`` what follows
    the noun phrase, ``rest`` what follows the first comma, bracket or relative pronoun; ``joined``: "and" follows.
    """

    text: str
    determiner: str
    first: str
    words: tuple[str, ...]
    head: str
    name: Name
    before: str
    owner: str
    after: str
    rest: str
    joined: bool

    @property
    def core(self) -> str:
        """The noun phrase with what follows up to the first comma: "people familiar with the matter"."""
        return " ".join((*self.words, *self.after.split()))

    @property
    def pair(self) -> str:
        """The last two words as a key: "chief executive"."""
        return plain(" ".join(self.words[-2:]))

    @property
    def sort(self) -> str:
        """The sort of the name that it ends with; empty where it ends with none."""
        return self.name.sort

    @property
    def is_name(self) -> bool:
        """Whether it names a person, a body or a place."""
        return self.sort not in ("", "title", "people", "adjective", "document")

    @property
    def is_part(self) -> bool:
        """`one of the aides`, `two of them`: some of a group that the article has told of."""
        part = partitive().match(self.text)
        known = small_words("definite") | small_words("pronoun") | OWNERS
        return part is not None and plain(self.text[part.end() :].split(" ")[0].strip(QUOTES)) in known

    @property
    def is_definite_name(self) -> bool:
        """`the Guardian`, but not `the writer Ann Lee` nor `the paper's Ann Lee`: the article belongs to the name."""
        return self.determiner == "definite" and not self.before and not self.owner


@lru_cache(maxsize=50_000)
def describe(text: str) -> Description:
    """Take the words of a source apart; an empty one has neither words nor head."""
    whole = " ".join(text.split()).strip(QUOTES)
    edge = _edge(whole)
    main, rest = (whole[:edge].strip(), whole[edge:].strip()) if edge else (whole, "")
    first, determiner, words = cut_determiner(main)
    size, joined = _phrase_end(words)
    owned = size > 1 and plain(words[0]) in OWNERS  # "one of its scientists"
    phrase = words[owned:size]
    owner, own = (words[0].lower(), 0) if owned else _owner(phrase)
    start = _name_start(phrase, own)
    name = read_name(_bare(" ".join(phrase[start:]))) if start < len(phrase) else NO_NAME
    if name.sort in ("single", "unsure") and start == own == 0 and _is_common(phrase):
        name, start = NO_NAME, size
    head = plain(_bare(phrase[-1])).strip(QUOTES) if phrase else ""
    before, after = " ".join(phrase[own:start]), " ".join(words[size:])
    return Description(whole, determiner, first, tuple(phrase), head, name, before, owner, after, rest, joined)


def _is_common(words: list[str]) -> bool:
    """`Video`, `New Poll`: a common noun with the capital of a sentence's or headline's beginning."""
    key = plain(_bare(words[-1]))
    common = key in documents() or key in bodies("word") or key in roles()
    return common and all(plain(w) in office_words() or plain(w) in small_words("adjective") for w in words[:-1])


def _edge(whole: str) -> int:
    """Where the noun phrase's first addition begins: not before a "Jr." or "Inc."."""
    return next((e.start() for e in EDGE.finditer(whole) if e.start() and not NO_EDGE.match(whole, e.start())), 0)


def _bare(words: str) -> str:
    return BARE.sub("", words) if POSSESSIVE.search(words) else words


def _phrase_end(words: list[str]) -> tuple[int, bool]:
    """How many words the noun phrase has, and whether "and" goes on after it."""
    for at in range(1, len(words)):
        word = plain(words[at])
        if word in ("and", "or", "&"):
            if _joins(words, at):
                return at, True
        elif word in small_words("preposition"):
            if not _names_on(words, at):
                return at, False
        elif _follows(words, at):
            return at, False
    return len(words), False


def _is_head(word: str) -> bool:
    return word in roles() or word in documents() or word in bodies("word")


def _joins(words: list[str], at: int) -> bool:
    """Whether "and" joins two sources: not two adjectives, nor the parts of a body's name."""
    if words[at] == "&" and is_capital(words[at - 1]):
        return False
    previous = plain(words[at - 1])
    adjective = previous in office_words() or previous in adjectives()
    if adjective and previous not in bodies("word") and at + 1 < len(words):
        return False
    capitals = is_capital(words[at - 1]) and is_capital(words[min(at + 1, len(words) - 1)])
    if capitals and _in_body(words[:at]) and any(w in LINKED for w in words[:at]):
        return False
    return _is_head(previous) or is_capital(words[at - 1])


def _names_on(words: list[str], at: int) -> bool:
    """Whether a preposition goes on with a name or a title: "Department (of Justice)", "Secretary (of State)"."""
    if words[at] not in LINKED or at + 1 == len(words):
        return False
    following = words[at + 2] if words[at + 1] == "the" and at + 2 < len(words) else words[at + 1]
    title = words[at - 1].split("-")[-1]
    return is_capital(following) and (_in_body(words[:at]) or (title[:1].isupper() and plain(title) in titles()))


def _in_body(words: list[str]) -> bool:
    return any(is_capital(w) and (plain(w) in bodies("word") or plain(w) in bodies("suffix")) for w in words)


def _follows(words: list[str], at: int) -> bool:
    """Whether a word says something more of a noun that is complete: "officials (involved)", "a poll (last week)"."""
    word, previous = plain(words[at]), plain(words[at - 1])
    if word in small_words("postposed"):
        return True
    if not words[at].islower() or POSSESSIVE.search(words[at - 1]):
        return False
    if word in small_words("time"):
        return previous in roles() or previous in documents()
    if PARTICIPLE.match(word):
        return _is_head(previous)
    noun = roles().get(previous)
    return noun is not None and noun.plural and noun.singular != previous and word not in roles()


def _owner(phrase: list[str]) -> tuple[str, int]:
    """A possessor inside the phrase and where the phrase goes on: "the paper's | Ann Lee"."""
    for at in range(len(phrase) - 1, 0, -1):
        if POSSESSIVE.search(phrase[at - 1]) and plain(" ".join(phrase[at - 1 : at + 1])) not in bodies("name"):
            return _bare(" ".join(phrase[:at])), at
    return "", 0


def _name_start(phrase: list[str], first: int) -> int:
    """Where the run of capitalised words begins that the phrase ends with; its length where it ends with none."""
    at = len(phrase)
    while at > first and (is_capital(phrase[at - 1]) or _is_inside(phrase, at - 1, first)):
        at -= 1
    while at < len(phrase) and not is_capital(phrase[at]):
        at += 1
    return at


def _is_inside(phrase: list[str], at: int, first: int) -> bool:
    """Whether a small word stands inside a name: "Bank (of) America", "Ann (van der) Lee"."""
    small = phrase[at] in LINKED or phrase[at] in ("the", "and", "&") or ONLY_PARTICLE.match(phrase[at])
    before = [w for w in phrase[max(first, at - 2) : at] if is_capital(w)]
    return bool(small) and at + 1 < len(phrase) and bool(before)
