"""The command line: ``python -m analysis``, or ``who-says-so``, and then ``measure``, ``report`` or ``notebooks``."""

import argparse
import gc
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.errors import AnalysisError, CorrectionsError, CorrectionsWarning, ParameterError, TopicsError

if TYPE_CHECKING:
    import pandas as pd

DONE, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
MODULE, COMMAND = "python -m analysis", "who-says-so"
TOPICS_HELP = "a topics file (topics.toml in the current folder, else the one that is built in)"
CORRECTIONS_HELP = "a file of corrections (CSV): what people say is right"


def run() -> None:
    """Run the command of this process and leave with its status: what ``who-says-so`` and ``-m analysis`` do."""
    # A batch leaves no rings of dead objects, and all else ends with the process: each search would take as long as
    # ten articles.
    gc.disable()
    status = main(name=COMMAND if Path(sys.argv[0]).stem == COMMAND else MODULE)
    gc.freeze()
    sys.exit(status)


def main(arguments: Sequence[str] | None = None, *, name: str = MODULE) -> int:
    """Run one command; return 0 if all was measured, 1 if an input failed or nothing can be written, 2 on misuse.

    ``name`` is what the help calls the program.
    """
    options = _parser(name).parse_args(arguments)
    try:
        status: int = options.run(options)
        return status
    except AnalysisError as error:
        _complain(error)
        return USAGE if isinstance(error, TopicsError | ParameterError | CorrectionsError) else FAILED
    except KeyboardInterrupt:
        _complain("interrupted; what was there before is unchanged")
        return INTERRUPTED


def _parser(name: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=name, description="How hard is a news article, who is it based on, what does it cover?"
    )
    commands = parser.add_subparsers(required=True, metavar="measure | report | notebooks")
    _add_measure(commands.add_parser("measure", help="write all tables of articles into a folder"))
    _add_report(commands.add_parser("report", help="write one HTML page about an article"))
    _add_notebooks(commands.add_parser("notebooks", help="copy the notebooks and topics.toml, to explore and to edit"))
    return parser


def _add_measure(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_measure)
    parser.add_argument(
        "paths", nargs="+", type=_named, metavar="PATH",
        help="a text or HTML file, a folder of them, a corpus (.jsonl, .csv or .parquet with the columns article and "
        "text), or an id of data/articles.csv",
    )  # fmt: skip
    parser.add_argument("--out", required=True, type=_path, metavar="DIR", help="the folder for the tables")
    parser.add_argument("--format", choices=("csv", "parquet"), default="csv", help="the tables' format (csv)")
    parser.add_argument("--topics", type=_named, metavar="FILE", help=TOPICS_HELP)
    parser.add_argument("--corrections", type=_named, metavar="FILE", help=CORRECTIONS_HELP)
    parser.add_argument("--jobs", type=_positive, default=1, metavar="N", help="processes to use (1)")
    parser.add_argument("--no-text", dest="text", action="store_false", help="leave out columns that quote the article")


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_report)
    parser.add_argument("path", type=_named, metavar="PATH", help="a text or HTML file, or an id of data/articles.csv")
    parser.add_argument(
        "--out",
        type=_path,
        metavar="FILE.html",
        help="the page (reports/<article>.html); FILE.md writes it in plain tags, for GitHub and mail",
    )
    parser.add_argument("--topics", type=_named, metavar="FILE", help=TOPICS_HELP)
    parser.add_argument("--corrections", type=_named, metavar="FILE", help=CORRECTIONS_HELP)
    parser.add_argument("--no-text", dest="text", action="store_false", help="leave out the article and what quotes it")
    parser.add_argument(
        "--notebooks", type=_path, metavar="DIR",
        help="run the notebooks on the article, too, and write what they say as DIR/<article>-notebooks.html",
    )  # fmt: skip
    parser.add_argument(
        "--figures", type=_path, metavar="DIR",
        help="with --notebooks: a folder to save their pictures in (none are saved)",
    )  # fmt: skip
    parser.add_argument(
        "-p", dest="parameters", action="append", type=_pair, default=[], metavar="NAME=VALUE",
        help="with --notebooks: set one of their parameters",
    )  # fmt: skip


def _add_notebooks(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_copy_notebooks)
    parser.add_argument("folder", type=_path, metavar="DIR", help="the folder to copy them into; made if need be")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return int(text)


