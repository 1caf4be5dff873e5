"""Weeks by their number or place, and units further off than the next: "week 23", "the first week of May", "the week
after next", "Friday week".
"""

from datetime import date

from extractor.pipes.dates import calendar
from extractor.pipes.dates.counted import counted
from extractor.pipes.dates.durations import amount, duration
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.relative import year_of_month
from extractor.pipes.dates.story import Story, Value
from extractor.pipes.dates.weekdays import weekday_value

STOPS = ("", ".", ",", ";", "?", "!", ")")
"""Behind "week 23" where it is one of the calendar: "week 3 of the trial" and "week 12 results" are not."""


def numbered(found: Found, story: Story) -> Value | None:
    """ "in week 23", "week 5 of 2019"; a season's "Week 5" has a capital."""
    part = found.parts
    number = int(part["wk"].value)
    shown = story.text[part["u"].start : part["u"].end]
    if part["u"].value != "W" or not shown.islower() or not 1 <= number <= 53:
        return None
    if "y" not in part and not (_is_led(found, story) and story.text[found.end : found.end + 1] in STOPS):
        return None
    year = int(part["y"].value) if "y" in part else story.anchor.year if story.anchor else None
    value = f"{year:04d}-W{number:02d}" if year is not None else f"XXXX-W{number:02d}"
    if year is not None and calendar.interval(value) is None:
        return None
    return Value("DATE", value, "text" if "y" in part else "anchor")


def _is_led(found: Found, story: Story) -> bool:
    """Whether a preposition of time stands before: "in week 23"."""
    return story.follows(found.start, "before a part") or story.follows(found.start, "before a day")


def nth_unit(found: Found, story: Story) -> Value | None:
    """ "the first week of May", "the third month of 2021", "the last day of the month", "the last week of May"."""
    part = found.parts
    span = calendar.interval(_whole(found, story))
    letter = part["u"].value
    if span is None:
        return Value("DATE", None) if _is_known(found) else None
    number = -1 if part["o"].code == "last" else int(float(part["o"].value))
    value = _nth(span, letter, number)
    return Value("DATE", value, "text" if "y" in part else "anchor") if value else None


def _is_known(found: Found) -> bool:
    """Whether the unit is one of a month or year at all."""
    return found.parts["u"].value in ("D", "W", "WE", "M") and found.parts.get("u2", found.parts["u"]).value in (
        "M",
        "Y",
    )


def _whole(found: Found, story: Story) -> str | None:
    """The month or year of which a part is told."""
    part = found.parts
    if "m" in part:
        month = int(part["m"].value)
        if "y" not in part and story.anchor is None:
            return None
        year = int(part["y"].value) if "y" in part else year_of_month(story, part["m"].start, month)
        return calendar.month_value(year, month)
    if "y" in part:
        return calendar.year_value(int(part["y"].value))
    if story.anchor is None or part["u2"].value not in ("M", "Y"):
        return None
    return counted(story.anchor, part["u2"].value, int(part["r"].value or 0))


def _nth(span: tuple[date, date], letter: str, number: int) -> str | None:
    """The nth unit of a month or year; None where it has none such."""
    if letter == "M":
        return _nth_month(span, number)
    if letter not in INSIDE or number == 0:
        return None
    step, ends = INSIDE[letter]
    first, last = ends(*span)
    day = calendar.shifted(first, step * (number - 1)) if number > 0 else last
    if day is None or not span[0] <= day <= max(span[1], first):
        return None
    if letter == "D":
        return day.isoformat()
    return f"{calendar.week_value(day)}{'-WE' if letter == 'WE' else ''}"


def _nth_month(span: tuple[date, date], number: int) -> str | None:
    """The nth month of a year."""
    first, last = span
    month = first.month + number - 1 if number > 0 else last.month
    inside = first.month <= month <= last.month and first.month != last.month
    return calendar.month_value(first.year, month) if inside else None


def _days(first: date, last: date) -> tuple[date, date]:
    return first, last


