"""Whether what stands before a form that may be a noun or a verb can be its subject: by its number."""

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.noun_phrases import phrase_start
from analysis.sourcing.grammar.tokens import Tokens


def is_singled(tokens: Tokens, at: int) -> bool:
    """Tell whether the noun at ``at`` may be a subject in the singular: "the camp", and not "policy" or "enough"."""
    first, _ = tokens.bounds(at)
    start = phrase_start(tokens, at, first)
    if start is None or start == first or tokens.shouted or tokens.part == "headline":
        return start is not None
    return tokens.is_(start, c.DET | c.POSS | c.NAME | c.PRON) or tokens.lower[start].endswith("'s")


def is_counted(tokens: Tokens, at: int) -> bool:
    """Tell whether people are counted: "47%", "half of them", "those asked"."""
    if tokens.word(at) in ("%", "them"):
        return tokens.is_(at - 1, c.NUM) or tokens.word(at - 1) == "of"
    return tokens.is_(at, c.PAST) and tokens.word(at - 1) == "those"
