"""The page from the tables: what stands on it, that it is inert, and that it says what the tables say."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import bleach
import pytest

from analysis.article import Article, article_from_text, find_article, read_article
from analysis.corpus import measure
from analysis.report import write_report
from analysis.report.byhand import say_corrections
from analysis.report.document import render_document
from analysis.report.facts import Facts, gather, share_of
from analysis.report.first import read_first
from analysis.report.label import write_label
from analysis.report.people import list_people, say_people
from analysis.report.plain import render_plain
from analysis.report.subjects import list_subjects
from analysis.tables import CORRECTED, rows_of
from analysis.topics import read_topics
from analysis.wording import percent

SAMPLES = ("austin-wei-call", "battery-results", "council-zoning", "river-study", "shipyard-leak", "transit-audit")
HOSTILE = """<script>window.hit=1</script> & $x^2$ "headline" 'quoted'

<img src=x onerror=alert(1)> The mayor said on Monday that <b>taxes</b> would rise by $5 million to $10 million.

</pre></td></table><script>alert(2)</script> [click](javascript:alert(3)) "We agree," <i>Smith</i> said. {{ facts }}

<svg onload=alert(4)> <iframe src="https://example.org"></iframe> <a href="javascript:alert(5)">x</a> Lee said no.
"""
ODD = {
    "nobody": "Rain\n\nIt rained all day. The river rose by two feet.\n",
    "one": 'Vote\n\nThe plan is dead, Lee Ann Ray said. It was. "We lost," Ray said.\n',
    "nohead": "The plan is dead, said a senior official. Nobody else spoke. " * 8,
    "arabic": "عنوان المقال\n\nقال الوزير إن الخطة ماتت. وقال مسؤول كبير إنه لا يعرف.\n",
    "numbers": "Title\n\n*** 123 *** ... $$$ 5.\n",
    "damaged": "Rain\n\nIt rains on the the hills, a senior official said. Lee said no.\n",
    "long": "Big day\n\n"
    + "\n\n".join(f'"We will see," a senior aide said. Anna Bell{n} said no. Bus fares grew.' for n in range(70)),
    "hostile": HOSTILE,
}
VOID = {"meta", "input", "br"}
TECHNICAL = re.compile(r"\b(?:True|False|nan|NaN|None(?= \w+ =)|unattributed|anonymous|[a-z]+_[a-z_]+)\b")


class Page(HTMLParser):
    """Collects tags, and the text outside of `sup`, `style` and `code`; wants tags to be closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.pieces: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"{tag} is closed out of turn"

    def handle_data(self, data):
        if not {"sup", "style", "code"} & set(self.open):
            self.pieces.append(data)

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def article(name: str) -> Article:
    return article_from_text(ODD[name], name=name) if name in ODD else read_article(find_article(name))


def facts(name: str, **options) -> Facts:
    return gather(article(name), read_topics(), **options)


@pytest.fixture(scope="module", params=[*SAMPLES, *ODD])
def rendered(request):
    """An article and its page."""
    known = facts(request.param)
    return known, Page(html := render_document(known)), html


def test_page_acts_on_nothing_and_asks_for_nothing(rendered):
    _, page, html = rendered
    for tag, attributes in page.tags:
        assert tag not in ("script", "iframe", "object", "embed", "form", "base", "link", "img")
        assert "style" not in attributes and not [a for a in attributes if a.startswith("on")]
        assert "src" not in attributes and (attributes.get("href") or "#").startswith("#")
    assert "@import" not in html and set(re.findall(r"url\((.*?)\)", html)) <= {"#hatch"}


def test_policy_in_the_head_allows_this_style_alone(rendered):
    _, page, html = rendered
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(a["content"] for t, a in page.tags if t == "meta" and "http-equiv" in a)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_article_stands_on_the_page_to_the_character(rendered):
    known, page, _ = rendered
    text = known.article.text
    at = 0
    for p in known.article.paragraphs:
        at = page.text.find(text[p.start : p.end], at)
        assert at >= 0, text[p.start : p.end]


