"""Who stands in an article under a false name: "Dora (not her real name)", "whose name has been changed"."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.name_shapes import RUN
from analysis.sourcing.entities.names import read_name
from analysis.sourcing.entities.register import Names
from analysis.sourcing.grammar.vocabulary import plain
from analysis.sourcing.model import Sentence

OWN = r"(?:[Hh]is|[Hh]er|[Tt]heir|your)"
HIDDEN = r"(?:changed|withheld|altered|concealed|omitted|kept\s(?:secret|private)|protected)"
BE = r"(?:(?:has|have|had)\s(?:also\s|all\s)?been|is\sbeing|are\sbeing)"
NAMES_OF = r"(?:(?:first|full|real|last)\s)?(?:names?|identity|identities)"
NOT_REAL = rf"not\s(?:{OWN}|(?:his|her)\sor\s(?:his|her)|the\w*\s\w+['’]s)\s(?:real|actual|true|own|given)\sname"
OURS = r"(?:[Ww]e\s(?:are|have|will|['’]re|['’]ve|['’]ll)|[Ww]e['’](?:re|ve|ll))"
NAME = r"(?=[“\"‘']?[A-Z])"
SHAPES = (
    ("before", rf"\b{NOT_REAL}\b"),
    ("before", r"(?<=[,(–—-])\s?a\s(?:pseudonym|false\sname|fictitious\sname|made-up\sname)\b"),
    ("before", rf"\b(?:whose|{OWN})\s{NAMES_OF}\s{BE}\s(?:not\s)?{HIDDEN}"),
    ("before", rf"\b(?:whose|{OWN})\s{NAMES_OF}\s(?:was|were)\schanged(?=\sto\sprotect)"),
    ("before", rf"(?<=['’]s\s){NAMES_OF}\s{BE}\s{HIDDEN}"),
    ("before", rf"\bwhose\s{NAMES_OF}\s{OURS}\s(?:not\s(?:using|publishing|revealing)|{HIDDEN}|withholding)"),
    ("before", r"(?<=[(])\s?(?:real\s)?name\s(?:has\sbeen\s)?(?:changed|withheld)"),
    ("inside", r"\b(?:has|have|['’]ve)\s(?:also\s)?changed\s[A-Z]\w+['’]s\s(?:(?:first|full|real|last)\s)?name\b"),
    ("all", rf"\b{OURS}\schanged\s(?:his|her|their|the|some|all|people['’]s)\s(?:of\sthe\s)?(?:\w+['’]\s)?names?\b"),
    ("all", rf"\b{NOT_REAL}s\b"),
    ("all", rf"\b(?:all|some|their|the|whose|both)\s(?:of\sthe\s)?(?:\w+['’]\s)?names\s(?:of\s[\w\s]+)?{BE}\s{HIDDEN}"),
    ("all", rf"(?:^|\s)Names\s(?:of\s[\w\s]+)?{BE}\s{HIDDEN}"),
    ("behind", rf"\b(?:whom\s)?{OURS}\s(?:call(?:ing|ed)?|refer(?:ring)?\sto)\s(?:(?:him|her|them)\s)?(?:as\s)?{NAME}"),
    ("behind", rf"\b(?:under|by|used|using|uses|given)\s(?:the|a)\s(?:pseudonym|false\sname)\s(?:of\s)?,?\s?{NAME}"),
)  # fmt: skip
"""Words that tell of a false name, and where it stands: before them, behind them, or all over the article."""
HINT = re.compile(
    r"[Nn]ames?\s(?:a|h|i|w|c|[)])|changed\s\w+(?:['’]s)?\s|real\sname|true\sname|own\sname|pseudonym|identit"
    r"|(?:we|['’]\w+|are|will|have)\s(?:call|refer)"
)
COMPILED = tuple((place, re.compile(shape)) for place, shape in SHAPES)
PERSONS = ("person", "titled", "unsure", "single")


class Pseudonyms:
    """The false names of an article with the places that tell of them."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def told(self, person: Entity) -> list[re.Match[str]]:
        """Return the words that tell that a person's name is a false one, where they stand; none where it is not."""
        own = self._told[plain(person.label)] or self._told[person.first]
        return own if person.first and not own else [*own, *self._told[""]]

    @cached_property
    def _told(self) -> defaultdict[str, list[re.Match[str]]]:
        """The places that tell of each false name, by name; those by "" tell of all who have but one name."""
        told: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
        for sentence in self.names.document.sentences:
            if HINT.search(sentence.text):
                for key, found in self._of_sentence(sentence):
                    told[key].append(found)
        return told

    def _of_sentence(self, sentence: Sentence) -> Iterator[tuple[str, re.Match[str]]]:
        for place, shape in COMPILED:
            for found in shape.finditer(sentence.text):
                for key in KEYS[place](sentence.text, found):
                    yield key, found


def _before(text: str, found: re.Match[str]) -> list[str]:
    """The last name before the words; all who have but one name where none stands there: "Her name was changed"."""
    return _people(text[: found.start()])[-1:] or _everybody(found)


def _behind(text: str, found: re.Match[str]) -> list[str]:
    return _people(text[found.end() :])[:1]


def _inside(text: str, found: re.Match[str]) -> list[str]:
    return _people(found.group())


def _all(text: str, found: re.Match[str]) -> list[str]:
    """The names before the words in their sentence, "Ana and Lia (not their real names)", else all single names."""
    return _people(text[: found.start()]) or _everybody(found)


def _everybody(found: re.Match[str]) -> list[str]:
    """Names were changed, or are not real: all single ones; what "whose" means stands beside it, or is no person."""
    own = not found.group().startswith(("whose", "name"))
    return [""] if own and ("changed" in found.group() or "real" in found.group()) else []


def _people(text: str) -> list[str]:
    """The names in a text that may be people's, as keys."""
    names = [read_name(run[0]) for run in RUN.finditer(text)]
    return [name.key for name in names if name.sort in PERSONS]


KEYS = {"before": _before, "behind": _behind, "inside": _inside, "all": _all}
