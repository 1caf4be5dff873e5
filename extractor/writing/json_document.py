"""JSON to read: one object for a single article; an array for several, written as a stream all the same."""

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from extractor.record import Record
from extractor.writing.members import members
from extractor.writing.view import View


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:
    """Writes the records in UTF-8, indented by two, or a line each in a compact view.

    The array is closed even where the run is interrupted, so that what was printed can be read.
    """
    if view.single:
        for record in records:
            stream.write(_indented(record, view) + b"\n")
        return
    opening = b"[\n  "
    try:
        for record in records:
            # every newline is one of the layout: those of the text are written as \n
            stream.write(opening + _indented(record, view).replace(b"\n", b"\n  "))
            stream.flush()
            opening = b",\n  "
    finally:
        stream.write(b"\n]\n" if opening.startswith(b",") else b"[]\n")


def _indented(record: Record, view: View) -> bytes:
    line = msgspec.json.encode(members(record, view))
    return line if view.compact else msgspec.json.format(line, indent=2)
