"""Who does it: the noun phrase that is a verb's subject, before it, around commas, or shared with another verb."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from analysis.sourcing.extraction.asides import subject_with_aside
from analysis.sourcing.extraction.relatives import start_with_deed, start_with_participle, start_with_relative
from analysis.sourcing.extraction.scan import finite_before, next_of
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.noun_phrases import phrase_start
from analysis.sourcing.grammar.patterns import Place, Row, Table
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_forms import UNREAD
from analysis.sourcing.grammar.verb_groups import is_finite, is_plural, verb_start

EMBEDDING, CLAUSE_OPENER, EACH, WHERE = group("embedding"), group("clause opener"), group("each"), group("where")
EDGE = c.COMMA | c.STOP | c.COLON | c.OPEN | c.CLOSE | c.DASH
THAT = frozenset(("that",))
DEEP = 5

How = Literal["before", "aside", "relative", "shared", "after", "by", "prompted", "nobody"]


@dataclass(slots=True)
class Subject:
    """A source as found: its tokens, and how it stands to its verb (before, aside, relative, shared, after, by)."""

    start: int
    end: int
    how: How


class Left(NamedTuple):
    """What stands to the left of a verb: its last token, and the first of the sentence; ``depth`` counts how many
    verbs have been passed on the way.
    """

    tokens: Tokens
    verb: int
    at: int
    first: int
    depth: int


def subject_before(tokens: Tokens, verb: int, first: int, depth: int = 0) -> Subject | None:
    """Return the subject of the verb group that begins at token ``verb``; None where none is found."""
    found = tokens.subjects.get(verb, UNREAD)
    if found is UNREAD:
        found = tokens.subjects[verb] = _subject_before(Left(tokens, verb, _before(tokens, verb, first), first, depth))
    return found if isinstance(found, Subject) else None


def _before(tokens: Tokens, verb: int, first: int) -> int:
    """Return the last token before a verb but for a time or "all": "Lee | on Tuesday said", "they | all say"."""
    at = verb - 1
    if tokens.is_(at, c.TIME, none=c.PREP):
        at = tokens.skip_back(at, first, c.TIME, c.PREP)
        at -= tokens.is_(at, c.PREP)
    return at - TOGETHER.decide(tokens, at)


def _subject_before(left: Left) -> Subject | None:
    if left.at < left.first or left.depth > DEEP:
        return None
    classes = left.tokens.classes[left.at]
    for told, read in BEFORE:
        if classes & told:
            return read(left)
    return _plain(left)


TOGETHER: Table[bool] = Table(
    False,
    Row(True, "They |all| said no.", (Place(0, words=EACH), Place(-1, c.NOUNISH | c.PRON))),
)
"""A word between a subject and its verb that belongs to neither."""


RELATIVES: Table[bool] = Table(
    False,
    Row(True, "Lee read a report |that| shows it.", (Place(0, words=THAT), Place(-1, c.NOUNISH | c.COMMA | c.TIME))),
    Row(False, "It is so |that| shows it.", (Place(0, words=THAT),)),
    Row(False, "Lee, |whom| voters like, left.", (Place(0, words=frozenset(("whom",))),)),
    Row(True, "Lee saw an aide |who| left.", (Place(0, c.REL),)),
)
"""Whether a relative pronoun is the subject of the verb behind it."""


def _relative(left: Left) -> Subject | None:
    """`an aide | who | left`"""
    subject = RELATIVES.decide(left.tokens, left.at)
    return Subject(left.at, left.at + 1, "relative") if subject else None


def _around_comma(left: Left) -> Subject | None:
    """`| Lee, a former aide,| said`; `| Ann Lee (D-Ohio) |, said`; `| Lee | left, said no`"""
    tokens, comma = left.tokens, left.at
    found = subject_with_aside(tokens, comma, left.first)
    if found:
        return Subject(*found, "aside")
    return _bracketed(left) or subject_shared(tokens, left.verb, left.first, left.depth)


def _bracketed(left: Left) -> Subject | None:
    """`| Ann Lee (D-Ohio) |, said`: a comma behind its bracket parts the subject from its verb."""
    tokens, comma = left.tokens, left.at
    start = phrase_start(tokens, comma - 1, left.first) if tokens.words[comma - 1] == ")" else None
    return None if start is None else Subject(start, comma, "before")


def _around_quotation(left: Left) -> Subject | None:
    """`| Lee, who called it “dead,”| said`: a quotation closes with the comma that ends an aside."""
    tokens, close, first = left.tokens, left.at, left.first
    found = subject_with_aside(tokens, close, first) if tokens.is_(close - 1, c.COMMA) else None
    return Subject(*found, "aside") if found else None


def _joined(left: Left) -> Subject | None:
    """`| Lee | left and said`"""
    return subject_shared(left.tokens, left.at, left.first, left.depth)


def _plain(left: Left) -> Subject | None:
    """`| the former aide | said`; `| officials interviewed Monday | said`; `| officials | there said`"""
    tokens, at, first = left.tokens, left.at, left.first
    if tokens.lower[at].endswith("'s"):
        return None
    for start_before in (start_with_relative, start_with_deed, start_with_participle):
        start = start_before(tokens, left.verb, first)
        if start is not None:
            return Subject(start, at + 1, "before")
    described = _is_described(left)
    start = phrase_start(tokens, at - (described or PLACED.decide(tokens, at)), first)
    if start is None:
        return None
    return Subject(start, left.verb if described else at + 1, "before")


PLACED: Table[bool] = Table(
    False,
    Row(True, "Officials |there| said no.", (Place(0, words=WHERE), Place(-1, c.NOUNISH))),
)
"""A word behind a subject that says where it is."""


def _is_described(left: Left) -> bool:
    """Tell whether a form in -ed right before a verb describes its subject: "officials interviewed Monday | said"."""
    tokens, at = left.tokens, left.at
    if not tokens.is_(at, c.PAST, none=c.NOUNISH):
        return False
    dated = at < left.verb - 1
    return is_plural(tokens.lower[at - 1]) or (dated and tokens.is_(at - 1, c.NOUNISH))


BEFORE: tuple[tuple[int, Callable[[Left], Subject | None]], ...] = (
    (c.REL, _relative), (c.COMMA | c.DASH, _around_comma), (c.CLOSE, _around_quotation), (c.CONJ, _joined),
)  # fmt: skip
"""How a subject is read by what stands right before its verb; behind any other word it is a plain noun phrase."""


def subject_shared(tokens: Tokens, before: int, first: int, depth: int = 0) -> Subject | None:
    """Return the subject of the nearest finite verb to the left: "Lee rejected the plan and said".

    That of a clause within a clause ("Lee said that Garcia agreed, adding") is passed over if there is another one;
    behind a comma that of a clause with "after" and the like, too ("Lee left when Garcia came, adding").
    """
    fallback = None
    for found in _subjects(tokens, finite_before(tokens, before, first), first, depth):
        if _is_main(tokens, found, before, first):
            return found
        fallback = fallback or found
    return fallback or _subject_of_past(tokens, before, first, depth)


def nearest_subject(tokens: Tokens, before: int, first: int) -> Subject | None:
    """Return the subject of the nearest finite verb to the left, whatever its clause hangs on."""
    return next(_subjects(tokens, finite_before(tokens, before, first), first, 0), None)


def _subjects(tokens: Tokens, verbs: Iterable[int], first: int, depth: int) -> Iterator[Subject]:
    """Yield the subjects of these verbs, in their order, as shared with another one."""
    for verb in verbs:
        found = subject_before(tokens, verb_start(tokens, verb, first), first, depth + 1)
        if found:
            yield Subject(found.start, found.end, "shared")


def _subject_of_past(tokens: Tokens, before: int, first: int, depth: int) -> Subject | None:
    """Return the first subject of a form in -ed or -s, where nothing is finite for sure: "Lee | sided with it and"."""
    past = (at for at in range(first + 1, before) if PASTS.decide(tokens, at) and not tokens.quoted[at])
    return next(_subjects(tokens, past, first, depth), None)


def _is_main(tokens: Tokens, who: Subject, before: int, first: int) -> bool:
    """Tell whether a subject is that of the main clause, or of a relative one that goes on at ``before``."""
    if _goes_on(tokens, who.start, before):
        return True
    hangs = OPENED.decide(tokens, who.start) and tokens.is_(before - 1, c.COMMA)
    return not hangs and not _is_embedded(tokens, who.start, first)


def _goes_on(tokens: Tokens, start: int, before: int) -> bool:
    """Tell whether a relative clause goes on at ``before``: "the owners, who left the room but | issued a letter"."""
    return ADDED.decide(tokens, start) and next_of(tokens, start, before, EDGE) == before and tokens.is_(before, c.CONJ)


def _is_embedded(tokens: Tokens, start: int, first: int) -> bool:
    """`Lee said | Garcia | left, adding`: tell whether a subject is that of a clause within a clause."""
    return is_finite(tokens, _before_quoted(tokens, start) - 1) or EMBEDDED.decide(tokens, start)


def _before_quoted(tokens: Tokens, start: int) -> int:
    """Return the start of a noun phrase with the quoted word in it: "said | the plant's “strict” checks"."""
    if not tokens.is_(start - 1, c.CLOSE):
        return start
    return tokens.skip_back(tokens.quote_of[start - 1][0] - 1, 0, c.NOUNISH | c.DET | c.POSS) + 1


OPENED: Table[bool] = Table(
    False,
    Row(True, "Lee left when |Garcia| came, saying no.", (Place(-1, none=c.FIRST, words=CLAUSE_OPENER),)),
)
"""Where the subject of a clause stands that hangs on the one before."""

ADDED: Table[bool] = Table(
    False,
    Row(True, "The owners, |who| left but said no, came.", (Place(0, c.REL), Place(-1, c.COMMA))),
)
"""Where a relative clause begins that only adds something."""

PASTS: Table[bool] = Table(
    False,
    Row(
        True,
        "Lee |runs| a bakery and said no.",
        (Place(0, c.VERB), Place(-1, c.NAME | c.PRON), Place(1, c.DET | c.POSS | c.NUM)),
    ),
    Row(True, "Lee |sided| with the board and said no.", (Place(0, c.PAST), Place(-1, c.NOUNISH | c.PRON))),
)
"""Where a form in -ed or -s may be the verb of a clause."""

EMBEDDED: Table[bool] = Table(
    False,
    Row(True, "Lee saw a man |who| left, saying no.", (Place(0, c.REL),)),
    Row(True, "Lee asked why |Garcia| left, saying no.", (Place(-1, words=EMBEDDING),)),
    Row(True, "Lee saw a man whom |Garcia| knew, saying no.", (Place(-1, c.REL),)),
)
"""Where the subject of a clause within a clause begins."""
