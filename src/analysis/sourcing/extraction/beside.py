"""Quotations whose verb is no cue, but stands where one would: `“Why?” posed Lee`, `Lee boomed: “No.”`."""

from collections.abc import Iterator
from itertools import chain

from analysis.sourcing.extraction.candidates import Candidate, Piece
from analysis.sourcing.extraction.inversion import subject_after
from analysis.sourcing.extraction.scan import finite_before
from analysis.sourcing.extraction.subjects import subject_before, subject_shared
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.patterns import Place, Row, Table, before, here
from analysis.sourcing.grammar.phrase_ends import chunk_end
from analysis.sourcing.grammar.quotations import is_title
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, verb_start
from analysis.sourcing.grammar.vocabulary import people_and_bodies

FEW, VERY_FEW = 7, 4
"""The least tokens, marks included, of a quotation that is speech and no term: within a sentence, and for all of it."""
BE = group("be")
SPOKEN = Table(
    False,
    Row(True, "“It is dead,” |posed| Lee.", (here(none=c.FIRST), before(c.CLOSE), Place(-2, c.COMMA | c.STOP))),
    Row(True, "“It is dead”, |posed| Lee.", (here(none=c.FIRST), before(c.COMMA), Place(-2, c.CLOSE))),
)
"""Where somebody may stand with a verb, right behind a quotation that is speech."""
OPENS = Table(
    False,
    Row(True, "|“|It is dead,” posed Lee.", (here(c.FIRST),)),
    Row(True, "But |“|it is dead,” posed Lee.", (before(c.STOP | c.COMMA | c.COLON | c.CLOSE | c.DASH | c.CONJ),)),
)
"""Where a quotation opens that somebody says, and is no title: not `on “This Week,” Lee ...`."""
ENDS = Table(
    False,
    Row(True, "“It is dead,” posed Lee|.|", (here(c.STOP | c.COMMA | c.PREP | c.TIME | c.OBJ | c.COLON),)),
    Row(True, "“It is dead,” was how Lee put |it|.", (here(words={"it"}),)),
    Row(True, "“It is dead,” posed Lee |as| he left.", (here(c.SUB | c.CONJ | c.ADV | c.ING | c.DASH),)),
)
"""What may follow there."""
VERBS = Table(
    False,
    Row(True, "“It is dead,” |posed| Lee.", (here(c.PAST | c.VERB, c.AUX),)),
    Row(True, "“It is dead,” he |sniffs|.", (here(c.NOUN, c.AUX), before(c.PRON, c.DET))),
)
"""What may be a verb there."""
WAYS = Table(False, Row(True, "“It is dead,” was |how| Lee put it.", (here(words={"how"}), before(words=BE))))
"""Where it is told how somebody said what is quoted."""

Said = tuple[Piece, Piece]
"""The source and the verb."""


def said_before(tokens: Tokens, quotation: Piece) -> list[Candidate]:
    """Return the quotation as said by the subject of the verb to its left (`Lee boomed: "No."`), else by nobody."""
    start, end = quotation
    if end - start < FEW or is_title(tokens, start, end):
        return []
    first, _ = tokens.bounds(start)
    for verb in finite_before(tokens, start, first):
        begin = verb_start(tokens, verb, first)
        who = subject_before(tokens, begin, first) or subject_shared(tokens, begin, first)
        if who:
            return [Candidate(tokens, "quotation_beside", (begin, verb + 1), (who.start, who.end), [quotation])]
        break
    return [Candidate(tokens, "quotation_alone", None, None, [quotation])]


def said_behind(tokens: Tokens, quotation: Piece) -> list[Candidate]:
    """Return the quotation as said by who stands with a verb right behind it; nothing where nobody does."""
    start, end = quotation
    _, last = tokens.bounds(end - 1)
    at = end + tokens.is_(end, c.COMMA)
    if end - start < VERY_FEW or not _is_speech(tokens, start, end, at):
        return []
    said = chain.from_iterable(read(tokens, at, last) for read in READERS)
    found = [Candidate(tokens, "quotation_beside", cue, source, [quotation], final=True) for source, cue in said]
    return found[:1]


def _is_speech(tokens: Tokens, start: int, end: int, at: int) -> bool:
    """Tell whether a quotation is no title, and somebody may stand at ``at`` who says it."""
    if not (SPOKEN.decide(tokens, at) and OPENS.decide(tokens, start)):
        return False
    return tokens.is_(at, c.PRON) or not is_title(tokens, start, end)


def _behind_how(tokens: Tokens, at: int, last: int) -> Iterator[Said]:
    """`“It is dead,” | was how Lee put it`"""
    if WAYS.decide(tokens, at + 1):
        yield from _before_verb(tokens, at + 2, last)


def _behind_verb(tokens: Tokens, at: int, last: int) -> Iterator[Said]:
    """`“It is dead,” | posed Lee`"""
    if not VERBS.decide(tokens, at) or _somebody_end(tokens, at + 1, last) is None:
        return
    who = subject_after(tokens, at + 1, last)
    if who and _ends(tokens, who.end, last):
        yield (who.start, who.end), (at, at + 1)


def _before_verb(tokens: Tokens, at: int, last: int) -> Iterator[Said]:
    """`“It is dead,” | Lee posed`"""
    end = _somebody_end(tokens, at, last)
    if end is None:
        return
    verb = after_adverbs(tokens, end, last)
    if VERBS.decide(tokens, verb) and _ends(tokens, verb + 1, last):
        yield (at, end), (end, verb + 1)


READERS = (_behind_how, _behind_verb, _before_verb)


def _somebody_end(tokens: Tokens, start: int, last: int) -> int | None:
    """Return the end of a noun phrase that is somebody: a pronoun, a name, a word for people; None where it is none."""
    end = chunk_end(tokens, start, last)
    if end is None or tokens.is_(end - 1, c.NAME | c.PRON, c.OBJ):
        return end
    return end if tokens.lower[end - 1] in people_and_bodies() else None


def _ends(tokens: Tokens, at: int, last: int) -> bool:
    """Tell whether the verb has no object there that would be another thing done: "he | opened the door"."""
    return at >= last or ENDS.decide(tokens, at)
