"""How an article is sourced: shares of words with intervals, sentences on unnamed people alone, the longest gap."""

from collections.abc import Callable, Iterator
from math import nan

import pandas as pd

from analysis.crosstabs import words_by_kind
from analysis.editing.desk import Desk, Line, Statement, in_order, lay_out
from analysis.editing.intervals import Interval, bound_share
from analysis.tables import SOURCING

Row = tuple[str, str, float, float, float, str]
Counts = Callable[[Statement], bool]

UNKNOWN = Interval(nan, nan)
SHARES: dict[str, tuple[str, Counts]] = {
    "share_attributed": ("n_words", lambda s: s.kind != "unattributed"),
    "share_named": ("n_words", lambda s: s.kind == "named"),
    "share_anonymous": ("n_words", lambda s: s.kind == "anonymous"),
    "share_organization": ("n_words", lambda s: s.kind == "organization"),
    "share_document": ("n_words", lambda s: s.kind == "document"),
    "share_official": ("n_official", lambda s: s.official),
    "share_anonymous_official": ("n_official", lambda s: s.kind == "anonymous" and s.official),
}
"""Each share: which words of `words_by_kind` it counts, and the statements that it rests on."""


def measure_sourcing(attributions: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return how each article is sourced, a long table ``sourcing``: article x measure, counted in the body.

    - ``share_attributed``, ``share_named``, ``share_anonymous``, ``share_organization``, ``share_document``,
      ``share_official``, ``share_anonymous_official``: shares (0 to 1) of the body's words that are somebody's
      account, that of a kind of source (voices of named bodies are anonymous) or of officials, from `words_by_kind`,
      with 90 % intervals (``low``, ``high``; see `editing.intervals`); NaN without words.
    - ``n_words``, ``n_attributions``, ``n_sources``: words of the body, its statements, and those whose they are.
    - ``n_unnamed_only``: sentences with attributed words all of which rest on people whom the article neither names nor
      lets speak for a named body; the note lists them ("1, 2, 25").
    - ``gap_sentences``, ``gap_words``: the longest stretch of sentences without a source, in words, the first of
      equals; the note gives its first and last sentence ("12 to 14"). A sentence is with a source where a word of it
      is somebody's account or where it has the cue of a statement; a statement with no source ("it is believed") does
      not count. 0 where every sentence has one.

    Counts have no interval. Raises TableError where an argument is not the table it should be.
    """
    kinds = words_by_kind(attributions, sentences)
    words = {article: rows.set_index("kind") for article, rows in kinds.groupby("article", sort=False)}
    return SOURCING.frame(row for desk in lay_out(attributions, sentences) for row in _rows(desk, words[desk.article]))


def _rows(desk: Desk, kinds: pd.DataFrame) -> Iterator[Row]:
    """Yield the measures of an article."""
    n_words = int(kinds["n_words"].sum())
    said = [statement for statement in desk.statements if statement.sentence > 0]
    for measure, (column, counts) in SHARES.items():
        yield _share(desk.article, measure, _counted(kinds[column], measure), n_words, said, counts)
    sourced = [statement for statement in said if statement.kind != "unattributed"]
    n_sources = len({name for statement in sourced for name in statement.source.split("; ")})
    gap = _longest_gap(desk)
    for measure, value, note in (
        ("n_words", n_words, ""),
        ("n_attributions", len(sourced), ""),
        ("n_sources", n_sources, ""),
        ("n_unnamed_only", len(desk.unnamed_only), in_order(desk.unnamed_only)),
        ("gap_sentences", len(gap), _from_to(gap)),
        ("gap_words", _words(gap), _from_to(gap)),
    ):
        yield desk.article, measure, float(value), *UNKNOWN, note


def _counted(words: pd.Series, measure: str) -> int:
    """Return the words that a share counts: those of its kind, else all but the unattributed."""
    kind = measure.removeprefix("share_").removesuffix("_official")
    return int(words[kind] if kind in words.index else words.drop("unattributed").sum())


def _share(article: str, measure: str, n: int, n_words: int, said: list[Statement], counts: Counts) -> Row:
    """Return the row of a share; undefined without words."""
    if not n_words:
        return article, measure, nan, *UNKNOWN, "no words"
    others = [statement for statement in said if not counts(statement)]
    interval = bound_share(n / n_words, filter(counts, said), others, n_words)
    return article, measure, n / n_words, *interval, ""


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


def _from_to(gap: list[Line]) -> str:
    """Write the first and the last sentence of a gap: "12 to 14"; empty for none."""
    if not gap:
        return ""
    first, last = gap[0].sentence, gap[-1].sentence
    return str(first) if first == last else f"{first} to {last}"


def _words(lines: list[Line]) -> int:
    return sum(line.n_words for line in lines)
