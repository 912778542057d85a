"""Whose a quotation is that no construction claims."""

import pytest

from analysis.sourcing.model import Sentence
from by_hand import extracted


def read(*paragraphs: str) -> list[tuple[str, str]]:
    """Source and content of each attribution; sentences are parted by two spaces."""
    whole, sentences = "", []
    for number, text in enumerate(paragraphs, start=1):
        for sentence in text.split("  "):
            sentences.append(Sentence(number, len(sentences) + 1, "body", len(whole), sentence))
            whole += sentence + " "
    found = extracted(sentences)
    return [
        (whole[slice(*f.source)] if f.source else "", " … ".join(whole[slice(*piece)] for piece in f.content))
        for f in found
    ]


SAID = "“It is dead,” Lee said."


def test_whom_a_headline_quotes_does_not_go_on_speaking_in_the_body():
    headline, body = "Lee: “It is dead and gone for good”", "“A segment on the plan became a shouting match today.”"
    found = extracted([Sentence(0, 0, "headline", 0, headline), Sentence(1, 1, "body", len(headline) + 2, body)])
    assert [bool(f.source) for f in found] == [True, False]


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        # 1. the last speaker before, if it is no mere term
        ([f"{SAID}  “It is gone for good now.”"], [("Lee", "“It is dead,” … “It is gone for good now.”")]),
        ([f"{SAID}  “It is gone.”"], [("Lee", "“It is dead,” … “It is gone.”")]),
        ([f"{SAID}  “Gone.”"], [("Lee", "“It is dead,” … “Gone.”")]),
        ([f"{SAID}  “Gone”."], [("Lee", "“It is dead,”")]),
        (
            ["Noting that there is a plan called Bee and Cee, Lee mused, “Could it be gone for good and all?”"],
            [("Lee", "that there is a plan called Bee and Cee … “Could it be gone for good and all?”")],
        ),
        ([f"{SAID}  The “dead plan” began in May."], [("Lee", "“It is dead,”")]),
        (
            [f"{SAID}  The motto was “it is gone for good now.”"],
            [("Lee", "“It is dead,” … “it is gone for good now.”")],
        ),
        (
            ["“It is dead,” Lee said, noting it was old.  “It is gone for good now.”"],
            [("Lee", "“It is dead,” … “It is gone for good now.”"), ("Lee", "it was old")],
        ),
        (
            [f"{SAID}  Garcia hopes it is not.  “It is gone for good now.”"],
            [("Lee", "“It is dead,” … “It is gone for good now.”"), ("Garcia", "it is not")],
        ),
        (
            ["Lee said it was dead, and “gone for good, as we all know.”"],
            [("Lee", "it was dead, and “gone for good, as we all know.”")],
        ),
        (
            ["Lee said it was dead, and left.  “It is gone for good now.”"],
            [("Lee", "it was dead, and left … “It is gone for good now.”")],
        ),
        # 2. who speaks right behind it
        (["“Why?”  “Tell us why,” Lee said."], [("Lee", "“Why?” … “Tell us why,”")]),
        (["“Why?”  The board met.  “Tell us why,” Lee said."], [("Lee", "“Tell us why,”")]),
        # 3. who spoke last in the paragraphs before
        ([SAID, "“It is gone for good now.”"], [("Lee", "“It is dead,” … “It is gone for good now.”")]),
        ([SAID, "“It is gone.”"], [("Lee", "“It is dead,”")]),
        (
            [SAID, "The board met.", "“It is gone for good now.”"],
            [("Lee", "“It is dead,” … “It is gone for good now.”")],
        ),
        (
            ["Lee said it was dead.", "“It is gone for good now.”"],
            [("Lee", "it was dead"), ("", "“It is gone for good now.”")],
        ),
        (["Lee wrote:", "“It is gone.”"], [("Lee", "“It is gone.”")]),
        (["Lee asked and wrote:", "“It is gone.”"], [("Lee", "“It is gone.”")]),
        (
            ["Lee said no to all of this:", "“It is gone for good now.”"],
            [("Lee", "no to all of this: … “It is gone for good now.”")],
        ),
        (["Lee left for the day, writing:", "“It is gone for good now.”"], [("", "“It is gone for good now.”")]),
        (["The board met:", "“It is gone.”"], []),
        # 4. the subject of the verb beside it, else nobody
        (["Lee was blunt: “It will never be built.”"], [("Lee", "“It will never be built.”")]),
        (["Lee left and danced: “It will never be built.”"], [("Lee", "“It will never be built.”")]),
        (["“It will never be built in our town.”"], [("", "“It will never be built in our town.”")]),
        (["The play was “The Long Road From Here To The Sea.”"], []),
        (["The play was “no.”"], []),
    ],
)
def test_whose_a_quotation_is(paragraphs, found):
    assert read(*paragraphs) == found
