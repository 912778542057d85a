"""The rules of the trade, each a small function from an article's desk to what it found there.

A rule finds nothing where it does not apply. What a text cannot show (whether others confirmed it, whether an editor
agreed) is never called broken: it is for the editor to look at.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from analysis.editing.desk import Desk, Voice
from analysis.editing.people import is_one
from analysis.lexicon import any_of, words_of

KEPT, LOOK, BROKEN = "kept", "look", "broken"
BACKWARD = re.compile(
    r"(?:one\sof\s)?(?:the|another|them|these|those|he|she|it|they|who)\b|one(?:$|,|\swho\b)", re.IGNORECASE
)


class Finding(NamedTuple):
    """What a rule found: its verdict, in which sentences, of whom, and what there is or is missing."""

    verdict: str
    sentences: tuple[int, ...]
    source: str
    what: str


def has_reason(desk: Desk) -> Iterator[Finding]:
    """A reason is due for "officials" and "aides", for whomever the article says it shields, perhaps for others.

    "One of them", "another" or "the official" may have been given it before, and "prosecutors" or "the police" may act
    in their office, with nothing to hide: look there.
    """
    for voice, places in _heard(desk):
        if voice.anonymity_reason:
            yield Finding(KEPT, places, voice.source, voice.anonymity_reason)
        elif voice.anonymity == "granted" or (voice.official and _hides(voice.description)):
            yield Finding(BROKEN, places, voice.source, "no reason given")
        elif not voice.is_crowd:
            yield Finding(LOOK, places, voice.source, "neither name nor reason")


def is_described(desk: Desk) -> Iterator[Finding]:
    """A bare word is too little; but "the official" and "one" point back, and of others there may be no more to say.

    These are a crowd, and anybody of the public ("one customer") to whom nothing was promised.
    """
    for voice, places in _heard(desk):
        if voice.detail != "bare":
            yield Finding(KEPT, places, voice.source, voice.detail)
        elif voice.is_crowd:
            yield Finding(LOOK, places, voice.source, "a bare word for a group")
        elif _is_of_the_public(voice):
            yield Finding(LOOK, places, voice.source, "a bare word for somebody of the public")
        elif BACKWARD.match(voice.description):
            yield Finding(LOOK, places, voice.source, "a bare word, unless described before")
        else:
            yield Finding(BROKEN, places, voice.source, "a bare word")


def has_second_source(desk: Desk) -> Iterator[Finding]:
    """Several people, or anybody else heard in the paragraph, will do; whether they confirm it no text shows.

    It is broken only where the article has a single source, one unnamed person.
    """
    single = {v.source for v in desk.voices if is_one(v)}
    everybody = {run.source for runs in desk.speaking.values() for run in runs}
    paragraphs: dict[int, set[str]] = {}
    for runs in desk.speaking.values():
        paragraphs.setdefault(runs[0].paragraph, set()).update(run.source for run in runs)
    for number in desk.unnamed_only:
        run = desk.speaking[number][0]
        if len(paragraphs[run.paragraph]) > 1:
            yield Finding(KEPT, (number,), run.source, "others heard beside")
        elif run.source not in single:
            yield Finding(KEPT, (number,), run.source, "several people")
        elif len(everybody) == 1:
            yield Finding(BROKEN, (number,), run.source, "one person, the article's only source")
        else:
            yield Finding(LOOK, (number,), run.source, "one person, nobody else heard in the paragraph")


def has_no_opinion(desk: Desk) -> Iterator[Finding]:
    """States of mind and stances can be seen; an opinion told as a statement cannot. Crowds are left out."""
    for statement in desk.statements:
        if statement.is_unnamed and statement.source not in desk.crowds:
            stance = not statement.speech
            what = f"“{statement.cue_text}”" if stance else "no state of mind, no stance"
            yield Finding(LOOK if stance else KEPT, (statement.sentence,), statement.source, what)


def has_no_quotation(desk: Desk) -> Iterator[Finding]:
    """Whole and partial quotations alike: how many are too many is the editor's to say."""
    for statement in desk.statements:
        if statement.is_unnamed:
            quoted = statement.quote != "indirect"
            what = "in quotation marks" if quoted else "paraphrased"
            yield Finding(LOOK if quoted else KEPT, (statement.sentence,), statement.source, what)


def opens_on_names(desk: Desk) -> Iterator[Finding]:
    """Whoever speaks in the headline, and whoever in the body's first sentence."""
    headline = [s for s in desk.statements if s.sentence <= 0 and s.kind != "unattributed"]
    if headline:
        unnamed = all(s.is_unnamed for s in headline)
        yield _opening(headline[0].sentence, [s.source for s in headline], unnamed, "in the headline")
    first = desk.body[0].sentence if desk.body else 0
    if runs := desk.speaking.get(first):
        yield _opening(first, [r.source for r in runs], all(map(desk.is_unnamed, runs)), "in the first sentence")


def _opening(sentence: int, sources: list[str], unnamed: bool, where: str) -> Finding:
    return Finding(LOOK if unnamed else KEPT, (sentence,), "; ".join(dict.fromkeys(sources)), where)


def tells_replies(desk: Desk) -> Iterator[Finding]:
    """It shows that somebody's answer, refusal or silence is told, not whose; asked only of what unnamed people say."""
    places = [line.sentence for line in desk.body if _refusal().search(line.text.lower())]
    places += [s.sentence for s in desk.statements if s.sentence > 0 and _denials().intersection(s.cue_text.split())]
    if places:
        yield Finding(KEPT, tuple(sorted(set(places))), "", "denial, refusal or silence told")
    elif any(run.source not in desk.crowds for number in desk.unnamed_only for run in desk.speaking[number]):
        yield Finding(LOOK, (), "", "no denial, refusal or silence found")


def _hides(description: str) -> bool:
    """Tell whether a general word stands for whoever speaks: "a senior official", but not "the official"."""
    return not BACKWARD.match(description) and bool(_general().search(description))


def _is_of_the_public(voice: Voice) -> bool:
    """Tell whether a source is anybody out of many, asked for an opinion: "one customer", but not "one insider"."""
    return voice.anonymity == "person" and not voice.official and bool(_public().search(voice.source))


@cache
def _public() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of(words_of('closeness_words', 'words', aspect='public'))}(?:\s\(\d+\))?$", re.IGNORECASE
    )


@cache
def _general() -> re.Pattern[str]:
    words = any_of(words_of("closeness_words", "words", aspect="general"))
    return re.compile(rf"\b{words}s?\b", re.IGNORECASE)


@cache
def _denials() -> frozenset[str]:
    return words_of("replies", "words", place="cue")


@cache
def _refusal() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words_of('replies', 'words', place='text'))}\b")  # text is in lower case


def _heard(desk: Desk) -> Iterator[tuple[Voice, tuple[int, ...]]]:
    """Yield the unnamed sources of the body and their sentences; a headline has no room for reasons."""
    for voice in desk.voices:
        if places := desk.places(voice.source):
            yield voice, tuple(places)


FINDERS: dict[str, Callable[[Desk], Iterator[Finding]]] = {
    "reason": has_reason,
    "description": is_described,
    "second-source": has_second_source,
    "opinion": has_no_opinion,
    "quotation": has_no_quotation,
    "opening": opens_on_names,
    "reply": tells_replies,
}
