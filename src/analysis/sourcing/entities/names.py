"""Names as printed: whether their own words make them a person, a body, a place, a people or a document."""

from collections.abc import Callable
from functools import cache, lru_cache

from analysis.lexicon import Row
from analysis.sourcing.entities.name_parts import Name, NameSort, Run, make_name
from analysis.sourcing.entities.name_shapes import ACRONYM, CAMEL, INITIAL_INSIDE, LINK_BETWEEN, RUN, SITE
from analysis.sourcing.entities.word_kinds import (
    ADJECTIVE,
    AND,
    ARTICLE,
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
    TITLE,
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


def _after_title(run: Run) -> Name | None:
    """`Superior Court Judge Ann Lee`: what stands after the last title is the name."""
    first = _title_end(run.keys)
    if not first or (first == 1 < len(run) and run.kinds[0] & FIRST_NAME):
        return None
    if first == len(run):
        return None if _ends_like_a_title(run) or _heading(run) else run.name("title")
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
    return bool(run.kinds[0] & (FIRST_NAME | INITIALS))


def _title_gender(keys: list[str]) -> str:
    genders = (titles()[key]["gender"] for key in keys if key in titles())
    return next(filter(None, genders), "")


def _document(run: Run) -> Name | None:
    """`Clean Air Act`: the last word is one for a document."""
    if len(run) == 1 or not run.kinds[-1] & DOCUMENT or run.kinds[-1] & BODY:
        return None
    return None if run.kinds[0] & (FIRST_NAME | TITLE) or _heading(run) else run.name("document")


def _row(key: str, *uses: str) -> Row | None:
    """The row of a word for bodies, by the first of these uses that it has."""
    return next((bodies(use)[key] for use in uses if key in bodies(use)), None)


def _one_word_body(run: Run) -> Name | None:
    """`Congress`, `Reuters`: a word for a body, or the last word of outlets' names, alone."""
    row = _row(run.keys[0], "word", "suffix") if len(run) == 1 else None
    return run.name("body", row) if row and (row["use"] == "word" or row["kind"] == "outlet") else None


def _body(run: Run) -> Name | None:
    """`Tax Foundation`, `United Airlines`, `Department of Justice`: a word for a body ends or heads the name."""
    row = (_heading(run) or _row(run.keys[-1], "name", "word", "suffix")) if len(run) > 1 else None
    if row is None or (row["use"] != "word" and _is_two_names(run)):
        return None
    partisan = row["kind"] == "group" and any(kinds & PARTY for kinds in run.kinds)
    return run.name("body", {**row, **PARTISAN} if partisan else row)


def _is_two_names(run: Run) -> bool:
    """`Robert Post`: a first name, so the last word is no outlet; `Charlotte Post` begins with a place."""
    return len(run) == 2 and bool(run.kinds[0] & FIRST_NAME) and not run.kinds[0] & PLACE


def _heading(run: Run) -> Row | None:
    """The word for a body before the first "of" or "for"."""
    before = (key for key, kinds in zip(run.keys, run.kinds[1:], strict=False) if kinds & LINK)
    return _row(next(before, ""), "word", "suffix")


def _firm(run: Run) -> Name | None:
    """`Smith & Lee`: people are joined by "and", firms by "&"."""
    if "&" not in run.words[1:-1]:
        return None
    return make_name("body", run.text, "", run.skip, kind="company", office="private")


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


def _person_by_shape(run: Run) -> Name | None:
    """`Xavi J. Lee`, `Xavi Lee Jr.`: an initial inside or a "Jr." behind."""
    return run.person(0) if INITIAL_INSIDE.match(run.text) or (len(run) > 1 and run.kinds[-1] & NAME_SUFFIX) else None


def _capitalised_role(run: Run) -> Name | None:
    """`Ohio Republican`, `Senate Democrats`: a noun for people behind a place or a word for an office."""
    noun = roles().get(run.keys[-1]) if len(run) > 1 else None
    if noun is None:
        return None
    placed = run.kinds[0] & (OFFICE | ADJECTIVE) or " ".join(run.keys[:-1]) in places()
    singular = run.name("title") if placed else None
    return run.name("people") if noun.plural else singular


def _short(run: Run) -> Name | None:
    """`FBI`, `Lee`, `van Lee`: an acronym or a single word."""
    if len(run) > 2 or (len(run) == 2 and not run.kinds[0] & PARTICLE):
        return None
    short = ACRONYM.match(run.text) or CAMEL.match(run.text) or SITE.search(run.text)
    return run.name("acronym" if short and len(run.text) > 1 else "single")


def _unsure(run: Run) -> Name:
    """`Ohio Xu Lee`: two words or more may be anything, without the adjectives before them."""
    kept = (at for at, kinds in enumerate(run.kinds[:-1]) if not kinds & (ADJECTIVE | PARTY))
    at = next(kept, len(run) - 1)
    return make_name("unsure", " ".join(run.words[at:]), " ".join(run.words[:at]), run.skip)


# Lists are surest; a title tells more than a last word ("Judge Ann Post"), that more than a first name ("Grant Bank").
READERS: tuple[Callable[[Run], Name | None], ...] = (
    _listed,
    _after_title,
    _document,
    _one_word_body,
    _body,
    _firm,
    _first_named,
    _person_by_shape,
    _capitalised_role,
    _short,
    _unsure,
)
