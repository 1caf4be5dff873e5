"""Weekdays: "Friday", "last Tuesday", "Monday to Thursday", "the first Sunday in May"."""

from datetime import date

from extractor.pipes.dates import calendar
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.relative import year_of_month
from extractor.pipes.dates.story import Story, Value


def weekday_value(story: Story, start: int, weekday: int, which: str = "") -> date | None:
    """The day of a weekday (Monday is 1): behind the anchor, or ahead of it where the verb says so."""
    anchor = story.anchor
    if which in ("following", "previous", "that"):
        anchor = story.day(start)
    if anchor is None:
        return None
    back = (anchor.isoweekday() - weekday) % 7
    ahead = (weekday - anchor.isoweekday()) % 7
    if which in ("last", "previous"):
        return calendar.shifted(anchor, -(back or 7))
    if which in ("next", "following"):
        return calendar.shifted(anchor, ahead or 7)
    if which == "this":
        return calendar.shifted(anchor, -back if story.direction(start) < 0 else ahead)
    return calendar.shifted(anchor, ahead if story.direction(start) > 0 else -back)


def typical(found: Found, _story: Story) -> Value | None:
    """ "an average Saturday": no certain one."""
    return Value("DATE", f"XXXX-WXX-{found.parts['w'].value}", "text", start=found.parts["w"].start)


def weekday(found: Found, story: Story) -> Value | None:
    """ "Friday", "late last Tuesday", "Monday night"."""
    part = found.parts
    number = int(part["w"].value)
    if "nd" in part:
        return _numbered(found, story, number, int(part["nd"].value))
    day = weekday_value(story, part["w"].start, number, part["r"].code if "r" in part else "")
    opens = story.opens_range(found.start) if "r" not in part else None
    if opens is not None:
        day = calendar.shifted(opens, (number - opens.isoweekday()) % 7 or 7)
    if day is None:
        return Value("DATE" if "p" not in part else "TIME", f"XXXX-WXX-{number}", "text")
    if "p" in part:
        return Value("TIME", f"{day.isoformat()}T{part['p'].value}")
    return Value("DATE", day.isoformat())


def weekday_of(found: Found, story: Story) -> Value | None:
    """ "Tuesday of last week"."""
    if story.anchor is None or found.parts["u"].value != "W":
        return Value("DATE", None)
    offset = int(found.parts["r"].value) * 7 + int(found.parts["w"].value) - story.anchor.isoweekday()
    day = calendar.shifted(story.anchor, offset)
    return Value("DATE", day.isoformat() if day else None)


def _numbered(found: Found, story: Story, weekday: int, number: int) -> Value | None:
    """ "Monday the 9th": the day of that name nearest the paper's."""
    end = found.parts["w"].end
    if story.anchor is None:
        return Value("DATE", f"XXXX-WXX-{weekday}", "text", end=end)
    first = story.anchor.replace(day=1).toordinal()
    near = sorted(range(first - 62, first + 93), key=lambda day: abs(day - first - 15))
    days = (date.fromordinal(day) for day in near if 1 <= day <= date.max.toordinal())
    day = next((day for day in days if day.day == number and day.isoweekday() == weekday), None)
    return Value("DATE", day.isoformat()) if day else None


CALLED = ("on", "by", "until", "till", "since", "from", "before", "after", "of")
"""Words before "the 14th" that make it a day."""


def day(found: Found, story: Story) -> Value | None:
    """ "on the 14th", "until the 3rd of next month"; "the 14th floor" and "on the 14th hole" are none."""
    part = found.parts
    before = story.text[max(0, found.start - 8) : found.start].lower().split()
    behind = story.text[found.end : found.end + 1]
    ordinal = story.text[part["d"].start].isdigit()
    if before[-1:] not in ([word] for word in CALLED) or not ordinal or story.anchor is None:
        return None
    if ("u" in part and part["u"].value != "M") or ("u" not in part and behind not in ("", ".", ",", ";", "?")):
        return None
    number, offset = int(part["d"].value), int(part["r"].value or 0) if "r" in part else 0
    if "u" not in part:
        side = story.direction(found.start)
        offset = (number < story.anchor.day) if side > 0 else -(number > story.anchor.day)
    value = calendar.month_value(story.anchor.year, story.anchor.month + offset)
    known = calendar.day_value(int(value[:4]), int(value[5:]), number) if value else None
    return Value("DATE", known.isoformat()) if known else None


def nth(found: Found, story: Story) -> Value | None:
    """ "the first Sunday in May", "the last Friday of the month", "the second Tuesday of November 2004"."""
    part = found.parts
    if "m" in part:
        month = int(part["m"].value)
        if "y" not in part and story.anchor is None:
            return Value("DATE", f"XXXX-{month:02d}", "text")
        year = int(part["y"].value) if "y" in part else year_of_month(story, found.start, month)
    else:
        if part["u"].value != "M" or story.anchor is None:
            return Value("DATE", None) if part["u"].value == "M" else None
        value = calendar.month_value(story.anchor.year, story.anchor.month + int(part["r"].value or 0))
        year, month = (int(value[:4]), int(value[5:])) if value else (1, 1)
    number = -1 if part["o"].code == "last" else int(float(part["o"].value))
    days = [calendar.day_value(year, month, day) for day in range(1, 32)]
    found_days = [day for day in days if day is not None and day.isoweekday() == int(part["w"].value)]
    if not (number == -1 or 1 <= number <= len(found_days)):
        return None
    return Value("DATE", found_days[number - (number > 0)].isoformat(), "text" if "y" in part else "anchor")


def nth_set(found: Found, _story: Story) -> Value | None:
    """ "the first Monday of every month"."""
    return Value("SET", f"P1{found.parts['u'].value}", "text") if found.parts["u"].value in ("M", "Y") else None
