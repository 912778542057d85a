"""What there is to measure: files, folders and corpus files, told apart, named and put in order."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.article import Article, article_from_text, find_article, read_article
from analysis.article_rows import new_name
from analysis.corpus.rows import READERS, Row, read_rows
from analysis.errors import AnalysisError, ArticleError

ARTICLE_ENDINGS = (".txt", ".html", ".htm")


@dataclass(frozen=True)
class Input:
    """One article to measure: its name in the tables, its file, and in a corpus file its place and text.

    ``label`` is the path that the tables show, the same on every machine: inside a folder that was given, from that
    folder's name on; else the file's name.
    """

    name: str
    path: str
    label: str
    at: int | None = None
    text: str | None = None

    @property
    def is_html(self) -> bool:
        """Tell whether its offsets count in an extracted text, which must then be kept."""
        return Path(self.path).suffix.lower() in (".html", ".htm")


@dataclass(frozen=True)
class Failure:
    """An input that could not be measured: a row of ``errors``."""

    path: str
    error: str
    message: str

    @classmethod
    def of(cls, path: str, error: Exception) -> "Failure":
        """Describe an exception; one that we did not foresee says that it is our mistake."""
        kind = type(error).__name__
        if isinstance(error, AnalysisError):
            return cls(path, kind, str(error))
        return cls(path, kind, f"{path} brought this program to a fault ({kind}: {error}): please report it")


def find_inputs(paths: Iterable[str | Path], *, skip: Path | None = None) -> Iterator[Input | Failure]:
    """Yield the articles behind these paths, in order; a file that comes twice comes once.

    A path is a text or HTML file, a folder (searched through all its folders for .txt, .html and .htm, hidden ones
    and ``skip`` left out), a corpus file (.jsonl, .csv, .parquet), or the id of an article of ``data/articles.csv``.
    Articles of one name are numbered as they come: ``story``, ``story-2``, ``story-3``.
    """
    names: dict[str, int] = {}
    for item in _find(paths, skip):
        yield replace(item, name=new_name(item.name, names)) if isinstance(item, Input) else item


def read_input(item: Input | Failure) -> Article | Failure:
    """Return the article, under the name and path of the input, or why there is none."""
    if isinstance(item, Failure):
        return item
    try:
        article = read_article(item.path) if item.text is None else article_from_text(item.text, name=item.name)
    except Exception as error:  # one input must not cost the others: what was not foreseen becomes a row, too
        return Failure.of(item.path if item.text is None else f"{item.path}, article {item.name}", error)
    return replace(article, name=item.name, path=item.label)


def fetch_texts(items: Sequence[Input | Failure]) -> list[Input | Failure]:
    """Return the inputs, those that stand in a corpus file with the text that is found there."""
    places: dict[str, list[int]] = {}
    for item in items:
        if isinstance(item, Input) and item.at is not None:
            places.setdefault(item.path, []).append(item.at)
    texts = {(path, row.at): row.text for path, wanted in places.items() for row in _read_between(path, wanted)}
    return [replace(i, text=texts[i.path, i.at]) if isinstance(i, Input) and i.at is not None else i for i in items]


def _read_between(path: str, places: Sequence[int]) -> Iterator[Row]:
    """Yield the rows of a corpus file from the first of these places to the last, and read none behind it."""
    for row in read_rows(Path(path), min(places)):
        yield row
        if row.at >= max(places):
            return


def _find(paths: Iterable[str | Path], skip: Path | None) -> Iterator[Input | Failure]:
    seen: set[Path] = set()
    for path in map(Path, paths):
        try:
            files = list(_walk(path, skip)) if path.is_dir() else [path]
            new = [file for file in files if file.resolve() not in seen]
        except OSError as error:  # a name that is too long, a folder that may not be opened
            yield _refuse(str(path), f"cannot be read ({error.strerror}): check the path")
            continue
        if not files:
            yield _refuse(str(path), f"holds no article: it needs a file that ends in {', '.join(ARTICLE_ENDINGS)}")
        for file in new:
            seen.add(file.resolve())
            yield from _open(file, str(file.relative_to(path.parent)) if file != path else file.name)


def _walk(folder: Path, skip: Path | None) -> Iterator[Path]:
    """Yield the articles of a folder and its folders, sorted; hidden folders and links to folders are left out."""
    skip = skip and skip.resolve()
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and Path(here, f).resolve() != skip)
        for file in sorted(files):
            if not file.startswith(".") and Path(file).suffix.lower() in ARTICLE_ENDINGS:
                yield Path(here, file)


def _open(file: Path, label: str) -> Iterator[Input | Failure]:
    """Yield the one article of a file, or those of a corpus file."""
    if file.suffix.lower() not in READERS or not file.is_file():
        yield _locate(file, label)
        return
    row = None
    try:
        for row in read_rows(file):
            yield _of_row(row, file)
        if row is None:
            raise ArticleError(f"{file} holds no article: it has no rows")
    except Exception as error:  # what cannot be read further ends here; the rows before it stand
        yield Failure.of(str(file), error)


def locate(path: str | Path) -> Path:
    """Return the file; of what is no path, the article of that id in the catalogue. Raises ArticleError on neither."""
    try:
        return Path(path) if Path(path).exists() else find_article(str(path))
    except OSError as error:  # a name that is too long for a file
        raise ArticleError(f"{path} cannot be read ({error.strerror}): check the path") from error


def _locate(file: Path, label: str) -> Input | Failure:
    try:
        found = locate(file)
    except AnalysisError as error:
        return Failure.of(str(file), error)
    return Input(found.stem, str(found), label if found == file else found.name)


def _of_row(row: Row, file: Path) -> Input | Failure:
    where = f"{file}, {row.place}"
    if row.fault:
        return _refuse(where, row.fault)
    if not row.article:
        return _refuse(where, "has no article id: fill the column 'article'")
    if row.text is None:
        return _refuse(where, "has no text: fill the column 'text'")
    if not _is_unicode(row.article + row.text):
        return _refuse(where, "holds half characters (surrogates): write the text anew as UTF-8")
    return Input(row.article, str(file), file.name, row.at, row.text)


def _refuse(path: str, reason: str) -> Failure:
    return Failure.of(path, ArticleError(f"{path} {reason}"))


def _is_unicode(text: str) -> bool:
    """Tell whether the text can be written: JSON may hold one half of a pair of escapes."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
