"""An article's text, put together from its sentences."""

from collections.abc import Iterable

from analysis.spans import Span


class Text:
    """An article's text as far as its sentences give it; what stands between them is a space.

    ``sentences`` are where each begins, and its words, in order.
    """

    def __init__(self, sentences: Iterable[tuple[int, str]]) -> None:
        pieces: list[str] = []
        self.start = at = -1
        for start, text in sentences:
            if at < 0:
                self.start = at = start
            pieces += [" " * (start - at), text]
            at = start + len(text)
        self.end = at
        self.text = "".join(pieces)

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start - self.start : span.end - self.start]
