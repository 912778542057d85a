"""Names as printed: whether their own words make them a person, a body, a place, a people or a document."""

import re
from collections.abc import Callable
from functools import cache, lru_cache, reduce
from operator import or_
from typing import NamedTuple

from analysis.lexicon import Row
from analysis.sourcing.entities.name_parts import Name, NameSort, Run, make_name
from analysis.sourcing.entities.name_shapes import (
    ACRONYM,
    ANY_TEXT,
    COURTESY,
    INITIAL_INSIDE,
    LINK_BETWEEN,
    RUN,
    SHORT_FORM,
)
from analysis.sourcing.entities.word_kinds import (
    ADJECTIVE,
    AND,
    ANYTHING,
    ARTICLE,
    BEHIND_PLACE,
    BODY,
    DESCRIPTOR,
    DOCUMENT,
    FIRST_NAME,
    INITIALS,
    LINK,
    NAME_SUFFIX,
    OFFICE,
    PARTICLE,
    PARTY,
    PLACE,
    PLURAL,
    ROLE,
    TIME,
    TITLE,
    Has,
    all_fit,
    kinds_of,
)
from analysis.sourcing.grammar.vocabulary import (
    adjectives,
    bodies,
    first_names,
    peoples,
    places,
    plain,
    roles,
    small_words,
    title_sizes,
    titles,
)

PARTISAN = {"kind": "party", "office": "private"}
LONGEST = 5
LOOSE = ("and", "in", "to")
"""What joins the name of a body to another name as often as it goes on with it."""
NAMING = FIRST_NAME | INITIALS | TITLE | ROLE | PLURAL | NAME_SUFFIX
"""What stands in names of people or tells of them."""
LISTED = NAMING | BODY | PLACE | ADJECTIVE | DOCUMENT | LINK | AND | OFFICE
OF_THEIR_OWN = ("person", "titled", "place", "single", "acronym")
NO_TITLE = {"gender": ""}


def extend(text: str, end: int) -> int:
    """Return where a body's name ends that goes on after "of", "for" or "on": "Department of Justice"."""
    while further := _linked_end(text, end):
        end = further
    return end


def _linked_end(text: str, end: int) -> int:
    """`of Justice`: where a run of capitals ends that one of these words joins; 0 where it is a name of its own."""
    link = LINK_BETWEEN.match(text, end)
    if link is None:
        return 0
    run = RUN.match(text, link.end())
    if run is None:
        return 0
    if kinds_of(run[0].split()[0]) & TIME:
        return 0
    if link[0].split()[0] in LOOSE and _is_of_its_own(run[0]):
        return 0
    return run.end()


def _is_of_its_own(run: str) -> bool:
    """`to the CNN`: whether a run of capitals is a name by itself."""
    return plain(run) in bodies("name") or read_name(run).sort in OF_THEIR_OWN


@lru_cache(maxsize=100_000)
def read_name(run: str) -> Name:
    """Return what a run of capitalised words is by its own words, after openers ("Although") are cut off."""
    words = Run(run)
    if not words.words:
        return Name("")
    for read in READERS:
        name = read(words)
        if name is not None:
            return name
    return _unsure(words)


def _listed(run: Run) -> Name | None:
    """`Pentagon`, `Russia`, `Californians`: the whole is in a list."""
    listed = _lists().get(plain(run.text))
    return run.name(*listed) if listed else None


@cache
def _lists() -> dict[str, tuple[NameSort, Row | None]]:
    """The names that a list has, with their sort: that of a body before that of a place, an adjective, a people."""
    return {
        **dict.fromkeys(peoples(), ("people", None)),
        **dict.fromkeys(adjectives(), ("adjective", None)),
        **{key: ("place", row) for key, row in places().items()},
        **{key: ("body", row) for key, row in bodies("name").items()},
    }


def _noun(run: Run) -> Name | None:
    """`Democrats`, `Officials`: a noun for people alone, but not `Hunter`, which is also a first name."""
    if run.size > 1 or run.kinds[0] & FIRST_NAME:
        return None
    noun = roles().get(plain(run.text))
    if noun is None:
        return None
    return run.name("people" if noun.plural else "title")


def _title(run: Run) -> Name | None:
    """`Secretary of State`, `Judge Lee`: a title, alone or before a name."""
    end = _title_end(run.keys)
    if end == 0:
        return None
    return _bare_title(run) if end == run.size else _after_title(run, end)


def _bare_title(run: Run) -> Name | None:
    """`Secretary of State`: nothing but a title; in `T.J. King` and `Ministry of Chief` it is a name's end."""
    if _ends_like_a_title(run) or _heading(run):
        return None
    return run.name("title")


