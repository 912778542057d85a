"""From the tokens of one article to its attributions as spans."""

from collections.abc import Sequence
from operator import itemgetter

from analysis.sourcing.extraction.candidates import Candidate
from analysis.sourcing.extraction.continued import claim_quotations
from analysis.sourcing.extraction.datelines import pass_datelines
from analysis.sourcing.extraction.figures import add_figures
from analysis.sourcing.extraction.matchers import BY_SIGN, SIGNS, matchers_for
from analysis.sourcing.extraction.pull_quotes import find_signed
from analysis.sourcing.extraction.resolve import resolve
from analysis.sourcing.extraction.transcripts import find_turns
from analysis.sourcing.grammar.document import Document
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verbs import find_verbs
from analysis.sourcing.model import Found, Person
from analysis.spans import Span

NUMBER = itemgetter(0)


def extract(document: Document, people: Sequence[Person]) -> list[Found]:
    """Return the attributions of one article, in order of place; ``people`` are those whom it names, in order."""
    pass_datelines(document, people)
    paragraphs = document.paragraphs
    turns = find_signed(paragraphs) | find_turns(document, people)
    candidates: list[Candidate] = []
    speaker: Candidate | None = None
    part = ""
    for at, tokens in enumerate(paragraphs):
        if tokens.part != part:  # whom a headline quotes does not go on speaking in the body
            part, speaker = tokens.part, None
        if at in turns:
            winners, speaker = turns[at], None
        else:
            winners, _ = resolve(find_candidates(tokens))
            add_figures(tokens, winners)
            speaker = claim_quotations(tokens, winners, speaker)
        candidates += winners
    return sorted([candidate.found() for candidate in candidates], key=_place)


def _place(found: Found) -> Span:
    """Return the first span of an attribution."""
    return min(filter(None, (found.source, found.cue, *found.content)))


def find_candidates(tokens: Tokens) -> list[Candidate]:
    """Return what all matchers propose for a paragraph, in the order of the matchers."""
    places = tokens.find(SIGNS)
    if not places:
        return []
    of_words = [(number, match, at) for at in places for number, match in BY_SIGN.get(tokens.lower[at], ())]
    of_verbs = [
        (number, match, verb)
        for verb in find_verbs(tokens, places)
        for number, match in matchers_for(verb.form, verb.cue.frames)
    ]
    candidates: list[Candidate] = []
    for _, match, at in sorted(of_words, key=NUMBER):
        candidates += match(tokens, at)
    for _, match_verb, verb in sorted(of_verbs, key=NUMBER):
        candidates += match_verb(verb)
    return candidates
