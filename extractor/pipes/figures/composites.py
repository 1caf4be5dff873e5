"""Joins what two units say together: "6ft 2in", "9st 4lb", "15 dollars 50", "three pounds and ten pence".

The value is in the larger unit. An hour and thirty minutes stay two figures: they are read as one stretch of time.
"""

import re
from collections.abc import Iterable

from extractor import tables
from extractor.pipes.figures.measure import Measure, plain

GAP = re.compile(r",?\s?(?:and\s)?")
NO_MORE = re.compile(r"\s?(?:[.,;:!?)](?!\d)|\Z)|\s(?:for|to|each|a|per)\b")
"""Behind a part without its unit: nothing follows that it could count."""


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
        if a.unit is None or not isinstance(a.value, int) or b.value is None or a.scale != 1 or b.number != "cardinal":
            return None
        gap = text[a.end : b.start]
        row = self._named.get((a.unit, b.unit)) if b.unit and (gap == "-" or GAP.fullmatch(gap)) else None
        row = row or self._unnamed(text, a, b, gap)
        if row is None or not 0 < b.value < row.number:
            return None
        value = plain(round(a.value + b.value / row.number, 4))
        unit_text = " ".join(text[a.last : b.end].split()) if b.unit and a.start == a.first else a.unit_text
        return a._replace(end=b.end, last=b.last, value=value, unit_text=unit_text)

    def _unnamed(self, text: str, a: Measure, b: Measure, gap: str) -> Composite | None:
        """ "15 dollars 50", "thirteen dollars and forty-five", "6-foot-2"."""
        row = self._bare.get(a.unit or "")
        if row is None or b.unit is not None or b.kind != "count" or not isinstance(b.value, int) or a.start != a.first:
            return None
        if gap == "-":
            return row if row.bare == gap and not text.startswith("-", b.end) else None
        return row if row.bare == "and" and gap and GAP.fullmatch(gap) and NO_MORE.match(text, b.end) else None
