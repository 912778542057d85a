"""The closed classes of words, as `lexicons/closed_classes.csv` lists them, read when they are first asked for."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Set
from functools import cache, cached_property
from typing import TypeVar

from analysis.errors import LexiconError
from analysis.lexicon import Row, read_lexicon

Other = TypeVar("Other")
PLAIN = str.maketrans("’‐‑", "'--")
"""Apostrophes and hyphens as the tables print them, for those of typesetters."""


@cache
def rows_by_class() -> Mapping[str, list[Row]]:
    """The rows of the list by their class, parted once, since each class is asked for by its own name."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in read_lexicon("closed_classes", "word", "class"):
        found[row["class"]].append(row)
    return found


class Words(Set[str]):
    """The words of a class, lower case, and all that end in one of ``endings``: a set that is read when first needed.

    Raises LexiconError then, where the list has no such class; without a name only the endings count.
    """

    def __init__(self, name: str = "", *, endings: tuple[str, ...] = ()) -> None:
        self.name = name
        self.endings = endings

    @cached_property
    def words(self) -> frozenset[str]:
        """The words as they are listed."""
        found = frozenset(row["word"] for row in rows_by_class().get(self.name, ()))
        if self.name and not found:
            raise LexiconError(f"closed_classes.csv has no words of the class {self.name!r}: add a line for each")
        return found

    def __contains__(self, word: object) -> bool:
        return word in self.words or str(word).endswith(self.endings)

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def __or__(self, other: Iterable[Other]) -> frozenset[str | Other]:
        return self.words.union(other)

    __ror__ = __or__


class Holding(Container[str]):
    """All words that hold a sign: "self-described" holds "-"."""

    def __init__(self, sign: str) -> None:
        self.sign = sign

    def __contains__(self, word: object) -> bool:
        return self.sign in str(word)


@cache
def group(name: str) -> Words:
    """Return the words of a class, lower case."""
    return Words(name)
