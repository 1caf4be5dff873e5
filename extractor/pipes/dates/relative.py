"""Dates beside the article's day or a day told: "last week", "that month", "yesterday morning", "in May"."""

import re
from datetime import date
from itertools import pairwise

from extractor.pipes.dates import calendar
from extractor.pipes.dates.durations import duration
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.story import FUTURE, PAST, Story, Value
from extractor.vocabulary import TimexType

AGAINST = 100
"""Days that a day against its verb's tense seems further off: "declared a dividend payable Dec. 15" lies ahead."""


def nearest_year(story: Story, start: int, month: int, day: int = 15) -> int | None:
    """The year in which a day lies nearest the anchor, on the side that the tense says."""
    if story.anchor is None:
        return None
    anchor = story.anchor
    side = story.direction(start)
    best: tuple[int, int] | None = None
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        candidate = calendar.day_value(year, month, min(day, calendar.month_length(max(year, 1), month)))
        if candidate is None:
            continue
        distance = (candidate - anchor).days
        cost = abs(distance) + (AGAINST * abs(side) if distance * side < 0 else 0)
        if best is None or cost < best[0]:
            best = (cost, year)
    return best[1] if best else None


def deictic(found: Found, story: Story) -> Value | None:
    """ "today", "early yesterday", "tomorrow morning", "tonight"."""
    word = found.parts["dd"]
    counted = word.value.lstrip("-").isdigit()
    part = found.parts["p"].value if "p" in found.parts else "" if counted else word.value
    if not part and "e" in found.parts and found.parts["e"].value in ("START", "END"):
        part = "MO" if found.parts["e"].value == "START" else ""  # "late yesterday" is any hour after noon
    kind: TimexType = "TIME" if part else "DATE"
    if counted and found.first == found.last and _is_nowadays(found, story):
        return None
    if story.anchor is None:
        return Value(kind, None)
    day = calendar.shifted(story.anchor, int(word.value) if counted else 0)
    if day is None:
        return None
    return Value(kind, day.isoformat() + (f"T{part}" if part else ""))


OWNED = re.compile(r"['’]s\s(?P<first>[a-z]+)\b(?!['’])(?:\s(?P<second>[a-z]+)\b(?!['’])(?:\s(?P<third>[a-z]+))?)?")


def _is_nowadays(found: Found, story: Story) -> bool:
    """Whether an age is meant and no day: "today's young people", "the cities of tomorrow"; not "today's world cup"."""
    known = story.context["nowadays"]
    owned = OWNED.match(story.text, found.end)
    words = owned.groups(default="") if owned else ()
    ends = {"", *story.context["behind a noun"]}
    if any(word in known and behind in ends for word, behind in pairwise(words)):
        return True
    before = story.text[max(0, found.start - 24) : found.start].lower().split()
    return before[-1:] == ["of"] and before[-2:-1] != [] and before[-2] in known


def overnight(_found: Found, story: Story) -> Value | None:
    """ "overnight": the night before the paper's day."""
    day = calendar.shifted(story.anchor, -1) if story.anchor else None
    return Value("TIME", f"{day.isoformat()}TNI" if day else None)


def part_of_day(found: Found, story: Story) -> Value | None:
    """ "this morning", "last night", "the next afternoon", "that evening"."""
    which, part = found.parts["r"].code if "r" in found.parts else "that", found.parts["p"].value
    if "r" not in found.parts and not story.follows(found.start, "before a part"):
        return None  # "late night talks"
    told = which in (*TOLD, "next")
    base = story.day(found.start) if told else story.anchor
    if base is None:
        return Value("TIME", None)
    day = calendar.shifted(base, OFFSETS.get(which, 0))
    return Value("TIME", f"{day.isoformat()}T{part}" if day else None, "story" if told else "anchor")


def month(found: Found, story: Story) -> Value | None:
    """ "October", "last April", "early this September", "June 1998"."""
    part = found.parts
    number = int(part["m"].value)
    if "y" in part:
        year = int(part["y"].value) - ("later" in part and int(part["later"].value) < number)
        return Value("DATE", calendar.month_value(year, number), "text")
    if found.first == found.last and _is_march(found, story):
        return None
    after = story.month_before(found.start) if "r" not in part else None
    if after is not None:
        return Value("DATE", calendar.month_value(after.year + (number <= after.month), number))
    if story.anchor is None:
        return Value("DATE", f"XXXX-{number:02d}", "text")
    year = story.anchor.year
    which = part["r"].code if "r" in part else ""
    if which in ("last", "previous"):
        year -= number >= story.anchor.month
    elif which in ("next", "following"):
        year += number <= story.anchor.month
    elif which == "":
        year = year_of_month(story, part["m"].start, number)
    return Value("DATE", calendar.month_value(year, number))


MARCH = re.compile(r" (?:for|of|on|against)\b")


def _is_march(found: Found, story: Story) -> bool:
    """Whether people walk in it: "the annual March for Life", "joined the March on the Capitol"."""
    text = story.text
    if text[found.start : found.end] != "March" or not MARCH.match(text, found.end):
        return False
    return not story.follows(found.start, "before March")


