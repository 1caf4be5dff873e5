"""The registry of input forms: adding one takes a module with `read` and a line here.

What a source is, its name's suffix tells, else its first bytes: JSON is read as articles even on standard input, and
what is marked up for programs without a reader for it (XML) is refused rather than read as prose.

A form's module is imported when the first source of that form is read, so that one with a heavy library costs nothing
to those who do not use it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple, cast

from extractor.article import Article, Unreadable
from extractor.reading.sources import Defaults, Source

Reader = Callable[[Source, Defaults], Iterator[Article | Unreadable]]


class Format(NamedTuple):
    """A form of input. `suffixes` choose it without being asked, and so do first bytes that fit `begins` where no
    suffix does; `many` says that a source holds many articles, `binary` that its bytes are no text."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    many: bool
    binary: bool = False
    begins: re.Pattern[bytes] | None = None

    def read(self, source: Source, defaults: Defaults) -> Iterator[Article | Unreadable]:
        """The articles of one source; raises InputError where the whole source is unusable, OSError where it fails."""
        reader = cast("Reader", import_module(self.module).read)
        return reader(source, defaults)


_JSON = re.compile(rb'\s*+(?:\[\s*+)?\{\s*+"[^"\n]{1,100}"\s*+:')
_MARKUP = re.compile(rb"\s*+(?:<\?xml\s|<(?:rss|feed|nitf|newsml|NewsML|newsItem|TEI)[\s>])")
TEXT = Format("text", "extractor.reading.plain", (), many=False)
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": TEXT,
        "jsonl": Format("jsonl", "extractor.reading.jsonl", (".jsonl", ".ndjson"), many=True),
        "json": Format("json", "extractor.reading.json_document", (".json",), many=True, begins=_JSON),
        "csv": Format("csv", "extractor.reading.delimited", (".csv", ".tsv"), many=True),
        "parquet": Format("parquet", "extractor.reading.parquet", (".parquet",), many=True, binary=True),
        "html": Format("html", "extractor.reading.html", (".html", ".htm", ".xhtml"), many=False),
        "mail": Format("mail", "extractor.reading.eml", (".eml",), many=False),
        "lines": Format("lines", "extractor.reading.lines", (), many=True),
    }
)


UNREAD = Format("markup", "extractor.reading.unread", (".xml", ".rss", ".atom"), many=False, begins=_MARKUP)
"""What has no reader and is no prose either."""


def format_of(source: Source, form: str = "auto") -> Format:
    """The form that was asked for, else the one that the name's suffix tells, else the one that the first bytes do,
    else plain text."""
    if form != "auto":
        return FORMATS[form]
    known, suffix = (*FORMATS.values(), UNREAD), source.suffix
    by_suffix = next((each for each in known if suffix in each.suffixes), None)
    if by_suffix:
        return by_suffix
    head = source.head()
    return next((each for each in known if each.begins and each.begins.match(head)), TEXT)
