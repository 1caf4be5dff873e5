"""A database of articles in use: opened and brought to this version, articles put into it and taken out of it."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from extractor.errors import OutputError
from extractor.record import LISTS, Record
from extractor.writing.cells import Cell
from extractor.writing.database import copies
from extractor.writing.database.migrations import migrate
from extractor.writing.database.schema import OWNED, SEARCHED, indexed, inserted
from extractor.writing.flat import own_columns, rows
from extractor.writing.legible import clean

PATIENCE = 5.0
"""Seconds to wait for another program that writes."""
TOGETHER = 200
"""Articles whose rows are put in together."""
CACHE = 64_000
"""Kilobytes of the file kept at hand; rows come in the order of their articles' keys, which are spread all over it."""
UNLINKED = "unlinked"
PUT = f"INSERT OR IGNORE INTO {UNLINKED} VALUES (?)"
"""Remembers an article for `extract link`, which looks at what has changed alone."""
LAST = ";"
"""The character after ":", so that all keys of an article's items lie between `key:` and `key;`."""


class Database:
    """A database; a context that closes it. All errors of SQLite leave it as OutputError with the file's name."""

    together = 200
    """The articles of one transaction of an update."""

    def __init__(self, path: Path, *, lists: Collection[str] | None = LISTS) -> None:
        """Opens it, or makes it for the given lists; raises OutputError as `write` does. None takes it as it is."""
        self.path = path
        self._waiting: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        self._keys: set[str] = set()
        with self._told():
            self.connection = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)
            try:
                self._prepare(lists)
            except BaseException:
                self.connection.close()
                raise

    def _prepare(self, wanted: Collection[str] | None) -> None:
        lists = LISTS if wanted is None else wanted
        self.connection.execute("PRAGMA foreign_keys = OFF")  # every reference is checked in making the rows
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = NORMAL")
        self.connection.execute(f"PRAGMA cache_size = -{CACHE}")
        migrate(self.connection, self.path, lists=[name for name in LISTS if name in lists])
        (held,) = self.connection.execute("SELECT value FROM extract_settings WHERE name = 'lists'").fetchone()
        self.lists = tuple(json.loads(held))
        others = [] if wanted is None else [name for name in LISTS if (name in self.lists) != (name in lists)]
        if others:
            raise OutputError(
                f"{self.path} holds {', '.join(self.lists)}; with --only its other lists would be lost or left behind: "
                "ask for these, or name another file"
            )

    def __enter__(self) -> "Database":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OverflowError) as error:
            locked = "locked" in str(error)
            reason = "is locked by another program; try again when that is done" if locked else f"{error}"
            raise OutputError(f"{self.path} {reason}" if locked else f"{self.path}: {reason}") from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done inside is there at its end, or nothing of it."""
        with self._told():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._pour()
                self.connection.execute("COMMIT")
            except BaseException:
                self._waiting.clear()
                self._keys.clear()
                if self.connection.in_transaction:  # a full disk has ended it already
                    self.connection.execute("ROLLBACK")
                raise

    def reader(self) -> sqlite3.Connection:
        """Another connection, which another thread may use."""
        return sqlite3.connect(self.path, isolation_level=None, check_same_thread=False, timeout=PATIENCE)

    def has_good(self, key: str) -> bool:
        """Whether there is a record of the article that did not fail."""
        if key in self._keys:
            self._pour()
        query = "SELECT 1 FROM articles WHERE id = ? AND sha256 IS NOT NULL"
        return self.connection.execute(query, (key,)).fetchone() is not None

    def put(self, key: str, record: Record) -> None:
        """Puts a record in the place of what is known of the article; a failure only marks what there is."""
        if key in self._keys:
            self._pour()
        if record.error is not None and self._mark(key, record):
            return
        self._clear(key)
        self._keys.add(key)
        self._waiting[UNLINKED].append((key,))
        for table, cells in rows(record, key, only=self.lists):
            self._waiting[table].append(_plain(table, cells))
        if len(self._keys) >= TOGETHER:
            self._pour()
        if record.sha256 and record.text:
            copies.learn(self.connection, record.sha256, record.text)

    def drop(self, key: str) -> None:
        """Takes an article out, with all that it holds."""
        self._pour()
        self._clear(key)
        self.connection.execute(PUT, (key,))

    def _pour(self) -> None:
        """Puts in what waits: rows of many articles at once cost half."""
        for table, cells in self._waiting.items():
            last = self._last(table) if table in SEARCHED else None
            self.connection.executemany(PUT if table == UNLINKED else inserted(table), cells)
            if last is not None:
                self.connection.execute(indexed(table), (last,))
        self._waiting.clear()
        self._keys.clear()

    def _last(self, table: str) -> int:
        """The number of a table's last row; new rows get higher ones."""
        return int(self.connection.execute(f"SELECT coalesce(max(rowid), 0) FROM {table}").fetchone()[0])

    def _mark(self, key: str, record: Record) -> bool:
        """Marks the last good record of an article that failed; whether there was one."""
        assert record.error is not None
        cells = (record.error.type, clean(record.error.message), key)
        good = self.connection.execute(
            "UPDATE articles SET error_type = ?, error = ? WHERE id = ? AND sha256 IS NOT NULL", cells
        )
        return good.rowcount > 0

    def _clear(self, key: str) -> None:
        known = self.connection.execute("SELECT sha256 FROM articles WHERE id = ?", (key,)).fetchone()
        if known is None:
            return
        for table, column in OWNED:
            if column == "article":
                self.connection.execute(f"DELETE FROM {table} WHERE article = ?", (key,))
            else:
                ends = (f"{key}:", f"{key}{LAST}")
                self.connection.execute(f"DELETE FROM {table} WHERE {column} >= ? AND {column} < ?", ends)
        self.connection.execute("DELETE FROM articles WHERE id = ?", (key,))
        if known[0]:
            self._pour()
            copies.forget(self.connection, known[0])


def _plain(table: str, cells: tuple[Cell, ...]) -> tuple[Any, ...]:
    """The cells as SQLite takes them: days as text, lists and objects as JSON."""
    odd = _odd(table)
    if not odd:
        return cells
    told: list[Any] = list(cells)
    for place in odd:
        cell = told[place]
        if isinstance(cell, date):
            told[place] = cell.isoformat()
        elif cell is not None:
            told[place] = msgspec.json.encode(cell).decode() if cell else _EMPTY[type(cell)]
    return tuple(told)


_EMPTY: dict[type, str] = {list: "[]", dict: "{}"}


@cache
def _odd(table: str) -> tuple[int, ...]:
    kinds = own_columns(table).values()
    return tuple(place for place, kind in enumerate(kinds) if kind in {"date", "words", "texts", "numbers"})
