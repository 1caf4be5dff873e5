"""Dates that name their day, month or year: "March 3, 2009", "early 1990s", "44 B.C."."""

import re
from collections.abc import Mapping
from datetime import date

from extractor.pipes.dates import calendar, numeric
from extractor.pipes.dates.figures import hour
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.lexer import Lexeme
from extractor.pipes.dates.relative import month as month_of_year
from extractor.pipes.dates.relative import nearest_year
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
    year = _full(part["y"].value) if "y" in part else _year(story, found, month, day)
    if "uy" in part and part["uy"].value != "Y":
        return day_of_month(found._replace(parts={k: v for k, v in part.items() if k not in ("ry", "uy")}), story)
    if "uy" in part:
        year = story.anchor.year + int(part["ry"].value or 0) if story.anchor else None
    if year is not None and "later" in part and int(part["later"].value) < month:
        year -= 1  # "from Dec. 30 to Jan. 2, 2001"
    if not 1 <= day <= calendar.month_length(year or 2000, month):
        value = month_of_year(found, story)  # "May 65" is a month and a number
        return value._replace(end=part["m"].end) if value else None
    spans = "d2" not in part or part["d"].start < part["m"].start or day < int(part["d2"].value) <= 31
    cut = None if spans or "m2" in part else part["d"].end  # "from 38 percent on July 14 to 46 percent"
    if year is None:
        return Value("DATE", f"XXXX-{month:02d}-{day:02d}", "text", end=cut)
    first = calendar.day_value(year, month, day)
    if first is None:
        return None
    base = "text" if "y" in part else "anchor"
    to_month = int(part["m2"].value) if "m2" in part else month
    last = calendar.day_value(year, to_month, int(part["d2"].value)) if "d2" in part else None
    if last is not None and last > first:
        return Value("DATE", f"{first.isoformat()}/{last.isoformat()}", base)
    if "c" in part:
        return _timed(part, first, base)
    if "p" in part:
        return Value("TIME", f"{first.isoformat()}T{part['p'].value}", base)
    return Value("DATE", first.isoformat(), base, end=cut)


def _full(shown: str) -> int:
    """A year of two figures in full: "19-Nov-12"."""
    return int(shown) if len(shown) > 2 else int(shown) + (2000 if int(shown) < 70 else 1900)


def _timed(part: Mapping[str, Lexeme], day: date, base: str) -> Value:
    """ "July 7, 2013 6:20 PM", "Wed Oct 26 15:50:06 2016"; the day alone where the figures are no time of day."""
    clock = hour(part["c"].value, part["pm"].value if "pm" in part else "")
    if clock is None:
        return Value("DATE", day.isoformat(), base, end=part["y"].end if part["y"].end < part["c"].start else None)
    return Value("TIME", f"{day.isoformat()}T{clock}", base)


def days_of(found: Found, story: Story) -> Value | None:
    """ "between 3 and 12 of September", "18 and 19 June", "from 26 June to 28 June in 2020": two dates."""
    part = found.parts
    month = int(part["m"].value)
    second = int(part["m2"].value) if "m2" in part else month
    days = int(part["d"].value), int(part["d2"].value)
    year = int(part["y"].value) if "y" in part else _year(story, found, month, days[0])
    if days[0] >= days[1] and second == month:
        return None
    if year is None:
        values = [f"XXXX-{number:02d}-{day:02d}" for number, day in zip((month, second), days, strict=True)]
    else:
        first = calendar.day_value(year - (second < month and "y" in part), month, days[0])
        last = calendar.day_value(year + (second < month and "y" not in part), second, days[1])
        if first is None or last is None:
            return None
        values = [first.isoformat(), last.isoformat()]
    base = "text" if "y" in part else "anchor"
    start = min(part["d"].start, part["m"].start) if "m2" in part else part["d"].start
    then = Value("DATE", values[1], base, start=_word_at(story.text, part["j"].end), end=found.end)
    end = max(part["d"].end, part["m"].end) if "m2" in part else part["d"].end
    joins = "b" in part or part["j"].code != "and"
    return Value("DATE", values[0], base, start=start, end=end, then=then, joins=joins)


