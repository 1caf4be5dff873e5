"""A database brought to this version: numbered steps, which it remembers, and the columns that the record has gained.

A step is never changed once it was released; the next one is put behind it. The first three made the databases of the
first release, whose articles were known by their text; `released` turns one of those into one of these.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from extractor.errors import OutputError
from extractor.writing.database import released
from extractor.writing.database.schema import SEARCHED, STORE, TYPES, VIEWS, created, indexes, record_tables, search
from extractor.writing.flat import own_columns

FIRST = 3
"""The steps that a database of the first release has taken."""


def _tables(connection: sqlite3.Connection) -> None:
    """The tables of the record, with full-text search."""
    for name in record_tables():
        connection.execute(created(name))
    for name in SEARCHED:
        for statement in search(name):
            connection.execute(statement)


STEPS: tuple[tuple[str, Callable[[sqlite3.Connection], None]], ...] = (("tables by source and id", _tables),)


def migrate(connection: sqlite3.Connection, path: Path, *, lists: Sequence[str]) -> None:
    """Takes the steps that the database has not taken yet, in one transaction; a new one is for the given lists.

    Raises OutputError where it knows more than we do, or has tables of these names that are not ours.
    """
    if _current(connection):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        _migrate(connection, path, lists)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _current(connection: sqlite3.Connection) -> bool:
    """Whether nothing has to be done: same steps, same columns, same views, and nobody has rewritten the file."""
    if "extract_settings" not in _names(connection):
        return False
    row = connection.execute("SELECT value FROM extract_settings WHERE name = 'form'").fetchone()
    return row is not None and row[0] == _form(connection)


def _migrate(connection: sqlite3.Connection, path: Path, lists: Sequence[str]) -> None:
    done = _done(connection, path)
    old = done == FIRST
    if old:
        released.aside(connection)
    if done == 0:  # so that the number of rows is the number of the last step
        _taken(connection, enumerate(released.STEPS, start=1))
    for number, (name, step) in enumerate(STEPS, start=FIRST + 1):
        if number > done:
            step(connection)
            _taken(connection, [(number, name)])
    _columns(connection)
    if old:
        released.take_over(connection)
    connection.execute("INSERT OR IGNORE INTO extract_settings VALUES ('lists', ?)", (json.dumps(list(lists)),))
    for name in (*record_tables(), *STORE):
        for statement in indexes(name):
            connection.execute(statement)
    for name, query in VIEWS.items():
        connection.execute(f"DROP VIEW IF EXISTS {name}")
        connection.execute(f"CREATE VIEW {name} AS {query}")
    for name in SEARCHED:
        connection.execute(f"DROP TRIGGER IF EXISTS {name}_ai")  # of databases that were made before `indexed`
        # somebody's VACUUM may have numbered the rows anew
        connection.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")
    connection.execute("INSERT OR REPLACE INTO extract_settings VALUES ('form', ?)", (_form(connection),))


def _done(connection: sqlite3.Connection, path: Path) -> int:
    """The number of steps that the database has taken; raises OutputError where it is not ours, or beyond us."""
    there = _names(connection)
    if "extract_migrations" not in there:
        taken = there & {*record_tables(), *STORE, *VIEWS}
        if taken:
            raise OutputError(f"{path} has tables of its own named {', '.join(sorted(taken))}; name another file")
        connection.execute("CREATE TABLE extract_migrations (number INTEGER PRIMARY KEY, name TEXT)")
    done = int(connection.execute("SELECT count(*) FROM extract_migrations").fetchone()[0])
    if done > FIRST + len(STEPS):
        raise OutputError(f"{path} was made by a later version of this program; update it, or name another file")
    return done


def _taken(connection: sqlite3.Connection, steps: Iterable[tuple[int, str]]) -> None:
    connection.executemany("INSERT INTO extract_migrations VALUES (?, ?)", steps)


def _columns(connection: sqlite3.Connection) -> None:
    """Adds the tables and columns that the record and the store have gained since the database was made."""
    there = _names(connection)
    for name, cells in STORE.items():
        if name not in there:
            rest = "" if name == "text_signatures" else " WITHOUT ROWID"
            connection.execute(f"CREATE TABLE {name} ({cells}){rest}")
    if "linked_articles" not in there:  # nor a table of them in another form
        connection.execute("INSERT OR IGNORE INTO unlinked SELECT id FROM articles")
        connection.execute("DROP TABLE IF EXISTS link_articles")
    for name in record_tables():
        if name not in there:
            connection.execute(created(name))
            continue
        held = {row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')}
        for column, kind in own_columns(name).items():
            if column not in held:
                connection.execute(f'ALTER TABLE "{name}" ADD COLUMN "{column}" {TYPES.get(kind, "TEXT")}')


def _names(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}


def _form(connection: sqlite3.Connection) -> str:
    """What the file's form is: the tables we would make, and the number that SQLite raises when a schema is changed or
    a file is written anew."""
    (version,) = connection.execute("PRAGMA schema_version").fetchone()
    told = [created(name) for name in record_tables()] + [*STORE.values(), *VIEWS.values()]
    told += [statement for name in (*record_tables(), *STORE) for statement in indexes(name)]
    return f"{version} {hashlib.sha256(' '.join(told).encode()).hexdigest()[:16]}"
