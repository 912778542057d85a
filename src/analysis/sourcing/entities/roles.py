"""What an article calls a person: the title before the name, the words after it, "X, who is ..."."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import dropwhile, takewhile
from typing import NamedTuple

from analysis.sourcing.entities.antecedents import antecedents, first_people
from analysis.sourcing.entities.descriptions import describe
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.name_context import PREPOSITIONS, SEAT
from analysis.sourcing.entities.name_shapes import is_capital
from analysis.sourcing.entities.register import Names
from analysis.sourcing.entities.word_kinds import ADJECTIVE, PLACE, kinds_of
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.noun_phrases import chunk_start
from analysis.sourcing.grammar.patterns import ANYTHING, Place, Row, Table, after, before, here
from analysis.sourcing.grammar.tokens import WORDS_READ, Tokens
from analysis.sourcing.grammar.vocabulary import plain, roles, small_words, titles
from analysis.spans import Span

PARTIES = ("republican", "democrat", "democratic", "gop")
NO_TITLE = {"office": "", "gender": ""}
MOST_NOUNS = 3
LONGEST = 30
"""How many tokens an apposition may have."""
BEHIND_COMMA = re.compile(rf"[, (]*+({SEAT.pattern})")
MORE = ("ing", "ed", "based", "born")
DOES = "ran led headed runs heads leads directs chairs represents oversees founded teaches studies owns manages".split()
HOLDS = (
    "is", "is now", "is currently", "is also", "serves as", "works as", "remains as", "took over as", "became",
    "was named", "was named as", "was appointed", "was appointed as",
)  # fmt: skip
TELLS = "said says told wrote added tweeted argued explained noted testified announced believes".split()
ORDINALS = ("first", "second")
INSERTED = 4
"""How many words "said the mayor" may have behind a comma."""
GOES_ON = ("he", "she", "has", "is", "was", "said")
STOPS = Table(
    False,
    Row(True, "Lee, a baker |who| said no, left.", (here(c.REL | c.AUX),)),
    Row(True, "Lee, a baker |when| he left, said no.", (here(words={"where", "when", "also", "whose", "whom"}),)),
    Row(True, "The mayor, Lee |said|, is late.", (here(words=TELLS),)),
    Row(
        True,
        "Lee, a baker |and| she said no.",
        (here(words={"and"}), after(words={"he", "she", "has", "is", "was", "said"})),
    ),
)
"""Before which words an apposition ends."""
FREE = Table(
    True,
    Row(
        False,
        "Unlike |Baker|, Ann Lee said no.",
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
ITS = re.compile(r"(?:[Ii]ts|[Tt]heir)\s")
ARTICLE = re.compile(r"^(?:an?|the|one|his|her|our|another)\s", re.IGNORECASE)
LOOSE = re.compile(r"(?:as|and|but)\s", re.IGNORECASE)
ONE_OF = re.compile(r"one\sof\s(?:the|its|his|her|their)?\s?(?:(\S+)[’']s?\s)?", re.IGNORECASE)
BORDER = c.PUNCTUATION


def find_roles(person: Entity, names: Names) -> list[str]:
    """Return the descriptions of a person in the article's order, each as printed, courtesy titles left out."""
    found: list[str] = []
    told: list[set[str]] = []
    for role in filter(None, _roles(person, names)):
        words = set(plain(role).split())
        if not any(map(words.issubset, told)):
            found.append(role)
            told.append(words)
    return found


def _roles(person: Entity, names: Names) -> Iterator[str]:
    for title in person.titles:
        if plain(title) != person.last:
            yield _as_title(title)
    for span in person.places:
        yield from _roles_at(span, names, alone=len(person.places) == 1)


def _roles_at(span: Span, names: Names, *, alone: bool) -> Iterator[str]:
    """Yield what stands before and behind a name; before a surname only where it is all that the article gives."""
    named = _named(span, names)
    if alone or named.is_full:
        yield _before(named)
    if named.tokens.is_(named.start - 1, c.COMMA):
        yield _owned(_introduced(named, alone), names, span.start)
    if named.tokens.end(named.end - 1) <= span.end:  # not "Lee's"
        yield _owned(", ".join(filter(None, _after(named))), names, span.start)
        yield _holding(named)


class _Named(NamedTuple):
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


def _named(span: Span, names: Names) -> _Named:
    tokens, start = names.document.token_at(span.start)
    return _Named(names, tokens, start, bisect_left(tokens.starts, span.end, start), *tokens.bounds(start))


def _owned(role: str, names: Names, offset: int) -> str:
    """`its director`: the role with the body that "its" means, the last one named before: "director, Water Agency"."""
    its = ITS.match(role)
    if its is None:
        return role
    body = _last_body(names, offset)
    return f"{role[its.end() :]}, {body.label}" if body else role[its.end() :]


def _last_body(names: Names, offset: int) -> Entity | None:
    """The last body of a known kind that an article names before an offset."""
    for mention in names.before(offset):
        if mention.entity.sort == "body" and mention.entity.kind:
            return mention.entity
    return None


