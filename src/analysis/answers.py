"""The answers in a sentence or two, each computed from finished tables; escape them before they meet HTML."""

import math
from collections.abc import Mapping

import pandas as pd

from analysis.crosstabs import topics_on_unnamed
from analysis.tables import ANOMALIES, ARTICLES, ATTRIBUTIONS, KINDS, READABILITY, SOURCES, TOPICS, WORDS_BY_KIND
from analysis.wording import KIND_NAMES, count_of, in_unit, number, percent, within


def answer_article(articles: pd.DataFrame, anomalies: pd.DataFrame) -> str:
    """Say how much text there is and whether it is sound, from the tables of one article."""
    article, slips = ARTICLES.check(articles).iloc[0], len(ANOMALIES.check(anomalies))
    size = (
        f"{count_of(int(article.n_words), 'word')} in {count_of(int(article.n_sentences), 'sentence')} "
        f"and {count_of(int(article.n_paragraphs), 'paragraph')}"
    )
    if not slips:
        return f"{size}. Nothing in the text looks damaged."
    verb = "looks" if slips == 1 else "look"
    return f"{size}. {count_of(slips, 'place')} in the text {verb} damaged; see the list below."


def answer_readability(readability: pd.DataFrame, *, grade: str = "", place: str = "") -> str:
    """Say how hard it is: Flesch-Kincaid with its 90 % interval, sentence and word length. One article's table.

    ``grade`` is the grade in words (`grade_in_words`), ``place`` where it stands among others (`place_article`). Where
    the score carries a note (a short text), the note comes in their stead: such a grade is not to be relied on.
    """
    rows = READABILITY.check(readability)
    value = rows[rows["scope"] == "article"].set_index("measure")
    score = value.loc["flesch_kincaid_grade"]
    if math.isnan(score["value"]):
        return "Undefined: the article has no words to measure."
    interval = (
        "" if math.isnan(score["low"]) else f" (90% interval {number(score['low'], 1)} to {number(score['high'], 1)})"
    )
    if score["note"]:
        grade, beside = "", f" Not to be relied on: {score['note']}."
    else:
        beside = f" By this formula it is {place}." if place else ""
    return (
        f"School grade {number(score['value'], 1)}{interval}{f', “{grade}”,' if grade else ''} by Flesch-Kincaid: "
        f"{value.loc['words_per_sentence', 'value']:.1f} words a sentence, "
        f"{value.loc['syllables_per_word', 'value']:.2f} syllables a word.{beside}"
    )


def answer_sourcing(sources: pd.DataFrame, words_by_kind: pd.DataFrame) -> str:
    """Say whose account it is: share of words attributed, share on anonymous sources, and the largest source.

    Takes the tables `sources` and `words_by_kind` of one article.
    """
    words = _words(words_by_kind)
    people = SOURCES.check(sources).query("kind != 'unattributed'")
    total, attributed = int(words.sum()), int(words.drop("unattributed").sum())
    if people.empty:
        return "Nobody: no statement in the article is attributed to anyone."
    largest = people.sort_values(["n_words", "n_attributions"], ascending=False, kind="stable").iloc[0]
    return (
        f"{percent(attributed, total)} of its words are somebody's account and "
        f"{percent(words['anonymous'], total)} rest on anonymous sources. The largest source is "
        f"{largest['name'] or largest['source']} ({KIND_NAMES[largest['kind']]}), with "
        f"{count_of(int(largest['n_words']), 'word')}; officials: "
        f"{int((people.official & (people.kind == 'named')).sum())} named, "
        f"{int((people.official & (people.kind == 'anonymous')).sum())} anonymous."
    )


