"""The words that may announce an attribution, as `lexicons/cues.csv` lists them, with all their forms."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from analysis.lexicon import read_lexicon
from analysis.sourcing.grammar.tokens import inflect


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A verb of saying or thinking: what may follow it, and whether it is speech (else a state of mind or a stance).

    There is one object for each, which is equal to itself alone.

    ``noun`` is "yes" where the bare form is a noun, too, "mostly" where it and the one in -s nearly always are
    ("state", "remarks"), else empty; ``rest`` are the words behind the verb that belong to it: "lay | out",
    "take | issue with".
    """

    lemma: str
    frames: frozenset[str]
    speech: bool
    noun: str
    rest: tuple[str, ...] = ()


MOSTLY = "mostly"

Form = tuple[Cue, int]
NO_CUE: Form = (Cue("", frozenset(), speech=False, noun=""), 0)
"""Stands for the cue of a word that is none: it may be followed by nothing, and has no form."""
Kind = tuple[frozenset[str], bool]


@cache
def cue_forms() -> dict[str, Form]:
    """Return each form of each cue of one word, lower case, with its cue and the classes that form may have."""
    forms: dict[str, Form] = {}
    for cue, form, bits in _forms():
        if not cue.rest:
            forms.setdefault(form, (cue, bits))
    return forms


@cache
def first_words() -> dict[str, tuple[Form, ...]]:
    """Return each word with which a cue may begin, with the cues: longest first, the word itself last."""
    forms: dict[str, list[Form]] = defaultdict(list)
    for cue, form, bits in _forms():
        if cue.rest:
            forms[form].append((cue, bits))
    for cues in forms.values():
        cues.sort(key=lambda pair: -len(pair[0].rest))
    for form, alone in cue_forms().items():
        forms[form].append(alone)
    return {form: tuple(cues) for form, cues in forms.items()}


@cache
def _forms() -> tuple[tuple[Cue, str, int], ...]:
    found = []
    for row in read_lexicon("cues", "lemma"):
        verb, *rest = row["lemma"].split()
        frames = frozenset(row["frames"].split())
        cue = Cue(row["lemma"], frames, row["kind"] == "speech", row["noun"], tuple(rest))
        past, participle = row["past"].partition(" ")[0], row["participle"].partition(" ")[0]
        found += [(cue, form, bits) for form, bits in inflect(verb, past, participle).items()]
    return tuple(found)


@cache
def forms_with(frame: str) -> frozenset[str]:
    """Return the forms of the verbs of one word that may be followed so, or stand so."""
    return frozenset(form for form, (cue, _) in cue_forms().items() if frame in cue.frames)


@cache
def saying_nouns() -> dict[str, Kind]:
    """Return each noun of saying, singular and plural, with the words that may follow and whether it is speech."""
    nouns: dict[str, Kind] = {}
    for row in read_lexicon("nouns_of_saying", "noun", "frames", "kind"):
        noun = row["noun"]
        plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"
        nouns[noun] = nouns[plural] = frozenset(row["frames"].split()), row["kind"] == "speech"
    return nouns
