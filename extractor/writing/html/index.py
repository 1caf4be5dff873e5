"""Over many articles: their table, the people in all of them with what they said in order of time, and the map."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.record import Record
from extractor.writing.html import atlas
from extractor.writing.html.article import Shown
from extractor.writing.locations import AREAS
from extractor.writing.timeline import parsed


class Row(NamedTuple):
    """An article in the table."""

    key: str
    title: str
    publisher: str
    day: str
    people: int
    quotes: int
    figures: int
    contradictions: int
    failed: str


class Line(NamedTuple):
    """A quote in a person's list: the day of its article, its words, and where it stands."""

    day: str
    order: int
    key: str
    label: str
    cue: str
    text: str


@dataclass(slots=True)
class Somebody:
    """A person over all articles; `articles` are those the person is in, with the person's label in each."""

    name: str
    articles: list[tuple[str, str]] = field(default_factory=list)
    described: dict[str, None] = field(default_factory=dict)
    quotes: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Spotted:
    """A place over all articles."""

    name: str
    lat: float
    lon: float
    area: bool
    mentions: int = 0
    articles: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Index:
    """What is gathered while the articles pass. Two people of different articles are one where both are called by the
    same full name, of two words or more: a surname alone is many people's."""

    rows: list[Row] = field(default_factory=list)
    somebodies: dict[tuple[str, str], Somebody] = field(default_factory=dict)
    spotted: dict[tuple[str, float, float], Spotted] = field(default_factory=dict)
    made: dict[str, None] = field(default_factory=dict)

    def add(self, record: Record, shown: Shown, only: Collection[str]) -> None:
        """Takes in an article."""
        made = record.extractor
        self.made[f"{made.package}, {made.model}, tables {made.tables}"] = None
        day = record.published or record.anchor.date or ""
        self.rows.append(
            Row(
                key=shown.key,
                title=record.title or record.id,
                publisher=record.publisher or "",
                day=day if parsed(day) else "",
                people=len(shown.people),
                quotes=sum(len(group.quotes) for group in shown.speeches),
                figures=len(shown.figures),
                contradictions=len(shown.contradictions),
                failed=record.error.message if record.error else "",
            )
        )
        self._people(shown, self.rows[-1].day)
        if "places" in only:
            self._places(record, shown)

    def _people(self, shown: Shown, day: str) -> None:
        here = {}
        for member in shown.people:
            full = len(member.name.split()) > 1
            known = self.somebodies.setdefault(
                (member.name.casefold(), "" if full else shown.key), Somebody(member.name)
            )
            known.articles.append((shown.key, member.label))
            known.described |= dict.fromkeys(member.described)
            here[member.label] = known
        for group in shown.speeches:
            if group.label in here:
                here[group.label].quotes += [
                    Line(day, len(self.rows), shown.key, said.label, said.cue, said.text) for said in group.quotes
                ]

    def _places(self, record: Record, shown: Shown) -> None:
        for number, each in enumerate(record.places, start=1):
            if each.lat is None or each.lon is None:
                continue
            area = each.kind in AREAS
            known = self.spotted.setdefault(
                (each.name.casefold(), round(each.lat, 2), round(each.lon, 2)),
                Spotted(each.name, each.lat, each.lon, area),
            )
            known.mentions += len(each.mentions)
            known.articles.setdefault(shown.key, f"L{number}")

    def people(self) -> list[Somebody]:
        """The people, those who said most first; each one's quotes in order of time, those without a day last."""
        for somebody in self.somebodies.values():
            somebody.quotes.sort(key=lambda line: (not line.day, line.day, line.order))
        return sorted(
            self.somebodies.values(), key=lambda each: (-len(each.quotes), -len(each.articles), each.name.casefold())
        )

    def places(self) -> list[Spotted]:
        """The places on the map, those of most articles first."""
        return sorted(self.spotted.values(), key=lambda each: (-len(each.articles), -each.mentions, each.name))

    def map(self) -> atlas.Map | None:
        """The map; a click on a place leads to its line in the list."""
        spots = (
            atlas.Spot(f"place-{number}", each.name, each.lat, each.lon, len(each.articles), each.area)
            for number, each in enumerate(self.places(), start=1)
        )
        return atlas.atlas(spots, atlas.LARGE)
