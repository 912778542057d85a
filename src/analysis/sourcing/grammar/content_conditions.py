"""Conditions of the rules that tell where a content ends: what stands before and behind a place in it."""

from typing import NamedTuple

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import NO_CUE, cue_forms
from analysis.sourcing.grammar.noun_phrases import chunk_start
from analysis.sourcing.grammar.patterns import ANYTHING, Row, Table, after, before, here
from analysis.sourcing.grammar.phrase_ends import chunk_end, phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, has_finite, is_finite, next_finite

MARK = c.COMMA | c.STOP | c.COLON | c.DASH | c.OPEN | c.CLOSE
MORE = group("more of the same")
"""What behind "but" is still said: "not only a delay but also a fine"."""
FRONTED = Table(
    False,
    Row(True, "Lee said |that| it failed.", (here(words={"that"}),)),
    Row(True, "Lee said |in| June it failed.", (here(c.SUB | c.PREP),)),
    Row(
        True,
        "Lee said |should| it fail, the mayor left.",
        (here(words={"had", "should", "were"}), after(c.PRON | c.DET | c.POSS)),
    ),
)
"""With what a content begins whose subject comes later."""
ASIDES = Table(
    False,
    Row(True, "Lee, |who| left, said no.", (here(words={"who", "whose"}),)),
    Row(True, "Lee, |speaking| on condition of anonymity, said no.", (here(c.ING, c.NAME),)),
)
"""With what an aside begins that tells of the subject before it."""
RESUMES = Table(
    False,
    Row(True, "Lee intended the call, which was long, |as| a talk.", (here(words={"as"}), after(words={"a", "an"}))),
)
"""With what an object goes on behind a relative clause."""
A_FIRST = Table(
    False,
    Row(True, "Lee bought |a| saw, a spade and a tarp.", (here(words={"a", "an"}),)),
    Row(True, "Lee bought tarps, |gloves|, a spade and a tarp.", (before(c.COMMA),)),
)
"""With what a member of a list begins behind which another may stand."""


class Content(NamedTuple):
    """What a source says: where it begins, where at most it ends, and how it hangs on its cue.

    ``frame`` is the kind of complement ("clause", "np", ...; "relative" or "restrictive" where the cue stands in a
    relative clause behind a comma or without one; "seems" behind a verb of seeming),
    ``clause`` that of the cue's own clause ("subordinate", "participle", or empty).
    """

    tokens: Tokens
    start: int
    last: int
    frame: str = ""
    clause: str = ""


def always(_: Content, __: int) -> bool:
    """Tell nothing: the places of a row decide alone."""
    return True


def is_last(content: Content, at: int) -> bool:
    """Tell whether the sentence ends there, too."""
    return at + 1 >= content.last


def begins(content: Content, at: int) -> bool:
    """Tell whether only one word of the content stands before."""
    return at - 1 == content.start


def is_quoted_again(content: Content, at: int) -> bool:
    """Tell whether a quotation with its own speaker follows: "it failed: | “It is dead,” he said"."""
    quote = content.tokens.quote_of.get(at + 1)
    return quote is not None and content.tokens.is_(quote[1] - 2, c.COMMA)


def is_clause_behind(content: Content, at: int) -> bool:
    """Tell whether a clause follows: "it failed, | Garcia left"."""
    return _begins_clause(content.tokens, at + 1, content.last)


def is_clause_behind_and(content: Content, at: int) -> bool:
    """Tell whether a clause follows behind "and": "it failed, | and the mayor left"."""
    tokens, start = content.tokens, at + 2
    if tokens.is_(start, c.PREP, c.SUB | c.TO):  # "and for months the attempts failed"
        start = phrase_end(tokens, start + 1, content.last) or start
    return _begins_clause(tokens, start, content.last)


def is_contrast(content: Content, at: int) -> bool:
    """Tell a contrast from more of what is said: "but not him", "but that he"."""
    return content.tokens.lower[at + 1] != "but" or content.tokens.lower[at + 2] not in MORE


def is_of_participle(content: Content, _: int) -> bool:
    """Tell whether the cue is a participle: "citing the plan, | that it failed"."""
    return content.clause == "participle"


def is_writers_aside(content: Content, at: int) -> bool:
    """Tell whether the writer explains: "the plan, | a move that failed"."""
    return _is_aside(content.tokens, at + 1, content.last)


def is_no_list(content: Content, at: int) -> bool:
    """Tell whether neither a stance nor a quotation shows that a list goes on behind a comma."""
    cue, _ = cue_forms().get(content.tokens.lower[at + 1], NO_CUE)
    return (cue is NO_CUE[0] or cue.speech) and not any(content.tokens.quoted[content.start : at])