def _after_title(run: Run, first: int) -> Name | None:
    """`Superior Court Judge Ann Lee`: what stands after the last title is the name."""
    if first == 1 and run.kinds[0] & FIRST_NAME:
        return None
    if run.kinds[first] & (LINK | AND | ARTICLE):
        return run.name("title")
    if run.size - first > LONGEST:
        return None
    if run.kinds[-1] & BODY and not _is_surname_behind(run, first):
        return None
    by_name = first_names().get(run.words[first], "")
    gender = _title_gender(run.keys[:first]) or by_name
    return run.person(first, " ".join(run.words[:first]), gender)


def _is_surname_behind(run: Run, first: int) -> bool:
    """`Dr. Xu Brand`, `Judge Ann Post`, but not `General Motors`: whether a word for a body is somebody's surname."""
    named = run.size - first == 2 and run.kinds[first] & FIRST_NAME and not run.kinds[first] & PLACE
    return bool(named) or COURTESY.match(run.text) is not None


def _title_end(keys: list[str]) -> int:
    """Return where the last of the longest titles ends; 0 where there is none."""
    end = 0
    for at, key in enumerate(keys):
        if key in title_sizes():
            end = max(end, _longest_title(keys, at))
    return end


def _longest_title(keys: list[str], at: int) -> int:
    """Return where the longest title ends that begins here; 0 where none does."""
    last = min(at + title_sizes()[keys[at]], len(keys))
    for end in range(last, at, -1):
        if " ".join(keys[at:end]) in titles():
            return end
    return 0


def _ends_like_a_title(run: Run) -> bool:
    """`T.J. King`: a first name, and a surname that is also a title."""
    return run.size > 1 and bool(run.kinds[0] & (FIRST_NAME | INITIALS))


def _title_gender(keys: list[str]) -> str:
    for key in keys:
        gender = titles().get(key, NO_TITLE)["gender"]
        if gender:
            return gender
    return ""


def _row(key: str, *uses: str) -> Row | None:
    """The row of a word for bodies, by the first of these uses that it has."""
    for use in uses:
        if key in bodies(use):
            return bodies(use)[key]
    return None


def _headed_body(run: Run) -> Name | None:
    """`Department of Justice`: a word for a body heads the name."""
    row = _heading(run)
    return run.name("body", row) if row else None


def _heading(run: Run) -> Row | None:
    """The word for a body before the first "of" or "for"."""
    for key, following in zip(run.keys, run.kinds[1:], strict=False):
        if following & LINK:
            return _row(key, "word", "suffix")
    return None


def _one_word_body(run: Run) -> Name | None:
    """`Congress`, `Times`: a word for a body, or the last word of outlets' names, alone."""
    if run.size > 1:
        return None
    row = _row(run.keys[0], "word", "suffix")
    if row is None:
        return None
    stands_alone = row["use"] == "word" or row["kind"] == "outlet"
    return run.name("body", row) if stands_alone else None


def _body(run: Run) -> Name | None:
    """`Tax Foundation`, `United Airlines`: a word for a body ends the name; not so in `Robert Post`."""
    if run.size == 1 or THREE_NAMES.fits(run):
        return None
    row = _row(run.keys[-1], "name", "word", "suffix")
    if row is None:
        return None
    if (row["use"] != "word" or _is_plural(run.keys[-1])) and TWO_NAMES.fits(run):
        return None
    return run.name("body", row | PARTISAN if _is_partisan(run, row) else row)


def _is_plural(key: str) -> bool:
    """`Banks`, `Parks`: whether a word for bodies is a plural, as surnames are."""
    return key.endswith("s") and key.removesuffix("s") in bodies("word")


def _prefixed(run: Run) -> Name | None:
    """`Borussia Xu`, `Banque Lee`: a word with which the names of clubs or banks begin; `Carmaker Xu`: what it is."""
    row = _prefixes().get(run.keys[0])
    rest = reduce(or_, run.kinds[1:], 0)
    if row is None or not rest or rest & NAMING:
        return None
    return run.name("body", row) if PREFIXED.fits(run) else None


@cache
def _prefixes() -> dict[str, Row]:
    """The words with which names of bodies begin that are no public office, by key."""
    known = {**bodies("word"), **bodies("prefix")}
    return {key: row for key, row in known.items() if row["office"] != "public"}


def _is_partisan(run: Run, row: Row) -> bool:
    """`Ohio Republican Caucus`: whether a group is one of a party."""
    if row["kind"] != "group":
        return False
    return any(kinds & PARTY for kinds in run.kinds)


def _firm(run: Run) -> Name | None:
    """`Smith & Lee`: people are joined by "and", firms by "&"."""
    if "&" not in run.words[1:-1]:
        return None
    return make_name("body", run.text, "", run.skip, kind="company", office="private")


