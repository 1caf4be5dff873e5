"""Lists of places, which are of one kind: in "Oregon, Washington and Idaho" Washington is a state."""

import re
from collections.abc import Sequence

from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.named import Named

BETWEEN = re.compile(r"(?:,|;|/|,? and|,? or)\s(?:in\s)?(?:the\s)?")
KINDS = ("country", "admin1")
"""The kinds that lists keep to: towns and islands stand among countries, a state does not."""


def lists(named: Sequence[Named], text: str) -> list[range]:
    """The runs of names with only commas and conjunctions between them, as ranges of indices."""
    found = []
    start = 0
    for index in range(1, len(named) + 1):
        if index == len(named) or not BETWEEN.fullmatch(text, named[index - 1].spot.end, named[index].spot.start):
            if index - start > 1:
                found.append(range(start, index))
            start = index
    return found


def told_by_lists(named: Sequence[Named], runs: Sequence[range]) -> dict[int, dict[Entry, float]]:
    """{index: {candidate: the share of the list's other names that may be of its kind, as states of its country}}."""
    told: dict[int, dict[Entry, float]] = {}
    for run in runs:
        kinds = [_kinds(named[index]) for index in run]
        for at, index in enumerate(run):
            others = kinds[:at] + kinds[at + 1 :]
            told[index] = {
                entry: sum(_like(entry) in other for other in others) / len(others)
                for entry in named[index].candidates
                if entry.kind in KINDS
            }
    return told


def _kinds(one: Named) -> set[tuple[str, str | None]]:
    return {_like(entry) for entry in one.candidates if entry.kind in KINDS and entry.via != "alternate"}


def _like(entry: Entry) -> tuple[str, str | None]:
    return entry.kind, entry.country if entry.kind == "admin1" else None
