"""What a correction makes of a statement: another source, another kind, or a new row."""

from typing import Any

from analysis.errors import CorrectionsError
from analysis.sourcing.correcting.placing import Cells
from analysis.sourcing.correcting.reading import OFFICIAL_SECTORS, Correction
from analysis.sourcing.grammar.vocabulary import plain, roles
from analysis.spans import Span

RULE, MARKER = "corrected", "correction"
FACTS = ("source", "kind", "anonymity", "official", "marker", "role", "anonymity_reason")
"""The columns that tell of a statement's source."""
JUDGED = ("kind", "anonymity", "official", "marker")
"""Those in which all statements of one source agree."""
NOBODY: Cells = {
    "source": "", "kind": "unattributed", "anonymity": "", "official": False, "marker": MARKER, "role": "",
    "anonymity_reason": "", "source_start": None, "source_end": None, "source_text": "",
}  # fmt: skip
OPENING, CLOSING = '“"', '”"'
EITHER = frozenset(OPENING + CLOSING)


def confirm(row: Cells) -> Cells:
    """Return a statement that somebody has looked at: its rule says so, and it is certain."""
    return {**row, "rule": RULE, "confidence": 1.0}


def differs(one: Correction, row: Cells) -> str:
    """Return in which column a correction says other than the statement; empty where in none."""
    found = {"source": row["source"].lower(), "kind": row["kind"], "official": str(row["official"]).lower()}
    given = {"source": one.source.lower(), "kind": one.kind, "official": one.official}
    return next((column for column, cell in given.items() if cell not in ("", found[column])), "")


def check_kept(one: Correction, row: Cells) -> None:
    """Raise CorrectionsError where a correction keeps a statement of which it says something else."""
    if one.action == "keep" and (column := differs(one, row)):
        raise CorrectionsError(f"it keeps a statement whose {column} is {row[column]!r}: write set")


def set_facts(one: Correction, row: Cells, rows: list[Cells]) -> Cells:
    """Return the statement with what is told of its source; a source that the article has already is that one.

    Raises CorrectionsError where nobody would be left as the source of a kind.
    """
    if one.kind == "unattributed":
        return {**row, **NOBODY}
    new = _with_source(one, row, rows)
    if not new["source"]:
        raise CorrectionsError("the statement has no source: name it in 'source'")
    if new["kind"] == "unattributed" and not one.kind:
        raise CorrectionsError(f"the kind of {one.source!r} is not known: fill 'kind'")
    kind, official = one.kind or new["kind"], _official(one, new["official"])
    if (kind, official) != (new["kind"], new["official"]):
        new |= {**_of_kind(kind, new), "kind": kind, "official": official, "marker": MARKER}
    return new


def _with_source(one: Correction, row: Cells, rows: list[Cells]) -> Cells:
    """Return the statement with another source: what is told of it elsewhere comes along, of the old one nothing."""
    if one.source.lower() in ("", row["source"].lower()):
        return dict(row)
    known = next((r for r in rows if r["source"].lower() == one.source.lower()), None)
    if known is not None:
        return {**row, **{column: known[column] for column in FACTS}}
    return {**row, "source": one.source, "marker": MARKER, "role": "", "anonymity_reason": ""}


def _official(one: Correction, found: bool) -> bool:
    """Return whether a source is official: as it is told, as its sector has it, else as it was found."""
    if one.sector not in ("", *OFFICIAL_SECTORS):
        return False
    return {"true": True, "false": False}.get(one.official, bool(found))


def _of_kind(kind: str, row: Cells) -> Cells:
    """Return what goes with a kind: only the unnamed have an anonymity and its reason, only people a role."""
    if kind == row["kind"]:
        return {}
    unnamed, person = kind == "anonymous", kind in ("anonymous", "named")
    return {
        "anonymity": _count(row["source"]) if unnamed else "",
        "anonymity_reason": row["anonymity_reason"] if unnamed else "",
        "role": row["role"] if person else "",
    }


def _count(source: str) -> str:
    """Return whether these words are for one unnamed person or a group: by the first noun for people among them."""
    noun = next(filter(None, map(roles().get, map(plain, source.split()))), None)
    return "group" if noun and noun.plural else "person"


def new_row(one: Correction, place: Span, said: str, rows: list[Cells]) -> Cells:
    """Return a statement that was not found; its numbers and its count of words are not told yet."""
    blank: dict[str, Any] = {
        "article": one.article, **NOBODY, "attribution": 0, "paragraph": 0, "sentence": 0,
        "cue_start": None, "cue_end": None, "cue_text": "", "content_start": place.start, "content_end": place.end,
        "content_spans": f"{place.start}-{place.end}", "quote": _quote(said), "speech": True, "n_words": 0,
    }  # fmt: skip
    return confirm(set_facts(one, blank, rows))


def _quote(said: str) -> str:
    """Return whether all of the words stand in quotation marks, some, or none."""
    if EITHER.isdisjoint(said):
        return "indirect"
    inside = said.rstrip(".,;:!?")[1:-1]
    is_whole = said[0] in OPENING and said.rstrip(".,;:!?")[-1] in CLOSING
    return "direct" if is_whole and EITHER.isdisjoint(inside) else "mixed"
