"""What can go wrong with what a person gives us.

AnalysisError
├── ArticleError      an article that cannot be read
├── LexiconError      a word list with a mistake in it
├── ParameterError    a parameter that no notebook has
├── TopicsError       a topics file with a mistake in it
├── CorrectionsError  a file of corrections with a mistake in it, or one that fits no longer
├── TableError        a table that does not fit its schema
└── OutputError       results that cannot be written

Each message is one sentence or two: what was given, what is allowed, and what to do.
"""


class AnalysisError(Exception):
    """The base of all errors that a user can mend."""


class ArticleError(AnalysisError):
    """An article that cannot be read: missing, empty, binary, in another encoding, or without a body."""


class LexiconError(AnalysisError):
    """A word list with a missing column, an empty or a repeated entry, or an unknown value."""


class ParameterError(AnalysisError):
    """A parameter that no notebook has."""


class TopicsError(AnalysisError):
    """A topics file with an unknown key, an empty or repeated term, or a term that can never match."""


class CorrectionsError(AnalysisError):
    """Corrections with an unknown action or kind, a missing column or place, or one that no longer fits its article."""


class CorrectionsWarning(UserWarning):
    """A correction that no longer fits its article, so that it changed nothing."""


class TableError(AnalysisError):
    """A table that lacks a column of its schema or holds a value of another type."""


class OutputError(AnalysisError):
    """A folder or file that cannot be written."""


def ask_for(thing: object, kind: type | tuple[type, ...], what: str, do: str, *, error: type[AnalysisError]) -> None:
    """Raise the error unless the thing is of this kind: ``what`` is wanted, what was given, and what to ``do``."""
    if not isinstance(thing, kind):
        raise error(f"{what} is wanted, and this is of type {type(thing).__name__}: {do}")
