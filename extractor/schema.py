"""The JSON Schema of the record, made from the dataclasses so that it cannot fall behind them."""

import dataclasses
from typing import Any

import msgspec

from extractor import record as shapes
from extractor.descriptions import FIELDS
from extractor.record import LISTS, SCHEMA_VERSION, Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
OPTIONAL = {"Record": frozenset({*LISTS, "error", "text"}), "Place": frozenset({"candidates"})}


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of one printed record, every field described.

    Only the lists (because of `--only`), `error`, `text` and a place's `candidates` may be missing. Members that are
    not named are allowed: fields may be added without a new `schema_version`.
    """
    (top,), parts = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    parts = {name: _described(name, part) for name, part in parts.items()}
    main = parts.pop(str(top["$ref"]).rpartition("/")[2])
    return {
        "$schema": DIALECT,
        "title": f"newsextract record, schema version {SCHEMA_VERSION}",
        **{key: value for key, value in main.items() if key != "title"},
        "$defs": parts,
    }


def printed() -> bytes:
    """The schema as JSON, indented by two, with a newline at its end."""
    return msgspec.json.format(msgspec.json.encode(json_schema()), indent=2) + b"\n"


def description(name: str, field: str) -> str:
    """The sentence on a field of a class of `record.py`."""
    return FIELDS.get(f"{name}.{field}") or FIELDS[field]


def _described(name: str, part: dict[str, Any]) -> dict[str, Any]:
    """One object's schema with the fields in the order of printing, described; what is always printed is required."""
    fields = [field.name for field in dataclasses.fields(getattr(shapes, name))]
    properties = {
        field: {"description": description(name, field), **_simple(part["properties"][field])} for field in fields
    }
    if name == "Record":
        properties["error"] = {"description": description(name, "error"), "$ref": "#/$defs/Failure"}
        properties["text"] = {"description": description(name, "text"), "type": "string"}
        properties["schema_version"]["const"] = SCHEMA_VERSION
    required = [field for field in fields if field not in OPTIONAL.get(name, ())]
    return {**part, "properties": properties, "required": required}


def _simple(part: dict[str, Any]) -> dict[str, Any]:
    """A field's schema without defaults (every field is printed), and "or null" in its short form where it has one."""
    part = {key: value for key, value in part.items() if key != "default"}
    options = part.get("anyOf", [])
    if options and all(set(option) == {"type"} for option in options):
        return {"type": [option["type"] for option in options]}
    return part
