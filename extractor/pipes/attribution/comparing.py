"""Whether two figures may be about the same: what they count, where and when."""

from collections.abc import Callable
from datetime import date

from extractor.annotations import DateFound
from extractor.pipes.attribution.counted import Counted, Surroundings

LOOSE = frozenset({"region", "natural", "other"})
"""Kinds of places that may hold any other of their country or lie in it."""
PEOPLE = "person"
DAYS = 1
"""Length of what may have begun in the night before: March and April are two months."""
WIDE = frozenset({"admin1", "admin2", "region", "natural"})


def comparable(one: Counted, other: Counted, around: Surroundings) -> bool:
    """Whether both may be about the same: not "Iraqi soldiers" and "French soldiers", not two towns or days."""
    return not any(apart(one, other, around) for _, apart in APART)


def _other_sort(one: Counted, other: Counted, around: Surroundings) -> bool:  # noqa: ARG001 - all are asked alike
    return bool(one.described and other.described and one.described.isdisjoint(other.described))


def _other_ground(one: Counted, other: Counted, around: Surroundings) -> bool:
    told = one.where and other.where
    return bool(told) and not any(one_ground(around, p, q) for p in one.where for q in other.where)


def _other_time(one: Counted, other: Counted, around: Surroundings) -> bool:
    told, dates = one.when and other.when, around.dates
    return bool(told) and not any(one_time(dates[p], dates[q]) for p in one.when for q in other.when)


def _other_person(one: Counted, other: Counted, around: Surroundings) -> bool:  # noqa: ARG001
    a, b = one.figure, other.figure
    return a["kind"] == "age" and (a["person"] is None or a["person"] != b["person"])


def _other_role(one: Counted, other: Counted, around: Surroundings) -> bool:  # noqa: ARG001
    a, b = one.figure["role"], other.figure["role"]
    return a != b and a is not None and b is not None


APART: tuple[tuple[str, Callable[[Counted, Counted, Surroundings], bool]], ...] = (
    ("of another sort", _other_sort),
    ("elsewhere", _other_ground),
    ("at another time", _other_time),
    ("another's age", _other_person),
    ("in another role", _other_role),
)
"""What keeps two figures apart."""


def one_ground(around: Surroundings, one: int, other: int) -> bool:
    """Whether two places may be one, or one lies in the other: "Lima" and "Peru", not "Lima" and "Cusco"."""
    if one == other:
        return True
    a, b = around.places[one], around.places[other]
    if a["country"] is None or b["country"] is None:
        return "continent" in (a["kind"], b["kind"]) or a["kind"] in LOOSE or b["kind"] in LOOSE
    if a["country"] != b["country"]:
        return False
    if "country" in (a["kind"], b["kind"]):
        return True
    wide = [place for place in (a, b) if place["kind"] in WIDE]
    return bool(wide) and (a["admin1"] == b["admin1"] or a["admin1"] is None or b["admin1"] is None)


def one_time(one: DateFound, other: DateFound) -> bool:
    """Whether two dates may be one: at most a day apart, for what began in the night; by value where unresolved."""
    spans = (one["earliest"], one["latest"], other["earliest"], other["latest"])
    if any(day is None for day in spans):
        return one["value"] == other["value"] or one["value"] is None or other["value"] is None
    first, last, begin, end = (date.fromisoformat(day[:10]).toordinal() for day in spans if day)
    night = 1 if max(last - first, end - begin) <= DAYS else 0
    return begin <= last + night and first <= end + night


def one_thing(one: Counted, other: Counted) -> bool:
    """Whether both count one sort of people, in one word; people of no sort where the text leaves the word out."""
    return (one.thing or PEOPLE) == (other.thing or PEOPLE) or (one.sort is not None and one.sort == other.sort)


def things_agree(one: Counted, other: Counted) -> bool:
    """Whether both may count the same: one word, "the four" for any; "two died" is "two sons died", not "his sons"."""
    if one.thing == other.thing:
        return True
    if one.thing is None or other.thing is None:
        return True
    roles = {one.figure["role"], other.figure["role"]}
    return other.thing == "person" or (one.thing == "person" and len(roles) == 1 and None not in roles)
