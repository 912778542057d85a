"""Conditions of the rules that tell where a content ends, by verbs: whose the next verb is."""

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.content_conditions import Content, has_verb
from analysis.sourcing.grammar.cues import NO_CUE, Cue, Form, cue_forms
from analysis.sourcing.grammar.patterns import ANYTHING, Place, Row, Table, after, before, here
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, is_finite, next_finite

ADDING, BE = group("adding"), group("be")

DENIALS = group("negation")
PARTICIPLES = {"participle": c.ING}
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
CLAUSES = Table(
    False,
    Row(True, "They deny it and say |it| failed.", (here(c.PRON),)),
    Row(True, "They deny it and say |that| it failed.", (here(words={"that"}),)),
)
"""How a clause begins behind a bare verb of saying."""
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


def is_main_verb(content: Content, at: int) -> bool:
    """Tell whether a finite verb stands there: "those who say it is a loss | are few"."""
    return is_finite(content.tokens, at)


def is_main_verb_behind(content: Content, at: int) -> bool:
    """Tell whether a finite verb follows a mark, and none stands before it: "fearing the cost, | is leaving"."""
    return next_finite(content.tokens, content.start + 1, at + 2) == at + 1


def is_main_verb_of_saying(content: Content, at: int) -> bool:
    """Tell whether it is one that may stand behind what is said."""
    cue, _ = _cue_at(content.tokens, at, content.last)
    return "postposed" in cue.frames and is_main_verb(content, at)


def is_verb_behind_object(content: Content, at: int) -> bool:
    """Tell whether somebody who has an object behind a first verb says something: "who saw |the offer | called it"."""
    tokens = content.tokens
    cue, _ = _cue_at(tokens, at, content.last)
    named = "naming" in cue.frames and tokens.is_(at + 1, c.NAME | c.OPEN)
    return cue.speech and not named and next_finite(tokens, content.start, at + 1) == at


def is_sentence_behind(content: Content, at: int) -> bool:
    """Tell whether a colon parts an object from what somebody else says: "blamed him: It failed, Lee said"."""
    tokens = content.tokens
    if not tokens.words[at + 1][0].isupper():
        return False
    places = range(at + 1, content.last)
    return any(tokens.is_(i + 1, c.COMMA | c.STOP) and is_main_verb_of_saying(content, i) for i in places)


def is_next_verb(content: Content, at: int) -> bool:
    """Tell whether another verb of the same source stands behind a conjunction: "criticized the plan and | said"."""
    verb = after_adverbs(content.tokens, at + 1, content.last)
    cue, classes = _cue_at(content.tokens, verb, content.last)
    within = content.tokens.lower[verb + 1] not in cue.frames and _is_within(content, verb)
    said = cue.speech or (content.frame != "clause" and not classes & c.ING)
    return said and not within and classes & _forms_of_next(content, cue) != 0


def is_next_bare_verb(content: Content, at: int) -> bool:
    """Tell whether people who do one thing say another: "they deny the claim | and say no"."""
    cue, _ = _cue_at(content.tokens, at + 1, content.last)
    return "clause" in cue.frames and cue.speech and CLAUSES.decide(content.tokens, at + 2)


def _forms_of_next(content: Content, cue: Cue) -> int:
    """Return the classes of which another verb of the same source has one: it is finite, or a participle, too."""
    return (c.PAST if cue.noun else c.PAST | c.VERB) | PARTICIPLES.get(content.clause, 0)


def _is_within(content: Content, verb: int) -> bool:
    """Tell whether a verb goes on with what is said: "he was held and | charged in May", "and | found him"."""
    tokens = content.tokens
    if OBJECTS_FOUND.decide(tokens, verb):
        return content.frame == "clause"
    return DONE_TO.decide(tokens, verb) and any(PASSIVES.decide(tokens, i) for i in range(content.start + 1, verb))


def is_second_of_two(content: Content, at: int) -> bool:
    """Tell whether the source's own second verb follows, as what is said has none: "calls it a loss but | has left"."""
    verb = after_adverbs(content.tokens, at + 1, content.last)
    whole = content.tokens.skip(content.start + 1, at, ANYTHING, c.REL) == at
    return whole and NEXT.decide(content.tokens, verb) and not has_verb(content, at)


def is_next_verb_behind_comma(content: Content, at: int) -> bool:
    """Tell whether that verb follows behind a comma: "criticized the plan, | and said"."""
    return is_next_verb(content, at + 1)


def is_contrast_within(content: Content, at: int) -> bool:
    """Tell whether a verb without a subject says what is so instead: "he was not a spy, but | worked alone"."""
    tokens, verb = content.tokens, after_adverbs(content.tokens, at + 2, content.last)
    cue, _ = _cue_at(tokens, tokens.skip(verb, content.last, c.AUX | c.ADV), content.last)
    goes_on = tokens.is_(verb, c.PAST | c.VERB | c.AUX, c.NAME) and not cue.speech
    return goes_on and not DENIALS.words.isdisjoint(tokens.lower[content.start : at])


def is_added(content: Content, at: int) -> bool:
    """Tell whether another attribution of the same source follows: "it failed, | adding"."""
    return adds(content.tokens, at + 1)


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