def _as_title(title: str) -> str:
    """A title before a name; a courtesy, a party's or a people's adjective is none."""
    words = [*dropwhile(_is_courtesy, title.split())]
    if all(map(_is_adjective, words)):
        return ""
    return " ".join([*words[:-1], _one(words[-1])])


def _is_adjective(word: str) -> bool:
    """`Russian`, `Ohio`, `Republican`: whether a word before a name tells of no office."""
    return bool(kinds_of(word) & (ADJECTIVE | PLACE)) or plain(word) in PARTIES


def _is_courtesy(word: str) -> bool:
    """`Mr.`, `Mrs.`: a title that tells nothing but a gender."""
    row = titles().get(plain(word), NO_TITLE)
    return row["office"] == "courtesy" and row["gender"] != ""


def _one(word: str) -> str:
    """`Senators`: the title of one of them."""
    single = word.removesuffix("s")
    return single if plain(single) in titles() else word


def _before(named: _Named) -> str:
    """`the city spokesperson Ann Lee`: the words before a name whose last is a role."""
    tokens, last = named.tokens, named.start - 1
    if last < named.first or not _is_role(plain(tokens.words[last])):
        return ""
    start = _before_linked(tokens, last, named.first)
    start += tokens.lower[start] in TELLS  # "said spokesperson Ann Lee"
    start += tokens.is_(start, c.DET | c.POSS)
    start -= tokens.lower[start - 1] in ORDINALS  # "first lady Ann Lee"
    return named.text(start, last + 1)


def _before_linked(tokens: Tokens, last: int, first: int) -> int:
    """Where a phrase begins with what "of" or a bracket links to a name: "Republic of Ohio", "Water Agency (WA)"."""
    start = chunk_start(tokens, last, first)
    if start is None:
        return last + 1
    size = LINKED.decide(tokens, start) if start > first + 1 else 0
    return min(start, _before_linked(tokens, start - size, first)) if size else start


def _is_role(key: str) -> bool:
    if key in titles():
        return True
    return key in roles() and not roles()[key].plural


# ---------------------------------------------------------------- before a comma
def _introduced(named: _Named, alone: bool) -> str:
    """`the county registrar, Tim Lee,`: a role, a comma, and the name; before a surname only as a sentence begins."""
    tokens = named.tokens
    people = first_people(antecedents(named.names.document, tokens.starts[named.start]))
    if people is None:
        return ""
    start = bisect_left(tokens.starts, people.start)
    opens = start == tokens.skip(named.first, start, c.ADV)
    stands_free = named.is_full and FREE.decide(tokens, start) and _is_first(tokens, start, named.first)
    return _human(people.whole, closed=True) if opens or stands_free else ""


def _is_first(tokens: Tokens, start: int, first: int) -> bool:
    """Whether no other noun phrase stands before one since the last mark."""
    at = tokens.skip_back(start - 1, first, ANYTHING, BORDER | c.DET | c.POSS | c.NAME)
    return not tokens.is_(at, c.DET | c.POSS | c.NAME)


# ---------------------------------------------------------------- behind the name
def _after(named: _Named) -> Iterator[str]:
    """`(D-Oakland)`, `, R-Texas`, `Ann Lee, a professor at Yale University,`, `, who runs a charity`."""
    tokens, at = named.tokens, named.end
    seat = BEHIND_COMMA.match(named.text(at, min(at + LONGEST, named.last)))
    if seat:
        yield " ".join(seat[1].split()).strip(" ()")
        at = bisect_left(tokens.starts, tokens.starts[at] + seat.end(), at)
    yield _added(named, at + AGES.decide(tokens, at))


def _added(named: _Named, at: int) -> str:
    """What is said behind a name."""
    tokens = named.tokens
    if tokens.lower[at] in ("of", "with", "from"):
        return _of_body(named, at + 1)
    start = tokens.skip(at, min(at + 1, named.last), c.COMMA | c.DASH)
    if tokens.lower[start] == "who":
        size = _size_of_holding(tokens, start + 1)
        if not size:
            return _doing(named, start + 1)
        return _apposed(named, start + 1 + size)
    return _apposed(named, start + (tokens.lower[start] in ("himself", "herself", "also"))) if start > at else ""


def _size_of_holding(tokens: Tokens, at: int) -> int:
    """How many words tell that somebody holds an office: "took over as"."""
    return next((size for size in (3, 2, 1) if " ".join(tokens.lower[at : at + size]) in HOLDS), 0)


def _holding(named: _Named) -> str:
    """`Ann Lee is a professor`."""
    start = named.end + _size_of_holding(named.tokens, named.end)
    return _human(_chunk(named, start)) if start > named.end and named.tokens.lower[start] in ("a", "an", "the") else ""