def is_list(content: Content, at: int) -> bool:
    """Tell whether ", a ..." is a member of a list: "a tarp, gloves|, a saw and a spade"."""
    tokens = content.tokens
    start, end = chunk_start(tokens, at - 1, content.start), chunk_end(tokens, at + 1, content.last)
    if start is None or end is None or not A_FIRST.decide(tokens, start):
        return False
    following = tokens.skip(end, content.last, c.COMMA | c.CONJ)
    return following > end and tokens.is_(following, c.DET | c.POSS | c.NOUNISH, c.REL)


def _resumes(tokens: Tokens, at: int) -> bool:
    """Tell whether a clause goes on behind a relative one: with its verb, or with what an object is taken as."""
    return is_finite(tokens, at) or RESUMES.decide(tokens, at)


def goes_on_behind(content: Content, at: int) -> bool:
    """Tell whether the clause goes on behind a relative one: "said that the fund, which pays for it, | was empty"."""
    tokens = content.tokens
    comma = tokens.skip(at + 1, content.last - 1, ANYTHING, c.COMMA)
    return tokens.is_(comma, c.COMMA) and _resumes(tokens, comma + 1)


def has_verb(content: Content, at: int) -> bool:
    """Tell whether what is said has had its verb."""
    return has_finite(content.tokens, content.start, at)


def explains(content: Content, at: int) -> bool:
    """Tell whether ", the ..." explains: not where a fronted part or a quotation begins the content."""
    tokens, start = content.tokens, content.start
    fronted = tokens.quoted[start] or FRONTED.decide(tokens, start)
    return not fronted and is_writers_aside(content, at)


def is_main_clause(content: Content, at: int) -> bool:
    """Tell whether the main clause follows that of the cue: "as Lee said it failed, | Garcia left"."""
    hangs = content.clause == "subordinate" and has_finite(content.tokens, at + 1, content.last)
    return hangs and is_clause_behind(content, at)


def _is_aside(tokens: Tokens, at: int, last: int) -> bool:
    """Tell whether a finite verb stands before the next mark: ", the man who | left", "— a move that | failed"."""
    verb = next_finite(tokens, at, last)
    return verb is not None and not any(tokens.is_plain(i, c.COMMA | c.DASH | c.BRACKET) for i in range(at, verb))


def _begins_clause(tokens: Tokens, at: int, last: int) -> bool:
    """Tell whether a subject and its verb stand at ``at``."""
    end = phrase_end(tokens, at, last)
    if end is None:
        return False
    return tokens.is_(end, c.COMMA) or is_finite(tokens, after_adverbs(tokens, _placed_end(tokens, end, last), last))


def _placed_end(tokens: Tokens, end: int, last: int) -> int:
    """Return the end of a noun phrase with where it is: "four residents of Alder | in the hills"."""
    while tokens.is_(end, c.PREP, c.SUB | c.TO) and (further := phrase_end(tokens, end + 1, last)):
        end = further
    return end + (tokens.is_(end, c.PREP) and is_finite(tokens, end + 1))


def closes_aside(content: Content, at: int) -> bool:
    """`Lee, who left as he feared it, | said no`: tell whether the main verb follows an aside with the cue."""
    tokens, first = content.tokens, content.tokens.bounds(content.start)[0]
    opens = tokens.skip_back(content.start - 1, first, ANYTHING, MARK)
    if not tokens.is_(opens, c.COMMA) or not ASIDES.decide(tokens, opens + 1):
        return False
    if has_finite(tokens, first, opens) or tokens.skip(content.start, at, ANYTHING, MARK) < at:
        return False
    lacking = content.frame == "clause" and not has_verb(content, at)
    return not lacking and is_finite(tokens, after_adverbs(tokens, at + 1, content.last))


def is_clause_in_rest(content: Content, at: int) -> bool:
    """Tell whether a clause follows that is no part of an object: "to talk | because he had time"."""
    return not content.tokens.quoted[at] and has_finite(content.tokens, at + 1, content.last)


def is_last_aside(content: Content, at: int) -> bool:
    """Tell whether no verb goes on behind the aside that begins there: "the plan, who left, | was"."""
    return not any(_goes_on(content, i) for i in range(at + 1, content.last - 1))


def _goes_on(content: Content, mark: int) -> bool:
    """Tell whether a verb follows the comma or dash at ``mark``."""
    tokens = content.tokens
    return tokens.is_(mark, c.COMMA | c.DASH) and is_finite(tokens, after_adverbs(tokens, mark + 1, content.last))
