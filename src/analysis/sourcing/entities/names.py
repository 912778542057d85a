"""Names as printed: whether their own words make them a person, a body, a place, a people or a document."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.lexicon import Row
from analysis.sourcing.entities.name_parts import Name, NameSort, Run, make_name
from analysis.sourcing.entities.name_shapes import ACRONYM, ANY_TEXT, INITIAL_INSIDE, LINK_BETWEEN, RUN, SHORT_FORM
from analysis.sourcing.entities.word_kinds import (
    ADJECTIVE,
    AND,
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
    TITLE,
    Has,
)
from analysis.sourcing.grammar.vocabulary import (
    adjectives,
    bodies,
    first_names,
    peoples,
    places,
    plain,
    roles,
    title_sizes,
    titles,
)

PARTISAN = {"kind": "party", "office": "private"}
LONGEST = 5
LOOSE = ("and", "in", "to")
"""What joins the name of a body to another name as often as it goes on with it."""


def extend(text: str, end: int) -> int:
    """Return where a body's name ends that goes on after "of", "for" or "on": "Department of Justice"."""
    while (link := LINK_BETWEEN.match(text, end)) and (run := RUN.match(text, link.end())):
        if link[0].split()[0] in LOOSE and read_name(run.group()).sort in ("person", "titled", "place", "single"):
            break
        end = run.end()
    return end


@lru_cache(maxsize=100_000)
def read_name(run: str) -> Name:
    """Return what a run of capitalised words is by its own words, after openers ("Although") are cut off."""
    words = Run(run)
    if not words.words:
        return Name("")
    return next(name for read in READERS if (name := read(words)) is not None)


def _listed(run: Run) -> Name | None:
    """`Pentagon`, `Russia`, `Californians`, `Democrats`: the whole is in a list."""
    key = plain(run.text)
    if key in _lists():
        return run.name(*_lists()[key])
    noun = None if len(run) > 1 or run.kinds[0] & FIRST_NAME else roles().get(key)
    return run.name("people" if noun.plural else "title") if noun else None


@cache
def _lists() -> dict[str, tuple[NameSort, Row | None]]:
    """The names that a list has, with their sort: that of a body before that of a place, an adjective, a people."""
    return {
        **dict.fromkeys(peoples(), ("people", None)),
        **dict.fromkeys(adjectives(), ("adjective", None)),
        **{key: ("place", row) for key, row in places().items()},
        **{key: ("body", row) for key, row in bodies("name").items()},
    }


def _bare_title(run: Run) -> Name | None:
    """`Secretary of State`: nothing but a title; in `T.J. King` and `Ministry of Chief` it is a name's end."""
    named = _ends_like_a_title(run) or _heading(run)
    return None if named or _title_end(run.keys) < len(run) else run.name("title")


def _after_title(run: Run) -> Name | None:
    """`Superior Court Judge Ann Lee`: what stands after the last title is the name."""
    first = _title_end(run.keys)
    if first in (0, len(run)) or (first == 1 and run.kinds[0] & FIRST_NAME):
        return None
    if run.kinds[first] & (LINK | AND | ARTICLE):
        return run.name("title")
    if run.kinds[-1] & BODY or len(run) - first > LONGEST:
        return None
    gender = _title_gender(run.keys[:first]) or first_names().get(run.words[first], "")
    return run.person(first, " ".join(run.words[:first]), gender)


def _title_end(keys: list[str]) -> int:
    """Return where the last of the longest titles ends; 0 where there is none."""
    starts = (at for at, key in enumerate(keys) if key in title_sizes())
    return max((_longest_title(keys, at) for at in starts), default=0)


def _longest_title(keys: list[str], at: int) -> int:
    """Return where the longest title ends that begins here; 0 where none does."""
    ends = range(min(at + title_sizes()[keys[at]], len(keys)), at, -1)
    return next((end for end in ends if " ".join(keys[at:end]) in titles()), 0)


def _ends_like_a_title(run: Run) -> bool:
    """`T.J. King`: a first name, and a surname that is also a title."""
    return len(run) > 1 and bool(run.kinds[0] & (FIRST_NAME | INITIALS))


def _title_gender(keys: list[str]) -> str:
    genders = (titles()[key]["gender"] for key in keys if key in titles())
    return next(filter(None, genders), "")


