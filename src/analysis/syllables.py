"""Syllables of a word, as an American newsreader says it.

The Carnegie Mellon Pronouncing Dictionary comes first (the first pronunciation of each word). What it lacks is read by
rule: figures and signs are spoken (``2016`` twen-ty six-teen, ``$5`` five dol-lars), abbreviations and initials too
(``Sen.`` sen-a-tor, ``U.S.`` two, ``GOP`` three), a hyphenated word is the sum of its parts, and the rest follows its
spelling by ``lexicons/syllable_rules.csv``. Whatever the figures and signs, something is said: no word is an error.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from analysis.lexicon import LEXICONS, read_lexicon

NLTK_DATA = LEXICONS / "nltk_data"  # the dictionary in NLTK's own layout, so that other tools can read it, too
DICTIONARY = NLTK_DATA / "corpora" / "cmudict" / "cmudict"
NO_DIGITS = bytes(set(range(128)) - set(b"0123456789\n"))

PLAIN = str.maketrans(
    {"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00ad": "", "\u200d": "", "\u2060": "", "™": "", "℠": ""}
)
PART = re.compile(
    r"""
    (?P<figure>\d+(?:,\d{3})*(?:\.\d+)?)(?:(?P<ending>'?[^\W\d_]{1,3})(?!'?[^\W\d_]))?
  | (?P<initials>[^\W\d_](?:\.[^\W\d_](?![^\W\d_]))+(?:\.?'s)?)
  | (?P<letters>[^\W\d_]+(?:'[^\W\d_]+)*)
  | (?P<sign>[$€£¥%‰°¢&@] | \.(?=[^\W\d_]))
    """,
    re.VERBOSE,
)
UNSAID = re.compile(r"^(?:https?://)?(?:www\.)?")
HUMP = re.compile(r"[A-Z]?[a-z']+|[A-Z]+(?![a-z])|[^A-Za-z]+")  # the words in realDonaldTrump and HuffPost
VOWELS = re.compile(r"[aeiouy]+")
HISS = re.compile(r"(?:[sxz]|[cs]h|[csz]e|ge)$")
DENTAL = re.compile(r"[td]$")
CONSONANT = re.compile(r"[^aeiouyw]$")
# Endings with an apostrophe, and after what they are a syllable: Bush's, that'll, didn't, it'd; but not we'll or don't.
CLITICS = (("'s", HISS), ("'ll", CONSONANT), ("'ve", CONSONANT), ("'re", CONSONANT), ("n't", CONSONANT), ("'d", DENTAL))
AMOUNTS = frozenset("$€£¥%‰°¢")  # beside these a figure is no year
NO_WORD = re.compile(r"[^AEIOUY]{3}|^[^AEIOUY]{2,}$|^(?![SBCFGPDTW][LRHWMNPTCK])[^AEIOUY]{2}")  # cannot be said as one
SPELLED_UP_TO = 3  # letters: EPA is spelled, NAFTA is said
LONGEST_KEPT = 64  # longer words do not come again

MINUTES = re.compile(r"\d{2}(?:\.\d+)?|\d")  # what follows a colon in 10:30, 3:57.9 and 2:1, but not in 1:24,000
ORDINAL, PLURAL = ("st", "nd", "rd", "th"), ("s", "'s")

SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
YEARS = (range(1100, 2000), range(2010, 2100))  # said in two halves: nineteen ninety-two
SCALES = ["", "thousand", "million", "billion", "trillion"]
ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "nine": "ninth", "twelve": "twelfth"}


def count_syllables(word: str) -> int:
    """Return how many syllables a word has when read aloud, at least 1 where it has a letter or figure, else 0.

    The word may carry its full stop (``Sen.``), signs (``$5``, ``46%``, ``#tag``), hyphens and apostrophes of either
    form. Source: CMUdict, first pronunciation. Listed words that the dictionary is made to forget come out right for
    98 % of their occurrences in news.
    """
    return _kept(word) if len(word) <= LONGEST_KEPT else _count(word)


@lru_cache(maxsize=1 << 16)
def _kept(word: str) -> int:
    return _count(word)


def _count(word: str) -> int:
    plain = _look_up(word) if word.isalpha() else None  # most words, and quickly told
    return plain or _count_by_parts(word)


def _count_by_parts(word: str) -> int:
    word = word if word.isascii() else _without_accents(word.translate(PLAIN)).translate(PLAIN)
    spoken = spoken_forms("word").get(word)
    if spoken:
        return _sum(spoken.split())
    word = word if word.isalnum() else UNSAID.sub("", word)
    listed = None if "." in word else _look_up(word)  # the dictionary has u.s as a word
    if not listed and "-" in word and word.endswith("."):  # R-Fla.
        return _sum(word.split("-"))
    return listed or sum(_count_part(part, word) for part in PART.finditer(word))


def _look_up(word: str) -> int | None:
    """Return what the dictionary says, unless it takes another word for this one: us for US, who's for WHO's."""
    return None if word.removesuffix("'s") in spoken_forms("word") else dictionary().get(word.lower())


def _without_accents(word: str) -> str:
    """Return a word in plain letters and figures: ``naïve`` naive, ``m²`` m2."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _sum(words: Iterable[str]) -> int:
    return sum(count_syllables(w) for w in words)


def _count_part(part: re.Match[str], word: str) -> int:
    """Count a stretch of figures, initials, letters or a sign within a word."""
    if part["figure"]:
        return _count_figure(part, word)
    if part["initials"]:
        base = part["initials"].removesuffix("'s").rstrip(".")
        return _spell(base) + (part["initials"].endswith("'s") and HISS.search(base.lower()) is not None)
    if part["sign"]:
        return _sum(spoken_forms("sign")[part["sign"]].split())
    return _count_letters(part["letters"])


def _count_figure(part: re.Match[str], word: str) -> int:
    """Count a figure with what is written after it: ``80's``, ``3km``, the ``30pm`` of ``10:30pm``, ``76ers``."""
    figure, ending, before = part["figure"], part["ending"] or "", word[: part.start()]
    amount = bool(AMOUNTS.intersection(before[-1:] + word[part.end() : part.end() + 1]))
    ending = ending.lower() if amount else ending  # $5M
    if before[-1:] != ":" or not before[-2:-1].isalnum():
        return _sum(say_figure(figure, ending=ending, amount=amount)) + _count_unknown(ending)
    said = _say_minutes(figure) if MINUTES.fullmatch(figure) else ["to", *say_figure(figure, amount=True)]
    return _sum([*said, *spoken_forms("after figures").get(ending, "").split()]) + _count_unknown(ending)


def _count_unknown(ending: str) -> int:
    """Count letters after a figure that are no known unit, as letters by themselves: ``5G``, ``76ers``."""
    known = not ending or ending in (*ORDINAL, *PLURAL) or ending in spoken_forms("after figures")
    return 0 if known else _count_letters(ending.removeprefix("'"))


def _count_letters(word: str) -> int:
    """Count a run of letters with its apostrophes: by dictionary, as initials, by its humps, or by spelling."""
    lower = word.lower()
    if len(word) > LONGEST_KEPT:
        return count_by_rule(lower)
    listed = _look_up(word)
    if listed:
        return listed
    for clitic, needs in CLITICS:
        if lower.endswith(clitic) and len(lower) > len(clitic):
            base = word[: -len(clitic)]
            return count_syllables(base) + (needs.search(base.lower()) is not None)
    if word[:-1].isupper() and word[-1] == "s" and len(word) > 2:
        return count_syllables(word[:-1])
    if _is_spelled(word):
        return _spell(word)
    humps = HUMP.findall(word)
    if len(humps) > 1 and not word.startswith(("Mc", "Mac")):
        return _sum(humps)
    return count_by_rule(lower)


def _is_spelled(word: str) -> bool:
    """Tell whether capitals are read letter by letter: short ones, and those that cannot be said as a word."""
    return word.isupper() and (len(word) <= SPELLED_UP_TO or (len(word) <= 6 and NO_WORD.search(word) is not None))


def _spell(letters: str) -> int:
    return sum(3 if c in "Ww" else 1 for c in letters if c.isalpha())


def count_by_rule(word: str) -> int:
    """Return the syllables of a lower-case word by its spelling alone: groups of vowels, mended by named rules.

    Right for 98 % of the occurrences of listed words in news, and for 93 % of all listed words, most of them names.
    """
    return max(1, len(VOWELS.findall(word)) + sum(change * len(p.findall(word)) for p, change in _rules()))


def say_figure(figure: str, *, ending: str = "", amount: bool = False) -> list[str]:
    """Return the words for a figure: ``2016`` as a year unless it is an amount, ``3.5`` with its point, ``22nd``.

    ``ending`` is what is written after it: an ordinal's, a plural's or possessive's, or a unit of ``spoken_forms.csv``.
    """
    whole, _, decimals = figure.replace(",", "").partition(".")
    is_year = figure == whole and len(whole) == 4 and not amount and any(int(whole) in years for years in YEARS)
    words = _say_year(int(whole)) if is_year else _say_number(whole)
    if decimals:
        words = [*words, "point", *_say_digits(decimals)]
    if ending in ORDINAL:
        return [*words[:-1], _ordinal(words[-1])]
    if ending in PLURAL:
        return [*words[:-1], "sixes" if words[-1] == "six" else words[-1]]  # only that one ends in a hiss
    return [*words, *spoken_forms("after figures").get(ending, "").split()]


def _say_year(year: int) -> list[str]:
    century, rest = divmod(year, 100)
    end = ["hundred"] if rest == 0 else ["oh", SMALL[rest]] if rest < 10 else _say_hundreds(rest)
    return _say_hundreds(century) + end


def _say_number(digits: str) -> list[str]:
    """Read a whole number; digit by digit where it begins with 0 or is longer than trillions."""
    if (len(digits) > 1 and digits[0] == "0") or len(digits) > 3 * len(SCALES):
        return _say_digits(digits)
    if int(digits) == 0:
        return ["zero"]
    groups = [int(digits[max(0, end - 3) : end]) for end in range(len(digits), 0, -3)]
    said = [[*_say_hundreds(n), *scale.split()] if n else [] for n, scale in zip(groups, SCALES, strict=False)]
    return [w for words in reversed(said) for w in words]


def _say_minutes(figure: str) -> list[str]:
    """``10:00`` is ten, ``10:05`` ten oh five, ``10:30`` ten thirty, ``3:57.9`` three fifty-seven point nine."""
    digits, point, decimals = figure.partition(".")
    if int(digits) == 0:
        said = []
    elif digits[0] == "0":
        said = ["oh", *_say_digits(digits[1:])]
    else:
        said = _say_number(digits)
    return [*said, "point", *_say_digits(decimals)] if point else said


def _say_hundreds(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [SMALL[hundreds], "hundred"] if hundreds else []
    if rest >= 20:
        return [*words, TENS[rest // 10], *([SMALL[rest % 10]] if rest % 10 else [])]
    return [*words, SMALL[rest]] if rest else words


def _say_digits(digits: str) -> list[str]:
    return [SMALL[unicodedata.digit(d)] for d in digits]


def _ordinal(word: str) -> str:
    return ORDINALS.get(word, f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th")


@cache
def dictionary() -> dict[str, int]:
    """Return how many syllables the first pronunciation of each word has; the words are in lower case."""
    text = DICTIONARY.read_bytes()
    words = [line.partition(" ")[0] for line in text.decode("ascii").lower().splitlines()]
    # A line is a word, a number and phonemes; a vowel's phoneme ends in its stress, and nothing else holds a digit.
    digits = text.translate(None, delete=NO_DIGITS).splitlines()
    return {word: len(found) - 1 for word, found in zip(words, digits, strict=True) if found[:1] == b"1"}


@cache
def spoken_forms(where: str) -> dict[str, str]:
    """Return what is said for abbreviations (``word``), for signs (``sign``) or for letters ``after figures``."""
    rows = read_lexicon("spoken_forms", "form", "spoken", "where")
    return {r["form"]: r["spoken"] for r in rows if r["where"] == where}


@cache
def _rules() -> tuple[tuple[re.Pattern[str], int], ...]:
    rows = read_lexicon("syllable_rules", "pattern", "change", "example")
    return tuple((re.compile(r["pattern"]), int(r["change"])) for r in rows)
