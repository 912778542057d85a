"""Sources that stand behind their verb ("said Lee, a former aide"), and those of participles (", saying")."""

from analysis.sourcing import classes as c
from analysis.sourcing.cues import cue_forms
from analysis.sourcing.grammar import group
from analysis.sourcing.phrase_ends import phrase_end
from analysis.sourcing.phrases import phrase_start
from analysis.sourcing.subjects import EDGE, Subject, subject_before, subject_shared
from analysis.sourcing.tokens import Line
from analysis.sourcing.verbforms import is_finite, is_plural, verb_start
from analysis.sourcing.vocabulary import speakers

SPENT = group("spent")
BRIEF = 4
FAR = 12


def subject_after(line: Line, at: int, last: int) -> Subject | None:
    """Return the source that begins at ``at``, behind its verb, with all asides that say who it is; None if none."""
    end = phrase_end(line, at, last)
    if end is None:
        return None
    while end < last - 1 and line.classes[end] & c.COMMA and not line.quoted[end]:
        stop = next(
            (i for i in range(end + 1, last) if line.classes[i] & (c.COMMA | c.STOP | c.DASH | c.OPEN | c.COLON)), last
        )
        if not _describes(line, end + 1, stop):
            break
        end = stop
    return Subject(at, end, "after")


def _describes(line: Line, start: int, end: int) -> bool:
    """Tell whether a stretch behind a comma says who the source is: ", a former aide", ", who left", ", 32"."""
    if not line.is_(start, c.DET | c.REL | c.POSS | c.NOUN | c.NUM | c.NAME) or (
        line.is_(end - 1, c.TIME) and end - start < BRIEF - 1
    ):
        return False
    for at in range(start, end):
        if line.classes[at] & c.REL:
            return True
        if line.classes[at] & c.AUX and not line.quoted[at]:
            return False
    return True


def subject_of_participle(line: Line, at: int, first: int, last: int) -> Subject | None:
    """Return who says, of the participle whose group begins at ``at``; None where none is found.

    That is the noun right before ("a crowd chanting"), else the subject of the verb before (", saying"), else of the
    verb behind the comma ("Citing the costs, Lee").
    """
    if _may_speak(line, at - 1) and not line.quoted[at - 1] and not _is_spent(line, at, first):
        found = subject_before(line, at, first)
        if found:
            return found
    found = _speaker_before(line, at, first) or _relative_before(line, at, first) or subject_shared(line, at, first)
    if found:
        return found
    return _interrupted_before(line, at, first) or _subject_behind(line, at, last)


def _interrupted_before(line: Line, at: int, first: int) -> Subject | None:
    """Return who the participle at ``at`` sets apart from the verb: "Lee, | citing the costs, said no"."""
    start = phrase_start(line, at - 2, first) if at - 2 >= first and line.is_(at - 1, c.COMMA) else None
    if start is None:
        return None
    named = line.is_(at - 2, c.NAME) or line.words[at - 2] == ")"
    opens = start == first or line.is_(start - 1, c.CONJ | c.SUB | (c.COMMA if named else c.CLOSE))
    return Subject(start, at - 1, "aside") if opens else None


def _subject_behind(line: Line, at: int, last: int) -> Subject | None:
    """Return the subject of the clause behind the comma that ends a participle's: "Citing the costs, | Lee | said"."""
    comma = next((i for i in range(at + 1, last - 1) if line.classes[i] & c.COMMA and not line.quoted[i]), None)
    if comma is None or line.is_(comma + 1, c.CONJ):
        return None
    end = phrase_end(line, comma + 1, last)
    return Subject(comma + 1, end, "shared") if end else None


def _speaker_before(line: Line, at: int, first: int) -> Subject | None:
    """Return who stands behind the verb of a quotation, and goes on at ``at``: `“It is dead,” said | Lee |, adding`."""
    for verb in range(at - 1, first, -1):
        if line.quoted[verb]:
            return None
        cue = cue_forms().get(line.lower[verb])
        if cue is not None and "postposed" in cue[0].frames and line.is_(verb - 1, c.COMMA | c.CLOSE):
            behind = line.is_(verb - 1, c.CLOSE) or cue[0].lemma == "say"
            return subject_after(line, verb + 1, at) if behind else None
    return None


def _may_speak(line: Line, at: int) -> bool:
    """Tell whether a noun right before a participle may be its subject: "aides saying", but not "a speech saying"."""
    if not line.is_(at, c.NOUNISH) or line.is_(at, c.TIME):
        return False
    low = line.lower[at]
    return low in speakers() or line.is_(at, c.NAME | c.NUM) or is_plural(low)


def _is_spent(line: Line, at: int, first: int) -> bool:
    """Tell whether what stands before a participle is the time that it took: "spent the week attacking it"."""
    for i in range(at - 1, max(first, at - FAR) - 1, -1):
        if line.classes[i] & EDGE or line.lower[i] in SPENT:
            return line.lower[i] in SPENT and line.word(i + 1) != "on"
    return False


def _relative_before(line: Line, at: int, first: int) -> Subject | None:
    """Return the relative pronoun whose clause goes on up to ``at``: "Garcia, | who | began by saying"."""
    for verb in range(at - 1, first - 1, -1):
        if line.classes[verb] & EDGE:
            return None
        if is_finite(line, verb) and not line.is_(verb + 1, c.AUX):
            found = subject_before(line, verb_start(line, verb, first), first)
            return found if found and line.is_(found.start, c.REL) else None
    return None
