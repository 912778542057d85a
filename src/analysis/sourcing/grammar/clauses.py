"""Where the words of a source end and the writer's own go on."""

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import cue_forms
from analysis.sourcing.grammar.phrase_ends import phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, has_finite, is_finite

CONTRAST, ADDING, LEAD_IN, ASIDE = group("contrast"), group("adding"), group("lead-in"), group("writer aside")


RELATIVE = ("relative", "restrictive")
MORE = ("not", "that", "to", "rather", "also")
"""What behind "but" is still said: "not only a delay but also a fine"."""
BORDER = c.STOP | c.COMMA | c.DASH | c.CONJ | c.COLON
"""What may stand where a content ends, but in a relative clause, which ends at the main verb."""


def clause_end(tokens: Tokens, start: int, last: int, frame: str = "", clause: str = "") -> int:
    """Return where the content that begins at ``start`` ends, at most at ``last``.

    ``frame`` is the kind of complement ("clause", "np", ...; "relative" or "restrictive" where the cue stands in a
    relative clause behind a comma or without one; "seems" behind a verb of seeming),
    ``clause`` that of the cue's own clause ("subordinate", "participle", or empty).
    """
    at = start
    quote = tokens.quote_of.get(start)
    if tokens.classes[start] & c.OPEN and quote:
        close = quote[1]
        if close >= last or tokens.is_(close, c.STOP | c.COMMA) or tokens.is_(close - 2, c.STOP | c.COMMA):
            return close
        at = close
    anywhere, classes, quoted = frame in RELATIVE, tokens.classes, tokens.quoted
    while at < last:
        if quoted[at]:
            closes = at > start + 1 and end_at_comma(tokens, at)
            if closes and _ends(tokens, start, at, last, frame, clause):
                return at + 1
        elif (anywhere or classes[at] & BORDER) and at > start and _ends(tokens, start, at, last, frame, clause):
            return at
        at += 1
    return _quotation_end(tokens, start, last)


def _quotation_end(tokens: Tokens, start: int, last: int) -> int:
    """Return where a content ends that nothing ends before: with its sentence, or with a quotation that it opens."""
    quote = tokens.quote_of.get(last - 1)
    return quote[1] if quote and start < quote[0] and last < quote[1] else without_stop(tokens, start, last)


def end_at_comma(tokens: Tokens, at: int) -> int | None:
    """Return what ends at the comma at ``at``, or behind the mark at ``at`` with one within: `“dead,” | noting`."""
    if not tokens.quoted[at]:
        return at if tokens.classes[at] & c.COMMA else None
    return at + 1 if tokens.classes[at] & c.CLOSE and tokens.is_(at - 1, c.COMMA) else None


def without_stop(tokens: Tokens, start: int, end: int) -> int:
    """Return the end of a stretch without the full stop of its sentence."""
    while end > start and tokens.classes[end - 1] & c.STOP and not tokens.quoted[end - 1]:
        end -= 1
    return end


def _ends(tokens: Tokens, start: int, at: int, last: int, frame: str, clause: str) -> bool:
    """Tell whether a content ends before token ``at``."""
    bits = tokens.classes[at]
    if tokens.words[at] == ";" or (frame in RELATIVE and _is_main_verb(tokens, at)):
        return True
    if at + 1 >= last or not bits & (c.COMMA | c.DASH | c.CONJ | c.CLOSE | c.COLON):
        return False
    if tokens.lower[at - 1] == "that" and at - 1 == start:
        return False
    if bits & c.COLON:
        return _is_said_again(tokens, at + 1)
    if bits & c.CONJ:
        beside = frame == "np" and tokens.is_(at - 1, c.OBJ | c.PRON) and _begins_clause(tokens, at + 1, last)
        return beside or _is_next_verb(tokens, at + 1, last, frame, clause)
    if _is_contrast(tokens, at + 1) or tokens.lower[at + 1] == "according" or adds(tokens, at + 1):
        return True
    if tokens.is_(at + 1, c.CONJ):
        return _is_next_clause(tokens, at, last) or _is_next_verb(tokens, at + 2, last, frame, clause)
    if bits & c.DASH:
        return tokens.lower[at + 1] != "that" and frame == "np" and not clause and _is_aside(tokens, at + 1, last)
    return _ends_at_comma(tokens, start, at, last, frame, clause)


def _is_contrast(tokens: Tokens, at: int) -> bool:
    """Tell whether a contrast begins at ``at``, and not with more of what is said: "but not him", "but that he"."""
    return tokens.lower[at] in CONTRAST and not (tokens.lower[at] == "but" and tokens.word(at + 1) in MORE)


def _is_said_again(tokens: Tokens, at: int) -> bool:
    """Tell whether a quotation whose speaker follows begins at ``at``: `said it failed: | “It is dead,” he said`."""
    quote = tokens.quote_of.get(at) if tokens.classes[at] & c.OPEN else None
    return quote is not None and tokens.is_(quote[1] - 2, c.COMMA)


def _is_main_verb(tokens: Tokens, at: int) -> bool:
    """Tell whether the verb of the main clause stands behind a relative clause: "those who want it | are few"."""
    if not tokens.is_(at - 1, c.NOUNISH) or tokens.is_(at - 1, c.PRON | c.REL) or not is_finite(tokens, at):
        return False
    cue = cue_forms().get(tokens.lower[at])
    return bool(tokens.classes[at] & (c.VERB | c.AUX)) or (cue is not None and "postposed" in cue[0].frames)


