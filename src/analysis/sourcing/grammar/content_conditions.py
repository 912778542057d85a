"""Conditions of the rules that tell where a content ends: what stands before and behind a place in it."""

from typing import NamedTuple

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import NO_CUE, Form, cue_forms
from analysis.sourcing.grammar.noun_phrases import chunk_start
from analysis.sourcing.grammar.patterns import Place, Row, Table, after, before, here
from analysis.sourcing.grammar.phrase_ends import chunk_end, phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, has_finite, is_finite

ADDING, BE = group("adding"), group("be")
DENIALS = group("negation")
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
DONE_TO = Table(
    False,
    Row(
        True,
        "Lee said he was held and |charged| in May.",
        (here(c.DONE, c.VERB | c.BASE), after(c.PREP | c.STOP | c.TIME | c.CONJ, c.SUB)),
    ),
)
"""What is done to somebody: behind "was held" a second participle, and no object."""
PASSIVES = Table(
    False,
    Row(True, "Lee said he was |held|.", (here(c.DONE), before(words=BE))),
    Row(True, "Lee said he was later |held|.", (here(c.DONE), before(c.ADV), Place(-2, words=BE))),
)
"""The first participle of what is done to somebody."""
OBJECTS_FOUND = Table(
    False,
    Row(False, "Lee left and |found| that it failed.", (after(c.SUB | c.OPEN | c.PRON),)),
    Row(True, "Lee left and |found| him.", (here(words={"found", "finds", "find"}),)),
)
"""What somebody does who comes upon a thing, and says nothing."""
NEXT = Table(
    False,
    Row(False, "Lee asked her to leave and |be| quick.", (here(words={"be", "been", "being", "having"}),)),
    Row(True, "Lee calls it a loss but |has| left.", (here(c.AUX),)),
    Row(True, "Lee calls it a loss and |goes| on.", (here(c.VERB, c.NOUN),)),
    Row(True, "Lee calls it a loss and |plans| to leave.", (here(c.VERB), after(c.TO), Place(2, c.BASE))),
    Row(True, "Lee calls it a loss and |plans| that sale.", (here(c.VERB), after(words={"that"}), Place(2, c.NOUN))),
    Row(True, "Lee calls it a loss and |plans| the sale.", (here(c.VERB), after(c.DET | c.POSS))),
    Row(
        True,
        "Lee called it a loss and |went| by bus.",
        (here(c.PAST, c.BASE | c.NOUN), after(c.DET | c.POSS | c.OBJ | c.PRON | c.PREP)),
    ),
)
"""What is another verb of the same source for sure."""
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


def is_main_verb(content: Content, at: int) -> bool:
    """Tell whether a finite verb stands there: "those who say it is a loss | are few"."""
    return is_finite(content.tokens, at)


def is_main_verb_behind(content: Content, at: int) -> bool:
    """Tell whether a finite verb follows a mark, and none stands before it: "fearing the cost, | is leaving"."""
    return is_finite(content.tokens, at + 1) and not has_finite(content.tokens, content.start + 1, at)


def is_main_verb_of_saying(content: Content, at: int) -> bool:
    """Tell whether it is one that may stand behind what is said."""
    cue, _ = _cue_at(content.tokens, at, content.last)
    return "postposed" in cue.frames and is_main_verb(content, at)


def is_verb_behind_object(content: Content, at: int) -> bool:
    """Tell whether somebody who has an object behind a first verb says something: "who saw |the offer | called it"."""
    tokens = content.tokens
    cue, _ = _cue_at(tokens, at, content.last)
    named = "naming" in cue.frames and tokens.is_(at + 1, c.NAME | c.OPEN)
    return cue.speech and not named and is_finite(tokens, at) and not has_finite(tokens, content.start, at)


def is_quoted_again(content: Content, at: int) -> bool:
    """Tell whether a quotation with its own speaker follows: "it failed: | “It is dead,” he said"."""
    quote = content.tokens.quote_of.get(at + 1)
    return quote is not None and content.tokens.is_(quote[1] - 2, c.COMMA)


def is_sentence_behind(content: Content, at: int) -> bool:
    """Tell whether a colon parts an object from what somebody else says: "blamed him: It failed, Lee said"."""
    tokens = content.tokens
    said = (i for i in range(at + 1, content.last) if tokens.is_(i + 1, c.COMMA | c.STOP))
    return tokens.words[at + 1][0].isupper() and any(is_main_verb_of_saying(content, i) for i in said)


def is_clause_behind(content: Content, at: int) -> bool:
    """Tell whether a clause follows: "it failed, | Garcia left"."""
    return _begins_clause(content.tokens, at + 1, content.last)


def is_clause_behind_and(content: Content, at: int) -> bool:
    """Tell whether a clause follows behind "and": "it failed, | and the mayor left"."""
    tokens, start = content.tokens, at + 2
    if tokens.is_(start, c.PREP, c.SUB | c.TO):  # "and for months the attempts failed"
        start = phrase_end(tokens, start + 1, content.last) or start
    return _begins_clause(tokens, start, content.last)


