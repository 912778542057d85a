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
def common_nouns() -> frozenset[str]:
    """Return words which, with a capital in the middle of a text and a small letter after them, begin a sentence.

    ``in the U.S. Analysts expect`` is the end of a sentence, ``in the U.S. Senate`` is not.
    """
    return words_of("sentence_starters", "word", kind="common_noun")


@cache
def street_endings() -> frozenset[str]:
    """Return the abbreviations in which an address ends, those among them that may also be a title or a place."""
    return words_of("abbreviations", "abbreviation", kind="street") | {"St.", "Dr.", "Pl."}


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
    """Return a pattern of what may follow a quotation that ends in ? or ! and goes on: a name and a verb of saying.

    ``Police Chief Lee wanted to know``, ``Lee’s mother asked``, ``Lee, the mayor, also said``. A capital on a pronoun
    or another word that has none inside a sentence begins a new one: ``“No!” He shouted``, ``“Really?” Then Lee said``.
    """
    cue = any_of(words_of("sentence_starters", "word", kind="after_quotation"))
    new = any_of(sentence_starters() - {"Will"})
    name = r"[A-ZÀ-Þ][\w.’'-]{0,30}"
    who = rf"{name}(?:\s(?:(?:of|for|and|the|de|van|von|bin|al)\s){{0,2}}{name}){{0,4}}"
    theirs = r"(?:(?<=[’']s|s[’'])(?:\s[a-z][\w-]{0,20}){1,3}?)?"
    apposition = r"(?:,\s[^.!?“”\"]{1,60},)?"
    adverb = r"(?:\s(?:also|then|later|once|even|again|[a-z]{2,12}ly))?"
    common = any_of(common_nouns())
    said = r"(?!(?:\s\w+)?[,:]?\s[“\"‘«][A-Z])"  # Lee asked, “Who? ...: that is his next sentence
    return re.compile(rf"(?!{new}\b|{common}\s[a-z]){who}{theirs}{apposition}{adverb}\s+{cue}\b{said}")


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
