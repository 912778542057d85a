"""The constructions in which newspapers say who says what: one small matcher each.

A matcher proposes; it never deletes, ranks or classifies. `resolve` decides by the order of ``VERB_MATCHERS``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from analysis.sourcing.contents import Content, clause_end, content_after, content_before
from analysis.sourcing.phrases import is_finite, phrase_end
from analysis.sourcing.subjects import Subject, subject_after, subject_before, subject_of_participle
from analysis.sourcing.tokens import ADV, BRACKET, CLOSE, COLON, COMMA, CONJ, DASH, DET, ING, MARK, NAME, NOUNISH, OPEN, PAST, POSS, PREP, PRON, PUNCTUATION, REL, STOP, SUB, TIME, Line
from analysis.sourcing.verbs import Verb
from analysis.spans import Span


ENDINGS = ([], ["in"], ["on"], ["at"], ["during"], ["of"], ["as"], ["to"], ["after"], ["when"], ["while"], ["before"], ["through"], ["via"], ["about"], ["last"])


@dataclass(slots=True)
class Candidate:
    """A possible attribution in tokens of one line; spans are (start, end), content in pieces."""

    line: Line
    rule: str
    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    content: list[tuple[int, int]]
    speech: bool
    lemma: str = ""
    frame: str = ""
    more: list[Span] = field(default_factory=list)

    @property
    def quotes(self) -> bool:
        """Tell whether its last piece ends in a quotation at the end of its paragraph."""
        end = self.content[-1][1]
        return bool(self.more) or bool(self.line.quoted[end - 1]) or any(self.line.quoted[s] for s, _ in self.content)

    @property
    def opens(self) -> bool:
        """Tell whether its paragraph ends with a colon."""
        return bool(self.line.classes[-1] & COLON)


def source_before(verb: Verb) -> Iterator[Candidate]:
    """`Lee said (that) the plan was dead`, `Lee, a former aide, criticized the plan`, `officials, who said ...`."""
    if verb.form != "finite":
        return
    who = subject_before(verb.line, verb.start, verb.first)
    if who is None:
        return
    content = content_after(verb)
    if not content:
        return
    pieces = [(content.start, content.end)]
    left = who.start - 1
    if content.frame == "gap":
        if not verb.line.is_(left, REL):
            return
        pieces = [(left, left + 1), *pieces]
    if who.how == "relative" and verb.line.is_(left, COMMA):
        pieces = [(content.start, min(content.end, clause_end(verb.line, content.start, verb.last, "relative")))]
    yield _candidate(verb, f"source_{who.how}", who, (verb.start, content.cue_end), pieces, content.frame)


def content_source_cue(verb: Verb) -> Iterator[Candidate]:
    """`The plan was dead, Lee said.` `"It is dead," Lee said. `"""
    line = verb.line
    if verb.form != "finite" or "postposed" not in verb.cue.frames:
        return
    who = subject_before(line, verb.start, verb.first)
    if who is None or who.how not in ("before", "aside") or line.lower[who.end - 1].endswith("'s"):
        return
    left = who.start - 1
    if left < 0 or who.start == verb.first and not line.classes[left] & CLOSE:
        return
    end = verb.end + (line.lower[verb.end : verb.at + 2] in (["out"], ["back"]))
    if not line.classes[left] & CLOSE and not line.is_(left - 1, CLOSE) and not line.is_(end, COMMA | STOP | OPEN | TIME | COLON | DASH | BRACKET) and line.lower[end : end + 1] not in ENDINGS:
        return
    if not line.classes[left] & (COMMA | CLOSE | DASH) or content_after(verb) and not line.classes[left] & CLOSE and not line.is_(left - 1, CLOSE):
        return
    before = content_before(line, who.start, verb.first)
    if before:
        rest = _resumed(verb, verb.end) or _interrupted(verb, before)
        yield _candidate(verb, "content_source_cue", who, (verb.start, end), [before, *rest], "postposed")


def content_cue_source(verb: Verb) -> Iterator[Candidate]:
    """`The plan was dead, said Lee, a former aide.`"""
    line = verb.line
    if verb.form != "finite" or "postposed" not in verb.cue.frames or verb.start <= verb.first:
        return
    left = verb.start - 1
    if not line.classes[left] & (COMMA | CLOSE | DASH):
        return
    if not line.classes[left] & CLOSE and not line.is_(left - 1, CLOSE):
        aside = subject_before(line, verb.start, verb.first)
        if aside and aside.how == "aside" and content_after(verb):
            return
    who = subject_after(line, verb.end, verb.last)
    before = content_before(line, verb.start, verb.first)
    if who and before:
        yield _candidate(verb, "content_cue_source", who, (verb.start, verb.end), [before, *_resumed(verb, who.end)], "postposed")


def _resumed(verb: Verb, at: int) -> list[tuple[int, int]]:
    """Return the rest of a quotation that goes on after the source: `"It is dead," Lee said, "and gone."`"""
    line = verb.line
    for s, e in line.quotes:
        if at <= s < verb.last:
            between = line.lower[at:s]
            if len(between) < 12 and line.classes[s - 1] & (COMMA | COLON | STOP | DASH) or s == at:
                return [(s, e)]
            return []
    return []


def _interrupted(verb: Verb, before: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the rest of a clause which the source interrupts: `The plan, Lee said, was dead.`"""
    line, at = verb.line, verb.end
    if not line.is_(at, COMMA) or line.quoted[before[1] - 1] or at + 1 >= verb.last:
        return []
    whole = any(is_finite(line, i) for i in range(*before))
    if whole and line.is_(at + 1, ING | CONJ | SUB | REL | DET | POSS | PAST | PREP) or line.is_(at + 1, ING | CONJ):
        return []
    return [(at + 1, clause_end(line, at + 1, verb.last))]


