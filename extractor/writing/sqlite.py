"""SQLite: one database of many articles, for SQL, Datasette and sqlite-utils, added to run by run.

An article is known by its content: what the database had of the same text is replaced, and nothing is there twice. A
run is one transaction: what it found is in the database whole, or not at all.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from sqlite_utils import Database

from extractor.article import digest
from extractor.errors import OutputError
from extractor.record import STANDING, Record
from extractor.writing.flat import TABLES, clean, number, rows
from extractor.writing.migrations import MENTIONS, migrate
from extractor.writing.view import View

REFERENCES = {"speaker_id": "speaker", "attributed_to_id": "source"}
"""Columns that hold the id of a person or of an organization: two columns in the database, each a foreign key."""
DROPPED = {"offsets", *REFERENCES}
KEY_LENGTH = 16
ROWS = 200
"""Rows of the widest table that SQLite takes at once: 32,766 variables were too few for more in old versions."""


def write(records: Iterable[Record], path: Path, view: View) -> None:
    """Adds all records to the database, which is made where there is none; raises OutputError where the file is no
    database, or one of a later version of this program."""
    database = Database(path)
    try:
        database.conn.execute("PRAGMA foreign_keys = ON")
        with database.atomic():
            migrate(database, path)
            for record in records:
                _add(database, record, view)
    except (sqlite3.DatabaseError, OverflowError) as error:
        raise OutputError(f"{path}: {error}") from error
    finally:
        database.close()


def key_of(record: Record) -> str:
    """The article's primary key: sixteen digits of its content's hash; of id and source where nothing was read."""
    known = record.sha256 if record.sha256 and record.error is None else digest(f"{record.source}\0{record.id}")
    return known[:KEY_LENGTH]


def _add(database: Database, record: Record, view: View) -> None:
    """Puts a record in the place of what was known of the article, and of its failure under the same name."""
    key = key_of(record)
    database.execute("DELETE FROM articles WHERE id = ?", [key])
    if record.error is None:
        database.execute("DELETE FROM articles WHERE error IS NOT NULL AND name = ? AND source IS ?", _name(record))
    database.table("articles").insert(_article(record, key))
    for name in (name for name in STANDING if name in view.only):
        items = [_item(row, key, name, view) for row in rows(record, name)]
        database.table(name).insert_all(items, batch_size=ROWS)
    for name in (name for name in MENTIONS if name in view.only):
        database.table(MENTIONS[name].table).insert_all(_mentions(record, key, name), batch_size=ROWS)


def _name(record: Record) -> list[Any]:
    return [clean(record.id), clean(record.source)]


def _article(record: Record, key: str) -> dict[str, Any]:
    name, source = _name(record)
    return {
        "id": key,
        "name": name,
        "source": source,
        "sha256": record.sha256,
        "title": clean(record.title),
        "publisher": clean(record.publisher),
        "byline": clean(record.byline),
        "published": record.published,
        "dateline": clean(record.dateline.text) if record.dateline else None,
        "anchor": record.anchor.date,
        "anchor_origin": record.anchor.origin,
        "language": record.language,
        "text": clean(record.text),
        "warnings": msgspec.json.encode(record.warnings).decode(),
        "error": clean(f"{record.error.type}: {record.error.message}") if record.error else None,
        "package": record.extractor.package,
        "model": record.extractor.model,
        "tables": record.extractor.tables,
    }


def _item(row: dict[str, Any], key: str, name: str, view: View) -> dict[str, Any]:
    """A row of a list's table: ids are those of the whole database, None for one in a list that is not shown."""
    columns = TABLES[name].columns
    people, organizations = "people" in view.only, "organizations" in view.only
    item = {column: number(row[column], columns[column]) for column in columns if column not in DROPPED}
    item = {"id": f"{key}:{row['id']}", "article": key, **{k: v for k, v in item.items() if k != "id"}}
    for column, stem in REFERENCES.items():
        if column in columns:
            entity = row[column] or ""
            item[f"{stem}_person"] = f"{key}:{entity}" if entity.startswith("person-") and people else None
            item[f"{stem}_organization"] = (
                f"{key}:{entity}" if entity.startswith("organization-") and organizations else None
            )
    if item.get("person"):
        item["person"] = f"{key}:{item['person']}" if people else None
    return item


def _mentions(record: Record, key: str, name: str) -> Iterator[dict[str, Any]]:
    """The rows of the mentions of people, organizations or places, and of the spans of quotes."""
    kind = MENTIONS[name]
    for item in getattr(record, name):
        for order, each in enumerate(getattr(item, kind.field), start=1):
            yield {
                "id": f"{key}:{item.id}:{order}",
                kind.column: f"{key}:{item.id}",
                "start": each.start,
                "end": each.end,
                "text": clean(each.text),
                **({"type": each.type} if kind.field == "mentions" else {}),
            }
