"""The places in words: what each is, and what it lies in."""

from typing import NamedTuple

from extractor.record import Place, Record
from extractor.writing import countries
from extractor.writing.marks import LETTERS
from extractor.writing.sureness import Sure, sure

AREAS = frozenset({"continent", "country", "admin1", "region"})
"""Kinds of places that a point on the map stands for only roughly."""


class Location(NamedTuple):
    """A place: its name, what and where it is, how often it is mentioned; `point` is empty where it is not resolved."""

    label: str
    name: str
    kind: str
    within: str
    point: str
    mentions: int
    rule: str
    sure: Sure


def places(record: Record) -> list[Location]:
    """The places, in order of first mention."""
    return [_location(place, number) for number, place in enumerate(record.places, start=1)]


def _location(place: Place, number: int) -> Location:
    country = countries.names().get(place.country or "", place.country or "")
    within = [part for part in dict.fromkeys((place.admin1, country)) if part and part != place.name]
    kind = (place.kind or "").replace("admin1", "state or province").replace("admin2", "county or district")
    point = "" if place.lat is None or place.lon is None else f"{place.lat:.2f}, {place.lon:.2f}"
    label = f"{LETTERS['places']}{number}"
    return Location(label, place.name, kind, ", ".join(within), point, len(place.mentions), place.rule, sure(place))
