"""The command line: what it says and with which status it ends, for good input and bad."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from analysis import __main__ as command
from analysis.__main__ import main
from analysis.article import read_article
from analysis.corpus import files
from analysis.report import notebooks as notebooks_page
from analysis.sentences import split_sentences
from analysis.sourcing import find_attributions
from analysis.tables import TABLES, read_table, read_tables

ARTICLE = """Council votes on parking

The council voted on Monday to raise parking fees. "We had no choice," Lee told reporters.
"""
BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "word.txt": b"PK\x03\x04\x00\x00",
    "latin1.txt": "Le préfet a déclaré mardi que l'été serait sec.\n\nIl l'a répété à Genève.".encode("latin-1"),
    "utf16.txt": ARTICLE.encode("utf-16"),
    "headline.txt": b"Council votes on parking\n",
    "line.txt": b"Word. " * 3_500_000,
    "page.html": b"<html><body></body></html>",
}


@pytest.fixture
def article(tmp_path, tmp_path_factory, monkeypatch):
    """An article in the working directory, and a small notebook in the place of ours."""
    notebooks = tmp_path_factory.mktemp("notebooks")
    cell = new_code_cell('ARTICLE = "none"\nDEPTH = 1\nTOPICS = None', metadata={"tags": ["parameters"]})
    cells = [cell, *(new_code_cell(f"print({name})") for name in ("DEPTH", "TOPICS"))]
    nbformat.write(new_notebook(cells=cells), notebooks / "01_a.ipynb")
    monkeypatch.setattr(notebooks_page, "NOTEBOOKS", notebooks)
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "council.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def run(*arguments):
    """Run a command as a person would; usage errors come as an exit."""
    try:
        return main([str(a) for a in arguments])
    except SystemExit as leave:
        return leave.code


def the_one_line(text):
    lines = text.strip().splitlines()
    assert len(lines) == 1, lines
    return lines[0]


def test_measure_says_what_it_wrote(article, tmp_path, capsys):
    assert run("measure", article, "--out", "out") == 0
    said = capsys.readouterr()
    assert the_one_line(said.out) == (
        "1 article measured: the tables are in out; begin with out/sources.csv and out/topics_by_source.csv."
    )
    assert said.err == ""
    assert {p.name for p in (tmp_path / "out").iterdir()} == {f"{name}.csv" for name in TABLES}


def test_measure_with_all_options(article, tmp_path, capsys):
    (tmp_path / "topics.toml").write_text('[fees]\nlabel = "Fees"\nterms = ["parking fees"]\n', encoding="utf-8")
    options = ("--format", "parquet", "--topics", "topics.toml", "--jobs", "1", "--no-text")
    assert run("measure", article, "austin-wei-call", "--out", "out", *options) == 0
    assert set(read_table(tmp_path / "out" / "topics.parquet")["topic"]) == {"fees"}
    assert "text" not in read_table(tmp_path / "out" / "sentences.parquet").columns
    assert len(read_table(tmp_path / "out" / "articles.parquet")) == 2


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_one_sentence_and_spoils_nothing(name, article, tmp_path, capsys):
    (tmp_path / name).write_bytes(BAD[name])
    assert run("measure", article, "--out", "out") == 0
    before = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}
    (tmp_path / "page").write_text("old")
    capsys.readouterr()

    assert run("measure", name, "--out", "out") == 1
    said = capsys.readouterr()
    assert name in the_one_line(said.err)
    assert the_one_line(said.out) == "0 articles measured, 1 input failed: out is as it was."
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()} == before

    assert run("report", name, "--out", "page") == 1
    said = capsys.readouterr()
    assert name in the_one_line(said.err) and said.out == ""
    assert (tmp_path / "page").read_text() == "old"


def test_a_name_does_nothing_to_the_terminal(tmp_path, capsys):
    assert main(["measure", "red\x1b[31m\x9b2J.txt", "--out", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert said.rstrip("\n").isprintable() and r"red\x1b[31m\x9b2J.txt" in said


def test_bad_input_among_good_is_a_row(article, tmp_path, capsys):
    (tmp_path / "empty.txt").touch()
    assert run("measure", article, "empty.txt", "missing.txt", "--out", "out") == 1
    said = capsys.readouterr()
    assert said.out.startswith("1 article measured, 2 inputs failed: the tables are in out;")
    assert len(said.err.splitlines()) == 2
    assert list(read_table(tmp_path / "out" / "errors.csv")["path"]) == ["empty.txt", "missing.txt"]


def test_many_failures_are_not_all_said(article, tmp_path, capsys):
    assert run("measure", article, *(f"missing{n}.txt" for n in range(9)), "--out", "out") == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 6 and said[-1] == "error: and 4 more: see out/errors.csv"


def test_nothing_but_failures_in_a_new_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run("measure", "missing.txt", "--out", "out") == 1
    said = capsys.readouterr().out
    assert said == "0 articles measured, 1 input failed: the tables are in out; begin with out/errors.csv.\n"


@pytest.mark.parametrize("out", ["council.txt", "council.txt/deeper", "/dev/null/x"])
def test_output_that_cannot_be_written(article, out, capsys):
    assert run("measure", article, "--out", out) == 1
    said = capsys.readouterr()
    assert "cannot be written" in the_one_line(said.err) and said.out == ""
    assert article.read_text() == ARTICLE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_read_only_folder(article, tmp_path, capsys):
    (tmp_path / "out").mkdir(mode=0o500)
    assert run("measure", article, "--out", "out") == 1
    assert "cannot be written (Permission denied)" in the_one_line(capsys.readouterr().err)


@pytest.mark.parametrize("out", [".", "council.txt/page.html", "/dev/null/page.html"])
def test_report_that_cannot_be_written(article, out, capsys):
    assert run("report", article, "--out", out) == 1
    assert "name a" in (line := the_one_line(capsys.readouterr().err)) or "cannot be written" in line


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("measure",),
        ("measure", "council.txt"),
        ("measure", "--out", "out"),
        ("measure", "council.txt", "--out", "out", "--format", "xlsx"),
        ("measure", "council.txt", "--out", "out", "--jobs", "0"),
        ("measure", "council.txt", "--out", "out", "--jobs", "two"),
        ("measure", "council.txt", "--out", "out", "--topics", "missing.toml"),
        ("measure", "council.txt", "--out", "out", "--topics", "council.txt"),
        ("report",),
        ("notebooks",),
        ("report", "council.txt", "--topics", "missing.toml"),
        ("report", "council.txt", "-p", "DEPTH"),
        ("report", "council.txt", "-p", "DEPTH=1"),
        ("report", "council.txt", "--figures", "pictures"),
        ("report", "council.txt", "--notebooks", "n", "--no-text"),
        ("report", "council.txt", "--notebooks", "n", "--corrections", "c.csv"),
        ("report", "council.txt", "--corrections", "missing.csv"),
        ("measure", "council.txt", "--out", "out", "--corrections", "council.txt"),
        ("report", "council.txt", "--notebooks", "n", "-p", "artcle=x"),
        ("report", "council.txt", "--notebooks", "n", "-p", "ARTICLE=x"),
        ("summarize", "council.txt"),
    ],
)
def test_wrong_usage(article, tmp_path, arguments, capsys):
    assert run(*arguments) == 2
    said = capsys.readouterr()
    assert "error: " in said.err and "Traceback" not in said.err and said.out == ""
    assert {p.name for p in tmp_path.iterdir()} == {"council.txt"}, "nothing is written"


def test_report_says_where_it_is(article, tmp_path, capsys):
    assert run("report", article) == 0
    assert capsys.readouterr().out == "The report is in reports/council.html: open it in a browser.\n"
    page = (tmp_path / "reports" / "council.html").read_text(encoding="utf-8")
    assert "<title>Who says so? Council votes on parking</title>" in page


def test_report_with_the_notebooks_beside_it(article, tmp_path, capsys):
    assert run("report", article, "--notebooks", "run", "-p", "DEPTH=73") == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "The notebooks on it are in run/council-notebooks.html.",
        "The report is in reports/council.html: open it in a browser.",
    ]
    notebooks = (tmp_path / "run" / "council-notebooks.html").read_text(encoding="utf-8")
    assert "<title>Council votes on parking</title>" in notebooks and "<pre>73</pre>" in notebooks
    assert '<a href="../reports/council.html">The same on one page</a>' in notebooks
    assert 'href="../run/council-notebooks.html"' in (tmp_path / "reports" / "council.html").read_text(encoding="utf-8")


def test_report_takes_a_topics_file_from_where_one_stands(article, tmp_path):
    (tmp_path / "mine.toml").write_text('[parking]\nterms = ["parking"]\n', encoding="utf-8")
    assert run("report", article, "--topics", "mine.toml", "--notebooks", "reports") == 0
    page = (tmp_path / "reports" / "council-notebooks.html").read_text(encoding="utf-8")
    assert f"<pre>{tmp_path.resolve() / 'mine.toml'}</pre>" in page
    assert "1 topic comes up" in (tmp_path / "reports" / "council.html").read_text(encoding="utf-8")


FEES = '[fees]\nterms = ["parking fees"]\n'


def test_a_topics_file_in_the_current_folder_comes_first(article, tmp_path):
    (tmp_path / "topics.toml").write_text(FEES, encoding="utf-8")
    assert run("measure", article, "--out", "out") == run("report", article, "--notebooks", "reports") == 0
    assert set(read_table(tmp_path / "out" / "topics.csv")["topic"]) == {"fees"}
    assert "</span> fees</span>" in (tmp_path / "reports" / "council.html").read_text(encoding="utf-8")
    page = (tmp_path / "reports" / "council-notebooks.html").read_text(encoding="utf-8")
    assert f"<pre>{tmp_path.resolve() / 'topics.toml'}</pre>" in page


def test_a_named_topics_file_comes_before_that_of_the_folder(article, tmp_path):
    (tmp_path / "topics.toml").write_text("no TOML", encoding="utf-8")
    (tmp_path / "mine.toml").write_text(FEES, encoding="utf-8")
    assert run("measure", article, "--out", "out", "--topics", "mine.toml") == 0
    assert run("measure", article, "--out", "out") == run("report", article) == 2


def test_notebooks_are_copied_with_the_topics_and_never_over_others(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run("notebooks", "mine") == 0
    names = sorted(p.name for p in Path("mine").iterdir())
    assert len(names) == 6 and names[0] == "01_article.ipynb" and names[-1] == "topics.toml"
    assert capsys.readouterr().out == "6 files copied: type 'jupyter lab mine', or edit mine/topics.toml.\n"
    Path("mine", "topics.toml").write_text(FEES, encoding="utf-8")
    Path("mine", "01_article.ipynb").unlink()
    assert run("notebooks", "mine") == 1
    assert "is there already and would be lost" in the_one_line(capsys.readouterr().err)
    assert not Path("mine", "01_article.ipynb").exists() and Path("mine", "topics.toml").read_text() == FEES
    assert run("notebooks", Path("mine", "topics.toml", "deeper")) == 1
    assert "cannot be written" in the_one_line(capsys.readouterr().err)


@pytest.mark.parametrize("name", ["python -m analysis", "who-says-so"])
def test_help_calls_the_program_as_it_was_called(name, capsys):
    with pytest.raises(SystemExit):
        main(["--help"], name=name)
    assert capsys.readouterr().out.startswith(f"usage: {name} ")


@pytest.mark.parametrize(("path", "says"), [("missing.txt", "there is no file missing.txt"), (".", ". is a folder")])
def test_report_on_what_is_no_article(article, path, says, capsys):
    assert run("report", path) == 1
    assert says in the_one_line(capsys.readouterr().err)
    assert not (article.parent / "reports").exists()


def test_interruption(article, monkeypatch, capsys):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(files, "measure_batch", stop)
    assert run("measure", article, "--out", "out") == 130
    assert the_one_line(capsys.readouterr().err) == "error: interrupted; what was there before is unchanged"
    assert not (article.parent / "out").exists()


def test_help_names_every_option(capsys):
    assert run("measure", "--help") == 0
    assert run("report", "--help") == 0
    text = capsys.readouterr().out
    for option in (
        "--out",
        "--format",
        "--topics",
        "--jobs",
        "--no-text",
        "--figures",
        "-p NAME=VALUE",
        "--notebooks",
        "--corrections FILE",
    ):
        assert option in text


def test_messages_are_one_line_each(capsys):
    command._complain("two\nlines")
    assert capsys.readouterr().err == "error: two lines\n"


def test_command_as_typed(article):
    """In a process of its own, as `make` and people run it: nothing on stderr, no warning either."""
    words = [sys.executable, "-m", "analysis", "measure", article, "--out", "out"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 article measured")


def test_what_the_command_does_not_need_at_once_is_not_loaded(fresh):
    assert fresh["list_heavy"] == []


def test_a_corpus_is_not_replaced_by_a_table_of_its_name(article, capsys):
    corpus = article.parent / "articles.csv"
    corpus.write_text('article,text\na,"The council met. It said that it would meet again on Monday."\n')
    before = corpus.read_bytes()
    assert run("measure", corpus, "--out", ".") == 1
    assert "articles.csv is not a table of ours and would be replaced" in capsys.readouterr().err
    assert corpus.read_bytes() == before
    assert run("measure", corpus, "--out", "tables") == run("measure", corpus, "--out", "tables") == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("council.txt", "--out", "council.txt"), "does not end in .html"),
        (("council.html", "--out", "council.html"), "is the article itself and would be lost"),
        (("council.jsonl",), "is a corpus, and a report is on one article"),
    ],
)
def test_a_report_spares_what_it_was_given(article, capsys, arguments, message):
    page = f"<html><body><article><h1>Council votes</h1><p>{ARTICLE * 3}</p></article></body></html>"
    (article.parent / "council.html").write_text(page)
    (article.parent / "council.jsonl").write_text('{"article": "a", "text": "b"}\n')
    before = {p: p.read_bytes() for p in article.parent.iterdir()}
    assert run("report", *arguments) == 1
    assert message in capsys.readouterr().err
    assert {p: p.read_bytes() for p in article.parent.iterdir()} == before


def test_an_empty_name_is_wrong_usage(article, capsys):
    assert run("measure", article, "--out", "") == 2
    assert "the name is empty" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [("measure", "", "--out", "o"), ("report", " "), ("report", "a", "--topics", "")])
def test_an_empty_path_is_not_the_current_folder(article, capsys, arguments):
    assert run(*arguments) == 2
    assert "the name is empty: give a path" in capsys.readouterr().err
    assert not (article.parent / "o").exists()


@pytest.mark.parametrize("option", ["--topics", "-p"])
def test_a_topics_file_is_looked_for_from_the_callers_folder(article, capsys, monkeypatch, option):
    (article.parent / "own.toml").write_text('[fees]\nterms = ["parking fees"]\n', encoding="utf-8")
    (article.parent / "here").mkdir()
    monkeypatch.chdir(article.parent / "here")
    given = "../own.toml" if option == "--topics" else "TOPICS=../own.toml"
    assert run("report", "../council.txt", option, given, "--notebooks", ".") == 0
    assert f"{article.parent / 'own.toml'}" in Path("council-notebooks.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--topics", "a.toml", "-p", "TOPICS=b.toml"), "named twice"),
        (("-p", "TOPICS=none.toml"), "topics file none.toml cannot be read"),
        (("-p", "TOPICS=5"), "a topics file's path is wanted, and this is of type int"),
    ],
)
def test_a_topics_file_that_cannot_be_meant(article, capsys, options, message):
    assert run("report", article, "--notebooks", "reports", *options) == 2
    assert message in the_one_line(capsys.readouterr().err)


CORRECTIONS = """article,text,action,source,kind
council,{found},set,Ole Berg,named
council,words that nobody wrote,drop,,
elsewhere,x,drop,,
"""


@pytest.fixture
def corrections(article):
    """A file of corrections: one that fits, one that does not, one on another article."""
    found = find_attributions(split_sentences(read_article(article))).iloc[0]
    said = read_article(article).text[found["content_start"] : found["content_end"]]
    path = article.parent / "mine.csv"
    path.write_text(CORRECTIONS.format(found=f'"{said.replace(chr(34), chr(34) * 2)}"'), encoding="utf-8")
    return path


def test_measure_with_corrections_says_which_no_longer_fit(article, corrections, capsys):
    assert run("measure", article, "--out", "out", "--corrections", corrections) == 1
    said = capsys.readouterr()
    misfit = "row 3 of the corrections, on council: the text “words that nobody wrote” is not in headline or body"
    assert said.err.splitlines() == [
        f"error: {misfit}: copy it from the article",
        "note: there are corrections on elsewhere, and no such article here: they changed nothing",
    ]
    tables = read_tables(article.parent / "out")
    assert tables["errors"].iloc[0].tolist()[:2] == ["corrections, row 3", "CorrectionsError"]
    assert misfit in tables["errors"]["message"][0]
    assert tables["attributions"].iloc[0][["source", "rule", "confidence"]].tolist() == ["Ole Berg", "corrected", 1]
    assert "Ole Berg" in set(tables["sources"]["source"])


def test_two_processes_correct_the_same(article, corrections, tmp_path):
    run("measure", article, "--out", "one", "--corrections", corrections)
    run("measure", article, "--out", "two", "--corrections", corrections, "--jobs", "2")
    assert {p.name: p.read_bytes() for p in (tmp_path / "one").iterdir()} == {
        p.name: p.read_bytes() for p in (tmp_path / "two").iterdir()
    }


def test_report_with_corrections_says_which_rows_were_corrected(article, corrections, capsys):
    assert run("report", article, "--corrections", corrections) == 0
    said = capsys.readouterr()
    assert the_one_line(said.err).startswith("warning: row 3 of the corrections, on council: the text")
    page = (article.parent / "reports" / "council.html").read_text(encoding="utf-8")
    assert "By hand: corrected in ¶1." in page and "Found as: a correction by hand." in page
    assert "1 correction had no effect: the article" in page
    assert run("report", article, "--corrections", corrections, "--out", "page.md") == 0
    assert "By hand: corrected in ¶1." in (article.parent / "page.md").read_text(encoding="utf-8")


def test_a_report_on_an_article_without_corrections_says_so(article, corrections, capsys):
    text = corrections.read_text(encoding="utf-8").replace("\ncouncil,", "\ncuoncil,")
    corrections.write_text(text, encoding="utf-8")
    assert run("report", article, "--corrections", corrections) == 0
    assert "warning: no correction is on council: they are on cuoncil, elsewhere" in capsys.readouterr().err
    assert "By hand" not in (article.parent / "reports" / "council.html").read_text(encoding="utf-8")
