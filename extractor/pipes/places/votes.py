"""Votes of the article's places for one another: who is named with Waco and Lubbock is in Texas rather than in France.

Each name spreads one vote over its candidates as likely as they are; a candidate counts the votes cast for its country,
its division, its county and the ground around it, without those of its own name.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

from extractor.annotations.globe import kilometres
from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.weights import Weights

NEAR = 0.5
GROUND = 1.5
"""Degrees of a cell of ground, fine and coarse; a candidate hears the votes of its own and of the eight around it."""

Area = tuple[str, ...]
Cell = tuple[float, int, int]


LEAST = 0.005
"""The smallest share of a vote that is counted; "Springfield" has dozens that are smaller."""
NEIGHBOURS = 0.5
"""Votes from near by that make a small town likely."""
STEPS = (-1, 0, 1)


class Heard(NamedTuple):
    """The votes that a place hears: for its country, its divisions, and its ground, fine and coarse."""

    country: float
    division: float
    county: float
    near: float
    ground: float


Marks = tuple[Area | None, Area | None, Area | None, Cell | None, Cell | None]
"""Where a place hears votes, in the order of `Heard`; None where it has no such area."""
Ballot = dict[Area | Cell, float]
"""The votes cast, by area and by ground."""


def cast(ballot: Ballot, marks: Iterable[Marks], shares: Iterable[float], weight: float) -> None:
    """Spread a vote of this weight over places, by their shares; very small shares are left out."""
    for mark, share in zip(marks, shares, strict=True):
        if share < LEAST:
            continue
        for place in mark:
            if place is not None:
                for near in (place,) if isinstance(place[0], str) else _around(place):
                    ballot[near] = ballot.get(near, 0.0) + share * weight


def heard(ballot: Ballot, own: Ballot, mark: Marks) -> Heard:
    """The votes for a place, without those that its own name has cast."""
    return Heard(
        *[max(0.0, votes - own.get(place, 0.0)) if place and (votes := ballot.get(place)) else 0.0 for place in mark]
    )


def marks_of(entry: Entry) -> Marks:
    """Where an entry hears votes: its country and divisions, and the cells of ground that it lies in.

    Votes are cast there too, and for the eight cells around each. A country, a state or a region has no ground: its
    middle is nobody's neighbour.
    """
    country = (entry.country,) if entry.country else None
    division = (entry.country, entry.admin1_code) if entry.country and entry.admin1_code else None
    county = (*division, entry.admin2_code) if division and entry.admin2_code else None
    if entry.lat is None or entry.lon is None or entry.kind in ("country", "continent", "admin1", "region"):
        return country, division, county, None, None
    near = (NEAR, math.floor(entry.lat / NEAR), math.floor(entry.lon / NEAR))
    ground = (GROUND, math.floor(entry.lat / GROUND), math.floor(entry.lon / GROUND))
    return country, division, county, near, ground


def _around(cell: Cell) -> list[Cell]:
    size, row, column = cell
    return [(size, row + up, column + right) for up in STEPS for right in STEPS]


def weighed(heard: Heard, weights: Weights, *, small: bool = False) -> float:
    """What the votes count; the second hundred for a country say less than the first.

    A `small` namesake of a famous town needs neighbours in the text: an article on London has not Boston, Lincolnshire.
    """
    votes = (
        weights.country * math.log1p(heard.country)
        + weights.division * math.log1p(heard.division)
        + weights.county * math.log1p(heard.county)
        + weights.near * math.log1p(heard.near)
        + weights.ground * math.log1p(heard.ground)
    )
    stranger = weights.stranger if small and heard.near + heard.county < NEIGHBOURS else 0.0
    return min(votes, weights.most) + stranger


def distance(one: Entry, other: Entry) -> float:
    """Kilometres between two places on the globe; infinite where one has no coordinates."""
    return kilometres((one.lat, one.lon), (other.lat, other.lon))
