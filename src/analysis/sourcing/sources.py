"""The table of sources: each once, with all that the article rests on it."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.collector import no_collection
from analysis.sourcing.correcting.changing import RULE
from analysis.sourcing.correcting.reading import sectors_told
from analysis.sourcing.judgement.detail import BACKWARD, closeness, closest, tells_several
from analysis.sourcing.judgement.sectors import sector_of
from analysis.tables import ATTRIBUTIONS, SOURCES, rows_of

JOINT = "; "
PRONOUNS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "they": "they", "them": "they"}
COURTESY = {"Mr": "Mr.", "Mrs": "Mrs.", "Ms": "Ms.", "Mx": "Mx."}
SECOND = {"they": 1} | dict.fromkeys(COURTESY.values(), 2)
"""What counts only where the article says neither he nor she, in this order."""
ONE = ("named", "anonymous")
UNNAMED = frozenset(("anonymous", "unattributed"))
COLUMNS = (
    "article", "sentence", "source_text", "source", "kind", "anonymity", "official", "quote", "role",
    "anonymity_reason", "n_words", "rule",
)  # fmt: skip

Cells = dict[str, Any]


@no_collection()
def list_sources(attributions: pd.DataFrame, *, corrections: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the sources of these attributions: a table ``sources``, one row a source, by article and first place.

    ``n_attributions`` counts all that is attributed to it, ``n_words`` the words of content in the body, since measures
    use the body; a joint source ("Lee; Garcia") counts once for each of its members. ``name`` is empty where the
    article names nobody. Its kind is that of its first attribution alone, if there is one. ``description`` is the
    longest that the article says of it at once, of an unnamed source the one that tells most; ``detail`` how closely
    that describes an unnamed source, by `closeness` (bare, placed, ranked, involved; empty for others). ``n_quotes`` is
    in how many attributions it speaks in quotation marks, ``share`` its part of all attributed words of the article (0
    to 1; shares of joint sources count for each member; NaN where nothing is attributed, and for ``unattributed``,
    which is no source). ``sector`` is the world it speaks from (government, politics, business, expert, advocacy,
    media, citizen, sport-culture, other; empty for ``unattributed``). ``pronoun`` is what the article calls one human
    being in these attributions: he, she or they, else Mr., Ms., Mrs. or Mx.; empty where it uses none of them there,
    never guessed from a name. ``corrections`` are those that the attributions were corrected by: what they set as a
    source's sector stands for what was found.
    Raises TableError where ``attributions`` is no such table.
    """
    ATTRIBUTIONS.check(attributions)
    grouped: dict[tuple[str, str], list[Cells]] = defaultdict(list)
    words: Counter[str] = Counter()
    for cells in rows_of(attributions, *COLUMNS):
        row = dict(zip(COLUMNS, cells, strict=True))
        row["n_words"] *= row["sentence"] > 0  # a headline's words are not the body's
        words[row["article"]] += row["n_words"] if row["kind"] != "unattributed" else 0
        for source in row["source"].split(JOINT):
            grouped[row["article"], source].append(row)
    told = {} if corrections is None else sectors_told(corrections)
    return SOURCES.frame(
        _row(article, source, rows, words[article], told) for (article, source), rows in grouped.items()
    )


def _row(
    article: str, source: str, rows: list[Cells], words: int, told: Mapping[tuple[str, str], str]
) -> tuple[Any, ...]:
    alone = [row for row in rows if row["source"] == source] or rows
    model = alone[0]
    kind, n_words = model["kind"], sum(_column(rows, "n_words"))
    name = "" if kind in UNNAMED else source
    share = n_words / words if words and kind != "unattributed" else float("nan")
    reason = next(filter(None, _column(rows, "anonymity_reason")), "")
    n_quotes = len(rows) - _column(rows, "quote").count("indirect")
    texts = _column(alone, "source_text")
    description, detail = _described(source, texts, kind)
    role = _role(source, alone)
    by_hand = any(row["rule"] == RULE for row in rows) and told.get((article, source.lower()))
    sector = by_hand or sector_of(kind, model["official"], _words(source, kind, role, description))
    return (
        article, source, name, kind, model["anonymity"], model["official"], role, len(rows), n_words,
        rows[0]["sentence"], reason, description, detail, n_quotes, share, sector,
        _pronoun(model, texts),
    )  # fmt: skip


def _described(source: str, texts: list[str], kind: str) -> tuple[str, str]:
    """Return the description that tells most and, of an unnamed source, how close it is; its own words count, too."""
    if kind != "anonymous":
        return max(texts, key=len), ""
    description = closest(texts)
    if BACKWARD.fullmatch(description):  # "who", "they"
        description = source
    return description, closeness(closest([description, source]))


def _role(source: str, rows: list[Cells]) -> str:
    """Return what the article first calls a source; in a joint one, roles stand in the order of the members."""
    return next(filter(None, (_own_role(source, str(row["source"]), str(row["role"])) for row in rows)), "")


def _own_role(source: str, sources: str, role: str) -> str:
    """A source's part of a cell of roles: all of it where it stands alone; nothing where members and roles differ."""
    members, roles = sources.split(JOINT), role.split(JOINT)
    if members == [source]:
        return role
    return roles[members.index(source)] if len(roles) == len(members) else ""


def _words(source: str, kind: str, role: str, description: str) -> str:
    """The words that tell of a source's sector: of a person the roles, else what stands beside the name."""
    if kind == "named":
        return role or description.replace(source, "").strip(" ,")
    return f"{source}{JOINT}{description}" if kind == "organization" else f"{description}{JOINT}{source}"


def _pronoun(model: Cells, texts: list[str]) -> str:
    """Return the pronoun or courtesy title by which a single human being is called in its attributions."""
    if model["kind"] not in ONE or _is_of_several(model):
        return ""
    return min(filter(None, map(_called, texts)), key=lambda word: SECOND.get(word, 0), default="")


def _is_of_several(model: Cells) -> bool:
    """Whether a source is several people: a group, promised anonymity or not, or several sources together."""
    if model["anonymity"] == "group" or JOINT in model["source"]:
        return True
    return model["kind"] == "anonymous" and tells_several(model["source"])


def _called(text: str) -> str:
    """`him`: he; `Mr Lee`: Mr.; nothing of another description."""
    return PRONOUNS.get(text.lower()) or COURTESY.get(text.partition(" ")[0].rstrip("."), "")


def _column(rows: list[Cells], column: str) -> list[Any]:
    """Return the cells of a column."""
    return [row[column] for row in rows]
