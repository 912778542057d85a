"""Of which world a source speaks: government, politics, business, science and so on, by the words that name it."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from analysis.lexicon import Row, read_lexicon, rows_of
from analysis.sourcing.entities.associations import association
from analysis.sourcing.entities.heads import NO_NOUN
from analysis.sourcing.entities.name_parts import Name
from analysis.sourcing.entities.name_shapes import is_capital
from analysis.sourcing.grammar.vocabulary import plain, roles, titles
from analysis.sourcing.judgement.offices import Phrase, names_in, owner_of

SECTORS = ("government", "politics", "business", "expert", "advocacy", "media", "citizen", "sport-culture", "other")
TELLING = ("politics", "expert", "advocacy", "media", "citizen", "sport-culture")
"""Sectors that a noun for people tells whosever they are: "reporter", but not "director", "executive", "member"."""
OF_ONES_OWN = ("private", "public", "candidate", "party")
OF_ANOTHER = ("staff", "owned", "chair", "team", "either")
"""What the list of nouns says of an office where the noun tells enough, and where whose it is tells more."""
PEOPLE, PAPERS, BODIES = ("named", "anonymous"), ("document",), ("organization",)
NO_FIRM = ("", "government", "politics", "expert", "media", "sport-culture")
"""An expert speaks for a firm or a cause that is the employer, not for others."""
LONGEST = 4
ASIDE = re.compile(
    r"[,\s]\s?(?:who|whose|whom|which|that|representing|based|called|led|run)\b.*|\([^()]*\)|\b(?:ex|then)-", re.DOTALL
)
"""What tells of a source by the way: a relative clause, what stands in brackets, that it is past."""
PART = re.compile(r";\s|,\s")
ARTICLE = re.compile(r"^(?:an?|the)\s", re.IGNORECASE)
EMPLOYER = re.compile(r"\s(?:at|with)\s(?:the\s)?[A-Z]")
CLIENT = re.compile(r"\b(?:for|of)\s(?:the\s|[A-Z])")
STRATEGISTS, REPRESENTATIVES = ("strategist", "strategists"), ("representative", "representatives")


class Description(Phrase):
    """A description, and what its parts tell, each a sector or empty; ``office`` is what the list says of its noun."""

    @cached_property
    def noun(self) -> str:
        """The noun for people; that in a body's name is none: "Tenants League"."""
        names = {(name.sort, name.text) for name in names_in(self.text)}
        return "" if ("body", self.text) in names else super().noun

    @cached_property
    def office(self) -> str:
        """What the list of nouns for people says of the office of its noun; empty without one."""
        return roles().get(self.noun, NO_NOUN).office

    @cached_property
    def own(self) -> str:
        """The sector of its noun for people, else of its title."""
        return _listed("role_nouns", self.noun) or self.title_sector

    @cached_property
    def title_sector(self) -> str:
        """The sector of the noun that its title stands for: "Sen.", "Dr."."""
        return _last("titles", self.head)

    @cached_property
    def body(self) -> str:
        """The sector of the first body that it names."""
        return _first(map(_of_name, [*names_in(self.around), *names_in(self.text)]))

    @cached_property
    def group(self) -> str:
        """The sector of the last common word for a body, a field or other people: `bank`, `rugby`, `family`."""
        keys = Phrase(self.around).keys
        return _first(_last(name, keys) for name in ("office_words", "body_words", "other_people"))

    @cached_property
    def legislature(self) -> str:
        """`D-Ohio`, `City Council`, `Senate aides`."""
        kinds = {name.kind for name in names_in(self.text)}
        return "politics" * any((self.seat, self.word_of("legislature", "panel"), "legislature" in kinds))

    @cached_property
    def paper(self) -> str:
        """The sector of the noun for documents."""
        return _last("documents", self.head)

    @cached_property
    def collective(self) -> str:
        """`teachers unions`: the sector of a common noun for a body, else for people: `the family`."""
        return _last("body_words", self.head) or _last("role_nouns", self.head[-1:])

    @cached_property
    def members(self) -> str:
        """`Assembly Workers`, `Nurses for Change`: those who give a body its name are those it stands for."""
        if association(self.text):
            return "advocacy"
        last = self.text.rpartition(" ")[2]
        return _listed("members", plain(last)) if is_capital(last) else ""

    @cached_property
    def employer(self) -> str:
        """`at Alder Capital`: business, as far as the body with the name tells of nothing else."""
        return "business" if EMPLOYER.search(self.text) and self.body in ("", "business") else ""

    @cached_property
    def client(self) -> str:
        """`for Northwind`, `for the singer`: the sector of the body or the people spoken for; of others, other."""
        if not CLIENT.search(self.text):
            return ""
        return self.body or _last("role_nouns", Phrase(self.around).keys) or self.group or "other"

    @cached_property
    def somebodys(self) -> str:
        """`president of Datalane`: the office of a body that no list has is as a rule a firm's."""
        return "business" if owner_of(self.around) else ""


# ------------------------------------------------------------------- word lists
FORMS = ("body", "word", "title", "noun", "plural")
MEMBERS = {"party": "politics"}
LISTS: dict[str, Callable[[], Iterable[Row]]] = {
    "bodies": lambda: read_lexicon("bodies", "body", "use"),
    "body_words": lambda: rows_of("bodies", "body", use="word"),
    "office_words": lambda: read_lexicon("office_words", "word"),
    "documents": lambda: read_lexicon("documents", "noun"),
    "role_nouns": lambda: read_lexicon("role_nouns", "noun"),
    "other_people": lambda: [row for row in read_lexicon("role_nouns", "noun") if row["sector"] in TELLING],
    "members": lambda: [
        {"noun": key, "sector": MEMBERS.get(noun.office, "advocacy")} for key, noun in roles().items() if noun.plural
    ],
    "titles": lambda: [
        {"title": key, "sector": _listed("role_nouns", row["noun"])} for key, row in titles().items()
    ],
}  # fmt: skip
"""Where words and their sectors come from: a title has that of its noun, a body that members name stands for them."""


