"""The outlines of the world, cut to what a map shows: land, borders, states, and countries as areas.

A map of a large part of the world uses the two paths that the page holds once. A map at close range, and every country
that is drawn as an area, gets paths of its own, in whole pixels of the map.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from extractor import locate

UNITS = 50
"""Units of the close outlines a degree."""
OVER = 6.0
"""Pixels around the map that are drawn too, so that no line of the edge shows."""
SMALLEST = 1.2
"""Pixels across: what is smaller is left out."""

Point = tuple[float, float]
Box = tuple[float, float, float, float]


class Frame(NamedTuple):
    """What of the world a map shows: its size in pixels, pixels a degree of each axis, and where 180° W, 90° N is."""

    width: int
    height: int
    across: float
    down: float
    left: float
    top: float

    def at(self, lon: float, lat: float) -> Point:
        """Where a point of the world is on the map."""
        return (lon + 180) * self.across + self.left, (90 - lat) * self.down + self.top


class Close(NamedTuple):
    """The paths of a map at close range."""

    land: str
    borders: str
    states: str


class _Line(NamedTuple):
    """A line in degrees east of 180° W and south of 90° N, with its bounds."""

    points: list[Point]
    box: Box


@cache
def far() -> Mapping[str, str]:
    """The paths of land and borders for maps of large parts of the world, and where they come from."""
    found: dict[str, str] = _read("outlines.json")
    return found


@cache
def _close() -> Mapping[str, Any]:
    made = _read("close.json")
    return {
        "countries": {code: [_line(ring) for ring in rings] for code, rings in made["countries"].items()},
        "borders": [_line(line) for line in made["borders"]],
        "states": [_line(line) for line in made["states"]],
    }


def _read(name: str) -> Any:  # noqa: ANN401, JSON
    return json.loads((locate.models() / "world" / name).read_text(encoding="utf-8"))


def _line(steps: list[int]) -> _Line:
    x, y = 0, 0
    points = []
    for at in range(0, len(steps), 2):
        x, y = x + steps[at], y + steps[at + 1]
        points.append((x / UNITS, y / UNITS))
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return _Line(points, (min(xs), min(ys), max(xs), max(ys)))


def known(country: str) -> bool:
    """Whether there is an outline of the country with this ISO code."""
    return country in _close()["countries"]


def bounds(country: str) -> Box:
    """West, south, east and north of the country's largest piece, in degrees."""
    west, north, east, south = max(_close()["countries"][country], key=_extent).box
    return west - 180, 90 - south, east - 180, 90 - north


def _extent(line: _Line) -> float:
    west, north, east, south = line.box
    return (east - west) * (south - north)


def area(country: str, frame: Frame) -> str:
    """The path of a country on the map; empty where nothing of it shows."""
    return _rings(_close()["countries"][country], frame)


@lru_cache(maxsize=64)
def close(frame: Frame) -> Close:
    """The paths of land, borders and states on the map."""
    found = _close()
    land = (ring for rings in found["countries"].values() for ring in rings)
    return Close(_rings(land, frame), _lines(found["borders"], frame), _lines(found["states"], frame))


def _shown(lines: Iterable[_Line], frame: Frame) -> Iterator[list[Point]]:
    """The lines whose bounds reach into the map, in its pixels."""
    for line in lines:
        west, north = frame.at(line.box[0] - 180, 90 - line.box[1])
        east, south = frame.at(line.box[2] - 180, 90 - line.box[3])
        across = west < frame.width + OVER and east > -OVER
        down = north < frame.height + OVER and south > -OVER
        if across and down and max(east - west, south - north) >= SMALLEST:
            yield [(x * frame.across + frame.left, y * frame.down + frame.top) for x, y in line.points]


def _rings(lines: Iterable[_Line], frame: Frame) -> str:
    return "".join(_path(_cut(points, frame), least=3, end="z") for points in _shown(lines, frame))


def _lines(lines: Iterable[_Line], frame: Frame) -> str:
    return "".join(_path(piece, least=2, end="") for points in _shown(lines, frame) for piece in _pieces(points, frame))


def _cut(points: list[Point], frame: Frame) -> list[Point]:
    """The ring cut to the map, edge by edge (Sutherland and Hodgman)."""
    edges = ((0, -OVER, 1), (0, frame.width + OVER, -1), (1, -OVER, 1), (1, frame.height + OVER, -1))
    for axis, edge, side in edges:
        inside: list[Point] = []
        for at, point in enumerate(points):
            before = points[at - 1]
            here, there = (point[axis] - edge) * side >= 0, (before[axis] - edge) * side >= 0
            if here != there:
                share = (edge - before[axis]) / (point[axis] - before[axis])
                inside.append(tuple(a + (b - a) * share for a, b in zip(before, point, strict=True)))  # type: ignore[arg-type]
            if here:
                inside.append(point)
        points = inside
    return points


def _pieces(points: list[Point], frame: Frame) -> Iterator[list[Point]]:
    """The pieces of a line whose points, or those next to them, are on the map."""
    piece: list[Point] = []
    before: Point | None = None
    for point in points:
        on = -OVER <= point[0] <= frame.width + OVER and -OVER <= point[1] <= frame.height + OVER
        if on and not piece and before is not None:
            piece.append(before)
        if on or piece:
            piece.append(point)
        if not on and piece:
            yield piece
            piece = []
        before = point
    yield piece


def _path(points: list[Point], *, least: int, end: str) -> str:
    """A path in whole pixels; nothing of what is too small to see."""
    kept: list[tuple[int, int]] = []
    for x, y in points:
        point = round(x), round(y)
        if not kept or point != kept[-1]:
            kept.append(point)
    if len(kept) < least:
        return ""
    steps = " ".join(f"{x - kept[at][0]} {y - kept[at][1]}" for at, (x, y) in enumerate(kept[1:]))
    return f"M{kept[0][0]} {kept[0][1]}l{steps.replace(' -', '-')}{end}"
