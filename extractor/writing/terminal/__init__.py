"""The report for people: what was found in an article, laid out for a terminal of any width, plain without colour.

`report` lays out what was found, `marked` the text itself with its marks. All text goes through `safe` first and
reaches Rich as `Text`, never as markup, so that nothing in an article is obeyed.
"""

from collections.abc import Iterable
from typing import BinaryIO

from extractor.record import Record
from extractor.writing.terminal import marked, report
from extractor.writing.view import View


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:
    """Writes a report for every record, a blank line between two, in UTF-8."""
    render = marked.render if view.show == "marked" else report.render
    gap = b""
    for record in records:
        stream.write(gap + render(record, view).encode("utf-8"))
        stream.flush()
        gap = b"\n"
