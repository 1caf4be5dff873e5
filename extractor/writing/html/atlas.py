"""The places on a map: outlines cut to where the places are, countries as areas, and a mark and a name for the rest."""

import math
from collections.abc import Iterable
from typing import NamedTuple

from extractor.writing.html import outlines
from extractor.writing.html.outlines import Box, Close, Frame

SMALL, LARGE = (480, 300), (960, 480)
"""Width and height of the map of one article, and of all of them, in its own units: pixels, where there is room."""
FAR = 70.0
"""Degrees across from which the coarse outlines serve that all maps of a page share."""
NARROWEST = 9.0
"""Degrees across the smallest map: less, and there is no border to know a place by."""
MARGIN = 1.35
NAMED = 200
"""Spots that may have their names beside them: on a map with more there is no room, and no time to look for it."""
LETTER = 7.6
"""The width of a letter of a name on the map, in its units; one in capitals or of another script takes more."""
TALL = 14


class Spot(NamedTuple):
    """What is to be on the map: where a click leads, the name, degrees, how often it is mentioned, whether it is an
    area rather than a point, and the ISO code of a country."""

    target: str
    name: str
    lat: float
    lon: float
    weight: int
    area: bool
    country: str | None = None


class Pin(NamedTuple):
    """A spot in the units of the map."""

    spot: Spot
    x: float
    y: float
    radius: float


class Area(NamedTuple):
    """A country with its path."""

    spot: Spot
    path: str


class Name(NamedTuple):
    """A name beside its spot, where it lies over no other name and no pin."""

    text: str
    x: float
    y: float
    anchor: str
    area: bool


class Map(NamedTuple):
    """The map: its size, outlines of its own (`close`) or how the shared ones are moved and scaled, what is on it."""

    width: int
    height: int
    transform: str
    close: Close | None
    areas: list[Area]
    pins: list[Pin]
    names: list[Name]


def atlas(spots: Iterable[Spot], size: tuple[int, int] = SMALL) -> Map | None:
    """The map of the spots that have a place on earth; None where there is none."""
    known = [spot for spot in spots if abs(spot.lat) <= 90 and abs(spot.lon) <= 180]
    if not known:
        return None
    frame, degrees = _frame(_extent(known), size)
    areas, pins = [], []
    for spot in sorted(known, key=lambda each: (each.area, -each.weight)):
        x, y = frame.at(spot.lon, spot.lat)
        path = outlines.area(spot.country, frame) if spot.country and outlines.known(spot.country) else ""
        if path:
            areas.append(Area(spot, path))
        pins.append((Pin(spot, round(x, 1), round(y, 1), round(3.5 + min(math.sqrt(spot.weight), 6.0), 1)), bool(path)))
    return Map(
        *size,
        _transform(frame),
        outlines.close(frame) if degrees < FAR else None,
        areas,
        [pin for pin, filled in pins if not filled],
        _names(pins, size),
    )


def _extent(known: list[Spot]) -> Box:
    """West, south, east and north of what must be on the map: of countries alone their land, else their middles."""
    codes = [spot.country for spot in known if spot.country and outlines.known(spot.country)]
    if len(codes) == len(known):
        boxes = [outlines.bounds(code) for code in codes]
    else:
        boxes = [(spot.lon, spot.lat, spot.lon, spot.lat) for spot in known]
    lons = [spot.lon for spot in known]
    lats = [spot.lat for spot in known]
    return (
        min(*lons, *(box[0] for box in boxes)),
        min(*lats, *(box[1] for box in boxes)),
        max(*lons, *(box[2] for box in boxes)),
        max(*lats, *(box[3] for box in boxes)),
    )


