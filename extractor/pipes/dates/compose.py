"""What two dates side by side are together: "two weeks before May 13" is one day, "from 2014 to 2018" a range."""

import re
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from extractor.annotations import DateFound
from extractor.pipes.dates import calendar
from extractor.pipes.dates.counted import moved
from extractor.pipes.dates.story import FUTURE, PAST, PRESENT, Story, Value
from extractor.vocabulary import TimexMod


class Telling(NamedTuple):
    """A date found: the name of its form in `rules.py`, its stretch, its value and modifier, and whether it ends a
    range that the one before it begins.
    """

    form: str
    start: int
    end: int
    value: Value
    mod: TimexMod | None = None
    ends: bool = False
    row: str | None = None
    """The table's row of its first word."""


COUNTED = re.compile(r"P(\d{1,4})([DWMY])\Z")
YEARLESS = re.compile(r"XXXX-\d\d-\d\d\Z")
SOME = "2001"
"""A year for days of which none is known: "a week before Christmas" in an article without a date."""
WAY = re.compile(r"\s(before|after|from|prior to|following|ahead of)\s(?:the\s)?")
BACK = ("before", "prior to", "ahead of")


def counted_from(last: Telling, telling: Telling, story: Story) -> Telling | None:
    """ "two days before yesterday", "three months after Easter" as one day; None where the two are no such pair.

    "For two days after May 3" and "more than a week before Christmas" stay two: a stretch, and a day that it touches.
    """
    length = COUNTED.match(last.value.value or "") if last.value.type == "DURATION" and last.mod is None else None
    way = WAY.fullmatch(story.text, last.end, telling.start) if length else None
    if length is None or way is None or telling.value.type != "DATE" or _is_worked(last, story):
        return None
    known = telling.value.value or ""
    yearless = YEARLESS.match(known) is not None
    start = _only_day(known.replace("XXXX", SOME) if yearless else known)
    if start is None:
        return None
    day = moved(start, length[2], int(length[1]) * (-1 if way[1] in BACK else 1))
    return Telling("offset", last.start, telling.end, Value("DATE", _shown(day, yearless=yearless), telling.value.base))


def _shown(day: date | None, *, yearless: bool) -> str | None:
    if day is None:
        return None
    return f"XXXX{day.isoformat()[4:]}" if yearless else day.isoformat()


def _only_day(value: str) -> date | None:
    """The day that a value is; None for a month, and for a value of no known time."""
    span = calendar.interval(value)
    return span[0] if span and span[0] == span[1] else None


def _is_worked(last: Telling, story: Story) -> bool:
    """Whether a stretch is one during which something is done, or counts other days than the calendar's."""
    words = story.text[last.start : last.end].lower().split()
    return story.follows(last.start, "while") or not story.context["while"].isdisjoint(words)


DASHES = ("–", "—", "-")
"""Between the ends of a range; words stand in the table."""
LONGEST = 16
"""Characters between them."""


def linked(tellings: list[Telling], story: Story, origin: str) -> list[DateFound]:
    """The items of the slot; the two ends of a range know of one another."""
    tellings = _forward(tellings, story)
    found = [_date(telling, origin) for telling in tellings]
    pairs = list(enumerate(pairwise(tellings)))
    told = [index for index, (_, second) in pairs if second.ends]
    read = [index for index, (first, second) in pairs if _are_ends(first, second) and _is_range(first, second, story)]
    for index in [*told, *read]:
        if found[index]["range"] is None and found[index + 1]["range"] is None:
            found[index]["range"], found[index + 1]["range"] = index + 1, index
    return found


YEARED = re.compile(r"(\d{4})-\d\d(?:-\d\d)?\Z")


def _forward(tellings: list[Telling], story: Story) -> list[Telling]:
    """The dates with ranges that go forward: in September "between August and October" begins in the August past.

    A day that the year before does not have (29 February, or any of the year 0) stays in its year.
    """
    found = list(tellings)
    for index, (first, second) in enumerate(pairwise(tellings)):
        shown, last = (YEARED.match(each.value.value or "") for each in (first, second))
        anchored = first.value.base == second.value.base == "anchor"
        yearless = anchored and "weekday" not in (first.form, second.form)
        if shown and last and yearless and shown[0] > last[0] and _is_range(first, second, story):
            earlier = f"{int(shown[1]) - 1:04d}{shown[0][4:]}"
            if earlier <= last[0] and calendar.interval(earlier):
                found[index] = first._replace(value=first.value._replace(value=earlier))
    return found


def _are_ends(first: Telling, second: Telling) -> bool:
    """Whether two values can be the ends of one range: times in the calendar, or the present, in order."""
    values = [telling.value for telling in (first, second)]
    if any(value.type not in ("DATE", "TIME") or value.value in (None, PAST, FUTURE) for value in values):
        return False
    spans = [calendar.interval(value.value) for value in values]
    return (
        spans[0] is None
        or spans[1] is None
        or spans[0][0] <= spans[1][1]
        or PRESENT in (values[0].value, values[1].value)
    )


def _is_range(first: Telling, second: Telling, story: Story) -> bool:
    """Whether "from A to B", "A to B" or "between A and B" is told."""
    between = story.text[first.end : second.start]
    said = between.lower().split() if len(between) <= LONGEST and "\n\n" not in between else []
    if len(said) == 2 and said[1] in story.context["leads an end"]:
        said.pop()
    if len(said) != 1:
        return False
    before = story.text[max(0, first.start - LONGEST) : first.start].lower().split()
    opened = before[:-1] if before and before[-1] in story.context["leads an end"] else before
    return said[0] in DASHES or said[0] in story.context["joins"] or (said[0] == "and" and opened[-1:] == ["between"])


def _date(telling: Telling, origin: str) -> DateFound:
    """The item of the slot. `rule` ends in what the value was counted from: text, story, or the anchor's origin."""
    value = telling.value
    base = origin if value.base == "anchor" else value.base
    span = calendar.interval(value.value) if value.type in ("DATE", "TIME") else None
    return {
        "start": telling.start,
        "end": telling.end,
        "type": value.type,
        "value": value.value,
        "earliest": span[0].isoformat() if span else None,
        "latest": span[1].isoformat() if span else None,
        "mod": value.mod or telling.mod,
        "range": None,
        "rule": f"dates:{telling.form.replace(' ', '-')}@{base}",
    }
