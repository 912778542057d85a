"""What is said first, then the source: "The plan is dead," Lee said; "said Lee"; "as Lee said"."""

from collections.abc import Iterator

from analysis.sourcing.extraction.adjuncts import after_addressee
from analysis.sourcing.extraction.candidates import Candidate, propose
from analysis.sourcing.extraction.complements import content_after
from analysis.sourcing.extraction.inversion import subject_after
from analysis.sourcing.extraction.matchers.search import next_quoted
from analysis.sourcing.extraction.objections import objection_to
from analysis.sourcing.extraction.proposals import Piece, of_verb
from analysis.sourcing.extraction.quoted import after_quotation, ends_quotation
from analysis.sourcing.extraction.subjects import subject_before
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import CONTRAST, adds, around, clause_end, content_before
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.phrase_ends import phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import has_finite
from analysis.sourcing.grammar.verbs import Verb

AFTER_CUE = group("after a cue")
BEHIND = ("before", "aside")
AS, FIRST_OR_AS = ("as",), ("as", "first")
WITH_CUE, POINTED_OUT = ("out", "back"), ("out",)
APART = c.COMMA | c.CLOSE | c.DASH
CLOSES = c.COMMA | c.STOP | c.OPEN | c.TIME | c.COLON | c.DASH | c.BRACKET
OPENS_OTHERWISE = c.SUB | c.PREP | c.CONJ | c.ING | c.PAST
NEAR = 12


def content_source_cue(verb: Verb) -> Iterator[Candidate]:
    """`The plan was dead, Lee said.` `"It is dead," Lee, a former aide, said. "And gone."`"""
    tokens, who = verb.tokens, subject_before(verb.tokens, verb.start, verb.first)
    if who is None or who.how not in BEHIND or not _is_behind_content(verb, who.start):
        return
    before = content_before(tokens, who.start, verb.first)
    rest = _rest(verb, who.start, before) if before else []
    if before and not objection_to(of_verb("content_source_cue", verb, who, before, rest=rest)):
        end = _with_particle(verb, WITH_CUE)
        yield propose(verb, "content_source_cue", (who.start, who.end), [before, *rest], cue_end=end, final=True)


def _is_behind_content(verb: Verb, source: int) -> bool:
    """Tell whether the source that begins at ``source`` may follow its content, and nothing else follows its cue."""
    tokens, left = verb.tokens, source - 1
    if not tokens.is_(left, APART if source > verb.first else c.CLOSE):
        return False
    if content_after(verb):
        return _interrupts(verb, source) or (source > verb.first and ends_quotation(tokens, left))
    return after_quotation(tokens, left) or _closes(verb)


def _closes(verb: Verb) -> bool:
    """Tell whether nothing follows a cue but when, where and to whom: "Lee told reporters | on Friday"."""
    tokens, end = verb.tokens, _after_addressee(verb, _with_particle(verb, WITH_CUE))
    if end >= len(tokens):
        return True
    return "postposed" in verb.cue.frames and (tokens.is_(end, CLOSES) or tokens.lower[end] in AFTER_CUE)


def _with_particle(verb: Verb, particles: tuple[str, ...]) -> int:
    """Return the end of a cue with its particle: "pointed out"."""
    return verb.end + (verb.tokens.lower[verb.end] in particles)


def _after_addressee(verb: Verb, end: int) -> int:
    """Return the end of a cue with the person told, if it is one that takes one: "told reporters"."""
    return after_addressee(verb.tokens, end, verb.last) if "tell" in verb.cue.frames else end


def _interrupts(verb: Verb, source: int) -> bool:
    """`It was time, Lee said, “to go.”`: tell whether the source stands between a clause and what completes it."""
    tokens, first = verb.tokens, verb.first
    if not (tokens.is_(verb.end, c.COMMA) and tokens.is_(source - 1, c.COMMA)) or tokens.is_(first, OPENS_OTHERWISE):
        return False
    said = has_finite(tokens, first, source) or _is_verb_quoted(tokens, verb.end + 1)
    return said and not any(tokens.is_(at, c.COMMA) for at in range(first, source - 1))


