"""The source first, then what it says: "Lee said the plan was dead", "saying it was dead", "criticized by Lee"."""

from collections.abc import Iterator

from analysis.sourcing.extraction.candidates import Candidate, propose
from analysis.sourcing.extraction.complements import Content, content_after
from analysis.sourcing.extraction.inversion import subject_of_participle
from analysis.sourcing.extraction.objections import is_thing, says_nothing
from analysis.sourcing.extraction.subjects import Subject, subject_before, subject_shared
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import clause_end
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.phrase_ends import chunk_end, phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, is_finite, verb_start
from analysis.sourcing.grammar.verbs import Verb, is_denied, is_done
from analysis.sourcing.grammar.vocabulary import roles

DOCUMENT, ISSUED, UNSAID, PROMPTING = group("document"), group("issued"), group("unsaid"), group("prompting")
ASPECT, STATED = group("aspect"), group("question") | {"that"}
ASKED_FOR = STATED | {"to", "about"}
NEAR = 7
SAID = ("clause", "quote", "about")


def source_before(verb: Verb) -> Iterator[Candidate]:
    """`Lee said the plan was dead`; `Lee, a former aide, rejected the plan`; `officials, who said it was dead`."""
    who = subject_before(verb.tokens, verb.start, verb.first)
    content = content_after(verb) if who else None
    if who is None or content is None:
        return
    tokens, left = verb.tokens, who.start - 1
    if says_nothing(verb, who, content) or _telephones(verb, content) or _hides(verb, who, content):
        return
    if _is_nobody(verb, who):
        return
    thinks = (not verb.cue.speech and "shows" not in verb.cue.frames) or content.frame == "np"
    if _describes(verb, who) or (thinks and is_thing(tokens, who)):
        return
    pieces = [(content.start, content.end)]
    if content.frame == "gap" and not tokens.is_(left, c.REL) and tokens.word(left) != "what":
        return
    if content.frame == "gap" or _is_asked_for(verb, left, content):
        pieces = [(left, left + 1), *pieces]
    elif who.how == "relative":
        frame = "relative" if tokens.is_(left, c.COMMA) else "restrictive"
        begin = _own_verb(tokens, content)
        pieces = [(content.start, min(content.end, clause_end(tokens, begin, verb.last, frame)))]
    found = propose(verb, f"source_{who.how}", (who.start, who.end), pieces, cue_end=content.cue_end)
    found.speech |= content.speech or _gives_document(verb, content)
    yield found


def _is_asked_for(verb: Verb, left: int, content: Content) -> bool:
    """`a plan which Lee said was dead`: tell whether the word at ``left`` is the subject of what is said."""
    tokens, at = verb.tokens, content.start
    asks = tokens.is_(left, c.REL) or tokens.word(left) == "what"
    return (
        asks and content.frame == "clause" and at == verb.end and tokens.is_(at, c.AUX) and "'" not in tokens.lower[at]
    )


def _own_verb(tokens: Tokens, content: Content) -> int:
    """Return the finite verb of a clause that is said, else the start: one behind the only comma is the main verb."""
    if content.frame != "clause":
        return content.start
    own = next((at for at in range(content.start, content.end) if is_finite(tokens, at)), content.start)
    commas = [at for at in range(content.start, own) if tokens.classes[at] & c.COMMA]
    return content.start if commas == [own - 1] else own


def _gives_document(verb: Verb, content: Content) -> bool:
    """Tell whether a thing written is what somebody gives: "shared a notice that ...", "issued new rules"."""
    tokens, gives = verb.tokens, content.frame == "np" and "noun" in verb.cue.frames
    end = chunk_end(tokens, content.start, content.end) if gives else None
    return end is not None and any(
        tokens.lower[at] in DOCUMENT and (at + 1 == end or tokens.is_(at + 1, c.ING))
        for at in range(content.start, end)
    )


def _is_nobody(verb: Verb, who: Subject) -> bool:
    """Tell whether the subject is no one, anyone or a clause: "no one objected", "you like it", "if so, it raises"."""
    tokens, left = verb.tokens, who.start - 1
    if tokens.lower[who.start] == "you" and not verb.cue.speech:
        return True
    if "no" in tokens.lower[max(left, verb.first) : who.start + 1]:
        return True
    after_clause = tokens.is_(left, c.COMMA) and tokens.is_(verb.first, c.SUB)
    return tokens.lower[who.start] == "it" and after_clause and "clause" not in verb.cue.frames


