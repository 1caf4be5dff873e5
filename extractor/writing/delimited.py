"""CSV and TSV: one table, an item a row, for spreadsheets and for cut, awk, R and pandas.

A cell of an article's text may begin like a formula ("=cmd()"), which a spreadsheet would obey: such a cell begins with
an apostrophe here, which spreadsheets take for "this is text". Only free text can be one: a `bound` of "=", a lone "-"
and numbers are left alone. What a list holds stands in one cell, with "; " between, or as a JSON array where a part
holds a semicolon itself.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import BinaryIO

import msgspec

from extractor.record import Record
from extractor.writing.cells import Cell
from extractor.writing.flat import columns, exported, keyed
from extractor.writing.relations import Kind
from extractor.writing.view import View

BETWEEN = "; "
_FREE = frozenset({"text", "texts"})
_FORMULA = re.compile(r"\s*+[=+\-@\uff0b\uff0d\uff1d\uff20|%](?=.*\w)|[\t\r\n]", re.DOTALL)
_NUMBER = re.compile(r"[+-]?\d[\d,.]*+%?")
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:
    """Writes CSV (RFC 4180, lines end in \\n), the names of the columns first."""
    _write(records, stream, view, _csv)


def write_tsv(records: Iterable[Record], stream: BinaryIO, view: View) -> None:
    """Writes TSV without quoting: tabs and line breaks inside a cell become spaces."""
    _write(records, stream, view, lambda cells: "\t".join(_BREAKS.sub(" ", cell) for cell in cells) + "\n")


def _write(records: Iterable[Record], stream: BinaryIO, view: View, line: Callable[[list[str]], str]) -> None:
    (name,) = view.only
    kinds = columns(name)
    chosen = view.fields or tuple(kinds)
    stream.write(line(list(chosen)).encode())
    for key, record in keyed(records):
        for row in exported(record, key, name):
            stream.write(line([told(row.get(each), kinds[each]) for each in chosen]).encode())
        stream.flush()


def _csv(cells: list[str]) -> str:
    text = io.StringIO()
    csv.writer(text).writerow(cells)  # with its own \r\n, or a cell with \r alone would go unquoted
    return text.getvalue().removesuffix("\r\n") + "\n"


def told(cell: Cell, kind: Kind) -> str:
    """The cell as a string; empty for None. Free text is none that a spreadsheet takes for a formula."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 2**53 else repr(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, dict):
        return msgspec.json.encode(cell).decode() if cell else ""
    text = _listed(cell) if isinstance(cell, list) else str(cell)
    return inert(text) if kind in _FREE else text


def _listed(cells: list[str]) -> str:
    if any(BETWEEN.strip() in each or each[:1] in {"[", ""} for each in cells):
        return msgspec.json.encode(cells).decode()
    return BETWEEN.join(cells)


def inert(text: str) -> str:
    """Free text with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
