"""JSON: one article, an array of them, or an article a line, whatever the file is called.

The first line tells: where it is an object by itself, every line is one, and the source is read as a stream.
"""

import json
from collections.abc import Iterator
from itertools import chain

from extractor.article import Article, Unreadable
from extractor.errors import ExtractError, InputError
from extractor.reading.decode import HEAD, decode, refuse_binary, wide_encoding
from extractor.reading.jsonl import numbered
from extractor.reading.lines import lines
from extractor.reading.members import article, kind
from extractor.reading.sources import Defaults, Source


def read(source: Source, defaults: Defaults) -> Iterator[Article | Unreadable]:
    """The articles in order; raises InputError for what is no JSON, OSError where reading fails."""
    most = source.limits.document
    with source.open() as stream:
        head = stream.peek(HEAD)[:HEAD]
        encoding = defaults.encoding or wide_encoding(head) or "utf-8"
        if defaults.encoding is None:
            refuse_binary(head, source.name)
        if encoding in {"utf-8", "ascii", "utf-8-sig"} and not source.before:
            first = stream.readline(most)
            if _is_object(first) or not first.strip():
                following = chain([first], lines(stream, encoding, source))
                yield from numbered(following, source=source, defaults=defaults, encoding=encoding)
                return
            data = first + stream.read(most + 1 - len(first))
        else:
            data = stream.read(most + 1)
    if len(data) > most:
        raise InputError(f"{source.limits.larger(source.name, of='document')}; or make lines of it: jq -c '.[]'")
    yield from _whole(data, source, defaults)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.removeprefix(b"\xef\xbb\xbf")), dict)
    except (ValueError, RecursionError):
        return False


def _whole(data: bytes, source: Source, defaults: Defaults) -> Iterator[Article | Unreadable]:
    decoded = decode(data, name=source.name, encoding=defaults.encoding)
    try:
        value = json.loads(decoded.text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise InputError(f"{source.name} is not JSON: {error.msg.lower()} at {where}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{source.name} is JSON that cannot be read: {error}") from error
    several = value if isinstance(value, list) else [value]
    for number, members in enumerate(several, start=1):
        name = f"{source.id}:{number}" if isinstance(value, list) else source.id
        where = f"{source.name}: article {number}" if isinstance(value, list) else source.name
        try:
            if not isinstance(members, dict):
                raise InputError(f"it is {kind(members)}, not an object")
            yield article(
                members, number=name, source=source.given, defaults=defaults, warnings=tuple(decoded.warnings)
            )
        except ExtractError as error:
            yield Unreadable(id=name, source=source.given, error=InputError(f"{where}: {error}"))
