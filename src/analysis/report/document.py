"""One page about one article, from its tables: every sentence with a figure is computed, every word escaped."""

import base64
import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import Any

from markupsafe import Markup

from analysis.annotated.marking import LONG, Marking, mark
from analysis.annotated.rows import lay_rows
from analysis.annotated.statements import Statement
from analysis.annotated.style import article_style, read_style
from analysis.annotated.templating import environment
from analysis.annotated.terms import read_terms, say_paragraph, words_for
from analysis.report import folded
from analysis.report.byhand import say_corrections
from analysis.report.charts import draw_strip
from analysis.report.desk import list_rules, say_rules
from analysis.report.ease import draw_lengths, list_hardest, say_ease
from analysis.report.facts import Facts
from analysis.report.first import read_first
from analysis.report.label import write_label
from analysis.report.people import SHOWN as SHOWN_PEOPLE
from analysis.report.people import Source, list_officials, list_people, say_officials_share, say_people
from analysis.report.places import list_places, reference_provenance, reference_size, say_places
from analysis.report.subjects import SHOWN as SHOWN_SUBJECTS
from analysis.report.subjects import Subject, list_subjects, say_subjects, square_size
from analysis.wording import count_of, listing

HERE = Path(__file__).parent
CONTENTS = (
    ("article", "Article"), ("sources", "Sources"), ("rules", "Rules"), ("topics", "Topics"), ("ease", "Reading ease"),
    ("reference", "Comparison"), ("method", "Method"), ("glossary", "Terms"),
)  # fmt: skip
PACKAGE = "news-article-analysis"


def render_document(facts: Facts, *, notebooks: str = "") -> str:
    """Return the page as HTML. ``notebooks`` is the address of the page of the executed notebooks, if there is one."""
    subjects = list_subjects(facts)
    style = page_style(len(subjects))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = environment(HERE / "templates").get_template("page.html")
    return page.render(
        facts=facts, quotes=facts.quotes, style=Markup(style), style_hash=digest, notebooks=notebooks,
        contents=CONTENTS, label=write_label(facts), first=read_first(facts), version=version(PACKAGE),
        **_head(facts), **_article(facts, subjects), **_people(facts), **_rules(facts), **_subjects(facts, subjects),
        **_ease(facts), **_places(facts),
    )  # fmt: skip


def page_style(n_topics: int) -> str:
    """Return the style of a page with so many topics: light, dark and on paper, where it is always light."""
    light, dark = read_style("light"), read_style("dark")
    screen, paper = ((HERE / name).read_text(encoding="utf-8") for name in ("screen.css", "print.css"))
    return "\n".join(
        (
            f":root {{ color-scheme: light dark; {light} }}",
            f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}",
            screen, article_style(n_topics),
            f"@media print {{ :root {{ color-scheme: light; {light} }} }}",
            paper,
        )
    )  # fmt: skip


def _head(facts: Facts) -> dict[str, Any]:
    article = facts.article
    found = [facts.cite(article.byline), facts.cite(article.dateline), count_of(facts.n_words, "word")]
    damage = [(words_for("anomaly", a.rule), _where(facts, a.start)) for a in article.anomalies]
    terms = [(term, words) for (where, term), words in read_terms().items() if where == "glossary"]
    return {
        "has_title": bool(facts.cite(article.title)), "provenance": [item for item in found if item], "damage": damage,
        "damage_words": count_of(len(damage), "damaged place"),
        "glossary": [(term, technical, words_for("meaning", term)) for term, technical in terms],
    }  # fmt: skip


def _where(facts: Facts, at: int) -> str:
    """Return what the paragraph at an offset is called."""
    for p in facts.article.paragraphs:
        if p.start <= at < p.end:
            return say_paragraph(p.number) if p.part in ("headline", "body") else words_for("part", p.part)
    return "between paragraphs"


def mark_article(facts: Facts, subjects: list[Subject]) -> Marking:
    """Return the article with its statements, its sentences and the mentions of these topics marked."""
    return mark(
        facts.article, _shown(facts), sentences=facts.tables["sentences"], mentions=facts.tables["mentions"],
        topics={s.topic: s.number for s in subjects},
    )  # fmt: skip


def _article(facts: Facts, subjects: list[Subject]) -> dict[str, Any]:
    return {
        "rows": lay_rows(mark_article(facts, subjects)), "strip": draw_strip(facts), "strip_said": _say_strip(facts),
        "long": LONG,
        "numbered_topics": [(s.number, s.label) for s in subjects], "statements_table": folded.fold_statements(facts),
        "by_hand": say_corrections(facts),
        "rated": not facts.statements or any(s.sureness != "unknown" for s in facts.statements),
    }  # fmt: skip


def _shown(facts: Facts) -> list[Statement]:
    """Return the statements as notes tell of them: without words of the article where these must not be repeated."""
    if facts.quotes:
        return facts.statements
    return [s._replace(cue_text="", source_text="", marker="") for s in facts.statements]


def _say_strip(facts: Facts) -> str:
    """Say in which paragraphs unnamed people speak."""
    places = list(dict.fromkeys(s.paragraph for s in facts.cited if s.kind == "anonymous"))
    head = "The article as one line, first word to last: "
    if not places:
        return f"{head}no unnamed people speak."
    return f"{head}unnamed people speak in {listing(map(say_paragraph, places))}."


def _people(facts: Facts) -> dict[str, Any]:
    people = list_people(facts)
    rest = people[SHOWN_PEOPLE:]
    return {
        "people": people, "people_said": say_people(facts, people), "officials_said": say_officials_share(facts),
        "officials": list_officials(facts), "shown_people": SHOWN_PEOPLE, "more_people": _say_rest(rest),
        "sources_table": folded.fold_sources(facts, people),
    }  # fmt: skip


def _say_rest(rest: list[Source]) -> str:
    return f"{len(rest)} more, {count_of(sum(p.n_words for p in rest), 'word')}"


def _rules(facts: Facts) -> dict[str, Any]:
    rules = list_rules(facts)
    return {"rules": rules, "rules_said": say_rules(rules), "has_cases": any(r.sign != "–" for r in rules)}


def _subjects(facts: Facts, subjects: list[Subject]) -> dict[str, Any]:
    many = len(subjects) > SHOWN_SUBJECTS
    folds = [s for s in subjects if many and not s.is_cited]
    total, unnamed = sum(s.n_mentions for s in subjects), sum(s.counts["anonymous"] for s in subjects)
    size = square_size(subjects)
    square = "A square is a mention" if size == 1 else f"A square is {size} mentions or fewer"
    return {
        "subjects": subjects, "subjects_said": say_subjects(facts, subjects), "folded_subjects": folds,
        "shown_subjects": [s for s in subjects if s not in folds],
        "folded_said": f"{count_of(len(folds), 'topic')} on which nobody is cited",
        "squares_said": f"{square}, {total} in all, {unnamed or 'none'} of them in the words of unnamed people.",
        "short_kinds": folded.legend_of_kinds(), "topics_table": folded.fold_topics(subjects),
    }  # fmt: skip


def _ease(facts: Facts) -> dict[str, Any]:
    return {
        "ease_said": say_ease(facts), "chart": draw_lengths(facts), "hard": list_hardest(facts),
        "lengths_table": folded.fold_lengths(facts), "readings_table": folded.fold_readings(facts),
    }  # fmt: skip


def _places(facts: Facts) -> dict[str, Any]:
    places = list_places(facts)
    return {
        "places": places, "places_said": say_places(facts, places), "places_table": folded.fold_places(places),
        "n_reference": reference_size(), "reference": reference_provenance(),
    }  # fmt: skip
