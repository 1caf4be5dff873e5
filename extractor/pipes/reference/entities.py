"""Which person or organization a stretch of the text is a mention of."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from extractor.annotations import EntityAt
from extractor.pipes.reference.sites import FAR
from extractor.pipes.reference.words import Words


class Index(NamedTuple):
    """Mentions in order of their starts, each with the number of its entity."""

    starts: list[int]
    mentions: list[tuple[int, int, int]]

    @classmethod
    def of(cls, mentions: Iterable[tuple[int, int, int]]) -> "Index":
        """The index of (start, end, entity)."""
        found = sorted(mentions)
        return cls([start for start, _, _ in found], found)

    def over(self, start: int, end: int) -> int | None:
        """The entity whose mention covers the stretch."""
        at = bisect_right(self.starts, start) - 1
        for begin, stop, entity in reversed(self.mentions[max(0, at - 3) : at + 1]):
            if begin <= start and end <= stop:
                return entity
        return None

    def inside(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The first mentions that begin in the stretch."""
        at = bisect_left(self.starts, start)
        return [one for one in self.mentions[at : at + FAR] if one[0] < end and one[1] <= end]

    def before(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The last mentions that begin in the stretch, in order."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return self.mentions[max(first, last - FAR) : last]


class Entities(NamedTuple):
    """Names of people and of organizations, and the pronouns and nominals that were resolved to people.

    `asked` is the person whom an interview asks, if the article is one.
    """

    people: Index
    organizations: Index
    references: Index
    words: Words
    asked: int | None = None

    def at(self, start: int, end: int) -> EntityAt:
        """The person or the organization that the stretch is part of a mention of; nobody, where it is none."""
        person = self.people.over(start, end)
        person = self.references.over(start, end) if person is None else person
        organization = self.organizations.over(start, end) if person is None else None
        return {"person": person, "organization": organization}
