"""The marked article in signs instead of colours: for pages that strip style, and as plain text.

``[[words]]`` A1 are those of somebody who is not named, ``[words]`` N1 those of anybody else.
"""

from collections.abc import Iterable
from html import escape

from analysis.annotated.marking import Marking
from analysis.annotated.nesting import Node
from analysis.annotated.notes import Note, say_facts, say_sureness, say_why
from analysis.annotated.rows import lay_rows
from analysis.annotated.statements import Statement
from analysis.article import Paragraph
from analysis.spans import Span
from analysis.wording import listing, plain

SQUARE, ANGLE = ("[", "]"), ("⟨", "⟩")
SHOWN = ("headline", "byline", "body", "credit")


class _Signs:
    """Writes stretches of one marked article; the subclasses say how text, sources and codes are written."""

    def __init__(self, marking: Marking) -> None:
        self.marking = marking
        self.left, self.right = brackets_for(marking.article.text)
        self._statements = {s.number: s for s in marking.statements}

    def write(self, paragraph: Paragraph) -> str:
        return self._all(self.marking.tree(Span(paragraph.start, paragraph.end)))

    def _all(self, nodes: Iterable[Node | Span]) -> str:
        return "".join(self._node(n) if isinstance(n, Node) else self._text(n) for n in nodes)

    def _node(self, node: Node) -> str:
        inner = self._all(node.inside)
        if node.layer == "statement":
            return self._said(self._statements[node.key], inner)
        return self.bold(inner) if node.layer == "who" else inner

    def _said(self, s: Statement, inner: str) -> str:
        n = 2 if s.kind == "anonymous" else 1
        return f"{self.left * n}{inner}{self.right * n}{self.code(' '.join(s.signs))}"

    def _text(self, span: Span) -> str:
        return self.text(self.marking.article.text[span.start : span.end])

    def text(self, words: str) -> str:
        return words

    def bold(self, words: str) -> str:
        return words

    def code(self, words: str) -> str:
        return words


class _Tags(_Signs):
    """As HTML of plain tags."""

    def text(self, words: str) -> str:
        return escape_plain(words)

    def bold(self, words: str) -> str:
        return f"<b>{words}</b>"

    def code(self, words: str) -> str:
        return f"<sup><b>{words}</b></sup>"


def brackets_for(text: str) -> tuple[str, str]:
    """Return the brackets that mark statements: others than those which the text has."""
    return ANGLE if any(b in text for b in SQUARE) else SQUARE


def escape_plain(text: str) -> str:
    """Return text escaped for pages that also read formulas between dollar signs."""
    return escape(text).replace("$", "&#36;")


def explain_signs(marking: Marking) -> str:
    """Return how to read the signs, as plain text."""
    left, right = brackets_for(marking.article.text)
    return (
        f"How to read: {left * 2}double brackets{right * 2}A1 hold the words of somebody who is not named; "
        f"{left}brackets{right}N1 those of a named person (N), an organization or government (O), a document (D). "
        "A question mark: read it yourself. Without brackets: the writers’ own account."
    )


def write_plain_html(marking: Marking) -> str:
    """Return the marked article as HTML of ``p b i sup h2 details summary ul li`` alone: no class, link or style."""
    signs = _Tags(marking)
    pieces = [f"<p>{escape_plain(explain_signs(marking))}</p>"]
    for paragraph, row in zip(marking.article.paragraphs, lay_rows(marking, linked=False), strict=True):
        if paragraph.part in SHOWN:
            pieces.append(_tagged(paragraph, signs.write(paragraph)))
            pieces += [_details([note for note, _ in row.notes])] * bool(row.notes)
    return "\n".join(pieces)


def _tagged(paragraph: Paragraph, words: str) -> str:
    if paragraph.part == "headline":
        return f"<h2>{words}</h2>"
    return f"<p>¶{paragraph.number} {words}</p>" if paragraph.part == "body" else f"<p><i>{words}</i></p>"


def _details(notes: list[Note]) -> str:
    said = ", ".join(f"{' '.join(n.statement.signs)} “{plain(n.statement.cue_text)}”" for n in notes)
    items = "".join(f"<li>{_item(n.statement)}</li>" for n in notes)
    return f"<details><summary>{escape_plain(said)}</summary><ul>{items}</ul></details>"


def _item(s: Statement) -> str:
    who = f"{' '.join(s.signs)} {plain(listing(s.names))}"
    return f"<b>{escape_plain(who)}</b>: {escape_plain(_told(s))}"


def write_plain_text(marking: Marking) -> str:
    """Return the marked article as text: its paragraphs, and under each who speaks there."""
    signs = _Signs(marking)
    pieces = [explain_signs(marking)]
    for paragraph, row in zip(marking.article.paragraphs, lay_rows(marking, linked=False), strict=True):
        if paragraph.part in SHOWN:
            number = f"¶{paragraph.number} " if paragraph.part == "body" else ""
            pieces.append(number + signs.write(paragraph))
            pieces += [f"  {_line(note.statement)}" for note, _ in row.notes]
    return "\n".join(pieces)


def _line(s: Statement) -> str:
    return f"{' '.join(s.signs)} {plain(listing(s.names))}: {_told(s)}"


def _told(s: Statement) -> str:
    sure = say_sureness(s)
    return f"{say_facts(s).replace(' · ', ', ')}{f', {sure}' if sure else ''}. {say_why(s)}"
