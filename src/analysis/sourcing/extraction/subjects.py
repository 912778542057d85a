"""Who does it: the noun phrase that is a verb's subject, before it, around commas, or shared with another verb."""

from dataclasses import dataclass

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.noun_phrases import SHORT_QUOTE, phrase_start
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, is_finite, is_plural, verb_start

EMBEDDING, CLAUSE_OPENER, EACH, WHERE = group("embedding"), group("clause opener"), group("each"), group("where")
EDGE = c.COMMA | c.STOP | c.COLON | c.OPEN | c.CLOSE | c.DASH
DEEP = 5


@dataclass(slots=True)
class Subject:
    """A source as found: its tokens, and how it stands to its verb (before, aside, relative, shared, after, by)."""

    start: int
    end: int
    how: str


def subject_before(tokens: Tokens, verb: int, first: int, depth: int = 0) -> Subject | None:
    """Return the subject of the verb group that begins at token ``verb``; None where none is found."""
    if verb not in tokens.subjects:
        tokens.subjects[verb] = _subject_before(tokens, verb, first, depth)
    found = tokens.subjects[verb]
    return found if isinstance(found, Subject) else None


def _subject_before(tokens: Tokens, verb: int, first: int, depth: int) -> Subject | None:
    at = _before_time(tokens, verb, first)
    if at > first and tokens.lower[at] in EACH and tokens.is_(at - 1, c.NOUNISH | c.PRON):
        at -= 1
    if at < first or depth > DEEP:
        return None
    bits = tokens.classes[at]
    if bits & c.REL and tokens.lower[at] != "whom":
        anchored = tokens.lower[at] != "that" or tokens.is_(at - 1, c.NOUNISH | c.COMMA)
        return Subject(at, at + 1, "relative") if anchored else None
    if bits & (c.COMMA | c.DASH):
        if tokens.is_(at - 1, c.CONJ):
            return None
        found = _subject_with_aside(tokens, at, first) or _bracketed(tokens, at, first)
        return found or subject_shared(tokens, verb, first, depth)
    if bits & c.CLOSE:
        return _subject_with_aside(tokens, at, first) if _ends_aside(tokens, at, first) else None
    if bits & c.CONJ or tokens.lower[at] == "then":
        return subject_shared(tokens, at, first, depth)
    if tokens.lower[at].endswith("'s") and bits & c.NOUNISH:
        return None
    placed = tokens.lower[at] in WHERE and tokens.is_(at - 1, c.NOUNISH)
    dated = bits & c.PAST and not bits & c.NOUNISH and _is_described(tokens, at, verb)
    start = phrase_start(tokens, at - 1 if dated or placed else at, first)
    if start is None:
        return None
    return Subject(_with_relative(tokens, start, first), verb if dated else at + 1, "before")


def _bracketed(tokens: Tokens, comma: int, first: int) -> Subject | None:
    """Return the subject that a comma behind its bracket parts from its verb: "Ann Lee (D-Ohio), | said"."""
    start = phrase_start(tokens, comma - 1, first) if tokens.words[comma - 1] == ")" and comma - 1 > first else None
    return None if start is None else Subject(start, comma, "before")


def _is_described(tokens: Tokens, at: int, verb: int) -> bool:
    """Tell whether a form in -ed right before a verb describes its subject: "officials interviewed Monday | said"."""
    return is_plural(tokens.word(at - 1)) or (at < verb - 1 and tokens.is_(at - 1, c.NOUNISH))


def _before_time(tokens: Tokens, verb: int, first: int) -> int:
    """Return the last token before a verb but for a time between: "Lee | on Tuesday said"."""
    at = verb - 1
    while at > first and tokens.classes[at] & c.TIME and not tokens.classes[at] & c.PREP:
        at -= 1
    return at - 1 if first < at < verb - 1 and tokens.classes[at] & c.PREP else at


