"""What is said first, then the source: "The plan is dead," Lee said; "said Lee"; "as Lee said"."""

from collections.abc import Iterator

from analysis.sourcing import classes as c
from analysis.sourcing.adjuncts import after_addressee
from analysis.sourcing.candidates import Candidate, Piece, propose
from analysis.sourcing.clauses import CONTRAST, adds, around, clause_end, content_before
from analysis.sourcing.contents import content_after
from analysis.sourcing.grammar import group
from analysis.sourcing.inverted import subject_after
from analysis.sourcing.lookalikes import is_thing
from analysis.sourcing.phrase_ends import phrase_end
from analysis.sourcing.subjects import EDGE, subject_before
from analysis.sourcing.tokens import Line
from analysis.sourcing.verbforms import after_adverbs, has_finite, is_finite
from analysis.sourcing.verbs import Verb

AFTER_CUE = group("after a cue")
PARTICLES = group("particle") | group("stray particle")
SHORT = 5
NEAR = 12


def content_source_cue(verb: Verb) -> Iterator[Candidate]:
    """`The plan was dead, Lee said.` `"It is dead," Lee, a former aide, said. "And gone."`"""
    line = verb.line
    who = subject_before(line, verb.start, verb.first)
    if who is None or who.how not in ("before", "aside") or line.lower[who.end - 1].endswith("'s"):
        return
    if "postposed" not in verb.cue.frames and is_thing(line, who):  # "“Ready?” The engine roared."
        return
    end = verb.end + (line.word(verb.end) in ("out", "back"))
    if not _follows_content(verb, who.start, end):
        return
    before = content_before(line, who.start, verb.first)
    if before and not _is_dateline(line, *before) and not _is_according(line, *before):
        content = content_after(verb)
        if content and _interrupts(verb, who.start):
            rest = [(content.start, content.end)]
        else:
            rest = _resumed(line, verb.end, verb.last) or _interrupted(verb, before)
        if rest or not _opens(line, *before) or line.is_(end, c.STOP):
            yield propose(verb, "content_source_cue", (who.start, who.end), [before, *rest], cue_end=end, final=True)


def _opens(line: Line, start: int, end: int) -> bool:
    """`In a speech last week, | Lee said: ...`: tell whether a stretch says only when or where, and nothing is said."""
    adverbial = line.is_(start, c.PREP | c.SUB | c.TIME) and not line.is_(start, c.TO | c.NOUN)
    return adverbial and not has_finite(line, start, end) and not any(line.quoted[start:end])


def _is_dateline(line: Line, start: int, end: int) -> bool:
    """Tell whether nothing but a place stands before the dash: "SEATTLE — | A man charged"."""
    return line.is_(end, c.DASH) and all(line.classes[i] & (c.NAME | EDGE) for i in range(start, end))


def _is_according(line: Line, start: int, end: int) -> bool:
    """Tell whether nothing but another source stands before: "According to a memo by Lee, | the board said no"."""
    return "according" in line.lower[start:end] and not has_finite(line, start, end)


def _follows_content(verb: Verb, source: int, end: int) -> bool:
    """Tell whether the source that begins at ``source`` may follow its content, and nothing else follows its cue."""
    line, left = verb.line, source - 1
    if not line.is_(left, c.COMMA | c.CLOSE | c.DASH) or (source == verb.first and not line.classes[left] & c.CLOSE):
        return False
    if source == verb.first and line.word(left - 1) == "." and _stands_alone(verb):
        return False
    if content_after(verb):
        if _interrupts(verb, source):
            return True
        if source == verb.first or not _ends_quotation(verb, left):
            return False
    if _after_quotation(line, left) or end >= len(line):
        return True
    if "postposed" not in verb.cue.frames:
        return False
    if "tell" in verb.cue.frames:
        end = min(after_addressee(line, end, verb.last), len(line) - 1)
    return (
        line.is_(end, c.COMMA | c.STOP | c.OPEN | c.TIME | c.COLON | c.DASH | c.BRACKET) or line.lower[end] in AFTER_CUE
    )


def _stands_alone(verb: Verb) -> bool:
    """`“It failed.” Lee agreed.`: tell whether a verb needs no quotation before it, so that this one has ended."""
    return "with" in verb.cue.frames or "quote" not in verb.cue.frames or content_after(verb) is not None


def _after_quotation(line: Line, at: int) -> bool:
    """Tell whether a quotation ends with the mark at ``at`` or the one before."""
    return line.is_(at, c.CLOSE) or line.is_(at - 1, c.CLOSE)


def _ends_quotation(verb: Verb, at: int) -> bool:
    """Tell whether that quotation is longer than a title or a term, and what is said there: not `Asked about “it,”`."""
    line, first = verb.line, verb.first
    quote = line.quote_of.get(at) or line.quote_of.get(at - 1)
    if quote is None or quote[1] not in (at, at + 1):
        return False
    if quote[1] - quote[0] <= SHORT and not line.is_(quote[1] - 2, c.COMMA | c.STOP):
        return False
    stands = quote[0] <= first + 1 or line.is_(quote[0] - 1, c.COMMA | c.COLON)
    return stands or has_finite(line, first, quote[0])


