"""The answer in a sentence: how many sources go unnamed, how many without a reason, which rules that breaks."""

import pandas as pd

from analysis.editing.desk import SPOKESPERSON
from analysis.editing.rules import BROKEN, KEPT, LOOK
from analysis.figures import rank_sources
from analysis.tables import CHECKS, SOURCES, SOURCING
from analysis.wording import count_of


def answer_anonymity(checks: pd.DataFrame, sources: pd.DataFrame) -> str:
    """Say how the sources that are not named are used, from tables of one article or more.

    Sources of the headline alone are left out; unnamed voices of named bodies ("a ministry spokesman") and groups
    without office ("critics"), of whom no reason is due, are told apart. ``checks`` is a table of `check_sourcing`.
    Raises TableError where an argument is not its table.
    """
    CHECKS.check(checks)
    rows = rank_sources(SOURCES.check(sources)).query("kind == 'anonymous'")
    if rows.empty:
        return "No source is anonymous."
    voice, crowd = rows["anonymity"] == SPOKESPERSON, (rows["anonymity"] == "group") & ~rows["official"]
    aside = _aside(int(voice.sum()), int(crowd.sum()))
    people = rows[~voice & ~crowd]
    if people.empty:
        return f"No source is anonymous but {aside}. {_rules(checks)}"
    return f"{_people(people)}{f', not counting {aside}' if aside else ''}. {_rules(checks)}"


def answer_reliance(measured: pd.DataFrame) -> str:
    """Say which sentences rest on unnamed people alone, and how long the article goes without any source.

    ``measured`` is a table of `measure_sourcing` of one article. Raises TableError where it is not.
    """
    row = SOURCING.of_one(measured).set_index("measure")
    n, alone = int(row.loc["n_unnamed_only", "value"]), row.loc["n_unnamed_only", "note"]
    verb = "rests" if n == 1 else "rest"
    told = f"{count_of(n, 'sentence')} {verb} on unnamed people alone: {alone}"
    said = told if n else "No sentence rests on unnamed people alone"
    gap, n_gap = row.loc["gap_words"], int(row.loc["gap_sentences", "value"])
    if not n_gap:
        return f"{said}. Every sentence has a source."
    place = f"{'sentence' if n_gap == 1 else 'sentences'} {gap['note']}"
    return f"{said}. The longest stretch without a source is {place}, {count_of(int(gap['value']), 'word')}."


def _people(people: pd.DataFrame) -> str:
    """Say of how many anonymous sources no reason is told, and how many are described by a bare word."""
    n, silent, bare = len(people), (people["anonymity_reason"] == "").sum(), (people["detail"] == "bare").sum()
    if n == 1:
        reason = "without a reason" if silent else "with a reason"
        return f"The one anonymous source comes {reason} and with {'no' if bare else 'some'} description"
    lack = f"{silent or 'None'} of {n} anonymous sources {'comes' if silent == 1 else 'come'} without a reason"
    return f"{lack}, {bare or 'none'} with no description but a bare word"


def _aside(voices: int, crowds: int) -> str:
    """Say how many unnamed sources are not anonymous in the strict sense."""
    told = [count_of(voices, "unnamed voice") + " of named bodies"] * (voices > 0)
    return " and ".join(told + [count_of(crowds, "unnamed group") + " without office"] * (crowds > 0))


def _rules(checks: pd.DataFrame) -> str:
    """Say how many rules are kept and which are not."""
    if checks.empty:
        return "No rule was checked."
    names = {v: list(dict.fromkeys(checks.loc[checks["verdict"] == v, "rule"])) for v in (KEPT, BROKEN, LOOK)}
    told = [f"{word}: {', '.join(names[v])}" for v, word in ((BROKEN, "broken"), (LOOK, "for an editor to judge"))
            if names[v]]  # fmt: skip
    kept = f"kept: {', '.join(names[KEPT])}" if names[KEPT] else "none kept"
    return f"Of the trade’s rules, {'; '.join((*told, kept))}."
