"""The marked article: its text is the file's to the character, whatever the text and whatever the tables say."""

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import bleach
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis as an
from analysis.annotated import show
from analysis.annotated.marking import Marking, mark, number_topics
from analysis.annotated.markup import Writer
from analysis.annotated.nesting import Layer, Node, lay_apart, nest
from analysis.annotated.plain import write_plain_html, write_plain_text
from analysis.annotated.rows import lay_rows
from analysis.annotated.statements import name_sources, read_statements
from analysis.annotated.style import output_style
from analysis.annotated.terms import read_terms, words_for
from analysis.anomalies import FINDERS, Anomaly
from analysis.article import Article, article_from_text
from analysis.editing.checks import VERDICTS
from analysis.errors import ArticleError, LexiconError
from analysis.lexicon import read_lexicon
from analysis.parts import NOWHERE, Paragraph, Parts
from analysis.readability.formulas import list_formulas
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions, list_sources
from analysis.sourcing.correcting.reading import ACTIONS
from analysis.sourcing.judgement.confidence import RARE
from analysis.spans import Span, format_spans
from analysis.tables import ATTRIBUTIONS, KINDS, MENTIONS, PARTS, SENTENCES
from analysis.topics import find_topics, read_topics

STORY = """Harbor board delays vote

By the sample desk

“The cranes will stay,” a senior port official said on Monday, on condition of anonymity because the talks go on.
The board's chair, Ana Ruiz, told reporters that no date was set. Critics fear a loss of $5 million.

According to the board, “nothing <b>was</b> decided.”
"""


