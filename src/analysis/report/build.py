"""One article in, one page out, made from its tables."""

import warnings
from collections.abc import Collection
from os.path import relpath
from pathlib import Path
from urllib.parse import quote

import pandas as pd

from analysis.article import PAGES, Article, read_article
from analysis.corpus.inputs import locate
from analysis.corpus.rows import READERS
from analysis.errors import ArticleError, CorrectionsWarning, OutputError
from analysis.report.document import render_document
from analysis.report.facts import gather
from analysis.report.plain import render_plain
from analysis.sourcing.correcting.reading import say_unmet
from analysis.topics import read_topics
from analysis.writing import try_to_write, write_whole

PLAIN = ".md"


def write_report(
    path: str | Path, *, out: str | Path | None = None, topics: str | Path | None = None, text: bool = True,
    notebooks: str | Path | None = None, corrections: pd.DataFrame | None = None,
) -> Path:  # fmt: skip
    """Measure an article and write one HTML page about it; return where it is.

    ``path`` is a text or HTML file or the id of an article of the catalogue. ``out`` is ``reports/<article>.html``
    unless told otherwise; a name that ends in .md gives the same in plain tags, without links. ``topics`` is a topics
    file (`read_topics`); ``text=False`` leaves out the article and what quotes it; ``notebooks`` is a page of executed
    notebooks to link to; ``corrections`` are what people say is right (`read_corrections`), and one that no longer fits
    is a CorrectionsWarning. The page appears whole or not at all.

    Raises ArticleError on an article that cannot be read, TopicsError on a topics file with a mistake, CorrectionsError
    on a correction with a fault, OutputError where the page cannot be written.
    """
    source, article = read_one(path)
    known = read_topics(topics)
    target = prepare(place_report(article, out), source, endings=(*PAGES, PLAIN))
    link = link_between(target, notebooks) if notebooks else ""
    facts = gather(article, known, quotes=text, corrections=corrections)
    if corrections is not None:
        for message in (*filter(None, facts.told["message"]), *say_unmet(corrections, [article.name])):
            warnings.warn(message, CorrectionsWarning, stacklevel=2)
    page = render_plain(facts) if target.suffix.lower() == PLAIN else render_document(facts, notebooks=link)
    return write_whole(page.encode(), target)


def place_report(article: Article, out: str | Path | None = None) -> Path:
    """Return where the page about an article is to be written: ``out``, or ``reports/<article>.html``."""
    return Path(out) if out else Path("reports") / f"{article.name}.html"


def link_between(page: str | Path, other: str | Path) -> str:
    """Return the address of another page as it stands on a page: relative, and whatever is odd in it escaped."""
    return quote(Path(relpath(other, Path(page).parent)).as_posix())


def read_one(path: str | Path) -> tuple[Path, Article]:
    """Return the file behind a path or an id, and the article in it. Raises ArticleError, on a corpus, too."""
    source = locate(path)
    if source.suffix.lower() in READERS:
        raise ArticleError(
            f"{path} is a corpus, and a report is on one article: use 'python -m analysis measure {path}'"
        )
    return source, read_article(source)


def prepare(target: Path, source: Path, *, endings: Collection[str] = PAGES) -> Path:
    """Return the target with its folder made. Raises OutputError where a page cannot or should not be written there."""
    if target.is_dir():
        raise OutputError(f"{target} is a folder: name a file, such as {target / 'report.html'}")
    if target.suffix.lower() not in endings:
        raise OutputError(f"{target} does not end in .html: name the page so that a browser opens it")
    if target.resolve() == source.resolve():
        raise OutputError(f"{target} is the article itself and would be lost: name another file for the page")
    return try_to_write(target)