def _with_relative(tokens: Tokens, start: int, first: int) -> int:
    """Return the start of the noun before a relative clause that ends here: "those who want the plan | said"."""
    if start <= first or tokens.classes[start - 1] & (EDGE | c.CONJ | c.SUB | c.REL):
        return start
    verbs = 0
    for at in range(start - 1, first, -1):
        verbs += is_finite(tokens, at) and not is_finite(tokens, at + 1)
        if tokens.classes[at] & EDGE or tokens.quoted[at] or verbs > 1:
            break
        if tokens.lower[at] in ("who", "that", "which") and tokens.is_(at - 1, c.NOUNISH | c.PRON | c.DET):
            further = phrase_start(tokens, at - 1, first)
            return start if further is None else further
    return start


def subject_shared(tokens: Tokens, before: int, first: int, depth: int = 0) -> Subject | None:
    """Return the subject of the nearest finite verb to the left: "Lee rejected the plan and said".

    That of a clause within a clause ("Lee said that Garcia agreed, adding") is passed over if there is another one;
    behind a comma that of a clause with "after" and the like, too ("Lee left when Garcia came, adding").
    """
    fallback = None
    apart = tokens.is_(before - 1, c.COMMA)
    for at in range(before - 1, first - 1, -1):
        if not is_finite(tokens, at) or tokens.is_(at + 1, c.AUX):
            continue
        found = subject_before(tokens, verb_start(tokens, at, first), first, depth + 1)
        if found:
            found = Subject(found.start, found.end, "shared")
            if _goes_on(tokens, found.start, before):
                return found
            if not _is_embedded(tokens, found, first) and not (apart and _hangs(tokens, found.start, first)):
                return found
            fallback = fallback or found
    return fallback or _subject_of_past(tokens, before, first, depth)


def _subject_of_past(tokens: Tokens, before: int, first: int, depth: int) -> Subject | None:
    """Return the first subject of a form in -ed, where nothing is finite for sure: "Lee | sided with the board and"."""
    for at in range(first + 1, before):
        if tokens.classes[at] & c.PAST and not tokens.quoted[at] and tokens.is_(at - 1, c.NOUNISH | c.PRON):
            found = subject_before(tokens, at, first, depth + 1)
            return Subject(found.start, found.end, "shared") if found else None
    return None


def _goes_on(tokens: Tokens, start: int, before: int) -> bool:
    """Tell whether a relative clause goes on at ``before``: "the owners, who left the room but | issued a letter"."""
    joined = tokens.is_(start, c.REL) and tokens.is_(start - 1, c.COMMA) and tokens.is_(before, c.CONJ)
    return joined and not any(tokens.classes[at] & EDGE for at in range(start, before))


def _hangs(tokens: Tokens, start: int, first: int) -> bool:
    """Tell whether a subject is that of a clause that follows the main one: "Lee left when | Garcia came"."""
    return start - 1 > first and tokens.lower[start - 1] in CLAUSE_OPENER


def _is_embedded(tokens: Tokens, who: Subject, first: int) -> bool:
    """Tell whether a subject is that of a clause within a clause: "he said (that) | she", "a man | who"."""
    if tokens.is_(who.start, c.REL):
        return True
    before = who.start - 1
    return before >= first and (
        tokens.lower[before] in EMBEDDING or tokens.is_(before, c.REL) or is_finite(tokens, before)
    )


def _ends_aside(tokens: Tokens, close: int, first: int) -> bool:
    """Tell whether a quotation closes with the comma that ends an aside: "Lee, who called it “dead,” said"."""
    start, end = tokens.quote_of.get(close, (first, close))
    return tokens.is_(close - 1, c.COMMA) and start > first and end - start <= SHORT_QUOTE


