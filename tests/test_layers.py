"""Imports go downwards only: errors < spans < tables < ... < corpus < report < __main__; three measures stay apart."""

import ast
import re
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "analysis"
FOUNDATION = (
    "errors",
    "writing",
    "resources",
    "spans",
    "wording",
    "tables",
    "lexicon",
    "frequencies",
    "collector",
    "figures",
)
MEASURES = ("readability", "sourcing", "topics")

# What each part may import beside itself; ALL_ARTICLE are the modules that reading an article is made of.
WORDS = ("words", "syllables", "abbreviations", "numbering")
ALL_ARTICLE = ("article", "article_rows", "article_view", "parts", "part_rules", "anomalies", "layout", "files", "html")
TEXT = (*FOUNDATION, *WORDS, *ALL_ARTICLE, "sentences")
STEPS = (*TEXT, *MEASURES, "crosstabs", "editing")
ALLOWED = {
    "errors": (),
    "writing": ("errors",),
    "resources": (),
    "spans": (),
    "wording": (),
    "collector": (),
    "tables": ("errors", "writing", "spans"),
    "figures": ("errors", "tables", "wording"),
    "lexicon": ("errors", "spans", "tables"),
    "frequencies": ("errors", "lexicon"),
    **dict.fromkeys(WORDS, (*FOUNDATION, *WORDS)),
    **dict.fromkeys(ALL_ARTICLE, (*FOUNDATION, *WORDS, *ALL_ARTICLE)),
    "sentences": (*FOUNDATION, *WORDS, *ALL_ARTICLE),
    **dict.fromkeys(MEASURES, TEXT),
    "crosstabs": (*FOUNDATION, *WORDS),
    "editing": (*FOUNDATION, *WORDS, "crosstabs"),
    "answers": ("errors", "wording", "tables", "figures", "crosstabs"),
    "comparison": ("errors", "tables", "figures", "readability"),
    "reference": ("errors", "resources", "wording", "tables"),
    "plots": ("errors", "writing", "spans", "wording", "tables", "figures"),
    "annotated": (*TEXT, "sourcing"),
    "corpus": STEPS,
    "report": (*STEPS, "comparison", "reference", "annotated", "corpus"),
    "__main__": (*STEPS, "corpus", "report"),
    "__init__": (*STEPS, "answers", "comparison", "reference", "plots", "annotated", "corpus"),
}


def part_of(path: Path) -> str:
    """`sourcing/quotes.py` belongs to `sourcing`, `words.py` to `words`."""
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imports_of(source: str, path: Path) -> set[str]:
    """The parts of the package that a module imports, anywhere in it, relative imports included."""
    here = ["analysis", *path.relative_to(SRC).with_suffix("").parts]
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(here[: len(here) - node.level]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            names.update(f"{module}.{alias.name}" for alias in node.names)
    return {name.split(".")[1] for name in names if name.startswith("analysis.")}


MODULES = sorted(SRC.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_imports_go_downwards(path):
    part = part_of(path)
    assert part in ALLOWED, f"say in ALLOWED what the new part {part!r} may import"
    upwards = imports_of(path.read_text(encoding="utf-8"), path) - {part, *ALLOWED[part]}
    assert not upwards, f"{path.relative_to(SRC)} imports {', '.join(sorted(upwards))}"


def test_every_part_is_there():
    assert set(ALLOWED) == {part_of(p) for p in MODULES}


def test_every_schema_stands_on_the_one_page():
    sources = {p: p.read_text(encoding="utf-8") for p in MODULES if part_of(p) != "tables"}
    schemas = {p: text for p, text in sources.items() if re.search(r"from analysis\.tables import .*\bTable\b", text)}
    calls = ((p, n.func) for p, text in schemas.items() for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Call))
    strangers = [p.name for p, function in calls if isinstance(function, ast.Name) and function.id == "Table"]
    assert not strangers, f"declare their tables in tables/schemas.py: {strangers}"


def test_the_order_has_no_circle():
    order: list[str] = []
    groups = {frozenset(WORDS), frozenset(ALL_ARTICLE)}
    waiting = dict(ALLOWED)
    while waiting:
        free = [p for p, below in waiting.items() if not {b for b in below if b in waiting and not mates(p, b, groups)}]
        assert free, f"a circle among {', '.join(waiting)}"
        order += free
        waiting = {p: below for p, below in waiting.items() if p not in free}
    assert order.index("tables") < order.index("sentences") < order.index("corpus") < order.index("__main__")


def mates(one: str, other: str, groups: set[frozenset[str]]) -> bool:
    """The modules of one subject may import one another."""
    return any(one in group and other in group for group in groups)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from analysis.topics import x", {"topics"}),
        ("from analysis import topics, plots", {"topics", "plots"}),
        ("import analysis.corpus.files as f", {"corpus"}),
        ("from ..topics import x", {"topics"}),
        ("from .. import plots", {"plots"}),
        ("from . import quotes", {"sourcing"}),
        ("def f():\n    from analysis.report import g", {"report"}),
        ("import pandas\nfrom analysisx import y", set()),
    ],
)
def test_imports_are_seen_in_every_form(source, found):
    assert imports_of(source, SRC / "sourcing" / "example.py") == found


# The storeys of sourcing: what each may import beside itself. Its ground floor is the model.
STOREYS = {
    "model": (),
    "grammar": ("model",),
    "extraction": ("model", "grammar"),
    "entities": ("model", "grammar"),
    "judgement": ("model", "grammar", "entities"),
    "identify": ("model", "grammar", "entities", "judgement"),
    "text": (),
    "correcting": ("grammar", "judgement", "text"),
    "attributions": ("model", "text", "grammar", "extraction", "entities", "judgement", "identify", "correcting"),
    "sources": ("judgement", "correcting"),
    "statements": (),
    "__init__": ("attributions", "correcting", "sources", "statements"),
}
SOURCING = sorted((SRC / "sourcing").rglob("*.py"))


@pytest.mark.parametrize("path", SOURCING, ids=lambda p: str(p.relative_to(SRC / "sourcing")))
def test_sourcing_stands_on_its_storeys(path):
    storey = path.relative_to(SRC / "sourcing").parts[0].removesuffix(".py")
    names = re.findall(r"from analysis\.sourcing\.(\w+)", path.read_text(encoding="utf-8"))
    upwards = set(names) - {storey, *STOREYS[storey]}
    assert not upwards, f"{path.relative_to(SRC)} imports {', '.join(sorted(upwards))}"
