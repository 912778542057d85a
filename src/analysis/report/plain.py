"""The page in plain tags, for places that strip style (GitHub, mail): bars of blocks, topics as letters."""

from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from analysis.annotated.plain import write_plain_html
from analysis.annotated.statements import LETTERS
from analysis.annotated.templating import environment
from analysis.annotated.terms import words_for
from analysis.report.byhand import say_corrections
from analysis.report.document import mark_article
from analysis.report.facts import KINDS, Facts, share_of
from analysis.report.label import write_label
from analysis.report.people import list_people, say_people
from analysis.report.subjects import list_subjects, say_subjects

HERE = Path(__file__).parent
BLOCK, WIDTH, WRITERS = "█", 12, "·"


class Line(NamedTuple):
    """A kind of source: its letter, name, words, their share, and a bar."""

    letter: str
    kind: str
    n_words: int
    share: str
    bar: str


def render_plain(facts: Facts) -> str:
    """Return the page as HTML of ``h1 h2 p b i sup table details ul li code`` with ``align`` alone.

    It is Markdown, too: no line of it is indented, and dollars, which some pages read as formulas, are escaped.
    """
    people, subjects = list_people(facts), list_subjects(facts)
    most = max((p.n_words for p in people), default=0)
    page = environment(HERE / "templates").get_template("plain.html").render(
        facts=facts, label=write_label(facts), kinds=_kinds(facts), people_said=say_people(facts, people),
        people=[(p, _bar(p.n_words, most)) for p in people], subjects_said=say_subjects(facts, subjects),
        subjects=[(s, "".join(letter.upper() if letter != "u" else WRITERS for letter in s.squares)) for s in subjects],
        by_hand=say_corrections(facts),
        article=Markup(write_plain_html(mark_article(facts, []))) if facts.quotes else "",
    )  # fmt: skip
    return page.replace("$", "&#36;")


def _kinds(facts: Facts) -> list[Line]:
    return [
        Line(LETTERS.get(k, ""), words_for("kind many", k), n, share_of(n, facts.n_words), _bar(n, facts.n_words))
        for k, n in ((k, facts.words[k]) for k in KINDS)
    ]


def _bar(part: int, whole: int) -> str:
    """Return a bar of blocks; at least one of what is there at all."""
    return BLOCK * max(round(WIDTH * part / whole), 1) if part and whole else ""
