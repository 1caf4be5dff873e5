"""Leaves out of a record what is less sure than its reader wants."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from extractor.record import LISTS, Record

T = TypeVar("T")
REFERRING = frozenset(
    {
        *("place", "within", "person", "date", "event", "entity", "organization", "range", "part_of", "updates"),
        *("organizations", "same_as", "conflicts_with", "entities", "figures"),
    }
)
"""The fields that hold ids of other items, as `relations.REFERS` has them too."""


def at_least(record: Record, least: float) -> Record:
    """The record without the items whose confidence is below `least`; nothing refers to these any more. An item of an
    older version, which has no confidence, stays."""
    kept: dict[str, Any] = {}
    gone: set[str] = set()
    for name in LISTS:
        items = getattr(record, name)
        kept[name] = [item for item in items if item.confidence is None or item.confidence >= least]
        gone |= {item.id for item in items} - {item.id for item in kept[name]}
    return _without(replace(record, **kept), gone) if gone else record


def _without(value: T, gone: set[str]) -> T:
    """A part of the record without the ids of `gone`."""
    made: Any = value
    if isinstance(value, list):
        made = [_without(item, gone) for item in value]
    elif is_dataclass(value) and not isinstance(value, type):
        changes: dict[str, Any] = {}
        for field in fields(value):
            old = getattr(value, field.name)
            if field.name in REFERRING and isinstance(old, str) and old in gone:
                changes[field.name] = None
            elif field.name in REFERRING and isinstance(old, list):
                left = [each for each in old if not isinstance(each, str) or each not in gone]
                changes[field.name] = _without(left, gone)
            elif isinstance(old, list) or is_dataclass(old):
                changes[field.name] = _without(old, gone)
        made = replace(made, **changes)
    return made  # type: ignore[no-any-return]
