"""The record as tables, derived from its dataclasses: a field that is added to the record is a column everywhere.

A list of the record is a table of items; a list of objects inside an item (mentions, spans, tolls) a table of parts,
and a list of ids inside an item a table of links. An object inside an item is columns with its name in front:
`cue.lemma` is `cue_lemma`, and its `text` has the object's own name, `cue`. What is exported to a file, and what a
database holds, are these columns; what a column is good for follows from the type of its field.
"""

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from extractor.record import LISTS, Record

Kind = Literal["text", "word", "integer", "real", "boolean", "date", "words", "texts", "numbers"]
"""`text` is free, `word` an id, a code or a word of a fixed list; `words` and `texts` are lists of these, `numbers` an
object of names and numbers."""

ENTITY = ("people", "organizations")
"""Where the id of "a person or an organization" leads: such a field is two columns, `speaker_person` and
`speaker_organization`."""
REFERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Dateline.place": ("places",),
        "Person.organizations": ("organizations",),
        "Place.within": ("places",),
        "Source.entity": ENTITY,
        "Figure.person": ("people",),
        "Figure.same_as": ("figures",),
        "Figure.conflicts_with": ("figures",),
        "Figure.part_of": ("figures",),
        "Figure.updates": ("figures",),
        "Figure.place": ("places",),
        "Figure.date": ("dates",),
        "Figure.event": ("events",),
        "Speaker.entity": ENTITY,
        "Speaker.entities": ENTITY,
        "Speaker.organization": ("organizations",),
        "Date.range": ("dates",),
        "Event.place": ("places",),
        "Event.date": ("dates",),
        "Event.figures": ("figures",),
        "Toll.figures": ("figures",),
    }
)
"""The fields that hold ids, and the tables of what has these."""
DATES = frozenset({"published", "earliest", "latest", "anchor.date"})
"""The fields that hold a day in ISO 8601, null where there is none."""
NAMES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("articles", "id"): "name",
        ("articles", "anchor.date"): "anchor",
        ("articles", "error.message"): "error",
        ("articles", "extractor.package"): "package",
        ("articles", "extractor.model"): "model",
        ("articles", "extractor.tables"): "tables",
        ("quotes", "speaker.name"): "speaker",
        ("quotes", "speaker.text"): "speaker_text",
        ("quotes", "speaker.organization"): "speaker_for",
        ("quotes", "cue.stance"): "stance",
    }
)
"""Columns that are not called as the rule has it."""
LINKS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("figures", "same_as"): "figure_same",
        ("figures", "conflicts_with"): "figure_conflicts",
        ("quotes", "speaker.entities"): "quote_speakers",
    }
)
CODES = frozenset({"sha256", "language", "country"})
"""Strings that are no free text, though their type does not say so."""
COUNT, OFFSETS = "#", "@"
"""Behind a path: how many objects the list holds, and where they are ("12-18")."""
_SINGULAR = MappingProxyType({"people": "person"})


class Column(NamedTuple):
    """A column: where its value is in the item ("cue.lemma"), and the table that its ids are of, None for no ids."""

    name: str
    kind: Kind
    path: str
    refers: str | None = None


class Part(NamedTuple):
    """A table of what an item (or the article) holds in a list: one row an object, known by owner and position."""

    name: str
    owner: str
    path: str
    columns: tuple[Column, ...]


class Table(NamedTuple):
    """The table of a list of the record, or that of the articles: its columns, its parts, its links."""

    name: str
    columns: tuple[Column, ...]
    parts: tuple[Part, ...] = ()
    links: tuple[Part, ...] = ()


def singular(name: str) -> str:
    """What one of a list is called, as in its ids: "person" of "people"."""
    return _SINGULAR.get(name, name.removesuffix("s"))


@cache
def tables() -> Mapping[str, Table]:
    """All tables by name: the articles, then those of the record's lists."""
    hints = typing.get_type_hints(Record)
    own: list[Column] = []
    parts: list[Part] = []
    for field in dataclasses.fields(Record):
        inner = _listed(hints[field.name])
        if inner is None:
            own += _columns("articles", field.name, hints[field.name], Record)
        elif field.name not in LISTS:
            parts.append(Part(field.name, "article", field.name, _all("articles", inner)))
    found = [Table("articles", tuple(own), tuple(parts))]
    found += [_table(name, _listed(hints[name])) for name in LISTS]
    return MappingProxyType({table.name: table for table in found})


@cache
def parts() -> Mapping[str, Part]:
    """The tables of parts and of links, by name."""
    return MappingProxyType({part.name: part for table in tables().values() for part in (*table.parts, *table.links)})


