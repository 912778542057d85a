"""Measure files, folders and corpora into a folder of tables, in batches, with memory for a few batches only."""

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from analysis.corpus.batches import Outcome, Work, measure_batch
from analysis.corpus.inputs import Failure, Input, find_inputs
from analysis.corpus.staging import join_parts, staged
from analysis.errors import AnalysisError, ArticleError, OutputError, ask_for
from analysis.sourcing.correcting.reading import check_corrections
from analysis.topics import Topics, choose_topics

BATCH = 200
FEW = 20  # articles for which no progress is shown
FORMATS = ("csv", "parquet")

Task = Callable[[], Outcome]


@dataclass(frozen=True)
class Summary:
    """What came of it: articles measured, inputs failed, the first failures, and whether tables were written.

    ``unmet`` are articles that have corrections and are not among the inputs.
    """

    measured: int
    failed: int
    failures: tuple[Failure, ...]
    out: Path
    written: bool
    unmet: tuple[str, ...] = ()


class _NothingMeasuredError(Exception):
    """Leaves the staging area, so that what was there before stays."""


def measure_files(
    paths: Iterable[str | Path], out: str | Path, *, format: str = "csv", topics: Topics | None = None,
    jobs: int = 1, text: bool = True, progress: bool = False, corrections: pd.DataFrame | None = None,
) -> Summary:  # fmt: skip
    """Measure all articles behind these paths (see `find_inputs`) and write one file a table into the folder ``out``.

    What cannot be read becomes a row of ``errors`` and the rest is measured. The files appear together and whole:
    a failure or an interruption leaves what was there before, and so does a run in which nothing could be measured.
    ``jobs`` above 1 spreads batches of 200 articles over as many processes (a script then needs the usual
    ``if __name__ == "__main__"``); the files are the same, byte for byte. ``text=False`` leaves out the columns that
    quote the article. The texts taken out of HTML files are written to ``out/texts``. ``corrections``
    are what people say is right (`read_corrections`); those that no longer fit are rows of ``errors``, too.

    Raises OutputError where ``out`` cannot be written, CorrectionsError where a correction has a fault, ValueError on
    an unknown format or fewer than one job.
    """
    if format not in FORMATS or jobs < 1:
        raise ValueError(f"format is {format!r} and jobs {jobs}: allowed are {' or '.join(FORMATS)}, and 1 or more")
    many = () if isinstance(paths, str) else Iterable
    ask_for(paths, many, "a list of paths", "put one path in a list", error=ArticleError)
    ask_for(out, (str, Path), "a folder's path", "give its name as text", error=OutputError)
    out, paths, topics = Path(out), list(paths), choose_topics(topics)
    if corrections is not None:
        check_corrections(corrections)
    had_tables = any(out.glob("articles.*"))
    outcomes: list[Outcome] = []
    try:
        with staged(out) as stage:
            work = Work(stage.scratch, format, topics, text, corrections)
            items = find_inputs(paths, skip=out)
            outcomes.extend(_measure_all(items, work, jobs, _bar(progress)))
            if had_tables and not any(o.measured for o in outcomes):
                raise _NothingMeasuredError
            join_parts(stage, format)
    except _NothingMeasuredError:
        return _summarize(outcomes, out, written=False, corrections=corrections)
    except BrokenProcessPool as error:
        reason = "a process was ended from outside, perhaps for lack of memory"
        raise OutputError(f"{reason}: try again with fewer --jobs") from error
    return _summarize(outcomes, out, written=True, corrections=corrections)


def _measure_all(items: Iterator[Input | Failure], work: Work, jobs: int, bar: tqdm) -> Iterator[Outcome]:
    """Yield the outcomes in order; no more than a few batches are held at a time."""
    numbers, done = iter(range(10**8)), 0
    with bar, _workers(jobs) as compute:
        while batches := list(islice(_batched(items), 1 if jobs == 1 else 2 * jobs)):
            tasks = [partial(measure_batch, next(numbers), batch, work) for batch in batches]
            for outcome in compute(tasks):
                done += outcome.measured + len(outcome.failures)
                if done > FEW:
                    bar.update(done - bar.n)
                yield outcome
        if not next(numbers):
            raise AnalysisError("there is nothing to measure: name at least one file, folder or corpus")


def _batched(items: Iterator[Input | Failure]) -> Iterator[list[Input | Failure]]:
    while batch := list(islice(items, BATCH)):
        yield batch


@contextmanager
def _workers(jobs: int) -> Iterator[Callable[[Sequence[Task]], Iterable[Outcome]]]:
    """Give the way of computing: here for one job, else by Dask in processes that are started once."""
    if jobs == 1:
        yield lambda tasks: (task() for task in tasks)
        return
    from dask.base import compute as compute_all  # loaded here, since it takes long and only this needs it
    from dask.delayed import delayed

    # Ctrl-C belongs to the parent: a worker that caught it, too, would print a traceback.
    pool = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    )
    try:
        compute = partial(compute_all, scheduler="processes", pool=pool, num_workers=jobs, chunksize=1)
        yield lambda tasks: compute(*(delayed(task, pure=False)() for task in tasks))
    finally:
        pool.shutdown(cancel_futures=True)


def _bar(progress: bool) -> tqdm:
    """Return a progress bar on stderr that stays away from what is over in a second, and from files."""
    return tqdm(unit=" articles", delay=1, disable=None if progress else True, leave=False)


def _summarize(outcomes: list[Outcome], out: Path, *, written: bool, corrections: pd.DataFrame | None) -> Summary:
    failures = [f for outcome in outcomes for f in outcome.failures]
    met = {name for outcome in outcomes for name in outcome.corrected}
    named = () if corrections is None else dict.fromkeys(corrections["article"])
    unmet = tuple(name for name in named if name not in met)
    return Summary(sum(o.measured for o in outcomes), len(failures), tuple(failures[:5]), out, written, unmet)
