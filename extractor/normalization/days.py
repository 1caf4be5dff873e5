"""Days as heads write them: "Tuesday, July 10, 2007", "17 Oct 2017", "2007-07-10", "10/07/2007"."""

import datetime
import re
from typing import NamedTuple

from extractor.normalization.words import Words

FILENAME = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")

DIGIT = re.compile(r"\d")
FIGURES = re.compile(r"(?<![\d./])(\d{1,2})(?:/(\d{1,2})/(?:\d\d)?|\.(\d{1,2})\.\d\d)\d\d(?![\d/])")

IN_FIGURES = re.compile(r"[/.]\d{1,2}[/.]\d\d")


class WrittenDay(NamedTuple):
    """A day as written: its stretch, its parts (no year where none is written), and the weekday named beside it."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None

    def in_year(self, year: int | None) -> datetime.date | None:
        """The date, in `year` where none is written; None where there is no such day."""
        return date_of(self.year or year, self.month, self.day)


def date_of(year: int | None, month: int, day: int) -> datetime.date | None:
    """The date, or None where the calendar has no such day."""
    if year is None or not 1000 <= year <= 2999 or not 1 <= month <= 12:
        return None
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    length = 29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    return datetime.date(year, month, day) if 1 <= day <= length else None


def written_days(text: str, words: Words, *, day_first: bool) -> list[WrittenDay]:
    """The days of a short text, in order; those that the calendar does not have are left out."""
    if DIGIT.search(text) is None:
        return []  # nine openings in ten, and the months need not be tried at each of their letters
    found = (_day(match, words, day_first=day_first) for match in words.day.finditer(text))
    return [day for day in found if day is not None]


def _day(match: re.Match[str], words: Words, *, day_first: bool) -> WrittenDay | None:
    part = match.groupdict()
    month, day = _month_and_day(part, words, day_first=day_first)
    year = next((int(part[name]) for name in ("y1", "y2", "y3", "y4") if part[name]), None)
    if part["y4"] and year is not None and year < 100:
        year += 1900 if year >= 70 else 2000
    weekday = words.weekdays[part["weekday"].lower()] if part["weekday"] else None
    exists = date_of(year or 2000, month, day) is not None
    return WrittenDay(match.start(), match.end(), year, month, day, weekday) if exists else None


def _month_and_day(part: dict[str, str | None], words: Words, *, day_first: bool) -> tuple[int, int]:
    """ "July 10", "10 July", "2007-07-10"; 10/7 by what stands first here, and 13/7 can only be July 13."""
    named = part["m1"] or part["m2"]
    if named:
        return words.months[named.lower()], int(part["d1"] or part["d2"] or 0)
    if part["m3"]:
        return int(part["m3"]), int(part["d3"] or 0)
    first, second = int(part["a"] or 0), int(part["b"] or 0)
    return (second, first) if (day_first and second <= 12) or first > 12 else (first, second)


def days_first(text: str) -> bool | None:
    """Whether days in figures stand before their months, as the first day says that cannot be read both ways.

    "25/12/2013" has no 25th month: then 3/4/2013 is in April. None where no day of the text tells.
    """
    for match in FIGURES.finditer(text) if IN_FIGURES.search(text) else ():
        first, second = int(match[1]), int(match[2] or match[3])
        if first <= 12 < second <= 31:
            return False
        if second <= 12 < first <= 31:
            return True
    return None


def day_of_name(source: str | None) -> str | None:
    """The ISO day in a file's name, "2007-07-10-mosque.txt" or "ap_20070710.txt", or in the folders above it."""
    if source is None:
        return None
    for name in reversed(re.split(r"[/\\]", source)):
        for year, _, month, day in FILENAME.findall(name):
            found = date_of(int(year), int(month), int(day))
            if found is not None:
                return found.isoformat()
    dated = re.search(r"(?<!\d)((?:19|20)\d{2})[/\\](0?[1-9]|1[0-2])[/\\](0?[1-9]|[12]\d|3[01])(?!\d)", source)
    found = date_of(*(int(part) for part in dated.groups())) if dated else None
    return found.isoformat() if found else None
