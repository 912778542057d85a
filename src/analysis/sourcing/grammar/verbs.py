"""A cue where it stands: is it a verb here, in which form, and with which helpers?"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import Words, group
from analysis.sourcing.grammar.cues import MOSTLY, Cue, first_words
from analysis.sourcing.grammar.patterns import Row, Table, after, here
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_forms import UNREAD, Verb, is_complemented, read_form
from analysis.sourcing.grammar.verb_groups import verb_start

__all__ = ["STRAY", "UNREAD", "Verb", "find_verbs", "is_denied", "is_done"]

STRAY_PARTICLES = group("stray particle")
STRAY = Table(
    False,
    Row(False, "Lee said |up| to 40 came.", (here(words=STRAY_PARTICLES), after(c.TO | c.NUM))),
    Row(True, "Lee showed |up|.", (here(words=STRAY_PARTICLES),)),
)
"""What makes another verb of the one before: "showed | up", but not "said | up to 40"."""
DENIALS = Table(
    False,
    Row(True, "Lee did |not| say it.", (here(c.NEG),)),
    Row(True, "Lee |didn't| say it.", (here(words=Words(endings=("n't",))),)),
)


def find_verbs(tokens: Tokens, places: Iterable[int]) -> list[Verb]:
    """Return the cues that are verbs where they stand, as far as they begin at one of these tokens."""
    cues, lower, found = first_words(), tokens.lower, list[Verb]()
    for at in places:
        if tokens.is_(at, tokens.capital, c.FIRST):  # part of a name: "the New York Report"
            continue
        # The longest cue that stands there with all its words and is a verb: "laid out" before "laid".
        for cue, classes in cues.get(lower[at], ()):
            if cue.rest and not _follow(lower, at + 1, cue.rest):
                continue
            if verb := _read(tokens, at, cue, classes):
                found.append(verb)
                break
    return found


def _follow(lower: list[str], at: int, words: tuple[str, ...]) -> bool:
    """Tell whether these words stand at ``at``; one look at the first tells most often that they do not."""
    return lower[at] == words[0] and lower[at : at + len(words)] == list(words)


def _read(tokens: Tokens, at: int, cue: Cue, classes: int) -> Verb | None:
    """Return the cue as a verb; None where it is none."""
    first, last = tokens.bounds(at)
    verb = Verb(tokens, at, cue, classes, verb_start(tokens, at, first), "", first, last, at + 1 + len(cue.rest))
    for speaks_against in _against(cue):
        if speaks_against(verb):
            return None
    read_form(verb)
    return verb if verb.form else None


def _is_mostly_noun(verb: Verb) -> bool:
    return not verb.classes & (c.PAST | c.ING) and not is_complemented(verb.tokens, verb.at + 1)


def _is_another_verb(verb: Verb) -> bool:
    return STRAY.decide(verb.tokens, verb.at + 1)


def _is_not_affirmed(verb: Verb) -> bool:
    return is_denied(verb.tokens, verb.start, verb.at)


class NoVerb(NamedTuple):
    """A row of the table: an example, what speaks against the verb, and against which cues it may speak."""

    example: str
    speaks_against: Callable[[Verb], bool]
    concerns: Callable[[Cue], bool]


NO_VERBS = (
    NoVerb("Lee saw the |state| of it.", _is_mostly_noun, lambda cue: cue.noun == MOSTLY),
    NoVerb("Lee |showed| up.", _is_another_verb, lambda cue: not cue.rest),
    NoVerb("Lee did not |respond| to it.", _is_not_affirmed, lambda cue: "affirmed" in cue.frames),
)
"""What speaks against a verb."""


@cache
def _against(cue: Cue) -> tuple[Callable[[Verb], bool], ...]:
    """Return what may speak against a cue, in the table's order."""
    return tuple(row.speaks_against for row in NO_VERBS if row.concerns(cue))


def is_denied(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether there is a "not" among these tokens, as the helpers of a verb are."""
    return any(DENIALS.decide(tokens, at) for at in range(start, end))


def is_done(verb: Verb) -> bool:
    """Tell whether the form may be a past participle: "known", not "knew"."""
    return bool(verb.classes & c.DONE)
