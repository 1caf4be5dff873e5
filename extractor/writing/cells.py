"""How the cells of a row are taken from an item: by runs of fields, as an article has some six thousand of them.

Fields that stand together in one object are taken by one call; only what is made of its field (days, counts, ids of
the store) is looked at by itself. The item's text is clean before (`legible`).
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple

from extractor.errors import OutputError
from extractor.record import LISTS, Record
from extractor.writing.relations import COUNT, OFFSETS, Column, singular
from extractor.writing.speakers import group

Cell = str | int | float | bool | date | list[str] | dict[str, float] | None
MOST = 2**63
"""What an integer of a database must stay below."""


class Known:
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


Made = Callable[[Any, Known], Cell]
"""What a cell is, given what its path leads to and the record."""


class Run(NamedTuple):
    """Fields of one object that stand side by side: where the object is (None for the item itself), their values, and
    as many cells where there is no object."""

    within: Callable[[Any], Any] | None
    values: Callable[[Any], tuple[Any, ...]]
    nothing: tuple[None, ...]


class Shape(NamedTuple):
    """A table's cells: the runs of their fields; by their places what a kind asks of its values, and what is made of
    others with the record at hand."""

    runs: tuple[Run, ...]
    kept: tuple[tuple[int, Callable[[Any], Cell]], ...]
    made: tuple[tuple[int, Made], ...]

    def cells(self, keys: tuple[Cell, ...], item: Any, known: Known) -> tuple[Cell, ...]:  # noqa: ANN401, an item
        """The cells of an item behind its keys."""
        row: list[Any] = [*keys]
        for within, values, nothing in self.runs:
            held = item if within is None else within(item)
            row += nothing if held is None else values(held)
        for place, keep in self.kept:
            row[place] = keep(row[place])
        for place, make in self.made:
            row[place] = make(row[place], known)
        return tuple(row)


def shape(columns: Sequence[Column], *, keys: int) -> Shape:
    """The shape of a table with so many keys before its columns."""
    paths = [column.path[:-1] if column.path[-1:] in MADE else column.path for column in columns]
    runs = []
    for within, several in groupby(paths, lambda path: path.rpartition(".")[0]):
        fields = [path.rpartition(".")[2] for path in several]
        runs.append(Run(reached(within) if within else None, _together(fields), (None,) * len(fields)))
    made = [(place, make) for place, make in enumerate(map(_made, columns), start=keys) if make is not None]
    plain = enumerate(columns, start=keys)
    kept = [(place, _PLAIN[each.kind]) for place, each in plain if each.kind in _PLAIN and _made(each) is None]
    return Shape(tuple(runs), tuple(kept), tuple(made))


def links(columns: Sequence[Column]) -> tuple[Made, ...]:
    """What leads from an id of the record to ids of the store, one for each column of a table of links."""
    return tuple(_reference(column.refers) for column in columns if column.refers)


def reached(path: str) -> Callable[[Any], Any]:
    """What a path leads to; None where something on the way is."""
    if "." not in path:
        return attrgetter(path)
    first, _, rest = path.partition(".")
    before, after = attrgetter(first), reached(rest)

    def through(item: Any) -> Any:  # noqa: ANN401
        inner = before(item)
        return None if inner is None else after(inner)

    return through


def _together(fields: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """All fields of an object by one call."""
    if len(fields) > 1:
        several: Callable[[Any], tuple[Any, ...]] = attrgetter(*fields)
        return several
    one = attrgetter(fields[0])
    return lambda item: (one(item),)


def _made(column: Column) -> Made | None:
    """What is made of a field with the record at hand; None where its value is the cell, or near it."""
    made = MADE.get(column.path[-1:])
    if made is not None:
        return made
    refer = _reference(column.refers) if column.refers else None
    return _each(refer) if refer is not None and column.kind == "words" else refer


def _reference(target: str) -> Made:
    stem = f"{singular(target)}-"
    return lambda ident, known: None if ident is None else known.refer(ident, target, stem)


def _each(refer: Made) -> Made:
    def all_of(idents: list[str] | None, known: Known) -> Cell:
        found = [refer(ident, known) for ident in idents or ()]
        return [each for each in found if isinstance(each, str)]

    return all_of


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:  # of a stranger's record, or before the year 1
        return None


def _integer(value: int | None) -> int | None:
    return value if value is None or -MOST < value < MOST else None


def _real(value: float | None) -> float | None:
    return None if value is None or abs(value) > 1e308 else float(value)


def _texts(texts: list[str] | None) -> Cell:
    return texts or []


MADE: Mapping[str, Made] = MappingProxyType(
    {
        COUNT: lambda items, _known: len(items or ()),
        OFFSETS: lambda items, _known: [f"{each.start}-{each.end}" for each in items or ()],
        "<": lambda spans, _known: _integer(spans[0].start) if spans else None,
        ">": lambda spans, _known: _integer(spans[-1].end) if spans else None,
        "~": lambda speaker, _known: group(speaker),
        "!": lambda ident, known: known.names.get(ident),
    }
)
"""What is made of the field before the last character of a path."""
_PLAIN: Mapping[str, Callable[[Any], Cell]] = MappingProxyType(
    {"date": _day, "integer": _integer, "real": _real, "texts": _texts, "words": _texts}
)