def test_every_link_leads_somewhere_and_no_id_comes_twice(rendered):
    _, page, _ = rendered
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for _, a in page.tags if "href" in a} <= set(ids)


def test_no_technical_name_reaches_a_reader(rendered):
    known, page, _ = rendered
    text = page.text
    for p in known.article.paragraphs:
        text = text.replace(known.article.text[p.start : p.end], "")
    assert not TECHNICAL.findall(text)


def test_label_says_what_the_tables_say(rendered):
    known, _, _ = rendered
    label = write_label(known)
    rows = dict(rows_of(known.tables["sourcing"], "measure", "value"))
    if known.n_attributed and known.n_words >= 20:
        assert label.account.number == percent(rows["share_attributed"], 1)
    assert sum(p.width for p in label.bar) == pytest.approx(100)
    assert [len(t.question) > 0 and len(t.number) > 0 for t in label.others] == [True] * 3


def test_sources_and_topics_are_all_there(rendered):
    known, _, _ = rendered
    people = list_people(known)
    cited = known.tables["sources"].query("kind != 'unattributed'")
    assert sorted(p.n_words for p in people) == sorted(cited["n_words"])
    assert len({p.code for p in people}) == len(people)
    mentions = known.tables["topics_by_source"].groupby("topic")["n_mentions"].sum()
    assert {s.topic: s.n_mentions for s in list_subjects(known)} == mentions.to_dict()


def test_sentences_to_read_first_are_four_at_most_and_differ(rendered):
    known, _, _ = rendered
    found = read_first(known)
    assert len(found) <= 4 and len({f.sentence for f in found}) == len(found)


@pytest.mark.parametrize("name", [*SAMPLES, "damaged", "hostile"])
def test_without_text_no_words_of_the_article_are_on_the_page(name):
    known = facts(name, quotes=False)
    text = Page(render_document(known)).text
    for called in [
        *known.names,
        *known.names.values(),
    ]:  # what a source is called is no quotation: the tables keep it, too
        text = text.replace(called, "") if called else text
    for sentence in known.tables["sentences"]["text"]:
        words = sentence.split()
        for at in range(len(words) - 4):
            assert " ".join(words[at : at + 5]) not in text
    for cue in set(known.tables["attributions"]["cue_text"]) - {""}:
        assert f"“{cue}”" not in text


def test_hostile_article_is_shown_as_text():
    html = render_document(facts("hostile"))
    assert "&lt;script&gt;window.hit=1&lt;/script&gt;" in html and "{{ facts }}" in html
    assert not re.search(r"<(?:script|img|iframe|svg onload|b>taxes|i>Smith)", html)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nobody", "Nobody is cited"),
        ("nobody", "No rule for unnamed sources has a case here"),
        ("nobody", "Nothing stands out."),
        ("one", "Everything anybody says comes from one source: Lee Ann Ray"),
        ("one", "None of the 28 topics looked for comes up"),
        ("one", "No comparison: fewer than 100 words"),
        ("damaged", "1 damaged place"),
        ("damaged", "a word twice"),
        ("austin-wei-call", "no damage to the text found"),
        ("long", "A bar is a paragraph, its height the words of its sentences on average"),
    ],
)
def test_odd_cases_are_told(name, says):
    assert says in Page(render_document(facts(name))).text


def test_the_heading_of_the_sources_says_who_leads_and_whether_it_is_named():
    known = facts("hostile")
    (mayor, lee), heading = list_people(known), say_people(known, list_people(known))
    total = mayor.n_words + lee.n_words
    assert heading == f"{mayor.n_words} of {total} words of what anybody says comes from one source: Mayor, not named"


def test_a_source_that_leads_by_little_is_not_called_first():
    known = facts("council-zoning")
    people = list_people(known)
    assert len(people) > 10
    assert say_people(known, people) == f"{len(people)} sources, and none is clearly ahead"


