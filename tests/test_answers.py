import math

import pytest

from analysis.answers import (
    answer_article,
    answer_attributions,
    answer_officials,
    answer_readability,
    answer_sourcing,
    answer_topics,
)
from analysis.tables import (
    ANOMALIES,
    ARTICLES,
    ATTRIBUTIONS,
    READABILITY,
    SOURCES,
    SOURCING,
    TOPICS,
    TOPICS_BY_SOURCE,
    WORDS_BY_KIND,
)

ONE = ARTICLES.frame([("a", "a.txt", "T", "", "", 0, 200, 8, 3, 0, "")])


@pytest.mark.parametrize(
    ("slips", "end"),
    [
        (0, "Nothing in the text looks damaged."),
        (1, "1 place in the text looks damaged"),
        (2, "2 places in the text look"),
    ],
)
def test_the_article(slips, end):
    anomalies = ANOMALIES.frame([("a", "repeated_word", 0, 1, "x", "")] * slips)
    answer = answer_article(ONE, anomalies)
    assert answer.startswith("200 words in 8 sentences and 3 paragraphs.")
    assert end in answer


def scores(grade, low=math.nan, high=math.nan):
    values = [("flesch_kincaid_grade", grade), ("words_per_sentence", 25.0), ("syllables_per_word", 1.5)]
    return READABILITY.frame([("a", "article", None, None, m, v, low, high, "") for m, v in values])


def test_readability_with_and_without_interval():
    assert "School grade 12.3 (90% interval 11.0 to 13.0), “senior”, by" in answer_readability(
        scores(12.3, 11, 13), grade="senior"
    )
    assert "School grade 12.3 by Flesch-Kincaid: 25.0 words a sentence" in answer_readability(scores(12.3))
    assert answer_readability(scores(12.3), place="harder than 70%").endswith(" By this formula it is harder than 70%.")


def test_a_short_text_has_a_warning_instead_of_a_place():
    table = scores(-3.0).assign(note="fewer than 100 words")
    said = answer_readability(table, grade="kindergartner", place="easier than 95%")
    assert said.startswith("School grade −3.0 by Flesch-Kincaid: ")
    assert said.endswith("Not to be relied on: fewer than 100 words.")
    assert "easier" not in said and "kindergartner" not in said


def test_readability_of_nothing_is_undefined():
    assert answer_readability(scores(math.nan)).startswith("Undefined")


def attribution(kind, n_words, paragraph=1):
    row = dict.fromkeys(ATTRIBUTIONS.columns, "") | {
        "article": "a", "attribution": 1, "paragraph": paragraph, "sentence": paragraph, "kind": kind, "official": True,
        "speech": True, "n_words": n_words, "confidence": 0.9,
        **{c: None for c in ATTRIBUTIONS.columns if c.endswith(("_start", "_end"))},
    }  # fmt: skip
    return [row[c] for c in ATTRIBUTIONS.columns]


def words(named=0, anonymous=0, unattributed=0, official=False):
    """A table of one article's words by kind."""
    rows = {"named": named, "anonymous": anonymous, "unattributed": unattributed}
    return WORDS_BY_KIND.frame(
        ("a", kind, 1, n, n * (official and kind != "unattributed"), 0) for kind, n in rows.items()
    )


PEOPLE = SOURCES.frame(
    [
        ("a", "Ann Lee", "Ann Lee", "named", "", True, "", 1, 30, 1, "", "Ann Lee", "", 0, 0.375, "government", ""),
        (
            "a",
            "officials",
            "",
            "anonymous",
            "group",
            True,
            "",
            2,
            50,
            0,
            "",
            "officials",
            "",
            0,
            0.625,
            "government",
            "",
        ),
    ]
)


def measured(attributed, anonymous):
    """A table of one article's shares: each a value and its bounds."""
    shares = {"share_attributed": attributed, "share_anonymous": anonymous}
    return SOURCING.frame(("a", measure, *share, "") for measure, share in shares.items())


