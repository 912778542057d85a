"""What is wrong with a text as found: each place reported with its rule and offsets, and nothing repaired."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from analysis.abbreviations import begins_lower, ending
from analysis.lexicon import words_of
from analysis.parts import Paragraph, Parts

# The word, its stops, and the small letter after them; one or two stops, since three are an ellipsis.
LOWER_AFTER_STOP = re.compile(
    r"(?<![\w’'.&@/:#+-])(?P<word>[^\W_][\w’'.&@/:#+-]{0,60}+)(?<=[^.]\.)[”\"’')]?\s+(?P<next>[a-zà-ÿ][\w’'-]*+)(?![.@/]\w)"
)
# What every such place holds: found from stop to stop, many times as fast as from word to word.
SMALL_AFTER_STOP = re.compile(r"\.[”\"’')]?\s+[a-zà-ÿ]")
DOUBLED = re.compile(r"(?<![\w’'.-])(?P<word>[^\W\d_][\w’'-]{0,60}+)(?P<between>\.?\s+)(?P=word)(?![\w’'-]|\.\w)")
ODD = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffd\ue000-\uf8ff]"
)
CURLY, EITHER = re.compile(r"[“”]"), re.compile(r"[“”\"]")
# A mark typed twice is one mark. All begin with one class of characters, so that the search leaps from mark to mark.
MARKS = re.compile(r"[“”\"](?:(?<=“)“+|(?<=”)”+)?")
# 6'2" and 12" are measures, no quotation marks.
INCHES = re.compile(r"(?<=\d)[\"”](?=[\s,.;:)-]|$)")
NAMES = {
    0xAD: "soft hyphen", 0x200B: "zero-width space", 0x200C: "zero-width non-joiner", 0x200D: "zero-width joiner",
    0x2060: "word joiner", 0xFEFF: "byte-order mark inside the text",
    0xFFFD: "replacement character: a letter was lost",
}  # fmt: skip


@dataclass(frozen=True)
class Anomaly:
    """Something wrong with the text as found: the rule that saw it, where, the characters, and a word on it."""

    rule: str
    start: int
    end: int
    text: str
    note: str


Place = tuple[int, int, str]
Finder = Callable[[str, list[Paragraph]], Iterator[Place]]


def find_anomalies(text: str, parts: Parts) -> tuple[Anomaly, ...]:
    """Return the anomalies of an article in the order of its text, one for each place.

    Repeated headlines and odd characters are looked for everywhere, the rest in headline and body.
    """
    read = [p for p in parts.paragraphs if p.part in ("headline", "body")]
    again = "the headline again; not counted"
    found = [Anomaly("repeated_headline", *s, text[s.start : s.end], again) for s in parts.repeats]
    for rule, finder in FINDERS.items():
        found += [Anomaly(rule, start, end, text[start:end], note) for start, end, note in finder(text, read)]
    return tuple(sorted(found, key=lambda a: (a.start, a.end, a.rule)))


def _repeated_words(text: str, read: list[Paragraph]) -> Iterator[Place]:
    """``the the``, also over a stray full stop; not ``that that``, not ``New York, New York``."""
    allowed = words_of("repeatable_words", "word")
    for paragraph in read:
        for hit in DOUBLED.finditer(text, paragraph.start, paragraph.end):
            word = hit["word"]
            if word.islower() and word not in allowed and not _spoken_twice(text, hit):
                yield *hit.span(), f"{word!r} stands twice"


def _spoken_twice(text: str, hit: re.Match[str]) -> bool:
    """Tell whether the repetition is one of several (``no no no``), as people speak."""
    rest = text[hit.end() : hit.end() + len(hit["word"]) + 3].split()
    return bool(rest) and rest[0].strip('.,!?”"') == hit["word"]


def _stray_full_stops(text: str, read: list[Paragraph]) -> Iterator[Place]:
    """A full stop, and the sentence goes on with a small letter: ``river. in winter``."""
    for paragraph in (p for p in read if SMALL_AFTER_STOP.search(text, p.start, p.end)):
        at = paragraph.start
        while hit := LOWER_AFTER_STOP.search(text, at, paragraph.end):
            at = hit.start("next")
            if _is_slip(hit["word"].rstrip("."), hit["next"]):
                yield hit.start(), hit.end(), "a full stop inside a sentence, or a small letter at its beginning"


def _is_slip(word: str, following: str) -> bool:
    """Tell whether a full stop between these two is one too many, not an abbreviation's."""
    if len(word) < 2 or any(c in word for c in "@/.") or not begins_lower(following):
        return False
    return ending(word + ".") is None and ending(word.lower() + ".") is None


def _unbalanced_quotes(text: str, read: list[Paragraph]) -> Iterator[Place]:
    """A quotation mark without its partner; a quotation that goes on in the next paragraph needs no closing mark."""
    for paragraph, following in zip(read, [*read[1:], None], strict=True):
        open_at = None
        for mark in MARKS.finditer(text, paragraph.start, paragraph.end):
            at = mark.start()
            if open_at is None and INCHES.match(text, at):
                continue
            opens = text[at] == "“" or (text[at] == '"' and open_at is None)
            if opens and open_at is not None:
                yield open_at, open_at + 1, "opened and not closed before the next one opens"
            elif not opens and open_at is None:
                yield at, at + 1, "closed and not opened"
            open_at = at if opens else None
        goes_on = following is not None and text[following.start] in '“"'
        if open_at is not None and not goes_on:
            yield open_at, open_at + 1, "opened and not closed in its paragraph"


def _mixed_quotes(text: str, read: list[Paragraph]) -> Iterator[Place]:
    """Straight and curly double quotation marks in one article: the first of the rarer kind."""
    if '"' not in text or not CURLY.search(text):
        return
    found: dict[str, list[int]] = {"straight": [], "curly": []}
    for mark in (m for p in read for m in EITHER.finditer(text, p.start, p.end) if not INCHES.match(text, m.start())):
        found["straight" if mark[0] == '"' else "curly"].append(mark.start())
    straight, curly = found.values()
    if straight and curly:
        at = min(straight, curly, key=len)[0]
        yield at, at + 1, f"{len(straight)} straight and {len(curly)} curly double quotation marks"


def _control_characters(text: str, read: list[Paragraph]) -> Iterator[Place]:
    """Characters that nobody sees, or that stand for a lost one."""
    for hit in ODD.finditer(text):
        code = ord(hit.group())
        kind = "private-use character" if 0xE000 <= code <= 0xF8FF else "control or formatting character"
        yield *hit.span(), f"U+{code:04X}, {NAMES.get(code, kind)}"


FINDERS: dict[str, Finder] = {
    "repeated_word": _repeated_words,
    "stray_full_stop": _stray_full_stops,
    "unbalanced_quote": _unbalanced_quotes,
    "mixed_quotes": _mixed_quotes,
    "control_character": _control_characters,
}
