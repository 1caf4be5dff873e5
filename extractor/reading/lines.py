"""One text a line: headlines, posts, or sentences to try."""

import io
from collections.abc import Callable, Iterator
from typing import AnyStr, BinaryIO

from extractor.article import Article, Unreadable
from extractor.errors import InputError
from extractor.reading.decode import HEAD, decode, refuse_binary, wide_encoding
from extractor.reading.sources import Defaults, Source


def read(source: Source, defaults: Defaults) -> Iterator[Article | Unreadable]:
    """An article for every line that is not blank, without the newline; raises OSError where reading fails."""
    with source.open() as stream:
        head = stream.peek(HEAD)[:HEAD] if not source.before else b""  # the first part speaks for the others
        encoding = defaults.encoding or wide_encoding(head) or "utf-8"
        if defaults.encoding is None:
            refuse_binary(head, source.name)
        forced = "utf-8" if is_wide(encoding) else defaults.encoding
        for number, line in enumerate(lines(stream, encoding, source), start=source.before + 1):
            if not line.strip():
                continue
            name = f"{source.id}:{number}"
            try:
                source.refuse_larger(line, f"{source.name}:{number}")
                decoded = decode(line.rstrip(b"\r\n"), name=f"{source.name}:{number}", encoding=forced)
            except InputError as error:
                yield Unreadable(id=name, source=source.given, error=error)
                continue
            yield Article(
                text=decoded.text,
                id=name,
                source=source.given,
                published=defaults.published,
                warnings=decoded.warnings,
            )


def lines(stream: BinaryIO, encoding: str, source: Source) -> Iterator[bytes]:
    """The lines' bytes where a newline is ASCII's; those of UTF-16, UTF-32 and the like come recoded as UTF-8.

    Of a line that is larger than an article can be comes a byte too many, to be refused, and not the rest; where its
    end does not come within a document's bytes, InputError is raised.
    """
    if is_wide(encoding):
        with io.TextIOWrapper(stream, encoding, errors="replace", newline="\n") as wide:
            for line in _cut(wide.readline, source):
                yield line.encode("utf-8", "replace")
    else:
        yield from _cut(stream.readline, source)


def _cut(readline: Callable[[int], AnyStr], source: Source) -> Iterator[AnyStr]:
    most = source.limits.article
    while line := readline(most + 1):
        yield line
        passed = len(line)
        while len(line) >= most and line[-1:] not in {"\n", b"\n"}:
            line = readline(most)
            passed += len(line)
            if passed > max(source.limits.document, most):
                raise source.limits.larger(f"{source.name}: a line without end", of="document")


def is_wide(encoding: str) -> bool:
    """Whether lines cannot be told apart in the encoding's bytes."""
    return "\n".encode(encoding) != b"\n"
