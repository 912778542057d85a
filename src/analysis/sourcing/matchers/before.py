"""The source first, then what it says: "Lee said the plan was dead", "saying it was dead", "criticized by Lee"."""

from collections.abc import Iterator

from analysis.sourcing import classes as c
from analysis.sourcing.candidates import Candidate, propose
from analysis.sourcing.clauses import clause_end
from analysis.sourcing.contents import Content, content_after
from analysis.sourcing.grammar import group
from analysis.sourcing.inverted import subject_of_participle
from analysis.sourcing.lookalikes import is_thing, says_nothing
from analysis.sourcing.phrase_ends import chunk_end, phrase_end
from analysis.sourcing.subjects import Subject, subject_before, subject_shared
from analysis.sourcing.tokens import Line
from analysis.sourcing.verbforms import after_adverbs, is_finite, verb_start
from analysis.sourcing.verbs import Verb, is_denied, is_done
from analysis.sourcing.vocabulary import roles

DOCUMENT, ISSUED, UNSAID, PROMPTING = group("document"), group("issued"), group("unsaid"), group("prompting")
ASPECT, STATED = group("aspect"), group("question") | {"that"}
ASKED_FOR = STATED | {"to", "about"}
NEAR = 7
SAID = ("clause", "quote", "about")


def source_before(verb: Verb) -> Iterator[Candidate]:
    """`Lee said the plan was dead`; `Lee, a former aide, rejected the plan`; `officials, who said it was dead`."""
    who = subject_before(verb.line, verb.start, verb.first)
    content = content_after(verb) if who else None
    if who is None or content is None:
        return
    line, left = verb.line, who.start - 1
    if says_nothing(verb, who, content) or _telephones(verb, content) or _hides(verb, who, content):
        return
    if _is_nobody(verb, who):
        return
    thinks = (not verb.cue.speech and "shows" not in verb.cue.frames) or content.frame == "np"
    if _describes(verb, who) or (thinks and is_thing(line, who)):
        return
    pieces = [(content.start, content.end)]
    if content.frame == "gap" and not line.is_(left, c.REL) and line.word(left) != "what":
        return
    if content.frame == "gap" or _is_asked_for(verb, left, content):
        pieces = [(left, left + 1), *pieces]
    elif who.how == "relative":
        frame = "relative" if line.is_(left, c.COMMA) else "restrictive"
        begin = _own_verb(line, content)
        pieces = [(content.start, min(content.end, clause_end(line, begin, verb.last, frame)))]
    found = propose(verb, f"source_{who.how}", (who.start, who.end), pieces, cue_end=content.cue_end)
    found.speech |= content.speech or _gives_document(verb, content)
    yield found


def _is_asked_for(verb: Verb, left: int, content: Content) -> bool:
    """`a plan which Lee said was dead`: tell whether the word at ``left`` is the subject of what is said."""
    line, at = verb.line, content.start
    asks = line.is_(left, c.REL) or line.word(left) == "what"
    return asks and content.frame == "clause" and at == verb.end and line.is_(at, c.AUX) and "'" not in line.lower[at]


def _own_verb(line: Line, content: Content) -> int:
    """Return the finite verb of a clause that is said, else the start: one behind the only comma is the main verb."""
    if content.frame != "clause":
        return content.start
    own = next((at for at in range(content.start, content.end) if is_finite(line, at)), content.start)
    commas = [at for at in range(content.start, own) if line.classes[at] & c.COMMA]
    return content.start if commas == [own - 1] else own


def _gives_document(verb: Verb, content: Content) -> bool:
    """Tell whether a thing written is what somebody gives: "shared a notice that ...", "issued new rules"."""
    line, gives = verb.line, content.frame == "np" and "noun" in verb.cue.frames
    end = chunk_end(line, content.start, content.end) if gives else None
    return end is not None and any(
        line.lower[at] in DOCUMENT and (at + 1 == end or line.is_(at + 1, c.ING)) for at in range(content.start, end)
    )


