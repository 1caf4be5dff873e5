"""Writing: every output is a view of the record, and a writer sees records only.

This module joins what a caller needs: the registry (`formats`), what is to be shown (`view`), and where it goes
(`sinks`: standard output, or a file that is written whole or not at all).
"""

from extractor.writing.formats import FORMATS, Format, automatic
from extractor.writing.sinks import check_output, open_added, open_output, sweep
from extractor.writing.view import View

__all__ = [
    "FORMATS",
    "Format",
    "View",
    "automatic",
    "check_output",
    "open_added",
    "open_output",
    "sweep",
]
