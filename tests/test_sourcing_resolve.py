import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.article import read_article
from analysis.sentences import split_sentences
from analysis.sourcing.extraction.candidates import Candidate
from analysis.sourcing.extraction.resolve import resolve
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.model import Sentence
from by_hand import extracted

HERE = Path(__file__).parent
TABLES = [HERE / "cases" / name for name in ("attributions.csv", "kinds.csv")]
CASES = [row["text"] for path in TABLES for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())]
ARTICLES = sorted((HERE.parent / "data" / "articles").glob("*.txt"))

WORDS = [
    "Lee",
    "said",
    "told",
    "that",
    "the",
    "plan",
    "officials",
    "who",
    "“",
    "”",
    '"',
    "'",
    ",",
    ".",
    ":",
    ";",
    "—",
    "and",
    "but",
    "according",
    "to",
    "by",
    "saying",
    "called",
    "Garcia",
    "’",
    "was",
    "not",
    "it",
    "he",
    "claim",
    "of",
    "for",
    "while",
    "as",
    "reportedly",
    "wary",
    "is",
    "expected",
    "asked",
    "whether",
    "(",
    ")",
    "Tuesday",
    "46",
    "report’s",
    "POLL",
]


def line(text: str) -> Tokens:
    return Tokens([Sentence(1, 1, "body", 0, text)])


def test_the_earlier_matcher_wins_a_cue():
    words = line("Lee said the plan was dead")
    first = Candidate(words, "first", (1, 2), (0, 1), [(2, 6)])
    second = Candidate(words, "second", (1, 2), (0, 1), [(2, 4)])
    assert resolve([first, second]) == ([first], [second])


def test_the_inner_attribution_loses():
    words = line("Lee said Garcia said the plan was dead")
    outer = Candidate(words, "outer", (1, 2), (0, 1), [(2, 8)])
    inner = Candidate(words, "inner", (3, 4), (2, 3), [(4, 8)])
    assert resolve([inner, outer]) == ([outer], [inner])


def test_what_stands_behind_its_content_is_outermost():
    words = line("Garcia likes the plan Lee said")
    early = Candidate(words, "early", (1, 2), (0, 1), [(2, 6)])
    late = Candidate(words, "late", (5, 6), (4, 5), [(0, 4)], final=True)
    assert resolve([early, late]) == ([late], [early])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60), st.integers(0, 50))
def test_spans_lie_in_the_text_and_no_cue_in_another_content(words, shift):
    text = " ".join(words)
    found = extracted([Sentence(1, 1, "body", shift, text), Sentence(2, 2, "body", shift + len(text) + 1, text)])
    end = shift + 2 * len(text) + 1
    for f in found:
        spans = [*f.content, *(s for s in (f.source, f.cue) if s)]
        assert f.content and all(shift <= s.start < s.end <= end for s in spans)
        others = [piece for g in found if g is not f for piece in g.content]
        assert f.cue is None or f.rule == "quotation_beside" or not any(p.contains(f.cue) for p in others)


def test_time_grows_linearly_with_one_long_line(assert_linear):
    assert_linear(lambda text: extracted([Sentence(1, 1, "body", 0, text)]), " ".join(WORDS) + " ")


CLAIMED_TWICE = [
    # text, pieces of content that each attribution keeps
    ("“The plan is dead,” Lee said, adding: “We build now.”", ["“The plan is dead,”", "“We build now.”"]),
    (
        "“It failed,” Lee said, adding later, “And it cost us a fortune.”",
        ["“It failed,”", "“And it cost us a fortune.”"],
    ),
    ("Lee scolded him: “The proof is against you,” she said. “It is all there.”", None),
    ("Ann Lee said that according to a memo, the plan was dead.", ["that according to a memo, the plan was dead"]),
    ("The Post reported, citing a memo, that the firm had settled.", None),
    ("Asked whether he was happy with the plan, Lee told the board: “Not at all, and I never was.”", None),
]


@pytest.mark.parametrize(("text", "contents"), CLAIMED_TWICE)
def test_what_two_claim_belongs_to_the_nearest_cue(text, contents):
    found = extracted([Sentence(1, 1, "body", 0, text)])
    assert_nobody_shares_a_word(found)
    if contents is not None:
        assert ["".join(text[s:e] for s, e in f.content) for f in found] == contents


def assert_nobody_shares_a_word(found):
    owner = {}
    for number, one in enumerate(found):
        for start, end in one.content:
            for at in range(start, end):
                assert owner.setdefault(at, number) == number, f"{one} shares words with {found[owner[at]]}"


@settings(max_examples=200)
@given(st.lists(st.sampled_from(CASES), min_size=1, max_size=4))
def test_no_word_of_an_article_belongs_to_two(texts):
    sentences, at = [], 0
    for number, text in enumerate(texts, 1):
        sentences.append(Sentence((number + 1) // 2, number, "body", at, text))
        at += len(text) + 1
    assert_nobody_shares_a_word(extracted(sentences))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_no_word_of_a_whole_article_belongs_to_two(path):
    assert_nobody_shares_a_word(extracted([Sentence(*row) for row in _sentences(path)]))


def _sentences(path):
    table = split_sentences(read_article(path))
    return table[["paragraph", "sentence", "part", "start", "text"]].itertuples(index=False)
