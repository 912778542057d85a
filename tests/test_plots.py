"""Pictures: what is drawn is what the table says, the words beside it say the same, and nothing overlaps or breaks."""

import ast
import math
from functools import cache
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import matplotlib as mpl
import nbformat
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.text import Text
from nbconvert import HTMLExporter

from analysis import plots
from analysis.errors import OutputError, TableError
from analysis.plots.flags import place_flags
from analysis.plots.style import text_width, wrap
from analysis.reference import REFERENCE, place_article
from analysis.tables import ATTRIBUTIONS, SOURCING

HOSTILE = (
    "<b>Bold & \"quoted\" 'name'</b> $x^$ and {_", "$5 million and $10 million",
    "😀 中文 שלום עולם a\nb\tc \u202eright\u202c",
    "the Department of Names That Do Not End On One Line of Any Newspaper" + "x" * 300, "",
)  # fmt: skip


def frame(columns: str, *rows: tuple) -> pd.DataFrame:
    return pd.DataFrame([("one", *row) for row in rows], columns=["article", *columns.split()])


def runs() -> pd.DataFrame:
    return frame(
        "paragraph sentence start end n_words kind source",
        (1, 1, 0, 50, 12, "unattributed", ""), (1, 1, 51, 90, 9, "anonymous", "a senior official"),
        (1, 2, 91, 99, 3, "anonymous", "a senior official"), (2, 3, 100, 190, 21, "named", "Ana Garcia"),
        (2, 3, 191, 230, 8, "document", "the report"), (3, 4, 231, 300, 17, "organization", "the city council"),
        (3, 4, 301, 310, 2, "named", "Lee"),
    )  # fmt: skip


def sentences() -> pd.DataFrame:
    rows = [(0, 0, "headline", 0, 30, 6)]
    for n, (paragraph, words) in enumerate([(1, 31), (1, 8), (2, 19), (3, 44), (3, 12), (4, 27)], 1):
        start = rows[-1][4] + 1
        rows.append((paragraph, n, "body", start, start + 6 * words, words))
    return frame("paragraph sentence part start end n_words", *rows)


def readability() -> pd.DataFrame:
    grades = [
        ("article", None, 12.25),
        *(("sentence", n, g) for n, g in enumerate((14.0, 3.0, 9.5, 21.0, math.nan, 11.0), 1)),
    ]
    table = frame("scope sentence value", *grades).assign(measure="flesch_kincaid_grade")
    return table.astype({"sentence": "Int64"})


def sources() -> pd.DataFrame:
    return frame(
        "source name kind n_attributions n_words first_sentence",
        ("a senior official", "", "anonymous", 3, 70, 1), ("s2", "Ana Garcia", "named", 5, 52, 1),
        ("s3", "the council", "organization", 1, 30, 2),
        ("s4", "the report", "document", 2, 8, 3),
        ("residents", "", "anonymous", 1, 0, 4), ("", "", "unattributed", 1, 40, 5),
    )  # fmt: skip


def mentions() -> pd.DataFrame:
    places = [("water", 1, "anonymous"), ("water", 3, "named"), ("water", 4, "unattributed"), ("water", 4, "anonymous"),
              ("roads", 0, "unattributed"), ("roads", 6, "document"), ("budget", 2, "organization")]  # fmt: skip
    starts = sentences().set_index("sentence")["start"]
    paragraphs = sentences().set_index("sentence")["paragraph"]
    rows = [
        (t, t, paragraphs[s], s, starts[s] + 6 * n, starts[s] + 6 * n + 5, k, k) for n, (t, s, k) in enumerate(places)
    ]
    return frame("topic term paragraph sentence start end kind source", *rows)


def topics() -> pd.DataFrame:
    return frame(
        "topic n_mentions per_1000_words n_paragraphs",
        ("water", 4, 28.4, 3), ("roads", 1, 7.1, 1), ("budget", 1, 7.1, 1), ("schools", 0, 0.0, 0),
    )  # fmt: skip


def measures() -> pd.DataFrame:
    values = {
        "Sentence length": (31.5, 22.0, 18.4, 18.4),
        "Word length": (1.52, 1.61, math.nan, 1.44),
        "Share": (0.0, 40.0, 12.0, 3.0),
    }
    rows = [
        (a, label[:5], label, "a unit", v)
        for label, vs in values.items()
        for a, v in zip(("one", "two", "three", "four"), vs, strict=True)
    ]
    return pd.DataFrame(rows, columns=["article", "measure", "label", "unit", "value"])


