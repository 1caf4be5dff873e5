"""JSON Lines: an article a line, read as a stream, so that a file of gigabytes takes the memory of one line.

A line is `{"text": ...}` with `id`, `published`, `title`, `publisher` and `byline` where known; other members are left
alone. A bad line is reported with its number and the next one is read.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from extractor.article import Article, Unreadable
from extractor.errors import ExtractError, InputError
from extractor.reading.decode import HEAD, note, refuse_binary, wide_encoding, without_bom
from extractor.reading.lines import is_wide, lines
from extractor.reading.members import article, kind
from extractor.reading.sources import Defaults, Source


def read(source: Source, defaults: Defaults) -> Iterator[Article | Unreadable]:
    """The articles of one stream in order; empty lines are passed over. Raises OSError where reading fails."""
    with source.open() as stream:
        head = stream.peek(HEAD)[:HEAD] if not source.before else b""  # the first part speaks for the others
        encoding = defaults.encoding or wide_encoding(head) or "utf-8"
        if defaults.encoding is None:
            refuse_binary(head, source.name)
        yield from numbered(lines(stream, encoding, source), source=source, defaults=defaults, encoding=encoding)


def numbered(
    found: Iterable[bytes], *, source: Source, defaults: Defaults, encoding: str
) -> Iterator[Article | Unreadable]:
    """The articles of lines, which are counted from those before the source's part."""
    warnings = () if encoding in {"utf-8", "ascii"} else (note(encoding),)
    for number, line in enumerate(found, start=source.before + 1):
        if not line.strip():
            continue
        name = f"{source.id}:{number}"
        try:
            source.refuse_larger(line, "the line")
            values = _members(line, encoding)
            yield article(values, number=name, source=source.given, defaults=defaults, warnings=warnings)
        except ExtractError as error:
            where = InputError(f"{source.name}:{number}: {error}")
            yield Unreadable(id=name, source=source.given, error=where)


def _members(line: bytes, encoding: str) -> dict[str, Any]:
    """The line's JSON object; raises InputError for bad bytes, bad JSON, and for JSON that is no object."""
    try:
        line = line.rstrip(b"\r\n")
        value = json.loads(without_bom(line.decode("utf-8" if is_wide(encoding) else encoding)))
    except UnicodeError as error:
        raise InputError(f"the line is not valid {encoding}; name the encoding with --encoding") from error
    except json.JSONDecodeError as error:
        raise InputError(f"the line is not JSON: {error.msg.lower()} at column {error.colno}") from error
    except RecursionError as error:
        raise InputError("the line is JSON of too many levels") from error
    except ValueError as error:  # a number of thousands of digits
        raise InputError("the line is JSON with a number that is too long") from error
    if not isinstance(value, dict):
        raise InputError(f"the line is {kind(value)}, not an object")
    return value
