"""Times counted in units: "two weeks ago", "a month later", "a week ago Monday", "the day after Christmas"."""

from datetime import date

from extractor.pipes.dates import calendar
from extractor.pipes.dates.durations import amount, duration, share
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.story import FUTURE, NOTHING, PAST, Story, Value
from extractor.pipes.dates.weekdays import weekday_value
from extractor.pipes.dates.yearly import holiday
from extractor.vocabulary import TimexType

LONG = {"Y": 1.0, "E": 10.0, "C": 100.0}
"""Years of the units of which parts are told: "half a century ago"."""


def ago(found: Found, story: Story) -> Value | None:
    """ "two weeks ago", "a decade ago", "three years from now"; the grain is that of the unit."""
    part = found.parts
    letter, ahead = part["u"].value, part["way"].code == "hence"
    count = None if "n" not in part else amount(part["n"]) if part["n"].code not in ("a", "another") else 1.0
    if "f" in part:
        count = 1.5 if "n" in part else share(part["f"])
    if count is None:
        return Value("DATE", FUTURE if ahead else PAST, "text")
    kind: TimexType = "TIME" if letter.startswith("T") else "DATE"
    if story.anchor is None:
        return Value(kind, None)
    if "w" in part or "dd" in part:
        return _ago_on(found, story, count)
    if kind == "TIME":
        return Value("TIME", f"{story.anchor.isoformat()}TXX:XX")
    return Value("DATE", counted(story.anchor, letter, count if ahead else -count, weeks=True))


def in_time(found: Found, story: Story) -> Value | None:
    """ "in three weeks' time", "will leave in two weeks": the day they lead to; "was built in two weeks" took them."""
    part = found.parts
    letter = part["u"].value
    count = amount(part["n"]) if "n" in part else 1.0
    if letter.startswith("T") or letter == "WE" or ("t" not in part and story.direction(part["u"].start) <= 0):
        return None
    start = next(at for at in range(found.start + 2, found.end) if not story.text[at].isspace())
    if count is None:
        return Value("DATE", FUTURE, "text", start=start) if "t" in part else None
    value = counted(story.anchor, letter, count, weeks=False) if story.anchor else None
    return Value("DATE", value, start=start)


def counted(base: date, letter: str, count: float, *, weeks: bool = True) -> str | None:
    """The value so many units from a day; weeks as weeks, or as the day that they lead to."""
    if abs(count) > 5000 * 400:
        return None
    days = {"D": 1, "W": 7, "F": 14}
    if letter in days:
        day = calendar.shifted(base, round(count * days[letter]))
        if letter != "D" and weeks:
            return calendar.week_value(day)
        return day.isoformat() if day else None
    if letter in LONG and not (count * LONG[letter]).is_integer():
        count, letter = count * LONG[letter] * 12, "Y12"
    if letter in ("M", "Q", "Y12"):
        month_number = base.month + round(count * (3 if letter == "Q" else 1))
        value = calendar.month_value(base.year, month_number)
        span = calendar.interval(value)
        if letter == "Y12":
            return value[:4] if value else None
        return calendar.quarter_value(span[0].year, calendar.quarter_of(span[0])) if letter == "Q" and span else value
    years = {"Y": 1, "E": 10, "C": 100}
    return calendar.year_value(base.year + round(count * years[letter])) if letter in years else None


def moved(day: date, letter: str, count: int) -> date | None:
    """The day so many units on; of months and years the same day of the month, or its last."""
    if letter in ("D", "W"):
        return calendar.shifted(day, count * (7 if letter == "W" else 1))
    value = calendar.month_value(day.year, day.month + count * (12 if letter == "Y" else 1))
    if value is None:
        return None
    year, month = int(value[:4]), int(value[5:])
    return calendar.day_value(year, month, min(day.day, calendar.month_length(year, month)))


def shift(found: Found, story: Story) -> Value | None:
    """ "two days later", "a month earlier", "the day after"; before a noun a length."""
    part = found.parts
    letter, way = part["u"].value, part["way"]
    count = amount(part["n"]) if "n" in part else 1.0
    rest = story.text[found.end : found.end + 12].lstrip()
    joining = story.text[way.start : way.end].lower() in ("before", "after") and rest[:1].isalnum()
    if rest.startswith("than"):
        return NOTHING
    if part["u"].code == "part" or (joining and "n" not in part):
        return None
    if joining or letter.startswith("T"):
        return Value("DURATION", duration(count, letter), "text", end=part["u"].end if joining else None)
    back = way.code in ("earlier", "before", "previously")
    if count is None:
        return Value("DATE", PAST if back else FUTURE, "text")
    base = story.base(found.start, letter)
    return Value("DATE", counted(base, letter, -count if back else count, weeks=False) if base else None, "story")


def _ago_on(found: Found, story: Story, count: float) -> Value | None:
    """ "a week ago Monday", "a year ago today"; "a month ago Monday" is no day of the calendar's."""
    part = found.parts
    letter, anchor = part["u"].value, story.anchor
    if anchor is None or letter.startswith("T"):
        return None
    day: date | None = anchor
    if "w" in part:
        if letter != "W":
            return Value("DATE", counted(anchor, letter, -count, weeks=True), end=part["way"].end)
        day = weekday_value(story, part["w"].start, int(part["w"].value), "this")
        if day is not None and day > anchor:
            day = calendar.shifted(day, -7)
    elif part["dd"].value != "0":
        return Value("DATE", counted(anchor, letter, -count, weeks=True), end=part["way"].end)
    if day is None:
        return None
    if letter in ("M", "Y"):
        months = round(count * (12 if letter == "Y" else 1))
        value = calendar.month_value(day.year, day.month - months)
        then = calendar.day_value(int(value[:4]), int(value[5:]), day.day) if value else None
        return Value("DATE", then.isoformat() if then else value)
    return Value("DATE", counted(day, letter, -count, weeks=False))


def _beside_year(year: int, letter: str, *, back: bool) -> Value | None:
    """ "the year after 1945"; "the day before 1945" is none."""
    return Value("DATE", calendar.year_value(year + (-1 if back else 1)), "text") if letter == "Y" else None


def _neighbour(found: Found, story: Story) -> date | None:
    """The day that something lies beside: last Tuesday, yesterday, Christmas."""
    part = found.parts
    if part["h"].code == "wday":
        return weekday_value(story, found.start, int(part["h"].value), part["r"].code)
    if part["h"].code == "deictic":
        return calendar.shifted(story.anchor, int(part["h"].value)) if story.anchor else None
    value = holiday(found._replace(parts={"h": part["h"]}), story)
    span = calendar.interval(value.value) if value else None
    return span[0] if span and span[0] == span[1] else None


def beside(found: Found, story: Story) -> Value | None:
    """ "the day before yesterday", "the week before Easter", "the night before Christmas"."""
    part = found.parts
    back = part["way"].code == "before"
    if part["h"].code == "year":
        return _beside_year(int(part["h"].value), part["u"].value, back=back)
    if part["h"].code == "deictic" and not part["h"].value.lstrip("-").isdigit():
        return None
    known = _neighbour(found, story)
    if part["u"].code == "part":
        day = calendar.shifted(known, -1 if back else 0) if known else None
        return Value("TIME", f"{day.isoformat()}T{part['u'].value}" if day else None)
    if part["u"].value not in ("D", "W", "M", "Y"):
        return None
    if known is None:
        return Value("DATE", None)
    value_of = counted(known, part["u"].value, -1 if back else 1, weeks=True)
    return Value("DATE", value_of)
