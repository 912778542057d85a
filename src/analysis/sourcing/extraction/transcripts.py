"""Transcripts and interviews: the tags ("LEE:", "Basha:", "Q:", "A:") with which a newspaper prints who speaks."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from analysis.sourcing.extraction.candidates import Candidate
from analysis.sourcing.extraction.matchers.without_verb import head_colon
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.document import Document
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.vocabulary import plain, roles
from analysis.sourcing.model import Person
from analysis.spans import Span

LABEL, ONESELF = group("headline label"), group("oneself")
TALK = ONESELF | group("talk") | {"?"}
INTERVIEW = r"\b(?:[Ii]nterview|[Cc]onversation|Q&A|Q and A)\s[Ww]ith\s(?:[\w.’'-]+\s){0,3}?"
QUESTION, ANSWER = ("q", "question"), ("a", "answer")
TITLED = "().,"
"""The marks in a speaker's tag: `SEN. LEE (D-OHIO):`."""

Turns = dict[int, list[Candidate]]
"""The attributions of the paragraphs that somebody speaks, by the paragraph's place in the article; a paragraph of
nobody known has none."""


def find_turns(document: Document, people: Sequence[Person]) -> Turns:
    """Return what speakers' tags attribute in an article: all that a paragraph prints behind one.

    A tag in capitals tells by itself. One in mixed case does so where the article reads as a transcript (see
    `_mixed_turns`), `A:` where it reads as an interview with one person (see `_answers`). ``people`` are those whom
    the article names, in order.
    """
    paragraphs = document.paragraphs
    tags = {
        at: colon
        for at, tokens in enumerate(paragraphs)
        if tokens.part == "body" and (colon := head_colon(tokens, TITLED))
    }
    shouted = {at: colon for at, colon in tags.items() if _is_shouted(paragraphs[at], colon)}
    turns = {at: [_turn(paragraphs[at], colon)] for at, colon in shouted.items()}
    rest = {at: colon for at, colon in tags.items() if at not in shouted}
    if len(rest) > 1:
        turns |= _mixed_turns(paragraphs, rest, people) | _answers(document, rest, people)
    return turns


def _turn(tokens: Tokens, colon: int, named: Span | None = None) -> Candidate:
    pieces = [(colon + 1, len(tokens))]
    return Candidate(tokens, "speaker_tag", (colon, colon + 1), (0, colon), pieces, verbatim=True, named=named)


def _is_shouted(tokens: Tokens, colon: int) -> bool:
    """`SEN. LEE (D-OHIO): The plan is dead.`"""
    if len(tokens.words[0]) < 2 or tokens.lower[0] in LABEL or _words(tokens, colon) in QUESTION + ANSWER:
        return False
    return all((word.isupper() and not word[-1].isdigit()) or word in TITLED for word in tokens.words[:colon])


def _mixed_turns(paragraphs: Sequence[Tokens], tags: dict[int, int], people: Sequence[Person]) -> Turns:
    """`Basha: We will see.`: the turns of those who speak more than once, and of the others whom the article names.

    Tags are names of people or words for one person ("Moderator"); a table ("Lee: Voted yes.") does not talk: nobody
    in it says "I" or "you", or asks.
    """
    often = {tag for tag, n in Counter(_words(paragraphs[at], colon) for at, colon in tags.items()).items() if n > 1}
    if not often:
        return {}
    named = {person.start: person.end for person in people}
    known = {at: colon for at, colon in tags.items() if _is_speaker(paragraphs[at], colon, named)}
    talk = any(_words(paragraphs[at], colon) in often for at, colon in known.items()) and any(
        not TALK.isdisjoint(paragraphs[at].lower[colon:]) for at, colon in known.items()
    )
    return {at: [_turn(paragraphs[at], colon)] for at, colon in known.items()} if talk else {}


def _words(tokens: Tokens, colon: int) -> str:
    return " ".join(tokens.lower[:colon])


def _is_speaker(tokens: Tokens, colon: int, named: Mapping[int, int]) -> bool:
    """Tell whether a tag is a person whom the article names, or one role."""
    noun = roles().get(plain(tokens.words[0])) if colon == 1 and tokens.words[0].istitle() else None
    if noun is not None:
        return not noun.plural
    if tokens.starts[0] not in named:
        return False
    last = next((at for at in range(colon) if tokens.end(at) == named[tokens.starts[0]]), colon)
    return last + 1 == colon or tokens.words[last + 1] in TITLED


def _answers(document: Document, tags: dict[int, int], people: Sequence[Person]) -> Turns:
    """`Q: Is it dead?` `A: I think so.`: the answers of the one person named before the first question.

    An answer goes on up to the next question. Where several people are named there, or none, nobody says who answers:
    nothing is attributed, nor is what an answer says read as the writer's. Answers in which nobody says "I" are the
    newsroom's own, to questions of readers.
    """
    paragraphs = document.paragraphs
    questions = {at for at, colon in tags.items() if _words(paragraphs[at], colon) in QUESTION}
    answers = {at for at, colon in tags.items() if _words(paragraphs[at], colon) in ANSWER}
    opened = sorted(questions | answers)
    if len(opened) < 2 or all(ONESELF.isdisjoint(paragraphs[at].lower[tags[at] :]) for at in answers):
        return {}
    who = _interviewed(document, people, paragraphs[opened[0]].starts[0])
    turns: Turns = {}
    for at, following in zip(opened, (*opened[1:], opened[-1]), strict=True):
        if at in answers:
            later = range(at + 1, following) if following in questions else range(0)
            turns |= {i: [] for i in later}
            turns[at] = [_turn(paragraphs[at], tags[at], who)] if who else []
            for turn in turns[at]:
                turn.more += [paragraphs[i].span(0, len(paragraphs[i])) for i in later]
    return turns


def _interviewed(document: Document, people: Sequence[Person], end: int) -> Span | None:
    """Return where the one person whom an article names before ``end`` is named in full.

    If it names more, it is the one of "an interview with Lee"; None if that is nobody or several, too.
    """
    named = {person.label: Span(person.start, person.end) for person in people if person.start < end}
    if len(named) > 1:
        opening = " ".join(s.text for s in document.sentences if s.start < end)
        asked = re.findall(f"{INTERVIEW}({'|'.join(map(re.escape, named))})", opening)
        named = {label: named[label] for label in set(asked)}
    return next(iter(named.values())) if len(named) == 1 else None