def is_next_verb(content: Content, at: int) -> bool:
    """Tell whether another verb of the same source stands behind a conjunction: "criticized the plan and | said"."""
    verb = after_adverbs(content.tokens, at + 1, content.last)
    cue, classes = _cue_at(content.tokens, verb, content.last)
    if content.tokens.lower[verb + 1] not in cue.frames and _is_within(content, verb):
        return False
    if content.clause == "participle" and classes & c.ING:
        return cue.speech
    finite = classes & (c.PAST if cue.noun else c.PAST | c.VERB)
    return bool(finite) and (cue.speech or content.frame != "clause")


def is_next_bare_verb(content: Content, at: int) -> bool:
    """Tell whether people who do one thing say another: "they deny the claim | and say no"."""
    cue, _ = _cue_at(content.tokens, at + 1, content.last)
    behind = content.tokens.lower[at + 2]
    return "clause" in cue.frames and cue.speech and (content.tokens.is_(at + 2, c.PRON) or behind == "that")


def _is_within(content: Content, verb: int) -> bool:
    """Tell whether a verb goes on with what is said: "he was held and | charged in May", "and | found him"."""
    tokens = content.tokens
    if OBJECTS_FOUND.decide(tokens, verb):
        return content.frame == "clause"
    return DONE_TO.decide(tokens, verb) and any(PASSIVES.decide(tokens, i) for i in range(content.start + 1, verb))


def is_second_of_two(content: Content, at: int) -> bool:
    """Tell whether the source's own second verb follows, as what is said has none: "calls it a loss but | has left"."""
    verb = after_adverbs(content.tokens, at + 1, content.last)
    if not NEXT.decide(content.tokens, verb) or has_verb(content, at):
        return False
    return not any(content.tokens.is_(i, c.REL) for i in range(content.start + 1, at))


def is_next_verb_behind_comma(content: Content, at: int) -> bool:
    """Tell whether that verb follows behind a comma: "criticized the plan, | and said"."""
    return is_next_verb(content, at + 1)


def is_contrast(content: Content, at: int) -> bool:
    """Tell a contrast from more of what is said: "but not him", "but that he"."""
    return content.tokens.lower[at + 1] != "but" or content.tokens.lower[at + 2] not in MORE


def is_contrast_within(content: Content, at: int) -> bool:
    """Tell whether a verb without a subject says what is so instead: "he was not a spy, but | worked alone"."""
    tokens, verb = content.tokens, after_adverbs(content.tokens, at + 2, content.last)
    cue, _ = _cue_at(tokens, tokens.skip(verb, content.last, c.AUX | c.ADV), content.last)
    goes_on = tokens.is_(verb, c.PAST | c.VERB | c.AUX, c.NAME) and not cue.speech
    return goes_on and not DENIALS.isdisjoint(tokens.lower[content.start : at])


def is_of_participle(content: Content, _: int) -> bool:
    """Tell whether the cue is a participle: "citing the plan, | that it failed"."""
    return content.clause == "participle"


def is_added(content: Content, at: int) -> bool:
    """Tell whether another attribution of the same source follows: "it failed, | adding"."""
    return adds(content.tokens, at + 1)


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


def goes_on_behind(content: Content, at: int) -> bool:
    """Tell whether the clause goes on behind a relative one: "said that the fund, which pays for it, | was empty"."""
    tokens = content.tokens
    commas = (i for i in range(at + 1, content.last - 1) if tokens.is_(i, c.COMMA))
    comma = next(commas, None)
    return comma is not None and (is_finite(tokens, comma + 1) or RESUMES.decide(tokens, comma + 1))


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
    for i in range(at, last):
        if tokens.is_(i, c.COMMA | c.DASH | c.BRACKET) and not tokens.quoted[i]:
            return False
        if is_finite(tokens, i):
            return True
    return False


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


def _cue_at(tokens: Tokens, at: int, last: int) -> Form:
    """Return the cue at a token before ``last`` and outside of quotation marks; `NO_CUE` where there is none."""
    if at >= last or tokens.quoted[at]:
        return NO_CUE
    return cue_forms().get(tokens.lower[at], NO_CUE)


def adds(tokens: Tokens, at: int) -> bool:
    """Tell whether another attribution of the same source begins at ``at``: ", saying", ", also citing"."""
    at = after_adverbs(tokens, at, len(tokens))
    cue, _ = _cue_at(tokens, at, len(tokens))
    return tokens.is_(at, c.ING) and cue.speech and ("clause" in cue.frames or tokens.lower[at] in ADDING)


def is_clause_in_rest(content: Content, at: int) -> bool:
    """Tell whether a clause follows that is no part of an object: "to talk | because he had time"."""
    return not content.tokens.quoted[at] and has_finite(content.tokens, at + 1, content.last)


def is_last_aside(content: Content, at: int) -> bool:
    """Tell whether no verb goes on behind the aside that begins there: "the plan, who left, | was"."""
    tokens = content.tokens
    marks = (i for i in range(at + 1, content.last - 1) if tokens.is_(i, c.COMMA | c.DASH))
    return not any(is_finite(tokens, after_adverbs(tokens, mark + 1, content.last)) for mark in marks)