def as_said(verb: Verb) -> Iterator[Candidate]:
    """`As Lee reported, the plan is dead`; `The plan, as Lee put it, is dead`."""
    line = verb.line
    if verb.form != "finite" or "clause" not in verb.cue.frames or not line.is_(verb.end, COMMA):
        return
    who = subject_before(line, verb.start, verb.first)
    if who is None or who.start <= verb.first or line.lower[who.start - 1] != "as":
        return
    pieces = _around(line, who.start - 1, verb.end, verb.first, verb.last)
    if pieces:
        yield _candidate(verb, "as_said", who, (verb.start, verb.end), pieces, "postposed")


def as_said_by(verb: Verb) -> Iterator[Candidate]:
    """`As reported by Lee, the plan is dead`."""
    line = verb.line
    if verb.form != "passive" or line.lower[verb.start - 1 : verb.start] not in (["as"], ["first"]) or line.lower[verb.end : verb.at + 2] != ["by"]:
        return
    end = phrase_end(line, verb.at + 2, verb.last)
    if end:
        pieces = _around(line, verb.start - 1, end, verb.first, verb.last)
        if pieces:
            yield _candidate(verb, "as_said", Subject(verb.at + 2, end, "by"), (verb.start, verb.end), pieces, "postposed")


def _around(line: Line, start: int, end: int, first: int, last: int) -> list[tuple[int, int]]:
    """Return what stands before and after an insertion."""
    before = content_before(line, start, first)
    pieces = [before] if before and start > first else []
    while end < last and line.classes[end] & (COMMA | COLON):
        end += 1
    if end < last - 1 and (not pieces or line.is_(start - 1, COMMA)):
        pieces.append((end, clause_end(line, end, last)))
    return [(s, e) for s, e in pieces if e > s]


def when_asked(verb: Verb) -> Iterator[Candidate]:
    """`Asked whether the plan was dead, Lee ...`; `when asked about the plan`: the question, by nobody named."""
    line = verb.line
    if verb.cue.lemma not in ("ask", "press", "question") or line.classes[verb.at] & ING or not line.lower[verb.at].endswith("ed"):
        return
    if verb.start > verb.first and line.lower[verb.start - 1] not in ("when", "if", "once", "while", ","):
        return
    content = content_after(Verb(line, verb.at, verb.cue, verb.start, "passive", verb.first, verb.last))
    if content:
        comma = next((i for i in range(content.start, content.end) if line.classes[i] & COMMA and not line.quoted[i]), content.end)
        yield Candidate(line, "when_asked", (verb.at, content.cue_end), None, [(content.start, comma)], True, verb.cue.lemma, content.frame)


