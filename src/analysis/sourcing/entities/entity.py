"""Somebody or something that may be a source: what an article's mentions of it add up to."""

import re
from dataclasses import dataclass
from typing import Literal

from analysis.spans import Span

PERSONAL = re.compile(r"\S+\s.*\S{2}$")
"""Two words or more, the last of which is no initial."""
Sort = Literal["person", "body", "place", "document", "unnamed", "compound"]


@dataclass(slots=True, frozen=True, eq=False)
class Entity:
    """One source of an article, however it is mentioned; equal to itself alone, and never changed.

    ``sort``: person, body, place, document, unnamed, compound (its ``members`` together). ``label`` is what it is
    called in the tables. People have ``first`` and ``last`` name and ``titles`` as printed before the name; ``places``
    are the offsets at which the article names them, in order, ``named`` how often in full, ``governs`` the words that
    give them an administration. Bodies have ``kind`` and ``office``. What has no name has its ``text`` as printed, the
    noun phrase in it (``core``) and that phrase's ``head``; ``owner`` is whose it is ("her lawyers", "the agency's
    survey"), ``serves`` that or whom it works for otherwise ("aides to Lee").
    """

    sort: Sort
    label: str
    gender: str = ""
    plural: bool = False
    kind: str = ""
    office: str = ""
    first: str = ""
    last: str = ""
    head: str = ""
    text: str = ""
    core: str = ""
    named: int = 0
    governs: str = ""
    titles: tuple[str, ...] = ()
    places: tuple[Span, ...] = ()
    members: tuple["Entity", ...] = ()
    owner: "Entity | None" = None
    serves: "Entity | None" = None

    @property
    def n_places(self) -> int:
        """How often the article names it."""
        return len(self.places)

    @property
    def is_person(self) -> bool:
        """Whether it is somebody whom the article names."""
        return self.sort == "person"

    @property
    def may_be_person(self) -> bool:
        """Whether it is an unknown body with a name of two words or more, as people have."""
        return self.sort == "body" and not self.kind and PERSONAL.match(self.label) is not None

    @property
    def is_unnamed_group(self) -> bool:
        """Whether it is several people whom the article does not name."""
        return self.sort == "unnamed" and self.plural

    @property
    def may_be_one_person(self) -> bool:
        """Whether "he" or "she" can mean it, as far as its gender allows."""
        return self.sort in ("person", "unnamed") and not self.plural

    @property
    def may_be_it(self) -> bool:
        """Whether "it" can mean it."""
        return self.sort in ("body", "document", "place")

    @property
    def may_be_they(self) -> bool:
        """Whether "they" can mean it."""
        return self.plural or self.sort in ("body", "compound")
