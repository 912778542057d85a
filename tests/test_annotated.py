"""The marked article: its text is the file's to the character, whatever the text and whatever the tables say."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.annotated.marking import mark, number_topics
from analysis.annotated.markup import Writer
from analysis.annotated.nesting import Layer, Node, lay_apart, nest
from analysis.annotated.rows import lay_rows
from analysis.annotated.statements import name_sources, read_statements
from analysis.anomalies import Anomaly
from analysis.article import Article, article_from_text
from analysis.parts import NOWHERE, Paragraph, Parts
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions, list_sources
from analysis.spans import Span, format_spans
from analysis.tables import ATTRIBUTIONS, MENTIONS, SENTENCES
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


def test_an_output_among_others_has_no_ids_and_no_links(story):
    for row in lay_rows(story, linked=False):
        for tag, attributes in Text(row.html).tags:
            assert tag != "a" and "id" not in attributes