SURE, DOUBTFUL = (
    ATTRIBUTIONS.frame([attribution("named", 30), attribution("anonymous", 50)]).assign(
        source=["Ann Lee", "officials"], confidence=chance
    )
    for chance in (0.99, 0.6)
)


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        (
            ((0.4, 0.31, 0.488), (0.25, 0.2, 0.3)),
            "40% (31 to 49) of its words are somebody's account and 25% (20 to 30) rest on anonymous sources.",
        ),
        (
            ((0.003, 0, 0.02), (0.001, 0, 0.004)),
            "Under 1% (0 to 2) of its words are somebody's account and under 1% (0 to under 1) rest on anonymous",
        ),
        (
            ((0.997, 0.9, 1), (0, 0, 0.01)),
            "Over 99% (90 to 100) of its words are somebody's account and 0% (0 to 1) rest on anonymous sources.",
        ),
    ],
)
def test_sourcing_says_whose_account_the_words_are(shares, said):
    assert answer_sourcing(PEOPLE, measured(*shares), SURE).startswith(said)


SHARES = (0.4, 0.3, 0.5), (0.25, 0.2, 0.3)


def test_sourcing_names_the_largest_source_and_counts_officials():
    said = answer_sourcing(PEOPLE, measured(*SHARES), SURE)
    assert said.endswith("The largest source is officials (anonymous, 50 words); officials: 1 named, 1 anonymous.")


def test_sourcing_calls_none_the_largest_where_the_next_is_within_the_error():
    said = answer_sourcing(PEOPLE, measured(*SHARES), DOUBTFUL)
    assert "too close to tell: officials (anonymous, 50 words) and Ann Lee (named person, 30 words);" in said


def test_sourcing_of_nothing():
    nothing = SOURCING.frame([("a", "share_attributed", 0, 0, 0, ""), ("a", "share_anonymous", 0, 0, 0, "")])
    assert answer_sourcing(SOURCES.empty(), nothing, ATTRIBUTIONS.empty()).startswith("Nobody")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            words(30, 50, 9, official=True),
            "Officials supply 80 of the 80 attributed words: named person 30, anonymous 50.",
        ),
        (words(0, 1, 9, official=True), "Officials supply the one attributed word: anonymous 1."),
        (words(0, 1, 9), "No official supplies the one attributed word."),
        (words(30, 50, 9), "No official supplies any of the 80 attributed words."),
        (words(0, 0, 9), "No word is attributed, to officials or to anybody else."),
    ],
)
def test_officials_by_how_they_are_identified(table, said):
    assert answer_officials(table) == said


def test_attributions_say_which_rule_is_most_frequent():
    table = ATTRIBUTIONS.frame([attribution("named", 3), attribution("anonymous", 5), attribution("named", 9)])
    table = table.assign(speech=[True, False, True], rule=["before", "after", "before"])
    answer = answer_attributions(table)
    assert answer.startswith("Of 3 attributions 2 report what somebody said and 1 what somebody wants")
    assert answer.endswith("2 rules found them, most often before (2).")
    assert answer_attributions(ATTRIBUTIONS.empty()) == "No statement of the body is attributed to anyone."


def topics(*counts):
    return TOPICS.frame([("a", t, n, 0.0, n, n, 1 if n else None, False, math.nan, False, n) for t, n in counts])


def by_source(*rows):
    return TOPICS_BY_SOURCE.frame([("a", topic, kind, n, n, 0.5, n, 0) for topic, kind, n in rows])


def test_topics_on_anonymous_sources_alone():
    table = by_source(
        ("war", "anonymous", 2), ("war", "unattributed", 1), ("trade", "anonymous", 1), ("trade", "named", 1)
    )
    answer = answer_topics(topics(("war", 3), ("trade", 2), ("jobs", 0)), table, labels={"war": "The war"})
    assert answer == (
        "2 of 3 topics come up, in 5 mentions; most often “The war” (3). "
        "Whatever sources say on 1 topic comes from anonymous ones alone: The war."
    )


def test_no_topic():
    assert answer_topics(topics(("war", 0)), TOPICS_BY_SOURCE.empty()) == "None of the topics looked for comes up."