def _weekends(first: date, last: date) -> tuple[date, date]:
    """Its first and its last Saturday."""
    first = calendar.shifted(first, (5 - first.weekday()) % 7) or first
    return first, calendar.shifted(last, -((last.weekday() - 5) % 7)) or last


def _weeks(first: date, last: date) -> tuple[date, date]:
    """Days in its first and its last week by ISO 8601: the first week of a year is the one with its Thursday."""
    year = first.month != last.month
    if year and first.isocalendar()[1] > 1:
        return calendar.shifted(first, 7) or first, last
    if first.month == 1 and last.month == 12 and last.isocalendar()[1] == 1:
        return first, calendar.shifted(last, -7) or last
    return first, last


INSIDE = {"D": (1, _days), "W": (7, _weeks), "WE": (7, _weekends)}
"""The units of a month or year: how many days from one to the next, and days in the first and in the last."""


def next_but_one(found: Found, story: Story) -> Value | None:
    """ "the week after next", "the year before last", "the Friday after next"."""
    part = found.parts
    steps = -2 if part["r"].code == "last" else 2
    shown = story.text[part["r"].start : part["r"].end].lower()
    if shown not in ("last", "next"):
        return None  # "the week before past and future met"
    if story.anchor is None:
        return Value("DATE", None)
    if "w" in part:
        day = weekday_value(story, found.start, int(part["w"].value), part["r"].code)
        day = calendar.shifted(day, steps // 2 * 7) if day else None
        return Value("DATE", day.isoformat() if day else None)
    letter = part["u"].value
    if letter == "WE":
        week = counted(story.anchor, "W", steps, weeks=True)
        return Value("DATE", f"{week}-WE" if week else None)
    value = counted(story.anchor, letter, steps, weeks=True)
    return Value("DATE", value) if value else None


def weekday_of(found: Found, story: Story) -> Value | None:
    """ "Tuesday of last week", "Wednesday evening next week", "Friday week", "a week on Tuesday"."""
    part = found.parts
    if "wu" in part:
        return _week_on(found, story)
    if part["w"].start > part["u"].start:
        return _weeks_on(found, story)
    if part["u"].value != "W":
        return Value("DATE", None, end=part["w"].end) if part["u"].value in ("M", "Y") else None
    if story.anchor is None:
        return Value("DATE", None)
    offset = int(part["r"].value) * 7 + int(part["w"].value) - story.anchor.isoweekday()
    day = calendar.shifted(story.anchor, offset)
    if "p" in part:
        return Value("TIME", f"{day.isoformat()}T{part['p'].value}" if day else None)
    return Value("DATE", day.isoformat() if day else None)


def _week_on(found: Found, story: Story) -> Value | None:
    """ "Friday week", "today week": a week after the next such day."""
    part = found.parts
    behind = story.text[found.end : found.end + 2]
    if part["wu"].value != "W" or (behind[:1] not in STOPS and not behind[1:].islower()):
        return None
    if part["w"].code == "deictic" and part["w"].value not in ("0", "1"):
        return None
    return _on(part["w"].code, part["w"].value, story, 7)


def _weeks_on(found: Found, story: Story) -> Value | None:
    """ "a week on Tuesday", "two weeks from Saturday"."""
    part = found.parts
    days = {"W": 7, "D": 1}.get(part["u"].value, 0)
    count = amount(part["n"])
    if not days or count is None or not 0 < count < 60 or story.follows(found.start, "while"):
        return Value("DURATION", duration(count, part["u"].value), "text", end=part["u"].end)
    return _on("wday", part["w"].value, story, int(count) * days)


def _on(code: str, value: str, story: Story, days: int) -> Value:
    """So many days after the next day of a name."""
    if story.anchor is None:
        return Value("DATE", None)
    if code == "deictic":
        day = calendar.shifted(story.anchor, int(value) + days)
    else:
        ahead = (int(value) - story.anchor.isoweekday()) % 7 or 7
        day = calendar.shifted(story.anchor, ahead + days)
    return Value("DATE", day.isoformat() if day else None)
