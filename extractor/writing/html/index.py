"""Over many articles: what happened, who said what in order of time, who is quoted how often, places and articles.

What is gathered here is plain data, which the page holds as JSON and its script draws as it is scrolled to. A linked
store gives the same data (`store/report/page`), so that one program shows both.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from extractor.record import Quote, Record
from extractor.writing import countries, speakers
from extractor.writing.html import atlas
from extractor.writing.html.article import Shown
from extractor.writing.incidents import Incident
from extractor.writing.locations import AREAS
from extractor.writing.timeline import parsed

Row = dict[str, Any]
"""A row of a list; `in` are the keys of its articles, with the label of the item there: "a3-P1"."""


@dataclass(slots=True)
class Index:
    """What is gathered while the articles pass. Two people of different articles are one where both are called by the
    same full name, of two words or more: a surname alone is many people's."""

    articles: dict[str, list[Any]] = field(default_factory=dict)
    quotes: list[list[Any]] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    people: dict[tuple[str, str], Row] = field(default_factory=dict)
    sources: dict[str, Row] = field(default_factory=dict)
    places: dict[tuple[str, float | None, float | None], Row] = field(default_factory=dict)
    made: dict[str, None] = field(default_factory=dict)
    title: str = ""
    far: bool = False
    """Whether the map of an article is of a large part of the world."""

    def add(self, record: Record, shown: Shown, only: Collection[str]) -> None:
        """Takes in an article."""
        made = record.extractor
        self.made[f"{made.package}, {made.model}, tables {made.tables}"] = None
        day = record.published or record.anchor.date or ""
        self.title = shown.title
        self.far = self.far or (shown.map is not None and shown.map.close is None)
        self.articles[shown.key] = [
            shown.title,
            record.publisher or "",
            day if parsed(day) else "",
            record.source or "",
            record.error.message if record.error else "",
            len(shown.people),
            sum(len(group.quotes) for group in shown.speeches),
            len(shown.figures),
            len(shown.contradictions),
        ]
        self._events(shown)
        here = self._people(shown)
        if "quotes" in only:
            self._quotes(record, shown, here)
        if "places" in only:
            self._places(record, shown)

    def _events(self, shown: Shown) -> None:
        for event in shown.events:
            claims = _claims(event, shown)
            self.events.append(
                {
                    "kind": event.what,
                    "day": event.when,
                    "place": event.place,
                    "main": event.main,
                    "disputed": sum(claim["disputed"] for claim in claims),
                    "claims": claims,
                    "in": [shown.key],
                }
            )

    def _people(self, shown: Shown) -> dict[str, Row]:
        """The people of the article, each by the label there."""
        here = {}
        for member in shown.people:
            full = len(member.name.split()) > 1
            known = self.people.setdefault(
                (member.name.casefold(), "" if full else shown.key),
                {"name": member.name, "described": {}, "mentions": 0, "quotes": [], "in": []},
            )
            known["in"].append(f"{shown.key}-{member.label}")
            known["mentions"] += member.mentions
            known["described"] |= dict.fromkeys(member.described)
            here[member.label] = known
        return here

    def _quotes(self, record: Record, shown: Shown, here: dict[str, Row]) -> None:
        said = {each.label: (group, each) for group in shown.speeches for each in group.quotes}
        for number, quote in enumerate(record.quotes, start=1):
            group, each = said[f"Q{number}"]
            place = len(self.quotes)
            around = f"{each.before}{each.text}{each.after}" if each.before or each.after else ""
            self.quotes.append([f"{shown.key}-{each.label}", each.cue, each.stance, each.kind, each.text, around])
            if group.label in here:
                here[group.label]["quotes"].append(place)
            self._source(quote, shown.key, place)

    def _source(self, quote: Quote, key: str, place: int) -> None:
        name = speakers.group(quote.speaker)
        if name is None or quote.speaker is None:
            return
        known = self.sources.setdefault(
            name.casefold(), {"name": name, "kind": quote.speaker.kind or "unnamed", "words": 0, "quotes": [], "in": []}
        )
        known["words"] += len(quote.text.split())
        known["quotes"].append(place)
        if key not in known["in"][-1:]:
            known["in"].append(key)

    def _places(self, record: Record, shown: Shown) -> None:
        for number, each in enumerate(record.places, start=1):
            spot = (None, None) if each.lat is None or each.lon is None else (round(each.lat, 2), round(each.lon, 2))
            known = self.places.setdefault(
                (each.name.casefold(), *spot),
                {
                    "name": each.name,
                    "kind": each.kind or "",
                    "within": countries.names().get(each.country or "", each.country or ""),
                    "country": each.country if each.kind == "country" else None,
                    "lat": each.lat,
                    "lon": each.lon,
                    "mentions": 0,
                    "in": [],
                },
            )
            known["mentions"] += len(each.mentions)
            known["in"].append(f"{shown.key}-L{number}")

    def data(self) -> dict[str, Any]:
        """All lists, in the order in which they are to be shown; what people and sources said in order of time."""
        days = {key: cells[2] for key, cells in self.articles.items()}
        order = {key: at for at, key in enumerate(self.articles)}

        def when(place: int) -> tuple[bool, str, int, int]:
            key = self.quotes[place][0].partition("-")[0]
            return not days[key], days[key], order[key], place

        people, sources = ([*rows.values()] for rows in (self.people, self.sources))
        for row in (*people, *sources):
            row["quotes"].sort(key=when)
        for row in people:
            row["described"] = list(row["described"])
        return {
            "articles": self.articles,
            "quotes": self.quotes,
            "events": sorted(self.events, key=lambda row: (not row["disputed"], not row["main"], not row["claims"])),
            "people": sorted(people, key=_most),
            "sources": sorted(sources, key=_most),
            "places": sorted(self.places.values(), key=lambda row: (-len(row["in"]), -row["mentions"], row["name"])),
        }


def _claims(event: Incident, shown: Shown) -> list[Row]:
    """The event's toll by source, and of the main event also the casualties that are disputed and not in its toll."""
    sides = [side for dispute in shown.contradictions for side in dispute.sides]
    disputed = {each.label: each for side in sides for each in side.entries if each.role}
    claims: list[Row] = [
        {
            "in": f"{shown.key}-{line.figures[0]}" if line.figures else shown.key,
            "role": line.role,
            "value": line.value,
            "source": line.source,
            "disputed": line.disputed or not disputed.keys().isdisjoint(line.figures),
        }
        for line in event.lines
    ]
    told = {label for line in event.lines for label in line.figures}
    return claims + [
        {"in": f"{shown.key}-{label}", "role": each.role, "value": each.value, "source": each.source, "disputed": True}
        for label, each in disputed.items()
        if event.main and label not in told
    ]


def _most(row: Row) -> tuple[int, int, str]:
    return -len(row["quotes"]), -len(row["in"]), row["name"].casefold()


def counted(data: dict[str, Any]) -> Counter[str]:
    """How many rows each list has."""
    return Counter({name: len(rows) for name, rows in data.items()})


def atlas_of(places: list[Row]) -> atlas.Map | None:
    """The map of a list of places; a click on one leads to its row there."""
    spots = (
        atlas.Spot(
            f"place-{at}", row["name"], row["lat"], row["lon"], len(row["in"]), row["kind"] in AREAS, row.get("country")
        )
        for at, row in enumerate(places)
        if row.get("lat") is not None and row.get("lon") is not None
    )
    return atlas.atlas(spots, atlas.LARGE)
