"""What is said first, then the source: "The plan is dead," Lee said; "said Lee"; "as Lee said"."""

from collections.abc import Iterator
from functools import partial

from analysis.sourcing.extraction.adjuncts import after_addressee
from analysis.sourcing.extraction.candidates import Candidate, Piece, propose
from analysis.sourcing.extraction.complements import Content, content_after
from analysis.sourcing.extraction.inversion import subject_after
from analysis.sourcing.extraction.objections import objection_to
from analysis.sourcing.extraction.proposals import of_verb
from analysis.sourcing.extraction.quoted import after_quotation, ends_quotation
from analysis.sourcing.extraction.scan import last_word, next_of, next_quoted, next_word
from analysis.sourcing.extraction.subjects import subject_before
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import CONTRAST, adds, around, clause_at, content_before
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.patterns import Row, Table, after, here
from analysis.sourcing.grammar.phrase_ends import phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, has_finite
from analysis.sourcing.grammar.verbs import Verb
from analysis.sourcing.grammar.vocabulary import documents, speakers

AFTER_CUE, ANAPHORS = group("after a cue"), group("personal pronoun") | group("owner")
BEHIND = ("before", "aside")
COMPARING = ("as", "same", "so", "such")
FIRST_OR_AS, COMMA = ("as", "first"), (",",)
WITH_CUE, POINTED_OUT = ("out", "back"), ("out",)
APART = c.COMMA | c.CLOSE | c.DASH
CLOSES = c.COMMA | c.STOP | c.OPEN | c.TIME | c.COLON | c.DASH | c.BRACKET
RESUMES = c.COMMA | c.COLON | c.STOP | c.DASH
OPENS_OTHERWISE = c.SUB | c.PREP | c.CONJ | c.ING | c.PAST
NEAR, NEARER = 12, 5

Is = Row[bool]
QUOTED_VERBS = Table(
    False,
    Is(True, "Voters, he says, |“have| forgotten.”", (here(c.OPEN), after(c.AUX | c.VERB | c.PAST))),
)
"""Where a quotation begins with the verb of a clause."""
ELSEWHERE = Table(
    False,
    Is(True, "The plan was dead, Lee said, |but| it was not.", (here(words=CONTRAST),)),
    Is(True, "The plan was dead, said Lee, |who| had left.", (here(c.REL),)),
)
"""Where the writer goes on behind a source."""


def content_source_cue(verb: Verb) -> Iterator[Candidate]:
    """`The plan was dead, Lee said.` `"It is dead," Lee, a former aide, said. "And gone."`"""
    who = subject_before(verb.tokens, verb.start, verb.first)
    if who is None or who.how not in BEHIND or not _is_behind_content(verb, who.start):
        return
    before = content_before(verb.tokens, who.start, _behind_colon(verb, who.start, who.end))
    if before is None:
        return
    rest = _rest(verb, who.start, before)
    if objection_to(of_verb("content_source_cue", verb, who, before, rest=rest)):
        return
    yield propose(
        verb,
        "content_source_cue",
        (who.start, who.end),
        [before, *rest],
        cue_end=_with_particle(verb, WITH_CUE),
        final=True,
    )


def _behind_colon(verb: Verb, start: int, end: int) -> int:
    """`Lee was sure: | It is dead, he said`: return where that begins which he says whom the clause before is about.

    Else the start of the sentence; ``start`` and ``end`` are those of the source.
    """
    tokens, first = verb.tokens, verb.first
    colon = next_of(tokens, first, start, c.COLON)
    if colon == start or tokens.quoted[colon] or ANAPHORS.isdisjoint(tokens.lower[start:end]):
        return first
    acts = map(partial(_acts, tokens), range(first, min(first + NEARER, colon)))
    return colon + 1 if any(acts) else first


def _acts(tokens: Tokens, at: int) -> bool:
    """`Lee was sure`: tell whether somebody stands at ``at``, as a subject before its verb."""
    if not (tokens.is_(at, c.NAME, c.DET) or tokens.lower[at] in speakers() - documents().keys()):
        return False
    return tokens.is_(after_adverbs(tokens, at + 1, len(tokens)), c.VERB | c.PAST | c.AUX)


def _is_behind_content(verb: Verb, source: int) -> bool:
    """Tell whether the source that begins at ``source`` may follow its content, and nothing else follows its cue."""
    tokens, left = verb.tokens, source - 1
    if source == verb.first:
        return tokens.is_(left, c.CLOSE) and content_after(verb) is None
    if not tokens.is_(left, APART):
        return False
    if content := content_after(verb):
        return _interrupts(verb, source, content) or ends_quotation(tokens, left)
    return after_quotation(tokens, left) or _closes(verb)


def _closes(verb: Verb) -> bool:
    """Tell whether nothing follows a cue but when, where and to whom: "Lee told reporters | on Friday"."""
    tokens = verb.tokens
    end = _after_addressee(verb, _with_particle(verb, WITH_CUE))
    if end >= len(tokens):
        return True
    if "postposed" not in verb.cue.frames:
        return False
    return tokens.is_(end, CLOSES) or tokens.lower[end] in AFTER_CUE


def _with_particle(verb: Verb, particles: tuple[str, ...]) -> int:
    """Return the end of a cue with its particle: "pointed out"."""
    return verb.end + (verb.tokens.lower[verb.end] in particles)


