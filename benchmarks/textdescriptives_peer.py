"""textdescriptives on a blank spaCy pipeline, which needs no download; it is not installed with this project."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from typing import Any

NAMES = {
    "flesch_reading_ease": "flesch_reading_ease",
    "flesch_kincaid_grade": "flesch_kincaid_grade",
    "gunning_fog": "gunning_fog",
    "smog": "smog",
    "automated_readability_index": "automated_readability_index",
    "coleman_liau": "coleman_liau_index",
    "lix": "lix",
    "rix": "rix",
}  # our name, its name


def is_installed() -> bool:
    """Tell whether there is something to compare with."""
    return all(find_spec(name) for name in ("spacy", "textdescriptives"))


@cache
def _pipeline() -> Any:
    import spacy
    import textdescriptives  # noqa: F401  (its import adds its components to spaCy)

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("textdescriptives/readability")
    return nlp


def load() -> None:
    """Set up the pipeline before a clock starts."""
    next(measure(["It is ready."]))


def measure(texts: Iterable[str]) -> Iterator[dict[str, float]]:
    """Yield the eight measures of each text, by our names."""
    for doc in _pipeline().pipe(texts):
        yield {ours: doc._.readability[theirs] for ours, theirs in NAMES.items()}
