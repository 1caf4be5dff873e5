"""What the reports of an incident say together: where and when it was, of what kind, how many victims by whose
count."""

from collections import Counter
from typing import NamedTuple

from extractor.store.link.incidents import Incident, distance
from extractor.store.link.members import LATE
from extractor.store.link.reports import CASUALTIES, Claim, Report

NEAR = 25.0
"""Kilometres within which two points are one place's."""


class Toll(NamedTuple):
    """A role's count: the least and the most that is said, and what most reports say, the later where as many do."""

    role: str
    low: float
    best: float
    high: float
    sources: int


class Facts(NamedTuple):
    """An incident in short; a day and a place are None where no report tells."""

    kind: str | None
    day_low: str | None
    day_high: str | None
    precision: str | None
    place: str | None
    point: tuple[float, float] | None
    place_kind: str | None
    tolls: tuple[Toll, ...]


def facts(incident: Incident) -> Facts:
    """The facts of an incident."""
    found = incident.reports
    kinds = Counter(report.kind for report in found if report.kind)
    low, high = _days(found)
    place = _place(found)
    return Facts(
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)) if kinds else None,
        day_low=low,
        day_high=high,
        precision=None if low is None else "day" if low == high else "range",
        place=place.place if place else None,
        point=place.point if place else None,
        place_kind=place.place_kind if place else None,
        tolls=tuple(toll for role in CASUALTIES if (toll := _toll(found, role)) is not None),
    )


def _days(found: list[Report]) -> tuple[str | None, str | None]:
    """The stretch of days that most reports name, the shortest of as many."""
    spans = Counter((report.low, report.high) for report in found if report.low and report.high)
    if not spans:
        return None, None
    return min(spans, key=lambda span: (span[0] != span[1], -spans[span], span))


def _place(found: list[Report]) -> Report | None:
    """The report whose point is near those of most others; without any, one that names a place."""
    placed = [report for report in found if report.point]
    if not placed:
        return next((report for report in found if report.place), None)

    def votes(report: Report) -> int:
        assert report.point is not None
        return sum(other.point is not None and distance(report.point, other.point) <= NEAR for other in placed)

    exact = Counter(report.point for report in placed)
    return min(placed, key=lambda report: (-votes(report), -exact[report.point], report.published, report.article))


def claims(found: list[Report]) -> list[tuple[Report, Claim]]:
    """All claims, in the order of print."""
    ordered = sorted(found, key=lambda report: (report.published, report.article, report.id))
    return [(report, claim) for report in ordered for claim in report.claims]


def _toll(found: list[Report], role: str) -> Toll | None:
    """What is said of a role: the first count of each report."""
    said = [(report, value) for report in found if (value := report.value(role)) is not None]
    if not said:
        return None
    counts = Counter(value for _, value in said)
    last = {value: report.published if report.published != LATE else "" for report, value in said}
    grows = role == "killed"  # of as many reports the greater count of the dead, whom nobody takes back, else the later
    best = max(counts, key=lambda value: (counts[value], "" if grows else last[value], value))
    values = [claim.value for _, claim in claims(found) if claim.role == role and claim.value is not None]
    sources = {claim.source or "" for _, claim in claims(found) if claim.role == role}
    return Toll(role, min(values), best, max(values), len(sources))
