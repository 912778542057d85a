"""Names as printed: whether their own words make them a person, a body, a place, a people or a document."""

from functools import cache, lru_cache

from analysis.lexicon import Row
from analysis.sourcing.entities.name_parts import SUFFIXES, Name, Run, make_name
from analysis.sourcing.entities.name_shapes import (
    ACRONYM,
    CAMEL,
    INITIAL,
    LINK,
    ONLY_PARTICLE,
    RUN,
    SINGLE_INITIAL,
    SITE,
)
from analysis.sourcing.grammar.vocabulary import (
    adjectives,
    bodies,
    documents,
    first_names,
    office_words,
    peoples,
    places,
    plain,
    roles,
    small_words,
    title_sizes,
    titles,
)

LINKED, PARTIES = small_words("name link"), small_words("party")
LONGEST = 5


def extend(text: str, end: int) -> int:
    """Return where a body's name ends that goes on after "of", "for" or "on": "Department of Justice"."""
    while (link := LINK.match(text, end)) and (run := RUN.match(text, link.end())):
        loose = link.group().split()[0] in ("and", "in", "to")
        if loose and read_name(run.group()).sort in ("person", "titled", "place", "single"):
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
    noun = roles().get(key) if len(run.words) == 1 and run.text not in first_names() else None
    if noun is not None and (noun.plural or key not in titles()):
        return run.name("people" if noun.plural else "title")
    return None


@cache
def _lists() -> dict[str, tuple[str, Row | None]]:
    """The names that a list has, with their sort: that of a body before that of a place, a people, an adjective."""
    plural = (key for key in peoples() if key not in adjectives() or key.endswith("s"))
    return {
        **dict.fromkeys(adjectives(), ("adjective", None)),
        **dict.fromkeys(plural, ("people", None)),
        **{key: ("place", row) for key, row in places().items()},
        **{key: ("body", row) for key, row in bodies("name").items()},
    }


def _after_title(run: Run) -> Name | None:
    """`Superior Court Judge Ann Lee`: what stands after the last title is the name."""
    first = _title_end(run.keys)
    if not first or (first == 1 and run.words[0] in first_names() and len(run.words) > 1):
        return None
    rest = run.words[first:]
    if not rest:
        return None if _ends_like_a_title(run) or _heading(run) else run.name("title")
    if rest[0] in LINKED or rest[0] in ("and", "the", "at"):
        return run.name("title")
    if is_body_word(rest[-1]) or len(rest) > LONGEST or plain(" ".join(rest)) in places():
        return None
    gender = _title_gender(run.keys[:first]) or first_names().get(rest[0], "")
    return run.person(first, " ".join(run.words[:first]), gender)


def _title_end(keys: list[str]) -> int:
    """Return where the last of the longest titles ends; 0 where there is none."""
    end, sizes = 0, title_sizes()
    for at, key in enumerate(keys):
        if key in sizes:
            longest = range(min(sizes[key], len(keys) - at), 0, -1)
            end = max(end, next((at + n for n in longest if " ".join(keys[at : at + n]) in titles()), 0))
    return end


def _ends_like_a_title(run: Run) -> bool:
    """`T.J. King`: a first name, and a surname that is also a title."""
    begins = run.words[0] in first_names() or INITIAL.match(run.words[0])
    return len(run.words) > 1 and bool(begins) and plain(run.text) not in titles()


def _title_gender(keys: list[str]) -> str:
    return next((titles()[k]["gender"] for k in keys if k in titles() and titles()[k]["gender"]), "")


def is_body_word(word: str) -> bool:
    """Tell whether a word is one for a body, or names one."""
    key = plain(word)
    return key in bodies("word") or key in bodies("suffix") or key in bodies("name")


def _document(run: Run) -> Name | None:
    """`Clean Air Act`: the last word is one for a document."""
    if len(run.words) == 1 or run.keys[-1] not in documents() or is_body_word(run.words[-1]):
        return None
    if run.words[0] in first_names() or run.keys[0] in titles() or _heading(run) is not None:
        return None
    return run.name("document")


