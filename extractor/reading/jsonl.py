"""JSON Lines: an article a line, read as a stream, so that a file of gigabytes takes the memory of one line.

A line is `{"text": ...}` with `id`, `published`, `title` and `publisher` where known; other members are left alone. A
bad line is reported with its number and the next one is read.
"""

import io
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from extractor.article import Article, Unreadable
from extractor.errors import ExtractError, InputError
from extractor.reading.decode import HEAD, note, refuse_binary, wide_encoding, without_bom
from extractor.reading.published import parse_date
from extractor.reading.sources import Defaults, Source

_SURROGATE = re.compile("[\ud800-\udfff]")


def read(source: Source, defaults: Defaults) -> Iterator[Article | Unreadable]:
    """The articles of one stream in order; empty lines are passed over. Raises OSError where reading fails."""
    with source.open() as stream:
        head = stream.peek(HEAD)[:HEAD] if isinstance(stream, io.BufferedReader) else b""
        encoding = defaults.encoding or wide_encoding(head) or "utf-8"
        if defaults.encoding is None:
            refuse_binary(head, source.name)
        for number, line in enumerate(_lines(stream, encoding), start=1):
            if not line.strip():
                continue
            try:
                yield _article(line, f"{source.id}:{number}", source.given, encoding, defaults.published)
            except ExtractError as error:
                where = InputError(f"{source.name}:{number}: {error}")
                yield Unreadable(id=f"{source.id}:{number}", source=source.given, error=where)


def _lines(stream: BinaryIO, encoding: str) -> Iterator[bytes]:
    """The lines' bytes where a newline is ASCII's; those of UTF-16, UTF-32 and the like come recoded as UTF-8."""
    if _is_wide(encoding):
        with io.TextIOWrapper(stream, encoding, errors="replace", newline="\n") as wide:
            for line in wide:
                yield line.encode("utf-8", "replace")
    else:
        yield from stream


def _is_wide(encoding: str) -> bool:
    """Whether lines cannot be told apart in the encoding's bytes."""
    return "\n".encode(encoding) != b"\n"


def _article(line: bytes, number: str, source: str | None, encoding: str, published: date | None) -> Article:
    """One line's article; raises InputError with a message that lacks the place, or OptionError for a bad date."""
    members = _members(line, encoding)
    damaged = False

    def string(key: str) -> str | None:
        nonlocal damaged
        value = members.get(key)
        if value is not None and not isinstance(value, str):
            raise InputError(f'"{key}" is {_kind(value)}, not a string')
        mended = value and _SURROGATE.sub("\ufffd", value)
        damaged = damaged or mended != value
        return mended

    text = string("text")
    if text is None:
        raise InputError('there is no "text"; a line is {"text": "..."} with "id", "published", "title", "publisher"')
    day, title, publisher = string("published"), string("title"), string("publisher")
    identity = members.get("id")
    own = str(identity) if isinstance(identity, int) and not isinstance(identity, bool) else string("id")
    warnings = () if encoding in {"utf-8", "ascii"} else (note(encoding),)
    if damaged:
        warnings = (*warnings, "unpaired surrogates in the JSON were replaced by U+FFFD")
    return Article(
        text=text,
        id=own or number,
        source=source,
        published=parse_date(day) if day and day.strip() else published,
        title=title or None,
        publisher=publisher or None,
        warnings=warnings,
    )


def _members(line: bytes, encoding: str) -> dict[str, Any]:
    """The line's JSON object; raises InputError for bad bytes, bad JSON, and for JSON that is no object."""
    try:
        line = line.rstrip(b"\r\n")
        value = json.loads(without_bom(line.decode("utf-8" if _is_wide(encoding) else encoding)))
    except UnicodeError as error:
        raise InputError(f"the line is not valid {encoding}; name the encoding with --encoding") from error
    except json.JSONDecodeError as error:
        raise InputError(f"the line is not JSON: {error.msg.lower()} at column {error.colno}") from error
    except RecursionError as error:
        raise InputError("the line is JSON of too many levels") from error
    except ValueError as error:  # a number of thousands of digits
        raise InputError("the line is JSON with a number that is too long") from error
    if not isinstance(value, dict):
        raise InputError(f"the line is {_kind(value)}, not an object")
    return value


def _kind(value: object) -> str:
    """A JSON value's type, in words."""
    names = {dict: "an object", list: "an array", str: "a string", bool: "true or false"}
    return "null" if value is None else names.get(type(value), "a number")
