"""What is said first, then the source: "The plan is dead," Lee said; "said Lee"; "as Lee said"."""

from collections.abc import Iterator

from analysis.sourcing.extraction.adjuncts import after_addressee
from analysis.sourcing.extraction.candidates import Candidate, Piece, propose
from analysis.sourcing.extraction.complements import content_after
from analysis.sourcing.extraction.conditions import is_thing
from analysis.sourcing.extraction.inversion import subject_after
from analysis.sourcing.extraction.proposals import Proposal
from analysis.sourcing.extraction.subjects import EDGE, subject_before
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import CONTRAST, adds, around, clause_end, content_before
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.phrase_ends import phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, has_finite, is_finite
from analysis.sourcing.grammar.verbs import Verb

AFTER_CUE = group("after a cue")
PARTICLES = group("particle") | group("stray particle")
SHORT = 5
NEAR = 12


def content_source_cue(verb: Verb) -> Iterator[Candidate]:
    """`The plan was dead, Lee said.` `"It is dead," Lee, a former aide, said. "And gone."`"""
    tokens = verb.tokens
    who = subject_before(tokens, verb.start, verb.first)
    if who is None or who.how not in ("before", "aside") or tokens.lower[who.end - 1].endswith("'s"):
        return
    if "postposed" not in verb.cue.frames and is_thing(
        Proposal("", tokens, (0, 0), (who.start, who.end), (0, 0))
    ):  # "“Ready?” The engine roared."
        return
    end = verb.end + (tokens.word(verb.end) in ("out", "back"))
    if not _follows_content(verb, who.start, end):
        return
    before = content_before(tokens, who.start, verb.first)
    if before and not _is_dateline(tokens, *before) and not _is_according(tokens, *before):
        content = content_after(verb)
        if content and _interrupts(verb, who.start):
            rest = [(content.start, content.end)]
        else:
            rest = _resumed(tokens, verb.end, verb.last) or _interrupted(verb, before)
        if rest or not _opens(tokens, *before) or tokens.is_(end, c.STOP):
            yield propose(verb, "content_source_cue", (who.start, who.end), [before, *rest], cue_end=end, final=True)


def _opens(tokens: Tokens, start: int, end: int) -> bool:
    """`In a speech last week, | Lee said: ...`: tell whether a stretch says only when or where, and nothing is said."""
    adverbial = tokens.is_(start, c.PREP | c.SUB | c.TIME) and not tokens.is_(start, c.TO | c.NOUN)
    return adverbial and not has_finite(tokens, start, end) and not any(tokens.quoted[start:end])


