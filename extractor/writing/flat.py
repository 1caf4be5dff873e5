"""The record as rows: for every table of `relations` its cells, as spreadsheets, databases and data frames take them.

Ids are those of all articles together, "3f2a9c0d1b7e4a58:figure-1": the article's key before the record's own id. A row
of a file names its article in its first columns; a database has the articles in a table.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from extractor.record import LISTS, Record
from extractor.writing.cells import Cell, Known, Shape, links, reached, shape
from extractor.writing.keys import Keys
from extractor.writing.legible import legible
from extractor.writing.relations import Column, Kind, Part, Table, parts, tables

ARTICLE: Mapping[str, Kind] = MappingProxyType(
    {
        "article": "word",
        "article_name": "text",
        "source": "text",
        "sha256": "word",
        "publisher": "text",
        "published": "date",
        "title": "text",
    }
)
"""What a row of a file says of its article; `article` is its key, `article_name` the record's `id`."""
SPEAKS = "attributed_to"
"""The object whose person or organization is told by name too, as the record has it of speakers."""


class Row(NamedTuple):
    """A row and its table, the cells in the order of `own_columns`; an item's parts and links follow it."""

    table: str
    cells: tuple[Cell, ...]


def names() -> tuple[str, ...]:
    """The names of all tables: the articles, the record's lists, their parts and links."""
    return (*tables(), *parts())


@cache
def own_columns(name: str) -> Mapping[str, Kind]:
    """The columns of a table in a database, with their kinds."""
    head: dict[str, Kind] = {"id": "word"} if name == "articles" else {"id": "word", "article": "word"}
    if name in parts():
        head = {parts()[name].owner: "word", "position": "integer"}
    return MappingProxyType(head | {column.name: column.kind for column in _columns(name)})


def columns(name: str) -> dict[str, Kind]:
    """The columns of a table in a file: those of the article before its own."""
    own = own_columns(name)
    if name == "articles":
        return dict(own)
    return {**ARTICLE, **{column: kind for column, kind in own.items() if column != "article"}}


def rows(record: Record, key: str, *, only: Collection[str] = LISTS, told: Collection[str] = LISTS) -> Iterator[Row]:
    """All rows of a record under its key, the article's first, then those of the lists `told` that are among `only`.
    What is in none of the lists `only` is not referred to.

    Raises OutputError for a record that refers to what it does not hold.
    """
    record = legible(record)
    known = Known(record, key, only)
    yield from _item("articles", record, key, known)
    for name in LISTS:
        if name in only and name in told:
            for item in getattr(record, name):
                yield from _item(name, item, f"{key}:{item.id}", known)


def exported(record: Record, key: str, name: str, *, only: Collection[str] = LISTS) -> Iterator[dict[str, Cell]]:
    """The rows of one table of a record, as a file has them."""
    head: dict[str, Cell] = {}
    told = [table.name for table in tables().values() if name in _of(table)]
    for row in rows(record, key, only=only, told=told):
        cells = dict(zip(own_columns(row.table), row.cells, strict=True))
        if row.table == "articles":
            head = {"article": key, "article_name": cells["name"]}
            head |= {column: cells[column] for column in ARTICLE if column in cells}
        if row.table == name:
            yield cells if name == "articles" else {**head, **cells}


def keyed(records: Iterable[Record]) -> Iterator[tuple[str, Record]]:
    """The records with their keys."""
    keys = Keys()
    for record in records:
        yield keys.of(record), record


def _of(table: Table) -> set[str]:
    """The names of a table and of its parts and links."""
    return {table.name, *(part.name for part in (*table.parts, *table.links))}


def _item(name: str, item: Any, ident: str, known: Known) -> Iterator[Row]:  # noqa: ANN401, a dataclass of record.py
    head: tuple[Cell, ...] = (ident,) if name == "articles" else (ident, known.key)
    yield Row(name, _shape(name).cells(head, item, known))
    for part, listed, pointers in _lists(name):
        several = listed(item)
        if not several:
            continue
        if pointers is None:
            form = _shape(part.name)
            for position, each in enumerate(several, start=1):
                yield Row(part.name, form.cells((ident, position), each, known))
            continue
        for position, each in enumerate(several, start=1):
            cells = tuple(pointer(each, known) for pointer in pointers)
            if any(cells):  # an id of a list that is not shown leads nowhere
                yield Row(part.name, (ident, position, *cells))


@cache
def _shape(name: str) -> Shape:
    return shape(_columns(name), keys=1 if name == "articles" else 2)


@cache
def _lists(name: str) -> tuple[tuple[Part, Callable[[Any], Any], tuple[Callable[[str, Known], Cell], ...] | None], ...]:
    """The parts and links of a table: where their objects are, and what leads from an id where they are links."""
    table = tables()[name]
    own = tuple((part, reached(part.path), None) for part in table.parts)
    return own + tuple((part, reached(part.path), links(part.columns)) for part in table.links)


@cache
def _columns(name: str) -> tuple[Column, ...]:
    """A table's columns after its keys, with those that are made of others."""
    if name in parts():
        return parts()[name].columns
    found: list[Column] = []
    for column in tables()[name].columns:
        if column.path != "id" or name == "articles":
            found.append(column)
        if name == "quotes" and column.name == "text":
            found += [Column("start", "integer", "spans<"), Column("end", "integer", "spans>")]
        if name == "quotes" and column.name == "speaker":
            found.append(Column("speaker_group", "text", "speaker~"))
        if column.path == f"{SPEAKS}.entity" and column.refers == "organizations":
            found.append(Column(f"{SPEAKS}_name", "text", f"{column.path}!"))
    return tuple(found)
