"""How far two places are from each other: places are weighed by it, and where an event was."""

from math import asin, cos, inf, radians, sin, sqrt

EARTH = 6371.0
"""Kilometres from the middle to the ground."""

Point = tuple[float | None, float | None]
"""Latitude and longitude in degrees; None where nobody knows."""


def kilometres(one: Point, other: Point) -> float:
    """The way over ground between two points; infinite where one is not known."""
    (lat, lon), (other_lat, other_lon) = one, other
    if lat is None or lon is None or other_lat is None or other_lon is None:
        return inf
    first, second = radians(lat), radians(other_lat)
    half = sin((second - first) / 2) ** 2
    half += cos(first) * cos(second) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))
