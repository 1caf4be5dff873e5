"""Which reports are of one incident: pairs that share a rare name, or a place and a few days, weighed by what speaks
for and against them, and put together by average linkage.

What each circumstance weighs stands in `models/links/incidents.csv`.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import NamedTuple

from extractor.store.link.members import LATE
from extractor.store.link.reports import RARE, Report, rare
from extractor.store.link.weights import probability, weights

ENOUGH = 0.5
CELL = 0.5
"""Degrees of a cell of the grid that near places share, with its neighbours."""
SPAN = 10
"""Days within which two reports of one place are looked at."""
MOST = 60
"""A block of more reports than this is cut by days: a name in so many is no help."""
DISTANCES = ((5.0, "within 5 km"), (25.0, "within 25 km"), (100.0, "within 100 km"))
DAYS = ((0, "same day"), (1, "a day apart"), (3, "three days apart"), (7, "a week apart"), (30, "a month apart"))
PUBLISHED = ((2, "printed within two days"), (7, "printed within a week"), (30, "printed within a month"))


class Incident(NamedTuple):
    """Reports of one incident, each with the probability and the reason that brought it in."""

    reports: list[Report]
    why: dict[str, tuple[float, str]]


def incidents(found: list[Report]) -> list[Incident]:
    """The incidents of a store: reports that are the main one of their article put together, then those beside the main
    one to the incident that they are most like."""
    main = sorted((report for report in found if report.main), key=_order)
    counts = rare(found)
    pairs = {pair: score(main[pair[0]], main[pair[1]], counts) for pair in candidates(main, counts)}
    return _linked(main, {pair: value for pair, value in pairs.items() if value[0] > -4.0})


def _order(report: Report) -> tuple[str, str, str]:
    return report.published, report.article, report.id


def candidates(found: list[Report], counts: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """The pairs that are looked at, each once, in order."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for place, report in enumerate(found):
        for name in report.people | report.spots | report.organizations:
            if 1 < counts[name] <= RARE:
                blocks[name].append(place)
        blocks[report.sha256].append(place)
        for cell in _cells(report):
            for window in _windows(report):
                blocks[cell, window].append(place)
    pairs: set[tuple[int, int]] = set()
    for _, places in sorted(blocks.items(), key=lambda item: str(item[0])):
        pairs.update(combinations(places[:MOST], 2))
    return iter(sorted(pairs))


def _cells(report: Report) -> list[tuple[int, int]]:
    """The cells of the grid around a report's place."""
    if report.point is None:
        return []
    row, column = (math.floor(each / CELL) for each in report.point)
    return [(row + down, column + right) for down in (0, 1) for right in (0, 1)]


def _windows(report: Report) -> list[int]:
    """The stretches of days that a report is in, two of them, so that near days share one."""
    day = report.low or (report.published if report.published != LATE else None)
    if day is None:
        return [0]
    number = date.fromisoformat(day).toordinal()
    return [number // SPAN, (number + SPAN // 2) // SPAN + 10**6]


def circumstances(one: Report, other: Report, counts: Mapping[str, int]) -> list[str]:
    """What speaks for and against two reports being of one incident, by the names of the table."""
    found = ["bias", _step(_apart(one.point, other.point), DISTANCES, "far", "place unknown")]
    found.append(_step(_days(one, other), DAYS, "days far apart", "day unknown"))
    found.append(_step(_printed(one, other), PUBLISHED, "printed far apart", "print unknown"))
    found += _shared(one, other, counts)
    found += _tolls(one, other)
    if one.sha256 == other.sha256:
        found.append("same text")
    if one.kind and other.kind:
        found.append("same kind" if one.kind == other.kind else "other kind")
    return found


def _shared(one: Report, other: Report, counts: Mapping[str, int]) -> Iterator[str]:
    """The rare names that two reports have in common."""
    for kind, shared in (
        ("person", one.people & other.people),
        ("organization", one.organizations & other.organizations),
        ("spot", one.spots & other.spots),
    ):
        known = sum(1 for name in shared if counts[name] <= RARE)
        if known:
            yield f"{kind} shared" if known == 1 else f"{kind}s shared"
    if one.people and other.people and not one.people & other.people:
        yield "nobody shared"


def _tolls(one: Report, other: Report) -> Iterator[str]:
    """How near the counts of the dead and of the wounded are."""
    for role in ("killed", "wounded"):
        here, there = one.value(role), other.value(role)
        if here is not None and there is not None:
            apart = abs(here - there)
            yield f"{role} same" if apart == 0 else f"{role} near" if apart == 1 else f"{role} other"


def score(one: Report, other: Report, counts: Mapping[str, int]) -> tuple[float, str]:
    """The sum of the weights, and the circumstance that weighs most for it."""
    known = weights("incidents")
    found = circumstances(one, other, counts)
    return sum(known[name] for name in found), max(found, key=lambda name: (known[name], name))


def _step(value: float | None, steps: tuple[tuple[float, str], ...], beyond: str, unknown: str) -> str:
    if value is None:
        return unknown
    return next((name for limit, name in steps if value <= limit), beyond)


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points of latitude and longitude."""
    lat1, lon1, lat2, lon2 = (math.radians(each) for each in (*one, *other))
    part = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, part)))


def _apart(one: tuple[float, float] | None, other: tuple[float, float] | None) -> float | None:
    return None if one is None or other is None else distance(one, other)


def _days(one: Report, other: Report) -> int | None:
    """The days between the stretches that two incidents may have happened in."""
    if not (one.low and one.high and other.low and other.high):
        return None
    first, second = sorted(((one.low, one.high), (other.low, other.high)))
    return max(0, (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days)


def _printed(one: Report, other: Report) -> int | None:
    if LATE in {one.published, other.published}:
        return None
    return abs((date.fromisoformat(one.published) - date.fromisoformat(other.published)).days)


def _linked(found: list[Report], pairs: Mapping[tuple[int, int], tuple[float, str]]) -> list[Incident]:
    """Average linkage over the pairs; a pair that was not looked at is far apart."""
    groups: dict[int, list[int]] = {place: [place] for place in range(len(found))}
    home = {place: place for place in range(len(found))}
    why = {report.id: (1.0, "first report") for report in found}
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), (value, _) in pairs.items():
        links[one][other] = links[other][one] = value
    waiting = sorted(pairs, key=lambda pair: (-pairs[pair][0], pair))
    for pair in waiting:
        if probability(pairs[pair][0]) < ENOUGH:
            break
        one, other = (home[place] for place in pair)
        if one == other or _average(groups[one], groups[other], links) < 0.0:
            continue
        first, second = sorted((one, other))
        for place in groups[second]:
            home[place] = first
            if len(groups[second]) == 1 or place in pair:
                why[found[place].id] = (probability(pairs[pair][0]), pairs[pair][1])
        groups[first] += groups.pop(second)
    return [Incident([found[place] for place in sorted(groups[key])], why) for key in sorted(groups)]


UNSEEN = -2.0
"""What a pair weighs that shares neither a rare name nor place and days."""


def _average(one: list[int], other: list[int], links: Mapping[int, Mapping[int, float]]) -> float:
    values = [links[first].get(second, UNSEEN) if first in links else UNSEEN for first in one for second in other]
    return sum(max(-6.0, min(6.0, value)) for value in values) / len(values)