def _row(key: str, *uses: str) -> Row | None:
    """The row of a word for bodies, by the first of these uses that it has."""
    return next((bodies(use)[key] for use in uses if key in bodies(use)), None)


def _headed_body(run: Run) -> Name | None:
    """`Department of Justice`: a word for a body heads the name."""
    row = _heading(run)
    return run.name("body", row) if row else None


def _heading(run: Run) -> Row | None:
    """The word for a body before the first "of" or "for"."""
    before = (key for key, kinds in zip(run.keys, run.kinds[1:], strict=False) if kinds & LINK)
    return _row(next(before, ""), "word", "suffix")


def _one_word_body(run: Run) -> Name | None:
    """`Congress`, `Times`: a word for a body, or the last word of outlets' names, alone."""
    row = _row(run.keys[0], "word", "suffix") if len(run) == 1 else None
    return run.name("body", row) if row and (row["use"] == "word" or row["kind"] == "outlet") else None


def _body(run: Run) -> Name | None:
    """`Tax Foundation`, `United Airlines`: a word for a body ends the name; not so in `Robert Post`."""
    row = _row(run.keys[-1], "name", "word", "suffix") if len(run) > 1 else None
    if row is None or (row["use"] != "word" and TWO_NAMES.fits(run)):
        return None
    partisan = row["kind"] == "group" and any(kinds & PARTY for kinds in run.kinds)
    return run.name("body", {**row, **PARTISAN} if partisan else row)


def _firm(run: Run) -> Name | None:
    """`Smith & Lee`: people are joined by "and", firms by "&"."""
    firm = make_name("body", run.text, "", run.skip, kind="company", office="private")
    return firm if "&" in run.words[1:-1] else None


def _first_named(run: Run) -> Name | None:
    """`Republican Ann Lee`, `J. Ann Lee`, `Robert “Bob” Lee`: a first name, or initials, begins a name."""
    noise = run.words[0].endswith("ing")
    described = len(run) if noise else _count_descriptors(run)
    may_begin = run.kinds[:-1][: described + 1]
    at = next((at for at, kinds in enumerate(may_begin) if kinds & (FIRST_NAME | INITIALS)), None)
    if at is None or not (run.kinds[at] & FIRST_NAME or _is_initialled(run.words[at:])):
        return None
    return run.person(at, "" if noise else " ".join(run.words[:at]), first_names().get(run.words[at], ""))


def _count_descriptors(run: Run) -> int:
    """How many words with which a run begins may stand before a full name without being part of it."""
    return next((at for at, kinds in enumerate(run.kinds) if not kinds & DESCRIPTOR), len(run))


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
        if not self.least <= len(run) <= self.most:
            return False
        for word in self.words:
            if not word.fits(run.kinds, 0):
                return False
        return self.text.match(run.text) is not None

    def read(self, run: Run) -> Name | None:
        """Return the name where the run is of this shape."""
        return run.name(self.sort) if self.fits(run) else None


FIRST, LAST = 0, -1
DOCUMENT_SHAPE = Shape(
    "document", "Clean Air Act", (Has(FIRST, none=FIRST_NAME | TITLE), Has(LAST, DOCUMENT, none=BODY)), least=2
)
TWO_NAMES = Shape("body", "Robert Post", (Has(FIRST, FIRST_NAME, none=PLACE),), least=2, most=2)
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


def _unsure(run: Run) -> Name:
    """`Ohio Xu Lee`: two words or more may be anything, without the adjectives before them."""
    kept = (at for at, kinds in enumerate(run.kinds[:-1]) if not kinds & (ADJECTIVE | PARTY))
    at = next(kept, len(run) - 1)
    return make_name("unsure", " ".join(run.words[at:]), " ".join(run.words[:at]), run.skip)


# Lists are surest; a title tells more than a last word, that more than a first name ("Grant Bank").
READERS: tuple[Callable[[Run], Name | None], ...] = (
    _listed,
    _bare_title,
    _after_title,
    _headed_body,
    DOCUMENT_SHAPE.read,
    _one_word_body,
    _body,
    _firm,
    _first_named,
    *(shape.read for shape in SHAPES),
    _unsure,
)
