"""Where the noun phrase of a source's words ends, and where the name begins with which it ends: tables of rows."""

from collections.abc import Sequence

from analysis.sourcing.entities.word_kinds import (
    ADJECTIVE,
    AMPERSAND,
    AND,
    ARTICLE,
    BEHIND_BODY,
    BEHIND_LINK,
    BEHIND_TITLE,
    BODY_WORD,
    CAPITAL,
    DOCUMENT,
    FIRST_NAME,
    GENITIVE,
    HEAD,
    JOINS,
    LINK,
    MAKES_BODY,
    OFFICE,
    PARTICIPLE,
    PARTICLE,
    PEOPLE,
    POSTPOSED,
    PREPOSITION,
    ROLE,
    SMALL,
    STRONG,
    TIME,
    TITLE,
    WORD,
    Has,
    Row,
    first_row,
    kinds_of,
)

MARGIN = [0, 0]
"""Beyond both ends of a phrase stand words that are none."""
NAMES_ON = BEHIND_BODY | BEHIND_TITLE
CLOSING = ("ends", "joined")
MAY_CLOSE = JOINS | LINK | PREPOSITION | POSTPOSED | TIME | PARTICIPLE | STRONG
"""A word that is none of these goes on with the phrase, unless it stands behind one for several people."""

# What a word says of the noun phrase before it, from the second word on; the first row that fits decides.
ENDS = (
    Row("goes on", "Smith |&| Lee", (Has(0, AMPERSAND), Has(-1, CAPITAL))),
    Row(
        "goes on",
        "federal |and| state officials",
        (Has(0, JOINS), Has(1, WORD), Has(-1, OFFICE | ADJECTIVE, BODY_WORD)),
    ),
    Row(
        "goes on",
        "Department of Bridges |and| Farms",
        (Has(0, JOINS), Has(0, BEHIND_BODY), Has(0, BEHIND_LINK), Has(-1, CAPITAL), Has(1, CAPITAL)),
    ),
    Row("joined", "aides |and| others", (Has(0, JOINS), Has(-1, HEAD | CAPITAL))),
    Row("goes on", "hungry |and| tired teachers", (Has(0, JOINS),)),
    Row("ends", "Lawyers |for| Ms. Lee", (Has(0, LINK), Has(-1, PEOPLE), Has(1, TITLE | FIRST_NAME))),
    Row("goes on", "Department |of| Justice", (Has(0, LINK), Has(0, NAMES_ON), Has(1, CAPITAL))),
    Row("goes on", "Secretary |of| the Navy", (Has(0, LINK), Has(0, NAMES_ON), Has(1, ARTICLE), Has(2, CAPITAL))),
    Row("ends", "officials |in| Ohio", (Has(0, PREPOSITION),)),
    Row("ends", "officials |involved|", (Has(0, POSTPOSED),)),
    Row("goes on", "senior |White| House aides", (Has(0, none=SMALL),)),
    Row("goes on", "Lee’s |angry| lawyers", (Has(-1, GENITIVE),)),
    Row("ends", "a poll |last| week", (Has(0, TIME), Has(-1, ROLE | DOCUMENT))),
    Row("goes on", "Ohio |last| week", (Has(0, TIME),)),
    Row("ends", "a man |wearing| a hat", (Has(0, PARTICIPLE), Has(-1, HEAD))),
    Row("ends", "a boy |bitten| by a dog", (Has(0, STRONG), Has(-1, HEAD), Has(1, PREPOSITION))),
    Row("goes on", "a leaked |leading| role", (Has(0, PARTICIPLE),)),
    Row("ends", "officials |angry| with him", (Has(0, none=ROLE | BODY_WORD), Has(-1, PEOPLE))),
)

# What is written small inside a name.
INSIDE = (
    Row(
        "inside",
        "Bank |of| America",
        (Has(0, LINK | ARTICLE | AND | AMPERSAND | PARTICLE), Has(1, WORD), Has(-1, CAPITAL)),
    ),
    Row(
        "inside",
        "Ann van |der| Lee",
        (Has(0, LINK | ARTICLE | AND | AMPERSAND | PARTICLE), Has(1, WORD), Has(-2, CAPITAL)),
    ),
)


def phrase_end(words: Sequence[str]) -> tuple[int, bool]:
    """Return how many words the noun phrase has, and whether "and" goes on after it."""
    kinds = in_context(words)
    for at in range(1, len(words)):
        verdict = _verdict(kinds, at)
        if verdict in CLOSING:
            return at, verdict == "joined"
    return len(words), False


def _verdict(kinds: Sequence[int], at: int) -> str:
    """What a word says of the phrase before it; of most words the table need not be asked."""
    if kinds[at] & MAY_CLOSE or kinds[at - 1] & PEOPLE:
        return first_row(ENDS, kinds, at)
    return "goes on"


def in_context(words: Sequence[str]) -> list[int]:
    """The kinds of words, and whether a word for a body, "of" or a title stands before each."""
    kinds: list[int] = []
    behind = titled = 0
    for word in words:
        kind = kinds_of(word)
        kinds.append(kind | behind | titled)
        behind |= _marks(kind)
        titled = _marks_title(word, kind)
    return kinds + MARGIN


def _marks(kind: int) -> int:
    """What a word of this kind says of all words behind it."""
    if kind & CAPITAL and kind & MAKES_BODY:
        return BEHIND_BODY
    return BEHIND_LINK if kind & LINK else 0


def _marks_title(word: str, kind: int) -> int:
    """`Secretary`, `Secretary-General`: a title with a capital says it of the next word."""
    if "-" in word:
        kind = kinds_of(word.rpartition("-")[2])
    return BEHIND_TITLE if kind & TITLE and kind & CAPITAL else 0


def name_start(words: Sequence[str]) -> int:
    """Return where the run of capitalised words begins that a phrase ends with; its length where it ends with none."""
    kinds = [kinds_of(word) for word in words] + MARGIN
    at = len(words)
    while at > 0 and _may_be_named(kinds, at - 1):
        at -= 1
    while at < len(words) and not kinds[at] & CAPITAL:
        at += 1
    return at


def _may_be_named(kinds: list[int], at: int) -> bool:
    """Whether a word may be part of a name, by its capital or as one inside."""
    return bool(kinds[at] & CAPITAL) or first_row(INSIDE, kinds, at) != ""
