"""Subjects that a clause without commas parts from their verb: "a clerk who asked not to be named | said".

A participle may stand for the clause: "a man accused of robbing a bank | said".
"""

from analysis.sourcing.extraction.scan import first_that, places_of
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import NO_CUE, cue_forms
from analysis.sourcing.grammar.noun_phrases import phrase_start
from analysis.sourcing.grammar.patterns import ANYTHING, Place, Row, Table, after, before, here
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_forms import HELD
from analysis.sourcing.grammar.verb_groups import after_adverbs, has_finite, is_finite, verb_start

FAR, NEAR = 6, 12
RELATIVES = frozenset(("who", "that", "which", "whose"))
OPENED = RELATIVES | {"we"}
CALLING = frozenset(("call", "called", "calling", "identified", "identifying"))
EDGE = c.COMMA | c.STOP | c.COLON | c.OPEN | c.CLOSE | c.DASH
PRONOUNS = Table(
    False,
    Row(
        True, "Those |who| want it said no.",
        (here(c.REL, words=RELATIVES), before(c.NOUNISH | c.PRON | c.DET)),
    ),
    Row(
        True, "A woman |we| are calling Lee said no.",
        (here(words={"we"}), before(c.NOUN), after(c.AUX), Place(2, words=CALLING)),
    ),
    Row(True, "Lee saw the aide |whose| son left.", (here(words=frozenset(("whose",))), before(c.NOUNISH))),
)  # fmt: skip
"""Where a relative clause begins that belongs to the noun before."""
NO_END = Table(
    False,
    Row(False, "Those who were |there| said no.", (here(words=group("where")),)),
    Row(True, "An aide who thinks |he| said it left.", (here(c.PRON, c.DET),)),
    Row(True, "An aide who asked |to| quietly said it.", (here(c.TO),)),
    Row(True, "An aide who has a |crew| saying no left.", (after(c.ING),)),
)
"""With what a relative clause does not end."""
OPENERS = Table(
    False,
    Row(False, "An aide known only |as| Lee said no.", (here(words={"as"}), after(none=c.PRON | c.DET))),
    Row(True, "An aide who asked |that| it be hidden said no.", (here(c.SUB),)),
    Row(True, "An aide who said |he| saw it left.", (here(c.PRON, c.DET),)),
)
"""With what a clause within the relative clause begins, which has a verb of its own."""


PARTICIPLES = Table(
    False,
    Row(
        True, "The man |wearing| a hat said no.",
        (
            here(c.ING, c.NOUN | c.ADV), before(c.NOUNISH, c.PREP | c.TIME),
            after(c.DET | c.POSS | c.TO | c.OBJ | c.NOUNISH),
        ),
    ),
)  # fmt: skip
"""Where a form in -ing begins that describes the noun before, and has an object."""
BEGINNINGS = Table(
    False,
    Row(True, "|The| man wearing a hat said no.", (here(c.FIRST),)),
    Row(True, "It failed, and |the| man wearing a hat said no.", (before(c.CONJ | c.SUB | c.COMMA | c.CLOSE),)),
)
"""Where the subject of a clause begins."""


def start_with_deed(tokens: Tokens, verb: int, first: int) -> int | None:
    """Return where the subject begins of which a deed is told before ``verb``: "| a man accused of robbing her"."""
    floor = tokens.skip_back(verb - 1, first - 1, ANYTHING, EDGE)
    held = first_that(lambda at: HELD.decide(tokens, at), range(floor + 2, verb))
    if held is None or has_finite(tokens, held + 1, verb):
        return None
    return phrase_start(tokens, held - 1, first)


def start_with_relative(tokens: Tokens, verb: int, first: int) -> int | None:
    """Return where the subject begins that a relative clause right before ``verb`` belongs to; None where none does.

    That clause must be over: it has one finite verb, and one more for each clause within it.
    """
    if OPENED.isdisjoint(tokens.lower[first:verb]) or NO_END.decide(tokens, verb - 1):  # as most often
        return None
    floor = tokens.skip_back(verb - 1, first - 1, ANYTHING, EDGE)
    places = places_of(tokens, RELATIVES, floor + 2, verb)
    relative = first_that(lambda at: _is_whole(tokens, at, verb), places)
    if relative is None:
        return None
    start = phrase_start(tokens, relative - 1, first)
    return None if start is None or tokens.is_(start - 1, c.PREP, c.SUB) else start


def start_with_participle(tokens: Tokens, verb: int, first: int) -> int | None:
    """Return where the subject begins that a form in -ing before ``verb`` describes: "| the man wearing a hat | said".

    None where none does.
    """
    near = max(first + 1, verb - NEAR)
    participle = tokens.skip_back(verb - 2, near - 1, ANYTHING, c.ING)
    if participle < near or not PARTICIPLES.decide(tokens, participle):  # as most often
        return None
    if any(_is_own(tokens, at) for at in range(participle, verb)):
        return None
    start = phrase_start(tokens, participle - 1, first)
    return start if start is not None and BEGINNINGS.decide(tokens, start) else None


def _is_own(tokens: Tokens, at: int) -> bool:
    """Tell whether a clause begins or a finite verb stands at ``at``, and no infinitive: "left", not "to | run"."""
    return tokens.is_(at, c.SUB | c.REL | EDGE, c.TO) or (is_finite(tokens, at) and tokens.lower[at - 1] != "to")


def _is_whole(tokens: Tokens, relative: int, end: int) -> bool:
    """Tell whether a relative clause begins at ``relative`` with all its verbs and no more before ``end``."""
    if not PRONOUNS.decide(tokens, relative):
        return False
    lacking = 1
    for at in range(relative + 1, end):
        lacking += _opens(tokens, at) - _is_last_of_group(tokens, at, end)
        if lacking < 0:
            return False
    return not lacking


def _is_last_of_group(tokens: Tokens, at: int, end: int) -> bool:
    """Tell whether a finite verb stands at ``at`` that helps no other: "was | authorized", but not "was" there."""
    if not is_finite(tokens, at) or tokens.is_(verb_start(tokens, at, at - FAR) - 1, c.TO):
        return False
    following = after_adverbs(tokens, at + 1, end)
    return not (tokens.is_(at, c.AUX) and following < end and is_finite(tokens, following))


def _opens(tokens: Tokens, at: int) -> bool:
    """Tell whether a clause begins at ``at``; behind a verb that may have one, a pronoun is its subject."""
    if not OPENERS.decide(tokens, at):
        return False
    return tokens.is_(at, c.SUB) or "clause" in cue_forms().get(tokens.lower[at - 1], NO_CUE)[0].frames
