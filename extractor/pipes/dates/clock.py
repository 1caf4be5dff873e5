"""Times of day: "10:35 a.m.", "0415 GMT", "noon Thursday", "half past five", "4 in the morning"."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from extractor.pipes.dates import calendar, numeric
from extractor.pipes.dates.days import day_of_month
from extractor.pipes.dates.durations import lasting
from extractor.pipes.dates.figures import hour
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.lexer import Lexeme
from extractor.pipes.dates.story import Story, Value
from extractor.pipes.dates.weekdays import weekday, weekday_value


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


def _clock(found: Found, story: Story) -> str | None:
    """ "17:00", or None where the digits are no time of day."""
    part = found.parts
    lone = found.first == found.last and not story.follows(found.start, "before a clock")
    if "t" in part:
        return None if lone and part["t"].code != "clockish" else part["t"].value
    if "c" in part and (lone or ("p" not in part and _is_timed(found, story))):
        return None
    late = next((part[name].value for name in ("p", "dd") if name in part and part[name].value in PARTS), "")
    return hour((part["c"] if "c" in part else part["h"]).value, late)


RACE = 200
"""Characters around a time within which a race is told by its words."""


def _is_timed(found: Found, story: Story) -> bool:
    """Whether "by 1:12" is what a runner took: a time without half of the day, near the words of races."""
    if found.last - found.first > 1:
        return False
    around = story.text[max(0, found.start - RACE) : found.end + RACE].lower()
    return any(f" {word}" in around for word in story.context["race"])


PARTS = frozenset({"a", "p", "MO", "AF", "EV", "NI"})
"""What tells the two halves of the day apart."""


ALONE, LED = re.compile(r"[^\S\n]{0,8}:?[^\S\n]{0,8}(?:\n|\Z)"), re.compile(r"(?:\n|\A)[^\S\n]*\Z")
"""Behind and before what is a line of its own."""
TOLD, HERE = 600, 160
"""Characters within which a time belongs to the day told before it."""


def _day_of_time(found: Found, story: Story) -> date | None:
    """The day that stands with a time; else the one told last."""
    reader = next((read for name, read in DAYS if name in found.parts), _told_day)
    return reader(found, story)


def _written_day(found: Found, story: Story) -> date | None:
    """ "10:35 a.m. on 2007-07-10", "5 p.m., 10/7/2007"."""
    part = found.parts["iso"] if "iso" in found.parts else found.parts["day"]
    value = numeric.read(part.value, day_first=story.day_first)
    return _first_day(value)


def _day_of_month(found: Found, story: Story) -> date | None:
    """ "5 p.m. EST Nov. 9"."""
    return _first_day(day_of_month(found._replace(parts={k: v for k, v in found.parts.items() if k != "p"}), story))


def _first_day(value: Value | None) -> date | None:
    span = calendar.interval(value.value) if value else None
    return span[0] if span else None


def _near_day(found: Found, story: Story) -> date | None:
    """ "10 a.m. tomorrow", "noon today"."""
    word = found.parts["dd"].value
    return _beside(story, int(word) if word.lstrip("-").isdigit() else 0)


def _weekday(found: Found, story: Story) -> date | None:
    """ "noon next Thursday"."""
    part = found.parts
    return weekday_value(story, found.start, int(part["v"].value), part["rv"].code if "rv" in part else "")


def _related_day(found: Found, story: Story) -> date | None:
    """ "at 10 the next day"."""
    return _beside(story, int(found.parts["rl"].value))


def _beside(story: Story, days: int) -> date | None:
    return calendar.shifted(story.anchor, days) if story.anchor else None


def _told_day(found: Found, story: Story) -> date | None:
    """The day told before; what is told in the past goes on with the day it is told of. An hour that is a line of its
    own, "1:20 p.m.", is the stamp of an entry, whatever the one above it told of."""
    if ALONE.match(story.text, found.end) and LED.search(story.text[max(0, found.start - 8) : found.start]):
        return story.anchor
    return story.day(found.start, near=TOLD if story.direction(found.start) < 0 else HERE)


DAYS: tuple[tuple[str, Callable[[Found, Story], date | None]], ...] = (
    ("iso", _written_day),
    ("day", _written_day),
    ("dd", _near_day),
    ("m", _day_of_month),
    ("v", _weekday),
    ("rl", _related_day),
)
"""The part of the expression that says on which day a time is; the first that stands there does."""


def _is_lone_hour(found: Found, story: Story) -> bool:
    """Whether four figures are an hour: "the crew was called out at 0540"; 0540 elsewhere is any number."""
    behind = re.findall(r"^\s(\w+)", story.text[found.end : found.end + LONGEST_UNIT])
    return story.follows(found.start, "before a dotted clock") and story.context["measures"].isdisjoint(behind)


LONGEST_UNIT = 12
"""Characters in which a unit stands behind a number."""


def hours(found: Found, story: Story) -> Value | None:
    """ "at 0415 GMT", "by 1500 hours"; "it took 1500 hours" is a length."""
    part = found.parts
    shown = story.text[part["h"].start : part["h"].end]
    units = part.get("u")
    four = len(shown) == 4 and shown.isascii() and shown.isdigit() and shown < "2400" and shown[2:] < "60"
    if found.first == found.last and not (four and _is_lone_hour(found, story)):
        return None
    if units is None:
        return _at(found, story, f"{shown[:2]}:{shown[2:]}" if four else None)
    if four and units.value == "TH" and (shown[0] == "0" or story.follows(found.start, "before a clock")):
        return _at(found, story, f"{shown[:2]}:{shown[2:]}")
    value = lasting(found._replace(parts={"n": part["h"], "u": units}), story)
    return value._replace(end=units.end) if value else None


MINUTES = {str(minute): minute for minute in range(5, 30, 5)}
"""What is told with "past": fives."""


def past_hour(found: Found, story: Story) -> Value | None:
    """ "half past five", "a quarter to six in the evening"; "from ten to four" is none."""
    part = found.parts
    link = story.text[part["f"].end : part["h"].start].lower().split()[-1]
    minutes = {"half": 30, "qtr": 15}.get(part["f"].code) or MINUTES.get(part["f"].value, 60)
    if "um" in part:
        minutes = int(part["f"].value) if part["um"].value == "TM" else 60
    if link not in ("past", "to") or (link == "to" and part["f"].code != "qtr" and "um" not in part) or minutes > 59:
        return None
    told = _clock(found, story)
    if told is None or len(part["h"].value) > 2:
        return None
    total = int(told[:2]) * 60 + (minutes if link == "past" else -minutes)
    return _at(found, story, f"{total // 60 % 24:02d}:{total % 60:02d}")


def hours_of(found: Found, story: Story) -> Value | None:
    """ "from 3 to 5 p.m. on Friday", "between 0730 and 0930", "7:30-9 p.m.": two times of one day."""
    part = found.parts
    parted = part["j"].code == "and" and part.get("b", part["c"]).code != "between"
    clocks = None if parted or not _are_hours(found, story) else _clocks(part)
    if clocks is None and "v" in part and "rv" not in part and part["v"].start < part["c"].start:
        return weekday(found._replace(parts={"w": part["v"]}), story, end=part["v"].end)  # "won on Monday 11-4"
    if clocks is None:
        return None
    day = _day_of_time(found, story)
    shown = day.isoformat() if day else "XXXX-XX-XX"
    base = "text" if "y" in part or day is None else "anchor"
    then = Value("TIME", f"{shown}T{clocks[1]}", base, start=part["c2"].start, end=found.end)
    end = part["p"].end if "p" in part else part["c"].end
    return Value("TIME", f"{shown}T{clocks[0]}", base, start=part["c"].start, end=end, then=then, joins=True)


def _clocks(part: Mapping[str, Lexeme]) -> tuple[str, str] | None:
    """When a range begins and ends; what half of the day an hour does not say, it has from the other."""
    late = _half_of_day(part)
    begins, ends = _hour(part["c"], part["p"].value if "p" in part else late), _hour(part["c2"], late)
    if begins is None or ends is None:
        return None
    for turn in TURNS:
        if begins > ends:  # no range goes back
            begins, ends = turn(part, begins, ends)
    return begins, ends


def _half_of_day(part: Mapping[str, Lexeme]) -> str:
    """The half of the day that stands behind both hours, or with their day."""
    told = next((part[name].value for name in ("lp", "p2") if name in part), "")
    return part["dd"].value if not told and "dd" in part and part["dd"].value in PARTS else told


def _before_noon(part: Mapping[str, Lexeme], begins: str, ends: str) -> tuple[str, str]:
    """ "11-1 p.m."."""
    if "p" in part:
        return begins, ends
    return _hour(part["c"], "a" if _half_of_day(part) == "p" else "") or begins, ends


def _same_half(part: Mapping[str, Lexeme], begins: str, ends: str) -> tuple[str, str]:
    """ "9 p.m. to 10"."""
    if "p" not in part or "p2" in part:
        return begins, ends
    return begins, _hour(part["c2"], part["p"].value) or ends


def _after_noon(part: Mapping[str, Lexeme], begins: str, ends: str) -> tuple[str, str]:
    """ "next Monday 11-4"."""
    if "p2" in part or not part["c"].code == part["c2"].code == "int":
        return begins, ends
    return begins, _hour(part["c2"], "p") or ends


TURNS = (_before_noon, _same_half, _after_noon)
"""What is tried, in order, until a range of hours goes forward."""


def _are_hours(found: Found, story: Story) -> bool:
    """Whether two numbers are hours: one has its minutes, half of the day or zone, or a day stands with them."""
    part = found.parts
    first, last = part["c"], part["c2"]
    if "v" in part and part["v"].start < first.start:
        return "rv" in part or _are_open(found, story)
    told = "p" in part or "p2" in part or first.code == last.code == "clock"
    if told or (first.code == last.code == "mil" and ("b" in part or first.value[0] == "0")):
        return True
    if "b" in part and story.ended == found.start - 1:
        return True  # "on Wednesday from 10-4"
    return "b" in part and (any(name in part for name in ("lp", "dd", "rl")) or "clock" in (first.code, last.code))


NOON = 12
SCORED = 60
"""Characters around two numbers in which a game or a vote is told by its words."""


def _are_open(found: Found, story: Story) -> bool:
    """Whether "Monday 11-4" goes over noon, as a shop is open, and is no score and no count of votes."""
    first, last = (int(found.parts[name].value) for name in ("c", "c2"))
    around = re.findall(r"[a-z]+", story.text[max(0, found.start - SCORED) : found.end + SCORED].lower())
    return last < first <= NOON and story.context["scored"].isdisjoint(around)


def _hour(number: Lexeme, late: str) -> str | None:
    """The hour of a number in a range; "noon" is its own."""
    if number.code == "noon":
        return number.value if number.value[:1].isdigit() else None
    shown = number.value
    return hour(shown, late if len(shown) <= 2 or ":" in shown or "." in shown else "") if late else hour(shown)
