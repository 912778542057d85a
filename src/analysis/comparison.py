"""Articles side by side: a handful of measures each, and whose account they are. Finished tables in, tables out."""

from collections.abc import Mapping

import pandas as pd

from analysis.errors import TableError
from analysis.readability import include_error
from analysis.tables import ARTICLES, ATTRIBUTIONS, COUNT, KINDS, NUMBER, READABILITY, TEXT, Table

MEASURES = Table(
    "measures",
    {"article": TEXT, "measure": TEXT, "label": TEXT, "unit": TEXT, "digits": COUNT, "value": NUMBER},
)
KIND_SHARES = Table("kind_shares", {"article": TEXT, "kind": TEXT, "n_words": COUNT, "share": NUMBER})

APART = Table(
    "apart",
    {"article": TEXT, "measure": TEXT, "value": NUMBER, "low": NUMBER, "high": NUMBER, "beside": TEXT, "note": TEXT},
)
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


def compare_articles(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return a row for each article and measure that a comparison shows, with label, unit and digits to round to.

    Takes the tables `articles`, `readability` and `attributions` of any number of articles; tables without text will
    do. A share is undefined (NaN) where an article has no words.
    """
    values = _values(tables)
    return MEASURES.frame(
        (name, measure, label, unit, digits, value)
        for measure, label, unit, digits in SHOWN
        if measure in values
        for name, value in values[measure].items()
    )


def list_measures(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return every measure of every article: what a comparison shows, shares by kind, and all of readability.

    Takes the same tables as `compare_articles` and returns the same columns; measures of readability that no
    comparison shows have no label and unit here (`list_formulas` has them). Without a table `readability` they are
    left out.
    """
    values = _values(tables)
    known = {name: rest for name, *rest in (*SHOWN, *BY_KIND)}
    return MEASURES.frame(
        (name, measure, *known.get(measure, ("", "", 2)), value)
        for measure, by_article in values.items()
        for name, value in by_article.items()
    )


def _values(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.Series]:
    """Return the values of all measures, each by article."""
    articles = ARTICLES.check(tables["articles"], text=False)
    words = articles.set_index("article")["n_words"].astype("float64").where(lambda n: n > 0)
    attributions = ATTRIBUTIONS.check(tables["attributions"], text=False)
    values = {
        "n_words": words,
        **(_scores(READABILITY.check(tables["readability"])) if "readability" in tables else {}),
        **_sourcing(attributions, words),
        **_by_kind(share_kinds(attributions, articles)),
    }
    return {measure: column.reindex(words.index) for measure, column in values.items()}


def tell_apart(readability: pd.DataFrame, *, measure: str, highlight: str) -> pd.DataFrame:
    """Return each article's value of one measure with its 90 % interval, the highest first, and whether it differs.

    ``beside`` says how it stands to the highlighted article: "higher" or "lower" where the intervals do not overlap,
    "not told apart" where they do, "" for the article itself and where there is no interval. The intervals of ease,
    which is predicted and not counted, hold the error of that prediction, too, and ``note`` says so; else ``note`` is
    the table's. Raises TableError where the highlighted article has no such measure.
    """
    table = READABILITY.check(readability)
    rows = table[(table["scope"] == "article") & (table["measure"] == measure)].sort_values("value", ascending=False)
    own = rows[rows["article"] == highlight]
    if own.empty:
        raise TableError(f"there is no {measure!r} of {highlight!r}: there is that of {', '.join(rows['article'])}")
    rows = include_error(rows)
    low, high = rows.loc[own.index[0], ["low", "high"]]
    beside = [
        "" if r.article == highlight or pd.isna([r.low, r.high, low, high]).any()
        else "higher" if r.low > high else "lower" if r.high < low else "not told apart"
        for r in rows.itertuples()
    ]  # fmt: skip
    return APART.frame(rows.assign(beside=beside)[list(APART.columns)].itertuples(index=False))


def share_kinds(attributions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return, for each article and kind of source, the words of the body that are its account, and their share.

    Kinds come in the order of `tables.KINDS`; ``unattributed`` is what is left. The shares of an article sum to 1.
    """
    words = articles.set_index("article")["n_words"]
    body = attributions[attributions["paragraph"] > 0]
    said = body.pivot_table(index="article", columns="kind", values="n_words", aggfunc="sum", fill_value=0)
    said = said.reindex(index=words.index, columns=list(KINDS), fill_value=0)
    said["unattributed"] += words - said.sum(axis=1)
    return KIND_SHARES.frame(
        (name, kind, n, n / words[name] if words[name] else float("nan"))
        for name, row in said.iterrows()
        for kind, n in row.items()
    )


def _scores(readability: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the values of each readability measure, by article."""
    whole = readability[readability["scope"] == "article"]
    return {str(m): rows.set_index("article")["value"] for m, rows in whole.groupby("measure", sort=False)}


def _sourcing(attributions: pd.DataFrame, words: pd.Series) -> dict[str, pd.Series]:
    """Return attributions per 1,000 words, and the shares of words attributed to anyone and to anonymous sources."""
    body = attributions[(attributions["paragraph"] > 0) & (attributions["kind"] != "unattributed")]
    said = {"all": body, "anonymous": body[body["kind"] == "anonymous"]}
    of = {k: rows.groupby("article")["n_words"].sum().reindex(words.index, fill_value=0) for k, rows in said.items()}
    return {
        "attributions": 1000 * body.groupby("article").size().reindex(words.index, fill_value=0) / words,
        "attributed_words": 100 * of["all"] / words,
        "anonymous_words": 100 * of["anonymous"] / words,
    }


def _by_kind(kinds: pd.DataFrame) -> dict[str, pd.Series]:
    """Return, for each kind, its share of the attributed words in per cent; NaN where no word is attributed."""
    words = kinds.pivot(index="article", columns="kind", values="n_words").drop(columns="unattributed")
    attributed = words.sum(axis=1).where(lambda n: n > 0)
    return {f"{kind}_of_attributed": 100 * words[kind] / attributed for kind in words}