def _named(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("the name is empty: give a path")
    return text


def _path(text: str) -> Path:
    return Path(_named(text))


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name, value


def _measure(options: argparse.Namespace) -> int:
    from analysis.corpus import measure_files  # each command loads much that the others do not need
    from analysis.topics import read_topics

    summary = measure_files(
        options.paths, options.out, format=options.format, topics=read_topics(options.topics), jobs=options.jobs,
        text=options.text, progress=True, corrections=_corrections(options),
    )  # fmt: skip
    for failure in summary.failures:
        _complain(failure.message)
    if summary.failed > len(summary.failures):
        _complain(f"and {summary.failed - len(summary.failures):,} more: see {summary.out / 'errors'}.{options.format}")
    if summary.unmet:
        names = ", ".join(summary.unmet[:3]) + (", ..." if len(summary.unmet) > 3 else "")
        _complain(f"there are corrections on {names}, and no such article here: they changed nothing", "note")
    print(_sum_up(summary.measured, summary.failed, summary.written, summary.out, options.format))
    return FAILED if summary.failed else DONE


def _sum_up(measured: int, failed: int, written: bool, out: Path, ending: str) -> str:
    articles = f"{measured:,} article{'' if measured == 1 else 's'} measured"
    failures = f", {failed:,} input{'' if failed == 1 else 's'} failed" if failed else ""
    if not written:
        return f"{articles}{failures}: {out} is as it was."
    first = ("sources", "topics_by_source") if measured else ("errors",)
    look = "begin with " + " and ".join(f"{out / name}.{ending}" for name in first)
    return f"{articles}{failures}: the tables are in {out}; {look}."


def _report(options: argparse.Namespace) -> int:
    from analysis.report import write_report

    if misuse := _misuse(options):
        _complain(misuse)
        return USAGE
    notebooks = _run_notebooks(options) if options.notebooks else None
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", CorrectionsWarning)
        page = write_report(
            options.path, out=options.out, topics=options.topics, text=options.text, notebooks=notebooks,
            corrections=_corrections(options),
        )  # fmt: skip
    for warning in caught:
        _complain(warning.message, "warning")
    if notebooks:
        print(f"The notebooks on it are in {notebooks}.")
    print(f"The report is in {page}{': open it in a browser' if page.suffix != '.md' else ''}.")
    return DONE


def _misuse(options: argparse.Namespace) -> str:
    """Say which options of a report do not go together; nothing where all do."""
    if not options.notebooks and (options.figures or options.parameters):
        return "--figures and -p are for the notebooks: say where these are to be written, with --notebooks DIR"
    if options.notebooks and not options.text:
        return "the notebooks quote the article: leave out --notebooks, or --no-text"
    if options.notebooks and options.corrections:
        return "the notebooks show what the program found: leave out --notebooks, or --corrections"
    if options.topics and "TOPICS" in dict(options.parameters):
        return "the topics file is named twice, by --topics and by -p TOPICS: name it once"
    return ""


def _corrections(options: argparse.Namespace) -> "pd.DataFrame | None":
    """Read the file of corrections, if there is one."""
    from analysis.sourcing import read_corrections

    return read_corrections(options.corrections) if options.corrections else None


def _run_notebooks(options: argparse.Namespace) -> Path:
    """Run the notebooks on the article and return where the page of them is."""
    from analysis.report.build import place_report, read_one
    from analysis.report.notebooks import write_notebooks
    from analysis.report.parameters import parse_value

    parameters = {name: parse_value(value) for name, value in options.parameters}
    if options.topics:
        parameters["TOPICS"] = options.topics
    report = place_report(read_one(options.path)[1], options.out)
    return write_notebooks(
        options.path, folder=options.notebooks, figures=options.figures, parameters=parameters, report=report,
        progress=True,
    )  # fmt: skip


def _copy_notebooks(options: argparse.Namespace) -> int:
    from analysis.report.copies import copy_notebooks

    copied = copy_notebooks(options.folder)
    print(f"{len(copied)} files copied: type 'jupyter lab {options.folder}', or edit {copied[-1]}.")
    return DONE


def _complain(message: object, what: str = "error") -> None:
    """Print one line; what a file's name could do to a terminal is shown, not done."""
    line = " ".join(str(message).split())
    print(f"{what}: " + "".join(c if c.isprintable() else ascii(c)[1:-1] for c in line), file=sys.stderr)


if __name__ == "__main__":
    run()
