"""A name in the text with the places of the map that it may mean."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.spots import Spot


class Named(NamedTuple):
    """A spot, its text, and its candidates."""

    spot: Spot
    name: str
    candidates: tuple[Entry, ...]


def in_full(named: Sequence[Named]) -> dict[int, Named]:
    """{index: the name in full} of bare names without candidates: "the Tayi" where the article has a Tayi River."""
    wholes: dict[str, Named] = {}
    for one in named:
        if one.spot.kind in ("facility", "natural") and " " in one.name:
            first, _, last = one.name.partition(" ")
            wholes.setdefault(last if first in BEFORE else one.name.rpartition(" ")[0], one)
    return {index: wholes[one.name] for index, one in enumerate(named) if not one.candidates and one.name in wholes}


def without_stems(named: Sequence[Named], ways: Collection[str]) -> list[Named]:
    """The names, a guessed one without candidates where it is short for a street or river: "along Chestnut".

    `ways` are the type words of those: "Greer" is not short for Greer Station.
    """
    streets = [one for one in named if one.spot.kind in ("facility", "natural") and _last(one) in ways]
    roads = {one.name.rpartition(" ")[0] for one in streets}
    return [one._replace(candidates=()) if one.spot.guessed and one.name in roads else one for one in named]


def _last(one: Named) -> str:
    return one.name.rpartition(" ")[2].lower()


BEFORE = ("Lake", "Mount", "River", "Cape")
"""Type words that stand before the name."""