def shares() -> pd.DataFrame:
    words = {"one": (90, 40, 0, 20, 50), "two": (0, 120, 60, 0, 20), "three": (2, 98, 50, 50, 100)}
    kinds = ("anonymous", "named", "organization", "document", "unattributed")
    rows = [(a, k, n) for a, ns in words.items() for k, n in zip(kinds, ns, strict=True)]
    return pd.DataFrame(rows, columns=["article", "kind", "n_words"])


def bounds(**anonymous: tuple[float, float, float]) -> pd.DataFrame:
    """The table `sourcing` of some articles: all words attributed, and the shares on anonymous sources."""
    rows = [(article, "share_attributed", 0.9, 0.8, 1.0, "") for article in anonymous]
    rows += [(article, "share_anonymous", *share, "") for article, share in anonymous.items()]
    return SOURCING.frame(rows)


def words_by_kind() -> pd.DataFrame:
    """What the council and the report say together, 8 words, counts once here and for both of them in `sources`."""
    return frame(
        "kind n_words",
        ("named", 52), ("organization", 30), ("document", 0), ("anonymous", 70), ("unattributed", 100),
    )  # fmt: skip


def quantiles(low: float = 0.0, direction: str = "", steps: int = 10) -> pd.DataFrame:
    """A reference of two measures; the quantiles begin at ``low`` and end as far from the other end."""
    shares = [low + (1 - 2 * low) * n / steps for n in range(steps + 1)]
    rows = [("Sente", q, 12.0 + 20 * n / steps) for n, q in enumerate(shares)]
    rows += [("Share", q, 10 * n / steps) for n, q in enumerate(shares)]
    return REFERENCE.frame((m, "", "", direction, q, v, q, q, 840, "") for m, q, v in rows)


def places() -> pd.DataFrame:
    return placed(one(), quantiles())


def placed(measures: pd.DataFrame, reference: pd.DataFrame) -> pd.DataFrame:
    found = place_article(measures, reference)
    return found.merge(measures[["measure", "label", "unit"]], on="measure", suffixes=("_", ""))


def paragraphs() -> pd.DataFrame:
    rows = ((-1, "byline", 5), (0, "headline", 9), (1, "body", 39), (2, "body", 19), (3, "body", 56), (4, "credit", 4))
    return frame("paragraph part n_words", *rows)


def one() -> pd.DataFrame:
    return measures().query("article == 'one'")


# name, tables, options, which table is changed, and the columns of it whose every value the words must tell
PICTURES = [
    ("article_strip", [runs], {}, 0, ["n_words"]),
    ("paragraphs", [paragraphs], {}, 0, ["n_words"]),
    ("sentence_lengths", [readability, sentences], {}, 1, ["n_words"]),
    ("ranked_sources", [sources, words_by_kind], {}, 0, ["n_words", "n_attributions"]),
    ("topic_xray", [topics, mentions, sentences], {}, 1, ["start"]),
    ("topic_sources", [mentions], {}, 0, ["kind"]),
    ("comparison", [measures], {"highlight": "one"}, 0, ["value"]),
    ("kind_shares", [shares], {}, 0, ["n_words"]),
    ("reference_strip", [places, quantiles], {}, 0, ["value", "below"]),
]
NAMES = [p[0] for p in PICTURES]


def draw(name: str, *tables: pd.DataFrame, **more):
    _, makers, options, _, _ = PICTURES[NAMES.index(name)]
    return getattr(plots, f"plot_{name}")(*(tables or [m() for m in makers]), **options, **more)


def words_of(name: str, *tables: pd.DataFrame, **more) -> str:
    return plots.alternative_text(draw(name, *tables, **more))


@cache
def picture(name: str) -> bytes:
    """The file of a picture that nothing was changed in."""
    return plots.to_png(draw(name).figure)


def title(ax) -> str:
    return " ".join(t.get_text() for t in ax.texts if t.get_gid() == "title")


def bars(ax, label: str) -> list:
    return [bar for container in ax.containers if container.get_label() == label for bar in container]


def lines(ax, label: str) -> list[float]:
    """Where the upright strokes with this label stand."""
    found = [c for c in ax.collections if isinstance(c, LineCollection) and c.get_label() == label]
    return [round(float(s[0][0]), 6) for c in found for s in c.get_segments()]


# ---- what is drawn is what the table says


