"""One corpus in every format is the same, cell by cell, after reading with pandas, DuckDB and sqlite3."""

import dataclasses
import io
import json
import re
import sqlite3
import typing
from pathlib import Path

import duckdb
import pandas
import pytest

from extractor import saved
from extractor.record import LISTS, Record
from extractor.schema import json_schema
from extractor.writing import FORMATS, View
from extractor.writing.flat import ARTICLE, columns, exported, names, own_columns, rows
from extractor.writing.keys import key
from extractor.writing.relations import REFERS, parts, tables
from tests.test_writing import sample

RECORDS = sorted((Path(__file__).parent.parent / "records").glob("*.json"))
ID = re.compile(r"(person|organization|place|figure|quote|date|event)-\d+")


@pytest.fixture(scope="module")
def corpus() -> list[Record]:
    made = {"package": "p 1", "model": "m 1", "tables": "t 1"}
    golden = (json.loads(path.read_text(encoding="utf-8")) for path in RECORDS)
    return [sample(), *(saved.record({**record, "extractor": made}) for record in golden)]


@pytest.fixture(scope="module")
def database(corpus, tmp_path_factory) -> sqlite3.Connection:
    path = tmp_path_factory.mktemp("store") / "o.db"
    FORMATS["sqlite"].add(iter(corpus), path, View())
    return sqlite3.connect(path)


def written(form: str, corpus: list[Record], name: str) -> io.BytesIO:
    stream = io.BytesIO()
    FORMATS[form].write(iter(corpus), stream, View(only=(name,)))
    stream.seek(0)
    return stream


def plain(cell, kind):
    """A cell of any reader as the JSON that it stands for."""
    if kind in {"words", "texts"}:
        return listed(cell)
    if cell is None or cell is pandas.NaT or cell is pandas.NA or cell != cell:
        return None
    if kind == "date":
        return str(cell)[:10]
    if kind == "boolean":
        return {"true": True, "false": False}.get(cell, cell if isinstance(cell, str) else bool(cell))
    return float(cell) if kind in {"integer", "real"} else cell


def listed(cell):
    """A list, of JSON or of words with semicolons where it is text."""
    if isinstance(cell, str):
        return json.loads(cell) if cell.startswith("[") else [part for part in cell.split("; ") if part]
    return [] if cell is None else list(cell)


def unguarded(cell, kind):
    return cell.removeprefix("'") if isinstance(cell, str) and kind == "text" and cell[1:2] in "=+-@|%" else cell


def sorted_rows(found, kinds):
    found = [tuple(plain(row[name], kind) for name, kind in kinds.items()) for row in found]
    return sorted(found, key=repr)


@pytest.mark.parametrize("name", names())
def test_every_format_has_the_same_cells(corpus, database, name, tmp_path):
    kinds = columns(name)
    parquet = written("parquet", corpus, name)
    frame = pandas.read_parquet(parquet, dtype_backend="pyarrow")
    expected = sorted_rows(frame.to_dict("records"), kinds)
    (tmp_path / "t.parquet").write_bytes(parquet.getvalue())
    duck = duckdb.sql(f"SELECT * FROM '{tmp_path}/t.parquet'")
    ducks = [dict(zip(duck.columns, row, strict=True)) for row in duck.fetchall()]
    assert sorted_rows(ducks, kinds) == expected
    text = pandas.read_csv(written("csv", corpus, name), dtype=str, keep_default_na=False).to_dict("records")
    cells = [{each: unguarded(cell, kinds[each]) or None for each, cell in row.items()} for row in text]
    assert sorted_rows(cells, kinds) == [tuple(None if each == "" else each for each in row) for row in expected]
    own = own_columns(name)
    database.row_factory = sqlite3.Row
    held = [dict(row) for row in database.execute(f"SELECT * FROM {name}")]
    assert list(own) == [row[1] for row in database.execute(f"PRAGMA table_info({name})")]
    assert sorted_rows(held, own) == sorted_rows(frame[list(own)].to_dict("records"), own)


@pytest.mark.parametrize("name", LISTS)
def test_every_cell_is_that_of_json_lines(corpus, name):
    for record in corpus:
        own = key(record.source, record.id)
        stream = io.BytesIO()
        FORMATS["jsonl"].write([record], stream, View())
        items = json.loads(stream.getvalue())[name]
        for item, row in zip(items, exported(record, own, name), strict=True):
            leaves = dict(flattened(item))
            cells = {json.dumps(plain(row[each], kind)).replace(f"{own}:", "") for each, kind in columns(name).items()}
            lost = [path for path, value in leaves.items() if json.dumps(value) not in cells]
            assert lost == [], f"{name} of {record.id} lacks {lost}"


def flattened(value, path=""):
    """The leaves of an object, lists of strings and the numbers of objects in lists among them."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from flattened(each, f"{path}.{name}")
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield path, float(len(value))
    elif isinstance(value, bool) or not isinstance(value, int | float):
        yield path, value
    else:
        yield path, float(value)


def test_no_field_of_the_record_is_forgotten():
    """Every field that the JSON Schema names is in a column's path, or is a table of its own."""
    known = {column.path.rstrip("#@<>!~") for table in tables().values() for column in table.columns}
    inner = {f"{part.path}.{column.path}".rstrip(".") for part in parts().values() for column in part.columns}
    paths = {each for path in known | inner for each in (path, *(path[:at] for at, c in enumerate(path) if c == "."))}
    schema = json_schema()
    for definition in (schema, *schema["$defs"].values()):
        for field in definition["properties"]:
            assert field in LISTS or any(path.rpartition(".")[2] == field for path in paths), field


def test_every_id_is_a_reference(corpus):
    """No column but those of references holds an id: a new field of ids must be named in `REFERS`."""
    linked = {column.name for table in tables().values() for column in table.columns if column.refers}
    linked |= {column.name for part in parts().values() for column in part.columns if column.refers}
    for record in corpus:
        for row in rows(record, "0" * 16):
            for column, cell in zip(own_columns(row.table), row.cells, strict=True):
                for each in cell if isinstance(cell, list) else [cell]:
                    assert column in {"id", *linked} or not (isinstance(each, str) and ID.fullmatch(each)), column


def test_references_name_fields_that_there_are():
    hints = typing.get_type_hints(Record)
    shapes = {shape.__name__: shape for shape in reached(Record, hints)}
    for name in REFERS:
        shape, _, field = name.partition(".")
        assert field in {each.name for each in dataclasses.fields(shapes[shape])}, name


def reached(shape, hints):
    yield shape
    for hint in hints.values():
        inner = [each for arg in typing.get_args(hint) for each in (arg, *typing.get_args(arg))]
        for each in (hint, *inner):
            if dataclasses.is_dataclass(each):
                yield from reached(each, typing.get_type_hints(each))


def test_columns_have_names_of_their_own():
    for name in names():
        table = tables().get(name)
        found = [column.name for column in (table.columns if table else parts()[name].columns)]
        assert len(found) == len(set(found)), name
    assert set(ARTICLE) - {"article", "article_name"} <= set(own_columns("articles"))


def test_geojson_has_the_columns_of_places(corpus):
    stream = io.BytesIO()
    FORMATS["geojson"].write(iter(corpus), stream, View())
    features = json.loads(stream.getvalue())["features"]
    assert features
    assert list(features[0]["properties"]) == list(columns("places"))