def _first_named(run: Run) -> Name | None:
    """`Republican Ann Lee`, `J. Ann Lee`, `Robert “Bob” Lee`: a first name, or initials, begins a name."""
    noise = run.words[0].endswith("ing")
    at = _first_name(run, ANYTHING if noise else DESCRIPTOR)
    if at is None:
        return None
    title = "" if noise else " ".join(run.words[:at])
    return run.person(at, title, first_names().get(run.words[at], ""))


def _first_name(run: Run, before: int) -> int | None:
    """Where a name begins with a first name or with initials; only words of certain kinds may stand ``before`` it."""
    for at, kinds in enumerate(run.kinds[:-1]):
        if kinds & FIRST_NAME:
            return at
        if kinds & INITIALS:
            return at if _is_initialled(run.words[at:]) else None
        if not kinds & before:
            return None
    return None


def _is_initialled(words: list[str]) -> bool:
    """`J. Lee`, but not `U.S. Army` or `D.C. AIDS`."""
    return "." in words[0] and not ACRONYM.match(words[1]) and plain(words[0]) not in places()


class Shape(NamedTuple):
    """A row of the table of shapes: what a run is by its first and last word, its length and its letters."""

    sort: NameSort
    example: str
    words: tuple[Has, ...] = ()
    least: int = 1
    most: int = 99
    text: re.Pattern[str] = ANY_TEXT

    def fits(self, run: Run) -> bool:
        """Tell whether a run is of this shape."""
        if not self.least <= run.size <= self.most:
            return False
        return all_fit(self.words, run.kinds, 0) and self.text.match(run.text) is not None


FIRST, LAST = 0, -1
DOCUMENT_SHAPE = Shape(
    "document", "Clean Air Act", (Has(FIRST, none=FIRST_NAME | TITLE), Has(LAST, DOCUMENT, none=BODY)), least=2
)
PREFIXED = Shape("body", "Borussia Xu", (Has(FIRST, none=FIRST_NAME | TITLE),))
ROLE_FIRST = Shape("person", "Midfielder Xavi Lee", (Has(1, none=LISTED), Has(LAST, none=LISTED)), least=3, most=3)
TWO_NAMES = Shape("body", "Robert Post", (Has(FIRST, FIRST_NAME, none=PLACE),), least=2, most=2)
THREE_NAMES = Shape(
    "person", "Robert H. Tribe", (Has(FIRST, FIRST_NAME, none=PLACE),), least=3, most=3, text=INITIAL_INSIDE
)
SHAPES = (
    Shape("person", "Xavi J. Lee", text=INITIAL_INSIDE),
    Shape("person", "Xavi Lee Jr.", (Has(LAST, NAME_SUFFIX),), least=2),
    Shape("people", "Senate Democrats", (Has(LAST, PLURAL),), least=2),
    Shape("title", "Senate Republican", (Has(FIRST, OFFICE | ADJECTIVE), Has(LAST, ROLE)), least=2),
    Shape("title", "New Hampshire Republican", (Has(LAST, ROLE), Has(LAST, BEHIND_PLACE)), least=2),
    Shape("acronym", "NFA", most=1, text=SHORT_FORM),
    Shape("single", "Lee", most=1),
    Shape("single", "Van Lee", (Has(FIRST, PARTICLE),), most=2),
)


def _document(run: Run) -> Name | None:
    """`Clean Air Act`: a noun for documents ends the name."""
    return run.name("document") if DOCUMENT_SHAPE.fits(run) else None


def _shaped(run: Run) -> Name | None:
    """`Xavi Lee Jr.`, `Senate Democrats`, `NFA`: what a run is by its shape."""
    for shape in SHAPES:
        if shape.fits(run):
            return run.name(shape.sort)
    return None


def _role_first(run: Run) -> Name | None:
    """`Midfielder Xavi Lee`: a noun that takes the place of a name, before two words that no list has."""
    if run.keys[0] not in small_words("by-name") or not ROLE_FIRST.fits(run):
        return None
    return run.person(1, run.words[0])


def _unsure(run: Run) -> Name:
    """`Ohio Xu Lee`: two words or more may be anything, without the adjectives before them."""
    at = 0
    while at < run.size - 1 and run.kinds[at] & (ADJECTIVE | PARTY):
        at += 1
    return make_name("unsure", " ".join(run.words[at:]), " ".join(run.words[:at]), run.skip)


# Lists are surest; a title tells more than a last word, that more than a first name ("Grant Bank").
READERS: tuple[Callable[[Run], Name | None], ...] = (
    _listed,
    _noun,
    _prefixed,
    _title,
    _headed_body,
    _document,
    _one_word_body,
    _body,
    _firm,
    _first_named,
    _role_first,
    _shaped,
)
