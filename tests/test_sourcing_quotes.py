import pytest

from analysis.sourcing.grammar.quotations import mark_quotes
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.model import Sentence
from by_hand import extracted


def quotations(text: str) -> list[str]:
    line = Tokens([Sentence(1, 1, "body", 0, text)])
    mark_quotes(line)
    return [text[line.starts[s] : line.end(e - 1)] for s, e in line.quotes]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“It is dead,” Lee said.", ["“It is dead,”"]),
        ('"It is dead," Lee said. "Gone."', ['"It is dead,"', '"Gone."']),
        ("''It is dead,'' Lee said.", ["''It is dead,''"]),
        ("Lee said it was ‘dead’ by then.", ["‘dead’"]),
        ("Lee: 'It is dead'", ["'It is dead'"]),
        ("The mayor's plan and the councils' plan.", []),
        ("Lee’s plan isn’t dead.", []),
        ("“It is dead. It was never alive.", ["“It is dead. It was never alive."]),
        ('It is dead," said Lee, the mayor.', ['It is dead,"']),
        ('He is 6\'2" tall, "very tall" indeed.', ['"very tall"']),
        ("“He said ‘no’ twice,” Lee said.", ["“He said ‘no’ twice,”"]),
        ("“The plan is dead, said Lee.", ["“The plan is dead,"]),
        ("“It is dead. It is over, said the mayor, a farmer.", ["“It is dead. It is over,"]),
        ('"The plan is dead, Ann Lee said.', ['"The plan is dead,']),
        ("“The plan is dead, the mayor said Friday.", ["“The plan is dead,"]),
        ("“The plan is dead, said Lee. “It is over.”", ["“The plan is dead,", "“It is over.”"]),
        ("“The plan is dead, I said.", ["“The plan is dead, I said."]),
        ("“The plan is dead, he said to me.", ["“The plan is dead, he said to me."]),
        ("“He came, said no and left.", ["“He came, said no and left."]),
        ("No quotation here.", []),
    ],
)
def test_quotations(text, found):
    assert quotations(text) == found


def paragraphs(*texts: str) -> list[str]:
    sentences, start = [], 0
    for number, text in enumerate(texts, start=1):
        sentences.append(Sentence(number, number, "body", start, text))
        start += len(text) + 1
    whole = "\n".join(texts)
    return [" … ".join(whole[s:e] for s, e in f.content) for f in extracted(sentences)]


def test_quotation_goes_on_in_the_next_paragraph():
    assert paragraphs("“The plan is dead,” Lee said.", "“It will not come back in my time.”") == [
        "“The plan is dead,” … “It will not come back in my time.”"
    ]


def test_quotation_follows_a_colon_at_the_end_of_a_paragraph():
    said, added = paragraphs(
        "Lee, the mayor, said the plan was dead and added this:", "“It will not come back in my time.”"
    )
    assert said.startswith("the plan was dead")
    assert added == "“It will not come back in my time.”"


def test_short_quotations_are_terms_not_speech():
    assert paragraphs("The so-named “green plan” began in May.") == []


def test_a_paragraph_that_ends_in_a_colon_announces_who_is_quoted_below():
    assert paragraphs("In a letter to owners, Mayor Lee wrote:", "“The bridge is safe.”") == ["“The bridge is safe.”"]
    assert paragraphs("The list of the mayor follows:", "The bridge is safe.") == []


def test_who_is_announced_goes_on_below():
    said, *others = paragraphs(
        "Lee said:", "“It is safe. Nobody should worry.", "“It was built to last for a century.”"
    )
    assert said == "“It is safe. Nobody should worry. … “It was built to last for a century.”"
    assert others == []
