"""What matchers propose: an attribution in the tokens of one paragraph."""

from dataclasses import dataclass, field

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import has_finite
from analysis.sourcing.grammar.verbs import Verb
from analysis.sourcing.grammar.vocabulary import documents
from analysis.sourcing.model import Found
from analysis.spans import Span

Piece = tuple[int, int]
UTTERED = ("quote", "after-quote")


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
        quoted = any(tokens.quoted[s] or tokens.quoted[e - 1] for s, e in self.content)
        return quoted or bool(self.more) or tokens.is_(len(tokens) - 1, c.COLON)

    @property
    def first(self) -> int:
        """The token that stands for it: the first one of its cue, source or content."""
        return (self.cue or self.source or self.content[0])[0]

    def found(self) -> Found:
        """Return it in offsets of the article."""
        tokens = self.tokens
        content = (*(tokens.span(*piece) for piece in sorted(self.content)), *self.more)
        number = tokens.sentences[tokens.sentence_of[self.first]][0]
        return Found(
            self.rule, tokens.span(*self.source) if self.source else None, tokens.span(*self.cue) if self.cue else None,
            content, self._quote(), self.speech, number, self.named,
        )  # fmt: skip

    def _quote(self) -> str:
        """Return "direct" where all words of the content are quoted, "indirect" where none is, else "mixed"."""
        if self.verbatim:
            return "direct"
        if not (self.more or (self.tokens.quotes and self._has_words(quoted=True))):
            return "indirect"
        return "mixed" if self._has_words(quoted=False) else "direct"

    def _has_words(self, *, quoted: bool) -> bool:
        """Tell whether there are words in the content that stand in quotation marks, or outside of them."""
        tokens, places = self.tokens, (at for s, e in self.content for at in range(s, e))
        return any(tokens.quoted[at] == quoted and tokens.words[at][0].isalnum() for at in places)


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
    tokens = verb.tokens
    if source is None or "shows" not in verb.cue.frames or documents().keys().isdisjoint(tokens.lower[slice(*source)]):
        return False
    return any(tokens.lower[start] == "that" or has_finite(tokens, start, end) for start, end in content)
