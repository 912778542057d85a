"""Quotations that no construction claims: they go on from the speaker before, or belong to the verb beside them."""

from analysis.sourcing.extraction.candidates import Candidate
from analysis.sourcing.extraction.subjects import subject_before, subject_shared
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.quotations import is_title
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import is_finite, verb_start
from analysis.sourcing.grammar.verbs import find_verbs

FEW, VERY_FEW = 7, 3
ADDED = ("participle", "gerund", "noun_of_saying", "infinitive", "passive_by")
"""Rules of attributions that hang on another one, which is the speaker's own."""


def claim_quotations(tokens: Tokens, winners: list[Candidate], previous: Candidate | None) -> Candidate | None:
    """Add each unclaimed quotation to its speaker, or as an attribution of its own; return the last speaker.

    ``previous`` is the last speaker of the paragraphs before.
    """
    for s, e in _unclaimed(tokens, winners):
        speaker = _speaker(tokens, winners, s, e, previous)
        if speaker is None:
            if e - s >= FEW and not is_title(tokens, s, e):
                winners.append(_beside(tokens, s, e))
        elif speaker.tokens is tokens:
            _go_on(tokens, speaker, winners, s, e)
        else:
            if not (speaker.content or speaker.more):
                winners.append(speaker)
            speaker.more.append(tokens.span(s, e))
    speakers = [w for w in winners if w.speech and w.source]
    last = max(speakers, key=lambda w: w.content[-1:]) if speakers else previous
    return _announced(tokens, winners) or last


def _unclaimed(tokens: Tokens, winners: list[Candidate]) -> list[tuple[int, int]]:
    """Return the quotations that stand in no content, nor hold a content's first or last word."""
    if not tokens.quotes:
        return []
    contents = [piece for winner in winners for piece in winner.content]
    edges = {at for s, e in contents for at in (s, e - 1)}
    inside = {s for s, _ in tokens.quotes if any(a <= s < b for a, b in contents)}
    return [(s, e) for s, e in tokens.quotes if s not in inside and edges.isdisjoint(range(s, e))]


def _speaker(tokens: Tokens, winners: list[Candidate], s: int, e: int, previous: Candidate | None) -> Candidate | None:
    """Return who goes on speaking: the last speaker before in the paragraph, else the one of the paragraph before."""
    whole = s == tokens.bounds(s)[0]
    before = [w for w in winners if w.speech and w.source and w.cue and (w.tokens is not tokens or w.cue[0] < s)]
    if before:
        enough = e - s >= FEW or (whole and e - s > VERY_FEW)
        return max(before, key=lambda w: (_is_main(w, s), w.first)) if enough else None
    if whole:
        after = [w for w in winners if w.speech and _begins_behind(w, e)]
        if after:
            return after[0]
    goes_on = s == 0 and previous is not None and previous.quotes and (e - s >= FEW or not previous.content)
    return previous if goes_on else None


def _announced(tokens: Tokens, winners: list[Candidate]) -> Candidate | None:
    """Return who says what the next paragraph quotes: "Lee said:" at a paragraph's end; None where nobody is to."""
    colon = len(tokens) - 1
    if not tokens.classes[colon] & c.COLON:
        return None
    for verb in reversed(find_verbs(tokens, range(tokens.bounds(colon)[0], colon))):
        claimed = any(w.cue and w.cue[0] <= verb.at < w.cue[1] for w in winners)
        if verb.form == "finite" and "quote" in verb.cue.frames and not claimed:
            who = subject_before(tokens, verb.start, verb.first)
            return (
                Candidate(tokens, "quotation_below", (verb.start, verb.end), (who.start, who.end), []) if who else None
            )
    return None


def _begins_behind(winner: Candidate, end: int) -> bool:
    """Tell whether what somebody says begins behind a quotation, with nothing but quotations between."""
    start = winner.content[0][0] if winner.content else -1
    return start >= end and all(winner.tokens.quoted[end:start])


def _is_main(winner: Candidate, s: int) -> bool:
    """Tell whether a speaker is likely to go on at ``s``: not "who", nor the ", noting" of a sentence before."""
    tokens = winner.tokens
    if winner.source is None or winner.cue is None or tokens.is_(winner.source[0], c.REL):
        return False
    if winner.rule not in ADDED:
        return True
    return winner.rule in ("participle", "gerund") and tokens.sentence_of[winner.cue[0]] == tokens.sentence_of[s]


def _go_on(tokens: Tokens, speaker: Candidate, winners: list[Candidate], s: int, e: int) -> None:
    """Add a quotation to what its speaker says, with the words between where it ends the clause begun."""
    start, end = max(speaker.content)
    behind = speaker.cue is not None and speaker.source is not None and max(speaker.cue[1], speaker.source[1]) <= start
    joined = end < s and tokens.sentence_of[end - 1] == tokens.sentence_of[s] and tokens.is_(end, c.CONJ | c.COMMA)
    if behind and joined and not any(end <= w.first < s for w in winners):
        speaker.content.remove((start, end))
        s = start
    speaker.content.append((s, e))


def _beside(tokens: Tokens, s: int, e: int) -> Candidate:
    """Return the quotation as said by the subject of the verb to its left (`Lee boomed: "No."`), else by nobody."""
    first, _ = tokens.bounds(s)
    at = next((i for i in range(s - 1, first - 1, -1) if is_finite(tokens, i)), None)
    if at is not None:
        start = verb_start(tokens, at, first)
        who = subject_before(tokens, start, first) or subject_shared(tokens, start, first)
        if who:
            return Candidate(tokens, "quotation_beside", (start, at + 1), (who.start, who.end), [(s, e)])
    return Candidate(tokens, "quotation_alone", None, None, [(s, e)])
