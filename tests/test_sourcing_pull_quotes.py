import pytest

from analysis.sourcing.model import Found, Sentence
from by_hand import extracted

QUOTATION = "“The bridge is dead, and nobody here will miss it.”"


def read(*texts: str) -> tuple[str, list[Found]]:
    """Extract from paragraphs of one sentence each."""
    whole, sentences = "", []
    for number, text in enumerate(texts, start=1):
        sentences.append(Sentence(number, number, "body", len(whole), text))
        whole += text + "\n"
    return whole, extracted(sentences)


@pytest.mark.parametrize(
    ("signature", "source"),
    [
        ("— Maria Toll", "Maria Toll"),
        ("— Maria Toll, farmer", "Maria Toll, farmer"),
        ("-- Maria Toll, who runs a farm.", "Maria Toll, who runs a farm"),
        ("– Sen. Maria Toll (D-Ohio)", "Sen. Maria Toll (D-Ohio)"),
        ("— as the town has long said", ""),
        ("— Maria Toll did not agree", ""),
        ("Maria Toll", ""),
    ],
)
def test_a_signature_names_the_source_behind_a_quotation_or_below_it(signature, source):
    for texts in ((f"{QUOTATION} {signature}",), (QUOTATION, signature)):
        whole, found = read(*texts)
        signed = [f for f in found if f.rule == "pull_quote"]
        assert [whole[slice(*f.source)] for f in signed] == ([source] if source else [])
        assert all([whole[slice(*piece)] for piece in f.content] == [QUOTATION] for f in signed)
        assert {f.quote for f in signed} <= {"direct"}


def test_it_is_not_said_by_the_speaker_before():
    _, found = read("“It is shut,” Lee said.", QUOTATION, "— Maria Toll, farmer", "The bridge opened in May.")
    assert [(f.rule, len(f.content)) for f in found] == [("content_source_cue", 1), ("pull_quote", 1)]


@pytest.mark.parametrize("texts", [("“War and Peace” — Leo Toll",), ("It was shut.", "— Maria Toll")])
def test_a_title_and_a_lone_name_say_nothing(texts):
    assert read(*texts)[1] == []


def test_time_grows_linearly_with_many_signatures(assert_linear):
    unit = f"{QUOTATION}\n— Maria Toll, farmer\n"
    assert_linear(lambda text: read(*text.splitlines()), unit)
