"""Parquet: one table, an item a row, with days as dates and lists as lists, by pyarrow (the extra `parquet`)."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, BinaryIO

from extractor.errors import OutputError
from extractor.record import Record
from extractor.writing.cells import Cell
from extractor.writing.flat import columns, exported, keyed
from extractor.writing.relations import Kind
from extractor.writing.view import View

ROWS = 10_000
"""Rows of a group: what is kept in memory before it is written."""


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:
    """Writes the table; raises OutputError where pyarrow is not installed."""
    (name,) = view.only
    kinds = columns(name)
    kinds = {each: kinds[each] for each in view.fields or kinds}
    write_rows((row for key, record in keyed(records) for row in exported(record, key, name)), stream, kinds)


def write_rows(rows: Iterable[Mapping[str, Cell]], stream: BinaryIO, kinds: Mapping[str, Kind]) -> None:
    """Writes rows with these columns; raises OutputError where pyarrow is not installed."""
    if find_spec("pyarrow") is None:
        raise OutputError("Parquet needs pyarrow: pip install 'newsextract[parquet]'")
    arrow: Any = import_module("pyarrow")
    schema = arrow.schema([(name, _type(arrow, kind)) for name, kind in kinds.items()])
    waiting: list[dict[str, Cell]] = []
    with import_module("pyarrow.parquet").ParquetWriter(stream, schema, compression="zstd") as writer:

        def pour() -> None:
            writer.write_table(arrow.Table.from_pylist(waiting, schema=schema))
            waiting.clear()

        for row in rows:
            waiting.append({name: _cell(row.get(name)) for name in kinds})
            if len(waiting) >= ROWS:
                pour()
        pour()


def _type(arrow: Any, kind: Kind) -> Any:  # noqa: ANN401, pyarrow and a type of its
    types = {
        "date": arrow.date32(),
        "words": arrow.list_(arrow.string()),
        "texts": arrow.list_(arrow.string()),
        "numbers": arrow.map_(arrow.string(), arrow.float64()),
        "integer": arrow.int64(),
        "real": arrow.float64(),
        "boolean": arrow.bool_(),
    }
    return types.get(kind, arrow.string())


def _cell(cell: Cell) -> Any:  # noqa: ANN401, as pyarrow takes it
    return list(cell.items()) if isinstance(cell, dict) else cell
