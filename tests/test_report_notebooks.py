"""The page of notebooks: notebooks run on an article, one page that holds everything, and nothing in it that acts."""

import base64
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from analysis.errors import ArticleError, OutputError
from analysis.report import notebooks as notebooks_page
from analysis.report.clean import clean_html
from analysis.report.columns import lay_out_tables
from analysis.report.execute import NotebookError, execute
from analysis.report.notebooks import write_notebooks
from analysis.report.page import render_page
from analysis.report.parameters import ParameterError, inject, list_parameters, parse_value
from analysis.report.refresh import main as refresh_main
from one_kernel import execute_together

PIXEL = base64.b64encode(b"\x89PNG\r\n\x1a\n").decode()
HOSTILE = """<script>window.hit=1</script> & $x^2$ "headline" 'quoted'

<img src=x onerror=alert(1)> The mayor said on Monday that <b>taxes</b> would rise by $5 million to $10 million.

</pre></td></table><script>alert(2)</script> [click](javascript:alert(3)) "We agree," Smith said.

# A heading that is none

<svg onload=alert(4)> <iframe src="https://example.org"></iframe> <a href="javascript:alert(5)">x</a> Lee said no.
"""
ACTIVE = re.compile(r"<(?:script|img src=x|svg|iframe|object|embed|link|base|form)|http-equiv=.refresh", re.IGNORECASE)