def _after_addressee(verb: Verb, end: int) -> int:
    """Return the end of a cue with the person told, if it is one that takes one: "told reporters"."""
    if "tell" in verb.cue.frames:
        return after_addressee(verb.tokens, end, verb.last)
    return end


def _interrupts(verb: Verb, source: int, content: Content) -> bool:
    """`It was time, Lee said, “to go.”`: tell whether the source stands between a clause and what completes it."""
    tokens, first = verb.tokens, verb.first
    if next_word(tokens, COMMA, first, source) != source - 1 or tokens.is_(first, OPENS_OTHERWISE):
        return False
    if not _resumes(verb, content):
        return False
    return has_finite(tokens, first, source) or QUOTED_VERBS.decide(tokens, verb.end + 1)


def _resumes(verb: Verb, content: Content) -> bool:
    """Tell whether what is said goes on behind a comma or colon."""
    return verb.tokens.is_(verb.end, c.COMMA) or verb.tokens.is_(content.start - 1, c.COLON)


def _rest(verb: Verb, source: int, before: Piece) -> list[Piece]:
    """Return the rest of what is said where the source interrupts it."""
    content = content_after(verb)
    if content and _interrupts(verb, source, content):
        return [(content.start, content.end)]
    return _resumed(verb.tokens, verb.end, verb.last) or _interrupted(verb, before)


def _resumed(tokens: Tokens, at: int, last: int) -> list[Piece]:
    """Return the rest of a quotation that goes on after the source: `"It is dead," Lee said, "and gone."`"""
    start = next_quoted(tokens, at, min(at + NEAR, last))
    if start is None:
        return []
    if start > at and not tokens.is_(start - 1, RESUMES):
        return []
    return [tokens.quote_of[start]]


def _interrupted(verb: Verb, before: Piece) -> list[Piece]:
    """Return the rest of a clause which the source interrupts: `The plan, Lee said, was dead.`"""
    tokens = verb.tokens
    comma = _after_addressee(verb, verb.end)
    at = comma + 1
    if not tokens.is_(comma, c.COMMA) or tokens.quoted[before[1] - 1]:
        return []
    if _goes_elsewhere(tokens, before, at):
        return []
    return clause_at(tokens, at, verb.last)


def _goes_elsewhere(tokens: Tokens, before: Piece, at: int) -> bool:
    """Tell whether the writer goes on at ``at``: ", but", ", which", ", adding", ", backed by his party"."""
    if ELSEWHERE.decide(tokens, at) or adds(tokens, at):
        return True
    return tokens.is_(at, c.PAST) and has_finite(tokens, *before)


def content_cue_source(verb: Verb) -> Iterator[Candidate]:
    """`The plan was dead, said Lee, a former aide.`"""
    tokens, left = verb.tokens, verb.start - 1
    if verb.start == verb.first or not tokens.is_(left, APART):
        return
    who = subject_after(tokens, verb.end, verb.last)
    before = content_before(tokens, verb.start, verb.first)
    if who is None or before is None:
        return
    if objection_to(of_verb("content_cue_source", verb, who, before, content_after(verb))):
        return
    yield propose(
        verb,
        "content_cue_source",
        (who.start, who.end),
        [before, *(_resumed(tokens, who.end, verb.last) or _behind_fronted(verb, before, who.end))],
        cue_end=verb.end,
        final=True,
    )


def _behind_fronted(verb: Verb, before: Piece, end: int) -> list[Piece]:
    """`By the time it ended, said Lee, | the plan was dead`: return what a clause before the source is part of."""
    tokens = verb.tokens
    fronted = tokens.is_(before[0], c.SUB | c.PREP, c.REL) and next_word(tokens, COMMA, *before) is None
    return clause_at(tokens, end + 1, verb.last) if fronted and tokens.is_(end, c.COMMA) else []


def as_said(verb: Verb) -> Iterator[Candidate]:
    """`As Lee reported, the plan is dead`; `The plan, as Lee put it, is dead`."""
    tokens = verb.tokens
    who = subject_before(tokens, verb.start, verb.first)
    if who is None or tokens.lower[who.start - 1] != "as" or _is_compared(verb, who.start - 1):
        return
    end = _with_particle(verb, POINTED_OUT)
    behind = _after_addressee(verb, end)
    pieces = around(tokens, who.start - 1, behind, verb.first, verb.last)
    if pieces and tokens.is_(behind, c.COMMA | c.STOP):
        yield propose(verb, "as_said", (who.start, who.end), pieces, cue_end=end, final=True)


def _is_compared(verb: Verb, at: int) -> bool:
    """`as many were sick | as they had said`: tell whether the "as" at ``at`` only compares."""
    comma = last_word(verb.tokens, COMMA, verb.first, at)
    return last_word(verb.tokens, COMPARING, verb.first if comma is None else comma, at) is not None


def as_said_by(verb: Verb) -> Iterator[Candidate]:
    """`As reported by Lee, the plan is dead`."""
    tokens, by = verb.tokens, verb.end
    if tokens.lower[verb.start - 1] not in FIRST_OR_AS or tokens.lower[by] != "by":
        return
    end = phrase_end(tokens, by + 1, verb.last)
    if end is None:
        return
    pieces = around(tokens, verb.start - 1, end, verb.first, verb.last)
    if pieces:
        yield propose(verb, "as_said_by", (by + 1, end), pieces, cue_end=by, final=True)