def test_a_reason_is_missed_only_where_one_is_due():
    told = {p.name: p.facts for p in list_people(facts("shipyard-leak"))}
    assert told["Aide to Mr. Penrose"].startswith("not named: one unnamed person, no reason given · official")
    assert told["Critics of the plan"].startswith("not named: a group · not an official")
    assert told["Spokesperson for the Defense Ministry"].startswith(
        "not named: a spokesperson without a name · official"
    )
    assert told["Draft"].startswith("document · quoted")


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(1, 3, "1 of 3"), (19, 19, "19 of 19"), (5, 20, "25%"), (0, 0, "0 of 0")]
)
def test_no_percentage_of_few_things(part, whole, said):
    assert share_of(part, whole) == said


def test_tables_without_confidence_give_no_dashes_and_say_so():
    one = article("austin-wei-call")
    tables = measure(one)
    tables["attributions"] = tables["attributions"].assign(confidence=float("nan"))
    html = render_document(Facts(one, tables, read_topics(), True))
    assert "How sure the readings are is not known" in html and "?</a></sup>" not in html


def test_report_is_small_the_same_twice_and_names_no_path(tmp_path):
    pages = [write_report("austin-wei-call", out=tmp_path / f"{n}.html").read_bytes() for n in (1, 2)]
    assert pages[0] == pages[1] and len(pages[0]) <= 300_000
    assert str(Path.cwd()).encode() not in pages[0] and str(tmp_path).encode() not in pages[0]


GITHUB = {
    "h1", "h2", "p", "b", "i", "sup", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "ul", "li",
    "code",
}  # fmt: skip


def test_plain_page_survives_a_sanitiser_that_keeps_githubs_tags(rendered):
    known, _, _ = rendered
    html = render_plain(known)
    kept = bleach.clean(html, tags=GITHUB, attributes={"*": ["align"]})
    assert Page(kept).tags == Page(html).tags and Page(kept).text == Page(html).text
    assert {a for _, attributes in Page(html).tags for a in attributes} <= {"align"} and "$" not in html
    assert not [line for line in html.splitlines() if line.startswith((" ", "\t"))], "Markdown takes it for code"
    if known.n_attributed:
        assert write_label(known).account.number in html
    for p in list_people(known):
        assert f"<b>{p.code}</b></td>" in html


def test_a_page_in_plain_tags_is_asked_for_by_its_name(tmp_path):
    page = write_report("austin-wei-call", out=tmp_path / "page.md").read_text(encoding="utf-8")
    assert page.startswith("<h1>Who says so? Austin calls") and "[[No breakthrough was expected]]<sup>" in page


def test_report_links_to_the_notebooks(tmp_path):
    html = write_report("river-study", out=tmp_path / "a" / "x.html", notebooks=tmp_path / "b" / "y.html")
    assert '<a href="../b/y.html">the notebooks on it</a>' in html.read_text(encoding="utf-8")


BY_HAND = (
    ("added twice and in the headline", [("add", 3, ""), ("add", 0, ""), ("add", 3, "")],
     "added in headline and ¶3 (2 times)."),
    ("one of each", [("keep", 1, ""), ("set", 2, ""), ("drop", 3, "")],
     "By hand: looked at and kept in ¶1; taken out in ¶3; corrected in ¶2."),
    ("in the order of the text", [("set", 4, ""), ("set", 2, "")], "By hand: corrected in ¶2 and ¶4."),
    ("no longer fitting", [("set", None, "x"), ("drop", None, "y")], "2 corrections had no effect: the article"),
    ("nothing", [], ""),
)  # fmt: skip


@pytest.mark.parametrize(("told", "said"), [case[1:] for case in BY_HAND], ids=[case[0] for case in BY_HAND])
def test_what_was_corrected_by_hand_is_said(told, said):
    rows = [("one", str(n), action, paragraph, message) for n, (action, paragraph, message) in enumerate(told)]
    known = replace(facts("one"), told=CORRECTED.frame(rows))
    assert said in say_corrections(known) and bool(said) == bool(say_corrections(known))
    for page in (render_document(known), render_plain(known)):
        assert (say_corrections(known) in page) and ("By hand" in page) == ("By hand" in say_corrections(known))
