"""What a store has read: every file with size, time and hash, every article of it with a digest and what made it.

A file is `done`, `retry` (something in it failed for a reason that may pass), `skipped` (no text) or `gone`; an article
is `done`, `failed`, `gone`, or `unsure`: its file has a part that cannot be read, which may be it.
"""

import sqlite3
from collections.abc import Iterator
from typing import Literal, NamedTuple

FileState = Literal["done", "retry", "skipped", "gone"]
ArticleState = Literal["done", "failed", "unsure", "gone"]
TABLES = ("files", "file_articles")


class File(NamedTuple):
    """A file as it was when it was read; `sha256` is None where it changed meanwhile, so that nobody can tell."""

    source: str
    size: int | None
    mtime: int | None
    sha256: str | None
    state: FileState
    made_by: str


class Entry(NamedTuple):
    """An article of a file: its key, its id, a digest of all that it is, and what made its record."""

    source: str
    article: str
    id: str
    sha256: str
    state: ArticleState
    made_by: str


class Manifest:
    """The two tables, in whichever database holds them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def file(self, source: str) -> File | None:
        """What is known of a file."""
        row = self._connection.execute("SELECT * FROM files WHERE source = ?", (source,)).fetchone()
        return File(*row) if row else None

    def entry(self, source: str, article: str) -> Entry | None:
        """What is known of an article."""
        query = "SELECT * FROM file_articles WHERE source = ? AND article = ?"
        row = self._connection.execute(query, (source, article)).fetchone()
        return Entry(*row) if row else None

    def entries(self, source: str) -> list[Entry]:
        """The articles of a file, in the order of their keys."""
        query = "SELECT * FROM file_articles WHERE source = ? ORDER BY article"
        return [Entry(*row) for row in self._connection.execute(query, (source,))]

    def counts(self, source: str) -> tuple[int, int]:
        """How many articles of a file are done, and how many failed."""
        query = "SELECT coalesce(sum(state = 'done'), 0), coalesce(sum(state = 'failed'), 0) FROM file_articles"
        done, failed = self._connection.execute(f"{query} WHERE source = ?", (source,)).fetchone()
        return int(done), int(failed)

    def sources(self) -> Iterator[str]:
        """All files, in the order of their names."""
        after = ""
        while True:
            query = "SELECT source FROM files WHERE source > ? ORDER BY source LIMIT 1000"
            rows = self._connection.execute(query, (after,)).fetchall()
            if not rows:
                return
            yield from (row[0] for row in rows)
            after = rows[-1][0]

    def put_file(self, file: File) -> None:
        """Remembers a file."""
        self._connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", file)

    def put(self, entry: Entry) -> None:
        """Remembers an article."""
        self._connection.execute("INSERT OR REPLACE INTO file_articles VALUES (?, ?, ?, ?, ?, ?)", entry)

    def state(self, entry: Entry, state: ArticleState) -> None:
        """Says what became of an article."""
        self.put(entry._replace(state=state))

    def drop(self, source: str, article: str) -> None:
        """Forgets an article."""
        query = "DELETE FROM file_articles WHERE source = ? AND article = ?"
        self._connection.execute(query, (source, article))

    def drop_file(self, source: str) -> None:
        """Forgets a file; its articles must be forgotten before."""
        self._connection.execute("DELETE FROM files WHERE source = ?", (source,))
