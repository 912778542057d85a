"""Further figures of a poll or report, which its next sentences give: "One in five had left. | A further 12% might"."""

from collections.abc import Sequence
from functools import partial
from itertools import starmap

from analysis.sourcing.extraction.candidates import Candidate
from analysis.sourcing.extraction.scan import next_comma, next_of, next_word
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import without_stop
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.patterns import Place, Row, Table, after, here
from analysis.sourcing.grammar.tokens import Tokens

COUNTING, SHARES, RATES = group("counting"), group("share"), group("rate")
ABOUT = group("approximation") | {"just", "only", "roughly", "some"}
OF_SHARE = frozenset(("in", "%", "percent"))
NEAR = 8
NOWHERE = (0, 0)

Is = Row[bool]
FURTHER = Table(
    False,
    Is(True, "|One| in five had left.", (here(c.NUM), after(words={"in"}), Place(2, c.NUM))),
    Is(True, "|Twelve| percent had left.", (here(c.NUM), after(words={"%", "percent"}))),
    Is(True, "|A| further 12% had left.", (here(words={"a"}), after(words={"further", "fifth", "quarter", "third"}))),
    Is(True, "|Another| 12% had left.", (here(words={"another"}), after(c.NUM), Place(2, words=OF_SHARE))),
    Is(True, "|Nearly| 12% had left.", (here(words=ABOUT), after(c.NUM), Place(2, words=OF_SHARE))),
    Is(True, "|Half| of them had left.", (here(words={"half"}),)),
    Is(True, "|The| share was 12%.", (here(words={"the", "that"}), after(words=RATES))),
)
"""How a sentence begins that gives another figure of the same count."""
PLACED = Table(False, Is(True, "|In| Alder, they fell by half.", (here(words={"among", "at", "for", "in"}),)))
"""How a sentence begins that says of whom or where another figure is."""
SAME = Table(
    False,
    Is(True, "In Alder, |they| fell by half.", (here(words={"it", "they"}),)),
    Is(True, "In Alder, |the| rate was 12%.", (here(words={"the", "that"}), after(words=RATES))),
    Is(True, "In Alder, |40| percent had left.", (here(c.NUM), after(words=OF_SHARE))),
)
"""What is counted there, too."""


def add_figures(tokens: Tokens, winners: Sequence[Candidate]) -> None:
    """Add to what a poll or report says the sentences right behind it that go on with its figures, and no others.

    Nobody else speaks in them, and both what it says and each of them holds a figure.
    """
    if len(tokens.sentences) < 2:  # as often
        return
    for winner in winners:
        if _counts(tokens, winner):
            _go_on(tokens, winner, {tokens.sentence_of[other.first] for other in winners})


def _counts(tokens: Tokens, winner: Candidate) -> bool:
    """Tell whether a source is one that counts, and gives a figure."""
    counting = not COUNTING.words.isdisjoint(tokens.lower[slice(*(winner.source or NOWHERE))])
    return counting and winner.speech and any(starmap(partial(_has_figure, tokens), winner.content))


def _go_on(tokens: Tokens, winner: Candidate, spoken: set[int]) -> None:
    """Add further sentences up to the first that gives no figure, or in which somebody speaks."""
    sentence = tokens.sentence_of[max(winner.content)[0]]
    for number in range(sentence + 1, len(tokens.sentences)):
        _, start, end = tokens.sentences[number]
        if number in spoken or not _is_further(tokens, start, end):
            break
        winner.content.append((start, without_stop(tokens, start, end)))


def _is_further(tokens: Tokens, start: int, end: int) -> bool:
    if not _has_figure(tokens, start, end) or any(tokens.quoted[start:end]):
        return False
    return FURTHER.decide(tokens, start) or _goes_on_placed(tokens, start, end)


def _goes_on_placed(tokens: Tokens, start: int, end: int) -> bool:
    """`In Alder, | they fell by half`: tell whether the same is counted somewhere else."""
    comma = next_comma(tokens, start, min(start + NEAR, end))
    return comma is not None and PLACED.decide(tokens, start) and SAME.decide(tokens, comma + 1)


def _has_figure(tokens: Tokens, start: int, end: int) -> bool:
    return next_of(tokens, start, end, c.NUM) < end or next_word(tokens, SHARES.words, start, end) is not None
