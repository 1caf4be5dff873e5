"""What linking knows of an entry of a record: its name, what is said of it, and the company that it is found in."""

from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.store.link.names import Name

LATE = "9999-12-31"
"""The day of an article that has none: after all others."""


class Where(NamedTuple):
    """The article of an entry: its key, its day, its paper."""

    article: str
    day: str
    publisher: str


@dataclass(frozen=True, slots=True)
class Member:
    """An entry of a record, `person-1` of an article. `company` are the people, organizations and places beside it."""

    id: str
    where: Where
    text: str
    name: Name
    titles: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    forms: tuple[str, ...] = ()
    mentions: int = 1

    @property
    def order(self) -> tuple[str, str, str]:
        """What sorts it: the day, the article, the id. The first of an entity gives it its id."""
        return self.where.day, self.where.article, self.id


@dataclass(slots=True)
class Cluster:
    """Entries that are one entity, each with the score and the rule that brought it in."""

    members: list[Member]
    why: dict[str, tuple[float, str]] = field(default_factory=dict)

    def company(self) -> frozenset[str]:
        """All company of its members."""
        return frozenset().union(*(member.company for member in self.members))

    def days(self) -> tuple[str, str]:
        """The first and the last day of it."""
        days = [member.where.day for member in self.members if member.where.day != LATE]
        return (min(days), max(days)) if days else (LATE, LATE)
