"""Single sentences, and examples of rows with the word between bars, for the tests of tables of decisions."""

from analysis.sourcing.grammar.document import Document
from analysis.sourcing.grammar.patterns import Row, Table
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.model import Sentence


def tokens_of(text: str) -> Tokens:
    """A paragraph of one sentence as the matchers see it."""
    return Document([Sentence(1, 1, "body", 0, text)]).paragraphs[0]


def decided_row(table: Table, example: str) -> Row | None:
    """The row that decides about the word between bars."""
    before, _, _ = example.split("|")
    tokens = tokens_of(example.replace("|", ""))
    at = tokens.starts.index(len(before))
    row = next((row for row in table.rows if row.fits(tokens, at)), None)
    assert table.decide(tokens, at) == (table.default if row is None else row.verdict)
    return row
