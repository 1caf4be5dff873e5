"""What a date is counted from: the article's day, and the dates told so far."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from extractor.pipes.dates.calendar import interval
from extractor.vocabulary import TimexType

JOINS = re.compile(r"\s(?:to|through|thru)\s|\s?[-–—]\s?")
NEAR = 600
"""Characters within which "that day" and "a year earlier" find what they count from."""


PAST, FUTURE = "PAST_REF", "FUTURE_REF"


class Value(NamedTuple):
    """A TIMEX3 type and value. `start` and `end` replace the stretch, where a part of it does not belong.

    `base` says what it was counted from: text (it says all itself), anchor, story.
    """

    type: TimexType
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

    ended: int = 0
    """Where the date told last ends."""

    def tell(self, start: int, end: int, value: Value) -> None:
        """Note a date, for those that count from it."""
        if value.type == "DURATION" and value.value in ("P6M", "P9M"):
            self.measured = start
        if value.type not in ("DATE", "TIME") or interval(value.value) is None or value.value is None:
            return
        self.told.append((start, value.value))
        self.ended = end
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

    def base(self, start: int, letter: str) -> date | None:
        """What a unit is counted from: the day told last for days and weeks, the period told last for longer ones."""
        if letter in ("D", "W", "WE", "F"):
            return self.day(start)
        value = self.period(start)
        span = interval(value) if value else None
        return span[0] if span else self.anchor

    def opens_range(self, start: int) -> date | None:
        """The day in front of "to" or a dash: "Monday to Friday" ends after it began; not "Sept. 14 to Friday"."""
        if not self.told or not JOINS.fullmatch(self.text, self.ended, start) or self.text[self.ended - 1].isdigit():
            return None
        span = interval(self.told[-1][1])
        return span[0] if span is not None and span[0] == span[1] else None