def _is_next_clause(tokens: Tokens, at: int, last: int) -> bool:
    """Tell whether ", and he went" begins at ``at``: another clause, most often the writer's."""
    if not tokens.classes[at] & (c.COMMA | c.CLOSE) or tokens.lower[at + 1] != "and":
        return False
    return tokens.is_(at + 2, c.PRON) or _begins_clause(tokens, at + 2, last)


def _ends_at_comma(tokens: Tokens, start: int, at: int, last: int, frame: str, clause: str) -> bool:
    """Tell whether a content ends at a comma that no conjunction follows."""
    following = tokens.lower[at + 1]
    cue = cue_forms().get(following)
    listed = (cue is not None and not cue[0].speech) or any(tokens.quoted[start:at])
    if frame == "relative" or (frame == "restrictive" and not listed):
        return True
    if following in ASIDE:
        if following == "which" and _goes_on_behind(tokens, at + 1, last):
            return False
        return frame != "clause" or has_finite(tokens, start, at)
    fronted = tokens.lower[start] == "that" or tokens.is_(start, c.SUB | c.PREP) or tokens.quoted[start]
    explains = following == "the" and not fronted
    if (explains or frame == "seems") and _is_aside(tokens, at + 1, last):
        return True
    subject = tokens.is_(at + 1, c.PRON | c.DET | c.POSS | c.NOUNISH)
    return clause == "subordinate" and subject and _begins_clause(tokens, at + 1, last)


def _goes_on_behind(tokens: Tokens, at: int, last: int) -> bool:
    """Tell whether the clause goes on behind a relative one: "said that the fund, which pays for it, | was empty"."""
    comma = next((i for i in range(at, last - 1) if tokens.classes[i] & c.COMMA and not tokens.quoted[i]), None)
    return comma is not None and is_finite(tokens, comma + 1)


def _is_aside(tokens: Tokens, at: int, last: int) -> bool:
    """Tell whether a finite verb stands before the next mark: ", the man who | left", "— a move that | failed"."""
    for i in range(at, last):
        if tokens.classes[i] & (c.COMMA | c.DASH | c.BRACKET) and not tokens.quoted[i]:
            return False
        if is_finite(tokens, i):
            return True
    return False


def _begins_clause(tokens: Tokens, at: int, last: int) -> bool:
    """Tell whether a subject and its verb stand at ``at``."""
    end = phrase_end(tokens, at, last)
    if end is None:
        return False
    verb = after_adverbs(tokens, end, last)
    return tokens.is_(end, c.COMMA) or (verb < last and is_finite(tokens, verb))


def adds(tokens: Tokens, at: int) -> bool:
    """Tell whether another attribution of the same source begins at ``at``: ", saying", ", also citing"."""
    at = after_adverbs(tokens, at, len(tokens))
    if at >= len(tokens) or tokens.quoted[at] or not tokens.classes[at] & c.ING or tokens.lower[at] not in cue_forms():
        return False
    cue = cue_forms()[tokens.lower[at]][0]
    return cue.speech and ("clause" in cue.frames or tokens.lower[at] in ADDING)


def _is_next_verb(tokens: Tokens, at: int, last: int, frame: str, clause: str) -> bool:
    """Tell whether another verb of the same source stands at ``at``: "criticized the plan and | said"."""
    at = after_adverbs(tokens, at, last)
    if at >= last or tokens.quoted[at] or tokens.lower[at] not in cue_forms():
        return False
    cue, classes = cue_forms()[tokens.lower[at]]
    if clause == "participle" and classes & c.ING:
        return cue.speech
    if not classes & (c.PAST | c.VERB) or (cue.noun and classes & c.VERB):
        return False
    return frame != "clause" or cue.speech


def content_before(tokens: Tokens, end: int, first: int) -> tuple[int, int] | None:
    """Return what stands before a source that follows it: "The plan is dead, | Lee said"; None if nothing does.

    A quotation is taken in whole, from whichever sentence it began in.
    """
    while end > first and tokens.classes[end - 1] & (c.COMMA | c.DASH):
        end -= 1
    quote = (
        tokens.quote_of.get(end - 1) if tokens.is_(end - 1, c.CLOSE) or (end > 0 and tokens.quoted[end - 1]) else None
    )
    start = first
    if end <= first:
        if quote is None:
            return None
        start = tokens.bounds(quote[0])[0]
    if quote and (quote[0] < start or tokens.is_(quote[0] - 1, c.COLON)):
        return quote[0], end
    while start < end - 1 and (tokens.lower[start] in LEAD_IN or tokens.classes[start] & c.COMMA):
        start += 1
    return (start, end) if end > start else None


def around(tokens: Tokens, start: int, end: int, first: int, last: int) -> list[tuple[int, int]]:
    """Return what stands before and after what is inserted there: "The plan, | as Lee put it, | is dead".

    Only what stands after it where a conjunction joins it to another clause: "It failed, and | as Lee put it, | ...".
    """
    opens = start == first or tokens.is_(start - 1, c.CONJ | c.SUB | c.STOP | c.COLON)
    before = None if opens else content_before(tokens, start, first)
    pieces = [before] if before else []
    while (end < last and tokens.classes[end] & c.COMMA) or tokens.word(end) == ":":
        end += 1
    if end < last - 1 and (not before or tokens.is_(start - 1, c.COMMA)):
        pieces.append((end, clause_end(tokens, end, last)))
    return [(s, e) for s, e in pieces if e > s]
