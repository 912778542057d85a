"""Sources that stand behind their verb ("said Lee, a former aide"), and those of participles (", saying")."""

from analysis.sourcing.extraction.subjects import EDGE, Subject, subject_before, subject_shared
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import cue_forms
from analysis.sourcing.grammar.noun_phrases import phrase_start
from analysis.sourcing.grammar.phrase_ends import phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import is_finite, is_plural, verb_start
from analysis.sourcing.grammar.vocabulary import speakers

SPENT = group("spent")
BRIEF = 4
FAR = 12


def subject_after(tokens: Tokens, at: int, last: int) -> Subject | None:
    """Return the source that begins at ``at``, behind its verb, with all asides that say who it is; None if none."""
    end = phrase_end(tokens, at, last)
    if end is None:
        return None
    while end < last - 1 and tokens.classes[end] & c.COMMA and not tokens.quoted[end]:
        stop = next(
            (i for i in range(end + 1, last) if tokens.classes[i] & (c.COMMA | c.STOP | c.DASH | c.OPEN | c.COLON)),
            last,
        )
        if not _describes(tokens, end + 1, stop):
            break
        end = stop
    return Subject(at, end, "after")


def _describes(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a stretch behind a comma says who the source is: ", a former aide", ", who left", ", 32"."""
    if not tokens.is_(start, c.DET | c.REL | c.POSS | c.NOUN | c.NUM | c.NAME) or (
        tokens.is_(end - 1, c.TIME) and end - start < BRIEF - 1
    ):
        return False
    for at in range(start, end):
        if tokens.classes[at] & c.REL:
            return True
        if tokens.classes[at] & c.AUX and not tokens.quoted[at]:
            return False
    return True


def subject_of_participle(tokens: Tokens, at: int, first: int, last: int) -> Subject | None:
    """Return who says, of the participle whose group begins at ``at``; None where none is found.

    That is the noun right before ("a crowd chanting"), else the subject of the verb before (", saying"), else of the
    verb behind the comma ("Citing the costs, Lee").
    """
    if _may_speak(tokens, at - 1) and not tokens.quoted[at - 1] and not _is_spent(tokens, at, first):
        found = subject_before(tokens, at, first)
        if found:
            return found
    found = (
        _speaker_before(tokens, at, first) or _relative_before(tokens, at, first) or subject_shared(tokens, at, first)
    )
    if found:
        return found
    return _interrupted_before(tokens, at, first) or _subject_behind(tokens, at, last)


def _interrupted_before(tokens: Tokens, at: int, first: int) -> Subject | None:
    """Return who the participle at ``at`` sets apart from the verb: "Lee, | citing the costs, said no"."""
    start = phrase_start(tokens, at - 2, first) if at - 2 >= first and tokens.is_(at - 1, c.COMMA) else None
    if start is None:
        return None
    named = tokens.is_(at - 2, c.NAME) or tokens.words[at - 2] == ")"
    opens = start == first or tokens.is_(start - 1, c.CONJ | c.SUB | (c.COMMA if named else c.CLOSE))
    return Subject(start, at - 1, "aside") if opens else None


def _subject_behind(tokens: Tokens, at: int, last: int) -> Subject | None:
    """Return the subject of the clause behind the comma that ends a participle's: "Citing the costs, | Lee | said"."""
    comma = next((i for i in range(at + 1, last - 1) if tokens.classes[i] & c.COMMA and not tokens.quoted[i]), None)
    if comma is None or tokens.is_(comma + 1, c.CONJ):
        return None
    end = phrase_end(tokens, comma + 1, last)
    return Subject(comma + 1, end, "shared") if end else None


def _speaker_before(tokens: Tokens, at: int, first: int) -> Subject | None:
    """Return who stands behind the verb of a quotation, and goes on at ``at``: `“It is dead,” said | Lee |, adding`."""
    for verb in range(at - 1, first, -1):
        if tokens.quoted[verb]:
            return None
        cue = cue_forms().get(tokens.lower[verb])
        if cue is not None and "postposed" in cue[0].frames and tokens.is_(verb - 1, c.COMMA | c.CLOSE):
            behind = tokens.is_(verb - 1, c.CLOSE) or cue[0].lemma == "say"
            return subject_after(tokens, verb + 1, at) if behind else None
    return None


def _may_speak(tokens: Tokens, at: int) -> bool:
    """Tell whether a noun right before a participle may be its subject: "aides saying", but not "a speech saying"."""
    if not tokens.is_(at, c.NOUNISH) or tokens.is_(at, c.TIME):
        return False
    low = tokens.lower[at]
    return low in speakers() or tokens.is_(at, c.NAME | c.NUM) or is_plural(low)


def _is_spent(tokens: Tokens, at: int, first: int) -> bool:
    """Tell whether what stands before a participle is the time that it took: "spent the week attacking it"."""
    for i in range(at - 1, max(first, at - FAR) - 1, -1):
        if tokens.classes[i] & EDGE or tokens.lower[i] in SPENT:
            return tokens.lower[i] in SPENT and tokens.word(i + 1) != "on"
    return False


def _relative_before(tokens: Tokens, at: int, first: int) -> Subject | None:
    """Return the relative pronoun whose clause goes on up to ``at``: "Garcia, | who | began by saying"."""
    for verb in range(at - 1, first - 1, -1):
        if tokens.classes[verb] & EDGE:
            return None
        if is_finite(tokens, verb) and not tokens.is_(verb + 1, c.AUX):
            found = subject_before(tokens, verb_start(tokens, verb, first), first)
            return found if found and tokens.is_(found.start, c.REL) else None
    return None
