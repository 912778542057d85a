"""Sentences of an article: one row each, with offsets into its text.

One pattern finds every place where a sentence may end; `_is_boundary` decides, by what stands before and after it.
Paragraphs are hard borders, so nothing here looks further than a paragraph.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import count, pairwise

import pandas as pd

from analysis.abbreviations import (
    INITIAL,
    NEVER,
    NOT_BEFORE_DATE,
    NOT_BEFORE_DIGIT,
    begins_lower,
    date_line,
    dates_and_zones,
    ending,
    ends_before_noun,
    name_and_cue,
    nouns_after_address,
    sentence_starters,
    surnames,
)
from analysis.article import Article, each_article
from analysis.collector import no_collection
from analysis.lexicon import any_of, words_of
from analysis.numbering import LONGEST_LABEL, find_labels
from analysis.spans import Span, strip
from analysis.tables import SENTENCES
from analysis.words import count_words_of_each

CLOSERS = "\"”’'»›)\\]"
STOP = "[.!?…。！？]"
# Stops, also spaced ones (. . .), what closes with them, and white space, or none where a capital or a quotation
# follows at once. »Such« and „such“ quotations close with what opens others. The pattern begins with the stop and looks
# back from it: so the search leaps from stop to stop.
CANDIDATE = re.compile(
    rf"(?P<stop>{STOP}(?<!{STOP}{STOP}){STOP}*+(?:[ \u00a0][.…]+){{0,4}}+)(?P<close>[{CLOSERS}]*+(?:[«“](?=\s))?)"
    rf"(?:\s+[”»](?=\s))?(?P<gap>\s+|(?=[A-ZÀ-Þ“«])|(?<=[。！？]))"
)
GAP = CANDIDATE.groupindex["gap"]
BEFORE_LAST_WORD = re.compile(r".*[\s\"“”„‘«»(\[—–/]", re.DOTALL)
NEXT_WORD = re.compile(r"\w[\w’'\-]*")
FUSED = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ’']*(?=[\s,]|$)")
BEFORE_WORD = "\"“„‘'«»‹([¿¡-–—•*· \t\r\n"
OPENERS = ("“", '"', "„", "«", "»")
LETTERED = re.compile(r"[(\[]?[a-z][.)\]]{1,2}\s+[A-ZÀ-Þ]")  # the one small letter that may begin a sentence
FIRST_BEHIND = ": 1."
SPEAKS = re.compile(r"[^\W_]")
# “..., and I meant it.” — Jane Doe
SIGNATURE = re.compile(r"[–—―-]{1,2}\s?[A-ZÀ-Þ][\w.’'-]{0,30}(?:[ ,]{1,2}[A-ZÀ-Þ][\w.’'-]{0,30}){0,4}")
DASHES = ("-", "–", "—", "―")
DATE_GOES_ON = re.compile(rf"\b{any_of(words_of('sentence_starters', 'word', kind='before_date'))}\s$")
CAPITAL_NEXT = re.compile(r"\s+[\"“]?[A-ZÀ-Þ]")
# Longer words are no abbreviations, and reading back no further keeps the time linear.
LONGEST, LONGEST_DATE, LONGEST_PLACE = 24, 40, 60


@no_collection()
def split_sentences(articles: Article | Iterable[Article]) -> pd.DataFrame:
    """Return the sentences of headline and body, one row each: the table SENTENCES.

    A sentence is what stands between two boundaries of a paragraph, without outer white space; closing quotation
    marks and brackets belong to it. Body sentences count from 1, a headline's are 0 and below. A full stop followed
    by a small letter ends none; ``anomalies`` says where it is a slip. Raises ArticleError where what is passed are
    paths, texts or a table, not articles.
    """
    articles = each_article(articles)
    sentences = SENTENCES.frame(row for article in articles for row in _rows(article))
    sentences["n_words"] = count_words_of_each(sentences["text"].array)
    return sentences


def _rows(article: Article) -> Iterator[tuple[object, ...]]:
    """Yield the rows of one article in the order of its text, their words not counted yet."""
    name, text = article.name, article.text
    found = [
        (paragraph, find_sentences(text, Span(paragraph.start, paragraph.end)))
        for paragraph in article.paragraphs
        if paragraph.part in ("headline", "body")
    ]
    numbers = count(1 - sum(len(spans) for paragraph, spans in found if paragraph.part == "headline"))
    for paragraph, spans in found:
        for start, end in spans:
            yield name, paragraph.number, next(numbers), paragraph.part, start, end, 0, text[start:end]


def find_sentences(text: str, within: Span | None = None) -> list[tuple[int, int]]:
    """Return the (start, end) of each sentence of one paragraph: of the whole text, or of the stretch ``within``.

    That stretch has no white space at its ends.
    """
    start, end = within or strip(text, Span(0, len(text)))
    gaps = [m.span(GAP) for m in CANDIDATE.finditer(text, start, end) if _is_boundary(text, m, start, end)]
    apart = _run_together(text, start, end)
    if apart:
        gaps = sorted({*gaps, *(_gap_at(text, at, start, end) for at in apart)})
    pieces, at = [], start
    for gap, after in [*gaps, (end, end)]:
        if at < gap:
            pieces.append((at, gap))
        at = after
    if len(pieces) == 1 or (_are_plain(text, pieces) and text.find(FIRST_BEHIND, start, end) < 0):
        return pieces
    return _join_silent(text, _join_labels(text, pieces))


def _gap_at(text: str, at: int, start: int, end: int) -> tuple[int, int]:
    """Return the white space around a place: where it starts and ends, which is the same where there is none."""
    return start + len(text[start:at].rstrip()), end - len(text[at:end].lstrip())


def _are_plain(text: str, pieces: list[tuple[int, int]]) -> bool:
    """Tell of most paragraphs, and at once, that each piece says something and is too long to number a list."""
    return not [
        at for at, end in pieces if end - at <= LONGEST_LABEL or not (text[at].isalnum() or text[at + 1].isalnum())
    ]


def _join_labels(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pieces, each that only numbers what follows (``1.``, ``(b)``) joined to the one after it."""
    labels = find_labels(text, pieces)
    spans: list[tuple[int, int]] = []
    begin = pieces[0][0]
    for at, ((_, end), (following, _)) in enumerate(pairwise(pieces)):
        if at not in labels:
            spans.append((begin, end))
            begin = following
    return [*spans, (begin, pieces[-1][1])]


