"""Days that name their month or stand in figures: "March 3, 2009", "May 3-5", "the Sept. 11 attacks", "2007-07-10"."""

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


def day_of_month(found: Found, story: Story) -> Value | None:
    """ "Tuesday, July 10, 2007", "3 May", "May 3-5", "Dec. 7 last year"; without a year the one nearest by tense."""
    part = found.parts
    if "uy" in part and part["uy"].value != "Y":
        return day_of_month(found._replace(parts=_without(part, "ry", "uy")), story)
    month, day = int(part["m"].value), int(part["d"].value)
    year = _year_told(found, story, month, day)
    if not 1 <= day <= calendar.month_length(year or 2000, month):
        value = month_of_year(found, story)  # "May 65" is a month and a number
        return value._replace(end=part["m"].end) if value else None
    end = _end_of_first(part)
    if year is None:
        return Value("DATE", f"XXXX-{month:02d}-{day:02d}", "text", end=end)
    first = calendar.day_value(year, month, day)
    return None if first is None else _valued(part, first, "text" if "y" in part else "anchor", end)


def _without(part: dict[str, Lexeme], *names: str) -> dict[str, Lexeme]:
    return {name: lexeme for name, lexeme in part.items() if name not in names}


def _year_told(found: Found, story: Story, month: int, day: int) -> int | None:
    """The year that stands with a day, or the one that it has by the paper's."""
    part = found.parts
    if "uy" in part:
        return story.anchor.year + int(part["ry"].value or 0) if story.anchor else None
    year = _full(part["y"].value) if "y" in part else year_of_day(found, story, month, day)
    if year is not None and "later" in part and int(part["later"].value) < month:
        return year - 1  # "from Dec. 30 to Jan. 2, 2001"
    return year


def _end_of_first(part: Mapping[str, Lexeme]) -> int | None:
    """Where a day ends behind which a number is no second one: "from 38 percent on July 14 to 46 percent"."""
    spans = "d2" not in part or part["d"].start < part["m"].start or int(part["d"].value) < int(part["d2"].value) <= 31
    return None if spans else part["d"].end


def _valued(part: Mapping[str, Lexeme], first: date, base: str, end: int | None) -> Value:
    """The value of a known day: the days to the second one, its hour, its part, or itself."""
    last = calendar.day_value(first.year, first.month, int(part["d2"].value)) if "d2" in part else None
    if last is not None and last > first:
        return Value("DATE", f"{first.isoformat()}/{last.isoformat()}", base)
    if "c" in part:
        return _timed(part, first, base)
    if "p" in part:
        return Value("TIME", f"{first.isoformat()}T{part['p'].value}", base)
    return Value("DATE", first.isoformat(), base, end=end)


def _full(shown: str) -> int:
    """A year of two figures in full: "19-Nov-12"."""
    return int(shown) if len(shown) > 2 else int(shown) + (2000 if int(shown) < 70 else 1900)


def _timed(part: Mapping[str, Lexeme], day: date, base: str) -> Value:
    """ "July 7, 2013 6:20 PM", "Wed Oct 26 15:50:06 2016"; the day alone where the figures are no time of day."""
    clock = hour(part["c"].value, part["pm"].value if "pm" in part else "")
    if clock is None:
        return Value("DATE", day.isoformat(), base, end=part["y"].end if part["y"].end < part["c"].start else None)
    return Value("TIME", f"{day.isoformat()}T{clock}", base)


def year_of_day(found: Found, story: Story, month: int, day: int) -> int | None:
    """The year of a day without one: where its weekday fits, else the nearest by tense."""
    weekday, which = found.parts.get("w"), found.parts.get("r")
    if (month, day) == (9, 11) and _is_attack(found, story):
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


GOES_ON = re.compile(r"\s*(?:(?P<mark>[.,;:)]|\Z|\n)|(?P<word>[^\W\d_]+))")


def second_day(found: Found, story: Story) -> Value | None:
    """The 25th of "April 24 and 25"; in "on May 3 and 25 people" it is none."""
    told = story.told[-1][1] if story.told else ""
    span = calendar.interval(told)
    joined = story.ended == found.start - 1 and story.text[story.ended - 1 : story.ended].isdigit()
    if not joined or span is None or span[0] != span[1] or not _goes_on(found, story):
        return None
    day = calendar.day_value(span[0].year, span[0].month, int(found.parts["d"].value))
    base = "text" if "y" in found.parts else "story"
    return Value("DATE", day.isoformat(), base, start=found.parts["d"].start) if day and day > span[0] else None


def _goes_on(found: Found, story: Story) -> bool:
    """Whether a clause ends behind a day, or goes on with a preposition."""
    behind = GOES_ON.match(story.text, found.end)
    return behind is not None and (
        behind["word"] is None or behind["word"].lower() in story.context["behind a second day"]
    )


ATTACKED = re.compile(r"\W{1,3}(?:(?:terror|terrorist)\s{1,3})?(?:attack|hijack|terror)")


def _is_attack(found: Found, story: Story) -> bool:
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
