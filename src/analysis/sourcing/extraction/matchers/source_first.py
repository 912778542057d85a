"""The source first, then what it says: "Lee said the plan was dead", "saying it was dead", "criticized by Lee"."""

from collections.abc import Iterator

from analysis.sourcing.extraction.candidates import Candidate, Piece, propose
from analysis.sourcing.extraction.complements import content_after
from analysis.sourcing.extraction.conditions_of_contents import object_end
from analysis.sourcing.extraction.inversion import subject_of_participle
from analysis.sourcing.extraction.objections import objection_to, unopposed
from analysis.sourcing.extraction.proposals import Proposal, of_verb
from analysis.sourcing.extraction.scan import first_that, last_word, next_word
from analysis.sourcing.extraction.subjects import Subject, subject_before, subject_shared
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.clauses import clause_at, clause_end
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.patterns import Row, Table, before, here
from analysis.sourcing.grammar.phrase_ends import phrase_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verb_groups import after_adverbs, next_finite, verb_start
from analysis.sourcing.grammar.verbs import Verb

DOCUMENT, ISSUED, PROMPTING = group("document"), group("issued"), group("prompting")
STATED = group("question") | {"that"}
ASKED_FOR = STATED | {"to", "about"}
BY, COMMA, TO = ("by",), (",",), ("to",)
NEAR = 7

Is = Row[bool]
FRONTED = Table(
    False,
    Is(True, "A plan |which| Lee said was dead lives.", (here(c.REL),)),
    Is(True, "We saw |what| Lee said was a plan.", (here(words={"what"}),)),
)
"""What may stand before a source as the subject of what is said."""
RELATIVES = Table(
    "restrictive",
    Row("relative", "The residents|,| who want a park, signed it.", (here(c.COMMA),)),
)
"""How a relative clause hangs on its noun, by what stands before it."""

RELATIVE_GAP = Row("relative", "The fire, |which| Lee said was small, hurt him.", (here(c.REL), before(c.COMMA)))
GAPS = {
    False: Table("", RELATIVE_GAP, Row("restrictive", "A fire |that| Lee said was small hurt him.", (here(c.REL),))),
    True: Table("", RELATIVE_GAP),
}
"""How a gap's relative clause hangs on its noun, where it ends; by whether "as" or the like fills the gap."""


def source_before(verb: Verb) -> Iterator[Candidate]:
    """`Lee said the plan was dead`; `Lee, a former aide, rejected the plan`; `officials, who said it was dead`."""
    said = unopposed("source_before", verb, subject_before(verb.tokens, verb.start, verb.first))
    if said:
        pieces = _with_fronted(verb, said)
        found = propose(verb, f"source_{said.how}", said.source, pieces, cue_end=said.cue_end)
        found.speech |= said.uttered or _gives_document(said)
        yield found


def _with_fronted(verb: Verb, said: Proposal) -> list[Piece]:
    """Return what is said, a fronted word first: "a plan | which | Lee said | was dead"."""
    left = said.source[0] - 1
    if said.frame == "gap" or _is_asked_for(said, left):
        return [(left, left + 1), _of_gap(verb, said, left)]
    return [_of_relative(verb, said, left) if _is_relative(said) else said.content]


def _is_relative(said: Proposal) -> bool:
    """Tell whether it is said in a relative clause."""
    return said.how == "relative" or (said.frame != "clause" and said.tokens.is_(said.source[0], c.REL))


def _of_gap(verb: Verb, said: Proposal, left: int) -> Piece:
    """Return what is said of a relative pronoun: "the fire, which Lee said was small, | burned"."""
    tokens, (start, end) = verb.tokens, said.content
    frame = GAPS[tokens.is_(start, c.PREP | c.SUB)].decide(tokens, left)
    return start, min(end, clause_end(tokens, start, verb.last, frame)) if frame else end


def _is_asked_for(said: Proposal, left: int) -> bool:
    """`a plan which Lee said was dead`: tell whether the word at ``left`` is the subject of what is said."""
    tokens = said.tokens
    return tokens.is_(said.content[0], c.AUX) and FRONTED.decide(tokens, left)


def _of_relative(verb: Verb, said: Proposal, left: int) -> Piece:
    """Return what is said in a relative clause, which ends with it: "residents who want a park | signed it"."""
    return said.content[0], _end_within(verb, said, RELATIVES.decide(said.tokens, left))


def _end_within(verb: Verb, said: Proposal, frame: str) -> int:
    """Return where what is said ends with the relative clause in which it is said, which hangs on its noun so."""
    return min(said.content[1], clause_end(said.tokens, _own_verb(said), verb.last, frame))


def _own_verb(said: Proposal) -> int:
    """Return the finite verb of a clause that is said, else its start: one behind the only comma is the main verb."""
    tokens, (start, end) = said.tokens, said.content
    own = next_finite(tokens, start, end) if said.frame == "clause" else None
    if own is None:
        return start
    comma = next_word(tokens, COMMA, start, own)
    return start if comma == own - 1 else own


def _gives_document(said: Proposal) -> bool:
    """Tell whether a thing written is what somebody gives: "shared a notice that ...", "issued new rules"."""
    if "noun" not in said.frames:
        return False
    tokens, head = said.tokens, object_end(said)
    written = last_word(tokens, DOCUMENT.words, said.content[0], head)
    return written is not None and (written + 1 == head or tokens.is_(written + 1, c.ING))


