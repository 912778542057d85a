"""Marked text as HTML: nested and escaped, so that its text without the codes is the file's, to the character."""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from markupsafe import Markup

from analysis.annotated.marking import LONG, Marking, SentenceMark, TopicMark
from analysis.annotated.nesting import Node
from analysis.annotated.notes import tell
from analysis.annotated.statements import Statement
from analysis.annotated.terms import words_for
from analysis.anomalies import Anomaly
from analysis.spans import Span
from analysis.wording import count_of

PAIRED = 9
"""So many statements of a paragraph light up together with their notes; the style knows no more."""


class Writer:
    """Writes the stretches of one marked article, in order; ids are given once, to the first piece of each mark.

    ``linked`` gives ids and links, which a page has and an output among others in a notebook has not.
    """

    def __init__(self, marking: Marking, *, linked: bool = True) -> None:
        self.marking = marking
        self.linked = linked
        self._statements = {s.number: s for s in marking.statements}
        self._pairs: Mapping[int, str] = {}
        self._given: set[str] = set()
        self._write: dict[str, Callable[[Any, Node, str], str]] = {
            "sentence": self._sentence, "statement": self._statement, "who": self._who, "cue": self._cue,
            "topic": self._topic, "damage": self._damage,
        }  # fmt: skip

    def write(self, stretch: Span, beside: Iterable[Statement] = ()) -> Markup:
        """Return a stretch as HTML; ``beside`` are the statements whose notes stand beside it."""
        self._pairs = {s.number: f" i{n}" for n, s in enumerate(beside, 1) if n <= PAIRED}
        return Markup(self._all(self.marking.tree(stretch)))

    def pair(self, statement: Statement) -> str:
        """Return the class that a statement shares with its note, with a space before it; empty from the tenth on."""
        return self._pairs.get(statement.number, "")

    def _all(self, nodes: Iterable[Node | Span]) -> str:
        text = self.marking.article.text
        return "".join(self._node(n) if isinstance(n, Node) else _escape(text[n.start : n.end]) for n in nodes)

    def _node(self, node: Node) -> str:
        return self._write[node.layer](node.key, node, self._all(node.inside))

    def _id(self, name: str) -> str:
        if not self.linked or name in self._given:
            return ""
        self._given.add(name)
        return f' id="{name}"'

    def _sentence(self, key: SentenceMark, node: Node, inner: str) -> str:
        long = key.n_words > LONG
        told = f' data-w="{count_of(key.n_words, "word")}"' if long else ""
        return f'<span class="s{" long" * long}"{self._id(f"s{key.number}")}{told}>{inner}</span>'

    def _statement(self, number: int, node: Node, inner: str) -> str:
        s = self._statements[number]
        doubt, pair = " q" * s.is_doubtful, self._pairs.get(number, "")
        piece = f'<span class="st k-{s.letter}{doubt}{pair}"{self._id(f"st{number}")}>{inner}</span>'
        return piece + self._codes(s, pair) if node.span.end == self.marking.last[number] else piece

    def _codes(self, s: Statement, pair: str) -> str:
        title = escape(tell(s))
        return "".join(
            f'<sup class="code{pair}">{self._code(code, sign, s.letter, title)}</sup>'
            for code, sign in zip(s.codes, s.signs, strict=True)
        )

    def _code(self, code: str, sign: str, letter: str, title: str) -> str:
        tag, link = ("a", f' href="#src-{code}"') if self.linked else ("span", "")
        return f'<{tag} class="chip k-{letter}"{link} title="{title}">{sign}</{tag}>'

    def _who(self, number: int, node: Node, inner: str) -> str:
        return f'<b class="who{self._pairs.get(number, "")}">{inner}</b>'

    def _cue(self, number: int, node: Node, inner: str) -> str:
        return f'<span class="cue{self._pairs.get(number, "")}">{inner}</span>'

    def _topic(self, key: TopicMark, node: Node, inner: str) -> str:
        return f'<span class="tp t{key.number}" data-n="{key.number}">{inner}</span>'

    def _damage(self, key: Anomaly, node: Node, inner: str) -> str:
        return f'<span class="damage" title="{escape(words_for("anomaly", key.rule))}">{inner}</span>'


def _escape(text: str) -> str:
    """Return text as HTML that reads back as the same characters: a bare carriage return would become a newline."""
    return escape(text, quote=False).replace("\r", "&#13;")