def _telephones(verb: Verb, content: Content) -> bool:
    """`Lee called the mayor`: tell whether somebody is all that follows, who is called nothing."""
    tokens = verb.tokens
    if content.frame != "np" or verb.cue.lemma != "call" or not tokens.is_(content.start, c.DET | c.POSS | c.NAME):
        return False
    end = chunk_end(tokens, content.start, content.end)
    if end is None or any(tokens.quoted[content.start : end]):
        return False
    if end < content.end and not tokens.is_(end, c.COMMA):
        somebody = tokens.is_(end - 1, c.NAME) or tokens.lower[end - 1] in roles()
        return somebody and tokens.lower[end] == "to" and tokens.is_(end + 1, c.BASE)
    owned = tokens.is_(content.start, c.DET | c.POSS) or tokens.lower[content.start].endswith("'s")
    return owned and tokens.lower[end - 1] in roles()


def _describes(verb: Verb, who: Subject) -> bool:
    """`The plan failed, known as “Bee,” and`: tell whether a participle behind a comma only describes a noun."""
    apart = who.how == "shared" and verb.tokens.is_(verb.start - 1, c.COMMA)
    return apart and "known" in verb.cue.frames and is_done(verb)


def _hides(verb: Verb, who: Subject, content: Content) -> bool:
    """`an aide who requested anonymity`: tell whether a relative clause only says why the source has no name."""
    if who.how != "relative":
        return False
    words = verb.tokens.lower[content.start : content.start + 3]
    return words[:1] == ["anonymity"] or (words[:2] == ["to", "be"] and words[2:] in (["named"], ["identified"]))


def participle(verb: Verb) -> Iterator[Candidate]:
    """`Lee rejected the plan, saying it was dead`; `Citing the costs, Lee ...`; `a crowd chanting "No"`."""
    return _of_participle(verb)


def gerund(verb: Verb) -> Iterator[Candidate]:
    """`Lee began by saying the plan was dead`; but not `Lee refrained from saying it`."""
    if verb.tokens.word(verb.start - 1) not in UNSAID:
        yield from _of_participle(verb)


def _of_participle(verb: Verb) -> Iterator[Candidate]:
    content = content_after(verb)
    who = None if content is None else subject_of_participle(verb.tokens, verb.start, verb.first, verb.last)
    if content is None or who is None or _asks_for_comment(verb, content):
        return
    if not verb.cue.speech and is_thing(verb.tokens, who):
        return
    if content.frame == "np" and not _takes_side(verb):
        return
    end = min(content.end, who.start - 1) if who.start > verb.at else content.end
    if who.how == "aside":
        end = next((at for at in range(content.start, end) if _closes_aside(verb.tokens, at, verb.last)), end)
    if end > content.start:
        yield propose(verb, verb.form, (who.start, who.end), [(content.start, end)], cue_end=content.cue_end)


def _closes_aside(tokens: Tokens, comma: int, last: int) -> bool:
    """`Lee, citing the costs, | said no`: tell whether the source's own verb follows a comma."""
    at = after_adverbs(tokens, comma + 1, last) if tokens.is_(comma, c.COMMA) and not tokens.quoted[comma] else last
    return at < last and tokens.is_(at, c.AUX | c.VERB | c.PAST) and not tokens.quoted[at]


def _takes_side(verb: Verb) -> bool:
    """`voters supporting the plan`; `Lee left, seeking the post`; but not `shops offering bread`."""
    apart = verb.tokens.is_(verb.start - 1, c.COMMA | c.DASH)
    return verb.cue.speech or verb.form != "participle" or apart or "np-for" in verb.cue.frames


def _asks_for_comment(verb: Verb, content: Content) -> bool:
    """`a call seeking comment`: tell whether it is the reporter who asked."""
    return content.frame == "np" and verb.tokens.word(content.start) in ("comment", "comments")


