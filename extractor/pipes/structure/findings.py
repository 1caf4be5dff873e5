"""What is known of a page before its head is read, and what the head says."""

from collections.abc import Callable
from typing import NamedTuple

from extractor.annotations import Region
from extractor.normalization.days import WrittenDay
from extractor.normalization.units import Unit
from extractor.pipes.structure.datelines import Dateline


class Head(NamedTuple):
    """What the head says. `days` in order; `body` is the index of the first paragraph of running text; `signed` the
    lines that name authors."""

    title: str | None
    publisher: str | None
    byline: str | None
    days: list[WrittenDay]
    dateline: tuple[Unit, Dateline] | None
    regions: list[Region]
    body: int
    signed: list[str]


class Page(NamedTuple):
    """What is known of the paragraphs besides their text: which are furniture, which is in a headline's present,
    which open with a place, which are first sentences that read like a headline, which are a person's name."""

    skipped: list[bool]
    present: Callable[[Unit], bool]
    place: Callable[[Unit], bool]
    glued: Callable[[Unit], bool]
    person: Callable[[Unit], bool]
