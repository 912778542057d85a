"""How an article is sourced, in a row: attributed words, sentences on unnamed people alone, the longest gap."""

from collections.abc import Callable
from math import nan
from typing import Any

import pandas as pd

from analysis.editing.desk import Desk, Line, Run, in_order, lay_out
from analysis.tables import SOURCING


def measure_sourcing(attributions: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return how each article is sourced, one row an article; all is counted in the body.

    - ``share_attributed``, ``share_anonymous``: shares (0 to 1) of the body's ``n_words`` words that are somebody's
      account, and an anonymous source's (voices of named bodies included, as in `words_by_kind`); NaN without words.
    - ``n_unnamed_only``, ``unnamed_only``: the sentences ("1, 2, 25") with attributed words all of which rest on
      people whom the article neither names nor lets speak for a named body.
    - ``gap_first``, ``gap_last``, ``gap_sentences``, ``gap_words``: the longest stretch of sentences without a
      source, in words, the first of equals. A sentence is with a source where a word of it is somebody's account or
      where it has the cue of a statement; a statement with no source ("it is believed") does not count. Missing and 0
      where every sentence has one.

    Raises TableError where an argument is not the table it should be.
    """
    return SOURCING.frame(_row(desk) for desk in lay_out(sentences, attributions))


def _row(desk: Desk) -> tuple[Any, ...]:
    n_words = sum(run.n_words for run in desk.runs)
    gap = _longest_gap(desk)
    return (
        desk.article, n_words, _share(desk, lambda run: run.kind != "unattributed"),
        _share(desk, lambda run: run.kind == "anonymous"), len(desk.unnamed_only), in_order(desk.unnamed_only),
        gap[0].sentence if gap else None, gap[-1].sentence if gap else None, len(gap), _words(gap),
    )  # fmt: skip


def _share(desk: Desk, counts: Callable[[Run], bool]) -> float:
    """Return the share of the body's words in runs that count; NaN without words."""
    n_words = sum(run.n_words for run in desk.runs)
    return sum(run.n_words for run in desk.runs if counts(run)) / n_words if n_words else nan


def _longest_gap(desk: Desk) -> list[Line]:
    """Return the longest run of body sentences without a source, in words; the first of equals."""
    sourced = {s.sentence for s in desk.statements if s.kind != "unattributed"} | set(desk.speaking)
    gaps: list[list[Line]] = [[]]
    for line in desk.body:
        if line.sentence in sourced:
            gaps.append([])
        else:
            gaps[-1].append(line)
    return max(gaps, key=_words)


def _words(lines: list[Line]) -> int:
    return sum(line.n_words for line in lines)