def _is_nobody(verb: Verb, who: Subject) -> bool:
    """Tell whether the subject is no one, anyone or a clause: "no one objected", "you like it", "if so, it raises"."""
    line, left = verb.line, who.start - 1
    if line.lower[who.start] == "you" and not verb.cue.speech:
        return True
    if "no" in line.lower[max(left, verb.first) : who.start + 1]:
        return True
    after_clause = line.is_(left, c.COMMA) and line.is_(verb.first, c.SUB)
    return line.lower[who.start] == "it" and after_clause and "clause" not in verb.cue.frames


def _telephones(verb: Verb, content: Content) -> bool:
    """`Lee called the mayor`: tell whether somebody is all that follows, who is called nothing."""
    line = verb.line
    if content.frame != "np" or verb.cue.lemma != "call" or not line.is_(content.start, c.DET | c.POSS | c.NAME):
        return False
    end = chunk_end(line, content.start, content.end)
    if end is None or any(line.quoted[content.start : end]):
        return False
    if end < content.end and not line.is_(end, c.COMMA):
        somebody = line.is_(end - 1, c.NAME) or line.lower[end - 1] in roles()
        return somebody and line.lower[end] == "to" and line.is_(end + 1, c.BASE)
    owned = line.is_(content.start, c.DET | c.POSS) or line.lower[content.start].endswith("'s")
    return owned and line.lower[end - 1] in roles()


def _describes(verb: Verb, who: Subject) -> bool:
    """`The plan failed, known as “Bee,” and`: tell whether a participle behind a comma only describes a noun."""
    apart = who.how == "shared" and verb.line.is_(verb.start - 1, c.COMMA)
    return apart and "known" in verb.cue.frames and is_done(verb)


def _hides(verb: Verb, who: Subject, content: Content) -> bool:
    """`an aide who requested anonymity`: tell whether a relative clause only says why the source has no name."""
    if who.how != "relative":
        return False
    words = verb.line.lower[content.start : content.start + 3]
    return words[:1] == ["anonymity"] or (words[:2] == ["to", "be"] and words[2:] in (["named"], ["identified"]))


def participle(verb: Verb) -> Iterator[Candidate]:
    """`Lee rejected the plan, saying it was dead`; `Citing the costs, Lee ...`; `a crowd chanting "No"`."""
    return _of_participle(verb)


def gerund(verb: Verb) -> Iterator[Candidate]:
    """`Lee began by saying the plan was dead`; but not `Lee refrained from saying it`."""
    if verb.line.word(verb.start - 1) not in UNSAID:
        yield from _of_participle(verb)


def _of_participle(verb: Verb) -> Iterator[Candidate]:
    content = content_after(verb)
    who = None if content is None else subject_of_participle(verb.line, verb.start, verb.first, verb.last)
    if content is None or who is None or _asks_for_comment(verb, content):
        return
    if not verb.cue.speech and is_thing(verb.line, who):
        return
    if content.frame == "np" and not _takes_side(verb):
        return
    end = min(content.end, who.start - 1) if who.start > verb.at else content.end
    if who.how == "aside":
        end = next((at for at in range(content.start, end) if _closes_aside(verb.line, at, verb.last)), end)
    if end > content.start:
        yield propose(verb, verb.form, (who.start, who.end), [(content.start, end)], cue_end=content.cue_end)


def _closes_aside(line: Line, comma: int, last: int) -> bool:
    """`Lee, citing the costs, | said no`: tell whether the source's own verb follows a comma."""
    at = after_adverbs(line, comma + 1, last) if line.is_(comma, c.COMMA) and not line.quoted[comma] else last
    return at < last and line.is_(at, c.AUX | c.VERB | c.PAST) and not line.quoted[at]


def _takes_side(verb: Verb) -> bool:
    """`voters supporting the plan`; `Lee left, seeking the post`; but not `shops offering bread`."""
    apart = verb.line.is_(verb.start - 1, c.COMMA | c.DASH)
    return verb.cue.speech or verb.form != "participle" or apart or "np-for" in verb.cue.frames


def _asks_for_comment(verb: Verb, content: Content) -> bool:
    """`a call seeking comment`: tell whether it is the reporter who asked."""
    return content.frame == "np" and verb.line.word(content.start) in ("comment", "comments")


