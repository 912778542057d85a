"""The source first, then what it says: "Lee said the plan was dead", "saying it was dead", "criticized by Lee"."""

from collections.abc import Iterator

from analysis.sourcing.extraction.candidates import Candidate, propose
from analysis.sourcing.extraction.complements import Content, content_after
from analysis.sourcing.extraction.inversion import subject_of_participle
from analysis.sourcing.extraction.matchers.search import last_word, next_finite, next_word
from analysis.sourcing.extraction.objections import objection_to, unopposed
from analysis.sourcing.extraction.proposals import Piece, of_verb
from analysis.sourcing.extraction.subjects import Subject, subject_before, subject_shared
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import clause_end
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.phrase_ends import chunk_end, phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, verb_start
from analysis.sourcing.grammar.verbs import Verb

DOCUMENT, ISSUED, PROMPTING = group("document"), group("issued"), group("prompting")
ASPECT, STATED = group("aspect"), group("question") | {"that"}
ASKED_FOR = STATED | {"to", "about"}
NEAR = 7
SAID = ("clause", "quote", "about")


def source_before(verb: Verb) -> Iterator[Candidate]:
    """`Lee said the plan was dead`; `Lee, a former aide, rejected the plan`; `officials, who said it was dead`."""
    who = subject_before(verb.tokens, verb.start, verb.first)
    content = unopposed("source_before", verb, who)
    if who and content:
        pieces = _with_fronted(verb, who, content)
        found = propose(verb, f"source_{who.how}", (who.start, who.end), pieces, cue_end=content.cue_end)
        found.speech |= content.speech or _gives_document(verb, content)
        yield found


def _with_fronted(verb: Verb, who: Subject, content: Content) -> list[Piece]:
    """Return what is said, a fronted word first: "a plan | which | Lee said | was dead"."""
    tokens, left = verb.tokens, who.start - 1
    if content.frame == "gap" or _is_asked_for(tokens, left, content):
        return [(left, left + 1), (content.start, content.end)]
    if who.how != "relative":
        return [(content.start, content.end)]
    frame = "relative" if tokens.is_(left, c.COMMA) else "restrictive"
    end = clause_end(tokens, _own_verb(tokens, content), verb.last, frame)
    return [(content.start, min(content.end, end))]


def _is_asked_for(tokens: Tokens, left: int, content: Content) -> bool:
    """`a plan which Lee said was dead`: tell whether the word at ``left`` is the subject of what is said."""
    asks = tokens.is_(left, c.REL) or tokens.lower[left] == "what"
    return asks and content.frame == "clause" and tokens.is_(content.start, c.AUX)


def _own_verb(tokens: Tokens, content: Content) -> int:
    """Return the finite verb of a clause that is said, else the start: one behind the only comma is the main verb."""
    if content.frame != "clause":
        return content.start
    own = next_finite(tokens, content.start, content.end) or content.start
    commas = [at for at in range(content.start, own) if tokens.is_(at, c.COMMA)]
    return content.start if commas == [own - 1] else own


def _gives_document(verb: Verb, content: Content) -> bool:
    """Tell whether a thing written is what somebody gives: "shared a notice that ...", "issued new rules"."""
    if "noun" not in verb.cue.frames:
        return False
    tokens, start = verb.tokens, content.start
    end = chunk_end(tokens, start, content.end) or start
    written = last_word(tokens, DOCUMENT, start, end)
    return written is not None and (written + 1 == end or tokens.is_(written + 1, c.ING))


def participle(verb: Verb) -> Iterator[Candidate]:
    """`Lee rejected the plan, saying it was dead`; `Citing the costs, Lee ...`; `a crowd chanting "No"`."""
    who = subject_of_participle(verb.tokens, verb.start, verb.first, verb.last)
    content = unopposed(verb.form, verb, who)
    end = _participle_end(verb, who, content) if who and content else 0
    if who and content and end > content.start:
        piece = content.start, end
        yield propose(verb, verb.form, (who.start, who.end), [piece], cue_end=content.cue_end)


def gerund(verb: Verb) -> Iterator[Candidate]:
    """`Lee began by saying the plan was dead`."""
    return participle(verb)


def _participle_end(verb: Verb, who: Subject, content: Content) -> int:
    """Return where the content of a participle ends: before its source, or the source's own verb."""
    if who.how == "aside":
        inner = range(content.start, content.end)
        return next((at for at in inner if _closes_aside(verb.tokens, at, verb.last)), content.end)
    return min(content.end, who.start - 1) if who.start > verb.at else content.end