def seems(verb: Verb) -> Iterator[Candidate]:
    """`Lee seems to see it`, `Lee is expected to go`, `it appeared that ...`: an impression, by nobody named."""
    line = verb.line
    expected = verb.form == "passive" and verb.cue.lemma in ("expect", "report", "believe", "say", "think")
    if not expected and not (verb.form == "finite" and verb.cue.lemma in ("seem", "appear")):
        return
    at = verb.end
    what = subject_before(line, verb.start, verb.first)
    if what is None or at >= verb.last:
        return
    if line.lower[what.start] == "it" and (line.lower[at] in ("that", "as") or line.is_(at, PRON)):
        yield Candidate(line, "seems", (what.start, at), None, [(at, clause_end(line, at, verb.last))], verb.cue.speech, verb.cue.lemma, "clause")
    elif line.lower[at] == "to" or not expected and not line.is_(at, STOP | COMMA | PREP):
        yield Candidate(line, "seems", (verb.start, at), None, [(what.start, what.end), (at, clause_end(line, at, verb.last))], verb.cue.speech, verb.cue.lemma, "to")


def passive_as(verb: Verb) -> Iterator[Candidate]:
    """`a plan known as Super Tuesday`; `Lee is seen as a hawk`: a view, by nobody named."""
    line, at = verb.line, verb.end
    if verb.form not in ("passive", "finite") or verb.cue.lemma not in KNOWN or line.lower[at : at + 1] not in (["as"], ["for"]):
        return
    if verb.form == "finite" and not line.is_(verb.start - 1, NOUNISH | COMMA):
        return
    what = subject_before(line, verb.start, verb.first)
    end = clause_end(line, at + 1, verb.last) if at + 1 < verb.last else 0
    if what and end > at + 1:
        yield Candidate(line, "passive_as", (verb.start, at + 1), None, [(what.start, what.end), (at + 1, end)], verb.cue.speech, verb.cue.lemma, "as")


def participle(verb: Verb) -> Iterator[Candidate]:
    """`Lee rejected the plan, saying it was dead`; `Citing the costs, Lee ...`."""
    if verb.form not in ("participle", "gerund"):
        return
    content = content_after(verb)
    if not content:
        return
    who = subject_of_participle(verb.line, verb.start, verb.first, verb.last)
    if who:
        end = min(content.end, who.start - 1) if who.start > verb.at else content.end
        if end > content.start:
            yield _candidate(verb, verb.form, who, (verb.start, content.cue_end), [(content.start, end)], content.frame)


def infinitive(verb: Verb) -> Iterator[Candidate]:
    """`Lee took to Twitter to criticize the plan`."""
    if verb.form != "infinitive":
        return
    content = content_after(verb)
    if not content:
        return
    who = subject_of_participle(verb.line, verb.start, verb.first, verb.last)
    if who and who.how == "shared":
        yield _candidate(verb, "infinitive", who, (verb.start, content.cue_end), [(content.start, content.end)], content.frame)


def passive_by(verb: Verb) -> Iterator[Candidate]:
    """`The plan was criticized by Lee`."""
    line = verb.line
    if verb.form != "passive":
        return
    by = next((i for i in range(verb.end, min(verb.last, verb.at + 8)) if line.lower[i] == "by"), None)
    if by is None or by + 1 >= verb.last:
        return
    end = phrase_end(line, by + 1, verb.last)
    what = subject_before(line, verb.start, verb.first)
    if end and what:
        yield _candidate(verb, "passive_by", Subject(by + 1, end, "by"), (verb.start, verb.end), [(what.start, what.end)], "passive")


def _candidate(verb: Verb, rule: str, who: Subject, cue: tuple[int, int], content: list[tuple[int, int]], frame: str) -> Candidate:
    return Candidate(verb.line, rule, cue, (who.start, who.end), content, verb.cue.speech, verb.cue.lemma, frame)


