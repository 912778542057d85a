"""Where the words of a source end and the writer's own go on."""

from analysis.sourcing import classes as c
from analysis.sourcing.cues import cue_forms
from analysis.sourcing.grammar import group
from analysis.sourcing.phrase_ends import phrase_end
from analysis.sourcing.tokens import Line
from analysis.sourcing.verbforms import after_adverbs, has_finite, is_finite

CONTRAST, ADDING, LEAD_IN, ASIDE = group("contrast"), group("adding"), group("lead-in"), group("writer aside")


RELATIVE = ("relative", "restrictive")
MORE = ("not", "that", "to", "rather", "also")
"""What behind "but" is still said: "not only a delay but also a fine"."""
BORDER = c.STOP | c.COMMA | c.DASH | c.CONJ | c.COLON
"""What may stand where a content ends, but in a relative clause, which ends at the main verb."""


def clause_end(line: Line, start: int, last: int, frame: str = "", clause: str = "") -> int:
    """Return where the content that begins at ``start`` ends, at most at ``last``.

    ``frame`` is the kind of complement ("clause", "np", ...; "relative" or "restrictive" where the cue stands in a
    relative clause behind a comma or without one; "seems" behind a verb of seeming),
    ``clause`` that of the cue's own clause ("subordinate", "participle", or empty).
    """
    at = start
    quote = line.quote_of.get(start)
    if line.classes[start] & c.OPEN and quote:
        close = quote[1]
        if close >= last or line.is_(close, c.STOP | c.COMMA) or line.is_(close - 2, c.STOP | c.COMMA):
            return close
        at = close
    anywhere, classes, quoted = frame in RELATIVE, line.classes, line.quoted
    while at < last:
        if quoted[at]:
            closes = at > start + 1 and end_at_comma(line, at)
            if closes and _ends(line, start, at, last, frame, clause):
                return at + 1
        elif (anywhere or classes[at] & BORDER) and at > start and _ends(line, start, at, last, frame, clause):
            return at
        at += 1
    return _quotation_end(line, start, last)


def _quotation_end(line: Line, start: int, last: int) -> int:
    """Return where a content ends that nothing ends before: with its sentence, or with a quotation that it opens."""
    quote = line.quote_of.get(last - 1)
    return quote[1] if quote and start < quote[0] and last < quote[1] else without_stop(line, start, last)


def end_at_comma(line: Line, at: int) -> int | None:
    """Return what ends at the comma at ``at``, or behind the mark at ``at`` with one within: `“dead,” | noting`."""
    if not line.quoted[at]:
        return at if line.classes[at] & c.COMMA else None
    return at + 1 if line.classes[at] & c.CLOSE and line.is_(at - 1, c.COMMA) else None


def without_stop(line: Line, start: int, end: int) -> int:
    """Return the end of a stretch without the full stop of its sentence."""
    while end > start and line.classes[end - 1] & c.STOP and not line.quoted[end - 1]:
        end -= 1
    return end


def _ends(line: Line, start: int, at: int, last: int, frame: str, clause: str) -> bool:
    """Tell whether a content ends before token ``at``."""
    bits = line.classes[at]
    if line.words[at] == ";" or (frame in RELATIVE and _is_main_verb(line, at)):
        return True
    if at + 1 >= last or not bits & (c.COMMA | c.DASH | c.CONJ | c.CLOSE | c.COLON):
        return False
    if line.lower[at - 1] == "that" and at - 1 == start:
        return False
    if bits & c.COLON:
        return _is_said_again(line, at + 1)
    if bits & c.CONJ:
        beside = frame == "np" and line.is_(at - 1, c.OBJ | c.PRON) and _begins_clause(line, at + 1, last)
        return beside or _is_next_verb(line, at + 1, last, frame, clause)
    if _is_contrast(line, at + 1) or line.lower[at + 1] == "according" or adds(line, at + 1):
        return True
    if line.is_(at + 1, c.CONJ):
        return _is_next_clause(line, at, last) or _is_next_verb(line, at + 2, last, frame, clause)
    if bits & c.DASH:
        return line.lower[at + 1] != "that" and frame == "np" and not clause and _is_aside(line, at + 1, last)
    return _ends_at_comma(line, start, at, last, frame, clause)


def _is_contrast(line: Line, at: int) -> bool:
    """Tell whether a contrast begins at ``at``, and not with more of what is said: "but not him", "but that he"."""
    return line.lower[at] in CONTRAST and not (line.lower[at] == "but" and line.word(at + 1) in MORE)


def _is_said_again(line: Line, at: int) -> bool:
    """Tell whether a quotation whose speaker follows begins at ``at``: `said it failed: | “It is dead,” he said`."""
    quote = line.quote_of.get(at) if line.classes[at] & c.OPEN else None
    return quote is not None and line.is_(quote[1] - 2, c.COMMA)


def _is_main_verb(line: Line, at: int) -> bool:
    """Tell whether the verb of the main clause stands behind a relative clause: "those who want it | are few"."""
    if not line.is_(at - 1, c.NOUNISH) or line.is_(at - 1, c.PRON | c.REL) or not is_finite(line, at):
        return False
    cue = cue_forms().get(line.lower[at])
    return bool(line.classes[at] & (c.VERB | c.AUX)) or (cue is not None and "postposed" in cue[0].frames)


