"""What a matcher is about to propose, as the objections to it see it."""

from collections.abc import Iterable
from typing import NamedTuple

from analysis.sourcing.extraction.candidates import Piece
from analysis.sourcing.extraction.complements import Content
from analysis.sourcing.extraction.subjects import Subject
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verbs import Verb

NO_COMPLEMENT = Content("", 0, 0, 0)


class Kind(NamedTuple):
    """What is known of a proposal but for its words: see `Proposal`."""

    frames: frozenset[str]
    speech: bool
    how: str
    frame: str
    form: str


class Proposal(NamedTuple):
    """A cue, its source and its content as pieces (first token, end), and what is known of them.

    ``matcher`` is the name of the one that proposes; ``frames`` and ``speech`` are those of the cue; ``how`` tells how
    the source stands to the cue ("before", "relative", ...); ``rest`` are further pieces of the content. ``frame`` is
    the kind of complement behind the cue ("clause", "np", ...; empty where there is none), ``cue_end`` the end of the
    cue with the words that belong to it; ``form`` is that of a verb; ``uttered`` tells that a noun of speech is the
    object ("made a claim that").
    """

    matcher: str
    tokens: Tokens
    cue: Piece
    source: Piece
    content: Piece
    frames: frozenset[str] = frozenset()
    speech: bool = False
    how: str = ""
    rest: tuple[Piece, ...] = ()
    frame: str = ""
    cue_end: int = 0
    form: str = ""
    uttered: bool = False

    @property
    def sentence(self) -> Piece:
        """The first token and the end of the sentence in which the cue stands."""
        return self.tokens.bounds(self.cue[0])

    def words(self, piece: Piece) -> list[str]:
        """Return the words of one of its pieces, lower case."""
        return self.tokens.lower[slice(*piece)]


def of_verb(
    matcher: str, verb: Verb, who: Subject, content: Piece, follows: Content | None = None, rest: Iterable[Piece] = ()
) -> Proposal:
    """Return what a matcher makes of a verb, its source, what is said and the complement that ``follows``, if any."""
    complement = follows or NO_COMPLEMENT
    return Proposal(
        matcher, verb.tokens, (verb.start, verb.end), (who.start, who.end), content,
        verb.cue.frames, verb.cue.speech, who.how, tuple(rest),
        complement.frame, complement.cue_end, verb.form, complement.speech,
    )  # fmt: skip
