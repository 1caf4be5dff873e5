"""Which function reads which of the grammar's rules."""

from collections.abc import Callable

from extractor.pipes.dates import (
    absolute,
    clock,
    counted,
    days,
    durations,
    pairs,
    relative,
    reporting,
    sets,
    vague,
    weekdays,
    weeks,
    yearly,
)
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.rules import Form
from extractor.pipes.dates.story import Story, Value

Reader = Callable[[Found, Story], Value | None]


def nothing(_found: Found, _story: Story) -> Value | None:
    """No date: names and idioms that look like one, and ages, which are figures."""
    return None


def months(found: Found, story: Story) -> Value | None:
    """ "the year-earlier nine months"."""
    return durations.lasting(found, story)


READERS: dict[Form, Reader] = {
    "none": nothing,
    "iso": days.iso,
    "time": clock.time,
    "time set": clock.time_set,
    "hours": clock.hours,
    "past hour": clock.past_hour,
    "month day": days.day_of_month,
    "second day": days.second_day,
    "week of": days.week_of,
    "quarter": reporting.quarter,
    "quarters": reporting.quarters,
    "half": reporting.half,
    "half month": reporting.half_month,
    "half decade": absolute.decade,
    "reported": reporting.reported,
    "months": months,
    "fiscal": reporting.fiscal,
    "ago": reporting.a_year_ago,
    "shift": reporting.a_year_earlier,
    "lasting": durations.lasting,
    "beside": counted.beside,
    "weekday of": weeks.weekday_of,
    "hours of": clock.hours_of,
    "days of": pairs.days_of,
    "figured": pairs.figured,
    "figured days": pairs.figured_days,
    "weeks": weeks.numbered,
    "nth unit": weeks.nth_unit,
    "next but one": weeks.next_but_one,
    "in time": counted.in_time,
    "numbered": weekdays.numbered,
    "nth": weekdays.nth,
    "day": weekdays.day,
    "nth set": weekdays.nth_set,
    "month of": relative.month_of,
    "unit": relative.unit,
    "year end": yearly.year_end,
    "unit end": yearly.unit_end,
    "units": relative.units,
    "part": relative.part_of_day,
    "deictic": relative.deictic,
    "overnight": relative.overnight,
    "weekday parts": sets.weekdays,
    "weekdays": sets.weekdays,
    "set": sets.recurring,
    "typical weekday": weekdays.typical,
    "weekday": weekdays.weekday,
    "holiday": yearly.holiday,
    "season": yearly.season,
    "month": relative.month,
    "years": absolute.years,
    "era": absolute.era,
    "decade": absolute.decade,
    "ordinal": absolute.ordinal,
    "hedged year": absolute.year,
    "year": absolute.year,
    "age": nothing,
    "range": durations.ranged,
    "compound": durations.compound,
    "half more": durations.half_more,
    "fraction": durations.fraction,
    "duration": durations.lasting,
    "a unit": durations.a_unit,
    "aging": durations.aging,
    "the unit": relative.the_unit,
    "bare units": durations.bare_units,
    "the past": vague.the_past,
    "whole": durations.whole,
    "vague": vague.vague,
    "recent": nothing,
}
"""By the rule's name in `grammar.py`."""
