"""Of which world a source speaks: government, politics, business, science and so on, by the words that name it."""

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from typing import NamedTuple

from analysis.lexicon import read_lexicon, rows_of
from analysis.sourcing.entities.name_parts import Name
from analysis.sourcing.entities.name_shapes import is_capital
from analysis.sourcing.grammar.vocabulary import plain, roles, titles
from analysis.sourcing.judgement.offices import Phrase, names_in, owner_of

SECTORS = ("government", "politics", "business", "expert", "advocacy", "media", "citizen", "sport-culture", "other")
PEOPLE = ("named", "anonymous")
OF_ANOTHER = ("staff", "owned", "chair", "team", "expert", "either")
"""What the list of nouns says of an office where whose it is tells more than the noun: "director", "analyst"."""
VAGUE = ("", "government", "other")
LONGEST = 4
ASIDE = re.compile(r"[,\s]\s?(?:who|whose|whom|which|that|representing|based|called|led|run)\b.*|\([^()]*\)", re.DOTALL)
"""What tells of a source by the way: a relative clause, what stands in brackets."""
PART = re.compile(r";\s|,\s")


class Source(NamedTuple):
    """What is known of a source when its sector is judged: ``words`` are its roles, else its longest description."""

    kind: str
    official: bool
    words: str


class Description(Phrase):
    """A description, and the sectors that its parts tell."""

    @cached_property
    def noun(self) -> str:
        """The noun for people; that in a body's name is none: "Tenants League"."""
        names = names_in(self.text)
        return "" if any(name.sort == "body" and name.text == self.text for name in names) else super().noun

    @cached_property
    def own(self) -> str:
        """The sector of its noun for people, else of its title, which says more than a party: `Republican Gov.`."""
        noun, title = _listed("role_nouns", self.noun), _of_title(self.head)
        return title or noun if self.noun and roles()[self.noun].office == "party" else noun or title

    @cached_property
    def is_open(self) -> bool:
        """Whether it depends on whose it is: `director`, `executive`, `analyst`, but not `reporter`."""
        office = roles()[self.noun].office if self.noun else "staff"
        return office == "expert" or self.own == "business" or (office in OF_ANOTHER and self.own in VAGUE)

    @cached_property
    def body(self) -> str:
        """The sector of the first body that it names."""
        return next(filter(None, map(_of_name, [*names_in(self.around), *names_in(self.text)])), "")

    @cached_property
    def group(self) -> str:
        """The sector of the last common word for a body, a field or other people: `bank`, `rugby`, `family`."""
        keys = [*_pairs(Phrase(self.around).keys)]
        others = [key for key in keys if key in roles() and not Description(key).is_open]
        return _last("office_words", keys) or _last("body_words", keys) or _last("role_nouns", others)


# ------------------------------------------------------------------- word lists
@cache
def _sectors(name: str) -> dict[str, str]:
    """The words of a list with their sectors, singular and plural; of "body_words" those that are common nouns."""
    rows = {
        "bodies": read_lexicon("bodies", "body", "use"),
        "body_words": rows_of("bodies", "body", use="word"),
        "office_words": read_lexicon("office_words", "word"),
    }.get(name) or read_lexicon(name, "noun")
    forms = ("body", "word", "noun", "plural")
    return {plain(row[form]): row["sector"] for row in reversed(rows) for form in forms if row.get(form)}


def _listed(name: str, key: str) -> str:
    return _sectors(name).get(key, "")


def _last(name: str, keys: list[str]) -> str:
    """The sector of the last of these words that has one."""
    return next(filter(None, (_listed(name, key) for key in reversed(keys))), "")


def _pairs(keys: list[str]) -> Iterator[str]:
    """Yield the words and, after the second of them, each two neighbours."""
    for at, key in enumerate(keys):
        yield key
        if at:
            yield f"{keys[at - 1]} {key}"


def _of_title(keys: list[str]) -> str:
    """`Dr.`, `Sen.`: the sector of the noun that a title stands for."""
    for size in range(LONGEST, 0, -1):
        for at in range(len(keys) - size + 1):
            row = titles().get(" ".join(keys[at : at + size]))
            if row and row["noun"]:
                return _listed("role_nouns", row["noun"]) or ("government" if row["office"] == "public" else "")
    return ""


def _of_name(name: Name) -> str:
    """`National Football League`, `University of Ohio`: the sector of a body by its name, its end or its beginning."""
    keys = plain(name.text).split()
    ends = [" ".join(keys[at:]) for at in range(len(keys))]
    heads = [" ".join(keys[:size]) for size in range(len(keys) - 1, 0, -1) if keys[size] in ("of", "for", "on")]
    return next(filter(None, (_listed("bodies", key) for key in (*ends[:1], *heads, *ends[1:]))), "")


