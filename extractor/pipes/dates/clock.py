"""Times of day: "10:35 a.m.", "0415 GMT", "noon Thursday", "half past five", "4 in the morning"."""

import re
from datetime import date

from extractor.pipes.dates import calendar
from extractor.pipes.dates.absolute import day_of_month
from extractor.pipes.dates.durations import lasting
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.story import Story, Value
from extractor.pipes.dates.weekdays import weekday_value


def time(found: Found, story: Story) -> Value | None:
    """ "10:35 a.m.", "5 p.m. EST Nov. 9", "noon Thursday", "4 in the morning"; of the day told last."""
    return _at(found, story, _clock(found, story))


def _at(found: Found, story: Story, clock: str | None) -> Value | None:
    """The time of day on the day that stands with it, or on the one told last."""
    if clock is None:
        return None
    day = _day_of_time(found, story)
    if day is None:
        return Value("TIME", None if not clock else f"XXXX-XX-XXT{clock}", "text")
    return Value("TIME", f"{day.isoformat()}T{clock}", "text" if "y" in found.parts else "anchor")


def time_set(found: Found, story: Story) -> Value | None:
    """ "6 p.m. Fridays", "at noon on Sundays"."""
    clock = _clock(found, story)
    return Value("SET", f"XXXX-WXX-{found.parts['w'].value}T{clock}", "text") if clock else None


AT = ("at", "by", "until", "from", "around", "about", "after", "before", "since", "to")
HOURS = re.compile(r"(\d{1,2})(?:[:.](\d\d))?")


def _clock(found: Found, story: Story) -> str | None:
    """ "17:00", or None where the digits are no time of day."""
    part = found.parts
    if "t" in part:
        before = story.text[max(0, found.start - 10) : found.start].lower().split()
        lone = found.first == found.last and (not before or before[-1] not in AT)
        return None if lone else part["t"].value
    shown = part["c"] if "c" in part else part["h"]
    match = HOURS.fullmatch(shown.value[:5])
    if match is None:
        return None
    hour, minute = int(match.group(1)), int(match.group(2) or 0)
    late = part["p"].value if "p" in part else ""
    if hour > 24 or minute > 59 or (late and hour > 12):
        return None
    if "c" in part and found.first == found.last:
        before = story.text[max(0, found.start - 10) : found.start].lower().split()
        if not before or before[-1] not in AT:
            return None
    if late in ("p", "AF", "EV", "NI") and hour < 12 and not (late == "NI" and hour < 5):
        hour += 12
    elif (late == "a" and hour == 12) or (late == "NI" and hour == 12):
        hour = 0
    return f"{hour:02d}:{minute:02d}"


TOLD, HERE = 600, 160
"""Characters within which a time belongs to the day told before it."""


def _day_of_time(found: Found, story: Story) -> date | None:
    part = found.parts
    if "dd" in part:
        offset = int(part["dd"].value) if part["dd"].value.lstrip("-").isdigit() else 0
        return calendar.shifted(story.anchor, offset) if story.anchor else None
    if "m" in part:
        value = day_of_month(found._replace(parts={k: v for k, v in part.items() if k != "p"}), story)
        span = calendar.interval(value.value) if value else None
        return span[0] if span else None
    if "v" in part:
        return weekday_value(story, found.start, int(part["v"].value))
    told = story.direction(found.start) < 0  # what is told in the past goes on with the day it is told of
    return story.day(found.start, near=TOLD if told else HERE)


def hours(found: Found, story: Story) -> Value | None:
    """ "at 0415 GMT", "by 1500 hours"; "it took 1500 hours" is a length."""
    part = found.parts
    shown = story.text[part["h"].start : part["h"].end]
    before = story.text[max(0, found.start - 10) : found.start].lower().split()
    units = part.get("u")
    four = len(shown) == 4 and shown.isascii() and shown.isdigit() and shown < "2400" and shown[2:] < "60"
    if units is None:
        return _at(found, story, f"{shown[:2]}:{shown[2:]}" if four else None)
    if four and units.value == "TH" and (shown[0] == "0" or before[-1:] in ([word] for word in AT)):
        return _at(found, story, f"{shown[:2]}:{shown[2:]}")
    value = lasting(found._replace(parts={"n": part["h"], "u": units}), story)
    return value._replace(end=units.end) if value else None


MINUTES = {str(minute): minute for minute in range(5, 30, 5)}
"""What is told with "past": fives."""


def past_hour(found: Found, story: Story) -> Value | None:
    """ "half past five", "a quarter to six in the evening"; "from ten to four" is none."""
    part = found.parts
    link = next(word for word in story.text[part["f"].end : part["h"].start].lower().split() if word)
    minutes = {"half": 30, "qtr": 15}.get(part["f"].code) or MINUTES.get(part["f"].value, 60)
    if link not in ("past", "to") or (link == "to" and part["f"].code != "qtr") or minutes > 59:
        return None
    hour = _clock(found, story)
    if hour is None or len(part["h"].value) > 2:
        return None
    total = int(hour[:2]) * 60 + (minutes if link == "past" else -minutes)
    return _at(found, story, f"{total // 60 % 24:02d}:{total % 60:02d}")
