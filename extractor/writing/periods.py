"""Values of TIMEX3 in words: "6 months" for P6M, "every Monday" for XXXX-WXX-1, "night" for 2015-08-19TNI.

Whoever checks an article reads no codes. What a value says beyond its days, or in place of them, comes out as a person
would say it, and as nothing where the words of the article say it already.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from extractor.record import Date

REFERENCES: Mapping[str, str] = MappingProxyType(
    {"PRESENT_REF": "now", "PAST_REF": "in the past", "FUTURE_REF": "in the future"}
)
MODS: Mapping[str, str] = MappingProxyType(
    {
        "START": "early", "MID": "middle of", "END": "late", "APPROX": "about", "BEFORE": "before", "AFTER": "after",
        "ON_OR_BEFORE": "until", "ON_OR_AFTER": "from", "LESS_THAN": "less than", "MORE_THAN": "more than",
        "EQUAL_OR_LESS": "at most", "EQUAL_OR_MORE": "at least",
    }
)  # fmt: skip
UNITS: Mapping[str, str] = MappingProxyType(
    {
        "Y": "year", "M": "month", "W": "week", "D": "day", "Q": "quarter", "WE": "weekend", "DE": "decade",
        "CE": "century", "TH": "hour", "TM": "minute", "TS": "second", "SP": "spring", "SU": "summer", "FA": "autumn",
        "WI": "winter", "TMO": "morning", "TAF": "afternoon", "TEV": "evening", "TNI": "night", "TDT": "day",
    }
)  # fmt: skip
"""Of durations; those of the clock after a T, which parts them from months."""
PARTS: Mapping[str, str] = MappingProxyType(
    {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
)
SEASONS: Mapping[str, str] = MappingProxyType(
    {
        "SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter", "Q1": "first quarter",
        "Q2": "second quarter", "Q3": "third quarter", "Q4": "fourth quarter", "H1": "first half", "H2": "second half",
    }
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DURATION = re.compile(r"(\d{1,20}(?:\.\d{1,20})?|X{1,20})([A-Z]{1,3})")
_CLOCK = re.compile(r"T(\d\d(?::\d\d){0,2})")
_WEEK = re.compile(r"(\d{4}|XXXX)-W(\d\d|XX)(?:-(\d|WE))?")
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d|XX)(?:-(\d\d|XX))?")
_SEASON = re.compile(r"(\d{4}|XXXX)-([A-Z][A-Z0-9])")
_YEARS = re.compile(r"(\d{2,4})X*")


def words(each: Date) -> str:
    """The whole value in words, behind its modifier; empty where it says no more than the article."""
    value = each.value or ""
    days, _, clock = value.partition("T") if not value.startswith("P") else (value, "", "")
    told = REFERENCES.get(value) or (
        _duration(value) if value.startswith("P") else _days(days, repeated=each.type == "SET")
    )
    if each.type == "SET" and value.startswith("P") and told:
        told = f"every {told.removeprefix('1 ')}"
    return _fresh(" ".join(part for part in (MODS.get(each.mod or "", ""), told, _time(clock)) if part), each)


def beside_days(each: Date) -> str:
    """What the value says beyond its days: a time of day, "early", "about"."""
    _, _, clock = (each.value or "").partition("T")
    return _fresh(" ".join(part for part in (MODS.get(each.mod or "", ""), _time(clock)) if part), each)


def _fresh(told: str, each: Date) -> str:
    """What was told, unless the article says so itself."""
    clock = re.fullmatch(r"(?:\w{1,20} )?\d\d:\d\d(?::\d\d)?", told)  # "4:15 a.m." is 04:15 and no news
    known = clock and any(map(str.isdigit, each.text))
    return "" if known or told.casefold() in each.text.casefold() else told


def _time(clock: str) -> str:
    return PARTS.get(clock, "") or (found[1] if (found := _CLOCK.fullmatch(f"T{clock}")) else "")


def _duration(value: str) -> str:
    """ "4 hours 32 minutes" for PT4H32M; "some years" for PXY."""
    days, _, clock = value[1:].partition("T")
    parts = [*_DURATION.findall(days), *((number, f"T{unit}") for number, unit in _DURATION.findall(clock))]
    told = [(number, UNITS[unit]) for number, unit in parts if unit in UNITS]
    if len(told) < len(parts):
        return ""
    return " ".join(f"some {_plural(unit)}" if "X" in number else _some(number, unit) for number, unit in told)


def _some(number: str, unit: str) -> str:
    return f"{number} {unit if number == '1' else _plural(unit)}"


def _plural(unit: str) -> str:
    return f"{unit[:-1]}ies" if unit.endswith("ury") else f"{unit}s"


def _days(days: str, *, repeated: bool) -> str:
    """Days, weeks, seasons and years, with what is not known of them left out: "every Monday", "3 February"."""
    before = "every " if repeated else ""
    if found := _WEEK.fullmatch(days):
        return before + _week(*found.groups())
    if found := _SEASON.fullmatch(days):
        season = SEASONS.get(found[2], "")
        return before + (season if found[1] == "XXXX" or not season else f"{season} {found[1]}")
    if found := _DAY.fullmatch(days):
        return before + _day(*found.groups())
    if found := _YEARS.fullmatch(days):
        return {2: f"{found[1]}00s", 3: f"{found[1]}0s", 4: found[1]}[len(found[1])]
    return ""


def _week(year: str, week: str, day: str | None) -> str:
    if day == "WE":
        known = "weekend"
    elif day:
        known = WEEKDAYS[int(day) - 1] if day in "1234567" else ""
    else:
        known = "week"
    return known if week == "XX" else f"{known} of week {int(week)}" + ("" if year == "XXXX" else f", {year}")


def _day(year: str, month: str, day: str | None) -> str:
    known = [
        str(int(day)) if day and day != "XX" else "",
        MONTHS[int(month) - 1] if month != "XX" and 1 <= int(month) <= 12 else "",
        year if year != "XXXX" else "",
    ]
    return " ".join(filter(None, known))
