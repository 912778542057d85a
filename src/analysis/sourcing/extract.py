"""From the sentences of one article to its attributions as spans."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from analysis.sourcing.goes_on import claim_quotations
from analysis.sourcing.matchers import LINE_MATCHERS, VERB_MATCHERS, Candidate
from analysis.sourcing.minds import noun_of_saying, state_of_mind
from analysis.sourcing.model import Found, Sentence
from analysis.sourcing.quotes import mark_quotes
from analysis.sourcing.resolve import resolve
from analysis.sourcing.tokens import Line
from analysis.sourcing.verbs import find_verbs


def extract(sentences: Iterable[Sentence]) -> list[Found]:
    """Return the attributions of one article, in order of place."""
    candidates: list[Candidate] = []
    previous: Candidate | None = None
    for _, group in groupby(sentences, key=lambda s: (s.paragraph, s.part)):
        line = Line(list(group))
        if not len(line):
            continue
        mark_quotes(line)
        winners = _attributions(line)
        previous = claim_quotations(line, winners, previous)
        candidates += winners
    return [_found(c) for c in candidates]


def _attributions(line: Line) -> list[Candidate]:
    candidates = [c for match in (*LINE_MATCHERS, noun_of_saying, state_of_mind) for c in match(line)]
    verbs = find_verbs(line)
    for match in VERB_MATCHERS:
        for verb in verbs:
            candidates += match(verb)
    winners, _ = resolve(candidates)
    return winners


def _found(c: Candidate) -> Found:
    line = c.line
    first = c.cue or c.source or c.content[0]
    content = (*(line.span(s, e) for s, e in sorted(c.content)), *c.more)
    return Found(
        f"{c.rule}:{c.frame}:{c.lemma}", line.span(*c.source) if c.source else None, line.span(*c.cue) if c.cue else None, content, "direct", c.speech,
        line.sentences[line.sentence_of[first[0]]][0],
    )  # fmt: skip