def _is_dateline(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether nothing but a place stands before the dash: "SEATTLE — | A man charged"."""
    return tokens.is_(end, c.DASH) and all(tokens.classes[i] & (c.NAME | EDGE) for i in range(start, end))


def _is_according(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether nothing but another source stands before: "According to a memo by Lee, | the board said no"."""
    return "according" in tokens.lower[start:end] and not has_finite(tokens, start, end)


def _follows_content(verb: Verb, source: int, end: int) -> bool:
    """Tell whether the source that begins at ``source`` may follow its content, and nothing else follows its cue."""
    tokens, left = verb.tokens, source - 1
    if not tokens.is_(left, c.COMMA | c.CLOSE | c.DASH) or (
        source == verb.first and not tokens.classes[left] & c.CLOSE
    ):
        return False
    if source == verb.first and tokens.word(left - 1) == "." and _stands_alone(verb):
        return False
    if content_after(verb):
        if _interrupts(verb, source):
            return True
        if source == verb.first or not _ends_quotation(verb, left):
            return False
    if _after_quotation(tokens, left) or end >= len(tokens):
        return True
    if "postposed" not in verb.cue.frames:
        return False
    if "tell" in verb.cue.frames:
        end = min(after_addressee(tokens, end, verb.last), len(tokens) - 1)
    return (
        tokens.is_(end, c.COMMA | c.STOP | c.OPEN | c.TIME | c.COLON | c.DASH | c.BRACKET)
        or tokens.lower[end] in AFTER_CUE
    )


def _stands_alone(verb: Verb) -> bool:
    """`“It failed.” Lee agreed.`: tell whether a verb needs no quotation before it, so that this one has ended."""
    return "with" in verb.cue.frames or "quote" not in verb.cue.frames or content_after(verb) is not None


def _after_quotation(tokens: Tokens, at: int) -> bool:
    """Tell whether a quotation ends with the mark at ``at`` or the one before."""
    return tokens.is_(at, c.CLOSE) or tokens.is_(at - 1, c.CLOSE)


def _ends_quotation(verb: Verb, at: int) -> bool:
    """Tell whether that quotation is longer than a title or a term, and what is said there: not `Asked about “it,”`."""
    tokens, first = verb.tokens, verb.first
    quote = tokens.quote_of.get(at) or tokens.quote_of.get(at - 1)
    if quote is None or quote[1] not in (at, at + 1):
        return False
    if quote[1] - quote[0] <= SHORT and not tokens.is_(quote[1] - 2, c.COMMA | c.STOP):
        return False
    stands = quote[0] <= first + 1 or tokens.is_(quote[0] - 1, c.COMMA | c.COLON)
    return stands or has_finite(tokens, first, quote[0])


def _interrupts(verb: Verb, source: int) -> bool:
    """`It was time, Lee said, “to go.”`: tell whether the source stands between a clause and what completes it."""
    tokens, first = verb.tokens, verb.first
    if not tokens.is_(verb.end, c.COMMA) or not tokens.is_(source - 1, c.COMMA):
        return False
    if tokens.is_(first, c.SUB | c.PREP | c.CONJ | c.ING | c.PAST):
        return False
    if not has_finite(tokens, first, source) and not _is_verb_quoted(tokens, verb.end + 1):
        return False
    return not any(tokens.classes[at] & c.COMMA for at in range(first, source - 1))


def _is_verb_quoted(tokens: Tokens, at: int) -> bool:
    """`Voters, he says, “have forgotten.”`: tell whether a quotation begins at ``at`` with the verb of a clause."""
    return (
        tokens.is_(at, c.OPEN)
        and tokens.is_(at + 1, c.AUX | c.VERB | c.PAST)
        and not tokens.is_(at + 1, c.NAME | c.NOUN)
    )


def content_cue_source(verb: Verb) -> Iterator[Candidate]:
    """`The plan was dead, said Lee, a former aide.`"""
    tokens, left = verb.tokens, verb.start - 1
    if left < verb.first or not tokens.classes[left] & (c.COMMA | c.CLOSE | c.DASH):
        return
    if "postposed" not in verb.cue.frames and not _after_quotation(tokens, left):
        return
    if tokens.word(verb.end) in PARTICLES:
        return
    who = subject_after(tokens, verb.end, verb.last)
    before = content_before(tokens, verb.start, verb.first)
    said = _after_quotation(tokens, left) and (bool(tokens.quoted[verb.first]) or _ends_quotation(verb, left))
    if who and before and (said or (_is_clause(verb, *before) and not _is_subject_of(verb, who.end))):
        pieces = [before, *_resumed(tokens, who.end, verb.last)]
        yield propose(verb, "content_cue_source", (who.start, who.end), pieces, cue_end=verb.end, final=True)


def _is_clause(verb: Verb, start: int, end: int) -> bool:
    """Tell whether a stretch may be what is said: a clause, not `One delegate, a nurse, | pledged her vote`."""
    tokens = verb.tokens
    return verb.cue.lemma == "say" or any(tokens.quoted[start:end]) or has_finite(tokens, start, end)


def _is_subject_of(verb: Verb, end: int) -> bool:
    """Tell whether what follows the verb belongs to a clause, so that the source stands before it."""
    at = after_adverbs(verb.tokens, end, verb.last)
    if at < verb.last and is_finite(verb.tokens, at):
        return True
    who = subject_before(verb.tokens, verb.start, verb.first)
    return who is not None and who.how == "aside" and content_after(verb) is not None


def _resumed(tokens: Tokens, at: int, last: int) -> list[Piece]:
    """Return the rest of a quotation that goes on after the source: `"It is dead," Lee said, "and gone."`"""
    start = next((i for i in range(at, min(at + NEAR, last)) if tokens.quoted[i]), None)
    if start is None or (start > at and not tokens.is_(start - 1, c.COMMA | c.COLON | c.STOP | c.DASH)):
        return []
    return [tokens.quote_of[start]]


def _interrupted(verb: Verb, before: Piece) -> list[Piece]:
    """Return the rest of a clause which the source interrupts: `The plan, Lee said, was dead.`"""
    tokens, end = verb.tokens, verb.end
    if "tell" in verb.cue.frames:
        end = after_addressee(tokens, end, verb.last)
    at = end + 1
    if not tokens.is_(end, c.COMMA) or tokens.quoted[before[1] - 1] or at >= verb.last:
        return []
    if tokens.lower[at] in CONTRAST or tokens.is_(at, c.REL) or adds(tokens, at):
        return []
    if tokens.is_(at, c.PAST) and has_finite(tokens, *before):
        return []
    return [(at, clause_end(tokens, at, verb.last))]


def as_said(verb: Verb) -> Iterator[Candidate]:
    """`As Lee reported, the plan is dead`; `The plan, as Lee put it, is dead`."""
    tokens = verb.tokens
    end = verb.end + (tokens.word(verb.end) == "out")
    behind = after_addressee(tokens, end, verb.last) if "tell" in verb.cue.frames else end
    if not tokens.is_(behind, c.COMMA | c.STOP):
        return
    who = subject_before(tokens, verb.start, verb.first)
    if who and who.start > verb.first and tokens.lower[who.start - 1] == "as":
        pieces = around(tokens, who.start - 1, behind, verb.first, verb.last)
        if pieces:
            yield propose(verb, "as_said", (who.start, who.end), pieces, cue_end=end, final=True)


def as_said_by(verb: Verb) -> Iterator[Candidate]:
    """`As reported by Lee, the plan is dead`."""
    tokens = verb.tokens
    if tokens.word(verb.start - 1) not in ("as", "first") or tokens.word(verb.end) != "by":
        return
    end = phrase_end(tokens, verb.end + 1, verb.last)
    pieces = around(tokens, verb.start - 1, end, verb.first, verb.last) if end else []
    if end and pieces:
        yield propose(verb, "as_said_by", (verb.end + 1, end), pieces, cue_end=verb.end, final=True)