def year_of_month(story: Story, start: int, number: int) -> int:
    """Past unless the verb looks ahead; the month of writing and the one after it are this year's."""
    anchor = story.anchor or date(2000, 1, 1)
    side = story.direction(start)
    if story.text[max(0, start - 3) : start].lower().endswith((" a ", " an ")):
        side = 0  # "has sold it under a June agreement", "told of a July vote"
    if side > 0:
        return anchor.year + (number < anchor.month)
    if side < 0 and (number - anchor.month) % 12 != 1:
        return anchor.year - (number > anchor.month)
    gap = number - anchor.month
    return anchor.year + (1 if gap < -6 else -1 if gap > 4 else 0)


def month_of(found: Found, story: Story) -> Value | None:
    """ "June last year", "January this year"."""
    if story.anchor is None or found.parts["u"].value != "Y":
        return Value("DATE", f"XXXX-{int(found.parts['m'].value):02d}", "text")
    year = story.anchor.year + int(found.parts["r"].value)
    return Value("DATE", calendar.month_value(year, int(found.parts["m"].value)))


def unit(found: Found, story: Story) -> Value | None:
    """ "last week", "earlier this year", "the following month", "that day", "the past decade", "the weekend"."""
    letter, code = found.parts["u"].value, _which(found)
    if code is None:
        return None
    if _is_length(found, story, letter):
        return Value("DURATION", duration(1.0, letter), "text")
    told = code in TOLD or (letter == "D" and code == "next")
    base = story.base(found.start, letter) if told else story.anchor
    if base is None or (code in BESIDE and letter == "W" and story.is_coarse(found.start)):
        return Value("DATE", None)
    offset = -1 if code == "latest" and letter in ("W", "M") else OFFSETS.get(code, 0)
    if letter == "WE":
        return Value("DATE", _weekend(story, found.start, base, offset, code))
    return Value("DATE", _shifted_unit(base, letter, offset), "story" if told else "anchor")


OFFSETS = {"last": -1, "previous": -1, "next": 1, "following": 1}
"""How many units off the word before it sets a unit."""
BESIDE = ("following", "previous")
TOLD = (*BESIDE, "that", "same")
"""Words that count from a day of the story, not from that of the paper."""


def _which(found: Found) -> str | None:
    """The code of the word before a unit, "this" without one; None where the two are no date: "the last day"."""
    which = found.parts.get("r")
    code = which.code if which else "this"
    if found.parts["u"].value != "D" or code not in ("last", "latest", "this"):
        return code
    return "that" if which is None and "e" in found.parts else None  # "later in the day"


def _is_length(found: Found, story: Story, letter: str) -> bool:
    """ "the past decade", and units too short for a date: "the last hour"."""
    which = found.parts.get("r")
    past = which is not None and story.text[which.start : which.end].lower() == "past"
    return letter in ("TH", "TM", "F") or (past and letter in ("E", "C"))


def _shifted_unit(base: date, letter: str, offset: int) -> str | None:
    """The value of a unit so many units from a day."""
    if letter in ("D", "W"):
        day = calendar.shifted(base, offset * (7 if letter == "W" else 1))
        return calendar.week_value(day) if letter == "W" else day.isoformat() if day else None
    values = {
        "M": calendar.month_value(base.year, base.month + offset),
        "Y": calendar.year_value(base.year + offset),
        "E": f"{base.year // 10 + offset:03d}",
        "C": f"{base.year // 100 + offset:02d}",
    }
    return values.get(letter)


def _weekend(story: Story, start: int, base: date, offset: int, code: str) -> str | None:
    """The weekend behind the day; ahead of it for "next", and for "this" unless the verb is past."""
    before = story.text[max(0, start - 9) : start].lower()
    awaited = before.endswith(("ahead of ", "before ")) or story.direction(start) > 0
    ahead = offset > 0 or (code == "this" and awaited)
    days = (5 - base.weekday()) % 7 if ahead else -((base.weekday() - 5) % 7)
    saturday = calendar.shifted(base, -1 if base.weekday() == 6 else days)
    value = calendar.week_value(saturday)
    return f"{value}-WE" if value else None


def the_unit(found: Found, story: Story) -> Value | None:
    """ "the weekend", "the week", "the month", "the year": those of the day of writing."""
    letter = found.parts["u"].value
    if story.text[found.end : found.end + 1] == "-":
        return None  # "the year-earlier loss"
    if letter == "WE":
        return unit(found, story)
    if letter not in ("Y", "W", "M"):
        return None
    if letter == "Y" and story.text[found.end : found.end + 5] == " ende":  # "the year ended June 30"
        return Value("DURATION", "P1Y", "text")
    return unit(found, story)


def units(found: Found, _story: Story) -> Value | None:
    """ "recent years", "coming weeks", "future quarters"."""
    code = found.parts["r"].code
    if code in ("recent", "last", "previous"):
        return Value("DATE", PAST, "text")
    return Value("DATE", FUTURE, "text")
