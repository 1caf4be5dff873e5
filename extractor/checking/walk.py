"""All parts of a record with their places in it: the one way through it that checks and moves share."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from extractor.record import Record


def parts(record: Record) -> Iterator[tuple[str, Any]]:
    """(path, object) of every object in the record, the record's own members first: ("figures[2].sentence", ...)."""
    for field in fields(record):
        yield from _inside(field.name, getattr(record, field.name))


def _inside(path: str, value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401, any part of a record
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _inside(f"{path}[{number}]", item)
    elif is_dataclass(value):
        yield path, value
        for field in fields(value):
            yield from _inside(f"{path}.{field.name}", getattr(value, field.name))


def stretched(value: object) -> bool:
    """Whether the object stands at offsets."""
    return isinstance(getattr(value, "start", None), int) and isinstance(getattr(value, "end", None), int)