def _closes_aside(tokens: Tokens, comma: int, last: int) -> bool:
    """`Lee, citing the costs, | said no`: tell whether the source's own verb follows a comma."""
    at = after_adverbs(tokens, comma + 1, last) if tokens.is_(comma, c.COMMA) else last
    return at < last and tokens.is_(at, c.AUX | c.VERB | c.PAST)


def issued_statement(verb: Verb) -> Iterator[Candidate]:
    """`Lee released a statement saying the plan was dead`; `Lee sent a letter to the mayor saying it was dead`."""
    start = _issuing_start(verb)
    who = subject_before(verb.tokens, start, verb.first) if start else None
    content = unopposed("issued_statement", verb, who)
    if start and who and content:
        piece = (content.start, content.end)
        yield Candidate(verb.tokens, "issued_statement", (start, content.cue_end), (who.start, who.end), [piece])


def _issuing_start(verb: Verb) -> int | None:
    """Return where the verb begins whose object says it: "Lee | released a statement saying"; None if none does."""
    tokens, document = verb.tokens, _before_addressee(verb) - 1
    if tokens.lower[document] not in DOCUMENT:
        return None
    issued = last_word(tokens, ISSUED, max(verb.first, document - NEAR), document)
    return None if issued is None else verb_start(tokens, issued, verb.first)


def _before_addressee(verb: Verb) -> int:
    """Return where "to the mayor" begins before a participle, if it follows a document; else the participle."""
    tokens = verb.tokens
    to = last_word(tokens, ("to",), max(verb.first, verb.start - NEAR) + 1, verb.start - 1)
    if to is None or tokens.lower[to - 1] not in DOCUMENT:
        return verb.start
    return to if phrase_end(tokens, to + 1, verb.last) == verb.start else verb.start


def infinitive(verb: Verb) -> Iterator[Candidate]:
    """`Lee went on to say the plan was dead`; `the ruling prompted Lee to order an inquiry`."""
    who = _who_goes_on(verb)
    content = unopposed("infinitive", verb, who)
    if who and content and (who.how == "prompted" or _says(verb, who, content)):
        piece = (content.start, content.end)
        yield propose(verb, "infinitive", (who.start, who.end), [piece], cue_end=content.cue_end)


def _who_goes_on(verb: Verb) -> Subject | None:
    """Return who does what an infinitive says: who was led to it, or the subject of the verb before it."""
    tokens, content = verb.tokens, content_after(verb)
    who = subject_of_participle(tokens, verb.start, verb.first, verb.last)
    if content is None or who is None or who.how == "shared" or not verb.cue.speech:
        return who
    states = tokens.lower[content.start] in STATED
    return _prompted(tokens, who) or (states and subject_shared(tokens, verb.start, verb.first)) or who


def _prompted(tokens: Tokens, who: Subject) -> Subject | None:
    """Return who was led to say it: "the ruling prompted | Lee | to order it"; None if nobody was."""
    prompting = last_word(tokens, PROMPTING, who.start - 1, who.start + 1)
    return None if prompting is None else Subject(prompting + 1, who.end, "prompted")


def _says(verb: Verb, who: Subject, content: Content) -> bool:
    """Tell whether something is said, and not only done: "went on to say that", "began to attack"."""
    aspect = verb.cue.speech and verb.tokens.lower[verb.start - 1] in ASPECT
    return who.how == "shared" and (content.frame in SAID or aspect)


def passive_by(verb: Verb) -> Iterator[Candidate]:
    """`The plan was criticized by Lee`; `the mayor was asked by Lee about the plan`."""
    who, what = _doer(verb), subject_before(verb.tokens, verb.start, verb.first)
    if who is None or what is None:
        return
    piece = what.start, what.end
    if not objection_to(of_verb("passive_by", verb, who, piece)):
        piece = _asked(verb, who.end) or piece
        yield propose(verb, "passive_by", (who.start, who.end), [piece], cue_end=verb.end)


def _doer(verb: Verb) -> Subject | None:
    """Return who does it: "was criticized on Friday by | Lee"; None where it is not told."""
    by = next_word(verb.tokens, ("by",), verb.end, min(verb.last - 1, verb.at + NEAR))
    end = phrase_end(verb.tokens, by + 1, verb.last) if by else None
    return Subject(by + 1, end, "by") if by and end else None


def _asked(verb: Verb, at: int) -> Piece | None:
    """Return what somebody was asked or told: "asked by Lee | whether ..."; None if that is not said."""
    tokens, follows = verb.tokens, verb.tokens.lower[at]
    if "told" not in verb.cue.frames or follows not in ASKED_FOR:
        return None
    start = at + (follows == "about")
    return start, clause_end(tokens, start, verb.last, "clause")
