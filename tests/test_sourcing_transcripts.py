import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.article import article_from_text
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions
from analysis.spans import parse_spans

MEETING = "The council met on Tuesday with Mayor Maria Toll and farmer Ned Plimpton at the table."
INTERVIEW = "Mayor Maria Toll has run the town since May. She sat down with us in her kitchen."
ANSWERS = ("Q: Is the bridge safe?", "A: I am sure of it.", "Q: What comes next?", "A: We wait.")


def attributions(*paragraphs: str) -> pd.DataFrame:
    text = "\n\n".join(["Council debates the bridge", *paragraphs]) + "\n"
    return find_attributions(split_sentences(article_from_text(text, name="meeting")))


def turns(*paragraphs: str) -> list[tuple[str, str]]:
    """The sources of the tags as printed and as understood."""
    found = attributions(*paragraphs).query("rule == 'speaker_tag'")
    return list(zip(found["source_text"], found["source"], strict=True))


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (["TOLL: The bridge is shut."], [("TOLL", "Maria Toll")]),
        (["Toll: I am sure.", "Toll: It is shut."], [("Toll", "Maria Toll"), ("Toll", "Maria Toll")]),
        (
            ["Toll: It is shut.", "Ned Plimpton: We will see.", "Toll: Not true."],
            [("Toll", "Maria Toll"), ("Ned Plimpton", "Ned Plimpton"), ("Toll", "Maria Toll")],
        ),
        (
            ["Moderator: Is it shut?", "Mayor Toll (D): It is.", "Moderator: Good."],
            [("Moderator", "Moderator"), ("Mayor Toll (D)", "Maria Toll"), ("Moderator", "Moderator")],
        ),
        (["WHEN: Monday at seven.", "PRICE: You pay $5.", "CORRECTION: We gave a wrong date.", "Q: Why?"], []),
        (["Toll: We are sure."], []),
        (["Toll: We are sure.", "Plimpton: We are not."], []),
        (["Toll: Voted yes.", "Plimpton: Voted no.", "Toll: Voted no."], []),
        (["Price: You pay $5.", "Price: You pay $7.", "When: Monday", "When: Will you come?"], []),
        (["Note: We are shut.", "Note: We open in May.", "Where: Norwick", "Bridge: I like it."], []),
        (["Residents: We are shut in.", "Residents: We are angry."], []),
    ],
)
def test_a_tag_counts_where_the_article_reads_as_a_transcript(paragraphs, found):
    assert turns(MEETING, *paragraphs) == found


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        (INTERVIEW, [("A", "Maria Toll")] * 2),
        ("This is an edited interview with Mayor Maria Toll. Ned Plimpton asked.", [("A", "Maria Toll")] * 2),
        (MEETING, []),
        ("The bridge has been shut since May.", []),
    ],
)
def test_answers_are_those_of_the_one_person_interviewed(opening, found):
    assert turns(opening, *ANSWERS) == found


def test_answers_to_readers_are_the_newsrooms_own():
    assert turns(INTERVIEW, "Q: Is the bridge safe?", "A: Yes, it is.", "Q: Why?", "A: It was mended.") == []


def test_an_answer_goes_on_up_to_the_next_question():
    found = attributions(INTERVIEW, ANSWERS[0], ANSWERS[1], "I think they said so.", *ANSWERS[2:], "Plimpton left.")
    assert found["n_words"].tolist() == [5 + 5, 2]
    assert set(found["source"]) == {"Maria Toll"}


def test_each_of_two_answers_is_one():
    found = attributions(INTERVIEW, ANSWERS[0], ANSWERS[1], "A: I really am.", *ANSWERS[2:])
    assert found["n_words"].tolist() == [5, 3, 2]


def test_nobody_is_taken_for_the_author_in_the_answer_of_somebody_unknown():
    assert "the author" not in set(attributions(MEETING, *ANSWERS, "Q: Why?", "A: I think it is.")["source"])


def test_what_a_speaker_cites_is_part_of_the_turn():
    found = attributions(MEETING, "TOLL: No. It was shut, Plimpton said. “It was shut for a very long time.”")
    assert found["source"].tolist() == ["Maria Toll"]


def test_words_behind_a_tag_are_direct_and_roles_are_unnamed():
    found = attributions(MEETING, "Reporter: Is it shut?", "Toll: It is.", "Reporter: For how long, you think?")
    assert set(found["quote"]) == {"direct"}
    assert found["kind"].tolist() == ["anonymous", "named", "anonymous"]


def test_a_headline_is_no_transcript():
    text = "WATCH OUT: The bridge is shut\n\nIt was shut on Monday.\n"
    assert find_attributions(split_sentences(article_from_text(text, name="headline"))).empty


PARAGRAPHS = (
    *ANSWERS, MEETING, "TOLL: No, he said.", "Toll: I am.", "Plimpton: You said so.", "Note: We are shut.",
    "“It is shut, and nobody here will miss it.”", "— Maria Toll, farmer", "“It is shut, said Toll.", "I said no.",
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=12))
def test_no_two_attributions_share_words_whatever_the_order(paragraphs):
    contents = [span for cell in attributions(MEETING, *paragraphs)["content_spans"] for span in parse_spans(cell)]
    assert all(one.end <= other.start for one, other in zip(sorted(contents), sorted(contents)[1:], strict=False))


def test_time_grows_linearly_with_a_long_transcript(assert_linear):
    unit = "Toll: I am sure.\n\nQ: Why?\n\nA: I said so.\n\n"
    assert_linear(lambda text: attributions(MEETING, text), unit)
