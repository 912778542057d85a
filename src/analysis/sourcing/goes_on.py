"""Quotations that no construction claims: they go on from the speaker before, or belong to the verb beside them."""

from analysis.sourcing.matchers import Candidate
from analysis.sourcing.phrases import is_finite, verb_start
from analysis.sourcing.subjects import shared, subject_before
from analysis.sourcing.tokens import COLON, COMMA, CONJ, NAME, NOUN, Line

FEW = 7


def claim_quotations(line: Line, winners: list[Candidate], previous: Candidate | None) -> Candidate | None:
    """Add each unclaimed quotation to its speaker, or as an attribution of its own; return the paragraph's last speaker.

    ``previous`` is the last speaker of the paragraph before.
    """
    last = previous
    for s, e in line.quotes:
        if any(s < b and a < e for w in winners for a, b in w.content):
            continue
        speaker = _speaker(line, winners, s, e, previous)
        if speaker is not None:
            if speaker.line is line:
                speaker.content.append((s, e))
            else:
                speaker.more.append(line.span(s, e))
                last = speaker
        elif e - s >= FEW and not _is_title(line, s, e):
            found = _beside(line, s, e)
            if found is not None:
                winners.append(found)
    speakers = [w for w in winners if w.speech and w.source]
    return max(speakers, key=lambda w: w.content[-1]) if speakers else last


def _speaker(line: Line, winners: list[Candidate], s: int, e: int, previous: Candidate | None) -> Candidate | None:
    """Return who goes on speaking: the last speaker before in the paragraph, else the one of the paragraph before."""
    whole = s == line.bounds(s)[0]
    before = [w for w in winners if w.speech and w.source and w.cue and w.cue[0] < s]
    if before:
        return max(before, key=lambda w: (w.cue or (0, 0))[0]) if whole and e - s > 3 or e - s >= FEW else None
    after = [w for w in winners if w.speech and w.content[0][0] >= e and all(line.quoted[i] for i in range(e, w.content[0][0]))]
    if after and whole:
        return after[0]
    if s == 0 and previous is not None and e - s >= FEW and (previous.quotes or previous.opens):
        return previous
    return None


def _beside(line: Line, s: int, e: int) -> Candidate | None:
    """Return the quotation as said by the subject of the verb to its left: `Lee boomed: "It is dead."`"""
    first, last = line.bounds(s)
    for at in range(s - 1, first - 1, -1):
        if is_finite(line, at):
            start = verb_start(line, at, first)
            who = subject_before(line, start, first) or shared(line, start, first)
            if who:
                return Candidate(line, "quotation_beside", (start, at + 1), (who.start, who.end), [(s, e)], True, line.lower[at])
            break
    return Candidate(line, "quotation_alone", None, None, [(s, e)], True)


def _is_title(line: Line, s: int, e: int) -> bool:
    """Tell whether a quotation is a title: "The Art of the Deal"."""
    words = [w for w in line.words[s + 1 : e - 1] if w[0].isalpha() and len(w) > 3]
    return e - s < 14 and all(w[0].isupper() for w in words)
