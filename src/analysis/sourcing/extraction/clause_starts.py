"""Where a clause with its own subject and verb begins: "said | it was dead"."""

from analysis.sourcing.extraction.scan import next_of
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.patterns import Row, Table, here
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import next_finite

Is = Row[bool]
FAR = 12

SUBJECT = c.DET | c.POSS | c.NOUNISH | c.ING | c.PAST | c.SUB | c.AUX | c.ADV
CLAUSE_BORDER = c.STOP | c.COLON | c.REL | c.DASH
CONTRACTED = frozenset(("it's", "it'll", "that's", "there's", "what's", "who's"))
"""The words in which subject and verb are one."""
SUBJECTS = Table(
    False,
    Is(True, "Lee said |it| was dead.", (here(c.PRON),)),
    Is(True, "Lee said |there's| a plan.", (here(words=CONTRACTED),)),
)
"""What is the subject of a clause for sure."""


def begins_clause(tokens: Tokens, at: int, last: int, border: int = CLAUSE_BORDER) -> bool:
    """Tell whether a clause with its own subject and verb begins at ``at``: "the plan was dead"."""
    return SUBJECTS.decide(tokens, at) or (tokens.is_(at, SUBJECT) and _has_verb(tokens, at + 1, last, border))


def _has_verb(tokens: Tokens, start: int, last: int, classes: int) -> bool:
    """Tell whether the finite verb of a clause follows within it; far from its beginning a comma ends it, too.

    The word at which it ends may be the verb itself: "who's".
    """
    border = next_of(tokens, start, last, classes)
    border = next_of(tokens, start + FAR, border, c.COMMA)
    verb = next_finite(tokens, start, min(border + 1, last))
    return verb is not None and not _is_second(tokens, start, verb)


def _is_second(tokens: Tokens, start: int, verb: int) -> bool:
    """`expects rates to fall and | has left`: tell whether a verb right behind "and" has its subject before the cue."""
    return tokens.is_(verb - 1, c.CONJ) and next_of(tokens, start, verb, c.PAST) == verb