def _frame(extent: Box, size: tuple[int, int]) -> tuple[Frame, float]:
    """What of the world the map shows, and how many degrees of latitude would fit across it."""
    west, south, east, north = extent
    width, height = size
    shrink = max(math.cos(math.radians((south + north) / 2)), 0.3)
    across = max((east - west) * shrink * MARGIN, (north - south) * MARGIN * width / height, NARROWEST)
    if across > 360 * shrink or across * height / width > 180:
        shrink, across, middle = 1.0, 360.0, (0.0, 8.0)
    else:
        middle = ((west + east) / 2, _kept((south + north) / 2, across * height / width))
    scale = width / across
    left = width / 2 - (middle[0] + 180) * shrink * scale
    top = height / 2 - (90 - middle[1]) * scale
    return Frame(width, height, scale * shrink, scale, left, top), across


def _kept(middle: float, tall: float) -> float:
    """The middle moved so that the map does not reach beyond a pole."""
    return max(min(middle, 90 - tall / 2), tall / 2 - 90)


def _transform(frame: Frame) -> str:
    """How the outlines that maps share come to lie on this one; they have ten units a degree."""
    return f"matrix({frame.across / 10:.5f} 0 0 {frame.down / 10:.5f} {frame.left:.2f} {frame.top:.2f})"


def _names(pins: list[tuple[Pin, bool]], size: tuple[int, int]) -> list[Name]:
    """The names for which there is room, those of the heaviest spots first."""
    taken = _Taken()
    for pin, filled in pins:
        if not filled:
            taken.add(_dot(pin))
    names = []
    for pin, filled in pins[:NAMED]:
        own = None if filled else _dot(pin)
        for name, box in _choices(pin, filled):
            if _inside(box, size) and taken.free(box, but=own):
                names.append(name)
                taken.add(box)
                break
    return names


def _dot(pin: Pin) -> Box:
    return pin.x - 5, pin.y - 5, pin.x + 5, pin.y + 5


class _Taken:
    """What is taken of the map, found by the squares of a grid."""

    SQUARE = 40

    def __init__(self) -> None:
        self._squares: dict[tuple[int, int], list[Box]] = {}

    def add(self, box: Box) -> None:
        """Takes the box."""
        for square in self._of(box):
            self._squares.setdefault(square, []).append(box)

    def free(self, box: Box, *, but: Box | None) -> bool:
        """Whether nothing lies where the box would, but for one."""
        others = (other for square in self._of(box) for other in self._squares.get(square, ()))
        return not any(other != but and _over(box, other) for other in others)

    def _of(self, box: Box) -> Iterable[tuple[int, int]]:
        left, top, right, bottom = (int(edge // self.SQUARE) for edge in box)
        return ((across, down) for across in range(left, right + 1) for down in range(top, bottom + 1))


def _choices(pin: Pin, filled: bool) -> Iterable[tuple[Name, Box]]:
    """Where the name may stand: right, left, above or below a pin and in its corners; in the middle of an area."""
    x, y, radius, text = pin.x, pin.y, pin.radius, pin.spot.name
    long = sum(LETTER * (1.0 if character.islower() or character == " " else 1.45) for character in text)
    middles = [(x, y + 4)] if filled else []
    middles += [(x, y - radius - 4), (x, y + radius + 13), (x, y - radius - 16), (x, y + radius + 25)]
    sides = [] if filled else [(x + radius + 4, y + 4), (x + radius + 2, y - 7), (x + radius + 2, y + 15)]
    for left, base in sides:
        yield (
            Name(text, round(left, 1), round(base, 1), "start", pin.spot.area),
            (left - 1, base - 11, left + long, base + 3),
        )
        right = 2 * x - left
        yield (
            Name(text, round(right, 1), round(base, 1), "end", pin.spot.area),
            (right - long, base - 11, right + 1, base + 3),
        )
    for middle, base in middles:
        box = (middle - long / 2, base - 11, middle + long / 2, base + 3)
        yield Name(text, round(middle, 1), round(base, 1), "middle", pin.spot.area), box


def _inside(box: Box, size: tuple[int, int]) -> bool:
    return box[0] >= 2 and box[1] >= 2 and box[2] <= size[0] - 2 and box[3] <= size[1] - 2


def _over(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
