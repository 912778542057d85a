"""Conditions of objections that look at the source."""

from functools import cache

from analysis.sourcing.extraction.proposals import Proposal
from analysis.sourcing.extraction.scan import next_of
from analysis.sourcing.extraction.subjects import subject_before
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import NO_CUE, cue_forms, forms_with
from analysis.sourcing.grammar.patterns import ANYTHING, Row, Table, before, here
from analysis.sourcing.grammar.phrase_ends import head_of
from analysis.sourcing.grammar.verb_groups import after_adverbs, is_finite
from analysis.sourcing.grammar.verbs import is_denied
from analysis.sourcing.grammar.vocabulary import documents, people_and_bodies, roles, speakers

PEOPLE = group("plural") | {"%"}
OF_PEOPLE = ("ers", "ors", "ists", "ees", "ians", "men")  # riders, boaters, evacuees
NO_THING = c.NAME | c.PRON | c.REL | c.OBJ
LAW = group("law")
ALONE = Table(False, Row(True, "It failed, said Lee|.|", (here(c.STOP | c.COMMA | c.DASH),)))
"""What follows a source behind its verb, and no word that a clause may begin with."""
NAMED = Table(
    False,
    Row(True, "Harbor |Watch|: It is dead", (here(c.NAME, c.FIRST),)),
    Row(True, "|Garcia|: It is dead", (here(c.NAME, ~(c.NAME | c.FIRST)),)),
)
"""What is a name in a headline, be it also another word or not."""
LEFT_UNSAID = Table(
    False,
    Row(True, "Lee |avoided| criticizing it.", (here(words=group("unsaid")),)),
    Row(True, "Lee stopped short |of| criticizing it.", (here(words={"of"}), before(words=group("unsaid of")))),
    Row(True, "Lee held |off| criticizing it.", (here(words={"off"}), before(words=group("unsaid off")))),
    Row(True, "Lee held off |on| criticizing it.", (here(words={"on"}), before(words={"off"}))),
)
"""What before a verb tells that it was not said."""
NAMING, WHO = group("naming") | {"anonymity"}, frozenset(("who", "speaking"))
ACRONYM, SHORT = 8, 4


def is_thing(proposal: Proposal) -> bool:
    """`the storm, showing its force`: tell whether a source is no name, and neither people nor a body or document."""
    words, (start, end) = proposal.words(proposal.source), proposal.source
    described = end - start > 1 and next_of(proposal.tokens, start, end, NO_THING) == end
    return described and somebody().isdisjoint(words) and not words[-1].endswith(OF_PEOPLE)


@cache
def somebody() -> frozenset[str]:
    """Return the words for people, bodies and documents."""
    return PEOPLE.union(speakers())


def finds_no_document(proposal: Proposal) -> bool:
    """Tell whether the source is no document that finds that something is so."""
    return documents().keys().isdisjoint(proposal.words(proposal.source))


def is_of_no_speaker(proposal: Proposal) -> bool:
    """Tell whether the word before a relative clause is none for people, bodies or documents."""
    return proposal.tokens.lower[proposal.source[0] - 1] not in speakers()


def is_no_law(proposal: Proposal) -> bool:
    """Tell whether the source is no law: neither "the Clean Water Act" nor "SB 10"."""
    tokens, (start, end) = proposal.tokens, proposal.source
    numbered = tokens.is_(end - 1, c.NUM) and tokens.words[start].isupper()
    return not numbered and tokens.lower[end - 1] not in LAW


def is_of_initials(proposal: Proposal) -> bool:
    """Tell whether the source is short words in capitals: "LIVE"."""
    words = proposal.tokens.words[slice(*proposal.source)]
    return "".join(words).isupper() and max(map(len, words)) <= ACRONYM


def is_nobody(proposal: Proposal) -> bool:
    """`Shot in the dark:`, `Hong Kong chaos:`: tell whether the head of a source is neither a name nor a speaker."""
    tokens, (start, end) = proposal.tokens, proposal.source
    head = head_of(tokens, start, end)
    return not NAMED.decide(tokens, head) and somebody().isdisjoint((tokens.lower[head], tokens.lower[end - 1]))


def is_printed_as_name(proposal: Proposal) -> bool:
    """Tell whether a source of several words ends with a capital, as the name of a page or paper does."""
    tokens, (start, end) = proposal.tokens, proposal.source
    return end - start > 1 and tokens.is_(end - 1, c.NAME)


def is_long(proposal: Proposal) -> bool:
    """Tell whether a source has more words than one behind a dash has."""
    return proposal.source[1] - proposal.source[0] > SHORT


def is_no_role(proposal: Proposal) -> bool:
    """Tell whether the last word of a source is none for people or for bodies."""
    return proposal.tokens.lower[proposal.source[1] - 1] not in people_and_bodies()


def is_object_of_saying(proposal: Proposal) -> bool:
    """`Lee repeated | his claim that it was dead`: tell whether a verb says who speaks."""
    verb = proposal.source[0] - 1
    return proposal.tokens.lower[verb] in forms_with("noun") and is_finite(proposal.tokens, verb)


def is_where_it_is_said(proposal: Proposal) -> bool:
    """`Lee said in | his report that it was dead`: tell whether a verb says where that stands, and who says it."""
    tokens, verb = proposal.tokens, proposal.source[0] - 2
    cue, _ = cue_forms().get(tokens.lower[verb], NO_CUE)
    return "clause" in cue.frames and cue.speech and is_finite(tokens, verb)


def is_subject_of_more(proposal: Proposal) -> bool:
    """Tell whether a finite verb follows the source, which is its subject."""
    tokens = proposal.tokens
    last = tokens.bounds(proposal.cue[0])[1]
    at = after_adverbs(tokens, proposal.source[1], last)
    return is_finite(tokens, at)


def has_subject_with_aside(proposal: Proposal) -> bool:
    """Tell whether the cue has its subject before it: "One delegate, a nurse, | pledged"."""
    who = subject_before(proposal.tokens, proposal.cue[0], proposal.tokens.bounds(proposal.cue[0])[0])
    return who is not None and who.how == "aside"


def is_none_who_says(proposal: Proposal) -> bool:
    """Tell whether the source is what a verb may have as its object: no name or role alone behind "said"."""
    tokens, (start, end) = proposal.tokens, proposal.source
    if "any-words" not in proposal.frames or not ALONE.decide(tokens, end):
        return True
    head = head_of(tokens, start, end)
    return not tokens.is_(head, c.NAME, c.TIME) and tokens.lower[head] not in roles()


def is_not_done(proposal: Proposal) -> bool:
    """Tell whether a "not" stands between source and cue."""
    return is_denied(proposal.tokens, proposal.source[1], proposal.cue[0])


def is_left_unsaid(proposal: Proposal) -> bool:
    """`avoided criticizing it`, `stopped short of saying it`: tell whether the words before say that it was not so."""
    return LEFT_UNSAID.decide(proposal.tokens, proposal.cue[0] - 1)


def opens_sentence(proposal: Proposal) -> bool:
    """Tell whether a sentence begins with the source."""
    return proposal.tokens.bounds(proposal.source[0])[0] == proposal.source[0]


def tells_why_not_named(proposal: Proposal) -> bool:
    """`a clerk who asked not to be named because | he fears it`: tell whether a reason for anonymity begins there."""
    tokens, why = proposal.tokens, proposal.source[0] - 1
    start = tokens.skip_back(why, tokens.bounds(why)[0], ANYTHING, c.COMMA | c.DASH | c.STOP)
    asked = tokens.lower[start:why]
    return not (NAMING.isdisjoint(asked) or WHO.isdisjoint(asked))