# ------------------------------------------------------------------- readers: a sector, or nothing
Reader = Callable[[Description], str]


def _legislature(words: Description) -> str:
    """`Sen.`, `D-Ohio`, `City Council`, `Senate aides`, but not `Republican Gov.`."""
    if words.seat or words.own == "politics" or words.word_of("legislature", "panel"):
        return "politics"
    return "politics" if any(name.kind == "legislature" for name in names_in(words.text)) else ""


def _scientist(words: Description) -> str:
    return "expert" if words.noun and roles()[words.noun].office == "expert" and words.own == "expert" else ""


def _learned(words: Description) -> str:
    return _scientist(words) if {"business", "advocacy"}.isdisjoint((words.body, words.group)) else ""


def _document(words: Description) -> str:
    return _last("documents", [*_pairs(words.head)])


def _finding(words: Description) -> str:
    return "expert" if _document(words) == "expert" and words.body in ("", "media") and not words.noun else ""


def _body(words: Description) -> str:
    return words.body


def _group(words: Description) -> str:
    return words.group


def _last_word(words: Description) -> str:
    """`teachers unions`: the sector of a common noun for a body."""
    return _last("body_words", [*_pairs(words.head)])


def _members(words: Description) -> str:
    """`Assembly Workers`: those who give a body its name are those it stands for; `the family` is none."""
    last = words.text.split()[-1] if words.text else ""
    noun = roles().get(plain(last))
    if noun is None:
        return ""
    if not is_capital(last) or noun.office == "party":
        return _listed("role_nouns", plain(last))
    return "advocacy" if noun.plural else ""


def _calling(words: Description) -> str:
    return "" if words.is_open else words.own


def _somebodys(words: Description) -> str:
    """`president of Datalane`: the office of a body that no list has is as a rule a firm's."""
    return "business" if words.own in ("", "government") and words.noun and owner_of(words.around) else ""


def _own(words: Description) -> str:
    return words.own


def _always(sector: str) -> Reader:
    return lambda words: sector


class Rule(NamedTuple):
    """A row of the table: an example, for which kinds it is and whether for officials, what reads the sector."""

    example: str
    kinds: tuple[str, ...]
    official: bool
    read: Reader


RULES = (
    Rule("Sen. Lee", (*PEOPLE, "organization"), True, _legislature),
    Rule("NASA scientist Ann Lee", ("named",), True, _scientist),
    Rule("an ordinance", ("document",), True, lambda words: "politics" if _document(words) == "politics" else ""),
    Rule("Mayor Ann Lee", (*PEOPLE, "organization", "document"), True, _always("government")),
    Rule("a study", ("document",), False, _finding),
    Rule("Assembly Workers", ("organization",), False, _members),
    Rule("a Northwind Airlines filing", ("document", "organization"), False, _body),
    Rule("teachers unions", ("organization",), False, _last_word),
    Rule("a letter by physicians", ("document",), False, _group),
    Rule("a lawsuit", ("document",), False, _document),
    Rule("what they found", ("document",), False, _always("expert")),
    Rule("Northwind", ("organization",), False, _always("business")),
    Rule("Coach Ann Lee", PEOPLE, False, _calling),
    Rule("a climate scientist", PEOPLE, False, _learned),
    Rule("director of the Sierra Club", PEOPLE, False, _body),
    Rule("a rugby director", PEOPLE, False, _group),
    Rule("president of Datalane", PEOPLE, False, _somebodys),
    Rule("former officials", PEOPLE, False, _own),
    Rule("Ann Lee", ("named",), False, _always("citizen")),
    Rule("one of them", ("anonymous",), False, _always("other")),
)


def sector_of(source: Source) -> str:
    """Return the sector of a source, one of ``SECTORS``: that of the first rule that has one; empty of nobody.

    >>> sector_of(Source("named", False, "president of the teachers union"))
    'advocacy'
    >>> [sector_of(Source("named", official, "")) for official in (True, False)]
    ['government', 'citizen']
    """
    texts = [Description(ASIDE.sub("", f" {part}").strip(" ,()")) for part in PART.split(source.words)]
    rules = (rule for rule in RULES if source.kind in rule.kinds and source.official == rule.official)
    return next(filter(None, (rule.read(words) for rule in rules for words in texts)), "")
