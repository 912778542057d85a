"""The tables of an article whose text is not shipped agree with one another: what can be computed anew is."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from analysis.article import DATA
from analysis.crosstabs import topics_by_source
from analysis.errors import TableError
from analysis.readability.formulas import FORMULAS, apply_formulas
from analysis.resources import PACKAGE
from analysis.sourcing import list_sources
from analysis.tables import TABLES, read_tables
from analysis.topics import count_topics, read_topics

FOLDERS = sorted(p for p in (DATA / "measured").iterdir() if p.is_dir())
UNIT = ["article", "scope", "paragraph", "sentence"]


def faults_of(tables):
    """Return what does not agree, in words."""
    try:
        checked = {name: TABLES[name].check(frame, text=False) for name, frame in tables.items()}
    except TableError as error:
        return [str(error)]
    full = {name: with_blank_texts(name, frame) for name, frame in checked.items()}
    return [fault for find in (misfits, miscounts, misscored, misjoined) for fault in find(full)]


def with_blank_texts(name, frame):
    """The table with the columns that quote the article, all of them empty."""
    blank = {c: pd.Series("", index=frame.index, dtype="str") for c in TABLES[name].columns if c not in frame}
    return frame.assign(**blank)[list(TABLES[name].columns)]


def misfits(tables):
    """Offsets outside of what they lie in, and words that two attributions claim."""
    length = tables["articles"]["n_characters"].item()
    for name in ("paragraphs", "sentences", "anomalies", "mentions"):
        spans = tables[name]
        if not ((spans["start"] >= 0) & (spans["start"] < spans["end"]) & (spans["end"] <= length)).all():
            yield f"{name} beyond the text"
    for name, outer in (("sentences", "paragraphs"), ("mentions", "sentences")):
        key = ["article", outer.removesuffix("s")]
        joined = tables[name].merge(tables[outer][[*key, "start", "end"]], on=key, suffixes=("", "_outer"))
        inside = (joined["start_outer"] <= joined["start"]) & (joined["end"] <= joined["end_outer"])
        if len(joined) != len(tables[name]) or not inside.all():
            yield f"{name} outside of their {outer}"
    contents = sorted(spans_of(tables["attributions"]["content_spans"]))
    if any(end > start for (_, end), (start, _) in pairwise(contents)):
        yield "a word in two contents"


def spans_of(cells):
    return [tuple(map(int, span.split("-"))) for cell in cells for span in cell.split(";") if span]


def miscounts(tables):
    """Totals that are not the sums of their parts."""
    (article,) = tables["articles"].to_dict("records")
    body = tables["sentences"].query("part == 'body'")
    paragraphs = tables["paragraphs"].query("part == 'body'")
    totals = {
        "n_words": {body["n_words"].sum(), paragraphs["n_words"].sum()},
        "n_sentences": {len(body)},
        "n_paragraphs": {len(paragraphs), body["paragraph"].nunique()},
        "n_anomalies": {len(tables["anomalies"])},
    }
    yield from (f"{name} of the article" for name, counted in totals.items() if counted != {article[name]})
    by_scope = tables["counts"].drop(columns=["article", "paragraph", "sentence"]).groupby("scope").sum()
    for name in by_scope:
        if not np.allclose(by_scope[name], by_scope.loc["article", name]):
            yield f"the sums of {name}"
    if by_scope.loc["article", "n_words"] != article["n_words"]:
        yield "n_words of the counts"


def misscored(tables):
    """Scores that the formulas do not give for these counts, and intervals around other values."""
    counts, scores = tables["counts"], tables["readability"]
    columns = {name: counts[name].to_numpy(dtype=float) for name in counts.columns if name not in UNIT}
    values = apply_formulas(FORMULAS, columns)
    if scores["measure"].tolist() != [f.name for _ in range(len(counts)) for f in FORMULAS]:
        yield "the measures"
    elif not np.allclose(scores["value"], values.ravel(), equal_nan=True):
        yield "the scores"
    if not (scores["low"].isna() | scores["low"].le(scores["high"])).all():
        yield "an interval upside down"


def misjoined(tables):
    """Tables that are made of others, and are not what those give; what needs the text is left aside."""
    topics = count_topics(tables["mentions"], tables["sentences"], topics=read_topics(PACKAGE / "data" / "topics.toml"))
    by_source = topics_by_source(tables["mentions"], tables["attributions"], tables["sentences"])
    made = {"topics": (topics, ()), "topics_by_source": (by_source, ("n_words",))}
    made["sources"] = (
        list_sources(tables["attributions"]),
        ("detail", "sector", "pronoun", *TABLES["sources"].quoting),
    )
    for name, (frame, aside) in made.items():
        try:
            pd.testing.assert_frame_equal(frame.drop(columns=[*aside]), tables[name].drop(columns=[*aside]))
        except AssertionError as error:
            yield f"{name}: {' '.join(str(error).split())}"


@pytest.fixture(params=FOLDERS, ids=lambda p: p.name)
def tables(request):
    return read_tables(request.param)


def test_the_measured_tables_agree(tables):
    assert faults_of(tables) == []


def test_there_are_measured_tables():
    assert [p.name for p in FOLDERS] == ["pentagon-call"]


def put(table, column, value, row=0):
    """Return a change of one cell."""

    def change(tables):
        tables[table].loc[tables[table].index[row], column] = value

    return change


def drop(table, row):
    def change(tables):
        tables[table] = tables[table].drop(index=row).reset_index(drop=True)

    return change


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (put("mentions", "end", 10**6), "mentions beyond the text"),
        (put("mentions", "sentence", 26), "mentions outside of their sentences"),
        (put("sentences", "start", 1, row=3), "sentences outside of their paragraphs"),
        (put("attributions", "content_spans", "590-600"), "a word in two contents"),
        (put("articles", "n_words", 801), "n_words of the article"),
        (drop("anomalies", 0), "n_anomalies of the article"),
        (put("counts", "n_syllables", 1479), "the sums of n_syllables"),
        (put("readability", "value", 30.0), "the scores"),
        (put("readability", "low", 40.0), "an interval upside down"),
        (drop("readability", 3), "the measures"),
        (put("mentions", "topic", "sport"), "topics: "),
        (put("topics_by_source", "n_official", 9), "topics_by_source: "),
        (put("sources", "share", 0.5), "sources: "),
        (put("attributions", "kind", "named"), "sources: "),
        (lambda t: t.update(mentions=t["mentions"].drop(columns="term")), "no column 'term'"),
    ],
)
def test_each_check_can_fail(tables, spoil, fault):
    spoil(tables)
    assert any(fault in found for found in faults_of(tables)), faults_of(tables)
