"""The days of holidays in a year: by the sun's calendar, counted from Easter, or from the table of the moon's feasts.

A holiday's rule stands in `holidays.csv`: "12-25"; "11-thu-4", the fourth Thursday of November; "05-mon-last";
"easter-2"; "orthodox"; "moon:diwali", a column of `feasts.tsv`, with "*8" where it lasts eight days, ">eid al-fitr"
where it lasts until the eve of another; several rules with a bar between them where the name is that of each ("Eid").
"""

import re
from collections.abc import Iterator, Mapping
from datetime import MAXYEAR, date
from pathlib import Path
from typing import Literal, get_args

from extractor.pipes.dates import calendar

RULE = re.compile(
    r"(?P<base>easter|orthodox|\d\d-\d\d|\d\d-[a-z]{3}-(?:\d|last)|moon:[a-z' -]+?)"
    r"(?P<offset>[+-]\d+)?(?:\*(?P<length>\d+)|>(?P<until>[a-z' -]+))?\Z"
)
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[str, ...] = get_args(Weekday)
"""As the table's rules write them."""

Feasts = Mapping[str, Mapping[int, tuple[date, ...]]]
"""The first days of each feast of the moon by year."""
Span = tuple[date, date]
"""First and last day."""


def read(path: Path) -> Feasts:
    """The table `feasts.tsv`: a column a feast, a row a year, in a cell the days as month and day."""
    head, *lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    found: dict[str, dict[int, tuple[date, ...]]] = {name: {} for name in head[1:]}
    for year, *cells in lines:
        for name, cell in zip(head[1:], cells, strict=True):
            found[name][int(year)] = tuple(date.fromisoformat(f"{year}-{day}") for day in cell.split())
    return found


def spans(rule: str, year: int, feasts: Feasts) -> list[Span]:
    """The days of a holiday that begins in a year; none where the rule is none, or the table ends before the year."""
    if not 1 < year < MAXYEAR:
        return []
    matches = (RULE.match(one) for one in rule.split("|"))
    return [span for match in matches if match for span in _spans(match, year, feasts)]


def _spans(match: re.Match[str], year: int, feasts: Feasts) -> Iterator[Span]:
    """The days of one rule."""
    for first in _firsts(match["base"], year, feasts):
        first_day = calendar.shifted(first, int(match["offset"] or 0))
        if first_day is not None:
            yield first_day, _last(first_day, match, feasts)


def _firsts(base: str, year: int, feasts: Feasts) -> Iterator[date]:
    if base == "easter":
        yield calendar.easter(year)
    elif base == "orthodox":
        yield orthodox_easter(year)
    elif base.startswith("moon:"):
        yield from feasts.get(base[5:], {}).get(year, ())
    else:
        month, _, rest = base.partition("-")
        day = calendar.day_value(year, int(month), int(rest)) if rest.isdigit() else _nth(year, int(month), rest)
        yield from [day] if day else []


def _last(first: date, match: re.Match[str], feasts: Feasts) -> date:
    """The last day of a feast of several days."""
    if match["length"]:
        return calendar.shifted(first, int(match["length"]) - 1) or first
    ends = (day for year in (first.year, first.year + 1) for day in feasts.get(match["until"] or "", {}).get(year, ()))
    after = next((day for day in ends if day > first), None)
    return (calendar.shifted(after, -1) if after else None) or first


def _nth(year: int, month: int, rest: str) -> date | None:
    """The nth, or the last, weekday of a month: "thu-4", "mon-last"."""
    weekday, _, which = rest.partition("-")
    if weekday not in WEEKDAYS or not 1 <= month <= 12:
        return None
    days = [date(year, month, day) for day in range(1, calendar.month_length(year, month) + 1)]
    found = [day for day in days if day.weekday() == WEEKDAYS.index(weekday)]
    number = len(found) if which == "last" else int(which)
    return found[number - 1] if 1 <= number <= len(found) else None


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, in Gregorian days (Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    julian = date(year, month, day + 1).toordinal()
    return date.fromordinal(julian + year // 100 - year // 400 - 2)