def _join_silent(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pieces, each without a letter or digit joined to the one before it, or else to the one after it."""
    spans: list[tuple[int, int]] = []
    spoke = False
    for piece in pieces:
        speaks = SPEAKS.search(text, *piece) is not None
        if spans and not (spoke and speaks):
            spans[-1] = (spans[-1][0], piece[1])
            spoke = spoke or speaks
        else:
            spans.append(piece)
            spoke = speaks
    return spans


def _run_together(text: str, start: int, end: int) -> list[int]:
    """Return where a date line with its weekday has run into the sentence after it or the headline before it."""
    found = []
    first = date_line().match(text, start, min(end, start + LONGEST_DATE))
    if first and CAPITAL_NEXT.match(text, first.end(), end):
        found.append(first.end())
    last = date_line().search(text, max(start, end - LONGEST_DATE), end) if text[end - 1 : end].isdigit() else None
    if last and last.end() == end and _stands_apart(text[max(start, last.start() - LONGEST) : last.start()]):
        found.append(last.start())
    return found


def _stands_apart(before: str) -> bool:
    """Tell whether a date at a paragraph's end is a line of its own, by the words before it."""
    word = before.rstrip()
    return word != before and word[-1:] not in ",;:–—-(" and not DATE_GOES_ON.search(before)


def _is_boundary(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Tell whether a sentence ends here. Most do, and show it: a word that is no abbreviation, a stop, a capital."""
    before = _word_before(text, match.start(), start)
    stop, close, gap = match.groups()
    at = match.end()
    if gap and stop == "." and text[at : at + 1].isupper() and ending(before + stop) is None:
        return True
    after = text[at : min(end, at + 120)]
    found = NEXT_WORD.match(after) or NEXT_WORD.match(after.lstrip(BEFORE_WORD))
    word = found.group() if found else ""
    if begins_lower(word):
        return LETTERED.match(after) is not None
    if after.startswith(DASHES) and SIGNATURE.fullmatch(after):
        return False
    if not gap and stop[-1] not in "。！？":
        return _is_fused(before, close, word, after)
    if stop[-1] in "?!" and close:
        return not name_and_cue().match(after)
    if stop not in (".", "!"):
        return True
    if word in nouns_after_address() and ending(before + stop) not in (None, NOT_BEFORE_DIGIT, NOT_BEFORE_DATE):
        at = match.start() - len(before)
        return ends_before_noun(text[max(start, at - LONGEST_PLACE) : at], before + stop, word, after)
    return _ends(before + stop, word, after)


def _word_before(text: str, at: int, start: int) -> str:
    """Return the characters since the last space, bracket or opening quotation mark; no more than of a long word."""
    first = max(start, at - LONGEST)
    word = text[text.rfind(" ", first, at) + 1 or first : at]
    return word if word.isalpha() else _last_word(word)


def _last_word(before: str) -> str:
    """Return the characters since the last space, bracket or opening quotation mark."""
    found = BEFORE_LAST_WORD.match(before)
    return before[found.end() :] if found else before


def _ends(short: str, word: str, after: str) -> bool:
    """Tell whether a word that ends in a stop ends the sentence before ``word``."""
    rule = ending(short)
    if rule is None:
        return True
    if rule == NEVER or after[:1] in DASHES:
        return False
    if rule == NOT_BEFORE_DIGIT:
        return not word[:1].isdigit()
    if rule == NOT_BEFORE_DATE:
        return word not in dates_and_zones() and not word[:1].isdigit()
    if word in surnames() and INITIAL.fullmatch(short):
        return False
    return word in sentence_starters() or after.startswith(OPENERS)


def _is_fused(before: str, close: str, word: str, after: str) -> bool:
    """Tell whether the space after a sentence is missing (``storm.Then``); dotted names only look like it."""
    if after.startswith(("“", "«")):
        return True
    if not FUSED.match(after) or not (close or (len(before) > 1 and before.isalpha())):
        return False
    return bool(close) or before.islower() or word in sentence_starters()
