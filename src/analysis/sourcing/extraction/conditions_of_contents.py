"""Conditions of objections that look at what is said."""

from functools import cache

from analysis.sourcing.extraction.conditions_of_sources import OF_PEOPLE
from analysis.sourcing.extraction.proposals import Proposal
from analysis.sourcing.extraction.scan import next_comma, places_of
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import cue_forms
from analysis.sourcing.grammar.patterns import Place, Row, Table, after, here
from analysis.sourcing.grammar.phrase_ends import chunk_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import GENITIVE, after_adverbs, has_finite, is_finite, next_finite
from analysis.sourcing.grammar.vocabulary import documents, roles

NEAR = 7
AT, BE, DOCUMENT = frozenset(("at",)), group("be"), group("document")
MODALS = frozenset(("can", "could", "may", "might", "must", "should"))
OWNED = Table(
    False,
    Row(True, "Lee called |the| mayor.", (here(c.DET | c.POSS),)),
    Row(True, "Lee called |Garcia's| mayor.", (here(words=GENITIVE),)),
)
"""How somebody begins who is known by a role."""
INFINITIVES = Table(False, Row(True, "Lee called Garcia |to| thank her.", (here(words={"to"}), after(c.BASE))))
NUMBERS = Table(
    False,
    Row(True, "It cost |about| 30.", (after(c.NUM),)),
    Row(True, "It cost |more| than 30.", (after(words={"than"}), Place(2, c.NUM))),
)
"""What stands before a number."""
ASKED_FOR, NAMING = ("that", "to"), group("naming")
DONE_THINGS, BLOWS, CONTRACTS = group("thing done"), group("blow"), group("contract")


@cache
def verbs_of_speech() -> frozenset[str]:
    """Return the forms of the verbs of saying."""
    return frozenset(form for form, (cue, _) in cue_forms().items() if cue.speech)


def is_whole(proposal: Proposal) -> bool:
    """Tell whether the content is in one piece."""
    return not proposal.rest


def is_empty(proposal: Proposal) -> bool:
    """Tell whether there is no content."""
    return proposal.content[0] >= proposal.content[1]


def names_doer(proposal: Proposal) -> bool:
    """Tell whether "by" follows the cue soon: "was criticized in May by drivers"."""
    start, end = proposal.content
    return "by" in proposal.tokens.lower[start : min(start + NEAR, end)]


def has_speaker_within(proposal: Proposal) -> bool:
    """Tell whether somebody else speaks in the content: "Under the bill, they would pay, Lee | said"."""
    places = places_of(proposal.tokens, verbs_of_speech(), *proposal.content)
    return any(is_finite(proposal.tokens, at) for at in places)


def is_said_next(proposal: Proposal) -> bool:
    """Tell whether the first finite verb of the content is one of saying: "has seen the offer | called"."""
    tokens, verbs = proposal.tokens, verbs_of_speech()
    own = next_finite(tokens, *proposal.content)
    return own is not None and tokens.lower[own] in verbs


def is_unquoted(proposal: Proposal) -> bool:
    """Tell whether none of the content is quoted."""
    return not any(proposal.tokens.quoted[slice(*proposal.content)])


def names_another_source(proposal: Proposal) -> bool:
    """Tell whether the content says according to whom."""
    return "according" in proposal.words(proposal.content)


def object_end(proposal: Proposal) -> int:
    """Return the end of the noun phrase with which the content begins; its start where it begins with none."""
    start, stop = proposal.content
    return chunk_end(proposal.tokens, start, stop) or start


def begins_with_name(proposal: Proposal) -> bool:
    """Tell whether the content begins with a name, "the" before it or not."""
    tokens, start, end = proposal.tokens, proposal.content[0], object_end(proposal)
    return end > start and tokens.skip(start + tokens.is_(start, c.DET), end, c.NAME) == end


def is_thing_done(proposal: Proposal) -> bool:
    """`added | a second goal`"""
    return proposal.tokens.lower[object_end(proposal) - 1] in DONE_THINGS.words


def is_no_subject(proposal: Proposal) -> bool:
    """Tell whether no verb follows the noun phrase with which the content begins: not "added | the goal was late"."""
    tokens = proposal.tokens
    return not is_finite(tokens, after_adverbs(tokens, object_end(proposal), proposal.content[1]))


def is_contract(proposal: Proposal) -> bool:
    """`signed | a two-year deal`"""
    return proposal.tokens.lower[object_end(proposal) - 1] in CONTRACTS.words


