"""Counts of one incident by everybody who gives one, and which of them can't be true together.

A contradiction is of two counts of one role by two reports: `revised` where one source, or one paper, counts anew on a
later day; `part` where one is said to be a part of another; `disputed` where two sources differ at the same time.
Copies of one text, and counts that only differ in how exact they are, contradict nothing.
"""

import math
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from extractor.store.link.members import LATE
from extractor.store.link.reports import Claim, Report

MOST = 400
"""Claims of an incident and role that are compared: the earliest of more."""
AT_ONCE = 2
"""Days within which two counts are of the same time."""


class Given(NamedTuple):
    """A claim with its report and a name of its own."""

    id: str
    report: Report
    claim: Claim


def given(reports: list[Report]) -> list[Given]:
    """All claims of an incident in the order of print."""
    ordered = sorted(reports, key=lambda report: (report.published, report.article, report.id))
    return [
        Given(f"{report.id}:{position}", report, claim)
        for report in ordered
        for position, claim in enumerate(report.claims, start=1)
    ]


def contradictions(found: list[Given]) -> Iterator[tuple[str, str, str]]:
    """The pairs that can't be true together, the earlier first, and their kind."""
    roles = sorted({each.claim.role for each in found})
    for role in roles:
        first: dict[str, Given] = {}
        for each in found:
            if each.claim.role == role and each.report.main:
                first.setdefault(each.report.sha256, each)  # the count that the report is about, of copies one
        for one, other in combinations(list(first.values())[:MOST], 2):
            kind = _kind(one, other)
            if kind is not None:
                yield one.id, other.id, kind


def _kind(one: Given, other: Given) -> str | None:
    low, high = _span(one.claim)
    low2, high2 = _span(other.claim)
    if (low <= high2 and low2 <= high) or _counted_otherwise(one, other) or _counted_otherwise(other, one):
        return None
    gap = _gap(one.report, other.report)
    if gap is None or gap <= AT_ONCE:
        disputed = _source(one) and _source(other) and _source(one) != _source(other)
        return "disputed" if disputed else "revised" if gap and _is_one_voice(one, other) else None
    return "revised" if low2 > high or _is_one_voice(one, other) else None  # a smaller one is of a part of them


def _is_one_voice(one: Given, other: Given) -> bool:
    """Whether two counts are of one source, or of one paper."""
    source, paper = _source(one), one.report.publisher
    return bool(source and source == _source(other)) or bool(paper and paper == other.report.publisher)


def _counted_otherwise(one: Given, other: Given) -> bool:
    """Whether two counts differ in whom they count: "five were shot" has the dead in it that "one was killed and four
    wounded" counts apart, and one paper's seven dead are another's six and the gunman."""
    value, second = one.claim.value, other.claim.value
    if value is None or second is None:
        return False
    if one.claim.role == "killed":
        papers = {one.report.publisher, other.report.publisher}
        return value - second == 1 and _source(one) != _source(other) and len(papers - {""}) != 1
    dead = other.report.value("killed")
    return one.claim.role in {"wounded", "shot"} and dead is not None and value == second + dead


def _source(one: Given) -> str:
    return one.claim.entity or (one.claim.source or "").casefold()


def _span(claim: Claim) -> tuple[float, float]:
    """All that a count allows: "at least 20" is 20 or more, "about 20" a tenth to either side."""
    low = claim.low if claim.low is not None else claim.value if claim.value is not None else 0.0
    high = claim.high if claim.high is not None else claim.value if claim.value is not None else math.inf
    if claim.bound in {">", ">="}:
        high = math.inf
    elif claim.bound in {"<", "<="}:
        low = 0.0
    elif claim.bound == "~":
        low, high = low * 0.9, high * 1.1
    return low, high


def _gap(one: Report, other: Report) -> int | None:
    if LATE in {one.published, other.published}:
        return None
    return abs((date.fromisoformat(other.published) - date.fromisoformat(one.published)).days)
