"""The words of a source taken apart: determiner, description, head, the name that it ends with, what comes after."""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.sourcing.entities.description_ends import name_start, phrase_end
from analysis.sourcing.entities.heads import head_of
from analysis.sourcing.entities.name_parts import Name
from analysis.sourcing.entities.names import read_name
from analysis.sourcing.entities.word_kinds import BEFORE_NOUN, GENITIVE, HEAD, POSSESSIVE, kinds_of
from analysis.sourcing.grammar.determiners import OWNERS, cut_determiner, partitive
from analysis.sourcing.grammar.vocabulary import bodies, plain, small_words

EDGE = re.compile(r",(?!\d)|\s[-–—]{1,3}\s?|[—;:]|\s\(|\s(?:who|whom|whose|which|that)\b")
NO_EDGE = re.compile(r",\s(?:Jr|Sr|Inc|LLC|Ltd|II|III)\b")
GENITIVE_ENDING = re.compile(r"(?:[’']s|s[’'])$")
BARE = re.compile(r"[’']s?$")
NO_NAME = Name("")
MAY_BE_COMMON = ("single", "unsure", "acronym")
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
        if part is None:
            return False
        first = plain(self.text[part.end() :].split(" ")[0].strip(QUOTES))
        return first in small_words("definite") or first in small_words("pronoun") or first in OWNERS

    @property
    def is_definite_name(self) -> bool:
        """`the Guardian`, but not `the writer Ann Lee` nor `the paper's Ann Lee`: the article belongs to the name."""
        return self.determiner == "definite" and not self.before and not self.owner


@lru_cache(maxsize=50_000)
def describe(text: str) -> Description:
    """Take the words of a source apart; an empty one has neither words nor head."""
    whole = " ".join(text.split()).strip(QUOTES)
    edge = _edge(whole)
    main, rest = whole[:edge].strip(), whole[edge:].strip()
    first, determiner, words = cut_determiner(main)
    size, joined = phrase_end(words)
    owned = size > 1 and bool(kinds_of(words[0]) & POSSESSIVE)  # "one of its scientists"
    phrase = words[owned:size]
    owner, own = (words[0].lower(), 0) if owned else _owner(phrase)
    start = own + name_start(phrase[own:])
    name = read_name(_bare(" ".join(phrase[start:]))) if start < len(phrase) else NO_NAME
    if name.sort in MAY_BE_COMMON and start == own == 0 and _is_common(phrase):
        name, start = NO_NAME, size
    head = head_of(_bare(phrase[-1]).strip(QUOTES)) if phrase else ""
    before, after = " ".join(phrase[own:start]), " ".join(words[size:])
    return Description(whole, determiner, first, tuple(phrase), head, name, before, owner, after, rest, joined)


def _is_common(words: list[str]) -> bool:
    """`Video`, `New Poll`: a common noun with the capital of a sentence's or headline's beginning."""
    if not kinds_of(_bare(words[-1])) & HEAD:
        return False
    return all(kinds_of(word) & BEFORE_NOUN for word in words[:-1])


def _edge(whole: str) -> int:
    """Where the noun phrase's first addition begins: not before a "Jr." or "Inc."."""
    for edge in EDGE.finditer(whole, 1):
        if not NO_EDGE.match(whole, edge.start()):
            return edge.start()
    return len(whole)


def _bare(words: str) -> str:
    """Words without the ending of an owner."""
    return BARE.sub("", words) if GENITIVE_ENDING.search(words) else words


def _owner(phrase: list[str]) -> tuple[str, int]:
    """A possessor inside the phrase and where the phrase goes on: "the paper's | Ann Lee"."""
    for at in range(len(phrase) - 1, 0, -1):
        if kinds_of(phrase[at - 1]) & GENITIVE and not _is_body(phrase[at - 1 : at + 1]):
            return _bare(" ".join(phrase[:at])), at
    return "", 0


def _is_body(words: list[str]) -> bool:
    """`Macy's Inc.`: whether two words are a body's name."""
    return plain(" ".join(words)) in bodies("name")
