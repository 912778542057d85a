"""The answers in a sentence or two, each computed from finished tables; escape them before they meet HTML."""

import math
from collections.abc import Mapping

import pandas as pd

from analysis.crosstabs import topics_on_unnamed
from analysis.errors import TableError
from analysis.figures import attributed, find_extremes, lead_sources, rank_sources
from analysis.tables import (
    ANOMALIES,
    ARTICLES,
    ATTRIBUTIONS,
    KINDS,
    MEASURES,
    READABILITY,
    SOURCES,
    SOURCING,
    TOPICS,
    WORDS_BY_KIND,
    rows_of,
)
from analysis.wording import KIND_NAMES, count_of, listing, number, opening, percent_within, with_unit, within

ONE_WORD = "the one attributed word"


def answer_article(articles: pd.DataFrame, anomalies: pd.DataFrame) -> str:
    """Say how much text there is and whether it is sound, from the tables of one article."""
    article, slips = ARTICLES.one(articles), len(ANOMALIES.check(anomalies))
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
    rows = rows[rows["scope"] == "article"]
    value = rows.set_index("measure")
    for name in ("flesch_kincaid_grade", "words_per_sentence", "syllables_per_word"):
        n = int((rows["measure"] == name).sum())
        if n != 1:
            raise TableError(
                f"one article is told of, and this table of readability has {n} rows of {name}: choose one"
            )
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


def answer_sourcing(sources: pd.DataFrame, measured: pd.DataFrame, attributions: pd.DataFrame) -> str:
    """Say whose account it is: shares of words attributed and on anonymous sources, and the largest source.

    Takes the tables `sources`, `sourcing` and `attributions` of one article. The shares come with their 90 % intervals;
    where the next source has nearly as many words as the first, both are named, and neither is called the largest.
    """
    share = SOURCING.of_one(measured).set_index("measure")[["value", "low", "high"]]
    for table, frame in ((SOURCES, sources), (ATTRIBUTIONS, attributions)):
        table.ask_same(frame, measured["article"].iloc[0])
    people = rank_sources(sources)
    if people.empty:
        return "Nobody: no statement in the article’s body is attributed to anyone."
    return (
        f"{opening(percent_within(*share.loc['share_attributed']))} of its words are somebody's account and "
        f"{percent_within(*share.loc['share_anonymous'])} rest on anonymous sources. "
        f"{_lead(lead_sources(sources, attributions))}; officials: "
        f"{int((people.official & (people.kind == 'named')).sum())} named, "
        f"{int((people.official & (people.kind == 'anonymous')).sum())} anonymous."
    )


def _lead(leading: pd.DataFrame) -> str:
    """Say which source is the largest, or which are too close to tell; of many the first two and how many more."""
    told = [
        f"{name or source} ({KIND_NAMES[kind]}, {count_of(int(n), 'word')})"
        for source, name, kind, n in rows_of(leading, "source", "name", "kind", "n_words")
    ]
    if len(told) == 1:
        return f"The largest source is {told[0]}"
    more = [f"{len(told) - 2} more"] if len(told) > 3 else told[2:]
    return f"Which source is the largest is too close to tell: {listing([*told[:2], *more])}"


def answer_officials(words_by_kind: pd.DataFrame) -> str:
    """Say how much of one article's attributed words officials supply, and how they are identified; body only."""
    total, official = int(_words(words_by_kind).drop("unattributed").sum()), _words(words_by_kind, "n_official")
    if not total:
        return "No word is attributed, to officials or to anybody else."
    if not official.sum():
        return f"No official supplies {f'any of the {total:,} attributed words' if total > 1 else ONE_WORD}."
    told = [f"{KIND_NAMES[kind]} {n:,}" for kind, n in official.items() if n]
    share = f"{official.sum():,} of the {total:,} attributed words" if total > 1 else ONE_WORD
    return f"Officials supply {share}: {', '.join(told)}."


def _words(words_by_kind: pd.DataFrame, column: str = "n_words") -> pd.Series:
    """Return the words of each kind, in the order of the kinds; 0 where the table has no row."""
    rows = WORDS_BY_KIND.check(words_by_kind).groupby("kind")[column].sum()
    return rows.reindex(list(KINDS), fill_value=0)


def answer_attributions(attributions: pd.DataFrame) -> str:
    """Say how many statements report speech and how many a state of mind, and which construction is most frequent.

    Counted are those of the body that are attributed to somebody (`figures.attributed`); what is left out is told.
    """
    table = ATTRIBUTIONS.check(attributions)
    rows, beside = attributed(table), _beside(table)
    if rows.empty:
        return f"No statement of the body is attributed to anyone.{beside}"
    rules, said = rows["rule"].value_counts(), int(rows["speech"].sum())
    return (
        f"Of {count_of(len(rows), 'attribution')} {said:,} report{'s' * (said == 1)} what somebody said and "
        f"{len(rows) - said:,} what somebody wants, thinks or does. {count_of(len(rules), 'rule')} found "
        f"{'it' if len(rows) == 1 else 'them'}, most often {rules.index[0]} ({rules.iloc[0]:,}).{beside}"
    )


def _beside(attributions: pd.DataFrame) -> str:
    """Say which rows of the table do not count: those of headlines, and those of nobody in particular."""
    above, nobody = attributions["paragraph"] <= 0, attributions["kind"] == "unattributed"
    left = ((int(above.sum()), "in the headline"), (int((nobody & ~above).sum()), "of nobody in particular"))
    told = [f"{count_of(n, 'statement')} {where}" for n, where in left if n]
    return f" Not counted: {' and '.join(told)}." if told else ""


def answer_topics(topics: pd.DataFrame, by_source: pd.DataFrame, *, labels: Mapping[str, str] | None = None) -> str:
    """Say what comes up most, and which topics rest on anonymous sources alone. Topic ids become their labels."""
    labels = labels or {}
    found = TOPICS.check(topics).query("n_mentions > 0").sort_values("n_mentions", ascending=False, kind="stable")
    if found.empty:
        above = int(topics["in_headline"].sum())
        if not above:
            return "None of the topics looked for comes up."
        return f"None of the topics looked for comes up in the body; {count_of(above, 'topic')} in the headline."
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


def answer_comparison(measures: pd.DataFrame, *, highlight: str) -> str:
    """Say in which measures this article stands first or last among the others. Takes `comparison.compare_articles`."""
    extremes = find_extremes(MEASURES.check(measures), highlight=highlight)
    n = count_of(measures["article"].nunique(), "article")
    if not extremes:
        return f"Of {n}, this one is neither first nor last in anything measured."
    said = (f"{e.end} in {within(e.label)} ({with_unit(e.value, e.unit, e.digits)})" for e in extremes)
    return f"Of {n}, this one is {'; '.join(said)}."
