"""What speaks against a proposal, as one table: rows with a name, an example, and what must be so.

A matcher that has found a cue, a source and a content asks `objection_to`, which looks at the rows that name it. In
each example stands what looks like an attribution by that matcher and is none for this reason alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

from analysis.sourcing.extraction.complements import content_after
from analysis.sourcing.extraction.conditions import (
    Condition,
    OfKind,
    at,
    cue_with,
    cue_without,
    follows,
    form_is,
    is_bare,
    is_behind_no_quotation,
    is_right_behind_no_quotation,
    is_stance,
    not_follows,
    something_follows,
    source_is,
)
from analysis.sourcing.extraction.conditions_of_contents import (
    asks_for_no_name,
    begins_with_name,
    ends_with_name,
    gives_no_document,
    has_modal,
    has_no_verb,
    has_one_clause,
    has_speaker_within,
    is_at_no_number,
    is_contract,
    is_empty,
    is_fight,
    is_for_people,
    is_for_role,
    is_for_somebody,
    is_no_subject,
    is_number_soon,
    is_object_alone,
    is_right_before,
    is_said_next,
    is_thing_done,
    is_to_do_something,
    is_unquoted,
    is_whole,
    is_without_be,
    names_another_source,
    names_doer,
)
from analysis.sourcing.extraction.conditions_of_sources import (
    finds_no_document,
    has_subject_with_aside,
    is_left_unsaid,
    is_long,
    is_no_law,
    is_no_role,
    is_nobody,
    is_none_who_says,
    is_not_done,
    is_object_of_saying,
    is_of_initials,
    is_of_no_speaker,
    is_printed_as_name,
    is_subject_of_more,
    is_thing,
    is_where_it_is_said,
    opens_sentence,
    tells_why_not_named,
)
from analysis.sourcing.extraction.proposals import Kind, Proposal, of_verb
from analysis.sourcing.extraction.subjects import Subject
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.verbs import Verb

LABEL = group("headline label")
ABOUT, HARDLY = group("approximation"), group("hardly")
ASPECT, NOBODY, PARTICLES = group("aspect"), group("nobody"), group("particle") | group("stray particle")
A, AS, COMMENT, IT = frozenset(("a", "an")), frozenset(("as",)), frozenset(("comment", "comments")), frozenset(("it",))
BY, FOR = frozenset(("by",)), frozenset(("for",))
IMPERSONAL, STOP, TO = frozenset(("it", "this", "that", "there")), frozenset((".",)), frozenset(("to",))
ANONYMITY, WHAT, YOU = frozenset(("anonymity",)), frozenset(("what",)), frozenset(("you",))
ONE = frozenset(("one", "millions", "billions"))
QUESTION = group("question")
BE, HOW = group("be"), frozenset(("how",))
DEAL, NOR = group("deal"), frozenset(("nor",))
DIRECT, SAID = ("before", "aside", "after", "relative"), ("clause", "quote", "about")
WE = frozenset(("we",))
AGAIN, SUCH = frozenset(("again", "twice", "early", "late")), frozenset(("such",))
COME = frozenset(("come", "came", "comes", "coming"))
EVENTS = frozenset(("championship", "championships", "cup", "elections", "games", "olympics", "open"))
ROUGHLY = frozenset(("about", "almost", "around", "more", "less", "nearly", "over", "roughly"))
WHEN = frozenset(("although", "because", "if", "though", "unless", "when", "whenever", "where", "whereas", "while"))
IN = frozenset(("in",))
WE, WHOM, ACCORDING = frozenset(("i", "we")), frozenset(("who", "whom")), frozenset(("according",))
DUTY, IGNORED = frozenset(("must", "shall", "should")), frozenset(("ignore", "ignored", "ignores"))
MONEY, SHARE = frozenset("$£€¥"), frozenset(("%", "cents", "pc", "percent", "points"))
WHY = frozenset(("as", "because", "since"))
THAT, FINDERS = frozenset(("that",)), frozenset(("that", "which"))


class Objection(NamedTuple):
    """A row of the table: its name, an example, and what must all be so, of the proposal's kind and of its words."""

    name: str
    example: str
    of_kind: tuple[OfKind, ...]
    conditions: tuple[Condition, ...]

    def concerns(self, kind: Kind) -> bool:
        """Tell whether it may speak against a proposal of this kind."""
        return all(condition.fits(kind) for condition in self.of_kind)


