"""One article as the template shows it: the text with its marks, and everything that stands beside it."""

from collections.abc import Collection
from typing import NamedTuple

from markupsafe import Markup

from extractor.record import Place, Record
from extractor.writing import countries
from extractor.writing.html import atlas, cast, ledger, timeline
from extractor.writing.html.text import text
from extractor.writing.marks import LETTERS, labels

AREAS = frozenset({"continent", "country", "admin1", "region"})


class Location(NamedTuple):
    """A place: its name, what and where it is, how often it is mentioned; `point` is empty where it is not resolved."""

    label: str
    name: str
    kind: str
    within: str
    point: str
    mentions: int
    rule: str


class Shown(NamedTuple):
    """An article, ready for its template; `key` is its name in the page, `lists` those shown with their counts."""

    key: str
    record: Record
    lists: dict[str, int]
    paragraphs: list[Markup]
    people: list[cast.Member]
    organizations: list[cast.Member]
    speeches: list[cast.Speech]
    figures: list[ledger.Entry]
    contradictions: list[list[ledger.Entry]]
    places: list[Location]
    map: atlas.Map | None
    dates: timeline.Timeline


def article(record: Record, number: int, only: Collection[str]) -> Shown:
    """The article with this number in the page, with the lists that are asked for."""
    key, known = f"a{number}", labels(record)
    entries = ledger.ledger(record, known) if "figures" in only else []
    return Shown(
        key=key,
        record=record,
        lists={name: len(getattr(record, name)) for name in LETTERS if name in only},
        paragraphs=text(record, key, only),
        people=cast.people(record) if "people" in only else [],
        organizations=cast.organizations(record) if "organizations" in only else [],
        speeches=cast.speeches(record, known, only) if "quotes" in only else [],
        figures=entries,
        contradictions=ledger.contradictions(entries),
        places=places(record) if "places" in only else [],
        map=atlas.atlas(spots(record, key)) if "places" in only else None,
        dates=timeline.timeline(record) if "dates" in only else timeline.Timeline([], []),
    )


def places(record: Record) -> list[Location]:
    """The places, in order of first mention."""
    return [_location(place, number) for number, place in enumerate(record.places, start=1)]


def _location(place: Place, number: int) -> Location:
    country = countries.names().get(place.country or "", place.country or "")
    within = [part for part in (place.admin1, country) if part and part != place.name]
    kind = (place.kind or "").replace("admin1", "state or province").replace("admin2", "county or district")
    point = "" if place.lat is None or place.lon is None else f"{place.lat:.2f}, {place.lon:.2f}"
    label = f"{LETTERS['places']}{number}"
    return Location(label, place.name, kind, ", ".join(within), point, len(place.mentions), place.rule)


def spots(record: Record, key: str) -> list[atlas.Spot]:
    """What goes on the map."""
    return [
        atlas.Spot(f"{key}-L{number}", each.name, each.lat, each.lon, len(each.mentions), each.kind in AREAS)
        for number, each in enumerate(record.places, start=1)
        if each.lat is not None and each.lon is not None
    ]
