"""A record by itself: its ids, what they lead to, the order of its lists, its calendar, its confidences."""

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from extractor.checking.finding import Finding
from extractor.checking.walk import parts, stretched
from extractor.record import LISTS, SCHEMA_VERSION, Record

IDENT = re.compile(r"(person|organization|place|figure|quote|date|event)-([1-9]\d*)\Z")
STEMS = dict(zip(LISTS, ("person", "organization", "place", "figure", "quote", "date", "event"), strict=True))
DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\Z")


def inside(record: Record) -> Iterator[Finding]:
    """What contradicts itself in a record."""
    if record.schema_version != SCHEMA_VERSION:
        yield Finding("schema", "schema_version", f"is {record.schema_version}, this program writes {SCHEMA_VERSION}")
    if record.error is not None and any(getattr(record, name) for name in LISTS):
        yield Finding("error", "error", "an article that failed has items")
    for name in LISTS:
        yield from _numbered(name, getattr(record, name))
    known = {item.id for name in LISTS for item in getattr(record, name)}
    whole = all(getattr(record, name) for name in LISTS)
    for path, part in parts(record):
        yield from _led(path, part, known, whole=whole)
        yield from _dated(path, part)
        yield from _sure(path, part)
        yield from _sentenced(path, part)


def _sentenced(path: str, part: Any) -> Iterator[Finding]:  # noqa: ANN401, any part of a record
    """A stretch ends behind its start, and an item begins in its sentence."""
    if stretched(part) and part.start > part.end:
        yield Finding("offset", path, f"{part.start}-{part.end} ends before it begins")
    sentence = getattr(part, "sentence", None)
    at = None if sentence is None else first(part)
    if sentence is not None and at is not None and not sentence.start <= at <= sentence.end:
        yield Finding("sentence", f"{path}.sentence", f"does not hold {at}, where the item begins")


def _numbered(name: str, items: list[Any]) -> Iterator[Finding]:
    """Ids are of their list, there once, and in the order of the list."""
    before = 0
    for number, item in enumerate(items):
        found = IDENT.match(item.id)
        if found is None or found[1] != STEMS[name]:
            yield Finding("id", f"{name}[{number}].id", f'"{item.id}" is no id of {name}')
            continue
        if int(found[2]) <= before:
            yield Finding("id", f"{name}[{number}].id", f'"{item.id}" stands twice or out of order')
        before = int(found[2])
        at = first(item)
        if number and at is not None and (earlier := first(items[number - 1])) is not None and at < earlier:
            yield Finding("order", f"{name}[{number}]", f"begins at {at}, before the one in front of it")


def first(item: Any) -> int | None:  # noqa: ANN401, any item of a record
    """Where an item begins; None for an event, which stands nowhere."""
    if stretched(item):
        return int(item.start)
    stretches = getattr(item, "mentions", None) or getattr(item, "spans", None)
    return min(each.start for each in stretches) if stretches else None


def _led(path: str, part: object, known: set[str], *, whole: bool) -> Iterator[Finding]:
    """Ids lead to items; to those of a list that the record was printed without they can't."""
    for field in fields(part):  # type: ignore[arg-type]
        value = getattr(part, field.name)
        for ident in value if isinstance(value, list) else [value]:
            if field.name in ("id", "text", "name") or not isinstance(ident, str) or ident in known:
                continue
            found = IDENT.match(ident)
            if found and (whole or any(each.startswith(f"{found[1]}-") for each in known)):
                yield Finding("reference", f"{path}.{field.name}", f"leads to {ident}, which is not there")


def _dated(path: str, part: Any) -> Iterator[Finding]:  # noqa: ANN401
    """Days are days, the earliest before the latest."""
    earliest, latest = getattr(part, "earliest", None), getattr(part, "latest", None)
    for name, day in (("earliest", earliest), ("latest", latest)):
        if day is not None and not DAY.match(day):
            yield Finding("date", f"{path}.{name}", f'"{day}" is no day')
    if earliest is not None and latest is not None and earliest > latest:
        yield Finding("date", path, f"the earliest day, {earliest}, is after the latest, {latest}")
    low, high = getattr(part, "low", None), getattr(part, "high", None)
    if low is not None and high is not None and low > high:
        yield Finding("range", path, f"low, {low}, is more than high, {high}")


def _sure(path: str, part: object) -> Iterator[Finding]:
    """Confidences are frequencies."""
    sure = getattr(part, "confidence", None)
    if sure is not None and not 0 <= sure <= 1:
        yield Finding("confidence", f"{path}.confidence", f"{sure} is no frequency")
