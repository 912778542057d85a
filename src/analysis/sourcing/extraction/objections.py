"""What looks like "Lee said it" and says nothing: a name given, a thing found, what a thing is like."""

from analysis.sourcing.extraction.complements import Content
from analysis.sourcing.extraction.subjects import Subject
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import group
from analysis.sourcing.grammar.phrase_ends import chunk_end
from analysis.sourcing.grammar.tokens import Tokens
from analysis.sourcing.grammar.verbs import Verb
from analysis.sourcing.grammar.vocabulary import documents, speakers

NAMING, ANY = ("call", "name"), ("a", "an")
PEOPLE = group("plural") | {"%"}
OF_PEOPLE = ("ers", "ors", "ists", "ees", "ians", "men")  # riders, boaters, evacuees


def says_nothing(verb: Verb, who: Subject, content: Content) -> bool:
    """Tell whether what looks like "Lee said it" is one of these."""
    return _gives_name(verb, who, content) or _comes_upon(verb, who, content) or _is_property(verb, who, content)


def _gives_name(verb: Verb, who: Subject, content: Content) -> bool:
    """Tell whether a name is all that follows: "a system called Plan B" (nobody called anybody anything)."""
    tokens, start = verb.tokens, content.start
    if verb.cue.lemma not in NAMING or verb.start != verb.at:
        return False
    if verb.cue.lemma == "name" and tokens.is_(who.end - 1, c.PRON | c.NAME):
        return False
    anything = tokens.lower[who.start] in ANY
    if tokens.is_(start, c.OPEN):
        return anything
    end = chunk_end(tokens, start, content.end)
    if end is None or not all(tokens.is_(at, c.NAME) for at in range(start + tokens.is_(start, c.DET), end)):
        return False
    return end == content.end or tokens.is_(end, c.COMMA) or (anything and not tokens.is_(end, c.OPEN | c.DET | c.NOUN))


def _comes_upon(verb: Verb, who: Subject, content: Content) -> bool:
    """`Lee found a man who knew`: tell whether somebody finds a thing, and no poll or study that something is so."""
    tokens, start = verb.tokens, content.start
    if verb.cue.lemma != "find" or tokens.lower[start] == "that" or tokens.is_(start, c.PRON):
        return False
    source = tokens.lower[who.start : who.end]
    return source not in (["which"], ["that"]) and documents().keys().isdisjoint(source)


def _is_property(verb: Verb, who: Subject, content: Content) -> bool:
    """`issues that demand attention`: tell whether a clause says what a thing is like that cannot speak."""
    tokens, left = verb.tokens, who.start - 1
    if tokens.lower[who.start] != "that" or content.frame != "np" or tokens.is_(left, c.NAME):
        return False
    return tokens.word(left) not in speakers()


def is_thing(tokens: Tokens, who: Subject) -> bool:
    """`the storm, showing its force`: tell whether a source is no name, and neither people nor a body or document."""
    words = tokens.lower[who.start : who.end]
    if len(words) < 2 or any(
        tokens.classes[at] & (c.NAME | c.PRON | c.REL | c.OBJ) for at in range(who.start, who.end)
    ):
        return False
    return PEOPLE.isdisjoint(words) and speakers().isdisjoint(words) and not words[-1].endswith(OF_PEOPLE)
