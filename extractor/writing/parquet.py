"""Parquet: the table of one list, an item a row, by pyarrow (the extra `parquet`)."""

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Any, BinaryIO

from extractor.errors import OutputError
from extractor.record import Record
from extractor.writing.flat import columns, number, rows
from extractor.writing.view import View

ROWS = 10_000
"""Rows of a group: what is kept in memory before it is written."""
TYPES = {"text": "string", "integer": "int64", "real": "float64", "boolean": "bool_"}


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:
    """Writes the table; raises OutputError where pyarrow is not installed."""
    if find_spec("pyarrow") is None:
        raise OutputError("Parquet needs pyarrow: pip install 'newsextract[parquet]'")
    arrow: Any = import_module("pyarrow")
    (name,) = view.only
    kinds = columns(name)
    names = view.fields or tuple(kinds)
    schema = arrow.schema([(each, getattr(arrow, TYPES[kinds[each]])()) for each in names])
    waiting: list[dict[str, Any]] = []
    with import_module("pyarrow.parquet").ParquetWriter(stream, schema) as writer:

        def pour() -> None:
            writer.write_table(arrow.Table.from_pylist(waiting, schema=schema))
            waiting.clear()

        for record in records:
            for row in rows(record, name):
                waiting.append({each: number(row[each], kinds[each]) for each in names})
                if len(waiting) >= ROWS:
                    pour()
        pour()
