"""Sources that have no name: people, groups and documents by their description, bodies by a common noun."""

import re

from analysis.sourcing.entities.definite import References
from analysis.sourcing.entities.descriptions import OWNERS, QUOTES, Description, describe
from analysis.sourcing.entities.discourse import Cast
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.name_parts import Name
from analysis.sourcing.entities.name_shapes import RUN, is_capital
from analysis.sourcing.entities.names import read_name
from analysis.sourcing.grammar.vocabulary import bodies, documents, plain, roles, small_rows, small_words

ADDED = re.compile(r"^[,—–-]+\s*(?:(?:the|a|an)\s)?")
SERVING = re.compile(r"(?:of|to|for|with|from|by)\b")
BELONGS = re.compile(r"(?:of|for|with|at|in|from|to|on|by|familiar|close|near|inside|briefed)\b")
TAIL = re.compile(r",|;|\s(?:and|who|that|which|said)\s")
HUMAN = re.compile(r"(?:ers?|ors?|ists?|ians?|ees?|eers?|ants?|[mM][ae]n|wom[ae]n|person|people|folks|members)$")
BY = re.compile(r"(?:by|from)\s(?:the\s)?")
MADE = re.compile(rf",?\s?(?:\w+ed|written|made)\s[^.,;]{{0,30}}?\bby\s(?:the\s)?({RUN.pattern})")
LONGEST = 9
ANOTHER = "another"


