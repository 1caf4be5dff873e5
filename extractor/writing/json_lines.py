"""JSON Lines: one compact object a line, flushed with every line so that a pipe's reader need not wait."""

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from extractor.record import Record
from extractor.writing.members import members
from extractor.writing.view import View


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:
    """Writes an object and a newline for every record, in UTF-8, characters beyond ASCII as they are."""
    for record in records:
        stream.write(msgspec.json.encode(members(record, view)) + b"\n")
        stream.flush()
