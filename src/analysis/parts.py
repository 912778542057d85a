"""Parts of an article: headline, byline, body, credit, boilerplate, told apart by rules, by place and by shape."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from analysis.layout import find_paragraphs
from analysis.lexicon import words_of
from analysis.part_rules import LONGEST_PART, part_by_rule, plain
from analysis.spans import Span, strip

NOWHERE = Span(0, 0)

LONGEST_DATELINE = 120
HEADLINE_WORDS, TITLE_CASE_WORDS, STOPPED_HEADLINE_WORDS, DECKS = 40, 30, 20, 3
STOPPED = re.compile(r"[.!?…][\"”’'»)\]]*$")
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


def find_parts(text: str) -> Parts:
    """Return the paragraphs of a text with their parts and numbers, and the places of title, byline and dateline."""
    by_rule = cache(part_by_rule)
    spans = find_paragraphs(text, stands_alone=lambda line: bool(by_rule(line)))
    texts = [text[s.start : s.end] for s in spans]
    parts = [by_rule(t) for t in texts]
    title = _find_title(texts, parts)
    repeats = _mark_around(texts, parts, title) if title is not None else []
    parts = [part or "body" for part in parts]
    first, byline = (parts.index(part) if part in parts else None for part in ("body", "byline"))
    begin = len(parts) if first is None else first
    return Parts(
        tuple(Paragraph(n, part, *span) for n, (part, span) in enumerate(zip(parts, spans, strict=True), 1 - begin)),
        NOWHERE if title is None else _without_label(text, spans[title]),
        NOWHERE if byline is None else _without_label(text, spans[byline]),
        NOWHERE if first is None else _find_dateline(text, spans[first]),
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


def _mark_around(texts: Sequence[str], parts: list[str], title: int) -> list[int]:
    """Mark what belongs to the headline: its decks, and its repetitions, which are returned."""
    repeats = _mark_repeats(texts, parts, title)
    _mark_decks(texts, parts, title)
    return repeats


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
    for i in free[:-1][:DECKS]:
        if not _is_deck(texts[i], follows=i == free[0] and texts[title].endswith(";")):
            return
        beside = {parts[i - 1], parts[i + 1]} & {"byline", "boilerplate"}
        parts[i] = "byline" if beside and BARE_NAME.fullmatch(texts[i]) else "headline"


def _is_deck(text: str, *, follows: bool) -> bool:
    """Tell whether a line under the headline has the shape of one, or ``follows`` on its semicolon."""
    open_ended = not STOPPED.search(text[-8:]) and not text.endswith((":", ","))
    most = HEADLINE_WORDS if open_ended else STOPPED_HEADLINE_WORDS * follows
    return len(text.split(maxsplit=most + 1)) <= most and not _dateline(text, 0, len(text))


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
