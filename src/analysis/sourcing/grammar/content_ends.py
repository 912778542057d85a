"""Where a content ends: one ordered table of rules, each with an example; the first whose test fits decides."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.content_conditions import (
    Content,
    always,
    begins,
    closes_aside,
    explains,
    goes_on_behind,
    has_verb,
    is_clause_behind,
    is_clause_behind_and,
    is_clause_in_rest,
    is_contrast,
    is_last,
    is_last_aside,
    is_list,
    is_main_clause,
    is_no_list,
    is_of_participle,
    is_quoted_again,
    is_writers_aside,
)
from analysis.sourcing.grammar.content_verbs import (
    is_added,
    is_contrast_within,
    is_main_verb,
    is_main_verb_behind,
    is_main_verb_of_saying,
    is_next_bare_verb,
    is_next_verb,
    is_next_verb_behind_comma,
    is_second_of_two,
    is_sentence_behind,
    is_verb_behind_object,
)
from analysis.sourcing.grammar.patterns import Place, Row, Table, after, before, here

CONTRAST, ASIDE = group("contrast"), group("writer aside")
SETTINGS = frozenset(("after", "as", "because", "before", "since", "when"))
CONCESSIONS = frozenset(("although", "though", "since"))
RELATIVE = ("relative", "restrictive")
WITH_WORD = ("np-as", "np-at", "np-from", "np-to")
PLAIN = (
    "np", *WITH_WORD, "to", "ing", "prep-to", "about", "against", "at", "for", "in", "of", "on", "over", "with",
)  # fmt: skip
OBJECT = (*RELATIVE, *PLAIN)
BORDER = c.STOP | c.COMMA | c.DASH | c.CONJ | c.COLON | c.SUB
"""What may stand where a content ends, but in a relative clause, which ends at the main verb."""
A_NOUN = (c.NOUNISH, c.PRON | c.REL)
"""The classes of what stands before the main verb, and those that it is not of."""
MARK = c.COMMA | c.DASH | c.COLON | c.CLOSE


def ends(content: Content, at: int) -> bool:
    """Tell whether a content ends before token ``at``: the first rule decides whose frame and test fit, too."""
    for rule in _ends_of(content.frame).verdicts(content.tokens, at):
        if rule.test(content, at):
            return rule.ends
    return False


class Rule(NamedTuple):
    """Whether a content ends at a token, if the test says so; only in the kinds of complement in ``frames``, if any."""

    ends: bool
    test: Callable[[Content, int], bool] = always
    frames: tuple[str, ...] = ()

    def concerns(self, frame: str) -> bool:
        """Tell whether it is a rule for this kind of complement."""
        return not self.frames or frame in self.frames


ENDS = Table(
    Rule(ends=False),
    Row(Rule(True), "Lee said |it failed|;| he left.", (here(words={";"}),)),
    Row(
        Rule(True, is_main_verb, RELATIVE), "Those who say |it is a loss |are| few.",
        (here(c.VERB | c.AUX), before(*A_NOUN)),
    ),
    Row(
        Rule(True, is_main_verb, RELATIVE), "Those who say |it has died |are| few.",
        (here(c.VERB | c.AUX), before(c.PAST, c.AUX)),
    ),
    Row(
        Rule(True, is_main_verb_of_saying, RELATIVE), "Those who asked |for more parks |said| no.",
        (before(*A_NOUN),),
    ),
    Row(
        Rule(True, is_verb_behind_object, RELATIVE), "The aide who saw |the offer |called| it low.",
        (here(c.PAST | c.VERB), before(c.NOUN)),
    ),
    Row(
        Rule(True, is_clause_in_rest, OBJECT), "Lee feared |the cost |although| it was low.",
        (here(c.SUB, words=CONCESSIONS),),
    ),
    Row(
        Rule(True, is_clause_in_rest, PLAIN), "Lee feared |the toll even |if| it was low.",
        (here(words={"if"}), before(words={"even"})),
    ),
    Row(
        Rule(True, frames=PLAIN), "Lee sought |a talk |after| months of delays.",
        (here(words={"after"}), after(words={"days", "hours", "months", "weeks", "years"})),
    ),
    Row(
        Rule(True, is_clause_in_rest, ("to",)), "Lee wanted |to go |because| it was late.",
        (here(words={"because"}),),
    ),
    Row(Rule(False), "Lee said |it failed |in| May.", (here(none=MARK | c.CONJ),)),
    Row(Rule(False, is_last), "Lee said |it failed|,|.", ()),
    Row(
        Rule(True, is_main_verb_behind, PLAIN), "A group, fearing |the toll|,| is leaving.",
        (here(c.COMMA), after(c.AUX)),
    ),
    Row(Rule(False, begins), "Lee said |that|,| if so, it failed.", (before(words={"that"}),)),
    Row(Rule(True, is_quoted_again), "Lee said |it failed|:| “It is dead,” he said.", (here(c.COLON), after(c.OPEN))),
    Row(
        Rule(True, is_sentence_behind, OBJECT), "Lee blamed |the plan|:| It is dead, the mayor said.", (here(c.COLON),)
    ),
    Row(Rule(False), "Lee said |it failed|:| it is dead.", (here(c.COLON),)),
    Row(
        Rule(True, is_clause_behind, ("np",)), "Lee blamed |him |and| the mayor left.",
        (here(c.CONJ), before(c.OBJ | c.PRON)),
    ),
    Row(Rule(True, is_next_verb), "Lee blamed |the plan |and| said no.", (here(c.CONJ),)),
    Row(
        Rule(True, is_next_bare_verb, PLAIN), "They deny |the claim |and| say that it is dead.",
        (here(c.CONJ), after(c.BASE)),
    ),
    Row(Rule(True, is_second_of_two, OBJECT), "Lee blamed |the plan |but| has agreed.", (here(c.CONJ),)),
    Row(Rule(False), "Lee said |it failed |and| died.", (here(c.CONJ),)),
    Row(Rule(False, is_contrast_within), "Lee said |it had not failed|,| but went on.", (after(words={"but"}),)),
    Row(
        Rule(False, frames=("clause",)), "Lee said |it failed|,| but nobody left.",
        (after(words={"but"}), Place(2, words={"nobody", "none", "nothing"})),
    ),
    Row(Rule(True, is_contrast), "Lee said |it failed|,| but Garcia stayed.", (after(words=CONTRAST),)),
    Row(Rule(True), "Lee said |it failed|,| according to Garcia.", (after(words={"according"}),)),
    Row(Rule(True, is_added), "Lee said |it failed|,| also citing the cost.", (after(c.ADV | c.ING),)),
    Row(
        Rule(True), "Lee said |it failed|,| and he left.",
        (here(c.COMMA | c.CLOSE), after(words={"and"}), Place(2, c.PRON)),
    ),
    Row(
        Rule(True, is_clause_behind_and), "Lee said |it failed|,| and the mayor left.",
        (here(c.COMMA | c.CLOSE), after(words={"and"})),
    ),
    Row(
        Rule(True, is_of_participle, ("np",)), "Citing |the plan|,| that it failed was said.",
        (after(words={"that", "how", "whether"}),),
    ),
    Row(Rule(True, is_next_verb_behind_comma), "Lee said |it failed|,| and denied it.", (after(c.CONJ),)),
    Row(Rule(False), "Lee said |it failed|,| and died.", (after(c.CONJ),)),
    Row(Rule(False), "Lee blamed |the plan |—| that it failed was known.", (here(c.DASH), after(words={"that"}))),
    Row(
        Rule(True, is_last_aside, PLAIN), "Lee blamed |the plan |—| a move that failed.",
        (here(c.DASH), after(c.DET | c.POSS | c.NOUNISH | c.PRON)),
    ),
    Row(Rule(False), "Lee said |it failed |—| for now.", (here(c.DASH),)),
    Row(Rule(True, frames=("relative",)), "Lee, who says |it failed|,| left.", ()),
    Row(Rule(True, closes_aside), "Lee, who left as he fears |it|,| said no.", (here(c.COMMA),)),
    Row(Rule(True, is_no_list, ("restrictive",)), "The man who says |it failed|,| left.", ()),
    Row(Rule(False, goes_on_behind), "Lee said |the fund|,| which pays for it, was empty.", (after(words={"which"}),)),
    Row(Rule(False, is_list, ("clause",)), "Lee said |he saw a fox|,| a hare and a dog.", (after(words={"a", "an"}),)),
    Row(Rule(True, has_verb, ("clause",)), "Lee said |it failed|,| a first.", (after(words=ASIDE),)),
    Row(Rule(False, frames=("clause",)), "Lee said |in June|,| a bad month, it failed.", (after(words=ASIDE),)),
    Row(Rule(True), "Lee blamed |the plan|,| which failed.", (after(words=ASIDE),)),
    Row(
        Rule(True, is_writers_aside, PLAIN), "Lee vowed |to go|,| as the mayor left.",
        (after(words=SETTINGS),),
    ),
    Row(
        Rule(True, is_last_aside, PLAIN), "Lee blamed |Garcia|,| who left in May.",
        (after(words={"who"}),),
    ),
    Row(Rule(True, is_writers_aside, ("seems",)), "It seems |to have failed|,| as the mayor left.", ()),
    Row(Rule(True, explains), "Lee blamed |Garcia|,| the man who left.", (after(words={"the"}),)),
    Row(
        Rule(True, is_main_clause), "As Lee said |it failed|,| Garcia left.",
        (after(c.PRON | c.DET | c.POSS | c.NOUNISH),),
    ),
)  # fmt: skip


@cache
def _ends_of(frame: str) -> Table[Rule]:
    """Return the rules for one kind of complement, in the table's order."""
    return Table(ENDS.default, *(row for row in ENDS.rows if row.verdict.concerns(frame)))
