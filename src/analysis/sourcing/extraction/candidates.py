"""What matchers propose: an attribution in the tokens of one paragraph."""

from dataclasses import dataclass, field
from itertools import chain, starmap
from typing import Literal

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import has_finite
from analysis.sourcing.grammar.verbs import Verb
from analysis.sourcing.grammar.vocabulary import documents
from analysis.sourcing.model import Found
from analysis.spans import Span

Piece = tuple[int, int]
Quote = Literal["direct", "indirect", "mixed"]
UTTERED = ("quote", "after-quote")
QUOTES: dict[tuple[bool, bool], Quote] = {
    (True, True): "mixed",
    (True, False): "direct",
    (False, True): "indirect",
    (False, False): "indirect",
}
"""What the content is by whether it has quoted words, and plain ones."""


@dataclass(slots=True)
class Candidate:
    """A possible attribution; cue, source and the pieces of content are (first token, end).

    ``final`` tells that the content stands before its source; ``more`` are pieces in later paragraphs.
    ``verbatim`` tells that the words are somebody's own, though without quotation marks, as in a transcript; ``named``
    is where the article names a source who is only a letter here ("A:").
    """

    tokens: Tokens
    rule: str
    cue: Piece | None
    source: Piece | None
    content: list[Piece]
    speech: bool = True
    final: bool = False
    more: list[Span] = field(default_factory=list)
    verbatim: bool = False
    named: Span | None = None

    @property
    def quotes(self) -> bool:
        """Tell whether it may go on in the next paragraph: with a quotation in it, or a colon at the end."""
        tokens = self.tokens
        if tokens.is_(len(tokens) - 1, c.COLON):
            return True
        return any(tokens.quoted[start] or tokens.quoted[end - 1] for start, end in self.content)

    @property
    def speaks(self) -> bool:
        """Tell whether it is speech of somebody who is named."""
        return self.speech and self.source is not None

    @property
    def first(self) -> int:
        """The token that stands for it: the first one of its cue, else of its content."""
        return (self.cue or self.content[0])[0]

    def found(self) -> Found:
        """Return it in offsets of the article."""
        tokens = self.tokens
        content = (*[tokens.span(start, end) for start, end in sorted(self.content)], *self.more)
        number = tokens.sentences[tokens.sentence_of[self.first]][0]
        source, cue = _span(tokens, self.source), _span(tokens, self.cue)
        return Found(self.rule, source, cue, content, self._quote(), self.speech, number, self.named)

    def _quote(self) -> Quote:
        """Return "direct" where all words of the content are quoted, "indirect" where none is, else "mixed"."""
        if self.verbatim:
            return "direct"
        said = self._marked()
        return QUOTES[bool(self.more) or 1 in said, 0 in said]

    def _marked(self) -> set[int]:
        """Return 1 where words of the content are quoted, and 0 where words of it are not."""
        quoted, words = self.tokens.quoted, self.tokens.words
        places = chain.from_iterable(starmap(range, self.content))
        return {quoted[at] for at in places if words[at][0].isalnum()}


def _span(tokens: Tokens, piece: Piece | None) -> Span | None:
    """Return the place of a piece in the article."""
    return None if piece is None else tokens.span(*piece)


def propose(
    verb: Verb, rule: str, source: Piece | None, content: list[Piece], *, cue_end: int, final: bool = False
) -> Candidate:
    """Return an attribution with this verb as its cue.

    One that gives a quotation is speech ("Lee laughed, “No.”"), and so is what a document shows to be so.
    """
    tokens, (start, end) = verb.tokens, content[0]
    uttered = bool(tokens.quoted[start] and tokens.quoted[end - 1]) and not verb.cue.frames.isdisjoint(UTTERED)
    speech = verb.cue.speech or uttered or _is_shown(verb, source, content)
    return Candidate(tokens, rule, (verb.start, cue_end), source, content, speech, final)


def _is_shown(verb: Verb, source: Piece | None, content: list[Piece]) -> bool:
    """Tell whether a document speaks: "records show that the plan was dead", but not "videos show a smile"."""
    if source is None or "shows" not in verb.cue.frames:
        return False
    if documents().keys().isdisjoint(verb.tokens.lower[slice(*source)]):
        return False
    return any(_is_clause(verb.tokens, *piece) for piece in content)


def _is_clause(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a piece is a clause, and no object."""
    return tokens.lower[start] == "that" or has_finite(tokens, start, end)
