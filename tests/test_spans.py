import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.spans import Span, format_spans, hull, parse_spans, strip

SPANS = st.tuples(st.integers(0, 10**6), st.integers(0, 500)).map(lambda p: Span(p[0], p[0] + p[1]))


@pytest.mark.parametrize(
    ("a", "b", "overlap", "inside"),
    [
        ((0, 5), (5, 9), False, False),
        ((0, 5), (4, 9), True, False),
        ((0, 9), (4, 9), True, True),
        ((4, 9), (0, 9), True, False),
        ((2, 3), (2, 3), True, True),
    ],
)
def test_overlap_and_containment(a, b, overlap, inside):
    assert Span(*a).overlaps(Span(*b)) is overlap
    assert Span(*a).contains(Span(*b)) is inside


@pytest.mark.parametrize(
    ("text", "span", "characters", "left"),
    [(" a b ", (0, 5), None, "a b"), ("“x”,", (0, 4), "“”,", "x"), ("   ", (0, 3), None, "")],
)
def test_strip_keeps_what_is_inside(text, span, characters, left):
    found = strip(text, Span(*span), characters)
    assert text[found.start : found.end] == left


@given(st.lists(SPANS))
def test_cells_read_back(spans):
    assert parse_spans(format_spans(spans)) == spans


@given(st.lists(SPANS, min_size=1), st.integers(0, 100))
def test_hull_contains_all_and_moves_with_them(spans, by):
    around = hull(spans)
    assert all(around.contains(s) for s in spans)
    assert hull([s.shift(by) for s in spans]) == around.shift(by)
