"""A report in the form that was asked for: a table to read, CSV, JSON Lines or Parquet."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, BinaryIO

from extractor.store.report.table import Row, Table
from extractor.writing.delimited import _csv, told
from extractor.writing.parquet import write_rows
from extractor.writing.relations import Kind
from extractor.writing.safe import visible

WIDEST = 60
"""Characters of a column of a table to read; what is longer is cut with a mark."""


def lines(table: Table, stream: BinaryIO) -> None:
    """An object a row, with all that it holds."""
    for row in table.rows:
        stream.write(json.dumps(row, ensure_ascii=False, default=str).encode() + b"\n")


def delimited(table: Table, stream: BinaryIO) -> None:
    """CSV: the columns, no cell a formula."""
    stream.write(_csv(list(table.columns)).encode())
    for row in table.rows:
        cells = [told(_typed(row.get(name), kind), kind) for name, kind in table.columns.items()]
        stream.write(_csv(cells).encode())


def parquet(table: Table, stream: BinaryIO) -> None:
    """Parquet: the columns with their types."""
    rows = ({name: _typed(row.get(name), kind) for name, kind in table.columns.items()} for row in table.rows)
    write_rows(rows, stream, table.columns)


def text(table: Table, stream: BinaryIO) -> None:
    """A table to read, columns as wide as what they hold."""
    names = list(table.columns)
    rows = [[_short(row, name, table.columns[name]) for name in names] for row in table.rows]
    widths = [max(len(name), *(len(row[at]) for row in rows)) if rows else len(name) for at, name in enumerate(names)]
    stream.write(f"{table.title}\n\n".encode())
    for cells in ([name.replace("_", " ") for name in names], *rows):
        line = "  ".join(
            _aligned(cell, width, name, table.columns) for cell, width, name in zip(cells, widths, names, strict=True)
        )
        stream.write(f"{line.rstrip()}\n".encode())
    if not rows:
        stream.write(b"nothing\n")


FORMS: Mapping[str, Callable[[Table, BinaryIO], None]] = {
    "text": text,
    "csv": delimited,
    "jsonl": lines,
    "parquet": parquet,
}


def _aligned(cell: str, width: int, name: str, columns: Mapping[str, Kind]) -> str:
    return cell.rjust(width) if columns[name] in {"integer", "real"} else cell.ljust(width)


def _short(row: Row, name: str, kind: Kind) -> str:
    value = row.get(name)
    if value is None or value == []:
        return ""
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else ""
    if kind == "real" and isinstance(value, float):
        return f"{value:g}"
    shown = visible(str(value))
    return shown if len(shown) <= WIDEST else f"{shown[: WIDEST - 1]}…"


def _typed(value: Any, kind: Kind) -> Any:  # noqa: ANN401, a cell of SQLite
    if kind == "date" and isinstance(value, str):
        return date.fromisoformat(value)
    return float(value) if kind == "real" and value is not None else value


def all_of(tables: Iterable[Table], stream: BinaryIO) -> None:
    """Several tables to read, one below the other."""
    for table in tables:
        text(table, stream)
        stream.write(b"\n")
