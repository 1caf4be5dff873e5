"""Votes of the article's places for one another: who is named with Waco and Lubbock is in Texas rather than in France.

Each name spreads one vote over its candidates as likely as they are; a candidate counts the votes cast for its country,
its division and the ground around it, without those of its own name.
"""

import math
from collections import defaultdict
from collections.abc import Iterable

from extractor.pipes.places.gazetteer import Entry

EARTH_KM = 6371.0
CELL = 1.5
"""Degrees of a cell of ground; a candidate hears the votes of its own and of the eight around it."""

Area = tuple[str, ...]
Cell = tuple[int, int]


class Ballot:
    """The votes cast so far, by country, by division and by ground."""

    def __init__(self) -> None:
        self._areas: dict[Area, float] = defaultdict(float)
        self._cells: dict[Cell, float] = defaultdict(float)

    def cast(self, entries: Iterable[Entry], shares: Iterable[float], weight: float) -> None:
        """Spread a vote of this weight over the entries, by their shares."""
        for entry, share in zip(entries, shares, strict=True):
            for area in areas(entry):
                self._areas[area] += share * weight
            cell = cell_of(entry)
            if cell is not None:
                self._cells[cell] += share * weight

    def heard(self, entry: Entry, own: "Ballot") -> tuple[float, float, float]:
        """(country, division, ground): the votes for them, without those that its own name has cast."""
        country = division = 0.0
        for area in areas(entry):
            votes = max(0.0, self._areas[area] - own._areas[area])
            country, division = (votes, division) if len(area) == 1 else (country, max(division, votes))
        cell = cell_of(entry)
        ground = 0.0
        if cell is not None:
            for row in (-1, 0, 1):
                for column in (-1, 0, 1):
                    near = (cell[0] + row, cell[1] + column)
                    if near in self._cells:
                        ground += max(0.0, self._cells[near] - own._cells.get(near, 0.0))
        return country, division, ground


def areas(entry: Entry) -> tuple[Area, ...]:
    """The country and the first-order division that an entry speaks for."""
    if entry.country is None:
        return ()
    if entry.admin1_code is None:
        return ((entry.country,),)
    return ((entry.country,), (entry.country, entry.admin1_code))


def cell_of(entry: Entry) -> Cell | None:
    """The cell of ground of a town or county; None for what is larger than a cell, or nowhere."""
    if entry.lat is None or entry.lon is None or entry.kind in ("country", "continent", "admin1", "region"):
        return None
    return int(entry.lat // CELL), int(entry.lon // CELL)


def distance(one: Entry, other: Entry) -> float:
    """Kilometres between two places on the globe; infinite where one has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    first, second = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((second - first) / 2) ** 2
    half += math.cos(first) * math.cos(second) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
