"""Copies of a record's parts with some fields changed: what `dataclasses.replace` does, in half of its time.

A record has a thousand parts. The names of a class's fields are asked once, and all values are read with one call.
"""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def changed(value: T, **changes: Any) -> T:  # noqa: ANN401, fields of any type
    """A copy of a part of the record, of two fields or more, with some of them changed."""
    names, values = _reader(type(value))
    return type(value)(**{**dict(zip(names, values(value), strict=True)), **changes})


@cache
def _reader(kind: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The names of a class's fields, and what reads them all: `attrgetter` gives a tuple only of several."""
    names = tuple(field.name for field in fields(kind))
    return names, attrgetter(*names)
