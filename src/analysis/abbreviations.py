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
# in Albany, (N.Y.) and to Europe and the (U.S.): a phrase of place, up to its abbreviation
PLACE = re.compile(
    r"\b(?:in|into|inside|within|to|towards?|from|across|throughout|through|outside|around|near|left)\s"
    r"(?:(?:the|and|[A-ZÀ-Þ][\w’'-]{0,20},?)\s){0,4}$"
)
# The number of a house, not a year, or a small word of place, and the one to four words of a street: at 350 Main (St.)
ADDRESS = re.compile(
    r"\b(?:(?!(?:19|20)\d\d\s)\d[\w-]{0,6}|in|on|to|from|near|along|down|off|of)\s"
    r"(?:(?:[NSEW]\.|Jr\.|[A-Z\d][\w’'-]{0,20})\s){1,4}$"
)
# A noun with a small letter after it, unless the two make a name: Workers for Justice
NOUN_GOES_ON = re.compile(r"[\w’'-]+\s+(?!(?:and|or|for|of|without|against)\s[A-ZÀ-Þ])[a-zà-ÿ]")
# Behind a place also with a small word that no verb is: to N.Y. Teachers on Monday
NOUN_AND_PREPOSITION = re.compile(r"[\w’'-]+\s+(?:on|in|at|by|for|from|to|with|after|before|during|who|that)\s")
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
def _common_nouns() -> frozenset[str]:
    """Return words which, with a capital in the middle of a text and a small letter after them, may begin a sentence.

    ``in the U.S. Analysts expect`` is the end of a sentence, ``in the U.S. Senate`` is not. Words that names are made
    of, as in ``the L.A. Times said``, are none of them.
    """
    return words_of("sentence_starters", "word", kind="common_noun")


@cache
def nouns_after_address() -> frozenset[str]:
    """Return the common nouns, and those that only after a street are no names: ``12 Main St. Police came``."""
    return _common_nouns() | words_of("sentence_starters", "word", kind="after_address")


@cache
def surnames() -> frozenset[str]:
    """Return the words that begin a sentence, but not after an initial: ``Mary J. Still``."""
    return words_of("sentence_starters", "word", kind="surname")


@cache
def _street_endings() -> frozenset[str]:
    """Return the abbreviations in which an address ends, those among them that may also be a title or a place."""
    return words_of("abbreviations", "abbreviation", kind="street") | {"St.", "Dr.", "Pl."}


def _names_place(word: str) -> bool:
    """Tell whether an abbreviation is, or may be, a place of which things are named: a state, a country, L.A."""
    return word in _places("state") or DOTTED.fullmatch(word) is not None


def _ends_place(word: str, before: str) -> bool:
    """Tell whether such an abbreviation ends a phrase of place, by the text before it: ``from L.A.``, ``in the U.S.``

    A country's has its article there; any other has none, for ``in the L.A.`` goes on: ``in the L.A. Times``.
    """
    return before.endswith("the ") == (word in _places("country")) and PLACE.search(before) is not None


@cache
def _places(kind: str) -> frozenset[str]:
    return words_of("abbreviations", "abbreviation", kind=kind)


@cache
def _noun_and_cue() -> re.Pattern[str]:
    """Return a pattern of a noun with a verb of saying: ``Acme Corp. Officials said`` may be one source."""
    return re.compile(rf"[\w’'-]+\s{any_of(words_of('sentence_starters', 'word', kind='after_quotation'))}\b")


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

    ``Police Chief Lee wanted to know``, ``Lee’s mother asked``, ``Lee, the mayor, also said``, ``I asked``. A
    capital on a pronoun or another word that has none inside a sentence begins a new one: ``“No!” He shouted``,
    ``“Really?” Then Lee said``.
    """
    cue = any_of(words_of("sentence_starters", "word", kind="after_quotation"))
    new = rf"(?!(?:I|Will)\b|The(?:\s[A-ZÀ-Þ][\w’'-]*+){{1,4}}\s{cue}|[A-Z]\.){any_of(sentence_starters())}\b"
    name = r"[A-ZÀ-Þ][\w.’'-]{0,30}"
    who = rf"{name}(?:\s(?:(?:of|for|and|the|de|van|von|bin|al)\s){{0,2}}{name}){{0,4}}"
    theirs = r"(?:(?<=[’']s|s[’'])(?:\s[a-z][\w-]{0,20}){1,3}?)?"
    apposition = r"(?:,\s[^.!?“”\"]{1,60},)?"
    adverb = r"(?:\s(?:also|then|later|once|even|again|[a-z]{2,12}ly))?"
    it = r"(?!\s(?:it|this|them)\b)"  # Protesters shouted it for hours: another sentence
    said = r"(?!(?:\s\w+)?[,:]?\s[“\"‘«][A-Z])"  # Lee asked, “Who? ...: that is his next sentence
    return re.compile(rf"(?!{new}){who}{theirs}{apposition}{adverb}\s+{cue}\b{it}{said}")


def ending(word: str) -> str | None:
    """Return when this word, which ends in a stop, may end a sentence; None where it is no abbreviation.

    A single capital is an initial, letters with a stop each are an abbreviation: both before a starter only.
    """
    known = abbreviations().get(word)
    if known or (len(word) > 2 and word[:-1].isalpha()):
        return known
    known = abbreviations().get(word.rpartition("-")[2])
    return BEFORE_STARTER if known is None and (INITIAL.fullmatch(word) or DOTTED.fullmatch(word)) else known


def ends_before_noun(before: str, short: str, noun: str, after: str) -> bool:
    """Tell whether a word that ends in a stop ends the sentence before a noun that is also a part of names.

    Only where no name is likely: ``at 350 Main St. Police came``, ``in the U.S. Analysts expect``. Never after an
    initial.
    """
    if not NOUN_GOES_ON.match(after) or INITIAL.fullmatch(short):
        return False
    if short in _street_endings():
        return ADDRESS.search(before) is not None
    if noun not in _common_nouns() or ending(short) == NEVER:
        return False
    if _names_place(short):
        return _ends_place(short, before) and not NOUN_AND_PREPOSITION.match(after)
    return not _noun_and_cue().match(after)


def begins_lower(word: str) -> bool:
    """Tell whether a word begins with a small letter; iPhone and eBay count as capitalised."""
    return word[:1].islower() and not CAPITALISED.match(word)
