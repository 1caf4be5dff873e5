"""The record as plain data, as all JSON formats print it; of its members those that were asked for."""

import dataclasses
import re
from functools import cache
from typing import Any

import msgspec

from extractor import record as shapes
from extractor.record import LISTS, Record
from extractor.writing.view import View

Tree = dict[str, "Tree"]
"""Members and, of each, the members asked for; all of them where none is."""


def members(record: Record, view: View) -> dict[str, Any]:
    """The record as plain data, in the order of printing: without the lists that were not asked for, with `error` only
    where the article failed (and always there), and with `text` and `candidates` only where the record has them.
    """
    hidden = {name for name in LISTS if name not in view.only}
    hidden |= {name for name in ("error", "text") if getattr(record, name) is None}
    plain: dict[str, Any] = msgspec.to_builtins(record)
    shown = {key: value for key, value in plain.items() if key not in hidden}
    for place in shown.get("places", ()):
        if place["candidates"] is None:
            del place["candidates"]
    return _chosen(shown, _tree((*view.fields, "error"))) if view.fields else shown


@cache
def known_fields() -> tuple[str, ...]:
    """The dotted names of all members of a record, such as "quotes.speaker.name"."""
    return tuple(_names(Record, ""))


def _names(shape: type, before: str) -> list[str]:
    names = []
    for field in dataclasses.fields(shape):
        names.append(f"{before}{field.name}")
        inner = next(filter(_is_shape, re.findall(r"\w+", str(field.type))), "")
        if inner:
            names += _names(getattr(shapes, inner), f"{before}{field.name}.")
    return names


def _is_shape(name: str) -> bool:
    return dataclasses.is_dataclass(getattr(shapes, name, None))


@cache
def _tree(names: tuple[str, ...]) -> Tree:
    tree: Tree = {}
    for name in sorted(names, key=len):
        here, parts = tree, name.split(".")
        for number, part in enumerate(parts):
            if part in here and not here[part]:
                break  # the whole member was asked for already
            here = here.setdefault(part, {"": {}} if number + 1 < len(parts) else {})
    return tree


def _chosen(value: Any, tree: Tree) -> Any:  # noqa: ANN401, any value of JSON
    if not tree or value is None:
        return value
    if isinstance(value, list):
        return [_chosen(each, tree) for each in value]
    return {key: _chosen(each, tree[key]) for key, each in value.items() if key in tree}
