"""Numbers and names as a newspaper writes them, and the checks that every picture makes of its table."""

import math
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd

from analysis.errors import TableError

KIND_NAMES = {
    "named": "named person",
    "organization": "organization or government",
    "document": "document",
    "anonymous": "anonymous",
    "unattributed": "not attributed",
}
SHORT_KIND_NAMES = KIND_NAMES | {"named": "named", "organization": "organization"}


def plural(count: float, noun: str) -> str:
    """Return ``1 word``, ``2 words``, ``1,200 words``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def percent(part: float, whole: float) -> str:
    """Return the share as a whole per cent; what is small but not nothing stays so; ``0%`` of nothing."""
    share = 100 * part / whole if whole else 0.0
    if 0 < share < 0.5:
        return "under 1%"
    if 99.5 <= share < 100:
        return "over 99%"
    return f"{share:.0f}%"


def digits_for(values: Iterable[float]) -> int:
    """Return how many decimals these values are given: none to whole numbers and hundreds, one to tens, else two."""
    known = [abs(v) for v in values if not math.isnan(v)]
    if all(v == int(v) for v in known) or max(known) >= 100:
        return 0
    return 1 if max(known) >= 10 else 2


def number(value: float, digits: int | None = None) -> str:
    """Return ``1,234``, ``30.8``, ``1.82``: with so many decimals, or as `digits_for` it; ``undefined`` for NaN."""
    if math.isnan(value):
        return "undefined"
    return f"{value:,.{digits_for([value]) if digits is None else digits}f}".replace("-", "−")


def within(label: str) -> str:
    """Return a label as it stands inside a sentence: its first letter small, unless it seems to begin a name."""
    rest = label[1:]
    return label[:1].lower() + rest if rest[:1].islower() and rest == rest.lower() else label


def opening(text: str) -> str:
    """Return a text as it stands at the beginning of a sentence: its first letter large."""
    return text[:1].upper() + text[1:]


def plain(text: str) -> str:
    """Return the text on one line, without control and format characters."""
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs"))


def listing(items: Iterable[str]) -> str:
    """Return ``a``, ``a and b`` or ``a, b and c``."""
    items = list(items)
    return " and ".join(items) if len(items) < 3 else f"{', '.join(items[:-1])} and {items[-1]}"


def shorten(text: str, longest: int = 48) -> str:
    """Return the text, cut with an ellipsis where it has more characters than ``longest``."""
    text = plain(text)
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def quoted(text: str) -> str:
    """Return the shortened name in quotation marks, unless it has some of its own."""
    text = shorten(text)
    return text if text[:1] in "“\"‘'" else f"“{text}”"


def records(table: pd.DataFrame, columns: str, *, of: str) -> list[dict[str, Any]]:
    """Return the rows as mappings of these columns; raise TableError naming the first column that is missing."""
    for name in columns.split():
        if name not in table.columns:
            wanted = columns.replace(" ", ", ")
            raise TableError(f"the table of {of} has no column {name!r}: pass one with the columns {wanted}")
    return table[columns.split()].to_dict("records")


def one_article(table: pd.DataFrame, *, of: str) -> None:
    """Raise TableError where a picture of one article is given the table of several."""
    articles = list(dict.fromkeys(table["article"])) if "article" in table.columns else []
    if len(articles) > 1:
        raise TableError(
            f"this picture shows one article, and the table of {of} holds {len(articles)}: "
            f"choose one, for example table[table['article'] == {articles[0]!r}]"
        )


def grouped(rows: Iterable[Any], key: Callable[[Any], Any]) -> dict[Any, list[Any]]:
    """Return the rows by key, keys in order of first occurrence."""
    groups: dict[Any, list[Any]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def by_count(keys: Sequence[str]) -> dict[str, int]:
    """Return how often each key occurs, in order of first occurrence."""
    counts: dict[str, int] = {}
    for key in keys:
        counts[key] = counts.get(key, 0) + 1
    return counts