def row(name: str, example: str, *conditions: Condition | OfKind) -> Objection:
    """Return a row of the table."""
    of_kind = [condition for condition in conditions if isinstance(condition, OfKind)]
    others = [condition for condition in conditions if not isinstance(condition, OfKind)]
    return Objection(name, example, tuple(of_kind), tuple(others))


@cache
def objections_for(
    matcher: str, frames: frozenset[str], speech: bool, how: str, frame: str, form: str
) -> tuple[Objection, ...]:
    """Return the rows that a matcher heeds and that concern proposals of a kind."""
    kind = Kind(frames, speech, how, frame, form)
    return tuple(row for row in OBJECTIONS[matcher] if row.concerns(kind))


def objection_to(proposal: Proposal) -> Objection | None:
    """Return the first objection that speaks against a proposal; None where none does."""
    of = proposal
    for objection in objections_for(of.matcher, of.frames, of.speech, of.how, of.frame, of.form):
        for condition in objection.conditions:
            if not condition(proposal):
                break
        else:
            return objection
    return None


def unopposed(matcher: str, verb: Verb, who: Subject | None) -> Proposal | None:
    """Return the proposal that somebody says what follows a verb; None where nothing is, or a row objects."""
    if who is None or (content := content_after(verb)) is None:
        return None
    proposal = of_verb(matcher, verb, who, (content.start, content.end), content)
    return None if objection_to(proposal) else proposal


@contextmanager
def without_objection(matcher: str, name: str) -> Iterator[None]:
    """Let a matcher not heed one objection while this lasts, to see what it is good for."""
    rows = OBJECTIONS[matcher]
    _set_objections(matcher, tuple(objection for objection in rows if objection.name != name))
    try:
        yield
    finally:
        _set_objections(matcher, rows)


def _set_objections(matcher: str, rows: tuple[Objection, ...]) -> None:
    OBJECTIONS[matcher] = rows
    objections_for.cache_clear()


