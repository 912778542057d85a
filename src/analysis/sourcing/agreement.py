"""Whether what stands before a form that may be a noun or a verb can be its subject: by its number."""

from analysis.sourcing import classes as c
from analysis.sourcing.phrases import phrase_start
from analysis.sourcing.tokens import Line


def is_singled(line: Line, at: int) -> bool:
    """Tell whether the noun at ``at`` may be a subject in the singular: "the camp", and not "policy" or "enough"."""
    first, _ = line.bounds(at)
    start = phrase_start(line, at, first)
    if start is None or start == first or line.shouted or line.part == "headline":
        return start is not None
    return line.is_(start, c.DET | c.POSS | c.NAME | c.PRON) or line.lower[start].endswith("'s")


def is_counted(line: Line, at: int) -> bool:
    """Tell whether people are counted: "47%", "half of them", "those asked"."""
    if line.word(at) in ("%", "them"):
        return line.is_(at - 1, c.NUM) or line.word(at - 1) == "of"
    return line.is_(at, c.PAST) and line.word(at - 1) == "those"
