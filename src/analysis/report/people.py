"""The sources: one row each by words, officials with and without a name, and who leads."""

from typing import Any, NamedTuple

from analysis.annotated.statements import LETTERS, Statement
from analysis.annotated.terms import say_official, say_paragraph, words_for
from analysis.figures import lead_sources, rank_sources
from analysis.report.charts import Piece, letter_of, stack
from analysis.report.facts import Facts, share_of
from analysis.report.links import Link
from analysis.tables import rows_of
from analysis.wording import count_of, listing, plain

SHOWN = 12
"""So many sources are shown; the rest are folded."""
COLUMNS = (
    "source", "kind", "anonymity", "official", "role", "n_attributions", "n_words", "anonymity_reason", "description",
    "n_quotes",
)  # fmt: skip


class Source(NamedTuple):
    """A source: code, letter, name, office or description, words, the bar, what is known of it, and where it speaks."""

    code: str
    letter: str
    name: str
    role: str
    n_words: int
    statements: str
    bars: list[Piece]
    facts: str
    links: list[Link]


class Officials(NamedTuple):
    """The words of officials: a heading, a bar, and its legend (letter, words, who)."""

    heading: str
    bar: list[Piece]
    legend: list[tuple[str, int, str]]


def list_people(facts: Facts) -> list[Source]:
    """Return the sources, most words first, then those of the headline alone."""
    table = facts.tables["sources"]
    ranked = rank_sources(table)
    rest = table[~table["source"].isin(ranked["source"]) & table["kind"].isin(list(LETTERS))]
    rows = [row for part in (ranked, rest) for row in rows_of(part, *COLUMNS)]
    most = max((row[6] for row in rows), default=0)
    return [_source(facts, dict(zip(COLUMNS, row, strict=True)), most) for row in rows]


def _source(facts: Facts, row: dict[str, Any], most: int) -> Source:
    kind, source = row["kind"], row["source"]
    code = facts.codes.get((kind, source), "")
    own = [s for s in facts.statements if code in s.codes]
    return Source(
        code, letter_of(kind), plain(facts.names[source]), _role(facts, row), row["n_words"],
        count_of(row["n_attributions"], "statement"), stack({kind: row["n_words"]}, {}, whole=most), _facts(facts, row),
        [Link(f"st{s.number}", _said_where(facts, s)) for s in own],
    )  # fmt: skip


def _role(facts: Facts, row: dict[str, Any]) -> str:
    """Return the office, else how the article describes who is not named; nothing that only repeats the name."""
    if row["role"] or row["kind"] != "anonymous":
        return facts.cite(plain(row["role"]))
    described = plain(row["description"])
    same = described.lower().removeprefix("a ").removeprefix("the ") == row["source"].lower()
    return facts.cite("" if same or not described else f"“{described}”")


def _facts(facts: Facts, row: dict[str, Any]) -> str:
    told = [words_for("kind", row["kind"])]
    if row["kind"] == "anonymous":
        how = words_for("anonymity", row["anonymity"]) if row["anonymity"] else ""
        told = [f"{told[0]}: {', '.join(filter(None, [how, _reason(facts, row)]))}"]
    quoted = row["n_quotes"]
    told.append(say_official(row["kind"], row["official"]))
    told.append(
        "never quoted word for word" if not quoted else f"quoted word for word in {count_of(quoted, 'statement')}"
    )
    return " · ".join(filter(None, told))


def _reason(facts: Facts, row: dict[str, Any]) -> str:
    """Return why the article leaves the name out; that it does not say so only of those whom a reason is due for."""
    if reason := plain(row["anonymity_reason"]):
        return f"“{reason}”" if facts.quotes else "reason given"
    is_crowd = row["anonymity"] == "group" and not row["official"]
    return "" if is_crowd or row["anonymity"] == "spokesperson" else "no reason given"


def _said_where(facts: Facts, s: Statement) -> str:
    verb = facts.cite(f" “{plain(s.cue_text)}”") if s.cue_text else ""
    return say_paragraph(s.paragraph) + verb


def say_people(facts: Facts, people: list[Source]) -> str:
    """Return the heading: who supplies most of what anybody says, or that nobody does."""
    if not people:
        return "Nobody is cited"
    if len(people) == 1:
        return f"Everything anybody says comes from one source: {people[0].name}"
    leaders = lead_sources(facts.tables["sources"], facts.tables["attributions"])
    if leaders.empty:
        return f"{count_of(len(people), 'source')}, none with words in the text itself"
    names = [plain(facts.names[source]) for source in leaders["source"]]
    words = int(leaders["n_words"].iloc[0])
    if len(names) == 1:
        unnamed = ", not named" if leaders["kind"].iloc[0] == "anonymous" else ""
        share = share_of(words, facts.n_attributed)
        of = "of" if share.endswith("%") else "words of"
        return f"{share} {of} what anybody says comes from one source: {names[0]}{unnamed}"
    if len(names) <= 3:
        return f"{listing(names)} supply most, too close to tell who leads"
    return f"{count_of(len(people), 'source')}, and none is clearly ahead"


def say_officials_share(facts: Facts) -> str:
    """Return how many of the attributed words are officials'."""
    official = sum(n for kind, n in facts.official_words.items() if kind in LETTERS)
    return f"{official:,} of {facts.n_attributed:,} attributed words are from officials and offices"


def list_officials(facts: Facts) -> Officials | None:
    """Return how much officials say with and without a name; None where none is cited."""
    words = {kind: facts.official_words[kind] for kind in LETTERS if facts.official_words[kind]}
    if not words:
        return None
    called = {"anonymous": "unnamed officials", "organization": "offices and governments", "named": "named officials",
              "document": "official documents"}  # fmt: skip
    heading = (
        f"Officials: {count_of(words.get('anonymous', 0), 'word')} without a name, {words.get('named', 0)} with one"
    )
    legend = [(letter_of(kind), n, called[kind]) for kind, n in words.items()]
    return Officials(heading, stack(words, {kind: str(n) for kind, n in words.items()}), legend)
