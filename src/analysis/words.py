"""Words of running text: where they are, and how many syllables they have."""

import re

WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")


def find_words(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each word."""
    return [m.span() for m in WORD.finditer(text)]


def count_words(text: str) -> int:
    """Return the number of words."""
    return len(WORD.findall(text))
