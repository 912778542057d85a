import pandas as pd
import pytest

from analysis.article import article_from_text
from analysis.errors import TableError
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions, list_sources
from analysis.tables import ATTRIBUTIONS, SENTENCES, SOURCES

TEXTS = {
    "one": ["Lee, the mayor, said the plan was dead.", "“It failed,” he said.", "Officials refused to comment on it."],
    "two": ["The plan was dropped, according to a report.", "Nothing else happened."],
}


def sentences(texts: dict[str, list[str]]) -> pd.DataFrame:
    rows = []
    for article, lines in texts.items():
        start = 5
        for number, text in enumerate(lines, start=1):
            rows.append((article, number, number, "body", start, start + len(text), len(text.split()), text))
            start += len(text) + 2
    return SENTENCES.frame(rows)


def test_rows_follow_the_schema_and_are_numbered_in_each_article():
    table = find_attributions(sentences(TEXTS))
    assert ATTRIBUTIONS.check(table) is table
    assert table["article"].tolist() == ["one", "one", "one", "two"]
    assert table["attribution"].tolist() == [1, 2, 3, 1]
    assert table["sentence"].tolist() == [1, 2, 3, 1]


def test_texts_are_what_the_offsets_name():
    table, source = find_attributions(sentences(TEXTS)), sentences(TEXTS)
    whole = {}
    for row in source.itertuples():
        whole[row.article] = whole.get(row.article, " " * 5).ljust(row.start) + row.text
    for row in table.itertuples():
        assert whole[row.article][row.cue_start : row.cue_end] == row.cue_text
        assert whole[row.article][row.source_start : row.source_end] == row.source_text
        assert row.content_start == int(row.content_spans.split("-")[0])


def test_words_of_the_content_are_counted():
    assert find_attributions(sentences(TEXTS))["n_words"].tolist()[:2] == [4, 2]


def test_articles_do_not_touch_one_another():
    alone = find_attributions(sentences({"two": TEXTS["two"]}))
    together = find_attributions(sentences(TEXTS)).query("article == 'two'").reset_index(drop=True)
    pd.testing.assert_frame_equal(alone, together)


def test_nothing_said_gives_empty_tables():
    table = find_attributions(sentences({"none": ["The bridge opened in May."]}))
    assert table.empty and ATTRIBUTIONS.check(table) is table
    assert list_sources(table).empty and SOURCES.check(list_sources(table)) is not None
    assert find_attributions(SENTENCES.empty()).empty


def test_another_table_is_refused():
    with pytest.raises(TableError, match="sentences"):
        find_attributions(SOURCES.empty())
    with pytest.raises(TableError, match="attributions"):
        list_sources(SENTENCES.empty())


def test_sources_are_summed_over_their_attributions():
    table = find_attributions(sentences(TEXTS))
    listed = list_sources(table)
    assert SOURCES.check(listed) is listed
    assert listed["n_attributions"].sum() == len(table)
    assert listed["n_words"].sum() == table["n_words"].sum()
    lee = listed.iloc[0]
    assert (lee["n_attributions"], lee["first_sentence"], lee["name"]) == (2, 1, lee["source"])


def test_a_joint_source_counts_for_each_member():
    table = find_attributions(sentences({"one": ["Lee said it.", "Garcia said it."]}))
    table["source"] = ["Lee; Garcia", "Garcia"]
    assert list_sources(table)["n_attributions"].tolist() == [1, 2]


def test_names_are_empty_where_nobody_is_named():
    table = find_attributions(sentences({"one": ["Lee said it was dead.", "It was dead, officials said."]}))
    table["kind"] = ["named", "anonymous"]
    assert [bool(name) for name in list_sources(table)["name"]] == [True, False]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The drug is safe, the U.S. Food and Drug Administration said on Friday.",
            "the U.S. Food and Drug Administration",
        ),
        ("It is too late, the U.S. Oil and Gas Association said.", "the U.S. Oil and Gas Association"),
        ("He lied to voters, the L.A. Times said on Monday.", "the L.A. Times"),
        ("The L.A. Times reported that the mayor lied.", "The L.A. Times"),
        ("The road is safe, L.A. Police said.", "L.A. Police"),
        ("“He ran,” a D.C. Police officer said.", "a D.C. Police officer"),
        ("The tax is unfair, Mary J. Banks said.", "Mary J. Banks"),
        ("The plan is dead, said John T. Power of Ohio.", "John T. Power of Ohio"),
        ("“We lost,” said Arthur D. Little of Ohio.", "Arthur D. Little of Ohio"),
        ("Some 40 North St. Paul residents said the man fled.", "Some 40 North St. Paul residents"),
        ("“Why?” I asked.", "I"),
        ("“Why?” Police asked.", "Police"),
        ("“Why?” The New York Times asked.", "The New York Times"),
        ("“Who will pay?” Voters asked the mayor.", "Voters"),
        ("“Why?” A. J. Lee said.", "A. J. Lee"),
    ],
)
def test_a_dotted_word_does_not_cut_the_source(text, source):
    table = find_attributions(split_sentences(article_from_text(f"Plan\n\n{text}\n", name="one")))
    assert table["source_text"].tolist() == [source]
