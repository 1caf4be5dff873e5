"""What a date is counted from: the article's day, and the dates told so far."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from extractor.pipes.dates.calendar import interval
from extractor.pipes.dates.feasts import Feasts
from extractor.vocabulary import TimexMod, TimexType

JOINS = re.compile(r"\s(?:to|through|thru)\s|\s?[-–—]\s?")
IN_WEEK = re.compile(r"\s(?:on\s)?|\s-\s|,\s(?:on\s)?")
WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,24}+\.?\Z")
LONGEST = 24
"""Characters in which a word is looked for that stands before a date."""
NEAR, COARSE = 600, 160
"""Characters within which "that day" and "a year earlier" find what they count from."""


PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"


class Value(NamedTuple):
    """A TIMEX3 type and value. `start` and `end` replace the stretch, where a part of it does not belong.

    `mod` is TIMEX3's modifier, where the words beside the value do not tell it already. `base` says what it was counted
    from: text (it says all itself), anchor, story.
    """

    type: TimexType
    value: str | None
    base: str = "anchor"
    start: int | None = None
    end: int | None = None
    mod: TimexMod | None = None
    then: "Value | None" = None
    """A second date in the same sequence, with its own `start` and `end`: 19 June of "18 and 19 June"."""

    joins: bool = False
    """Whether the second one ends what the first begins."""


NOTHING = Value("DATE", None, "nothing")
"""No date, and no part of the sequence is one: "two weeks later than usual"."""


@dataclass
class Story:
    """Made anew for each article; `told` are the values of dates so far with their places.

    `direction` tells for a place whether its verb looks back (-1), ahead (1), or neither (0).
    """

    text: str
    anchor: date | None
    direction: Callable[[int], int]
    day_first: bool = False
    context: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Words that decide, by what they are asked for: `contexts.csv`."""

    feasts: Feasts = field(default_factory=dict)
    """The days of the moon's feasts."""

    stamps: Mapping[int, Value] = field(default_factory=dict)
    """A live blog's stamps by where they begin, from which on their day is the paper's."""

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
        if start in self.stamps:
            self.anchor = date.fromisoformat(value.value[:10])
        self.ended = end
        if ("-Q" in value.value or "-H" in value.value) and self._is_reported(start, value.value):
            self.quarter = (start, value.value)

    def _is_reported(self, start: int, value: str) -> bool:
        """Whether a period is what the article reports: not the one compared with, nor one that is to come."""
        earlier = self.quarter is not None and value < self.quarter[1]
        return not earlier and self.direction(start) <= 0

    def follows(self, at: int, context: str, *, words: int = 1) -> bool:
        """Whether one of the last words before a place is one of a context's."""
        before = self.text[max(0, at - 14 * words) : at].lower().split()[-words:]
        return not self.context[context].isdisjoint(before)

    def word_before(self, at: int) -> str:
        """The word that ends before a place, in small letters and with its stop; nothing where a mark stands there."""
        match = WORD.search(self.text[max(0, at - LONGEST) : at].rstrip())
        return match.group().lower() if match else ""

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

    def is_coarse(self, start: int) -> bool:
        """Whether the date told last is longer than a week: "the following week" after "last month" is no known one."""
        span = interval(self.period(start, near=COARSE))
        return span is not None and (span[1] - span[0]).days > 7

    def base(self, start: int, letter: str) -> date | None:
        """What a unit is counted from: the day told last for days and weeks, the period told last for longer ones."""
        if letter in ("D", "W", "WE", "F"):
            return self.day(start)
        value = self.period(start)
        span = interval(value) if value else None
        return span[0] if span else self.anchor

    def week_before(self, start: int) -> date | None:
        """The Monday of the week told right before: "next week on Tuesday", "last week - Monday"."""
        if not self.told or not IN_WEEK.fullmatch(self.text, self.ended, start) or "-W" not in self.told[-1][1]:
            return None
        span = interval(self.told[-1][1])
        return span[0] if span is not None and (span[1] - span[0]).days == 6 else None

    def month_before(self, start: int) -> date | None:
        """The month in front of "to" or a dash: "May to March" ends after it began."""
        if not self.told or not JOINS.fullmatch(self.text, self.ended, start):
            return None
        span = interval(self.told[-1][1])
        return span[0] if span is not None and 27 < (span[1] - span[0]).days < 31 else None

    def opens_range(self, start: int) -> date | None:
        """The day in front of "to" or a dash: "Monday to Friday" ends after it began; not "Sept. 14 to Friday"."""
        if not self.told or not JOINS.fullmatch(self.text, self.ended, start) or self.text[self.ended - 1].isdigit():
            return None
        span = interval(self.told[-1][1])
        return span[0] if span is not None and span[0] == span[1] else None
