"""Hypothesis strategies that several tests share: records of any content, and texts that read like news."""

import dataclasses
import types
import typing
from typing import Any

from hypothesis import strategies as st

from extractor.record import Record

LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=12),
    int: st.integers(-(2**70), 2**70),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    type(None): st.none(),
}


def of(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type of the record: dataclasses, lists of at most two, unions, literals, plain values.

    `st.from_type` nests lists of any length, and a record has lists in lists in lists.
    """
    if hint in LEAVES:
        return LEAVES[hint]
    if dataclasses.is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return st.builds(hint, **{field.name: of(hints[field.name]) for field in dataclasses.fields(hint)})
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is list:
        return st.lists(of(arguments[0]), max_size=2)
    if origin in (types.UnionType, typing.Union):
        return st.one_of(*map(of, arguments))
    assert origin is typing.Literal, hint
    return st.sampled_from(arguments)


RECORDS = of(Record).map(lambda record: dataclasses.replace(record, schema_version=1))
