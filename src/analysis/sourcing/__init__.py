"""Sourcing: who says what in an article, by which words we know, and who that is; and what people say of it."""

from analysis.sourcing.attributions import find_attributions
from analysis.sourcing.correcting.applying import apply_corrections
from analysis.sourcing.correcting.reading import read_corrections
from analysis.sourcing.correcting.review import draw_review, score_review
from analysis.sourcing.sources import list_sources
from analysis.sourcing.statements import list_statements

__all__ = [
    "apply_corrections",
    "draw_review",
    "find_attributions",
    "list_sources",
    "list_statements",
    "read_corrections",
    "score_review",
]
