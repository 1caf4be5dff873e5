"""The place in which a facility stands that the map lacks: "Islamabad's Red Mosque", "Torven Station in York"."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from extractor.pipes.places.beside import OWNING, Beside
from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.named import Named

NEAR = 400
"""Characters within which a town named before a facility is taken for its own."""
TOWNS = ("city", "admin2")
STANDING = ("facility", "other")
"""Kinds that stand in a place: buildings, roads, parks and quarters."""
SENTENCE = re.compile(r"[.!?][\s”\"'’)]|\n")


class Host(NamedTuple):
    """Where a facility is; `told` is whether the text says so, and not only names a town before it."""

    place: Entry
    told: bool


class Around(NamedTuple):
    """The names with their senses, the text, and what joins two names."""

    named: Sequence[Named]
    senses: Sequence[Entry | None]
    text: str
    beside: Beside


def hosts(named: Sequence[Named], senses: Sequence[Entry | None], text: str, beside: Beside) -> list[Host | None]:
    """For each spot what holds it, where it is a facility; None else, and where nothing tells."""
    around = Around(named, senses, text, beside)
    return [_host(around, index) if _stands(one, senses[index]) else None for index, one in enumerate(named)]


def _stands(one: Named, sense: Entry | None) -> bool:
    kind = sense.kind if sense is not None else one.spot.kind
    return kind in STANDING or (sense is None and one.spot.built)


def _host(around: Around, index: int) -> Host | None:
    """The first of the steps that tells."""
    for told, step in STEPS:
        place = step(around, index)
        if place is not None:
            return Host(place, told)
    return None


def _owner(around: Around, index: int) -> Entry | None:
    """ "Islamabad's Red Mosque"."""
    before = around.senses[index - 1] if index else None
    gap = around.text[around.named[index - 1].spot.end : around.named[index].spot.start] if index else ""
    return before if before is not None and OWNING.match(gap) else None


def _holder(around: Around, index: int) -> Entry | None:
    """ "Torven Station in York", "the Torven Hotel, York", "Torven Park in the village of Elm"."""
    after = around.senses[index + 1] if index + 1 < len(around.named) else None
    if after is None or after.kind in STANDING:
        return None
    gap = around.text[around.named[index].spot.end : around.named[index + 1].spot.start]
    return after if around.beside.relation(gap) == "inside" else None


def _in_sentence(around: Around, index: int) -> Entry | None:
    """ "In York, the fire reached Torven Station": the town named last before it in its sentence."""
    place = _before(around, index)
    if place is None:
        return None
    entry, end = place
    return entry if SENTENCE.search(around.text, end, around.named[index].spot.start) is None else None


def _nearby(around: Around, index: int) -> Entry | None:
    """The town named last before it, not too far back."""
    place = _before(around, index)
    return place[0] if place is not None else None


def _before(around: Around, index: int) -> tuple[Entry, int] | None:
    """The town named last before a spot, and where its name ends."""
    start = around.named[index].spot.start
    for other in range(index - 1, -1, -1):
        sense, end = around.senses[other], around.named[other].spot.end
        if start - end > NEAR:
            return None
        if sense is not None and sense.kind in TOWNS:
            return sense, end
    return None


def _dateline(around: Around, _index: int) -> Entry | None:
    """The town of the dateline."""
    first = around.senses[0] if around.named[0].spot.opens else None
    return first if first is not None and first.kind in TOWNS else None


STEPS: tuple[tuple[bool, Callable[[Around, int], Entry | None]], ...] = (
    (True, _owner),
    (True, _holder),
    (True, _in_sentence),
    (False, _nearby),
    (False, _dateline),
)
"""Whether the text says so, and what tells; the first that does wins."""