def _subject_with_aside(tokens: Tokens, comma: int, first: int) -> Subject | None:
    """Return the subject before an aside: "Lee, a former aide, said"; the aside belongs to it where it says who."""
    segments = _segments(tokens, comma, first)
    chosen = None
    for index in range(len(segments) - 2, -1, -1):
        if not _is_aside(tokens, *segments[index + 1]) or (
            chosen and tokens.is_(segments[chosen[1]][0], c.CONJ | c.SUB)
        ):
            break
        start = _segment_subject(tokens, *segments[index])
        if start is not None and chosen and _is_full_name(tokens, *segments[chosen[1]]) and not _is_role(tokens, start):
            break
        if start is not None:
            chosen = start, index
            if not _is_aside(tokens, *segments[index]):
                break
    if chosen is None:
        return None
    start, index = chosen
    end, aside = segments[index][1], segments[index + 1][0]
    tells_who = not _is_idle(tokens, aside, comma, start, end) and not _is_adverbial(tokens, aside)
    stop = comma + tokens.quoted[comma]
    return Subject(start, stop if tells_who else end, "aside")


def _is_role(tokens: Tokens, start: int) -> bool:
    """Tell whether a phrase may say who the name behind it is: "the former aide, Lee", not "after the vote, Lee"."""
    return tokens.is_(start, c.DET) and not tokens.is_(start - 1, c.PREP)


def _is_full_name(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a stretch is a name of several words: what stands before it is somebody else."""
    return end - start > 1 and all(tokens.is_(at, c.NAME) for at in range(start, end))


def _segment_subject(tokens: Tokens, start: int, end: int) -> int | None:
    """Return where the subject begins in a stretch that consists of it: "(But) the former aide"."""
    found = phrase_start(tokens, end - 1, start) if end > start else None
    if (
        found is None
        or tokens.is_(found, c.PREP)
        or (tokens.classes[end - 1] & c.TIME and not tokens.classes[found] & c.DET)
    ):
        return None
    opens = found == start or tokens.is_(start, c.CONJ | c.SUB | c.ADV) or tokens.is_(found - 1, c.SUB | c.CONJ)
    return found if opens else None


def _is_idle(tokens: Tokens, aside: int, comma: int, start: int, end: int) -> bool:
    """Tell whether an aside adds nothing to somebody known: an age, or a clause behind "Lee" or "the official"."""
    if comma - aside == 1 and tokens.is_(aside, c.NUM):
        return True
    return tokens.is_(aside, c.REL) and (end - start == 1 or tokens.lower[start] in ("the", "his", "her", "their"))


def _is_adverbial(tokens: Tokens, aside: int) -> bool:
    """Tell whether an aside says when, where or how, and not who."""
    if tokens.is_(aside, c.REL | c.DET | c.NOUN) or tokens.lower[aside] == "including":
        return False
    return tokens.is_(aside, c.PREP | c.ING | c.PAST | c.ADV | c.SUB) and not (
        tokens.is_(aside, c.ADV) and tokens.is_(aside + 1, c.DET)
    )


def _segments(tokens: Tokens, comma: int, first: int) -> list[tuple[int, int]]:
    """Return the stretches between commas (or dashes) to the left of ``comma``, the last one ending there."""
    found: list[tuple[int, int]] = []
    end, start = comma, first
    for at in range(comma - 1, first - 1, -1):
        bits = tokens.classes[at]
        if bits & (c.COMMA | c.DASH) and not tokens.quoted[at]:
            found.append((at + 1, end))
            end = at
        elif bits & (c.STOP | c.COLON) or (bits & c.CLOSE and tokens.is_(at - 1, c.COMMA | c.STOP)):
            start = at + 1
            break
    found.append((start, end))
    return found[::-1]


def _is_clause(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a stretch is a clause that hangs on another: "when asked", "(asked) if it would pass"."""
    return start < end - 1 and tokens.lower[start] in (EMBEDDING | CLAUSE_OPENER) and not tokens.is_(end - 1, c.CONJ)


def _is_aside(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a stretch between commas only describes what stands before it."""
    if start < end and tokens.lower[start] == "where":
        return True
    opening = after_adverbs(tokens, start, end)
    participle = opening < end and bool(tokens.classes[opening] & c.DONE)
    if _is_clause(tokens, opening + participle, end):
        return True
    for at in range(opening + participle, end):
        if tokens.classes[at] & c.REL or tokens.lower[at] == "whose":
            return True
        if is_finite(tokens, at):
            return False
    return start < end
