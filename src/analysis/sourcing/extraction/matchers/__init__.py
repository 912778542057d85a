"""The constructions in which newspapers say who says what: one small matcher each.

A matcher proposes; it never deletes, ranks or classifies. It finds a source and a content around its cue, and gives up
where a row of `objections` speaks against them. Of two candidates with one cue the one of the earlier matcher stands
(see `resolve`).
"""

from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from functools import cache
from typing import Literal, NamedTuple, TypeVar

from analysis.sourcing.extraction.candidates import Candidate
from analysis.sourcing.extraction.matchers.content_first import (
    as_said,
    as_said_by,
    content_cue_source,
    content_source_cue,
)
from analysis.sourcing.extraction.matchers.impersonal import (
    court_heard,
    passive_as,
    seems,
    seems_expected,
    was_judged,
    was_told,
    when_asked,
)
from analysis.sourcing.extraction.matchers.nouns_and_adjectives import (
    noun_of_nobody,
    noun_of_saying,
    state_of_mind,
    states_of_mind,
)
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
    headline_dash,
    in_poll,
    reportedly,
    under_law,
)
from analysis.sourcing.grammar.cues import first_words, saying_nouns
from analysis.sourcing.grammar.tokens import DASHES, Tokens
from analysis.sourcing.grammar.verbs import Verb

Form = Literal["finite", "participle", "gerund", "infinitive", "passive"]
WordMatcher = Callable[[Tokens, int], Iterator[Candidate]]
VerbMatcher = Callable[[Verb], Iterator[Candidate]]
Matcher = TypeVar("Matcher", WordMatcher, VerbMatcher)
LooksAt = TypeVar("LooksAt")


class Asked(NamedTuple):
    """What verbs a matcher looks at: their forms, and the frames of which their cue must have one, if any are named."""

    forms: tuple[Form, ...]
    frames: tuple[str, ...] = ()

    def fits(self, form: str, frames: frozenset[str]) -> bool:
        """Tell whether it looks at a verb of this form whose cue has these frames."""
        return form in self.forms and not (self.frames and frames.isdisjoint(self.frames))


# The words and marks that each looks at.
WORD_MATCHERS: dict[WordMatcher, Set[str]] = {
    headline_colon: frozenset((":",)),
    headline_dash: DASHES,
    according_to: frozenset(("according",)),
    under_law: frozenset(("under",)),
    in_poll: POLL,
    reportedly: HEARSAY,
    noun_of_saying: frozenset(saying_nouns()),
    noun_of_nobody: frozenset(saying_nouns()),
    state_of_mind: frozenset(states_of_mind()),
}
# The verbs that each looks at. What names nobody comes first, since "asked whether ..." looks like "Lee asked whether
# ..." to the others; then what stands behind its content, since "..., Lee said" begins like "Lee said ..."; what is
# seldom right comes last.
VERB_MATCHERS: dict[VerbMatcher, Asked] = {
    when_asked: Asked(("finite", "participle", "gerund", "infinitive", "passive"), ("asked",)),
    court_heard: Asked(("finite", "passive"), ("hears", "told")),
    was_told: Asked(("passive",), ("told",)),
    passive_as: Asked(("passive", "finite"), ("known",)),
    as_said: Asked(("finite",), ("clause",)),
    as_said_by: Asked(("passive",)),
    seems_expected: Asked(("passive",), ("expected",)),
    seems: Asked(("finite",), ("seems",)),
    issued_statement: Asked(("participle",)),
    content_source_cue: Asked(("finite",), ("postposed", "after-quote")),
    content_cue_source: Asked(("finite",), ("postposed", "after-quote")),
    source_before: Asked(("finite",)),
    participle: Asked(("participle",)),
    gerund: Asked(("gerund",)),
    passive_by: Asked(("passive",)),
    infinitive: Asked(("infinitive",)),
    was_judged: Asked(("passive",), ("judged",)),
}
SIGNS = frozenset[str]().union(*WORD_MATCHERS.values(), first_words())
"""All words and marks that any matcher looks at."""


def _by_sign() -> dict[str, tuple[tuple[int, WordMatcher], ...]]:
    return {
        sign: tuple((number, match) for number, (match, signs) in enumerate(WORD_MATCHERS.items()) if sign in signs)
        for sign in frozenset[str]().union(*WORD_MATCHERS.values())
    }


BY_SIGN = _by_sign()
"""Each word or mark with those that look at it, and their numbers."""


@cache
def matchers_for(form: str, frames: frozenset[str]) -> tuple[tuple[int, VerbMatcher], ...]:
    """Return which matchers look at a verb of this form whose cue has these frames, and their numbers."""
    numbered = enumerate(VERB_MATCHERS.items())
    return tuple((number, matcher) for number, (matcher, asked) in numbered if asked.fits(form, frames))


@contextmanager
def without_matcher(name: str) -> Iterator[None]:
    """Do without one matcher while this lasts, to see what it is good for."""
    words, verbs = dict(WORD_MATCHERS), dict(VERB_MATCHERS)
    _set_matchers(_all_but(name, words), _all_but(name, verbs))
    try:
        yield
    finally:
        _set_matchers(words, verbs)


def _all_but(name: str, matchers: dict[Matcher, LooksAt]) -> dict[Matcher, LooksAt]:
    return {matcher: looks_at for matcher, looks_at in matchers.items() if matcher.__name__ != name}


def _set_matchers(words: dict[WordMatcher, Set[str]], verbs: dict[VerbMatcher, Asked]) -> None:
    """Let these be all the matchers that there are."""
    WORD_MATCHERS.clear()
    WORD_MATCHERS.update(words)
    VERB_MATCHERS.clear()
    VERB_MATCHERS.update(verbs)
    BY_SIGN.clear()
    BY_SIGN.update(_by_sign())
    matchers_for.cache_clear()
