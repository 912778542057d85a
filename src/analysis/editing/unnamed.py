"""The sources that an article does not name, as an editor asks after them: why, who, how much."""

import pandas as pd

from analysis.tables import SOURCES, UNNAMED


def list_unnamed(sources: pd.DataFrame) -> pd.DataFrame:
    """Return the anonymous sources, one row each, in the order of ``sources``.

    ``anonymity`` is granted, person, group or spokesperson; ``reason`` the article's words that say why the source is
    not named, empty where it says nothing; ``detail`` how closely ``description`` tells who it is (bare, placed,
    ranked, involved); ``n_quotes`` in how many statements it speaks in quotation marks; ``n_words`` and ``share``
    (0 to 1) how many of the article's attributed words are its. Raises TableError where ``sources`` is no such table.
    """
    SOURCES.check(sources)
    found = sources[sources["kind"] == "anonymous"].rename(columns={"anonymity_reason": "reason"})
    return found[list(UNNAMED.columns)].reset_index(drop=True)
