"""What comes round each year: seasons, holidays, the year's end."""

from datetime import date

from extractor.pipes.dates import calendar
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.relative import year_of_month
from extractor.pipes.dates.story import Story, Value


def season(found: Found, story: Story) -> Value | None:
    """ "last fall", "the summer of 1994", "this winter"; which months it has depends on the hemisphere: no interval."""
    part = found.parts
    letters = part["s"].value
    if "r" not in part and "y" not in part and story.text[found.end : found.end + 4] in (" of ", " in "):
        return None  # "the fall of the city", "the spring in the yard"
    if "y" in part:
        return Value("DATE", f"{int(part['y'].value):04d}-{letters}", "text")
    if story.anchor is None:
        return Value("DATE", f"XXXX-{letters}", "text")
    middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[letters]
    year, which = story.anchor.year, part["r"].code if "r" in part else ""
    if which in ("last", "previous"):
        year -= middle >= story.anchor.month
    elif which in ("next", "following"):
        year += middle <= story.anchor.month
    elif which == "":
        year = year_of_month(story, part["s"].start, middle)
    return Value("DATE", f"{year:04d}-{letters}" if 0 < year < 10000 else None)


SLACK = 7
"""Days: "Easter week began" on Palm Sunday, and the crowd before Christmas Eve was there yesterday."""
WEEKEND = (-3, -4, 3, 2, 1, 0, 0)
"""Days from a holiday to its weekend, Monday's first: that of Labor Day lies before it, that of Thanksgiving behind."""


def holiday(found: Found, story: Story) -> Value | None:
    """ "Thanksgiving Day", "last Christmas", "Easter 2009", "Easter week", "Labor Day weekend"."""
    part = found.parts
    rule = part["h"].value
    end = part["h"].end if "u" in part else None
    if rule == "moon":
        return Value("DATE", f"{int(part['y'].value):04d}" if "y" in part else None, "text", end=end)
    if rule[:4].isdigit():
        return Value("DATE", rule, "text", end=end)
    if "y" not in part and story.anchor is None:
        return Value("DATE", f"XXXX-{rule}" if rule[:1].isdigit() and len(rule) == 5 else None, "text")
    day = _holiday_of(found, story, rule)
    if day is None:
        return Value("DATE", None)
    base = "text" if "y" in part else "anchor"
    if "u" in part and part["u"].value in ("W", "WE"):
        first = calendar.shifted(day, WEEKEND[day.weekday()] if part["u"].value == "WE" else 0)
        return Value("DATE", f"{calendar.week_value(first)}{'-WE' if part['u'].value == 'WE' else ''}", base)
    return Value("DATE", day.isoformat(), base, end=end)


def _holiday_of(found: Found, story: Story, rule: str) -> date | None:
    if "y" in found.parts:
        return calendar.holiday(rule, int(found.parts["y"].value))
    return _holiday_near(story, found.start, rule, found.parts["r"].code if "r" in found.parts else "")


def _holiday_near(story: Story, start: int, rule: str, which: str) -> date | None:
    """The nearest of a holiday's days, on the side that the word before it or the tense says."""
    anchor = story.anchor or date(2000, 1, 1)
    side = -1 if which == "last" else 1 if which == "next" else story.direction(start)
    days = [day for day in (calendar.holiday(rule, anchor.year + offset) for offset in (-1, 0, 1)) if day is not None]

    def cost(day: date) -> tuple[bool, int]:
        """Whether the tense forbids it, which it can as a holiday comes each year, and how far off it is."""
        distance = (day - anchor).days
        return distance * side < -SLACK * abs(side), abs(distance)

    return min(days, key=cost, default=None)


def year_end(found: Found, story: Story) -> Value | None:
    """ "year-end", "the year's end"."""
    if found.parts["u"].value != "Y" or found.parts["b"].value not in ("end", "close"):
        return None
    return Value("DATE", f"{story.anchor.year:04d}-12-31" if story.anchor else None)
