"""How often the program is right: a random sample for people to look at, and the score of those who have."""

import warnings
from collections.abc import Iterable, Iterator
from math import nan, sqrt
from statistics import NormalDist

import numpy as np
import pandas as pd

from analysis.errors import CorrectionsError, CorrectionsWarning, TableError
from analysis.sourcing.correcting.changing import RULE, check_kept, differs
from analysis.sourcing.correcting.placing import Cells, extent, find_row, name_row
from analysis.sourcing.correcting.reading import Correction, check_corrections
from analysis.sourcing.text import Text
from analysis.tables import ATTRIBUTIONS, CORRECTIONS, REVIEW_SCORES, SENTENCES, rows_of

Z = NormalDist().inv_cdf(0.95)
"""How many standard deviations around the middle hold nine tenths."""
ALL = "all"


def draw_review(
    attributions: pd.DataFrame, *, n: int, seed: int, sentences: pd.DataFrame | None = None, hide: bool = False
) -> pd.DataFrame:
    """Return ``n`` rows drawn at random, each as likely, as a table ``corrections`` for people to fill in.

    The rows stand in the order of the attributions; all of them where there are fewer. ``action`` is empty: write keep,
    set or drop, save the table with `write_table`, and count with `score_review`. Source, kind and official are what
    the program found, or empty with ``hide``, for who wants to judge first: then write set, and what is right. With the
    ``sentences`` of the same articles ``text`` holds what is said. The same ``seed`` draws the same rows.
    Raises TableError on other tables, ValueError where ``n`` is below 1.
    """
    if n < 1:
        raise ValueError(f"n is {n}: draw 1 row or more")
    rows = list(_read(ATTRIBUTIONS.check(attributions)))
    texts = {} if sentences is None else _texts(sentences)
    drawn = sorted(np.random.default_rng(seed).choice(len(rows), min(n, len(rows)), replace=False)) if rows else []
    return CORRECTIONS.frame(_to_fill(rows[at], texts.get(rows[at]["article"]), hide) for at in drawn)


def _read(attributions: pd.DataFrame) -> Iterable[Cells]:
    columns = tuple(ATTRIBUTIONS.columns)
    return (dict(zip(columns, cells, strict=True)) for cells in rows_of(attributions, *columns))


def _texts(sentences: pd.DataFrame) -> dict[str, Text]:
    pieces: dict[str, list[tuple[int, str]]] = {}
    for article, start, text in rows_of(SENTENCES.check(sentences), "article", "start", "text"):
        pieces.setdefault(article, []).append((start, text))
    return {article: Text(found) for article, found in pieces.items()}


def _to_fill(row: Cells, text: Text | None, hide: bool) -> tuple[object, ...]:
    place = extent(row)
    said = " ".join(text[place].split()) if text else ""
    verdict = ("", "", "") if hide else (row["source"], row["kind"], str(row["official"]).lower())
    return row["article"], *place, said, "", *verdict, "", ""


def score_review(
    attributions: pd.DataFrame, corrections: pd.DataFrame, *, sentences: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return how often the program was right, of the rows that people have looked at: a table ``review_scores``.

    ``attributions`` are as they were found, without corrections. A row counts once: as right where it is kept, or set
    to what was found; as wrong where it is dropped or set to something else. What is added was not found and counts for
    nothing here, nor does a sector. The first row, ``all``, counts all of them, the others each ``rule``, the most
    frequent first. ``share`` is ``n_right`` of ``n`` (0 to 1, NaN of none), ``low`` and ``high`` its 90 % interval
    (Wilson 1927), which holds the true share of a random sample (`draw_review`) nine times in ten. Corrections that
    have a text and no place are found with the ``sentences`` of the same articles.
    Raises TableError on other tables or on corrected attributions, CorrectionsError where a correction has a fault. One
    that is on no row of these, or on one that is counted already, is a CorrectionsWarning.
    """
    texts = {} if sentences is None else _texts(sentences)
    rows: dict[str, list[Cells]] = {}
    for row in _read(ATTRIBUTIONS.check(attributions)):
        if row["rule"] == RULE:
            raise TableError("these attributions are corrected already: pass those of find_attributions(sentences)")
        rows.setdefault(row["article"], []).append(row)
    judged: dict[tuple[str, int], tuple[str, bool]] = {}
    for one in check_corrections(corrections):
        if one.action not in ("", "add"):
            try:
                _judge(one, rows.get(one.article, []), texts.get(one.article), judged)
            except CorrectionsError as error:
                warnings.warn(name_row(one, error), CorrectionsWarning, stacklevel=2)
    return REVIEW_SCORES.frame(_scores(list(judged.values())))


def _judge(
    one: Correction, rows: list[Cells], text: Text | None, judged: dict[tuple[str, int], tuple[str, bool]]
) -> None:
    """Note whether the program was right in the row that a correction is on."""
    at = find_row(one, rows, text)
    if (one.article, at) in judged:
        raise CorrectionsError("another row is on the same statement: delete one of the two")
    check_kept(one, rows[at])
    is_right = one.action in ("keep", "set") and not differs(one, rows[at])
    judged[one.article, at] = rows[at]["rule"], is_right


def _scores(judged: list[tuple[str, bool]]) -> Iterator[tuple[object, ...]]:
    """Yield the row of all, and one for each rule."""
    by_rule: dict[str, list[bool]] = {}
    for rule, is_right in judged:
        by_rule.setdefault(rule, []).append(is_right)
    yield _score(ALL, [is_right for _, is_right in judged])
    for rule, found in sorted(by_rule.items(), key=lambda item: (-len(item[1]), item[0])):
        yield _score(rule, found)


def _score(rule: str, found: list[bool]) -> tuple[object, ...]:
    n, n_right = len(found), sum(found)
    share = n_right / n if n else nan
    return rule, n, n_right, share, *bound_proportion(n_right, n)


def bound_proportion(n_right: int, n: int) -> tuple[float, float]:
    """Return the 90 % interval of a proportion, 0 to 1, by the score of Wilson (1927); NaN of none.

    >>> [round(bound, 3) for bound in bound_proportion(9, 10)]
    [0.652, 0.977]
    """
    if not n:
        return nan, nan
    share, by = n_right / n, 1 + Z**2 / n
    middle = (share + Z**2 / (2 * n)) / by
    half = Z / by * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    return max(0.0, middle - half), min(1.0, middle + half)