def headline_colon(line: Line) -> Iterator[Candidate]:
    """`Lee: the plan is dead`; `Poll: Lee leads`: a headline that names its source."""
    if line.part != "headline":
        return
    for at in range(1, min(7, len(line) - 2)):
        if line.classes[at] & COLON and not line.quoted[at]:
            if line.is_(at - 1, NOUNISH) and not all(w.isupper() and len(w) < 9 for w in line.words[:at]) and line.lower[0] not in LABELS:
                yield Candidate(line, "headline_colon", (at, at + 1), (0, at), [(at + 1, _content_end(line, at + 1))], True, ":", "tag")
            return
        if line.classes[at] & (PUNCTUATION & ~MARK) or line.quoted[at]:
            return


def _content_end(line: Line, start: int) -> int:
    end = len(line)
    while end > start + 1 and line.classes[end - 1] & STOP and not line.quoted[end - 1]:
        end -= 1
    return end


def according_to(line: Line) -> Iterator[Candidate]:
    """`The plan is dead, according to a senior official`; `According to Lee, the plan is dead`."""
    for at, word in enumerate(line.lower):
        if word != "according" or line.lower[at + 1 : at + 2] != ["to"] or line.quoted[at]:
            continue
        first, last = line.bounds(at)
        who = subject_after(line, at + 2, last)
        if who is None:
            continue
        who = Subject(who.start, _widened(line, who.end, last), "after")
        if at == first or line.classes[at - 1] & (SUB) or line.lower[at - 1] in ("but", "and"):
            start = who.end
            while start < last and line.classes[start] & (COMMA | COLON):
                start += 1
            content = [(start, clause_end(line, start, last))] if start < last else []
        else:
            before = content_before(line, at, first)
            content = [before] if before else []
        content = [c for c in content if c[1] > c[0]]
        if content:
            yield Candidate(line, "according_to", (at, at + 2), (who.start, who.end), content, True, "according to", "postposed")


def _widened(line: Line, end: int, last: int) -> int:
    """Return the end of a noun phrase with "released Friday", "conducted by", "who ..." behind it."""
    while end < last - 1:
        bits = line.classes[end]
        if bits & PAST and line.is_(end + 1, PREP | TIME | ADV) or line.lower[end] in ("by", "from", "of") or bits & ING and line.is_(end + 1, DET | NOUNISH | POSS):
            after = phrase_end(line, end + 1, last)
            end = after or end + 1
        elif bits & TIME and not bits & PREP or line.lower[end] in ("this", "last") and line.is_(end + 1, TIME):
            end += 1
        elif bits & REL and line.lower[end] == "who":
            return next((i for i in range(end + 1, last) if line.classes[i] & (COMMA | STOP | DASH | COLON | OPEN)), last)
        elif bits & PREP and line.is_(end + 1, TIME) or line.lower[end : end + 2] == ["on", "the"]:
            end += 1
        else:
            break
    return end


def speaker_tag(line: Line) -> Iterator[Candidate]:
    """`LEE: The plan is dead.` at the head of a paragraph, as in a transcript."""
    for at in range(1, min(7, len(line) - 1)):
        if line.classes[at] & COLON and not line.quoted[at]:
            if all(w.isupper() or w in "().," for w in line.words[:at]) and len(line.words[0]) > 1 and line.lower[0] not in LABELS:
                yield Candidate(line, "speaker_tag", (at, at + 1), (0, at), [(at + 1, len(line))], True, ":", "tag")
            return
        if not line.classes[at] & (NAME | NOUNISH):
            return


KNOWN = frozenset(("know", "see", "view", "regard", "consider", "describe", "portray", "call", "remember"))
LABELS = frozenset(("breaking", "watch", "video", "exclusive", "report", "live", "update", "analysis", "opinion", "editorial", "photos", "photo", "look", "the", "a", "q", "and", "election"))
VERB_MATCHERS: tuple[Callable[[Verb], Iterator[Candidate]], ...] = (
    when_asked, passive_as, as_said, as_said_by, seems, content_source_cue, content_cue_source, source_before, participle, passive_by, infinitive,
)  # fmt: skip
LINE_MATCHERS: tuple[Callable[[Line], Iterator[Candidate]], ...] = (headline_colon, speaker_tag, according_to)
