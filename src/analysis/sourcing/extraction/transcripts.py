"""Transcripts and interviews: the tags ("LEE:", "Basha:", "Q:", "A:") with which a newspaper prints who speaks."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from analysis.sourcing.extraction.candidates import Candidate
from analysis.sourcing.extraction.matchers.without_verb import head_colon
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.document import Document
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.vocabulary import plain, roles
from analysis.sourcing.model import Person
from analysis.spans import Span

ONESELF = group("oneself")
TALK = ONESELF | group("talk") | {"?"}
QUESTION, ANSWER = frozenset(("q", "question")), frozenset(("a", "answer"))
LABEL = group("headline label") | QUESTION | ANSWER
INTERVIEW = r"\b(?:[Ii]nterview|[Cc]onversation|Q&A|Q and A)\s[Ww]ith\s(?:[\w.’'-]+\s){0,3}?"
TITLED = "().,"
"""The marks in a speaker's tag: `SEN. LEE (D-OHIO):`."""

Turns = dict[int, list[Candidate]]
"""The attributions of the paragraphs that somebody speaks, by the paragraph's place in the article; a paragraph of
nobody known has none."""


class Tag(NamedTuple):
    """What may be a speaker's tag: the words of a paragraph before its first colon."""

    tokens: Tokens
    colon: int

    @property
    def text(self) -> str:
        """The tag in lower case: "mayor toll ( d )"."""
        return " ".join(self.tokens.lower[: self.colon])

    def turn(self, named: Span | None = None) -> Candidate:
        """Return what stands behind the tag as said by whom it names; ``named`` is where the article names "A:"."""
        tokens, colon = self
        said, cue, source = (colon + 1, len(tokens)), (colon, colon + 1), (0, colon)
        return Candidate(tokens, "speaker_tag", cue, source, [said], verbatim=True, named=named)


Tags = dict[int, Tag]


def find_turns(document: Document, people: Sequence[Person]) -> Turns:
    """Return what speakers' tags attribute in an article: all that a paragraph prints behind one.

    A tag in capitals tells by itself. One in mixed case does so where the article reads as a transcript (see
    `_mixed_turns`), `A:` where it reads as an interview with one person (see `_answers`). ``people`` are those whom
    the article names, in order.
    """
    tags = _tags(document.paragraphs)
    turns = _turns(_those(tags, is_shouted))
    mixed = {at: tag for at, tag in tags.items() if at not in turns}
    return turns | _mixed_turns(mixed, people) | _answers(document, mixed, people)


def _tags(paragraphs: Sequence[Tokens]) -> Tags:
    """Return what may be tags, by the places of their paragraphs."""
    tags: Tags = {}
    for at, tokens in enumerate(paragraphs):
        tag = head_tag(tokens)
        if tag and tokens.part == "body" and not tokens.bounds(0)[0]:
            tags[at] = tag
    return tags


def head_tag(tokens: Tokens) -> Tag | None:
    """Return what may be a tag at the head of a paragraph."""
    colon = head_colon(tokens, TITLED)
    return Tag(tokens, colon) if colon else None


def _those(tags: Tags, fits: Callable[[Tag], bool]) -> Tags:
    """Return the tags that fit."""
    return {at: tag for at, tag in tags.items() if fits(tag)}


def _introduce(tags: Tags, words: Set[str]) -> bool:
    """Tell whether one of these words stands behind one of the tags."""
    return any(not words.isdisjoint(tag.tokens.lower[tag.colon :]) for tag in tags.values())


def _turns(tags: Tags) -> Turns:
    return {at: [tag.turn()] for at, tag in tags.items()}


def is_shouted(tag: Tag) -> bool:
    """`SEN. LEE (D-OHIO): The plan is dead.`; but not `WHEN:`, `Q:`, `10 A.M.:`."""
    text = " ".join(tag.tokens.words[: tag.colon])
    name = len(text) > 1 and text.isupper() and not any(map(str.isdigit, text))
    return name and tag.tokens.lower[0] not in LABEL