def participle(verb: Verb) -> Iterator[Candidate]:
    """`Lee rejected the plan, saying it was dead`; `Citing the costs, Lee ...`; `a crowd chanting "No"`."""
    if content_after(verb) is None:
        return
    who = subject_of_participle(verb.tokens, verb.start, verb.first, verb.last)
    said = unopposed(verb.form, verb, who)
    if said is None:
        return
    start, end = said.content[0], _participle_end(verb, said)
    if start < end:
        yield propose(verb, verb.form, said.source, [(start, end)], cue_end=said.cue_end)


def gerund(verb: Verb) -> Iterator[Candidate]:
    """`Lee began by saying the plan was dead`."""
    return participle(verb)


def _participle_end(verb: Verb, said: Proposal) -> int:
    """Return where the content of a participle ends: before its source, or the source's own verb."""
    (start, end), source = said.content, said.source[0]
    if said.how == "aside":
        return first_that(lambda at: _closes_aside(verb.tokens, at, verb.last), range(start, end)) or end
    if source > verb.at:
        return min(end, source - 1)
    if said.source[1] == verb.start and source == verb.first:
        return _end_within(verb, said, "restrictive")
    return end


def _closes_aside(tokens: Tokens, comma: int, last: int) -> bool:
    """`Lee, citing the costs, | said no`: tell whether the source's own verb follows a comma."""
    at = after_adverbs(tokens, comma + 1, last)
    return tokens.is_(comma, c.COMMA) and tokens.is_(at, c.AUX | c.VERB | c.PAST)


def issued_statement(verb: Verb) -> Iterator[Candidate]:
    """`Lee released a statement saying the plan was dead`; `Lee sent a letter to the mayor saying it was dead`."""
    start = _issuing_start(verb)
    if start is None:
        return
    said = unopposed("issued_statement", verb, subject_before(verb.tokens, start, verb.first))
    if said:
        yield Candidate(verb.tokens, "issued_statement", (start, said.cue_end), said.source, [said.content])


def _issuing_start(verb: Verb) -> int | None:
    """Return where the verb begins whose object says it: "Lee | released a statement saying"; None where none does."""
    tokens, document = verb.tokens, _before_addressee(verb) - 1
    if tokens.lower[document] not in DOCUMENT.words:
        return None
    issued = last_word(tokens, ISSUED.words, max(verb.first, document - NEAR), document)
    return None if issued is None else verb_start(tokens, issued, verb.first)


def _before_addressee(verb: Verb) -> int:
    """Return where "to the mayor" begins before a participle, if it follows a document; else the participle."""
    tokens = verb.tokens
    to = last_word(tokens, TO, max(verb.first, verb.start - NEAR) + 1, verb.start)
    return to if to and phrase_end(tokens, to + 1, verb.last) == verb.start else verb.start


def infinitive(verb: Verb) -> Iterator[Candidate]:
    """`Lee went on to say the plan was dead`; `the ruling prompted Lee to order an inquiry`."""
    if content_after(verb) is None:
        return
    said = unopposed("infinitive", verb, _who_goes_on(verb))
    if said:
        yield propose(verb, "infinitive", said.source, [said.content], cue_end=said.cue_end)


def _who_goes_on(verb: Verb) -> Subject | None:
    """Return who does what an infinitive says: who was led to it, or the subject of the verb before it."""
    who = subject_of_participle(verb.tokens, verb.start, verb.first, verb.last)
    if who is None or not verb.cue.speech:
        return who
    return _prompted(verb.tokens, who) or _shared_by_stated(verb) or who


def _prompted(tokens: Tokens, who: Subject) -> Subject | None:
    """Return who was led to say it: "the ruling prompted | Lee | to order it"; None if nobody was."""
    prompting = last_word(tokens, PROMPTING.words, max(0, who.start - 1), who.start + 1)
    return None if prompting is None else Subject(prompting + 1, who.end, "prompted")


def _shared_by_stated(verb: Verb) -> Subject | None:
    """Return who states something behind other words: "| Lee | was right to note that"; None where nobody does."""
    content = content_after(verb)
    if content is None or verb.tokens.lower[content.start] not in STATED:
        return None
    return subject_shared(verb.tokens, verb.start, verb.first)


def passive_by(verb: Verb) -> Iterator[Candidate]:
    """`The plan was criticized by Lee`; `the mayor was asked by Lee about the plan`."""
    who = _doer(verb)
    what = subject_before(verb.tokens, verb.start, verb.first)
    if who is None or what is None:
        return
    piece = what.start, what.end
    if objection_to(of_verb("passive_by", verb, who, piece)):
        return
    pieces = _asked(verb, who.end) or [piece]
    yield propose(verb, "passive_by", (who.start, who.end), pieces, cue_end=verb.end)


def _doer(verb: Verb) -> Subject | None:
    """Return who does it: "was criticized on Friday by | Lee"; None where it is not told."""
    by = next_word(verb.tokens, BY, verb.end, min(verb.last - 1, verb.at + NEAR))
    if by is None:
        return None
    end = phrase_end(verb.tokens, by + 1, verb.last)
    return None if end is None else Subject(by + 1, end, "by")


def _asked(verb: Verb, at: int) -> list[Piece]:
    """Return what somebody was asked or told: "asked by Lee | whether ..."; nothing where that is not said."""
    tokens, follows = verb.tokens, verb.tokens.lower[at]
    if "told" not in verb.cue.frames or follows not in ASKED_FOR:
        return []
    return clause_at(tokens, at + (follows == "about"), verb.last, "clause")
