"""The town in which a facility stands that the map lacks: "Islamabad's Red Mosque", "Torven Station in York"."""

from collections.abc import Sequence

from extractor.pipes.places.beside import OWNING, Beside
from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.named import Named

NEAR = 400
"""Characters within which a town named before a facility is taken for its own."""
TOWNS = ("city", "admin2")


def hosts(named: Sequence[Named], senses: Sequence[Entry | None], text: str, beside: Beside) -> list[Entry | None]:
    """For each spot its town, where it is a facility that nobody knows; None else."""
    found: list[Entry | None] = [None] * len(named)
    for index, one in enumerate(named):
        if senses[index] is None and (one.spot.kind == "facility" or one.spot.rule == "base:FAC"):
            found[index] = _host(named, senses, text, index, beside)
    return found


def _host(
    named: Sequence[Named], senses: Sequence[Entry | None], text: str, index: int, beside: Beside
) -> Entry | None:
    """What owns it, what it is said to be in, else the town named last before it, else the article's first."""
    spot = named[index].spot
    before = senses[index - 1] if index else None
    if before and OWNING.match(text[named[index - 1].spot.end : spot.start]):
        return before
    after = senses[index + 1] if index + 1 < len(named) else None
    if after and beside.relation(text[spot.end : named[index + 1].spot.start]) == "inside":
        return after
    for other in range(index - 1, -1, -1):
        place = senses[other]
        if spot.start - named[other].spot.end > NEAR:
            break
        if place is not None and place.kind in TOWNS:
            return place
    first = senses[0] if named[0].spot.rule == "places:dateline" else None
    return first if first is not None and first.kind in TOWNS else None
