"""Attributions to nobody in particular: "was asked whether", "is expected to", "known as", "it seems that"."""

from collections.abc import Iterator

from analysis.sourcing.extraction.candidates import Candidate, Piece, propose
from analysis.sourcing.extraction.complements import content_after
from analysis.sourcing.extraction.objections import objection_to, unopposed
from analysis.sourcing.extraction.proposals import of_verb
from analysis.sourcing.extraction.quoted import ends_quotation
from analysis.sourcing.extraction.scan import first_that
from analysis.sourcing.extraction.subjects import Subject, subject_before
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import clause_end, content_before, end_at_comma
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import Cue
from analysis.sourcing.grammar.patterns import Row, Table, before, here
from analysis.sourcing.grammar.phrase_ends import head_of, phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import is_finite
from analysis.sourcing.grammar.verbs import Verb, is_done

ASKING, COURT = group("asking"), group("court")
HEARD = Cue("hear", frozenset(("clause", "quote")), speech=True, noun="")
"""How a court hears: the words of somebody who is not named."""
ENDS = c.STOP | c.COMMA | c.TIME | c.PREP
SUBJECT = c.DET | c.POSS | c.NUM | c.NAME
AS_OR_FOR = ("as", "for")
REASONS = ("for", "of", "as", "with")

Is = Row[bool]
ASIDES = Table(
    False,
    Is(True, "|Asked| about it, Lee said no.", (here(c.FIRST),)),
    Is(True, "When |asked| about it, Lee said no.", (before(words=ASKING),)),
    Is(True, "Lee, |asked| about it, said no.", (before(c.COMMA),)),
)
"""Where a participle opens a sentence or an aside."""
SEEMING = Table(
    False,
    Is(True, "It seems |that| it was dead.", (here(words={"that", "as"}),)),
    Is(True, "It appears |he| left.", (here(c.PRON),)),
)
"""How a clause begins that seems to be so."""


def _nobody(verb: Verb) -> Subject:
    """Return the subject where none is named, at no token."""
    return Subject(verb.start, verb.start, "nobody")


def when_asked(verb: Verb) -> Iterator[Candidate]:
    """`Asked whether the plan was dead, Lee ...`; `when asked about the plan`."""
    if not is_done(verb) or not ASIDES.decide(verb.tokens, verb.start):
        return
    asked = Verb(verb.tokens, verb.at, verb.cue, verb.classes, verb.at, "passive", verb.first, verb.last, verb.end)
    said = unopposed("when_asked", asked, _nobody(asked))
    if said is None:
        return
    start, end = _before_comma(verb.tokens, said.content)
    asker = _asker(asked, start)
    cue_end = asked.end if asker else said.cue_end
    if start < end:
        yield propose(asked, "when_asked", asker, [(start, end)], cue_end=cue_end)


def _before_comma(tokens: Tokens, piece: Piece) -> Piece:
    """Return a piece as far as its first comma, or the quotation which that ends."""
    ends = (end for at in range(*piece) if (end := end_at_comma(tokens, at)))
    return piece[0], next(ends, piece[1])


def _asker(verb: Verb, start: int) -> Piece | None:
    """Return who asks where it is said before the content: "asked | by a reporter | whether"; None where it is not."""
    end = phrase_end(verb.tokens, verb.end + 1, start) if verb.tokens.lower[verb.end] == "by" else None
    return (verb.end + 1, end) if end else None


def was_told(verb: Verb) -> Iterator[Candidate]:
    """`Lee was asked about the plan`; `voters were told that it was dead`."""
    said = unopposed("was_told", verb, _nobody(verb))
    who = subject_before(verb.tokens, verb.start, verb.first)
    if said is None and who and ends_quotation(verb.tokens, who.start - 1):
        yield from _told_before(verb, who)
    if said:
        start, end = said.content
        piece = start, _comma_before_verb(verb.tokens, start, end)
        yield propose(verb, "was_told", None, [piece], cue_end=said.cue_end)


def _comma_before_verb(tokens: Tokens, start: int, end: int) -> int:
    """Return the comma behind which the main clause goes on, else ``end``: "who was told nothing, | left"."""
    ends = first_that(lambda at: tokens.is_(at, c.COMMA) and is_finite(tokens, at + 1), range(start, end - 1))
    return ends or end


