"""What comes round each year: seasons, holidays, the year's end."""

from datetime import date

from extractor.pipes.dates import calendar
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.relative import AGAINST, year_of_month
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


def holiday(found: Found, story: Story) -> Value | None:
    """ "Thanksgiving Day", "last Christmas", "Easter 2009", "Easter week"."""
    part = found.parts
    rule = part["h"].value
    base = "text" if "y" in part else "anchor"
    if "y" in part:
        day = calendar.holiday(rule, int(part["y"].value))
    elif story.anchor is None:
        return Value("DATE", f"XXXX-{rule}" if rule[:1].isdigit() and len(rule) == 5 else None, "text")
    else:
        which = part["r"].code if "r" in part else ""
        day = _holiday_near(story, found.start, rule, which)
    if day is None:
        return Value("DATE", None)
    if "u" in part and part["u"].value == "W":
        return Value("DATE", calendar.week_value(day), base)
    end = part["h"].end if "u" in part else None
    return Value("DATE", day.isoformat(), base, end=end)


def _holiday_near(story: Story, start: int, rule: str, which: str) -> date | None:
    """The nearest of a holiday's days, on the side that the word before it or the tense says."""
    anchor = story.anchor or date(2000, 1, 1)
    side = -1 if which == "last" else 1 if which == "next" else story.direction(start)
    days = [day for day in (calendar.holiday(rule, anchor.year + offset) for offset in (-1, 0, 1)) if day is not None]
    sure = 1000 if which else AGAINST

    def cost(day: date) -> int:
        distance = (day - anchor).days
        return abs(distance) + (sure if distance * side < 0 else 0)

    return min(days, key=cost, default=None)


def year_end(found: Found, story: Story) -> Value | None:
    """ "year-end", "the year's end"."""
    if found.parts["u"].value != "Y" or found.parts["b"].value not in ("end", "close"):
        return None
    return Value("DATE", f"{story.anchor.year:04d}-12-31" if story.anchor else None)
