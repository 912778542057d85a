"""Whether what stands before a form that may be a noun or a verb can be its subject: by its number."""

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import Words, group
from analysis.sourcing.grammar.noun_phrases import phrase_start
from analysis.sourcing.grammar.patterns import Row, Table, before, here
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import GENITIVE, MAY_BE_PLURAL

ONE = group("singular determiner")
COUNTED = frozenset(("%", "them"))
IN_S = Words(endings=("s",))
NEVER_PLURAL = Words(
    endings=("dless", "eless", "kless", "mless", "nless", "pless", "rless", "tless", "ious", "uous", "lous")
)

Is = Row[bool]
PLURALS = Table(
    False,
    Is(False, "The owners |helped| make it.", (here(c.PAST, c.NOUNISH, group("helping")), before(words=MAY_BE_PLURAL))),
    Is(True, "The owners |asked| say no.", (here(c.PAST, c.NOUNISH), before(words=MAY_BE_PLURAL))),
    Is(False, "Then |it| say.", (here(c.PRON | c.REL, words=group("singular")),)),
    Is(True, "Then |they| say no.", (here(c.PRON | c.REL),)),
    Is(True, "The |police| say no.", (here(words=group("plural")),)),
    Is(False, "Then |reckless| say.", (here(words=NEVER_PLURAL),)),
    Is(True, "About 47 |%| say no.", (here(words=COUNTED), before(c.NUM))),
    Is(True, "Half of |them| say no.", (here(words=COUNTED), before(words={"of"}))),
    Is(False, "In |the| say.", (here(c.DET | c.POSS | c.PREP | c.AUX, c.NOUN),)),
    Is(True, "The |owners| say no.", (here(c.NOUNISH, words=MAY_BE_PLURAL),)),
    Is(True, "The owners, who left|,| say no.", (here(c.COMMA | c.DASH),)),
)
"""What a subject in the plural ends with."""
HANGS = Table(False, Is(True, "Figures |from| the BBC show it.", (here(c.PREP, c.FIRST), before(words=IN_S))))
SINGLED = Table(
    False,
    Is(True, "In May |the| camp claims it.", (here(c.DET | c.POSS | c.NAME | c.PRON),)),
    Is(True, "In May |today's| camp claims it.", (here(words=GENITIVE),)),
)
"""With what a subject in the singular begins."""


def is_singled(tokens: Tokens, at: int) -> bool:
    """Tell whether the noun at ``at`` may be a subject in the singular: "the camp", and not "policy" or "enough"."""
    start = phrase_start(tokens, at, tokens.bounds(at)[0])
    if start is None:
        return False
    return not tokens.capital or SINGLED.decide(tokens, start)


def may_be_plural(tokens: Tokens, at: int) -> bool:
    """Tell whether the word at ``at`` may end a subject in the plural: "they", "officials", "who"."""
    if _is_one(tokens, at):
        return False
    return _hangs_on_plural(tokens, at) or PLURALS.decide(tokens, at)


def _is_one(tokens: Tokens, at: int) -> bool:
    """`a public records (request)`: tell whether "a" or the like stands before the nouns that end at ``at``."""
    return tokens.lower[tokens.skip_back(at, 0, c.NOUNISH, c.DET | c.NUM | c.FIRST)] in ONE.words


def _hangs_on_plural(tokens: Tokens, at: int) -> bool:
    """Tell whether the name at ``at`` hangs on a plural: "figures from the Health Service | show"."""
    link = tokens.skip_back(at, 0, c.NAME | c.DET, c.FIRST)
    return tokens.is_(at, c.NAME) and HANGS.decide(tokens, link)
