"""Many articles: what counts as one, what fails alone, what appears in the folder; every way gives the same."""

import csv
import json
from hashlib import sha256

import pandas as pd
import pytest

from analysis.article import DATA, article_from_text, read_article, read_articles
from analysis.corpus import batches, files, measure, measure_catalogue, measure_files, measure_lazily, staging, steps
from analysis.corpus.inputs import Failure, Input, find_inputs
from analysis.errors import AnalysisError, ArticleError, OutputError, TableError
from analysis.tables import TABLES, Table, read_table, read_tables
from analysis.topics import read_topics

COUNCIL = """Council votes on parking

The council voted on Monday to raise parking fees. Smith said the money would pay for buses.

"We had no choice," Lee told reporters. Two officials, who asked not to be named, said more fees would follow.
"""
MISSILE = """Ministry warns of missile test

Two senior officials said on Tuesday that North Korea had tested a missile. The ministry confirmed the launch.

According to a report by the agency, it was the third this year.
"""
PAGE = """<html><head><title>Bridge closes</title></head><body><article><h1>Bridge closes for repairs</h1>
<p>The old bridge will close for repairs on Friday, Garcia said in a statement to the council on Monday.</p>
<p>Drivers will have to take the northern road, which is longer, and buses will run every ten minutes instead.</p>
<p>The work is expected to take four months and to cost $5 million, according to the department's report.</p>
</article></body></html>"""
SAMPLES = {"council": COUNCIL, "missile": MISSILE}


@pytest.fixture
def folder(tmp_path):
    """A folder with two articles, one of them deeper."""
    return lay(tmp_path / "in", {"council.txt": COUNCIL, "deep/missile.txt": MISSILE})


def lay(folder, contents):
    for name, text in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def names(out):
    return list(read_table(out / "articles.csv")["article"])


