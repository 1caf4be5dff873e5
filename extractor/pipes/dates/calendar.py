"""The calendar: TIMEX3 values of days, weeks, months, quarters and more, and the days that a value spans."""

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta

MONTHS_OF = {"Q": 3, "H": 6}
SPAN = re.compile(
    r"(?P<century>\d\d)(?:\Z)|(?P<decade>\d{3})(?:\Z)|(?P<year>\d{4})"
    r"(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<end>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])))?"
    r"(?:T.*)?\Z"
)


def shifted(day: date, days: int) -> date | None:
    """The day so many days on; None beyond the calendar."""
    number = day.toordinal() + days
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def day_value(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        return None
    return date(year, month, day)


def month_length(year: int, month: int) -> int:
    """Days of the month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def month_value(year: int, month: int) -> str | None:
    """ "2007-07"; months beyond December count on into the next year, below January into the last."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}" if MINYEAR <= year <= MAXYEAR else None


def week_value(day: date | None) -> str | None:
    """ "2007-W28" by ISO 8601."""
    if day is None:
        return None
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month - 1) // 3 + 1


def quarter_value(year: int, quarter: int) -> str | None:
    """ "2007-Q2"; quarters beyond the fourth count on into the next year."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return f"{year:04d}-Q{quarter}" if MINYEAR <= year <= MAXYEAR else None


def year_value(year: int) -> str | None:
    """ "2007"."""
    return f"{year:04d}" if MINYEAR <= year <= MAXYEAR else None


def interval(value: str | None) -> tuple[date, date] | None:
    """First and last day that a value spans; None for durations, seasons and whatever leaves a part open."""
    if value is None:
        return None
    if "/" in value:
        first, last = (interval(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    match = SPAN.match(value)
    if match is None or (match["year"] or "1") == "0000" or value in ("00", "000"):
        return None
    if match["century"]:
        return date(max(int(value) * 100, 1), 1, 1), date(int(value) * 100 + 99, 12, 31)
    if match["decade"]:
        return date(max(int(value) * 10, 1), 1, 1), date(int(value) * 10 + 9, 12, 31)
    return _within_year(match)


def _within_year(match: re.Match[str]) -> tuple[date, date] | None:
    year = int(match["year"])
    if match["week"]:
        return _week(year, int(match["week"]), weekend=bool(match["end"]))
    if match["day"]:
        day = day_value(year, int(match["month"]), int(match["day"]))
        return (day, day) if day else None
    first, months = 1, 12
    if match["month"]:
        first, months = int(match["month"]), 1
    elif match["quarter"]:
        first, months = 3 * int(match["quarter"]) - 2, 3
    elif match["half"]:
        first, months = 6 * int(match["half"]) - 5, 6
    last = first + months - 1
    if not 1 <= first <= last <= 12:
        return None
    return date(year, first, 1), date(year, last, month_length(year, last))


def _week(year: int, week: int, *, weekend: bool) -> tuple[date, date] | None:
    if not 1 <= week <= date(year, 12, 28).isocalendar().week or year == MAXYEAR:
        return None
    monday = date.fromisocalendar(year, week, 1)
    return (monday + timedelta(5 if weekend else 0)), monday + timedelta(6)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of Nature, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
