"""What kind of source somebody is: one ordered table of small rules; the first that fits decides and says by what."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.sourcing.offices import Office


@dataclass(slots=True)
class Facts:
    """What is known of a source when it is judged.

    ``sort``: nobody, person, body, place, document, spokesperson, people (several unnamed), someone (one unnamed).
    ``offices``: what each of its descriptions says of an office. ``shield``: the words that promise anonymity.
    """

    sort: str
    text: str = ""
    offices: list[Office] = field(default_factory=list)
    shield: str = ""

    def office(self, state: str) -> str:
        """Return the marker of the first description that says so; empty where none does."""
        return next((o.marker for o in self.offices if o.state == state), "")

    @property
    def public(self) -> str:
        """The marker of an office held now: one that another description calls former does not count."""
        past = " ".join(o.marker for o in self.offices if o.state == "past")
        return next((o.marker for o in self.offices if o.state == "public" and o.marker not in past), "")


class Ruling(NamedTuple):
    """Kind, anonymity, official, and the marker that decided."""

    kind: str
    anonymity: str
    official: bool
    marker: str
    rule: str


class Rule(NamedTuple):
    """A row of the table: an example, the test (its marker, or nothing where it does not fit), and the verdict."""

    name: str
    example: str
    test: Callable[[Facts], str]
    kind: str
    anonymity: str
    official: bool


def _is(sort: str, *, office: str = "", shield: bool = False) -> Callable[[Facts], str]:
    """Make a test: of this sort, with an office in this state, shielded; the marker is the most telling of these."""

    def test(facts: Facts) -> str:
        if facts.sort != sort or (shield and not facts.shield):
            return ""
        marker = (facts.public if office == "public" else facts.office(office)) if office else facts.text
        return (f"{facts.shield}; {marker}" if office else facts.shield) if shield and marker else marker

    return test


RULES = (
    Rule("nobody", "The city is growing.", lambda f: "no source" if f.sort == "nobody" else "", "unattributed", "", False),
    Rule("named official", "Sen. Lee", _is("person", office="public"), "named", "", True),
    Rule("named former official", "former mayor Ann Lee", _is("person", office="past"), "named", "", False),
    Rule("named candidate", "the party's nominee, Ann Lee", _is("person", office="candidate"), "named", "", False),
    Rule("named person with a calling", "Ann Lee, a professor", _is("person", office="private"), "named", "", False),
    Rule("named person", "Ann Lee", _is("person"), "named", "", False),
    Rule("document of a public body", "the police report", _is("document", office="public"), "document", "", True),
    Rule("document", "a poll", _is("document"), "document", "", False),
    Rule("public body", "the Pentagon", _is("body", office="public"), "organization", "", True),
    Rule("other body", "the company", _is("body"), "organization", "", False),
    Rule("place for its government", "Beijing", _is("place"), "organization", "", True),
    Rule("shielded official", "a senior official, on condition of anonymity", _is("someone", office="public", shield=True), "anonymous", "granted", True),
    Rule("shielded officials", "officials briefed on the talks", _is("people", office="public", shield=True), "anonymous", "granted", True),
    Rule("shielded spokesman for an office", "a White House spokesman, not authorized to speak", _is("spokesperson", office="public", shield=True), "anonymous", "granted", True),
    Rule("shielded person", "a person familiar with the matter", _is("someone", shield=True), "anonymous", "granted", False),
    Rule("shielded people", "people familiar with the matter", _is("people", shield=True), "anonymous", "granted", False),
    Rule("shielded spokesman", "a campaign aide on condition of anonymity", _is("spokesperson", shield=True), "anonymous", "granted", False),
    Rule("spokesman for an office", "a police spokeswoman", _is("spokesperson", office="public"), "anonymous", "spokesperson", True),
    Rule("spokesman", "a company spokesman", _is("spokesperson"), "anonymous", "spokesperson", False),
    Rule("unnamed officials", "U.S. officials", _is("people", office="public"), "anonymous", "group", True),
    Rule("unnamed former officials", "former aides", _is("people", office="past"), "anonymous", "group", False),
    Rule("unnamed people", "critics", _is("people"), "anonymous", "group", False),
    Rule("unnamed official", "a police officer", _is("someone", office="public"), "anonymous", "person", True),
    Rule("unnamed former official", "a former diplomat", _is("someone", office="past"), "anonymous", "person", False),
    Rule("unnamed person", "a neighbor", _is("someone"), "anonymous", "person", False),
)


def judge(facts: Facts) -> Ruling:
    """Return the verdict of the first rule that fits; unattributed, and no marker, where none does."""
    for rule in RULES:
        if marker := rule.test(facts):
            return Ruling(rule.kind, rule.anonymity, rule.official, marker, rule.name)
    return Ruling("unattributed", "", False, "", "")