def _is_verb_quoted(tokens: Tokens, at: int) -> bool:
    """`Voters, he says, “have forgotten.”`: tell whether a quotation begins at ``at`` with the verb of a clause."""
    return tokens.is_(at, c.OPEN) and tokens.is_(at + 1, c.AUX | c.VERB | c.PAST)


def _rest(verb: Verb, source: int, before: Piece) -> list[Piece]:
    """Return the rest of what is said where the source interrupts it."""
    content = content_after(verb)
    if content and _interrupts(verb, source):
        return [(content.start, content.end)]
    return _resumed(verb.tokens, verb.end, verb.last) or _interrupted(verb, before)


def _resumed(tokens: Tokens, at: int, last: int) -> list[Piece]:
    """Return the rest of a quotation that goes on after the source: `"It is dead," Lee said, "and gone."`"""
    start = next_quoted(tokens, at, min(at + NEAR, last))
    if start is None or (start > at and not tokens.is_(start - 1, c.COMMA | c.COLON | c.STOP | c.DASH)):
        return []
    return [tokens.quote_of[start]]


def _interrupted(verb: Verb, before: Piece) -> list[Piece]:
    """Return the rest of a clause which the source interrupts: `The plan, Lee said, was dead.`"""
    tokens, comma = verb.tokens, _after_addressee(verb, verb.end)
    if not tokens.is_(comma, c.COMMA) or tokens.quoted[before[1] - 1] or _goes_elsewhere(tokens, before, comma + 1):
        return []
    return [(comma + 1, clause_end(tokens, comma + 1, verb.last))]


def _goes_elsewhere(tokens: Tokens, before: Piece, at: int) -> bool:
    """Tell whether the writer goes on at ``at``: ", but", ", which", ", adding", ", backed by his party"."""
    if tokens.lower[at] in CONTRAST or tokens.is_(at, c.REL) or adds(tokens, at):
        return True
    return tokens.is_(at, c.PAST) and has_finite(tokens, *before)


def content_cue_source(verb: Verb) -> Iterator[Candidate]:
    """`The plan was dead, said Lee, a former aide.`"""
    tokens, left = verb.tokens, verb.start - 1
    if verb.start == verb.first or not tokens.is_(left, APART):
        return
    who, before = subject_after(tokens, verb.end, verb.last), content_before(tokens, verb.start, verb.first)
    content = content_after(verb)
    if who and before and not objection_to(of_verb("content_cue_source", verb, who, before, content)):
        pieces = [before, *_resumed(tokens, who.end, verb.last)]
        yield propose(verb, "content_cue_source", (who.start, who.end), pieces, cue_end=verb.end, final=True)


def as_said(verb: Verb) -> Iterator[Candidate]:
    """`As Lee reported, the plan is dead`; `The plan, as Lee put it, is dead`."""
    tokens, who = verb.tokens, subject_before(verb.tokens, verb.start, verb.first)
    end = _with_particle(verb, POINTED_OUT)
    behind = _after_addressee(verb, end)
    if who and tokens.lower[who.start - 1] == "as" and tokens.is_(behind, c.COMMA | c.STOP):
        pieces = around(tokens, who.start - 1, behind, verb.first, verb.last)
        if pieces:
            yield propose(verb, "as_said", (who.start, who.end), pieces, cue_end=end, final=True)


def as_said_by(verb: Verb) -> Iterator[Candidate]:
    """`As reported by Lee, the plan is dead`."""
    tokens, by = verb.tokens, verb.end
    if tokens.lower[verb.start - 1] not in FIRST_OR_AS or tokens.lower[by] != "by":
        return
    end = phrase_end(tokens, by + 1, verb.last)
    pieces = around(tokens, verb.start - 1, end, verb.first, verb.last) if end else []
    if end and pieces:
        yield propose(verb, "as_said_by", (by + 1, end), pieces, cue_end=by, final=True)
