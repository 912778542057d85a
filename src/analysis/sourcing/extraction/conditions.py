"""The conditions of which the rows of `objections` are made: each looks at one side of a proposal."""

from collections.abc import Callable, Set
from functools import cache
from typing import Literal

from analysis.sourcing.extraction.proposals import Proposal
from analysis.sourcing.extraction.quoted import after_quotation, ends_quotation
from analysis.sourcing.extraction.subjects import EDGE, subject_before
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import cue_forms
from analysis.sourcing.grammar.patterns import ANYTHING, NO_WORDS, Place
from analysis.sourcing.grammar.phrase_ends import chunk_end
from analysis.sourcing.grammar.verb_groups import after_adverbs, has_finite, is_finite
from analysis.sourcing.grammar.verbs import is_denied
from analysis.sourcing.grammar.vocabulary import documents, roles, speakers

PEOPLE = group("plural") | {"%"}
OF_PEOPLE = ("ers", "ors", "ists", "ees", "ians", "men")  # riders, boaters, evacuees
NO_THING = c.NAME | c.PRON | c.REL | c.OBJ
LAW = group("law")
ACRONYM = 8
NEAR = 7
UNNAMED = (["to", "be", "named"], ["to", "be", "identified"])


@cache
def verbs_with_nouns() -> frozenset[str]:
    """Return the forms of the verbs whose object may be a noun of saying: "repeated"."""
    return frozenset(form for form, (cue, _) in cue_forms().items() if "noun" in cue.frames)


@cache
def verbs_of_speech() -> frozenset[str]:
    """Return the forms of the verbs of saying."""
    return frozenset(form for form, (cue, _) in cue_forms().items() if cue.speech)


Condition = Callable[[Proposal], bool]
Spot = Literal["sentence", "source", "source end", "cue", "cue end", "content", "content end"]

SPOTS: dict[Spot, Callable[[Proposal], int]] = {
    "sentence": lambda proposal: proposal.tokens.bounds(proposal.cue[0])[0],
    "source": lambda proposal: proposal.source[0],
    "source end": lambda proposal: proposal.source[1],
    "cue": lambda proposal: proposal.cue[0],
    "cue end": lambda proposal: proposal.cue[1],
    "content": lambda proposal: proposal.content[0],
    "content end": lambda proposal: proposal.content[1],
}
"""Where one may look: at the first token of the sentence or of a piece, or at the one behind a piece ("end")."""


def at(
    spot: Spot, distance: int = 0, *, of: int = ANYTHING, none: int = 0,
    words: Set[str] = NO_WORDS, but: Set[str] = NO_WORDS,
) -> Condition:  # fmt: skip
    """Return what must stand ``distance`` tokens from a spot: a word of the classes ``of``, and of ``none`` of those.

    It is one of ``words``, where they are given, and none of those in ``but``. Where no classes are asked for, the
    place may lie beyond the ends of the paragraph (see `Place`).
    """
    place = Place(distance, of, none, words, absent=of == ANYTHING)

    def stands(proposal: Proposal) -> bool:
        token = SPOTS[spot](proposal)
        return place.fits(proposal.tokens, token) and proposal.tokens.lower[token + distance] not in but

    return stands


def cue_with(*frames: str) -> Condition:
    """Return the condition that the cue has all these frames."""
    return lambda proposal: proposal.frames.issuperset(frames)


def cue_without(*frames: str) -> Condition:
    """Return the condition that the cue has none of these frames."""
    return lambda proposal: proposal.frames.isdisjoint(frames)


def is_stance(proposal: Proposal) -> bool:
    """Tell whether the cue is no speech but a stance or a state of mind."""
    return not proposal.speech


def form_is(form: str) -> Condition:
    """Return the condition that the verb has this form: "finite", "passive", ..."""
    return lambda proposal: proposal.form == form


def source_is(*how: str) -> Condition:
    """Return the condition that the source stands in one of these ways to the cue."""
    return lambda proposal: proposal.how in how


def follows(*frames: str) -> Condition:
    """Return the condition that one of these kinds of complement follows the cue."""
    return lambda proposal: proposal.frame in frames


def not_follows(*frames: str) -> Condition:
    """Return the condition that none of these kinds of complement follows the cue."""
    return lambda proposal: proposal.frame not in frames


def something_follows(proposal: Proposal) -> bool:
    """Tell whether something that the cue takes follows it."""
    return bool(proposal.frame)


def is_whole(proposal: Proposal) -> bool:
    """Tell whether the content is in one piece."""
    return not proposal.rest


def is_empty(proposal: Proposal) -> bool:
    """Tell whether there is no content."""
    return proposal.content[0] >= proposal.content[1]


def is_object_of_saying(proposal: Proposal) -> bool:
    """`Lee repeated | his claim that it was dead`: tell whether a verb says who speaks."""
    verb = proposal.source[0] - 1
    return proposal.tokens.lower[verb] in verbs_with_nouns() and is_finite(proposal.tokens, verb)


def names_doer(proposal: Proposal) -> bool:
    """Tell whether "by" follows the cue soon: "was criticized in May by drivers"."""
    start, end = proposal.content
    return "by" in proposal.tokens.lower[start : min(start + NEAR, end)]


def is_no_law(proposal: Proposal) -> bool:
    """Tell whether the source is no law: neither "the Clean Water Act" nor "SB 10"."""
    tokens, (start, end) = proposal.tokens, proposal.source
    numbered = end - start > 1 and tokens.is_(end - 1, c.NUM) and tokens.words[start].isupper()
    return not numbered and tokens.lower[end - 1] not in LAW


