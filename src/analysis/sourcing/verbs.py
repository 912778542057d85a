"""A cue where it stands: is it a verb here, in which form, and with which helpers?"""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.sourcing.cues import Cue, cue_forms, phrase_forms
from analysis.sourcing.phrases import BE, HAVE, PLURALS, verb_start
from analysis.sourcing.tokens import (
    ADV, AUX, BASE, CLOSE, COMMA, CONJ, DASH, DET, ING, NAME, NOUN, NOUNISH, NUM, OBJ, PAST, POSS, PREP, PRON, REL, STOP, SUB, TO, VERB, OPEN,
    Line,
)  # fmt: skip


@dataclass(slots=True)
class Verb:
    """A cue that is a verb here: its token, the start of its group, its form and its sentence's limits.

    Forms: finite ("said", "has said"), participle (", saying"), gerund ("by saying"), infinitive ("to say"),
    passive ("was told").
    """

    line: Line
    at: int
    cue: Cue
    start: int
    form: str
    first: int
    last: int

    @property
    def end(self) -> int:
        """The token behind the cue's own words: behind "out" in "laid out"."""
        return self.at + 1 + len(self.cue.rest)


def find_verbs(line: Line) -> list[Verb]:
    """Return the cues of a line that are verbs and stand outside of quotation marks."""
    forms, phrases = cue_forms(), phrase_forms()
    found = []
    for at, word in enumerate(line.lower):
        if (word in forms or word in phrases) and not line.quoted[at]:
            for cue, bits in _cues(line, at, word):
                verb = _read(line, at, cue, bits)
                if verb:
                    found.append(verb)
                    break
    return found


def _cues(line: Line, at: int, word: str) -> Iterator[tuple[Cue, int]]:
    """Yield the cues that begin at a token: those of several words first, then the single word."""
    for cue, bits in phrase_forms().get(word, ()):
        if tuple(line.lower[at + 1 : at + 1 + len(cue.rest)]) == cue.rest:
            yield cue, bits
    if word in cue_forms():
        yield cue_forms()[word]


def _read(line: Line, at: int, cue: Cue, bits: int) -> Verb | None:
    first, last = line.bounds(at)
    start = verb_start(line, at, first)
    helpers = line.lower[start:at]
    to = bits & BASE and start > first and line.lower[start - 1] == "to"
    form = "infinitive" if to else _form(line, at, cue, bits, start, helpers)
    if not form:
        return None
    return Verb(line, at, cue, start - 1 if to else start, form, first, last)


def _form(line: Line, at: int, cue: Cue, bits: int, start: int, helpers: list[str]) -> str:
    """Return the form of a verb, empty where the word is no verb here."""
    be, have = not BE.isdisjoint(helpers), not HAVE.isdisjoint(helpers)
    auxiliary = any(line.classes[i] & AUX for i in range(start, at))
    before = line.classes[start - 1] if start > 0 else 0
    if line.classes[at] & NAME and at > 0 and line.part != "headline" and line.sentence_of[at] == line.sentence_of[at - 1] and line.words[at][0].isupper():
        return ""
    if bits & ING:
        if be or any(h.endswith(("'s", "'re", "'m")) for h in helpers):
            return "finite"
        if before & (DET | POSS) and start == at:
            return ""
        return "gerund" if before & PREP and not before & (CONJ | COMMA) else "participle"
    if bits & PAST and be and (not bits & BASE or not have):
        return "passive"
    if bits & PAST and line.lower[at + 1 : at + 2] == ["by"] and not have and cue.lemma not in ("respond", "continue"):
        return "passive"
    if auxiliary:
        return "finite"
    if bits & PAST:
        if before & (DET | POSS | PREP) and start == at and not before & (PRON | SUB | REL | NOUNISH) and line.lower[start - 1] not in PLURALS:
            return ""
        return "finite"
    if bits & VERB:
        return "finite" if not cue.noun or _third_person(line, at, start, before) else ""
    if bits & BASE:
        return "finite" if _plural(line, start, before) and (not cue.noun or _verb_follows(line, at)) else ""
    return ""


def _third_person(line: Line, at: int, start: int, before: int) -> bool:
    """Tell whether a form that may be a plural noun ("claims") is a verb: by what stands before and after."""
    if before & (PRON | REL) or start < at:
        return True
    if before & (DET | POSS | PREP | CONJ | TO):
        return False
    if before & (NAME | COMMA | CLOSE):
        return _verb_follows(line, at)
    return bool(before & NOUN) and (line.is_(at + 1, DET | POSS | PRON | OBJ | NAME | TO) or line.lower[at + 1 : at + 2] in (["that"], ["for"]))


def _verb_follows(line: Line, at: int) -> bool:
    """Tell whether what follows is what follows a verb: an object, a clause, a quotation."""
    if at + 1 < len(line) and "'" in line.lower[at + 1] and line.is_(at + 1, AUX):
        return True
    return line.is_(at + 1, ING | STOP | OPEN | DET | POSS | PRON | OBJ | SUB | REL | NAME | TO | CLOSE | COMMA | NOUN | ADV | NUM) or line.is_(at + 1, PREP) and line.lower[at + 1] != "of" or line.is_(at + 1, 1 << 24)


def _plural(line: Line, start: int, before: int) -> bool:
    """Tell whether the word before may be a subject in the plural: "they", "officials", "who", or "and" after one."""
    if before & (PRON | REL) or start > 0 and line.lower[start - 1] in PLURALS:
        return line.lower[start - 1] not in ("he", "she", "it")
    if before & NAME and line.is_(start - 2, PREP) and line.lower[start - 3 : start - 2] and line.lower[start - 3].endswith("s"):
        return True
    if before & (DET | POSS | PREP | AUX) and not before & NOUN:
        return False
    word = line.lower[start - 1] if start > 0 else ""
    return bool(before & NOUNISH and (word.endswith("s") or word in ("people", "police", "women", "men", "others", "many", "some"))) or bool(before & (COMMA | DASH))
