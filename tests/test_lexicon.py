import re

import pytest

from analysis import lexicon
from analysis.errors import LexiconError
from analysis.lexicon import LEXICONS, any_of, read_lexicon, words_of


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(lexicon, "LEXICONS", tmp_path)
    read_lexicon.cache_clear()
    yield tmp_path
    read_lexicon.cache_clear()


def write(folder, text):
    (folder / "list.csv").write_text(text, encoding="utf-8")


def test_rows_and_words(folder):
    write(folder, "word,kind,provenance\nsay,speech,hand-collected\nhope,stance,hand-collected\n")
    assert [r["word"] for r in read_lexicon("list", "word")] == ["say", "hope"]
    assert words_of("list", "word", kind="stance") == {"hope"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word,kind\nsay,speech\n", "no column 'provenance'"),
        ("word,provenance\nsay,x\nsay,y\n", "line 3: 'say' is there already"),
        ("word,provenance\n,x\n", "line 2: the first cell is empty"),
        ("word,provenance\nsay,x,y\n", "line 2: too many or too few cells"),
        ("word,provenance\nsay\n", "line 2: too many or too few cells"),
    ],
)
def test_a_mistake_is_named_with_its_line(folder, text, message):
    write(folder, text)
    with pytest.raises(LexiconError, match=message):
        read_lexicon("list", "word")


def test_an_unknown_list_is_named(folder):
    with pytest.raises(LexiconError, match="no word list 'verbs'"):
        read_lexicon("verbs", "word")


def test_any_of_prefers_the_longest_and_takes_any_space():
    pattern = re.compile(any_of(["according", "according to", "a.m."]))
    assert pattern.match("according\nto plan")[0] == "according\nto"
    assert not pattern.match("axmx")


def test_any_of_refuses_nothing():
    with pytest.raises(LexiconError, match="empty word list"):
        any_of(["", " "])


@pytest.mark.parametrize("path", sorted(LEXICONS.glob("*.csv")), ids=lambda p: p.stem)
def test_every_list_that_travels_names_its_provenance(path):
    key = path.read_text(encoding="utf-8").splitlines()[0].split(",")[0]
    columns = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    rows = read_lexicon(path.stem, key, *[c for c in columns if c not in (key, "provenance")])
    assert rows
    assert all(r["provenance"].strip() for r in rows)


def test_the_readme_knows_every_list():
    text = (LEXICONS / "README.md").read_text(encoding="utf-8")
    assert [p.name for p in sorted(LEXICONS.glob("*.csv")) if f"`{p.name}`" not in text] == []


def test_every_closed_class_is_used_and_every_class_that_is_used_is_there():
    listed = {row["class"] for row in read_lexicon("closed_classes", "word", "class")}
    source = "\n".join(path.read_text(encoding="utf-8") for path in LEXICONS.parent.rglob("*.py"))
    wanted = set(re.findall(r'(?<![.\w])(?:group|Words)\("([^"]+)"', source))
    assert wanted <= listed
    assert {name for name in listed if f'"{name}"' not in source} == set()


def test_no_word_list_is_read_before_it_is_needed(fresh):
    assert fresh["count_word_lists"] == 0
