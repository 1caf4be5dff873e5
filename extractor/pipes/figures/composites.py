"""Joins what two units say together: "6ft 2in", "9st 4lb", "15 dollars 50", "three years, two months and eleven days".

The value is in the largest unit.
"""

import re
from collections.abc import Iterable

from extractor import tables
from extractor.pipes.figures.measure import Measure, plain

GAP = re.compile(r",?\s?(?:and\s)?")
NO_MORE = re.compile(r"\s?(?:[.,;:!?)](?!\d)|\Z)|\s(?:for|to|each|a|per)\b")
"""Behind a part without its unit: nothing follows that it could count."""
APART = re.compile(r"\s(?:of|respectively|each)\b")
"""Behind stretches of time that are two: "two years, six months of which", "two years and six months respectively"."""
BETWEEN = re.compile(r"\b[Bb]etween\s\Z")
JOINED = "composite"
"""The `number` of what is joined already, to which a third part may come."""


class Composite(tables.Row, frozen=True):
    """A unit and the smaller one behind it, which by `bare` may go unnamed: "15 dollars 50", "6-foot-2"."""

    KEYS = ("unit", "part")

    unit: str
    part: str
    number: int
    bare: str = ""


class Composites:
    """The table, by unit."""

    def __init__(self, rows: Iterable[Composite]) -> None:
        self._named: dict[tuple[str, str], Composite] = {}
        self._bare: dict[str, Composite] = {}
        for row in rows:
            self._named[row.unit, row.part] = row
            if row.bare:
                self._bare[row.unit] = row

    def joined(self, text: str, a: Measure, b: Measure) -> Measure | None:
        """The measure of both, if the second is the smaller part of the first."""
        if a.unit is None or a.value is None or b.value is None or not _can_be_joined(a, b):
            return None
        row = self._row(text, a, b)
        if row is None or not 0 < b.value < row.number or (a.kind == "duration" and _are_two(text, a, b)):
            return None
        value = plain(round(a.value + b.value / row.number, 4))
        unit_text = " ".join(text[a.last : b.end].split()) if b.unit and a.start == a.first else a.unit_text
        return a._replace(end=b.end, last=b.last, value=value, unit_text=unit_text, number=JOINED)

    def _row(self, text: str, a: Measure, b: Measure) -> Composite | None:
        """The row of two units, the second of which may go unnamed."""
        gap = text[a.end : b.start]
        row = self._named.get((a.unit or "", b.unit)) if b.unit and (gap == "-" or GAP.fullmatch(gap)) else None
        return row or self._unnamed(text, a, b, gap)

    def _unnamed(self, text: str, a: Measure, b: Measure, gap: str) -> Composite | None:
        """ "15 dollars 50", "thirteen dollars and forty-five", "6-foot-2"."""
        row = self._bare.get(a.unit or "")
        if row is None or b.unit is not None or b.kind != "count" or not isinstance(b.value, int) or a.start != a.first:
            return None
        if gap == "-":
            return row if row.bare == gap and not text.startswith("-", b.end) else None
        return row if row.bare == "and" and gap and GAP.fullmatch(gap) and NO_MORE.match(text, b.end) else None


def _can_be_joined(a: Measure, b: Measure) -> bool:
    """Whether the first is whole, or joined already, and the second a plain number."""
    return (isinstance(a.value, int) or a.number == JOINED) and a.scale == 1 and b.number == "cardinal"


def _are_two(text: str, a: Measure, b: Measure) -> bool:
    """Whether there are two stretches of time: "between two years and six months", "two years, six months of which"."""
    return APART.match(text, b.end) is not None or BETWEEN.search(text, max(0, a.start - 8), a.start) is not None
