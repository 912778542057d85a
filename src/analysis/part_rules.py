"""The named rules of article_parts.csv: which part a paragraph is by its own words.

A rule says which part a paragraph is, how to look (``is``, ``begins``, ``contains``: words, whatever their
case; ``pattern``: a regular expression for the whole paragraph), and how many words the paragraph may have at most.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from analysis.layout import BULLET
from analysis.lexicon import Row, any_of, read_lexicon

# The longest paragraph that a rule looks at; longer ones are body, and time stays linear.
LONGEST_PART = 1500
SHORT_PART = 16  # words
FIRST_WORD = re.compile(r"[^\w\s]?\w*")  # with one sign before it: "(c"
QUOTES = tuple(zip("“”‘’`", "\"\"'''", strict=True))


def plain(text: str) -> str:
    """Return a text for comparison: small letters, straight quotation marks, single spaces."""
    if not text.isascii():
        for mark, straight in QUOTES:
            text = text.replace(mark, straight)
    return " ".join(text.casefold().split())


class Rule(NamedTuple):
    """Rules of one part that look in the same way, together: what they try, and on paragraphs of how many words."""

    part: str
    max_words: int
    matches: Callable[[str, str], bool]


def _rows() -> tuple[Row, ...]:
    return read_lexicon("article_parts", "text", "rule", "part", "match", "max_words")


@cache
def _rules() -> tuple[Rule, ...]:
    """Return the rules in the order of the file: what stands first decides first."""
    groups: dict[tuple[str, int, str], list[str]] = {}
    for row in _rows():
        groups.setdefault((row["part"], int(row["max_words"]), row["match"]), []).append(row["text"])
    return tuple(Rule(part, most, _matcher(how, texts)) for (part, most, how), texts in groups.items())


class Sieve(NamedTuple):
    """All rules for paragraphs of a length together, and what a paragraph must hold for some of them to be tried.

    Most paragraphs are body: they begin with none of the ``first_words`` of the rules that look for words at the
    beginning, and hold none of the ``words`` of those that look for words anywhere.
    """

    fits: Callable[[str], re.Match[str] | None]
    first_words: frozenset[str]
    words: tuple[str, ...]
    others: tuple[Callable[[str, str], bool], ...]

    def lets_pass(self, text: str) -> bool:
        """Tell whether a rule may know this paragraph."""
        if self.fits(text):
            return True
        small = text.casefold()
        if _first_word(small) not in self.first_words and not any(word in small for word in self.words):
            return False
        folded = plain(text)
        return any(matches(text, folded) for matches in self.others)


@cache
def _sieve(is_short: bool) -> Sieve:
    """Return the sieve for short paragraphs, or for long ones, which rules for short ones alone would read in vain."""
    texts: dict[str, list[str]] = {"pattern": [], "begins": [], "is": [], "contains": []}
    for row in _rows():
        if is_short or int(row["max_words"]) > SHORT_PART:
            texts[row["match"]].append(row["text"])
    patterns = texts.pop("pattern")
    return Sieve(
        re.compile("|".join(f"(?:{t})" for t in patterns), re.DOTALL).fullmatch,
        frozenset(_first_word(plain(t)) for t in texts["begins"] + texts["is"]),
        tuple({max(plain(t).split(), key=len) for t in texts["contains"]}),
        tuple(_matcher(how, found) for how, found in texts.items() if found),
    )


def _first_word(text: str) -> str:
    """Return a text's first word, with one sign before it; empty where it begins with others."""
    return next(FIRST_WORD.finditer(text))[0]


def _matcher(how: str, texts: Sequence[str]) -> Callable[[str, str], bool]:
    """Return a test of a paragraph, given as it stands and folded by `plain`, for rules of one way of looking."""
    words = frozenset(map(plain, texts))
    if how == "pattern":
        fullmatch = _lazily("|".join(f"(?:{t})" for t in texts))
        return lambda text, folded: fullmatch(text) is not None
    if how == "begins":
        start = re.compile(rf"{any_of(words)}(?!\w)")
        return lambda text, folded: start.match(folded) is not None
    if how == "is":
        return lambda text, folded: folded.rstrip(" .:!*…") in words
    return lambda text, folded: any(map(folded.__contains__, words))


def _lazily(pattern: str) -> Callable[[str], re.Match[str] | None]:
    """Return the pattern's ``fullmatch``; it is compiled when first asked for, which most patterns of a run are not."""
    compiled = cache(lambda: re.compile(pattern, re.DOTALL))
    return lambda text: compiled().fullmatch(text)


def part_by_rule(text: str) -> str:
    """Return the part that a paragraph's own words give it; empty where no rule knows it."""
    if len(text) > LONGEST_PART:
        return ""
    text = text[bullet.end() :].lstrip() if (bullet := BULLET.match(text)) else text
    is_short = len(text.split(maxsplit=SHORT_PART)) <= SHORT_PART
    if not _sieve(is_short).lets_pass(text):
        return ""
    folded = plain(text)
    n_words = folded.count(" ") + 1
    return next((r.part for r in _rules() if n_words <= r.max_words and r.matches(text, folded)), "")