def _is_next_clause(line: Line, at: int, last: int) -> bool:
    """Tell whether ", and he went" begins at ``at``: another clause, most often the writer's."""
    if not line.classes[at] & (c.COMMA | c.CLOSE) or line.lower[at + 1] != "and":
        return False
    return line.is_(at + 2, c.PRON) or _begins_clause(line, at + 2, last)


def _ends_at_comma(line: Line, start: int, at: int, last: int, frame: str, clause: str) -> bool:
    """Tell whether a content ends at a comma that no conjunction follows."""
    following = line.lower[at + 1]
    cue = cue_forms().get(following)
    listed = (cue is not None and not cue[0].speech) or any(line.quoted[start:at])
    if frame == "relative" or (frame == "restrictive" and not listed):
        return True
    if following in ASIDE:
        if following == "which" and _goes_on_behind(line, at + 1, last):
            return False
        return frame != "clause" or has_finite(line, start, at)
    fronted = line.lower[start] == "that" or line.is_(start, c.SUB | c.PREP) or line.quoted[start]
    explains = following == "the" and not fronted
    if (explains or frame == "seems") and _is_aside(line, at + 1, last):
        return True
    subject = line.is_(at + 1, c.PRON | c.DET | c.POSS | c.NOUNISH)
    return clause == "subordinate" and subject and _begins_clause(line, at + 1, last)


def _goes_on_behind(line: Line, at: int, last: int) -> bool:
    """Tell whether the clause goes on behind a relative one: "said that the fund, which pays for it, | was empty"."""
    comma = next((i for i in range(at, last - 1) if line.classes[i] & c.COMMA and not line.quoted[i]), None)
    return comma is not None and is_finite(line, comma + 1)


def _is_aside(line: Line, at: int, last: int) -> bool:
    """Tell whether a finite verb stands before the next mark: ", the man who | left", "— a move that | failed"."""
    for i in range(at, last):
        if line.classes[i] & (c.COMMA | c.DASH | c.BRACKET) and not line.quoted[i]:
            return False
        if is_finite(line, i):
            return True
    return False


def _begins_clause(line: Line, at: int, last: int) -> bool:
    """Tell whether a subject and its verb stand at ``at``."""
    end = phrase_end(line, at, last)
    if end is None:
        return False
    verb = after_adverbs(line, end, last)
    return line.is_(end, c.COMMA) or (verb < last and is_finite(line, verb))


def adds(line: Line, at: int) -> bool:
    """Tell whether another attribution of the same source begins at ``at``: ", saying", ", also citing"."""
    at = after_adverbs(line, at, len(line))
    if at >= len(line) or line.quoted[at] or not line.classes[at] & c.ING or line.lower[at] not in cue_forms():
        return False
    cue = cue_forms()[line.lower[at]][0]
    return cue.speech and ("clause" in cue.frames or line.lower[at] in ADDING)


def _is_next_verb(line: Line, at: int, last: int, frame: str, clause: str) -> bool:
    """Tell whether another verb of the same source stands at ``at``: "criticized the plan and | said"."""
    at = after_adverbs(line, at, last)
    if at >= last or line.quoted[at] or line.lower[at] not in cue_forms():
        return False
    cue, classes = cue_forms()[line.lower[at]]
    if clause == "participle" and classes & c.ING:
        return cue.speech
    if not classes & (c.PAST | c.VERB) or (cue.noun and classes & c.VERB):
        return False
    return frame != "clause" or cue.speech


def content_before(line: Line, end: int, first: int) -> tuple[int, int] | None:
    """Return what stands before a source that follows it: "The plan is dead, | Lee said"; None if nothing does.

    A quotation is taken in whole, from whichever sentence it began in.
    """
    while end > first and line.classes[end - 1] & (c.COMMA | c.DASH):
        end -= 1
    quote = line.quote_of.get(end - 1) if line.is_(end - 1, c.CLOSE) or (end > 0 and line.quoted[end - 1]) else None
    start = first
    if end <= first:
        if quote is None:
            return None
        start = line.bounds(quote[0])[0]
    if quote and (quote[0] < start or line.is_(quote[0] - 1, c.COLON)):
        return quote[0], end
    while start < end - 1 and (line.lower[start] in LEAD_IN or line.classes[start] & c.COMMA):
        start += 1
    return (start, end) if end > start else None


def around(line: Line, start: int, end: int, first: int, last: int) -> list[tuple[int, int]]:
    """Return what stands before and after what is inserted there: "The plan, | as Lee put it, | is dead".

    Only what stands after it where a conjunction joins it to another clause: "It failed, and | as Lee put it, | ...".
    """
    opens = start == first or line.is_(start - 1, c.CONJ | c.SUB | c.STOP | c.COLON)
    before = None if opens else content_before(line, start, first)
    pieces = [before] if before else []
    while (end < last and line.classes[end] & c.COMMA) or line.word(end) == ":":
        end += 1
    if end < last - 1 and (not before or line.is_(start - 1, c.COMMA)):
        pieces.append((end, clause_end(line, end, last)))
    return [(s, e) for s, e in pieces if e > s]