def court_heard(verb: Verb) -> Iterator[Candidate]:
    """`The court heard that the plan was dead`; `The plan was dead, the inquest was told`."""
    tokens = verb.tokens
    who = subject_before(tokens, verb.start, verb.first)
    if who is None or not (_is_court(tokens, who) and (verb.form == "passive" or "hears" in verb.cue.frames)):
        return
    heard = Verb(tokens, verb.at, HEARD, verb.classes, verb.start, "finite", verb.first, verb.last, verb.end)
    if follows := content_after(heard):
        yield propose(heard, "court_heard", None, [(follows.start, follows.end)], cue_end=follows.cue_end)
    elif tokens.is_(who.start - 1, c.COMMA | c.CLOSE):
        yield from _told_before(heard, who)


def _told_before(verb: Verb, who: Subject) -> Iterator[Candidate]:
    """Yield what stands before who hears it, where nothing follows: `“Why?” | he was asked on Monday`."""
    said = content_before(verb.tokens, who.start, verb.first)
    if said and verb.tokens.is_(verb.end, ENDS) and verb.tokens.lower[verb.end] != "by":
        yield propose(verb, "court_heard", None, [said], cue_end=verb.end, final=True)


def _is_court(tokens: Tokens, who: Subject) -> bool:
    """Tell whether a subject is a court, or a jury, panel or inquiry."""
    return tokens.lower[head_of(tokens, who.start, who.end)] in COURT


def passive_as(verb: Verb) -> Iterator[Candidate]:
    """`a plan known as Plan B`; `Lee is seen as a hawk`; `a coast known for its storms`."""
    tokens, link = verb.tokens, verb.end
    what = subject_before(tokens, verb.start, verb.first) if tokens.lower[link] in AS_OR_FOR else None
    if what is None:
        return
    view = link + 1, clause_end(tokens, link + 1, verb.last)
    if not objection_to(of_verb("passive_as", verb, what, view)):
        yield propose(verb, "passive_as", None, [(what.start, what.end), view], cue_end=link + 1)


def was_judged(verb: Verb) -> Iterator[Candidate]:
    """`The plan was widely criticized`; `Lee was accused of fraud`: a stance of people whose words are not given."""
    tokens, at = verb.tokens, verb.end
    what = subject_before(tokens, verb.start, verb.first)
    if what is None or objection_to(of_verb("was_judged", verb, what, (at, verb.last))):
        return
    reasons = [(at, clause_end(tokens, at, verb.last))] if tokens.lower[at] in REASONS else []
    found = propose(verb, "was_judged", None, [(what.start, what.end), *reasons], cue_end=at)
    found.speech = False
    yield found


def seems_expected(verb: Verb) -> Iterator[Candidate]:
    """`Lee is expected to go`; `it is believed that the plan was dead`."""
    return _of_nobody(verb, is_view=verb.tokens.lower[verb.end] == "to")


def seems(verb: Verb) -> Iterator[Candidate]:
    """`Lee seems to see it`; `the plan appears dead`; `it appeared that the plan was dead`."""
    return _of_nobody(verb, is_view=not verb.tokens.is_(verb.end, c.STOP | c.COMMA | c.PREP, c.TO))


def _of_nobody(verb: Verb, *, is_view: bool) -> Iterator[Candidate]:
    """Yield what seems or is expected; ``is_view`` tells whether something follows that is expected of the subject."""
    tokens, at = verb.tokens, verb.end
    what = subject_before(tokens, verb.start, verb.first) if at < verb.last else None
    if what is None:
        return
    rest = at, clause_end(tokens, at, verb.last, "seems")
    if _is_empty_subject(tokens, what, at):
        found = propose(verb, "seems", None, [rest], cue_end=at)
        found.cue = what.start, at
        yield found
    elif is_view:
        yield propose(verb, "seems", None, [(what.start, what.end), rest], cue_end=at)


def _is_empty_subject(tokens: Tokens, what: Subject, at: int) -> bool:
    """Tell whether the subject is the "it" of "it seems | that", "it appears | he left", "it is thought | two left"."""
    if tokens.lower[what.start] != "it":
        return False
    thought = tokens.is_(at - 1, c.DONE) and tokens.is_(at, SUBJECT, c.TIME)
    return thought or SEEMING.decide(tokens, at)
