"""Sources that stand behind their verb ("said Lee, a former aide"), and those of participles (", saying")."""

from collections.abc import Callable

from analysis.sourcing.extraction.scan import finite_before, first_that, last_word, next_comma, next_of
from analysis.sourcing.extraction.subjects import EDGE, Subject, nearest_subject, subject_before, subject_shared
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import NO_CUE, cue_forms, forms_with
from analysis.sourcing.grammar.noun_phrases import chunk_start, phrase_start
from analysis.sourcing.grammar.patterns import ANYTHING, Row, Table, after, before, here
from analysis.sourcing.grammar.phrase_ends import phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import GENITIVE, has_finite, is_plural, verb_start
from analysis.sourcing.grammar.vocabulary import speakers

SPENT = group("spent")
FAR, NEAR = 12, 4
ASIDE_END = c.COMMA | c.STOP | c.DASH | c.OPEN | c.COLON
INVERTED = Table(
    "",
    Row("postposed", "“It is dead,” |said| Lee, adding: “It is gone.”", (before(c.CLOSE),)),
    Row("any-words", "It was dead, |said| Lee, adding that it was gone.", (before(c.COMMA),)),
)
"""What frame a verb must have that may stand between what is said and its source."""
INTERRUPTED = {
    False: Table(
        False,
        Row(True, "|The| mayor, citing the costs, said no.", (here(c.FIRST),)),
        Row(True, "It failed, and |the| mayor, citing the costs, said no.", (before(c.CONJ | c.SUB | c.CLOSE),)),
    ),
    True: Table(
        False,
        Row(True, "|Lee|, citing the costs, said no.", (here(c.FIRST),)),
        Row(True, "In May, |Lee|, citing the costs, said no.", (before(c.CONJ | c.SUB | c.COMMA),)),
    ),
}
"""Where a subject begins that a participle parts from its verb, by whether it ends with a name."""
FRONTED = Table(False, Row(True, "In |a| memo praising him, Lee said no.", (before(c.FIRST, words={"in"}),)))
"""Where a document begins in which somebody says a thing."""
ACCORDING, PLANNED = ("according",), frozenset(("plan", "plans", "schedule"))
SPEAKING = frozenset(("citing", "quoting", "referring", "speaking", "talking", "testifying", "writing"))
"""What those do meanwhile according to whom something is; behind "according to plan" stands nobody."""
TALKS = group("talks")
MEETINGS = Table(
    False,
    Row(True, "It came after Lee's |talk| with Garcia, outlining it.", (here(words=TALKS), after(words={"with"}))),
)
"""What somebody had with another, and said there."""
TELLS_WHO = c.DET | c.REL | c.POSS | c.NOUN | c.NUM | c.NAME


def subject_after(tokens: Tokens, at: int, last: int) -> Subject | None:
    """Return the source that begins at ``at``, behind its verb, with all asides that say who it is; None if none."""
    end = phrase_end(tokens, at, last)
    if end is None:
        return None
    while tokens.is_(end, c.COMMA):
        stop = next_of(tokens, end + 1, last, ASIDE_END)
        if not _describes(tokens, end + 1, stop):
            break
        end = stop
    return Subject(at, end, "after")


