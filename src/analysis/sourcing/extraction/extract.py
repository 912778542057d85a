"""From the sentences of one article to its attributions as spans."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from analysis.sourcing.extraction.candidates import Candidate
from analysis.sourcing.extraction.continued import claim_quotations
from analysis.sourcing.extraction.matchers import BY_SIGN, SIGNS, VERB_MATCHERS, VerbMatcher, matchers_for
from analysis.sourcing.extraction.pull_quotes import find_signed
from analysis.sourcing.extraction.resolve import resolve
from analysis.sourcing.extraction.transcripts import find_turns
from analysis.sourcing.grammar.quotations import mark_quotes
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verbs import Verb, find_verbs
from analysis.sourcing.model import Found, Sentence
from analysis.spans import Span

CHARACTERS = 20_000
"""A paragraph is read in pieces of about this length, so that the work grows with the length of the text."""


def extract(sentences: Iterable[Sentence]) -> list[Found]:
    """Return the attributions of one article, in order of place."""
    sentences = list(sentences)
    paragraphs = list(_paragraphs(sentences))
    turns = find_signed(paragraphs) | find_turns(paragraphs, sentences)
    candidates: list[Candidate] = []
    speaker: Candidate | None = None
    for at, tokens in enumerate(paragraphs):
        if at in turns:
            winners, speaker = turns[at], None
        else:
            winners, _ = resolve(find_candidates(tokens))
            speaker = claim_quotations(tokens, winners, speaker)
        candidates += winners
    return sorted((c.found() for c in candidates), key=_place)


def _place(found: Found) -> Span:
    """Return the first span of an attribution."""
    return min(span for span in (found.source, found.cue, *found.content) if span)


def find_candidates(tokens: Tokens) -> list[Candidate]:
    """Return what all matchers propose for a paragraph, in the order of the matchers."""
    places = tokens.find(SIGNS)
    asked = [(number, match, at) for at in places for number, match in BY_SIGN.get(tokens.lower[at], ())]
    candidates: list[Candidate] = []
    for _, match, at in sorted(asked, key=itemgetter(0)):
        candidates += match(tokens, at)
    concerned: dict[VerbMatcher, list[Verb]] = defaultdict(list)
    for verb in find_verbs(tokens, places):
        for matcher in matchers_for(verb.form, verb.cue.frames):
            concerned[matcher].append(verb)
    for matcher in filter(concerned.__contains__, VERB_MATCHERS):
        for verb in concerned[matcher]:
            candidates += matcher(verb)
    return candidates


def _paragraphs(sentences: Iterable[Sentence]) -> Iterator[Tokens]:
    """Yield the paragraphs, each read once."""
    for _, group in groupby(sentences, key=lambda s: (s.paragraph, s.part)):
        for part in _parts(group):
            tokens = Tokens(part)
            if len(tokens):
                mark_quotes(tokens)
                yield tokens


def _parts(group: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Yield the sentences of a paragraph, as a rule all at once; a very long one in several lots."""
    lot: list[Sentence] = []
    size = 0
    for sentence in group:
        for piece in _pieces(sentence) if len(sentence.text) > CHARACTERS else (sentence,):
            if size > CHARACTERS:
                yield lot
                lot, size = [], 0
            lot.append(piece)
            size += len(piece.text)
    if lot:
        yield lot


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    """Yield a very long sentence in pieces, each with the number of the whole."""
    for at in range(0, len(sentence.text), CHARACTERS):
        text = sentence.text[at : at + CHARACTERS]
        yield Sentence(sentence.paragraph, sentence.number, sentence.part, sentence.start + at, text)
