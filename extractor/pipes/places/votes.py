"""Votes of the article's places for one another: who is named with Waco and Lubbock is in Texas rather than in France.

Each name spreads one vote over its candidates as likely as they are; a candidate counts the votes cast for its country,
its division, its county and the ground around it, without those of its own name.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.weights import Weights

EARTH_KM = 6371.0
NEAR = 0.5
GROUND = 1.5
"""Degrees of a cell of ground, fine and coarse; a candidate hears the votes of its own and of the eight around it."""

Area = tuple[str, ...]
Cell = tuple[float, int, int]


class Heard(NamedTuple):
    """The votes that a place hears: for its country, its divisions, and its ground, fine and coarse."""

    country: float
    division: float
    county: float
    near: float
    ground: float


class Ballot:
    """The votes cast so far, by area and by ground."""

    def __init__(self) -> None:
        self._votes: dict[Area | Cell, float] = defaultdict(float)

    def cast(self, entries: Iterable[Entry], shares: Iterable[float], weight: float) -> None:
        """Spread a vote of this weight over the entries, by their shares."""
        for entry, share in zip(entries, shares, strict=True):
            if share < LEAST:
                continue
            for area in areas(entry):
                self._votes[area] += share * weight
            for cell in cells(entry):
                self._votes[cell] += share * weight

    def heard(self, entry: Entry, own: "Ballot") -> Heard:
        """The votes for an entry, without those that its own name has cast."""
        country, division, county = [*(self._without(area, own) for area in areas(entry)), 0.0, 0.0, 0.0][:3]
        near, ground = [*(self._around(cell, own) for cell in cells(entry)), 0.0, 0.0][:2]
        return Heard(country, division, county, near, ground)

    def _around(self, cell: Cell, own: "Ballot") -> float:
        size, row, column = cell
        return sum(self._without((size, row + up, column + right), own) for up in (-1, 0, 1) for right in (-1, 0, 1))

    def _without(self, place: Area | Cell, own: "Ballot") -> float:
        votes = self._votes.get(place)
        return max(0.0, votes - own._votes.get(place, 0.0)) if votes else 0.0


LEAST = 0.001
"""The smallest share of a vote that is counted; "Springfield" has dozens that are smaller."""


def areas(entry: Entry) -> tuple[Area, ...]:
    """The country, the first- and the second-order division that an entry speaks for."""
    if entry.country is None:
        return ()
    if entry.admin1_code is None:
        return ((entry.country,),)
    division = (entry.country, entry.admin1_code)
    if entry.admin2_code is None:
        return (entry.country,), division
    return (entry.country,), division, (*division, entry.admin2_code)


def cells(entry: Entry) -> tuple[Cell, ...]:
    """The cells of ground of a town or county, fine and coarse; none for what is larger, or nowhere."""
    if entry.lat is None or entry.lon is None or entry.kind in ("country", "continent", "admin1", "region"):
        return ()
    return (
        (NEAR, math.floor(entry.lat / NEAR), math.floor(entry.lon / NEAR)),
        (GROUND, math.floor(entry.lat / GROUND), math.floor(entry.lon / GROUND)),
    )


def weighed(heard: Heard, weights: Weights) -> float:
    """What the votes count; the second hundred for a country say less than the first."""
    votes = (
        weights.country * math.log1p(heard.country)
        + weights.division * math.log1p(heard.division)
        + weights.county * math.log1p(heard.county)
        + weights.near * math.log1p(heard.near)
        + weights.ground * math.log1p(heard.ground)
    )
    return min(votes, weights.most)


def distance(one: Entry, other: Entry) -> float:
    """Kilometres between two places on the globe; infinite where one has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    first, second = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((second - first) / 2) ** 2
    half += math.cos(first) * math.cos(second) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
