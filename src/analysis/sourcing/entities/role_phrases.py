"""The phrases before and behind a person's name, by tokens: "the mayor, Ann Lee", "Ann Lee, a baker in Ohio"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from analysis.sourcing.entities.antecedents import antecedents, first_people
from analysis.sourcing.entities.callings import human, is_role
from analysis.sourcing.entities.descriptions import describe
from analysis.sourcing.entities.introductions import linked_office
from analysis.sourcing.entities.name_context import SEAT
from analysis.sourcing.entities.name_shapes import is_capital
from analysis.sourcing.entities.register import Names
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.noun_phrases import chunk_start
from analysis.sourcing.grammar.patterns import ANYTHING, Place, Row, Table, after, before, here
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.vocabulary import plain
from analysis.spans import Span

LONGEST = 30
"""How many tokens an apposition may have."""
BEHIND_COMMA = re.compile(rf"[, (]*+({SEAT.pattern})")
DOES = (
    "ran", "led", "headed", "runs", "heads", "leads", "directs", "chairs", "represents", "oversees", "founded",
    "teaches", "studies", "owns", "manages",
)  # fmt: skip
HOLDS = (
    "is", "is now", "is currently", "is also", "serves as", "works as", "remains as", "took over as", "became",
    "was named", "was named as", "was appointed", "was appointed as",
)  # fmt: skip
TELLS = (
    "said", "says", "told", "wrote", "added", "tweeted", "argued", "explained", "noted", "testified", "announced",
    "believes",
)  # fmt: skip
ORDINALS = ("first", "second")
INSERTED = 4
"""How many words "said the mayor" may have behind a comma."""
GENITIVE = re.compile(r"[’']s?")
GOES_ON = ("he", "she", "has", "is", "was", "said")
STOPS = Table(
    False,
    Row(True, "Lee, a baker |who| said no, left.", (here(c.REL | c.AUX),)),
    Row(True, "Lee, a baker |when| he left, said no.", (here(words={"where", "when", "also", "whose", "whom"}),)),
    Row(True, "Lee, a baker |he| met, said no.", (here(c.PRON, c.NUM | c.DET),)),
    Row(True, "The mayor, Lee |said|, is late.", (here(words=TELLS),)),
    Row(
        True,
        "Lee, a baker |and| she said no.",
        (here(words={"and"}), after(words=GOES_ON)),
    ),
)
"""Before which words an apposition ends."""
FREE = Table(
    True,
    Row(
        False,
        "Much like |Baker|, Ann Lee said no.",
        (here(none=c.DET | c.POSS | c.FIRST), before(none=c.PUNCTUATION), after(c.COMMA)),
    ),
)
"""Whether a noun phrase before a comma and a name tells of that name, and is no name itself."""
LINKED = Table(
    0,
    Row(2, "The Republic of |Ohio| manager Ann Lee said no.", (here(c.NAME), before(words={"of"}), Place(-2, c.NAME))),
    Row(2, "Acme's chief operating |officer| Ann Lee said no.", (before(words={"operating", "managing"}),)),
    Row(1, "Water Agency (WA) |chief| Ann Lee said no.", (here(none=c.PAST), before(words={")"}))),
)
"""How far before a word what it is linked to ends."""
AGES = Table(
    0,
    Row(2, "Lee|,| 52, a baker, said no.", (here(c.COMMA), after(c.NUM), Place(2, c.COMMA))),
    Row(
        3,
        "Lee|,| aged 52, a baker, said no.",
        (here(c.COMMA), after(words={"aged", "age"}), Place(2, c.NUM), Place(3, c.COMMA)),
    ),
)
"""How many tokens tell an age."""
SHORT = re.compile(r"\b(?:[A-Z]\w{0,3}|(?:[A-Z]\.)+[A-Z])\.$")
"""A short form, whose full stop is no token: "Va.", "U.S."."""
BORDER = c.PUNCTUATION


class NamedAt(NamedTuple):
    """A name in its sentence, by tokens: where it begins and ends, and where its sentence does."""

    names: Names
    tokens: Tokens
    start: int
    end: int
    first: int
    last: int

    @property
    def is_full(self) -> bool:
        """Whether it has several words."""
        return self.end > self.start + 1

    def text(self, start: int, end: int) -> str:
        """The words between two tokens."""
        if start >= end:
            return ""
        span = self.tokens.span(start, end)
        words = self.names.document.text(span.start, span.end + 1)
        closes = self.tokens.starts[end : end + 1] == [span.end]  # a full stop that is a token ends the sentence
        return words if SHORT.search(words) and not closes else words[: span.end - span.start]


def name_at(span: Span, names: Names) -> NamedAt:
    """Return a name at its place, by tokens."""
    tokens, start = names.document.token_at(span.start)
    return NamedAt(names, tokens, start, bisect_left(tokens.starts, span.end, start), *tokens.bounds(start))


def words_before(named: NamedAt) -> str:
    """`the city spokesperson Ann Lee`: the words before a name whose last is a role."""
    tokens, last = named.tokens, named.start - 1
    if last < named.first:
        return ""
    if not is_role(plain(tokens.words[last])):
        return linked_office(named.text(named.first, named.start) + " ")
    start = _before_joined(tokens, _before_linked(tokens, last, named.first), named.first)
    start += tokens.lower[start] in TELLS  # "said spokesperson Ann Lee"
    start += tokens.is_(start, c.DET | c.POSS)
    start -= tokens.lower[start - 1] in ORDINALS  # "first lady Ann Lee"
    return named.text(start, last + 1)


def _before_joined(tokens: Tokens, start: int, first: int) -> int:
    """Where `(foreign minister and) party leader Ann Lee` begins: an office of the same person, without article."""
    if start - 2 < first or tokens.lower[start - 1] != "and" or not is_role(tokens.lower[start - 2]):
        return start
    joined = chunk_start(tokens, start - 2, first)
    return start if joined is None or tokens.is_(joined, c.DET | c.POSS) else joined


def _before_linked(tokens: Tokens, last: int, first: int) -> int:
    """Where a phrase begins with what "of" or a bracket links to a name: "Republic of Ohio", "Water Agency (WA)"."""
    start = chunk_start(tokens, last, first)
    if start is None:
        return last + 1
    size = LINKED.decide(tokens, start) if start > first + 1 else 0
    return min(start, _before_linked(tokens, start - size, first)) if size else start


# ---------------------------------------------------------------- before a comma
def phrase_before_comma(named: NamedAt) -> str:
    """`the county registrar, Tim Lee,`: a role, a comma, and the name; before a surname only as a sentence begins."""
    tokens = named.tokens
    people = first_people(antecedents(named.names.document, tokens.starts[named.start]))
    if people is None:
        return ""
    start = bisect_left(tokens.starts, people.start)
    opens = start == tokens.skip(named.first, start, c.ADV)
    stands_free = named.is_full and FREE.decide(tokens, start) and _is_first(tokens, start, named.first)
    return human(people.whole, closed=True) if opens or stands_free else ""


def _is_first(tokens: Tokens, start: int, first: int) -> bool:
    """Whether no other noun phrase stands before one since the last mark."""
    at = tokens.skip_back(start - 1, first, ANYTHING, BORDER | c.DET | c.POSS | c.NAME)
    return not tokens.is_(at, c.DET | c.POSS | c.NAME)


# ---------------------------------------------------------------- behind the name
def additions(named: NamedAt) -> Iterator[str]:
    """`(D-Oakland)`, `, R-Texas`, `Ann Lee, a professor at Yale University,`, `, who runs a charity`."""
    tokens, at = named.tokens, named.end
    seat = BEHIND_COMMA.match(named.text(at, min(at + LONGEST, named.last)))
    if seat:
        yield " ".join(seat[1].split()).strip(" ()")
        at = bisect_left(tokens.starts, tokens.starts[at] + seat.end(), at)
    yield _added(named, at + AGES.decide(tokens, at))


def _added(named: NamedAt, at: int) -> str:
    """What is said behind a name."""
    tokens = named.tokens
    start = tokens.skip(at, min(at + 1, named.last), c.COMMA | c.DASH)
    if tokens.lower[start] in ("of", "with", "from"):
        return _of_body(named, start + 1)
    if tokens.lower[start] == "who":
        size = _size_of_holding(tokens, start + 1)
        if not size:
            return _doing(named, start + 1)
        return _apposed(named, start + 1 + size)
    return _apposed(named, start + (tokens.lower[start] in ("himself", "herself", "also"))) if start > at else ""


def _size_of_holding(tokens: Tokens, at: int) -> int:
    """How many words tell that somebody holds an office: "took over as"."""
    return next((size for size in (3, 2, 1) if " ".join(tokens.lower[at : at + size]) in HOLDS), 0)


def predicate(named: NamedAt) -> str:
    """`Ann Lee is a professor`."""
    start = named.end + _size_of_holding(named.tokens, named.end)
    return human(_chunk(named, start)) if start > named.end and named.tokens.lower[start] in ("a", "an", "the") else ""


def _ends(named: NamedAt, at: int) -> tuple[int, int]:
    """Where an apposition ends, and where the next mark stands."""
    tokens, far = named.tokens, min(at + LONGEST, named.last)
    border = _next_mark(tokens, at, far)
    return next((stop for stop in range(at + 1, border) if STOPS.decide(tokens, stop)), border), border


def _next_mark(tokens: Tokens, at: int, far: int) -> int:
    """Where the next mark stands; the hyphen of "D.C.-based" is none."""
    mark = tokens.skip(at, far, ANYTHING, BORDER)
    is_hyphen = tokens.words[mark : mark + 1] == ["-"] and tokens.starts[mark + 1 : mark + 2] == [tokens.end(mark)]
    return _next_mark(tokens, mark + 1, far) if is_hyphen and mark < far else mark


def _chunk(named: NamedAt, at: int) -> str:
    return named.text(at, _closed(named.tokens, at, _ends(named, at)[0]))


def _closed(tokens: Tokens, at: int, end: int) -> int:
    """Where a phrase ends without the words that leave it open: "an author (of)"."""
    return tokens.skip_back(end - 1, at, c.PREP | c.DET | c.POSS | c.CONJ | c.TO) + 1


def _doing(named: NamedAt, at: int) -> str:
    """`Ann Lee, who runs a charity`."""
    return _chunk(named, at) if named.tokens.lower[at] in DOES else ""


def _of_body(named: NamedAt, at: int) -> str:
    """`Ann Lee of Marsh Lane Research`."""
    start = named.tokens.starts[min(at + (named.tokens.lower[at] == "the"), named.last - 1)]
    mention = next(iter(named.names.between(start, start + 1)), None)
    if mention is None or mention.name.sort not in ("body", "document"):
        return ""
    owns = GENITIVE.match(named.names.document.text(mention.end, mention.end + 2))  # "of NASA's laboratory"
    return "" if owns else mention.name.text


def _apposed(named: NamedAt, at: int) -> str:
    """`policy manager, African Communities Together`: a role, and the body that a second comma adds."""
    tokens = named.tokens
    if STOPS.decide(tokens, at):
        return ""
    end, border = _ends(named, at)
    if end < border <= end + INSERTED and tokens.lower[end] in TELLS:
        return ""
    role = human(named.text(at, _closed(tokens, at, end)))
    if not role or end < border or not tokens.is_(border, c.COMMA):
        return role
    return ", ".join(filter(None, (role, _later(named, border + 1))))


def _later(named: NamedAt, at: int) -> str:
    """`African Communities Together`: a body that stands alone between two marks."""
    end, border = _ends(named, at)
    later = named.text(at, border)
    return later if end == border and is_capital(later.removeprefix("the ")) and _is_body(later) else ""


def _is_body(words: str) -> bool:
    """Whether words are the name of a body and nothing else."""
    body = describe(words)
    return body.sort in ("body", "unsure") and " ".join(body.words) == body.name.text