class Unnamed:
    """Finds, or adds, whom a noun means at its place in an article."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.mentions = cast.mentions
        self.document = cast.document
        self.references = References(cast)

    def find(self, description: Description, start: int, end: int) -> Entity:
        """Return whom the noun of a description means: somebody met before, or a new source."""
        head = description.head
        if description.text.lower() == ANOTHER and (group := self._last_group(start)):
            return self._one_of(group, start)
        if description.is_part and (group := self._group(description, start)):
            return group if description.first != "one" else self._one_of(group, start)
        if head in small_words("utterance") and (speaker := self._speaker(description, start)):
            return speaker
        if description.sort == "document":
            return self.add(description, start, end, "document")
        role = head in roles() or description.pair in roles() or description.name is not None
        if role and not self._is_camp(description, start):
            return self._role(description, start) or self.add(description, start, end)
        row = bodies("word").get(description.pair) or bodies("word").get(head)
        if row is not None and head not in documents():
            known = self.references.body(description, start) if description.determiner == "definite" else None
            return known or self._new_body(description, row, start)
        if head in documents() and description.determiner == "definite" and description.core == description.words[-1]:
            known = self.references.document(documents()[head].singular)
            return known or self.add(description, start, end, "document")
        return self.add(description, start, end, "unnamed" if _is_human(description) else "document")

    def _group(self, description: Description, start: int) -> Entity | None:
        """The unnamed people in `one of the aides`, `two of them`, as far as the article told of them before."""
        if description.head in small_words("pronoun"):
            group = self.cast.pronoun(description.head, start)
        else:
            group = self.references.described(description, start) if description.head in roles() else None
        return group if group is not None and group.sort == "unnamed" and group.plural else None

    def _last_group(self, start: int) -> Entity | None:
        """The unnamed people of whom `another` is one: the last ones told of."""
        group = self.cast.pronoun("they", start)
        return group if group is not None and group.sort == "unnamed" and group.plural else None

    def _one_of(self, group: Entity, start: int) -> Entity:
        """`one of the aides`: a new source that is what the group is: "aide to Mr. Lee"."""
        words = [roles()[key].singular if _is_crowd(key := plain(w)) else w for w in group.label.split()]
        entity = Entity("unnamed", " ".join(words), head=group.head, serves=group.serves, part_of=group)
        entity.text = entity.core = entity.label
        entity.places.append((start, start))
        self.cast.add(entity)
        return entity

    def _is_camp(self, description: Description, start: int) -> bool:
        """`her team`, `Lee's team`: somebody's campaign; `the team`: people."""
        row = bodies("word").get(description.head)
        return row is not None and row["kind"] == "campaign" and self._owner(description, start) is not None

    def _role(self, description: Description, start: int) -> Entity | None:
        """`the senator`, `the city's mayor`: somebody met before; an epithet where nobody was so called."""
        if description.determiner != "definite" and not description.owner:
            return None
        known = self.references.described(description, start)
        if known is None and description.first == "the" and not description.rest:
            return self.references.epithet(description, start)
        return known

    def _new_body(self, description: Description, row: dict[str, str], start: int) -> Entity:
        owner = self._owner(description, start)
        label = f"{owner.label.split()[-1]} {description.words[-1]}" if owner else _label(description)
        text = label if owner else description.text
        body = Entity("body", label, kind=row["kind"], office=row["office"], head=description.head, text=text)
        return self.mentions.bodies.setdefault(plain(label), body)

    def _owner(self, description: Description, start: int) -> Entity | None:
        """The person in `her campaign`, `Ann Lee's campaign`, `the Lee campaign`; None where it is nobody's."""
        if description.determiner == "possessive":
            owner = self.cast.pronoun(description.first, start)
            return owner if owner is not None and owner.is_person else None
        words = description.owner or " ".join(description.words[:-1])
        name = read_name(words) if is_capital(words) else None
        personal = name is not None and name.sort in ("person", "titled", "single", "unsure")
        return self.mentions.person(name) if name is not None and personal else None

    def _belongs_to(self, description: Description, start: int) -> Entity | None:
        """Whose an unnamed source or a document is: `its director`, `the agency's survey`, `Lee's lawyers`."""
        if description.determiner == "possessive" or description.owner in OWNERS:
            return self.cast.pronoun(description.owner or description.first, start)
        if description.owner and not is_capital(description.owner):
            return self.references.body(describe(f"the {description.owner}"), start)
        return self._known(read_name(description.owner)) if description.owner else None

    def _speaker(self, description: Description, start: int) -> Entity | None:
        """Whose words are told: `the ministry's statement`, `a post by Lee`."""
        run = RUN.match(BY.sub("", description.after)) if BY.match(description.after) else None
        return self._known(read_name(run.group())) if run else self._belongs_to(description, start)

    def _serves(self, description: Description, end: int) -> Entity | None:
        """Whom an unnamed source works for: `aides to Mr. Lee`, `lawyers, from the Smith Legal Group`."""
        words, noun = description.after, roles().get(description.head)
        if description.head in documents() and (made := MADE.match(self._with_aside(description, end))):
            words = f"by {made.group(1)}"
        if noun and noun.singular in small_words("advocate") and not words:
            words = ADDED.sub("", self._with_aside(description, end)).partition(",")[0]
        run = RUN.search(words) if SERVING.match(words) else None
        return self._known(read_name(run.group())) if run else None

    def _with_aside(self, description: Description, end: int) -> str:
        """What follows the noun: in the source's own words, else in its sentence."""
        sentence = self.document.sentences[self.document.sentence_of(end)]
        return description.after or description.rest or sentence.text[end - sentence.start :][:80]

    def _known(self, name: Name) -> Entity | None:
        return self.mentions.person(name) or self.mentions.bodies.get(name.key)

    def _theirs(self, description: Description, owner: Entity) -> Entity | None:
        """`her lawyers` after `Lee's lawyers`: the same, if whose they are is the same."""
        noun = roles().get(description.head)
        known = self.cast.headed(noun.singular, noun.plural) if noun else iter(())
        return next((e for e in known if e.owner is owner and len(description.words) == 1), None)

    def add(self, description: Description, start: int, end: int, sort: str = "unnamed") -> Entity:
        """An unnamed source: known by the same words where it is a group, a document or a voice; else a new one."""
        label, head = _label(description), description.head
        one = description.first == "one" and head in roles()
        if one:
            label = " ".join((*description.words[:-1], roles()[head].singular))
        owner = self._belongs_to(description, start)
        anew = sort == "unnamed" and description.determiner == "indefinite" and head not in small_words("voice")
        entity = self.cast.by_label.get((sort, plain(label))) or (self._theirs(description, owner) if owner else None)
        if entity is None or anew:
            noun = roles().get(head) or documents().get(head)
            plural, head = _is_plural(description) and not one, noun.singular if noun else head
            entity = self._announced(description, head, plural, start) or Entity(sort, label)
            entity.label, entity.gender, entity.plural = label, noun.gender if noun else "", plural
            entity.owner, entity.serves = owner, self._serves(description, end) or owner
            entity.head, entity.text, entity.core = head, description.text, description.core
            self.cast.add(entity)
        entity.places.append((start, start))
        return entity

    def _announced(self, description: Description, head: str, plural: bool, start: int) -> Entity | None:
        """`Officials say` in a headline: the first of the body who are called so, "three senior officials"."""
        known = next(self.cast.headed(head, plural), None)
        if known is None or known.sort != "unnamed" or not self._in_headline(known.places[-1][0]):
            return None
        words = {plain(w) for w in description.words}
        if self._in_headline(start) or not words.issuperset(plain(known.core).split()):
            return None
        self.cast.forget(known)
        return known

    def _in_headline(self, offset: int) -> bool:
        return self.document.sentences[self.document.sentence_of(offset)].part == "headline"


def _is_human(description: Description) -> bool:
    """Whether an unknown noun is more likely one for people: "skywriters", "two-thirds", "someone"."""
    if description.text.lower() in ("this", "that", "these", "it"):
        return False
    head = description.head
    counted = description.determiner in ("quantifier", "somebody") or not description.words
    return head not in documents() and (counted or HUMAN.search(head) is not None or head in small_words("somebody"))


def _is_plural(description: Description) -> bool:
    head = description.head
    if noun := roles().get(head) or documents().get(head):
        return noun.plural
    if word := small_rows("somebody").get(head) or small_rows("pronoun").get(head):
        return word["number"] == "plural"
    return description.determiner == "quantifier" or head.endswith("s")


def _label(description: Description) -> str:
    """A short description: the noun phrase, and what belongs to it ("people familiar with the matter")."""
    after = TAIL.split(description.after)[0] if BELONGS.match(description.after) else ""
    words = [*description.words, *after.split()][: max(LONGEST, len(description.words))]
    while words and (plain(words[-1]) in small_words("preposition") or plain(words[-1]) in ("the", "a")):
        words.pop()
    return " ".join(words).strip(QUOTES) or description.text.lower() or "unnamed"


def _is_crowd(key: str) -> bool:
    return key in roles() and roles()[key].plural
