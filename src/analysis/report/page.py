"""Executed notebooks as one HTML page: prose, tables and pictures with their words; the code stays out."""

import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path
from string import Template

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode

from analysis.report.clean import clean_html, make_visible
from analysis.report.columns import lay_out_tables

HERE = Path(__file__).parent
PICTURES = ("image/png", "image/jpeg")
HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)


def render_page(notebooks: Mapping[str, NotebookNode], *, title: str, report: str = "") -> str:
    """Return the page: ``notebooks`` by name (``01_article``), in order, under ``title``, which is plain text.

    ``report`` is the address of the one-page report on the same article, if there is one.
    """
    sections = {name: render_notebook(notebook) for name, notebook in notebooks.items()}
    contents = (f'<li><a href="#{escape(name)}">{_heading(html, name)}</a></li>' for name, html in sections.items())
    bodies = (f'<section id="{escape(name)}">\n{html}\n</section>' for name, html in sections.items())
    page = Template((HERE / "page.html").read_text(encoding="utf-8")).substitute(
        title=escape(title), back=_back(report), style=(HERE / "page.css").read_text(encoding="utf-8"),
        contents="\n".join(contents), body="\n".join(bodies),
    )  # fmt: skip
    return make_visible(page)


def _back(report: str) -> str:
    return f'\n<p class="back"><a href="{escape(report)}">The same on one page</a></p>' if report else ""


def render_notebook(notebook: NotebookNode) -> str:
    """Return a notebook's prose and outputs as HTML, its headings one level down."""
    render = {"markdown": lambda cell: _prose(cell.source), "code": _outputs}
    pieces = (render[cell.cell_type](cell) for cell in notebook.cells if cell.cell_type in render)
    return "\n".join(p for p in pieces if p)


def _prose(markdown: str) -> str:
    renderer = IPythonRenderer(escape=False, exclude_anchor_links=True)
    return clean_html(MarkdownWithMath(renderer=renderer).render(markdown), deeper=1)


def _outputs(cell: NotebookNode) -> str:
    return "\n".join(p for p in map(_output, cell.get("outputs", ())) if p)


def _output(output: NotebookNode) -> str:
    """Return an output in its richest harmless form; what goes to stderr is for the notebook's author."""
    if output.output_type == "stream":
        return _plain(output.text) if output.name == "stdout" else ""
    if output.output_type not in ("display_data", "execute_result"):
        return ""
    data = output.data
    for kind in PICTURES:
        if kind in data:
            return _picture(kind, data[kind], data.get("text/plain", ""))
    if "text/html" in data:
        return lay_out_tables(clean_html(data["text/html"], deeper=1))
    return _plain(data.get("text/plain", ""))


def _picture(kind: str, base64: str, alt: str) -> str:
    # Nothing but base64 goes into the address, whatever the output holds.
    source = re.sub(r"[^A-Za-z0-9+/=]", "", base64)
    return f'<figure><img src="data:{kind};base64,{source}" alt="{escape(alt)}"></figure>'


def _plain(text: str) -> str:
    return f"<pre>{escape(text.rstrip(), quote=False)}</pre>" if text.strip() else ""


def _heading(html: str, name: str) -> str:
    """Return the words of the first heading, escaped; the notebook's name where it has none."""
    found = HEADING.search(html)
    return escape(unescape(re.sub(r"<[^>]*>", "", found[1])).strip(), quote=False) if found else escape(name)
