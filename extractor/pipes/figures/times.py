"""Keeps figures and dates apart: the numbers of a date are no figures, and those of a stretch of time are its length.

Dates are read before figures and win: the ten of "around 10 p.m." counts nothing, and "each year" recurs, whatever rate
stands before it. Only a stretch of time is both, as "twenty more years" lasts and is measured.
"""

import re
from collections.abc import Iterable, Sequence

from extractor.annotations import DateFound, FigureFound, Stretch, overlapping, within
from extractor.pipes.figures.measure import Measure
from extractor.pipes.figures.units import PHYSICAL, Units
from extractor.syntax.lists import Lists

NEAR = 48
"""Characters behind a number in which its rate ends."""
BETWEEN_DAYS = 5


LASTING = frozenset({"duration", "rate", "speed", "age"})
"""Kinds that can hold a stretch of time: "six percent a year"."""
ABBREVIATION = re.compile(r"(?<![^\W_])[^\W\d_]+\s(?!(?:AD|BC|CE|AH|AM|PM|BST|CET|EST|GMT|PST|UTC)\Z)[A-Z]{2,3}\Z")
YEAR = re.compile(r"[0-9]{4}")
AMOUNTS = PHYSICAL | {"rate"}
"""Kinds of what has a unit behind it as no year has: "1950 ft", "2010 kWh a month"."""


class Clock:
    """The words between hours, behind days and before years."""

    def __init__(self, lists: Lists) -> None:
        self.to_time = lists.pattern(r"\s?[-–—‑]\s?(?=\d)|\s(?:{joints of hours})\s(?=\d|noon|midnight)")
        """Between the first hour of several and the time that the dates have found: "from 3 to 6 p.m."."""
        self.day = lists.pattern(
            r"(?<!\d)[0-3]?\d(?:\s?[-–—‑]\s?|\sor\s)[0-3]?\d(?=\s?(?:[,;:)\n]|\.(?!\d)|\Z)|\s(?:{behind a day})\b)"
        )
        """Two days of a month, of which a date ends in the first: "December 13 or 14"."""
        self._years = lists.pattern(r"\b(?:{years follow})\s\Z", re.IGNORECASE)

    def is_none(self, text: str, start: int, end: int, units: Units) -> bool:
        """Whether what was read as a date is an amount: "2000 hp", or an abbreviation: "two SEC commissioners"."""
        if ABBREVIATION.search(text, start, end):
            return True
        if YEAR.fullmatch(text, start, end) is None or self._years.search(text, max(0, start - 8), start):
            return False
        return units.follows(text, end)


class Times:
    """The article's dates: the stretches of time, and all others; `skipped` are stretches without figures."""

    def __init__(
        self, text: str, dates: Iterable[DateFound], skipped: Sequence[Stretch], units: Units, clock: Clock
    ) -> None:
        self._text, self._skipped, self._clock = text, skipped, clock
        self._lasting: list[Stretch] = []
        self._others: list[Stretch] = []
        self._hours: list[Stretch] = []
        self._amounts: list[Stretch] = []
        for date in dates:
            if clock.is_none(text, date["start"], date["end"], units):
                self._amounts.append({"start": date["start"], "end": date["end"]})
                continue
            kept = self._lasting if date["type"] == "DURATION" else self._others
            kept.append({"start": date["start"], "end": date["end"]})
            if date["type"] == "TIME":
                self._hours.append(kept[-1])

    def holds(self, start: int, end: int) -> bool:
        """Whether a number between two offsets is no figure: it belongs to furniture or to a date."""
        if within(self._skipped, start) or overlapping(self._others, start, end):
            return True
        return self._is_hour(start, end) or self._is_day(start, end)

    def _is_hour(self, start: int, end: int) -> bool:
        """ "from 3 to 6 p.m.": the first hour of several."""
        joined = self._clock.to_time.match(self._text, end)
        near = overlapping(self._hours, end, joined.end() + 1) if joined else []
        if joined is None or not near or near[0]["start"] != joined.end():
            return False
        return self._text[start].isdigit() or self._text[joined.end()].isalpha()

    def _is_day(self, start: int, end: int) -> bool:
        """ "December 13 or 14": the second of two days."""
        before = overlapping(self._others, max(0, start - BETWEEN_DAYS), start)
        at = before[-1]["end"] if before else 0
        days = (
            (self._clock.day.match(self._text, at - 2) or self._clock.day.match(self._text, at - 1))
            if at >= 2
            else None
        )
        return days is not None and days.end() == end

    def after(self, end: int) -> int | None:
        """Where the next such date begins, which no rate reaches into: "four points each year"; None for none near."""
        near = overlapping(self._others, end, end + NEAR)
        return near[0]["start"] if near else None

    def lasting(self, text: str, measure: Measure, units: Units) -> Measure:
        """ "20 more years", "13 straight days": what a count in a stretch of time counts is its unit."""
        if measure.kind != "count" or measure.unit is not None:
            return measure
        around = overlapping(self._lasting, measure.first, measure.last)
        if len(around) != 1 or not around[0]["start"] <= measure.first or not measure.last <= around[0]["end"]:
            return measure
        named = units.time(text, measure.last, around[0]["end"])
        if named is None:
            return measure
        row, word = named
        end = text.index(word, measure.last) + len(word)
        return measure._replace(end=end, kind=row.kind, unit=row.unit, unit_text=word, rule=row.rule)

    def allows(self, figure: FigureFound) -> bool:
        """Whether a figure shares nothing with a date, measures a stretch of time, or is an amount taken for a year."""
        if overlapping(self._others, figure["start"], figure["end"]):
            return False
        if figure["unit"] is None and overlapping(self._amounts, figure["start"], figure["end"]):
            return False
        return figure["kind"] in LASTING or not overlapping(self._lasting, figure["start"], figure["end"])


def without_amounts(text: str, dates: Sequence[DateFound], figures: Iterable[FigureFound]) -> list[DateFound]:
    """The dates but for years that turned out to be amounts, and stretches of time that are ages.

    "The wall is 1950 ft long", "patients between six months and 18 years of age".
    """
    amounts, ages = list[Stretch](), list[Stretch]()
    for one in figures:
        if one["kind"] in AMOUNTS or one["kind"] == "age":
            (ages if one["kind"] == "age" else amounts).append({"start": one["start"], "end": one["end"]})

    def stays(date: DateFound) -> bool:
        start, end = date["start"], date["end"]
        if date["type"] == "DURATION":
            return not overlapping(ages, start, end)
        return YEAR.fullmatch(text, start, end) is None or not overlapping(amounts, start, end)

    return [date for date in dates if stays(date)]