class Tags(HTMLParser):
    """Collects what a browser would take for tags and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def code(source: str, **metadata) -> nbformat.NotebookNode:
    return new_code_cell(source, metadata=metadata)


def save(path: Path, *cells) -> Path:
    path.parent.mkdir(exist_ok=True)
    nbformat.write(new_notebook(cells=list(cells)), path)
    return path


@pytest.fixture
def notebooks(tmp_path):
    return lay_notebooks(tmp_path / "notebooks")


def lay_notebooks(folder: Path) -> Path:
    """Two small notebooks that show an article in every way in which ours do."""
    show = "from IPython.display import display"
    picture = f"display({{'image/png': {PIXEL!r}, 'text/plain': 'Bars: ' + text[:80]}}, raw=True)"
    save(
        folder / "01_article.ipynb",
        new_markdown_cell("# What is in it?\n\nSee [the sources](02_sources.ipynb) and [more](https://example.org/a)."),
        code('ARTICLE = "none"\nFIGURES = None\nDEPTH = 1', tags=["parameters"]),
        code(f"import pandas as pd\n{show}\ntext = open(ARTICLE, encoding='utf-8').read()\nprint(text)"),
        code("pd.DataFrame({'text': text.split('\\n'), 'depth': DEPTH})"),
        code(picture),
    )
    save(
        folder / "02_sources.ipynb",
        new_markdown_cell("# Who says so?"),
        code('ARTICLE = "none"\nFIGURES = None', tags=["parameters"]),
        code("import sys\nfrom pathlib import Path\nprint('kept back', file=sys.stderr)"),
        code("FIGURES and (FIGURES / 'x.txt').write_text('saved')"),
    )
    return folder


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "hostile.txt"
    path.write_text(HOSTILE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The page of the hostile article; made once, since kernels take their time."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    notebooks = lay_notebooks(folder / "notebooks")
    html = write_notebooks(folder / "hostile.txt", out=folder / "page.html", notebooks=notebooks).read_text("utf-8")
    assert str(folder) not in html, "no path of this machine"
    return html


def test_hostile_article_stays_text(page):
    assert "&lt;script&gt;window.hit=1&lt;/script&gt;" in page, "the article's words are shown"
    assert not ACTIVE.search(page)
    for tag, attributes in Tags(page).found:
        assert tag not in ("script", "iframe", "svg", "object", "embed", "form", "base", "link")
        assert not [a for a in attributes if a.startswith("on")]
        assert not (attributes.get("href") or "").startswith(("javascript:", "data:", "http:", "file:"))
        assert (attributes.get("src") or "data:image/png;base64,").startswith("data:image/png;base64,")
    assert "<b>taxes" not in page
    assert "$5 million to $10 million" in page, "money is no formula"


def test_page_asks_nothing_of_the_network(page):
    policy = next(a for t, a in Tags(page).found if t == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    assert policy["content"].startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
    assert "@import" not in page and "url(" not in page
    assert not [a for _, a in Tags(page).found if "srcset" in a or "background" in a]


def test_our_notebooks_keep_a_hostile_article_inert(tmp_path, monkeypatch):
    """The real notebooks on the same article: what they show of it is text as well."""
    monkeypatch.setattr(
        notebooks_page, "_run", lambda notebooks, folder, *, progress: execute_together(notebooks, folder)
    )
    (tmp_path / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    html = write_notebooks(tmp_path / "hostile.txt", out=tmp_path / "page.html").read_text("utf-8")
    assert "&lt;img src=x onerror=alert(1)&gt; The mayor said" in html, "the sentence is shown"
    assert not ACTIVE.search(html) and str(tmp_path) not in html
    for _, attributes in Tags(html).found:
        assert not [a for a in attributes if a.startswith("on")]
        assert not (attributes.get("href") or "").startswith(("javascript:", "data:", "http:", "file:"))
    assert not list(tmp_path.glob("**/*.png")), "no pictures are saved unless asked for"


def test_page_has_title_contents_tables_and_alternatives(page):
    assert "<title>&lt;script&gt;window.hit=1&lt;/script&gt; &amp; $x^2$" in page
    assert '<li><a href="#01_article">What is in it?</a></li>' in page
    assert '<a href="#02_sources">the sources</a>' in page
    assert "<h2>Who says so?</h2>" in page
    tags = Tags(page).found
    assert [t for t, _ in tags].count("h1") == 1
    alt = next(a["alt"] for t, a in tags if t == "img")
    assert alt == "Bars: " + HOSTILE[:80]
    assert ">text</th>" in page


def test_page_shows_no_code_and_no_stderr(page):
    assert "import pandas" not in page
    assert "kept back" not in page


def test_report_is_the_same_twice(page, article, notebooks, tmp_path):
    again = write_notebooks(article, out=tmp_path / "again.html", notebooks=notebooks)
    assert again.read_text(encoding="utf-8") == page


@pytest.mark.parametrize(
    ("report", "address"),
    [
        ("reports/hostile.html", "hostile.html"),
        ("other/a b#c.html", "../other/a%20b%23c.html"),
        ("reports/javascript:x.html", "javascript%3Ax.html"),
        ('reports/"><b>.html', "%22%3E%3Cb%3E.html"),
        (None, None),
    ],
)
def test_page_leads_back_to_the_report(article, notebooks, tmp_path, monkeypatch, report, address):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(notebooks_page, "_run", lambda *_, **__: None)
    html = write_notebooks(article, notebooks=notebooks, report=report).read_text(encoding="utf-8")
    assert re.findall(r'<a href="([^"]*)">The same on one page</a>', html) == [address] * bool(report)


def test_report_defaults_and_figures(article, notebooks, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = write_notebooks(article, figures="pictures", notebooks=notebooks, parameters={"DEPTH": 73})
    assert page == Path("reports/hostile-notebooks.html") and page.is_file()
    assert '<td class="n">73</td>' in page.read_text(encoding="utf-8")
    assert (tmp_path / "pictures" / "x.txt").read_text() == "saved"


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ({"DEPHT": 1}, "there is no parameter 'DEPHT': the notebooks have DEPTH"),
        ({"ARTICLE": "x"}, "ARTICLE is not set with -p"),
    ],
)
def test_unknown_parameters_are_refused(article, notebooks, tmp_path, parameters, says):
    with pytest.raises(ParameterError, match=says):
        write_notebooks(article, out=tmp_path / "x.html", notebooks=notebooks, parameters=parameters)
    assert not (tmp_path / "x.html").exists()


def test_a_failing_notebook_leaves_the_old_page(article, tmp_path):
    notebooks = save(tmp_path / "notebooks" / "01_sound.ipynb", code("1")).parent
    save(notebooks / "03_broken.ipynb", code("1 / 0"))
    old = tmp_path / "page.html"
    old.write_text("old")
    with pytest.raises(NotebookError, match="03_broken stops at its code cell 1: ZeroDivisionError: division by zero"):
        write_notebooks(article, out=old, notebooks=notebooks)
    assert old.read_text() == "old"
    assert not list(tmp_path.glob(".*")), "nothing half-written is left"


def test_output_that_cannot_be_written(article, notebooks, tmp_path):
    with pytest.raises(OutputError, match="is a folder: name a file"):
        write_notebooks(article, out=tmp_path, notebooks=notebooks)
    with pytest.raises(OutputError, match="cannot be written"):
        write_notebooks(article, out=article / "x.html", notebooks=notebooks)
    with pytest.raises(OutputError, match="cannot be written"):
        write_notebooks(article, out=tmp_path / "x.html", figures=article, notebooks=notebooks)


def test_articles_and_notebooks_that_are_not_there(article, notebooks, tmp_path):
    with pytest.raises(ArticleError):
        write_notebooks(tmp_path / "none.txt", notebooks=notebooks)
    with pytest.raises(ArticleError):
        write_notebooks(tmp_path, notebooks=notebooks)
    with pytest.raises(NotebookError, match="there are no notebooks in"):
        write_notebooks(article, notebooks=tmp_path)


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p onclick=x()>a</p>", "<p>a</p>"),
        ("<script>alert(1)</script>b", "b"),
        ("<style scoped>td {color: red}</style><td>c", "<td>c</td>"),
        ("<SCRIPT>x</SCRIPT ><b>d", "<b>d</b>"),
        ("<scr<script>ipt>e", "ipt&gt;e"),
        ("<a href=' javascript:x'>f</a>", "<a>f</a>"),
        ("<a href='03_sourcing.ipynb#x'>g</a>", '<a href="#03_sourcing">g</a>'),
        ("<img src=x onerror=y>h", "h"),
        ("</td></table>i", "i"),
        ("<h1>j</h1>", "<h2>j</h2>"),
        ("<h6>k</h6>", "<h6>k</h6>"),
        ("a &lt;b&gt; &amp; c", "a &lt;b&gt; &amp; c"),
        ('<td colspan="2&quot;x">l</td>', '<td colspan="2&quot;x">l</td>'),
        ("<table><tr><td>m</table>", '<div class="table"><table><tr><td>m</td></tr></table></div>'),
        ("<!-- n --><?php o ?><![CDATA[p]]>q", "q"),
        ("r<", "r&lt;"),
    ],
)
def test_clean_html(html, clean):
    assert clean_html(html, deeper=1) == clean


@pytest.mark.parametrize(
    ("columns", "right"),
    [
        ({"a": ["1", "-2.5"], "b": ["x", "3"]}, "a"),
        ({"a": ["1,200", "–"], "b": ["12 %", "3%"]}, "ab"),
        ({"a": ["–", "–"], "b": ["", ""]}, ""),
        ({"a": ["2022-04-20", "1"], "b": ["1e-05", "nan"]}, "b"),
        ({"a": ["<b>1", "1"], "b": ["1" * 5000 + "x", "1"]}, ""),
    ],
)
def test_columns_of_numbers_are_flush_right(columns, right):
    html = lay_out_tables(clean_html(pd.DataFrame(columns).to_html(index=False)))
    assert re.findall('<th class="n">(.)</th>', html) == list(right)
    assert html.count('<td class="n">') == 2 * len(right)
    assert re.sub(' class="[nw]"', "", html) == clean_html(pd.DataFrame(columns).to_html(index=False))


def test_long_texts_have_room_and_long_headers_break():
    frame = pd.DataFrame({"n_words": ["x" * 61, ""], "b": ["x", "y"]})
    html = lay_out_tables(clean_html(frame.to_html(index=False)))
    assert '<th class="w">n_<wbr>words</th>' in html and "<th>b</th>" in html
    merged = '<table><tr><td colspan="2">1</td></tr><tr><td>1</td><td>2</td></tr></table>'
    assert lay_out_tables(merged) == merged
    assert lay_out_tables("<table></table>") == "<table></table>"


def test_page_title_with_dollars_and_template_marks():
    page = render_page({"01_x": new_notebook(cells=[new_markdown_cell("# $body ${style}")])}, title="$body & $$")
    assert "<title>$body &amp; $$</title>" in page
    assert '<a href="#01_x">$body ${style}</a>' in page


def test_parameters_are_read_and_injected_after_their_cell():
    notebook = new_notebook(cells=[code("A = 1\nB: int = 2\nC = D = 3", tags=["parameters"]), code("A")])
    assert list_parameters(notebook) == ["A", "B", "C", "D"]
    told = inject(notebook, {"A": "'; x = 1 #", "B": Path("/p q"), "Z": 0})
    assert told.cells[1].source == "A = \"'; x = 1 #\"\nB = __import__('pathlib').Path('/p q')"
    assert len(notebook.cells) == 2, "the notebook given is left alone"


@pytest.mark.parametrize(
    ("text", "value"), [("3", 3), ("None", None), ("a b", "a b"), ("'x'", "x"), ("1,", (1,)), ("f()", "f()")]
)
def test_parse_value(text, value):
    assert parse_value(text) == value


def test_kernel_is_this_python_and_quiet(capfd, tmp_path):
    notebook = new_notebook(cells=[code("import sys, os\nprint(sys.executable, os.getcwd())")])
    done = execute(notebook, name="n", folder=tmp_path)
    assert done.cells[0].outputs[0].text.split() == [sys.executable, str(tmp_path)]
    assert capfd.readouterr().err == ""


def test_refresh_gives_identical_bytes(tmp_path, capsys):
    table = code("import pandas as pd\nprint('a')\npd.DataFrame({'a': [1]})", tags=["keep"], collapsed=True)
    path = save(tmp_path / "01_a.ipynb", new_markdown_cell("# A", metadata={"x": 1}), table)
    assert refresh_main([str(tmp_path)]) == 0
    first = path.read_bytes()
    assert refresh_main([str(path)]) == 0
    assert path.read_bytes() == first
    assert capsys.readouterr().out.splitlines() == [f"{path}: changed", f"{path}: the same"]
    done = nbformat.read(path, 4)
    assert done.metadata == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    assert [c.metadata for c in done.cells] == [{}, {"tags": ["keep"]}]
    assert done.cells[1].execution_count == 1 and len(done.cells[1].outputs) == 2


def test_refresh_refuses_a_notebook_that_raises(tmp_path, capsys):
    good = save(tmp_path / "02_good.ipynb", code("1"))
    bad = save(tmp_path / "01_bad.ipynb", code("print(1)"), code("x"))
    before = bad.read_bytes()
    assert refresh_main([str(tmp_path)]) == 1
    assert bad.read_bytes() == before
    assert "01_bad stops at its code cell 2: NameError: name 'x' is not defined" in capsys.readouterr().err
    assert nbformat.read(good, 4).cells[0].execution_count == 1, "the others are refreshed"


@pytest.mark.parametrize(("arguments", "status"), [([], 2), (["--help"], 2), (["nowhere.ipynb"], 1), (["empty"], 1)])
def test_refresh_usage(tmp_path, monkeypatch, capsys, arguments, status):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    assert refresh_main(arguments) == status
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x07", "␇"), ("\x1b[31m", "␛[31m"), ("\x7f", "␡"), ("\x9b", "[U+009B]"), ("\u202e", "[U+202E]"),
        ("\u2066", "[U+2066]"), ("\t", "\t"), ("\u200f", "\u200f"), ("שלום", "שלום"),
    ],
)  # fmt: skip
def test_control_characters_of_an_article_are_seen_and_do_nothing(raw, shown):
    table = f"<table><tr><td>a{raw}b</td></tr></table>"
    cell = new_code_cell("1", outputs=[nbformat.v4.new_output("display_data", {"text/html": table})])
    page = render_page({"01_x": new_notebook(cells=[cell])}, title=f"a{raw}b")
    assert page.count(f"a{shown}b") == 3  # the title twice, and the cell
    assert shown == raw or raw not in page
