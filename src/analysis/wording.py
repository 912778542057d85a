"""Figures and names as a newspaper writes them: every answer, picture and verdict takes them from here."""

import math
import unicodedata
from collections.abc import Iterable

KIND_NAMES = {
    "named": "named person",
    "organization": "organization or government",
    "document": "document",
    "anonymous": "anonymous",
    "unattributed": "not attributed",
}
SHORT_KIND_NAMES = KIND_NAMES | {"named": "named", "organization": "organization"}

# In which direction a measure runs, and what an article is called that has more of it, or less, than others.
DIRECTIONS = {
    "higher is harder": ("harder", "easier"),
    "higher is easier": ("easier", "harder"),
    "": ("more", "less"),
}
TIED = 0.05  # the share of a reference that must have the same value for the tie to be told


def count_of(n: int, noun: str) -> str:
    """Return a number with its noun: ``1 sentence``, ``1,200 words``, ``2 stories``, ``no topics``."""
    plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"
    return f"{n:,} {noun if n == 1 else plural}" if n else f"no {plural}"


def percent(part: float, whole: float) -> str:
    """Return a share in whole per cent: ``0%`` only of nothing, ``100%`` only of all; ``undefined`` where whole is 0.

    What is small but not nothing is ``under 1%``, what is nearly all ``over 99%``.
    """
    if not whole:
        return "undefined"
    rounded = round(100 * part / whole)
    if rounded == 0 and part > 0:
        return "under 1%"
    return "over 99%" if rounded == 100 and part < whole else f"{rounded}%"


def percent_within(share: float, low: float, high: float) -> str:
    """Return a share, 0 to 1, with its bounds in whole per cent: ``18% (9 to 25)``; without them where unknown."""
    if math.isnan(low) or math.isnan(high):
        return percent(share, 1)
    bounds = [percent(bound, 1).removesuffix("%") for bound in (low, high)]
    return f"{percent(share, 1)} ({' to '.join(bounds)})"


def cut_percent(share: float) -> int:
    """Return a share, 0 to 1, in whole per cent, cut and not rounded: who is above 94.8 of 100 is not above 95."""
    return int(100 * share + 1e-9)


def say_place(
    below: float, above: float, *, direction: str = "", value: float = math.nan, n: int = 0
) -> tuple[str, str]:
    """Return an article's place among others, ``("less than 74%", "25% have none, too")``; the second tells of a tie.

    ``below`` and ``above`` are the shares (0 to 1) of the others that have strictly less and more; the larger is told,
    and beside it a tie of 5% or more. ``n`` names how many the others are ("74% of 840 articles"), ``value`` and
    ``direction`` are the article's and the measure's. Both texts are empty where the place is undefined (NaN).
    """
    if math.isnan(below) or math.isnan(above):
        return "", ""
    more, less = DIRECTIONS[direction]
    word, share = (more, below) if below >= above else (less, above)
    same = 1 - below - above
    if not cut_percent(share):
        return f"the same as {_most(same, n)}", ""
    told = "have none, too" if value == 0 and not direction else "have the same"
    return f"{word} than {_most(share, n)}", f"{cut_percent(same)}% {told}" if same >= TIED - 1e-9 else ""


def _most(share: float, n: int) -> str:
    if cut_percent(share) < 100:
        return f"{cut_percent(share)}%" + (f" of {count_of(n, 'article')}" if n else "")
    return "the one article" if n == 1 else f"all {count_of(n, 'article')}" if n else "all"


def digits_for(values: Iterable[float]) -> int:
    """Return how many decimals these values are given: none to whole numbers and hundreds, one to tens, else two."""
    known = [abs(v) for v in values if not math.isnan(v)]
    if all(v == int(v) for v in known) or max(known) >= 100:
        return 0
    return 1 if max(known) >= 10 else 2


def number(value: float, digits: int | None = None) -> str:
    """Return ``1,234``, ``30.8``, ``−1.82``: with so many decimals, or as `digits_for` it; ``undefined`` for NaN."""
    if math.isnan(value):
        return "undefined"
    said = f"{value:,.{digits_for([value]) if digits is None else digits}f}"
    return said.replace("-", "−") if said.strip("-0.,") else said.lstrip("-")


def in_unit(value: float, unit: str, digits: int | None = None) -> str:
    """Return a figure as it stands before its unit; a whole number of per cent as `percent` says it: ``under 1``."""
    if unit.startswith("%") and digits == 0 and not math.isnan(value):
        return percent(value, 100).removesuffix("%")
    return number(value, digits)


def as_shown(value: float, unit: str, digits: int | None) -> float:
    """Return a value as `in_unit` prints it, so that nothing is set above another for what cannot be seen.

    "under 1" and "over 99" per cent stand between nothing, all, and their neighbours: they become 0.5 and 99.5.
    """
    if digits is None or math.isnan(value):
        return value
    shown = round(value, digits)
    return abs(shown - 0.5) if unit.startswith("%") and shown in (0, 100) and shown != value else shown


def with_unit(value: float, unit: str, digits: int | None = None) -> str:
    """Return a figure with its unit: ``20.5 words a sentence``, ``1 word``, ``under 1% of words``."""
    said = in_unit(value, unit, digits)
    if unit.startswith("%"):
        return f"{said}{unit}"
    first, space, rest = unit.partition(" ")
    return f"{said} {first.removesuffix('s') if said == '1' else first}{space}{rest}"


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
