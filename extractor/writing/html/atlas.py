"""The places on a map: outlines of land and borders, cut to where the places are, and a mark for each of them."""

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from extractor import locate

SMALL, LARGE = (480, 300), (960, 480)
"""Width and height of the map of one article, and of all of them, in its own units: pixels, where there is room."""
UNITS = 10
"""Units of the outlines a degree."""
NARROWEST = 34.0
"""Degrees across the smallest map: less, and outlines as coarse as these show nothing to know a place by."""
MARGIN = 1.35
NAMED = 200
"""Pins that may have their names beside them: on a map with more there is no room, and no time to look for it."""
LETTER = 7.4
"""The width of a letter of a name on the map, in its units."""

Box = tuple[float, float, float, float]


class Spot(NamedTuple):
    """What is to be on the map: where a click leads, the name, degrees, how often it is mentioned, and whether it is an
    area rather than a point."""

    target: str
    name: str
    lat: float
    lon: float
    weight: int
    area: bool


class Pin(NamedTuple):
    """A spot in the units of the map, with the name's place and end, "" where it would lie over another name."""

    spot: Spot
    x: float
    y: float
    radius: float
    name_x: float
    name_y: float
    anchor: str


class Map(NamedTuple):
    """The map: its size, how the outlines are moved and scaled, and the pins."""

    width: int
    height: int
    transform: str
    pins: list[Pin]


@cache
def outlines() -> Mapping[str, str]:
    """The paths of land and borders, and where they come from."""
    found: dict[str, str] = json.loads((locate.models() / "world" / "outlines.json").read_text(encoding="utf-8"))
    return found


def atlas(spots: Iterable[Spot], size: tuple[int, int] = SMALL) -> Map | None:
    """The map of the spots that have a place on earth; None where there is none."""
    known = [spot for spot in spots if abs(spot.lat) <= 90 and abs(spot.lon) <= 180]
    if not known:
        return None
    width, height = size
    west, east = min(spot.lon for spot in known), max(spot.lon for spot in known)
    south, north = min(spot.lat for spot in known), max(spot.lat for spot in known)
    shrink = max(math.cos(math.radians((south + north) / 2)), 0.3)
    across = max((east - west) * shrink * MARGIN, (north - south) * MARGIN * width / height, NARROWEST)
    if across > 360 * shrink or across * height / width > 180:
        shrink, across, middle = 1.0, 360.0, (0.0, 8.0)
    else:
        middle = ((west + east) / 2, _kept((south + north) / 2, across * height / width))
    scale = width / across
    left = width / 2 - (middle[0] + 180) * shrink * scale
    top = height / 2 - (90 - middle[1]) * scale
    transform = f"matrix({scale * shrink / UNITS:.5f} 0 0 {scale / UNITS:.5f} {left:.2f} {top:.2f})"
    placed = [(spot, (spot.lon + 180) * shrink * scale + left, (90 - spot.lat) * scale + top) for spot in known]
    return Map(width, height, transform, _pins(placed, size))


def _kept(middle: float, tall: float) -> float:
    """The middle moved so that the map does not reach beyond a pole."""
    return max(min(middle, 90 - tall / 2), tall / 2 - 90)


def _pins(placed: list[tuple[Spot, float, float]], size: tuple[int, int]) -> list[Pin]:
    """The pins, the heaviest first, each with its name where there is room for it."""
    ordered = sorted(placed, key=lambda found: (found[0].area, -found[0].weight))
    taken = [(x - 5, y - 5, x + 5, y + 5) for _, x, y in ordered]
    pins = []
    for place, (spot, x, y) in enumerate(ordered):
        radius = 3.5 + min(math.sqrt(spot.weight), 6.0)
        long = len(spot.name) * LETTER
        others = taken[:place] + taken[place + 1 :] if place < NAMED else []
        choices = (
            (x + radius + 4, y + 4, "start", (x + radius + 3, y - 7, x + radius + 4 + long, y + 7)),
            (x - radius - 4, y + 4, "end", (x - radius - 4 - long, y - 7, x - radius - 3, y + 7)),
            (x, y - radius - 4, "middle", (x - long / 2, y - radius - 16, x + long / 2, y - radius - 2)),
            (x, y + radius + 13, "middle", (x - long / 2, y + radius + 2, x + long / 2, y + radius + 15)),
        )
        free = [
            choice
            for choice in choices
            if _inside(choice[3], size) and not any(_over(choice[3], box) for box in others)
        ]
        name_x, name_y, anchor, box = free[0] if free else (x, y, "", (x, y, x, y))
        if anchor:
            taken.append(box)
        pins.append(Pin(spot, round(x, 1), round(y, 1), round(radius, 1), round(name_x, 1), round(name_y, 1), anchor))
    return pins


def _inside(box: Box, size: tuple[int, int]) -> bool:
    return box[0] >= 2 and box[1] >= 2 and box[2] <= size[0] - 2 and box[3] <= size[1] - 2


def _over(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