def _word_at(text: str, at: int) -> int:
    """The first place from `at` on that is no space."""
    while text[at].isspace():
        at += 1
    return at


def figured(found: Found, story: Story) -> Value | None:
    """ "this Friday 5/12", "on 10/1": month and day, or day and month where the article writes them so."""
    part = found.parts
    behind = story.text[found.end : found.end + 4]
    if "b1" in part and (behind.startswith((" of", "-")) or behind[1:].isdigit()):
        return None  # "on 3/4 of the land"
    known = _figured(story, found, part["a"], part["b1"] if "b1" in part else part["b"])
    start = part["w"].start if "w" in part else part["a"].start
    return Value("DATE", known, start=start) if known else None


def figured_days(found: Found, story: Story) -> Value | None:
    """ "10/1-11/7", "from 5/1-5/7, 2020"."""
    part = found.parts
    first, last = _figured(story, found, part["a"], part["a1"]), _figured(story, found, part["b"], part["b1"])
    if first is None or last is None or (part["j"].code == "and" and "b" not in part):
        return None
    then = Value("DATE", last, start=part["b"].start, end=found.end)
    return Value("DATE", first, start=part["a"].start, end=part["a1"].end, then=then, joins=True)


def _figured(story: Story, found: Found, first: Lexeme, second: Lexeme) -> str | None:
    """The day of two figures; None where they are none: "24/7", "10/1 odds"."""
    one, other = int(first.value), int(second.value)
    month, day = (other, one) if one > 12 or (story.day_first and other <= 12) else (one, other)
    if not (1 <= month <= 12 and 1 <= day <= calendar.month_length(2000, month)):
        return None
    year = int(found.parts["y"].value) if "y" in found.parts else _year(story, found, month, day)
    known = calendar.day_value(year, month, day) if year else None
    return known.isoformat() if known else f"XXXX-{month:02d}-{day:02d}" if year is None else None


def _year(story: Story, found: Found, month: int, day: int) -> int | None:
    """The year of a day without one: where its weekday fits, else the nearest by tense."""
    weekday, which = found.parts.get("w"), found.parts.get("r")
    if (month, day) == (9, 11) and _is_attack(story, found):
        return 2001
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


GOES_ON = re.compile(r"\s*(?:[.,;:)]|\Z|\n|(?:in|at|on|for|with|to|and|of|by|from|during|as|when)\b)")


def second_day(found: Found, story: Story) -> Value | None:
    """The 25th of "April 24 and 25"; in "on May 3 and 25 people" it is none."""
    told = story.told[-1][1] if story.told else ""
    span = calendar.interval(told)
    joined = story.ended == found.start - 1 and story.text[story.ended - 1 : story.ended].isdigit()
    if not joined or span is None or span[0] != span[1] or not GOES_ON.match(story.text, found.end):
        return None
    day = calendar.day_value(span[0].year, span[0].month, int(found.parts["d"].value))
    base = "text" if "y" in found.parts else "story"
    return Value("DATE", day.isoformat(), base, start=found.parts["d"].start) if day and day > span[0] else None


ATTACKED = re.compile(r"\W+(?:(?:terror|terrorist)\s+)?(?:attack|hijack|terror)")


def _is_attack(story: Story, found: Found) -> bool:
    """Whether the 11th of September is that of 2001: "the Sept. 11 attacks", "since Sept. 11"."""
    before = story.text[max(0, found.start - 6) : found.start].lower()
    past = story.anchor is None or story.anchor.year > 2001
    told = ATTACKED.match(story.text, found.end) or before.endswith(("since ", "post-", "pre-"))
    return past and told is not None and bool(told)


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
    after = story.text[lexeme.end : lexeme.end + 32]
    if MONEY.search(before) or NO_YEAR.match(after):
        return None
    hedge = found.parts.get("h")
    if OF_NUMBER.search(before) or (hedge is not None and (not hedge.value or number < FIRST)):
        return None  # "461-1776" is a telephone's, "more than 2000" a count; "about 1850" is a year
    if (found.first == found.last or hedge is not None) and not _is_year(number, before, after):
        return None
    return Value("DATE", calendar.year_value(number), "text")


