"""Parquet: an article a row, read in small batches, by pyarrow (the extra `parquet`)."""

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from extractor.article import Article, Unreadable
from extractor.errors import ExtractError, InputError
from extractor.reading.members import article
from extractor.reading.sources import Defaults, Source

ROWS = 64
COLUMNS = ("published", "title", "publisher", "byline")


def read(source: Source, defaults: Defaults) -> Iterator[Article | Unreadable]:
    """The articles in order. Raises InputError where pyarrow or the column of texts is missing, or it is no Parquet."""
    if find_spec("pyarrow") is None:
        raise InputError(f"{source.name} is Parquet, which needs pyarrow: pip install 'newsextract[parquet]'")
    arrow: Any = import_module("pyarrow.parquet")
    with source.open() as stream:
        if not stream.seekable():
            raise InputError(f"{source.name}: Parquet is read from its end; name a file instead of a pipe")
        try:
            table = arrow.ParquetFile(stream)
        except (ValueError, OSError) as error:
            raise InputError(f"{source.name} is no Parquet file: {str(error).splitlines()[0]}") from error
        names = table.schema_arrow.names
        if defaults.text not in names:
            raise InputError(
                f'{source.name} has no column "{defaults.text}" ({", ".join(names)[:300]}); --text-column names another'
            )
        wanted = [name for name in (defaults.text, defaults.id, *COLUMNS) if name in names]
        groups = range(source.part.start, source.part.end) if source.part else range(table.num_row_groups)
        number = source.before
        batches = table.iter_batches(batch_size=ROWS, columns=wanted, row_groups=groups, use_threads=False)
        while True:
            try:
                rows = next(batches).to_pylist()
            except StopIteration:
                return
            except (ValueError, OSError, OverflowError) as error:
                reason = (str(error).splitlines() or ["it is damaged"])[0]
                raise InputError(
                    f"{source.name}: the rows behind row {number} cannot be read, the file is damaged: {reason}"
                ) from error
            for row in rows:
                number += 1
                yield _article(row, number, source, defaults)


def _article(row: dict[str, Any], number: int, source: Source, defaults: Defaults) -> Article | Unreadable:
    values = {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
    name = f"{source.id}:{number}"
    try:
        return article(values, number=name, source=source.given, defaults=defaults)
    except ExtractError as error:
        where = InputError(f"{source.name}: row {number}: {error}")
        return Unreadable(id=name, source=source.given, error=where)
