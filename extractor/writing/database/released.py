"""Databases of the first release, whose articles were known by their text and whose lists were joined strings.

Their rows are put aside, copied into the tables of today under the keys of today, and removed. What that release lost,
an article with the same text as another, comes back when its file is read again.
"""

import json
import re
import sqlite3
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from extractor.writing.database.schema import inserted
from extractor.writing.flat import own_columns
from extractor.writing.keys import key

STEPS = ("tables", "full-text search", "views")
TABLES = (
    "articles", "people", "organizations", "places", "figures", "quotes", "dates",
    "person_mentions", "organization_mentions", "place_mentions", "quote_spans",
)  # fmt: skip
VIEWS = ("quotes_by_speaker", "speakers", "tolls_by_source", "places_on_the_map", "people_by_mentions", "failures")
ASIDE = "released_"
JOINED: Mapping[str, str] = MappingProxyType({"titles": "; ", "roles": "; ", "same_as": " ", "conflicts_with": " "})
"""Lists that were strings, and what stood between their parts."""
CALLED: Mapping[str, str] = MappingProxyType(
    {"attributed_to_person": "source_person", "attributed_to_organization": "source_organization"}
)
"""What columns were called that have another name today."""


def aside(connection: sqlite3.Connection) -> None:
    """Renames the tables and takes away what hangs on them."""
    for name in VIEWS:
        connection.execute(f"DROP VIEW IF EXISTS {name}")
    for kind, name in connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type = 'trigger' OR type = 'index' AND sql IS NOT NULL"
    ).fetchall():
        connection.execute(f'DROP {kind} IF EXISTS "{name}"')
    for name in ("articles", "quotes"):
        connection.execute(f"DROP TABLE IF EXISTS {name}_fts")
    for name in TABLES:
        connection.execute(f'ALTER TABLE "{name}" RENAME TO "{ASIDE}{name}"')


def take_over(connection: sqlite3.Connection) -> None:
    """Copies all rows and removes the old tables."""
    keys: dict[str, str] = {}
    for row in _rows(connection, "articles"):
        keys[row["id"]] = key(row["source"], row["name"], sha256=row["sha256"])
    taken: set[str] = set()
    for old, new in list(keys.items()):  # of two versions of one file the one that was put in last
        if new in taken:
            del keys[old]
        taken.add(new)
    for name in TABLES:
        columns = own_columns(name)
        for row in _rows(connection, name):
            if _key_of(row, name) in keys:
                cells = [_cell(row, column, name, keys) for column in columns]
                connection.execute(inserted(name), cells)
    _links(connection)
    for name in reversed(TABLES):
        connection.execute(f'DROP TABLE "{ASIDE}{name}"')


def _rows(connection: sqlite3.Connection, name: str) -> list[dict[str, Any]]:
    query = connection.execute(f'SELECT * FROM "{ASIDE}{name}" ORDER BY rowid DESC')
    columns = [each[0] for each in query.description]
    return [dict(zip(columns, row, strict=True)) for row in query]


def _key_of(row: Mapping[str, Any], name: str) -> str:
    return str(row["id"]).partition(":")[0] if name != "articles" else row["id"]


def _cell(row: Mapping[str, Any], column: str, name: str, keys: Mapping[str, str]) -> Any:  # noqa: ANN401
    value = row.get(CALLED.get(column, column))
    if column == "position":
        return int(str(row["id"]).rpartition(":")[2])
    if column in JOINED:
        parts = [part for part in str(value or "").split(JOINED[column]) if part]
        own = keys[_key_of(row, name)]
        ids = [f"{own}:{part}" for part in parts] if JOINED[column] == " " else parts
        return json.dumps(ids, ensure_ascii=False, separators=(",", ":"))
    if column in {"error", "error_type"} and row.get("error"):
        kind, _, message = str(row["error"]).partition(": ")
        return kind if column == "error_type" else message
    if column == "article" or (name == "articles" and column == "id"):
        return keys.get(str(value), value)
    return _moved(value, keys)


def _moved(value: Any, keys: Mapping[str, str]) -> Any:  # noqa: ANN401
    """An id under the key of today; anything else as it is."""
    if isinstance(value, str) and re.fullmatch(r"[0-9a-f]{16}:[a-z]+-\d+", value):
        own, _, ident = value.partition(":")
        return f"{keys.get(own, own)}:{ident}"
    return value


def _links(connection: sqlite3.Connection) -> None:
    """The tables of links, and where the items are, which that release had in their mentions alone."""
    for part in ("person_mentions", "organization_mentions", "place_mentions", "quote_spans"):
        owner = part.partition("_")[0]
        table = {"person": "people"}.get(owner, f"{owner}s")
        connection.execute(
            f"""UPDATE {table} SET offsets = (SELECT json_group_array("start" || '-' || "end") FROM
                (SELECT "start", "end" FROM {part} WHERE {owner} = {table}.id ORDER BY position))"""
        )
    for table, column in (("figure_same", "same_as"), ("figure_conflicts", "conflicts_with")):
        for ident, held in connection.execute(f"SELECT id, {column} FROM figures").fetchall():
            for position, other in enumerate(json.loads(held or "[]"), start=1):
                connection.execute(f"INSERT INTO {table} VALUES (?, ?, ?)", (ident, position, other))
