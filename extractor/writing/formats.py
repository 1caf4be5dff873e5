"""The registry of output formats: adding one takes a module with `write` and a line here.

A writer pulls the records one by one and writes each before it asks for the next, so that memory stays flat and a
reader of the pipe sees every article as soon as it is done. Its module is imported when the format is asked for.
"""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, NamedTuple, cast

from extractor.record import Record
from extractor.writing.view import View

Writer = Callable[[Iterable[Record], BinaryIO, View], None]


class Format(NamedTuple):
    """An output format; a `suffix` of the output file chooses it where no format was asked for."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    summary: str

    def write(self, records: Iterable[Record], stream: BinaryIO, view: View) -> None:
        """Writes all records to a stream of bytes; raises OSError where the stream does."""
        writer = cast("Writer", import_module(self.module).write)
        writer(records, stream, view)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "json": Format(
            "json", "extractor.writing.json_document", (".json",), "one object, or an array of several, indented"
        ),
        "jsonl": Format("jsonl", "extractor.writing.json_lines", (".jsonl", ".ndjson"), "an object a line"),
        "text": Format("text", "extractor.writing.terminal", (".txt",), "a report to read"),
    }
)


def automatic(output: Path | None, *, terminal: bool, single: bool) -> Format:
    """The format where none was asked for: the output file's suffix tells it; else a report for a terminal, and JSON
    for a pipe or a file, one object for a single article and JSON Lines for more."""
    suffix = output.suffix.lower() if output else ""
    by_suffix = next((form for form in FORMATS.values() if suffix in form.suffixes), None)
    if by_suffix:
        return by_suffix
    if terminal and output is None:
        return FORMATS["text"]
    return FORMATS["json" if single else "jsonl"]
