"""The record as rows: for every table of `relations` its cells, as spreadsheets, databases and data frames take them.

Ids are those of all articles together, "3f2a9c0d1b7e4a58:figure-1": the article's key before the record's own id. A row
of a file names its article in its first columns; a database has the articles in a table.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple

from extractor.article import well_formed
from extractor.errors import OutputError
from extractor.record import LISTS, Record
from extractor.writing.keys import Keys
from extractor.writing.relations import COUNT, OFFSETS, Column, Kind, Part, Table, parts, singular, tables
from extractor.writing.speakers import group

Cell = str | int | float | bool | date | list[str] | dict[str, float] | None
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
    known = _Known(record, key, only)
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


class _Known:
    """The record that a row is of: which ids it holds, and what they are called."""

    def __init__(self, record: Record, key: str, only: Collection[str]) -> None:
        self.record, self.key = record, key
        self.ids = {name: {item.id for item in getattr(record, name)} for name in LISTS if name in only}
        self.names = {item.id: item.name for name in ("people", "organizations") for item in getattr(record, name)}

    def refer(self, ident: str, target: str, stem: str) -> str | None:
        """The id in the store; None where the record's own id is of another list, or of one that is not shown."""
        if target not in self.ids or not ident.startswith(stem):
            return None
        if ident not in self.ids[target]:
            raise OutputError(f"the record {self.record.id} refers to {ident}, which it does not hold")
        return f"{self.key}:{ident}"


Getter = Callable[[Any, _Known], Cell]
"""What a cell is, given the item and its record."""


def _item(name: str, item: Any, ident: str, known: _Known) -> Iterator[Row]:  # noqa: ANN401, a dataclass of record.py
    head: tuple[Cell, ...] = (ident,) if name == "articles" else (ident, known.key)
    yield Row(name, head + tuple(cell(item, known) for cell in _getters(name)))
    for part, listed in _lists(name):
        getters = _getters(part.name)
        for position, each in enumerate(listed(item) or (), start=1):
            cells = tuple(cell(each, known) for cell in getters)
            if not isinstance(each, str) or any(cells):  # an id of a list that is not shown leads nowhere
                yield Row(part.name, (ident, position, *cells))


@cache
def _lists(name: str) -> tuple[tuple[Part, Callable[[Any], Any]], ...]:
    table = tables()[name]
    return tuple((part, _reached(part.path)) for part in (*table.parts, *table.links))


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


@cache
def _getters(name: str) -> tuple[Getter, ...]:
    return tuple(_getter(column) for column in _columns(name))


def _getter(column: Column) -> Getter:
    if not column.path and column.refers:
        target = column.refers
        return lambda ident, known: known.refer(ident, target, f"{singular(target)}-")
    made = _MADE.get(column.path[-1:])
    reached = _reached(column.path[:-1] if made else column.path)
    if made:
        return lambda item, known: made(reached(item), known)
    if column.refers:
        return _reference(reached, column.refers, several=column.kind == "words")
    plain = _PLAIN.get(column.kind)
    return (lambda item, _known: plain(reached(item))) if plain else (lambda item, _known: reached(item))


def _reference(reached: Callable[[Any], Any], target: str, *, several: bool) -> Getter:
    stem = f"{singular(target)}-"
    if several:

        def all_of(item: Any, known: _Known) -> Cell:  # noqa: ANN401
            found = (known.refer(each, target, stem) for each in reached(item) or ())
            return [each for each in found if each is not None]

        return all_of

    def one(item: Any, known: _Known) -> Cell:  # noqa: ANN401
        ident = reached(item)
        return None if ident is None else known.refer(ident, target, stem)

    return one


def _reached(path: str) -> Callable[[Any], Any]:
    """What a path leads to; None where something on the way is."""
    if "." not in path:
        return attrgetter(path)
    first, _, rest = path.partition(".")
    before, after = attrgetter(first), _reached(rest)

    def through(item: Any) -> Any:  # noqa: ANN401
        inner = before(item)
        return None if inner is None else after(inner)

    return through


def clean(text: str | None) -> str | None:
    """The text with NUL and unpaired surrogates, which databases cut off or refuse, as U+FFFD."""
    if text is None:
        return None
    known = well_formed(text)
    return known.replace("\0", "\ufffd") if "\0" in known else known


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:  # of a stranger's record, or before the year 1
        return None


def _integer(value: int | None) -> int | None:
    return value if value is None or abs(value) < 2**63 else None


def _real(value: float | None) -> float | None:
    return None if value is None or abs(value) > 1e308 else float(value)


def _all_clean(texts: list[str] | None) -> Cell:
    return [clean(text) or "" for text in texts] if texts else []


_MADE: Mapping[str, Callable[[Any, _Known], Cell]] = MappingProxyType(
    {
        COUNT: lambda items, _known: len(items or ()),
        OFFSETS: lambda items, _known: [f"{each.start}-{each.end}" for each in items or ()],
        "<": lambda spans, _known: _integer(spans[0].start) if spans else None,
        ">": lambda spans, _known: _integer(spans[-1].end) if spans else None,
        "~": lambda speaker, _known: clean(group(speaker)),
        "!": lambda ident, known: clean(known.names.get(ident)),
    }
)
_PLAIN: Mapping[str, Callable[[Any], Cell]] = MappingProxyType(
    {
        "text": clean,
        "word": clean,
        "date": _day,
        "integer": _integer,
        "real": _real,
        "texts": _all_clean,
        "words": _all_clean,
    }
)
