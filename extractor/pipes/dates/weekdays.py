"""Weekdays: "Friday", "last Tuesday", "Monday to Thursday", "the first Sunday in May"."""

import re
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


def weekday(found: Found, story: Story, *, end: int | None = None) -> Value | None:
    """ "Friday", "late last Tuesday", "Monday night"; `end` where the sequence is longer than the day."""
    part = found.parts
    number = int(part["w"].value)
    if "nd" in part and not _is_numbered(found, story):
        return weekday(found._replace(parts={"w": part["w"]}), story, end=part["w"].end)
    if "nd" in part:
        return _numbered(found, story, number, int(float(part["nd"].value)))
    day = weekday_value(story, part["w"].start, number, part["r"].code if "r" in part else "")
    opens = story.opens_range(found.start) if "r" not in part else None
    week = story.week_before(found.start) if "r" not in part else None
    if opens is not None:
        day = calendar.shifted(opens, (number - opens.isoweekday()) % 7 or 7)
    if week is not None:
        day = calendar.shifted(week, number - 1)
    if day is None:
        return Value("DATE" if "p" not in part else "TIME", f"XXXX-WXX-{number}", "text", end=end)
    if "p" in part:
        return Value("TIME", f"{day.isoformat()}T{part['p'].value}")
    return Value("DATE", day.isoformat(), end=end)


def _is_numbered(found: Found, story: Story) -> bool:
    """Whether "the fourth" behind a weekday is its number: "Friday, the fourth decline" counts declines."""
    spelled = not story.text[found.parts["nd"].start].isdigit()
    return not spelled or story.text[found.end : found.end + 1] in STOPS


def _numbered(found: Found, story: Story, weekday: int, number: int) -> Value | None:
    """ "Monday the 9th": the day of that name nearest the paper's."""
    end = found.parts["w"].end
    if story.anchor is None:
        return Value("DATE", f"XXXX-WXX-{weekday}", "text", end=end)
    first = story.anchor.replace(day=1).toordinal()
    side, now = story.direction(found.parts["w"].start), story.anchor.toordinal()

    def cost(day: int) -> tuple[bool, int]:
        """Whether the tense forbids it, as such a day comes twice a year at least, and how far off it is."""
        return (day - now) * side < 0, abs(day - first - 15)

    near = sorted(range(first - 300, first + 330), key=cost)
    days = (date.fromordinal(day) for day in near if 1 <= day <= date.max.toordinal())
    day = next((day for day in days if day.day == number and day.isoweekday() == weekday), None)
    return Value("DATE", day.isoformat()) if day else None


GOES_ON = re.compile(r"[.,;?!:)]|\s(?:between|from|at|until|till|to|and\s\w{3,6}day\s\d)\b|\Z")
"""Behind "Friday 31" where it is a day and no count."""
STOPS = ("", ".", ",", ";", "?", "!", ":", ")")
"""Behind "the 14th" where it is a day: "on the 14th floor" goes on."""
NEAR = 500
"""Characters around "the 17th" within which golf is told by its words."""


def numbered(found: Found, story: Story) -> Value | None:
    """ "Friday 31", "Mon 13": the day of that name and number nearest the paper's; "Monday 12 people came" is none."""
    number = found.parts["nd"]
    plain = GOES_ON.match(story.text, found.end) is not None and number.value.isdigit()
    if not plain or not 1 <= int(number.value) <= 31 or not story.text[number.start].isdigit():
        return weekday(found._replace(parts={"w": found.parts["w"]}), story, end=found.parts["w"].end)
    return weekday(found, story)


def day(found: Found, story: Story) -> Value | None:
    """ "on the 14th", "until the 3rd of next month"; "the 14th floor" and "on the 14th hole" are none."""
    part = found.parts
    number = int(float(part["d"].value))
    if story.anchor is None or not _is_day(found, story, number):
        return None
    if "u" in part:
        return _day_in(story, number, int(part["r"].value or 0) if "r" in part else 0)
    side = story.direction(found.start)
    ahead = side > 0 or (side == 0 and 0 <= number - story.anchor.day <= 10)
    passed = number < story.anchor.day if ahead else number > story.anchor.day
    step = 1 if ahead else -1
    return _day_in(story, number, step * passed) or _day_in(story, number, step * (passed + 1))


def _is_day(found: Found, story: Story, number: int) -> bool:
    """Whether an ordinal is a day of the month: with the month's name for it, or led and followed as days are."""
    part = found.parts
    spelled = not story.text[part["d"].start].isdigit()
    if not 1 <= number <= 31 or (spelled and number < 20):
        return False
    if "u" in part:
        stands = part["u"].value == "M"
    else:
        stands = story.follows(found.start, "before a day") and _ends(story, found.end)
    return stands and not _is_course(found, story)


BEHIND = re.compile(r"\s((?:and the|[a-z]{2,12}|)\b)")


def _ends(story: Story, at: int) -> bool:
    """Whether a clause ends behind a day, or goes on without a noun: "on the 14th.", "from the 14th to"."""
    text = story.text
    behind = BEHIND.match(text, at)
    return text[at : at + 1] in STOPS or (behind is not None and behind[1] in story.context["behind a day"])


def _is_course(found: Found, story: Story) -> bool:
    """Whether "the 17th" is a hole or an inning."""
    around = story.text[max(0, found.start - NEAR) : found.end + NEAR].lower()
    return not story.context["course"].isdisjoint(around.replace(".", " ").replace(",", " ").split())


def _day_in(story: Story, number: int, offset: int) -> Value | None:
    """The day of that number so many months off; None where the month has none."""
    anchor = story.anchor or date(2000, 1, 1)
    value = calendar.month_value(anchor.year, anchor.month + offset)
    known = calendar.day_value(int(value[:4]), int(value[5:]), number) if value else None
    return Value("DATE", known.isoformat()) if known else None


def nth(found: Found, story: Story) -> Value | None:
    """ "the first Sunday in May", "the last Friday of the month", "the second Tuesday of November 2004"."""
    part = found.parts
    if "m" not in part and part["u"].value != "M":
        return None
    if story.anchor is None and not ("m" in part and "y" in part):
        return Value("DATE", f"XXXX-{int(part['m'].value):02d}", "text") if "m" in part else Value("DATE", None)
    year, month = _month_of(found, story)
    number = -1 if part["o"].code == "last" else int(float(part["o"].value))
    days = [calendar.day_value(year, month, day) for day in range(1, 32)]
    named = [day for day in days if day is not None and day.isoweekday() == int(part["w"].value)]
    if not (number == -1 or 1 <= number <= len(named)):
        return None
    return Value("DATE", named[number - (number > 0)].isoformat(), "text" if "y" in part else "anchor")


def _month_of(found: Found, story: Story) -> tuple[int, int]:
    """Year and month in which a weekday is counted: the one that is named, or one beside the paper's."""
    part = found.parts
    if "m" in part:
        month = int(part["m"].value)
        return int(part["y"].value) if "y" in part else year_of_month(story, found.start, month), month
    anchor = story.anchor or date(1, 1, 1)
    value = calendar.month_value(anchor.year, anchor.month + int(part["r"].value or 0))
    return (int(value[:4]), int(value[5:])) if value else (1, 1)


def nth_set(found: Found, _story: Story) -> Value | None:
    """ "the first Monday of every month"."""
    return Value("SET", f"P1{found.parts['u'].value}", "text") if found.parts["u"].value in ("M", "Y") else None