@cache
def _sectors(name: str) -> dict[str, str]:
    """The words of a list with their sectors, singular and plural."""
    found: dict[str, str] = {}
    for row in LISTS[name]():
        for form in FORMS:
            found.setdefault(plain(row.get(form, "")), row["sector"])
    return {**found, "": ""}


def _listed(name: str, key: str) -> str:
    return _sectors(name).get(key, "")


def _last(name: str, keys: list[str]) -> str:
    """The sector of the last words that a list has, the longest first: `law firm` before `firm`."""
    for end in range(len(keys), 0, -1):
        for start in range(max(0, end - LONGEST), end):
            if sector := _listed(name, " ".join(keys[start:end])):
                return sector
    return ""


def _first(sectors: Iterable[str]) -> str:
    return next(filter(None, sectors), "")


@lru_cache(maxsize=10_000)
def _of_name(name: Name) -> str:
    """`Bank of England`, `University of | Ohio`, `National Football | League`: by all of a name, its head, its end."""
    whole = plain(name.text)
    head = whole.partition(" of ")[0]
    return _listed("bodies", whole) or _last("bodies", head.split()) or _last("bodies", whole.split())


# ------------------------------------------------------------------- the table
class Rule(NamedTuple):
    """A row of the table: an example, for which kinds it is and whether for officials; what it gives, what it asks for.

    ``gives`` is a part of a description that tells a sector, or a sector; ``asks`` what parts must say.
    """

    example: str
    kinds: tuple[str, ...]
    official: bool
    gives: str
    asks: Mapping[str, tuple[str, ...]] = {}

    def sector(self, words: Description) -> str:
        """Return the sector that a description tells; empty where it tells none, or lacks what is asked for."""
        for part, allowed in self.asks.items():
            if getattr(words, part) not in allowed:
                return ""
        return self.gives if self.gives in SECTORS else str(getattr(words, self.gives))


RULES = tuple(
    Rule(*row)
    for row in (
        # example, kinds, official, what it gives, what it asks for
        ("Republican Gov.", PEOPLE, True, "title_sector", {"office": ("party",)}),
        ("Senate aides", PEOPLE + BODIES, True, "legislature"),
        ("House Speaker Ann Lee", PEOPLE, True, "own", {"own": ("politics",)}),
        ("NASA scientist Ann Lee", ("named",), True, "own", {"office": ("expert",), "own": ("expert",)}),
        ("an ordinance", PAPERS, True, "paper", {"paper": ("politics",)}),
        ("Mayor Ann Lee", PEOPLE + BODIES + PAPERS, True, "government"),
        ("a study", PAPERS, False, "paper", {"paper": ("expert",), "body": ("", "media"), "noun": ("",)}),
        ("Assembly Workers", BODIES, False, "members"),
        ("a Northwind Airlines filing", PAPERS + BODIES, False, "body"),
        ("teachers unions", BODIES, False, "collective"),
        ("a letter by physicians", PAPERS, False, "group"),
        ("a lawsuit", PAPERS, False, "paper"),
        ("what they found", PAPERS, False, "expert"),
        ("Northwind", BODIES, False, "business"),
        ("a strategist at Alder Capital", PEOPLE, False, "employer", {"noun": STRATEGISTS}),
        ("a representative for the singer", PEOPLE, False, "client", {"noun": REPRESENTATIVES}),
        ("Coach Ann Lee", PEOPLE, False, "own", {"office": OF_ONES_OWN, "own": (*TELLING, "government", "other")}),
        ("a nurse at a bank", PEOPLE, False, "own", {"office": OF_ANOTHER, "own": TELLING}),
        ("a climate scientist", PEOPLE, False, "own", {"own": ("expert",), "body": NO_FIRM, "group": NO_FIRM}),
        ("director of the Sierra Club", PEOPLE, False, "body"),
        ("a rugby director", PEOPLE, False, "group"),
        ("president of Datalane", PEOPLE, False, "somebodys", {"own": ("", "government"), "office": OF_ANOTHER}),
        ("former officials", PEOPLE, False, "own"),
        ("Ann Lee", ("named",), False, "citizen"),
        ("one of them", ("anonymous",), False, "other"),
    )
)


@cache
def _rules(kind: str, official: bool) -> list[Rule]:
    return [rule for rule in RULES if all((kind in rule.kinds, official == rule.official))]


@lru_cache(maxsize=50_000)
def sector_of(kind: str, official: bool, words: str) -> str:
    """Return the sector of a source, one of ``SECTORS``: that of the first rule that has one; empty of nobody.

    ``words`` are a person's roles, else the longest description. Only ``government``, ``politics`` and ``expert`` have
    officials.

    >>> sector_of("named", False, "president of the teachers union")
    'advocacy'
    >>> [sector_of("named", official, "") for official in (True, False)]
    ['government', 'citizen']
    """
    parts = [ASIDE.sub("", f" {part}").strip(" ,()") for part in PART.split(words)]
    texts = [Description(ARTICLE.sub("", part)) for part in parts]
    return _first(rule.sector(text) for rule in _rules(kind, official) for text in texts)