def content(folder):
    """All files of a folder with their bytes, hidden ones included."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


# --- measure


def test_measure_gives_every_table_in_its_schema():
    tables = measure([article_from_text(t, name=n) for n, t in SAMPLES.items()])
    assert list(tables) == list(TABLES)
    for name, frame in tables.items():
        TABLES[name].check(frame)
        assert name in ("errors", "anomalies") or len(frame), f"{name} has rows"


def test_many_are_measured_as_each_alone():
    articles = [article_from_text(t, name=n) for n, t in SAMPLES.items()]
    together, alone = measure(articles), [measure(a) for a in articles]
    for name, frame in together.items():
        parts = [t[name] for t in alone if len(t[name])]
        expected = pd.concat(parts, ignore_index=True) if parts else TABLES[name].empty()
        pd.testing.assert_frame_equal(frame.reset_index(drop=True), expected, obj=name)


def test_measure_of_nothing_is_empty():
    assert all(len(frame) == 0 and list(frame) == list(TABLES[n].columns) for n, frame in measure([]).items())


def test_measure_with_other_topics(tmp_path):
    path = tmp_path / "topics.toml"
    path.write_text('[fees]\nlabel = "Fees"\nterms = ["parking fees"]\n', encoding="utf-8")
    article = article_from_text(COUNCIL, name="council")
    topics = measure(article, topics=read_topics(path))["topics"]
    assert list(topics["topic"]) == ["fees"] and list(topics["n_mentions"]) == [1]
    assert len(measure(article)["topics"]) > 1, "the project's own topics are the default"


# --- what is measured


def inputs(*paths, **options):
    return [(i.name, i.label) if isinstance(i, Input) else i.message for i in find_inputs(paths, **options)]


def test_folders_are_searched_in_order_without_hidden_and_other_files(folder):
    lay(folder, {".hidden.txt": COUNCIL, ".git/x.txt": COUNCIL, "notes.md": "x", "a.HTM": PAGE, "b.html": PAGE})
    found = [("a", "in/a.HTM"), ("b", "in/b.html"), ("council", "in/council.txt"), ("missile", "in/deep/missile.txt")]
    assert inputs(folder) == found
    assert inputs(folder, skip=folder / "deep") == found[:3]


def test_a_file_that_comes_twice_comes_once(folder):
    path = folder / "council.txt"
    assert inputs(path, folder, path) == [("council", "council.txt"), ("missile", "in/deep/missile.txt")]


def test_equal_names_are_numbered_as_they_come(tmp_path):
    lay(tmp_path / "a", {"story.txt": COUNCIL, "story-2.txt": COUNCIL})
    lay(tmp_path / "b", {"story.txt": MISSILE})
    assert inputs(tmp_path / "a", tmp_path / "b") == [
        ("story-2", "a/story-2.txt"), ("story", "a/story.txt"), ("story-3", "b/story.txt"),
    ]  # fmt: skip


def test_ids_of_the_catalogue_are_articles():
    assert inputs("austin-wei-call") == [("austin-wei-call", "austin-wei-call.txt")]
    assert "no-such-id" in inputs("no-such-id")[0]


def test_paths_that_hold_nothing(tmp_path):
    (tmp_path / "empty").mkdir()
    assert inputs(tmp_path / "empty")[0].endswith("holds no article: it needs a file that ends in .txt, .html, .htm")
    assert "cannot be read" in inputs("x" * 5000)[0]


def write_corpus(path, records):
    frame = pd.DataFrame(records)
    if path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    elif path.suffix == ".csv":
        frame.to_csv(path, index=False)
    else:
        frame.to_parquet(path)
    return path


@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".parquet"])
def test_corpus_files_equal_text_files(tmp_path, folder, ending):
    records = [{"article": n, "text": t, "other": 1} for n, t in SAMPLES.items()]
    corpus = write_corpus(tmp_path / f"corpus{ending}", records)
    measure_files([corpus], tmp_path / "a")
    measure_files([folder], tmp_path / "b")
    a, b = read_tables(tmp_path / "a"), read_tables(tmp_path / "b")
    assert set(a.pop("articles")["path"]) == {corpus.name}
    b.pop("articles")
    for name in a:
        pd.testing.assert_frame_equal(a[name], b[name], obj=name)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.jsonl", b'{"article": "x", "text": "y"', "line 1 is not JSON: write one object a line"),
        ("a.jsonl", b"[1]\n", "line 1 is not a JSON object"),
        ("a.jsonl", b'{"article": "x"}\n', "line 1 has no text"),
        ("a.jsonl", b'{"text": "x"}\n', "line 1 has no article id"),
        ("a.jsonl", b'{"article": "x", "text": "\\ud800"}\n', "half characters"),
        ("a.jsonl", b"", "holds no article: it has no rows"),
        ("a.jsonl", "{'é'}".encode("latin-1"), "is not UTF-8"),
        ("a.jsonl", b"[" * 100_000, "line 1 is not JSON"),
        ("a.csv", b"id,body\n1,2\n", "has no column 'article'"),
        ("a.csv", b'article,text\nx,"y" z\n', "is not CSV"),
        ("a.csv", b"article,text\nx\n", "line 2 has no text"),
        ("a.csv", b"", "has no column 'article'"),
        ("a.parquet", b"PAR0", "is not a Parquet file"),
    ],
)
def test_broken_corpus_files(tmp_path, name, data, message):
    path = tmp_path / name
    path.write_bytes(data)
    summary = measure_files([path], tmp_path / "out")
    assert summary.measured == 0 and summary.failed == 1
    assert message in summary.failures[0].message
    assert list(read_table(tmp_path / "out" / "errors.csv")["message"]) == [summary.failures[0].message]


def test_rows_before_and_after_a_broken_one_are_measured(tmp_path):
    lines = [{"article": "a", "text": COUNCIL}, {"article": "b", "text": ""}, {"article": "c", "text": MISSILE}]
    corpus = write_corpus(tmp_path / "c.jsonl", lines)
    summary = measure_files([corpus], tmp_path / "out")
    assert (summary.measured, summary.failed) == (2, 1)
    assert names(tmp_path / "out") == ["a", "c"]


@pytest.mark.parametrize("broken", ['{"article": "b", "text"', "[]"])
def test_a_line_that_is_no_json_costs_no_other(tmp_path, broken):
    corpus = write_corpus(tmp_path / "c.jsonl", [{"article": "a", "text": COUNCIL}, {"article": "c", "text": MISSILE}])
    first, last = corpus.read_text(encoding="utf-8").splitlines()
    corpus.write_text(f"{first}\n{broken}\n{last}\n", encoding="utf-8")
    measure_files([corpus], tmp_path / "out")
    assert names(tmp_path / "out") == ["a", "c"]
    assert list(read_table(tmp_path / "out" / "errors.csv")["path"]) == [f"{corpus}, line 2"]


def test_csv_says_up_to_where_it_was_read(tmp_path):
    corpus = write_corpus(tmp_path / "c.csv", [{"article": "a", "text": COUNCIL}])
    read_up_to = len(corpus.read_text(encoding="utf-8").splitlines())
    with corpus.open("a", encoding="utf-8") as file:
        file.write('b,"The bus" was late.\n')
    summary = measure_files([corpus], tmp_path / "out")
    assert names(tmp_path / "out") == ["a"]
    assert f"is not CSV after line {read_up_to}" in summary.failures[0].message


def test_a_cell_of_a_csv_may_be_long(tmp_path):
    text = COUNCIL + "\n" + "The bus was late again. " * 10_000
    measure_files([write_corpus(tmp_path / "c.csv", [{"article": "a", "text": text}])], tmp_path / "out")
    assert names(tmp_path / "out") == ["a"]
    assert csv.field_size_limit() > 131_072


# --- what is written


def test_bad_inputs_become_rows_and_the_rest_is_measured(tmp_path, folder):
    latin = "Le préfet a parlé. ".encode("latin-1") * 9
    lay(folder, {"empty.txt": b"", "blank.txt": b" \n", "latin.txt": latin, "zip.txt": b"PK\x03\x04\0"})
    summary = measure_files([folder, tmp_path / "missing.txt"], tmp_path / "out")
    assert (summary.measured, summary.failed) == (2, 5)
    errors = read_table(tmp_path / "out" / "errors.csv")
    assert len(errors) == 5 and set(errors["error"]) == {"ArticleError"}
    assert all("\n" not in m for m in errors["message"])


def test_all_tables_are_written_with_headers(tmp_path):
    measure_files([tmp_path / "missing.txt"], tmp_path / "out")
    for name, table in TABLES.items():
        assert (tmp_path / "out" / f"{name}.csv").read_text().splitlines()[0] == ",".join(table.columns)


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_files_hold_what_measure_gives(tmp_path, folder, ending, monkeypatch):
    quote = COUNCIL.replace("Smith", 'Smith, the "boss",')
    lay(folder, {"windows.txt": COUNCIL.replace("\n", "\r\n"), "quote.txt": quote})
    monkeypatch.setattr(files, "BATCH", 2)
    measure_files([folder], tmp_path / "out", format=ending)
    articles = read_articles(folder / f for f in ("council.txt", "quote.txt", "windows.txt", "deep/missile.txt"))
    for name, frame in measure(articles).items():
        found = read_table(tmp_path / "out" / f"{name}.{ending}")
        if name == "articles":
            found["path"] = [p.rpartition("/")[2] for p in found["path"]]
        pd.testing.assert_frame_equal(found, frame, obj=name, check_column_type=False)


@pytest.fixture
def new(monkeypatch):
    """A table more, with the step that makes it: a row for each article."""
    new, take = Table("shouts", {"article": "str", "n_marks": "int64"}), steps.take_steps
    monkeypatch.setitem(TABLES, new.name, new)
    monkeypatch.setattr(
        steps, "take_steps",
        lambda articles, topics: take(articles, topics) | {new.name: new.frame((a.name, 1) for a in articles)},
    )  # fmt: skip
    return new


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_new_table_is_a_schema_and_a_step(tmp_path, folder, new, ending):
    """Whatever writes, joins, swaps, reads or spreads out tables knows them from their schemas."""
    for _ in range(2):  # the second run replaces the tables of the first
        measure_files([folder], tmp_path / "out", format=ending)
    written = new.check(read_table(tmp_path / "out" / f"shouts.{ending}"))
    assert written["article"].tolist() == ["council", "missile"]
    lazy = measure_lazily("shouts", [folder]).compute(scheduler="synchronous")
    pd.testing.assert_frame_equal(written, lazy, check_column_type=False)


def test_a_new_table_is_among_those_in_memory(folder, new):
    assert measure(read_article(folder / "council.txt"))["shouts"]["n_marks"].tolist() == [1]
    assert set(measure_catalogue()["shouts"]["article"]) == {p.stem for p in (DATA / "articles").glob("*.txt")}


def test_every_step_has_a_schema_and_every_schema_a_step():
    assert set(steps.take_steps([], read_topics())) == set(TABLES)


def test_html_text_is_kept_beside_the_tables(tmp_path):
    lay(tmp_path, {"bridge.html": PAGE})
    measure_files([tmp_path / "bridge.html"], tmp_path / "out")
    text = (tmp_path / "out" / "texts" / "bridge.txt").read_bytes().decode()
    sentences = read_table(tmp_path / "out" / "sentences.csv")
    assert len(sentences) >= 3
    assert all(text[s.start : s.end] == s.text for s in sentences.itertuples())


def test_without_text_nothing_is_quoted(tmp_path, folder):
    lay(folder, {"bridge.html": PAGE})
    measure_files([folder], tmp_path / "out", text=False)
    for name, table in TABLES.items():
        assert not table.quoting.intersection(read_table(tmp_path / "out" / f"{name}.csv").columns)
    assert not (tmp_path / "out" / "texts").exists()
    assert b"parking" not in (tmp_path / "out" / "sentences.csv").read_bytes()


def test_two_processes_write_the_same_bytes(tmp_path, folder, monkeypatch):
    monkeypatch.setattr(files, "BATCH", 1)
    lay(folder, {"empty.txt": b""})
    one = measure_files([folder], tmp_path / "one")
    two = measure_files([folder], tmp_path / "two", jobs=2)
    assert content(tmp_path / "one") == content(tmp_path / "two")
    assert (one.measured, one.failed) == (two.measured, two.failed) == (2, 1)


def test_another_format_replaces_the_tables_and_leaves_the_rest(tmp_path, folder):
    out = lay(tmp_path / "out", {"README.txt": "mine"})
    measure_files([folder], out)
    measure_files([folder], out, format="parquet")
    assert {p.name for p in out.iterdir()} == {"README.txt", *(f"{name}.parquet" for name in TABLES)}


def test_results_inside_the_folder_measured_are_not_measured(folder):
    lay(folder, {"bridge.html": PAGE})
    measure_files([folder], folder / "out")
    measure_files([folder], folder / "out")
    assert names(folder / "out") == ["bridge", "council", "missile"]


# --- what was there before stays


@pytest.fixture
def before(tmp_path, folder):
    measure_files([folder / "council.txt"], tmp_path / "out")
    return tmp_path / "out", content(tmp_path / "out")


def test_nothing_measured_leaves_what_was_there(before, tmp_path):
    out, old = before
    summary = measure_files([tmp_path / "missing.txt"], out)
    assert not summary.written and summary.failed == 1
    assert content(out) == old


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, OSError(28, "No space left on device")])
@pytest.mark.parametrize("at", ["measure_batch", "join_parts"])
def test_an_interruption_leaves_what_was_there(before, folder, monkeypatch, error, at):
    out, old = before

    def stop(*_):
        raise error

    monkeypatch.setattr(files, at, stop)
    with pytest.raises((KeyboardInterrupt, MemoryError, OutputError)):
        measure_files([folder], out)
    assert content(out) == old
    with pytest.raises((KeyboardInterrupt, MemoryError, OutputError)):
        measure_files([folder], out.parent / "new" / "deeper")
    assert not (out.parent / "new" / "deeper").exists()


def test_an_interruption_of_the_swap_puts_everything_back(before, folder, monkeypatch):
    out, old = before
    moves, move = [], staging._move

    def stop(source, target, moved):
        moves.append(target)
        if len(moves) == len(TABLES) + 5:
            raise KeyboardInterrupt
        move(source, target, moved)

    monkeypatch.setattr(staging, "_move", stop)
    with pytest.raises(KeyboardInterrupt):
        measure_files([folder], out)
    assert len(moves) == len(TABLES) + 5 and content(out) == old


@pytest.mark.parametrize("out", ["council.txt", "council.txt/deeper"])
def test_an_output_folder_that_is_a_file(folder, out):
    with pytest.raises(OutputError, match="cannot be written"):
        measure_files([folder], folder / out)
    assert (folder / "council.txt").read_text() == COUNCIL


def test_a_fault_of_ours_costs_one_article(tmp_path, folder, monkeypatch):
    def faulty(articles, **options):
        articles = [articles] if hasattr(articles, "name") else list(articles)
        if any(a.name == "council" for a in articles):
            raise ZeroDivisionError("division by zero")
        return measure(articles, **options)

    monkeypatch.setattr(batches, "measure", faulty)
    summary = measure_files([folder], tmp_path / "out")
    assert (summary.measured, summary.failed) == (1, 1)
    assert summary.failures[0].error == "ZeroDivisionError"
    assert "please report it" in summary.failures[0].message
    assert names(tmp_path / "out") == ["missile"]


@pytest.mark.parametrize("options", [{"format": "xlsx"}, {"jobs": 0}])
def test_wrong_options(tmp_path, options):
    with pytest.raises(ValueError, match="allowed are csv or parquet, and 1 or more"):
        measure_files([tmp_path], tmp_path / "out", **options)


def test_nothing_to_measure(tmp_path):
    with pytest.raises(AnalysisError, match="there is nothing to measure"):
        measure_files([], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_failures_say_whose_they_are():
    assert Failure.of("p", ArticleError("p is empty")).message == "p is empty"
    assert Failure.of("p", KeyError("q")).message.startswith("p brought this program to a fault (KeyError: 'q')")


# --- Dask


@pytest.fixture(scope="module")
def in_memory(tmp_path_factory):
    """A folder of three articles, and all their tables, which each table out of memory is laid beside."""
    contents = {"bridge.html": PAGE, "council.txt": COUNCIL, "deep/missile.txt": MISSILE}
    folder = lay(tmp_path_factory.mktemp("memory") / "in", contents)
    return folder, measure([read_article(folder / name) for name in contents])


@pytest.mark.parametrize("name", list(TABLES))
def test_lazy_tables_equal_those_in_memory(in_memory, name):
    folder, tables = in_memory
    lazy = measure_lazily(name, [folder], size=2)
    assert lazy.npartitions == 2
    expected, found = tables[name], lazy.compute(scheduler="synchronous").reset_index(drop=True)
    if name == "articles":
        found["path"] = [p.rpartition("/")[2] for p in found["path"]]
    pd.testing.assert_frame_equal(found, expected)
    assert {c: str(t) for c, t in lazy.dtypes.items()} == dict(TABLES[name].columns)


@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".parquet"])
def test_lazy_tables_read_their_own_rows_of_a_corpus(tmp_path, ending):
    extra = '\nSmith said: "Ça suffit,\r\nvraiment."\n'
    records = [{"article": f"a{n}", "text": (COUNCIL, MISSILE)[n % 2] + n * extra} for n in range(7)]
    records[3]["text"] = " "
    corpus = write_corpus(tmp_path / f"corpus{ending}", records)
    if ending == ".csv":
        corpus.write_bytes(b"\xef\xbb\xbf" + corpus.read_bytes())
    elif ending == ".parquet":
        pd.DataFrame(records).to_parquet(corpus, row_group_size=3)
    lazy = measure_lazily("articles", [corpus], size=2)
    assert "suffit" not in repr(list(lazy.dask.values())), "no text travels with the graph"
    found = lazy.compute(scheduler="synchronous")
    assert list(found["article"]) == ["a0", "a1", "a2", "a4", "a5", "a6"]
    texts = [r["text"] for r in records if r["text"].strip()]
    assert list(found["sha256"]) == [sha256(t.encode()).hexdigest() for t in texts]
    errors = measure_lazily("errors", [corpus], size=2).compute(scheduler="synchronous")
    assert len(errors) == 1 and "a3" in errors["message"].iloc[0]


def test_lazy_table_of_another_name():
    with pytest.raises(TableError, match="there is no table 'verbs'"):
        measure_lazily("verbs", [])