def answer_officials(words_by_kind: pd.DataFrame) -> str:
    """Say how much of one article's attributed words officials supply, and how they are identified; body only."""
    total, official = int(_words(words_by_kind).drop("unattributed").sum()), _words(words_by_kind, "n_official")
    if not total:
        return "No word is attributed, to officials or to anybody else."
    if not official.sum():
        return f"No official supplies any of the {count_of(total, 'attributed word')}."
    told = [f"{KIND_NAMES[kind]} {n:,}" for kind, n in official.items() if n]
    return f"Officials supply {official.sum():,} of the {count_of(total, 'attributed word')}: {', '.join(told)}."


def _words(words_by_kind: pd.DataFrame, column: str = "n_words") -> pd.Series:
    """Return the words of each kind, in the order of the kinds; 0 where the table has no row."""
    rows = WORDS_BY_KIND.check(words_by_kind).groupby("kind")[column].sum()
    return rows.reindex(list(KINDS), fill_value=0)


def answer_attributions(attributions: pd.DataFrame) -> str:
    """Say how many statements report speech and how many a state of mind, and which construction is most frequent."""
    rows = ATTRIBUTIONS.check(attributions)
    if rows.empty:
        return "No statement is attributed."
    rules, said = rows["rule"].value_counts(), int(rows["speech"].sum())
    return (
        f"Of {count_of(len(rows), 'attribution')} {said:,} report what somebody said and {len(rows) - said:,} what "
        f"somebody wants, thinks or does. {count_of(len(rules), 'rule')} found them, most often "
        f"{rules.index[0]} ({rules.iloc[0]:,})."
    )


def answer_topics(topics: pd.DataFrame, by_source: pd.DataFrame, *, labels: Mapping[str, str] | None = None) -> str:
    """Say what comes up most, and which topics rest on anonymous sources alone. Topic ids become their labels."""
    labels = labels or {}
    found = TOPICS.check(topics).query("n_mentions > 0").sort_values("n_mentions", ascending=False, kind="stable")
    if found.empty:
        return "None of the topics looked for comes up."
    first = found.iloc[0]
    total = int(found["n_mentions"].sum())
    head = (
        f"{len(found)} of {count_of(len(topics), 'topic')} {'comes' if len(found) == 1 else 'come'} up, in "
        f"{count_of(total, 'mention')}; most often “{labels.get(first.topic, first.topic)}” ({first.n_mentions}). "
    )
    unnamed = topics_on_unnamed(by_source)["topic"].tolist()
    if not unnamed:
        return head + "No topic has anonymous sources as its only sources."
    names = "; ".join(labels.get(t, t) for t in unnamed)
    return head + f"Whatever sources say on {count_of(len(unnamed), 'topic')} comes from anonymous ones alone: {names}."


def _extreme(label: str, unit: str, digits: int, rows: pd.DataFrame, highlight: str) -> str:
    """Say that an article stands alone at one end of a measure, as far as its digits show; nothing if it does not."""
    value = rows.loc[rows["article"] == highlight, "value"]
    shown = value.round(digits)
    others = rows.loc[rows["article"] != highlight, "value"].round(digits)
    if value.empty or others.empty or others.min() <= shown.iloc[0] <= others.max():
        return ""
    end = "highest" if shown.iloc[0] > others.max() else "lowest"
    space = "" if unit.startswith("%") else " "
    return f"{end} in {within(label)} ({in_unit(value.iloc[0], unit, digits)}{space}{unit})"


def answer_comparison(measures: pd.DataFrame, *, highlight: str) -> str:
    """Say in which measures this article stands first or last among the others. Takes `comparison.compare_articles`."""
    groups = measures.dropna(subset="value").groupby(["label", "unit", "digits"], sort=False)
    said = (_extreme(str(label), str(unit), int(n), rows, highlight) for (label, unit, n), rows in groups)
    extremes = [s for s in said if s]
    n = measures["article"].nunique()
    if not extremes:
        return f"Of {count_of(n, 'article')}, this one is neither first nor last in anything measured."
    return f"Of {count_of(n, 'article')}, this one is {'; '.join(extremes)}."
