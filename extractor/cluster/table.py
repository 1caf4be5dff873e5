"""Whole records as Parquet: an article a row, with the record itself as the JSON that a line of JSON Lines would have.

A failed article is a row with `error`. For the tables of single lists there is the format `parquet` with `--only`.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Any, BinaryIO

import msgspec

from extractor.record import Record
from extractor.writing import View
from extractor.writing.members import members

ROWS = 500
"""Rows of a group."""
COLUMNS = ("id", "source", "sha256", "published", "title", "publisher", "byline", "error", "record")


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:
    """Writes the rows; raises ModuleNotFoundError without pyarrow, which Ray Data brings."""
    arrow: Any = import_module("pyarrow")
    schema = arrow.schema([(name, arrow.string()) for name in COLUMNS])
    waiting: list[dict[str, str | None]] = []
    with import_module("pyarrow.parquet").ParquetWriter(stream, schema) as writer:

        def pour() -> None:
            writer.write_table(arrow.Table.from_pylist(waiting, schema=schema))
            waiting.clear()

        for record in records:
            row: dict[str, str | None] = {name: getattr(record, name) for name in COLUMNS[:-2]}
            row["error"] = record.error.message if record.error else None
            row["record"] = msgspec.json.encode(members(record, view)).decode()
            waiting.append(row)
            if len(waiting) >= ROWS:
                pour()
        pour()