def _body(run: Run) -> Name | None:
    """`Tax Foundation`, `United Airlines`, `Department of Justice`: a word for a body ends or heads the name."""
    if len(run.words) == 1:
        row = bodies("word").get(run.keys[0]) or bodies("suffix").get(run.keys[0])
        return run.name("body", row) if row and (row["use"] == "word" or row["kind"] == "outlet") else None
    uses = ("name", "word", "suffix")
    row = _heading(run) or next((row for use in uses if (row := bodies(use).get(run.keys[-1]))), None)
    if row is None or (row["use"] != "word" and _is_two_names(run)):
        return None
    if row["kind"] == "group" and any(key in PARTIES for key in run.keys):
        return run.name("body", {**row, "kind": "party", "office": "private"})
    return run.name("body", row)


def _is_two_names(run: Run) -> bool:
    """`Robert Post`: a first name, so the last word is no outlet; `Charlotte Post` begins with a place."""
    return len(run.words) == 2 and run.words[0] in first_names() and run.keys[0] not in places()


def _heading(run: Run) -> Row | None:
    """The word for a body before "of" or "for"."""
    at = next((i for i, w in enumerate(run.words) if w in LINKED and i), 0)
    return (bodies("word").get(run.keys[at - 1]) or bodies("suffix").get(run.keys[at - 1])) if at else None


def _firm(run: Run) -> Name | None:
    """`Smith & Lee`: people are joined by "and", firms by "&"."""
    if "&" not in run.words[1:-1]:
        return None
    return make_name("body", run.text, "", run.skip, kind="company", office="private")


def _first_named(run: Run) -> Name | None:
    """`Republican Ann Lee`, `J. Ann Lee`, `Robert “Bob” Lee`: a first name, or initials, begins a name."""
    noise = run.words[0].endswith("ing")
    for at, word in enumerate(run.words[:-1]):
        if not (word in first_names() or INITIAL.match(word)):
            continue
        if not (noise or all(_is_descriptor(key) for key in run.keys[:at])):
            continue
        if len(run.words) - at > LONGEST or (word not in first_names() and not _is_initialled(run.words[at:])):
            return None
        return run.person(at, "" if noise else " ".join(run.words[:at]), first_names().get(word, ""))
    return None


def _is_initialled(words: list[str]) -> bool:
    """`J. Lee`, but not `U.S. Army` or `D.C. AIDS`."""
    return "." in words[0] and not ACRONYM.match(words[1]) and plain(words[0]) not in places()


def _is_descriptor(key: str) -> bool:
    """Whether a word may stand before a full name without being part of it."""
    return key in adjectives() or key in places() or key in roles() or key in bodies("name") or key in PARTIES


def _person_by_shape(run: Run) -> Name | None:
    """`Xavi J. Lee`, `Xavi Lee Jr.`: an initial inside or a "Jr." behind."""
    inside = len(run.words) > 2 and SINGLE_INITIAL.match(run.words[1]) and not run.words[0].isupper()
    return run.person(0, "", "") if inside or (len(run.words) > 1 and run.keys[-1] in SUFFIXES) else None


def _capitalised_role(run: Run) -> Name | None:
    """`Ohio Republican`, `Senate Democrats`: a noun for people behind a place or a word for an office."""
    noun = roles().get(run.keys[-1]) if len(run.words) > 1 else None
    if noun is None:
        return None
    if noun.plural:
        return run.name("people")
    first = run.keys[0]
    placed = first in office_words() or first in adjectives() or " ".join(run.keys[:-1]) in places()
    return run.name("title") if placed else None


def _other(run: Run) -> Name:
    """Two words or more are unsure, without the adjectives before them; one is an acronym or a single word."""
    if len(run.words) == 1 or (len(run.words) == 2 and ONLY_PARTICLE.match(run.keys[0])):
        short = (ACRONYM.match(run.text) and len(run.text) > 1) or CAMEL.match(run.text) or SITE.search(run.text)
        return run.name("acronym" if short else "single")
    kept = (i for i, key in enumerate(run.keys[:-1]) if key not in adjectives() and key not in PARTIES)
    at = next(kept, len(run.words) - 1)
    return make_name("unsure", " ".join(run.words[at:]), " ".join(run.words[:at]), run.skip)


# Lists are surest; a title tells more than a last word ("Judge Ann Post"), that more than a first name ("Grant Bank").
READERS = (_listed, _after_title, _document, _body, _firm, _first_named, _person_by_shape, _capitalised_role, _other)
