"""One batch of articles, measured and written as part files: the piece of work that Dask hands to a process."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd

from analysis.article import Article
from analysis.collector import no_collection
from analysis.corpus.inputs import Failure, Input, read_input
from analysis.corpus.steps import Tables, measure
from analysis.tables import ERRORS, TABLES, rows_of, write_table
from analysis.topics import Topics


@dataclass(frozen=True)
class Work:
    """What holds for all batches: where part files go, format, topics, corrections, and whether to quote words."""

    folder: Path
    format: str = "csv"
    topics: Topics | None = None
    text: bool = True
    corrections: pd.DataFrame | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of a batch: how many articles were measured, what failed, and which articles have corrections."""

    measured: int
    failures: tuple[Failure, ...]
    corrected: frozenset[str] = frozenset()


def measure_batch(number: int, items: Sequence[Input | Failure], work: Work) -> Outcome:
    """Read and measure the articles of a batch and write one part file a table, and the texts taken out of HTML."""
    with no_collection():
        read = [(item, read_input(item)) for item in items]
        tables, failures = measure_each(read, topics=work.topics, corrections=work.corrections)
        for name, frame in tables.items():
            write_table(frame if work.text else TABLES[name].without_text(frame), part_file(work, name, number))
    if work.text:
        _write_texts(read, work.folder / "texts")
    named = frozenset() if work.corrections is None else frozenset(work.corrections["article"])
    return Outcome(tables["articles"].shape[0], tuple(failures), named.intersection(tables["articles"]["article"]))


def part_file(work: Work, table: str, number: int) -> Path:
    """Return where a batch leaves its part of a table; parts sort by number."""
    folder = work.folder / "parts" / f"{number:08}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{table}.{work.format}"


def measure_each(
    read: Sequence[tuple[Input | Failure, Article | Failure]], *, topics: Topics | None = None,
    corrections: pd.DataFrame | None = None,
) -> tuple[Tables, list[Failure]]:  # fmt: skip
    """Return the tables of the articles that were read, failures as rows of ``errors``, and the failures.

    Corrections that no longer fit their article come last among the failures.

    Where a step fails on the batch, each article is measured alone, so that one cannot cost the others.
    """
    failed = {n: found for n, (_, found) in enumerate(read) if isinstance(found, Failure)}
    articles = {n: found for n, (_, found) in enumerate(read) if isinstance(found, Article)}
    measure_these = partial(measure, topics=topics, corrections=corrections)
    try:
        tables = measure_these(articles.values())
    except Exception:  # not foreseen, or there would be an error of ours: find out which article it is
        tables, faults = _measure_alone(articles, measure_these)
        failed |= faults
    failures = [*(failed[n] for n in sorted(failed)), *(Failure(*row) for row in rows_of(tables["errors"]))]
    tables["errors"] = ERRORS.frame((f.path, f.error, f.message) for f in failures)
    return tables, failures


def _measure_alone(
    articles: Mapping[int, Article], measure_these: Callable[..., Tables]
) -> tuple[Tables, dict[int, Failure]]:
    done, faults = [measure_these([])], {}
    for number, article in articles.items():
        try:
            done.append(measure_these(article))
        except Exception as error:
            faults[number] = Failure.of(f"{article.path}, article {article.name}", error)
    return {name: _join(tables[name] for tables in done) for name in TABLES}, faults


def _join(frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Put tables of one schema below one another; those without rows have no say in the types."""
    frames = list(frames)
    return pd.concat([f for f in frames if len(f)] or frames[:1], ignore_index=True)


def _write_texts(read: Iterable[tuple[Input | Failure, Article | Failure]], folder: Path) -> None:
    for item, article in read:
        if isinstance(item, Input) and item.is_html and isinstance(article, Article):
            folder.mkdir(exist_ok=True)
            (folder / f"{article.name}.txt").write_text(article.text, encoding="utf-8", newline="")