@pytest.mark.parametrize("kind", ["named", "organization", "document", "anonymous", "unattributed"])
def test_strip_blocks_are_the_runs(kind):
    drawn = [
        (round(b.get_y() + b.get_height() / 2), math.ceil(b.get_width() - 1e-9))
        for b in bars(draw("article_strip"), kind)
    ]
    assert drawn == [
        (p - 1, n) for p, n, k in runs()[["paragraph", "n_words", "kind"]].itertuples(index=False) if k == kind
    ]


def test_strip_blocks_follow_one_another_and_sentences_have_a_line():
    ax = draw("article_strip")
    first = sorted(
        (b.get_x(), b.get_width())
        for c in ax.containers
        if c.get_label() != "foot"
        for b in c
        if round(b.get_y() + 0.34) == 0
    )
    assert [round(x) for x, _ in first] == [0, 12, 21]
    assert lines(ax, "sentences") == [21]
    assert len(bars(ax, "foot")) == len(bars(ax, "anonymous")) == 2


def test_paragraph_bars_are_the_words_and_only_the_body_is_filled():
    (container,) = draw("paragraphs").containers
    assert [b.get_width() for b in container] == [5, 9, 39, 19, 56, 4]
    assert [b.get_facecolor() != (1, 1, 1, 1) for b in container] == [False, False, True, True, True, False]


def test_sentence_bars_are_the_lengths_and_the_hardest_are_ink():
    ax = draw("sentence_lengths")
    drawn = sorted((b.get_x(), b.get_height()) for label in ("sentences", "hardest") for b in bars(ax, label))
    assert [h for _, h in drawn] == [31, 8, 19, 44, 12, 27]
    assert [b.get_height() for b in bars(ax, "hardest")] == [44, 31, 27]
    assert "¶3, sentence 4: 44 words, grade 21" in [t.get_text() for t in ax.texts]


def test_reference_band_only_where_a_reference_is_given():
    reference = plots.Reference(11, 20, 28, "60 articles")
    ax = draw("sentence_lengths", reference=reference)
    assert title(ax) == "3 of 6 sentences are longer than the median in 60 articles"
    (median,) = [c for c in ax.collections if c.get_label() == "median"]
    assert {float(y) for _, y in median.get_segments()[0]} == {20}
    assert not [c for c in draw("sentence_lengths").collections if c.get_label() == "median"]


def test_source_bars_are_the_words_and_anonymous_ones_are_hatched():
    ax = draw("ranked_sources")
    assert {k: [b.get_width() for b in bars(ax, k)] for k in ("anonymous", "named", "organization", "document")} == {
        "anonymous": [70, 0], "named": [52], "organization": [30], "document": [8],
    }  # fmt: skip
    assert all(b.get_hatch() for b in bars(ax, "anonymous")) and not any(b.get_hatch() for b in bars(ax, "named"))
    assert {"70 words", "5 attributions", "1 attribution"} <= {t.get_text() for t in ax.texts}


@pytest.mark.parametrize(
    ("chance", "title"),
    [
        (
            0.99,
            "46% of all attributed words come from “a senior official” (anonymous), more than from any named person",
        ),
        (0.9, "Too close to tell who supplies most: “a senior official” (anonymous), 70 words; Ana Garcia, 52 words."),
    ],
)
def test_no_source_is_called_the_first_whose_lead_is_within_the_error(chance, title):
    blank = {c: 0 if t in ("int64", "Int64") else "" for c, t in ATTRIBUTIONS.columns.items()}
    given = blank | {"paragraph": 1, "confidence": chance, "official": False, "speech": True}
    rows = [given | {"source": s, "n_words": n} for s, n in (("a senior official", 70), ("s2", 52))]
    table = pd.DataFrame(rows).astype(ATTRIBUTIONS.columns)
    ax = plots.plot_ranked_sources(sources(), words_by_kind(), attributions=table)
    assert plots.alternative_text(ax).startswith(title)


def test_sources_beyond_the_twelfth_are_summed_up():
    many = frame(
        "source name kind n_attributions n_words first_sentence",
        *(("s", f"Source {n}", "named", 1, n, 1) for n in range(1, 21)),
    )
    words = words_by_kind().query("kind == 'named'").assign(n_words=210)
    ax = plots.plot_ranked_sources(many, words)
    assert [b.get_width() for b in bars(ax, "named")] == list(range(20, 8, -1))
    assert "Not drawn: 8 more, with 8 words or fewer each." in words_of("ranked_sources", many, words)
    assert "Not drawn: 8 more, with 8 words or fewer each." in " ".join(
        t.get_text() for t in ax.texts if t.get_gid() == "note"
    )


