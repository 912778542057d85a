"""Whatever a text holds, every step comes to its end: what cannot be read is told as an ArticleError, and nothing else.

This is why no step catches errors of single words or sentences: there are none to catch.
"""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.article import article_from_text
from analysis.errors import ArticleError
from analysis.readability import count_and_measure, explain_ease, hardest_sentences, hardest_words
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions
from analysis.syllables import count_syllables
from analysis.tables import ATTRIBUTIONS, COUNTS, MENTIONS, READABILITY
from analysis.topics import find_topics, read_topics
from analysis.words import split_words

FIGURES = st.text(alphabet="0123456789.,:;'’-–/$€%°&@+x()½²٣", min_size=1, max_size=20)
PIECES = ["Lee", "said", "that", "the", "U.S.", "80's", "3:57.90", "1:24,000", "00:01:02,345 --> 00:01:05,000", "“"]
PIECES += [
    "”",
    '"',
    "«",
    "»",
    ".",
    "?",
    "!",
    ":",
    "\n\n",
    "\n",
    "’",
    "1.",
    "taxes",
    "according to",
    "aides",
    "—",
    "\x00",
]
NEWSLIKE = st.lists(st.one_of(st.sampled_from(PIECES), FIGURES, st.text(max_size=8)), max_size=40).map(" ".join)


@settings(max_examples=500)
@given(FIGURES)
@example("1:24,000")
@example("3:57.90")
@example("1:2.5")
@example("00:01:02,345")
@example("0" * 5_000)
@example("1:" + "9" * 5_000)
def test_figures_and_signs_are_spoken_somehow(text):
    for word in split_words(text):
        assert count_syllables(word) >= 1


@settings(max_examples=500)
@given(st.text())
def test_any_word_is_spoken_somehow(text):
    assert count_syllables(text) >= 0
    assert all(count_syllables(word) >= 1 for word in split_words(text))


@settings(max_examples=100)
@given(st.one_of(NEWSLIKE, FIGURES, st.text()))
def test_every_table_of_any_text_is_made(text):
    try:
        article = article_from_text(f"Council meets\n\n{text}", name="odd")
    except ArticleError:
        return
    sentences = split_sentences(article)
    counts, readability = count_and_measure(sentences)
    COUNTS.check(counts)
    ATTRIBUTIONS.check(find_attributions(sentences))
    MENTIONS.check(find_topics(sentences, topics=read_topics()))
    assert counts["n_syllables"].ge(counts["n_words"]).all()
    assert READABILITY.check(readability)["value"].notna().all() or counts["n_content"].eq(0).any()
    assert len(hardest_sentences(sentences)) <= 3 and len(hardest_words(sentences)) <= 10
    assert len(explain_ease(sentences)) == 5


@pytest.mark.parametrize("line", ["00:01:02,345 --> 00:01:05,000", "Odds of 1:1,000.", "A map of 1:24,000.", "3:57.90"])
def test_a_figure_costs_no_article(line):
    article = article_from_text(f"Council meets\n\nThe council met.\n\n{line}\n\nIt voted.", name="odd")
    counts, _ = count_and_measure(split_sentences(article))
    assert counts["n_syllables"].iloc[0] > 8
