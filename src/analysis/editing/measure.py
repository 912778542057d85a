"""How an article is sourced, in a row: attributed words, sentences on unnamed people alone, the longest gap."""

from typing import Any

import pandas as pd

from analysis.crosstabs import words_by_kind
from analysis.editing.desk import Desk, Line, in_order, lay_out
from analysis.tables import SOURCING


def measure_sourcing(attributions: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return how each article is sourced, one row an article; all is counted in the body.

    - ``share_attributed``, ``share_anonymous``: shares (0 to 1) of the body's ``n_words`` words that are somebody's
      account, and an anonymous source's (voices of named bodies included), from `words_by_kind`; NaN without words.
    - ``n_unnamed_only``, ``unnamed_only``: the sentences ("1, 2, 25") with attributed words all of which rest on
      people whom the article neither names nor lets speak for a named body.
    - ``gap_first``, ``gap_last``, ``gap_sentences``, ``gap_words``: the longest stretch of sentences without a
      source, in words, the first of equals. A sentence is with a source where a word of it is somebody's account or
      where it has the cue of a statement; a statement with no source ("it is believed") does not count. Missing and 0
      where every sentence has one.

    Raises TableError where an argument is not the table it should be.
    """
    kinds = words_by_kind(attributions, sentences).pivot(index="article", columns="kind")
    return SOURCING.frame(
        (desk.article, *_shares(kinds.loc[desk.article]), *_reliance(desk)) for desk in lay_out(attributions, sentences)
    )


def _shares(kinds: pd.Series) -> tuple[int, float, float]:
    """Return the words of the body, and the shares of them that are attributed, and to anonymous sources."""
    n_words, share = kinds["n_words"].sum(), kinds["share"]
    return int(n_words), share.drop("unattributed").sum(skipna=False), share["anonymous"]


def _reliance(desk: Desk) -> tuple[Any, ...]:
    """Return the sentences on unnamed people alone, and the longest gap."""
    gap = _longest_gap(desk)
    return (
        len(desk.unnamed_only), in_order(desk.unnamed_only),
        gap[0].sentence if gap else None, gap[-1].sentence if gap else None, len(gap), _words(gap),
    )  # fmt: skip


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
