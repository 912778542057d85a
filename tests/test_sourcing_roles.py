"""What an article calls a person, by the words before and behind the name."""

import pytest

from analysis.article import article_from_text
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions
from analysis.sourcing.entities import role_phrases
from analysis.sourcing.grammar.patterns import Table
from analysis.sourcing.grammar.quotations import mark_quotes
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.model import Sentence

ROWS = [
    pytest.param(table, row, id=row.example)
    for table in vars(role_phrases).values()
    if isinstance(table, Table)
    for row in table.rows
]


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_each_row_decides_its_example(table, row):
    before, _, _ = row.example.partition("|")
    tokens = Tokens([Sentence(1, 1, "body", 0, row.example.replace("|", ""))])
    mark_quotes(tokens)
    at = next(at for at, start in enumerate(tokens.starts) if start >= len(before))
    assert next(r for r in table.rows if r.fits(tokens, at)) is row


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“No,” said city spokesperson Ann Lee.", "city spokesperson"),
        ("First lady Ann Lee said no.", "First lady"),
        ("They met the Water Agency (WA) chief Ann Lee, who said no.", "Water Agency (WA) chief"),
        ("The county registrar, Ann Lee, said no.", "county registrar"),
        ("They asked the county registrar, Ann Lee, who said no.", "county registrar"),
        ("In a dispute with the registrar, Ann Lee said no.", ""),
        ("Much like Baker, Ann Lee said no.", ""),
        ("A mother of two, Lee said no. Ann Lee left.", "mother of two"),
        ("Ann Lee, a baker at M.I.T. in Boston, said no.", "baker at M.I.T. in Boston"),
        ("Ann Lee, a D.C.-based lawyer for tenants, said no.", "D.C.-based lawyer for tenants"),
        ("Ann Lee, 52, a baker, said no.", "baker"),
        ("Ann Lee, aged 52, a baker, said no.", "baker"),
        ("Ann Lee, author of “Big Rivers,” said no.", "author"),
        ("Ann Lee, a baker who left town, said no.", "baker"),
        ("Ann Lee, who is a baker, said no.", "baker"),
        ("Ann Lee, who took over as mayor of Ohio City, said no.", "mayor of Ohio City"),
        ("Ann Lee, who runs a charity, said no.", "runs a charity"),
        ("Ann Lee, like her brother a baker, said no.", ""),
        ("Ann Lee, as the first mayor of Ohio City, said no.", "first mayor of Ohio City"),
        ("Ann Lee, once the richest baker in town, said no.", "once the richest baker in town"),
        ("Ann Lee, whose mother is a baker, said no.", ""),
        ("Ann Lee is a professor at Yale University. Lee said no.", "professor at Yale University"),
        ("“No,” the mayor, Ann Lee said, is late.", "mayor"),
        (
            "Ann Lee, policy manager, African Communities Together, said no.",
            "policy manager, African Communities Together",
        ),
    ],
)
def test_what_an_article_calls_a_person(text, role):
    found = find_attributions(split_sentences([article_from_text(text, name="a")]))
    roles = found[found["source"] == "Ann Lee"]["role"].tolist()
    assert roles, found["source"].tolist()
    assert roles[0] == role
