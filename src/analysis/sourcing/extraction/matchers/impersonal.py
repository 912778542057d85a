"""Attributions to nobody in particular: "was asked whether", "is expected to", "known as", "it seems that"."""

from collections.abc import Iterator

from analysis.sourcing.extraction.candidates import Candidate, Piece, propose
from analysis.sourcing.extraction.complements import content_after
from analysis.sourcing.extraction.subjects import subject_before
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import clause_end, end_at_comma
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.phrase_ends import phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import is_finite
from analysis.sourcing.grammar.verbs import Verb, is_done

ASKING = group("asking")
REASONS = ("for", "of", "as", "with")
NEAR = 7


def when_asked(verb: Verb) -> Iterator[Candidate]:
    """`Asked whether the plan was dead, Lee ...`; `when asked about the plan`."""
    tokens = verb.tokens
    if not is_done(verb):
        return
    if (
        verb.start > verb.first
        and tokens.lower[verb.start - 1] not in ASKING
        and not tokens.is_(verb.start - 1, c.COMMA)
    ):
        return
    verb = Verb(tokens, verb.at, verb.cue, verb.classes, verb.at, "passive", verb.first, verb.last)
    content = content_after(verb)
    if content and (content.frame not in ("to", "for", "np") or tokens.is_(verb.start, c.NAME)):
        ends = (end for at in range(content.start, content.end) if (end := end_at_comma(tokens, at)))
        piece = (content.start, next(ends, content.end))
        asker = _asker(verb, content.start)
        yield propose(verb, "when_asked", asker, [piece], cue_end=verb.end if asker else content.cue_end)


def _asker(verb: Verb, start: int) -> Piece | None:
    """Return who asks where it is said before the content: "asked | by a reporter | whether"; None where it is not."""
    by = verb.end if verb.tokens.word(verb.end) == "by" else None
    end = phrase_end(verb.tokens, by + 1, start) if by is not None else None
    return (by + 1, end) if by is not None and end else None


def was_told(verb: Verb) -> Iterator[Candidate]:
    """`Lee was asked about the plan`; `voters were told that it was dead`."""
    tokens = verb.tokens
    content = content_after(verb) if tokens.word(verb.end) != "by" else None
    if content:
        piece = content.start, _comma_before_verb(tokens, content.start, content.end)
        yield propose(verb, "was_told", None, [piece], cue_end=content.cue_end)


def _comma_before_verb(tokens: Tokens, start: int, end: int) -> int:
    """Return the comma behind which the main clause goes on, else ``end``: "who was told nothing, | left"."""
    ends = (at for at in range(start, end - 1) if tokens.classes[at] & c.COMMA and is_finite(tokens, at + 1))
    return next(ends, end)


def passive_as(verb: Verb) -> Iterator[Candidate]:
    """`a plan known as Plan B`; `Lee is seen as a hawk`."""
    tokens, at = verb.tokens, verb.end
    if not is_done(verb) or at + 1 >= verb.last:
        return
    if tokens.word(at) != "as" and (tokens.word(at) != "for" or verb.cue.lemma != "know"):
        return
    if verb.form == "finite" and not tokens.is_(verb.start - 1, c.NOUNISH | c.COMMA):
        return
    what = subject_before(tokens, verb.start, verb.first)
    end = clause_end(tokens, at + 1, verb.last)
    if what and what.how != "shared" and end > at + 1:
        yield propose(verb, "passive_as", None, [(what.start, what.end), (at + 1, end)], cue_end=at + 1)


def was_judged(verb: Verb) -> Iterator[Candidate]:
    """`The plan was widely criticized`; `Lee was accused of fraud`; where "by Garcia" follows it is `passive_by`.

    It is a stance of people whose words are not given; "Lee, who was accused of fraud, said" only tells who Lee is.
    """
    tokens, at = verb.tokens, verb.end
    what = subject_before(tokens, verb.start, verb.first) if verb.start < verb.at else None
    if what and what.how != "relative" and "by" not in tokens.lower[at : min(at + NEAR, verb.last)]:
        reasons = [(at, clause_end(tokens, at, verb.last))] if tokens.word(at) in REASONS and at + 1 < verb.last else []
        found = propose(verb, "was_judged", None, [(what.start, what.end), *reasons], cue_end=at)
        found.speech = False
        yield found


def seems(verb: Verb) -> Iterator[Candidate]:
    """`Lee seems to see it`; `Lee is expected to go`; `it appeared that the plan was dead`."""
    tokens, at = verb.tokens, verb.end
    expected = verb.form == "passive" and "expected" in verb.cue.frames
    if (not expected and not (verb.form == "finite" and "seems" in verb.cue.frames)) or at >= verb.last:
        return
    what = subject_before(tokens, verb.start, verb.first)
    if what is None:
        return
    rest = (at, clause_end(tokens, at, verb.last, "seems"))
    if tokens.lower[what.start] == "it" and (tokens.lower[at] in ("that", "as") or tokens.is_(at, c.PRON)):
        verb = Verb(tokens, verb.at, verb.cue, verb.classes, what.start, verb.form, verb.first, verb.last)
        yield propose(verb, "seems", None, [rest], cue_end=at)
    elif tokens.lower[at] == "to" or (not expected and not tokens.is_(at, c.STOP | c.COMMA | c.PREP)):
        yield propose(verb, "seems", None, [(what.start, what.end), rest], cue_end=at)
