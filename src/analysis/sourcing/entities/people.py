"""The people of an article by surname and by first name: which of them a name can mean."""

from collections.abc import Iterator, Mapping
from typing import Generic, Protocol, TypeVar

from analysis.sourcing.entities.name_parts import Name
from analysis.sourcing.grammar.vocabulary import first_names


class Called(Protocol):
    """A person as far as it can be told from others by name."""

    @property
    def first(self) -> str:
        """The first name, as a key; two with "|" between them where one is a nickname."""

    @property
    def gender(self) -> str:
        """The gender: m, f or empty."""

    @property
    def named(self) -> int:
        """How often the article names this person in full."""

    @property
    def n_places(self) -> int:
        """How often the article names this person at all."""


CONTRADICTION = (("m", "f"), ("f", "m"))
"""Two genders that are known and differ."""

Person = TypeVar("Person", bound=Called)
Settled = TypeVar("Settled", bound=Called)


class People(Generic[Person]):
    """Everybody whom an article names."""

    def __init__(self) -> None:
        self.by_surname: dict[str, list[Person]] = {}
        self.by_first_name: dict[str, list[Person]] = {}

    def __iter__(self) -> Iterator[Person]:
        """Yield each person once, those of a surname together."""
        for family in self.by_surname.values():
            yield from family

    def add(self, name: Name, person: Person) -> Person:
        """Remember a person under this name."""
        self.by_surname.setdefault(name.last, []).append(person)
        if name.first:
            self.by_first_name.setdefault(name.first, []).append(person)
        return person

    def settled(self, becomes: Mapping[Person, Settled]) -> "People[Settled]":
        """Return the same people, each as what it has become."""
        people: People[Settled] = People()
        for name, known in self.by_surname.items():
            people.by_surname[name] = [*map(becomes.__getitem__, known)]
        for name, known in self.by_first_name.items():
            people.by_first_name[name] = [*map(becomes.__getitem__, known)]
        return people

    def family(self, surname: str) -> list[Person]:
        """Return all of this surname."""
        return self.by_surname.get(surname, [])

    def full(self, name: Name) -> Person | None:
        """Return who has this surname and, as far as is known, this first name."""
        for person in self.family(name.last):
            if _same_first(person.first, name.first):
                return person
        return None

    def find(self, name: Name) -> Person | None:
        """Return whom these words can mean, if there is somebody: the most mentioned."""
        if name.first:
            return self.full(name)
        known = self.by_surname.get(name.last) or self.by_first_name.get(name.key, [])
        order = _by_places if name.title else _by_full_names
        return max(_of_gender(known, name.gender), key=order, default=None)


def _of_gender(people: list[Person], gender: str) -> list[Person]:
    """Those who may be of a gender; all of them where it is not known."""
    return [person for person in people if (gender, person.gender) not in CONTRADICTION]


def _by_places(person: Called) -> tuple[int, int]:
    return person.n_places, 0


def _by_full_names(person: Called) -> tuple[int, int]:
    return person.named, person.n_places


def _same_first(one: str, other: str) -> bool:
    """Tell whether two first names may be one person's: the same, an initial, or a short form that begins alike."""
    if one == other:
        return True
    if "" in (one, other):
        return True
    if "|" in one:
        return any(_same_first(part, other) for part in one.split("|"))
    return _is_short_for(*sorted((one, other), key=len))


def _is_short_for(short: str, long: str) -> bool:
    """`T`, `Tim` for `Timothy`: an initial, or a first name with which another one begins."""
    if not long.startswith(short):
        return False
    return len(short) == 1 or (len(short) > 2 and short.title() in first_names())