def issued_statement(verb: Verb) -> Iterator[Candidate]:
    """`Lee released a statement saying the plan was dead`; `Lee sent a letter to the mayor saying it was dead`."""
    tokens, at = verb.tokens, _before_addressee(verb) - 1
    if at < verb.first or tokens.lower[at] not in DOCUMENT:
        return
    issue = next((i for i in range(at - 1, max(verb.first, at - NEAR) - 1, -1) if tokens.lower[i] in ISSUED), None)
    content = content_after(verb) if issue is not None else None
    if issue is None or content is None:
        return
    start = verb_start(tokens, issue, verb.first)
    who = subject_before(tokens, start, verb.first)
    if who:
        piece = (content.start, content.end)
        yield Candidate(tokens, "issued_statement", (start, content.cue_end), (who.start, who.end), [piece])


def _before_addressee(verb: Verb) -> int:
    """Return where "to the mayor" begins before a participle, if it follows a document; else the participle."""
    tokens = verb.tokens
    for at in range(verb.start - 2, max(verb.first, verb.start - NEAR), -1):
        if tokens.lower[at] == "to":
            follows = tokens.lower[at - 1] in DOCUMENT and phrase_end(tokens, at + 1, verb.last) == verb.start
            return at if follows else verb.start
    return verb.start


def infinitive(verb: Verb) -> Iterator[Candidate]:
    """`Lee went on to say the plan was dead`; but not `failed to say`, `did not stop to say`."""
    unsaid = verb.tokens.is_(verb.start - 1, c.COMMA) or verb.tokens.word(verb.start - 1) in UNSAID
    content = content_after(verb) if not unsaid else None
    who = None if content is None else subject_of_participle(verb.tokens, verb.start, verb.first, verb.last)
    if content is None or who is None or _is_not_done(verb, who):
        return
    start = _prompted_start(verb, who)
    if start is None and who.how != "shared" and verb.cue.speech and verb.tokens.word(content.start) in STATED:
        who = subject_shared(verb.tokens, verb.start, verb.first) or who
    says = content.frame in SAID or (verb.cue.speech and verb.tokens.word(verb.start - 1) in ASPECT)
    if start is not None or (who.how == "shared" and says and not is_thing(verb.tokens, who)):
        source = (who.start if start is None else start, who.end)
        yield propose(verb, "infinitive", source, [(content.start, content.end)], cue_end=content.cue_end)


def _is_not_done(verb: Verb, who: Subject) -> bool:
    """`It is too early to say`, `Lee did not stop to say`: tell whether nobody does what the infinitive says."""
    return verb.tokens.lower[who.start] == "it" or is_denied(verb.tokens, who.end, verb.start)


def _prompted_start(verb: Verb, who: Subject) -> int | None:
    """Return where one begins who was led to say it: "the ruling prompted | Lee to order it"; None if nobody was."""
    if not verb.cue.speech or who.how != "before":
        return None
    starts = (who.start, who.start + 1)
    return next((at for at in starts if verb.tokens.word(at - 1) in PROMPTING and at < who.end), None)


def passive_by(verb: Verb) -> Iterator[Candidate]:
    """`The plan was criticized by Lee`; `the mayor was asked by Lee about the plan`."""
    tokens = verb.tokens
    by = next((i for i in range(verb.end, min(verb.last - 1, verb.at + NEAR)) if tokens.lower[i] == "by"), None)
    end = phrase_end(tokens, by + 1, verb.last) if by is not None else None
    what = subject_before(tokens, verb.start, verb.first)
    perceived = "known" in verb.cue.frames and "np-as" in verb.cue.frames and tokens.word(end or 0) != "as"
    who = Subject(by + 1, end, "by") if by is not None and end else None
    if who and what and not perceived and (verb.cue.speech or not is_thing(tokens, who)) and _is_done_to(verb):
        content = what.start, what.end
        if "told" in verb.cue.frames and tokens.word(who.end) in ASKED_FOR and who.end < verb.last - 1:
            start = who.end + (tokens.lower[who.end] == "about")
            content = start, clause_end(tokens, start, verb.last, "clause")
        yield propose(verb, "passive_by", (who.start, who.end), [content], cue_end=verb.end)


def _is_done_to(verb: Verb) -> bool:
    """Tell whether something is said: not "shot by Lee", nor "records released by Lee", who only gives them."""
    gives = "noun" in verb.cue.frames and verb.start == verb.at
    return not gives and ("np" in verb.cue.frames or "after-quote" not in verb.cue.frames)
