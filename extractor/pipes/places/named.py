"""A name in the text with the places of the map that it may mean."""

from typing import NamedTuple

from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.spots import Spot


class Named(NamedTuple):
    """A spot, its text, and its candidates."""

    spot: Spot
    name: str
    candidates: tuple[Entry, ...]
