"""Dates that name their day, month or year: "March 3, 2009", "early 1990s", "10 p.m. Wednesday"."""

import re
from datetime import date

from extractor.pipes.dates import calendar, numeric
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.relative import month as month_of_year
from extractor.pipes.dates.relative import nearest_year, weekday_value
from extractor.pipes.dates.story import Story, Value

POSSESSIVE = re.compile(r"(?:his|her|their|its|my|your|our)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
OPENERS = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|before|after|during|to|and|or|through|for|around|about|late|early|mid|"
    r"between|the|until|than|year|circa|c\.|back|ca\.|christmas|summer|spring|winter|autumn|fall|copyright|its|a|an|"
    r"his|their|election|season|on|as|with|through)|[(,\[©–—/-])\s*\Z",
    re.IGNORECASE,
)
IS_NOW = re.compile(r"(?:\bis|['’]s)\s(?:now\s)?\Z")
MONEY = re.compile(
    r"(?:[$£€¥#№]|\b(?:no|number|flight|page|room|route|highway|dlrs|rs|us|section|channel)\.?)\s*\Z", re.IGNORECASE
)


def day_of_month(found: Found, story: Story) -> Value | None:
    """ "Tuesday, July 10, 2007", "3 May", "May 3-5"; without a year the one nearest by tense."""
    part = found.parts
    month, day = int(part["m"].value), int(part["d"].value)
    year = int(part["y"].value) if "y" in part else _year(story, found, month, day)
    if year is not None and "later" in part and int(part["later"].value) < month:
        year -= 1  # "from Dec. 30 to Jan. 2, 2001"
    if not 1 <= day <= calendar.month_length(year or 2000, month):
        value = month_of_year(found, story)  # "May 65" is a month and a number
        return value._replace(end=part["m"].end) if value else None
    if year is None:
        return Value("DATE", f"XXXX-{month:02d}-{day:02d}", "text")
    first = calendar.day_value(year, month, day)
    if first is None:
        return None
    base = "text" if "y" in part else "anchor"
    to_month = int(part["m2"].value) if "m2" in part else month
    last = calendar.day_value(year, to_month, int(part["d2"].value)) if "d2" in part else None
    if last is not None and last > first:
        return Value("DATE", f"{first.isoformat()}/{last.isoformat()}", base)
    if "p" in part:
        return Value("TIME", f"{first.isoformat()}T{part['p'].value}", base)
    return Value("DATE", first.isoformat(), base)


def _year(story: Story, found: Found, month: int, day: int) -> int | None:
    """The year of a day without one: where its weekday fits, else the nearest by tense."""
    weekday, which = found.parts.get("w"), found.parts.get("r")
    if story.anchor is None:
        return None
    if which is not None and which.code != "this":
        passed = (month, day) < (story.anchor.month, story.anchor.day)
        return story.anchor.year - (not passed) if which.code == "last" else story.anchor.year + passed
    years = [story.anchor.year + offset for offset in (0, -1, 1, -2, 2)]
    if weekday is not None:
        for year in years:
            candidate = calendar.day_value(year, month, day)
            if candidate is not None and candidate.isoweekday() == int(weekday.value):
                return year
    return nearest_year(story, found.start, month, day)


def week_of(found: Found, story: Story) -> Value | None:
    """ "the week of March 6"."""
    value = day_of_month(found, story)
    if value is None or value.value is None or found.parts["u"].value != "W":
        return None
    span = calendar.interval(value.value)
    return Value("DATE", calendar.week_value(span[0]), value.base) if span else None


def year(found: Found, story: Story) -> Value | None:
    """A year, where four figures are one: "in 1998", "the 2003 invasion", not "1800 boats" and "$2000"."""
    lexeme = found.parts["y"]
    number = int(lexeme.value)
    before = story.text[max(0, found.start - 24) : lexeme.start]
    after = story.text[lexeme.end : lexeme.end + 16]
    if MONEY.search(before) or re.match(r"\s?(?:%|percent|GMT|hours|hrs|°|km|kg|mph|/|\.\d|,\d{3})", after):
        return None
    if found.first == found.last and not _is_year(number, before, after):
        return None
    return Value("DATE", calendar.year_value(number), "text")


def _is_year(number: int, before: str, after: str) -> bool:
    """Whether four figures alone are a year."""
    if not 1000 <= number <= 2100:
        return False
    counted = re.match(r"\s(?:[a-z]+s|people|men|women|children)\b(?!')", after)
    if counted and not re.search(r"\b(?:the|its|their|his|her|in|since)\s+\Z", before, re.IGNORECASE):
        return False
    return 1900 <= number <= 2050 or OPENERS.search(before) is not None


def years(found: Found, _story: Story) -> Value | None:
    """ "2012-13", "1939–1945"."""
    first = int(found.parts["y"].value)
    second = found.parts["y2"].value
    last = first // 100 * 100 + int(second) if len(second) == 2 else int(second)
    if last <= first or last - first > 150 or not 1000 <= first <= 2100 or len(second) not in (2, 4):
        return Value("DATE", calendar.year_value(first), "text", end=found.parts["y"].end) if first > 1900 else None
    return Value("DATE", f"{first:04d}/{last:04d}", "text")


def decade(found: Found, story: Story) -> Value | None:
    """ "the early 1990s", "the '80s"; "in his 30s" is an age."""
    lexeme = found.parts["dec"]
    digits = "".join(char for char in lexeme.value if char.isdigit())
    if len(digits) == 2:
        owned = POSSESSIVE.search(story.text[max(0, found.start - 24) : found.start])
        if owned or (found.first == found.last and lexeme.value[0].isdigit()):
            return None
        digits = ("20" if digits in ("00",) else "19") + digits
    return Value("DATE", digits[:3], "text")


def ordinal(found: Found, story: Story) -> Value | None:
    """ "the 20th century" is 19, as its years begin; "the second day" is today where it is said to be."""
    number = int(float(found.parts["o"].value))
    if found.parts["u"].value == "D" and story.text[found.end : found.end + 1] != "-":
        is_now = IS_NOW.search(story.text[max(0, found.start - 12) : found.start])
        day = story.day(found.start) if is_now else None
        return Value("DATE", day.isoformat() if day else None, "story")
    if found.parts["u"].value != "C" or re.match(r" [A-Z][a-z]", story.text[found.end : found.end + 3]):
        return None  # "20th Century Fox" made films
    return Value("DATE", f"{number - 1:02d}", "text") if 1 < number < 30 else None


def iso(found: Found, story: Story) -> Value | None:
    """ "2007-07-10", "10/07/2007"."""
    return numeric.read(found.parts["iso"].value, day_first=story.day_first)


def time(found: Found, story: Story) -> Value | None:
    """ "10:35 a.m.", "5 p.m. EST Nov. 9", "noon Thursday", "4 in the morning"; of the day told last."""
    clock = _clock(found, story)
    if clock is None:
        return None
    day = _day_of_time(found, story)
    if day is None:
        return Value("TIME", None if not clock else f"XXXX-XX-XXT{clock}", "text")
    return Value("TIME", f"{day.isoformat()}T{clock}", "text" if "y" in found.parts else "anchor")


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
    return story.day(found.start, near=160)
