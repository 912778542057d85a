"""Parts of an article: headline, byline, body, credit, boilerplate, told apart by the named rules of article_parts.csv.

A rule says which part a paragraph is, how to look (``is``, ``begins``, ``contains``: words, whatever their
case; ``pattern``: a regular expression for the whole paragraph), and how many words the paragraph may have at most.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from analysis.layout import BULLET, find_paragraphs
from analysis.lexicon import Row, any_of, read_lexicon, words_of
from analysis.spans import Span, strip

NOWHERE = Span(0, 0)

# The longest paragraph that a rule looks at; longer ones are body, and time stays linear.
LONGEST_PART = 1500
SHORT_PART = 16  # words
LONGEST_DATELINE = 120
HEADLINE_WORDS, TITLE_CASE_WORDS, STOPPED_HEADLINE_WORDS, DECKS = 40, 30, 20, 3
FIRST_WORD = re.compile(r"[^\w\s]?\w*")  # with one sign before it: "(c"
STOPPED = re.compile(r"[.!?…][\"”’'»)\]]*$")
QUOTES = tuple(zip("“”‘’`", "\"\"'''", strict=True))
LABEL = re.compile(r"(?:headline|title|authors?|by-?line|writer)\s*:\s*", re.IGNORECASE)
OUTLET = re.compile(r"\s+[-–—|]\s+[^-–—|]{2,40}$")
# A name alone on its line is a byline beside another or a date.
BARE_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]{1,30}(?: [A-ZÀ-Þ][\w.’'-]{0,30}){1,3}")
# WASHINGTON (AP) –   ST. PAUL, Minn., Feb. 1 (Reuters) -   Washington (AFP) —   London, Oct. 3 —
_CITY = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'\-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.’'\-]*){0,4}"
_NAME = r"[A-ZÀ-Þ][\w.’'-]{0,30}"
_AGENCY = r"\((?![RDI][-–])[A-Z][\w ,./&-]{1,40}\)"
DATELINE = re.compile(
    r"(?P<dateline>"
    rf"{_CITY}(?:,? {_NAME}(?: {_NAME})?)?(?:, {_NAME} \d{{1,2}})?(?:,? \d{{4}})?(?:,? ?{_AGENCY})?"
    rf"|{_NAME}(?: {_NAME}){{0,2}}(?:, {_NAME})?, {_NAME} \d{{1,2}}(?:, \d{{4}})?(?: {_AGENCY})?"
    rf"|(?:{_NAME}[ ,/]{{1,2}}){{0,5}}{_AGENCY})"
    r"(?:\s+-{1,2}\s+|--|\s*[–―]\s+|\s+[–―]\s*|\s*—\s*|(?<=\)):?\s*[-–—:]\s*)(?=\S)"
)


class Paragraph(NamedTuple):
    """A paragraph: its number (1 is the body's first, a headline stands at 0 or below), part and place."""

    number: int
    part: str
    start: int
    end: int


@dataclass(frozen=True)
class Parts:
    """What the rules make of a text: its paragraphs, and where title, byline and dateline stand (empty: nowhere)."""

    paragraphs: tuple[Paragraph, ...]
    title: Span
    byline: Span
    dateline: Span
    repeats: tuple[Span, ...]


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
        first, small = FIRST_WORD.match(text), text.lower()
        if not (first and first[0].lower() in self.first_words) and not any(word in small for word in self.words):
            return False
        folded = plain(text)
        return any(matches(text, folded) for matches in self.others)


@cache
def _sieve(is_short: bool) -> Sieve:
    """Return the sieve for short paragraphs, or for long ones, which rules for short ones alone would read in vain."""
    rows = [row for row in _rows() if is_short or int(row["max_words"]) > SHORT_PART]
    texts = {
        how: [row["text"] for row in rows if row["match"] == how] for how in ("pattern", "begins", "is", "contains")
    }
    starts = (FIRST_WORD.match(plain(t)) for t in (*texts["begins"], *texts["is"]))
    return Sieve(
        re.compile("|".join(f"(?:{t})" for t in texts["pattern"]), re.DOTALL).fullmatch,
        frozenset(first[0] for first in starts if first),
        tuple({max(plain(t).split(), key=len) for t in texts["contains"]}),
        tuple(_matcher(how, found) for how, found in texts.items() if found and how != "pattern"),
    )


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


def find_parts(text: str) -> Parts:
    """Return the paragraphs of a text with their parts and numbers, and the places of title, byline and dateline."""
    by_rule = cache(part_by_rule)
    spans = find_paragraphs(text, stands_alone=lambda line: bool(by_rule(line)))
    texts = [text[s.start : s.end] for s in spans]
    parts = [by_rule(t) for t in texts]
    title = _find_title(texts, parts)
    repeats = _mark_repeats(texts, parts, title) if title is not None else []
    if title is not None:
        _mark_decks(texts, parts, title)
    parts = [part or "body" for part in parts]
    first = parts.index("body") if "body" in parts else len(parts)
    numbers = range(1 - first, len(parts) - first + 1)
    return Parts(
        tuple(Paragraph(number, part, *span) for number, part, span in zip(numbers, parts, spans, strict=True)),
        _without_label(text, spans[title]) if title is not None else NOWHERE,
        next((_without_label(text, s) for s, part in zip(spans, parts, strict=True) if part == "byline"), NOWHERE),
        _find_dateline(text, spans[first]) if first < len(spans) else NOWHERE,
        tuple(spans[i] for i in repeats),
    )


def _find_title(texts: Sequence[str], parts: list[str]) -> int | None:
    """Return which paragraph is the headline, by a label or by place and shape, and mark it; None without one."""
    if "headline" in parts:
        return parts.index("headline")
    free = [i for i, part in enumerate(parts) if not part][:4]
    if not free or not _is_headline(texts[free[0]], longest=max((len(texts[i]) for i in free[1:]), default=0)):
        return None
    at = free[0]
    parts[at] = "headline"
    return at


def _is_headline(text: str, *, longest: int) -> bool:
    """Tell whether a text's first paragraph has the shape of a headline.

    Without a full stop: up to 40 words. With one, as some archives print headlines: up to 20 words, or 30 with most
    words capitalised, no dateline or quotation at its head, and a ``longest`` paragraph soon after it that is longer;
    a lead of full length stays body.
    """
    words = text.split(maxsplit=HEADLINE_WORDS + 1)
    if len(text) > LONGEST_PART:
        return False
    if not STOPPED.search(text[-8:]):
        return len(words) <= HEADLINE_WORDS
    capitalised = sum(w.lstrip("\"'“‘(")[:1].isupper() for w in words)
    most = TITLE_CASE_WORDS if capitalised > 0.65 * len(words) else STOPPED_HEADLINE_WORDS
    return len(words) <= most and text[0] not in '"“' and longest > len(text) and not _dateline(text, 0, len(text))


def _mark_repeats(texts: Sequence[str], parts: list[str], title: int) -> list[int]:
    """Mark and return the later paragraphs that repeat the headline, with or without its label and outlet."""
    headline = _comparable(texts[title])
    wanted = {headline, OUTLET.sub("", headline)}
    longest = 2 * len(texts[title])
    repeats = [i for i in range(title + 1, len(texts)) if len(texts[i]) <= longest and _comparable(texts[i]) in wanted]
    for i in repeats:
        parts[i] = "boilerplate"
    return repeats


def _comparable(text: str) -> str:
    """Return a headline as it is compared: folded, without label and closing full stop."""
    folded = plain(text)
    return (LABEL.sub("", folded) if ":" in folded else folded).rstrip(" .;")


def _mark_decks(texts: Sequence[str], parts: list[str], title: int) -> None:
    """Mark the lines under the headline as headline: they have no full stop, or follow on its semicolon.

    A bare name beside a byline or a date is a byline itself.
    """
    free = [i for i in range(title + 1, len(texts)) if not parts[i]]
    for i in free[: min(DECKS, len(free) - 1)]:
        follows = i == free[0] and texts[title].endswith(";")
        stopped = STOPPED.search(texts[i][-8:]) or texts[i].endswith((":", ","))
        most = HEADLINE_WORDS if not stopped else STOPPED_HEADLINE_WORDS if follows else 0
        if len(texts[i].split(maxsplit=most + 1)) > most or _dateline(texts[i], 0, len(texts[i])):
            return
        beside = {parts[i - 1], parts[i + 1]} & {"byline", "boilerplate"}
        parts[i] = "byline" if beside and BARE_NAME.fullmatch(texts[i]) else "headline"


def _without_label(text: str, span: Span) -> Span:
    """Return a headline's or byline's span without a label such as "Title:" and without a closing semicolon."""
    label = LABEL.match(text, span.start, span.end)
    return strip(text, Span(label.end() if label else span.start, span.end), " ;\t")


def _dateline(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the dateline at the head of this stretch; EXCLUSIVE and the like are no places."""
    found = DATELINE.match(text, start, min(end, start + LONGEST_DATELINE))
    return None if found and found["dateline"] in words_of("kickers", "word") else found


def _find_dateline(text: str, body: Span) -> Span:
    """Return where the dateline stands at the head of the first body paragraph, without its dash."""
    found = _dateline(text, *body)
    return Span(*found.span("dateline")) if found else NOWHERE