def test_ticks_stand_at_the_words_of_the_mentions():
    ax = draw("topic_xray")
    # 6 characters a word: water begins sentence 1; two words on in sentence 3 (before it 39 words) ...
    assert lines(ax, "water") == pytest.approx([0, 39 + 1, 58 + 2, 58 + 3])
    assert lines(ax, "budget") == pytest.approx([31 + 6])
    assert lines(ax, "roads")[0] < 0 and lines(ax, "roads")[1] == pytest.approx(114 + 5)
    assert not lines(ax, "schools")
    rings = {line.get_label(): line.get_xdata()[0] for line in ax.lines}
    assert rings["first: water"] == 0 and rings["first: roads"] < 0
    assert "1 topic looked for and not found: schools." in words_of("topic_xray")
    assert "headline" in words_of("topic_xray")


def test_paragraph_bands_are_the_words_of_every_other_paragraph():
    bands = [(p.get_x(), p.get_width()) for p in draw("topic_xray").patches if p.get_gid() == "band"]
    assert bands == [(0, 39), (58, 56)]


def test_one_square_a_mention_of_the_body_and_a_cross_on_anonymous():
    ax = draw("topic_sources")
    kinds = [p.get_gid() for p in ax.patches if p.get_gid() != "legend"]
    assert kinds == ["anonymous", "anonymous", "named", "unattributed", "document", "organization"]
    assert sum(t.get_gid() == "cross" for t in ax.texts) == 2
    assert {"2 of 4 anonymous", "none anonymous"} <= {t.get_text() for t in ax.texts}


def test_dots_stand_between_the_lowest_and_the_highest_value():
    ax = draw("comparison")
    dots = {line.get_label(): list(line.get_xdata()) for line in ax.lines}
    assert dots["highlighted: Sentence length"] == [1] and dots["Sentence length"] == pytest.approx([0, 3.6 / 13.1])
    assert dots["highlighted: Share"] == [0] and dots["Share"] == pytest.approx([0.075, 0.3, 1])
    assert "three and four 18.4" in [t.get_text() for t in ax.texts]
    assert "three undefined" in words_of("comparison")


def test_shares_are_per_cent_of_the_articles_words():
    ax = draw("kind_shares", highlight="two")
    assert [b.get_width() for b in bars(ax, "anonymous")] == pytest.approx([45, 100 * 2 / 300, 0])
    assert [b.get_width() for b in bars(ax, "named")] == pytest.approx([20, 100 * 98 / 300, 60])
    assert all(b.get_hatch() for b in bars(ax, "anonymous"))
    (bold,) = [t for t in ax.texts if t.get_text() == "two"]
    assert bold.get_fontweight() == "bold"


def test_strokes_are_the_quantiles_and_the_diamond_is_the_article():
    ax = draw("reference_strip")
    assert lines(ax, "Sentence length") == pytest.approx([n / 10 for n in range(11)])
    assert lines(ax, "median: Sentence length") == [0.5]
    diamonds = {line.get_label(): line.get_xdata()[0] for line in ax.lines}
    assert diamonds == pytest.approx({"article: Sentence length": (31.5 - 12) / 20, "article: Share": 0})
    assert "more than 97%" in [t.get_text() for t in ax.texts]


@pytest.mark.parametrize(
    ("direction", "value", "said", "place"),
    [
        ("", 60, "more than 95%", 1),
        ("", 1, "less than 95%", 0),
        ("", 22, "more than 50%", 0.5),
        ("higher is harder", 60, "harder than 95%", 1),
        ("higher is harder", 1, "easier than 95%", 0),
        ("higher is easier", 60, "easier than 95%", 0),
        ("higher is easier", 1, "harder than 95%", 1),
        ("higher is easier", 16, "harder than 77%", 0.8),
    ],
)
def test_the_place_is_told_as_far_as_it_is_known_and_what_is_harder_stands_to_the_right(direction, value, said, place):
    reference = quantiles(0.05, direction, 2)
    row = placed(one().query("measure == 'Sente'").assign(value=float(value)), reference)
    ax = plots.plot_reference_strip(row, reference)
    assert said in [t.get_text() for t in ax.texts]
    assert {line.get_label(): line.get_xdata()[0] for line in ax.lines} == {"article: Sentence length": place}
    assert f", {said}, " in plots.alternative_text(ax)


