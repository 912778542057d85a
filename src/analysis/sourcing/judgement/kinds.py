"""What kind of source somebody is: one ordered table of small rules; the first that fits decides and says by what."""

from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from analysis.sourcing.judgement.offices import Office


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
        """Return the marker of the first description in this state; empty where none is.

        An office held now does not count where another description calls the same one former.
        """
        for office in self.offices:
            if office.state == state and not self._is_held_no_more(office):
                return office.marker
        return ""

    def _is_held_no_more(self, office: Office) -> bool:
        if office.state != "public":
            return False
        return any(past.state == "past" and office.marker in past.marker for past in self.offices)


class Rule(NamedTuple):
    """A row of the table: a name and an example; sort, office and shield that it asks for; the verdict."""

    name: str
    example: str
    sort: str
    office: str
    shielded: bool
    kind: str
    anonymity: str
    official: bool

    def marker(self, facts: Facts) -> str:
        """Return the words that make the rule fit a source of its sort; empty where it does not."""
        words = facts.office(self.office) if self.office else facts.text
        if not self.shielded:
            return words
        return self._with_shield(words, facts.shield)

    def _with_shield(self, words: str, shield: str) -> str:
        if not (words and shield):
            return ""
        return f"{shield}; {words}" if self.office else shield


class Ruling(NamedTuple):
    """Kind, anonymity, official, the marker that decided, and the name of the rule."""

    kind: str
    anonymity: str
    official: bool
    marker: str
    rule: str


UNATTRIBUTED = Ruling("unattributed", "", False, "", "nobody")

# What is more telling stands first: a shield before a voice, an office held now before one held once.
RULES = tuple(
    Rule(*row)
    for row in (
        # name, example, sort, office, shielded: kind, anonymity, official
        ("named official", "Sen. Lee", "person", "public", False, "named", "", True),
        ("named former official", "former mayor Ann Lee", "person", "past", False, "named", "", False),
        ("named candidate", "the nominee, Ann Lee", "person", "candidate", False, "named", "", False),
        ("named by calling", "Ann Lee, a professor", "person", "private", False, "named", "", False),
        ("named person", "Ann Lee", "person", "", False, "named", "", False),
        ("public document", "the police report", "document", "public", False, "document", "", True),
        ("document", "a poll", "document", "", False, "document", "", False),
        ("public body", "the Pentagon", "body", "public", False, "organization", "", True),
        ("body", "the company", "body", "", False, "organization", "", False),
        ("government by its place", "Beijing", "place", "", False, "organization", "", True),
        ("shielded official", "an official, anonymously", "someone", "public", True, "anonymous", "granted", True),
        ("shielded officials", "officials familiar with it", "people", "public", True, "anonymous", "granted", True),
        ("shielded voice", "a police spokesman, unnamed", "spokesperson", "public", True, "anonymous", "granted", True),
        ("shielded person", "a person familiar with the matter", "someone", "", True, "anonymous", "granted", False),
        ("shielded people", "people familiar with the matter", "people", "", True, "anonymous", "granted", False),
        ("shielded private voice", "a firm's voice, unnamed", "spokesperson", "", True, "anonymous", "granted", False),
        ("official voice", "a police spokeswoman", "spokesperson", "public", False, "anonymous", "spokesperson", True),
        ("voice", "a company spokesman", "spokesperson", "", False, "anonymous", "spokesperson", False),
        ("unnamed officials", "U.S. officials", "people", "public", False, "anonymous", "group", True),
        ("unnamed former officials", "former diplomats", "people", "past", False, "anonymous", "group", False),
        ("unnamed people", "critics", "people", "", False, "anonymous", "group", False),
        ("unnamed official", "a police officer", "someone", "public", False, "anonymous", "person", True),
        ("unnamed former official", "a former diplomat", "someone", "past", False, "anonymous", "person", False),
        ("unnamed person", "a neighbor", "someone", "", False, "anonymous", "person", False),
    )
)


@cache
def _rules(sort: str) -> tuple[Rule, ...]:
    """The rules for one sort of source, in the table's order."""
    return tuple(rule for rule in RULES if rule.sort == sort)


def judge(facts: Facts) -> Ruling:
    """Return the verdict of the first rule that fits; unattributed where none does."""
    for rule in _rules(facts.sort):
        if marker := rule.marker(facts):
            return Ruling(rule.kind, rule.anonymity, rule.official, marker, rule.name)
    return UNATTRIBUTED