def _describes(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a stretch behind a comma says who the source is: ", a former aide", ", who left", ", 32"."""
    verb = next_of(tokens, start, end, c.REL | c.AUX)
    clause = verb < end and not tokens.is_(verb, c.REL)
    return tokens.is_(start, TELLS_WHO) and not clause


def subject_of_participle(tokens: Tokens, at: int, first: int, last: int) -> Subject | None:
    """Return who says, of the participle whose group begins at ``at``; None where none is found (see `READERS`)."""
    for read in READERS:
        if found := read(tokens, at, first, last):
            return found
    return None


def _noun_before(tokens: Tokens, at: int, first: int, last: int) -> Subject | None:
    """`a crowd | chanting`; but not `a speech saying`, `spent the week attacking`, `In a memo praising him`."""
    if FRONTED.decide(tokens, chunk_start(tokens, at - 1, first) or at):
        return None
    speaks = _may_speak(tokens, at - 1) and SPENT.words.isdisjoint(tokens.lower[max(first, at - FAR) : at])
    return subject_before(tokens, at, first) if speaks else None


def _may_speak(tokens: Tokens, at: int) -> bool:
    """Tell whether a noun right before a participle may be its subject: "aides saying", but not "a speech saying"."""
    word = tokens.lower[at]
    somebody = word in speakers() or tokens.is_(at, c.NAME | c.NUM) or is_plural(word)
    return somebody and tokens.is_(at, c.NOUNISH, none=c.TIME)


def _speaker_before(tokens: Tokens, at: int, first: int, last: int) -> Subject | None:
    """`“It is dead,” said | Lee |, adding`: who stands behind the verb of a quotation goes on."""
    for verb in range(at - 1, first, -1):
        if tokens.quoted[verb]:
            break
        if tokens.classes[verb - 1] & (c.COMMA | c.CLOSE) and _is_inverted(tokens, verb):
            return subject_after(tokens, verb + 1, at)
    return None


def _reporter_before(tokens: Tokens, at: int, first: int, last: int) -> Subject | None:
    """`It will fail, | the Post | reported on Monday, citing`: who stands between what is said and a verb of saying."""
    start = tokens.skip_back(at - 1, first, ANYTHING, c.STOP | c.COLON | c.OPEN | c.CLOSE)
    verb = last_word(tokens, forms_with("postposed"), start + 1, at)
    if verb is None:
        return None
    who = phrase_start(tokens, verb - 1, first)
    if who is None or not tokens.is_(who - 1, c.COMMA):
        return None
    return Subject(who, verb, "shared") if has_finite(tokens, first, who) else None


def _according_before(tokens: Tokens, at: int, first: int, last: int) -> Subject | None:
    """`It will fail, according to | the Post |, citing bankers`: according to whom it is."""
    according = last_word(tokens, ACCORDING, first, at) if tokens.lower[at] in SPEAKING else None
    if according is None or tokens.lower[according + 2] in PLANNED:
        return None
    if phrase_end(tokens, according + 2, at) != at - 1:
        return None
    return Subject(according + 2, at - 1, "shared")


def _is_inverted(tokens: Tokens, at: int) -> bool:
    """Tell whether a verb may stand between what is said and its source, there also where nothing is quoted."""
    cue, _ = cue_forms().get(tokens.lower[at], NO_CUE)
    return INVERTED.decide(tokens, at) in cue.frames


def _relative_before(tokens: Tokens, at: int, first: int, last: int) -> Subject | None:
    """`Garcia, | who | began by saying`: the relative pronoun whose clause goes on up to the participle."""
    verb = next(finite_before(tokens, at, first), None)
    if verb is None or next_of(tokens, verb, at, EDGE) < at:
        return None
    found = subject_before(tokens, verb_start(tokens, verb, first), first)
    return found if found and tokens.is_(found.start, c.REL) else None


def _caller_before(tokens: Tokens, at: int, first: int, last: int) -> Subject | None:
    """`after | Lee |'s talk with Garcia, outlining`: whose talk it was."""
    talk = _meeting_before(tokens, at, first) if tokens.is_(at - 1, c.COMMA) else None
    if talk is None or has_finite(tokens, talk + 1, at):
        return None
    owner = last_word(tokens, GENITIVE, max(first, talk - NEAR), talk)
    return None if owner is None else _phrase(tokens, owner, first)


def _meeting_before(tokens: Tokens, at: int, first: int) -> int | None:
    """Return where somebody's talk with another is told of in the stretch before the comma at ``at``."""
    start = tokens.skip_back(at - 2, first, ANYTHING, EDGE) + 1
    return first_that(lambda i: MEETINGS.decide(tokens, i), range(start, at - 1))


def _phrase(tokens: Tokens, last: int, first: int) -> Subject | None:
    """Return the plain noun phrase that ends with ``last``."""
    start = chunk_start(tokens, last, first)
    return None if start is None else Subject(start, last + 1, "shared")


def _shared(tokens: Tokens, at: int, first: int, last: int) -> Subject | None:
    """`| Lee | rejected it, saying`; in "the call came after | Lee | met Garcia, saying" the caller."""
    found = subject_shared(tokens, at, first)
    if found and tokens.lower[found.end - 1] in TALKS:
        return nearest_subject(tokens, at, first)
    return found


def _interrupted_before(tokens: Tokens, at: int, first: int, last: int) -> Subject | None:
    """`| Lee |, citing the costs, said no`: the participle parts its subject from the verb."""
    start = phrase_start(tokens, at - 2, first) if tokens.is_(at - 1, c.COMMA) else None
    if start is None:
        return None
    begins = INTERRUPTED[tokens.is_(at - 2, c.NAME)].decide(tokens, start)
    return Subject(start, at - 1, "aside") if begins else None


def _subject_behind(tokens: Tokens, at: int, first: int, last: int) -> Subject | None:
    """`Citing the costs, | Lee | said`: the subject of the clause behind the comma that ends the participle's."""
    comma = next_comma(tokens, at + 1, last - 1)
    start = (last if comma is None else comma) + 1
    end = phrase_end(tokens, start, last)
    return Subject(start, end, "shared") if end else None


Reader = Callable[[Tokens, int, int, int], Subject | None]
"""Looks at the paragraph, where a participle begins, and the first token and end of its sentence."""

READERS: tuple[Reader, ...] = (
    _noun_before, _speaker_before, _reporter_before, _according_before, _relative_before, _caller_before, _shared,
    _interrupted_before, _subject_behind,
)  # fmt: skip
"""Who says what a participle says: the nearest that may be, before it; behind it where nobody stands before."""
