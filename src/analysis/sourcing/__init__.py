"""Sourcing: who says what in an article, by which words we know, and who that is."""

from analysis.sourcing.attributions import find_attributions
from analysis.sourcing.sources import list_sources
from analysis.sourcing.statements import list_statements

__all__ = ["find_attributions", "list_sources", "list_statements"]
