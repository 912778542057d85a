"""Quotations that no construction claims: they go on from the speaker before, or belong to the verb beside them."""

from collections.abc import Iterable
from operator import attrgetter

from analysis.sourcing.extraction.beside import FEW, VERY_FEW, said_before, said_behind
from analysis.sourcing.extraction.candidates import Candidate, Piece
from analysis.sourcing.extraction.resolve import contents, holds, take
from analysis.sourcing.extraction.subjects import subject_before
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verbs import Verb, find_verbs

CUE, SPEAKS = attrgetter("cue"), attrgetter("speaks")
ADDED = ("participle", "gerund", "noun_of_saying", "infinitive", "passive_by")
"""Rules of attributions that hang on another one, which is the speaker's own."""


def claim_quotations(tokens: Tokens, winners: list[Candidate], previous: Candidate | None) -> Candidate | None:
    """Add each unclaimed quotation to its speaker, or as an attribution of its own; return the last speaker.

    ``previous`` is the last speaker of the paragraphs before. A quotation is his who

    1. spoke last before it in its paragraph (`“It is dead,” Lee said. | “It is gone.”`), if it is no mere term;
    2. speaks right behind it, if it is a sentence (`| “Why?” | “Tell us why,” Lee said.`);
    3. spoke last in the paragraphs before, if it opens its own and that one quoted, too;
    4. is the subject of the verb to its left (`Lee boomed: | “It will never be built.”`), if it is no title.

    Who stands with any verb right behind it goes before all these (`| “It is dead,” | posed Lee`). Else it is nobody's.
    """
    for quotation in _unclaimed(tokens, winners):
        winners += said_behind(tokens, quotation) or _of_speaker(tokens, winners, quotation, previous)
    return _announced(tokens, winners) or max(filter(SPEAKS, winners), key=_last_piece, default=previous)


def _last_piece(winner: Candidate) -> list[Piece]:
    return winner.content[-1:]


def _of_speaker(
    tokens: Tokens, winners: list[Candidate], quotation: Piece, previous: Candidate | None
) -> list[Candidate]:
    """Add a quotation to what its speaker says; where there is none, return it as an attribution of its own."""
    speaker = _speaker(tokens, winners, quotation, previous)
    if speaker is None:
        return said_before(tokens, quotation)
    if speaker.tokens is tokens:
        _go_on(speaker, quotation)
    else:
        _go_on_below(speaker, winners, tokens, quotation)
    return []


def _unclaimed(tokens: Tokens, winners: list[Candidate]) -> list[Piece]:
    """Return the quotations that share no word with a content."""
    if not tokens.quotes:  # as most often
        return []
    claimed = bytearray(len(tokens))
    take(claimed, contents(winners))
    return [(start, end) for start, end in tokens.quotes if not any(claimed[start:end])]


def _speaker(
    tokens: Tokens, winners: list[Candidate], quotation: Piece, previous: Candidate | None
) -> Candidate | None:
    """Return who goes on speaking: the last speaker before in the paragraph, else one behind or above."""
    start, end = quotation
    whole = start == tokens.bounds(start)[0]
    before = _speaker_before(tokens, winners, start)
    if before is not None:
        least = VERY_FEW if whole else FEW
        return before if end - start >= least else None
    if not whole:
        return None
    return _speaker_behind(winners, end) or _speaker_above(quotation, previous)


def _speaker_before(tokens: Tokens, winners: list[Candidate], start: int) -> Candidate | None:
    """Return the last who spoke before a token, the likeliest to go on first."""
    place = tokens.starts[start]
    before = [winner for winner in filter(SPEAKS, winners) if winner.tokens.starts[winner.first] < place]
    return max(before, key=lambda winner: (_is_main(winner, start), winner.first), default=None)


def _is_main(winner: Candidate, at: int) -> bool:
    """Tell whether a speaker is likely to go on at ``at``: not "who", nor the ", noting" of a sentence before."""
    tokens, (source, _) = winner.tokens, winner.source or (winner.first, 0)
    added = winner.rule in ADDED and tokens.sentence_of[winner.first] != tokens.sentence_of[at]
    return not added and not tokens.is_(source, c.REL)


def _speaker_behind(winners: Iterable[Candidate], end: int) -> Candidate | None:
    """Return the one whose words begin behind a quotation, with nothing but quotations between."""
    return next((winner for winner in winners if _begins_behind(winner, end)), None)


def _begins_behind(winner: Candidate, end: int) -> bool:
    start, _ = next(iter(winner.content), (-1, 0))
    return start >= end and all(winner.tokens.quoted[end:start])


def _speaker_above(quotation: Piece, previous: Candidate | None) -> Candidate | None:
    """Return the last speaker of the paragraphs before, who was quoted or announced ("Lee wrote:")."""
    start, end = quotation
    if start > 0 or previous is None or not previous.quotes:
        return None
    announced = not previous.content
    if announced or end - start >= FEW:
        return previous
    return None


def _go_on(speaker: Candidate, quotation: Piece) -> None:
    """Add a quotation to what its speaker says, with the words between where it ends the clause begun."""
    piece = max(speaker.content)
    if _ends_clause_of(speaker, piece, quotation):
        speaker.content.remove(piece)
        quotation = piece[0], quotation[1]
    speaker.content.append(quotation)


def _ends_clause_of(speaker: Candidate, piece: Piece, quotation: Piece) -> bool:
    """Tell whether a quotation ends a clause that its speaker stands before: not "Noting it, Lee asked, “Why?”"."""
    stands_before = speaker.source is not None and speaker.source[1] <= piece[0]
    return stands_before and _is_joined(speaker.tokens, piece[1], quotation[0])


def _is_joined(tokens: Tokens, end: int, start: int) -> bool:
    """`said it was dead | and “gone”`: tell whether a quotation belongs to the clause that ends before it."""
    within = end < start and tokens.sentence_of[end - 1] == tokens.sentence_of[start]
    return within and tokens.is_(end, c.CONJ | c.COMMA)


def _go_on_below(speaker: Candidate, winners: list[Candidate], tokens: Tokens, quotation: Piece) -> None:
    """Add a quotation to what somebody says who spoke in a paragraph before, or was only announced there."""
    if not (speaker.content or speaker.more):
        winners.append(speaker)
    speaker.more.append(tokens.span(*quotation))


def _announced(tokens: Tokens, winners: list[Candidate]) -> Candidate | None:
    """Return who says what the next paragraph quotes: "Lee said:" at a paragraph's end; None where nobody is to."""
    if tokens.words[-1] != ":":
        return None
    colon = len(tokens) - 1
    for verb in reversed(find_verbs(tokens, range(tokens.bounds(colon)[0], colon))):
        who = subject_before(tokens, verb.start, verb.first) if _may_announce(verb, winners) else None
        if who:
            return Candidate(tokens, "quotation_below", (verb.start, verb.end), (who.start, who.end), [])
    return None


def _may_announce(verb: Verb, winners: list[Candidate]) -> bool:
    """Tell whether a verb may give a quotation and has given nothing yet."""
    given = holds(filter(None, map(CUE, winners)), verb.at)
    return verb.form == "finite" and "quote" in verb.cue.frames and not given
