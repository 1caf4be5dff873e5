"""CSV and TSV: the table of one list, an item a row, for spreadsheets and for cut, awk and pandas.

A cell of an article's text may begin like a formula ("=cmd()"), which a spreadsheet would obey: such a cell begins with
an apostrophe here, which spreadsheets take for "this is text". Numbers are left alone.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable
from typing import BinaryIO

from extractor.record import Record
from extractor.writing.flat import Cell, columns, rows
from extractor.writing.view import View

_FORMULA = re.compile(r"\s*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20|%]")
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:
    """Writes CSV (RFC 4180, lines end in \\n), the names of the columns first."""
    _write(records, stream, view, _csv)


def write_tsv(records: Iterable[Record], stream: BinaryIO, view: View) -> None:
    """Writes TSV without quoting: tabs and line breaks inside a cell become spaces."""
    _write(records, stream, view, lambda cells: "\t".join(_BREAKS.sub(" ", cell) for cell in cells) + "\n")


def _write(records: Iterable[Record], stream: BinaryIO, view: View, line: Callable[[list[str]], str]) -> None:
    (name,) = view.only
    names = view.fields or tuple(columns(name))
    stream.write(line(list(names)).encode())
    for record in records:
        for row in rows(record, name):
            stream.write(line([inert(row[each]) for each in names]).encode())
        stream.flush()


def _csv(cells: list[str]) -> str:
    text = io.StringIO()
    csv.writer(text).writerow(cells)  # with its own \r\n, or a cell with \r alone would go unquoted
    return text.getvalue().removesuffix("\r\n") + "\n"


def inert(cell: Cell) -> str:
    """The cell as text that no spreadsheet takes for a formula; empty for None."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    return f"'{cell}" if _FORMULA.match(cell) else cell
