"""What a date is counted from: the article's day, and the dates told so far."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from extractor.pipes.dates.calendar import interval

NEAR = 600
"""Characters within which "that day" and "a year earlier" find what they count from."""


class Value(NamedTuple):
    """A TIMEX3 type and value. `start` and `end` replace the stretch, where a part of it does not belong.

    `base` says what it was counted from: text (it says all itself), anchor, story.
    """

    type: str
    value: str | None
    base: str = "anchor"
    start: int | None = None
    end: int | None = None


@dataclass
class Story:
    """Made anew for each article; `told` are the values of dates so far with their places.

    `direction` tells for a place whether its verb looks back (-1), ahead (1), or neither (0).
    """

    text: str
    anchor: date | None
    direction: Callable[[int], int]
    day_first: bool = False
    told: list[tuple[int, str]] = field(default_factory=list)
    quarter: tuple[int, str] | None = None
    """The last reporting period told, and where: a quarter or a half."""

    measured: int = -1
    """Where six or nine months were told last: what is compared with them is a year."""

    def tell(self, start: int, value: Value) -> None:
        """Note a date, for those that count from it."""
        if value.type == "DURATION" and value.value in ("P6M", "P9M"):
            self.measured = start
        if value.type not in ("DATE", "TIME") or interval(value.value) is None or value.value is None:
            return
        self.told.append((start, value.value))
        if ("-Q" in value.value or "-H" in value.value) and self._is_reported(start, value.value):
            self.quarter = (start, value.value)

    def _is_reported(self, start: int, value: str) -> bool:
        """Whether a period is what the article reports: not the one compared with, nor one that is to come."""
        earlier = self.quarter is not None and value < self.quarter[1]
        return not earlier and self.direction(start) <= 0

    def day(self, start: int, *, near: int = NEAR) -> date | None:
        """The day told last, not too far back; the anchor where there is none."""
        for place, value in reversed(self.told):
            if start - place > near:
                break
            span = interval(value)
            if span is not None and span[0] == span[1]:
                return span[0]
        return self.anchor

    def period(self, start: int, *, near: int = NEAR) -> str | None:
        """The value told last, of any grain."""
        for place, value in reversed(self.told):
            return value if start - place <= near else None
        return None