def _table(name: str, shape: type | None) -> Table:
    assert shape is not None, f"{name} is no list of objects"
    hints = typing.get_type_hints(shape)
    columns: list[Column] = []
    within: list[Part] = []
    for field in dataclasses.fields(shape):
        inner = _listed(hints[field.name])
        if inner is None:
            columns += _columns(name, field.name, hints[field.name], shape)
            continue
        part = Part(f"{singular(name)}_{field.name}", singular(name), field.name, _all(name, inner))
        columns.append(Column(field.name, "integer", f"{field.name}{COUNT}"))
        if {"start", "end"} <= {each.name for each in part.columns}:
            columns.append(Column("offsets", "words", f"{field.name}{OFFSETS}"))
        within.append(part)
    linked = tuple(_links(name, columns))
    return Table(name, tuple(columns), tuple(within), linked)


def _links(name: str, columns: list[Column]) -> Iterator[Part]:
    paths = {column.path: [] for column in columns if column.kind == "words" and column.refers}  # type: ignore[var-annotated]
    for column in columns:
        if column.path in paths and column.refers:
            own = "other" if column.refers == name else singular(column.refers)
            paths[column.path].append(Column(own, "word", "", column.refers))
    for path, targets in paths.items():
        called = LINKS.get((name, path), f"{singular(name)}_{path.rpartition('.')[2]}")
        yield Part(called, singular(name), path, tuple(targets))


def _all(table: str, shape: type) -> tuple[Column, ...]:
    """The columns of an object that is a row of its own."""
    hints = typing.get_type_hints(shape)
    found = [_columns(f"{table}.", field.name, hints[field.name], shape) for field in dataclasses.fields(shape)]
    return tuple(column for columns in found for column in columns)


def _columns(table: str, path: str, hint: Any, owner: type) -> Iterator[Column]:  # noqa: ANN401, any annotation
    """The columns of a field: one, two for the id of a person or an organization, or those of the object it holds."""
    shape = next((each for each in (hint, *typing.get_args(hint)) if dataclasses.is_dataclass(each)), None)
    if isinstance(shape, type):
        inner = typing.get_type_hints(shape)
        for field in dataclasses.fields(shape):
            yield from _columns(table, f"{path}.{field.name}", inner[field.name], shape)
        return
    targets = REFERS.get(f"{owner.__name__}.{path.rpartition('.')[2]}")
    kind = _kind(hint, path, refers=targets is not None)
    name = NAMES.get((table, path)) or _name(path)
    if targets is None:
        yield Column(name, kind, path)
    elif len(targets) == 1:
        yield Column(name, kind, path, targets[0])
    else:
        stem = name.removesuffix("_entity").removesuffix("_entities")
        plural = kind == "words"
        yield from (Column(f"{stem}_{each if plural else singular(each)}", kind, path, each) for each in targets)


def _name(path: str) -> str:
    *before, last = path.split(".")
    return "_".join((*before, last) if last != "text" or not before else before)


def _listed(hint: Any) -> type | None:  # noqa: ANN401
    """The class of the objects that a field lists; None where it is no list of objects."""
    for each in (hint, *typing.get_args(hint)):
        if typing.get_origin(each) is list and dataclasses.is_dataclass(typing.get_args(each)[0]):
            inner = typing.get_args(each)[0]
            return inner if isinstance(inner, type) else None
    return None


SCALARS: dict[Any, Kind] = {bool: "boolean", int: "integer", float: "real", str: "text"}


def _kind(hint: Any, path: str, *, refers: bool) -> Kind:  # noqa: ANN401
    """The kind of a column, by the type of its field; raises TypeError for a type that no column can hold."""
    union = typing.get_origin(hint) in {typing.Union, types.UnionType}
    options = [each for each in (typing.get_args(hint) if union else (hint,)) if each is not type(None)]
    several = _several(options, refers=refers)
    if several is not None:
        return several
    if any(typing.get_origin(each) is Literal for each in options):
        return "word"
    found = {SCALARS[each] for each in options if each in SCALARS}
    if not found or len(found) != len(options):
        raise TypeError(f"{path} is {hint}, which no column holds; say in relations.py how it is to be told")
    if "real" in found:
        return "real"
    if not DATES.isdisjoint((path, path.rpartition(".")[2])):
        return "date"
    return "word" if refers or path in CODES else found.pop()


def _several(options: list[Any], *, refers: bool) -> Kind | None:
    """The kind of a column for lists or for numbers by name; None where a field holds neither."""
    origins = {typing.get_origin(each) for each in options}
    if origins == {list}:
        (inner,) = typing.get_args(options[0])
        return "words" if refers or inner is not str else "texts"
    return "numbers" if origins == {dict} else None
