"""An article as all storeys read it: its sentences by place, and the tokens of its paragraphs, each read once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from operator import attrgetter

from analysis.sourcing.grammar.quotations import mark_quotes
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.model import Sentence

PARAGRAPH = attrgetter("paragraph", "part")
CHARACTERS = 20_000
"""A paragraph is read in pieces of about this length, so that the work grows with the length of the text."""


class Document:
    """The sentences of one article in order of place, and the tokens of its paragraphs with their quotations."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.paragraphs = list(_read_paragraphs(sentences))
        self.sentences = sorted(sentences, key=attrgetter("start"))
        self.starts = [s.start for s in self.sentences]
        self._paragraph_starts = [tokens.starts[0] for tokens in self.paragraphs]

    def sentence_of(self, offset: int) -> int:
        """Return the index of the sentence at an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def paragraph_of(self, offset: int) -> int:
        """Return the number of the paragraph at an offset."""
        return self.sentences[self.sentence_of(offset)].paragraph

    def token_at(self, offset: int) -> tuple[Tokens, int]:
        """Return the tokens of the paragraph at an offset, and which of them stands there or first behind it."""
        tokens = self.paragraphs[max(0, bisect_right(self._paragraph_starts, offset) - 1)]
        return tokens, bisect_left(tokens.starts, offset)

    def text(self, start: int, end: int) -> str:
        """Return the article's words between two offsets of one sentence."""
        sentence = self.sentences[bisect_right(self.starts, start) - 1]
        return sentence.text[start - sentence.start : end - sentence.start]


def _read_paragraphs(sentences: Iterable[Sentence]) -> Iterator[Tokens]:
    """Yield the tokens of each paragraph that has any."""
    for _, group in groupby(sentences, key=PARAGRAPH):
        for lot in _lots(list(group)):
            tokens = Tokens(lot)
            if tokens.words:
                mark_quotes(tokens)
                yield tokens


def _lots(paragraph: list[Sentence]) -> Iterable[list[Sentence]]:
    """Return the sentences of a paragraph, as a rule all at once; a very long one in several lots."""
    if paragraph[-1].start - paragraph[0].start + len(paragraph[-1].text) <= CHARACTERS:
        return [paragraph]
    return _lots_of_long(chain.from_iterable(map(_pieces, paragraph)))


def _lots_of_long(pieces: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    lot: list[Sentence] = []
    size = 0
    for piece in pieces:
        if size > CHARACTERS:
            yield lot
            lot, size = [], 0
        lot.append(piece)
        size += len(piece.text)
    yield lot


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    """Yield the pieces of a very long sentence, each with the number of the whole; another as it is."""
    for at in range(0, len(sentence.text), CHARACTERS):
        yield sentence._replace(start=sentence.start + at, text=sentence.text[at : at + CHARACTERS])
