"""Where a content ends: one ordered table of rules, each with an example; the first whose test fits decides."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.cues import NO_CUE, Form, cue_forms
from analysis.sourcing.grammar.patterns import Place, Row, Table, after, before, here
from analysis.sourcing.grammar.phrase_ends import phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, has_finite, is_finite

CONTRAST, ADDING, ASIDE = group("contrast"), group("adding"), group("writer aside")
MORE = group("more of the same")
"""What behind "but" is still said: "not only a delay but also a fine"."""
RELATIVE = ("relative", "restrictive")
BORDER = c.STOP | c.COMMA | c.DASH | c.CONJ | c.COLON
"""What may stand where a content ends, but in a relative clause, which ends at the main verb."""
A_NOUN = (c.NOUNISH, c.PRON | c.REL)
"""The classes of what stands before the main verb, and those that it is not of."""
MARK = c.COMMA | c.DASH | c.COLON | c.CLOSE

FRONTED = Table(
    False,
    Row(True, "Lee said |that| it failed.", (here(words={"that"}),)),
    Row(True, "Lee said |in| June it failed.", (here(c.SUB | c.PREP),)),
)
"""With what a content begins whose subject comes later."""


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


def ends(content: Content, at: int) -> bool:
    """Tell whether a content ends before token ``at``: the first rule decides whose frame and test fit, too."""
    for rule in _ends_of(content.frame).verdicts(content.tokens, at):
        if rule.test(content, at):
            return rule.ends
    return False


def _always(_: Content, __: int) -> bool:
    return True


def _is_last(content: Content, at: int) -> bool:
    return at + 1 >= content.last


def _begins(content: Content, at: int) -> bool:
    return at - 1 == content.start


def _is_main_verb(content: Content, at: int) -> bool:
    return is_finite(content.tokens, at)


def _is_main_verb_of_saying(content: Content, at: int) -> bool:
    cue, _ = _cue_at(content.tokens, at, content.last)
    return "postposed" in cue.frames and _is_main_verb(content, at)


def _is_verb_behind_object(content: Content, at: int) -> bool:
    """Tell whether somebody who has an object behind a first verb says something: "who saw |the offer | called it"."""
    tokens = content.tokens
    cue, _ = _cue_at(tokens, at, content.last)
    named = "naming" in cue.frames and tokens.is_(at + 1, c.NAME | c.OPEN)
    return cue.speech and not named and is_finite(tokens, at) and not has_finite(tokens, content.start, at)


def _is_quoted_again(content: Content, at: int) -> bool:
    quote = content.tokens.quote_of.get(at + 1)
    return quote is not None and content.tokens.is_(quote[1] - 2, c.COMMA)


def _is_clause_behind(content: Content, at: int) -> bool:
    return _begins_clause(content.tokens, at + 1, content.last)


def _is_clause_behind_and(content: Content, at: int) -> bool:
    return _begins_clause(content.tokens, at + 2, content.last)


def _is_next_verb(content: Content, at: int) -> bool:
    """Tell whether another verb of the same source stands behind a conjunction: "criticized the plan and | said"."""
    cue, classes = _cue_at(content.tokens, after_adverbs(content.tokens, at + 1, content.last), content.last)
    if content.clause == "participle" and classes & c.ING:
        return cue.speech
    finite = classes & (c.PAST if cue.noun else c.PAST | c.VERB)
    return bool(finite) and (cue.speech or content.frame != "clause")


def _is_next_verb_behind_comma(content: Content, at: int) -> bool:
    return _is_next_verb(content, at + 1)


def _is_contrast(content: Content, at: int) -> bool:
    """Tell a contrast from more of what is said: "but not him", "but that he"."""
    return content.tokens.lower[at + 1] != "but" or content.tokens.lower[at + 2] not in MORE


def _is_added(content: Content, at: int) -> bool:
    return adds(content.tokens, at + 1)


def _is_writers_aside(content: Content, at: int) -> bool:
    return _is_aside(content.tokens, at + 1, content.last)


def _is_main_aside(content: Content, at: int) -> bool:
    return not content.clause and _is_writers_aside(content, at)


def _is_no_list(content: Content, at: int) -> bool:
    """Tell whether neither a stance nor a quotation shows that a list goes on behind a comma."""
    cue, _ = cue_forms().get(content.tokens.lower[at + 1], NO_CUE)
    return (cue is NO_CUE[0] or cue.speech) and not any(content.tokens.quoted[content.start : at])


def _goes_on_behind(content: Content, at: int) -> bool:
    """Tell whether the clause goes on behind a relative one: "said that the fund, which pays for it, | was empty"."""
    tokens = content.tokens
    commas = (i for i in range(at + 1, content.last - 1) if tokens.is_(i, c.COMMA))
    comma = next(commas, None)
    return comma is not None and is_finite(tokens, comma + 1)


def _has_verb(content: Content, at: int) -> bool:
    return has_finite(content.tokens, content.start, at)


def _explains(content: Content, at: int) -> bool:
    """Tell whether ", the ..." explains: not where a fronted part or a quotation begins the content."""
    tokens, start = content.tokens, content.start
    fronted = tokens.quoted[start] or FRONTED.decide(tokens, start)
    return not fronted and _is_writers_aside(content, at)


def _is_main_clause(content: Content, at: int) -> bool:
    return content.clause == "subordinate" and _is_clause_behind(content, at)


class Rule(NamedTuple):
    """Whether a content ends at a token, if the test says so; only in the kinds of complement in ``frames``, if any."""

    ends: bool
    test: Callable[[Content, int], bool] = _always
    frames: tuple[str, ...] = ()

    def concerns(self, frame: str) -> bool:
        """Tell whether it is a rule for this kind of complement."""
        return not self.frames or frame in self.frames


ENDS = Table(
    Rule(ends=False),
    Row(Rule(True), "Lee said |it failed|;| he left.", (here(words={";"}),)),
    Row(
        Rule(True, _is_main_verb, RELATIVE), "Those who say |it is a loss |are| few.",
        (here(c.VERB | c.AUX), before(*A_NOUN)),
    ),
    Row(
        Rule(True, _is_main_verb_of_saying, RELATIVE), "Those who asked |for more parks |said| no.",
        (before(*A_NOUN),),
    ),
    Row(
        Rule(True, _is_verb_behind_object, RELATIVE), "The aide who saw |the offer |called| it low.",
        (here(c.PAST | c.VERB), before(c.NOUN)),
    ),
    Row(Rule(False), "Lee said |it failed |in| May.", (here(none=MARK | c.CONJ),)),
    Row(Rule(False, _is_last), "Lee said |it failed|,|.", ()),
    Row(Rule(False, _begins), "Lee said |that|,| if so, it failed.", (before(words={"that"}),)),
    Row(Rule(True, _is_quoted_again), "Lee said |it failed|:| “It is dead,” he said.", (here(c.COLON), after(c.OPEN))),
    Row(Rule(False), "Lee said |it failed|:| it is dead.", (here(c.COLON),)),
    Row(
        Rule(True, _is_clause_behind, ("np",)), "Lee blamed |him |and| the mayor left.",
        (here(c.CONJ), before(c.OBJ | c.PRON)),
    ),
    Row(Rule(True, _is_next_verb), "Lee blamed |the plan |and| said no.", (here(c.CONJ),)),
    Row(Rule(False), "Lee said |it failed |and| died.", (here(c.CONJ),)),
    Row(Rule(True, _is_contrast), "Lee said |it failed|,| but Garcia stayed.", (after(words=CONTRAST),)),
    Row(Rule(True), "Lee said |it failed|,| according to Garcia.", (after(words={"according"}),)),
    Row(Rule(True, _is_added), "Lee said |it failed|,| also citing the cost.", (after(c.ADV | c.ING),)),
    Row(
        Rule(True), "Lee said |it failed|,| and he left.",
        (here(c.COMMA | c.CLOSE), after(words={"and"}), Place(2, c.PRON)),
    ),
    Row(
        Rule(True, _is_clause_behind_and), "Lee said |it failed|,| and the mayor left.",
        (here(c.COMMA | c.CLOSE), after(words={"and"})),
    ),
    Row(Rule(True, _is_next_verb_behind_comma), "Lee said |it failed|,| and denied it.", (after(c.CONJ),)),
    Row(Rule(False), "Lee said |it failed|,| and died.", (after(c.CONJ),)),
    Row(Rule(False), "Lee blamed |the plan |—| that it failed was known.", (here(c.DASH), after(words={"that"}))),
    Row(Rule(True, _is_main_aside, ("np",)), "Lee blamed |the plan |—| a move that failed.", (here(c.DASH),)),
    Row(Rule(False), "Lee said |it failed |—| for now.", (here(c.DASH),)),
    Row(Rule(True, frames=("relative",)), "Lee, who says |it failed|,| left.", ()),
    Row(Rule(True, _is_no_list, ("restrictive",)), "The man who says |it failed|,| left.", ()),
    Row(Rule(False, _goes_on_behind), "Lee said |the fund|,| which pays for it, was empty.", (after(words={"which"}),)),
    Row(Rule(True, _has_verb, ("clause",)), "Lee said |it failed|,| a first.", (after(words=ASIDE),)),
    Row(Rule(False, frames=("clause",)), "Lee said |in June|,| a bad month, it failed.", (after(words=ASIDE),)),
    Row(Rule(True), "Lee blamed |the plan|,| which failed.", (after(words=ASIDE),)),
    Row(Rule(True, _is_writers_aside, ("seems",)), "It seems |to have failed|,| as the mayor left.", ()),
    Row(Rule(True, _explains), "Lee blamed |Garcia|,| the man who left.", (after(words={"the"}),)),
    Row(
        Rule(True, _is_main_clause), "As Lee said |it failed|,| Garcia left.",
        (after(c.PRON | c.DET | c.POSS | c.NOUNISH),),
    ),
)  # fmt: skip


@cache
def _ends_of(frame: str) -> Table[Rule]:
    """Return the rules for one kind of complement, in the table's order."""
    return Table(ENDS.default, *(row for row in ENDS.rows if row.verdict.concerns(frame)))


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
    verb = after_adverbs(tokens, end, last)
    return tokens.is_(end, c.COMMA) or is_finite(tokens, verb)


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
