"""The registry of output formats: adding one takes a module with `write` and a line here.

A writer pulls the records one by one and writes each before it asks for the next, so that memory stays flat and a
reader of the pipe sees every article as soon as it is done. Its module is imported when the format is asked for.
"""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Literal, NamedTuple, cast

from extractor.record import Record
from extractor.writing.view import View

Kind = Literal["members", "table", "report"]
"""What a format shows of the record: its members as they are, one list as a table, or what its writer chooses."""


class Format(NamedTuple):
    """An output format; a `suffix` of the output file chooses it where no format was asked for.

    `writer` is a module, and a function in it unless that is `write`. `binary` output is not for a terminal. An
    `added` format adds to a file of its own that may exist already, and takes its path instead of a stream. `texts`
    says that it wants the articles' texts in the records.
    """

    name: str
    writer: str
    suffixes: tuple[str, ...]
    summary: str
    kind: Kind = "report"
    binary: bool = False
    added: bool = False
    texts: bool = False

    def write(self, records: Iterable[Record], stream: BinaryIO, view: View) -> None:
        """Writes all records to a stream of bytes; raises OSError where the stream does."""
        self._function()(records, stream, view)

    def add(self, records: Iterable[Record], path: Path, view: View) -> None:
        """Adds all records to a file; raises OutputError where that is not possible."""
        self._function()(records, path, view)

    def _function(self) -> Callable[..., None]:
        module, _, name = self.writer.partition(":")
        return cast("Callable[..., None]", getattr(import_module(f"extractor.writing.{module}"), name or "write"))


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        form.name: form
        for form in (
            Format("json", "json_document", (".json",), "one object, or an array of several, indented", "members"),
            Format("jsonl", "json_lines", (".jsonl", ".ndjson"), "an object a line", "members"),
            Format("csv", "delimited", (".csv",), "the table of one list, for spreadsheets", "table"),
            Format("tsv", "delimited:write_tsv", (".tsv",), "the same, for cut and awk", "table"),
            Format("parquet", "parquet", (".parquet",), "the same, for data frames", "table", binary=True),
            Format(
                "sqlite", "database", (".db", ".sqlite", ".sqlite3"), "a database", binary=True, added=True, texts=True
            ),
            Format("geojson", "geojson", (".geojson",), "the places on the map"),
            Format("webannotation", "webannotation", (".jsonld",), "W3C web annotations", texts=True),
            Format("brat", "brat", (".ann", ".zip"), "brat's standoff form, of several articles a ZIP", texts=True),
            Format("gkg", "gkg", (".gkg",), "the columns of GDELT's GKG 2.1"),
            Format("md", "markdown", (".md", ".markdown"), "a report in Markdown", texts=True),
            Format("html", "html", (".html", ".htm"), "a page with the text and everything marked in it", texts=True),
            Format("text", "terminal", (".txt",), "a report to read", texts=True),
        )
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
