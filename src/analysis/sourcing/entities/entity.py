"""Somebody or something that may be a source: what an article's mentions of it add up to."""

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Entity:
    """One source of an article, however it is mentioned.

    ``sort``: person, body, place, document, unnamed, compound (its ``members`` together). ``label`` is what it is
    called in the tables. People have ``first`` and ``last`` name and ``titles`` as printed before the name; bodies
    have ``kind`` and ``office``; what has no name has its ``text`` as printed, the noun phrase in it (``core``) and
    that phrase's ``head``; ``owner`` is whose it is ("her lawyers", "the agency's survey"), ``serves`` that or whom
    it works for otherwise ("aides to Lee"), ``part_of`` the group that it is one of ("one of the aides"). ``places``
    are the offsets of its mentions, in order.
    """

    sort: str
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
    shield: str = ""
    reason: str = ""
    titles: list[str] = field(default_factory=list)
    roles: list[str] | None = None
    places: list[tuple[int, int]] = field(default_factory=list)
    members: tuple["Entity", ...] = ()
    owner: "Entity | None" = None
    serves: "Entity | None" = None
    part_of: "Entity | None" = None

    @property
    def is_person(self) -> bool:
        """Whether it is somebody whom the article names."""
        return self.sort == "person"

    @property
    def may_be_he(self) -> bool:
        """Whether "he" can mean it."""
        return self.sort in ("person", "unnamed") and not self.plural and self.gender != "f"

    @property
    def may_be_she(self) -> bool:
        """Whether "she" can mean it."""
        return self.sort in ("person", "unnamed") and not self.plural and self.gender != "m"

    @property
    def may_be_it(self) -> bool:
        """Whether "it" can mean it."""
        return self.sort in ("body", "document", "place")

    @property
    def may_be_they(self) -> bool:
        """Whether "they" can mean it."""
        return self.plural or self.sort in ("body", "compound")
