"""The report for people: what was found in an article, laid out for a terminal of any width, plain without colour.

`rows` puts a record into words, `report` lays the words out. All text goes through `safe.visible` first and reaches
Rich as `Text`, never as markup, so that nothing in an article is obeyed.
"""

from collections.abc import Iterable
from typing import BinaryIO

from extractor.record import Record
from extractor.writing.terminal.report import render
from extractor.writing.view import View


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:
    """Writes a report for every record, a blank line between two, in UTF-8."""
    gap = b""
    for record in records:
        stream.write(gap + render(record, view).encode("utf-8"))
        stream.flush()
        gap = b"\n"
