"""Writes `outlines.json`, the land and the borders of the map in pages, from Natural Earth as npm carries it.

Run from the top of the repository, with the package unpacked (it is needed for nothing else):

    npm pack world-atlas@2.0.2 && tar -xzf world-atlas-2.0.2.tgz package/countries-110m.json
    python models/world/build_outlines.py package/countries-110m.json

The same package gives the same bytes. A line is a path of SVG in tenths of a degree, x to the east of 180° W, y to the
south of 90° N; a border is there once, however many countries share it.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PACKAGE = "world-atlas@2.0.2"
UNITS = 10
"""Units of the map a degree: as exact as 1:110 million is."""

AROUND = 360 * UNITS

Point = tuple[int, int]


def outlines(topology: dict[str, Any]) -> dict[str, str]:
    """The paths of land and of borders between countries."""
    arcs = [list(_points(arc, topology["transform"])) for arc in topology["arcs"]]
    land = [ring for geometry in topology["objects"]["land"]["geometries"] for ring in _rings(geometry)]
    used = Counter(
        number if number >= 0 else ~number
        for country in topology["objects"]["countries"]["geometries"]
        for ring in _rings(country)
        for number in ring
    )
    shared = [arcs[number] for number, times in sorted(used.items()) if times > 1]
    return {
        "land": "".join(_path(part, closed=True) for ring in land for part in _unwrapped(_joined(ring, arcs))),
        "borders": "".join(_path(arc, closed=False) for arc in shared),
    }


def _points(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """An arc's points in the units of the map; the steps added up, those that lead nowhere dropped."""
    (across, up), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    before = None
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        point = round((x * across + west + 180) * UNITS), round((90 - y * up - south) * UNITS)
        if point != before:
            yield point
        before = point


def _rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """The rings of a polygon, or of several, as numbers of arcs; a negative one is an arc run backwards."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        yield from polygon


def _joined(ring: Iterable[int], arcs: list[list[Point]]) -> list[Point]:
    joined: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        joined += arc[1:] if joined else arc
    return joined


def _unwrapped(ring: list[Point]) -> Iterator[list[Point]]:
    """The ring, without a line across the map where it crosses 180°: once as it goes on beyond the map's edge, and once
    more where the part beyond comes in at the other edge. Antarctica, which goes round, is closed along the bottom."""
    turns, whole = 0, ring[:1]
    for (before_x, _), (x, y) in pairwise(ring):
        turns += (x - before_x < -AROUND // 2) - (x - before_x > AROUND // 2)
        whole.append((x + turns * AROUND, y))
    if turns:
        whole += [(whole[-1][0], AROUND // 2), (whole[0][0], AROUND // 2)]
    yield whole
    for shift in (AROUND, -AROUND):
        moved = [(x + shift, y) for x, y in whole]
        if any(0 < x < AROUND for x, _ in moved):
            yield moved


def _path(points: list[Point], *, closed: bool) -> str:
    """A path of relative steps; nothing for what is smaller than a unit."""
    if closed and points[0] == points[-1]:
        points = points[:-1]
    if len(points) < (3 if closed else 2):
        return ""
    steps = " ".join(f"{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in pairwise(points))
    return f"M{points[0][0]} {points[0][1]}l{steps.replace(' -', '-')}{'z' if closed else ''}"


def main(source: Path) -> None:
    """Writes the file beside this script."""
    made = {"source": f"Natural Earth 1:110m (public domain), from {PACKAGE} (ISC)"}
    made |= outlines(json.loads(source.read_text(encoding="utf-8")))
    (HERE / "outlines.json").write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