def _ends(named: _Named, at: int) -> tuple[int, int]:
    """Where an apposition ends, and where the next mark stands."""
    tokens, far = named.tokens, min(at + LONGEST, named.last)
    border = tokens.skip(at, far, ANYTHING, BORDER)
    while border < far and tokens.is_(border, c.DASH) and tokens.starts[border + 1] == tokens.end(border):
        border = tokens.skip(border + 1, far, ANYTHING, BORDER)
    return next((stop for stop in range(at + 1, border) if STOPS.decide(tokens, stop)), border), border


def _chunk(named: _Named, at: int) -> str:
    return named.text(at, _closed(named.tokens, at, _ends(named, at)[0]))


def _closed(tokens: Tokens, at: int, end: int) -> int:
    """Where a phrase ends without the words that leave it open: "an author (of)"."""
    return tokens.skip_back(end - 1, at, c.PREP | c.DET | c.POSS | c.CONJ | c.TO) + 1


def _doing(named: _Named, at: int) -> str:
    """`Ann Lee, who runs a charity`."""
    return _chunk(named, at) if named.tokens.lower[at] in DOES else ""


def _of_body(named: _Named, at: int) -> str:
    """`Ann Lee of Marsh Lane Research`."""
    start = named.tokens.starts[min(at + (named.tokens.lower[at] == "the"), named.last - 1)]
    for mention in named.names.between(start, start + 1):
        return mention.name.text if mention.name.sort in ("body", "document") else ""
    return ""


def _apposed(named: _Named, at: int) -> str:
    """`policy manager, African Communities Together`: a role, and the body that a second comma adds."""
    tokens = named.tokens
    if STOPS.decide(tokens, at):
        return ""
    end, border = _ends(named, at)
    if end < border <= end + INSERTED and tokens.lower[end] in TELLS:
        return ""
    role = _human(named.text(at, _closed(tokens, at, end)))
    if not role or end < border or not tokens.is_(border, c.COMMA):
        return role
    return ", ".join(filter(None, (role, _later(named, border + 1))))


def _later(named: _Named, at: int) -> str:
    """`African Communities Together`: a body that stands alone between two marks."""
    end, border = _ends(named, at)
    later = named.text(at, border)
    return later if end == border and is_capital(later.removeprefix("the ")) and _is_body(later) else ""


def _is_body(words: str) -> bool:
    """Whether words are the name of a body and nothing else."""
    body = describe(words)
    return body.sort in ("body", "unsure") and " ".join(body.words) == body.name.text


# ---------------------------------------------------------------- a human being
def _human(words: str, closed: bool = False) -> str:
    """Return a description without its article if it is one of one human being, else nothing."""
    words = " ".join(words.split())
    described = describe(words)
    if not described.words or described.sort in ("person", "titled"):
        return ""
    if LOOSE.match(words) or _is_verb(words):
        return ""
    words = _without_time(words, described.after, closed)
    nouns = [*map(plain, takewhile(_is_no_preposition, described.words))]  # "Director of Rights Policy": a director
    if not words or not _is_calling(nouns):
        return ""
    return _single(words, nouns, alone=not described.after)


def _without_time(words: str, after: str, closed: bool) -> str:
    """`mayor (last year)`: words without a time at their end; nothing where what follows the noun belongs elsewhere."""
    following = plain(after.partition(" ")[0])
    if not after or _belongs(following, closed):
        return words
    return words.removesuffix(after).rstrip() if following in small_words("time") else ""


def _is_no_preposition(word: str) -> bool:
    return word not in PREPOSITIONS


def _is_calling(nouns: list[str]) -> bool:
    """Whether the last word, two or three are a role or a title: "lawyer", "attorney general"."""
    for size in (1, 2, 3):
        key = " ".join(nouns[-size:])
        if key in roles() or key in titles():
            return True
    return False


def _single(words: str, nouns: list[str], *, alone: bool) -> str:
    """`one of the city's lawyers`: one of them; several people are none."""
    noun = roles().get(nouns[-1])
    one_of = ONE_OF.match(words)
    if one_of is None:
        return "" if _is_several(nouns[-1]) else ARTICLE.sub("", words)
    if noun is None or not alone:
        return ""
    if len(nouns) > MOST_NOUNS:
        return ""
    return " ".join(filter(None, (one_of[1], noun.singular)))


def _is_several(key: str) -> bool:
    """`lawyers`, but not `staff`: whether a noun means more than one human being."""
    noun = roles().get(key)
    if noun is None or not noun.plural:
        return False
    return noun.singular != key


def _is_verb(words: str) -> bool:
    """`Ann Lee, 52, regrets`: whether a verb comes first."""
    classes = WORDS_READ[words.split()[0]][1]
    return bool(classes & c.VERB) and not classes & (c.NOUN | c.NAME)


def _belongs(word: str, closed: bool) -> bool:
    """Whether a word after a noun goes on with its description: "of", and where that need not close, "specializing"."""
    if word in small_words("preposition"):
        return True
    if closed:
        return False
    return word in ("and", "&") or word.endswith(MORE)