def _interrupts(verb: Verb, source: int) -> bool:
    """`It was time, Lee said, “to go.”`: tell whether the source stands between a clause and what completes it."""
    line, first = verb.line, verb.first
    if not line.is_(verb.end, c.COMMA) or not line.is_(source - 1, c.COMMA):
        return False
    if line.is_(first, c.SUB | c.PREP | c.CONJ | c.ING | c.PAST):
        return False
    if not has_finite(line, first, source) and not _is_verb_quoted(line, verb.end + 1):
        return False
    return not any(line.classes[at] & c.COMMA for at in range(first, source - 1))


def _is_verb_quoted(line: Line, at: int) -> bool:
    """`Voters, he says, “have forgotten.”`: tell whether a quotation begins at ``at`` with the verb of a clause."""
    return line.is_(at, c.OPEN) and line.is_(at + 1, c.AUX | c.VERB | c.PAST) and not line.is_(at + 1, c.NAME | c.NOUN)


def content_cue_source(verb: Verb) -> Iterator[Candidate]:
    """`The plan was dead, said Lee, a former aide.`"""
    line, left = verb.line, verb.start - 1
    if left < verb.first or not line.classes[left] & (c.COMMA | c.CLOSE | c.DASH):
        return
    if "postposed" not in verb.cue.frames and not _after_quotation(line, left):
        return
    if line.word(verb.end) in PARTICLES:
        return
    who = subject_after(line, verb.end, verb.last)
    before = content_before(line, verb.start, verb.first)
    said = _after_quotation(line, left) and (bool(line.quoted[verb.first]) or _ends_quotation(verb, left))
    if who and before and (said or (_is_clause(verb, *before) and not _is_subject_of(verb, who.end))):
        pieces = [before, *_resumed(line, who.end, verb.last)]
        yield propose(verb, "content_cue_source", (who.start, who.end), pieces, cue_end=verb.end, final=True)


def _is_clause(verb: Verb, start: int, end: int) -> bool:
    """Tell whether a stretch may be what is said: a clause, not `One delegate, a nurse, | pledged her vote`."""
    line = verb.line
    return verb.cue.lemma == "say" or any(line.quoted[start:end]) or has_finite(line, start, end)


def _is_subject_of(verb: Verb, end: int) -> bool:
    """Tell whether what follows the verb belongs to a clause, so that the source stands before it."""
    at = after_adverbs(verb.line, end, verb.last)
    if at < verb.last and is_finite(verb.line, at):
        return True
    who = subject_before(verb.line, verb.start, verb.first)
    return who is not None and who.how == "aside" and content_after(verb) is not None


def _resumed(line: Line, at: int, last: int) -> list[Piece]:
    """Return the rest of a quotation that goes on after the source: `"It is dead," Lee said, "and gone."`"""
    start = next((i for i in range(at, min(at + NEAR, last)) if line.quoted[i]), None)
    if start is None or (start > at and not line.is_(start - 1, c.COMMA | c.COLON | c.STOP | c.DASH)):
        return []
    return [line.quote_of[start]]


def _interrupted(verb: Verb, before: Piece) -> list[Piece]:
    """Return the rest of a clause which the source interrupts: `The plan, Lee said, was dead.`"""
    line, end = verb.line, verb.end
    if "tell" in verb.cue.frames:
        end = after_addressee(line, end, verb.last)
    at = end + 1
    if not line.is_(end, c.COMMA) or line.quoted[before[1] - 1] or at >= verb.last:
        return []
    if line.lower[at] in CONTRAST or line.is_(at, c.REL) or adds(line, at):
        return []
    if line.is_(at, c.PAST) and has_finite(line, *before):
        return []
    return [(at, clause_end(line, at, verb.last))]


def as_said(verb: Verb) -> Iterator[Candidate]:
    """`As Lee reported, the plan is dead`; `The plan, as Lee put it, is dead`."""
    line = verb.line
    end = verb.end + (line.word(verb.end) == "out")
    behind = after_addressee(line, end, verb.last) if "tell" in verb.cue.frames else end
    if not line.is_(behind, c.COMMA | c.STOP):
        return
    who = subject_before(line, verb.start, verb.first)
    if who and who.start > verb.first and line.lower[who.start - 1] == "as":
        pieces = around(line, who.start - 1, behind, verb.first, verb.last)
        if pieces:
            yield propose(verb, "as_said", (who.start, who.end), pieces, cue_end=end, final=True)


def as_said_by(verb: Verb) -> Iterator[Candidate]:
    """`As reported by Lee, the plan is dead`."""
    line = verb.line
    if line.word(verb.start - 1) not in ("as", "first") or line.word(verb.end) != "by":
        return
    end = phrase_end(line, verb.end + 1, verb.last)
    pieces = around(line, verb.start - 1, end, verb.first, verb.last) if end else []
    if end and pieces:
        yield propose(verb, "as_said_by", (verb.end + 1, end), pieces, cue_end=verb.end, final=True)
