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
    return without(replace(record, **kept), gone) if gone else record


def without(value: T, gone: set[str]) -> T:
    """A part of the record without the ids of `gone`."""
    made: Any = value
    if isinstance(value, list):
        made = [without(item, gone) for item in value]
    elif is_dataclass(value) and not isinstance(value, type):
        changes = {field.name: _changed(field.name, getattr(value, field.name), gone) for field in fields(value)}
        made = replace(made, **changes)
    return made  # type: ignore[no-any-return]


def _changed(name: str, value: Any, gone: set[str]) -> Any:  # noqa: ANN401, any field of the record
    """A field without the ids of `gone`."""
    if name in REFERRING and isinstance(value, str):
        return None if value in gone else value
    if name in REFERRING and isinstance(value, list):
        value = [each for each in value if not isinstance(each, str) or each not in gone]
    return without(value, gone)
