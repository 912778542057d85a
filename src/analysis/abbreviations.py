"""What a full stop after a word means: the lists of abbreviations and of words that begin sentences."""

import re
from functools import cache

from analysis.lexicon import any_of, read_lexicon, words_of

NEVER, BEFORE_STARTER, NOT_BEFORE_DIGIT, NOT_BEFORE_DATE = (
    "never", "before_starter", "not_before_digit", "not_before_date",
)  # fmt: skip

# U.S., J.D., S.&P.: letters with a stop each. U.S.-led and the like keep going and are no candidates.
DOTTED = re.compile(r"(?:[^\W\d_]\.&?){2,}")
INITIAL = re.compile(r"[A-ZÀ-Þ]\.")
# iPhone, eBay, d'Artagnan are small in front only; a web address begins a sentence of its own.
CAPITALISED = re.compile(r"[a-z]{1,8}[’']?[A-Z]|https?|www")


@cache
def abbreviations() -> dict[str, str]:
    """Return each abbreviation of the list, with its stop, and when it may end a sentence; titles also in capitals."""
    rows = read_lexicon("abbreviations", "abbreviation", "kind", "ends")
    shouted = {row["abbreviation"].upper(): row["ends"] for row in rows if row["kind"] == "title"}
    return shouted | {row["abbreviation"]: row["ends"] for row in rows}


@cache
def sentence_starters() -> frozenset[str]:
    """Return words which, with a capital in the middle of a text, begin a sentence."""
    return words_of("sentence_starters", "word", kind="starter")


@cache
def dates_and_zones() -> frozenset[str]:
    """Return the words that follow a time of day without beginning a sentence: days, months, time zones."""
    kinds = ("weekday", "month", "time_zone")
    return frozenset().union(*(words_of("sentence_starters", "word", kind=kind) for kind in kinds))


@cache
def date_line() -> re.Pattern[str]:
    """Return a pattern of a date with its weekday, as it stands on a line of its own: Tuesday, January 21, 2014."""
    weekday, month = (any_of(words_of("sentence_starters", "word", kind=kind)) for kind in ("weekday", "month"))
    return re.compile(rf"\b{weekday}, {month} \d{{1,2}}, \d{{4}}\b")


@cache
def name_and_cue() -> re.Pattern[str]:
    """Return a pattern of what may follow a quotation that ends in ? or ! and goes on: a name and a verb of saying."""
    cue = any_of(words_of("sentence_starters", "word", kind="after_quotation"))
    name = r"[A-ZÀ-Þ][\w.’'-]{0,30}"
    return re.compile(rf"{name}(?:\s{name}){{0,3}}\s+{cue}\b")


def ending(word: str) -> str | None:
    """Return when this word, which ends in a stop, may end a sentence; None where it is no abbreviation.

    A single capital is an initial, letters with a stop each are an abbreviation: both before a starter only.
    """
    known = abbreviations().get(word)
    if known or (len(word) > 2 and word[:-1].isalpha()):
        return known
    known = abbreviations().get(word.rpartition("-")[2])
    return BEFORE_STARTER if known is None and (INITIAL.fullmatch(word) or DOTTED.fullmatch(word)) else known


def begins_lower(word: str) -> bool:
    """Tell whether a word begins with a small letter; iPhone and eBay count as capitalised."""
    return word[:1].islower() and not CAPITALISED.match(word)
