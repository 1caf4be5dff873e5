"""CSV and TSV: an article a row, read as a stream; the first row names the columns."""

import csv
import io
from collections.abc import Iterator, Sequence

from extractor.article import Article, Unreadable
from extractor.errors import ExtractError, InputError
from extractor.reading.decode import HEAD, decode, note, refuse_binary, wide_encoding
from extractor.reading.members import article
from extractor.reading.sources import Defaults, Source

DELIMITERS = (",", ";", "\t", "|")


def read(source: Source, defaults: Defaults) -> Iterator[Article | Unreadable]:
    """The articles in order. Raises InputError where there is no column of texts, OSError where reading fails."""
    csv.field_size_limit(source.limits.article)
    with source.open() as stream:
        head = stream.peek(HEAD)[:HEAD]
        if defaults.encoding is None:
            refuse_binary(head, source.name)
        encoding = defaults.encoding or wide_encoding(head) or "utf-8"
        warnings = () if encoding in {"utf-8", "ascii"} else (note(encoding),)
        kept = "surrogateescape" if encoding == "utf-8" else "strict"
        with io.TextIOWrapper(stream, encoding, errors=kept, newline="") as text:
            yield from _articles(text, source, defaults, warnings)


def _articles(
    text: io.TextIOWrapper, source: Source, defaults: Defaults, warnings: tuple[str, ...]
) -> Iterator[Article | Unreadable]:
    first = next(_lines(text, source, ""), "").removeprefix("\ufeff")
    if not first.strip():
        return
    delimiter = "\t" if source.suffix == ".tsv" else max(DELIMITERS, key=first.count)
    if first.count(delimiter) >= source.limits.cells:
        raise _too_many(source)
    try:
        (names,) = csv.reader([first], delimiter=delimiter)
    except csv.Error as error:
        raise InputError(f"{source.name}: the first row cannot be read: {error}") from error
    names = [name.strip() for name in names]
    if defaults.text not in names:
        known = ", ".join(names)[:300]
        raise InputError(
            f'{source.name} has no column "{defaults.text}" in its first row ({known}); --text-column names another'
        )
    rows = csv.reader(_lines(text, source, delimiter), delimiter=delimiter)
    number = 0
    try:
        for row in rows:
            number += 1
            if row:
                yield _article(names, row, f"{source.id}:{number}", source, defaults, warnings)
    except (csv.Error, UnicodeError) as error:
        raise InputError(f"{source.name}: row {number + 1} cannot be read, nor what follows it: {error}") from error


def _lines(text: io.TextIOWrapper, source: Source, delimiter: str) -> Iterator[str]:
    """The lines, none of them larger than an article may be: raises InputError, before memory is full."""
    most = source.limits.article
    while line := text.readline(most + 1):
        if len(line) > most:
            raise source.limits.larger(f"{source.name}: a line")
        if delimiter and len(line) > source.limits.cells and line.count(delimiter) >= source.limits.cells:
            raise _too_many(source)
        yield line


def _too_many(source: Source) -> InputError:
    most = source.limits.cells
    return InputError(
        f"{source.name}: a row has more than {most:,} cells, too many for an article; --limit cells=N allows more"
    )


def _article(  # noqa: PLR0913, PLR0917, what a row's article is made of
    names: Sequence[str],
    row: Sequence[str],
    number: str,
    source: Source,
    defaults: Defaults,
    warnings: tuple[str, ...],
) -> Article | Unreadable:
    """One row's article; cells that are no UTF-8 are decoded as an article's bytes would be."""
    values: dict[str, str] = {}
    try:
        for name, cell in zip(names, row, strict=False):
            values[name] = cell
            if not cell.isascii() and any("\udc80" <= character <= "\udcff" for character in cell):
                decoded = decode(cell.encode("utf-8", "surrogateescape"), name=name)
                values[name] = decoded.text
                warnings = tuple(dict.fromkeys((*warnings, *decoded.warnings)))
        return article(values, number=number, source=source.given, defaults=defaults, warnings=warnings)
    except ExtractError as error:
        where = InputError(f"{source.name}: row {number.rpartition(':')[2]}: {error}")
        return Unreadable(id=number, source=source.given, error=where)