NO_YEAR = re.compile(r"\s?(?:%|percent|GMT|hours|hrs|°|km|kg|mph|/|\.\d|,\d{3}|\+|[-–—]\s?(?:2[2-9]|[3-9]\d)\d\d\b)")
"""Behind four figures that are a measure, or the lower end of a range that no year ends: "2000 - 2500 calories"."""
OF_NUMBER = re.compile(r"\d\s?[-–.]\s?\Z")
FIRST = 1500
"""Below, four figures with a hedge are a count: "about 1000 came"."""


COUNTS = re.compile(r"\s(?:to|and|or)\s\d{4}\s[a-z]{2,14}s\b(?!')")
"""Behind the first of two counts: "from 1200 to 2400 workers"; the years of "from 1880 to 1914" count nothing."""


def _is_year(number: int, before: str, after: str) -> bool:
    """Whether four figures alone are a year."""
    if not 1000 <= number <= 2100:
        return False
    counted = re.match(r"\s(?:[a-z]+[^\Ws]s|people|men|women|children)\b(?!')", after)
    if counted and not re.search(r"(?:\b(?:the|a|its|their|his|her|in|since)\s+|[^\W\d_]-)\Z", before, re.IGNORECASE):
        return False
    return 1900 <= number <= 2050 or (OPENERS.search(before) is not None and COUNTS.match(after) is None)


def years(found: Found, story: Story) -> Value | None:
    """ "2012-13", "1939–1945"."""
    first = int(found.parts["y"].value)
    second = found.parts["y2"].value
    last = first // 100 * 100 + int(second) if len(second) == 2 else int(second)
    month = last < first and len(second) == 2 and 1 <= int(second) <= 12 and story.text[found.end - 3] == "-"
    if month and found.end - found.start == len("2015-12"):
        return Value("DATE", f"{first:04d}-{second}", "text")
    if last <= first or last - first > 150 or not 1000 <= first <= 2100 or len(second) not in (2, 4):
        return Value("DATE", calendar.year_value(first), "text", end=found.parts["y"].end) if first > 1900 else None
    return Value("DATE", f"{first:04d}/{last:04d}", "text")


def decade(found: Found, story: Story) -> Value | None:
    """ "the early 1990s", "the '80s"; "in his 30s" is an age."""
    lexeme = found.parts["dec"]
    digits = "".join(char for char in lexeme.value if char.isdigit())
    if len(digits) == 2:
        owned = POSSESSIVE.search(story.text[max(0, found.start - 24) : found.start])
        shown = story.text[lexeme.start]
        decades = DECADES.search(story.text[max(0, found.start - 12) : found.start])
        if owned or (not decades and found.first == found.last and shown.isdigit()):
            return None
        digits = (decades[1] if decades else "20" if digits in ("00",) else "19") + digits
    return Value("DATE", digits[:3], "text")


DECADES = re.compile(r"\b(1\d|20)\d0['’]?s (?:and|or|to) (?:the )?\Z")
"""Before "70s" that is a decade and no age: "the 1960s and 70s"."""


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
    """ "2007-07-10", "10/07/2007", "23.04.2022 14:55"."""
    part = found.parts
    value = numeric.read(part["iso"].value, day_first=story.day_first)
    if value is None or "c" not in part or value.type == "TIME":
        return value if value is None else value._replace(end=part["iso"].end)
    clock = hour(part["c"].value, part["p"].value if "p" in part else "")
    if clock is None:
        return value._replace(end=part["iso"].end)
    return value._replace(type="TIME", value=f"{value.value}T{clock}")


def era(found: Found, _story: Story) -> Value | None:
    """ "44 B.C.", "A.D. 300", "the first century B.C."; TIMEX3 writes years before Christ with BC."""
    part = found.parts
    before_christ = part["e"].value == "BC"
    if "o" in part and part["e"].value != "AH":
        number = int(float(part["o"].value)) - 1
        return Value("DATE", f"BC{number:02d}" if before_christ else f"{number:02d}", "text") if number >= 0 else None
    shown = part["n"].value if "n" in part else ""
    if part["e"].value == "AH" or not shown.isdigit() or not 1 <= int(shown) <= 9999:
        return None
    return Value("DATE", f"BC{int(shown):04d}" if before_christ else f"{int(shown):04d}", "text")
