from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.sourcing.extraction.candidates import Candidate
from analysis.sourcing.extraction.resolve import resolve
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.model import Sentence
from by_hand import extracted

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
