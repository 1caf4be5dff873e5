"""The dates in the order of the calendar: what happened when, as far as the article says so."""

from datetime import date
from typing import NamedTuple

from extractor.record import Date, Record
from extractor.writing import periods
from extractor.writing.marks import LETTERS
from extractor.writing.sureness import Sure, sure

LASTING = frozenset({"DURATION", "SET"})


class Moment(NamedTuple):
    """An expression of time as written, and in words what its value says beyond that and the days."""

    label: str
    text: str
    value: str
    rule: str
    sure: Sure


class Stretch(NamedTuple):
    """A day or a stretch of days, and all expressions that mean it; `anchor` is the day that dates count from."""

    when: str
    machine: str
    several: bool
    anchor: bool
    moments: list[Moment]


class Timeline(NamedTuple):
    """What has its place in time, in order; `unplaced` are days that are not known, "recently", `lasting` is what is no
    day at all: how long something takes, how often it is."""

    stretches: list[Stretch]
    unplaced: list[Moment]
    lasting: list[Moment]


def timeline(record: Record) -> Timeline:
    """The dates of a record, those of the same days together, and among them the day that they count from."""
    placed: dict[tuple[date, date], list[Moment]] = {}
    unplaced: list[Moment] = []
    lasting: list[Moment] = []
    for number, each in enumerate(record.dates, start=1):
        ends = _ends(each)
        told = periods.beside_days(each) if ends else periods.words(each)
        moment = Moment(f"{LETTERS['dates']}{number}", each.text, told, each.rule, sure(each))
        if ends:
            placed.setdefault(ends, []).append(moment)
        else:
            (lasting if each.type in LASTING else unplaced).append(moment)
    anchor = parsed(record.anchor.date)
    if placed and anchor:
        placed.setdefault((anchor, anchor), [])
    return Timeline([_stretch(ends, placed[ends], anchor) for ends in sorted(placed)], unplaced, lasting)


def _ends(each: Date) -> tuple[date, date] | None:
    """The first and the last day; None where neither is known, the one for both where only that is."""
    first, last = parsed(each.earliest), parsed(each.latest)
    known = first or last
    return None if known is None else (first or known, last or known)


def _stretch(ends: tuple[date, date], moments: list[Moment], anchor: date | None) -> Stretch:
    machine = "/".join(dict.fromkeys(day.isoformat() for day in ends))
    return Stretch(in_words(*ends), machine, ends[0] != ends[1], ends == (anchor, anchor), moments)


def parsed(iso: str | None) -> date | None:
    """The day of an ISO date; None for anything else, as a record that was edited may have it."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def in_words(start: date, end: date) -> str:
    """Days as people read them: "Wed 5 March 2014", "March 2014", "2014", "1–9 March 2014"."""
    if start == end:
        return f"{start:%a} {start.day} {start:%B} {start.year}"
    days = f"{start.day} {start:%B}", f"{end.day} {end:%B} {end.year}"
    if start.year != end.year:
        whole = days == ("1 January", f"31 December {end.year}")
        return f"{start.year}–{end.year}" if whole else f"{days[0]} {start.year} – {days[1]}"
    if days == ("1 January", f"31 December {end.year}"):
        return str(end.year)
    if start.month == end.month:
        whole = start.day == 1 and (end.toordinal() + 1 == _next_month(end).toordinal())
        return f"{end:%B} {end.year}" if whole else f"{start.day}–{days[1]}"
    return f"{days[0]} – {days[1]}"


def _next_month(day: date) -> date:
    """The first of the month that follows; of the last month there is, its last day."""
    if day.month < 12:
        return date(day.year, day.month + 1, 1)
    return date(day.year + 1, 1, 1) if day.year < date.max.year else day
