"""The JSON Schema: a valid one, whole, and true of everything that is printed."""

import dataclasses
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from extractor import record as shapes
from extractor.descriptions import FIELDS
from extractor.record import LISTS, Provenance, Record
from extractor.schema import json_schema, printed
from extractor.writing import FORMATS, View
from tests.strategies import RECORDS

MADE = Provenance(package="newsextract 1", model="m 1", tables="en 1")
CLASSES = [shape for shape in vars(shapes).values() if dataclasses.is_dataclass(shape)]


@pytest.fixture(scope="module")
def validator():
    return Draft202012Validator(json_schema())


def test_it_is_a_schema():
    Draft202012Validator.check_schema(json_schema())
    assert json.loads(printed()) == json_schema()


def test_every_class_and_field_is_described():
    schema = json_schema()
    parts = {"Record": schema, **schema["$defs"]}
    assert set(parts) == {shape.__name__ for shape in CLASSES}
    for shape in CLASSES:
        part = parts[shape.__name__]
        assert part["description"]
        assert list(part["properties"]) == [field.name for field in dataclasses.fields(shape)]
        assert all(field["description"] for field in part["properties"].values())


def test_no_description_is_left_over():
    own = {f"{shape.__name__}.{field.name}" for shape in CLASSES for field in dataclasses.fields(shape)}
    bare = {name.partition(".")[2] for name in own - FIELDS.keys()}
    assert set(FIELDS) - own == bare


@given(RECORDS, st.sets(st.sampled_from(LISTS)))
def test_what_is_printed_is_valid(validator, record, only):
    stream = io.BytesIO()
    FORMATS["jsonl"].write([record], stream, View(only=only))
    validator.validate(json.loads(stream.getvalue()))


@pytest.mark.parametrize(
    "change", [{"id": 1}, {"schema_version": 2}, {"anchor": {"date": None}}, {"quotes": [{}]}, {"error": None}]
)
def test_anything_else_is_not(validator, change):
    stream = io.BytesIO()
    FORMATS["jsonl"].write([Record(id="a", extractor=MADE)], stream, View())
    plain = json.loads(stream.getvalue())
    assert validator.is_valid(plain)
    assert validator.is_valid(plain | {"added_later": 1})
    assert not validator.is_valid(plain | change)
    assert not validator.is_valid({key: value for key, value in plain.items() if key != "anchor"})