def test_a_tie_is_told_under_the_place_and_is_not_unusual():
    reference = (
        quantiles()
        .query("measure == 'Share'")
        .assign(
            value=[0.0] * 3 + [1.0 + n for n in range(8)], below=[0.0] * 3 + [0.25] * 8, up_to=[0.25] * 3 + [0.95] * 8
        )
    )
    ax = plots.plot_reference_strip(placed(one(), reference), reference)
    assert {"less than 75%", "25% have none, too"} <= {t.get_text() for t in ax.texts}
    assert "0 a unit, less than 75%, 25% have none, too, reference median" in plots.alternative_text(ax)
    assert title(ax).startswith("Nothing unusual")


# ---- the words beside the picture


def other_than(value):
    if isinstance(value, str):
        return "document" if value == "named" else "named"
    return 6.0 if math.isnan(value) else value - 0.3 if 0 < value < 1 else value + 6


def is_drawn(name: str, row: pd.Series) -> bool:
    """Headlines are not drawn, nor is what nobody in particular says."""
    in_headline = name in ("topic_sources", "topic_xray", "sentence_lengths") and row["sentence"] == 0
    return not in_headline and not (name == "ranked_sources" and row["kind"] == "unattributed")


def changes(name: str):
    """Yield the tables of a picture with one value changed, and which."""
    _, makers, _, at, columns = PICTURES[NAMES.index(name)]
    for column in columns:
        for row in range(len(makers[at]())):
            tables = [m() for m in makers]
            place = (tables[at].index[row], column)
            if is_drawn(name, tables[at].iloc[row]):
                tables[at].loc[place] = other_than(tables[at].loc[place])
                yield tables, place