class Text(HTMLParser):
    """Collects the text of a page outside of `sup`, and its tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag != "input":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, "tags are nested"

    def handle_data(self, data):
        if "sup" not in self.open:
            self.pieces.append(data)

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def frozen(text: str, anomalies: list[Span] = ()) -> Article:
    """An article of one paragraph that is the text, whatever it holds."""
    parts = Parts((Paragraph(1, "body", 0, len(text)),), NOWHERE, NOWHERE, NOWHERE, ())
    article = Article("any", "any.txt", text, "", "", "", parts, "")
    found = tuple(Anomaly("control_character", s.start, s.end, "", "") for s in anomalies)
    article.__dict__["anomalies"] = found  # what is looked for when first asked for is given
    return article


def row(number: int, spans: list[Span], who: Span, cue: Span, kind: str, confidence: float) -> tuple:
    """A row of attributions that says these spans."""
    ends = (spans[0].start, spans[-1].end) if spans else (None, None)
    return (
        "any", number, 1, 1, *who, "x", *cue, "said", *ends, format_spans(spans), "<b>A</b>; B & \"C\"", kind, "",
        False, "direct", True, "source_before", "<i>", "", "", 3, confidence,
    )  # fmt: skip


spans = st.builds(Span, st.integers(0, 60), st.integers(0, 60))
hostile = st.sampled_from(
    ["<script>", "</p>", "&amp;", "&lt", '"', "'", "\r", "\r\n", "]]>", "<!--", "\u202e", "{{ x }}"]
)
texts = st.lists(st.one_of(st.text(max_size=8), hostile), max_size=12).map("".join)
rows = st.lists(
    st.tuples(
        st.lists(spans, max_size=3), spans, spans,
        st.sampled_from(["named", "anonymous", "organization", "document", "unattributed"]),
        st.sampled_from([0.1, 0.7, 0.9, float("nan")]),
    ),
    max_size=6,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    texts, rows, st.lists(spans, max_size=5), st.lists(spans, max_size=5), st.lists(spans, max_size=3), st.booleans()
)
def test_text_is_the_files_to_the_character(text, given_rows, sentences, mentions, damage, linked):
    attributions = ATTRIBUTIONS.frame(row(n, *cells) for n, cells in enumerate(given_rows, 1))
    article = frozen(text, damage)
    marking = mark(
        article, read_statements(attributions),
        sentences=SENTENCES.frame(("any", 1, n, "body", *s, 31, "") for n, s in enumerate(sentences)),
        mentions=MENTIONS.frame(("any", "t", "t", 1, 1, *s) for s in mentions), topics={"t": 1},
    )  # fmt: skip
    html = Writer(marking, linked=linked).write(Span(0, len(text)))
    read = Text(html)
    assert read.text == text
    assert not read.open and {tag for tag, _ in read.tags} <= {"span", "b", "sup", "a"}
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


@given(st.lists(st.tuples(spans, st.integers())), spans)
def test_marks_lie_apart_and_the_earlier_wins(marked, stretch):
    apart = lay_apart(marked)
    covered = {at: key for span, key in apart for at in range(*span)}
    wanted: dict[int, int] = {}
    for span, key in marked:
        for at in range(*span):
            wanted.setdefault(at, key)
    assert covered == wanted
    assert sum(s.end - s.start for s, _ in apart) == len(covered)
    leaves = flatten(nest(stretch, [Layer("a", marked), Layer("b", marked)]))
    assert [at for leaf in leaves for at in range(*leaf)] == list(range(*stretch))


def flatten(nodes: list[Node | Span]) -> list[Span]:
    return [leaf for n in nodes for leaf in (flatten(n.inside) if isinstance(n, Node) else [n])]


@pytest.fixture(scope="module")
def story():
    article = article_from_text(STORY, name="harbor")
    sentences = split_sentences(article)
    attributions = find_attributions(sentences)
    mentions = find_topics(sentences, topics=read_topics())
    names = name_sources(list_sources(attributions))
    statements = read_statements(attributions, names=names)
    return mark(article, statements, sentences=sentences, mentions=mentions, topics=number_topics(mentions))


def test_rows_are_the_paragraphs_with_their_notes(story):
    rows = lay_rows(story)
    text = story.article.text
    assert [Text(r.html).text for r in rows] == [text[p.start : p.end] for p in story.article.paragraphs]
    assert [r.called for r in rows] == ["headline", "byline", "¶1", "¶2", "¶3"]
    notes = [note for r in rows for note, _ in r.notes]
    assert [n.statement.number for n in notes] == [s.number for s in story.statements]
    first = notes[0]
    assert first.facts.startswith("not named · official · “said”")
    assert first.why.startswith("Found as: the words, then who, then the verb. Decided by: ")


def test_codes_are_a_letter_and_a_number_by_first_appearance(story):
    assert [code for s in story.statements for code in s.codes] == ["A1", "N1", "A2", "O1"]


def test_code_stands_behind_the_last_piece_and_doubt_is_dashed(story):
    html = "".join(r.html for r in lay_rows(story))
    for statement in story.statements:
        assert html.count(f'href="#src-{statement.codes[0]}"') == 1
        assert html.count(f'id="st{statement.number}"') == 1
    doubtful = [s for s in story.statements if s.is_doubtful]
    assert len([t for t, a in Text(html).tags if t == "sup"]) == len(story.statements)
    assert html.count("?</a></sup>") == len(doubtful)
    assert "&lt;b&gt;was&lt;/b&gt;" in html and "<b>was" not in html


def read(text: str) -> Marking:
    """A text with its statements marked."""
    article = article_from_text(text, name="any")
    sentences = split_sentences(article)
    attributions = find_attributions(sentences)
    statements = read_statements(attributions, names=name_sources(list_sources(attributions)))
    return mark(article, statements, sentences=sentences)


def test_a_quotation_over_paragraphs_has_its_code_at_the_end_and_its_note_at_the_beginning():
    rows = lay_rows(read(
        "Boats\n\n“My boats leak, and the pier rots,” Ana Ruiz said. “They always leak.\n\n“And nobody mends them.”\n"
    ))  # fmt: skip
    assert [note.goes_on for note, _ in rows[1].notes] == ["goes on in ¶2"] and not rows[2].notes
    assert "</sup>" not in rows[1].html and rows[2].html.endswith("</sup></span>")


def test_statements_and_codes_follow_the_text_and_not_the_table():
    attributions = ATTRIBUTIONS.frame(
        row(number, [span], Span(0, 1), Span(1, 2), "anonymous", 0.9)
        for number, span in ((1, Span(20, 25)), (2, Span(5, 9)))
    )
    attributions["source"] = ["later", "earlier"]
    assert [(s.number, s.codes) for s in read_statements(attributions)] == [(2, ("A1",)), (1, ("A2",))]


def test_over_the_same_words_the_earlier_statement_wins_and_the_other_keeps_its_note():
    attributions = ATTRIBUTIONS.frame(
        row(number, [span], Span(0, 2), Span(3, 7), "named", 0.9)
        for number, span in ((1, Span(8, 20)), (2, Span(10, 15)))
    )
    (only,) = lay_rows(mark(frozen("He said it rains a lot there."), read_statements(attributions)))
    assert [note.statement.number for note, _ in only.notes] == [1, 2]
    assert 'id="st1"' in only.html and 'id="st2"' not in only.html


def test_an_output_among_others_has_no_ids_and_no_links(story):
    for row in lay_rows(story, linked=False):
        for tag, attributes in Text(row.html).tags:
            assert tag != "a" and "id" not in attributes


GITHUB = {
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "b", "i", "strong", "em", "sup", "sub", "table", "thead", "tbody", "tr",
    "th", "td", "details", "summary", "ul", "ol", "li", "code", "pre", "blockquote", "br", "hr", "a", "img", "div",
    "span",
}  # fmt: skip


def test_the_plain_form_survives_a_sanitiser_that_keeps_githubs_tags(story):
    html = write_plain_html(story)
    assert bleach.clean(html, tags=GITHUB, attributes={"*": ["align"]}) == bleach.clean(html, tags={
        "p", "b", "i", "sup", "h2", "details", "summary", "ul", "li"
    }, attributes={})  # fmt: skip
    assert Text(bleach.clean(html, tags=GITHUB, attributes={})).text == Text(html).text
    assert not [attributes for _, attributes in Text(html).tags if attributes]
    assert "&#36;5 million" in html and "$" not in html


def test_the_plain_form_marks_who_is_not_named_and_how_sure_it_is(story):
    html, text = write_plain_html(story), write_plain_text(story)
    assert "[[“The cranes will stay,”]]<sup><b>A1</b></sup> <b>a senior port official</b> said on Monday" in html
    assert "[[“The cranes will stay,”]]A1 a senior port official said on Monday" in text
    assert "<details><summary>A1 “said”</summary>" in html
    for statement in story.statements:
        assert f"{statement.signs[0]} {statement.names[0]}: " in text


def test_brackets_of_the_text_are_told_from_ours():
    article = frozen("He said [sic] that it rains.")
    attributions = ATTRIBUTIONS.frame([row(1, [Span(8, 13)], Span(0, 2), Span(3, 7), "anonymous", 0.9)])
    text = write_plain_text(mark(article, read_statements(attributions)))
    assert "He said ⟨⟨[sic]⟩⟩A1 A2 that" in text and "⟨⟨double brackets⟩⟩" in text


def shown(monkeypatch, *arguments, **options) -> dict[str, str]:
    """What a call of `show_article` hands to the notebook."""
    outputs: list[dict[str, str]] = []
    monkeypatch.setattr(show, "_emit", outputs.append)
    an.show_article(*arguments, **options)
    (output,) = outputs
    return output


def test_show_article_brings_its_style_and_has_no_script_no_id_no_link(story, monkeypatch):
    sentences = split_sentences(story.article)
    attributions, topics = find_attributions(sentences), read_topics()
    mentions = find_topics(sentences, topics=topics)
    output = shown(monkeypatch, story.article, attributions, mentions, labels=topics.labels)
    tags = Text(output["text/html"]).tags
    assert {tag for tag, _ in tags}.isdisjoint({"script", "a", "link"})
    assert not [a for _, attributes in tags for a in attributes if a in ("id", "style", "href") or a.startswith("on")]
    assert output["text/plain"].startswith("How to read: [[double brackets]]A1")
    plain = shown(monkeypatch, story.article, attributions, mentions, plain=True)
    assert "<style" not in plain["text/html"] and plain["text/plain"] == output["text/plain"]


def test_style_of_an_output_touches_nothing_else():
    selectors = re.findall(r"(?:^|[}{])\s*([^{}@]+?)\s*\{", re.sub(r"@[^{]+\{", "{", output_style(3)))
    assert len(selectors) > 50
    assert [s for s in selectors if s.strip() and ".said" not in s] == []


def test_rows_of_another_article_are_left_out(story, monkeypatch):
    other = article_from_text("Rain\n\nIt rains, Lee said.\n", name="rain")
    attributions = find_attributions(split_sentences([story.article, other]))
    text = shown(monkeypatch, other, attributions)["text/plain"]
    assert "[It rains]N1, Lee said." in text and "cranes" not in text


def test_an_article_shows_its_parts_and_its_damage_and_never_its_text_as_repr(monkeypatch):
    text = "Rain\n\nIt <b>rains</b> on the the hills, Lee said.\n" + "More. " * 1000
    article = article_from_text(text, name="rain")
    assert repr(article) == "<Article 'rain': 2 paragraphs, 6,050 characters>"
    html = shown(monkeypatch, article)["text/html"]
    assert html == article._repr_html_()
    assert "&lt;b&gt;rains&lt;/b&gt;" in html and "<b>" not in html
    assert '<mark title="Repeated word">' in html and "1 damaged place, reported and not mended" in html
    assert ">headline</th>" in html and ">¶1</th>" in html


def test_what_is_no_article_is_refused():
    with pytest.raises(ArticleError, match="an article is wanted, and this is of type str"):
        an.show_article("text")


def words_needed() -> list[tuple[str, str]]:
    """Every technical name that a page shows: where it is met, and the name."""
    text = (Path(__file__).parent / "cases" / "attributions.csv").read_text(encoding="utf-8")
    cases = csv.DictReader(io.StringIO(text))
    rated = (row for row in read_lexicon("confidence", "property", "value") if row["property"] == "rule")
    rules = {row["rule"] for row in cases if row["rule"]} | {row["value"] for row in rated} - {RARE}
    confidence = ("sure", "likely", "unsure", "unknown")
    return [
        *(("rule", rule) for rule in sorted(rules)),
        *(("anomaly", rule) for rule in (*FINDERS, "repeated_headline")),
        *((where, kind) for where in ("kind", "kind short", "kind many") for kind in KINDS),
        *(("part", part) for part in PARTS), *(("verdict", verdict) for verdict in VERDICTS),
        *(("measure", measure) for measure in list_formulas()["measure"]),
        *(("anonymity", how) for how in ("granted", "person", "group", "spokesperson")),
        *(("correction", what) for what in ("by hand", "misfit", *ACTIONS)),
        *(("quote", how) for how in ("direct", "indirect", "mixed")), *(("confidence", how) for how in confidence),
        *(("meaning", term) for where, term in read_terms() if where == "glossary"),
        *(("place unit", term) for where, term in read_terms() if where == "place"),
    ]  # fmt: skip


@pytest.mark.parametrize(("where", "term"), words_needed())
def test_every_technical_name_has_words(where, term):
    assert words_for(where, term).strip()


def test_a_term_without_words_is_named():
    with pytest.raises(LexiconError, match=r"no words for the rule 'x': add a row to wording\.csv"):
        words_for("rule", "x")
