"""What a page is made of: one article, its tables, and how its sources, topics and paragraphs are called on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

import pandas as pd

from analysis.annotated.statements import LETTERS, Statement, name_sources, read_statements
from analysis.annotated.terms import say_paragraph
from analysis.article import Article
from analysis.comparison import list_measures
from analysis.corpus.steps import measure_and_tell
from analysis.editing import check_sourcing
from analysis.reference import place_article, read_reference
from analysis.tables import CORRECTED, rows_of
from analysis.topics import Topics
from analysis.wording import percent

FEW = 20
"""Of fewer things than these no percentage is given."""
KINDS = (*LETTERS, "unattributed")
"""The kinds in the order of bars and squares."""


@dataclass(frozen=True, eq=False)
class Facts:
    """One article with its tables (`corpus.measure`); ``quotes`` is false where its words must not be repeated."""

    article: Article
    tables: Mapping[str, pd.DataFrame]
    topics: Topics
    quotes: bool
    told: pd.DataFrame = field(default_factory=CORRECTED.empty)
    """What became of each correction."""

    @cached_property
    def statements(self) -> list[Statement]:
        """The statements that have a source, in the order of the article."""
        return read_statements(self.tables["attributions"], names=self.names)

    @cached_property
    def cited(self) -> list[Statement]:
        """The statements of the body: what counts."""
        return [s for s in self.statements if s.paragraph > 0]

    @cached_property
    def names(self) -> dict[str, str]:
        """What each source is called, by its id."""
        return name_sources(self.tables["sources"])

    @cached_property
    def codes(self) -> dict[tuple[str, str], str]:
        """The code of each source, by its kind and its id."""
        return {(s.kind, m): code for s in self.statements for m, code in zip(s.sources, s.codes, strict=True)}

    @cached_property
    def words(self) -> dict[str, int]:
        """The body's words by kind."""
        return dict(rows_of(self.tables["words_by_kind"], "kind", "n_words"))

    @cached_property
    def official_words(self) -> dict[str, int]:
        """The body's words in what officials say, by kind."""
        return dict(rows_of(self.tables["words_by_kind"], "kind", "n_official"))

    @property
    def n_words(self) -> int:
        """The words of the body."""
        return sum(self.words.values())

    @property
    def n_attributed(self) -> int:
        """The words of the body that are somebody's account."""
        return self.n_words - self.words["unattributed"]

    @cached_property
    def shares(self) -> dict[str, tuple[float, float, float]]:
        """The measures of sourcing: value, low and high."""
        rows = rows_of(self.tables["sourcing"], "measure", "value", "low", "high")
        return {measure: (value, low, high) for measure, value, low, high in rows}

    @cached_property
    def readings(self) -> dict[str, tuple[float, float, float, str]]:
        """The article's reading measures: value, low, high and note."""
        table = self.tables["readability"]
        rows = rows_of(table[table["scope"] == "article"], "measure", "value", "low", "high", "note")
        return {measure: (value, low, high, note) for measure, value, low, high, note in rows}

    @cached_property
    def sentences(self) -> dict[int, tuple[int, int, str, int]]:
        """The sentences by number: paragraph, words, text and where it begins."""
        rows = rows_of(self.tables["sentences"], "sentence", "paragraph", "n_words", "text", "start")
        return {number: (paragraph, n, text, start) for number, paragraph, n, text, start in rows}

    @cached_property
    def checks(self) -> pd.DataFrame:
        """The rules on unnamed sources and how they are kept."""
        return check_sourcing(self.tables["sources"], self.tables["attributions"], self.tables["sentences"])

    @cached_property
    def placed(self) -> pd.DataFrame:
        """The article's place in the reference, by measure; what its note doubts has none."""
        values = list_measures(self.tables)
        doubtful = {m for m, (*_, note) in self.readings.items() if note and m != "ease"}
        return place_article(values[~values["measure"].isin(doubtful)], read_reference_once())

    @property
    def headline(self) -> str:
        """What the page is called: the headline, else the article's name."""
        return (self.article.title if self.quotes else "") or self.article.name

    def cite(self, text: str) -> str:
        """Return words of the article, nothing where they must not be repeated."""
        return text if self.quotes else ""

    def place(self, sentence: int) -> str:
        """Return what the paragraph of a sentence is called."""
        return say_paragraph(self.sentences[sentence][0])


def gather(article: Article, topics: Topics, *, quotes: bool = True, corrections: pd.DataFrame | None = None) -> Facts:
    """Measure an article and return all that its page is made of."""
    tables, told = measure_and_tell(article, topics=topics, corrections=corrections)
    return Facts(article, tables, topics, quotes, told)


def share_of(part: int, whole: int) -> str:
    """Return ``33%``, or ``4 of 15`` where the whole is too small for per cent."""
    return percent(part, whole) if whole >= FEW else f"{part} of {whole}"


@cache
def read_reference_once() -> pd.DataFrame:
    """Return the reference that articles are placed in."""
    return read_reference()