def ends_with_name(proposal: Proposal) -> bool:
    """`embraced | a tearful Lee`: tell whether the noun phrase with which the content begins ends with a name."""
    return proposal.tokens.is_(object_end(proposal) - 1, c.NAME)


def is_fight(proposal: Proposal) -> bool:
    """`went after | Lee and threw punches`"""
    return not BLOWS.words.isdisjoint(proposal.words(proposal.content))


def is_object_alone(proposal: Proposal) -> bool:
    """Tell whether nothing but a noun phrase follows, or a comma behind it."""
    return _is_alone(proposal, c.COMMA)


def _is_alone(proposal: Proposal, classes: int) -> bool:
    """Tell whether nothing but a noun phrase follows, or a word of these classes behind it, and no "to"."""
    end = object_end(proposal)
    return end == proposal.content[1] or proposal.tokens.is_(end, classes, c.TO)


def is_for_role(proposal: Proposal) -> bool:
    """Tell whether the content begins with somebody who is "the", "his" or "Lee's" something: "the mayor"."""
    tokens, start = proposal.tokens, proposal.content[0]
    return OWNED.decide(tokens, start) and tokens.lower[object_end(proposal) - 1] in roles()


def is_for_people(proposal: Proposal) -> bool:
    """Tell whether the content is a bare noun for people, alone or before where they are: "retirees in Ohio"."""
    tokens, end = proposal.tokens, object_end(proposal)
    alone = _is_alone(proposal, c.COMMA | c.PREP)
    return alone and end - proposal.content[0] == 1 and tokens.lower[end - 1].endswith(OF_PEOPLE)


def is_for_somebody(proposal: Proposal) -> bool:
    """Tell whether the content begins with a name or a role."""
    last = object_end(proposal) - 1
    return proposal.tokens.is_(last, c.NAME) or proposal.tokens.lower[last] in roles()


def is_to_do_something(proposal: Proposal) -> bool:
    """Tell whether "to" and a verb follow the noun phrase: "Garcia | to thank her"."""
    return INFINITIVES.decide(proposal.tokens, object_end(proposal))


def asks_for_no_name(proposal: Proposal) -> bool:
    """Tell whether it is about a name that somebody asks: "(not) to be named", "that her name be withheld"."""
    words = proposal.words(proposal.content)
    return words[0] in ASKED_FOR and not NAMING.words.isdisjoint(words)


def has_no_verb(proposal: Proposal) -> bool:
    """Tell whether the content has no finite verb."""
    return not has_finite(proposal.tokens, *proposal.content)


def has_one_clause(proposal: Proposal) -> bool:
    """Tell whether no comma parts a main clause from the first: "when the ferry sank"."""
    return next_comma(proposal.tokens, *proposal.content) is None


def has_modal(proposal: Proposal) -> bool:
    """Tell whether it only may be so: "may oppose it"."""
    return not MODALS.isdisjoint(proposal.words(proposal.cue))


def is_number_soon(proposal: Proposal) -> bool:
    """`about | 30`, `more than | 30`: tell whether the second or third word of the content is a number."""
    return NUMBERS.decide(proposal.tokens, proposal.content[0])


@cache
def written() -> frozenset[str]:
    """Return the words for what is written: "statement", "figures"."""
    return DOCUMENT.words.union(documents())


def gives_no_document(proposal: Proposal) -> bool:
    """`released the prisoners`: tell whether nothing written is what somebody gives."""
    return written().isdisjoint(proposal.words(proposal.content))


def is_at_no_number(proposal: Proposal) -> bool:
    """`put the car | at the door`, not `put the cost | at $12`: tell whether no "at" leads to a number."""
    tokens, places = proposal.tokens, places_of(proposal.tokens, AT, *proposal.content)
    return not any(tokens.is_(_behind_scale(tokens, at + 1), c.NUM) for at in places)


def _behind_scale(tokens: Tokens, at: int) -> int:
    """Pass "about", "more than" and the like before a number."""
    return tokens.skip(at, at + 3, c.ADV | c.PREP | c.DET)


def is_right_before(proposal: Proposal) -> bool:
    """`lawmakers | defending`: tell whether nothing stands between source and cue."""
    return proposal.source[1] == proposal.cue[0]


def is_without_be(proposal: Proposal) -> bool:
    """`written by`, not `was written by`: tell whether a passive only says which one is meant."""
    return BE.isdisjoint(proposal.words(proposal.cue))
