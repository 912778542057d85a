"""What a matcher is about to propose, as the objections to it see it."""

from dataclasses import dataclass

from analysis.sourcing.extraction.complements import Content
from analysis.sourcing.extraction.subjects import Subject
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verbs import Verb

Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A cue, its source and its content as pieces (first token, end), and what is known of them.

    ``matcher`` is the name of the one that proposes; ``frames`` and ``speech`` are those of the cue; ``how`` tells how
    the source stands to the cue ("before", "relative", ...), ``complement`` what kind of content follows ("np", ...).
    """

    matcher: str
    tokens: Tokens
    cue: Piece
    source: Piece
    content: Piece
    frames: frozenset[str] = frozenset()
    speech: bool = False
    how: str = ""
    complement: str = ""

    def words(self, piece: Piece) -> list[str]:
        """Return the words of one of its pieces, lower case."""
        return self.tokens.lower[slice(*piece)]


def of_verb(matcher: str, verb: Verb, who: Subject, content: Piece, complement: str = "") -> Proposal:
    """Return what a matcher makes of a verb, its source and what is said."""
    return Proposal(
        matcher, verb.tokens, (verb.start, verb.end), (who.start, who.end), content,
        verb.cue.frames, verb.cue.speech, who.how, complement,
    )  # fmt: skip


def of_complement(matcher: str, verb: Verb, who: Subject, content: Content) -> Proposal:
    """Return what a matcher makes of a verb, its source and the complement behind it."""
    return of_verb(matcher, verb, who, (content.start, content.end), content.frame)