def issued_statement(verb: Verb) -> Iterator[Candidate]:
    """`Lee released a statement saying the plan was dead`; `Lee sent a letter to the mayor saying it was dead`."""
    line, at = verb.line, _before_addressee(verb) - 1
    if at < verb.first or line.lower[at] not in DOCUMENT:
        return
    issue = next((i for i in range(at - 1, max(verb.first, at - NEAR) - 1, -1) if line.lower[i] in ISSUED), None)
    content = content_after(verb) if issue is not None else None
    if issue is None or content is None:
        return
    start = verb_start(line, issue, verb.first)
    who = subject_before(line, start, verb.first)
    if who:
        piece = (content.start, content.end)
        yield Candidate(line, "issued_statement", (start, content.cue_end), (who.start, who.end), [piece])


def _before_addressee(verb: Verb) -> int:
    """Return where "to the mayor" begins before a participle, if it follows a document; else the participle."""
    line = verb.line
    for at in range(verb.start - 2, max(verb.first, verb.start - NEAR), -1):
        if line.lower[at] == "to":
            follows = line.lower[at - 1] in DOCUMENT and phrase_end(line, at + 1, verb.last) == verb.start
            return at if follows else verb.start
    return verb.start


def infinitive(verb: Verb) -> Iterator[Candidate]:
    """`Lee went on to say the plan was dead`; but not `failed to say`, `did not stop to say`."""
    unsaid = verb.line.is_(verb.start - 1, c.COMMA) or verb.line.word(verb.start - 1) in UNSAID
    content = content_after(verb) if not unsaid else None
    who = None if content is None else subject_of_participle(verb.line, verb.start, verb.first, verb.last)
    if content is None or who is None or _is_not_done(verb, who):
        return
    start = _prompted_start(verb, who)
    if start is None and who.how != "shared" and verb.cue.speech and verb.line.word(content.start) in STATED:
        who = subject_shared(verb.line, verb.start, verb.first) or who
    says = content.frame in SAID or (verb.cue.speech and verb.line.word(verb.start - 1) in ASPECT)
    if start is not None or (who.how == "shared" and says and not is_thing(verb.line, who)):
        source = (who.start if start is None else start, who.end)
        yield propose(verb, "infinitive", source, [(content.start, content.end)], cue_end=content.cue_end)


def _is_not_done(verb: Verb, who: Subject) -> bool:
    """`It is too early to say`, `Lee did not stop to say`: tell whether nobody does what the infinitive says."""
    return verb.line.lower[who.start] == "it" or is_denied(verb.line, who.end, verb.start)


def _prompted_start(verb: Verb, who: Subject) -> int | None:
    """Return where one begins who was led to say it: "the ruling prompted | Lee to order it"; None if nobody was."""
    if not verb.cue.speech or who.how != "before":
        return None
    starts = (who.start, who.start + 1)
    return next((at for at in starts if verb.line.word(at - 1) in PROMPTING and at < who.end), None)


def passive_by(verb: Verb) -> Iterator[Candidate]:
    """`The plan was criticized by Lee`; `the mayor was asked by Lee about the plan`."""
    line = verb.line
    by = next((i for i in range(verb.end, min(verb.last - 1, verb.at + NEAR)) if line.lower[i] == "by"), None)
    end = phrase_end(line, by + 1, verb.last) if by is not None else None
    what = subject_before(line, verb.start, verb.first)
    perceived = "known" in verb.cue.frames and "np-as" in verb.cue.frames and line.word(end or 0) != "as"
    who = Subject(by + 1, end, "by") if by is not None and end else None
    if who and what and not perceived and (verb.cue.speech or not is_thing(line, who)) and _is_done_to(verb):
        content = what.start, what.end
        if "told" in verb.cue.frames and line.word(who.end) in ASKED_FOR and who.end < verb.last - 1:
            start = who.end + (line.lower[who.end] == "about")
            content = start, clause_end(line, start, verb.last, "clause")
        yield propose(verb, "passive_by", (who.start, who.end), [content], cue_end=verb.end)


def _is_done_to(verb: Verb) -> bool:
    """Tell whether something is said: not "shot by Lee", nor "records released by Lee", who only gives them."""
    gives = "noun" in verb.cue.frames and verb.start == verb.at
    return not gives and ("np" in verb.cue.frames or "after-quote" not in verb.cue.frames)
