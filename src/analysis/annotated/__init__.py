"""The article with its sources marked: who says what, how sure that is, and why; as HTML and as plain text."""

from analysis.annotated.show import show_article

__all__ = ["show_article"]