def _mixed_turns(tags: Tags, people: Sequence[Person]) -> Turns:
    """`Basha: We will see.`: the turns of those who speak more than once, and of the others whom the article names.

    Tags are names of people or words for one person ("Moderator"); a table ("Lee: Voted yes.") does not talk: nobody
    in it says "I" or "you", or asks.
    """
    known = _of_speakers(tags, people)
    if _introduce(known, TALK) and _come_again(known, tags):
        return _turns(known)
    return {}


def _of_speakers(tags: Tags, people: Sequence[Person]) -> Tags:
    """Return the tags that are a role or a name."""
    named = {person.start: person.end for person in people}
    return _those(tags, lambda tag: _is_role(tag) or _is_named(tag, named))


def _come_again(some: Tags, tags: Tags) -> bool:
    """Tell whether any of some tags stands more than once among all."""
    often = Counter(tag.text for tag in tags.values())
    return any(often[tag.text] > 1 for tag in some.values())


def _is_role(tag: Tag) -> bool:
    """`Moderator:`: tell whether a tag is a word for one person."""
    word = tag.tokens.words[0]
    if tag.colon > 1 or not word.istitle():
        return False
    noun = roles().get(plain(word))
    return noun is not None and not noun.plural


def _is_named(tag: Tag, named: Mapping[int, int]) -> bool:
    """`Basha:`, `Mayor Lee (D):`: tell whether a tag is somebody whom the article names here, from start to end."""
    starts = tag.tokens.starts
    end = named.get(starts[0])
    return end is not None and tag.tokens.words[bisect_left(starts, end)] in f":{TITLED}"


def _answers(document: Document, tags: Tags, people: Sequence[Person]) -> Turns:
    """`Q: Is it dead?` `A: I think so.`: the answers of the one person named before the first question.

    An answer goes on up to the next question. Where several people are named there, or none, nobody says who answers:
    nothing is attributed, nor is what an answer says read as the writer's. Answers in which nobody says "I" are the
    newsroom's own, to questions of readers.
    """
    answers = _those(tags, lambda tag: tag.text in ANSWER)
    opened = list(_those(tags, lambda tag: tag.text in QUESTION | ANSWER))
    if len(opened) < 2 or not _introduce(answers, ONESELF):
        return {}
    who = _interviewed(document, people, document.paragraphs[opened[0]].starts[0])
    turns: Turns = {}
    for at, following in pairwise((*opened, opened[-1])):
        end = at + 1 if following in answers else following
        if at in answers:
            turns |= _answer(document.paragraphs[at:end], at, answers[at], who)
    return turns


def _answer(paragraphs: Sequence[Tokens], at: int, tag: Tag, who: Span | None) -> Turns:
    """Return the turn of somebody who answers in these paragraphs, of which the first is number ``at``."""
    turns: Turns = {at + number: [] for number in range(len(paragraphs))}
    if who is not None:
        turns[at] = [tag.turn(who)]
        turns[at][0].more += [tokens.span(0, len(tokens)) for tokens in paragraphs[1:]]
    return turns


def _interviewed(document: Document, people: Sequence[Person], end: int) -> Span | None:
    """Return where the one person whom an article names before ``end`` is named in full.

    If it names more, it is the one of "an interview with Lee"; None if that is nobody or several, too.
    """
    named: dict[str, Span] = {}
    for person in people:
        if person.start < end:
            named[person.label] = Span(person.start, person.end)
    asked = list(named)
    if len(named) > 1:
        opening = " ".join(s.text for s in document.sentences if s.start < end)
        asked = list(_asked(opening, named))
    return named[asked[0]] if len(asked) == 1 else None


def _asked(text: str, names: Iterable[str]) -> set[str]:
    """Return which of these names stand behind "an interview with"."""
    return set(re.findall(f"{INTERVIEW}({'|'.join(map(re.escape, names))})", text))
