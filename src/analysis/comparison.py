"""Articles side by side: a handful of measures each, and whose account they are. Finished tables in, tables out."""

import math
from collections.abc import Mapping

import pandas as pd

from analysis.errors import TableError, ask_for
from analysis.figures import attributed
from analysis.readability import include_error
from analysis.tables import APART, ARTICLES, MEASURES, READABILITY, SOURCING, WORDS_BY_KIND, rows_of

# measure, label, unit, digits
SHOWN = (
    ("n_words", "Length", "words", 0),
    ("words_per_sentence", "Sentence length", "words a sentence", 1),
    ("syllables_per_word", "Word length", "syllables a word", 2),
    ("flesch_kincaid_grade", "Flesch-Kincaid", "school grade", 1),
    ("attributions", "Attributions", "per 1,000 words", 1),
    ("attributed_words", "Attributed words", "% of words", 0),
    ("anonymous_words", "Words on anonymous sources", "% of words", 0),
)
# What else is told of an article among many: whose account the attributed words are.
BY_KIND = (
    ("named_of_attributed", "Named people", "% of attributed words", 0),
    ("organization_of_attributed", "Organizations", "% of attributed words", 0),
    ("document_of_attributed", "Documents", "% of attributed words", 0),
    ("anonymous_of_attributed", "Anonymous sources", "% of attributed words", 0),
)

SHARES = {"share_attributed": "attributed_words", "share_anonymous": "anonymous_words"}
"""The shares of the table `sourcing` that are measures here, too."""
BOUNDED = ("article", "measure", "low", "high")
UNKNOWN = (math.nan, math.nan)


def compare_articles(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return a row for each article and measure that a comparison shows, with label, unit and digits to round to.

    Takes the tables `articles`, `readability`, `attributions`, `words_by_kind` and `sourcing` of any number of
    articles; tables without text will do. A share is undefined (NaN) where an article has no words. ``low`` and
    ``high`` are the 90 % intervals of scores and shares that have one, else NaN.
    """
    measures = list_measures(tables)
    order = {measure: number for number, (measure, *_) in enumerate(SHOWN)}
    shown = measures[measures["measure"].isin(order)]
    return shown.sort_values("measure", key=lambda names: names.map(order), kind="stable", ignore_index=True)


def list_measures(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return every measure of every article: what a comparison shows, shares by kind, and all of readability.

    Takes the same tables as `compare_articles` and returns the same columns; measures of readability that no
    comparison shows have no label and unit here (`list_formulas` has them). Without a table `readability` they are
    left out, without one `sourcing` the bounds of shares.
    """
    known = {name: rest for name, *rest in (*SHOWN, *BY_KIND)}
    values, bounds = _values(tables), _bounds(tables)
    return MEASURES.frame(
        (name, measure, *known.get(measure, ("", "", 2)), value, *bounds.get((name, measure), UNKNOWN))
        for measure, by_article in values.items()
        for name, value in by_article.items()
    )


def _bounds(tables: Mapping[str, pd.DataFrame]) -> dict[tuple[str, str], tuple[float, float]]:
    """Return the intervals of scores and of shares, these in per cent, by article and measure."""
    found: dict[tuple[str, str], tuple[float, float]] = {}
    if "readability" in tables:
        scores = tables["readability"].query("scope == 'article'")
        for article, measure, low, high in rows_of(scores, "article", "measure", "low", "high"):
            found[article, measure] = low, high
    if "sourcing" in tables:
        for article, share, low, high in rows_of(SOURCING.check(tables["sourcing"]), *BOUNDED):
            if share in SHARES:
                found[article, SHARES[share]] = 100 * low, 100 * high
    return found


def _values(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.Series]:
    """Return the values of all measures, each by article."""
    ask_for(tables, Mapping, "a dictionary of tables", "pass the one that measure(articles) makes", error=TableError)
    for name in ("articles", "attributions", "words_by_kind"):
        if name not in tables:
            raise TableError(
                f"there is no table {name!r} among {', '.join(tables) or 'none'}: pass all of measure(articles)"
            )
    articles = ARTICLES.check(tables["articles"], text=False)
    words = articles.set_index("article")["n_words"].astype("float64").where(lambda n: n > 0)
    values = {
        "n_words": words,
        **(_scores(READABILITY.check(tables["readability"])) if "readability" in tables else {}),
        "attributions": 1000
        * attributed(tables["attributions"]).groupby("article").size().reindex(words.index, fill_value=0)
        / words,
        **_by_kind(tables["words_by_kind"]),
    }
    return {measure: column.reindex(words.index) for measure, column in values.items()}


def tell_apart(measured: pd.DataFrame, *, measure: str, highlight: str) -> pd.DataFrame:
    """Return each article's value of one measure with its 90 % interval, the highest first, and whether it differs.

    ``measured`` is a table `readability` or `sourcing`. ``beside`` says how it stands to the highlighted article:
    "higher" or "lower" where the intervals do not overlap, "not told apart" where they do, "" for the article itself
    and where there is no interval. The intervals of ease, which is predicted and not counted, hold the error of that
    prediction, too, and ``note`` says so; else ``note`` is the table's. Raises TableError where the highlighted article
    has no such measure.
    """
    whole = _of_articles(measured)
    rows = whole[whole["measure"] == measure].sort_values("value", ascending=False)
    own = rows[rows["article"] == highlight]
    if own.empty:
        raise TableError(f"there is no {measure!r} of {highlight!r}: there is that of {', '.join(rows['article'])}")
    low, high = rows.loc[own.index[0], ["low", "high"]]
    beside = [
        "" if r.article == highlight or pd.isna([r.low, r.high, low, high]).any()
        else "higher" if r.low > high else "lower" if r.high < low else "not told apart"
        for r in rows.itertuples()
    ]  # fmt: skip
    return APART.frame(rows.assign(beside=beside)[list(APART.columns)].itertuples(index=False))


def _of_articles(measured: pd.DataFrame) -> pd.DataFrame:
    """Return the measures of whole articles with their intervals."""
    if "scope" not in measured:
        return SOURCING.check(measured)
    return include_error(READABILITY.check(measured).query("scope == 'article'"))


def _scores(readability: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the values of each readability measure, by article."""
    whole = readability[readability["scope"] == "article"]
    return {str(m): rows.set_index("article")["value"] for m, rows in whole.groupby("measure", sort=False)}


def _by_kind(words_by_kind: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the shares of all words that are attributed, to anyone and to anonymous sources, and of these each kind's.

    All are per cent: of all words undefined where there are none, of attributed words where none is attributed.
    """
    words = WORDS_BY_KIND.check(words_by_kind).pivot(index="article", columns="kind", values="n_words")
    said = words.drop(columns="unattributed")
    total, attributed = (n.sum(axis=1).where(lambda n: n > 0) for n in (words, said))
    return {
        "attributed_words": 100 * said.sum(axis=1) / total,
        "anonymous_words": 100 * said["anonymous"] / total,
        **{f"{kind}_of_attributed": 100 * said[kind] / attributed for kind in said},
    }