OBJECTIONS: dict[str, tuple[Objection, ...]] = {
    "source_before": (
        row("name given to one", "She runs a club called Friends of the Ferry and two shops.",
            cue_with("naming"), is_bare, at("source", words=A), begins_with_name),
        row("title given to one", "He joined a band called “The Long Delay” in May.",
            cue_with("naming"), is_bare, at("source", words=A), at("content", of=c.OPEN)),
        row("name for one", "A woman we are calling Smith said no.",
            cue_with("naming"), at("source", words=WE), at("source", -1, of=c.NOUN), begins_with_name),
        row("name given", "They fled the ministry named Harbor Watch.",
            cue_with("naming"), is_bare, at("source end", -1, none=c.PRON | c.NAME),
            begins_with_name, is_object_alone),
        row("name that the writer gives", "Her son, whom we are calling Al, left early.",
            cue_with("naming"), at("source", words=WE), at("source", -1, words=WHOM)),
        row("call to people", "At night Smith called retirees in Ohio.",
            cue_with("phones"), follows("np"), at("content", of=c.NOUN, none=c.DET | c.NUM), is_for_people),
        row("call to a name", "Smith called Garcia, breaking a long silence.",
            cue_with("phones"), is_bare, begins_with_name, is_object_alone),
        row("call to somebody", "Smith called the mayor, breaking a long silence.",
            cue_with("phones"), follows("np"), is_for_role, is_object_alone),
        row("call to do something", "Smith called the mayor to thank her.",
            cue_with("phones"), follows("np"), is_for_somebody, is_to_do_something),
        row("thing found", "Smith found a place she liked.",
            cue_with("finds"), at("content", none=c.PRON, but=THAT), at("source", but=FINDERS), finds_no_document),
        row("what a thing is like", "These are duties that demand attention.",
            follows("np"), at("source", words=THAT), at("source", -1, none=c.NAME), is_of_no_speaker),
        row("wish for anonymity", "An aide, who requested anonymity, left early.",
            source_is("relative"), at("content", words=ANONYMITY)),
        row("wish not to be named", "An aide who did not wish to be named left early.",
            source_is("relative"), asks_for_no_name),
        row("why somebody is not named", "An aide, who asked not to be named because he fears trouble, left early.",
            at("source", -1, words=WHY), tells_why_not_named),
        row("what somebody has seen", "A guard who has seen the offer called it low.",
            is_stance, source_is("relative"), follows("clause"), cue_without("postposed"),
            at("content", none=c.PRON, but=THAT), is_said_next),
        row("thing done", "Smith ordered a coffee.",
            cue_with("deed"), at("content", but=THAT), is_thing_done, is_no_subject, finds_no_document),
        row("duty", "Hospitals must report any delay.", follows("np"), at("cue", words=DUTY)),
        row("somebody left alone", "Her friends ignored her.", at("cue end", -1, words=IGNORED),
            at("content", of=c.OBJ), at("content", 1, none=c.NOUNISH)),
        row("number of things", "Smith claimed 30 acres.",
            cue_with("deed"), cue_without("naming", "shows"), follows("np"),
            at("content", of=c.NUM, none=c.DET, but=ONE)),
        row("more than a number", "Smith claimed more than 30 acres.",
            cue_with("deed"), cue_without("naming", "shows"), follows("np"),
            at("content", words=ROUGHLY), is_number_soon),
        row("thing released", "The board released the old dog.",
            cue_with("noun", "np", "deed"), follows("np"), gives_no_document),
        row("place", "Smith put the car at the door.", cue_with("np-at"), is_at_no_number),
        row("somebody in arms", "Smith embraced a tearful Garcia.",
            is_stance, cue_with("deed"), follows("np"), at("content", words=A), ends_with_name),
        row("fight", "Smith went after Garcia and threw punches.", cue_with("deed"), follows("np"), is_fight),
        row("number that falls", "The index declined to 4,200.",
            cue_with("deed"), follows("prep-to"), at("content", of=c.NUM, none=c.DET)),
        row("deal", "The bank agreed to buy its rival.",
            cue_with("deal"), at("content", words=TO), at("content", 1, words=DEAL)),
        row("contract", "Smith signed a new contract.", cue_with("deal"), follows("np"), is_contract),
        row("what may be", "They may reject the plan.", is_stance, not_follows("to", "ing"), has_modal),
        row("when it does it", "It reports again in July.",
            follows("clause", "np"), at("content", words=AGAIN)),
        row("refusal alone", "Smith declined to comment.",
            cue_with("deed"), at("content", words=TO), at("content", 1, words=COMMENT)),
        row("deal without a verb", "The bank agreed to inject $2 billion.",
            cue_with("deal"), follows("prep-to"), at("content", words=DEAL)),
        row("whoever reads it", "If you support the mayor, stay at home.", is_stance, at("source", words=YOU)),
        row("nobody", "No legislator objected to it.", at("source", words=NOBODY)),
        row("nor", "Smith neither saw nor denied the report.", at("cue", -1, words=NOR)),
        row("hardly anybody", "Hardly anybody objected to it.", at("source", words=HARDLY)),
        row("almost nobody", "Almost no legislator objected to it.",
            at("source", words=ABOUT), at("source", 1, words=NOBODY)),
        row("what a clause told", "When leaders fail, it raises questions about their plan.",
            cue_without("clause"), at("source", words=IT), at("source", -1, of=c.COMMA), at("sentence", of=c.SUB)),
        row("known as", "The plan failed in May, known as “Bee” when it was new.",
            cue_with("known"), source_is("shared"), at("cue", -1, of=c.COMMA), at("cue end", -1, of=c.DONE)),
        row("thing with a stance", "The old engine refused to start.",
            is_stance, cue_without("shows"), is_thing),
        row("thing with an object", "The storm threatened the coast.", follows("np"), is_thing),
        row("how somebody puts it", "“It is dead,” is how Smith described it.",
            at("source", -1, words=HOW), at("source", -2, words=BE)),
        row("gap without a relative", "They closed the bridge Smith said was old.",
            follows("gap"), at("source", -1, none=c.REL, but=WHAT)),
    ),
    "headline_colon": (
        row("label", "Opinion: The plan is dead", at("source", words=LABEL)),
        row("thing held", "World Cup: Smith scores twice",
            at("source end", -1, words=EVENTS)),
        row("no name", "Lee is gone: The plan is dead", at("source end", -1, none=c.NOUNISH)),
        row("initials", "UN: The plan is dead", is_of_initials),
        row("question of the writer", "Ferry owners: how the town lost its bridge", at("content", words=QUESTION)),
        row("thing", "Shot in the dark: the plan is dead", is_nobody),
    ),
    "headline_dash": (
        row("name of a page", "The plan is dead - Harbor Council", is_printed_as_name),
        row("no people", "The plan is dead - a long night", is_no_role),
        row("clause", "The plan - as the town heard on Monday from the owners", is_long),
    ),
    "under_law": (
        row("no law", "Under the bridge, children played.", is_no_law),
        row("said by somebody", "Under the bill, owners would pay, Smith said.", has_speaker_within),
    ),
    "in_poll": (),
    "when_asked": (
        row("answer", "Asked in a poll, half said it was late.", at("content", -1, of=c.COMMA)),
        row("question alone", "Asked about that on Friday, she smiled.",
            at("content", words=IMPERSONAL), at("content", 1, of=c.PREP | c.COMMA)),
        row("request", "Smith, asked to leave, stood up.", follows("to", "for", "np"), at("cue", none=c.NAME)),
    ),
    "was_told": (
        row("asked by", "The mayor was asked by residents whether the bridge was safe.", at("cue end", words=BY)),
    ),
    "passive_as": (
        row("nothing behind it", "What was the ferry known as?", is_empty),
        row("seen by its subject", "What Smith saw as a risk paid off.", at("cue end", -1, none=c.DONE)),
        row("described by its subject", "He described as a risk what others praised.",
            form_is("finite"), at("cue", -1, none=c.NOUNISH | c.COMMA)),
        row("called for", "The driver had called for help.", at("cue end", words=FOR), cue_without("known-for")),
        row("known beside a verb", "Many have turned to rafts, also known as arks, in summer.", source_is("shared")),
    ),
    "was_judged": (
        row("who it is", "Cole, who was accused of theft, said he was innocent.", source_is("relative")),
        row("judged by somebody", "The toll was criticized in May by drivers.", names_doer),
    ),
    "content_source_cue": (
        row("sound of a thing", "“Ready?” The engine roared.", cue_without("postposed"), is_thing),
        row("new sentence that agrees", "“It failed.” Smith agreed.",
            opens_sentence, at("source", -2, words=STOP), cue_with("with")),
        row("new sentence that needs none", "“It failed.” A clerk calculated the cracks.",
            opens_sentence, at("source", -2, words=STOP), cue_without("quote")),
        row("thing of which it was said", "It fell by a third, a loss found in May.",
            is_unquoted, is_thing, at("source", words=A)),
        row("another source", "According to a memo by Garcia, Smith said, the ferry was late.",
            names_another_source, has_no_verb, is_unquoted),
        row("clause before", "When the ferry sank, Smith said.",
            is_whole, at("content", words=WHEN), is_unquoted, has_one_clause),
        row("when or where", "In a letter last week, Smith said Friday.",
            is_whole, at("content", of=c.PREP | c.SUB | c.TIME, none=c.TO), has_no_verb, is_unquoted),
    ),
    "content_cue_source": (
        row("sum of money", "Gold, often called a haven, added $12.", is_unquoted, at("source", words=MONEY)),
        row("share", "Gold, often called a haven, added 12 percent.",
            is_unquoted, at("source", of=c.NUM), at("source end", -1, words=SHARE)),
        row("not said behind", "The clerk sat down, began his work and smiled.",
            cue_without("postposed"), is_right_behind_no_quotation),
        row("particle", "Smith rose, read out the names and left.", at("cue end", words=PARTICLES)),
        row("no clause", "A delegate, a baker, pledged her vote.",
            cue_without("any-words"), is_unquoted, has_no_verb),
        row("subject of another verb", "Smith sat down, said the talks were over and left.",
            is_behind_no_quotation, is_subject_of_more),
        row("subject before", "Maria Toll, who runs the ferry, announced a new plan.",
            is_behind_no_quotation, something_follows, is_none_who_says, has_subject_with_aside),
    ),
    "participle": (
        row("left unsaid", "Smith avoided criticizing the ferry.", is_left_unsaid),
        row("such as", "The light has other uses, such as suggesting a turn.",
            at("cue", -1, words=AS), at("cue", -2, words=SUCH)),
        row("wish for anonymity", "Smith came in, requesting anonymity.", at("content", words=ANONYMITY)),
        row("according to whom it is", "According to Smith, writing in a journal, it is dead.",
            follows("clause"), at("cue", -1, of=c.COMMA), at("sentence", words=ACCORDING)),
        row("reporter who asks", "Smith called the clerk, seeking comment.", at("content", words=COMMENT)),
        row("thing that shows", "The storm left, showing that the town was weak.", is_stance, is_thing),
        row("what one is about", "They run a shop promoting bread to the poor.",
            is_stance, cue_without("np-for"), not_follows("clause", "quote"), at("cue", -1, none=c.COMMA)),
        row("who one is", "They met lawmakers defending the budget.",
            cue_without("np-for"), follows("np"), is_right_before, is_unquoted),
    ),
    "gerund": (
        row("contract", "Smith has played twice since signing a new contract.",
            cue_with("deal"), follows("np"), is_contract),
        row("left unsaid", "She refrained from criticizing the mayor.", is_left_unsaid),
        row("thing that shows", "The storm ended by showing that the town was weak.", is_stance, is_thing),
    ),
    "infinitive": (
        row("left unsaid", "Smith failed to say that it was late.", is_left_unsaid),
        row("in passing", "He was late, to put it briefly: the ferry had sunk.", at("cue", -1, of=c.COMMA)),
        row("too early", "It is too early to say that the plan failed.", at("source", words=IT)),
        row("not done", "Smith did not stop to say that it was late.", is_not_done),
        row("done by who stands before", "Smith asked the clerk to criticize the ferry.", source_is(*DIRECT)),
        row("stance to come", "Smith tried to oppose the ferry.", is_stance, not_follows(*SAID),
            at("cue", -1, but=COME)),
        row("deed to come", "Smith came back to criticize the ferry.", not_follows(*SAID), source_is("shared"),
            at("cue", -1, but=ASPECT | COME)),
        row("thing that leads to it", "The storm went on to threaten that the town would drown.",
            source_is("shared"), is_thing),
    ),
    "issued_statement": (),
    "noun_of_saying": (
        row("to a place", "They fear the mayor’s threat to their way of life.",
            at("content", words=TO), at("content", 1, none=c.BASE | c.NOUN | c.DET | c.NAME)),
        row("nothing behind it", "This was his criticism of.", is_empty),
        row("where it is said", "Smith said in his report that it was dead.",
            at("source", of=c.POSS), at("source", -1, words=IN), is_where_it_is_said),
        row("said by a verb", "Smith repeated his claim that it was dead.", is_object_of_saying),
    ),
    "state_of_mind": (
        row("nobody in particular", "It is unclear whether the ferry will run.", at("source", words=IMPERSONAL)),
        row("nobody", "Nobody was aware of it.", at("source", words=NOBODY)),
        row("hardly anybody", "Hardly anybody was aware of it.", at("source", words=HARDLY)),
        row("thing of a mind", "The old bridge is open to traffic.", is_thing),
        row("nothing behind it", "Smith knew what they were interested in.", is_empty),
    ),
    "passive_by": (
        row("seen by", "He kept a letter that was seen by this newspaper.",
            cue_with("known", "np-as"), at("source end", but=AS)),
        row("done by", "The list was released by the clerk.", cue_with("deed"), is_stance),
        row("which one it is", "They saw a play written by a nurse.", is_without_be),
        row("moved by a thing", "The drivers were angered by the long delay.", is_stance, is_thing),
        row("begun by", "The work was begun by a guard.", cue_with("after-quote"), cue_without("np")),
    ),
}  # fmt: skip
"""For each matcher its rows: a name, an example that is not proposed for this reason alone, and the conditions."""