def has_speaker_within(proposal: Proposal) -> bool:
    """Tell whether somebody else speaks in the content: "Under the bill, they would pay, Lee | said"."""
    tokens, verbs = proposal.tokens, verbs_of_speech()
    return any(tokens.lower[at] in verbs and is_finite(tokens, at) for at in range(*proposal.content))


def is_of_initials(proposal: Proposal) -> bool:
    """Tell whether the source is short words in capitals: "LIVE"."""
    return all(word.isupper() and len(word) <= ACRONYM for word in proposal.tokens.words[slice(*proposal.source)])


def is_unquoted(proposal: Proposal) -> bool:
    """Tell whether none of the content is quoted."""
    return not any(proposal.tokens.quoted[slice(*proposal.content)])


def is_behind_no_quotation(proposal: Proposal) -> bool:
    """Tell whether no quotation ends before the cue that is what somebody says."""
    return not ends_quotation(proposal.tokens, proposal.cue[0] - 1)


def is_right_behind_no_quotation(proposal: Proposal) -> bool:
    """Tell whether no quotation ends before the cue, be it a title or a term."""
    return not after_quotation(proposal.tokens, proposal.cue[0] - 1)


def names_another_source(proposal: Proposal) -> bool:
    """Tell whether the content says according to whom."""
    return "according" in proposal.words(proposal.content)


def opens_sentence(proposal: Proposal) -> bool:
    """Tell whether a sentence begins with the source."""
    return proposal.tokens.bounds(proposal.source[0])[0] == proposal.source[0]


def is_place_name(proposal: Proposal) -> bool:
    """Tell whether all of the content is names and marks: "SEATTLE"."""
    return all(bits & (c.NAME | EDGE) for bits in proposal.tokens.classes[slice(*proposal.content)])


def is_subject_of_more(proposal: Proposal) -> bool:
    """Tell whether a finite verb follows the source, which is its subject."""
    tokens = proposal.tokens
    last = tokens.bounds(proposal.cue[0])[1]
    at = after_adverbs(tokens, proposal.source[1], last)
    return at < last and is_finite(tokens, at)


def has_subject_with_aside(proposal: Proposal) -> bool:
    """Tell whether the cue has its subject before it: "One delegate, a nurse, | pledged"."""
    who = subject_before(proposal.tokens, proposal.cue[0], proposal.tokens.bounds(proposal.cue[0])[0])
    return who is not None and who.how == "aside"


def is_thing(proposal: Proposal) -> bool:
    """`the storm, showing its force`: tell whether a source is no name, and neither people nor a body or document."""
    words = proposal.words(proposal.source)
    if len(words) < 2 or any(bits & NO_THING for bits in proposal.tokens.classes[slice(*proposal.source)]):
        return False
    return PEOPLE.isdisjoint(words) and speakers().isdisjoint(words) and not words[-1].endswith(OF_PEOPLE)


def is_bare(proposal: Proposal) -> bool:
    """Tell whether the cue is one word: "called", not "has called"."""
    return proposal.cue[1] - proposal.cue[0] == 1


def object_end(proposal: Proposal) -> int:
    """Return the end of the noun phrase with which the content begins; its start where it begins with none."""
    start, stop = proposal.content
    return chunk_end(proposal.tokens, start, stop) or start


def begins_with_name(proposal: Proposal) -> bool:
    """Tell whether the content begins with a name, "the" before it or not."""
    tokens, start, end = proposal.tokens, proposal.content[0], object_end(proposal)
    names = range(start + tokens.is_(start, c.DET), end)
    return end > start and all(tokens.is_(name, c.NAME) for name in names)


def is_object_alone(proposal: Proposal) -> bool:
    """Tell whether nothing but a noun phrase follows, or a comma behind it."""
    end = object_end(proposal)
    return end == proposal.content[1] or proposal.tokens.is_(end, c.COMMA)


def is_for_role(proposal: Proposal) -> bool:
    """Tell whether the content begins with somebody who is "the", "his" or "Lee's" something: "the mayor"."""
    tokens, start = proposal.tokens, proposal.content[0]
    owned = tokens.is_(start, c.DET | c.POSS) or tokens.lower[start].endswith("'s")
    return owned and tokens.lower[object_end(proposal) - 1] in roles()


def is_for_somebody(proposal: Proposal) -> bool:
    """Tell whether the content begins with a name or a role."""
    last = object_end(proposal) - 1
    return proposal.tokens.is_(last, c.NAME) or proposal.tokens.lower[last] in roles()


def is_to_do_something(proposal: Proposal) -> bool:
    """Tell whether "to" and a verb follow the noun phrase: "Garcia | to thank her"."""
    end = object_end(proposal)
    return proposal.tokens.lower[end] == "to" and proposal.tokens.is_(end + 1, c.BASE)


def finds_no_document(proposal: Proposal) -> bool:
    """Tell whether the source is no document that finds that something is so."""
    return documents().keys().isdisjoint(proposal.words(proposal.source))


def is_of_no_speaker(proposal: Proposal) -> bool:
    """Tell whether the word before a relative clause is none for people, bodies or documents."""
    return proposal.tokens.lower[proposal.source[0] - 1] not in speakers()


def asks_for_no_name(proposal: Proposal) -> bool:
    """Tell whether it is "to be named" or "to be identified" that somebody asks (not)."""
    return proposal.words(proposal.content)[:3] in UNNAMED


def is_not_done(proposal: Proposal) -> bool:
    """Tell whether a "not" stands between source and cue."""
    return is_denied(proposal.tokens, proposal.source[1], proposal.cue[0])


def has_no_verb(proposal: Proposal) -> bool:
    """Tell whether the content has no finite verb."""
    return not has_finite(proposal.tokens, *proposal.content)
