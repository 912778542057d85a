"""What stands between a cue and its content: a particle, the person told, when and where it was said."""

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.phrase_ends import chunk_end, phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import is_finite
from analysis.sourcing.grammar.verbs import Verb

QUESTION, PARTICLE, MEANS = group("question"), group("particle"), group("means")
FAR = 14


def after_particle(verb: Verb) -> int:
    """Return the end of the cue with its particle: "pointed out", "fired back"."""
    end = verb.end
    while end < verb.last and verb.tokens.lower[end] in PARTICLE and not verb.tokens.quoted[end]:
        end += 1
    return end


def after_addressee(tokens: Tokens, at: int, last: int) -> int:
    """Pass the person told: "told reporters | that", "asked him | whether"."""
    if tokens.is_(at, c.OBJ | c.PRON) and not (tokens.is_(at, c.POSS) and tokens.is_(at + 1, c.NOUNISH)):
        return at + 1
    chunk = chunk_end(tokens, at, last) if tokens.is_(at, c.NOUNISH | c.DET | c.POSS) else None
    if tokens.word(at) in QUESTION or chunk is None:
        return at
    return chunk if tokens.word(chunk) == "to" else phrase_end(tokens, at, last) or at


def after_adverbial(verb: Verb, at: int) -> int:
    """Pass time and place between a cue and its clause: "said Tuesday in an interview | that"."""
    tokens, last = verb.tokens, verb.last
    if verb.cue.frames.isdisjoint(("clause", "quote")):
        return _after_hearers(verb, at)
    start = at
    while at < last:
        bits, low = tokens.classes[at], tokens.lower[at]
        if bits & c.TIME and bits & c.DET and not tokens.is_(at + 1, c.TIME):
            break
        if (bits & c.TIME and not bits & (c.PREP | c.SUB)) or (
            bits & c.ADV and not bits & (c.SUB | c.NAME) and low not in ("not", "then")
        ):
            at += 1
        elif (
            bits & c.PREP
            and not bits & c.SUB
            and low not in verb.cue.frames
            and not (low == "to" and tokens.is_(at + 1, c.BASE))
        ):
            end = phrase_end(tokens, at + 1, last)
            if end is None:
                break
            at = end
        elif bits & c.COMMA and at > start and (tokens.is_(at + 1, c.TIME) or tokens.word(at + 1) == "that"):
            at += 1
        else:
            break
    return at


def _after_hearers(verb: Verb, at: int) -> int:
    """Pass to whom, how and when a thing is said before its object: "outlined to colleagues on Friday | the plan"."""
    tokens, first = verb.tokens, at
    if not verb.cue.speech or "np" not in verb.cue.frames:
        return at
    if tokens.word(at) == "by" and tokens.word(at + 1) in MEANS:
        return at + 2
    while tokens.word(at) in ("to", "on") and (tokens.word(at) == "to") == (at == first):
        end = phrase_end(tokens, at + 1, verb.last)
        if end is None or tokens.word(at) in verb.cue.frames or (at > first and not tokens.is_(at + 1, c.TIME)):
            break
        at = end
    return at


def asked_word(verb: Verb, at: int) -> int:
    """Return where the word stands that the cue asks for, behind other things: "spoke at length | about"."""
    tokens, reach = verb.tokens, range(at, min(at + FAR, verb.last - 1))
    found = next((i for i in reach if _is_asked(verb, i)), verb.last)
    closed = found < verb.last and any(
        tokens.quoted[i] or tokens.classes[i] & (c.STOP | c.DASH) or is_finite(tokens, i) for i in range(at, found + 1)
    )
    return verb.last if closed else found


def _is_asked(verb: Verb, at: int) -> bool:
    """Tell whether the word at ``at`` is one that the cue asks for."""
    tokens, low, frames = verb.tokens, verb.tokens.lower[at], verb.cue.frames
    if low == "that" and "clause" in frames and not tokens.is_(at + 1, c.STOP | c.COMMA):
        return True
    return low in frames and bool(tokens.classes[at] & c.PREP) and low not in ("to", "of", "for", "on", "in")
