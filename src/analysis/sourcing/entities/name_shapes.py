"""Runs of capitalised words: the shapes that names have in print."""

import re
from functools import lru_cache

from analysis.lexicon import any_of, read_lexicon
from analysis.sourcing.grammar.vocabulary import small_words

UPPER = "A-ZÀ-ÖØ-ÞĀČĆĐĒĞĪİŁŃŌŐŚŠŞŪŰŹŽŻ"
DOTTED_TITLES = [
    r["title"] for r in read_lexicon("titles", "title") if r["title"].endswith(".") and " " not in r["title"]
]
ABBREVIATION = any_of(
    [form for title in DOTTED_TITLES for form in {title, title.upper()}]
    + ["Jr.", "Sr.", "St.", "Inc.", "Corp.", "Co.", "Ltd.", "No.", "Gov.-elect"]
)
INITIALS = rf"(?:[{UPPER}]\.)+(?![{UPPER}a-z])|(?:[{UPPER}]\.)+(?=[{UPPER}])"
INNER = rf"(?:[-‐‑’'](?=\w)(?![sS]\b)|&(?=[{UPPER}])|\.(?=(?:org|com|net|gov)\b))"
DOTTED = rf"(?=\w{{1,9}}\.)(?:{ABBREVIATION}|{INITIALS})"
WORD = rf"(?:{DOTTED}|\d*[{UPPER}]\w*(?:{INNER}\w*)*)"
PARTICLE = any_of(small_words("particle"))
OWNERS = "|".join(f"(?<={word.capitalize()})" for word in sorted(small_words("owning")))
NICKNAMED = rf"[“\"'‘(][{UPPER}][\w.]*[”\"'’)]"
BETWEEN = rf"\s(?:\s?(?=[{UPPER}\d])|(?:{PARTICLE}\s){{1,2}}|{NICKNAMED}\s|&\s)"
JOIN = rf"(?:{BETWEEN}|(?=[’'])(?:{OWNERS})[’'](?:s\s|\s))"

# A name has twelve words at most, so that a page of capitals costs no more than any other; looking at the first
# character before anything else makes the search half as long.
RUN = re.compile(rf"(?=[{UPPER}\d])(?<![\w’'.]){WORD}(?:{JOIN}{WORD}){{0,11}}")
LINK_BETWEEN = re.compile(rf"\s(?:of|for|on|against|in|and|to)\s(?:the\s)?(?={WORD})")
TOKEN = re.compile(r"[“\"'‘(]?[^\s“”\"‘()]+[”\"'’)]?")
JOINED = re.compile(rf"\sand\s(?P<run>{WORD}(?:{JOIN}{WORD}){{0,3}})\s\((?P<short>[A-Z]{{2,8}})\)")
INITIAL = re.compile(rf"(?:[{UPPER}]\.?){{1,3}}$")
INITIAL_INSIDE = re.compile(rf"\S*[^\W{UPPER}]\S*\s[{UPPER}]\.\s\S")
COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Rev|Fr)\b")
"""What stands before people alone."""
ACRONYM = re.compile(r"(?:[A-Z]{2,7}|(?:[A-Z]\.){2,7}|[A-Z]+&[A-Z]+)s?$")
ONLY_PARTICLE = re.compile(rf"{PARTICLE}$")
CAMEL = r"[A-Z]?[a-z]+[A-Z]\w*$"
SITE = r"\S+\.(?:com|org|net|gov)$"
SHORT_FORM = re.compile(rf"(?=\S\S)(?:{ACRONYM.pattern}|{CAMEL}|{SITE})")
ANY_TEXT = re.compile("")
CAPITAL = re.compile(rf"[“\"'‘]?\d*[{UPPER}]")


def is_capital(word: str) -> bool:
    """Tell whether a word begins with a capital, behind a quotation mark or a number at most."""
    return CAPITAL.match(word) is not None


@lru_cache(maxsize=50_000)
def initials_of(name: str) -> str:
    """`nfa`: the capitals with which the words of a name begin, as a key."""
    return "".join(word[0] for word in name.split() if word[0].isupper()).lower()
