"""The constructions in which newspapers say who says what: one small matcher each.

A matcher proposes; it never deletes, ranks or classifies. Of two candidates with one cue the one of the earlier
matcher stands (see `resolve`).
"""

from collections.abc import Callable, Iterator, Set
from functools import cache

from analysis.sourcing.extraction.candidates import Candidate
from analysis.sourcing.extraction.matchers.content_first import (
    as_said,
    as_said_by,
    content_cue_source,
    content_source_cue,
)
from analysis.sourcing.extraction.matchers.impersonal import passive_as, seems, was_judged, was_told, when_asked
from analysis.sourcing.extraction.matchers.nouns_and_adjectives import noun_of_saying, state_of_mind, states_of_mind
from analysis.sourcing.extraction.matchers.source_first import (
    gerund,
    infinitive,
    issued_statement,
    participle,
    passive_by,
    source_before,
)
from analysis.sourcing.extraction.matchers.without_verb import (
    HEARSAY,
    POLL,
    according_to,
    headline_colon,
    in_poll,
    reportedly,
    under_law,
)
from analysis.sourcing.grammar.cues import first_words, saying_nouns
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verbs import FORMS, Verb

WordMatcher = Callable[[Tokens, int], Iterator[Candidate]]
VerbMatcher = Callable[[Verb], Iterator[Candidate]]

# The words and marks that each looks at.
WORD_MATCHERS: dict[WordMatcher, Set[str]] = {
    headline_colon: frozenset((":",)),
    according_to: frozenset(("according",)),
    under_law: frozenset(("under",)),
    in_poll: POLL,
    reportedly: HEARSAY,
    noun_of_saying: frozenset(saying_nouns()),
    state_of_mind: frozenset(states_of_mind()),
}
# The forms of the verbs that each looks at, and the frames of which their cue must have one, if any. What names nobody
# comes first, since "asked whether ..." looks like "Lee asked whether ..." to the others; then what stands behind its
# content, since "..., Lee said" begins like "Lee said ..."; what is seldom right comes last.
VERB_MATCHERS: dict[VerbMatcher, tuple[tuple[str, ...], tuple[str, ...]]] = {
    when_asked: (FORMS, ("asked",)),
    was_told: (("passive",), ("told",)),
    passive_as: (("passive", "finite"), ("known",)),
    as_said: (("finite",), ("clause",)),
    as_said_by: (("passive",), ()),
    seems: (("passive", "finite"), ("expected", "seems")),
    issued_statement: (("participle",), ()),
    content_source_cue: (("finite",), ("postposed", "after-quote")),
    content_cue_source: (("finite",), ("postposed", "after-quote")),
    source_before: (("finite",), ()),
    participle: (("participle",), ()),
    gerund: (("gerund",), ()),
    passive_by: (("passive",), ()),
    infinitive: (("infinitive",), ()),
    was_judged: (("passive",), ("judged",)),
}
BY_SIGN: dict[str, tuple[tuple[int, WordMatcher], ...]] = {
    sign: tuple((number, match) for number, (match, signs) in enumerate(WORD_MATCHERS.items()) if sign in signs)
    for sign in frozenset[str]().union(*WORD_MATCHERS.values())
}
"""Each word or mark with those that look at it, and their numbers."""
SIGNS = frozenset(BY_SIGN).union(first_words())
"""All words and marks that any matcher looks at."""


@cache
def matchers_for(form: str, frames: frozenset[str]) -> tuple[VerbMatcher, ...]:
    """Return which matchers look at a verb of this form whose cue has these frames."""
    return tuple(
        matcher
        for matcher, (forms, wanted) in VERB_MATCHERS.items()
        if form in forms and (not wanted or not frames.isdisjoint(wanted))
    )