@pytest.mark.parametrize("name", NAMES)
def test_every_changed_value_changes_the_words(name):
    before, n = words_of(name), 0
    for tables, place in changes(name):
        n += 1
        assert words_of(name, *tables) != before, place
    assert n


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_value_changes_the_picture(name):
    tables, _ = next(changes(name))
    assert plots.to_png(draw(name, *tables).figure) != picture(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_words_begin_with_the_title(name):
    ax = draw(name)
    assert plots.alternative_text(ax).startswith(f"{title(ax)}.")


NO_SOURCES = sources().iloc[:0]
SHARES = quantiles().query("measure == 'Share'")
NOBODY_UNNAMED = words_by_kind().query("kind != 'anonymous'")
TITLES = [
    (
        "article_strip",
        [runs().iloc[:2].assign(n_words=[997, 2])],
        "Under 1% of the words are somebody’s account; under 1% rest on anonymous sources",
    ),
    ("article_strip", [runs()], "83% of the words are somebody’s account; 17% rest on anonymous sources"),
    (
        "article_strip",
        [runs().iloc[:1]],
        "Nothing in the article’s body is attributed: all is told by the writers themselves",
    ),
    ("article_strip", [runs().iloc[:0]], "No words to show"),
    ("article_strip", [runs().iloc[3:]], "All the words are somebody’s account; none rest on anonymous sources"),
    (
        "sentence_lengths",
        [readability(), sentences()],
        "Half of the 6 sentences have 23 words or more; the longest has 44",
    ),
    ("sentence_lengths", [readability(), sentences().iloc[:2]], "The article is one sentence of 31 words"),
    ("sentence_lengths", [readability(), sentences().iloc[:0]], "No sentence to show"),
    (
        "ranked_sources",
        [sources(), words_by_kind()],
        "46% of all attributed words come from “a senior official” (anonymous), more than from any named person",
    ),
    (
        "ranked_sources",
        [sources().iloc[1:], NOBODY_UNNAMED],
        "63% of all attributed words come from Ana Garcia, none from anonymous sources",
    ),
    (
        "ranked_sources",
        [sources().iloc[1:], words_by_kind().replace({"n_words": {70: 1}})],
        "63% of all attributed words come from Ana Garcia, 1% from anonymous sources",
    ),
    (
        "ranked_sources",
        [sources().iloc[1:], words_by_kind().replace({"n_words": {70: 1, 52: 998}})],
        "5% of all attributed words come from Ana Garcia, under 1% from anonymous sources",
    ),
    (
        "ranked_sources",
        [sources().iloc[:1], words_by_kind().query("kind == 'anonymous'")],
        "All 70 attributed words come from one source, “a senior official” (anonymous)",
    ),
    (
        "ranked_sources",
        [sources().iloc[:1], words_by_kind().query("kind == 'anonymous'").assign(n_words=140)],
        "50% of all attributed words come from “a senior official” (anonymous), and no person is named",
    ),
    (
        "ranked_sources",
        [sources().iloc[1:3].assign(n_words=9), words_by_kind().assign(n_words=6)],
        "Ana Garcia and the council supply most, 9 words each of 24",
    ),
    (
        "ranked_sources",
        [sources().assign(n_words=9), words_by_kind().assign(n_words=10)],
        "No source stands out: 5 supply 9 words each, of 40",
    ),
    (
        "ranked_sources",
        [sources().assign(n_words=0), words_by_kind().assign(n_words=0)],
        "5 sources named, none with words of its own",
    ),
    (
        "ranked_sources",
        [NO_SOURCES, words_by_kind().assign(n_words=0)],
        "No source found: nothing in the article’s body is attributed",
    ),
    (
        "topic_xray",
        [topics(), mentions(), sentences()],
        "“water” comes up most, 4 of 6 mentions; all 3 topics come up in the first half",
    ),
    (
        "topic_xray",
        [topics(), mentions().iloc[5:], sentences()],
        "“budget” and “roads” come up most, 1 mention each of 2; 1 of 2 topics waits for the second half",
    ),
    ("topic_xray", [topics(), mentions().iloc[:4], sentences()], "“water” is the only topic found, with 4 mentions"),
    ("topic_xray", [topics(), mentions().iloc[:0], sentences()], "No topic found"),
    ("topic_sources", [mentions()], "2 of 6 topic mentions rest on anonymous sources, all about “water”"),
    ("topic_sources", [mentions().iloc[1:3]], "None of 2 topic mentions rests on anonymous sources"),
    (
        "topic_sources",
        [mentions().iloc[:1]],
        "1 of 1 topic mention rests on anonymous sources: the only topic found is “water”",
    ),
    (
        "topic_sources",
        [mentions().assign(kind="anonymous")],
        "6 of 6 topic mentions rest on anonymous sources, spread over all 3 topics",
    ),
    ("topic_sources", [mentions().iloc[:0]], "No topic found"),
    ("comparison", [measures()], "one: highest of 4 in sentence length; lowest in share"),
    ("comparison", [one()], "one: nothing to compare it with"),
    ("kind_shares", [shares()], "one rests most on anonymous sources, with 45% of its words; 1 of 3 does not at all"),
    ("kind_shares", [shares().query("article == 'two'")], "The article does not rest on anonymous sources"),
    ("kind_shares", [shares().iloc[:0]], "No article to compare"),
    (
        "reference_strip",
        [places(), quantiles()],
        "Sentence length higher than in 95% of the reference articles; share lower than in 95%",
    ),
    (
        "reference_strip",
        [places(), quantiles(direction="higher is easier")],
        "Harder than 95% of the reference articles by share; easier than 95% by sentence length",
    ),
    (
        "reference_strip",
        [
            places(),
            quantiles().assign(direction=lambda t: ["higher is harder" if m == "Sente" else "" for m in t["measure"]]),
        ],
        "Harder than 95% of the reference articles by sentence length; share lower than in 95%",
    ),
    (
        "reference_strip",
        [placed(one().assign(value=5.0), SHARES), SHARES],
        "Nothing unusual: all 1 measure lie among the middle 90% of the reference articles",
    ),
    ("reference_strip", [places(), quantiles().iloc[:0]], "Nothing to compare with the reference articles"),
]


def test_titles_give_shares_with_their_bounds():
    strip = plots.plot_article_strip(runs(), measured=bounds(one=(12 / 72, 0.1, 0.25)))
    said = "83% (80 to 100) of the words are somebody’s account; 17% (10 to 25) rest on anonymous sources"
    assert plots.alternative_text(strip).startswith(said)
    alone = plots.plot_kind_shares(shares(), measured=bounds(one=(0.45, 0.4, 0.5), three=(0.01, 0, 0.05)))
    assert plots.alternative_text(alone).startswith("one rests most on anonymous sources, with 45% (40 to 50) of its")


def test_no_article_rests_most_on_anonymous_sources_where_the_next_is_within_the_error():
    close = plots.plot_kind_shares(shares(), measured=bounds(one=(0.45, 0.2, 0.5), three=(0.01, 0, 0.21)))
    assert plots.alternative_text(close).startswith("one and three rest most on anonymous sources, too close to tell")


@pytest.mark.parametrize(("name", "tables", "wanted"), TITLES)
def test_the_title_is_the_finding(name, tables, wanted):
    assert title(draw(name, *tables)) == wanted


# ---- lettering


def letters(ax) -> list[tuple[Text, object]]:
    return [
        (t, t.get_window_extent()) for t in ax.figure.findobj(Text) if t.get_text().strip() and t.get_gid() != "cross"
    ]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_off_and_no_lettering_overlaps(name):
    ax = draw(name)
    width, height = ax.figure.bbox.width, ax.figure.bbox.height
    boxes = letters(ax)
    for text, box in boxes:
        assert box.x0 > 0 and box.y0 > 0 and box.x1 < width and box.y1 < height, text.get_text()
    for (a, first), (b, second) in combinations(boxes, 2):
        touching = first.padded(-0.5).overlaps(second.padded(-0.5))
        assert not touching, (a.get_text(), b.get_text())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_drawn_and_described(name, text):
    """Warnings are errors here: a glyph that is missing, or lettering read as mathematics, would fail."""
    tables = [m() for m in PICTURES[NAMES.index(name)][1]]
    for table in tables:
        for column in {"source", "name", "topic", "label", "unit"} & set(table.columns):
            table[column] = text
    ax = draw(name, *tables)
    assert plots.to_png(ax.figure).startswith(b"\x89PNG")
    words = plots.alternative_text(ax)
    assert "\n" not in words and "\u202e" not in words


@pytest.mark.parametrize(
    ("n", "paragraphs"), [(1, 1), (60, 60), (400, 60)], ids=["one sentence", "60 paragraphs", "400 sentences"]
)
def test_short_and_long_articles(n, paragraphs):
    rows = [(1 + i * paragraphs // n, i + 1, 100 * i, 100 * i + 99, 5 + 7 * i % 41) for i in range(n)]
    table = frame("paragraph sentence start end n_words", *rows)
    lengths = plots.plot_sentence_lengths(readability(), table)
    for ax in (lengths, plots.plot_article_strip(table.assign(kind="named", source="Ana Garcia"))):
        assert plots.to_png(ax.figure)
    assert plots.alternative_text(lengths).count("¶") >= paragraphs


def test_wrapped_lines_fit_and_lose_nothing():
    text = "One anonymous source supplies 23% of all attributed words, more than any named source"
    broken = wrap(text, 200, 12.5, bold=True)
    assert " ".join(broken) == text and len(broken) > 2
    assert all(text_width(line, 12.5, True) <= 200 for line in broken)
    assert wrap(text, 200, 12.5, bold=True, lines=2)[1].endswith("…")


def test_flags_never_cover_each_other():
    xs, widths = [0, 3, 40, 41, 200, 300, 340], [70] * 7
    flags = place_flags(xs, widths, low=-40, high=360)
    assert not [(a, b) for a, b in combinations(flags, 2) if a.hits(b)]
    assert min(f.left for f in flags) >= -40 and max(f.right for f in flags) <= 360


# ---- options, errors, bytes


@pytest.mark.parametrize("name", NAMES)
def test_axes_that_are_given_are_used(name):
    figure = Figure(figsize=(16, 8))
    FigureCanvasAgg(figure)
    ax = figure.add_axes((0.2, 0.2, 0.3, 0.5))
    assert draw(name, ax=ax) is ax and figure.axes == [ax]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_table_gives_the_same_bytes_whatever_the_settings(name):
    strange = {
        "font.size": 30,
        "font.family": "serif",
        "savefig.bbox": "tight",
        "hatch.linewidth": 5,
        "lines.linewidth": 9,
    }
    before = picture(name)
    with mpl.rc_context(strange):
        assert plots.to_png(draw(name).figure) == before
    assert b"Software" not in before


def test_labels_name_topics_sources_and_articles():
    assert "Drinking water" in words_of("topic_sources", mentions(), labels={"water": "Drinking water"})
    assert "“Drinking water”" in title(draw("topic_xray", labels={"water": "Drinking water"}))
    assert "First" in title(plots.plot_comparison(measures(), highlight="one", labels={"one": "First"}))
    assert "“Official A”" in words_of("article_strip", runs(), labels={"a senior official": "Official A"})


@pytest.mark.parametrize(
    ("call", "wanted"),
    [
        (lambda: plots.plot_ranked_sources(sources().drop(columns="n_words"), words_by_kind()), "no column 'n_words'"),
        (lambda: plots.plot_article_strip(pd.concat([runs(), runs().assign(article="two")])), "holds 2: choose one"),
        (lambda: plots.plot_comparison(measures(), highlight="five"), "no article 'five'"),
        (lambda: plots.show_table(sources(), columns=["nothing"]), "no column 'nothing'"),
    ],
)  # fmt: skip
def test_errors_say_what_was_given_and_what_to_do(call, wanted):
    with pytest.raises(TableError, match=wanted):
        call()


def test_plots_imports_only_the_ground_floor():
    ground = "errors figures spans tables wording writing"
    allowed = {f"analysis.{name}" for name in ground.split()}
    for path in Path(plots.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [a.name for a in getattr(node, "names", ())]
            )
            if isinstance(node, ast.Import | ast.ImportFrom):
                ours = {n for n in names if n.split(".")[0] == "analysis" and not n.startswith("analysis.plots")}
                assert ours <= allowed, path.name


# ---- what a notebook shows


@pytest.fixture
def shown(monkeypatch):
    outputs = []
    monkeypatch.setattr("IPython.display.display", lambda data, raw, metadata: outputs.append((data, metadata)))
    return outputs


def test_show_emits_one_output_and_saves_the_same_bytes(shown, tmp_path):
    path = tmp_path / "new" / "folder" / "sources.png"
    plots.show(draw("ranked_sources"), folder=path.parent, name="sources")
    ((data, metadata),) = shown
    assert data == {"image/png": path.read_bytes(), "text/plain": words_of("ranked_sources")}
    assert metadata["image/png"]["alt"] == words_of("ranked_sources")
    assert data["image/png"][16:20] == (8 * 160).to_bytes(4, "big")  # the width in pixels
    assert [p.name for p in path.parent.iterdir()] == ["sources.png"]


def test_show_writes_nothing_unless_told_to_and_closes_the_figure(shown, tmp_path, monkeypatch):
    from matplotlib import pyplot

    monkeypatch.chdir(tmp_path)
    figure = pyplot.figure()
    plots.show(figure, alt="nothing")
    assert len(shown) == 1 and not pyplot.get_fignums() and not list(tmp_path.iterdir())


def test_a_figure_of_several_pictures_says_all_and_one_without_words_is_refused(shown):
    figure = Figure(figsize=(16, 8))
    FigureCanvasAgg(figure)
    both = [draw(name, ax=figure.add_subplot(1, 2, n)) for n, name in enumerate(("paragraphs", "kind_shares"), 1)]
    plots.show(figure)
    assert shown[0][0]["text/plain"] == " ".join(map(plots.alternative_text, both))
    with pytest.raises(OutputError, match="has no words"):
        plots.show(Figure())


def test_a_folder_that_cannot_be_made_is_an_output_error(shown, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        plots.show(draw("ranked_sources"), folder=tmp_path / "file")


def test_say_escapes_what_it_is_told(shown):
    plots.say("<script>alert('$5 million')</script>")
    ((data, _),) = shown
    assert data["text/plain"] == "<script>alert('$5 million')</script>"
    assert data["text/html"].startswith('<p class="mathjax_ignore"><strong>&lt;script&gt;alert(&#x27;$5')


def test_show_table_is_escaped_whole_and_without_mathematics(shown):
    long = "x" * 200
    table = pd.DataFrame({"name": ["<b>$5 and $10</b>", long], "value": [1.26, math.nan], "other": [1, 2]})
    plots.show_table(table, columns={"name": "Who", "value": "How much"}, digits=1, caption="A <table>")
    ((data, _),) = shown
    assert "mathjax_ignore" in data["text/html"] and "&lt;b&gt;$5" in data["text/html"] and long in data["text/html"]
    assert ">1.3</td>" in data["text/html"] and ">–</td>" in data["text/html"] and "other" not in data["text/html"]
    assert "<caption>A &lt;table&gt;</caption>" in data["text/html"] and "Who" in data["text/plain"]


@pytest.mark.parametrize("template", ["classic", "basic"])
def test_pages_keep_the_alternative_text(shown, template):
    plots.show(draw("ranked_sources"), alt='The "<finding>"')
    ((data, metadata),) = shown
    data["image/png"] = "aGk="
    output = nbformat.v4.new_output("display_data", data, metadata=metadata)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("show()", outputs=[output])])
    page, _ = HTMLExporter(template_name=template).from_notebook_node(notebook)
    found = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: found.extend(
        v for k, v in attributes if tag == "img" and k == "alt"
    )
    parser.feed(page)
    assert found == ['The "<finding>"']
