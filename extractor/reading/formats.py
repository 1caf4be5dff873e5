"""The registry of input forms: adding one takes a module with `read` and a line here.

A form's module is imported when the first source of that form is read, so that one with a heavy library costs nothing
to those who do not use it.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple, cast

from extractor.article import Article, Unreadable
from extractor.reading.sources import Defaults, Source

Reader = Callable[[Source, Defaults], Iterator[Article | Unreadable]]


class Format(NamedTuple):
    """A form of input. `suffixes` choose it without being asked; `many` says that a source holds many articles,
    `binary` that its bytes are no text."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    many: bool
    binary: bool = False

    def read(self, source: Source, defaults: Defaults) -> Iterator[Article | Unreadable]:
        """The articles of one source; raises InputError where the whole source is unusable, OSError where it fails."""
        reader = cast("Reader", import_module(self.module).read)
        return reader(source, defaults)


TEXT = Format("text", "extractor.reading.plain", (), many=False)
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": TEXT,
        "jsonl": Format("jsonl", "extractor.reading.jsonl", (".jsonl", ".ndjson"), many=True),
        "csv": Format("csv", "extractor.reading.delimited", (".csv", ".tsv"), many=True),
        "parquet": Format("parquet", "extractor.reading.parquet", (".parquet",), many=True, binary=True),
        "html": Format("html", "extractor.reading.html", (".html", ".htm", ".xhtml"), many=False),
        "lines": Format("lines", "extractor.reading.lines", (), many=True),
    }
)


def format_of(source: Source, form: str = "auto") -> Format:
    """The form that was asked for, else the one that the name's suffix tells, else plain text."""
    if form != "auto":
        return FORMATS[form]
    return next((known for known in FORMATS.values() if source.suffix in known.suffixes), TEXT)
